package tokenize

import (
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

//go:generate go test -run TestBoundaries -update .

var update = flag.Bool("update", false, "write boundaries.tsv")

const boundariesHead = `# source: UD English EWT (UniversalDependencies/UD_English-EWT 15d613d8447b, train) and the open genres of GUM v11
# (amir-zeldes/gum 72ce5ac14978, train), from the shared data
# license: derived from EWT, CC BY-SA 4.0, © Stanford University, Silveira et al. 2014; and from GUM, annotations CC BY 4.0,
# Zeldes 2017 and the GUM annotators
# retrieved: 2026-11-25
# changes: weights of a logistic regression over the stops of both, in thousandths, made by go generate; no text is kept
# save single words before and after a stop
feature	weight
`

// A decision is a possible end of a sentence in a treebank.
type decision struct {
	features []string
	ends     bool
}

// decisions lists where sentences may end in golds, and whether they do.
func decisions(golds []*doctest.Gold) []decision {
	var out []decision
	for _, g := range golds {
		s := scanner{text: g.Text}
		end := ends(&g.Document)
		for _, b := range g.Blocks {
			s.scan(b.Start, b.End)
			out = s.decisions(end, out)
		}
	}
	return out
}

// TestBoundaries trains the sentence splitter anew and holds the weights against
// the committed ones. The last digit may differ from processor to processor.
func TestBoundaries(t *testing.T) {
	golds := append(doctest.ReadTreebank(t, "data/ud-ewt/en_ewt-ud-train.conllu.gz"),
		doctest.ReadTreebank(t, "data/ud-gum/gum-open-train.conllu.gz")...)
	all := decisions(golds)
	trained := map[string]int{}
	for key, w := range regression(frequent(all, 3)) {
		if n := int(math.Round(1000 * w)); n != 0 {
			trained[key] = n
		}
	}
	if *update {
		writeBoundaries(t, trained)
		return
	}
	if len(all) < 10_000 {
		t.Errorf("only %d decisions to train on", len(all))
	}
	for key := range trained {
		if d := trained[key] - weights[key]; d < -5 || d > 5 {
			t.Errorf("the weight of %q is %d in boundaries.tsv and %d when trained: run go generate", key, weights[key], trained[key])
		}
	}
	if d := len(weights) - len(trained); d < -5 || d > 5 {
		t.Errorf("boundaries.tsv has %d weights, training gives %d: run go generate", len(weights), len(trained))
	}
}

func writeBoundaries(t *testing.T, trained map[string]int) {
	var out strings.Builder
	out.WriteString(boundariesHead)
	for _, key := range slices.Sorted(maps.Keys(trained)) {
		fmt.Fprintf(&out, "%s\t%d\n", key, trained[key])
	}
	if err := os.WriteFile("boundaries.tsv", []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// frequent drops the features seen fewer than n times.
func frequent(all []decision, n int) []decision {
	count := map[string]int{}
	for _, d := range all {
		for _, f := range d.features {
			count[f]++
		}
	}
	for i, d := range all {
		all[i].features = slices.DeleteFunc(d.features, func(f string) bool { return count[f] < n })
	}
	return all
}

// regression fits weights by gradient descent with a step for each feature
// (AdaGrad) and a little shrinking, in the order of the data: the same data
// give the same weights.
func regression(all []decision) map[string]float64 {
	const epochs, rate, shrink = 30, 0.3, 1e-5
	w, sum := map[string]float64{}, map[string]float64{}
	for range epochs {
		for _, d := range all {
			z := 0.0
			for _, f := range d.features {
				z += w[f]
			}
			want := 0.0
			if d.ends {
				want = 1
			}
			slope := 1/(1+math.Exp(-z)) - want
			for _, f := range d.features {
				g := slope + shrink*w[f]
				sum[f] += g * g
				w[f] -= rate * g / math.Sqrt(sum[f]+1e-8)
			}
		}
	}
	return w
}

// decisions walks the pieces of a block as sentenceEnd does, with the ends of
// the sentences known.
func (s *scanner) decisions(end map[graph.Span]bool, out []decision) []decision {
	first, quotes, brackets := 0, 0, 0
	for i, p := range s.pieces {
		if p.kind == mark {
			quotes, brackets = s.count(p, quotes, brackets)
		}
		next := i + 1
		if s.stops(p) {
			if next = s.closers(i+1, quotes%2 == 1); next == len(s.pieces) {
				break
			}
			d := decision{features: []string{""}, ends: end[graph.Span{End: s.pieces[next-1].end}]}
			b := boundary{first: first, stop: i, next: next, quoted: quotes%2 == 1, bracketed: brackets > 0}
			s.see = func(f []byte) { d.features = append(d.features, string(f)) }
			s.features(b)
			out = append(out, d)
		}
		if end[graph.Span{End: s.pieces[next-1].end}] {
			first, quotes, brackets = next, 0, 0
		}
	}
	return out
}
