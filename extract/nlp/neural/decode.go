package neural

import "math"

// viterbi is the memory of decodeNames.
type viterbi struct {
	score, next []float32
	from        []int
}

// decodeNames picks the well-formed sequence of labels with the best sum of
// scores, words × labels.
func (m *Model) decodeNames(v *viterbi, scores []float32, to []string) {
	k, n := len(m.labels.Names), len(to)
	none := float32(math.Inf(-1))
	v.score, v.next, v.from = grow(v.score, k), grow(v.next, k), grow(v.from, n*k)
	for l := range k {
		v.score[l] = none
		if m.nameFirst[l] {
			v.score[l] = scores[l]
		}
	}
	for i := 1; i < n; i++ {
		for l := range k {
			top, from := none, 0
			for a := range k {
				if m.nameNext[a][l] && v.score[a] > top {
					top, from = v.score[a], a
				}
			}
			v.next[l], v.from[i*k+l] = top+scores[i*k+l], from
		}
		v.score, v.next = v.next, v.score
	}
	top := 0
	for l := range k {
		if m.nameLast[l] && (v.score[l] > v.score[top] || !m.nameLast[top]) {
			top = l
		}
	}
	for i := n - 1; i >= 0; i-- {
		to[i] = m.labels.Names[top]
		top = v.from[i*k+top]
	}
}

// parse finds the tree over the n words quantized in s.q, then the relations.
func (m *Model) parse(s *scratch, n int, heads []int, deprel []string) {
	arc, label, all := m.dims.Arc, m.dims.Label, m.mlp.outputs
	s.y = grow(s.y, n*all)
	m.mlp.apply(s.y, &s.q)
	// Row 0 of s.head is the root, row i+1 word i; so too the tree's matrix.
	s.dep, s.head = grow(s.dep, n*arc), grow(s.head, (n+1)*arc)
	copy(s.head, m.arcRoot)
	for i := range n {
		row := s.y[i*all:][:all]
		for j, v := range row {
			row[j] = max(v, 0)
		}
		copy(s.dep[i*arc:][:arc], row)
		copy(s.head[(i+1)*arc:][:arc], row[arc:])
	}
	s.q.set(s.dep, n, arc)
	m.arc.apply(s.dep, &s.q)
	s.tree.reset(n + 1)
	s.scores = grow(s.scores, n+1)
	for i := range n {
		dots(s.scores, s.dep[i*arc:][:arc], s.head, arc)
		row := s.tree.score[(i+1)*(n+1):]
		for h, v := range s.scores {
			row[h] = float64(v)
		}
	}
	for i, h := range s.tree.solve()[1:] {
		heads[i] = h - 1 // None for the root
	}
	// The vectors of each word and of its head, for the relations.
	s.dep, s.head = grow(s.dep, n*label), grow(s.head, n*label)
	for i, h := range heads {
		copy(s.dep[i*label:][:label], s.y[i*all+2*arc:])
		if h == None {
			copy(s.head[i*label:][:label], m.labelRoot)
		} else {
			copy(s.head[i*label:][:label], s.y[h*all+2*arc+label:])
		}
	}
	m.relations(s, n, deprel)
	for i, h := range heads {
		if h == None {
			deprel[i] = "root"
		}
	}
}

// relations scores the relations of n pairs of vectors in s.dep and s.head.
func (m *Model) relations(s *scratch, n int, deprel []string) {
	label, k := m.dims.Label, len(m.labels.Deprel)
	s.label, s.z, s.scores = grow(s.label, n*m.label.outputs), grow(s.z, n*k), grow(s.scores, n*k)
	s.q.set(s.dep, n, label)
	m.labelDep.apply(s.scores, &s.q)
	s.q.set(s.head, n, label)
	m.labelHead.apply(s.z, &s.q)
	m.label.apply(s.label, &s.q)
	add(s.scores, s.z)
	for i := range n {
		scores := s.scores[i*k:][:k]
		dots(s.z[:k], s.dep[i*label:][:label], s.label[i*m.label.outputs:], label)
		add(scores, s.z[:k])
		for r := range k {
			if m.labels.Deprel[r] == "root" {
				scores[r] = float32(math.Inf(-1)) // the root is named by its head
			}
		}
		deprel[i] = m.labels.Deprel[best(scores)]
	}
}
