package entity_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/entity"
	"github.com/claimline/claimline/extract/nlp/entity/entitytest"
)

func TestMentions(t *testing.T) {
	for _, f := range entitytest.Read(t, "testdata/mentions.conllu") {
		entity.Run(f.Doc)
		var got []string
		for _, m := range f.Doc.Mentions {
			got = append(got, strings.TrimSpace(string(m.Class)+" "+m.Of(f.Doc.Text)))
		}
		slices.Sort(got)
		if !slices.Equal(got, f.Want) {
			t.Errorf("%s:\n got %q\nwant %q\n  in %s", f.ID, got, f.Want, f.Doc.Text)
		}
	}
}

// TestLayer looks at what later stages rely on: order, tokens and heads.
func TestLayer(t *testing.T) {
	for _, f := range entitytest.Read(t, "testdata/mentions.conllu") {
		entity.Run(f.Doc)
		for i, m := range f.Doc.Mentions {
			if m.First >= m.Last || m.Head < m.First || m.Head >= m.Last || m.Chain != doc.None || m.Rule == "" || m.Type == "" {
				t.Errorf("%s: mention %+v", f.ID, m)
			}
			if m.Start != f.Doc.Tokens[m.First].Start || m.End > f.Doc.Tokens[m.Last-1].End || m.End <= m.Start {
				t.Errorf("%s: %q is not the text of its tokens", f.ID, m.Of(f.Doc.Text))
			}
			if i > 0 && f.Doc.Mentions[i-1].First > m.First {
				t.Errorf("%s: %q comes too late", f.ID, m.Of(f.Doc.Text))
			}
		}
	}
}

func TestBoilerplate(t *testing.T) {
	for _, f := range entitytest.Read(t, "testdata/mentions.conllu") {
		for i := range f.Doc.Blocks {
			f.Doc.Blocks[i].Role = doc.Boilerplate
		}
		if entity.Run(f.Doc); len(f.Doc.Mentions) > 0 {
			t.Errorf("%s: boilerplate yields %q", f.ID, f.Doc.Mentions[0].Of(f.Doc.Text))
		}
	}
}

func TestNothing(t *testing.T) {
	d := &doc.Document{}
	if entity.Run(d); len(d.Mentions) > 0 {
		t.Errorf("an empty document has the mentions %v", d.Mentions)
	}
}
