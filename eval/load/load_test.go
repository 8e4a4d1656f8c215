//go:build unix

// Package load measures how long questions take over a store of many made-up
// articles, asked as a front end asks them: through the HTTP handler, one
// after the other, on one core. What goes in is the number of articles, what
// comes out are the milliseconds that half and 95 of a hundred answers took,
// for each question beside its limit.
package load

import (
	"cmp"
	"flag"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/claimline/claimline/api"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/neo4j"
	"github.com/claimline/claimline/graph/sqlite"
	"github.com/claimline/claimline/internal/neo4jtest"
)

// Without flags it is small and its limits are generous: a question that reads
// all there is shows, a busy machine does not.
var (
	articles = flag.Int("articles", 300, "how many articles the store holds")
	requests = flag.Int("requests", 8, "how often each kind of question is asked")
	only     = flag.String("only", "", "ask only the questions whose names hold this")
	slack    = flag.Float64("slack", 5, "what the limits are multiplied by")
	file     = flag.String("file", "", "where the SQLite database is kept, and taken from if it is there")
	server   = flag.Bool("neo4j", false, "ask Neo4j too, which may take three times as long")
	kept     = flag.String("at", "", "ask the Neo4j at bolt://user:password@host:port, filled if it is empty and left as it is then; implies -neo4j")
)

func TestLoad(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) {
		s, err := sqlite.Open(t.Context(), cmp.Or(*file, filepath.Join(t.TempDir(), "graph.db")))
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		measure(t, s, *slack, processor)
	})
	if !*server && *kept == "" {
		return
	}
	t.Run("neo4j", func(t *testing.T) {
		s, err := neo4j.Open(t.Context(), neo4jOptions(t))
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		measure(t, s, *slack*3, wall)
	})
}

// neo4jOptions are those of the server that a flag names, or of an empty one.
func neo4jOptions(t *testing.T) neo4j.Options {
	if *kept == "" {
		at := neo4jtest.Start(t)
		return neo4j.Options{URI: at.URI, User: at.User, Password: at.Password}
	}
	u, err := url.Parse(*kept)
	if err != nil {
		t.Fatal(err)
	}
	password, _ := u.User.Password()
	return neo4j.Options{URI: u.Scheme + "://" + u.Host, User: u.User.Username(), Password: password}
}

// A clock tells how much time was spent so far. The time of the processor is
// that of the wall for a store within this process that reads from memory, but
// for what others on the machine take.
type clock func() time.Duration

var began = time.Now()

func wall() time.Duration { return time.Since(began) }

func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func measure(t *testing.T, s graph.Store, slack float64, by clock) {
	w := newWorld()
	fill(t, s, w)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	h := api.New(api.Options{Store: s})
	t.Logf("%s, %d articles, %d requests of each kind", strings.Fields(s.Name())[0], *articles, *requests)
	t.Logf("%-28s %8s %8s %8s %8s  %s", "milliseconds", "p50", "p95", "p95 wall", "limit", "slowest")
	for _, q := range questions(w, *articles) {
		if strings.Contains(q.name, *only) {
			q.ask(t, h, slack, by)
		}
	}
}

