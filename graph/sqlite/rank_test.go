package sqlite

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/claimline/claimline/graph"
)

// A page is read from the rank of its cursor on: a rank that fell where the
// order rises would lose what lies between.
func TestRankOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	sorts := []string{
		"", " ", "-", "0", "1999", "1999-12-31T23:00:00Z", "1999-12-31T23:59:59Z", "2024-05-02T18:00:00Z 2024-05-03T00:00:00Z", "2024-05-02T18:00:00Z ~",
		"10000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2024-05-02X", "2024:", "2024-05-02T99", "~", "~ ", "~ 2019-01-01T00:00:00Z", "~ 2019-01-02T00:00:00Z",
		"~ 10000-01-01T00:00:00Z", "~ ~", "~ art_00 0000000001", "~~", "~!", "a", "anna", "annika", "москва", "東京", "\xff\xff\xff\xff\xff",
	}
	for range 3000 {
		s := []byte(sorts[r.IntN(len(sorts))])
		for range r.IntN(3) {
			if len(s) > 0 {
				s[r.IntN(len(s))] = "-09:~aT \xff"[r.IntN(9)]
			}
		}
		sorts = append(sorts, string(s))
	}
	slices.Sort(sorts)
	for kind := actorKind; kind <= articleKind; kind++ {
		for i := 1; i < len(sorts); i++ {
			a, b := rankOf(kind, sorts[i-1], maxKey), rankOf(kind, sorts[i], maxKey)
			if a > b || a < 0 {
				t.Fatalf("kind %d: rank of %q is %x, of %q %x", kind, sorts[i-1], a, sorts[i], b)
			}
		}
		if kind < articleKind && rankOf(kind, "\xff\xff\xff\xff\xff", maxKey) >= rankOf(kind+1, "", 0) {
			t.Errorf("kinds %d and %d overlap", kind, kind+1)
		}
	}
	if early, late := rankOf(articleKind, "2024-05-02T18:00:00Z", 1), rankOf(articleKind, "2024-05-02T19:00:00Z", 1); placeStart(late) <= placeEnd(early) {
		t.Error("two hours are one place")
	}
}

// What marks leave out, a search never sees.
func TestYearMarks(t *testing.T) {
	for _, test := range []struct {
		edtf string
		want []string
	}{
		{"2019-05-02", []string{markYear + "2019"}},
		{"2019", []string{markYear + "2019"}},
		{"2019-12-31T23:30:00Z/2020-01-01T00:30:00Z", []string{markYear + "2019", markYear + "2020"}},
		{"2010/2019", []string{anyYear}},
		{"2019/..", []string{anyYear}},
		{"1492-10-12", []string{anyYear}},
	} {
		i, err := graph.ParseEDTF(test.edtf)
		if err != nil {
			t.Fatal(err)
		}
		if got := yearsOf(&i); !slices.Equal(got, test.want) {
			t.Errorf("%s is marked %q, want %q", test.edtf, got, test.want)
		}
	}
}
