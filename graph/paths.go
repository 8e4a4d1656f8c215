package graph

import (
	"cmp"
	"fmt"
	"slices"
)

// Limits of a search for paths.
const (
	MaxPathLength = 6
	MaxPaths      = 20
	// PathFanout is how many relationships of a node and direction a search
	// for paths follows, the first by type and id. What is joined to more is
	// so well known that it says little of how two others are linked.
	PathFanout = 500
	// pathBudget is how many relationships a search gathers before it ends
	// with what it found, and how many nodes it then walks.
	pathBudget = 20_000
	pathWalk   = 200_000
)

// Linking are the relationship types that a path follows unless the question
// says: all but those that two nodes share for standing in one article.
var Linking = slices.DeleteFunc(slices.Clone(RelTypes), func(t RelType) bool {
	return t == Mentions || t == ReportedIn || t == RepublishedOf
})

// A PathQuery asks how two nodes are linked.
type PathQuery struct {
	Scope    Scope
	From, To string
	Length   int       // relationships at most; 0 for 4, at most MaxPathLength
	Most     int       // paths at most; 0 for 5, at most MaxPaths
	Types    []RelType // empty: Linking
	Via      []string  // nodes that every path must pass
	Avoid    []string  // nodes that no path may pass
}

// Check fills in what q leaves open, or returns ErrInvalid.
func (q PathQuery) Check() (PathQuery, error) {
	q.Length, q.Most = cmp.Or(q.Length, 4), cmp.Or(q.Most, 5)
	if len(q.Types) == 0 {
		q.Types = Linking
	}
	switch {
	case q.Length < 1 || q.Length > MaxPathLength:
		return q, fmt.Errorf("%w: a path of %d relationships, want 1 to %d", ErrInvalid, q.Length, MaxPathLength)
	case q.Most < 1 || q.Most > MaxPaths:
		return q, fmt.Errorf("%w: %d paths, want 1 to %d", ErrInvalid, q.Most, MaxPaths)
	case q.From == q.To:
		return q, fmt.Errorf("%w: a path from a node to itself", ErrInvalid)
	case slices.Contains(q.Avoid, q.From) || slices.Contains(q.Avoid, q.To):
		return q, fmt.Errorf("%w: a path that avoids its own end", ErrInvalid)
	}
	return q, nil
}

// A Path is a way from one node to another that passes none twice. Hops holds
// for each pair of neighbors all relationships that join them, by id.
type Path struct {
	Nodes []string
	Hops  [][]string
}

// Paths answers a PathQuery, the shortest first and those of one length in
// order of their nodes.
type Paths struct {
	Paths     []Path
	Graph     Subgraph // their nodes, relationships and the articles that hold the evidence
	Truncated []string // why there may be others
}

// A Step is a relationship as a search for paths sees it.
type Step struct {
	ID       string
	From, To string
}

// Steps gives the relationships of nodes, of the types of the question and
// within its scope, at most PathFanout for each node and direction, and the
// nodes that have more.
type Steps func(nodes []string) (steps []Step, cut []string, err error)

// FindPaths is the search that stores share: breadth first from both ends, the
// smaller front next, until enough paths are complete; then in order through
// what was gathered. Both stores so give the same paths.
func FindPaths(q PathQuery, steps Steps) ([]Path, []string, error) {
	g := gathered{joins: map[string][]join{}, next: map[string][]string{}, avoid: setOf(q.Avoid)}
	var truncated []string
	fronts := [2][]string{{q.From}, {q.To}}
	seen := [2]map[string]bool{{q.From: true}, {q.To: true}}
	var found []Path
	met := false // there is no path before
	for depth := 1; depth <= q.Length; depth++ {
		side := 0
		if len(fronts[1]) < len(fronts[0]) {
			side = 1
		}
		if len(fronts[side]) == 0 {
			break // all that one end reaches is known
		}
		next, cut, err := steps(fronts[side])
		if err != nil {
			return nil, nil, err
		}
		for _, id := range cut {
			truncated = append(truncated, fmt.Sprintf("%s: only %d of its relationships are followed", id, PathFanout))
		}
		fronts[side] = g.add(next, seen[side])
		met = met || slices.ContainsFunc(fronts[side], func(id string) bool { return seen[1-side][id] })
		whole := true
		if met {
			found, whole = g.paths(q, depth)
		}
		if !whole || g.steps > pathBudget {
			truncated = append(truncated, fmt.Sprintf("so much lies between the two that only paths of up to %d relationships were looked for", depth))
			break
		}
		if len(found) >= q.Most {
			break
		}
	}
	return found, truncated, nil
}

