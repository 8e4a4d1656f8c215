package article

import (
	"os"
	"path/filepath"
	"testing"
)

// shared finds a folder beside the repository, which a machine may lack
// unless it is the one that judges.
func shared(t *testing.T, parts ...string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = up
	}
	path := filepath.Join(append([]string{dir, "..", "shared"}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s must be there: %v", path, err)
		}
		t.Skipf("%s is not there", path)
	}
	return path
}

// TestAnnotatedArticles reads the articles of the gold with nothing but their
// text: they keep their bytes, and what is found in the text agrees with
// what people noted about it.
func TestAnnotatedArticles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(shared(t, "gold"), "articles", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		note, err := os.ReadFile(SidecarName(file))
		if err != nil {
			t.Fatal(err)
		}
		s, err := ReadSidecar(note)
		if err != nil {
			t.Fatal(err)
		}
		a := parse(t, Input{Data: data})
		published := ""
		if a.Published != nil {
			published = a.Published.EDTF
		}
		if a.Text != string(data) || a.Title != s.Meta.Title || published != s.Meta.Published || a.Language != s.Meta.Language {
			t.Errorf("%s: title %q, published %q, language %q; noted %+v", filepath.Base(file), a.Title, published, a.Language, s.Meta)
		}
	}
}
