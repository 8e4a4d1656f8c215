package doctest

import (
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
)

const conllu = `# newdoc id = a
# meta::genre = news
# newpar
# sent_id = a-1
# text = He didn't go al Sud.
1	He	he	PRON	PRP	_	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	_	0	root	_	_
4.1	go	go	VERB	VB	_	_	_	_	_
5-6	al	_	_	_	_	_	_	_	_
5	a	a	ADP	IN	_	7	case	_	_
6	il	il	DET	DT	_	7	det	_	_
7	Sud	Sud	PROPN	NNP	_	4	obl	_	SpaceAfter=No
8	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = a-2
# text = Yes.
1	Yes	yes	INTJ	UH	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	.	_	1	punct	_	_

# newpar
# sent_id = a-3
# text = No
1	No	no	INTJ	UH	_	0	root	_	_
`

func TestParseTreebank(t *testing.T) {
	golds, err := ParseTreebank(conllu)
	if err != nil || len(golds) != 1 {
		t.Fatalf("%d documents, %v", len(golds), err)
	}
	g := golds[0]
	if g.Text != "He didn't go al Sud. Yes.\n\nNo" || g.ID != "a" || g.Meta["meta::genre"] != "news" {
		t.Errorf("the document is %+v", g)
	}
	var words []string
	for _, tok := range g.Tokens {
		if tok.Text != g.Text[tok.Start:tok.End] {
			t.Errorf("the text of %+v is not its span", tok)
		}
		w := tok.Text
		if tok.SpaceAfter {
			w += "_"
		}
		words = append(words, w)
	}
	if got, want := strings.Join(words, " "), "He_ did n't_ go_ a al_ Sud ._ Yes ._ No_"; got != want {
		t.Errorf("tokens %s, want %s", got, want)
	}
	if len(g.Sentences) != 3 || len(g.Blocks) != 2 || g.Sentences[2].Block != 1 || g.Tokens[3].Head != doc.None || g.Tokens[0].Head != 3 || g.Tokens[8].Head != doc.None {
		t.Errorf("sentences %+v, blocks %+v", g.Sentences, g.Blocks)
	}
}

func TestReadTreebank(t *testing.T) {
	golds := ReadTreebank(t, "data/ud-ewt/en_ewt-ud-dev.conllu.gz")
	sentences, tokens := 0, 0
	for _, g := range golds {
		sentences += len(g.Sentences)
		tokens += len(g.Tokens)
	}
	if sentences != 2001 || tokens != 25147 {
		t.Errorf("%d sentences, %d tokens; the data pack says 2001 and 25147", sentences, tokens)
	}
}
