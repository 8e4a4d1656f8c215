package claim

import (
	"strings"
	"unicode"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// A transcript tells who speaks by a label before what is said, "PRUITT: It is
// bad." Labels are written in capitals; two of them make a transcript, since a
// single one is a heading more often than not.

// transcript adds what stands behind labels, up to the next label.
func (r *reader) transcript() {
	const least = 2 // labels
	var labels []int
	for s := range r.d.Sentences {
		if r.prose(s) && r.label(s) > 0 {
			labels = append(labels, s)
		}
	}
	if len(labels) < least {
		return
	}
	for n, s := range labels {
		end := len(r.d.Sentences)
		if n+1 < len(labels) {
			end = labels[n+1]
		}
		r.turn(s, end)
	}
}

// label is the number of tokens of the label that sentence s begins with, its
// colon included, 0 for none.
func (r *reader) label(s int) int {
	const longest = 5 // words
	sent := r.d.Sentences[s]
	for i := sent.First; i < sent.Last && i <= sent.First+longest; i++ {
		t := r.tree.Token(i)
		if t.Text == ":" {
			if i == sent.First {
				return 0
			}
			return i + 1 - sent.First
		}
		if strings.ContainsFunc(t.Text, unicode.IsLower) || t.Start > sent.Start && r.d.Text[t.Start-1] == '\n' {
			return 0
		}
	}
	return 0
}

// turn adds the sentences from s until before end as words of the one whose
// label sentence s begins with. What the turn cites of others stands within.
func (r *reader) turn(s, end int) {
	n := r.label(s)
	first := r.d.Sentences[s].First
	by := source{token: first + n - 2, span: r.tree.Span(first, first+n-1)}
	by.mention = r.labelled(first, first+n-1)
	for k := s; k < end && r.prose(k); k++ {
		sent := r.d.Sentences[k]
		c := saying{sent: k, cue: doc.None, act: "assert", source: by, first: sent.First, last: sent.Last, medium: "broadcast", time: doc.None, parent: doc.None, rule: "claim/transcript"}
		if k == s {
			c.first += n
		}
		c.head = r.top(c.first, c.last)
		r.trim(&c)
		const least = 3 // words; "Good morning." says nothing
		if c.last-c.first >= least && !r.asks(k) {
			r.sayings = append(r.sayings, c)
		}
	}
}

// asks reports whether sentence s is a question.
func (r *reader) asks(s int) bool {
	sent := r.d.Sentences[s]
	return r.tree.Token(sent.Last-1).Text == "?"
}

// labelled is the mention of the speaker that the label from first to last
// names: somebody whose name ends in it, else an actor of its own.
func (r *reader) labelled(first, last int) int {
	want := r.tree.Token(last - 1).Text
	for m := range r.d.Mentions {
		mention := &r.d.Mentions[m]
		if mention.Class == doc.PER && mention.Type == doc.Name && mention.Last-mention.First > 1 && strings.EqualFold(r.tree.Token(mention.Last-1).Text, want) {
			return m
		}
	}
	span := r.tree.Span(first, last)
	for m := range r.d.Mentions {
		if mention := &r.d.Mentions[m]; mention.Rule == "claim/label" && strings.EqualFold(mention.Of(r.d.Text), span.Of(r.d.Text)) {
			return m
		}
	}
	m := doc.Mention{Span: span, Type: doc.Nominal, Class: doc.Group, Head: last - 1, First: first, Last: last, Chain: len(r.d.Chains), Rule: "claim/label"}
	r.d.Mentions = append(r.d.Mentions, m)
	r.d.Chains = append(r.d.Chains, doc.Chain{Mentions: []int{len(r.d.Mentions) - 1}, Name: span.Of(r.d.Text), Actor: graph.UnnamedSource, Links: []string{""}})
	return len(r.d.Mentions) - 1
}
