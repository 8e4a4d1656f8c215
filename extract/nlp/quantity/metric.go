package quantity

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/number"
	"github.com/claimline/claimline/graph"
)

// far is how many atoms away the title of a figure may stand.
const far = 20

// measure finds the metric of figure n: what its noun is, what is said of it,
// what is done to it, or the metric of the figure it is listed with.
func (r *reader) measure(n int) {
	f := &r.figures[n]
	if r.turnout(f) {
		f.metric = "turnout"
	}
	if f.metric != "" || f.unit != "" {
		return
	}
	if n > 0 && f.noun >= 0 && r.word(f.noun) == "others" && r.figures[n-1].noun >= 0 && !r.figures[n-1].person && r.figures[n-1].unit == "" {
		f.person = false // 400 houses and 12,000 others
	}
	f.subset = r.isSubset(f)
	for _, rule := range []func(*figure) string{r.inPhrase, r.fate, r.afterNoun, r.countedNoun, r.beforeFigure, r.theDead, r.inPlace} {
		if f.metric = rule(f); f.metric != "" {
			break
		}
	}
	if people[f.metric] && r.thing(f) && !r.fallen(f, f.from-1) && !corpses[r.plain(f.noun)] {
		f.metric = ""
	}
	countsPeople := f.person || f.noun < 0
	if f.metric == "" && countsPeople {
		f.metric = r.inTree(f)
	}
	if f.metric == "" {
		f.metric = r.crowd(f)
	}
	if f.metric == "" && n > 0 {
		f.metric = r.listedWith(f, &r.figures[n-1])
	}
	if f.metric == "" {
		f.metric = r.within(f, n)
	}
	if f.metric == "" && countsPeople {
		f.metric = r.titled(f, n)
		if f.toll = people[f.metric]; f.toll && exceeding[r.plain(f.from-1)] {
			f.from-- // "the toll has passed 500"
			f.bound(graph.MoreThan)
		}
	}
	if f.metric == "" {
		f.metric = r.retold(f, n)
	}
	if f.metric == "" && f.person {
		f.metric = r.described(f)
	}
	if f.metric == "ill" {
		f.metric = r.sick()
	}
	switch {
	case people[f.metric] && f.noun >= 0 && r.tells(noun, f.noun) == "" && r.tells(state, f.noun) == "":
		f.person = true // whoever is killed is someone
	case f.metric != "" && !people[f.metric]:
		f.person = false
	}
}

// thing reports a figure of what the lexicon knows to be no people, so that
// the words beside it cannot mean people: "killed in two attacks".
func (r *reader) thing(f *figure) bool {
	if f.noun < 0 || f.person || r.tells(noun, f.noun) != "" || r.tells(state, f.noun) != "" {
		return false
	}
	if r.in(r.lex.things, f.noun) {
		return true
	}
	n, known := lexicon.NounOf(singular(strings.ToLower(r.text(f.noun))))
	if known {
		return !n.Person()
	}
	if r.atoms[f.noun].Upper {
		return false // a name of people that the lexicon lacks
	}
	for _, ending := range []string{"men", "ers", "ors", "ists", "ians", "ants", "ees"} {
		if strings.HasSuffix(r.text(f.noun), ending) {
			return false
		}
	}
	return true
}

var losingJobs = set("cut", "cutting", "axe", "axed", "axing", "shed", "shedding", "slash", "slashing", "lose", "losing", "scrap")

var (
	corpses = set("bodies", "corpses", "victims")
	deadly  = []string{" killed", " died", " dead", "fatal", "morgue", "massacre", "drowned", "crash"}
	wronged = []string{"fraud", "scam", "abuse", " rape", "traffick", "theft", "stolen", "harass", "governing bod", "public bod"}
)

var letting = set("freed", "freeing", "free", "frees", "released", "releasing", "release", "releases")

// supposed reports a modal between a title and its figure: "the toll could pass
// 1,000" tells of no toll.
func (r *reader) supposed(i, j int) bool {
	for k := i; k < j; k++ {
		switch r.plain(k) {
		case "could", "may", "might", "would", "will", "should":
			return r.plain(k+1) != "have"
		}
	}
	return false
}

