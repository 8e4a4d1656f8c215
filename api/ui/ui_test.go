package ui

import (
	"io/fs"
	"os"
	"strings"
	"testing"
)

// TestUnbuilt demands one page that says what to do, and nothing else.
func TestUnbuilt(t *testing.T) {
	pages := unbuilt{files}
	text, err := fs.ReadFile(pages, "index.html")
	if err != nil || !strings.Contains(string(text), "make ui") {
		t.Errorf("the page without the pages says %q, %v", text, err)
	}
	if _, err := fs.Stat(pages, "assets"); err == nil {
		t.Error("there is more than a page")
	}
}

// TestFiles demands an index in any case; a built one loads what is embedded.
func TestFiles(t *testing.T) {
	text, err := fs.ReadFile(Files(), "index.html")
	if err != nil {
		t.Fatal(err)
	}
	if !Built() {
		if os.Getenv("CI") == "true" {
			t.Fatal("the pages are not built; make test builds them first")
		}
		t.Skip("the pages are not built; run make ui")
	}
	_, after, found := strings.Cut(string(text), `src="/ui/`)
	script, _, _ := strings.Cut(after, `"`)
	if _, err := fs.Stat(Files(), script); !found || err != nil {
		t.Errorf("the page loads %q, which is not embedded", script)
	}
}
