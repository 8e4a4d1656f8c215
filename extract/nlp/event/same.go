package event

import (
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Nouns that can stand for any event of a family told before.
var (
	violent  = words("attack assault massacre bloodshed violence incident atrocity carnage killing tragedy raid strike shooting blast explosion bombing operation clash battle fighting ambush slaughter murder onslaught offensive shelling bombardment conflict war siege firing")
	accident = words("accident disaster tragedy incident crash catastrophe collapse collision fire blaze explosion blast derailment sinking storm quake earthquake flood death fall calamity outbreak crisis")
	general  = words("incident case event episode affair move decision news process step measure development action matter")
)

// family groups types whose mentions may tell of one event.
func family(e *candidate) string {
	switch e.Type {
	case "ASSAULT":
		return "violence"
	case "x-disaster":
		if len(e.Modes) > 0 && e.Modes[0] == "disease" {
			return "disease"
		}
		return "disaster"
	}
	if e.effect() {
		return "effect"
	}
	if len(e.Modes) > 0 {
		return e.Type + "/" + e.Modes[0]
	}
	return e.Type
}

// effect reports whether e is death or injury, which other events bring about.
func (e *candidate) effect() bool {
	if e.Type != "x-life" || len(e.Modes) == 0 {
		return false
	}
	return e.Modes[0] == "die" || e.Modes[0] == "injure"
}

// coreference joins mentions of one event, in the order of the text.
func (f *finder) coreference() {
	for i := range f.events {
		if j := f.together(i); j != doc.None {
			f.join(i, j, "participle")
			continue
		}
		best, bestScore := doc.None, 0
		for j := i - 1; j >= 0; j-- {
			if f.events[j].Same != j {
				continue
			}
			if s := f.likeness(i, j); s > bestScore {
				best, bestScore = j, s
			}
		}
		if best != doc.None {
			f.join(i, best, "coref")
		}
	}
}

func (f *finder) join(i, j int, why string) {
	root := f.events[j].Same
	if root == i {
		return
	}
	if root > i {
		root, i = i, root
	}
	old := f.events[i].Same
	for k := range f.events {
		if f.events[k].Same == old || k == i {
			f.events[k].Same = root
		}
	}
	f.events[i].Rule += " same/" + why
}

// together is an event in the same sentence that i tells the manner or the
// course of: "stormed the hall, opening fire".
func (f *finder) together(i int) int {
	e := &f.events[i]
	if !e.verb {
		return doc.None
	}
	h := f.tree.Token(e.Token).Head
	if h < 0 || f.at[h] == doc.None || f.at[h] == i {
		return doc.None
	}
	j := f.at[h]
	o := &f.events[j]
	if !f.tree.Is(e.Token, "advcl", "conj", "xcomp", "acl") || family(e) != family(o) || o.Realis != e.Realis {
		return doc.None
	}
	if f.tree.Child(e.Token, "nsubj", "nsubj:pass") != doc.None || f.conflict(i, j) {
		return doc.None
	}
	if f.tree.Is(e.Token, "conj") && family(e) != "violence" && family(e) != "disaster" {
		return doc.None
	}
	return j
}

// likeness says how surely mention i repeats the event first mentioned at j;
// zero for not at all.
func (f *finder) likeness(i, j int) int {
	e, o := &f.events[i], &f.events[j]
	sort := f.sort(e, j)
	if sort == 0 || f.conflict(i, j) {
		return 0
	}
	shared := f.shared(i, j)
	switch {
	case !e.verb && e.definite:
		score := sort + shared
		if f.near(i, j) {
			score++
		}
		if f.dominant(j) {
			score++
		}
		if real(e.Realis) != real(o.Realis) && shared == 0 && !f.near(i, j) {
			return 0
		}
		return score
	case real(e.Realis) != real(o.Realis):
		return 0
	case f.headline(o.sent) && f.first(j):
		return sort + shared
	case e.weak:
		return sort + shared
	case !e.verb:
		if shared > 0 && sort > 1 || shared > 1 {
			return sort + shared
		}
	case shared > 1 || shared > 0 && sort > 2:
		return sort + shared
	}
	return 0
}

// sort compares what kind of event i and the cluster of j are: 3 for the same
// word, 2 for the same type and mode, 1 for the same family.
func (f *finder) sort(e *candidate, j int) int {
	best := 0
	for k := range f.events {
		o := &f.events[k]
		if o.Same != j && k != j {
			continue
		}
		best = max(best, f.pairSort(e, o))
	}
	return best
}

func (f *finder) pairSort(e, o *candidate) int {
	a, b := f.tree.Lemma(e.Token), f.tree.Lemma(o.Token)
	fa, fb := family(e), family(o)
	switch {
	case a == b && (e.Type == o.Type || e.verb != o.verb):
		return 3
	case !e.verb && general[a] && e.definite:
		return 1
	case fa == fb && fa != "violence" && fa != "disaster" && fa != "effect":
		return 2
	case fa == fb && fa == "effect" && e.Modes[0] == o.Modes[0]:
		return 2
	case !e.verb && (violent[a] && fb == "violence" || accident[a] && (fb == "disaster" || fb == "effect")):
		return 1
	case e.verb && fa == "violence" && fb == "violence":
		return 1
	case e.verb && fa == "disaster" && fb == "disaster" && (len(e.Modes) > 0 && len(o.Modes) > 0 && e.Modes[0] == o.Modes[0] || accident[b]):
		return 1
	case fa == "violence" && fb == "disaster" || fa == "disaster" && fb == "violence":
		if !e.verb && e.definite && (violent[a] && accident[b] || accident[a] && violent[b]) {
			return 1
		}
	}
	return 0
}

func (f *finder) near(i, j int) bool {
	const close = 3 // sentences
	for k := range f.events[:i] {
		if (k == j || f.events[k].Same == j) && f.events[i].sent-f.events[k].sent <= close {
			return true
		}
	}
	return false
}

// dominant reports whether j is what the article tells of first.
func (f *finder) dominant(j int) bool {
	const lead = 6
	return j < lead
}

func (f *finder) first(j int) bool { return j < 3 }

// shared counts what mention i and the cluster of j have in common: time,
// place and participants.
func (f *finder) shared(i, j int) int {
	e := &f.events[i]
	time, place, args := 0, 0, 0
	for k := range f.events[:i] {
		o := &f.events[k]
		if k != j && o.Same != j {
			continue
		}
		if e.Time != doc.None && o.Time != doc.None && f.meets(e.Time, o.Time) != graph.Impossible {
			time = 1
		}
		if e.Place != doc.None && o.Place != doc.None && f.same(e.Place, o.Place) {
			place = 1
		}
		n := 0
		for _, a := range e.Args {
			for _, b := range o.Args {
				if f.same(a.Mention, b.Mention) {
					n++
				}
			}
		}
		args = max(args, n)
	}
	return time + place + args
}

func (f *finder) meets(x, y int) graph.Certainty {
	a, b := f.d.Timexes[x].Interval, f.d.Timexes[y].Interval
	if !a.Known() || !b.Known() {
		return graph.Possible
	}
	return a.Meets(b)
}

// conflict reports whether time, place or participants keep i and the cluster
// of j apart.
func (f *finder) conflict(i, j int) bool {
	e := &f.events[i]
	for k := range f.events {
		o := &f.events[k]
		if k == i || k != j && o.Same != j {
			continue
		}
		if e.Time != doc.None && o.Time != doc.None && f.meets(e.Time, o.Time) == graph.Impossible {
			return true
		}
		if f.placesApart(e.Place, o.Place) || f.peopleApart(e, o) {
			return true
		}
	}
	return false
}

func (f *finder) placesApart(a, b int) bool {
	if a == doc.None || b == doc.None || f.same(a, b) {
		return false
	}
	ca, cb := f.d.Mentions[a].Chain, f.d.Mentions[b].Chain
	if ca == doc.None || cb == doc.None {
		return false
	}
	x, y := f.d.Chains[ca], f.d.Chains[cb]
	if x.Country != "" && y.Country != "" && x.Country != y.Country {
		return true
	}
	return x.Place == y.Place && x.Named && y.Named
}

// peopleApart reports whether the same role is filled by two that are known to
// differ: two names, or two descriptions where the event is one person's.
func (f *finder) peopleApart(e, o *candidate) bool {
	for _, a := range e.Args {
		for _, b := range o.Args {
			if a.Role != b.Role || f.same(a.Mention, b.Mention) {
				continue
			}
			na, nb := f.namedMention(a.Mention), f.namedMention(b.Mention)
			if na && nb || (na || nb || e.verb && o.verb) && personal(e.Type) {
				return true
			}
		}
	}
	return false
}

func personal(kind string) bool {
	switch kind {
	case "x-life", "x-justice", "x-personnel", "RETREAT", "SANCTION", "x-movement", "x-business", "x-org":
		return true
	}
	return false
}

func (f *finder) namedMention(m int) bool {
	mention := f.d.Mentions[m]
	return mention.Type == doc.Name || mention.Chain != doc.None && f.d.Chains[mention.Chain].Named
}
