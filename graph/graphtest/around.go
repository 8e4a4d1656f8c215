package graphtest

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
)

var aroundScenarios = []scenario{
	{"node", "a node of any kind is answered with its relationships, the nodes at their other ends and the articles that hold the evidence", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		for _, id := range []string{w.Front, w.Kelm, w.Explosion, w.FrontAccused, w.Inquiry.Articles[0].ID} {
			sameAround(t, s, referenceOf(t, w.Articles()...), graph.Scope{}, id)
		}
		a, err := s.Node(t.Context(), graph.Scope{}, w.Front)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Graph.Articles) != 3 || len(a.Graph.Relationships) != 10 || len(a.Graph.Claims) != 2 || len(a.Graph.Events) != 2 {
			t.Errorf("the front stands in %d articles, %d relationships, %d claims, %d events; want 3, 10, 2, 2",
				len(a.Graph.Articles), len(a.Graph.Relationships), len(a.Graph.Claims), len(a.Graph.Events))
		}
	}},
	{"unknown", "what is not a node of the scope is not found", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		for _, id := range []string{"", "no such id", "act_00000000000000000000000000000000", w.Blast.Relationships[0].ID, w.ArchiveFront, w.Front + "'", "\x00"} {
			if _, err := s.Node(t.Context(), graph.Scope{}, id); !errors.Is(err, graph.ErrNotFound) {
				t.Errorf("node %q: %v, want ErrNotFound", id, err)
			}
			if _, err := s.Neighbors(t.Context(), graph.NeighborQuery{ID: id}); !errors.Is(err, graph.ErrNotFound) {
				t.Errorf("neighbors of %q: %v, want ErrNotFound", id, err)
			}
			if _, err := s.Contribution(t.Context(), graph.Scope{}, id); !errors.Is(err, graph.ErrNotFound) {
				t.Errorf("contribution %q: %v, want ErrNotFound", id, err)
			}
		}
	}},
	{"groups", "neighbors are counted by type and direction, in that order", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		n, err := s.Neighbors(t.Context(), graph.NeighborQuery{ID: w.Front})
		if err != nil {
			t.Fatal(err)
		}
		want := []graph.Group{
			{Type: graph.AboutRel, Out: false, Count: 2, Shown: 2},
			{Type: graph.AttributedTo, Out: false, Count: 1, Shown: 1},
			{Type: graph.Leads, Out: false, Count: 1, Shown: 1},
			{Type: graph.Mentions, Out: false, Count: 3, Shown: 3},
			{Type: graph.OffshootOf, Out: true, Count: 1, Shown: 1},
			{Type: graph.Participant, Out: false, Count: 2, Shown: 2},
		}
		if !slices.Equal(n.Groups, want) || n.Truncated {
			t.Errorf("groups %+v, truncated %v; want %+v", n.Groups, n.Truncated, want)
		}
	}},
	{"neighbor filters", "types restrict the groups; PerType cuts each group and says so", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		m := referenceOf(t, w.Articles()...)
		for _, q := range []graph.NeighborQuery{
			{ID: w.Front, PerType: 1},
			{ID: w.Front, PerType: 2, Types: []graph.RelType{graph.Mentions, graph.Leads}},
			{ID: w.Front, Types: []graph.RelType{"NO_SUCH_TYPE"}},
			{ID: w.Kelm, Types: []graph.RelType{graph.Within}},
			{ID: w.Norland, Types: []graph.RelType{graph.Within}},
			{ID: w.Inquiry.Articles[0].ID, PerType: 3},
			{ID: w.Front, PerType: graph.NodeFanout},
		} {
			got, err := s.Neighbors(t.Context(), q)
			want, wantErr := m.Neighbors(t.Context(), q)
			if sameError(t, fmt.Sprintf("%+v", q), err, wantErr) {
				sameNeighborhood(t, got, want)
			}
		}
	}},
	{"hub", "a node with more relationships than NodeFanout shows the first by id, and says of how many", func(t *testing.T, s graph.Store) {
		crowd, hub := crowd(graph.NodeFanout + 7)
		put(t, s, crowd)
		m := referenceOf(t, crowd)
		sameAround(t, s, m, graph.Scope{}, hub)
		sameAround(t, s, m, graph.Scope{}, crowd.Articles[0].ID)
		a, err := s.Node(t.Context(), graph.Scope{}, hub)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Truncated) != 1 || !strings.Contains(a.Truncated[0], string(graph.Participant)) ||
			!strings.Contains(a.Truncated[0], strconv.Itoa(graph.NodeFanout)) || !strings.Contains(a.Truncated[0], strconv.Itoa(graph.NodeFanout+7)) {
			t.Errorf("truncated %q, want one reason with the type and how many of how many", a.Truncated)
		}
		check(t, s, m, []ask{{"events with a shared participant", events(graph.EventQuery{Actor: hub}), nil}})
	}},
	{"evidence beyond the mentions", "the article that holds a relationship is shown even when its mention of the node is among those cut off", func(t *testing.T, s graph.Store) {
		loud, cut := repetitive(graph.NodeFanout + 20)
		quiet := quietMention(loud, cut)
		put(t, s, loud, quiet)
		echo := loud.Actors[0].ID
		sameAround(t, s, referenceOf(t, loud, quiet), graph.Scope{}, echo)
		a, err := s.Node(t.Context(), graph.Scope{}, echo)
		if err != nil || len(a.Graph.Articles) != 2 {
			t.Errorf("%d articles, %v; want both", len(a.Graph.Articles), err)
		}
	}},
}

