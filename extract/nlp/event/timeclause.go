package event

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// ofSaying reports whether date x stands right behind a verb of saying, and so is its
// own whatever the tree hangs it on: "the toll has risen, officials said on Monday".
func (f *finder) ofSaying(x, t, trigger int) bool {
	v := f.d.Timexes[x].First - 1
	if v >= 0 && f.tree.Token(v).UPOS == "ADP" {
		v--
	}
	return v >= 0 && v != t && v != trigger && (f.says(v) || f.interposed(v)) && f.tree.Token(v).Sent == f.tree.Token(trigger).Sent
}

// interposed reports whether v is a verb of saying with its subject, set behind what it
// says: ", officials said".
func (f *finder) interposed(v int) bool {
	if f.tree.Token(v).UPOS != "VERB" || !f.tree.Is(v, "parataxis") || f.tree.Child(v, "nsubj") == doc.None {
		return false
	}
	return slices.ContainsFunc(lexicon.Cues(f.tree.Lemma(v), "V"), func(c lexicon.Cue) bool { return c.Frame == "that" })
}

// relativeDate is the date of a clause that tells how the event of a noun went: "the
// vote that she won last month".
func (f *finder) relativeDate(e *candidate) int {
	if e.verb {
		return doc.None
	}
	for _, v := range f.tree.Kids(e.Token) {
		if f.tree.Is(v, "acl:relcl", "acl") && goes[f.tree.Lemma(v)] && !f.infinitive(v) {
			if x := f.timed(v, v); x != doc.None {
				return x
			}
		}
	}
	return doc.None
}

var goes = words("win lose hold take occur happen kill injure wound hit strike devastate destroy claim begin start end break erupt")

// goesIntoItsNth reports whether the date of the sentence is only one on the way: "the
// strike entered its fourth week yesterday".
func (f *finder) goesIntoItsNth(e *candidate) bool {
	v := f.tree.Token(e.Token).Head
	if v < 0 || !f.tree.Is(e.Token, "nsubj") || f.tree.Lemma(v) != "enter" {
		return false
	}
	return slices.ContainsFunc(f.tree.Kids(v), func(k int) bool {
		return k > v && spans[f.tree.Lemma(k)] && f.tree.Child(k, "amod") != doc.None
	})
}

var spans = words("hour day week month year decade")

// sinceWhen is the year itself for what a clause says of it: "the longest since 1979,
// when a walkout lasted 31 days".
func (f *finder) sinceWhen(e *candidate) int {
	v := e.Token
	f.tree.Climb(v, func(a, from int) bool {
		v = from
		return !f.tree.Is(from, "acl:relcl", "advcl")
	})
	when := v - 1
	for when > 1 && f.tree.Token(when).Sent == e.sent && f.tree.Lemma(when) != "when" {
		when--
	}
	if when < 2 || f.tree.Lemma(when) != "when" || f.word(when-1) != "," || f.tree.Token(when).Head != v {
		return doc.None
	}
	x := f.timex[when-2]
	if x == doc.None {
		return doc.None
	}
	t := f.d.Timexes[x]
	start, _, ranged := strings.Cut(t.EDTF, "/")
	if !ranged || t.First == 0 || f.word(t.First-1) != "since" || start == ".." {
		return doc.None
	}
	at, err := graph.ParseEDTF(start)
	if err != nil {
		return doc.None
	}
	at.Timex, at.Value, at.Rule, at.Confidence, at.Text = t.Timex, t.Value, t.Rule, t.Confidence, t.Text
	t.Interval = at
	f.d.Timexes = append(f.d.Timexes, t)
	return len(f.d.Timexes) - 1
}
