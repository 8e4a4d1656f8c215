package coref_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/coref"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/entity"
	"github.com/claimline/claimline/extract/nlp/entity/entitytest"
)

// chains writes the chains of actors and places: what each is, its name and
// its mentions.
func chains(d *doc.Document) []string {
	var out []string
	for _, c := range d.Chains {
		if c.Actor == "" && c.Place == "" {
			continue
		}
		var words []string
		for _, m := range c.Mentions {
			words = append(words, d.Mentions[m].Of(d.Text))
		}
		out = append(out, strings.Trim(string(c.Actor)+"+"+string(c.Place), "+")+" "+c.Name+": "+strings.Join(words, ", "))
	}
	slices.Sort(out)
	return out
}

func TestChains(t *testing.T) {
	for _, f := range entitytest.Read(t, "testdata/chains.conllu") {
		entity.Run(f.Doc)
		coref.Run(f.Doc)
		if got := chains(f.Doc); !slices.Equal(got, f.Want) {
			t.Errorf("%s:\n got %q\nwant %q\n  in %s", f.ID, got, f.Want, f.Doc.Text)
		}
	}
}

// TestLayer looks at what later stages rely on: every mention is of one chain,
// and every link names its rule.
func TestLayer(t *testing.T) {
	for _, f := range entitytest.Read(t, "testdata/chains.conllu") {
		entity.Run(f.Doc)
		coref.Run(f.Doc)
		seen := make([]int, len(f.Doc.Mentions))
		for k, c := range f.Doc.Chains {
			if len(c.Links) != len(c.Mentions) || c.Links[0] != "" {
				t.Errorf("%s: chain %q has the links %q", f.ID, c.Name, c.Links)
			}
			for n, m := range c.Mentions {
				seen[m]++
				if f.Doc.Mentions[m].Chain != k || n > 0 && !strings.HasPrefix(c.Links[n], "coref/") {
					t.Errorf("%s: mention %q of chain %q", f.ID, f.Doc.Mentions[m].Of(f.Doc.Text), c.Name)
				}
			}
		}
		for i, n := range seen {
			if n != 1 {
				t.Errorf("%s: mention %q is in %d chains", f.ID, f.Doc.Mentions[i].Of(f.Doc.Text), n)
			}
		}
	}
}

// TestFurniture demands that who wrote an article is not whom it is about.
func TestFurniture(t *testing.T) {
	for _, role := range []doc.BlockRole{doc.Byline, doc.Dateline} {
		for _, f := range entitytest.Read(t, "testdata/chains.conllu") {
			if f.ID != "above" {
				continue
			}
			f.Doc.Blocks[0].Role = role
			entity.Run(f.Doc)
			coref.Run(f.Doc)
			for _, c := range f.Doc.Chains {
				if c.Named && len(c.Mentions) > 1 {
					t.Errorf("%s: %q has %d mentions", role, c.Name, len(c.Mentions))
				}
			}
		}
	}
}

// TestAliases looks at the names and codes of chains.
func TestAliases(t *testing.T) {
	for _, f := range entitytest.Read(t, "testdata/chains.conllu") {
		entity.Run(f.Doc)
		coref.Run(f.Doc)
		for _, c := range f.Doc.Chains {
			if slices.Contains(c.Aliases, c.Name) {
				t.Errorf("%s: %q is an alias of itself", f.ID, c.Name)
			}
			switch f.ID + " " + c.Name {
			case "surname Ana Diaz":
				if want := []string{"Finance minister Ana Diaz", "Diaz", "Ms Diaz"}; !slices.Equal(c.Aliases, want) || c.Sector != "GOV" {
					t.Errorf("Ana Diaz, %s, is also %q, want %q", c.Sector, c.Aliases, want)
				}
			case "capital Moscow":
				if c.Country != "RU" || c.Lat == nil || *c.Lat < 55 || *c.Lat > 56 || c.Named == false {
					t.Errorf("Moscow is %+v", c)
				}
			case "georgia Georgia":
				if c.Country != "US" || c.Place != "region" {
					t.Errorf("Georgia is %+v", c)
				}
			case "attackers the four attackers":
				if !c.Plural || c.Named {
					t.Errorf("the attackers are %+v", c)
				}
			}
		}
	}
}
