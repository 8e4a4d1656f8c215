package claim

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// papers are what can speak for who issued them, with their medium.
var papers = map[string]string{
	"statement": "statement", "release": "statement", "communique": "statement", "communiqué": "statement", "declaration": "statement",
	"report": "document", "study": "document", "survey": "document", "poll": "document", "document": "document", "letter": "document",
	"memo": "document", "audit": "document", "filing": "document", "affidavit": "document", "complaint": "document", "indictment": "document",
	"lawsuit": "document", "datum": "document", "data": "document", "figure": "document", "statistic": "document", "paper": "document",
	"book": "document", "email": "document", "e-mail": "document", "article": "document", "research": "document", "analysis": "document",
	"summary": "document", "file": "document", "record": "document", "intelligence": "document", "list": "document", "notice": "document",
	"post": "post", "tweet": "post", "message": "post", "posting": "post", "blog": "post", "video": "broadcast", "footage": "broadcast",
	"recording": "broadcast", "broadcast": "broadcast", "tape": "broadcast", "interview": "interview", "speech": "statement", "remark": "statement",
	"comment": "statement", "testimony": "statement", "conference": "statement", "briefing": "statement", "announcement": "statement", "note": "document",
	"investigation": "document", "inquiry": "document", "ruling": "document", "estimate": "document", "advisory": "statement", "press": "broadcast",
}

// speaker fills who says it and reports whether somebody can: the subject, the
// agent of a passive, or nobody where the passive has none.
func (r *reader) speaker(v int, s *saying) bool {
	frame := r.tree.FrameOf(v)
	s.passive = frame.Passive
	if frame.Passive {
		s.source = r.sourceAt(frame.Agent)
		s.unattributed = s.source.token == doc.None
		return true
	}
	if inverted := r.invertedSubject(v); frame.Agent == doc.None && inverted != doc.None {
		frame.Agent = inverted
	}
	if frame.Agent == doc.None {
		return false
	}
	if r.timex[frame.Agent] != doc.None {
		return false
	}
	s.source = r.sourceAt(frame.Agent)
	return r.canSpeak(s)
}

// invertedSubject reads "said Smith" where the parser took the speaker for an
// object.
func (r *reader) invertedSubject(v int) int {
	if r.tree.Child(v, "nsubj") != doc.None {
		return doc.None
	}
	if o := r.tree.Child(v, "obj"); o != doc.None && o > v && r.mention[o] != doc.None && r.tree.Lemma(v) == "say" {
		return o
	}
	return doc.None
}

// sourceAt is the source whose noun phrase has the head i.
func (r *reader) sourceAt(i int) source {
	if i == doc.None {
		return noSource
	}
	s := source{token: i, mention: r.mention[i], span: r.phrase(i)}
	if s.mention == doc.None {
		if of := r.tree.Oblique(i, "of"); of != doc.None && (r.tree.Token(i).UPOS != "NOUN" || counted(r.tree.Lemma(i))) {
			s.mention = r.mention[of]
		}
	}
	if s.mention != doc.None {
		m := r.d.Mentions[s.mention]
		if m.Chain == doc.None && m.Type == doc.Pronoun && r.last.mention != doc.None && !first(r.tree.Lemma(i)) {
			s.mention = r.last.mention
		}
	} else if r.tree.Token(i).UPOS == "PRON" && r.last.mention != doc.None {
		s.mention = r.last.mention
	}
	return s
}

func counted(lemma string) bool {
	switch lemma {
	case "number", "group", "dozen", "majority", "member", "hundred", "thousand", "score", "series", "couple", "handful":
		return true
	}
	return false
}

// first reports whether a pronoun is of the first person.
func first(lemma string) bool {
	switch lemma {
	case "i", "we", "me", "us", "my", "our":
		return true
	}
	return false
}

