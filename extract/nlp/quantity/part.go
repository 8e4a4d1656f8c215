package quantity

import (
	"maps"
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/nlp/number"
	"github.com/claimline/claimline/graph"
)

// parts gives a figure that is a part of the next one the noun of that one, and
// leaves the whole out: "14 of the 17 seats" are 14 seats, "nine of the country's
// ten provinces" nine provinces.
func (r *reader) parts() {
	kept := r.figures[:0]
	for n := 0; n < len(r.figures); n++ {
		f := r.figures[n]
		if n+1 < len(r.figures) && r.partOf(&f, &r.figures[n+1]) {
			whole := &r.figures[n+1]
			f.noun, f.phrase, f.ends, f.person = whole.noun, whole.phrase, whole.ends, whole.person
			n++
		}
		kept = append(kept, f)
	}
	r.figures = kept
}

// partOf reports whether nothing but "of the" or "of the country's" stands
// between a figure and a greater one that has a noun.
func (r *reader) partOf(f, whole *figure) bool {
	if f.unit != "" || whole.unit != "" || whole.noun < 0 || f.value > whole.value || r.word(f.to) != "of" || whole.from-f.to > 6 {
		return false
	}
	i := f.to + 1
	if i == whole.from {
		return true // "298 of 669 seats"
	}
	switch r.word(i) {
	case "the", "its", "their", "his", "her":
		i++
	}
	if i == whole.from {
		return true
	}
	return r.genitive(whole.from - 2)
}

// inPhrase reads what people do or undergo in a phrase with the figure inside: "took
// 23 of them into custody", "forced 50,000 from their homes", "four officers
// suffered minor injuries", "a vote of 52 to 48".
func (r *reader) inPhrase(f *figure) string {
	before, after := r.plain(f.from-1), r.plain(f.ends)
	switch {
	case r.plain(f.ends+1) == "custody" && after == "into":
		return r.custody()
	case (after == "from" || after == "out") && r.homes(f.ends+1):
		return "displaced"
	case forcing[before] && after == "to" && leaving[r.plain(f.ends+1)]:
		return "displaced"
	case losing[after] && r.homes(f.ends+1), helping[after] && losing[r.plain(f.ends+1)] && r.homes(f.ends+2):
		return "displaced"
	case after == "in" && r.plain(f.ends+1) == "for" && r.plain(f.ends+2) == "questioning":
		return "arrested"
	case passive[after] && (r.plain(f.ends+1) == "forced" || r.plain(f.ends+1) == "driven") && r.homes(f.ends+2):
		return "displaced"
	case (f.person || f.subset) && after == "with":
		return r.hurt(f.ends + 1)
	case f.person && (after == "suffered" || after == "sustained" || after == "suffer" || after == "received"):
		return r.hurt(f.ends + 1)
	}
	return ""
}

var (
	forcing = set("forced", "forcing", "forces", "force", "prompted", "prompting", "caused", "causing", "drove", "driving")
	leaving = set("flee", "leave", "evacuate")
	losing  = set("lost", "left", "abandoned")
	hurts   = set("injuries", "wounds", "burns", "injury", "fractures", "concussion", "bruises", "cuts")
	// soldiers are those who capture: police arrest.
	soldiers = set("commandos", "navy", "troops", "soldiers", "marines", "army", "rebels", "militants", "insurgents", "fighters", "warship", "frigate")
)

func set(words ...string) map[string]bool {
	out := map[string]bool{}
	for _, w := range words {
		out[w] = true
	}
	return out
}

// custody tells who is arrested from who is captured by who is in the sentence.
func (r *reader) custody() string {
	if r.spellsOut(slices.Collect(maps.Keys(soldiers))...) {
		return "captured"
	}
	return "arrested"
}

// homes reports "their homes" or "homes" at atom i or one after it.
func (r *reader) homes(i int) bool {
	for j := i; j < i+4; j++ {
		switch r.plain(j) {
		case "homes", "houses":
			return true
		case "from", "of", "their", "his", "her":
		default:
			return false
		}
	}
	return false
}

// hurt reads the injuries at atom i or after a word or two about them.
func (r *reader) hurt(i int) string {
	for j := i; j < i+4; j++ {
		if hurts[r.plain(j)] {
			return "injured"
		}
	}
	return ""
}

// votes reads "voted by 214 to 171" and "a vote of 52 to 48": those for, then
// those against.
func (r *reader) votes() {
	r.sides()
	for n := 0; n+1 < len(r.figures); n++ {
		f, g := &r.figures[n], &r.figures[n+1]
		if f.unit+g.unit != "" || f.value <= g.value || r.word(g.from-1) != "to" || g.from-1 != f.to && !(g.from-1 == f.to+1 && r.tells(noun, f.to) == "votes") {
			continue
		}
		counted := f.noun >= 0 && r.tells(noun, f.noun) == "votes"
		if f.noun >= 0 && f.noun != f.to || !counted && !r.voted(f.from) {
			continue
		}
		f.metric, g.metric = "votes_for", "votes_against"
		if counted && r.verbBefore(f.from, beating) {
			f.metric, g.metric = "votes", "votes" // of two candidates
		}
		g.noun = -1
	}
}

