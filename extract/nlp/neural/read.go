package neural

import (
	"math"
	"slices"
)

// A convolution adds to each word what it and its two neighbors say.
type convolution struct {
	linear linear
	norm   norm
}

// An attention layer adds to each word what all words say, then what a maxout
// layer says about the sum.
type attention struct {
	norm1, norm2   norm
	qkv, out, feed linear
	distance       []float32 // heads × relative positions
}

// scratch is the memory of one call of Predict.
type scratch struct {
	speller speller
	// x holds the vectors of the words, y and z what is made of them.
	x, y, z, scores []float32
	q               quantized
	dep, head       []float32
	label           []float32
	tree            tree
	viterbi         viterbi
}

// read predicts one piece of a sentence into p, from word at on. Heads count
// from the start of the piece.
func (m *Model) read(s *scratch, words []string, p *Prediction, at int) {
	n := len(words)
	m.embed(s, words)
	for i := range m.convs {
		m.convs[i].apply(s, n, m.dims.Width)
	}
	for i := range m.layers {
		m.layers[i].apply(s, n, m.dims)
	}
	w := m.dims.Width
	for i := range n {
		m.last.apply(s.x[i*w:][:w], s.x[i*w:][:w])
	}
	s.q.set(s.x[:n*w], n, w)
	m.tags(s, p.UPOS[at:][:n], &m.upos, m.labels.UPOS)
	m.tags(s, p.XPOS[at:][:n], &m.xpos, m.labels.XPOS)
	s.y = grow(s.y, n*m.names.outputs)
	m.names.apply(s.y, &s.q)
	m.decodeNames(&s.viterbi, s.y, p.Names[at:][:n])
	m.parse(s, n, p.Heads[at:][:n], p.Deprel[at:][:n])
}

// embed fills s.x with the vectors of the words by themselves.
func (m *Model) embed(s *scratch, words []string) {
	n, in, w := len(words), m.mix.inputs, m.dims.Width
	s.y = grow(s.y, n*in)
	clear(s.y)
	for i, word := range words {
		s.speller.read(word)
		e := s.y[i*in:][:in]
		for f := range m.tables {
			t := &m.tables[f]
			h := hash(byte(f), s.speller.values[f])
			t.add(e[:t.width], int(uint32(h)%uint32(t.rows)))
			t.add(e[:t.width], int(uint32(h>>32)%uint32(t.rows)))
			e = e[t.width:]
		}
		for g := range s.speller.grams() {
			h := hash(features, s.speller.gram(g))
			m.grams.add(e[:m.grams.width], int(h%uint64(m.grams.rows)))
		}
		for j := range e[:m.grams.width] {
			e[j] /= float32(s.speller.grams())
		}
		if row, ok := slices.BinarySearch(m.keys, key(s.speller.values[0])); ok {
			m.vectors.add(e[m.grams.width:], row)
		}
	}
	s.q.set(s.y, n, in)
	s.y = grow(s.y, n*m.mix.outputs)
	m.mix.apply(s.y, &s.q)
	s.x, s.z = grow(s.x, n*w), grow(s.z, w)
	for i := range n {
		maxout(s.z, s.y[i*m.mix.outputs:], m.dims.Pieces)
		m.mixNorm.apply(s.x[i*w:][:w], s.z)
	}
}

// add adds a row to e.
func (t *table) add(e []float32, row int) {
	scale := t.scale[row]
	weights := t.weights[row*t.width:][:t.width]
	e = e[:len(weights)]
	for i, v := range weights {
		e[i] += float32(float32(int8(v)) * scale)
	}
}

func (c *convolution) apply(s *scratch, n, w int) {
	s.y = grow(s.y, n*3*w)
	clear(s.y)
	for i := range n {
		near := s.y[i*3*w:][:3*w]
		copy(near, s.x[max(0, i-1)*w:min(n, i+2)*w])
		if i == 0 { // no left neighbor: zeros
			copy(near[w:], s.x[:min(n, 2)*w])
			clear(near[:w])
		}
	}
	s.q.set(s.y, n, 3*w)
	s.y, s.z = grow(s.y, n*c.linear.outputs), grow(s.z, w)
	c.linear.apply(s.y, &s.q)
	for i := range n {
		maxout(s.z, s.y[i*c.linear.outputs:], 3)
		c.norm.apply(s.z, s.z)
		add(s.x[i*w:][:w], s.z)
	}
}

func add(x, y []float32) {
	y = y[:len(x)]
	for i := range x {
		x[i] += y[i]
	}
}

func (a *attention) apply(s *scratch, n int, d dims) {
	w := d.Width
	s.z = grow(s.z, n*w)
	for i := range n {
		a.norm1.apply(s.z[i*w:][:w], s.x[i*w:][:w])
	}
	s.q.set(s.z, n, w)
	s.y = grow(s.y, n*3*w)
	a.qkv.apply(s.y, &s.q)
	s.scores = grow(s.scores, n)
	clear(s.z)
	for h := range d.Heads {
		a.head(s, n, h, d)
	}
	s.q.set(s.z, n, w)
	s.y = grow(s.y, n*w)
	a.out.apply(s.y, &s.q)
	add(s.x[:n*w], s.y)
	for i := range n {
		a.norm2.apply(s.z[i*w:][:w], s.x[i*w:][:w])
	}
	s.q.set(s.z, n, w)
	s.y = grow(s.y, n*2*w)
	a.feed.apply(s.y, &s.q)
	for i := range n {
		maxout(s.z[:w], s.y[i*2*w:], 2)
		add(s.x[i*w:][:w], s.z[:w])
	}
}

// head adds to s.z what one attention head sees, from the rows of queries,
// keys and values in s.y.
func (a *attention) head(s *scratch, n, h int, d dims) {
	w, size := d.Width, d.Width/d.Heads
	distance := a.distance[h*(2*d.Distance+1):][:2*d.Distance+1]
	for i := range n {
		dots(s.scores, s.y[i*3*w+h*size:][:size], s.y[w+h*size:], 3*w)
		top := float32(math.Inf(-1))
		for j, v := range s.scores {
			v += distance[min(max(j-i, -d.Distance), d.Distance)+d.Distance]
			s.scores[j] = v
			top = max(top, v)
		}
		var sum float32
		for j, v := range s.scores {
			e := exp(v - top)
			s.scores[j] = e
			sum += e
		}
		for j := range s.scores {
			s.scores[j] /= sum
		}
		weightedSum(s.z[i*w+h*size:][:size], s.scores, s.y[2*w+h*size:], 3*w)
	}
}

// tags sets to to the best label of each word, the first on a tie.
func (m *Model) tags(s *scratch, to []string, l *linear, names []string) {
	s.y = grow(s.y, len(to)*l.outputs)
	l.apply(s.y, &s.q)
	for i := range to {
		to[i] = names[best(s.y[i*l.outputs:][:l.outputs])]
	}
}

func best(x []float32) int {
	b := 0
	for i, v := range x {
		if v > x[b] {
			b = i
		}
	}
	return b
}
