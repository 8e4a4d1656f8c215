package resolve_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
)

func judge(a, b string, v graph.Verdict) graph.Judgement {
	j := graph.Judgement{A: a, B: b, Verdict: v, By: "person:eva"}
	j.Identify()
	return j
}

// TestPeople: a person's word stands above every rule's, and taken back leaves
// nothing behind.
func TestPeople(t *testing.T) {
	x, y := tell("x", "2020-01-01"), tell("y", "2020-01-01")
	is, isk := x.actor(graph.ArmedGroup, "Islamic State"), y.actor(graph.ArmedGroup, "ISIS-K")
	ana, maria := x.actor(graph.Person, "Ana Silva"), y.actor(graph.Person, "Ana Maria Silva")
	first := x.event("ASSAULT", "", "attack", on("2020-01-01"))
	second := y.event("x-disaster", "", "flood", on("2019-01-01"))

	r := resolved(resolve.Options{}, x, y)
	expect(t, r, x.member(is), y.member(isk), graph.Different)
	expect(t, r, x.member(ana), y.member(maria), graph.Same)

	r = resolved(resolve.Options{Judgements: []graph.Judgement{
		judge(is, isk, graph.Same), judge(ana, maria, graph.Different), judge(first, second, graph.Same),
	}}, x, y)
	expect(t, r, x.member(is), y.member(isk), graph.Same)
	expect(t, r, x.member(ana), y.member(maria), graph.Different)
	expect(t, r, x.member(first), y.member(second), graph.Same)
	if j := r.Explain(x.member(is), y.member(isk)); j.By != "person:eva" {
		t.Errorf("the person is not named: %s", j)
	}
	if len(r.Conflicts) > 0 {
		t.Errorf("conflicts: %v", r.Conflicts)
	}
}

// TestConflict: what contradicts what people said before is refused, with both
// named, and does nothing.
func TestConflict(t *testing.T) {
	var held []graph.Judgement
	a, b, c := graph.NewID(graph.KindActor, "a"), graph.NewID(graph.KindActor, "b"), graph.NewID(graph.KindActor, "c")
	for _, step := range []struct {
		j  graph.Judgement
		ok bool
	}{
		{judge(a, b, graph.Same), true},
		{judge(a, c, graph.Different), true},
		{judge(b, c, graph.Same), false},      // would make a and c one
		{judge(b, a, graph.Different), false}, // they are one
		{judge(b, c, graph.Different), true},
	} {
		err := resolve.Check(held, step.j)
		if (err == nil) != step.ok {
			t.Fatalf("%v: %v", step.j, err)
		}
		var conflict resolve.Conflict
		if err != nil && (!errors.As(err, &conflict) || !strings.Contains(err.Error(), held[0].ID) && !strings.Contains(err.Error(), held[1].ID)) {
			t.Errorf("the other side is not named: %v", err)
		}
		if err == nil {
			held = append(held, step.j)
		}
	}
	// Should such judgements get in all the same, the negative one holds.
	x := tell("x", "")
	one, two := x.actor(graph.Person, "Ana Silva"), x.actor(graph.Person, "Bo Lind")
	r := resolved(resolve.Options{Judgements: []graph.Judgement{judge(one, two, graph.Same), judge(one, two, graph.Different)}}, x)
	expect(t, r, x.member(one), x.member(two), graph.Different)
	if len(r.Conflicts) != 1 {
		t.Errorf("conflicts: %v", r.Conflicts)
	}
}
