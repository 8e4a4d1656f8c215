// Package timex finds time expressions and resolves them: a document with
// sentences and tokens goes in, its Timexes come out, each with its TIMEX3
// type, value and modifier (TimeML 1.2.1), its EDTF, its bounds in UTC, the
// rule that read it and what it counts from. The extent and the values follow
// the TIMEX3 guidelines; the design, rules in tables over one left-to-right
// pass, follows HeidelTime (Strötgen and Gertz 2010). Tags sharpen the reading
// where the tokens have them; without tags it reads words alone.
//
// Relative dates count from Document.Created. Without it they keep their text,
// a value with X and open bounds. Prepositions are no part of an expression,
// but count in its EDTF: "by Saturday" ends then and begins who knows when.
// Times of the day without a zone are bounded as if in UTC here; package event,
// which knows where, moves the bounds.
//
// The two ends of a range stay two expressions with one EDTF. So do a length
// and the date that it counts from ("two weeks from tomorrow"): the EDTF of
// the length is where it leads. Days that do not exist stay text, and so do
// figures that are as likely a score, a fraction or an hour as a date.
//
// What counts from an event ("three days before the massacre") is a duration
// here; see [AnchorPhrase] for the stage that knows the events.
package timex

import (
	"sync"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// lexOf reads the tables when they are first needed.
var lexOf = sync.OnceValue(newLexicon)

// Run fills d.Timexes from the sentences and tokens of d.
func Run(d *doc.Document) {
	r := &reader{lex: lexOf(), d: d, created: newCreated(d.Created)}
	r.narrative, r.early = tellsHistory(d.Tokens, r.created), eraOf(d.Tokens)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Block >= 0 && s.Block < len(d.Blocks) && d.Blocks[s.Block].Role == doc.Boilerplate {
			continue
		}
		r.sentence(s)
	}
}

func (r *reader) sentence(s *doc.Sentence) {
	r.tokens, r.first = r.d.Tokens[s.First:s.Last], s.First
	r.atoms = r.lex.vocab.Scan(r.atoms[:0], r.d.Text, s.Start, s.End)
	r.refAge++
	if len(r.atoms) == 0 {
		return
	}
	r.find()
	if len(r.pieces) == 0 {
		return
	}
	r.compose()
	r.borrow()
	for i := range r.pieces {
		r.resolve(&r.pieces[i])
	}
	r.spans()
	r.counts()
	for i := range r.pieces {
		r.bound(&r.pieces[i])
		r.emit(&r.pieces[i])
	}
}

// emit adds a piece to the document, with the tokens that it touches.
func (r *reader) emit(p *piece) {
	start, end := r.atoms[p.start].Start, r.atoms[p.end-1].End
	first, last := r.tokenAt(start), r.tokenAt(end-1)
	if first == doc.None || last == doc.None {
		return
	}
	var cue graph.Span
	if p.told > 0 {
		cue = graph.Span{Start: r.atoms[p.told-1].Start, End: r.atoms[p.told-1].End}
	}
	r.d.Timexes = append(r.d.Timexes, doc.Timex{
		Interval: r.interval(p),
		Span:     graph.Span{Start: start, End: end},
		Cue:      cue,
		First:    first, Last: last + 1,
		Event: doc.None,
	})
}
