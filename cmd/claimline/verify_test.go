package main

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
)

// TestFlippedCharacter changes one character of a stored text: verify names
// the article and each record whose quote holds the character, and no other.
func TestFlippedCharacter(t *testing.T) {
	t.Parallel()
	_, blog, _ := seeds(t)
	data := t.TempDir()
	must(t, data, "ingest", blog)
	var sub graph.Subgraph
	if err := json.Unmarshal([]byte(must(t, data, "extract", "--json", blog)), &sub); err != nil {
		t.Fatal(err)
	}
	at, want := mostQuoted(t, &sub)
	flip(t, data, sub.Articles[0], at)

	r := call(t, data, "verify")
	if r.code != exitFailure {
		t.Fatalf("exit code %d, want %d\n%s", r.code, exitFailure, r.stdout)
	}
	for _, id := range want {
		if !strings.Contains(r.stdout, id) {
			t.Errorf("%s quotes the character, and verify does not name it", id)
		}
	}
	var report graph.VerifyReport
	if err := json.Unmarshal([]byte(call(t, data, "verify", "--json").stdout), &report); err != nil {
		t.Fatal(err)
	}
	for _, p := range report.Problems {
		if !slices.Contains(want, p.ID) {
			t.Errorf("verify names %s, which does not quote the character: %s", p.ID, p)
		}
	}

	// What verify says to do mends it.
	must(t, data, "delete", sub.Articles[0].ID)
	must(t, data, "ingest", blog)
	must(t, data, "verify")
}

// mostQuoted returns the offset of a letter in the text, and the ids of the
// article and of all records that quote it: those of a claim's evidence, so
// that there is an event or a relationship among them too.
func mostQuoted(t *testing.T, sub *graph.Subgraph) (at int, ids []string) {
	t.Helper()
	var records []graph.Record
	for _, r := range sub.Events {
		records = append(records, r)
	}
	for _, r := range sub.Claims {
		records = append(records, r)
	}
	for _, r := range sub.Relationships {
		records = append(records, r)
	}
	if len(sub.Claims) == 0 {
		t.Fatal("no claim to break")
	}
	span := sub.Claims[0].Evidence[0].Span
	text := sub.Articles[0].Text
	at = span.Start + strings.IndexFunc(text[span.Start:span.End], func(r rune) bool { return r >= 'a' && r <= 'z' })
	ids = []string{sub.Articles[0].ID}
	for _, r := range records {
		for _, e := range graph.EvidenceOf(r) {
			if e.Span.Start <= at && at < e.Span.End {
				ids = append(ids, r.RecordID())
				break
			}
		}
	}
	if len(ids) < 3 {
		t.Fatalf("only %v quote the character at %d", ids, at)
	}
	return at, ids
}

// flip replaces one letter of an article in the database file.
func flip(t *testing.T, data string, a graph.Article, at int) {
	t.Helper()
	db := openFile(t, data)
	defer db.Close()
	broken := a.Text[:at] + "X" + a.Text[at+1:]
	result, err := db.Exec(`UPDATE node SET json = json_set(json, '$.text', ?) WHERE id = ? AND json_extract(json, '$.text') = ?`, broken, a.ID, a.Text)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := result.RowsAffected(); err != nil || n != 1 {
		t.Fatalf("%d texts changed: %v", n, err)
	}
}

// TestScorerReadsUs gives the neutral format to the scorer of the gold.
func TestScorerReadsUs(t *testing.T) {
	t.Parallel()
	_, blog, sun := seeds(t)
	python, scorer := goldScorer(t)
	out := filepath.Join(t.TempDir(), "out")
	must(t, t.TempDir(), "extract", "--format", "score", "-o", out, blog, sun)
	told, err := exec.Command(python, scorer, filepath.Dir(scorer), out, "--texts", filepath.Dir(blog), "--docs", "seed-blog", "seed-sun").CombinedOutput()
	if err != nil {
		t.Fatalf("score.py: %v\n%s", err, told)
	}
	for _, line := range []string{"seed-blog", "seed-sun", "claims", "events"} {
		if !strings.Contains(string(told), line) {
			t.Errorf("the scorer tells nothing of %s:\n%s", line, told)
		}
	}
}
