package layer

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
)

// A Change is what a judgement does, or would do, to the clusters of the
// nodes that it is about.
type Change struct {
	Judgements []graph.Judgement `json:"judgements"`
	DryRun     bool              `json:"dry_run"`
	Before     []Cluster         `json:"before"`
	After      []Cluster         `json:"after"`
}

// A Word is what somebody has to say of two nodes.
type Word struct {
	A, B    string
	Article string        // of whom this article alone means by A, which is then B as well
	Verdict graph.Verdict // Same or Different
	Note    string
	By      string // a name
	At      time.Time
}

// everywhere is the scope of what changes the layer.
var everywhere = graph.Scope{Collections: []string{graph.AnyCollection}}

// mostSplit is from how many others a node can be split at once.
const mostSplit = 200

// Judge takes in what somebody says, unless it contradicts what people said
// before: then it returns a resolve.Conflict that names it. Where somebody
// said the same before, nothing happens. A dry run only tells what would.
func (r *Resolver) Judge(ctx context.Context, dry bool, words ...Word) (Change, error) {
	c := Change{DryRun: dry, Judgements: []graph.Judgement{}}
	held, err := r.Store.Judgements(ctx)
	if err != nil {
		return c, err
	}
	var decisions []graph.Decision
	var nodes []string
	for _, w := range words {
		j, err := r.judgement(ctx, w)
		if err != nil {
			return c, err
		}
		nodes = append(nodes, j.A, j.B)
		if i := slices.IndexFunc(held, func(h graph.Judgement) bool {
			return h.A == j.A && h.B == j.B && h.Verdict == j.Verdict && h.By == j.By && h.Article == j.Article
		}); i >= 0 {
			c.Judgements = append(c.Judgements, held[i])
			continue
		}
		if err := resolve.Check(held, j); err != nil {
			return c, err
		}
		held = append(held, j)
		c.Judgements = append(c.Judgements, j)
		decisions = append(decisions, graph.Decision{At: j.At, By: j.By, Action: graph.ActionJudge, Judgement: j})
	}
	err = r.change(ctx, &c, nodes, held, decisions)
	return c, err
}

// judgement is the record of what somebody says.
func (r *Resolver) judgement(ctx context.Context, w Word) (graph.Judgement, error) {
	j := graph.Judgement{A: w.A, B: w.B, Article: w.Article, Verdict: w.Verdict, By: "person:" + w.By, Note: w.Note, At: w.At}
	j.Identify()
	kind := graph.KindOf(w.A)
	switch {
	case w.By == "":
		return j, fmt.Errorf("layer: judge: %w: nobody is named who judges", graph.ErrInvalid)
	case w.Article != "":
		return j, r.means(ctx, w)
	case w.A == w.B:
		return j, fmt.Errorf("layer: judge: %w: %s is always the same as itself", graph.ErrInvalid, w.A)
	case kind != graph.KindOf(w.B) || kind != graph.KindActor && kind != graph.KindPlace && kind != graph.KindEvent:
		return j, fmt.Errorf("layer: judge: %w: %s and %s must be two actors, two places or two events", graph.ErrInvalid, w.A, w.B)
	}
	var collections []string
	for _, id := range []string{w.A, w.B} {
		sub, err := r.Store.Among(ctx, everywhere, []string{id})
		if err != nil {
			return j, err
		}
		records := slices.DeleteFunc(sub.Records(), func(r graph.Record) bool { return r.RecordID() != id })
		if len(records) == 0 {
			return j, fmt.Errorf("layer: judge: %s: %w", id, graph.ErrNotFound)
		}
		collections = append(collections, collectionOf(records[0]))
	}
	if collections[0] != collections[1] {
		return j, fmt.Errorf("layer: judge: %w: %s and %s lie in two collections", graph.ErrInvalid, w.A, w.B)
	}
	return j, nil
}

func collectionOf(r graph.Record) string {
	switch r := r.(type) {
	case graph.Actor:
		return r.Collection
	case graph.Place:
		return r.Collection
	case graph.Event:
		return r.Collection
	}
	return ""
}

// means refuses a word about what an article means by an actor or place that
// it does not name.
func (r *Resolver) means(ctx context.Context, w Word) error {
	kind := graph.KindOf(w.A)
	if w.A != w.B || w.Verdict != graph.Different || kind != graph.KindActor && kind != graph.KindPlace {
		return fmt.Errorf("layer: judge: %w: an article can only be said to mean another actor or place by %s", graph.ErrInvalid, w.A)
	}
	sub, err := r.Store.Contribution(ctx, everywhere, w.Article)
	if err != nil {
		return fmt.Errorf("layer: judge: %w", err)
	}
	if !slices.ContainsFunc(sub.Records(), func(r graph.Record) bool { return r.RecordID() == w.A }) {
		return fmt.Errorf("layer: judge: %s in article %s: %w", w.A, w.Article, graph.ErrNotFound)
	}
	return nil
}

