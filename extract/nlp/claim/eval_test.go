package claim_test

import (
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/claim"
	"github.com/claimline/claimline/extract/nlp/coref"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/extract/nlp/entity"
	"github.com/claimline/claimline/extract/nlp/event"
	"github.com/claimline/claimline/extract/nlp/quote"
)

// TestGUMAttribution measures how many of the attribution relations that the
// GUM corpus marks in its dev documents of news and academic writing we find,
// on its own trees: a relation is found when a cue or a source of ours stands
// in the stretch that GUM gives the source and its verb. Only cues with a clause for
// their content are counted: GUM marks no others.
func TestGUMAttribution(t *testing.T) {
	const floor = 0.79
	gold := map[string][]string{} // sentence id → stretches of source and cue
	text, err := doctest.ReadFile(doctest.Shared(t, "data/ud-gum/gum-attribution-relations.tsv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(text) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if f[0] == "dev" {
			gold[f[3]] = append(gold[f[3]], f[4])
		}
	}
	found, all, wrong := 0, 0, 0
	for _, g := range doctest.ReadTreebank(t, "data/ud-gum/gum-open-dev.conllu.gz") {
		if !strings.Contains(g.ID, "_news_") && !strings.Contains(g.ID, "_academic_") && !strings.Contains(g.ID, "_bio_") {
			continue
		}
		d := &g.Document
		entity.Run(d)
		coref.Run(d)
		quote.Run(d)
		event.Run(d)
		claim.Run(d)
		cues := cuesOf(d)
		for s, id := range g.SentIDs {
			left := gold[id]
			all += len(left)
			for _, cue := range cues[s] {
				if i := within(left, cue); i >= 0 {
					left = append(left[:i:i], left[i+1:]...)
					found++
				} else {
					wrong++
				}
			}
		}
	}
	precision, recall := float64(found)/float64(found+wrong), float64(found)/float64(all)
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("GUM dev, news, academic and bio: precision %.2f, recall %.2f, F1 %.2f (%d relations)", precision, recall, f1, all)
	if f1 < floor {
		t.Errorf("F1 %.2f is below the floor %.2f", f1, floor)
	}
}

// cuesOf are the cues that d's attributions have in each sentence, each once,
// with their sources.
func cuesOf(d *doc.Document) map[int][][2]string {
	out := map[int][][2]string{}
	seen := map[int]bool{}
	for _, a := range d.Attributions {
		if !strings.Contains(a.Rule, "[that]") && !strings.Contains(a.Rule, "preposition") && !strings.Contains(a.Rule, "quoted") {
			continue
		}
		for _, h := range a.Hops {
			if h.Cue.Len() == 0 || seen[h.Cue.Start] {
				continue
			}
			seen[h.Cue.Start] = true
			for s := range d.Sentences {
				if d.Sentences[s].Contains(h.Cue) {
					out[s] = append(out[s], [2]string{h.Cue.Of(d.Text), h.Span.Of(d.Text)})
				}
			}
		}
	}
	return out
}

func within(stretches []string, cue [2]string) int {
	for i, s := range stretches {
		if strings.Contains(" "+s+" ", " "+cue[0]) || strings.Contains(s, cue[1]) {
			return i
		}
	}
	return -1
}
