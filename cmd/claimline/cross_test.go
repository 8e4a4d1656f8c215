package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doctest"
)

// goldScorer is the interpreter and the script that score against the gold.
func goldScorer(t *testing.T) (python, script string) {
	t.Helper()
	script = doctest.Shared(t, "gold/score.py")
	python, err := exec.LookPath("python3")
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatal("python3 is not installed, and the scorer is written in it")
	}
	if err != nil {
		t.Skip("python3 is not installed, and the scorer is written in it")
	}
	return python, script
}

// TestGoldCross scores the events of the annotated articles, and what articles
// share, as extract writes it to cross.json, against the annotations: floors just
// below what is reached. Nothing may be merged that annotators hold apart, and
// nothing read from page furniture.
func TestGoldCross(t *testing.T) {
	t.Parallel()
	python, scorer := goldScorer(t)
	for _, set := range []struct {
		dir    string
		floors map[string]float64 // measure → least F1, or accuracy
	}{
		{".", map[string]float64{"cross_event": 0.88, "cross_actor": 0.90, "cross_place": 0.95, "contradictions": 0.99, "corroborations": 0.99,
			"events": 0.90, "event_type": 0.99, "event_figures": 0.98, "doc_figures": 0.98, "event_place": 0.76, "event_dates": 0.91, "roles": 0.79, "modality": 0.97,
			"claims": 0.97, "claimant": 0.96, "chain": 0.99, "stance": 0.93, "about": 0.88, "said_date": 0.99, "traps": 0.99}},
		{"dev", map[string]float64{"cross_event": 0.98, "cross_actor": 0.91, "cross_place": 0.98, "contradictions": 0.98, "corroborations": 0.71,
			"events": 0.91, "event_type": 0.91, "event_figures": 0.91, "doc_figures": 0.97, "event_place": 0.67, "event_dates": 0.85, "roles": 0.77, "relations": 0.79, "modality": 0.87,
			"claims": 0.95, "claimant": 0.94, "chain": 0.88, "stance": 0.93, "about": 0.83, "said_date": 0.81, "traps": 0.96}},
	} {
		gold := filepath.Join(filepath.Dir(scorer), set.dir)
		articles, err := filepath.Glob(filepath.Join(gold, "articles", "*.txt"))
		if err != nil || len(articles) == 0 {
			t.Fatalf("%s holds no articles: %v", gold, err)
		}
		out := filepath.Join(t.TempDir(), "out")
		must(t, t.TempDir(), append([]string{"extract", "--format", "score", "-o", out}, articles...)...)
		report := filepath.Join(t.TempDir(), "report.json")
		if told, err := exec.Command(python, scorer, gold, out, "--json", report).CombinedOutput(); err != nil {
			t.Fatalf("score.py: %v\n%s", err, told)
		}
		data, err := os.ReadFile(report)
		if err != nil {
			t.Fatal(err)
		}
		var scores struct {
			Total map[string]json.RawMessage
		}
		if err := json.Unmarshal(data, &scores); err != nil {
			t.Fatal(err)
		}
		measure := func(name string) (m struct{ P, R, F, Acc float64 }) {
			if err := json.Unmarshal(scores.Total[name], &m); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			return m
		}
		for name, floor := range set.floors {
			if m := measure(name); max(m.F, m.Acc) < floor {
				t.Errorf("%s: %s is %.3f, below %.2f", set.dir, name, max(m.F, m.Acc), floor)
			}
		}
		if read := string(scores.Total["distractors"]); read != "0" {
			t.Errorf("%s: %s records are read from what is no news", set.dir, read)
		}
		if apart := measure("wrong_merges").Acc; apart < 1 {
			t.Errorf("%s: only %.3f of what only looks alike is kept apart", set.dir, apart)
		}
	}
}
