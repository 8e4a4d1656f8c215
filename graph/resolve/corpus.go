package resolve

import (
	"cmp"
	"slices"
	"time"

	"github.com/claimline/claimline/graph"
)

// A corpus is the articles, each once and in the order of their ids, made
// ready for the questions that judging asks.
type corpus struct {
	readings []*reading
	actors   []*signature
	places   []*signature
	byID     map[string]*reading
	of       map[Member]*signature // an actor or place of an article → its signature
	named    map[string]int        // actor or place → articles that name it
	// common says which actors and places more than Hub articles name, of all
	// there are; nil where those at hand are all.
	common func(id string) bool
	// parted holds what a person took apart of a node.
	parted map[Member]graph.Judgement
	// clusterOf and eventsOf are what earlier stages found.
	clusterOf func(Member) string
	eventsOf  []Cluster
	storyOf   map[*reading]int // see stories
}

// A reading is what one article yielded, indexed.
type reading struct {
	article graph.Article
	at      *graph.Interval // published, or else the anchor
	actors  map[string]graph.Actor
	places  map[string]graph.Place
	events  []graph.Event
	parts   map[string][]part           // event → its participants
	where   map[string][]string         // event → places
	figures map[string][]graph.Quantity // event → figures that claims about it give
	within  map[string][]string         // place → places around it
	rels    []graph.Relationship        // between actors and places
	partOf  [][2]string                 // events: the part, the whole
}

// A part is a participant of an event.
type part struct {
	actor   string
	role    string
	alleged bool
}

func newCorpus(articles []*graph.Subgraph, common func(id string) bool, parted map[Member]graph.Judgement) *corpus {
	// What was read from one article twice is one contribution.
	byID := map[string]*graph.Subgraph{}
	for _, s := range articles {
		for _, a := range s.Articles {
			if byID[a.ID] == nil {
				byID[a.ID] = &graph.Subgraph{}
			}
			byID[a.ID].Add(s.Records()...)
		}
	}
	c := &corpus{byID: map[string]*reading{}, of: map[Member]*signature{}, named: map[string]int{}, common: common, parted: parted}
	for _, s := range byID {
		s.Normalize()
		c.readings = append(c.readings, read(s))
	}
	slices.SortFunc(c.readings, func(a, b *reading) int { return cmp.Compare(a.article.ID, b.article.ID) })
	for _, r := range c.readings {
		c.byID[r.article.ID] = r
		for id := range r.actors {
			c.named[id]++
		}
		for id := range r.places {
			c.named[id]++
		}
	}
	for id := range c.named {
		if common != nil && common(id) {
			c.named[id] = Hub + 1
		}
	}
	c.actors = c.signatures(c.actorFaces)
	c.places = c.signatures(placeFaces)
	return c
}

func read(s *graph.Subgraph) *reading {
	r := &reading{
		article: s.Articles[0], events: s.Events,
		actors: map[string]graph.Actor{}, places: map[string]graph.Place{},
		parts: map[string][]part{}, where: map[string][]string{}, figures: map[string][]graph.Quantity{}, within: map[string][]string{},
	}
	r.at = r.article.Published
	if r.at == nil {
		r.at = r.article.Anchor
	}
	for _, a := range s.Actors {
		r.actors[a.ID] = a
	}
	for _, p := range s.Places {
		r.places[p.ID] = p
	}
	quantity := map[string]graph.Quantity{}
	for _, c := range s.Claims {
		if c.Quantity != nil {
			quantity[c.ID] = *c.Quantity
		}
	}
	for _, l := range s.Relationships {
		switch l.Type {
		case graph.Participant:
			r.parts[l.From] = append(r.parts[l.From], part{l.To, l.Role, l.Claim != ""})
		case graph.At:
			r.where[l.From] = append(r.where[l.From], l.To)
		case graph.Within:
			r.within[l.From] = append(r.within[l.From], l.To)
		case graph.PartOf:
			r.partOf = append(r.partOf, [2]string{l.From, l.To})
		case graph.AboutRel:
			if q, ok := quantity[l.From]; ok && graph.KindOf(l.To) == graph.KindEvent {
				r.figures[l.To] = append(r.figures[l.To], q)
			}
		default:
			if slices.Contains(graph.Standing, l.Type) {
				r.rels = append(r.rels, l)
			}
		}
	}
	return r
}

// name is what the article calls one of its actors or places.
func (r *reading) name(id string) string {
	if a, ok := r.actors[id]; ok {
		return a.Name
	}
	return r.places[id].Name
}

// apart is how long two articles lie apart at least; false when one is undated.
func (r *reading) apart(s *reading) (time.Duration, bool) {
	if !r.at.Known() || !s.at.Known() || r.at.Earliest.IsZero() || s.at.Earliest.IsZero() {
		return 0, false
	}
	return r.at.Earliest.Sub(s.at.Earliest).Abs(), true
}

const day = 24 * time.Hour
