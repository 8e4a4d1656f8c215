// Package claim finds who says what: source, cue and content of each
// attribution (spans after PolNeAR), the chain of sources where one tells what
// another said (MPQA), the act, and how sure the innermost source is (FactBank).
// Needs trees, mentions with chains, time expressions, quantities, quotes and
// events; adds Document.Attributions. It also marks, in Document.Events, which
// perpetrators are only alleged, and adds a mention with a chain for a source
// that no earlier stage took for an actor, such as a study.
//
// The article's own sentences are claims only where they give a figure of an
// event or one with a bound, and where its author says "I think". Nothing is read
// from boilerplate, captions or bylines.
package claim

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/dep"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Run finds the attributions of d.
func Run(d *doc.Document) {
	r := newReader(d)
	for s := range d.Sentences {
		if r.prose(s) {
			r.sentence(s)
		}
	}
	r.bluntly()
	r.continuations()
	r.statements()
	r.pulled()
	r.freely()
	r.transcript()
	r.nest()
	r.promote()
	for _, i := range r.inOrder() {
		r.attribute(i)
	}
	r.once()
	r.narrator()
	slices.SortStableFunc(d.Attributions, func(a, b doc.Attribution) int { return a.Start - b.Start })
	r.timesCarried()
	r.sameDay()
	r.alleged()
}

// inOrder are the sayings in the order in which the text has them.
func (r *reader) inOrder() []int {
	order := make([]int, len(r.sayings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return r.sayings[a].first - r.sayings[b].first })
	return order
}

// once drops attributions that say the same of the same source by other words.
func (r *reader) once() {
	var kept []doc.Attribution
	for _, a := range r.d.Attributions {
		if !slices.ContainsFunc(kept, func(b doc.Attribution) bool {
			return a.Content == b.Content && a.Act == b.Act && a.Quantity == b.Quantity && len(a.Hops) == len(b.Hops) && r.sameSource(innermost(&a), innermost(&b))
		}) {
			kept = append(kept, a)
		}
	}
	r.d.Attributions = kept
}

// A saying is one cue with its source and content, before chains are made.
type saying struct {
	sent   int
	cue    int // token, doc.None for a quotation that goes on without one
	cues   graph.Span
	act    string
	source source
	told   []source // outlets that were told, outermost first
	// quoting says that what is in told was not told but passes it on.
	quoting bool
	// first and last bound the content in tokens; head is its verb or noun.
	first, last  int
	head         int
	unattributed bool
	passive      bool
	negated      bool // the act itself is negated: "did not say"
	medium       string
	time         int
	parent       int // the saying whose content this one stands in
	silent       bool
	ownerless    bool // the source is a paper that the text gives no issuer of
	rule         string
}

// A source is who says it.
type source struct {
	token   int // head of its noun phrase, doc.None for none
	mention int
	span    graph.Span
}

var noSource = source{token: doc.None, mention: doc.None}

type reader struct {
	d       *doc.Document
	tree    *dep.Tree
	mention []int // token → mention
	timex   []int // token → timex
	quote   []int // token → quote it stands in
	sayings []saying
	last    source // who spoke last, in the order of the text
	topic   int    // the event that the article is about, once topical is true
	topical bool
}

func newReader(d *doc.Document) *reader {
	r := &reader{d: d, tree: dep.New(d), last: noSource}
	r.mention, r.timex, r.quote = dep.Mentions(d), dep.Timexes(d), dep.None(len(d.Tokens))
	for i, q := range d.Quotes {
		if !q.Speech {
			continue
		}
		for t := r.tokenAt(q.Start); t < len(d.Tokens) && d.Tokens[t].Start < q.End; t++ {
			r.quote[t] = i
		}
	}
	return r
}

// tokenAt is the first token that begins at or after a byte offset.
func (r *reader) tokenAt(at int) int {
	i, _ := slices.BinarySearchFunc(r.d.Tokens, at, func(t doc.Token, at int) int { return t.Start - at })
	return i
}

func (r *reader) prose(s int) bool {
	b := r.d.Sentences[s].Block
	if b < 0 || b >= len(r.d.Blocks) {
		return true
	}
	role := r.d.Blocks[b].Role
	return role.Prose() && role != doc.Headline
}

// sentence finds the sayings of one sentence.
func (r *reader) sentence(s int) {
	sent := r.d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		switch t := r.tree.Token(i); {
		case t.UPOS == "VERB" || t.UPOS == "AUX" && r.tree.Is(i, "root", "conj", "ccomp"):
			r.verb(i)
			r.adjective(i) // "is concerned" may be tagged a participle
		case t.UPOS == "NOUN" || t.XPOS == "VBG":
			r.noun(i)
		case t.UPOS == "ADJ":
			r.adjective(i)
		case t.UPOS == "ADV":
			r.adverb(i)
		}
	}
	// What cites a source of a saying comes after all sayings are found.
	for i := sent.First; i < sent.Last; i++ {
		r.preposition(i)
		r.inView(i)
		r.outletCites(i)
	}
}

// add keeps a saying; what it says must be some words other than the cue.
func (r *reader) add(s saying) {
	if s.first >= s.last || s.source.token == doc.None && !s.unattributed {
		return
	}
	if s.cue != doc.None {
		s.sent = r.tree.Token(s.cue).Sent
		if s.cues.Len() == 0 {
			s.cues = r.tree.Token(s.cue).Span
		}
	}
	s.parent = doc.None
	r.trim(&s)
	if s.first >= s.last {
		return
	}
	r.sayings = append(r.sayings, s)
	if s.source.mention != doc.None && !s.unattributed {
		r.last = s.source
	}
}

// trim takes punctuation and conjunctions off the ends of the content.
func (r *reader) trim(s *saying) {
	for s.first < s.last && r.loose(s.first, true) && (s.last-s.first > 1 || r.tree.Token(s.first).UPOS == "PUNCT") {
		s.first++
	}
	for s.last > s.first && r.loose(s.last-1, false) {
		s.last--
	}
}

func (r *reader) loose(i int, front bool) bool {
	t := r.tree.Token(i)
	switch t.Text {
	case "”", "’", "\"", "'", "“", "‘", ")", "(":
		return false
	}
	return t.UPOS == "PUNCT" || front && (r.tree.Is(i, "cc") || t.Lemma == "that" && r.tree.Is(i, "mark"))
}
