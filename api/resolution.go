package api

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
	"github.com/claimline/claimline/graph/resolve/layer"
)

// resolutionRoutes are the questions of what several articles share.
func (s *server) resolutionRoutes(h registrar) {
	get(h, base+"/resolution/candidates", "list-candidates", "Pairs that may be one, were made one or were not, with the reasons", s.candidates)
	get(h, base+"/resolution/judgements", "list-judgements", "What people judged and holds", s.judgements)
	post(h, base+"/resolution/judgements", "add-judgement", "Say that two are one or are not", s.judge, mayConflict)
	remove(h, base+"/resolution/judgements/{id}", "undo-judgement", "Take a judgement back", s.undo)
	get(h, base+"/audit", "list-audit", "Who judged what and who took it back, the latest first", s.audit)
	get(h, base+"/actors/{id}/similar", "get-similar-actors", "Why an actor is one with others, and why not", s.similar(graph.KindActor))
	get(h, base+"/places/{id}/similar", "get-similar-places", "Why a place is one with others, and why not", s.similar(graph.KindPlace))
	get(h, base+"/events/{id}/similar", "get-similar-events", "Why an event is one with others, and why not", s.similar(graph.KindEvent))
	get(h, base+"/conflicts", "list-conflicts", "Claims that cannot both be right, side by side", s.conflicts)
	get(h, base+"/claims/{id}/links", "list-claim-links", "How a claim stands to others", s.links)
	get(h, base+"/claims/{id}/corroboration", "get-corroboration", "Who else says so, counted by independent origins", s.corroboration)
	get(h, base+"/figures", "list-figures", "Figures of an event over time, by who gives them", s.figures)
	get(h, base+"/forecasts", "list-forecasts", "Warnings and predictions with what came of them", s.forecasts)
	get(h, base+"/quotations", "list-quotations", "One utterance as several texts put it", s.quotations)
}

// mayConflict documents that a judgement may contradict others.
func mayConflict(op *huma.Operation) {
	acceptQuestion(op)
	op.Errors = append(op.Errors, http.StatusConflict)
}

// A PairEnd is one of a pair; the article is given where the pair is about
// what that article means by it.
type PairEnd struct {
	ID      string     `json:"id"`
	Kind    graph.Kind `json:"kind"`
	Name    string     `json:"name"`
	Article string     `json:"article,omitempty"`
}

// A Pair is a judgement of two records with what it rests on.
type Pair struct {
	A        PairEnd           `json:"a"`
	B        PairEnd           `json:"b"`
	Verdict  graph.Verdict     `json:"verdict"`
	By       string            `json:"by" doc:"rule:… or person:…"`
	Score    float64           `json:"score"`
	Features []resolve.Feature `json:"features" doc:"Each reason with its weight; where times are restricted, without its words"`
}

func pairView(j resolve.Judged) Pair {
	end := func(m resolve.Member, name string) PairEnd { return PairEnd{m.ID, graph.KindOf(m.ID), name, m.Article} }
	return Pair{end(j.A, j.NameA), end(j.B, j.NameB), j.Verdict, j.By, j.Score, orEmpty(j.Features)}
}

// states are the kinds of finding by the name of the state of a pair.
var states = map[string]graph.FindingKind{"proposed": graph.FindingProposal, "merged": graph.FindingMerge, "refused": graph.FindingRefusal}

type candidatesInput struct {
	ScopeParams
	PageParams
	Kind  []string `query:"kind,explode" enum:"Actor,Place,Event" maxItems:"3"`
	State string   `query:"state" enum:"proposed,merged,refused" default:"proposed"`
}

func (s *server) candidates(ctx context.Context, in *candidatesInput) (*listOutput[Pair], error) {
	q := graph.FindingQuery{Kinds: []graph.FindingKind{states[cmp.Or(in.State, "proposed")]}, Types: in.Kind}
	return findings(ctx, s, in.ScopeParams, in.PageParams, q, func(found graph.Findings, scope graph.Scope) ([]Pair, error) {
		list, err := layer.Pairs(found, scope)
		out := make([]Pair, len(list))
		for i, j := range list {
			out[i] = pairView(j)
		}
		return out, err
	})
}

