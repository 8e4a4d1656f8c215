package nlp_test

import (
	"context"
	"fmt"
	"log"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Raw text to sentences, tokens, tags, lemmas, heads and names. Spans count
// bytes, of which the dash of the dateline takes three.
func ExampleParse() {
	text := "Ferry sinks off the coast\n\n" +
		"LIMA, Peru (AP) — A ferry sank on Sunday. Jane Doe said that ISIS-K didn't attack it."

	d := nlp.Parse(text)
	for _, s := range d.Sentences {
		fmt.Printf("%s: %s\n", d.Blocks[s.Block].Role, text[s.Start:s.End])
	}
	last := d.Sentences[len(d.Sentences)-1]
	for _, t := range d.Tokens[last.First:last.Last] {
		head := "ROOT"
		if t.Head != doc.None {
			head = d.Tokens[t.Head].Text
		}
		fmt.Printf("%3d-%-3d %-8s %-8s %-5s %-4s %-9s %s\n", t.Start, t.End, t.Text, t.Lemma, t.UPOS, t.XPOS, t.Deprel, head)
	}
	for _, m := range d.Mentions {
		fmt.Printf("%s %s\n", m.Class, text[m.Start:m.End])
	}
	// Output:
	// headline: Ferry sinks off the coast
	// dateline: LIMA, Peru (AP) —
	// paragraph: A ferry sank on Sunday.
	// paragraph: Jane Doe said that ISIS-K didn't attack it.
	//  71-75  Jane     Jane     PROPN NNP  nsubj     said
	//  76-79  Doe      Doe      PROPN NNP  flat      Jane
	//  80-84  said     say      VERB  VBD  root      ROOT
	//  85-89  that     that     SCONJ IN   mark      attack
	//  90-94  ISIS     ISIS     PROPN NNP  nsubj     attack
	//  94-95  -        -        PUNCT HYPH punct     ISIS
	//  95-96  K        K        PROPN NNP  flat      ISIS
	//  97-100 did      do       AUX   VBD  aux       attack
	// 100-103 n't      not      PART  RB   advmod    attack
	// 104-110 attack   attack   VERB  VB   ccomp     said
	// 111-113 it       it       PRON  PRP  obj       attack
	// 113-114 .        .        PUNCT .    punct     said
	// LOC LIMA
	// LOC Peru
	// ORG AP
	// PER Jane Doe
	// ORG ISIS-K
}

// An article to records of the graph, each with the words it was read from.
func ExampleExtractor() {
	a := graph.Article{Text: "An explosion killed 12 people in Lima on Sunday, the mayor said."}
	a.Identify()
	sub, err := nlp.Extractor{}.Extract(context.Background(), a)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range sub.Claims {
		fmt.Printf("claim: %s\n", c.Content)
	}
	for _, e := range sub.Events {
		fmt.Printf("event: %s, %q at byte %d\n", e.Type, e.Evidence[0].Quote, e.Evidence[0].Start)
	}
	// Output:
	// claim: An explosion killed 12 people in Lima on Sunday
	// event: x-disaster, "explosion" at byte 3
}
