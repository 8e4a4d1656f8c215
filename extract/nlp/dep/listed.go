package dep

import "github.com/claimline/claimline/extract/nlp/doc"

// Listed are the persons whom the text names right behind the description m of
// several, set apart by commas: "two managers of the firm, Ana Diaz and Tom Moss,".
// It reads the words, as parsers hang such lists on whatever stands before.
func (t *Tree) Listed(m int) []int {
	d := t.Doc
	g := &d.Mentions[m]
	k, sent := g.Last, d.Tokens[g.Last-1].Sent
	word := func(i int) string {
		if i >= len(d.Tokens) || d.Tokens[i].Sent != sent {
			return ""
		}
		return d.Tokens[i].Text
	}
	for n := 0; n < 6 && word(k) != "" && word(k) != "," && word(k) != ":"; n++ {
		k++ // "arrested last week"
	}
	if w := word(k); w != "," && w != ":" {
		return nil
	}
	var out []int
	for k++; word(k) != ""; k++ {
		p := t.personAt(k)
		if p == doc.None {
			break
		}
		out = append(out, p)
		if k = d.Mentions[p].Last; word(k) == "," && word(k+1) == "and" {
			k++
		}
		if w := word(k); w != "," && w != "and" {
			break
		}
	}
	const several = 2
	if len(out) < several {
		return nil
	}
	return out
}

// personAt is the name of a person that begins at token k.
func (t *Tree) personAt(k int) int {
	for i := range t.Doc.Mentions {
		if m := &t.Doc.Mentions[i]; m.First == k && m.Type == doc.Name && m.Class == doc.PER && m.Chain != doc.None {
			return i
		}
	}
	return doc.None
}
