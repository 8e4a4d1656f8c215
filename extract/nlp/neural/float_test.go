package neural

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestFloat compares the loops of this machine with plain Go, to the bit.
func TestFloat(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	random := func(n int) []float32 {
		x := make([]float32, n)
		for i := range x {
			x[i] = float32(r.NormFloat64())
		}
		return x
	}
	for range 300 {
		width, rows, gap := 4*r.IntN(24), 1+r.IntN(13), r.IntN(9)
		stride := width + gap
		b := random(rows*stride + 1)
		a, p := random(width), random(rows)
		got, want := random(rows), make([]float32, rows)
		dots(got, a, b, stride)
		dotsGeneric(want, a, b, stride)
		if !slices.Equal(got, want) {
			t.Fatalf("dots of %d by %d: %v, want %v", rows, width, got, want)
		}
		got = random(width)
		want = slices.Clone(got)
		weightedSum(got, p, b, stride)
		weightedSumGeneric(want, p, b, stride)
		if !slices.Equal(got, want) {
			t.Fatalf("weighted sum of %d by %d: %v, want %v", rows, width, got, want)
		}
		x := random(width + gap)
		q, wantQ := make([]int16, len(x)), make([]int16, len(x))
		by := maxActivation / math.Float32frombits(topBits(append(x, 1)))
		if topBits(x) != topBitsGeneric(x) {
			t.Fatalf("another largest number of %v", x)
		}
		rounded(q, x, by)
		roundedGeneric(wantQ, x, by)
		if !slices.Equal(q, wantQ) {
			t.Fatalf("rounded: %v, want %v", q, wantQ)
		}
		outputs := 1 + r.IntN(panelWidth)
		sums, scale, bias := make([]int32, panelWidth), random(outputs), random(outputs)
		for i := range sums {
			sums[i] = int32(r.Uint32())
		}
		got, want = make([]float32, outputs), make([]float32, outputs)
		scaled(got, sums, scale, bias, by)
		scaledGeneric(want, sums, scale, bias, by)
		if !slices.Equal(got, want) {
			t.Fatalf("scaled %d: %v, want %v", outputs, got, want)
		}
	}
}
