package quantity

import "strings"

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
	}
	for i := f.from - 2; i >= max(least, f.from-far); i-- {
		switch r.plain(i) {
		case "number", "count", "tally":
			if metric := numbers[r.plain(i+1)]; metric != "" {
				return metric // "the number killed in the flood to 500"
			}
			if r.plain(i+1) != "of" {
				continue
			}
			for k := i + 2; k < min(i+5, f.from); k++ {
				if metric := numbers[r.plain(k)]; metric != "" {
					return metric
				}
			}
			return ""
		case "figure", "total":
			if w := r.plain(i - 1); w == "the" || w == "that" || r.plain(i-2) == "the" && genuine[w] {
				return r.before(before)
			}
			return ""
		}
	}
	return ""
}

var (
	genuine = set("real", "true", "actual", "correct", "official", "overall", "final")
	// reaching are the words between a number's name and the number.
	reaching = set("at", "to", "reached", "was", "is", "stood", "passed", "exceeded", "topped", "hit", "surpassed", "about", "around", "nearly", "over")
	numbers  = map[string]string{
		"dead": "killed", "deaths": "killed", "fatalities": "killed", "killed": "killed", "injured": "injured", "wounded": "injured", "missing": "missing",
		"demonstrators": "present", "protesters": "present", "marchers": "present", "participants": "present", "cases": "infected", "infections": "infected",
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
		return speaking[r.plain(i-2)] || r.plain(i-2) == "figure" && (r.plain(i-3) == "a" || r.plain(i-3) == "the")
	case "at":
		return r.plain(i-2) == "it" || r.plain(i-2) == "them"
	}
	return false
}

var speaking = set("spoke", "speak", "speaks", "spoken", "speaking", "talked", "talk", "talks")

// stops reports whether nothing that could be counted stands at atom i.
func (r *reader) stops(i int) bool {
	if i >= len(r.atoms) || r.plain(i) == "" {
		return true
	}
	switch r.plain(i) {
	case "and", "but", "while", "in", "on", "at", "across", "nationwide", "after", "for":
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
// the last one of the text, has.
func (r *reader) before(f *figure) string {
	metric := ""
	if f != nil {
		metric = f.metric
	} else if n := len(r.d.Quantities); n > 0 {
		metric = r.d.Quantities[n-1].Figure.Metric
	}
	if !people[metric] {
		return ""
	}
	return metric
}

// crowd reads those who came out: "3.5 million demonstrators took to the streets",
// "police counted 89,000 marchers".
func (r *reader) crowd(f *figure) string {
	if f.noun < 0 || f.unit != "" || !crowds[r.plain(f.noun)] {
		return ""
	}
	if turning[r.plain(f.ends)] || drawing[r.plain(f.from-1)] {
		return "present"
	}
	return ""
}

var (
	crowds  = set("demonstrators", "protesters", "protestors", "marchers", "strikers", "spectators", "worshippers", "mourners", "supporters", "participants")
	turning = set("took", "turned", "filled", "poured", "packed", "flooded", "lined", "blocked", "thronged", "crowded", "massed", "assembled", "chanted")
	drawing = set("counted", "counting", "estimated", "claimed", "drew", "drawing", "attracted", "attracting", "brought")
)

// theDead reads who the victims were: "the dead were 11 fighters and two civilians",
// "the injured included four children".
func (r *reader) theDead(f *figure) string {
	if !f.person {
		return ""
	}
	switch r.plain(f.from - 1) {
	case "were", "are", "was", "include", "included":
	default:
		return ""
	}
	if r.plain(f.from-3) != "the" {
		return ""
	}
	return lying[r.plain(f.from-2)]
}

var lying = map[string]string{"dead": "killed", "wounded": "injured", "injured": "injured", "missing": "missing", "arrested": "arrested", "detained": "arrested", "hostages": "hostages"}

// diagnosed reports cases that an authority has counted where the text tells of
// a disease: "the agency has recorded 485 cases".
func (r *reader) diagnosed(f *figure) bool {
	if !counting[r.plain(f.from-1)] {
		return false
	}
	told := strings.ToLower(r.d.Text)
	for _, name := range diseases {
		if strings.Contains(told, name) {
			return true
		}
	}
	return false
}

var (
	counting = set("recorded", "reported", "registered", "confirmed", "logged", "detected", "counted", "recording", "reporting", "confirm", "report", "record", "register")
	diseases = []string{"outbreak of", "epidemic", "pandemic", "cholera", "ebola", "measles", "coronavirus", "influenza", "malaria", "dengue", "polio", "meningitis"}
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
	case "counted", "recovered", "retrieved", "found", "recovering", "exhumed":
		return w == "bodies" || w == "corpses"
	case "lost", "losing":
		return w == "men" || soldiers[w]
	}
	return false
}
