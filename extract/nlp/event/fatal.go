package event

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// surely is the score of what can be only one event.
const surely = 20

// sameDeath reports whether mention i and the event first told at j tell of the
// death of one person, who dies once: "has fallen 90 meters to his death", "Mr
// Colm died". One of the two may tell only of the harm, close by.
func (f *finder) sameDeath(i, j int) bool {
	e := &f.events[i]
	if !real(e.Realis) || f.rootDated(i, j) {
		return false
	}
	killed, harmed := f.killed(e), f.harmed(e)
	if len(killed) == 0 && len(harmed) == 0 {
		return f.dies(e) && e.verb && f.dominant(j) && f.ofOne(e) && f.ofOne(&f.events[j]) && f.soleDeath(i, j)
	}
	for _, k := range f.told(j) {
		o := &f.events[k]
		if k == i || !real(o.Realis) {
			continue
		}
		theirs := f.killed(o)
		if len(theirs) > 1 && len(killed) == 1 {
			continue // "a climber and his guide die"
		}
		if f.meet(killed, theirs) {
			return true
		}
		if e.sent-o.sent <= 2 && o.sent-e.sent <= 2 && !f.ill(e) && !f.ill(o) && (f.meet(killed, f.harmed(o)) || f.meet(harmed, f.killed(o))) {
			return !f.conflict(i, j)
		}
	}
	return false
}

// dies reports whether e is a death and no more.
func (f *finder) dies(e *candidate) bool { return e.effect() && e.mode() == "die" }

// soleDeath reports whether the event first told at j is the only death told before i:
// an obituary closes with "born 1931; died 2009".
func (f *finder) soleDeath(i, j int) bool {
	if !f.dies(&f.events[j]) {
		return false
	}
	for k := max(0, i-memory); k < i; k++ {
		if o := &f.events[k]; o.Same != j && (f.dies(o) || f.killing(o)) {
			return false
		}
	}
	return true
}

// ofOne reports whether death e is not said to be of several people.
func (f *finder) ofOne(e *candidate) bool {
	for _, a := range e.Args {
		if !f.single(a.Mention) {
			return false
		}
	}
	return !slices.ContainsFunc(f.tree.Kids(e.Token), func(k int) bool {
		return f.tree.Is(k, "nsubj", "nsubj:pass", "obj", "nmod") && (f.figure[k] != doc.None || f.tree.Token(k).XPOS == "NNS")
	})
}

// rootDated reports whether dates keep i and the event first told at j apart.
func (f *finder) rootDated(i, j int) bool {
	e := &f.events[i]
	return slices.ContainsFunc(f.told(j), func(k int) bool {
		return k != i && f.datesApart(e, &f.events[k])
	})
}

// deathsApart reports whether mention i and the event first told at j are each the
// death of one person, and not of the same: an accident may kill several, but
// "the death of" is one's own.
func (f *finder) deathsApart(i, j int) bool {
	e := &f.events[i]
	mine := f.killed(e)
	if len(mine) == 0 || !f.alone(e) {
		return false
	}
	told := false
	for _, k := range f.told(j) {
		o := &f.events[k]
		theirs := f.killed(o)
		if k == i || len(theirs) == 0 {
			continue
		}
		if !f.alone(o) || f.meet(mine, theirs) || !f.bothNamed(mine[0], theirs[0]) {
			return false
		}
		told = true
	}
	return told
}

// deadly are nouns for violence by which somebody died.
var deadly = words("killing murder slaying assassination massacre bloodshed carnage slaughter bloodbath beheading execution")

// sad are nouns for any event by which people die.
var sad = words("disaster tragedy catastrophe calamity carnage")

// fatal is 2 where the event first told at j is said to have killed, else -2.
func (f *finder) fatal(j int) int {
	for _, k := range f.told(j) {
		for i, end := f.inSent(f.events[k].sent); i < end; i++ {
			if o := &f.events[i]; (i == k || o.effect() || f.killing(o)) && (f.killing(o) || o.effect() && o.mode() == "die" || deadly[f.tree.Lemma(o.Token)]) {
				return 2
			}
		}
	}
	return -2
}

// oneOf reports whether of two that suffered the like one is a group, of which the
// other may be one: "five fishermen drowned", "the skipper, Pat Dunne, drowned".
func (f *finder) oneOf(e, o *candidate, a, b int) bool {
	deadly := (f.dies(e) || f.killing(e)) && (f.dies(o) || f.killing(o))
	if !deadly && (e.Type != "x-disaster" || e.Type != o.Type || e.mode() != o.mode()) {
		return false
	}
	return f.single(a) && f.headcount(b) > 1 || f.single(b) && f.headcount(a) > 1
}