// findings answers with a page of findings, as view makes them.
func findings[T any](ctx context.Context, s *server, sp ScopeParams, pp PageParams, q graph.FindingQuery, view func(graph.Findings, graph.Scope) ([]T, error)) (*listOutput[T], error) {
	var err error
	if q.Scope, err = sp.scope(); err != nil {
		return nil, err
	}
	if q.Page, err = pp.page(); err != nil {
		return nil, err
	}
	found, err := s.graph.Findings(ctx, q)
	if err != nil {
		return nil, err
	}
	items, err := view(found, q.Scope)
	if err != nil {
		return nil, err
	}
	out, err := list(pp, graph.Answer{Next: found.Next, Total: found.Total}, func(*lens, string) (v T, ok bool) { return })
	if err == nil {
		out.Body.Items = items
	}
	return out, err
}

// A Judgement is what a person said of two records.
type Judgement struct {
	ID      string        `json:"id"`
	A       string        `json:"a"`
	B       string        `json:"b"`
	Article string        `json:"article,omitempty" doc:"Where it is set, a and b are one node, by which this article means another than the others do"`
	Verdict graph.Verdict `json:"verdict"`
	By      string        `json:"by"`
	Note    string        `json:"note,omitempty"`
	At      time.Time     `json:"at"`
}

func judgementView(j graph.Judgement) Judgement {
	return Judgement{j.ID, j.A, j.B, j.Article, j.Verdict, j.By, j.Note, j.At}
}

// Judgements are all that hold.
type Judgements struct {
	Items []Judgement `json:"items"`
}

func (s *server) judgements(ctx context.Context, _ *struct{}) (*bodyOutput[Judgements], error) {
	list, err := s.graph.Judgements(ctx)
	out := Judgements{Items: []Judgement{}}
	for _, j := range list {
		out.Items = append(out.Items, judgementView(j))
	}
	return &bodyOutput[Judgements]{out}, err
}

// A Change is what a judgement does, or would do, to clusters.
type Change struct {
	Judgements []Judgement     `json:"judgements"`
	DryRun     bool            `json:"dry_run"`
	Before     []layer.Cluster `json:"before"`
	After      []layer.Cluster `json:"after"`
}

// changed answers a judgement; what contradicts others names them.
func changed(c layer.Change, err error) (*bodyOutput[Change], error) {
	var against resolve.Conflict
	if errors.As(err, &against) {
		p := problem(http.StatusConflict, "conflict", against.Error(), "take back what it contradicts, if that is wrong")
		for _, j := range against.With {
			p.Errors = append(p.Errors, Detail{Location: "judgement", Message: j.ID})
		}
		return nil, p
	}
	if err != nil {
		return nil, err
	}
	out := Change{Judgements: []Judgement{}, DryRun: c.DryRun, Before: orEmpty(c.Before), After: orEmpty(c.After)}
	for _, j := range c.Judgements {
		out.Judgements = append(out.Judgements, judgementView(j))
	}
	return &bodyOutput[Change]{out}, nil
}

type judgeInput struct {
	DryRun bool `query:"dry_run" doc:"Tell what would change, and change nothing"`
	Body   struct {
		Action string `json:"action" enum:"merge,never_same,split" doc:"split takes a out of the cluster that it shares with b, or takes what one article means by a out of it"`
		A      string `json:"a" maxLength:"64"`
		B      string `json:"b,omitempty" maxLength:"64" doc:"Needed but where article is given"`
		// Article tells two of one name apart who share a node.
		Article string `json:"article,omitempty" maxLength:"64" doc:"For split, in place of b: the article that means another by a than the others do"`
		Note    string `json:"note,omitempty" maxLength:"2000"`
		By      string `json:"by,omitempty" maxLength:"200" doc:"Who judges; api where nobody is named"`
	}
}

func (s *server) judge(ctx context.Context, in *judgeInput) (*bodyOutput[Change], error) {
	r := layer.Resolver{Store: s.graph}
	w := layer.Word{A: in.Body.A, B: in.Body.B, Note: in.Body.Note, By: cmp.Or(in.Body.By, "api"), At: s.Now(), Verdict: graph.Different}
	switch in.Body.Action {
	case "split":
		w.Article = in.Body.Article
		return changed(r.Split(ctx, in.DryRun, w))
	case "merge":
		w.Verdict = graph.Same
	}
	return changed(r.Judge(ctx, in.DryRun, w))
}

type undoInput struct {
	ID     string `path:"id" maxLength:"64"`
	DryRun bool   `query:"dry_run" doc:"Tell what would change, and change nothing"`
	By     string `query:"by" maxLength:"200" doc:"Who takes it back; api where nobody is named"`
}

