package compare

import (
	"fmt"
	"testing"
)

// TestHub puts very many claims on one event: each is compared with those next
// to it in time, so that the work grows with the claims and not with their
// square.
func TestHub(t *testing.T) {
	const many = 600
	s := newStory("hub")
	for i := range many {
		line := fmt.Sprintf("c%d 2024-%02d-%02d Outlet%d | source %d | assert | The quake killed at least %d people | killed at_least %d | quake",
			i, 1+i/28%12, 1+i%28, i, i, i+1, i+1)
		if err := s.line(line); err != nil {
			t.Fatal(err)
		}
	}
	s.build()
	set := s.set()
	if pairs := len(set.candidates()); pairs > many*neighbours {
		t.Errorf("%d pairs of %d claims of one event, want at most %d each", pairs, many, neighbours)
	}
	if list := set.Series(); len(list) != 1 || len(list[0].Points) != many {
		t.Errorf("%d series, want one of %d points", len(list), many)
	}
	for _, l := range set.Links() {
		if l.Neutral() == "contradicts" {
			t.Fatalf("lower bounds contradict: %s", l.Why)
		}
	}
}
