// Package deptest reads documents for tests of the stages that work on trees:
// CoNLL-U in which comments say what a stage should find and the last column
// gives the layers of the stages before. In that column, joined by "|":
//
//	M=PER:2-4:smith   tokens 2 to 4 are a mention of class PER in chain smith,
//	                  this token its head; the chain may be left out
//	T=5-6:2024-03-22  tokens 5 to 6 are a date with that EDTF value
//	T=5-6:P3D         or a duration
//	Q=2-3:killed:133  tokens 2 to 3 are a figure of that metric; this token is
//	                  what is counted
//
// Beside the classes of package doc a mention may be STATE, a country that
// acts; MEDIA, an outlet; and PRON, a pronoun. A comment "# want = line" is one
// line of what is wanted of the document, and "# created = 2024-03-23" its date.
// Token numbers count from 1 in the sentence.
package deptest

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

// A Case is one document with what is wanted of it.
type Case struct {
	Name string // "# newdoc id = name"
	Doc  *doc.Document
	Want []string
}

// Read reads the cases of the files that match a pattern.
func Read(t testing.TB, pattern string) []Case {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("deptest: no file matches %s (%v)", pattern, err)
	}
	var all []Case
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatalf("deptest: %v", err)
		}
		for _, part := range strings.Split("\n"+string(data), "\n# newdoc ")[1:] {
			c, err := parse("# newdoc " + part)
			if err != nil {
				t.Fatalf("deptest: %s: %v", name, err)
			}
			all = append(all, c)
		}
	}
	return all
}

func parse(text string) (Case, error) {
	golds, err := doctest.ParseTreebank(text)
	if err != nil || len(golds) != 1 {
		return Case{}, fmt.Errorf("%d documents: %w", len(golds), err)
	}
	g := golds[0]
	c := Case{Name: g.ID, Doc: &g.Document}
	for line := range strings.Lines(text) {
		if want, ok := strings.CutPrefix(strings.TrimSpace(line), "# want = "); ok {
			c.Want = append(c.Want, want)
		}
		if date, ok := strings.CutPrefix(strings.TrimSpace(line), "# created = "); ok {
			if c.Doc.Created, err = doctest.Date(date); err != nil {
				return c, err
			}
		}
	}
	chains := map[string]int{}
	for i, misc := range g.Misc {
		for _, mark := range strings.Split(misc, "|") {
			key, value, _ := strings.Cut(mark, "=")
			if key == "M" || key == "T" || key == "Q" {
				if err := layer(c.Doc, chains, i, key, value); err != nil {
					return c, fmt.Errorf("%s: %s: %w", c.Name, mark, err)
				}
			}
		}
	}
	return c, nil
}

func layer(d *doc.Document, chains map[string]int, head int, key, value string) error {
	parts := strings.Split(value, ":")
	at := 0
	if key == "M" {
		at = 1
	}
	if len(parts) < at+1 {
		return fmt.Errorf("no tokens")
	}
	first, last, err := tokens(d, head, parts[at])
	if err != nil {
		return err
	}
	span := graph.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}
	switch {
	case key == "M":
		chain := strings.Join(strings.Fields(span.Of(d.Text)), " ")
		if len(parts) > 2 {
			chain = parts[2]
		}
		mention(d, chains, parts[0], chain, doc.Mention{Span: span, Head: head, First: first, Last: last})
	case key == "T" && len(parts) > 1:
		return timex(d, parts[1], doc.Timex{Span: span, First: first, Last: last, Event: doc.None})
	case key == "Q" && len(parts) > 2:
		n, err := strconv.ParseFloat(parts[2], 64)
		if err != nil {
			return err
		}
		d.Quantities = append(d.Quantities, doc.Quantity{Span: span, First: first, Last: last, Noun: head, Event: doc.None,
			Figure: graph.NewQuantity(parts[1], graph.Exact, n, "person", span.Of(d.Text))})
	}
	return nil
}

// tokens reads "2-4" or "3" as tokens of the sentence that holds token i.
func tokens(d *doc.Document, i int, s string) (first, last int, err error) {
	from, to, ranged := strings.Cut(s, "-")
	if !ranged {
		to = from
	}
	if first, err = strconv.Atoi(from); err != nil {
		return 0, 0, err
	}
	if last, err = strconv.Atoi(to); err != nil {
		return 0, 0, err
	}
	start := d.Sentences[d.Tokens[i].Sent].First
	return start + first - 1, start + last, nil
}

func mention(d *doc.Document, chains map[string]int, class, name string, m doc.Mention) {
	c := doc.Chain{Name: name, Named: true}
	m.Type, m.Class = doc.Name, doc.Class(class)
	switch class {
	case "PER":
		c.Actor = graph.Person
	case "ORG", "NORP":
		c.Actor = graph.Organization
	case "LOC":
		c.Place = graph.City
	case "STATE":
		m.Class, c.Place, c.Actor = doc.LOC, graph.Country, graph.State
	case "MEDIA":
		m.Class, c.Actor = doc.ORG, graph.MediaOutlet
	case "GROUP":
		m.Type, c.Actor, c.Named = doc.Nominal, graph.UnnamedSource, false
	case "PRON":
		m.Type, m.Class, c.Actor, c.Named = doc.Pronoun, doc.PER, graph.Person, false
	}
	k, known := chains[name]
	if !known {
		k = len(d.Chains)
		chains[name] = k
		d.Chains = append(d.Chains, c)
	}
	m.Chain = k
	d.Chains[k].Mentions = append(d.Chains[k].Mentions, len(d.Mentions))
	d.Chains[k].Links = append(d.Chains[k].Links, "")
	d.Chains[k].Named = d.Chains[k].Named || c.Named
	d.Mentions = append(d.Mentions, m)
}

func timex(d *doc.Document, value string, t doc.Timex) error {
	if strings.HasPrefix(value, "P") {
		t.Interval = graph.Interval{Timex: "DURATION", Value: value, Rule: "test"}
	} else {
		i, err := doctest.Date(value)
		if err != nil {
			return err
		}
		t.Interval = *i
		t.Rule = "test"
	}
	t.Text = t.Of(d.Text)
	d.Timexes = append(d.Timexes, t)
	return nil
}
