// Package resolve says which records of several articles are one actor, one
// place or one event. In go the subgraphs that an extractor made, each of one
// article, and what people judged; out come clusters, with the judgement and
// the features behind every merge, every proposal and every refusal.
//
// Identity is never a property of a record. Two records are one because of a
// positive judgement and never one because of a negative judgement (see
// [graph.Judgement]); a person's judgement stands above a rule's. A cluster is
// a connected component of positive judgements under the negative ones, after
// the resolver of nomenklatura (OpenSanctions). Where joining everything would
// put a negative pair into one component, the weakest links give way, in an
// order that depends on nothing but the records.
//
// Names are judged once for each [signature], a kind, a folded name and a
// context, and not for each mention: "United States" in a million articles is
// one. Events and descriptions ("the gunmen") are judged by article, since
// they mean something only there.
//
// Everything here is a pure function of the set of articles and judgements:
// order and repetition do not show, and an article that is taken out leaves
// what would be there had it never come.
package resolve

import (
	"cmp"
	"slices"

	"github.com/claimline/claimline/graph"
)

// A Member is a node as one article knows it. Events belong to one article
// anyway; one actor's id may stand in many, and two articles may mean two
// people by it.
type Member struct {
	Article string `json:"article"`
	ID      string `json:"id"`
}

func compareMembers(a, b Member) int {
	return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Article, b.Article))
}

// A Cluster is one actor, place or event with all records of it.
type Cluster struct {
	// ID is the least of the members' ids, followed by the context where two
	// clusters would share that.
	ID      string     `json:"id"`
	Kind    graph.Kind `json:"kind"`
	Name    string     `json:"name"`    // the commonest name, the longest of equally common ones
	Members []Member   `json:"members"` // sorted by id, then article
}

// Options set how sure a rule must be, and hand in what people judged.
type Options struct {
	Policy     Policy
	Judgements []graph.Judgement // those of people count; a rule's are made anew
	// Common says which actors and places more than Hub articles name, where
	// the articles at hand are not all there are. Such a name is one thing, but
	// for people of two countries, and no rule joins two of them, other than
	// names of one shipped group. Nil where the articles are all.
	Common func(id string) bool
}

// A Result is what Resolve found.
type Result struct {
	Actors, Places, Events []Cluster // sorted by id
	// Parts are the events that are part of others, sorted by both.
	Parts []Part
	// Merges are the judgements by which two nodes became one, Proposals those
	// that a person should look at, Refusals those that say two nodes that look
	// alike are not one. Each is sorted by the pair.
	Merges, Proposals, Refusals []Judged
	// Conflicts are the judgements of people that contradict others of people,
	// and so were not followed.
	Conflicts []Conflict

	policy  Policy
	corpus  *corpus
	cluster map[Member]string
}

// Resolve clusters the records of articles. Each subgraph holds one article.
func Resolve(articles []*graph.Subgraph, o Options) *Result {
	policy := o.Policy.orDefault()
	people := weigh(o.Judgements)
	c := newCorpus(articles, o.Common, people.parted)
	r := &Result{policy: policy, corpus: c, cluster: map[Member]string{}}
	r.Conflicts = people.conflicts

	actors := c.judgeActors(policy)
	r.assign(c.cluster(graph.KindActor, c.actors, actors, people).clusters)
	c.clusterOf = r.Cluster
	places := c.judgePlaces(policy)
	r.assign(c.cluster(graph.KindPlace, c.places, places, people).clusters)
	events, wholes := c.resolveEvents(policy, people)
	r.add(events)
	r.Parts = c.parts(wholes)
	// Whoever is only described is known by what he took part in, so that the
	// actors are joined once more when the events are.
	c.eventsOf = r.Events
	r.add(c.cluster(graph.KindActor, c.actors, rejudged(actors, c.judgeDescriptions(policy)), people))
	r.add(c.cluster(graph.KindPlace, c.places, append(places, c.judgeVenues(policy)...), people))
	r.propose(people)

	for _, list := range [][]Judged{r.Merges, r.Proposals, r.Refusals} {
		slices.SortFunc(list, compareJudged)
	}
	for _, list := range [][]Cluster{r.Actors, r.Places, r.Events} {
		slices.SortFunc(list, func(a, b Cluster) int { return cmp.Compare(a.ID, b.ID) })
	}
	return r
}

// Cluster returns the id of the cluster that a member belongs to; an unknown
// one is its own cluster.
func (r *Result) Cluster(m Member) string {
	if id, ok := r.cluster[m]; ok {
		return id
	}
	return m.ID
}

// add takes the outcome of one stage in.
func (r *Result) add(p partition) {
	for _, c := range p.clusters {
		switch c.Kind {
		case graph.KindActor:
			r.Actors = append(r.Actors, c)
		case graph.KindPlace:
			r.Places = append(r.Places, c)
		default:
			r.Events = append(r.Events, c)
		}
	}
	r.assign(p.clusters)
	r.Merges = append(r.Merges, p.merges...)
	r.Proposals = append(r.Proposals, p.proposals...)
	r.Refusals = append(r.Refusals, p.refusals...)
}

func (r *Result) assign(clusters []Cluster) {
	for _, c := range clusters {
		for _, m := range c.Members {
			r.cluster[m] = c.ID
		}
	}
}
