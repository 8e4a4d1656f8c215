package resolve

import "github.com/claimline/claimline/graph"

// KeptApart tells of two clusters of events whether a person said of events in
// them that they are not one.
func (r *Result) KeptApart(judgements []graph.Judgement) func(a, b string) bool {
	of := map[string]string{}
	for _, c := range r.Events {
		for _, m := range c.Members {
			of[m.ID] = c.ID
		}
	}
	said := map[[2]string]bool{}
	for _, j := range weigh(judgements).different {
		if a, b := of[j.A], of[j.B]; a != "" && b != "" {
			said[pairOf(a, b)] = true
		}
	}
	return func(a, b string) bool { return said[pairOf(a, b)] }
}