func (s *server) undo(ctx context.Context, in *undoInput) (*bodyOutput[Change], error) {
	r := layer.Resolver{Store: s.graph}
	return changed(r.Undo(ctx, in.DryRun, cmp.Or(in.By, "api"), s.Now(), in.ID))
}

// A Decision is an entry of the log of judgements.
type Decision struct {
	Seq       int64        `json:"seq"`
	At        time.Time    `json:"at"`
	By        string       `json:"by"`
	Action    graph.Action `json:"action" enum:"judge,undo"`
	Judgement Judgement    `json:"judgement"`
}

type auditInput struct {
	PageParams
}

func (s *server) audit(ctx context.Context, in *auditInput) (*listOutput[Decision], error) {
	page, err := in.page()
	if err != nil {
		return nil, err
	}
	log, next, err := s.graph.Decisions(ctx, page)
	if err != nil {
		return nil, err
	}
	total := graph.Total{Value: len(log), Exact: next == nil && in.Cursor == ""}
	if len(log) > 0 && in.Cursor == "" {
		total = graph.Total{Value: int(log[0].Seq), Exact: true} // nothing is ever taken out of the log
	}
	out, err := list(in.PageParams, graph.Answer{Next: next, Total: total}, func(*lens, string) (v Decision, ok bool) { return })
	if err != nil {
		return nil, err
	}
	for _, d := range log {
		out.Body.Items = append(out.Body.Items, Decision{d.Seq, d.At, d.By, d.Action, judgementView(d.Judgement)})
	}
	return out, nil
}

// Similar is what a node is one with, might be, and is not.
type Similar struct {
	Clusters []layer.Cluster `json:"clusters" doc:"More than one where two articles mean two by the node"`
	Merged   []Pair          `json:"merged"`
	Proposed []Pair          `json:"proposed"`
	Refused  []Pair          `json:"refused"`
	Reasons  []string        `json:"truncated_reasons" doc:"Which of the three holds more than is shown"`
}

// A ClusterRef is one thing in the world that a node is taken for, as /similar
// tells at length. Its id is that of the least of its nodes.
type ClusterRef struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Nodes    int    `json:"nodes"`
	Articles int    `json:"articles"`
}

// clusters names what a node is taken for. A merge takes no id away: each node
// goes on to answer for itself.
func (s *server) clusters(ctx context.Context, in *idInput) ([]ClusterRef, error) {
	out := []ClusterRef{}
	scope, err := in.scope()
	if err != nil {
		return out, err
	}
	list, err := layer.Clusters(ctx, s.graph, scope, in.ID)
	if errors.Is(err, graph.ErrNotFound) {
		return out, nil // the layer is not there yet
	}
	for _, c := range list {
		out = append(out, ClusterRef{c.ID, c.Name, len(c.Nodes), c.Articles})
	}
	return out, err
}

// similar answers for nodes of one kind.
func (s *server) similar(kind graph.Kind) handler[idInput, bodyOutput[Similar]] {
	return func(ctx context.Context, in *idInput) (*bodyOutput[Similar], error) {
		if err := isA(in.ID, kind); err != nil {
			return nil, err
		}
		return s.lookAlikes(ctx, in)
	}
}

func (s *server) lookAlikes(ctx context.Context, in *idInput) (*bodyOutput[Similar], error) {
	scope, err := in.scope()
	if err != nil {
		return nil, err
	}
	out := Similar{Reasons: []string{}}
	if out.Clusters, err = layer.Clusters(ctx, s.graph, scope, in.ID); err != nil {
		return nil, err
	}
	about, err := layer.Widen(ctx, s.graph, scope, in.ID)
	if err != nil {
		return nil, err
	}
	for _, part := range []struct {
		state string
		to    *[]Pair
	}{{"merged", &out.Merged}, {"proposed", &out.Proposed}, {"refused", &out.Refused}} {
		state, to := part.state, part.to
		found, err := s.graph.Findings(ctx, graph.FindingQuery{Scope: scope, Kinds: []graph.FindingKind{states[state]}, About: about, Page: graph.Page{Limit: graph.MaxLimit}})
		if err != nil {
			return nil, err
		}
		list, err := layer.Pairs(found, scope)
		if err != nil {
			return nil, err
		}
		if found.Next != nil {
			out.Reasons = append(out.Reasons, state)
		}
		*to = []Pair{}
		for _, j := range list {
			*to = append(*to, pairView(j))
		}
	}
	return &bodyOutput[Similar]{out}, nil
}
