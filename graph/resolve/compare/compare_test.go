package compare

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, f := range files {
		for _, s := range readStories(t, filepath.Base(f)) {
			t.Run(filepath.Base(f)+"/"+s.title, func(t *testing.T) {
				want := slices.Sorted(slices.Values(s.want))
				set := s.set()
				if got := s.found(set); !slices.Equal(got, want) {
					t.Errorf("links:\n  %s\nwant:\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
					for _, l := range set.Links() {
						t.Log(l.Type, l.Why)
					}
				}
			})
		}
	}
}
