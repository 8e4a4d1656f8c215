package claim

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// preposition reads "according to X" and its like at the preposition's first
// word: the content is the rest of the sentence.
func (r *reader) preposition(i int) {
	for _, c := range lexicon.Prepositions() {
		n := strings.Count(c.Lemma, " ") + 1
		if !r.stands(c.Lemma, i) || c.Lemma == "per" && !r.perSource(i) {
			continue
		}
		at := r.after(i, n)
		if at == doc.None {
			return
		}
		if cites(strings.TrimSuffix(c.Lemma, "ing")+"e") || c.Lemma == "citing" || c.Lemma == "quoting" {
			r.citing(i, at)
			return
		}
		s := saying{time: doc.None, cue: i, cues: r.tree.Span(i, i+n), act: c.Act, source: r.sourceAt(at), rule: "claim/preposition " + c.Row()}
		if c.Frame == "view" && s.source.mention == doc.None {
			return
		}
		if !r.canSpeak(&s) && papers[r.tree.Lemma(at)] == "" {
			if t := r.tree.Token(at); c.Frame != "source" || c.Lemma == "per" || t.UPOS != "NOUN" && t.UPOS != "PROPN" || rules[r.tree.Lemma(at)] {
				return
			}
			s.source.mention = r.unnamed(at)
		}
		r.relayed(at, &s)
		s.first, s.last = r.around(i, at)
		s.head = r.top(s.first, s.last)
		r.sourceTime(at, &s)
		if r.outer(i, &s) {
			return
		}
		r.endBefore(i, s.head)
		r.add(s)
		return
	}
}

// relayed adds the outlet that passes on the source at: "a police source quoted by the
// agency".
func (r *reader) relayed(at int, s *saying) {
	if len(s.told) > 0 {
		return
	}
	for _, k := range r.tree.Kids(at) {
		if by := r.tree.ByAgent(k); r.tree.Is(k, "acl") && by != doc.None && passesOnPaper(r.tree.Lemma(k)) {
			if to := r.passer(by, k); to != doc.None {
				s.told, s.quoting = append(s.told, source{token: by, mention: to, span: r.phrase(by)}), true
			}
		}
	}
}

// rules are what things are done according to and that say nothing.
var rules = words(`plan schedule law rule regulation size need type age tradition custom script taste ability income season circumstance standard
	principle formula timetable convention constitution calendar weight height rank category level gender wish instruction preference`)

// inView reads "in her view, …" and "in the minister's opinion" at "in".
func (r *reader) inView(i int) {
	const longest = 5 // words
	if !r.stands("in", i) {
		return
	}
	sent := r.d.Sentences[r.tree.Token(i).Sent]
	for k := i + 1; k < sent.Last && k <= i+longest; k++ {
		if l := r.tree.Lemma(k); l != "view" && l != "opinion" {
			continue
		}
		by := r.tree.Child(k, "nmod:poss")
		if by == doc.None || r.firstPerson(by) || r.inQuote(i) {
			return
		}
		s := saying{time: doc.None, cue: k, act: "believe", source: r.sourceAt(by), rule: "claim/in-view"}
		s.first, s.last = k+1, sent.Last
		if r.onlyMarks(k+1, sent.Last) {
			s.first, s.last = sent.First, i
		}
		if s.head = r.top(s.first, s.last); r.canSpeak(&s) {
			r.add(s)
		}
		return
	}
}

// endBefore ends at token i what the saying at the verb v says: "reported no
// cases, according to the ministry".
func (r *reader) endBefore(i, v int) {
	for k := len(r.sayings) - 1; k >= 0 && r.sayings[k].sent == r.tree.Token(i).Sent; k-- {
		if o := &r.sayings[k]; o.cue == v && o.first < i && i < o.last {
			o.last = i
			r.trim(o)
		}
	}
}

// stands reports whether the words stand at token i.
func (r *reader) stands(words string, i int) bool {
	for k, w := range strings.Fields(words) {
		if i+k >= len(r.d.Tokens) || !strings.EqualFold(r.d.Tokens[i+k].Text, w) {
			return false
		}
	}
	return true
}

// perSource keeps "per cent" and "per day" out.
func (r *reader) perSource(i int) bool {
	return i+1 < len(r.d.Tokens) && r.mention[i+1] != doc.None && r.tree.Token(i+1).UPOS == "PROPN"
}

// after is the head of the noun phrase n tokens after i.
func (r *reader) after(i, n int) int {
	const longest = 12
	sent := r.d.Sentences[r.tree.Token(i).Sent]
	for k := i + n; k < sent.Last && k < i+n+longest; k++ {
		t := r.tree.Token(k)
		if t.UPOS == "PUNCT" && k > i+n {
			break
		}
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "PRON" && t.UPOS != "ADJ" {
			continue
		}
		if t.Head < i+n || t.Head > k+longest || !r.tree.Is(k, "compound", "amod", "nmod:poss", "det", "nummod", "flat", "nmod:unmarked") {
			if t.UPOS == "ADJ" && r.mention[k] == doc.None {
				continue
			}
			return k
		}
	}
	return doc.None
}

// around is the sentence without the phrase from i to the source at; a clause
// after "and" with its own verb is left out.
func (r *reader) around(i, at int) (first, last int) {
	sent := r.d.Sentences[r.tree.Token(i).Sent]
	sent.Last = r.semicolon(i, sent.Last)
	end := r.behindApposition(r.tokenAt(r.phrase(at).End), sent.Last)
	for _, k := range r.tree.Kids(at) {
		if a, z := r.tree.Range(k); r.tree.Is(k, "acl") && a == end && z < sent.Last && r.tree.Token(k).XPOS == "VBN" {
			end = z // "a report seen by the Herald"
		}
	}
	if end+1 < sent.Last && r.tree.Token(end).XPOS == "VBN" {
		for k := end + 1; k < sent.Last && k < end+8; k++ {
			if r.tree.Token(k).Text == "," {
				end = k // "a poll by the institute published on Monday,"
				break
			}
		}
	}
	if _, z := r.tree.Range(at); z > end && r.onlyMarks(z, sent.Last) && i-sent.First > 1 {
		end = sent.Last // "two people briefed on the matter"
	}
	switch {
	case i-sent.First <= 1:
		return end, sent.Last
	case end+2 >= sent.Last:
		return sent.First, i
	}
	// In the middle. A comma and a new clause end what the phrase is about.
	return sent.First, sent.Last
}

// behindApposition moves past what is told of a source between commas:
// "According to the council, seen as strict, …".
func (r *reader) behindApposition(end, last int) int {
	const longest = 15 // words
	if end+2 >= last || r.tree.Token(end).Text != "," {
		return end
	}
	switch t := r.tree.Token(end + 1); t.XPOS {
	case "VBN", "VBG", "WP", "WDT", "WP$", "WRB":
	case "DT", "NN", "NNS":
		if !r.tree.Is(end+1, "appos") && !r.tree.Is(max(t.Head, 0), "appos") {
			return end
		}
	default:
		return end
	}
	for k := end + 2; k < last && k <= end+longest; k++ {
		if r.tree.Token(k).Text == "," && r.finite(k, last) {
			return k
		}
	}
	return end
}
