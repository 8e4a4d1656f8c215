package claim

import "github.com/claimline/claimline/extract/nlp/doc"

// topics is the event that the article is about, for a claim that names no event: what
// people say in a report of an accident they say of the accident. It is empty where the
// article has none, or tells of it only after the claim.
func (r *reader) topics(s *saying) []int {
	if !r.topical {
		r.topic, r.topical = r.findTopic(), true
	}
	if r.topic == doc.None || r.tree.Token(r.d.Events[r.topic].Token).Sent > s.sent {
		return nil
	}
	return []int{r.topic}
}

// findTopic is the event told most often, where those of the headline and the first
// sentence count for more. Speech is no topic, nor is what is told of in general.
func (r *reader) findTopic() int {
	const early = 3 // mentions that the beginning is worth
	told := map[int]int{}
	best := doc.None
	lead := r.lead()
	for e := range r.d.Events {
		event := &r.d.Events[e]
		if event.Type == "x-media" || event.Generic || event.Negated {
			continue
		}
		first := event.Same
		if r.d.Events[first].Type == "x-media" {
			continue
		}
		if told[first]++; r.tree.Token(event.Token).Sent <= lead {
			told[first] += early
		}
	}
	for e := range r.d.Events {
		if n := told[e]; n > 0 && (best == doc.None || n > told[best]) {
			best = e
		}
	}
	return best
}

// lead is the first sentence of the running text.
func (r *reader) lead() int {
	for s := range r.d.Sentences {
		if r.prose(s) {
			return s
		}
	}
	return 0
}
