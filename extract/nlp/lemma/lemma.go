// Package lemma gives each token its dictionary form.
//
// In go Tokens with Text, UPOS and XPOS; out comes Lemma, as the treebanks EWT
// and GUM write it: "be" for "was", "State" for "States" in a name, "not" for
// "n't", "I" for "me", and the word itself in small letters when nothing says
// otherwise. Without XPOS the rules of UPOS alone are used, and without UPOS
// the lemma is the word in small letters.
//
// The rules are suffixes and what replaces them, the longest first, for each
// pair of tags, up to whole words where a word goes its own way (after Mikheev
// 1997 and Straka 2016). They are learned from the two treebanks: rules.tsv
// says of what and by which command.
package lemma

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// Run sets the Lemma of each token of d.
func Run(d *doc.Document) {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.Lemma = Of(t.Text, t.UPOS, t.XPOS)
	}
}

// Of is the lemma of a word form with its tags. XPOS may be empty, and so may
// both.
func Of(form, upos, xpos string) string {
	if upos == "NUM" && strings.IndexByte(form, ',') > 0 {
		return strings.ReplaceAll(form, ",", "") // 1,100
	}
	if upos != "" {
		if c := loaded().class(upos, xpos); c != nil {
			return c.of(form)
		}
	}
	return strings.ToLower(form)
}

// of is the lemma of a form by the rules of c.
func (c *class) of(form string) string {
	if lemma, ok := c.exact[form]; ok {
		return lemma
	}
	low := strings.ToLower(form)
	lemma := c.edit(low)
	if low == form {
		return lemma
	}
	switch c.cases[shapeOf(form)].find(low) {
	case "keep":
		return recase(form, low, lemma)
	case "title":
		return title(lemma)
	}
	return lemma
}

// A shape is how a form that is not in small letters is capitalized.
type shape int

const (
	titled shape = iota // "States"
	letter              // "A"
	caps                // "STATES"
	mixed               // "iPhone"
	shapes
)

func shapeOf(form string) shape {
	head, rest := first(form)
	switch {
	case strings.ToUpper(form) == form && rest == "":
		return letter
	case strings.ToUpper(form) == form:
		return caps
	case strings.ToUpper(head) == head && strings.ToLower(rest) == rest:
		return titled
	}
	return mixed
}

// first splits form after its first character.
func first(form string) (head, rest string) {
	for i := range form {
		if i > 0 {
			return form[:i], form[i:]
		}
	}
	return form, ""
}

// recase gives a lemma the capitals of the form as far as they agree.
func recase(form, low, lemma string) string {
	if len(low) != len(form) {
		return form // a letter whose small form has another length
	}
	n := 0
	for n < len(low) && n < len(lemma) && low[n] == lemma[n] {
		n++
	}
	return form[:n] + lemma[n:]
}

func title(lemma string) string {
	head, rest := first(lemma)
	return strings.ToUpper(head) + rest
}
