package api

import (
	"context"

	"github.com/claimline/claimline/graph"
)

type actorsInput struct {
	ScopeParams
	PageParams
	Kind    []string `query:"kind,explode" enum:"person,organization,public_body,armed_group,media_outlet,unnamed_source,state,population" maxItems:"8"`
	Name    string   `query:"name" maxLength:"200" doc:"How the name begins"`
	Article string   `query:"article" doc:"Only actors that this article mentions"`
}

func (s *server) actors(ctx context.Context, in *actorsInput) (*listOutput[Actor], error) {
	if err := ofKind("article", in.Article, graph.KindArticle); err != nil {
		return nil, err
	}
	q := graph.ActorQuery{Name: in.Name, Article: in.Article}
	for _, k := range in.Kind {
		q.Kinds = append(q.Kinds, graph.ActorKind(k))
	}
	return listOf(ctx, in.ScopeParams, in.PageParams, &q.Scope, &q.Page, func(ctx context.Context) (graph.Answer, error) { return s.graph.Actors(ctx, q) }, actorView)
}

// A Mention is where an article names a node.
type Mention struct {
	Article  Ref        `json:"article"`
	Evidence []Evidence `json:"evidence"`
}

func (l *lens) mentions(id string) []Mention {
	out := []Mention{}
	for _, r := range l.to(id, graph.Mentions) {
		out = append(out, Mention{l.ref(r.From), l.evidence(r.Article, r.Evidence)})
	}
	return out
}

// A Relation is what joins an actor to another node, with the words for it.
type Relation struct {
	Type     graph.RelType   `json:"type"`
	Out      bool            `json:"out" doc:"From this node to the other"`
	Other    Ref             `json:"other"`
	Time     *graph.Interval `json:"time,omitempty"`
	Evidence []Evidence      `json:"evidence"`
}

// An Involvement is the part of an actor in an event.
type Involvement struct {
	Role    string          `json:"role"`
	Event   Ref             `json:"event"`
	Time    *graph.Interval `json:"time"`
	ClaimID string          `json:"claim_id,omitempty" doc:"The claim by which it is only alleged"`
}

// ActorPage is an actor with what is around it.
type ActorPage struct {
	Actor
	Relations []Relation    `json:"relations"`
	Events    []Involvement `json:"events"`
	Said      []Ref         `json:"said" doc:"Claims that it is a source of"`
	SaidAbout []Ref         `json:"said_about"`
	Mentions  []Mention     `json:"mentions"`
	Clusters  []ClusterRef  `json:"clusters" doc:"What it is one with, by size: more than one where two articles mean two by it; see similar"`
	Truncated []string      `json:"truncated_reasons"`
}

func (s *server) actor(ctx context.Context, in *idInput) (*bodyOutput[ActorPage], error) {
	l, answer, err := s.node(ctx, in, graph.KindActor)
	if err != nil {
		return nil, err
	}
	v, _ := actorView(l, in.ID)
	p := ActorPage{Actor: v, Relations: []Relation{}, Events: []Involvement{}, Said: []Ref{}, SaidAbout: []Ref{},
		Mentions: l.mentions(in.ID), Truncated: orEmpty(answer.Truncated)}
	if p.Clusters, err = s.clusters(ctx, in); err != nil {
		return nil, err
	}
	for _, t := range graph.Standing {
		for _, r := range l.from(in.ID, t) {
			p.Relations = append(p.Relations, Relation{t, true, l.ref(r.To), r.Time, l.evidence(r.Article, r.Evidence)})
		}
		for _, r := range l.to(in.ID, t) {
			p.Relations = append(p.Relations, Relation{t, false, l.ref(r.From), r.Time, l.evidence(r.Article, r.Evidence)})
		}
	}
	for _, r := range l.to(in.ID, graph.Participant) {
		inv := Involvement{Role: r.Role, Event: l.ref(r.From), ClaimID: r.Claim}
		if e := l.events[r.From]; e != nil {
			inv.Time = e.Time
		}
		p.Events = append(p.Events, inv)
	}
	for _, r := range l.to(in.ID, graph.AttributedTo) {
		p.Said = append(p.Said, l.ref(r.From))
	}
	for _, r := range l.to(in.ID, graph.AboutRel) {
		p.SaidAbout = append(p.SaidAbout, l.ref(r.From))
	}
	return &bodyOutput[ActorPage]{p}, nil
}

// PlacePage is a place with what happened there.
type PlacePage struct {
	Place
	Within    []Ref        `json:"within"`
	Events    []Ref        `json:"events"`
	Mentions  []Mention    `json:"mentions"`
	Clusters  []ClusterRef `json:"clusters" doc:"What it is one with, by size: more than one where two articles mean two by it; see similar"`
	Truncated []string     `json:"truncated_reasons"`
}

func (s *server) place(ctx context.Context, in *idInput) (*bodyOutput[PlacePage], error) {
	l, answer, err := s.node(ctx, in, graph.KindPlace)
	if err != nil {
		return nil, err
	}
	v, _ := placeView(l, in.ID)
	p := PlacePage{Place: v, Within: []Ref{}, Events: []Ref{}, Mentions: l.mentions(in.ID), Truncated: orEmpty(answer.Truncated)}
	if p.Clusters, err = s.clusters(ctx, in); err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, r := range l.from(in.ID, graph.Within) {
		if !seen[r.To] { // every article that names both says so once
			seen[r.To] = true
			p.Within = append(p.Within, l.ref(r.To))
		}
	}
	for _, r := range l.to(in.ID, graph.At) {
		p.Events = append(p.Events, l.ref(r.From))
	}
	return &bodyOutput[PlacePage]{p}, nil
}
