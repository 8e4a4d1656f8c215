package quantity

import (
	"github.com/claimline/claimline/extract/nlp/doc"
)

// numbered reads "put the number of demonstrators at 330,000", "the number of dead
// had reached 217" and, of the figure told of before, "put the figure at 2 million".
func (r *reader) numbered(f *figure, n int) string {
	if f.noun >= 0 || !reaching[r.plain(f.from-1)] {
		return ""
	}
	var before *figure
	least := 0
	if n > 0 {
		before, least = &r.figures[n-1], r.figures[n-1].to
		if r.plain(before.from-1) == "from" && before.to+1 >= f.from-1 {
			before, least = nil, 0 // "the number of infected from 61 to 346"
		}
	}
	if w := r.plain(f.from - 1); w == "at" && r.plain(f.from-3) == "the" && lying[r.plain(f.from-2)] != "" {
		return lying[r.plain(f.from-2)] // "put the homeless at 2,000"
	}
	if metric := r.counting(f.from - 2); metric != "" {
		return metric
	}
	for i := f.from - 2; i >= max(least, f.from-far); i-- {
		switch r.plain(i) {
		case "number", "count", "tally":
			if metric := numbers[r.plain(i+1)]; metric != "" {
				return metric // "the number killed in the flood to 500"
			}
			if genuine[r.plain(i-1)] && r.plain(i+1) != "of" || r.reaches(i+1, f.from) {
				return r.before(before)
			}
			if r.plain(i+1) != "of" {
				continue
			}
			metric := r.numbersIn(i+2, min(i+10, f.from))
			if metric == "" {
				r.numberOf(f, i+2)
			}
			return metric
		case "figure", "total":
			if w := r.plain(i - 1); w == "the" || w == "that" || r.plain(i-2) == "the" && genuine[w] {
				return r.before(before)
			}
			return ""
		}
	}
	return ""
}

// numberOf gives a figure the noun of "the number of stolen records at", which
// begins at atom i.
func (r *reader) numberOf(f *figure, i int) {
	for k := i; k < min(i+5, f.from-1); k++ {
		w := r.plain(k)
		if w == "" || reaching[w] || helping[w] || r.in(r.lex.function, k) {
			return
		}
		if next := r.plain(k + 1); reaching[next] || helping[next] || r.placed(k+1) {
			if r.plural(k) {
				f.noun, f.phrase, f.person = k, i, r.personNoun(k)
			}
			return
		}
	}
}

// numbersIn is the metric of the first word between two atoms that names people by
// their fate.
func (r *reader) numbersIn(i, end int) string {
	for ; i < end; i++ {
		if metric := numbers[r.plain(i)]; metric != "" {
			return metric
		}
	}
	return ""
}

// reaches reports nothing but words such as "had been" and "at" from atom i to j.
func (r *reader) reaches(i, j int) bool {
	for k := i; k < j; k++ {
		if w := r.plain(k); !reaching[w] && !helping[w] && !passive[w] {
			return false
		}
	}
	return i < j
}

// counting reads the noun of "infections topped", "deaths have reached", back from
// atom i.
func (r *reader) counting(i int) string {
	for n := 0; n < 3 && (helping[r.plain(i)] || reaching[r.plain(i)] || exceeding[r.plain(i)]); n++ {
		i--
	}
	if metric := r.tells(noun, i); people[metric] && r.plain(i) != "lives" && (r.plain(i) != "cases" || r.illness()) {
		return metric
	}
	return ""
}