// gathered is the part of the graph that a search has seen.
type gathered struct {
	joins map[string][]join   // of each node
	next  map[string][]string // the neighbors of a node, by id, once they are asked for
	avoid map[string]bool
	steps int
}

// A join is a relationship as one of its ends sees it.
type join struct{ neighbor, relationship string }

func setOf(ids []string) map[string]bool {
	out := map[string]bool{}
	for _, id := range ids {
		out[id] = true
	}
	return out
}

// add takes steps in and returns the nodes that they reach and seen lacks.
func (g *gathered) add(steps []Step, seen map[string]bool) []string {
	var next []string
	for _, s := range steps {
		if g.avoid[s.From] || g.avoid[s.To] || s.From == s.To {
			continue
		}
		g.steps++
		for _, end := range [2][2]string{{s.From, s.To}, {s.To, s.From}} {
			g.joins[end[0]] = append(g.joins[end[0]], join{end[1], s.ID})
			if !seen[end[0]] {
				seen[end[0]] = true
				next = append(next, end[0])
			}
		}
	}
	clear(g.next)
	slices.Sort(next)
	return next
}

// neighbors lists those of a node, by id.
func (g *gathered) neighbors(id string) []string {
	if known, ok := g.next[id]; ok {
		return known
	}
	var out []string
	for _, j := range g.joins[id] {
		out = append(out, j.neighbor)
	}
	slices.Sort(out)
	g.next[id] = slices.Compact(out)
	return g.next[id]
}

// paths lists the paths of at most length relationships, and reports whether
// it could look at all of them.
func (g *gathered) paths(q PathQuery, length int) (found []Path, whole bool) {
	left := g.distances(q.To)
	walked := 0
	for want := 1; want <= length && len(found) < q.Most; want++ {
		var walk func(path []string) bool
		walk = func(path []string) bool {
			if walked++; walked > pathWalk {
				return false
			}
			at := path[len(path)-1]
			if at == q.To {
				if len(path)-1 == want && passes(path, q.Via) {
					found = append(found, g.path(path))
				}
				return true
			}
			for _, next := range g.neighbors(at) {
				d, known := left[next]
				if !known || len(path)+d > want || slices.Contains(path, next) {
					continue
				}
				if len(found) == q.Most {
					return true
				}
				if !walk(append(path, next)) {
					return false
				}
			}
			return true
		}
		if !walk([]string{q.From}) {
			return found, false
		}
	}
	return found, true
}

// distances counts the relationships from each node to the end.
func (g *gathered) distances(end string) map[string]int {
	out := map[string]int{end: 0}
	for queue := []string{end}; len(queue) > 0; queue = queue[1:] {
		for _, j := range g.joins[queue[0]] {
			if _, known := out[j.neighbor]; !known {
				out[j.neighbor] = out[queue[0]] + 1
				queue = append(queue, j.neighbor)
			}
		}
	}
	return out
}

func passes(path, via []string) bool {
	for _, id := range via {
		if !slices.Contains(path, id) {
			return false
		}
	}
	return true
}

func (g *gathered) path(nodes []string) Path {
	p := Path{Nodes: slices.Clone(nodes)}
	for i := 1; i < len(nodes); i++ {
		var joins []string
		for _, j := range g.joins[nodes[i-1]] {
			if j.neighbor == nodes[i] {
				joins = append(joins, j.relationship)
			}
		}
		slices.Sort(joins)
		p.Hops = append(p.Hops, slices.Compact(joins))
	}
	return p
}

// Ends returns the ids of all nodes of the paths and of all their
// relationships.
func Ends(paths []Path) (nodes []string, relationships map[string]bool) {
	relationships = map[string]bool{}
	for _, p := range paths {
		nodes = append(nodes, p.Nodes...)
		for _, h := range p.Hops {
			for _, id := range h {
				relationships[id] = true
			}
		}
	}
	slices.Sort(nodes)
	return slices.Compact(nodes), relationships
}
