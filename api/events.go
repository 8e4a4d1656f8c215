package api

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

type eventsInput struct {
	ScopeParams
	PageParams
	Type    []string `query:"type,explode" doc:"PLOVER type or x- extension" maxItems:"30"`
	Realis  []string `query:"realis,explode" enum:"occurred,ongoing,future,planned,foiled,hypothetical,denied,historical" maxItems:"8"`
	Article string   `query:"article"`
	Actor   string   `query:"actor" doc:"A participant"`
	Place   string   `query:"place"`
	From    string   `query:"from" doc:"Events that may have happened on this date or later; leaves undated ones out"`
	To      string   `query:"to" doc:"Events that may have happened on this date or before"`
}

func (s *server) events(ctx context.Context, in *eventsInput) (*listOutput[Event], error) {
	if err := errors.Join(ofKind("article", in.Article, graph.KindArticle), ofKind("actor", in.Actor, graph.KindActor), ofKind("place", in.Place, graph.KindPlace)); err != nil {
		return nil, err
	}
	q := graph.EventQuery{Types: in.Type, Article: in.Article, Actor: in.Actor, Place: in.Place}
	for _, r := range in.Realis {
		q.Realis = append(q.Realis, graph.Realis(r))
	}
	var err error
	if q.Happened, err = window("from", in.From, "to", in.To); err != nil {
		return nil, err
	}
	return listOf(ctx, in.ScopeParams, in.PageParams, &q.Scope, &q.Page, func(ctx context.Context) (graph.Answer, error) { return s.graph.Events(ctx, q) }, eventView)
}

// EventPage is an event with all that is claimed of it.
type EventPage struct {
	Event
	Article   Ref          `json:"article"`
	Claims    []Claim      `json:"claims"`
	Parts     []Ref        `json:"parts"`
	Clusters  []ClusterRef `json:"clusters" doc:"What it is one with, by size: more than one where two articles mean two by it; see similar"`
	Truncated []string     `json:"truncated_reasons"`
}

func (s *server) event(ctx context.Context, in *idInput) (*bodyOutput[EventPage], error) {
	l, answer, err := s.node(ctx, in, graph.KindEvent)
	if err != nil {
		return nil, err
	}
	v, _ := eventView(l, in.ID)
	p := EventPage{Event: v, Article: l.ref(v.ArticleID), Claims: []Claim{}, Parts: []Ref{}, Truncated: orEmpty(answer.Truncated)}
	for _, r := range l.to(in.ID, graph.PartOf) {
		p.Parts = append(p.Parts, l.ref(r.From))
	}
	if p.Clusters, err = s.clusters(ctx, in); err != nil {
		return nil, err
	}
	// The answer for the event ends at its claims; their chains lie beyond.
	if p.Claims, err = s.claimsAbout(ctx, in); err != nil {
		return nil, err
	}
	if len(p.Claims) == graph.MaxLimit {
		p.Truncated = append(p.Truncated, "claims")
	}
	return &bodyOutput[EventPage]{p}, nil
}

func (s *server) claimsAbout(ctx context.Context, in *idInput) ([]Claim, error) {
	scope, err := in.scope()
	if err != nil {
		return nil, err
	}
	answer, err := s.graph.Claims(ctx, graph.ClaimQuery{Scope: scope, About: in.ID, Page: graph.Page{Limit: graph.MaxLimit}})
	if err != nil {
		return nil, err
	}
	l, out := newLens(&answer.Graph), []Claim{}
	for _, id := range answer.Order {
		if c, ok := claimView(l, id); ok {
			out = append(out, c)
		}
	}
	return out, nil
}

type timelineInput struct {
	ScopeParams
	PageParams
	Clock string   `query:"clock" enum:"happened,said,published,ingested" default:"happened" doc:"ingested: articles by when they came in"`
	Lane  string   `query:"lane" enum:"actor,source,type,place" doc:"Say of each item in which lanes it lies"`
	From  string   `query:"from" doc:"What may lie on this date or later"`
	To    string   `query:"to" doc:"What may lie on this date or before"`
	Actor string   `query:"actor" doc:"Participant of the event or source of the claim"`
	Place string   `query:"place"`
	Type  []string `query:"type,explode" maxItems:"30"`
}

