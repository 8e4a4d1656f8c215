package neural

// The kernel multiplies 4 rows of activations with 16 rows of weights. All
// products are exact integers summed in int32, so the assembly and the plain
// Go below give the same bits in any order of summation.
//
// Bounds: |activation| ≤ maxActivation, |weight| ≤ 127 and at most maxInputs
// products keep every sum below 2³¹.

const (
	rowBlock      = 4  // words that the kernel reads at once
	panelWidth    = 16 // outputs of one panel of weights
	maxActivation = 16383
	maxInputs     = 1024
)

// panel lays rows of weights out for the kernel: for every pair of inputs, the
// 2 weights of each of 16 outputs side by side. Missing rows are zero.
func panel(dst []int16, weights []byte, first, rows, inputs int) {
	for o := range min(panelWidth, rows-first) {
		row := weights[(first+o)*inputs:][:inputs]
		for i := 0; i < inputs; i += 2 {
			dst[i*panelWidth+2*o] = int16(int8(row[i]))
			dst[i*panelWidth+2*o+1] = int16(int8(row[i+1]))
		}
	}
}

// dotGeneric is the kernel in plain Go: out[r][o] is the dot product of row r
// of x with output o of the panel w. x holds 4 rows of 2*pairs activations.
//
// One int64 carries the sums of two outputs, the second in its upper half: the
// lower half is a sum below 2³¹ and lends or borrows at most a one, which the end
// undoes. So one multiplication does the work of two.
func dotGeneric(out *[rowBlock * panelWidth]int32, x, w []int16, pairs int) {
	n := 2 * pairs
	x0, x1, x2, x3 := x[:n], x[n:][:n], x[2*n:][:n], x[3*n:][:n]
	for o := 0; o < panelWidth; o += 2 {
		var s0, s1, s2, s3 int64
		ws := w[2*o:]
		for i := 0; i+1 < n; i += 2 {
			q := ws[i*panelWidth:][:4]
			even := int64(q[0]) + int64(q[2])<<32
			odd := int64(q[1]) + int64(q[3])<<32
			s0 += even*int64(x0[i]) + odd*int64(x0[i+1])
			s1 += even*int64(x1[i]) + odd*int64(x1[i+1])
			s2 += even*int64(x2[i]) + odd*int64(x2[i+1])
			s3 += even*int64(x3[i]) + odd*int64(x3[i+1])
		}
		for r, s := range [rowBlock]int64{s0, s1, s2, s3} {
			low := int32(s)
			out[r*panelWidth+o], out[r*panelWidth+o+1] = low, int32((s-int64(low))>>32)
		}
	}
}
