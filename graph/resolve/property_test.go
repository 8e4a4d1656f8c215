package resolve_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
)

var (
	drawnPeople = []string{"Ana Silva", "Ana Maria Silva", "A. Silva|Silva", "John Carter", "Mohamed Bouazizi", "Muhammad Bouazizi"}
	drawnGroups = []string{"Islamic State|IS", "ISIS-K", "Daesh", "ISIS|ISIS-K", "Taliban", "Pakistani Taliban"}
	drawnCities = []string{"Kunduz", "Kabul", "Herat"}
	drawnKinds  = [][2]string{{"ASSAULT", "explosives"}, {"ASSAULT", "firearms"}, {"x-life", "die"}, {"x-media", "statement"}}
)

// drawTelling makes an article out of few names, so that much collides.
func drawTelling(t *rapid.T, n int) *telling {
	date := rapid.SampledFrom([]string{"", "2021-10-08", "2021-10-09", "2022-03-01"}).Draw(t, "published")
	x := tell(fmt.Sprint("article ", n), date)
	var actors []string
	for range rapid.IntRange(0, 3).Draw(t, "people") {
		code := rapid.SampledFrom([]string{"", "GB", "US"}).Draw(t, "country")
		actors = append(actors, x.actor(graph.Person, rapid.SampledFrom(drawnPeople).Draw(t, "person"), country(code)))
	}
	for range rapid.IntRange(0, 2).Draw(t, "groups") {
		actors = append(actors, x.actor(graph.ArmedGroup, rapid.SampledFrom(drawnGroups).Draw(t, "group")))
	}
	actors = append(actors, x.actor(graph.Population, rapid.SampledFrom([]string{"the gunmen", "four gunmen", "a gunman"}).Draw(t, "some")))
	for range rapid.IntRange(0, 3).Draw(t, "events") {
		kind := rapid.SampledFrom(drawnKinds).Draw(t, "kind")
		var when *graph.Interval
		if d := rapid.SampledFrom([]string{"", "2021", "2021-10", "2021-10-08", "2021-10-07"}).Draw(t, "date"); d != "" {
			when = on(d)
		}
		x.event(kind[0], kind[1], rapid.SampledFrom([]string{"attack", "bombing", "said"}).Draw(t, "trigger"), when,
			"at="+x.place(graph.City, rapid.SampledFrom(drawnCities).Draw(t, "city"), "AF"),
			rapid.SampledFrom([]string{"attacker=", "killed="}).Draw(t, "role")+rapid.SampledFrom(actors).Draw(t, "actor"))
	}
	x.Normalize()
	return x
}

// drawWorld makes some articles and what people say of their records.
func drawWorld(t *rapid.T) ([]*telling, []graph.Judgement) {
	var world []*telling
	var ids []string
	for n := range rapid.IntRange(1, 6).Draw(t, "articles") {
		x := drawTelling(t, n)
		world = append(world, x)
		for _, a := range x.Actors {
			ids = append(ids, a.ID)
		}
		for _, e := range x.Events {
			ids = append(ids, e.ID)
		}
	}
	var said []graph.Judgement
	for range rapid.IntRange(0, 3).Draw(t, "judgements") {
		a, b := rapid.SampledFrom(ids).Draw(t, "a"), rapid.SampledFrom(ids).Draw(t, "b")
		if a != b && graph.KindOf(a) == graph.KindOf(b) {
			said = append(said, judge(a, b, rapid.SampledFrom([]graph.Verdict{graph.Same, graph.Different}).Draw(t, "verdict")))
		}
	}
	return world, said
}

func printed(t interface{ Fatal(...any) }, r *resolve.Result) string {
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestOrder: order and repetition of articles and of judgements do not show.
func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		world, said := drawWorld(t)
		want := printed(t, resolved(resolve.Options{Judgements: said}, world...))
		again := rapid.Permutation(append(world, world[0])).Draw(t, "order")
		if len(said) > 0 {
			said = rapid.Permutation(append(said, said[0])).Draw(t, "said")
		}
		if got := printed(t, resolved(resolve.Options{Judgements: said}, again...)); got != want {
			t.Fatalf("another order gives\n%s\nrather than\n%s", got, want)
		}
	})
}

// TestKept: what must hold of any result. Every record is in one cluster; no
// cluster holds two that a rule or a person keeps apart, nor, but by a
// person's word, two events of one article; whoever said they are one finds
// them one, unless it is among the conflicts.
func TestKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		world, said := drawWorld(t)
		r := resolved(resolve.Options{Judgements: said}, world...)
		members := map[resolve.Member]int{}
		ids := map[string]bool{}
		for _, list := range [][]resolve.Cluster{r.Actors, r.Places, r.Events} {
			for _, c := range list {
				if ids[c.ID] {
					t.Fatalf("two clusters are called %s", c.ID)
				}
				ids[c.ID] = true
				articles := map[string]bool{}
				for _, m := range c.Members {
					members[m]++
					if articles[m.Article] && c.Kind == graph.KindEvent && len(said) == 0 {
						t.Fatalf("%s holds two events of one article", c.ID)
					}
					articles[m.Article] = true
					if r.Cluster(m) != c.ID {
						t.Fatalf("%v does not find its cluster", m)
					}
				}
			}
		}
		for _, x := range world {
			for _, a := range x.Actors {
				if members[x.member(a.ID)] != 1 {
					t.Fatalf("%s is in %d clusters", a.Name, members[x.member(a.ID)])
				}
			}
		}
		for _, j := range r.Refusals {
			if j.A.Article != "" && r.Cluster(j.A) == r.Cluster(j.B) && len(said) == 0 {
				t.Fatalf("joined all the same: %s", j)
			}
		}
		holds(t, r, world, said)
	})
}

// holds checks the judgements of people against the clusters.
func holds(t *rapid.T, r *resolve.Result, world []*telling, said []graph.Judgement) {
	refused := map[string]bool{}
	for _, c := range r.Conflicts {
		refused[c.Judgement.ID] = true
	}
	clusters := func(id string) map[string]bool {
		out := map[string]bool{}
		for _, x := range world {
			for _, rec := range x.Records() {
				if rec.RecordID() == id {
					out[r.Cluster(x.member(id))] = true
				}
			}
		}
		return out
	}
	for _, j := range said {
		a, b := clusters(j.A), clusters(j.B)
		for c := range a {
			if j.Verdict == graph.Same && !refused[j.ID] && !b[c] {
				t.Fatalf("%s and %s are not one", j.A, j.B)
			}
			if j.Verdict == graph.Different && b[c] {
				t.Fatalf("%s and %s are one", j.A, j.B)
			}
		}
	}
}
