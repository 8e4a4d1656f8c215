package neural

import "math"

// The float32 loops that cost most. Their order of operations is part of the
// result; what a processor does with several numbers at once must keep to it.

// dotsGeneric sets out[j] to the dot product of a with row j of b, in which rows
// begin stride apart. It sums in four lanes. The length of a must be a multiple
// of 4.
func dotsGeneric(out, a, b []float32, stride int) {
	for j := range out {
		row := b[j*stride:][:len(a)]
		var s0, s1, s2, s3 float32
		for i := 0; i+3 < len(a); i += 4 {
			u, v := a[i:][:4], row[i:][:4]
			s0 += float32(u[0] * v[0])
			s1 += float32(u[1] * v[1])
			s2 += float32(u[2] * v[2])
			s3 += float32(u[3] * v[3])
		}
		out[j] = (s0 + s1) + (s2 + s3)
	}
}

// weightedSumGeneric adds p[j] times row j of b to out, for each j in turn.
func weightedSumGeneric(out, p, b []float32, stride int) {
	for j, v := range p {
		row := b[j*stride:][:len(out)]
		for k, u := range row {
			out[k] += float32(v * u)
		}
	}
}

// scaledGeneric sets out to sums in units of by and scale, plus bias.
func scaledGeneric(out []float32, sums []int32, scale, bias []float32, by float32) {
	sums, scale, bias = sums[:len(out)], scale[:len(out)], bias[:len(out)]
	for o := range out {
		out[o] = float32(float32(float32(sums[o])*by)*scale[o]) + bias[o]
	}
}

// topBitsGeneric is the largest of the bits of x without their signs. Such
// numbers compare like their bits, which is faster.
func topBitsGeneric(x []float32) uint32 {
	var top uint32
	for _, v := range x {
		top = max(top, math.Float32bits(v)&^signBit)
	}
	return top
}

// roundedGeneric sets q to the nearest integers of x in units of 1/by.
func roundedGeneric(q []int16, x []float32, by float32) {
	q = q[:len(x)]
	for i, v := range x {
		q[i] = int16(math.Float32bits(float32(v*by) + round))
	}
}

const (
	signBit = 1 << 31
	// Added to a float32 of less than 2²², it leaves the nearest integer in the
	// low bits.
	round = 3 << 22
)
