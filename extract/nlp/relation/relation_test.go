package relation_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/claimline/claimline/extract/nlp/coref"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/entity"
	"github.com/claimline/claimline/extract/nlp/entity/entitytest"
	"github.com/claimline/claimline/extract/nlp/relation"
)

func TestRelations(t *testing.T) {
	for _, f := range entitytest.Read(t, "testdata/relations.conllu") {
		entity.Run(f.Doc)
		coref.Run(f.Doc)
		relation.Run(f.Doc)
		name := func(m int) string { return f.Doc.Chains[f.Doc.Mentions[m].Chain].Name }
		var got []string
		for _, r := range f.Doc.Relations {
			got = append(got, fmt.Sprintf("%s(%s, %s) %s", r.Type, name(r.From), name(r.To), r.Rule))
			if !r.Contains(f.Doc.Mentions[r.From].Span) {
				t.Errorf("%s: the span of %s is %q", f.ID, got[len(got)-1], r.Of(f.Doc.Text))
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, f.Want) {
			t.Errorf("%s:\n got %q\nwant %q\n  in %s", f.ID, got, f.Want, f.Doc.Text)
		}
	}
}

// TestTangled runs the stages over trees with cycles, wrong tags and no roots:
// a parser errs, and nothing may hang or fall over it.
func TestTangled(t *testing.T) {
	for _, step := range []int{1, 3, 7} {
		for _, f := range entitytest.Read(t, "testdata/relations.conllu") {
			n := len(f.Doc.Tokens)
			for i := range f.Doc.Tokens {
				tok := &f.Doc.Tokens[i]
				tok.Head = (i*step + 1) % n
				tok.Deprel = f.Doc.Tokens[(i+step)%n].Deprel
				tok.UPOS = f.Doc.Tokens[(i+2*step)%n].UPOS
			}
			entity.Run(f.Doc)
			coref.Run(f.Doc)
			relation.Run(f.Doc)
			for _, m := range f.Doc.Mentions {
				if m.Chain == doc.None {
					t.Errorf("%s: %q is in no chain", f.ID, m.Of(f.Doc.Text))
				}
			}
		}
	}
}