// A Lane is a row of a timeline. Where it stands for a node, ID is the node's.
type Lane struct {
	ID    string `json:"id,omitempty"`
	Label string `json:"label"`
}

// A TimelineItem is an event, a claim or an article, by the clock asked for.
type TimelineItem struct {
	Clock   graph.Clock     `json:"clock"`
	Time    *graph.Interval `json:"time" doc:"By the clock"`
	Label   string          `json:"label"`
	Lanes   []Lane          `json:"lanes,omitempty" doc:"Where a lane is asked for. Actor: who takes part, or says so. Source: the publisher of what is reported, or who says so. Place: where it happened, or what place it is about. Empty for what has none"`
	Event   *Event          `json:"event,omitempty"`
	Claim   *Claim          `json:"claim,omitempty"`
	Article *Article        `json:"article,omitempty"`
}

func (s *server) timeline(ctx context.Context, in *timelineInput) (*listOutput[TimelineItem], error) {
	if err := errors.Join(ofKind("actor", in.Actor, graph.KindActor), ofKind("place", in.Place, graph.KindPlace)); err != nil {
		return nil, err
	}
	q := graph.TimelineQuery{Clock: graph.Clock(in.Clock), Actor: in.Actor, Place: in.Place, Types: in.Type}
	var err error
	if q.Window, err = window("from", in.From, "to", in.To); err != nil {
		return nil, err
	}
	var ingested map[string]time.Time
	view := func(l *lens, id string) (TimelineItem, bool) {
		item := TimelineItem{Clock: q.Clock, Lanes: l.lanes(id, in.Lane)}
		if e, ok := eventView(l, id); ok {
			item.Event, item.Time, item.Label = &e, e.Time, e.Label
		} else if c, ok := claimView(l, id); ok {
			item.Claim, item.Time, item.Label = &c, c.Said, c.Statement
		} else if a, ok := articleView(l, id); ok {
			item.Article, item.Time, item.Label = &a, a.Published, a.Title
			if at, ok := ingested[id]; ok {
				item.Time = second(at)
			}
		} else {
			return item, false
		}
		return item, true
	}
	return listOf(ctx, in.ScopeParams, in.PageParams, &q.Scope, &q.Page, func(ctx context.Context) (graph.Answer, error) {
		a, err := s.graph.Timeline(ctx, q)
		ingested = a.Ingested
		return a, err
	}, view)
}

// second is the interval that the clock of ingestion tells.
func second(at time.Time) *graph.Interval {
	i, err := graph.ParseEDTF(graph.Timestamp(at))
	if err != nil {
		return nil // only for years that EDTF cannot write
	}
	return &i
}

// lanes says where on a timeline by actor, source, type or place a node lies.
// The chain of a claim is part of the answer for it; for events the answer ends
// at their claims, so that their source is the publisher.
func (l *lens) lanes(id, by string) []Lane {
	var out []Lane
	add := func(kind graph.Kind, rels []*graph.Relationship) {
		for _, r := range rels {
			if lane := (Lane{r.To, l.ref(r.To).Label}); graph.KindOf(r.To) == kind && !slices.Contains(out, lane) {
				out = append(out, lane)
			}
		}
	}
	switch by {
	case "actor":
		add(graph.KindActor, l.from(id, graph.Participant))
		add(graph.KindActor, l.from(id, graph.AttributedTo))
	case "source":
		add(graph.KindActor, l.from(id, graph.AttributedTo))
		if publisher := l.publisher(id); len(out) == 0 && publisher != "" {
			out = []Lane{{Label: publisher}}
		}
	case "place":
		add(graph.KindPlace, l.from(id, graph.At))
		add(graph.KindPlace, l.from(id, graph.AboutRel))
	case "type":
		ref := l.ref(id)
		out = []Lane{{Label: cmp.Or(ref.Type, strings.ToLower(string(ref.Kind)))}}
	}
	return out
}

// publisher is who published the article that a node is, or stands in.
func (l *lens) publisher(id string) string {
	switch {
	case l.events[id] != nil:
		id = l.events[id].Article
	case l.claims[id] != nil:
		id = l.claims[id].Article
	}
	if a := l.articles[id]; a != nil {
		return a.Publisher
	}
	return ""
}
