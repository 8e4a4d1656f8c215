// Package quantity finds figures: how many, of what, by which metric. A
// document with sentences, tokens and time expressions goes in, its Quantities
// come out, each with the comparator that the words put ("at least 133"), the
// bounds that follow from it (graph.NewQuantity), the noun that is counted and
// the metric that the words around tell: killed, injured, arrested, present.
// Metrics follow GTD, ACLED and UCDP where those count the same thing. Trees
// are used where the tokens have them, and a window of words within the clause
// otherwise.
//
// A figure that counts something else ("three boats") has an empty metric and
// is no figure of a claim. What is no figure at all is left out: dates, ages,
// ordinals, names with numbers, addresses, results of games, clock times.
// Vague words ("dozens") have the comparator unspecified and as value the least
// that they say.
package quantity

import (
	"sync"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/number"
	"github.com/claimline/claimline/graph"
)

var lexOf = sync.OnceValue(newLexis)

// Run fills d.Quantities from the sentences, tokens and Timexes of d.
func Run(d *doc.Document) {
	r := &reader{lex: lexOf(), d: d, told: map[string]bool{}}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Block >= 0 && s.Block < len(d.Blocks) && d.Blocks[s.Block].Role == doc.Boilerplate {
			continue
		}
		r.sent = i
		r.sentence(s)
	}
}

// A reader reads one document, a sentence at a time.
type reader struct {
	lex     *lexis
	d       *doc.Document
	atoms   []number.Atom // of the sentence
	figures []figure      // of the sentence
	timex   int           // the first of Timexes that may lie ahead
	begins  int           // timex at the beginning of the sentence
	tokens  []doc.Token
	first   int             // index of tokens[0]
	sent    int             // index of the sentence
	told    map[string]bool // see tellsOf
	says    map[string]bool // see spellsOut
}

// A figure is a number with what is known of it so far. All positions are
// atoms of the sentence, the ends exclusive.
type figure struct {
	start, end int // the number
	from, to   int // with its comparator and, for money, its sign
	value      float64
	second     float64 // upper end of between
	words      bool    // spelled out
	one        bool    // the word one
	comparator graph.Comparator
	unit       string
	metric     string
	noun       int // what is counted, -1
	phrase     int // where its noun phrase begins, after the number
	ends       int // where its noun phrase ends
	person     bool
	subset     bool // including three children
	toll       bool // stands for a count that goes on: "the toll rose to"
	bracket    bool // in brackets behind the figure that it is part of
}

func (r *reader) sentence(s *doc.Sentence) {
	r.tokens, r.first = r.d.Tokens[s.First:s.Last], s.First
	r.atoms = r.lex.vocab.Scan(r.atoms[:0], r.d.Text, s.Start, s.End)
	r.figures, r.begins, r.says = r.figures[:0], r.timex, nil
	for i := 0; i < len(r.atoms); {
		i = r.readAt(i)
	}
	if len(r.figures) == 0 {
		return
	}
	r.parts()
	r.votes()
	for i := range r.figures {
		r.aside(&r.figures[i])
		r.verbNoun(&r.figures[i])
		r.measure(i)
	}
	r.shareBack()
	provisional := r.provisional()
	for i := range r.figures {
		r.emit(&r.figures[i], provisional)
	}
}

// readAt reads a figure at atom i, if there is one, and returns where to go on.
func (r *reader) readAt(i int) int {
	if next, ok := r.none(i); ok {
		return next
	}
	if next, ok := r.tally(i); ok {
		return next
	}
	if !r.lex.numbers.Starts(r.atoms, i) {
		return i + 1
	}
	if next, ok := r.term(i); ok {
		return next
	}
	if end := r.timexEnd(i); end > i {
		return end
	}
	n, next, ok := r.lex.numbers.Parse(r.atoms, i)
	if several, after := r.several(i); after > i {
		n, next, ok = several, after, true
	}
	if !ok || r.excluded(i, next, n) {
		return max(next, i+1)
	}
	f := figure{start: i, end: next, from: i, to: next, value: n.Value, words: n.Words, noun: -1, comparator: graph.Exact}
	f.one = n.Words && n.Value == 1
	if n.Vague {
		f.comparator = graph.Unspecified
	}
	next = r.upper(&f)
	r.compare(&f)
	r.unit(&f)
	if f.unit == "" {
		r.nounPhrase(&f)
		r.stateNoun(&f)
	}
	if !r.named(&f) {
		r.figures = append(r.figures, f)
	}
	return max(next, f.to)
}

