package quantity

import "github.com/claimline/claimline/graph"

// none reads no one was killed, no deaths or injuries were reported: figures
// of zero. It returns the atom to go on from.
func (r *reader) none(i int) (next int, ok bool) {
	switch r.word(i) {
	case "nobody":
		return i + 1, r.noPeople(i, i+1)
	case "no", "without":
	default:
		return r.noneOf(i)
	}
	if r.word(i) == "no" && (r.word(i+1) == "one" || r.word(i+1) == "people" || r.word(i+1) == "person") {
		return i + 2, r.noPeople(i, i+2)
	}
	j := i + 1
	if r.in(r.lex.persons, j) || victims[r.plain(j)] {
		return j + 1, r.noPeople(i, j+1)
	}
	for {
		metric := r.tells(noun, j)
		if !people[metric] || r.word(j) == "cases" && !r.anyOf(r.lex.disease) || r.word(j) == "lives" {
			break
		}
		r.figures = append(r.figures, figure{
			start: i, end: i + 1, from: i, to: j + 1, words: true, comparator: graph.Exact, metric: metric, noun: j, phrase: j, ends: j + 1,
		})
		ok = true
		if w := r.word(j + 1); w != "or" && w != "and" {
			return j + 1, true
		}
		j += 2
	}
	return max(j, i+1), ok
}

// noneOf reads "40 officers were sent and none was hurt": none of those that the
// figure before counts.
func (r *reader) noneOf(i int) (next int, ok bool) {
	n := len(r.figures)
	if r.plain(i) != "none" || r.plain(i+1) == "of" || n == 0 || !r.figures[n-1].person {
		return i, false
	}
	all := r.figures[n-1]
	if !r.noPeople(i, i+1) {
		return i, false
	}
	f := &r.figures[n]
	f.noun, f.phrase = all.noun, all.phrase
	return i + 1, true
}

// victims are those that a report says no one of came to harm.
var victims = set("civilian", "civilians", "passengers", "passenger", "residents", "employees", "workers", "soldiers", "officers", "hostages", "students", "pupils",
	"villagers", "bystanders", "spectators", "sailors", "tourists", "casualties", "injured")

// noPeople adds a zero when what follows tells a metric: no one was hurt.
func (r *reader) noPeople(i, end int) bool {
	f := figure{start: i, end: end, from: i, to: end, words: true, comparator: graph.Exact, noun: -1, phrase: end, ends: end, person: true}
	metric := r.afterNoun(&f)
	if !people[metric] || metric == "present" {
		return false
	}
	f.metric = metric
	r.figures = append(r.figures, f)
	return true
}
