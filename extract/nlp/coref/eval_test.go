package coref_test

import (
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/nlp/coref"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/extract/nlp/entity"
	"github.com/claimline/claimline/extract/nlp/layout"
	"github.com/claimline/claimline/extract/nlp/lemma"
	"github.com/claimline/claimline/extract/nlp/ner"
	"github.com/claimline/claimline/extract/nlp/parse"
	"github.com/claimline/claimline/extract/nlp/timex"
	"github.com/claimline/claimline/extract/nlp/tokenize"
	"github.com/claimline/claimline/graph"
)

// read runs the stages up to coref over a text.
func read(text string) *doc.Document {
	d := &doc.Document{Text: text}
	for _, run := range []func(*doc.Document){layout.Run, tokenize.Run, parse.Run, lemma.Run, ner.Run, timex.Run, entity.Run, coref.Run} {
		run(d)
	}
	return d
}

// A gold article is what score.py reads of it, as far as names go.
type gold struct {
	Doc    string
	Actors []thing
	Places []thing
}

type thing struct {
	Name, Kind, Imp   string
	Aliases, Nominals []string
	NameIsCanonical   bool `json:"name_is_canonical"`
}

func golds(t *testing.T, folder string) map[string]gold {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(doctest.Shared(t, folder), "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no gold in %s: %v", folder, err)
	}
	out := map[string]gold{}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var g gold
		if err := json.Unmarshal(data, &g); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if g.Doc == "" {
			continue // links between articles
		}
		text, err := os.ReadFile(filepath.Join(doctest.Shared(t, folder), "articles", g.Doc+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		out[string(text)] = g
	}
	return out
}

// bare is a name folded, without the article or title before it.
func bare(name string) string {
	w := strings.Fields(graph.Fold(name))
	for len(w) > 1 && slices.Contains([]string{"the", "a", "an", "its", "their", "his", "her", "mr", "mrs", "ms", "dr", "president", "general"}, w[0]) {
		w = w[1:]
	}
	return strings.Join(w, " ")
}

func all(names ...string) []string {
	var out []string
	for _, n := range names {
		out = append(out, bare(n))
	}
	return out
}

func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// TestGold measures how many actors and places of the annotated articles are
// found under one of their names, how many named ones of ours are among them,
// and how many names of an actor its chain has. The floors lie below what is
// reached; docs/evaluation.md has the figures by the scorer itself.
func TestGold(t *testing.T) {
	for _, set := range []struct {
		folder                                    string
		actors, precision, places, placesP, names float64
	}{
		{"gold", 0.94, 0.82, 0.94, 0.94, 0.90},
		{"gold/dev", 0.94, 0.85, 0.88, 0.88, 0.90},
	} {
		var actors, right, places, placesRight, names ratio
		for text, g := range golds(t, set.folder) {
			d := read(text)
			ours, where := forms(d, true), forms(d, false)
			for _, a := range g.Actors {
				want := all(append(append([]string{a.Name}, a.Aliases...), a.Nominals...)...)
				chain := slices.IndexFunc(ours, func(f []string) bool { return meet(want, f) })
				if a.Imp == "must" {
					actors.add(chain >= 0)
				}
				if chain >= 0 && a.Imp != "nice" && a.Kind != "group" && !a.NameIsCanonical {
					for _, n := range all(append([]string{a.Name}, a.Aliases...)...) {
						names.add(slices.ContainsFunc(ours, func(f []string) bool { return meet(want, f) && slices.Contains(f, n) }))
					}
				}
			}
			known := all()
			for _, a := range append(slices.Clone(g.Actors), g.Places...) {
				known = append(known, all(append(append([]string{a.Name}, a.Aliases...), a.Nominals...)...)...)
			}
			for _, f := range ours {
				if f[0] != "" && strings.ToLower(f[len(f)-1]) != f[len(f)-1] { // the last form is the name as written
					right.add(meet(f, known))
				}
			}
			for _, p := range g.Places {
				if p.Imp == "must" {
					places.add(slices.ContainsFunc(where, func(f []string) bool { return meet(all(append([]string{p.Name}, p.Aliases...)...), f) }))
				}
			}
			for _, f := range where {
				placesRight.add(meet(f, known))
			}
		}
		for _, m := range []struct {
			what string
			ratio
			floor float64
		}{
			{"actors found", actors, set.actors}, {"actors right", right, set.precision}, {"places found", places, set.places},
			{"places right", placesRight, set.placesP}, {"names of actors", names, set.names},
		} {
			t.Logf("%s: %s %.3f (%d)", set.folder, m.what, m.value(), m.of)
			if m.value() < m.floor {
				t.Errorf("%s: %s %.3f, floor %.2f", set.folder, m.what, m.value(), m.floor)
			}
		}
	}
}

// A ratio counts hits.
type ratio struct{ hits, of int }

func (r *ratio) add(hit bool) {
	r.of++
	if hit {
		r.hits++
	}
}

func (r ratio) value() float64 { return float64(r.hits) / float64(max(r.of, 1)) }

// forms lists the bare names of each actor or place of d, the name as written
// last.
func forms(d *doc.Document, actors bool) [][]string {
	var out [][]string
	for _, c := range d.Chains {
		if actors && c.Actor != "" || !actors && c.Place != "" {
			out = append(out, append(all(append([]string{c.Name}, c.Aliases...)...), c.Name))
		}
	}
	return out
}

var gapTexts = flag.Int("gap", 400, "how many texts of GAP development to read; it has 2000")

// TestGAP measures which of two names a pronoun is joined with, on the first
// texts of the development part of GAP (Webster et al. 2018; the parallelism
// baseline of the whole is 66.9).
func TestGAP(t *testing.T) {
	const floor = 0.70
	text, err := doctest.ReadFile(doctest.Shared(t, "data/gap/gap-development.tsv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var right, found, gold int
	for _, row := range rows[1:min(*gapTexts+1, len(rows))] {
		d := read(row[1])
		chain := pronounChain(d, byteOffset(t, d.Text, row[3]))
		for _, name := range [][]string{row[4:7], row[7:10]} {
			start := byteOffset(t, d.Text, name[1])
			joined := named(d, chain, graph.Span{Start: start, End: start + len(name[0])})
			if joined {
				found++
			}
			if name[2] == "TRUE" {
				gold++
				if joined {
					right++
				}
			}
		}
	}
	f1 := 2 * float64(right) / float64(found+gold)
	t.Logf("GAP: F1 %.3f (%d of %d, %d found)", f1, right, gold, found)
	if f1 < floor {
		t.Errorf("GAP: F1 %.3f, floor %.2f", f1, floor)
	}
}

// byteOffset turns a count of code points into one of bytes.
func byteOffset(t *testing.T, text, count string) int {
	t.Helper()
	n, err := strconv.Atoi(count)
	if err != nil {
		t.Fatal(err)
	}
	at := 0
	for ; n > 0; n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

func pronounChain(d *doc.Document, at int) int {
	for _, m := range d.Mentions {
		if m.Start == at && m.Type == doc.Pronoun {
			return m.Chain
		}
	}
	return doc.None
}

// named reports whether a name in the span is in a chain.
func named(d *doc.Document, chain int, s graph.Span) bool {
	return chain != doc.None && slices.ContainsFunc(d.Mentions, func(m doc.Mention) bool {
		return m.Type == doc.Name && m.Class != doc.NORP && m.Chain == chain && m.Overlaps(s)
	})
}
