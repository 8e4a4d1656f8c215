package neural

// The assembly adds and multiplies in the order of the plain Go beside it and
// never fuses the two, so the bits are the same.

func dots(out, a, b []float32, stride int) {
	j := 0
	if useAVX2 && len(a) > 0 && len(a)%4 == 0 {
		for ; j+4 <= len(out); j += 4 {
			_ = b[(j+3)*stride+len(a)-1]
			dots4AVX2(&out[j], &a[0], &b[j*stride], len(a), stride)
		}
	}
	dotsGeneric(out[j:], a, b[min(len(b), j*stride):], stride)
}

func weightedSum(out, p, b []float32, stride int) {
	k := 0
	if useAVX2 && len(p) > 0 {
		for ; k+32 <= len(out); k += 32 {
			_ = b[(len(p)-1)*stride+k+31]
			sum32AVX2(&out[k], &p[0], &b[k], len(p), stride)
		}
	}
	if k < len(out) {
		weightedSumGeneric(out[k:], p, b[k:], stride)
	}
}

func scaled(out []float32, sums []int32, scale, bias []float32, by float32) {
	if useAVX2 && len(out) == panelWidth {
		_, _, _ = sums[panelWidth-1], scale[panelWidth-1], bias[panelWidth-1]
		scale16AVX2(&out[0], &sums[0], &scale[0], &bias[0], by)
		return
	}
	scaledGeneric(out, sums, scale, bias, by)
}

func topBits(x []float32) uint32 {
	n := len(x) &^ 15
	if !useAVX2 || n == 0 {
		return topBitsGeneric(x)
	}
	return max(topBits16AVX2(&x[0], n), topBitsGeneric(x[n:]))
}

func rounded(q []int16, x []float32, by float32) {
	n := len(x) &^ 15
	if !useAVX2 {
		n = 0
	}
	if n > 0 {
		_ = q[n-1]
		round16AVX2(&q[0], &x[0], n, by, round)
	}
	roundedGeneric(q[n:], x[n:], by)
}

// dots4AVX2 is dotsGeneric for 4 rows; n must be a positive multiple of 4.
//
//go:noescape
func dots4AVX2(out, a, b *float32, n, stride int)

// sum32AVX2 is weightedSumGeneric for 32 columns; rows must be positive.
//
//go:noescape
func sum32AVX2(out, p, b *float32, rows, stride int)

// scale16AVX2 is scaledGeneric for 16 sums.
//
//go:noescape
func scale16AVX2(out *float32, sums *int32, scale, bias *float32, by float32)

// topBits16AVX2 is topBitsGeneric; n must be a positive multiple of 16.
//
//go:noescape
func topBits16AVX2(x *float32, n int) uint32

// round16AVX2 is roundedGeneric; n must be a positive multiple of 16.
//
//go:noescape
func round16AVX2(q *int16, x *float32, n int, by, magic float32)
