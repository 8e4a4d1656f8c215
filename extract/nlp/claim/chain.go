package claim

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

func (r *reader) sameSource(a, b source) bool {
	if a.mention == doc.None || b.mention == doc.None {
		return false
	}
	if a.mention == b.mention {
		return true
	}
	ca, cb := r.d.Mentions[a.mention].Chain, r.d.Mentions[b.mention].Chain
	return ca != doc.None && ca == cb
}

// hops is the chain of saying i, outermost first.
func (r *reader) hops(i int) []doc.Hop {
	s := &r.sayings[i]
	var out []doc.Hop
	const deepest = 4
	if p := s.parent; p != doc.None && len(r.parents(i)) <= deepest {
		out = r.hops(p)
	}
	told := s.told
	if len(told) == 0 && len(out) == 0 {
		told = r.earlierOutlet(i)
	}
	act := "publish"
	if s.quoting {
		act = "quote"
	}
	for _, t := range told {
		out = r.push(out, t, doc.Hop{Act: act, Told: true, Medium: "interview"}, s)
	}
	if s.parent != doc.None && s.ownerless && len(out) > 0 {
		return out // a paper of nobody within somebody's words is no source of its own
	}
	if s.source.token == doc.None && s.source.mention == doc.None {
		return append(out, doc.Hop{Source: doc.None, Span: s.cues, Act: s.act, Cue: s.cues, Time: s.time, Factuality: graph.Uncommitted})
	}
	return r.push(out, s.source, doc.Hop{Act: s.act, Cue: s.cues, Medium: s.medium}, s)
}

// earlierOutlet is whom a source without a name told before: "the officials also
// said" goes on with what they told the paper.
func (r *reader) earlierOutlet(i int) []source {
	s := &r.sayings[i]
	if s.source.mention == doc.None {
		return nil
	}
	ch := r.d.Mentions[s.source.mention].Chain
	if ch == doc.None || r.d.Chains[ch].Named || r.d.Chains[ch].Actor != graph.UnnamedSource {
		return nil
	}
	for k := i - 1; k >= 0; k-- {
		if o := &r.sayings[k]; len(o.told) > 0 && r.sameSource(o.source, s.source) {
			return o.told
		}
	}
	return nil
}

func (r *reader) parents(i int) []int {
	var out []int
	for p := r.sayings[i].parent; p != doc.None && !slices.Contains(out, p); p = r.sayings[p].parent {
		out = append(out, p)
	}
	return out
}

// push adds a hop, unless the same source is there already: then what it says
// here replaces what it said there.
func (r *reader) push(hops []doc.Hop, from source, h doc.Hop, s *saying) []doc.Hop {
	h.Source, h.Span, h.Time = from.mention, from.span, s.time
	if strings.TrimSpace(h.Span.Of(r.d.Text)) == "" && from.mention != doc.None {
		h.Span = r.d.Mentions[from.mention].Span
	}
	h.Factuality = graph.Uncommitted
	for k := range hops {
		if r.sameSource(source{mention: hops[k].Source}, from) {
			if !h.Told {
				hops = append(hops[:k:k], hops[k+1:]...)
				return append(hops, h)
			}
			return hops
		}
	}
	return append(hops, h)
}
