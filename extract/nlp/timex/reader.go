package timex

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/number"
)

// A reader reads one document, a sentence at a time.
type reader struct {
	lex     *lexicon
	d       *doc.Document
	atoms   []number.Atom // of the sentence
	pieces  []piece       // of the sentence
	matcher matcher
	found   []match // the matches at one atom
	now     match   // the one that is acted on
	created created
	// narrative says that the text tells history: partial dates count from
	// the date spoken of last rather than from the document's.
	narrative bool
	early     era   // of the years before 1000 that the text speaks of
	ref       point // the date spoken of last
	refAge    int   // sentences since ref
	refStated bool  // ref had its year stated
	tokens    []doc.Token
	first     int // index of tokens[0]
}

// find fills pieces with what the rules match, longest first, left to right.
func (r *reader) find() {
	r.pieces = r.pieces[:0]
	r.matcher.lex, r.matcher.atoms = r.lex, r.atoms
	for i := 0; i < len(r.atoms); {
		i = r.findAt(i)
	}
}

// findAt tries the rules at atom i and returns where to go on.
func (r *reader) findAt(i int) int {
	candidates := r.lex.candidates(&r.atoms[i])
	if len(candidates) == 0 {
		return i + 1
	}
	r.found = r.found[:0]
	for _, c := range candidates {
		r.matcher.try(&r.lex.rules[c], i)
		if r.matcher.best.end > i {
			r.found = append(r.found, r.matcher.best)
		}
	}
	for len(r.found) > 0 {
		longest := 0
		for n := range r.found {
			if r.found[n].end > r.found[longest].end {
				longest = n
			}
		}
		r.now = r.found[longest]
		m := &r.now
		for m.end > i+1 && (r.mark(m.end-1, ',') || r.word(m.end-1) == "of") {
			m.end-- // what was optional before a part that is missing
		}
		before := len(r.pieces)
		if r.splits(m) || !m.rule.act(r, m) {
			r.found = append(r.found[:longest], r.found[longest+1:]...)
			continue
		}
		if len(r.pieces) > before {
			return r.pieces[len(r.pieces)-1].end
		}
		return m.end
	}
	return i + 1
}

// splits reports whether a match ends within a word. A zone may be stuck to a
// time of day.
func (r *reader) splits(m *match) bool {
	if r.mark(m.end, '-') && glued(r.atoms, m.end) && glued(r.atoms, m.end+1) && r.word2(m.end+1, "long", "ago", "earlier") && r.lex.class(classUnit, r.at(m.end-1)) != "" {
		return true // of "a year-long" the unit belongs to long
	}
	if end := m.end; m.end < len(r.atoms) && m.rule.arg == nil && (r.word(end) == "old" || r.mark(end, '-') && r.word(end+1) == "old") && r.unitBefore(end) && !strings.HasPrefix(m.rule.id, "skip/") {
		return true // less than 25 years old
	}
	return glued(r.atoms, m.end) && r.atoms[m.end].Kind == number.Word && r.atoms[m.end-1].Kind != number.Punct &&
		r.lex.class(classZone, &r.atoms[m.end]) == "" && r.word(m.end) != "z"
}

// unitBefore reports whether a unit of time ends before atom i.
func (r *reader) unitBefore(i int) bool {
	return r.lex.class(classUnit, r.at(i-1)) != "" || r.lex.class(classUnits, r.at(i-1)) != ""
}

func (r *reader) word(i int) string { return r.lex.word(r.atoms, i) }

func (r *reader) mark(i int, c rune) bool { return mark(r.atoms, i, c) }

func (r *reader) word2(i int, words ...string) bool {
	w := r.word(i)
	for _, s := range words {
		if w == s {
			return true
		}
	}
	return false
}

// has reports whether a match contains a word.
func (r *reader) has(m *match, word string) bool {
	for i := m.start; i < m.end; i++ {
		if r.word(i) == word {
			return true
		}
	}
	return false
}

// joins reports a word or mark between two dates of one kind.
func (r *reader) joins(i int) bool {
	return r.mark(i, '-') || r.mark(i, '&') || r.word2(i, "and", "or", "to", "through")
}

func (r *reader) preposition(i int) bool { return i > 0 && r.lex.words.prep.has(&r.atoms[i-1]) }

func (r *reader) nextUpper(i int) bool {
	return i < len(r.atoms) && r.atoms[i].Kind == number.Word && r.atoms[i].Upper
}

// sentenceStart reports whether the capital of atom i is that of a sentence.
func (r *reader) sentenceStart(i int) bool {
	return i == 0 || r.atoms[i-1].Kind == number.Punct && r.atoms[i-1].Rune != ',' && r.atoms[i-1].Rune != '-' && r.atoms[i-1].Rune != '\''
}

// followed reports whether what begins at atom i looks like a noun that the
// words before it belong to.
func (r *reader) followed(i int) bool {
	if i >= len(r.atoms) || r.atoms[i].Kind != number.Word {
		return false
	}
	if t := r.token(i); t != nil && t.UPOS != "" {
		return t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "ADJ"
	}
	return !r.lex.words.function.has(&r.atoms[i])
}

// token returns the token that atom i lies in, nil when there is none.
func (r *reader) token(i int) *doc.Token {
	if n := r.tokenAt(r.atoms[i].Start); n != doc.None {
		return &r.tokens[n-r.first]
	}
	return nil
}

// tokenAt returns the index of the token that holds a byte, or None.
func (r *reader) tokenAt(at int) int {
	i := doc.TokenAt(r.tokens, at)
	if i == doc.None {
		return i
	}
	return r.first + i
}
