package tokenize

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCases reads testdata: a line of text and the sentences that it makes.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no test data: %v", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range strings.Split(string(data), "\n\n") {
			text, want, _ := strings.Cut(strings.TrimSpace(c), "\n")
			if strings.HasPrefix(text, "#") {
				continue
			}
			if got := written(text); got != want {
				t.Errorf("%s: %s\ngot\n%s\nwant\n%s", name, text, got, want)
			}
		}
	}
}

// written writes the sentences of a text as testdata does.
func written(text string) string {
	d := read(text)
	var lines []string
	for _, s := range d.Sentences {
		line := "="
		for _, tok := range d.Tokens[s.First:s.Last] {
			line += " " + tok.Text
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
