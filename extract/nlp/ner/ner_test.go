package ner

import (
	"fmt"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// marked builds a document from sentences in which [words|CLASS] is what the
// network saw. Words are separated by spaces, ~ separates tokens without a space.
func marked(text string) *doc.Document {
	d := new(doc.Document)
	for i, line := range strings.Split(text, "\n") {
		first := len(d.Tokens)
		var open int
		for _, w := range strings.Fields(line) {
			for _, part := range strings.Split(w, "~") {
				if strings.HasPrefix(part, "[") {
					open, part = len(d.Tokens), part[1:]
				}
				part, class, closed := strings.Cut(strings.TrimSuffix(part, "]"), "|")
				add(d, part, i)
				if closed {
					d.Mentions = append(d.Mentions, doc.Mention{
						Type: doc.Name, Class: doc.Class(class), First: open, Last: len(d.Tokens), Rule: "ner/net",
					})
				}
			}
			d.Text += " "
		}
		d.Sentences = append(d.Sentences, doc.Sentence{First: first, Last: len(d.Tokens)})
	}
	return d
}

// add appends a token, tagged by its case.
func add(d *doc.Document, word string, sentence int) {
	upos := "PROPN"
	if strings.ToLower(word) == word {
		upos = "NOUN"
	}
	if word == "-" || word == "." {
		upos = "PUNCT"
	}
	start := len(d.Text)
	d.Text += word
	d.Tokens = append(d.Tokens, doc.Token{
		Span: graph.Span{Start: start, End: len(d.Text)}, Text: word, UPOS: upos, Sent: sentence, Head: doc.None,
	})
}

func TestRun(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"letter after a hyphen", "the [ISIS|ORG] group\n[ISIS|ORG]~-~K claimed", "ISIS ORG, ISIS-K ORG"},
		{"no person", "[ISIS~-~K|PER] claimed", "ISIS-K ORG"},
		{"unseen", "IS~-~K claimed\nfor IS~-~K", "IS-K ORG, IS-K ORG"},
		{"once", "a CD~-~R drive", ""},
		{"branch", "[Islamic State|ORG]~-~[Khorasan|LOC] claimed it", "Islamic State-Khorasan ORG"},
		{"two sides", "the [Hamas|ORG]~-~[Israel|LOC] war", "Hamas ORG, Israel LOC"},
		{"adjective", "the [Moscow|LOC]~-~based group", "Moscow LOC"},
		{"Arabic article", "al~-~[Qaeda|ORG] denied", "al-Qaeda ORG"},
		{"article and possessive", "[The Soufan Center 's|ORG] report", "Soufan Center ORG"},
		{"one class", "[Wilson Center|ORG] said\n[Wilson Center|PER] said\n[Wilson Center|ORG] said", "Wilson Center ORG, Wilson Center ORG, Wilson Center ORG"},
		{"surname", "[Colin Clarke|PER] said\n[Clarke|ORG] said", "Colin Clarke PER, Clarke PER"},
		{"surname with article", "[Shahab al~-~Muhajir|PER] said\n[Al~-~Muhajir|ORG] said", "Shahab al-Muhajir PER, Al-Muhajir PER"},
		{"missed once", "[Picnic|ORG] played\nthen Picnic left", "Picnic ORG, Picnic ORG"},
		{"seen in part", "[Islamic State|ORG] said\n[Islamic|LOC] State denied", "Islamic State ORG, Islamic State ORG"},
		{"part of another name", "in [Paris|LOC] .\nParis Hilton left", "Paris LOC"},
		{"no name", "[the|ORG] end", ""},
		{"group of the lexicon", "fighters of ISIL fled", "ISIL ORG"},
		{"a longer name", "the [Islamic State|ORG] of [Iraq|LOC] and the [Levant|LOC] fled", "Islamic State of Iraq and the Levant ORG"},
		{"no noun behind", "the Xinhua news agency said", "Xinhua ORG"},
		{"sure of a body", "troops of the [Taliban|PER] fled", "Taliban ORG"},
		{"sure of a country", "in the [West Bank|ORG]", "West Bank LOC"},
		{"a nationality", "a [Russian|LOC] ship", ""},
		{"part of a run", "with Paris Zebulon and others", ""},
		{"all capitals", "HOW GOOD IS THAT", ""},
		{"headline", "Rebels Attack Reuters Office Again", ""},
		{"in a place", "one strike near [Zarzur|PER] hit\n[Zarzur|PER] fell", "Zarzur LOC, Zarzur LOC"},
		{"city of", "the city of [Zarzur|ORG] fell", "Zarzur LOC"},
		{"given name alone", "then [Natasha|LOC] left", "Natasha PER"},
		{"given name first", "said [Malcolm Zebulon|ORG] then", "Malcolm Zebulon PER"},
		{"given name in a body", "the [Malcolm Foundation|ORG] said", "Malcolm Foundation ORG"},
		{"unseen full name", "said Malcolm Zebulon then", "Malcolm Zebulon PER"},
		{"place and person", "for the [Middle East Tobias Zebulon|LOC] said", "Middle East LOC, Tobias Zebulon PER"},
		{"small place", "he came from france", "france LOC"},
		{"small word", "he is in reading", ""},
		{"body by its last word", "the [Quux Firefox|ORG] grew\n[Firefox|LOC] said", "Quux Firefox ORG, Firefox ORG"},
		{"word of a place", "the [Free Iraq|ORG] grew\nin [Iraq|LOC]", "Free Iraq ORG, Iraq LOC"},
		{"body first", "about [Mozilla Zebulon|PER]", "Mozilla Zebulon ORG"},
		{"month", "in June or August", ""},
		{"explained", "the [Free Workers Union|ORG] ( FWU ) met\nthe FWU said", "Free Workers Union ORG, FWU ORG, FWU ORG"},
		{"not explained", "the [Free Workers Union|ORG] ( TBA ) met", "Free Workers Union ORG"},
		{"abbreviation", "he joined the ZPX in May", "ZPX ORG"},
		{"person in capitals", "[ZPX|PER] denied it", "ZPX ORG"},
		{"after an initial", "[Kevin Q.|PER] Zebulon left", "Kevin Q. Zebulon PER"},
		{"kind of company", "[Zebulon|PER] , Inc. grew", "Zebulon , Inc. ORG"},
	} {
		d := marked(test.text)
		Run(d)
		var got []string
		for _, m := range d.Mentions {
			got = append(got, fmt.Sprintf("%s %s", d.Text[m.Start:m.End], m.Class))
		}
		if s := strings.Join(got, ", "); s != test.want {
			t.Errorf("%s: got %q, want %q", test.name, s, test.want)
		}
	}
}
