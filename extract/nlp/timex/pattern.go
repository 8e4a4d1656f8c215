package timex

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/number"
)

// A rule is a line of rules.tsv, ready to match.
type rule struct {
	id       string
	elements []element
	act      action
	arg      []string
}

// An element is one step of a pattern.
type element struct {
	optional bool
	glued    bool // no space before it
	words    []int32
	marks    []rune
	class    *class
}

// A match is a rule with the atoms [start, end) it spans and what its classes
// read there.
type match struct {
	rule       *rule
	start, end int
	set        uint64 // the slots that hold a value
	v          [slots]int32
	n, n2      float64
	vague      bool // n is a few, several or many
	article    bool // n is a or an
	digits     int  // how many <digits> were read
}

func (m *match) has(s slot) bool { return m.set&(1<<s) != 0 }

func (m *match) put(s slot, v int) {
	m.v[s] = int32(v)
	m.set |= 1 << s
}

// get returns what a slot holds, 0 when nothing was read.
func (m *match) get(s slot) int { return int(m.v[s]) }

// patternWords lists the words that a pattern spells out.
func patternWords(pattern string) []string {
	var out []string
	for _, field := range strings.Fields(pattern) {
		field = strings.TrimLeft(strings.TrimSuffix(field, "?"), "+")
		if strings.HasPrefix(field, "<") {
			continue
		}
		for _, word := range strings.Split(field, "|") {
			if word != "" && word[0] >= 'a' && word[0] <= 'z' {
				out = append(out, word)
			}
		}
	}
	return out
}

// compile fills the rules of l and the index of what they may begin with.
func (l *lexicon) compile(table [][]string) {
	l.byWord = make([][]int32, l.vocab.Len())
	for _, row := range table {
		r := rule{id: row[0], act: actions[row[2]]}
		if r.act == nil {
			panic("timex: rules.tsv: " + row[0] + ": no action " + row[2])
		}
		if len(row) > 3 {
			r.arg = strings.Fields(row[3])
		}
		for _, field := range strings.Fields(row[1]) {
			r.elements = append(r.elements, l.element(row[0], field))
		}
		l.rules = append(l.rules, r)
		l.index(int32(len(l.rules)-1), r.elements)
	}
}

func (l *lexicon) element(id, field string) element {
	var e element
	field, e.optional = strings.CutSuffix(field, "?")
	if rest, glued := strings.CutPrefix(field, "+"); glued {
		field, e.glued = rest, true
	}
	if strings.HasPrefix(field, "<") {
		if e.class = classes[strings.Trim(field, "<>")]; e.class == nil {
			panic("timex: rules.tsv: " + id + ": no class " + field)
		}
		return e
	}
	for _, alternative := range strings.Split(field, "|") {
		if word := l.vocab.ID(alternative); word != 0 {
			e.words = append(e.words, word)
		} else {
			e.marks = append(e.marks, []rune(alternative)[0])
		}
	}
	return e
}

// index enters a rule under everything that it may begin with.
func (l *lexicon) index(r int32, elements []element) {
	words := map[int32]bool{}
	digits, marks := false, false
	for _, e := range elements {
		for _, w := range e.words {
			words[w] = true
		}
		marks = marks || len(e.marks) > 0
		if e.class != nil {
			digits, marks = digits || e.class.digits, marks || e.class.mark
			for w := int32(1); w < int32(l.vocab.Len()); w++ {
				if e.class.word != nil && e.class.word(l, w) {
					words[w] = true
				}
			}
		}
		if !e.optional {
			break
		}
	}
	for w := range words {
		l.byWord[w] = append(l.byWord[w], r)
	}
	if digits {
		l.byDigits = append(l.byDigits, r)
	}
	if marks {
		l.byMark = append(l.byMark, r)
	}
}

// candidates lists the rules that may begin with an atom, in their order.
func (l *lexicon) candidates(a *number.Atom) []int32 {
	switch a.Kind {
	case number.Word:
		if a.Word == 0 {
			return nil
		}
		return l.byWord[a.Word]
	case number.Digits:
		return l.byDigits
	}
	if a.Rune == '\'' {
		return l.byMark
	}
	return nil
}

// A matcher matches patterns against the atoms of a sentence. It is kept from
// one match to the next, so that matching allocates nothing.
type matcher struct {
	lex   *lexicon
	atoms []number.Atom
	now   match   // what was read on the way so far
	best  match   // the longest way through
	saved []match // what was read before an element that may be left out
}

// try matches a rule at atom i. The result is in best, with end i when there
// is none.
func (t *matcher) try(r *rule, i int) {
	t.now = match{rule: r, start: i}
	t.best.end = i
	t.walk(r.elements, i)
}

// walk tries the elements from atom i on. A pattern has few that may be left
// out, so that the ways are few.
func (t *matcher) walk(elements []element, i int) {
	for n := range elements {
		e := &elements[n]
		if e.optional {
			t.saved = append(t.saved, t.now)
			t.walk(elements[n+1:], i)
			last := len(t.saved) - 1
			t.now = t.saved[last]
			t.saved = t.saved[:last]
		}
		next, ok := t.lex.step(t.atoms, e, i, &t.now)
		if !ok {
			return
		}
		i = next
	}
	if i > t.best.end {
		t.best = t.now
		t.best.end = i
	}
}

func (l *lexicon) step(atoms []number.Atom, e *element, i int, m *match) (int, bool) {
	if i >= len(atoms) || e.glued && atoms[i].Space {
		return i, false
	}
	a := &atoms[i]
	if e.class != nil {
		return e.class.read(l, atoms, i, m)
	}
	switch a.Kind {
	case number.Word:
		for _, w := range e.words {
			if a.Word == w && w != 0 {
				return i + 1, true
			}
		}
	case number.Punct:
		for _, r := range e.marks {
			if a.Rune == r {
				return i + 1, true
			}
		}
	}
	return i, false
}
