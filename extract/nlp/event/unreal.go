package event

import (
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Words that make what they stand with no event of the news.
var (
	// fiction are works and exercises in which things happen that do not.
	fiction = words("novel film movie drama play musical sitcom sequel game videogame fiction comic thriller fantasy dream nightmare scenario simulation drill rehearsal")
	// depicting are the verbs for what they show.
	depicting = words("depict portray tell feature imagine show follow recount dramatize dramatise recreate simulate mimic rehearse reenact re-enact star")
	// keeping are nouns for what keeps the past.
	keeping = words("anniversary commemoration remembrance memorial memory")
	// looming are verbs of what is near and has not come.
	looming = words("loom threaten impend")
	// calling off, by verb and particle, and putting off.
	dropping  = words("scrap shelve cancel abandon axe")
	deferring = words("postpone defer delay reschedule")
	barely    = words("almost nearly")
	verging   = words("close brink verge edge")
)

// scheduled are the types of event that are put off or called off.
var scheduled = words("x-election x-gathering x-sport CONSULT PROTEST")

// unrealVerb is the reality that words beside verb v give before its auxiliaries
// are asked; empty for none.
func (f *finder) unrealVerb(v int) graph.Realis {
	have, would := false, false
	for _, k := range f.tree.Kids(v) {
		switch {
		case f.tree.Is(k, "aux"):
			have = have || f.tree.Lemma(k) == "have"
			would = would || lower(f.tree.Token(k).Text) == "would"
		case f.tree.Is(k, "mark") && f.tree.Lemma(k) == "due":
			return graph.Planned // "is due to meet", hung on what is to come
		case f.tree.Is(k, "advmod") && barely[f.tree.Lemma(k)] && k < v && f.tree.Child(v, "obj") != doc.None:
			return graph.Denied // "almost won the cup"
		}
	}
	if i := f.at[v]; i != doc.None && f.events[i].verb && scheduled[f.events[i].Type] {
		switch lemma := f.tree.Lemma(v); {
		case deferring[lemma]:
			return graph.Planned // "the election was postponed"
		case dropping[lemma]:
			return graph.Denied
		}
	}
	switch {
	case would && have:
		return graph.Hypothetical // "would have died"
	case f.inFiction(v):
		return graph.Hypothetical
	case f.tree.Token(v).Head < 0 && f.infinitive(v) && f.tree.Child(v, "nsubj") != doc.None && f.headline(f.tree.Token(v).Sent):
		return graph.Planned // "Minister to visit Kenya"
	}
	return ""
}

// inFiction reports whether the clause of v is set in a work of fiction or an
// exercise: "in the novel, a bomb destroys the city".
func (f *finder) inFiction(v int) bool {
	for _, k := range f.tree.Kids(v) {
		if f.tree.Is(k, "obl") && fiction[f.tree.Lemma(k)] && (f.tree.Case(k) == "in" || f.tree.Case(k) == "during") {
			return true
		}
	}
	return false
}

// unrealNoun is the reality that what noun n hangs on gives: what a film tells of,
// what looms or is called off, what an anniversary is of; empty for none.
func (f *finder) unrealNoun(n, light int) graph.Realis {
	h := f.tree.Token(n).Head
	if light != doc.None {
		h = light
	}
	if h < 0 {
		return ""
	}
	lemma := f.tree.Lemma(h)
	switch {
	case lemma == "subject" && f.tree.Case(n) == "to":
		return graph.Hypothetical // "subject to approval"
	case verging[lemma] && (f.tree.Case(n) == "to" || f.tree.Case(n) == "of"):
		return graph.Hypothetical // "came close to collapse"
	case f.tree.Is(n, "nmod") && keeping[lemma]:
		return graph.Historical
	case f.tree.Is(n, "nsubj") && looming[lemma] && f.tree.Child(h, "obj") == doc.None:
		return graph.Hypothetical
	case f.tree.Is(n, "nsubj:pass", "obj") && (dropping[lemma] || lemma == "call" && f.particle(h, "off")):
		if f.goingOn(n) {
			return graph.Occurred // a strike that is on is called off to end it
		}
		return graph.Denied
	case f.tree.Is(n, "nsubj:pass", "obj") && (deferring[lemma] || lemma == "put" && (f.particle(h, "off") || f.particle(h, "back"))):
		return graph.Planned
	case depicting[lemma] && !f.tree.Is(n, "nsubj", "nsubj:pass"):
		if s := f.tree.Subject(h); s != doc.None && fiction[f.tree.Lemma(s)] {
			return graph.Hypothetical
		}
	}
	return ""
}

// goingOn reports whether an event of the kind of noun n has been told as real before.
func (f *finder) goingOn(n int) bool {
	i := f.at[n]
	if i == doc.None || f.events[i].Type != "PROTEST" {
		return false
	}
	for k := range f.events[:i] {
		if o := &f.events[k]; o.Type == "PROTEST" && o.sent < f.events[i].sent && real(o.Realis) {
			return true
		}
	}
	return false
}

func (f *finder) particle(v int, word string) bool {
	for _, k := range f.tree.Kids(v) {
		if f.tree.Is(k, "compound:prt", "advmod") && f.tree.Lemma(k) == word {
			return true
		}
	}
	return false
}
