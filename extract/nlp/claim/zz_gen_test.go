package claim_test

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/extract/nlp/entity"
	"github.com/claimline/claimline/extract/nlp/layout"
	"github.com/claimline/claimline/extract/nlp/ner"
	"github.com/claimline/claimline/extract/nlp/parse"
	"github.com/claimline/claimline/extract/nlp/timex"
	"github.com/claimline/claimline/extract/nlp/tokenize"
)

func TestGen(t *testing.T) {
	name := os.Getenv("GEN")
	if name == "" {
		t.Skip()
	}
	lem := map[string]string{}
	f, _ := os.Open("/work/shared/data/lexicons/lemmatization-en.tsv.gz")
	z, _ := gzip.NewReader(f)
	sc := bufio.NewScanner(z)
	for sc.Scan() {
		p := strings.Split(sc.Text(), "\t")
		if len(p) == 2 {
			lem[p[1]] = p[0]
		}
	}
	for _, v := range []string{"was", "were", "is", "are", "been", "'s", "be", "am"} {
		lem[v] = "be"
	}
	lem["said"] = "say"
	lem["has"] = "have"
	lem["had"] = "have"
	lem["did"] = "do"
	data, _ := os.ReadFile(name)
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		p := strings.SplitN(line, "|", 3)
		d := &doc.Document{Text: p[2]}
		if p[1] != "" {
			d.Created, _ = doctest.Date(p[1])
		}
		layout.Run(d)
		for i := range d.Blocks {
			d.Blocks[i].Role = doc.Paragraph
		}
		tokenize.Run(d)
		parse.Run(d)
		for i := range d.Tokens {
			t := &d.Tokens[i]
			l := strings.ToLower(t.Text)
			if x, ok := lem[l]; ok && t.UPOS != "PROPN" {
				l = x
			}
			t.Lemma = l
		}
		ner.Run(d)
		timex.Run(d)
		entity.Run(d)
		fmt.Printf("# newdoc id = %s\n", p[0])
		if p[1] != "" {
			fmt.Printf("# created = %s\n", p[1])
		}
		for s, sent := range d.Sentences {
			fmt.Printf("# sent_id = %s-%d\n# text = %s\n", p[0], s+1, sent.Of(d.Text))
			for i := sent.First; i < sent.Last; i++ {
				tk := d.Tokens[i]
				var misc []string
				for _, m := range d.Mentions {
					if m.Head == i {
						c := string(m.Class)
						if m.Type == doc.Pronoun {
							c = "PRON"
						}
						misc = append(misc, fmt.Sprintf("M=%s:%d-%d", c, m.First-sent.First+1, m.Last-sent.First))
					}
				}
				for _, x := range d.Timexes {
					if x.First == i {
						v := x.EDTF
						if x.Timex == "DURATION" {
							v = x.Value
						}
						misc = append(misc, fmt.Sprintf("T=%d-%d:%s", x.First-sent.First+1, x.Last-sent.First, v))
					}
				}
				if !tk.SpaceAfter && i+1 < len(d.Tokens) {
					misc = append(misc, "SpaceAfter=No")
				}
				mm := strings.Join(misc, "|")
				if mm == "" {
					mm = "_"
				}
				h := 0
				if tk.Head >= 0 {
					h = tk.Head - sent.First + 1
				}
				fmt.Printf("%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t%s\n", i-sent.First+1, tk.Text, tk.Lemma, tk.UPOS, tk.XPOS, h, tk.Deprel, mm)
			}
			fmt.Println()
		}
	}
}
