package claim

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// alleged marks perpetrators that only an attribution names: who claims an
// attack becomes a claimed perpetrator, who is accused of it or said to have
// done it an alleged one. The article asserts neither.
func (r *reader) alleged() {
	for i := range r.d.Attributions {
		a := &r.d.Attributions[i]
		if len(a.Hops) == 0 && !a.Unattributed {
			continue
		}
		for _, e := range a.Events {
			event := &r.d.Events[e]
			if event.Type != "ASSAULT" && event.Type != "x-crime" {
				continue
			}
			r.allege(i, a, event)
		}
	}
}

func (r *reader) allege(i int, a *doc.Attribution, e *doc.Event) {
	switch a.Act {
	case "claim_responsibility":
		if m := innermost(a).mention; m != doc.None {
			r.addRole(i, e, "perpetrator_claimed", m)
		}
		return
	case "blame", "accuse", "attribute":
		if m := r.accused(a, e); m != doc.None {
			r.addRole(i, e, "perpetrator_alleged", m)
		}
	}
	if !a.Content.Contains(e.Trigger) {
		return
	}
	for k := range e.Args {
		arg := &e.Args[k]
		if arg.Role == "attacker" && a.Content.Contains(r.d.Mentions[arg.Mention].Span) && !r.sameSource(source{mention: arg.Mention}, innermost(a)) && r.d.Mentions[arg.Mention].Type == doc.Name {
			arg.Role = "perpetrator_alleged"
			e.Alleged = i
		}
	}
}

// accused is who the words of the claim put beside the event: the first actor
// in the content before its trigger that is not the source.
func (r *reader) accused(a *doc.Attribution, e *doc.Event) int {
	for m := range r.d.Mentions {
		mention := &r.d.Mentions[m]
		if !a.Contains(mention.Span) || mention.Start >= e.Trigger.Start && a.Act != "attribute" || !r.actor(m) || mention.Class == doc.LOC {
			continue
		}
		if r.sameSource(source{mention: m}, innermost(a)) || argued(e, m) {
			continue
		}
		return m
	}
	return doc.None
}

func argued(e *doc.Event, m int) bool {
	return slices.ContainsFunc(e.Args, func(arg doc.Argument) bool { return arg.Mention == m })
}

func (r *reader) addRole(i int, e *doc.Event, role string, m int) {
	for k := range e.Args {
		if r.sameSource(source{mention: e.Args[k].Mention}, source{mention: m}) {
			e.Args[k].Role, e.Alleged = role, i
			return
		}
	}
	e.Args = append(e.Args, doc.Argument{Role: role, Mention: m})
	e.Alleged = i
}
