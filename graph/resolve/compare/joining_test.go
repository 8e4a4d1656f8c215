package compare

import (
	"slices"
	"testing"

	"github.com/claimline/claimline/graph"
)

// TestApart keeps events apart that look like one where somebody said so, and
// says in the reason of a link that it rests on their being likely one.
func TestApart(t *testing.T) {
	stories := readStories(t, "likely.txt")
	s := stories[0]
	name := map[string]string{graph.NewID(graph.KindEvent, "bombing"): "bombing", graph.NewID(graph.KindEvent, "raid"): "raid"}
	same := func(_, id string) string {
		if n, ok := s.cluster[id]; ok {
			return graph.NewID(graph.KindOf(id), n)
		}
		return id
	}
	links := New(&s.sub, same).Links()
	if len(links) != 1 || links[0].Why[len(links[0].Why)-len(likelyOne):] != likelyOne {
		t.Fatalf("%s: %+v, want one link that says that it is likely only", s.title, links)
	}
	apart := func(a, b string) bool {
		pair := []string{name[a], name[b]}
		slices.Sort(pair)
		return slices.Equal(pair, []string{"bombing", "raid"})
	}
	if links := New(&s.sub, same, apart).Links(); len(links) != 0 {
		t.Errorf("%+v between events that somebody keeps apart", links)
	}
	if rows := New(&s.sub, same).Series(); len(rows) != 0 {
		t.Errorf("a series over events that are only likely one: %+v", rows)
	}
}
