package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/claimline/claimline/internal/neo4jtest"
)

// TestQuestions asks the twenty questions of examples/questions of the two
// real articles, on both stores, and demands what each answer must hold.
func TestQuestions(t *testing.T) {
	articles, err := filepath.Glob("../../../shared/gold/articles/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(articles) != 2 {
		if os.Getenv("CI") == "true" {
			t.Fatalf("../shared/gold/articles holds %d articles, want the two", len(articles))
		}
		t.Skip("../shared/gold/articles is absent: the questions are about the two articles there")
	}
	ask := func(t *testing.T, env ...string) string {
		data := t.TempDir()
		ingest := exec.Command(program, append([]string{"--data", data, "ingest"}, articles...)...)
		ingest.Env = environment(data, env...)
		if out, err := ingest.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		s := start(t, data, env...)
		out, err := exec.Command("python3", "../../examples/questions/ask.py", s.url).CombinedOutput()
		if err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		s.stop()
		return string(out)
	}
	var embedded, server string
	t.Run("sqlite", func(t *testing.T) { embedded = ask(t) })
	t.Run("neo4j", func(t *testing.T) {
		n := neo4jtest.Start(t)
		server = ask(t, "CLAIMLINE_NEO4J="+n.URI, "CLAIMLINE_NEO4J_USER="+n.User, "CLAIMLINE_NEO4J_PASSWORD="+n.Password)
		if embedded != "" && embedded != server {
			t.Errorf("the stores answer differently:\n%s\nand\n%s", embedded, server)
		}
	})
}
