package resolve

import (
	"maps"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/ontology"
)

// A happening is an event as one article tells it, made ready to compare.
type happening struct {
	event   graph.Event
	reading *reading
	class   string // coarse class of the type
	lemmas  map[string]bool
	labeled map[string]string // cluster of who is named in the label → name
	people  map[string]bool   // clusters of those of them who are people
	parts   []participant
	places  []*signature
	figures []graph.Quantity
	company map[string]float64 // clusters named in the article
	// siblings are all events of the article, this one too.
	siblings []*happening
}

// fullness adds a little to the score of a link to h by how much is told of it,
// which decides between two events that are equally like a third.
func (h *happening) fullness() float64 {
	n := len(h.parts) + len(h.places) + len(h.figures)
	if h.event.Time.Known() {
		n++
	}
	return 0.002 * float64(min(n, 10))
}

// A participant is an actor of an event with the cluster he belongs to.
type participant struct {
	part
	cluster string
	sig     *signature
	side    string // agent or patient
}

func (h *happening) member() Member { return Member{h.reading.article.ID, h.event.ID} }

// happenings lists the events of all articles but those that are habits, in
// the order of their ids.
func (c *corpus) happenings() []*happening {
	var out []*happening
	for _, r := range c.readings {
		company := c.clustersIn(r)
		var siblings []*happening
		for _, e := range r.events {
			if !e.Generic {
				siblings = append(siblings, c.happening(r, e, company))
			}
		}
		for _, h := range siblings {
			h.siblings = siblings
		}
		out = append(out, siblings...)
	}
	slices.SortFunc(out, func(a, b *happening) int { return strings.Compare(a.event.ID, b.event.ID) })
	return out
}

func (c *corpus) happening(r *reading, e graph.Event, company map[string]float64) *happening {
	h := &happening{event: e, reading: r, class: ontology.Coarse(e.Type, e.Modes, e.Contexts), figures: r.figures[e.ID], company: company,
		lemmas: map[string]bool{}, labeled: map[string]string{}, people: map[string]bool{}}
	for _, ev := range e.Evidence {
		if ev.Role == graph.RoleTrigger {
			h.lemmas[triggerLemma(ev)] = true
		}
	}
	label := " " + graph.Fold(e.Label) + " "
	for _, id := range slices.Sorted(maps.Keys(r.actors)) {
		if a := r.actors[id]; a.Context == "" && a.Kind != graph.State && strings.Contains(label, " "+lastWord(a.Name)+" ") {
			who := c.clusterOf(Member{r.article.ID, id})
			h.labeled[who] = a.Name
			h.people[who] = a.Kind == graph.Person
		}
	}
	for _, p := range r.parts[e.ID] {
		m := Member{r.article.ID, p.actor}
		if c.of[m] == nil {
			continue
		}
		side := ""
		if role, ok := ontology.RoleOf(p.role); ok {
			side = role.Side
		}
		h.parts = append(h.parts, participant{p, c.clusterOf(m), c.of[m], side})
	}
	for _, id := range r.where[e.ID] {
		if s := c.of[Member{r.article.ID, id}]; s != nil {
			h.places = append(h.places, s)
		}
	}
	return h
}

// keys are what two events must share one of to be compared: what is named in
// the article, or who takes part. Of somebody whom everybody names, they must
// be of one type and month too.
func (c *corpus) keys(h *happening) []string {
	seen := map[string]bool{}
	for id := range h.company {
		seen[id] = true
	}
	for _, p := range h.parts {
		switch {
		case p.sig.described || p.sig.kind == string(graph.State):
		case c.named[p.actor] <= Hub:
			seen[p.cluster] = true
		default:
			for _, month := range h.months() {
				seen[p.cluster+" "+h.event.Type+" "+month] = true
			}
		}
	}
	return slices.Collect(maps.Keys(seen))
}

// months are those that an event fell into, or else its article.
func (h *happening) months() []string {
	when := h.event.Time
	if !when.Known() || !bounded(*when) || length(*when) > 40*day {
		when = h.reading.at
	}
	if !when.Known() || !bounded(*when) || length(*when) > 40*day {
		return []string{"undated"}
	}
	// A day on either side, as dates of one event may lie a day apart.
	first, last := when.Earliest.Add(-day).Format("2006-01"), when.Latest.Add(day).Format("2006-01")
	if first == last {
		return []string{first}
	}
	return []string{first, last}
}

// triggerLemma is the lemma of a trigger, which the reader's rule names
// ("event/verb shoot.V[obj]"), or else its last word.
func triggerLemma(e graph.Evidence) string {
	_, rule, _ := strings.Cut(e.Rule, " ")
	if lemma, _, ok := strings.Cut(rule, "."); ok && lemma != "" && !strings.Contains(lemma, " ") {
		return stem(graph.Fold(lemma))
	}
	words := strings.Fields(graph.Fold(e.Quote))
	if len(words) == 0 {
		return ""
	}
	return stem(words[len(words)-1])
}

// stem takes the commonest endings off an English word, so that a verb and the
// noun made of it meet: shooting, shoots, shoot. It need not be right, only
// the same for both.
func stem(w string) string {
	for _, end := range []string{"ings", "ing", "ers", "er", "ies", "es", "ed", "s"} {
		if base, ok := strings.CutSuffix(w, end); ok && len(base) >= 3 {
			w = base
			break
		}
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] && w[n-1] != 's' && w[n-1] != 'l' {
		w = w[:n-1] // gunned, planned
	}
	return strings.TrimSuffix(w, "e")
}

// lastWord is the word by which texts name somebody again: the surname.
func lastWord(name string) string {
	tokens := withoutGeneration(strings.Fields(graph.Fold(name)))
	if len(tokens) == 0 {
		return ""
	}
	return tokens[len(tokens)-1]
}
