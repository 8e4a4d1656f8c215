package neural

import "math"

// Fingerprint hashes the bits of the vectors and of the scores that Predict
// leaves in memory, so that tests can demand equality to the bit.
func Fingerprint(m *Model, words []string) uint64 {
	var s scratch
	var p Prediction
	n := min(len(words), MaxWords)
	p.UPOS, p.XPOS, p.Names = make([]string, n), make([]string, n), make([]string, n)
	p.Heads, p.Deprel = make([]int, n), make([]string, n)
	if n == 0 {
		return 0
	}
	m.read(&s, words[:n], &p, 0)
	h := uint64(17)
	for _, part := range [][]float32{s.x, s.y, s.scores, s.label} {
		for _, v := range part {
			h = (h ^ uint64(math.Float32bits(v))) * 0x100000001B3
		}
	}
	return h
}
