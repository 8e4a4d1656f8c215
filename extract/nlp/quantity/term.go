package quantity

import (
	"github.com/claimline/claimline/extract/nlp/number"
	"github.com/claimline/claimline/graph"
)

// spans are the words for a span of time, with its unit.
var spans = map[string]string{
	"year": "year", "years": "year", "month": "month", "months": "month", "week": "week", "weeks": "week",
	"day": "day", "days": "day", "hour": "hour", "hours": "hour", "minute": "minute", "minutes": "minute",
}

// term reads a span of time that is a figure rather than a date: how long somebody
// is to be locked up, in years or months, and how long something lasts: "12 years
// in prison", "a six-year term", "a 24-hour strike", "lasted four days".
func (r *reader) term(i int) (next int, ok bool) {
	n, end, ok := r.lex.numbers.Parse(r.atoms, i)
	if !ok || n.Vague || r.word(i) == "a" {
		return i, false
	}
	f := figure{start: i, end: end, from: i, to: end, value: n.Value, words: n.Words, noun: -1, comparator: graph.Exact}
	after := end
	if r.mark(after, '-') {
		after++
	}
	unit := spans[r.plain(after)]
	if unit == "" {
		return i, false
	}
	after++
	f.phrase, f.ends = after, after
	switch {
	case (unit == "year" || unit == "month") && r.locked(i, after):
		f.metric, f.unit = unit+"s", unit
	case r.lasts(&f, after):
		f.metric, f.unit = "duration_"+unit+"s", unit
	default:
		return i, false
	}
	r.compare(&f)
	f.to = f.end
	r.figures = append(r.figures, f)
	return after, true
}

var (
	prison    = set("prison", "jail", "imprisonment", "custody", "detention", "confinement", "bars", "penitentiary")
	sentences = set("sentence", "sentences", "term", "terms", "jailing", "imprisonment")
	suffered  = set("prison", "jail", "suspended", "custodial", "minimum")
	jailing   = set("sentenced", "jailed", "imprisoned", "incarcerated", "sentencing", "jails", "jailing", "sentences", "jail", "imprison", "sentence")
	lasting   = set("strike", "stoppage", "walkout", "siege", "standoff", "offensive", "curfew", "ceasefire", "truce", "battle", "war", "visit", "trip", "summit", "hunt",
		"manhunt", "search", "blackout", "outage", "ban", "suspension", "shutdown", "lockdown", "blockade", "protest", "sit-in", "trial", "strikes", "conflict", "drought", "heatwave",
		"conference", "truces", "occupation", "raid", "shootout", "gunfight", "ordeal", "flight", "evacuation")
	lastingBy = set("lasted", "lasts", "lasting", "last")
)

// locked reports whether the span between atoms i and after is one of being locked
// up, by the words beside it.
func (r *reader) locked(i, after int) bool {
	if r.mark(after, '-') || r.mark(after, '\'') {
		after++
	}
	w, next := r.plain(after), r.plain(after+1)
	switch {
	case sentences[w] && (w != "term" || r.sentenced()), suffered[w] && (sentences[next] || prison[w]):
		return true
	case (w == "in" || w == "behind" || w == "of") && prison[next], w == "in" && prison[r.plain(after+2)]:
		return true
	}
	back := i - 1
	for n := 0; n < 5 && back >= 0 && (r.plain(back) == "to" || r.plain(back) == "for" || comparing[r.plain(back)]); n++ {
		back--
	}
	if jailing[r.plain(back)] {
		return true
	}
	return back > 1 && (r.plain(back) == "him" || r.plain(back) == "her" || r.plain(back) == "them") && jailing[r.plain(back-1)]
}

var comparing = set("at", "least", "up", "more", "than", "nearly", "about", "almost", "over", "a", "total", "of", "maximum", "minimum", "just", "only")

// sentenced reports whether the sentence is about a sentence: a six-year term is
// also one in office.
func (r *reader) sentenced() bool {
	return r.spellsOut("convicted", "guilty", "received", "prison", "jail", "imprisonment", "sentenced", "jailed", "imprisoned", "sentence")
}

// lasts reports whether f says how long something goes on: what it is stands a
// word or two behind the span, or the verb before it says so.
func (r *reader) lasts(f *figure, after int) bool {
	if lastingBy[r.plain(f.from-1)] || r.plain(f.from-1) == "about" && lastingBy[r.plain(f.from-2)] || r.plain(f.from-1) == "for" && lastingBy[r.plain(f.from-2)] {
		return true
	}
	for j := after; j < min(after+3, len(r.atoms)); j++ {
		if r.atoms[j].Kind == number.Punct && !r.hyphen(j) {
			return false
		}
		if lasting[r.plain(j)] {
			f.noun, f.ends = j, j+1
			return true
		}
		if r.in(r.lex.function, j) || r.in(r.lex.clause, j) {
			return false
		}
	}
	return false
}
