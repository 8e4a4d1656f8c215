package neural

import "math"

// Every product that is added to something is converted to float32 first: the
// language then forbids fusing the two, and all processors round alike.

// A linear layer: rows of int8 weights, each with a scale and a bias.
type linear struct {
	inputs, outputs int
	weights         []int16 // panels, see panel
	scale, bias     []float32
}

// A quantized matrix: each row is its integers times its scale.
type quantized struct {
	q     []int16
	scale []float32
	rows  int
}

// set quantizes rows of width inputs, symmetrically and each by its largest
// value, and fills the last block of rows with zeros.
func (z *quantized) set(x []float32, rows, inputs int) {
	full := (rows + rowBlock - 1) / rowBlock * rowBlock
	z.rows, z.q, z.scale = rows, grow(z.q, full*inputs), grow(z.scale, full)
	for r := range rows {
		row, q := x[r*inputs:][:inputs], z.q[r*inputs:][:inputs]
		bits := topBits(row)
		if bits == 0 {
			clear(q)
			z.scale[r] = 0
			continue
		}
		top := math.Float32frombits(bits)
		rounded(q, row, maxActivation/top)
		z.scale[r] = top / maxActivation
	}
	clear(z.q[rows*inputs:])
	clear(z.scale[rows:])
}

// apply sets y, rows × outputs, to the layer's output for x.
func (l *linear) apply(y []float32, x *quantized) {
	var sums [rowBlock * panelWidth]int32
	pairs := l.inputs / 2
	for first := 0; first < l.outputs; first += panelWidth {
		width := min(panelWidth, l.outputs-first)
		w := l.weights[first*l.inputs:][:panelWidth*l.inputs]
		scale, bias := l.scale[first:][:width], l.bias[first:][:width]
		for r := 0; r < x.rows; r += rowBlock {
			dot(&sums, x.q[r*l.inputs:], w, pairs)
			for k := range min(rowBlock, x.rows-r) {
				scaled(y[(r+k)*l.outputs+first:][:width], sums[k*panelWidth:], scale, bias, x.scale[r+k])
			}
		}
	}
}

// maxout sets y[o] to the largest of the pieces x[o*pieces], ...
func maxout(y, x []float32, pieces int) {
	if pieces == 3 {
		for o := range y {
			p := x[3*o:][:3]
			y[o] = max(p[0], p[1], p[2])
		}
		return
	}
	for o := range y {
		y[o] = max(x[2*o], x[2*o+1])
	}
}

// A norm brings a vector to mean 0 and variance 1, then scales and shifts it.
type norm struct{ gain, bias []float32 }

func (n *norm) apply(y, x []float32) {
	gain, bias := n.gain[:len(x)], n.bias[:len(x)]
	y = y[:len(x)]
	var s0, s1, s2, s3 float32
	for i := 0; i+3 < len(x); i += 4 {
		v := x[i:][:4]
		s0, s1, s2, s3 = s0+v[0], s1+v[1], s2+v[2], s3+v[3]
	}
	mean := ((s0 + s1) + (s2 + s3)) / float32(len(x))
	s0, s1, s2, s3 = 0, 0, 0, 0
	for i := 0; i+3 < len(x); i += 4 {
		v := x[i:][:4]
		a, b, c, d := v[0]-mean, v[1]-mean, v[2]-mean, v[3]-mean
		s0, s1, s2, s3 = s0+float32(a*a), s1+float32(b*b), s2+float32(c*c), s3+float32(d*d)
	}
	variance := ((s0 + s1) + (s2 + s3)) / float32(len(x))
	inverse := 1 / float32(math.Sqrt(float64(variance+1e-5)))
	for i, v := range x {
		y[i] = float32(float32((v-mean)*inverse)*gain[i]) + bias[i]
	}
}

// exp is eˣ for x ≤ 0, within 2·10⁻⁷ of its value. math.Exp is not used: its
// last bits differ between architectures.
func exp(x float32) float32 {
	if x < -80 {
		return 0
	}
	const log2e, ln2Hi, ln2Lo = 1.44269504, 0.693359375, -2.12194440e-4
	n := int32(float32(x*log2e) - 0.5)
	k := float32(n)
	r := x - float32(k*ln2Hi)
	r -= float32(k * ln2Lo)
	p := float32(1.9875691500e-4)
	p = float32(p*r) + 1.3981999507e-3
	p = float32(p*r) + 8.3334519073e-3
	p = float32(p*r) + 4.1665795894e-2
	p = float32(p*r) + 1.6666665459e-1
	p = float32(p*r) + 5.0000001201e-1
	p = float32(float32(p*r)*r) + r + 1
	return p * math.Float32frombits(uint32(n+127)<<23)
}

// grow returns a slice of length n, reusing s where it is long enough. Its
// content is undefined.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}
