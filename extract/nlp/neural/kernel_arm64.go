package neural

// useNEON is true: every ARM64 processor that Go runs on has NEON. Tests switch
// it off.
var useNEON = true

func dot(out *[rowBlock * panelWidth]int32, x, w []int16, pairs int) {
	if !useNEON {
		dotGeneric(out, x, w, pairs)
		return
	}
	_, _ = x[rowBlock*2*pairs-1], w[panelWidth*2*pairs-1]
	dotNEON(out, &x[0], &w[0], pairs)
}

// dotNEON is dotGeneric in NEON; pairs must be positive. It has been held against
// dotGeneric, and the whole network against the answers recorded on AMD64, under
// emulation only:
//
//	GOARCH=arm64 go test -exec qemu-aarch64 ./extract/nlp/neural
//
// Its speed on a real processor has not been measured.
//
//go:noescape
func dotNEON(out *[rowBlock * panelWidth]int32, x, w *int16, pairs int)
