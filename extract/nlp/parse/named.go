package parse

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// modalNames are names that the network takes for the verb they are spelled like.
func modalNames(text string) bool { return text == "May" || text == "Will" }

// surname mends "Theresa May announced" and "May said", read as what she may do: a
// modal goes with the plain form of a verb, never with a past or an -s.
func surname(tokens []doc.Token, first, i int) {
	t := &tokens[i]
	v := t.Head - first
	if !modalNames(t.Text) || t.Deprel != "aux" || v <= i || tokens[v].XPOS != "VBD" && tokens[v].XPOS != "VBZ" && tokens[v].XPOS != "VBN" {
		return
	}
	for k := i + 1; k < v; k++ {
		if tokens[k].Head == first+v && strings.HasPrefix(tokens[k].Deprel, "aux") {
			return // "May have said"
		}
	}
	if tokens[v].XPOS == "VBN" {
		tokens[v].XPOS = "VBD"
	}
	t.XPOS, t.UPOS = "NNP", "PROPN"
	s := child(tokens, first+v, "nsubj")
	switch {
	case i > 0 && tokens[i-1].XPOS == "NNP" && s != doc.None && s < i:
		t.Head, t.Deprel = first+s, "flat"
	case i > 0 && s == i-1: // "Prime Minister May resigns"
		t.Head, t.Deprel = first+v, "nsubj"
		tokens[s].Head, tokens[s].Deprel = first+i, "nmod:desc"
	default:
		t.Deprel = "nsubj"
		if s != doc.None && s < i {
			tokens[s].Deprel = "advcl" // "Her voice breaking, May said"
		}
	}
}

// spoken gives a verb without a subject the phrase just before it, from the comma or
// semicolon on, where the tree hangs that on something earlier: "The plan was backed
// by three of the members, two people said", "… her courage; a spokeswoman said".
func spoken(tokens []doc.Token, first, v int) {
	if x := tokens[v].XPOS; x != "VBD" && x != "VBZ" && x != "VBP" || child(tokens, first+v, "nsubj") != doc.None {
		return
	}
	from := phraseBefore(tokens, first, v)
	if from == doc.None {
		return
	}
	head := doc.None
	for i := from; i < v; i++ {
		h := tokens[i].Head - first
		if h >= from && h < v || h == v && tokens[i].Deprel == "punct" {
			continue
		}
		if head != doc.None || !strings.HasPrefix(tokens[i].XPOS, "N") {
			return
		}
		head = i
	}
	if head != doc.None && tokens[head].Head < first+from {
		tokens[head].Head, tokens[head].Deprel = first+v, "nsubj"
	}
}

// phraseBefore is where the phrase before verb v begins: behind the semicolon that
// opens its clause, or, for what ends a sentence with "said", behind the last comma.
func phraseBefore(tokens []doc.Token, first, v int) int {
	said := child(tokens, first+v, "ccomp")
	for i := v - 1; i >= 0; i-- {
		switch {
		case tokens[i].Text == ";" && tokens[i].Head == first+v:
			return i + 1
		case tokens[i].Text == "," && tokens[v].Text == "said" && said != doc.None && said < i:
			return i + 1
		}
	}
	return doc.None
}
