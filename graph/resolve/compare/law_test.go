package compare

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/claimline/claimline/graph"
)

var comparators = []graph.Comparator{graph.Exact, graph.AtLeast, graph.MoreThan, graph.UpTo, graph.FewerThan, graph.About, graph.Nearly}

func quantities(metric, unit string) *rapid.Generator[*graph.Quantity] {
	return rapid.Custom(func(t *rapid.T) *graph.Quantity {
		c := rapid.SampledFrom(comparators).Draw(t, "comparator")
		q := graph.NewQuantity(metric, c, float64(rapid.IntRange(1, 60).Draw(t, "value")), unit, "n")
		return &q
	})
}

// TestBounds holds the laws of comparing intervals: either order says the
// same, a part is a part of what its whole is a part of, and a common unit
// changes nothing.
func TestBounds(t *testing.T) {
	one := quantities("killed", "person")
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := stated(one.Draw(t, "a")), stated(one.Draw(t, "b")), stated(one.Draw(t, "c"))
		if a.to(b) != b.to(a).inverse() {
			t.Fatalf("%v to %v: %v and back %v", a, b, a.to(b), b.to(a))
		}
		if a.to(a) != alike {
			t.Fatalf("%v is not like itself", a)
		}
		if a.to(b) == within && b.to(c) == within && a.to(c) != within {
			t.Fatalf("%v within %v within %v, and not within it", a, b, c)
		}
		if a.to(b) == within && b.to(c) == apart && a.to(c) != apart {
			t.Fatalf("%v within %v, which lies apart from %v", a, b, c)
		}
	})
}

func TestUnits(t *testing.T) {
	for _, tt := range []struct {
		a, b   graph.Quantity
		stated overlap
	}{
		{graph.NewQuantity("distance", graph.Exact, 1, "km", ""), graph.NewQuantity("distance", graph.Exact, 1000, "m", ""), alike},
		{graph.NewQuantity("distance", graph.Exact, 3, "mi", ""), graph.NewQuantity("distance", graph.AtLeast, 4, "km", ""), within},
		{graph.NewQuantity("damage_area", graph.UpTo, 2, "ha", ""), graph.NewQuantity("damage_area", graph.Exact, 1, "km2", ""), apart},
		{graph.NewQuantity("weight", graph.Exact, 2, "t", ""), graph.NewQuantity("weight", graph.About, 2000, "kg", ""), within},
	} {
		x, y, ok := common(&tt.a, &tt.b, stated)
		if !ok || x.to(y) != tt.stated {
			t.Errorf("%v %s to %v %s: %v %v, want %v", tt.a.Value, tt.a.Unit, tt.b.Value, tt.b.Unit, x.to(y), ok, tt.stated)
		}
	}
	dollars, euros := graph.NewQuantity("amount_money", graph.Exact, 5, "USD", ""), graph.NewQuantity("amount_money", graph.Exact, 5, "EUR", "")
	if _, _, ok := common(&dollars, &euros, stated); ok {
		t.Error("dollars and euros are compared")
	}
}

func TestLastDigit(t *testing.T) {
	for v, want := range map[float64]float64{2300: 100, 4.5: 0.1, 7: 1, 1e6: 1e6, 1250000: 10000} {
		if got := lastDigit(v); math.Abs(got-want) > want*1e-9 {
			t.Errorf("last digit of %v: %v, want %v", v, got, want)
		}
	}
}

// twoFigures is a story of two articles that each give a figure of one event.
func twoFigures(t *rapid.T, metric string) *story {
	s := newStory("two figures")
	days := []string{"2024-05-01", "2024-05-02", "2024-05-03", "-"}
	sources := []string{"", "?", "the police", "the rebels", "Anna Berg", "the police < Anna Berg"}
	for _, name := range []string{"a", "b"} {
		figure := rapid.SampledFrom(comparators).Draw(t, "comparator")
		n := rapid.IntRange(1, 40).Draw(t, "n")
		err := s.line(strings.Join([]string{
			name + " " + rapid.SampledFrom(days).Draw(t, "day") + " " + rapid.SampledFrom([]string{"Post", "Mail"}).Draw(t, "outlet"),
			rapid.SampledFrom(sources).Draw(t, "source"),
			rapid.SampledFrom([]string{"assert", "believe", "deny", "predict"}).Draw(t, "act"),
			"The clash left " + itoa(n) + " people " + metric,
			metric + " " + string(figure) + " " + itoa(n), "clash"}, " | "))
		if err != nil {
			t.Fatal(err)
		}
	}
	s.build()
	return s
}

