package parse

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/neural"
	"github.com/claimline/claimline/graph"
)

// words makes a document of sentences whose words are separated by spaces.
func words(sentences ...string) *doc.Document {
	d := new(doc.Document)
	for i, sentence := range sentences {
		s := doc.Sentence{Span: graph.Span{Start: len(d.Text)}, First: len(d.Tokens)}
		for _, w := range strings.Fields(sentence) {
			start := len(d.Text)
			d.Text += w + " "
			d.Tokens = append(d.Tokens, doc.Token{Span: graph.Span{Start: start, End: start + len(w)}, Text: w, Sent: i})
		}
		s.End, s.Last = len(d.Text), len(d.Tokens)
		d.Sentences = append(d.Sentences, s)
	}
	return d
}

func TestRun(t *testing.T) {
	d := words("Police arrested four men in Moscow .", "", "The men were questioned by Colin Clarke .")
	Run(d)
	for _, want := range []struct {
		token        int
		upos, deprel string
		head         int
	}{
		{0, "NOUN", "nsubj", 1}, {1, "VERB", "root", doc.None}, {3, "NOUN", "obj", 1},
		{8, "NOUN", "nsubj:pass", 10}, {9, "AUX", "aux:pass", 10}, {10, "VERB", "root", doc.None}, {12, "PROPN", "obl:agent", 10},
	} {
		got := d.Tokens[want.token]
		if got.UPOS != want.upos || got.Deprel != want.deprel || got.Head != want.head {
			t.Errorf("%s: %s %s of %d, want %s %s of %d", got.Text, got.UPOS, got.Deprel, got.Head, want.upos, want.deprel, want.head)
		}
	}
	var got []string
	for _, m := range d.Mentions {
		got = append(got, d.Text[m.Start:m.End]+" "+string(m.Class))
	}
	if s := strings.Join(got, ", "); s != "Moscow LOC, Colin Clarke PER" {
		t.Errorf("names: %s", s)
	}
}

func TestLongSentence(t *testing.T) {
	d := words(strings.Repeat("men , ", neural.MaxWords))
	Run(d)
	if len(d.Notes) != 1 {
		t.Errorf("notes: %q", d.Notes)
	}
}

// TestTwoSubjects demands that a clause that the network took for a
// description of its own subject comes out as what is said.
func TestTwoSubjects(t *testing.T) {
	for _, c := range []struct{ sentence, verb string }{
		{"Police said an explosion killed 12 people .", "killed"},
		{"An explosion killed 12 people , the ministry said .", "killed"},
		{"Officials said the blast injured a guard .", "injured"},
		{"An explosion at a grain terminal in Port Marlow killed at least 12 people and injured more than 40 on Thursday morning , the fire service said .", "killed"},
	} {
		d := words(c.sentence)
		Run(d)
		for _, token := range d.Tokens {
			if token.Text != c.verb {
				continue
			}
			if own, _ := subjects(d.Tokens, tokenOf(d, c.verb)); own == doc.None || token.Deprel == "acl" {
				t.Errorf("%s: %s is %s of %q, without a subject", c.sentence, c.verb, token.Deprel, d.Tokens[token.Head].Text)
			}
		}
	}
}

// TestRepair demands of trees as the network makes them that each clause comes
// out with its own subject. A line of a tree is word, tag, Penn tag, head and
// relation; heads count from 1.
func TestRepair(t *testing.T) {
	for _, c := range []struct {
		name, tree string
		want       string // word relation head, of those that change
	}{
		{"two subjects in what is said, one before the verb of saying", `
			Marsh PROPN NNP 5 nsubj; said VERB VBD 0 root; it PRON PRP 5 nsubj; could AUX MD 5 aux; burn VERB VB 2 ccomp`,
			"Marsh nsubj said"},
		{"each verb has the other's subject", `
			Dams NOUN NNS 3 nsubj; hold VERB VBP 3 ccomp; said VERB VBD 0 root; Marsh PROPN NNP 2 nsubj`,
			"Dams nsubj hold; Marsh nsubj said"},
		{"the verb of saying as subject", `
			Police NOUN NNS 2 nsubj; allege VERB VBP 5 nsubj; Ivan PROPN NNP 2 flat; Marsh PROPN NNP 3 flat; fired VERB VBD 0 root`,
			"allege root -; Ivan nsubj fired; fired ccomp allege"},
		{"a hyphen out of reach", `
			army NOUN NN 2 nsubj; met VERB VBD 0 root; the DET DT 8 det; big ADJ JJ 8 amod; old ADJ JJ 8 amod; oil NOUN NN 8 amod; - PUNCT HYPH 2 punct; rich ADJ JJ 2 obj`,
			"- punct oil"},
		{"a verb in the plural of one", `
			They PRON PRP 2 nsubj; said VERB VBD 0 root; Marsh PROPN NNP 4 nsubj; lied VERB VBD 2 ccomp; and CCONJ CC 6 cc; claim VERB VBP 4 conj`,
			"claim conj said"},
		{"a description in apposition to whom another is quoted by", `
			According VERB VBG 3 case; to ADP IN 1 fixed; Post PROPN NNP 6 obl; a DET DT 5 det; man NOUN NN 3 appos; claimed VERB VBD 0 root`,
			"man nsubj claimed"},
		{"hearsay between commas", `
			Men NOUN NNS 3 nsubj; , PUNCT , 3 punct; said VERB VBD 0 root; to PART TO 5 mark; hide VERB VB 3 xcomp; , PUNCT , 7 punct; fled VERB VBD 3 conj`,
			"Men nsubj fled; said acl Men; fled root -"},
		{"who says it put in, taken for an apposition", `
			Fire NOUN NN 5 nsubj; , PUNCT , 1 punct; mayor NOUN NN 1 appos; said VERB VBD 0 root; killed VERB VBD 4 ccomp; two NUM CD 5 obj`,
			"mayor nsubj said"},
		{"nothing to mend", `
			Marsh PROPN NNP 2 nsubj; said VERB VBD 0 root; dams NOUN NNS 4 nsubj; hold VERB VBP 2 ccomp`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			const first = 10 // as of a sentence amid a document
			var tokens []doc.Token
			for _, line := range strings.Split(c.tree, ";") {
				f := strings.Fields(line)
				head, err := strconv.Atoi(f[3])
				if err != nil {
					t.Fatal(err)
				}
				token := doc.Token{Text: f[0], UPOS: f[1], XPOS: f[2], Head: first + head - 1, Deprel: f[4]}
				if head == 0 {
					token.Head = doc.None
				}
				tokens = append(tokens, token)
			}
			before := slices.Clone(tokens)
			repair(tokens, first)
			var got []string
			for i, token := range tokens {
				if token == before[i] {
					continue
				}
				head := "-"
				if token.Head != doc.None {
					head = tokens[token.Head-first].Text
				}
				got = append(got, token.Text+" "+token.Deprel+" "+head)
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("changed %q, want %q", s, c.want)
			}
		})
	}
}

func TestRepairLeavesSoundTrees(t *testing.T) {
	d := words("Witnesses said the bridge destroyed last year was closed .")
	Run(d)
	before := append([]doc.Token(nil), d.Tokens...)
	repair(d.Tokens, 0)
	for i := range before {
		if before[i] != d.Tokens[i] {
			t.Errorf("%q was changed", before[i].Text)
		}
	}
}

func tokenOf(d *doc.Document, word string) int {
	for i := range d.Tokens {
		if d.Tokens[i].Text == word {
			return i
		}
	}
	return doc.None
}
