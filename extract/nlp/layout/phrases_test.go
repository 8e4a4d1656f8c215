package layout

import (
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// TestPhrases: the table says where it comes from, and each row is a phrase in
// normal form, of a role that there is, named once.
func TestPhrases(t *testing.T) {
	for _, field := range []string{"# source: ", "# license: ", "# retrieved: ", "# changes: "} {
		if !strings.Contains(phrasesTSV, field) {
			t.Errorf("phrases.tsv has no %q", field)
		}
	}
	roles := []string{string(doc.Boilerplate), string(doc.Byline), string(doc.Caption)}
	seen := map[string]bool{}
	for line := range strings.Lines(phrasesTSV) {
		col := strings.Split(strings.TrimSpace(line), "\t")
		if len(col) != 4 || col[0] == "role" {
			continue
		}
		if !slices.Contains(roles, col[0]) {
			t.Errorf("%q: no such role", line)
		}
		if key := col[1] + "\t" + col[3]; seen[key] {
			t.Errorf("%q stands there twice", line)
		} else {
			seen[key] = true
		}
		if col[1] == "line" || col[1] == "tail" || col[1] == "comments" {
			if n := normalize(col[3]); n != col[3] {
				t.Errorf("%q can never match: its normal form is %q", col[3], n)
			}
		}
	}
	if len(seen) < 1000 {
		t.Errorf("only %d phrases", len(seen))
	}
}