var (
	genuine = set("real", "true", "actual", "correct", "official", "overall", "final")
	// reaching are the words between a number's name and the number.
	reaching = set("at", "to", "been", "reached", "was", "is", "are", "were", "stood", "stands", "passed", "exceeded", "topped", "hit", "surpassed", "about", "around", "nearly", "over", "nearer", "closer",
		"totaled", "totalled", "numbered")
	exceeding = set("passed", "exceeded", "topped", "surpassed", "exceeds", "passing", "exceeding", "topping", "surpassing")
	numbers   = map[string]string{
		"dead": "killed", "deaths": "killed", "fatalities": "killed", "killed": "killed", "injured": "injured", "wounded": "injured", "missing": "missing",
		"demonstrators": "present", "protesters": "present", "marchers": "present", "participants": "present", "cases": "infected", "infections": "infected",
		"died": "killed", "drowned": "killed", "perished": "killed", "casualties": "killed_or_injured", "hurt": "injured", "arrested": "arrested", "detained": "arrested",
		"evacuated": "evacuated", "homeless": "displaced", "rescued": "rescued", "jobs": "jobs", "layoffs": "jobs", "stranded": "stranded", "vaccinated": "vaccinated",
		"infected": "infected", "arrests": "arrested", "detainees": "arrested", "displaced": "displaced", "hostages": "hostages",
	}
)

// retold reads a bare figure that somebody sets against the one before: "police
// counted 89,000 marchers while the union claimed 330,000", "the ministry spoke of
// 1.2 million".
func (r *reader) retold(f *figure, n int) string {
	if f.noun >= 0 || f.unit != "" || f.one || !r.stops(f.to) {
		return ""
	}
	var before *figure
	if n > 0 {
		before = &r.figures[n-1]
	}
	if winning[r.plain(f.from-1)] && r.polled(before) {
		return "votes"
	}
	if !r.setsAgainst(f.from) {
		return ""
	}
	return r.before(before)
}

// setsAgainst reports a verb that gives a bare figure just before atom i.
func (r *reader) setsAgainst(i int) bool {
	switch w := r.plain(i - 1); w {
	case "claimed", "counted", "estimated", "claim", "estimate", "claiming", "estimating":
		return true
	case "of":
		return speaking[r.plain(i-2)] || sum[r.plain(i-2)] && (articles[r.plain(i-3)] || articles[r.plain(i-4)] || articles[r.plain(i-5)])
	case "at":
		return r.plain(i-2) == "it" || r.plain(i-2) == "them"
	}
	return false
}

var (
	sum      = set("figure", "count", "tally", "total", "estimate", "number")
	articles = set("a", "an", "the", "its", "their", "his", "her", "that", "this")
)

var speaking = set("spoke", "speak", "speaks", "spoken", "speaking", "talked", "talk", "talks")

// stops reports whether nothing that could be counted stands at atom i.
func (r *reader) stops(i int) bool {
	if i >= len(r.atoms) || r.plain(i) == "" {
		return true
	}
	switch r.plain(i) {
	case "was", "were", "is", "had", "and", "but", "while", "in", "on", "at", "across", "nationwide", "after", "for":
		return true
	}
	return false
}

var winning = set("received", "got", "won", "polled", "secured", "gained")

// polled reports whether the figure before counts votes.
func (r *reader) polled(f *figure) bool {
	if f != nil {
		return f.metric == "votes"
	}
	n := len(r.d.Quantities)
	return n > 0 && r.d.Quantities[n-1].Figure.Metric == "votes"
}

// before is the metric of people that the figure before in the sentence, or else
// what is told of before, has.
func (r *reader) before(f *figure) string {
	if f == nil {
		return r.topic(3)
	}
	for n := range r.figures { // the first, which the sentence is about
		if g := &r.figures[n]; g.start <= f.start && people[g.metric] {
			return g.metric
		}
	}
	return ""
}

// topic is the metric of people that the paragraph has most figures of, the first
// of them where others have as many; in the first figures of a paragraph, that of
// the first figure of the last sentence that has some, at most back sentences ago.
func (r *reader) topic(back int) string {
	const most = 50 // figures
	counts, best, last, block := map[string]int{}, "", doc.None, r.d.Sentences[r.sent].Block
	for n := len(r.d.Quantities) - 1; n >= max(0, len(r.d.Quantities)-most); n-- {
		q := &r.d.Quantities[n]
		s := r.d.Tokens[q.First].Sent
		here := block >= 0 && r.d.Sentences[s].Block == block
		if !here && (r.sent-s > back || last != doc.None && s != last) {
			break
		}
		if metric := q.Figure.Metric; people[metric] {
			last = s
			counts[metric]++
			if counts[metric] >= counts[best] {
				best = metric
			}
		}
	}
	return best
}