// among reports whether e is the death of one of those that the event first told at j
// is said to have killed, close by.
func (f *finder) among(i, j int) bool {
	e := &f.events[i]
	if !f.dies(e) || len(f.killed(e)) == 0 || e.Time != doc.None || !f.near(i, j, 3) || f.other(e) {
		return false
	}
	for _, k := range f.told(j) {
		o := &f.events[k]
		for _, a := range o.Args {
			if k < i && a.Role == o.sense.Patient && f.headcount(a.Mention) > 1 && (f.dies(o) || f.killing(o)) {
				return f.sole(i, j)
			}
		}
	}
	return false
}

// twoVictims reports whether two clauses side by side each tell how one person fared:
// "judge killed, lawyer wounded".
func (f *finder) twoVictims(e, o *candidate) bool {
	if !e.effect() && !f.killing(e) || !o.effect() && !f.killing(o) {
		return false
	}
	a, b := f.suffering(e), f.suffering(o)
	return len(a) == 1 && len(b) == 1 && !f.same(a[0], b[0])
}

// selfHarm reports whether e is done by somebody to himself: "then killed himself".
func (f *finder) selfHarm(e *candidate) bool {
	o := f.tree.Child(e.Token, "obj")
	if !e.verb || o == doc.None || !f.killing(e) && e.Type != "ASSAULT" {
		return false
	}
	switch lower(f.tree.Token(o).Text) {
	case "himself", "herself", "themselves", "itself":
		return e.mode() != "suicide-attack"
	}
	return false
}

// alone reports whether e is the death or mishap of one, not violence to several.
func (f *finder) alone(e *candidate) bool { return e.effect() || f.mishap(e) || f.killing(e) }

func (f *finder) bothNamed(a, b int) bool { return f.namedMention(a) && f.namedMention(b) }

func (f *finder) meet(a, b []int) bool {
	return slices.ContainsFunc(a, func(x int) bool {
		return slices.ContainsFunc(b, func(y int) bool { return f.same(x, y) })
	})
}

// killed are those, one by one, whom e kills.
func (f *finder) killed(e *candidate) []int {
	if !f.dies(e) && e.sense.Patient != "killed" && !f.toDeath(e) {
		return nil
	}
	return f.suffering(e)
}

// harmed are those, one by one, whom e befalls.
func (f *finder) harmed(e *candidate) []int {
	if !e.verb || e.Type != "ASSAULT" && e.Type != "x-disaster" {
		return nil
	}
	return f.suffering(e)
}

// suffering are the single persons whom e is done to or befalls.
func (f *finder) suffering(e *candidate) []int {
	var out []int
	for _, a := range e.Args {
		if a.Role == e.sense.Patient && f.single(a.Mention) {
			out = append(out, a.Mention)
		}
	}
	return out
}

// single reports whether mention m is of one person.
func (f *finder) single(m int) bool {
	c := f.d.Mentions[m].Chain
	return f.d.Mentions[m].Class == doc.PER && (c == doc.None || !f.d.Chains[c].Plural)
}

// toDeath reports whether the verb of e is said to kill: "fell to his death",
// "shot him dead", "gunned down".
func (f *finder) toDeath(e *candidate) bool {
	if !e.verb {
		return false
	}
	if e.Type == "ASSAULT" && (f.tree.Lemma(e.Token) == "gun" || f.particle(e.Token, "dead")) {
		return true
	}
	return slices.ContainsFunc(f.tree.Kids(e.Token), func(k int) bool {
		switch lemma := f.tree.Lemma(k); {
		case lemma == "death":
			return f.tree.Is(k, "obl") && f.tree.Case(k) == "to"
		case lemma == "fatally", lemma == "mortally":
			return f.tree.Is(k, "advmod")
		case lemma == "dead":
			return f.tree.Is(k, "xcomp", "advcl", "amod")
		}
		return false
	})
}

// ill reports whether e is a death of a disease: "died of cancer".
func (f *finder) ill(e *candidate) bool {
	return slices.ContainsFunc(f.tree.Kids(e.Token), func(k int) bool {
		if !f.tree.Is(k, "obl", "nmod") {
			return false
		}
		switch f.tree.Lemma(k) {
		case "wound", "injury", "burn", "bullet", "shot", "gunshot":
			return false
		}
		c := f.tree.Case(k)
		return c == "of" && !f.person(k) || c == "from" && f.tree.Lemma(k) != "fall"
	})
}