func fill(t *testing.T, s graph.Store, w *world) {
	t.Helper()
	if there, err := s.Stats(t.Context(), graph.Scope{Collections: []string{graph.AnyCollection}}); err != nil || there.Articles > 0 {
		if err != nil || there.Articles != *articles {
			t.Fatalf("the store holds %d articles, want none or %d: %v", there.Articles, *articles, err)
		}
		return
	}
	var wg sync.WaitGroup
	next := make(chan int)
	for range 16 {
		wg.Go(func() {
			for i := range next {
				if err := s.Put(t.Context(), w.article(i), graphtest.Ingested(i%365).Add(time.Duration(i)*time.Second)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for i := range *articles {
		next <- i
	}
	close(next)
	wg.Wait()
}

// A question is one kind of request; target makes up the next.
type question struct {
	name   string
	limit  time.Duration
	target func(*rand.Rand) string
}

func (q question) ask(t *testing.T, h http.Handler, slack float64, by clock) {
	r := rand.New(rand.NewPCG(5, 6))
	type took struct {
		time, wall time.Duration
		target     string
	}
	var all []took
	for i := range *requests + 1 {
		target := "/api/v1" + q.target(r)
		request := httptest.NewRequest(http.MethodGet, target, nil)
		answer := httptest.NewRecorder()
		from, fromWall := by(), wall()
		h.ServeHTTP(answer, request)
		one := took{by() - from, wall() - fromWall, target}
		if answer.Code != http.StatusOK {
			t.Fatalf("%s: %d %s", target, answer.Code, answer.Body)
		}
		if i > 0 { // the first warms up
			all = append(all, one)
		}
	}
	slices.SortFunc(all, func(a, b took) int { return int(a.time - b.time) })
	p50, p95 := all[len(all)/2], all[(len(all)*95-1)/100]
	slices.SortFunc(all, func(a, b took) int { return int(a.wall - b.wall) })
	p95wall := all[(len(all)*95-1)/100].wall
	limit := time.Duration(float64(q.limit) * slack)
	t.Logf("%-28s %8s %8s %8s %8s  %s", q.name, ms(p50.time), ms(p95.time), ms(p95wall), ms(limit), p95.target)
	if p95.time > limit {
		t.Errorf("%s takes %s ms, more than %s: %s", q.name, ms(p95.time), ms(limit), p95.target)
	}
}

func ms(d time.Duration) string { return fmt.Sprintf("%.1f", float64(d.Microseconds())/1000) }

const (
	quick = 50 * time.Millisecond
	paths = 100 * time.Millisecond
)

// questions are those that have limits, in their plain and their hard forms.
func questions(w *world, articles int) []question {
	// An actor of an article is in the more of them, the likelier it is.
	person := func(r *rand.Rand) graph.Actor {
		i := r.IntN(articles)
		if i%5 == 4 {
			i-- // it is of another collection
		}
		actors := w.article(i).Actors
		return actors[r.IntN(len(actors))]
	}
	hub := graph.Actor{Collection: graph.DefaultCollection, Kind: graph.State, Name: w.hub}
	hub.Identify()
	country := graph.Place{Collection: graph.DefaultCollection, Kind: graph.Country, Name: w.country}
	country.Identify()
	with := func(path string, pairs ...string) string {
		v := url.Values{}
		for i := 0; i < len(pairs); i += 2 {
			v.Add(pairs[i], pairs[i+1])
		}
		return path + "?" + v.Encode()
	}
	month := func(r *rand.Rand) []string {
		from := graphtest.Day(2015+r.IntN(10), time.Month(1+r.IntN(12)), 1)
		return []string{"from", from.Format(time.DateOnly), "to", from.AddDate(0, 1, -1).Format(time.DateOnly)}
	}
	search := func(text func(*rand.Rand) string, more ...string) func(*rand.Rand) string {
		return func(r *rand.Rand) string { return with("/search", append([]string{"q", text(r)}, more...)...) }
	}
	word := func(r *rand.Rand) string { return often(r, w.words) }
	name := func(r *rand.Rand) string { return person(r).Name }
	every := func(text ...string) func(*rand.Rand) string {
		return func(r *rand.Rand) string { return text[r.IntN(len(text))] }
	}
	beginning := func(r *rand.Rand) string {
		n := strings.ToLower(person(r).Name)
		return n[:1+r.IntN(min(6, len(n)-1))]
	}
	timeline := func(more ...string) func(*rand.Rand) string {
		return func(*rand.Rand) string { return with("/timeline", more...) }
	}
	return []question{
		{"search, a word", quick, search(word)},
		{"search, a name", quick, search(name)},
		{"search, in every article", quick, search(every("said", "united states", "people", "the"))},
		{"search, all collections", quick, search(every("said", "united states", "ministry"), "collection", "*")},
		{"search, articles only", quick, search(every("said", "people", "the"), "kind", "article")},
		{"search, in a year", quick, search(word, "published_from", "2019", "published_to", "2019")},
		{"search, in a year, common", quick, search(every("said", "people"), "published_from", "2019", "published_to", "2019")},
		{"type-ahead", quick, func(r *rand.Rand) string { return with("/suggest", "q", beginning(r)) }},
		{"type-ahead, one letter", quick, func(r *rand.Rand) string { return with("/suggest", "q", string(rune('a'+r.IntN(26)))) }},
		{"type-ahead, all collections", quick, func(r *rand.Rand) string { return with("/suggest", "q", beginning(r), "collection", "*") }},
		{"neighbors", quick, func(r *rand.Rand) string { return "/graph/neighbors/" + person(r).ID }},
		{"neighbors, in all articles", quick, func(*rand.Rand) string { return "/graph/neighbors/" + hub.ID }},
		{"neighbors, hub, in a year", quick, func(*rand.Rand) string {
			return with("/graph/neighbors/"+hub.ID, "published_from", "2019", "published_to", "2019")
		}},
		{"timeline", quick, timeline()},
		{"timeline, a month", quick, func(r *rand.Rand) string { return with("/timeline", month(r)...) }},
		{"timeline, all collections", quick, timeline("collection", "*")},
		{"timeline, published in a year", quick, timeline("published_from", "2019", "published_to", "2019")},
		{"timeline, an actor", quick, func(r *rand.Rand) string { return with("/timeline", "actor", person(r).ID) }},
		{"timeline, hub", quick, timeline("actor", hub.ID)},
		{"timeline, a type", quick, timeline("type", "PROTEST")},
		{"timeline, said", quick, timeline("clock", "said")},
		{"timeline, said by hub", quick, timeline("clock", "said", "actor", hub.ID)},
		{"timeline, published", quick, timeline("clock", "published")},
		{"timeline, ingested", quick, timeline("clock", "ingested")},
		{"timeline, buckets", quick, every("/timeline/buckets")},
		{"paths, two people", paths, func(r *rand.Rand) string {
			from, to := person(r), person(r)
			for from.ID == to.ID {
				to = person(r)
			}
			return with("/graph/paths", "from", from.ID, "to", to.ID)
		}},
		{"paths, to the country", paths, func(r *rand.Rand) string {
			return with("/graph/paths", "from", person(r).ID, "to", country.ID)
		}},
		{"paths, hub to country", paths, every(with("/graph/paths", "from", hub.ID, "to", country.ID))},
	}
}