// repetitive is an article that mentions one actor n times over, and the
// smallest id that a mention must have to be cut off.
func repetitive(n int) (*graph.Subgraph, string) {
	b := NewBuilder(graph.Article{Text: "Echo, Echo, Echo.", Title: "Echo"})
	echo := b.Actor(graph.Actor{Kind: graph.Organization, Name: "Echo"}, "Echo")
	for i := range n {
		b.Join(graph.Relationship{Type: graph.Mentions, From: b.article().ID, To: echo, Role: strconv.Itoa(i)}, graph.RoleMention, "Echo")
	}
	sub := b.Subgraph()
	return sub, sub.Relationships[graph.NodeFanout].ID
}

// quietMention is an article that says something of the actor of another, and
// whose mention comes after the id cut.
func quietMention(other *graph.Subgraph, cut string) *graph.Subgraph {
	for i := 0; ; i++ {
		b := NewBuilder(graph.Article{Text: "Echo belongs to Nymph.", Title: fmt.Sprint("Quiet ", i)})
		nymph := b.Actor(graph.Actor{Kind: graph.Organization, Name: "Nymph"}, "Nymph")
		echo := b.Actor(other.Actors[0], "Echo")
		b.Join(graph.Relationship{Type: graph.MemberOf, From: echo, To: nymph}, graph.RoleMention, "Echo belongs to Nymph")
		isCut := func(r graph.Relationship) bool { return r.Type == graph.Mentions && r.To == echo && r.ID > cut }
		if sub := b.Subgraph(); slices.ContainsFunc(sub.Relationships, isCut) {
			return sub
		}
	}
}

// crowd is an article that tells of n events with one participant, whose id it
// returns too.
func crowd(n int) (*graph.Subgraph, string) {
	var text strings.Builder
	text.WriteString("Hub took part in all of these:")
	for i := range n {
		fmt.Fprintf(&text, " meeting%d.", i)
	}
	b := NewBuilder(graph.Article{Text: text.String(), Title: "Crowd"})
	hub := b.Actor(graph.Actor{Kind: graph.Organization, Name: "Hub"}, "Hub")
	for i := range n {
		trigger := fmt.Sprintf("meeting%d.", i)
		event := b.Event(graph.Event{Label: trigger, Type: "CONSULT", Realis: graph.Occurred}, trigger)
		b.Join(graph.Relationship{Type: graph.Participant, From: event, To: hub, Role: "actor"}, graph.RoleArgument, "Hub")
	}
	return b.Subgraph(), hub
}