// Split says of a node that it is none of the others of a cluster that it is
// in; or, where an article is given, that whom this article means by the node
// is nobody whom others mean by it.
func (r *Resolver) Split(ctx context.Context, dry bool, w Word) (Change, error) {
	w.Verdict = graph.Different
	if w.Article != "" {
		w.B = w.A
		return r.Judge(ctx, dry, w)
	}
	members, err := r.Store.Members(ctx, everywhere, []string{w.A})
	if err != nil {
		return Change{}, err
	}
	others := map[string]bool{}
	for _, m := range members {
		others[m.Node] = true
	}
	if !others[w.B] || w.A == w.B {
		return Change{}, fmt.Errorf("layer: split: %w: %s and %s are not one", graph.ErrInvalid, w.A, w.B)
	}
	delete(others, w.A)
	if len(others) > mostSplit {
		return Change{}, fmt.Errorf("layer: split: %w: %d others are in the cluster, more than %d", graph.ErrInvalid, len(others), mostSplit)
	}
	var words []Word
	for id := range others {
		word := w
		word.B = id
		words = append(words, word)
	}
	slices.SortFunc(words, func(a, b Word) int { return cmp.Compare(a.B, b.B) })
	return r.Judge(ctx, dry, words...)
}

// Undo takes judgements of people back: what is then there is what would be
// had they never been made.
func (r *Resolver) Undo(ctx context.Context, dry bool, by string, at time.Time, ids ...string) (Change, error) {
	c := Change{DryRun: dry, Judgements: []graph.Judgement{}}
	if by == "" {
		return c, fmt.Errorf("layer: undo: %w: nobody is named who takes it back", graph.ErrInvalid)
	}
	held, err := r.Store.Judgements(ctx)
	if err != nil {
		return c, err
	}
	var decisions []graph.Decision
	var nodes []string
	for _, id := range ids {
		i := slices.IndexFunc(held, func(j graph.Judgement) bool { return j.ID == id })
		if i < 0 {
			return c, fmt.Errorf("layer: undo: judgement %s: %w", id, graph.ErrNotFound)
		}
		j := held[i]
		held = slices.Delete(slices.Clone(held), i, i+1)
		nodes = append(nodes, j.A, j.B)
		c.Judgements = append(c.Judgements, j)
		decisions = append(decisions, graph.Decision{At: at.UTC(), By: "person:" + by, Action: graph.ActionUndo, Judgement: j})
	}
	err = r.change(ctx, &c, nodes, held, decisions)
	return c, err
}

// change makes decisions, or works out what they would do, and tells the
// clusters of nodes before and after. Judgements are all that then hold.
func (r *Resolver) change(ctx context.Context, c *Change, nodes []string, judgements []graph.Judgement, decisions []graph.Decision) error {
	if err := r.Refresh(ctx); err != nil {
		return err
	}
	before, err := r.Store.Members(ctx, everywhere, nodes)
	if err != nil {
		return err
	}
	if c.Before, err = clustersOf(ctx, r.Store, everywhere, before, ""); err != nil {
		return err
	}
	after := before
	switch {
	case len(decisions) == 0:
	case c.DryRun:
		after, err = r.foresee(ctx, before, nodes, judgements)
	default:
		if err = r.Store.Decide(ctx, decisions); err == nil {
			err = r.Refresh(ctx)
		}
		if err == nil {
			after, err = r.Store.Members(ctx, everywhere, nodes)
		}
	}
	if err == nil {
		c.After, err = clustersOf(ctx, r.Store, everywhere, after, "")
	}
	return err
}

// foresee works out the members of the clusters of nodes under other
// judgements.
func (r *Resolver) foresee(ctx context.Context, before []graph.Member, nodes []string, judgements []graph.Judgement) ([]graph.Member, error) {
	articles := map[string]bool{}
	var stale []graph.Stale
	for _, m := range before {
		if !articles[m.Article] && slices.Contains(nodes, m.Node) {
			articles[m.Article] = true
			sub, err := r.Store.Contribution(ctx, everywhere, m.Article)
			if err != nil {
				return nil, err
			}
			stale = append(stale, graph.Stale{Article: m.Article, Collection: sub.Articles[0].Collection})
		}
	}
	if len(stale) == 0 {
		return nil, nil
	}
	part, err := r.part(ctx, stale, judgements)
	if err != nil {
		return nil, err
	}
	clusters := map[string]bool{}
	for _, m := range part.Members {
		if slices.Contains(nodes, m.Node) {
			clusters[m.Cluster] = true
		}
	}
	return slices.DeleteFunc(part.Members, func(m graph.Member) bool { return !clusters[m.Cluster] }), nil
}
