package api

import (
	"sort"

	"github.com/claimline/claimline/graph"
)

// A lens looks at the graph of an answer by id and by end of relationship.
type lens struct {
	g        *graph.Subgraph
	articles map[string]*graph.Article
	actors   map[string]*graph.Actor
	places   map[string]*graph.Place
	events   map[string]*graph.Event
	claims   map[string]*graph.Claim
	out      map[string][]*graph.Relationship
	in       map[string][]*graph.Relationship
	texts    map[string]*offsets
}

func newLens(g *graph.Subgraph) *lens {
	l := &lens{
		g: g, articles: byID(g.Articles), actors: byID(g.Actors), places: byID(g.Places), events: byID(g.Events), claims: byID(g.Claims),
		out: map[string][]*graph.Relationship{}, in: map[string][]*graph.Relationship{}, texts: map[string]*offsets{},
	}
	for i := range g.Relationships {
		r := &g.Relationships[i]
		l.out[r.From] = append(l.out[r.From], r)
		l.in[r.To] = append(l.in[r.To], r)
	}
	return l
}

func byID[R graph.Record](records []R) map[string]*R {
	m := make(map[string]*R, len(records))
	for i := range records {
		m[records[i].RecordID()] = &records[i]
	}
	return m
}

// from and to return the relationships of one type that leave or reach a node,
// by hop and id.
func (l *lens) from(id string, t graph.RelType) []*graph.Relationship { return pick(l.out[id], t) }
func (l *lens) to(id string, t graph.RelType) []*graph.Relationship   { return pick(l.in[id], t) }

func pick(rels []*graph.Relationship, t graph.RelType) []*graph.Relationship {
	var out []*graph.Relationship
	for _, r := range rels {
		if r.Type == t {
			out = append(out, r)
		}
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].Hop != out[j].Hop {
			return out[i].Hop < out[j].Hop
		}
		return out[i].ID < out[j].ID
	})
	return out
}

// evidence translates the evidence of one article.
func (l *lens) evidence(article string, evidence []graph.Evidence) []Evidence {
	out := []Evidence{}
	o := l.offsets(article)
	if o == nil {
		return out
	}
	for _, e := range evidence {
		if v, ok := o.evidence(article, e); ok {
			out = append(out, v)
		}
	}
	return out
}

// offsets are those of an article's text, nil where the answer lacks it.
func (l *lens) offsets(article string) *offsets {
	a := l.articles[article]
	if a != nil && l.texts[article] == nil {
		l.texts[article] = newOffsets(a.Text)
	}
	return l.texts[article]
}

// A Ref names a node.
type Ref struct {
	ID    string     `json:"id"`
	Kind  graph.Kind `json:"kind"`
	Type  string     `json:"type,omitempty" doc:"Kind of actor or place, or type of event"`
	Label string     `json:"label"`
}

// ref names a node of any kind; one that the answer does not hold keeps its id.
func (l *lens) ref(id string) Ref {
	r := Ref{ID: id, Kind: graph.KindOf(id)}
	switch {
	case l.actors[id] != nil:
		r.Type, r.Label = string(l.actors[id].Kind), l.actors[id].Name
	case l.places[id] != nil:
		r.Type, r.Label = string(l.places[id].Kind), l.places[id].Name
	case l.events[id] != nil:
		r.Type, r.Label = l.events[id].Type, l.events[id].Label
	case l.claims[id] != nil:
		r.Type, r.Label = l.claims[id].Act, l.claims[id].Text
	case l.articles[id] != nil:
		r.Type, r.Label = "", articleLabel(*l.articles[id])
	}
	return r
}

func articleLabel(a graph.Article) string {
	if a.Title != "" {
		return a.Title
	}
	return head(a.Text) + "…"
}
