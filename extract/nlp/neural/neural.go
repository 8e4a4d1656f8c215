// Package neural reads sentences with one small network: words in, Penn and
// universal tags, names and a dependency tree out. It is inference only and
// pure Go; the weights are trained by ../models/train and described by a card
// beside them.
//
// # Network
//
// Each word is looked up by hashed features (the word in lower case, a prefix,
// two suffixes, its shape, character trigrams), so no word is unknown. Frequent
// words have a vector besides, which tells what a larger network thinks of them.
// It is found by a hash of 32 bits: of 100,000 other words about one gets a vector
// that is not its own. The concatenated embeddings pass a maxout layer, residual maxout convolutions over
// a word and its two neighbors, and self-attention layers with a learned bias
// for relative position. On the result sit linear heads for UPOS, XPOS and names
// (BIOES, decoded by Viterbi under the constraints of the scheme) and the
// biaffine scores of arcs and labels of Dozat and Manning (2017), decoded as the
// best tree with one root (Chu and Liu 1965, Edmonds 1967).
//
// # Same answers everywhere
//
// Weights are int8 with one float32 scale per row, activations are quantized
// to 15 bits per vector, and products are summed in int32, which is exact in any
// order. The few float32 steps between run in plain Go, in a fixed order and
// never fused. So assembly and plain Go, AMD64 and ARM64 agree to the bit.
//
// # Limits
//
// Attention is quadratic, so a sentence of more than [MaxWords] words is read in
// pieces, cut behind punctuation where there is some; the root of each later
// piece then hangs on the root of the first as parataxis. Of a word the first 64
// runes are looked at.
//
// # File format
//
// All numbers are little-endian.
//
//	8 bytes   "CLREADER"
//	uint32    version, 1
//	uint32    length of the header
//	header    JSON: labels (upos, xpos, names, deprel: lists of strings),
//	          dims (see the type dims) and tensors (name, kind, rows, cols)
//	tensors   in the order of the header, without padding:
//	          kind "i8":  rows×cols int8, row by row, then rows float32 scales
//	          kind "f32": rows×cols float32, row by row
//	          kind "u32": rows×cols uint32, row by row
//
// The tensors, W being the width of the network:
//
//	norm prefix suffix3 suffix2 shape grams   embedding tables, i8
//	vectorkeys vectors                        keys of words, u32, ascending, and their
//	                                          vectors, i8; a file may have none
//	mix.w conv<i>.w                           i8, output o is the largest of rows
//	                                          o·pieces … o·pieces+pieces-1
//	attn<i>.qkv.w .out.w .feed.w              i8; queries carry the factor 1/√(W/heads);
//	                                          feed is maxout of 2 pieces
//	attn<i>.distance                          f32, heads × 2·distance+1
//	upos.w xpos.w names.w mlp.w arc.w         i8; mlp holds arc dependent, arc head,
//	                                          label dependent, label head, through ReLU
//	label.w                                   i8, row r·label+j: relation r, input j of
//	                                          the dependent
//	labeldep.w labelhead.w                    i8, the linear terms of the label
//	arcroot labelroot                         f32, the vectors of the root
//	<layer>.b                                 f32, bias of each layer above
//	mixnorm conv<i>.norm attn<i>.norm1 .norm2 lastnorm
//	                                          .gain and .bias, f32
package neural

import (
	"sync"

	"github.com/claimline/claimline/extract/nlp/models"
)

// MaxWords is the longest sentence that is read in one piece.
const MaxWords = 200

// None is the head of the root of a sentence.
const None = -1

// A Prediction is what the network says about the words of one sentence. All
// slices have the length of the sentence.
type Prediction struct {
	UPOS   []string // universal part of speech
	XPOS   []string // Penn Treebank tag
	Names  []string // BIOES label, such as B-ORG, or O
	Heads  []int    // index of the head in the sentence, or None for the root
	Deprel []string // universal relation, some with subtype
}

// A Model is a loaded network. It is safe for concurrent use.
type Model struct {
	dims    dims
	labels  labels
	tables  [features]table
	grams   table
	keys    []uint32 // ascending; word keys[i] has row i of vectors
	vectors table
	mix     linear
	mixNorm norm
	convs   []convolution
	layers  []attention
	last    norm

	upos, xpos, names, mlp, arc linear
	label, labelDep, labelHead  linear
	arcRoot, labelRoot          []float32
	nameNext                    [][]bool // nameNext[a][b]: may label b follow a?
	nameFirst, nameLast         []bool
	scratch                     sync.Pool
}

// Reader returns the model in the binary. It is loaded on first use, which takes
// some milliseconds.
func Reader() *Model { return reader() }

var reader = sync.OnceValue(func() *Model {
	m, err := Load(models.Reader)
	if err != nil {
		panic(err) // the weights are part of the binary
	}
	return m
})

// Predict reads one sentence and overwrites p, whose slices it reuses.
func (m *Model) Predict(words []string, p *Prediction) {
	n := len(words)
	p.UPOS, p.XPOS, p.Names = grow(p.UPOS, n), grow(p.XPOS, n), grow(p.Names, n)
	p.Heads, p.Deprel = grow(p.Heads, n), grow(p.Deprel, n)
	s, _ := m.scratch.Get().(*scratch)
	if s == nil {
		s = new(scratch)
	}
	defer m.scratch.Put(s)
	root := None
	for first := 0; first < n; {
		last := first + cut(words[first:])
		m.read(s, words[first:last], p, first)
		for i := first; i < last; i++ {
			switch {
			case p.Heads[i] != None:
				p.Heads[i] += first
			case root == None:
				root = i
			default:
				p.Heads[i], p.Deprel[i] = root, "parataxis"
			}
		}
		first = last
	}
}

// cut says how many words to read in one piece.
func cut(words []string) int {
	if len(words) <= MaxWords {
		return len(words)
	}
	for i := MaxWords; i > MaxWords/2; i-- {
		switch words[i-1] {
		case ".", "!", "?", ";", ":", ",", "–", "—":
			return i
		}
	}
	return MaxWords
}