// countedNoun reads 20 deaths, 30 arrests. Lives that were taken are deaths;
// cases are of a disease where one is named.
func (r *reader) countedNoun(f *figure) string {
	if f.noun < 0 {
		return ""
	}
	metric := r.tells(noun, f.noun)
	switch r.word(f.noun) {
	case "posts", "positions":
		if w := r.plain(f.ends); w == "could" || w == "will" || w == "would" || w == "may" || w == "to" || losingJobs[r.plain(f.from-1)] {
			return "jobs"
		}
		return ""
	case "cuts", "losses":
		if r.word(f.noun-1) == "job" || r.word(f.noun-1) == "jobs" {
			return "jobs"
		}
		return ""
	case "hostages":
		if w := r.plain(f.noun - 1); w == "former" || w == "freed" || w == "released" {
			return ""
		}
		if letting[r.plain(f.from-1)] {
			return "released"
		}
	case "cases":
		if !r.anyOf(r.lex.disease) && !r.diagnosed(f) {
			return ""
		}
	case "victims", "bodies", "corpses":
		if w := r.plain(f.from - 1); w == "claimed" || w == "claiming" || f.noun == f.phrase && r.tellsOf(deadly) && !r.tellsOf(wronged) {
			return "killed"
		}
		return ""
	case "lives":
		for i := f.from - 1; i >= max(0, f.from-4); i-- {
			switch strings.ToLower(r.text(i)) {
			case "save", "saves", "saved", "saving":
				return "rescued"
			case "claimed", "claim", "claims", "claiming", "took", "taken", "taking", "take", "cost", "costing", "costs", "lost":
				return metric
			}
		}
		return ""
	}
	return metric
}

func (r *reader) anyOf(set []bool) bool {
	for i := range r.atoms {
		if r.in(set, i) {
			return true
		}
	}
	return false
}

// afterNoun reads what is said of the figure after its noun: 22 people dead,
// 30 were wounded, 133 people have died.
func (r *reader) afterNoun(f *figure) string {
	i, helped := r.pastAside(f.ends), false
	aside := i > f.ends
	i = r.pastBoard(i)
	for steps := 0; i < len(r.atoms) && steps < 8 && (r.in(r.lex.skip, i) && r.verbalAt(i) == "" || r.mayHave(i)); steps++ {
		helped = helped || passive[r.word(i)]
		i++
	}
	switch w := r.word(i); {
	case w == "taken" && (r.word(i+1) == "hostage" || r.word(i+1) == "hostages"), w == "held" && r.word(i+1) == "hostage":
		return "hostages"
	case w == "taken" && r.word(i+1) == "to":
		return ""
	case (w == "took" || w == "taken") && r.word(i+1) == "part":
		return "present"
	case w == "shot" && r.word(i+1) == "dead":
		return "killed"
	case w == "shot" && r.word(i+1) == "and" && r.tells(state, i+2) != "":
		return r.tells(state, i+2)
	case w == "lost" && r.spelled(i+2, "lives"):
		return "killed"
	}
	if metric := r.tells(subject, i); metric != "" {
		return metric
	}
	metric := r.tells(state, i)
	if aside && !helped {
		return ""
	}
	if metric == "" || !helped && r.tells(object, i) != "" && r.takesObject(i+1) {
		return ""
	}
	if !helped && metric != "hostages" && metric != "captured" && metric != "arrested" {
		if told := r.predicate(i + 1); told != "" {
			return told
		}
	}
	return r.union(metric, i)
}

// mayHave reports the modal of "may have died", "may be trapped": what is supposed
// of the past or of now.
func (r *reader) mayHave(i int) bool {
	switch r.plain(i) {
	case "may", "might", "could":
	default:
		return false
	}
	if r.plain(i+1) == "have" {
		return true
	}
	w := r.plain(i + 2)
	return r.plain(i+1) == "be" && (w == "trapped" || w == "missing" || w == "dead" || w == "buried")
}

// pastAside skips what stands between commas after a noun and tells more of it:
// 28 people, including seven policemen, were killed.
func (r *reader) pastAside(i int) int {
	if r.mark(i, '(') {
		for j := i + 1; j < min(i+16, len(r.atoms)-1); j++ {
			if r.mark(j, ')') {
				return j + 1
			}
		}
	}
	if !r.mark(i, ',') {
		return i
	}
	switch r.word(i + 1) {
	case "including", "among", "most", "mostly", "some", "many", "all", "mainly", "both":
	default:
		return i
	}
	for j := i + 2; j < min(i+16, len(r.atoms)); j++ {
		if r.mark(j, ',') && (passive[r.word(j+1)] || r.word(j+1) == "have" || r.word(j+1) == "had" || r.word(j+1) == "has" || r.tells(subject, j+1) != "") {
			return j + 1
		}
	}
	return i
}

// pastBoard skips "aboard" and "on board".
func (r *reader) pastBoard(i int) int {
	switch {
	case r.plain(i) == "aboard":
		return i + 1
	case r.plain(i) == "on" && r.plain(i+1) == "board":
		return i + 2
	}
	return i
}

// passive are the words that make a participle passive.
var passive = map[string]bool{"were": true, "was": true, "are": true, "is": true, "been": true, "be": true, "being": true}

func (r *reader) verbalAt(i int) string {
	for as := object; as <= state; as++ {
		if m := r.tells(as, i); m != "" {
			return m
		}
	}
	return ""
}

func (r *reader) spelled(i int, word string) bool { return r.word(i) == word }

