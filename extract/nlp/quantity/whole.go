package quantity

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/number"
)

// within reads a figure that is a part of the one before and says no metric of
// its own: what stands in brackets behind it, "23 people (12 Somali and 11
// Yemeni)", what "of those" takes up, and what goes on in another place, "three
// died in Leeds and four in York".
func (r *reader) within(f *figure, n int) string {
	if n == 0 {
		return r.ofThose(f)
	}
	before := &r.figures[n-1]
	if people[before.metric] && r.wereSome(f) {
		return before.metric
	}
	if !people[before.metric] || f.unit != "" {
		return ""
	}
	if r.bracketed(f, before) {
		f.person, f.subset = true, true
		f.noun, f.phrase = max(f.noun, f.to), f.to
		f.ends = f.noun + 1
		return before.metric
	}
	if f.noun < 0 && (r.placed(f.to) || r.atPlace(f.to) || r.plain(f.to) == "later") && r.goesOn(f.from) && r.placedBetween(before.ends, f.from) {
		return before.metric
	}
	if f.noun < 0 && r.plain(f.from-1) == "or" && r.mark(f.from-2, ',') && r.stops(f.to) {
		return before.metric // "119,000, according to the police, or 800,000"
	}
	if f.noun < 0 && !f.one && r.plain(f.from-1) == "and" && (r.plain(f.to) == "more" || r.plain(f.to) == "others") {
		return before.metric
	}
	return ""
}

// bracketed reports a figure with a word of its own in brackets that open right
// behind the figure before, or that is listed with one there.
func (r *reader) bracketed(f, before *figure) bool {
	if f.to >= len(r.atoms) || r.atoms[f.to].Kind != number.Word {
		return false
	}
	f.bracket = before.bracket && r.joined(before.ends, f.from) || r.mark(before.ends, '(') && before.ends+1 == f.from
	return f.bracket
}

func (r *reader) goesOn(i int) bool { return r.plain(i-1) == "and" || r.mark(i-1, ',') }

func (r *reader) atPlace(i int) bool { return r.plain(i) == "near" || r.plain(i) == "on" }

// placedBetween reports a place for the figure before, among the words from atom
// i to atom j.
func (r *reader) placedBetween(i, j int) bool {
	for ; i < j; i++ {
		if r.placed(i) || r.atPlace(i) {
			return true
		}
		if r.mark(i, ';') {
			return false
		}
	}
	return false
}

// ofThose reads "of those, 212 were children" at the beginning of a sentence: a
// part of the last figure of people.
func (r *reader) ofThose(f *figure) string {
	if r.plain(0) != "of" || f.from > 4 {
		if opens := f.start == 0 || r.plain(f.start-1) == "that" || r.atoms[f.start-1].Kind == number.Punct; opens && r.topic(1) != "" && r.wereSome(f) {
			return r.topic(1)
		}
		return ""
	}
	switch r.plain(1) {
	case "those", "these", "them", "the":
	default:
		return ""
	}
	metric := r.topic(1)
	if metric == "" || !passive[r.plain(f.ends)] && f.noun < 0 {
		return ""
	}
	f.person, f.subset = true, true
	r.wereSome(f)
	return metric
}

// wereSome reads "eleven were children": some of those told of were of a kind, which
// becomes what f counts.
func (r *reader) wereSome(f *figure) bool {
	if f.noun >= 0 || f.unit != "" || !passive[r.plain(f.ends)] {
		return false
	}
	for i := f.ends + 1; i < min(f.ends+3, len(r.atoms)); i++ {
		if r.personAt(i) && !r.in(r.lex.generic, i) && r.plural(i) {
			f.noun, f.phrase = i, f.ends+1
			f.person, f.subset = true, true
			return true
		}
	}
	return false
}

func (r *reader) personAt(i int) bool {
	return i < len(r.atoms) && r.atoms[i].Kind == number.Word && r.personNoun(i)
}

// shareBack gives a figure without a metric that of the next one when both are
// listed before the word that tells it: nine soldiers and 10 rebels were killed.
func (r *reader) shareBack() {
	for n := len(r.figures) - 2; n >= 0; n-- {
		f, next := &r.figures[n], &r.figures[n+1]
		if f.metric == "" && f.person && f.unit == "" && people[next.metric] && next.person && !next.subset && r.joined(f.ends, next.from) && (r.afterNoun(next) == next.metric || r.inPlace(next) == next.metric) {
			f.metric = next.metric
		}
	}
}

// joined reports nothing but and, or and commas between two atoms.
func (r *reader) joined(i, j int) bool {
	if j <= i || j-i > 3 {
		return false
	}
	for ; i < j; i++ {
		if w := r.word(i); w != "and" && w != "or" && w != "a" && w != "another" && !r.mark(i, ',') {
			return false
		}
	}
	return true
}

// isSubset reports a figure that is part of the one before: "including three
// children", "among them two women", "three of them".
func (r *reader) isSubset(f *figure) bool {
	i := f.from - 1
	return i >= 0 && (strings.EqualFold(r.text(i), "including") || r.word(i) == "them" && r.word(i-1) == "among" || strings.EqualFold(r.text(i), "includes") || strings.EqualFold(r.text(i), "included")) ||
		r.word(f.end) == "of" && (r.word(f.end+1) == "them" || r.word(f.end+1) == "whom") || r.plain(i) == "whom" && r.plain(i-1) == "of"
}

// listedWith reads the metric of the figure before, which this one is part of
// or is listed with: killed 12 soldiers and five policemen.
func (r *reader) listedWith(f, before *figure) string {
	if !people[before.metric] && before.metric != "jobs" && before.metric != "seats" && before.metric != "votes" {
		return ""
	}
	if f.subset && people[before.metric] {
		r.wereSome(f) // "of whom nine were guards"
		return before.metric
	}
	if f.from <= before.ends {
		return ""
	}
	if f.noun < 0 && r.placedAlike(f, before) {
		return before.metric
	}
	if !f.person || !r.joined(before.ends, f.from) {
		return ""
	}
	return before.metric
}

// placedAlike reports a list by place: 4,300 jobs in France, 3,700 in Germany
// and 400 in Spain.
func (r *reader) placedAlike(f, before *figure) bool {
	if f.from-before.ends > 6 || !r.placed(f.to) || !r.placed(before.ends) {
		return false
	}
	for i := before.ends + 1; i < f.from; i++ {
		if a := &r.atoms[i]; a.Kind == number.Word && !a.Upper && r.word(i) != "and" && r.word(i) != "the" || a.Kind == number.Punct && a.Rune != ',' {
			return false
		}
	}
	return true
}

func (r *reader) placed(i int) bool {
	return r.word(i) == "in" || r.word(i) == "from" || r.word(i) == "at"
}
