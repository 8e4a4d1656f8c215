package ner

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// maxRepeat is the longest name, in words, that is looked for again.
const maxRepeat = 8

// A known name is one that the document has at least once.
type known struct {
	votes map[doc.Class]int
	first doc.Class // of the first time it is seen
	sure  bool      // looked for where the network saw no name
}

func (k *known) class() doc.Class {
	best := k.first
	for _, c := range []doc.Class{doc.PER, doc.ORG, doc.LOC} {
		if k.votes[c] > k.votes[best] {
			best = c
		}
	}
	return best
}

// An inventory is the names of a document by their words, joined by spaces.
type inventory struct {
	names   map[string]*known
	longest map[string]int // by first word, the most words of a sure name
}

func key(tokens []doc.Token) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
	}
	return b.String()
}

func takeInventory(d *doc.Document, names []doc.Mention) inventory {
	v := inventory{make(map[string]*known), make(map[string]int)}
	for _, m := range names {
		tokens := d.Tokens[m.First:m.Last]
		k := v.names[key(tokens)]
		if k == nil {
			k = &known{votes: make(map[doc.Class]int), first: m.Class, sure: sure(tokens)}
			v.names[key(tokens)] = k
			if k.sure {
				v.longest[tokens[0].Text] = max(v.longest[tokens[0].Text], len(tokens))
			}
		}
		k.votes[m.Class]++
	}
	return v
}

// sure reports whether a name is told from other words by its form: it has
// several words, is in capitals or is long enough.
func sure(tokens []doc.Token) bool {
	s := tokens[0].Text
	if !named(s) || len(tokens) > maxRepeat {
		return false
	}
	return len(tokens) > 1 || len(s) >= 4 || len(s) >= 2 && strings.ToUpper(s) == s
}

// repeat gives each name one class throughout the document and marks it where
// the network missed it, or saw only a part of it.
func repeat(d *doc.Document, names []doc.Mention) []doc.Mention {
	surnames(d, names)
	v := takeInventory(d, names)
	taken := make([]int, len(d.Tokens)) // 1 + index of the name over the token
	for i := range names {
		m := &names[i]
		m.Class = v.names[key(d.Tokens[m.First:m.Last])].class()
		mark(taken, *m, i+1)
	}
	dropped := make([]bool, len(names))
	for at := 0; at < len(d.Tokens); {
		n, class := v.longestAt(d, names, taken, at)
		if n == 0 {
			at++
			continue
		}
		for i := at; i < at+n; i++ {
			if taken[i] > 0 {
				dropped[taken[i]-1] = true
			}
		}
		names = append(names, doc.Mention{Type: doc.Name, Class: class, First: at, Last: at + n, Chain: doc.None, Rule: repeated})
		dropped = append(dropped, false)
		at += n
	}
	return keep(names, dropped)
}

// longestAt finds the longest known name that stands at token i without having
// been seen there: its length in tokens and its class.
func (v inventory) longestAt(d *doc.Document, names []doc.Mention, taken []int, i int) (int, doc.Class) {
	last := d.Sentences[d.Tokens[i].Sent].Last
	for n := min(v.longest[d.Tokens[i].Text], last-i); n > 0; n-- {
		k := v.names[key(d.Tokens[i:i+n])]
		if k != nil && k.sure && free(names, taken, i, i+n) && (n > 1 || alone(d, i, k.class())) {
			return n, k.class()
		}
	}
	return 0, ""
}

// free reports whether the tokens bear no name, or only shorter ones within.
func free(names []doc.Mention, taken []int, first, last int) bool {
	for i := first; i < last; i++ {
		if taken[i] == 0 {
			continue
		}
		if m := names[taken[i]-1]; m.First < first || m.Last > last || m.Last-m.First == last-first {
			return false
		}
	}
	return true
}

// titles stand before the name of a person.
var titles = map[string]bool{
	"president": true, "minister": true, "general": true, "gen.": true, "secretary": true, "chancellor": true, "king": true,
	"queen": true, "prince": true, "pope": true, "senator": true, "sen.": true, "rep.": true, "gov.": true, "governor": true,
	"mayor": true, "judge": true, "justice": true, "colonel": true, "col.": true, "major": true, "captain": true, "mr.": true,
	"mr": true, "mrs.": true, "mrs": true, "ms.": true, "ms": true, "dr.": true, "dr": true, "sheikh": true, "mullah": true,
}

// alone reports whether a single word is tagged as a name and is no part of a
// longer one: not Paris in Paris Hilton or Cola in Coca-Cola, but Putin in
// President Putin.
func alone(d *doc.Document, i int, class doc.Class) bool {
	near := func(j int) *doc.Token {
		if j < 0 || j >= len(d.Tokens) || d.Tokens[j].Sent != d.Tokens[i].Sent {
			return new(doc.Token)
		}
		return &d.Tokens[j]
	}
	before, after := near(i-1), near(i+1)
	switch {
	case d.Tokens[i].UPOS != "PROPN" || after.UPOS == "PROPN":
		return false
	case hyphen(before.Text) && glued(d, i-1), hyphen(after.Text) && glued(d, i):
		return false
	case before.UPOS == "PROPN":
		return class == doc.PER && titles[strings.ToLower(before.Text)]
	}
	return true
}

func mark(taken []int, m doc.Mention, v int) {
	for i := m.First; i < m.Last; i++ {
		taken[i] = v
	}
}

// surnames makes a single word that ends a person's full name, or begins it, a
// person, with or without an Arabic article before it; and one that ends the
// name of a body that body, unless the lexicon has it for something else.
func surnames(d *doc.Document, names []doc.Mention) {
	words := make(map[string]doc.Class)
	for _, m := range names {
		last := d.Tokens[m.Last-1].Text
		switch {
		case m.Last-m.First == 1:
		case m.Class == doc.PER:
			words[d.Tokens[m.First].Text], words[last] = doc.PER, doc.PER
		case m.Class == doc.ORG && words[last] == "" && !headed(d, m.Last-1) && len(lexicon.Named(last)) == 0:
			words[last] = doc.ORG
		}
	}
	for i := range names {
		m := &names[i]
		first := d.Tokens[m.First].Text
		short := m.Last-m.First == 1 || m.Last-m.First == 3 && article(first) && hyphen(d.Tokens[m.First+1].Text)
		if class := words[d.Tokens[m.Last-1].Text]; short && class != "" {
			m.Class = class
		}
	}
}
