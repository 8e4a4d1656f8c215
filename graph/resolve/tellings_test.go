package resolve_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
)

// acts gives each event of a result the acts that its words tell of.
func acts(r *resolve.Result) map[resolve.Member]string {
	out := map[resolve.Member]string{}
	for _, x := range r.Tellings() {
		out[x.Event] = x.Act
	}
	return out
}

// TestTellings: one word for what two accounts of a story may both tell of is
// one act, though not enough speaks for one event; what cannot be one is not.
func TestTellings(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b blast
		word string // of the second account
		want bool
	}{
		{"one word in one story", blast{group: "Red Banner"}, blast{group: "Red Banner"}, "bombing", true},
		{"the word in another form", blast{group: "Red Banner"}, blast{group: "Red Banner"}, "bombed", true},
		{"another word of the sort, with the doer and the town", blast{group: "Red Banner", city: "Kunduz"}, blast{group: "Red Banner", city: "Kunduz"}, "blast", true},
		{"another word, in another town", blast{group: "Red Banner", city: "Kunduz"}, blast{group: "Red Banner", city: "Kandahar"}, "blast", false},
		{"other days", blast{group: "Red Banner", date: "2021-10-08"}, blast{group: "Red Banner", date: "2021-10-15"}, "bombing", false},
		{"no name in common", blast{group: "Red Banner"}, blast{group: "Green Banner"}, "bombing", false},
	} {
		x, mx := c.a.tell("x")
		y, my := c.b.tell("y")
		for i, ev := range y.Events[0].Evidence {
			if ev.Role == graph.RoleTrigger {
				y.Events[0].Evidence[i].Quote, y.Events[0].Evidence[i].Rule = c.word, "test"
			}
		}
		of := acts(resolved(resolve.Options{}, x, y))
		if got := of[mx] == of[my]; got != c.want {
			t.Errorf("%s: one act %v, want %v", c.name, got, c.want)
		}
		if back := acts(resolved(resolve.Options{}, y, x)); !maps.Equal(of, back) {
			t.Errorf("%s: the order of articles shows: %v, %v", c.name, of, back)
		}
	}
}

// TestStories: what two stories tell of by one word is two acts, though they
// have a name in common, where all else is told in other words.
func TestStories(t *testing.T) {
	var subs []*telling
	var told []resolve.Member
	for _, text := range []string{
		"Smoke rose above granaries, barges burned along quays.", "Barges burned along quays, smoke rose above granaries again.",
		"Pupils fled their hillside school during examinations.", "Examinations ended, pupils fled their hillside school.",
	} {
		x, m := blast{}.tell(text)
		x.actor(graph.ArmedGroup, "Red Banner")
		subs, told = append(subs, x), append(told, m)
	}
	of := acts(resolved(resolve.Options{}, subs...))
	if of[told[0]] != of[told[1]] || of[told[2]] != of[told[3]] || of[told[0]] == of[told[2]] {
		t.Errorf("acts: %v, want two of two accounts each", of)
	}
}

// TestMajority: one account that fits two that exclude each other goes with the
// one that more speaks for, and does not bring them together.
func TestMajority(t *testing.T) {
	tell := func(title string, b blast) (*telling, resolve.Member) { return b.tell(title) }
	x, mx := tell("x", blast{group: "Red Banner", date: "2021-10-08", city: "Kunduz"})
	y, my := tell("y", blast{group: "Red Banner", date: "2021-10-15"})
	z, mz := tell("z", blast{group: "Red Banner", city: "Kunduz"})
	of := acts(resolved(resolve.Options{}, x, y, z))
	if of[mx] == of[my] || of[mz] != of[mx] {
		t.Errorf("acts: %v", of)
	}
}

// TestLikely: accounts of one story that describe somebody by one noun likely
// mean one, unless it is one and many, or other numbers; and what one article
// describes as two is two.
func TestLikely(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b []string
		want bool // of the first of each
	}{
		{"one noun", []string{"the suspect"}, []string{"a suspect"}, true},
		{"one and many", []string{"the suspect"}, []string{"the suspects"}, false},
		{"other numbers", []string{"two suspects"}, []string{"three suspects"}, false},
		{"another noun", []string{"the suspect"}, []string{"the driver"}, false},
	} {
		x, y := tell("x", "2021-10-20"), tell("y", "2021-10-20")
		var first []resolve.Member
		for z, list := range map[*telling][]string{x: c.a, y: c.b} {
			z.actor(graph.Person, "Ahmad Wali")
			z.actor(graph.ArmedGroup, "Red Banner")
			for i, words := range list {
				if m := z.member(z.actor(graph.Population, words)); i == 0 {
					first = append(first, m)
				}
			}
		}
		likely := resolved(resolve.Options{}, x, y).Likely()
		if got := likely[first[0]] == likely[first[1]]; got != c.want {
			t.Errorf("%s: one %v, want %v", c.name, got, c.want)
		}
		back := resolved(resolve.Options{}, y, x).Likely()
		if !slices.Equal(slices.Sorted(maps.Values(likely)), slices.Sorted(maps.Values(back))) {
			t.Errorf("%s: the order of articles shows", c.name)
		}
	}
	x := tell("x", "2021-10-20")
	x.actor(graph.ArmedGroup, "Red Banner")
	one, other := x.member(x.actor(graph.Population, "a suspect")), x.member(x.actor(graph.Population, "another suspect"))
	y := tell("y", "2021-10-20")
	y.actor(graph.ArmedGroup, "Red Banner")
	y.actor(graph.Population, "the suspect")
	if likely := resolved(resolve.Options{}, x, y).Likely(); likely[one] == likely[other] {
		t.Error("two of one article are one")
	}
}

// TestProposed: what is likely one without being merged is for a person to
// judge, unless something speaks against it or a person has judged it.
func TestProposed(t *testing.T) {
	x, _ := blast{group: "Red Banner"}.tell("x")
	y, _ := blast{group: "Red Banner"}.tell("y")
	some, nine := x.actor(graph.Population, "the workers"), y.actor(graph.Population, "nine missing workers")
	y.actor(graph.Population, "railway workers of another town")
	proposed := func(judgements ...graph.Judgement) (out []string) {
		for _, j := range resolved(resolve.Options{Judgements: judgements}, x, y).Proposals {
			if j.By == "rule:telling" {
				out = append(out, j.A.ID, j.B.ID)
			}
		}
		return out
	}
	want := []string{some, nine}
	slices.Sort(want)
	if got := proposed(); !slices.Equal(got, want) {
		t.Errorf("%v is proposed, want %v", got, want)
	}
	no := graph.Judgement{A: some, B: nine, Verdict: graph.Different, By: "person:a"}
	no.Identify()
	if got := proposed(no); len(got) != 0 {
		t.Errorf("%v is proposed after a person judged it", got)
	}
}
