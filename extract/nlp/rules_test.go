package nlp_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

// TestRulesAreFound demands of every rule that a record names that it stands in
// the sources or tables of the extractor, so that whoever asks why can look.
func TestRulesAreFound(t *testing.T) {
	sources := sourcesOf(t, "..")
	articles, err := filepath.Glob(filepath.Join(doctest.Shared(t, "gold"), "dev/articles/dev-a*.txt"))
	if err != nil || len(articles) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	unknown := map[string]bool{}
	for _, path := range articles {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		a := graph.Article{Text: string(text), Published: &graph.Interval{EDTF: "2015-05-18"}}
		a.Identify()
		sub, err := nlp.Extractor{}.Extract(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range sub.Records() {
			for _, e := range graph.EvidenceOf(r) {
				for _, rule := range strings.Fields(e.Rule) {
					if strings.Contains(rule, "/") && !strings.Contains(rule, "[") && !found(sources, rule) {
						unknown[rule] = true
					}
				}
			}
		}
	}
	for rule := range unknown {
		t.Errorf("no source or table holds the rule %s", rule)
	}
}

// sourcesOf is all Go and all tables under a folder.
func sourcesOf(t *testing.T, root string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") || !strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, ".tsv") {
			return err
		}
		data, err := os.ReadFile(path)
		b.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// found looks for a rule as it stands, without its stage, or, where a stage puts
// its name before, for its last part as a string.
func found(sources, rule string) bool {
	rule = strings.TrimSuffix(rule, "+") // of two expressions that were joined
	stage, rest, _ := strings.Cut(rule, "/")
	switch {
	case strings.Contains(sources, rule), strings.Contains(sources, `"`+rest+`"`):
		return true
	case stage == "timex":
		return strings.Contains(sources, rest)
	}
	return false
}