// takesObject reports whether what follows a verb is its object, so that what
// stands before is who did it: "20 soldiers killed five rebels".
func (r *reader) takesObject(i int) bool {
	if i >= len(r.atoms) || r.atoms[i].Kind == number.Punct {
		return false
	}
	if r.atoms[i].Kind == number.Digits {
		return true
	}
	if w := r.word(i); w == "at" && r.word(i+1) == "least" || w == "more" && r.word(i+1) == "than" || w == "a" || w == "an" || w == "the" || w == "their" || w == "his" {
		return true
	}
	if _, next := r.longest(r.lex.before, i); next > i && next < len(r.atoms) && r.lex.numbers.Starts(r.atoms, next) {
		return true
	}
	_, _, ok := r.lex.numbers.Parse(r.atoms, i)
	return ok
}

// union makes killed_or_injured of "killed or injured": the word at atom i
// tells metric, and another one is joined to it after or before.
func (r *reader) union(metric string, i int) string {
	for _, step := range []int{1, -1} {
		if w := r.word(i + step); w != "or" && w != "and" {
			continue
		}
		other := r.verbalAt(i + 2*step)
		if metric == "killed" && other == "injured" || metric == "injured" && other == "killed" {
			return "killed_or_injured"
		}
	}
	return metric
}

// beforeFigure reads killed 12, wounding at least 30, the arrest of three men.
func (r *reader) beforeFigure(f *figure) string {
	i := f.from - 1
	for steps := 0; steps < 3 && r.lead(i); steps++ {
		i--
	}
	if r.word(i) == "by" && r.tells(subject, i-1) == "present" {
		return "present"
	}
	if r.fallen(f, i) {
		return "killed"
	}
	if r.word(i) == "of" {
		if metric := r.tells(noun, i-1); people[metric] && metric != "present" {
			return metric
		}
		if i > 0 && r.atoms[i-1].Kind == number.Word {
			switch strings.ToLower(r.text(i - 1)) {
			case "arrest", "detention":
				return "arrested"
			case "kidnapping", "abduction":
				return "hostages"
			case "killing", "murder", "massacre", "assassination", "shooting":
				return "killed"
			}
		}
		return ""
	}
	metric := r.tells(object, i)
	if metric == "" || passive[r.word(i-1)] || r.word(i-1) == "were" {
		return ""
	}
	return r.union(metric, i)
}

// lead reports the words that may stand between a verb and its figure.
func (r *reader) lead(i int) bool {
	switch r.word(i) {
	case "a", "an", "another", "further", "the", "all", "additional", "estimated", "lives", "up", "more", "to", "his", "her", "their", "its", "other", "also":
		return true
	}
	return r.plain(i) == "only" || r.plain(i) == "just"
}

// inPlace reads 6,000 people were in the venue.
func (r *reader) inPlace(f *figure) string {
	if !f.person && f.noun >= 0 || f.noun < 0 && !passive[r.word(f.ends)] {
		return ""
	}
	i := f.ends
	for i < len(r.atoms) && i < f.ends+3 && r.in(r.lex.skip, i) {
		i++
	}
	if w := r.plain(i); w == "aboard" || w == "on" && r.plain(i+1) == "board" {
		return "present"
	}
	if w := r.word(i); w != "in" && w != "inside" && w != "at" {
		return ""
	}
	if r.plain(i+1) == "hospital" || r.plain(i+2) == "hospital" {
		return r.inHospital()
	}
	if i == f.ends && r.word(f.noun) != "people" {
		return ""
	}
	for j := i + 1; j < min(i+4, len(r.atoms)); j++ {
		if r.in(r.lex.place, j) {
			return "present"
		}
	}
	return ""
}

// titled reads the death toll rose to 20, a crowd of 500, a 500-strong crowd.
func (r *reader) titled(f *figure, n int) string {
	if r.mark(f.to, '-') && r.word(f.to+1) == "strong" {
		return "present"
	}
	if f.noun >= 0 && !f.person || r.plain(f.from-1) == "from" && r.plain(f.to) == "to" {
		return "" // "lowered the toll from 58 to"
	}
	least := 0
	for k := n - 1; k >= 0 && least == 0; k-- {
		if g := &r.figures[k]; g.unit == "" && r.plain(g.from-1) != "from" { // "the toll of the three-day offensive" goes on
			least = r.figures[k].to
		}
	}
	for i := f.from - 1; i >= max(least, f.from-far); i-- {
		metric := r.tells(title, i)
		switch {
		case metric == "":
			continue
		case r.supposed(i, f.from):
			return ""
		case metric == "present" && !(r.word(i+1) == "of" && i+2 == f.from) && r.word(i) == "crowd" && r.plain(f.from-1) != "at":
			return ""
		case r.word(i-1) == "injury":
			return "injured"
		}
		return metric
	}
	return r.numbered(f, n)
}
