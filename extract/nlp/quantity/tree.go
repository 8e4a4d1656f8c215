package quantity

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// inTree finds the metric along the dependencies: the verb whose object or
// subject the figure is, or a participle that hangs on its noun.
func (r *reader) inTree(f *figure) string {
	t := r.headOf(f)
	if t == doc.None || r.d.Tokens[t].Deprel == "" {
		return ""
	}
	for i := t + 1; i < r.first+len(r.tokens) && i < t+12; i++ {
		child := &r.d.Tokens[i]
		if child.Head != t || !strings.HasPrefix(child.Deprel, "acl") {
			continue
		}
		relative := child.Deprel == "acl:relcl"
		if metric := r.ofToken(subject, i); metric != "" && relative {
			return metric
		}
		if metric := r.ofToken(state, i); metric != "" && child.XPOS == "VBN" && (!relative || passive[strings.ToLower(r.d.Tokens[i-1].Text)]) {
			return metric
		}
	}
	for range 4 { // up through coordination
		token := &r.d.Tokens[t]
		if token.Head < r.first || token.Head >= r.first+len(r.tokens) {
			return ""
		}
		switch {
		case token.Deprel == "conj", strings.HasPrefix(token.Deprel, "appos"):
			t = token.Head
			continue
		case token.Deprel == "nsubj:pass":
			return r.ofToken(state, token.Head)
		case token.Deprel == "nsubj":
			if metric := r.ofToken(subject, token.Head); metric != "" {
				return metric
			}
			if r.d.Tokens[token.Head].UPOS == "ADJ" {
				return r.ofToken(state, token.Head)
			}
		case token.Deprel == "obj":
			return r.ofToken(object, token.Head)
		}
		return ""
	}
	return ""
}

// headOf is the token that the figure hangs on the sentence by.
func (r *reader) headOf(f *figure) int {
	if f.noun >= 0 {
		return r.tokenAt(r.atoms[f.noun].Start)
	}
	return r.tokenAt(r.atoms[f.end-1].Start)
}

// ofToken returns the metric that a token tells in a role.
func (r *reader) ofToken(as role, token int) string {
	return r.lex.metrics[as][r.lex.vocab.ID(strings.ToLower(r.d.Tokens[token].Text))]
}
