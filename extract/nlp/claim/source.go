package claim

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// speaker fills who says it and reports whether somebody can: the subject, the
// agent of a passive, or nobody where the passive has none.
func (r *reader) speaker(v int, s *saying) bool {
	if k := r.sharer(v); k != doc.None {
		r.share(k, v, s)
		return true
	}
	if by := r.closing(v); by != doc.None {
		s.source = r.sourceAt(by)
		return r.canSpeak(s)
	}
	if l := r.tree.Lemma(v); l == "emerge" || l == "transpire" {
		s.source, s.unattributed = noSource, true // "it emerged that"
		return r.tree.Child(v, "ccomp", "csubj") != doc.None
	}
	frame := r.tree.FrameOf(v)
	s.passive = frame.Passive
	if frame.Passive {
		s.source = r.sourceAt(frame.Agent)
		s.unattributed = s.source.token == doc.None
		return s.unattributed || s.source.mention != doc.None || r.canSpeak(s)
	}
	if by := r.beside(v); by != doc.None {
		frame.Agent = by
	}
	if by := r.carriedBy(v); by != doc.None {
		frame.Agent = by
	}
	if by := r.listed(v); frame.Agent == doc.None && by != doc.None {
		frame.Agent = by
	}
	if inverted := r.invertedSubject(v); frame.Agent == doc.None && inverted != doc.None {
		frame.Agent = inverted
	}
	if frame.Agent == doc.None {
		return false
	}
	if r.timex[frame.Agent] != doc.None || r.counted(frame.Agent) && !utters(r.tree.Lemma(v)) {
		return false
	}
	if by, ok := r.participleOf(v); ok {
		s.source = by
		return true
	}
	if r.lifeless(frame.Agent) {
		if frame.Agent = r.clauseSubject(v); frame.Agent == doc.None {
			return false
		}
	}
	s.source = r.sourceAt(frame.Agent)
	r.follow(v, s)
	return r.canSpeak(s)
}

// participleOf is the source of the cue just before "…, he said, adding that",
// whatever the tree hangs the participle on.
func (r *reader) participleOf(v int) (source, bool) {
	const nearest = 12 // words
	if r.tree.Token(v).XPOS != "VBG" || r.tree.Child(v, "nsubj") != doc.None || v == 0 || r.tree.Token(v-1).Text != "," {
		return noSource, false
	}
	for k := len(r.sayings) - 1; k >= 0; k-- {
		o := &r.sayings[k]
		if o.cue != doc.None && o.cue < v && v-o.cue <= nearest && o.sent == r.tree.Token(v).Sent && !o.unattributed && !r.verbBetween(o.cue, v) {
			return o.source, true
		}
	}
	return noSource, false
}

// hasRelative reports whether a relative clause hangs on the noun i.
func (r *reader) hasRelative(i int) bool {
	return slices.ContainsFunc(r.tree.Kids(i), r.relativeClause)
}

// subjectStart is where the noun phrase of i begins, behind the comma after a bare figure
// that the tree hangs on it: "injuring more than 1,500, defense officials said".
func (r *reader) subjectStart(i int) int {
	a, _ := r.tree.Range(i)
	for k := i - 1; k > a; k-- {
		if r.tree.Token(k).Text == "," && r.tree.Token(k-1).UPOS == "NUM" && r.tree.Token(k-1).Head == i {
			return k + 1
		}
	}
	return a
}

// verbBetween reports whether a verb stands between two tokens.
func (r *reader) verbBetween(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if u := r.tree.Token(i).UPOS; u == "VERB" || u == "AUX" {
			return true
		}
	}
	return false
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
	if h := r.tree.Token(i).Head; s.mention == doc.None && h >= 0 && h < i && r.tree.Is(i, "appos") && r.hasRelative(i) {
		s.mention = r.mention[h] // "Mercy Lakes, another chain, which disclosed"
	}
	if s.mention == doc.None && r.capital(i) {
		s.mention = r.bySurname(i)
	}
	if s.mention != doc.None {
		m := r.d.Mentions[s.mention]
		if m.Chain == doc.None && m.Type == doc.Pronoun && r.last.mention != doc.None && !r.firstPerson(i) {
			s.mention = r.last.mention
		}
	} else if r.tree.Token(i).UPOS == "PRON" && r.last.mention != doc.None {
		s.mention = r.last.mention
	}
	return s
}

// capital reports whether token i is a noun that begins with a capital: a name,
// whatever the tagger takes it for.
func (r *reader) capital(i int) bool {
	t := r.tree.Token(i)
	return (t.UPOS == "PROPN" || t.UPOS == "NOUN") && t.Text[0] >= 'A' && t.Text[0] <= 'Z'
}

// bySurname is an earlier mention of a person whose name ends in token i.
func (r *reader) bySurname(i int) int {
	for m := range r.d.Mentions {
		mention := &r.d.Mentions[m]
		if mention.Class == doc.PER && mention.Type == doc.Name && mention.Last-mention.First > 1 && r.tree.Token(mention.Last-1).Text == r.tree.Token(i).Text {
			return m
		}
	}
	return doc.None
}

func counted(lemma string) bool {
	switch lemma {
	case "number", "group", "dozen", "majority", "member", "hundred", "thousand", "score", "series", "couple", "handful":
		return true
	}
	return false
}

// firstPerson reports whether token i is a pronoun of the first person.
func (r *reader) firstPerson(i int) bool {
	if r.tree.Token(i).UPOS != "PRON" {
		return false // "US" is none
	}
	switch r.tree.Lemma(i) {
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
	a = max(a, min(r.subjectStart(i), i))
	for k := i + 1; k < z; k++ {
		if t := r.tree.Token(k).Text; (t == "(" || t == "[") && k > a {
			z = k // a short form or a gloss is no part of the name
		}
	}
	return r.tree.Span(a, z)
}

// unnamed makes a mention of a source that no earlier stage knows.
func (r *reader) unnamed(i int) int {
	span := r.phrase(i)
	first, last := r.tokenAt(span.Start), r.tokenAt(span.End)
	name := strings.Join(strings.Fields(span.Of(r.d.Text)), " ")
	m := doc.Mention{Span: span, Type: doc.Nominal, Class: doc.Group, Head: i, First: first, Last: last, Chain: len(r.d.Chains), Rule: "claim/source"}
	kind := graph.UnnamedSource
	if r.tree.Token(first).UPOS == "DET" && r.tree.Token(i).UPOS != "PROPN" {
		name = strings.ToLower(name[:1]) + name[1:]
	}
	named := r.tree.Token(i).UPOS == "PROPN"
	if named {
		m.Type, kind = doc.Name, graph.Organization
	}
	if r.mediaNoun(i) || named && paperName(name) {
		m.Class, kind = doc.ORG, graph.MediaOutlet
	}
	r.d.Mentions = append(r.d.Mentions, m)
	r.mention[i] = len(r.d.Mentions) - 1
	r.d.Chains = append(r.d.Chains, doc.Chain{Mentions: []int{len(r.d.Mentions) - 1}, Name: name, Actor: kind, Named: named, Links: []string{""}})
	return len(r.d.Mentions) - 1
}
