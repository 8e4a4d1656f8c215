package claim

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
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
	"communication": "intercept", "wiretap": "intercept", "investigation": "document", "inquiry": "document", "ruling": "document", "estimate": "document", "advisory": "statement", "press": "broadcast", "information": "document",
	"petition": "document", "resolution": "document", "editorial": "document", "leaflet": "document", "manifesto": "document", "bulletin": "statement",
	"dispatch": "document", "cable": "document", "transcript": "document", "memoir": "document",
	"claim": "statement", "forecast": "document", "projection": "document", "tally": "document", "count": "document", "calculation": "document", "result": "document", "finding": "document", "review": "document", "census": "document", "autopsy": "document",
}

// document finds who speaks through the paper i: whoever stands with it, else
// whoever spoke or acted last; a paper of nobody is a source of its own.
func (r *reader) document(i int, medium string, s *saying) bool {
	s.medium = medium
	kids := r.tree.Kids(i)
	if p := i + 1; p < len(r.d.Tokens) && r.tree.Child(p, "nsubj", "nsubj:pass") == i && passesOnPaper(r.tree.Lemma(p)) && r.tree.ByAgent(p) != doc.None {
		if to := r.passer(r.tree.ByAgent(p), p); to != doc.None {
			s.told, s.quoting = append(s.told, source{token: r.tree.ByAgent(p), mention: to, span: r.phrase(r.tree.ByAgent(p))}), true
		}
	}
	if c := r.tree.Child(i, "compound"); c == i-1 && r.mention[c] == doc.None {
		kids = append(slices.Clone(kids), r.tree.Kids(c)...) // "a navy press release"
	}
	for _, k := range kids {
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
			if by := r.tree.ByAgent(k); by != doc.None && passesOnPaper(r.tree.Lemma(k)) {
				if to := r.passer(by, k); to != doc.None {
					s.told, s.quoting = append(s.told, source{token: by, mention: to, span: r.phrase(by)}), true
				}
			} else if by != doc.None && r.mention[by] != doc.None && r.actor(r.mention[by]) {
				s.source.mention = r.mention[by]
				return true
			}
		}
	}
	if v := r.tree.Token(i).Head; v >= 0 && r.tree.Is(i, "obj") && r.tree.Token(v).UPOS == "VERB" {
		if a := r.tree.FrameOf(v).Agent; a != doc.None && r.mention[a] != doc.None && r.actor(r.mention[a]) {
			s.source.mention = r.mention[a] // "intercepted messages confirming that"
			return true
		}
	}
	if m := r.issuer(i); m != doc.None && r.definite(i) && r.tree.Lemma(i) != "finding" && r.tree.Lemma(i) != "result" {
		s.source.mention = m
		s.rule += " document-of"
		return true
	}
	if s.ownerless = true; r.nobodys(i) {
		s.source, s.unattributed = noSource, true
		return true
	}
	s.source.mention = r.unnamed(i)
	return true
}

// passesOnPaper reports whether whoever does this with a paper did not write it: "a
// report seen by the Herald", "a statement carried by the agency".
func passesOnPaper(verb string) bool {
	switch verb {
	case "see", "obtain", "view", "review", "quote", "cite", "carry", "run", "leak", "read", "broadcast", "air", "relay", "distribute", "print", "commission", "order", "fund", "sponsor", "request":
		return true
	}
	return false
}

// carriedBy is the paper that says v in "a statement carried by the agency said",
// where the tree takes the participle for a verb with a subject.
func (r *reader) carriedBy(v int) int {
	if v == 0 || r.tree.Child(v, "nsubj", "nsubj:pass") != doc.None {
		return doc.None
	}
	for p := v - 1; p > r.d.Sentences[r.tree.Token(v).Sent].First; p-- {
		n := r.tree.Child(p, "nsubj", "nsubj:pass")
		if passesOnPaper(r.tree.Lemma(p)) && n == p-1 && papers[r.tree.Lemma(n)] != "" && r.tree.ByAgent(p) != doc.None {
			if _, z := r.tree.Range(r.tree.ByAgent(p)); z == v {
				return n
			}
		}
		if r.tree.Token(p).UPOS == "PUNCT" {
			break
		}
	}
	return doc.None
}

// nobodys reports whether a paper is named without saying which or whose:
// "Estimates suggest", "according to information available now".
func (r *reader) nobodys(i int) bool {
	if r.tree.Token(i).XPOS != "NNS" && r.tree.Lemma(i) != "information" {
		return false
	}
	for _, k := range r.tree.Kids(i) {
		if k < i && !r.tree.Is(k, "case", "punct") || r.tree.Is(k, "nmod", "acl") {
			return false
		}
	}
	return true
}

// issuer is who last published something before token i, else who spoke last.
func (r *reader) issuer(i int) int {
	for e := len(r.d.Events) - 1; e >= 0; e-- {
		event := &r.d.Events[e]
		if event.Type != "x-media" || event.Token >= i {
			continue
		}
		for _, a := range event.Args {
			if (a.Role == "agent" || a.Role == "speaker") && r.actor(a.Mention) {
				return a.Mention
			}
		}
	}
	if m := r.last.mention; m != doc.None && (r.d.Mentions[m].Class != doc.PER || papers[r.tree.Lemma(i)] == "statement" || papers[r.tree.Lemma(i)] == "post") {
		return m // a person who spoke last need not have written the report
	}
	return doc.None
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
