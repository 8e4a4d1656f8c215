package resolve_test

import (
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
)

// A telling puts the records of one made-up article together.
type telling struct{ graph.Subgraph }

// tell begins an article; date may be empty.
func tell(title, date string) *telling {
	a := graph.Article{Title: title, Text: title}
	if date != "" {
		a.Published = on(date)
	}
	a.Identify()
	t := &telling{}
	t.Add(a)
	return t
}

// on is a day, month or year.
func on(date string) *graph.Interval {
	layout := "2006-01-02"[:len(date)]
	start, err := time.Parse(layout, date)
	if err != nil {
		panic(err)
	}
	i := &graph.Interval{EDTF: date, Earliest: start}
	switch len(date) {
	case 4:
		i.Latest, i.Precision = start.AddDate(1, 0, 0), graph.PrecisionYear
	case 7:
		i.Latest, i.Precision = start.AddDate(0, 1, 0), graph.PrecisionMonth
	default:
		i.Latest, i.Precision = start.AddDate(0, 0, 1), graph.PrecisionDay
	}
	return i
}

func (t *telling) article() graph.Article { return t.Articles[0] }

func (t *telling) member(id string) resolve.Member {
	return resolve.Member{Article: t.article().ID, ID: id}
}

// actor adds an actor; aliases are divided by bars, and one that begins with a
// small letter is a description of this article's.
func (t *telling) actor(kind graph.ActorKind, name string, set ...func(*graph.Actor)) string {
	first, rest, _ := strings.Cut(name, "|")
	a := graph.Actor{Collection: "default", Kind: kind, Name: first}
	if rest != "" {
		a.Aliases = strings.Split(rest, "|")
	}
	if c := first[0]; c >= 'a' && c <= 'z' {
		a.Context = t.article().ID
	}
	for _, f := range set {
		f(&a)
	}
	a.Identify()
	t.Add(a)
	return a.ID
}

func country(code string) func(*graph.Actor) { return func(a *graph.Actor) { a.Country = code } }

func (t *telling) place(kind graph.PlaceKind, name, code string) string {
	p := graph.Place{Collection: "default", Kind: kind, Name: name, Country: code}
	if kind != graph.Country {
		p.Context = code
	}
	p.Identify()
	t.Add(p)
	return p.ID
}

func (t *telling) rel(kind graph.RelType, from, to, role string) {
	r := graph.Relationship{Collection: "default", Article: t.article().ID, Type: kind, From: from, To: to, Role: role}
	r.Identify()
	t.Add(r)
}

// event adds an event with a trigger, by roles "role=id", "at=id" and figures
// "metric=words".
func (t *telling) event(kind, mode, trigger string, when *graph.Interval, parts ...string) string {
	start := len(t.Events) * 100
	e := graph.Event{Collection: "default", Article: t.article().ID, Type: kind, Label: trigger, Realis: graph.Occurred, Time: when,
		Evidence: []graph.Evidence{{Span: graph.Span{Start: start, End: start + len(trigger)}, Quote: trigger, Role: graph.RoleTrigger}}}
	if mode != "" {
		e.Modes = []string{mode}
	}
	if when == nil {
		e.Realis = graph.Occurred
	}
	e.Identify()
	t.Add(e)
	for _, p := range parts {
		role, id, _ := strings.Cut(p, "=")
		if role == "at" {
			t.rel(graph.At, e.ID, id, "")
		} else {
			t.rel(graph.Participant, e.ID, id, role)
		}
	}
	return e.ID
}

// figure adds a claim about an event that counts something.
func (t *telling) figure(event, metric string, c graph.Comparator, n float64) {
	q := graph.NewQuantity(metric, c, n, "person", "so many")
	cl := graph.Claim{Collection: "default", Article: t.article().ID, Act: "assert", Text: event, Quantity: &q,
		Evidence: []graph.Evidence{{Span: graph.Span{Start: len(t.Claims), End: len(t.Claims) + 1}, Role: graph.RoleClaim}}}
	cl.Identify("")
	t.Add(cl)
	t.rel(graph.AboutRel, cl.ID, event, "")
}

func resolved(o resolve.Options, tellings ...*telling) *resolve.Result {
	var subs []*graph.Subgraph
	for _, t := range tellings {
		subs = append(subs, &t.Subgraph)
	}
	return resolve.Resolve(subs, o)
}

// verdict says how two members came out.
func verdict(r *resolve.Result, a, b resolve.Member) graph.Verdict {
	if r.Cluster(a) == r.Cluster(b) {
		return graph.Same
	}
	if r.Explain(a, b).Verdict == graph.Unsure {
		return graph.Unsure
	}
	return graph.Different
}

func expect(t *testing.T, r *resolve.Result, a, b resolve.Member, want graph.Verdict) {
	t.Helper()
	if got := verdict(r, a, b); got != want {
		t.Errorf("%s, want %s: %s", got, want, r.Explain(a, b))
	}
}
