package claim

import (
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
	frame := r.tree.FrameOf(v)
	s.passive = frame.Passive
	if frame.Passive {
		s.source = r.sourceAt(frame.Agent)
		s.unattributed = s.source.token == doc.None
		return true
	}
	if by := r.beside(v); by != doc.None {
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
	const nearest = 4 // words
	if r.tree.Token(v).XPOS != "VBG" || r.tree.Child(v, "nsubj") != doc.None || v == 0 || r.tree.Token(v-1).Text != "," {
		return noSource, false
	}
	for k := len(r.sayings) - 1; k >= 0; k-- {
		o := &r.sayings[k]
		if o.cue != doc.None && o.cue < v && v-o.cue <= nearest && o.sent == r.tree.Token(v).Sent && !o.unattributed {
			return o.source, true
		}
	}
	return noSource, false
}

// beside is the speaker that stands right beside a plain verb of saying with a
// comma, a quotation mark or nothing on its other side: "…, Smith said" and
// "…, said Smith". Parsers often miss such a subject after a long quotation.
func (r *reader) beside(v int) int {
	if !r.tags(v) {
		return doc.None
	}
	if r.tree.Token(v).XPOS == "VBG" || r.tree.Token(v).XPOS == "VB" || r.inQuote(v) {
		return doc.None
	}
	sent := r.d.Sentences[r.tree.Token(v).Sent]
	k := v - 1
	for k > sent.First && (r.tree.Token(k).UPOS == "ADV" || r.tree.Token(k).UPOS == "AUX") {
		k--
	}
	if k >= sent.First && r.mention[k] == doc.None && k > sent.First && r.capital(k) && r.begins(k, sent.First) {
		return k
	}
	if k > sent.First && r.mention[k] == doc.None && r.tree.Token(k).UPOS == "NOUN" && r.tree.Child(v, "nsubj") == k && r.begins(r.nounStart(k), sent.First) && r.ends(v) {
		return k // "…, the authors write."
	}
	if k >= sent.First && r.mention[k] != doc.None {
		if m := r.d.Mentions[r.mention[k]]; m.Last == k+1 && r.begins(r.nounStart(m.First), sent.First) {
			return m.Head
		}
	}
	if v > sent.First && r.inverted(v, sent.Last) && !tells(r.tree.Lemma(v)) {
		if by := r.right(v, sent.Last); by != doc.None {
			return by
		}
	}
	if by := r.beforeApposition(v, sent.First); by != doc.None {
		return by
	}
	subject := r.tree.Child(v, "nsubj", "nsubj:pass")
	if subject == doc.None {
		if by := r.stray(v); by != doc.None {
			return by
		}
	}
	if tells(r.tree.Lemma(v)) {
		return doc.None // whom, not who
	}
	if v+1 < sent.Last && v > sent.First && r.tree.Token(v-1).UPOS == "PUNCT" && (subject == doc.None || subject > v || r.inQuote(v-1) || r.inverted(v, sent.Last)) {
		return r.right(v, sent.Last)
	}
	return doc.None
}

// stray is the speaker in "Trains are running, a spokesman for the line told
// Reuters" where the parser took it for another subject of the clause before: a
// noun phrase from the comma to the verb.
func (r *reader) stray(v int) int {
	h := r.tree.Token(v).Head
	if !r.tree.Is(v, "parataxis", "conj", "ccomp", "advcl") || h < 0 || h > v {
		return doc.None
	}
	for k := v - 1; k > h+1; k-- {
		if r.tree.Token(k).Head != h || !r.tree.Is(k, "nsubj", "obj", "obl", "appos", "conj", "dislocated", "nmod") {
			continue
		}
		first := k
		for first-1 > h && r.tree.Under(first-1, k) {
			first--
		}
		if r.tree.Token(first).Text == "," {
			first++
		}
		for i := k + 1; i < v; i++ {
			if !r.tree.Under(i, k) {
				return doc.None
			}
		}
		if r.tree.Token(first-1).Text == "," {
			return k
		}
		return doc.None
	}
	return doc.None
}

// tags reports whether v is a verb that stands beside a speaker at either end of
// what is said: "…, Smith said".
func (r *reader) tags(v int) bool {
	switch r.tree.Lemma(v) {
	case "say", "add", "explain", "note", "tell", "warn", "recall", "argue", "insist", "continue", "reply", "write", "declare", "claim", "report",
		"tweet", "post", "announce", "quip", "joke", "concede", "recount", "observe", "remark":
		return true
	case "hear":
		s := r.tree.Child(v, "nsubj")
		return s != doc.None && hearing(r.tree.Lemma(s))
	}
	return false
}

// hearing reports whether a noun is of a body that people speak before.
func hearing(lemma string) bool {
	switch lemma {
	case "court", "jury", "inquest", "tribunal", "inquiry", "hearing", "trial", "magistrate", "committee", "commission", "panel":
		return true
	}
	return false
}

// beforeApposition is the speaker in "…, Ann Smith, mayor of the town, said".
func (r *reader) beforeApposition(v, start int) int {
	const longest = 25
	if v-1 <= start || r.tree.Token(v-1).Text != "," {
		return doc.None
	}
	if m := r.mention[v-2]; m != doc.None && r.d.Mentions[m].Class == doc.PER && r.d.Mentions[m].Type == doc.Name && r.d.Mentions[m].Last == v-1 && r.titled(r.d.Mentions[m].First, start) != doc.None {
		return r.d.Mentions[m].Head
	}
	for k := v - 2; k > start && k > v-longest; k-- {
		t := r.tree.Token(k)
		if t.UPOS == "VERB" && (t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP") && r.tree.Child(k, "nsubj") != doc.None && !r.tree.Is(k, "acl") || r.inQuote(k) {
			return doc.None
		}
		if t.Text != "," || r.mention[k-1] == doc.None {
			continue
		}
		m := r.d.Mentions[r.mention[k-1]]
		if m.Type == doc.Name && m.Last == k && r.begins(r.nounStart(m.First), start) && m.Class != doc.LOC {
			return m.Head
		}
	}
	return doc.None
}

// right is the speaker after the verb: "said the mayor, Ann Smith". A person is
// sought before what stands in front of the person's name.
func (r *reader) right(v, end int) int {
	const longest = 6
	found := doc.None
	for k := v + 1; k < end && k <= v+longest; k++ {
		if m := r.mention[k]; m != doc.None && r.d.Mentions[m].Head >= v {
			mention := &r.d.Mentions[m]
			if mention.Class == doc.PER {
				return mention.Head
			}
			if found == doc.None && mention.Class != doc.LOC && mention.First <= v+3 {
				found = mention.Head
			}
		}
		if u := r.tree.Token(k).UPOS; u != "DET" && u != "ADJ" && u != "NOUN" && u != "PROPN" && u != "PRON" {
			break
		}
	}
	return found
}

// inverted reports whether what stands behind v to the end of the sentence is
// only a name: "…, says the Press Association".
func (r *reader) inverted(v, end int) bool {
	for k := v + 1; k < end; k++ {
		u := r.tree.Token(k).UPOS
		if u == "VERB" || u == "AUX" || u == "ADP" || u == "SCONJ" {
			return false
		}
	}
	return r.tree.Token(v-1).Text == "," && end-v > 2
}

// nounStart goes left from a mention over its article and title.
func (r *reader) nounStart(i int) int {
	for i > 0 && r.tree.Token(i-1).Sent == r.tree.Token(i).Sent {
		u := r.tree.Token(i - 1).UPOS
		if u != "DET" && u != "ADJ" && u != "NOUN" && u != "PROPN" && r.tree.Token(i-1).Text != "-" && r.tree.Token(i-1).XPOS != "PRP$" {
			break
		}
		i--
	}
	return i
}

// begins reports whether a noun phrase that begins at i can begin a clause.
func (r *reader) begins(i, first int) bool {
	return i == first || r.tree.Token(i-1).UPOS == "PUNCT"
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
	for k := i + 1; k < z; k++ {
		if t := r.tree.Token(k).Text; (t == "(" || t == "[") && k > a {
			z = k // a short form or a gloss is no part of the name
		}
	}
	return r.tree.Span(a, z)
}

// canSpeak reports whether the source is somebody or something that says
// things; a document speaks for who issued it.
func (r *reader) canSpeak(s *saying) bool {
	i := s.source.token
	if quantified(r.tree.Lemma(i)) {
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
	case "say", "tell", "add", "announce", "deny", "insist", "reply", "comment", "declare", "write", "argue", "hear", "state", "testify", "respond", "tweet":
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

// speaks reports whether a mention is of somebody.
func (r *reader) speaks(m int) bool {
	mention := r.d.Mentions[m]
	if r.actor(m) || mention.Type == doc.Pronoun {
		return true
	}
	return mention.Class != doc.LOC || mention.Type == doc.Name
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
