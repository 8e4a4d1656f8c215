package factuality_test

import (
	"cmp"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/dep"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/extract/nlp/factuality"
	"github.com/claimline/claimline/extract/nlp/lemma"
	"github.com/claimline/claimline/extract/nlp/parse"
)

// udsValue is the mean that Universal Decompositional Semantics gives
// predicates of each status in EWT train (dev has no part in it). Its readers
// were asked what happened, so that what will be stands below what may be; of
// negated predicates every other one is judged to have happened.
var udsValue = map[factuality.Status]float64{
	factuality.Real: 0.87, factuality.Probable: 0.76, factuality.Asked: 0.18, factuality.Unreal: 0.05,
	factuality.Possible: -0.36, factuality.Expected: -0.39, factuality.Doubted: -0.42, factuality.Wanted: -0.52, factuality.Awaited: -0.92,
}

// TestEvalUDS sets the status of the predicates of EWT dev beside the judgments
// of readers in Universal Decompositional Semantics: on the treebank's trees
// and on our own. A predicate of ours happened when it is real or probable.
func TestEvalUDS(t *testing.T) {
	gold := udsRows(t)
	for _, c := range []struct {
		trees             string
		read              func(*doc.Document)
		sign, correlation float64 // floors
	}{
		{"the treebank's", func(*doc.Document) {}, 0.805, 0.665},
		{"our own", func(d *doc.Document) { d.Mentions = nil; parse.Run(d); lemma.Run(d) }, 0.795, 0.63},
	} {
		var ours, theirs []float64
		all, right, happened := 0, 0, 0
		for _, g := range doctest.ReadTreebank(t, "data/ud-ewt/en_ewt-ud-dev.conllu.gz") {
			c.read(&g.Document)
			tree := dep.New(&g.Document)
			for s, id := range g.SentIDs {
				for _, p := range gold[id].Preds {
					status := factuality.Of(tree, g.Sentences[s].First+p.Token-1)
					ours, theirs = append(ours, udsValue[status]), append(theirs, p.Value)
					all++
					if p.Value > 0 {
						happened++
					}
					if (p.Value > 0) == (status == factuality.Real || status == factuality.Probable) {
						right++
					}
				}
			}
		}
		sign, r := float64(right)/float64(all), pearson(ours, theirs)
		t.Logf("UDS, EWT dev, %s trees: sign %.1f %% of %d predicates (always happened: %.1f %%), Pearson %.3f, Spearman %.3f",
			c.trees, 100*sign, all, 100*float64(happened)/float64(all), r, pearson(ranks(ours), ranks(theirs)))
		if sign < c.sign || r < c.correlation {
			t.Errorf("below the floors %.3f and %.3f", c.sign, c.correlation)
		}
	}
}

// udsRow is one sentence of the data: tokens count from one, and a value above
// zero says that it happened.
type udsRow struct {
	SentID string `json:"sent_id"`
	Preds  []struct {
		Token int     `json:"token"`
		Value float64 `json:"value"`
	} `json:"preds"`
}

func udsRows(t *testing.T) map[string]udsRow {
	t.Helper()
	text, err := doctest.ReadFile(doctest.Shared(t, "data/uds-factuality/factuality-normalized-train+dev.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]udsRow{}
	for line := range strings.Lines(text) {
		var r udsRow
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		rows[r.SentID] = r
	}
	return rows
}

func pearson(a, b []float64) float64 {
	meanA, meanB := mean(a), mean(b)
	var ab, aa, bb float64
	for i := range a {
		x, y := a[i]-meanA, b[i]-meanB
		ab, aa, bb = ab+x*y, aa+x*x, bb+y*y
	}
	return ab / math.Sqrt(aa*bb)
}

func mean(a []float64) float64 {
	sum := 0.0
	for _, x := range a {
		sum += x
	}
	return sum / float64(len(a))
}

// ranks are the places of a's values in order; equal values share the mean of theirs.
func ranks(a []float64) []float64 {
	order := make([]int, len(a))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(a[i], a[j]) })
	out := make([]float64, len(a))
	for first := 0; first < len(order); {
		last := first
		for last < len(order) && a[order[last]] == a[order[first]] {
			last++
		}
		for _, i := range order[first:last] {
			out[i] = float64(first+last-1) / 2
		}
		first = last
	}
	return out
}
