package neo4j

import (
	"fmt"
	"strings"

	"github.com/claimline/claimline/graph"
)

// layout is the version of the properties below. A reading that was stored in
// another layout is written anew when its article is put again.
const layout = 1

// properties are those of a node or relationship: the canonical form, the
// index entry, and the fields that people read. What is empty is left out.
type properties map[string]any

// set adds the value where it is not the zero value of its type.
func set[V comparable](p properties, name string, value V) {
	var zero V
	if value != zero {
		p[name] = value
	}
}

func setList[S ~string](p properties, name string, list []S) {
	if len(list) == 0 {
		return
	}
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	p[name] = out
}

func setNumber(p properties, name string, value *float64) {
	if value != nil {
		p[name] = *value
	}
}

func setInterval(p properties, i *graph.Interval) {
	if i == nil {
		return
	}
	set(p, "edtf", i.EDTF)
	set(p, "earliest", graph.Timestamp(i.Earliest))
	set(p, "latest", graph.Timestamp(i.Latest))
}

// propertiesOf makes the properties of a record. Article is the one that owns
// it; it is not used for actors, places and judgements.
func propertiesOf(r graph.Record, article graph.Article) (properties, error) {
	canonical, err := graph.Canonical(r)
	if err != nil {
		return nil, err
	}
	p := properties{"id": r.RecordID(), "json": string(canonical)}
	p.index(r, article)
	switch r := r.(type) {
	case graph.Article:
		p.article(r)
	case graph.Actor:
		p.actor(r)
	case graph.Place:
		p.place(r)
	case graph.Event:
		p.event(r)
	case graph.Claim:
		p.claim(r)
	case graph.Relationship:
		p.relationship(r)
	case graph.Judgement:
		p.judgement(r)
	default:
		return nil, fmt.Errorf("neo4j: no properties for a %s", r.RecordKind())
	}
	return p, nil
}

// index adds the columns that statements filter and order by.
func (p properties) index(r graph.Record, article graph.Article) {
	e := graph.EntryOf(r, article)
	set(p, "sort", bytewise(e.Sort))
	set(p, "nameKey", e.Name)
	set(p, "terms", e.Terms)
	set(p, "earliest", e.Earliest)
	set(p, "latest", e.Latest)
	switch r.RecordKind() {
	case graph.KindActor:
		p["key"] = prefix(bytewise(e.Sort))
	case graph.KindArticle, graph.KindEvent, graph.KindClaim:
		if e.Earliest != "" || e.Latest != "" {
			p["clock"] = orUndated(e.Earliest) + " " + orUndated(e.Latest)
		}
	}
}

// prefix cuts a name to what an index can hold. Prefixes order as the names do,
// as far as they differ.
func prefix(name string) string {
	const most = 200
	n := 0
	for i := range name {
		if n == most {
			return name[:i]
		}
		n++
	}
	return name
}

// orUndated sorts an open end after every date.
func orUndated(s string) string {
	if s == "" {
		return "~"
	}
	return s
}

// The text of an article is not repeated; it is part of json. An article is its
// own, as statements see it.
func (p properties) article(a graph.Article) {
	p["collection"], p["article"] = a.Collection, a.ID
	set(p, "title", a.Title)
	set(p, "url", a.URL)
	set(p, "publisher", a.Publisher)
	set(p, "author", a.Author)
	set(p, "language", a.Language)
	set(p, "republishedFrom", a.RepublishedFrom)
	setInterval(p, a.Published)
}

func (p properties) actor(a graph.Actor) {
	p["collection"] = a.Collection
	set(p, "kind", string(a.Kind))
	set(p, "name", a.Name)
	set(p, "context", a.Context)
	setList(p, "aliases", a.Aliases)
	set(p, "country", a.Country)
	set(p, "sector", a.Sector)
}

func (p properties) place(l graph.Place) {
	p["collection"] = l.Collection
	set(p, "kind", string(l.Kind))
	set(p, "name", l.Name)
	set(p, "context", l.Context)
	setList(p, "aliases", l.Aliases)
	set(p, "country", l.Country)
	setNumber(p, "lat", l.Lat)
	setNumber(p, "lon", l.Lon)
}

func (p properties) event(e graph.Event) {
	p["collection"], p["article"] = e.Collection, e.Article
	set(p, "name", e.Label)
	set(p, "type", e.Type)
	setList(p, "modes", e.Modes)
	setList(p, "contexts", e.Contexts)
	set(p, "realis", string(e.Realis))
	set(p, "negated", e.Negated)
	set(p, "generic", e.Generic)
	setInterval(p, e.Time)
	p.evidence(e.Evidence)
}

func (p properties) claim(c graph.Claim) {
	p["collection"], p["article"] = c.Collection, c.Article
	set(p, "act", c.Act)
	set(p, "class", c.Class)
	set(p, "text", c.Text)
	set(p, "content", c.Content)
	set(p, "cue", c.Cue)
	set(p, "unattributed", c.Unattributed)
	set(p, "negated", c.Negated)
	set(p, "factuality", string(c.Factuality))
	setList(p, "hedges", c.Hedges)
	setInterval(p, c.Said)
	p.quantity(c.Quantity)
	p.evidence(c.Evidence)
}

func (p properties) quantity(q *graph.Quantity) {
	if q == nil {
		return
	}
	p["metric"], p["comparator"], p["value"] = q.Metric, string(q.Comparator), q.Value
	setNumber(p, "low", q.Low)
	setNumber(p, "high", q.High)
	set(p, "unit", q.Unit)
	set(p, "words", q.Words)
	set(p, "provisional", q.Provisional)
}

func (p properties) relationship(r graph.Relationship) {
	p["collection"], p["article"] = r.Collection, r.Article
	set(p, "derived", r.Derived)
	set(p, "hop", r.Hop)
	set(p, "act", r.Act)
	set(p, "cue", r.Cue)
	set(p, "medium", r.Medium)
	set(p, "factuality", string(r.Factuality))
	set(p, "told", r.Told)
	set(p, "role", r.Role)
	set(p, "claim", r.Claim)
	setInterval(p, r.Time)
	p.evidence(r.Evidence)
}

// evidence adds the quotes and, at the same places of their lists, the bytes
// of the article's text where they begin and end, and the rules that fired.
func (p properties) evidence(evidence []graph.Evidence) {
	if len(evidence) == 0 {
		return
	}
	n := len(evidence)
	quotes, rules, starts, ends := make([]string, n), make([]string, n), make([]int, n), make([]int, n)
	for i, e := range evidence {
		quotes[i], rules[i], starts[i], ends[i] = e.Quote, e.Rule, e.Start, e.End
	}
	p["quotes"], p["rules"], p["starts"], p["ends"] = quotes, rules, starts, ends
}

func (p properties) judgement(j graph.Judgement) {
	p["a"], p["b"], p["verdict"], p["by"] = j.A, j.B, string(j.Verdict), j.By
	set(p, "note", j.Note)
	set(p, "at", graph.Timestamp(j.At))
}

// contribute adds to a MENTIONS what its article says of the actor or place,
// and the words by which that is found.
func (p properties) contribute(to graph.Record) error {
	canonical, err := graph.Canonical(to)
	if err != nil {
		return err
	}
	p["contribution"] = string(canonical)
	p["words"] = strings.Fields(graph.EntryOf(to, graph.Article{}).Terms)
	return nil
}
