package entity

import (
	"github.com/claimline/claimline/extract/nlp/doc"
)

// clean moves the beginning of a phrase behind words that a tree hung there
// without their being part of it.
func (f *finder) clean(first, head int) int {
	for first < head {
		t := &f.d.Tokens[first]
		lead := t.UPOS == "ADP" || t.UPOS == "CCONJ" || t.UPOS == "PUNCT" || f.lower(first) == "whose" || t.UPOS == "ADV" && !quantifying[f.lower(first)] && f.d.Tokens[first+1].UPOS != "ADJ"
		if !lead || quantifying[f.lower(first)] {
			break
		}
		first++
	}
	return first
}

// quantifying are words before figures.
var quantifying = set("about around nearly almost over approximately more less fewer at roughly some up most under only")

// phrase is the noun phrase of i: its modifiers before it and, after it, the
// phrases with a preposition that tell which one it is. Clauses are left out.
// A measure before it belongs to it: "a number of militants", but "the number of
// militants" is a figure.
func (f *finder) phrase(i, depth int) (first, last int) {
	first, last = f.before(i), f.after(i, depth)
	if h := f.d.Tokens[i].Head; depth == 0 && h != doc.None && h < first && f.tree.Is(i, "nmod") && (measures[f.lemma(h)] || f.d.Tokens[h].UPOS == "NUM" && f.lower(h) != "one" && f.d.Tokens[i].XPOS == "NNS") && f.tree.Case(i) == "of" && h+3 >= first && !(f.lemma(h) == "number" && f.determined(h, "the")) {
		first = f.before(h)
	}
	return first, last
}

// before is the first token of what modifies i from the left.
func (f *finder) before(i int) int {
	const longest = 12
	first := i
	kids := f.tree.Kids(i)
	for k := len(kids) - 1; k >= 0; k-- {
		kid := kids[k]
		if kid >= first {
			continue
		}
		if !f.tree.Is(kid, "det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "nmod:unmarked", "nmod", "advmod", "flat", "obl:unmarked", "acl") {
			if f.tree.Is(kid, "punct") {
				continue // the gap decides
			}
			break
		}
		a, b := f.tree.Range(kid)
		if c := f.cover[a]; c != doc.None && f.names[c].First < a {
			a = f.names[c].Last // of a name, only the whole belongs to it
		}
		if f.gap(b, first) || i-a > longest || a >= first || f.timex[a] || f.clausal(a, b) {
			break
		}
		first = a
	}
	for c := f.ownerBefore(first, i); c != doc.None; c = f.ownerBefore(first, i) {
		first = f.names[c].First
	}
	if f.d.Tokens[first].XPOS == "VBG" && first < i && (f.tree.Is(first, "amod", "acl") || f.lower(first) == "quoting" || f.lower(first) == "citing") {
		first++ // "beheading prisoners"
	}
	for f.reported(i) && first > 0 && f.d.Tokens[first-1].UPOS == "ADJ" && f.d.Tokens[first-1].Sent == f.d.Tokens[i].Sent {
		first-- // "local media reports"
	}
	// A number or article that the parser hung elsewhere.
	for first > 0 && f.cover[first-1] == doc.None && f.d.Tokens[first-1].Sent == f.d.Tokens[i].Sent && !f.timex[first-1] &&
		(f.d.Tokens[first-1].UPOS == "NUM" || f.d.Tokens[first-1].UPOS == "DET") {
		first--
	}
	return first
}

// clausal reports whether a finite verb or a subject stands among tokens a to b.
func (f *finder) clausal(a, b int) bool {
	for i := a; i < b; i++ {
		switch f.d.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD", "PRP", "WP", "WDT":
			return true
		}
	}
	return false
}

// ownerBefore is the name that stands right before a phrase and belongs to
// it: "Vancouver Police" of "Vancouver Police spokesperson".
func (f *finder) ownerBefore(first, head int) int {
	// "US and British officials"
	if first >= 2 && (f.lower(first-1) == "and" || f.lower(first-1) == "or") && f.ofNation(first) && f.ofNation(first-2) && f.d.Tokens[first-2].Sent == f.d.Tokens[head].Sent {
		return f.cover[first-2]
	}
	if first == 0 || f.d.Tokens[first-1].Sent != f.d.Tokens[head].Sent || f.d.Tokens[first].UPOS == "DET" {
		return doc.None
	}
	c := f.cover[first-1]
	if c == doc.None || f.names[c].Class == doc.PER || f.names[c].dropped {
		return doc.None
	}
	n := f.names[c]
	if f.fullStop(n.First, n.Last-1) {
		return doc.None
	}
	h := f.d.Tokens[f.head(n.First, n.Last)].Head
	if n.Class == doc.NORP || h >= first && h <= head || h == f.d.Tokens[head].Head && f.tree.Case(f.head(n.First, n.Last)) == "" {
		return c
	}
	return doc.None
}

// ofNation reports whether token i is part of the name of a country or its
// people.
func (f *finder) ofNation(i int) bool {
	c := f.cover[i]
	return c != doc.None && !f.names[c].dropped && (f.names[c].Class == doc.NORP || f.names[c].Class == doc.LOC && f.names[c].Canonical != "")
}

// gap reports whether anything but hyphens and quotation marks stands between
// tokens a and b.
func (f *finder) gap(a, b int) bool {
	for k := a; k < b; k++ {
		if f.d.Tokens[k].UPOS != "PUNCT" || f.text(k) == "," || f.text(k) == "“" || f.text(k) == "‘" || f.d.Tokens[k].XPOS == "``" {
			return true
		}
	}
	return a > b
}

// after is the token after the prepositional phrases that follow i.
func (f *finder) after(i, depth int) int {
	const deepest = 3
	last := i + 1
	if depth >= deepest {
		return last
	}
	picked := f.tree.Child(i, "nmod:poss") != doc.None
	for _, k := range f.tree.Kids(i) {
		if k < last {
			continue
		}
		switch {
		case picked && f.tree.Case(k) == "of":
			return last // "warned Putin's government of the risk"
		case f.tree.Is(k, "nmod") && telling[f.tree.Case(k)]:
			a, _ := f.tree.Range(k)
			_, b := f.phrase(k, depth+1)
			if c := f.cover[k]; c != doc.None {
				b = f.names[c].Last
			}
			if a != last || f.anyTimex(a, b) {
				return last
			}
			last = max(last, b)
		case f.tree.Is(k, "amod") && f.tree.Child(k, "obl") != doc.None:
			a, b := f.tree.Range(k)
			if a != last || f.anyTimex(a, b) {
				return last
			}
			last = b
		default:
			return last
		}
	}
	return last
}

func (f *finder) anyTimex(first, last int) bool {
	for i := first; i < last; i++ {
		if f.timex[i] {
			return true
		}
	}
	return false
}

// telling are the prepositions whose phrase tells which one a noun is of.
var telling = map[string]bool{
	"of": true, "in": true, "at": true, "from": true, "for": true, "near": true, "aboard": true, "inside": true, "outside": true,
	"on board": true, "under": true, "behind": true, "on": true, "with": true, "to": true, "within": true, "against": true,
}

// measures are nouns for amounts: what they are of is what is spoken of.
var measures = set("number dozen dozens score scores hundred hundreds thousand thousands million millions majority handful lot lots couple pair some " +
	"tens ten rest series plenty most many half third quarter percent %")
