// Package lemma gives each token its dictionary form.
//
// In go Tokens with Text, UPOS and XPOS; out comes Lemma, as the treebanks EWT
// and GUM write it: "be" for "was", "State" for "States" in a name, "not" for
// "n't", "I" for "me", and the word itself in small letters when nothing says
// otherwise. Without XPOS the rules of UPOS alone are used, and without UPOS
// the lemma is the word in small letters. Of "'s" the words after it tell whether it
// is "be" or "have". Zero-width characters do not count.
//
// The rules are suffixes and what replaces them, the longest first, for each
// pair of tags, up to whole words where a word goes its own way (after Mikheev
// 1997 and Straka 2016). They are learned from the two treebanks: rules.tsv
// says of what and by which command.
package lemma

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// Run sets the Lemma of each token of d.
func Run(d *doc.Document) {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.Lemma = Of(t.Text, t.UPOS, t.XPOS)
		if t.Lemma == "be" && t.XPOS == "VBZ" && perfect(d.Tokens[i:]) {
			t.Lemma = "have"
		}
	}
}

// perfect reports whether the first token is an 's that is short for "has", as
// in "it's been" and "he's never had". Of "it's closed" nobody can say.
func perfect(tokens []doc.Token) bool {
	if form := tokens[0].Text; form != "'s" && form != "’s" {
		return false
	}
	for _, t := range tokens[1:] {
		switch {
		case t.Sent != tokens[0].Sent:
			return false
		case t.XPOS == "RB":
		default:
			return t.XPOS == "VBN" && pastOnly[t.Text]
		}
	}
	return false
}

// pastOnly are participles that no passive is made of.
var pastOnly = map[string]bool{"been": true, "had": true, "got": true, "gotten": true, "become": true}

// Of is the lemma of a word form with its tags. XPOS may be empty, and so may
// both.
func Of(form, upos, xpos string) string {
	if shown := visible(form); shown != "" { // a mark of direction by itself stays
		form = shown
	}
	if upos == "NUM" && strings.IndexByte(form, ',') > 0 {
		return number(form)
	}
	if upos != "" {
		if c := loaded().class(upos, xpos); c != nil {
			return c.of(form)
		}
	}
	return strings.ToLower(form)
}

// visible is form without zero-width characters and soft hyphens.
func visible(form string) string {
	hidden := func(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r) }
	if strings.IndexFunc(form, hidden) < 0 {
		return form
	}
	return strings.Map(func(r rune) rune {
		if hidden(r) {
			return -1
		}
		return r
	}, form)
}

// number writes a number without the commas between its thousands; a comma before
// other than three digits is a decimal one.
func number(form string) string {
	if i := strings.LastIndexByte(form, ','); len(form)-i != 4 && i < len(form)-1 && strings.IndexByte(form, ',') == i {
		return form[:i] + "." + form[i+1:] // 7,5
	}
	return strings.ReplaceAll(form, ",", "") // 1,100
}

// of is the lemma of a form by the rules of c.
func (c *class) of(form string) string {
	if lemma, ok := c.exact[form]; ok {
		return lemma
	}
	low := strings.ToLower(form)
	lemma := c.edit(low)
	switch c.cases[shapeOf(form, low)].find(low) {
	case "keep":
		return recase(form, low, lemma)
	case "title":
		return title(lemma)
	}
	return lemma
}

// A shape is how a form is capitalized.
type shape int

const (
	titled shape = iota // "States"
	letter              // "A"
	short               // "IUCN"
	caps                // "STATES"
	mixed               // "iPhone"
	small               // "states"
	shapes
)

// acronym is the most letters that a word in capitals has to be more likely an
// acronym than a word.
const acronym = 4

func shapeOf(form, low string) shape {
	if form == low {
		return small
	}
	head, rest := first(form)
	switch upper := !strings.ContainsFunc(form, hasUpper); {
	case !upper && !strings.ContainsFunc(head, hasUpper) && !strings.ContainsFunc(rest, hasLower):
		return titled
	case !upper:
		return mixed
	case rest == "":
		return letter
	case utf8.RuneCountInString(form) <= acronym:
		return short
	}
	return caps
}

// hasUpper and hasLower report whether there is another form of r.
func hasUpper(r rune) bool { return unicode.ToUpper(r) != r }
func hasLower(r rune) bool { return unicode.ToLower(r) != r }

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