// crowd reads those who came out: "3.5 million demonstrators took to the streets",
// "police counted 89,000 marchers".
func (r *reader) crowd(f *figure) string {
	if f.noun < 0 || f.unit != "" || !crowds[r.plain(f.noun)] {
		return ""
	}
	if turning[r.plain(f.ends)] || drawing[r.plain(f.from-1)] || protesters[r.plain(f.noun)] && f.value >= 20 {
		return "present"
	}
	return ""
}

var (
	crowds = set("demonstrators", "protesters", "protestors", "marchers", "strikers", "spectators", "worshippers", "mourners", "supporters", "participants")
	// protesters are there to protest, whatever else they do.
	protesters = set("demonstrators", "protesters", "protestors", "marchers")
	turning    = set("took", "turned", "filled", "poured", "packed", "flooded", "lined", "blocked", "thronged", "crowded", "massed", "assembled", "chanted")
	drawing    = set("counted", "counting", "estimated", "claimed", "drew", "drawing", "attracted", "attracting", "brought")
)

// theDead reads who the victims were: "the dead were 11 fighters and two civilians",
// "the injured included four children".
func (r *reader) theDead(f *figure) string {
	if !f.person && f.noun >= 0 {
		return ""
	}
	switch r.plain(f.from - 1) {
	case "numbered", "number", "totaled", "totalled":
	case "were", "are", "was", "include", "included":
		if f.noun < 0 {
			return ""
		}
	default:
		return ""
	}
	if r.plain(f.from-3) != "the" {
		return ""
	}
	return lying[r.plain(f.from-2)]
}

var lying = map[string]string{"dead": "killed", "wounded": "injured", "injured": "injured", "missing": "missing", "arrested": "arrested", "detained": "arrested", "hostages": "hostages", "homeless": "displaced", "displaced": "displaced"}

// diagnosed reports cases that an authority has counted where the text tells of
// a disease: "the agency has recorded 485 cases".
func (r *reader) diagnosed(f *figure) bool {
	if !counting[r.plain(f.from-1)] {
		return false
	}
	return r.illness()
}

// illness reports a text that tells of a disease.
func (r *reader) illness() bool {
	return r.tellsOf(diseases)
}

var (
	counting = set("recorded", "reported", "registered", "confirmed", "logged", "detected", "counted", "recording", "reporting", "confirm", "report", "record", "register")
	diseases = []string{"outbreak of", "epidemic", "pandemic", "cholera", "ebola", "measles", "coronavirus", "influenza", "malaria", "dengue", "polio", "meningitis",
		"hepatitis", "e. coli", "salmonella", "listeria", "norovirus", "legionnaires", "tuberculosis", "typhoid", "yellow fever", "diphtheria", "anthrax", "bird flu", "swine flu", "covid",
		"smallpox", "mumps", "lassa", "marburg", "nipah", "chikungunya", "zika", "mpox", "monkeypox", " hiv ", " plague ", " sars ", "avian flu"}
)

var found = set("recovered", "found", "retrieved", "pulled", "counted", "exhumed", "identified")

// fallen reads the dead by other names, after the word at atom i: "counted 61
// bodies", "had lost 14 men".
func (r *reader) fallen(f *figure, i int) bool {
	if f.noun < 0 {
		return false
	}
	w := r.plain(f.noun)
	if k := f.ends; (w == "bodies" || w == "corpses") && (found[r.plain(k+1)] && passive[r.plain(k)] || found[r.plain(k+2)] && r.plain(k+1) == "been") {
		return true
	}
	switch r.plain(i) {
	case "counted", "recovered", "retrieved", "found", "recovering", "exhumed", "pulled", "pulling", "fished", "hauled", "dragged", "dug", "finding", "retrieving", "counting":
		return w == "bodies" || w == "corpses"
	case "lost", "losing":
		return w == "men" || soldiers[w]
	}
	return false
}
