package claim

import (
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// canSpeak reports whether the source is somebody or something that says
// things; a document speaks for who issued it.
func (r *reader) canSpeak(s *saying) bool {
	i := s.source.token
	if d := r.tree.Child(i, "det"); quantified(r.tree.Lemma(i)) || d != doc.None && r.tree.Lemma(d) == "no" {
		return false
	}
	if m := s.source.mention; m != doc.None {
		if medium, paper := papers[r.tree.Lemma(i)]; paper && !r.actor(m) {
			return r.document(i, medium, s)
		}
		if !r.speaks(m) && !r.quotedBy(i, s) {
			return false
		}
		if !r.actor(m) && r.d.Mentions[m].Class == doc.LOC && s.cue != doc.None {
			s.source.mention = r.seat(i)
		}
		return true
	}
	if medium, paper := papers[r.tree.Lemma(i)]; paper {
		return r.document(i, medium, s)
	}
	t := r.tree.Token(i)
	if t.UPOS == "NOUN" && r.mediaNoun(i) {
		s.source.mention = r.unnamed(i)
		return true
	}
	if t.UPOS == "PROPN" || t.UPOS == "PRON" && !r.firstPerson(i) && personal(r.tree.Lemma(i)) {
		s.source.mention = r.unnamed(i)
		return true
	}
	// Whoever utters words is a speaker, also where no lexicon knows the noun.
	if t.UPOS == "NOUN" && s.cue != doc.None && utters(r.tree.Lemma(s.cue)) {
		s.source.mention = r.unnamed(i)
		return true
	}
	return false
}

// utters reports whether a verb is of speech alone: "show" and "suggest" have
// subjects that say nothing.
func utters(verb string) bool {
	switch verb {
	case "say", "tell", "add", "announce", "deny", "insist", "reply", "comment", "declare", "write", "argue", "hear", "state", "testify", "respond", "tweet",
		"acknowledge", "admit", "allege", "complain", "concede", "vow", "pledge", "accuse", "stress", "maintain", "believe", "think", "doubt", "contend", "assert", "recall":
		return true
	}
	return false
}

// quotedBy reports whether what i says is quoted from its first word on, as
// only what speaks is: "The city reasoned, “…”".
func (r *reader) quotedBy(i int, s *saying) bool {
	return s.cue != doc.None && s.first < len(r.quote) && r.inQuote(s.first) && !r.inQuote(i) && !r.inQuote(s.cue)
}

// quantified reports whether a pronoun is of nobody in particular: "nobody
// expected this" tells what did not happen.
func quantified(pronoun string) bool {
	switch pronoun {
	case "nobody", "none", "everybody", "everyone", "anybody", "anyone", "nothing", "everything", "anything":
		return true
	}
	return false
}

func personal(pronoun string) bool {
	switch pronoun {
	case "he", "she", "they", "someone", "somebody", "many", "some", "others", "one", "who":
		return true
	}
	return false
}

func (r *reader) actor(m int) bool {
	ch := r.d.Mentions[m].Chain
	return ch != doc.None && r.d.Chains[ch].Actor != ""
}

// promote makes actors of sources that no earlier stage took for any: who says something
// is somebody, and without an actor the claim would be the article's own.
func (r *reader) promote() {
	for i := range r.sayings {
		s := &r.sayings[i]
		if m := s.source.mention; m == doc.None || s.silent || s.unattributed || s.ownerless || r.actor(m) || r.firstPerson(r.d.Mentions[m].Head) {
			continue
		}
		ch := r.d.Mentions[s.source.mention].Chain
		if ch == doc.None || r.byline(s.source.mention) {
			continue
		}
		chain := &r.d.Chains[ch]
		if noun := r.described(ch); noun == doc.None {
			if s.source.mention = r.bodyBefore(i); s.source.mention == doc.None {
				s.unattributed, s.source = true, noSource // "it" of nothing: somebody says so
			}
			continue
		}
		chain.Actor = graph.UnnamedSource
		if chain.Named {
			chain.Actor = graph.Organization
		}
	}
}

// bodyBefore is the organization or group that spoke last before saying i, for an "it"
// or "they" that stands for nobody known.
func (r *reader) bodyBefore(i int) int {
	const near = 2 // sentences
	s := &r.sayings[i]
	if l := r.tree.Lemma(r.d.Mentions[s.source.mention].Head); l != "it" && l != "they" {
		return doc.None
	}
	for k := i - 1; k >= 0; k-- {
		o := &r.sayings[k]
		if m := o.source.mention; m != doc.None && o.sent < s.sent && s.sent-o.sent <= near && !o.unattributed && r.d.Mentions[m].Type != doc.Pronoun && r.d.Mentions[m].Class != doc.PER {
			return m
		}
	}
	return doc.None
}

// described is a mention of the chain that is more than a pronoun.
func (r *reader) described(ch int) int {
	for _, m := range r.d.Chains[ch].Mentions {
		if r.d.Mentions[m].Type != doc.Pronoun {
			return m
		}
	}
	return doc.None
}

// byline reports whether a mention stands in a byline.
func (r *reader) byline(m int) bool {
	b := r.d.Sentences[r.tree.Token(r.d.Mentions[m].Head).Sent].Block
	return b >= 0 && b < len(r.d.Blocks) && r.d.Blocks[b].Role == doc.Byline
}

// speaks reports whether a mention is of somebody.
func (r *reader) speaks(m int) bool {
	mention := r.d.Mentions[m]
	if r.actor(m) || mention.Type == doc.Pronoun {
		return true
	}
	return mention.Class != doc.LOC || mention.Type == doc.Name || r.tree.Token(mention.Head).UPOS == "PROPN"
}
