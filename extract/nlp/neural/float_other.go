//go:build !amd64

package neural

func dots(out, a, b []float32, stride int) { dotsGeneric(out, a, b, stride) }

func weightedSum(out, p, b []float32, stride int) { weightedSumGeneric(out, p, b, stride) }

func scaled(out []float32, sums []int32, scale, bias []float32, by float32) {
	scaledGeneric(out, sums, scale, bias, by)
}

func topBits(x []float32) uint32 { return topBitsGeneric(x) }

func rounded(q []int16, x []float32, by float32) { roundedGeneric(q, x, by) }
