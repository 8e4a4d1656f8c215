package compare

import (
	"slices"

	"github.com/claimline/claimline/graph"
)

// inSpan are the mentions that lie in a span, no name within another.
func inSpan(all []mention, span graph.Span) []mention {
	var out []mention
	end := -1
	for _, m := range all {
		switch {
		case !span.Contains(m.Span):
		case m.kind == graph.KindEvent:
			out = append(out, m)
		case m.bare:
			out = append(out, m) // a description may hold a name
		case m.Start >= end:
			out = append(out, m)
			end = m.End
		case m.End == end && slices.ContainsFunc(out, func(o mention) bool { return o.Span == m.Span && !o.bare }):
			out = append(out, m) // a state and its land are one name
		}
	}
	return out
}