func itoa(n int) string {
	b, _ := json.Marshal(n)
	return string(b)
}

// TestEitherOrder asks every rule about a pair in both orders.
func TestEitherOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := twoFigures(t, "killed").set()
		if len(s.accounts) < 2 {
			return
		}
		a, b := s.accounts[0], s.accounts[1]
		for i, rule := range rules {
			l, ok := rule(s, a, b)
			m, also := rule(s, b, a)
			if ok != also || l.Type != m.Type || l.A != m.A || l.B != m.B {
				t.Fatalf("rule %d: %+v and in the other order %+v", i, l, m)
			}
		}
	})
}

// TestBoundsNeverContradict: "more than 130" and "at least 133" can both be
// right, whoever says them and whenever.
func TestBoundsNeverContradict(t *testing.T) {
	low := []graph.Comparator{graph.AtLeast, graph.MoreThan}
	rapid.Check(t, func(t *rapid.T) {
		s := newStory("bounds")
		for _, name := range []string{"a", "b"} {
			n := itoa(rapid.IntRange(1, 500).Draw(t, "n"))
			source := rapid.SampledFrom([]string{"", "the police", "the rebels"}).Draw(t, "source")
			line := strings.Join([]string{name + " 2024-05-01 Post", source, "assert", "The clash left " + n + " people killed",
				"killed " + string(rapid.SampledFrom(low).Draw(t, "bound")) + " " + n, "clash"}, " | ")
			if err := s.line(line); err != nil {
				t.Fatal(err)
			}
		}
		s.build()
		for _, l := range s.set().Links() {
			if l.Neutral() == "contradicts" || l.Type == Inconsist {
				t.Fatalf("%s: %s", l.Type, l.Why)
			}
		}
	})
}

// TestOrderDoesNotShow shuffles and repeats the records of all stories.
func TestOrderDoesNotShow(t *testing.T) {
	var all []*story
	for _, f := range []string{"figures.txt", "statements.txt", "likely.txt", "denials.txt"} {
		all = append(all, readStories(t, f)...)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(all).Draw(t, "story")
		want := everything(s.set())
		records := s.sub.Records()
		records = append(records, records[:rapid.IntRange(0, len(records)).Draw(t, "repeated")]...)
		records = rapid.Permutation(records).Draw(t, "order")
		shuffled := *s
		shuffled.sub = graph.Subgraph{}
		shuffled.sub.Add(records...)
		if got := everything(shuffled.set()); got != want {
			t.Fatalf("%s: order shows:\n%s\n%s", s.title, want, got)
		}
	})
}

func everything(s *Set) string {
	b, err := json.Marshal([]any{s.Links(), s.Propositions(), s.Series(), s.Forecasts(), s.Quotations()})
	if err != nil {
		return err.Error()
	}
	return string(b)
}

// TestEdits: the edits of two wordings hold all that differs, and turn round
// with them.
func TestEdits(t *testing.T) {
	word := rapid.SampledFrom([]string{"with", "little", "or", "to", "no", "warning"})
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.SliceOfN(word, 0, 12).Draw(t, "a"), rapid.SliceOfN(word, 0, 12).Draw(t, "b")
		same := subsequence(a, b)[0][0]
		from, to := 0, 0
		for _, e := range edits(a, b) {
			from += len(strings.Fields(e.From))
			to += len(strings.Fields(e.To))
		}
		if from != len(a)-same || to != len(b)-same {
			t.Fatalf("%v and %v: %v", a, b, edits(a, b))
		}
		if len(edits(a, a)) != 0 || subsequence(b, a)[0][0] != same {
			t.Fatalf("%v and %v: not symmetric", a, b)
		}
	})
}

// TestUnion: groups do not depend on the order of joining.
func TestUnion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pairs := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) [2]string {
			return [2]string{itoa(rapid.IntRange(0, 9).Draw(t, "x")), itoa(rapid.IntRange(0, 9).Draw(t, "y"))}
		}), 1, 12).Draw(t, "pairs")
		groups := func(pairs [][2]string) [][]string {
			u := newUnion()
			for _, p := range pairs {
				u.join(p[0], p[1], p[0]+p[1])
			}
			return append(u.sets(), u.reasons(pairs[0][0]))
		}
		want := groups(pairs)
		shuffled := rapid.Permutation(pairs).Draw(t, "order")
		u := groups(shuffled)
		if !slices.EqualFunc(want[:len(want)-1], u[:len(u)-1], slices.Equal) {
			t.Fatalf("%v: %v and %v", pairs, want, u)
		}
	})
}
