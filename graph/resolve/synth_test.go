package resolve_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
)

// A planted world: stories that one to four articles tell, with people who
// share names, cities that see many events, and one power in every tenth
// article. Truth says which records are one.
type planted struct {
	tellings []*telling
	truth    map[resolve.Member]string
}

var (
	givens   = strings.Fields("Anna Bela Carla Dora Erik Filip Gustav Hanna Ivan Jakob Karin Lars Maria Nils Olga Petra Rosa Stefan Tomas Vera")
	middles  = strings.Fields("Alma Bruno Clara David Elsa Frida")
	surnames = strings.Fields("Almeida Berger Castillo Dumont Eriksen Fontana Garcia Hoffman Ibanez Jansen Kowalski Lindqvist Moreau Novak Olsen Petrov Quintero Rossi Santos Takeda Ulrich Vargas Weber Yilmaz Zeman")
	cities   = strings.Fields("Altona Brenta Corvo Delmar Estana Farona Galway Harlan Isfara Jelova Kestrel Lumina Mirova Norden Ostova Pinega")
	codes    = strings.Fields("AR BR CL DE EG FR GR HU")
	sorts    = [][3]string{{"ASSAULT", "explosives", "bombing"}, {"ASSAULT", "firearms", "shooting"}, {"x-disaster", "flood", "flood"}, {"PROTEST", "demo", "protest"}, {"x-justice", "charge", "charged"}}
)

// A soul is somebody of the planted world, with a country and an employer that
// articles give or leave out.
type soul struct {
	id, name, full, country, employer string
}

func plant(articles int) *planted {
	rng := rand.New(rand.NewPCG(1, 2))
	pick := func(list []string) string { return list[rng.IntN(len(list))] }
	w := &planted{truth: map[resolve.Member]string{}}
	for story := 0; len(w.tellings) < articles; story++ {
		when := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rng.IntN(1000))
		var souls []soul
		for range 1 + rng.IntN(3) {
			given, surname := pick(givens), pick(surnames)
			souls = append(souls, soul{id: fmt.Sprint("soul ", story, len(souls)), name: given + " " + surname, full: given + " " + pick(middles) + " " + surname,
				country: pick(codes), employer: fmt.Sprintf("%s Works %d", pick(surnames), rng.IntN(500))})
		}
		sort, city, code := sorts[rng.IntN(len(sorts))], pick(cities), pick(codes)
		killed := 1 + rng.IntN(200)
		for range 1 + rng.IntN(4) {
			x := tell(fmt.Sprint("article ", len(w.tellings)), when.AddDate(0, 0, 1+rng.IntN(3)).Format("2006-01-02"))
			parts := []string{"at=" + x.place(graph.City, city, code)}
			for i, s := range souls {
				name := s.name
				if rng.IntN(4) == 0 {
					name = s.full
				}
				var set []func(*graph.Actor)
				if rng.IntN(10) < 7 {
					set = append(set, country(s.country))
				}
				id := x.actor(graph.Person, name, set...)
				if rng.IntN(10) < 7 {
					x.rel(graph.EmployedBy, id, x.actor(graph.Organization, s.employer), "")
				}
				w.truth[x.member(id)] = s.id
				if i == 0 && rng.IntN(2) == 0 {
					parts = append(parts, "victim="+id)
				}
			}
			if len(w.tellings)%10 == 0 {
				power := x.actor(graph.Organization, "The Great Power")
				w.truth[x.member(power)] = "power"
				parts = append(parts, "agent="+power)
			}
			date := when.Format("2006-01-02")
			if rng.IntN(5) == 0 {
				date = date[:7]
			}
			e := x.event(sort[0], sort[1], sort[2], on(date), parts...)
			x.figure(e, "killed", graph.AtLeast, float64(killed-rng.IntN(1+killed/10)))
			w.truth[x.member(e)] = fmt.Sprint("event ", story)
			w.tellings = append(w.tellings, x)
		}
	}
	return w
}

// pairwise is the precision and recall over pairs of records of one kind that
// are in one cluster.
func (w *planted) pairwise(r *resolve.Result, kind graph.Kind) prf {
	both, ours, theirs := map[[2]string]int{}, map[string]int{}, map[string]int{}
	for m, truth := range w.truth {
		if graph.KindOf(m.ID) != kind {
			continue
		}
		c := r.Cluster(m)
		both[[2]string{c, truth}]++
		ours[c]++
		theirs[truth]++
	}
	two := func(n int) float64 { return float64(n) * float64(n-1) / 2 }
	hit, got, want := 0.0, 0.0, 0.0
	for _, n := range both {
		hit += two(n)
	}
	for _, n := range ours {
		got += two(n)
	}
	for _, n := range theirs {
		want += two(n)
	}
	return prf{share(hit, got), share(hit, want)}
}

// TestPlanted: in a world where names collide, what is joined is right and
// most of what should be is.
func TestPlanted(t *testing.T) {
	w := plant(1500)
	begun := time.Now()
	r := resolved(resolve.Options{}, w.tellings...)
	t.Logf("%d articles in %v", len(w.tellings), time.Since(begun))
	for _, kind := range []graph.Kind{graph.KindActor, graph.KindEvent} {
		s := w.pairwise(r, kind)
		t.Logf("%s: precision %.3f, recall %.3f", kind, s.p, s.r)
		if s.p < 0.98 || s.r < 0.90 {
			t.Errorf("%s: precision %.3f, recall %.3f; want 0.98 and 0.90", kind, s.p, s.r)
		}
	}
}
