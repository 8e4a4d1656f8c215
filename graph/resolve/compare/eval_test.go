package compare_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/article"
	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph/export"
)

// floors are just below what the annotated articles reach. Found counts only
// links whose both claims were extracted.
var floors = []struct {
	set, dir, articles    string
	found, contradictions float64
}{
	{"seeds", "gold", "*", 0.98, 1},
	{"dev", "gold/dev", "dev-b*", 0.79, 1}, // the others are of events that no two of them tell
}

// TestEvalLinks extracts the annotated articles, resolves them, compares their
// claims and gives the links to the scorer. Of contradictions the precision
// counts: a false one is worse than none. The scorer does not judge
// corroborations that the gold does not list.
func TestEvalLinks(t *testing.T) {
	if testing.Short() {
		t.Skip("extracts eight articles")
	}
	scorer := doctest.Shared(t, "gold/score.py")
	python, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("python3 is not installed, and the scorer is written in it")
		}
		t.Skip("python3 is not installed, and the scorer is written in it")
	}
	format, err := export.Find("score")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range floors {
		t.Run(f.set, func(t *testing.T) {
			dir, out := doctest.Shared(t, f.dir), filepath.Join(t.TempDir(), "out")
			if err := os.Mkdir(out, 0o755); err != nil {
				t.Fatal(err)
			}
			texts, err := filepath.Glob(filepath.Join(dir, "articles", f.articles+".txt"))
			if err != nil || len(texts) == 0 {
				t.Fatalf("no articles: %v", err)
			}
			var docs []export.Document
			arguments := []string{scorer, dir, out, "--texts", filepath.Join(dir, "articles"), "--json", filepath.Join(out, "..", "totals.json"), "--details", "--docs"}
			for _, path := range texts {
				d := read(t, path)
				write(t, filepath.Join(out, d.Name+".json"), func(w *bytes.Buffer) error { return format.Write(w, d.Name, d.Sub) })
				docs = append(docs, d)
				arguments = append(arguments, d.Name)
			}
			write(t, filepath.Join(out, format.Cross), func(w *bytes.Buffer) error { return format.Together(w, docs) })
			told, err := exec.Command(python, arguments...).CombinedOutput()
			if err != nil {
				t.Fatalf("score.py: %v\n%s", err, told)
			}
			found, contradictions := scores(t, filepath.Join(out, "..", "totals.json"))
			t.Logf("%s: links found %.3f, precision of contradictions %.3f", f.set, found, contradictions)
			if found < f.found || contradictions < f.contradictions {
				t.Errorf("below the floors %+v", f)
				for _, line := range strings.Split(string(told), "\n") {
					if strings.Contains(line, "link missed") || strings.Contains(line, "false contradiction") {
						t.Log(line)
					}
				}
			}
		})
	}
}

// read extracts one article, dated by what stands beside it.
func read(t *testing.T, path string) export.Document {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	in := article.Input{Name: filepath.Base(path), Data: data}
	meta, err := os.ReadFile(article.SidecarName(path))
	if err != nil {
		t.Fatal(err)
	}
	beside, err := article.ReadSidecar(meta)
	if err != nil {
		t.Fatal(err)
	}
	in.Meta = beside.Meta
	if in.Meta.Published == "" {
		in.Meta.Anchor = beside.Anchor
	}
	a, err := article.Parse(in)
	if err != nil {
		t.Fatal(err)
	}
	sub, err := (nlp.Extractor{}).Extract(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	return export.Document{Name: strings.TrimSuffix(in.Name, ".txt"), Sub: sub}
}

func write(t *testing.T, path string, f func(w *bytes.Buffer) error) {
	t.Helper()
	var b bytes.Buffer
	if err := f(&b); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func scores(t *testing.T, path string) (found, contradictions float64) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var totals struct {
		Total struct {
			LinksFound     struct{ Acc float64 } `json:"links_found"`
			Contradictions struct{ P float64 }   `json:"contradictions"`
		}
	}
	if err := json.Unmarshal(data, &totals); err != nil {
		t.Fatal(err)
	}
	return totals.Total.LinksFound.Acc, totals.Total.Contradictions.P
}