// several reads another dozen, and several hundred as more than one of them.
func (r *reader) several(i int) (n number.Number, next int) {
	scale := map[string]float64{"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1e6}[r.word(i)]
	if scale == 0 {
		return n, i
	}
	switch r.word(i - 1) {
	case "several", "few":
		return number.Number{Value: 2 * scale, Vague: true, Words: true}, i + 1
	case "another":
		return number.Number{Value: scale, Words: true}, i + 1
	}
	return n, i
}

// timexEnd returns the first atom after the time expression that atom i lies
// in, i when it lies in none.
func (r *reader) timexEnd(i int) int {
	at := r.atoms[i].Start
	for r.timex < len(r.d.Timexes) && r.d.Timexes[r.timex].End <= at {
		r.timex++
	}
	if r.timex == len(r.d.Timexes) || r.d.Timexes[r.timex].Start > at {
		return i
	}
	end := i
	for end < len(r.atoms) && r.atoms[end].Start < r.d.Timexes[r.timex].End {
		end++
	}
	return end
}

// inTimex reports whether atom i, which lies ahead, is in a time expression.
func (r *reader) inTimex(i int) bool {
	at := r.atoms[i].Start
	for n := r.timex; n < len(r.d.Timexes) && r.d.Timexes[n].Start <= at; n++ {
		if at < r.d.Timexes[n].End {
			return true
		}
	}
	return false
}

// emit adds a figure to the document, unless nothing says what it counts.
func (r *reader) emit(f *figure, provisional bool) {
	if f.metric == "" && (f.one && f.comparator == graph.Exact && !r.countOf(f) || f.noun < 0 && f.unit == "") {
		return
	}
	if f.metric == "" && f.unit == "" && f.noun >= 0 && (spans[r.plain(f.noun)] != "" || r.kind(f)) {
		return
	}
	start, end := r.atoms[f.from].Start, r.atoms[f.to-1].End
	first, last := r.tokenAt(start), r.tokenAt(end-1)
	if first == doc.None || last == doc.None {
		return
	}
	unit := f.unit
	if unit == "" && (f.person || people[f.metric]) {
		unit = "person"
	}
	q := graph.NewQuantity(f.metric, f.comparator, f.value, unit, r.d.Text[start:end])
	if f.comparator == graph.Between {
		low, high := f.value, f.second
		q.Low, q.High = &low, &high
	}
	q.Population = r.population(f)
	q.Provisional = provisional && people[f.metric]
	if people[f.metric] {
		q.AsOf = r.asOf(f)
	}
	out := doc.Quantity{Span: graph.Span{Start: start, End: end}, Figure: q, First: first, Last: last + 1, Noun: doc.None, Event: doc.None}
	if f.noun >= 0 {
		out.Noun = r.tokenAt(r.atoms[f.noun].Start)
	}
	r.d.Quantities = append(r.d.Quantities, out)
}

// kind reports a number that says what sort of thing one thing is: "a fifty zone".
func (r *reader) kind(f *figure) bool {
	w := r.plain(f.start - 1)
	return (w == "a" || w == "an") && f.value > 1 && !f.one && !r.plural(f.noun) && !r.in(r.lex.persons, f.noun)
}

// countOf reports one count of an offense: "faces one count of murder".
func (r *reader) countOf(f *figure) bool {
	return f.noun >= 0 && r.plain(f.noun) == "count" && r.plain(f.ends) == "of"
}

// people are the metrics that count people.
var people = map[string]bool{
	"killed": true, "injured": true, "killed_or_injured": true, "missing": true, "hostages": true, "captured": true, "arrested": true,
	"displaced": true, "evacuated": true, "rescued": true, "present": true, "participants": true, "infected": true, "recovered": true,
	"affected": true, "stranded": true, "trapped": true, "vaccinated": true, "deported": true,
	"ill": true, "survived": true, "charged": true, "convicted": true, "released": true,
}

// provisional reports whether the sentence says that its figures may change.
func (r *reader) provisional() bool {
	for i := range r.atoms {
		if _, next := r.longest(r.lex.rising, i); next > i {
			return true
		}
	}
	return false
}

// longest returns the value of the longest phrase at atom i and the atom after
// it, i when there is none.
func (r *reader) longest(phrases []phrase, i int) (value string, next int) {
	next = i
	for n := range phrases {
		p := &phrases[n]
		if i+len(p.words) > next && r.spells(p.words, i) {
			value, next = p.value, i+len(p.words)
		}
	}
	return value, next
}

func (r *reader) spells(words []int32, i int) bool {
	if i < 0 || i+len(words) > len(r.atoms) {
		return false
	}
	for n, w := range words {
		if a := &r.atoms[i+n]; a.Kind != number.Word || a.Word != w {
			return false
		}
	}
	return true
}

// word returns the known word at atom i, "" when there is none.
func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.atoms) || r.atoms[i].Kind != number.Word {
		return ""
	}
	return r.lex.vocab.Text(r.atoms[i].Word)
}

func (r *reader) in(set []bool, i int) bool {
	return i >= 0 && i < len(r.atoms) && r.atoms[i].Kind == number.Word && set[r.atoms[i].Word]
}

func (r *reader) mark(i int, c rune) bool {
	return i >= 0 && i < len(r.atoms) && r.atoms[i].Kind == number.Punct && r.atoms[i].Rune == c
}

// tells returns the metric that atom i tells in a role.
func (r *reader) tells(as role, i int) string {
	if i < 0 || i >= len(r.atoms) || r.atoms[i].Kind != number.Word {
		return ""
	}
	return r.lex.metrics[as][r.atoms[i].Word]
}

// tokenAt returns the index of the token that holds a byte, or None.
func (r *reader) tokenAt(at int) int {
	i := doc.TokenAt(r.tokens, at)
	if i == doc.None {
		return i
	}
	return r.first + i
}