// sides reads "94 deputies voted for the bill and 97 against", "52 in favor, 48
// against".
func (r *reader) sides() {
	for n := range r.figures {
		f := &r.figures[n]
		i := f.ends
		said := r.plain(i) == "voted" || r.plain(i) == "voting"
		if said {
			i++
		}
		bare := f.noun < 0 && f.unit == ""
		before := n > 0 && (r.figures[n-1].metric == "votes_for" || r.figures[n-1].metric == "votes_against")
		switch w := r.plain(i); {
		case f.unit != "" || !said && !bare:
		case said && (w == "for" || w == "yes") || (said || bare) && w == "in" && (r.plain(i+1) == "favor" || r.plain(i+1) == "favour"):
			f.metric = "votes_for"
		case (said || before) && (w == "against" || w == "no") || before && w == "opposed":
			f.metric = "votes_against"
		}
	}
}

var beating = set("beat", "beats", "beating", "defeated", "defeats", "defeating", "won", "wins", "winning", "lost", "elected", "edged")

// voted reports a vote in the words shortly before atom i.
func (r *reader) voted(i int) bool {
	const shortly = 6
	for j := i - 1; j >= max(0, i-shortly); j-- {
		switch r.plain(j) {
		case "voted", "vote", "votes", "voting", "ballot":
			return true
		}
	}
	return false
}

// turnout gives a share of those who vote its name.
func (r *reader) turnout(f *figure) bool {
	if f.metric != "percent" || f.comparator == graph.Between {
		return false
	}
	if r.plain(f.to) == "turnout" || r.plain(f.to+1) == "turnout" {
		return true
	}
	for i := f.from - 1; i >= max(0, f.from-5); i-- {
		switch r.plain(i) {
		case "turnout":
			return true
		case "was", "is", "were", "of", "at", "stood", "reached", "hit", "put", "to", "a", "the", "high", "estimated", "voter", "rose", "fell", "dropped", "climbed", "slipped", "increased", "rising", "falling", "slumped", "up", "down":
		default:
			return false
		}
	}
	return false
}

// aside gives a figure between dashes the plural noun that it says the number
// of: "air strikes -- eight in the last day".
func (r *reader) aside(f *figure) {
	i := f.from - 1
	for i >= 0 && r.dash(i) {
		i--
	}
	if f.noun >= 0 || f.unit != "" || i < 0 || i == f.from-1 || r.atoms[i].Kind != number.Word || !r.plural(i) {
		return
	}
	switch r.plain(f.ends) {
	case "in", "on", "since", "during", "this", "last", "so", "over":
		f.noun, f.phrase, f.person = i, i, r.personNoun(i)
	}
}

func (r *reader) dash(i int) bool {
	a := &r.atoms[i]
	return a.Kind == number.Punct && (a.Rune == '-' || a.Rune == '–' || a.Rune == '—')
}

// plain is the word at atom i in lower case, known to the tables or not.
func (r *reader) plain(i int) string {
	if i < 0 || i >= len(r.atoms) || r.atoms[i].Kind != number.Word {
		return ""
	}
	return strings.ToLower(r.text(i))
}

// tally reads "voted 5-2", those for and those against.
func (r *reader) tally(i int) (next int, ok bool) {
	if i+2 >= len(r.atoms) || r.atoms[i].Kind != number.Digits || r.atoms[i+2].Kind != number.Digits || !r.dash(i+1) || r.atoms[i+1].Space || r.atoms[i+2].Space || r.plain(i-1) != "voted" {
		return i, false
	}
	for n, metric := range []string{"votes_for", "votes_against"} {
		at := i + 2*n
		r.figures = append(r.figures, figure{start: at, end: at + 1, from: at, to: at + 1, value: float64(r.atoms[at].Value),
			comparator: graph.Exact, metric: metric, noun: -1, phrase: at + 1, ends: at + 1})
	}
	return i + 3, true
}

// verbNoun takes back a noun that is the verb of a headline: "thousands march".
func (r *reader) verbNoun(f *figure) {
	if f.noun < 0 || f.noun != f.phrase || f.value < 2 || r.atoms[f.noun].Upper || strings.HasSuffix(r.text(f.noun), "s") || r.in(r.lex.persons, f.noun) {
		return
	}
	if r.tells(subject, f.noun) != "" && r.in(r.lex.function, f.noun+1) {
		f.noun, f.ends, f.person = -1, f.phrase, true
	}
}
