package quantity

import "strings"

// numbered reads "put the number of demonstrators at 330,000", "the number of dead
// had reached 217" and, of the figure told of before, "put the figure at 2 million".
func (r *reader) numbered(f *figure, least int) string {
	if f.noun >= 0 || !reaching[r.plain(f.from-1)] {
		return ""
	}
	for i := f.from - 2; i >= max(least, f.from-far); i-- {
		switch r.plain(i) {
		case "number", "count", "tally":
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
			if w := r.plain(i - 1); w == "the" || w == "that" {
				return r.before(nil)
			}
			return ""
		}
	}
	return ""
}

var (
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
	if f.noun >= 0 || f.unit != "" || f.one || !r.stops(f.to) || !r.setsAgainst(f.from) {
		return ""
	}
	var before *figure
	if n > 0 {
		before = &r.figures[n-1]
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

// diagnosed reports cases that an authority has counted where the text has told of
// a disease before: "the agency has recorded 485 cases".
func (r *reader) diagnosed(f *figure) bool {
	if !counting[r.plain(f.from-1)] {
		return false
	}
	told := strings.ToLower(r.d.Text[:r.atoms[f.from].Start])
	for _, name := range diseases {
		if strings.Contains(told, name) {
			return true
		}
	}
	return false
}

var (
	counting = set("recorded", "reported", "registered", "confirmed", "logged", "detected", "counted", "recording", "reporting")
	diseases = []string{"outbreak of", "epidemic", "pandemic", "cholera", "ebola", "measles", "coronavirus", "influenza", "malaria", "dengue", "polio", "meningitis"}
)