// phrase is the noun phrase of i without the clauses that hang on it.
func (r *reader) phrase(i int) graph.Span {
	a, z := i, i+1
	var grow func(k, depth int)
	grow = func(k, depth int) {
		const deepest = 8
		a, z = min(a, k), max(z, k+1)
		for _, c := range r.tree.Kids(k) {
			if depth < deepest && !r.tree.Is(c, "acl", "parataxis", "punct", "advcl", "cop", "aux", "nsubj", "mark", "ccomp") && !(k == i && r.tree.Is(c, "case", "cc", "conj")) {
				grow(c, depth+1)
			}
		}
	}
	grow(i, 0)
	return r.tree.Span(a, z)
}

// canSpeak reports whether the source is somebody or something that says
// things; a document speaks for who issued it.
func (r *reader) canSpeak(s *saying) bool {
	i := s.source.token
	if m := s.source.mention; m != doc.None {
		if medium, paper := papers[r.tree.Lemma(i)]; paper && !r.actor(m) {
			return r.document(i, medium, s)
		}
		if !r.speaks(m) {
			return false
		}
		return true
	}
	if medium, paper := papers[r.tree.Lemma(i)]; paper {
		return r.document(i, medium, s)
	}
	t := r.tree.Token(i)
	if t.UPOS == "PROPN" || t.UPOS == "PRON" && !first(r.tree.Lemma(i)) && personal(r.tree.Lemma(i)) {
		s.source.mention = r.unnamed(i)
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

// speaks reports whether a mention is of somebody.
func (r *reader) speaks(m int) bool {
	mention := r.d.Mentions[m]
	if r.actor(m) || mention.Type == doc.Pronoun {
		return true
	}
	return mention.Class != doc.LOC || mention.Type == doc.Name
}

// document finds who speaks through the paper i: whoever stands with it, else
// whoever spoke or acted last; a paper of nobody is a source of its own.
func (r *reader) document(i int, medium string, s *saying) bool {
	s.medium = medium
	for _, k := range r.tree.Kids(i) {
		if !r.tree.Is(k, "nmod", "compound", "acl", "amod") || r.timex[k] != doc.None {
			continue
		}
		switch c := r.tree.Case(k); {
		case r.tree.Is(k, "nmod:poss", "compound") || c == "by" || c == "from" || c == "of":
			if m := r.mention[k]; m != doc.None && r.actor(m) {
				s.source.mention = m
				return true
			}
		case r.tree.Is(k, "acl"):
			if by := r.tree.ByAgent(k); by != doc.None && r.mention[by] != doc.None {
				s.source.mention = r.mention[by]
				return true
			}
		}
	}
	if r.definite(i) && r.last.mention != doc.None {
		s.source.mention = r.last.mention
		s.rule += " document-of"
		return true
	}
	s.source.mention = r.unnamed(i)
	return true
}

func (r *reader) definite(i int) bool {
	d := r.tree.Child(i, "det")
	if d == doc.None {
		return false
	}
	switch r.tree.Lemma(d) {
	case "the", "this", "that", "these", "those":
		return true
	}
	return false
}

// unnamed makes a mention of a source that no earlier stage knows.
func (r *reader) unnamed(i int) int {
	span := r.phrase(i)
	first, last := r.tokenAt(span.Start), r.tokenAt(span.End)
	name := strings.Join(strings.Fields(span.Of(r.d.Text)), " ")
	m := doc.Mention{Span: span, Type: doc.Nominal, Class: doc.Group, Head: i, First: first, Last: last, Chain: len(r.d.Chains), Rule: "claim/source"}
	kind := graph.UnnamedSource
	named := r.tree.Token(i).UPOS == "PROPN"
	if named {
		m.Type, kind = doc.Name, graph.Organization
	}
	r.d.Mentions = append(r.d.Mentions, m)
	r.d.Chains = append(r.d.Chains, doc.Chain{Mentions: []int{len(r.d.Mentions) - 1}, Name: name, Actor: kind, Named: named, Links: []string{""}})
	return len(r.d.Mentions) - 1
}
