package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// A Cue is a word that says that somebody says something, in one frame.
type Cue struct {
	Lemma string // of one word or of several: "call on"
	POS   string // V, N, J (adjective), R (adverb) or P (preposition)
	// Frame is how the content hangs on the cue: "that", "to", "np", "as",
	// "comment", "source", "view", "sentence", or a preposition.
	Frame string
	// Objects are the nouns that an "np" frame is for, any when empty.
	Objects []string
	Act     string // of package graph/ontology
	Origin  string
}

// Row names the row of the table, such as "claim.V[np:credit|victory]".
func (c Cue) Row() string {
	frame := c.Frame
	if len(c.Objects) > 0 {
		frame += ":" + strings.Join(c.Objects, "|")
	}
	return c.Lemma + "." + c.POS + "[" + frame + "]"
}

// rank orders the frames of one cue: what asks for certain objects is looked
// for before clauses, clauses before prepositions, and a bare object last.
func (c Cue) rank() int {
	if len(c.Objects) > 0 {
		return 0
	}
	order := []string{"comment", "that", "quote", "to"}
	if i := slices.Index(order, c.Frame); i >= 0 {
		return 1 + i
	}
	last := []string{"as", "xcomp", "np"}
	return len(order) + 2 + slices.Index(last, c.Frame)
}

// Takes reports whether the frame is for this object.
func (c Cue) Takes(object string) bool {
	return len(c.Objects) == 0 || slices.Contains(c.Objects, object)
}

// Cues returns the frames of a cue in the order to try them in.
func Cues(lemma, pos string) []Cue { return cues()[lemma+"."+pos] }

// Prepositions returns the cues that stand before a source as a preposition.
func Prepositions() []Cue {
	return sourcePrepositions()
}

var sourcePrepositions = sync.OnceValue(func() []Cue {
	var out []Cue
	for _, frames := range cues() {
		for _, c := range frames {
			if c.POS == "P" {
				out = append(out, c)
			}
		}
	}
	slices.SortFunc(out, func(a, b Cue) int { return strings.Compare(a.Lemma, b.Lemma) })
	return out
})

var cues = sync.OnceValue(func() map[string][]Cue {
	out := map[string][]Cue{}
	for _, row := range mustTable("cues.tsv").rows {
		c := Cue{Lemma: row[0], POS: row[1], Act: row[3], Origin: row[4]}
		frame, objects, _ := strings.Cut(row[2], ":")
		c.Frame, c.Objects = frame, list(objects)
		out[c.Lemma+"."+c.POS] = append(out[c.Lemma+"."+c.POS], c)
	}
	for _, frames := range out {
		slices.SortStableFunc(frames, func(a, b Cue) int { return a.rank() - b.rank() })
	}
	return out
})
