package claim

import (
	"strings"
	"unicode"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// A transcript tells who speaks by a label before what is said, "PRUITT: It is
// bad." Labels are written in capitals; two of them make a transcript, since a
// single one is a heading more often than not. A name in small letters is a label
// where it stands at the head of two paragraphs. "Q:" and "A:" are an interview, the
// answers those of the one whom the article begins with.

// transcript adds what stands behind labels, up to the next label.
func (r *reader) transcript() {
	const least = 2 // labels
	var labels []int
	for s := range r.d.Sentences {
		if r.prose(s) && (r.label(s) > 0 || r.nameLabel(s) > 0) {
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
	const longest = 8 // words and marks
	inside := false   // brackets
	sent := r.d.Sentences[s]
	for i := sent.First; i < sent.Last && i <= sent.First+longest; i++ {
		t := r.tree.Token(i)
		if t.Text == ":" {
			if i == sent.First {
				return 0
			}
			return i + 1 - sent.First
		}
		if t.Text == "(" {
			inside = true
		}
		if strings.ContainsFunc(t.Text, unicode.IsLower) && !inside || t.Start > sent.Start && r.d.Text[t.Start-1] == '\n' {
			return 0
		}
	}
	return 0
}

// nameLabel is the number of tokens of a label in small letters that sentence s
// begins with: a name at the head of this paragraph and of another.
func (r *reader) nameLabel(s int) int {
	n := r.headed(s)
	if n == 0 {
		return 0
	}
	words := r.labelText(s, n)
	for o := range r.d.Sentences {
		if o != s && r.headed(o) == n && r.labelText(o, n) == words {
			return n
		}
	}
	return 0
}

// headed is the number of tokens, colon included, of the capitalized words that a
// paragraph begins with at sentence s, 0 for none.
func (r *reader) headed(s int) int {
	const longest = 3 // words
	sent := r.d.Sentences[s]
	if s > 0 && r.d.Sentences[s-1].Block == sent.Block {
		return 0
	}
	for i := sent.First; i < sent.Last && i <= sent.First+longest; i++ {
		t := r.tree.Token(i)
		if t.Text == ":" && i > sent.First {
			return i + 1 - sent.First
		}
		if r.timex[i] != doc.None || !unicode.IsUpper([]rune(t.Text)[0]) {
			return 0
		}
	}
	return 0
}

func (r *reader) labelText(s, n int) string {
	first := r.d.Sentences[s].First
	return r.tree.Span(first, first+n).Of(r.d.Text)
}

// turn adds the sentences from s until before end as words of the one whose
// label sentence s begins with. What the turn cites of others stands within.
func (r *reader) turn(s, end int) {
	n := max(r.label(s), r.nameLabel(s))
	first := r.d.Sentences[s].First
	by := source{token: first + n - 2, span: r.tree.Span(first, first+n-1)}
	switch r.labelText(s, n) {
	case "Q:", "Question:", "QUESTION:", "REPORTER:", "Reporter:":
		return // what the asker says others say is theirs
	case "A:", "Answer:":
		if by = r.interviewed(first); by.mention == doc.None {
			return
		}
	default:
		by.mention = r.labelled(first, first+n-1)
	}
	for k := s; k < end && r.prose(k); k++ {
		sent := r.d.Sentences[k]
		c := saying{sent: k, cue: doc.None, act: "assert", source: by, first: sent.First, last: sent.Last, medium: "broadcast", time: doc.None, parent: doc.None, rule: "claim/transcript"}
		if k == s {
			c.first += n
		}
		c.head = r.top(c.first, c.last)
		r.trim(&c)
		const least = 3 // words; "Good morning." says nothing
		if c.last-c.first >= least && !r.asks(k) && !r.routine(&c) {
			r.sayings = append(r.sayings, c)
		}
	}
}

// routine reports whether a speaker only greets, hands over or signs off: "You're
// listening to Radio Four", "Ann Roe, reporting from Oslo".
func (r *reader) routine(s *saying) bool {
	finite := false
	for i := s.first; i < s.last; i++ {
		switch x := r.tree.Token(i); {
		case isFinite(x.XPOS) || x.XPOS == "VB":
			finite = true
		case x.XPOS == "VBG" && (x.Lemma == "listen" || x.Lemma == "watch"):
			if who := r.tree.Child(i, "nsubj"); who != doc.None && r.tree.Lemma(who) == "you" {
				return true
			}
		}
	}
	if s.head != doc.None && r.tree.Token(s.head).UPOS == "PROPN" {
		if who := r.tree.Child(s.head, "nsubj"); who != doc.None && (r.tree.Lemma(who) == "this" || r.tree.Lemma(who) == "i") {
			return true // "This is Radio Four", "I'm Ann Roe"
		}
	}
	return !finite || r.chat(s) || s.head != doc.None && r.timex[s.head] != doc.None // "It's Thursday the eleventh"
}

// chat reports whether an answer says nothing by itself: no noun, number or quality
// ("We've seen that"), or how the questions go on ("I have one announcement").
func (r *reader) chat(s *saying) bool {
	bare := true
	for i := s.first; i < s.last; i++ {
		switch t := r.tree.Token(i); t.UPOS {
		case "NOUN", "PROPN", "NUM", "ADJ":
			bare = false
		case "VERB":
			if o := r.tree.Child(i, "obj"); o != doc.None && (r.tree.Lemma(o) == "question" || r.tree.Lemma(o) == "announcement") {
				return true
			}
			if who := r.tree.Subject(i); t.Lemma == "ask" && who != doc.None && r.tree.Lemma(who) == "you" || t.Lemma == "add" && r.tree.Is(i, "acl") {
				return true // "You'd have to ask them", "anything to add"
			}
		}
	}
	return bare && !r.anySaying(s.sent)
}

// interviewed is who answers before token i: the first person named in the running
// text, whom an interview introduces.
func (r *reader) interviewed(i int) source {
	found := noSource
	for m := range r.d.Mentions {
		mention := &r.d.Mentions[m]
		if mention.Class == doc.PER && mention.Type == doc.Name && mention.Head < i && mention.Chain != doc.None && r.prose(r.tree.Token(mention.Head).Sent) &&
			(found.mention == doc.None || mention.Head < found.token) {
			found = source{token: mention.Head, mention: m, span: mention.Span}
		}
	}
	return found
}

// asks reports whether sentence s is a question.
func (r *reader) asks(s int) bool {
	sent := r.d.Sentences[s]
	return r.tree.Token(sent.Last-1).Text == "?"
}

// labelled is the mention of the speaker that the label from first to last
// names: somebody whose name ends in its last word before a comma, an earlier label
// that does, else an actor of its own.
func (r *reader) labelled(first, last int) int {
	end := first + 1
	for end < last && r.tree.Token(end).UPOS != "PUNCT" {
		end++
	}
	for m := range r.d.Mentions { // "SPOKESMAN (Mr. Roe)"
		if mention := &r.d.Mentions[m]; mention.Class == doc.PER && mention.Type == doc.Name && mention.First > end && mention.Last < last {
			return m
		}
	}
	want := r.tree.Token(end - 1).Text
	for m := range r.d.Mentions {
		mention := &r.d.Mentions[m]
		if (mention.Class == doc.PER && mention.Type == doc.Name && mention.Last-mention.First > 1 || mention.Rule == "claim/label") && strings.EqualFold(r.tree.Token(mention.Last-1).Text, want) {
			return m
		}
	}
	span := r.tree.Span(first, end)
	m := doc.Mention{Span: span, Type: doc.Nominal, Class: doc.Group, Head: end - 1, First: first, Last: end, Chain: len(r.d.Chains), Rule: "claim/label"}
	chain := doc.Chain{Mentions: []int{len(r.d.Mentions)}, Name: span.Of(r.d.Text), Actor: graph.UnnamedSource, Links: []string{""}}
	if end-first > 1 && !strings.EqualFold(r.tree.Token(first).Text, "unidentified") {
		m.Type, m.Class, chain.Actor, chain.Named = doc.Name, doc.PER, graph.Person, true
	}
	r.d.Mentions = append(r.d.Mentions, m)
	r.d.Chains = append(r.d.Chains, chain)
	return len(r.d.Mentions) - 1
}
