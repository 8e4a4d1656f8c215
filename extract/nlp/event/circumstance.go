package event

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// whens dates what a clause tells of a time that it follows: "the worst since 1992,
// when 263 men died".
func (f *finder) whens(s int) {
	sent := f.d.Sentences[s]
	for i := sent.First + 1; i < sent.Last; i++ {
		v := f.tree.Token(i).Head
		if f.tree.Lemma(i) != "when" || v < i {
			continue
		}
		p := i - 1
		if f.tree.Token(p).UPOS == "PUNCT" && p > sent.First {
			p--
		}
		x := f.startOf(f.timex[p], p)
		if x == doc.None || !f.dates(x) {
			continue
		}
		f.tree.Walk(v, func(k int) {
			if j := f.at[k]; j != doc.None && k >= i && (f.events[j].TimeRule != "event/time-attached" || f.events[j].Time == f.timex[p]) {
				f.events[j].at(x, "event/time-when")
			}
		})
	}
}

// startOf is time x, which ends at token p, or its beginning where it is what has
// gone by since: "since 1992".
func (f *finder) startOf(x, p int) int {
	if x == doc.None || f.tree.Case(p) != "since" {
		return x
	}
	t := f.d.Timexes[x]
	from, _, ranged := strings.Cut(t.EDTF, "/")
	if !ranged {
		return x
	}
	at, err := graph.ParseEDTF(from)
	if err != nil {
		return doc.None
	}
	at.Text, at.Timex, at.Value, at.Rule, at.Confidence, at.Anchor = t.Text, "DATE", from, t.Rule, t.Confidence, t.Anchor
	t.Interval = at
	f.d.Timexes = append(f.d.Timexes, t)
	return len(f.d.Timexes) - 1
}

// going are verbs for how people move about, which tell in a clause of time or manner
// what somebody was doing when something befell him.
var going = words("board climb walk drive ride cycle hike swim sail fly cross travel run ski jog row patrol leave enter")

// circumstance reports whether verb v only tells what somebody was doing when another
// event came: "died while climbing", "surrendered when they boarded the boats",
// "was killed as he was walking home".
func (f *finder) circumstance(v int) bool {
	h := f.tree.Token(v).Head
	if h < 0 || !going[f.tree.Lemma(v)] || !f.tree.Is(v, "advcl") || f.infinitive(v) {
		return false
	}
	switch f.timeMark(v) {
	case "while", "when", "as":
	case "in":
		return f.gerund(v) && f.evokes(h, "V") // "replace the ship in patrolling"
	default:
		return false
	}
	if f.tree.Token(v).XPOS == "VBG" && f.tree.Child(v, "aux") != doc.None {
		return true // "as she was driving home"
	}
	s, ok := f.sense(h, f.tree.Lemma(h), "V")
	return ok && (bodily[s.Type] || s.Type == "COERCE" || s.Type == "x-justice")
}

// timeMark is the word that opens the clause of v.
func (f *finder) timeMark(v int) string {
	for _, k := range f.tree.Kids(v) {
		if k < v && f.tree.Is(k, "mark", "advmod", "case") {
			switch lemma := f.tree.Lemma(k); lemma {
			case "while", "when", "as", "in":
				return lemma
			}
		}
	}
	return ""
}

// resolved reports whether verb v is a person's making up of his mind to do what is no
// event by itself: "he decided to wait". A body that decides takes a decision.
func (f *finder) resolved(v int) bool {
	if f.tree.Lemma(v) != "decide" || f.tree.Child(v, "xcomp", "ccomp") == doc.None {
		return false
	}
	s := f.tree.Subject(v)
	return s != doc.None && (f.tree.Token(s).UPOS == "PRON" && f.tree.Lemma(s) != "it" || f.class(s) == doc.PER)
}

// handles reports whether verb v only says how what its object names came about or
// was moved: "brokered the truce", "delayed the launch",
// "discovered the theft".
func (f *finder) handles(v int, sense lexicon.Trigger) bool {
	switch sense.Type + "/" + firstMode(sense) {
	case "AGREE/", "x-business/delay", "x-science/discover":
	default:
		return false
	}
	o := f.tree.FrameOf(v).Patient
	return o != doc.None && f.at[o] == doc.None && f.added(o)
}

// calledSo is the second of two objects of verb v, which says what the first was called:
// "called the vote a coup".
func (f *finder) calledSo(v int) int {
	switch f.tree.Lemma(v) {
	case "call", "name", "brand", "label", "dub":
	default:
		return doc.None
	}
	o := f.tree.Child(v, "obj")
	for _, k := range f.tree.Kids(v) {
		if o != doc.None && k > o && f.tree.Is(k, "obj", "xcomp") && f.tree.Token(k).UPOS == "NOUN" {
			return k
		}
	}
	return doc.None
}

// inHand reports whether the noun i is what an act of violence is done to: "the aid
// convoy was attacked".
func (f *finder) inHand(i int) bool {
	h := f.tree.Token(i).Head
	if h < 0 || !f.tree.Is(i, "obj", "nsubj:pass") {
		return false
	}
	s, ok := f.sense(h, f.tree.Lemma(h), "V")
	return ok && s.Type == "ASSAULT"
}
