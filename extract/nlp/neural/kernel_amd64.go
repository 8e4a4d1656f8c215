package neural

// useAVX2 says whether processor and system have AVX2. Tests switch it off.
var useAVX2 = hasAVX2()

func dot(out *[rowBlock * panelWidth]int32, x, w []int16, pairs int) {
	if !useAVX2 {
		dotGeneric(out, x, w, pairs)
		return
	}
	_, _ = x[rowBlock*2*pairs-1], w[panelWidth*2*pairs-1]
	dotAVX2(out, &x[0], &w[0], pairs)
}

// dotAVX2 is dotGeneric for processors with AVX2; pairs must be positive.
//
//go:noescape
func dotAVX2(out *[rowBlock * panelWidth]int32, x, w *int16, pairs int)

// hasAVX2 asks the processor (CPUID) and the system (XGETBV).
func hasAVX2() bool
