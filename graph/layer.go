package graph

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"
)

// What follows from the records and from what people judged stands beside the
// records, as a layer of each collection: which nodes are one, and how what is
// claimed of one thing stands to each other. It is a function of the articles
// and the judgements, as the graph is; package graph/resolve/layer computes
// it, a store keeps it, and no record ever rests on it.

// ErrMoved is the answer to a PutLayer that was computed from a state that is
// no longer there. Compute it again.
var ErrMoved = errors.New("the layer has moved on")

// A Member is a node as one article knows it, with the cluster it belongs to.
type Member struct {
	Article string `json:"article"`
	Node    string `json:"node"`
	// Unit is what is judged as one: an event, or the name of an actor or place
	// in one sense, which several articles may share.
	Unit    string `json:"unit"`
	Cluster string `json:"cluster"`
}

// FindingKind says what a finding is.
type FindingKind string

// The kinds of finding. The body of each is the JSON of a type of package
// resolve or compare.
const (
	FindingMerge       FindingKind = "merge"    // resolve.Judged
	FindingProposal    FindingKind = "proposal" // resolve.Judged
	FindingRefusal     FindingKind = "refusal"  // resolve.Judged
	FindingPart        FindingKind = "part"     // resolve.Part
	FindingLink        FindingKind = "link"     // compare.Link
	FindingProposition FindingKind = "proposition"
	FindingSeries      FindingKind = "series"
	FindingForecast    FindingKind = "forecast"
	FindingQuotation   FindingKind = "quotation"
)

// A Finding is one thing that follows from what several articles say. It is
// seen in a scope that holds all it needs or, where it needs nothing, some of
// its parts.
type Finding struct {
	ID   string      `json:"id"`
	Kind FindingKind `json:"kind"`
	Type string      `json:"type"` // sort of merge, link, …, for filters
	// Sort is the order of lists, in ASCII, ties by ID.
	Sort string `json:"sort"`
	// Owner is an article that it goes with: a PutLayer that replaces the part
	// of that article replaces it.
	Owner string `json:"owner"`
	// About are the nodes, clusters and claims by which it is found.
	About []string `json:"about"`
	// Needs and Parts are what it rests on: articles, or units or clusters,
	// which a scope holds where it holds one of their members.
	Needs []string        `json:"needs"`
	Parts []string        `json:"parts"`
	Body  json.RawMessage `json:"body"`

	// Hidden are the Parts that the scope of an answer does not hold.
	Hidden []string `json:"-"`
}

// A FindingQuery asks for findings. Empty fields do not restrict.
type FindingQuery struct {
	Scope Scope
	Kinds []FindingKind
	Types []string
	About []string // any of them
	Page  Page
}

// A Findings is an ordered page of findings with the claims that they are
// about, explained.
type Findings struct {
	List  []Finding
	Graph Subgraph
	Next  *Cursor
	Total Total
}

// A Stale says that an article came, changed or went, or that somebody judged
// something in it, since the layer was computed.
type Stale struct {
	Article    string
	Collection string
	Token      string // of this change; a later one has another
}

// A LayerPart is the layer of some articles, which replaces what was there of
// them: their keys, members, and the findings that they own.
type LayerPart struct {
	Collection string
	// Version is that of the layer that the part was computed from.
	Version  int64
	Articles []string
	// Keys are the names under which articles are looked for by those that
	// may have something in common with them.
	Keys     map[string][]string
	Members  []Member
	Findings []Finding
	Settled  []Stale // these changes are taken in
}

// An Action is what somebody did to the judgements.
type Action string

// The actions.
const (
	ActionJudge Action = "judge"
	ActionUndo  Action = "undo"
)

// A Decision is an entry of the log of who judged what and who took it back.
type Decision struct {
	Seq       int64     `json:"seq"` // given by the store, growing
	At        time.Time `json:"at"`
	By        string    `json:"by"`
	Action    Action    `json:"action"`
	Judgement Judgement `json:"judgement"`
}

// A LayerWriter changes the layer and the judgements that it follows from.
type LayerWriter interface {
	// Decide puts or deletes the judgements of decisions of one action and
	// writes them into the log, in one transaction. It returns ErrNotFound,
	// and does nothing, where a judgement to be deleted is not there.
	Decide(ctx context.Context, decisions []Decision) error
	// PutLayer replaces a part of the layer in one transaction, or returns
	// ErrMoved when the version is not the current one, which it raises.
	PutLayer(ctx context.Context, part LayerPart) error
}

// A LayerReader answers what the layer holds.
type LayerReader interface {
	// Members lists the members, within the scope, of the clusters that the
	// nodes of ids belong to there, by cluster, node and article; at most
	// MaxCount of them.
	Members(ctx context.Context, scope Scope, ids []string) ([]Member, error)
	// Findings lists findings in the order of Sort.
	Findings(ctx context.Context, q FindingQuery) (Findings, error)
	// Decisions lists the log, the latest first; the Sort of its cursor is
	// empty and the ID the decimal number of the last entry.
	Decisions(ctx context.Context, p Page) ([]Decision, *Cursor, error)

	// Stale lists at most limit articles whose part of the layer is out of
	// date, those of one collection, by id; and the version of the layer.
	Stale(ctx context.Context, limit int) ([]Stale, int64, error)
	// Version says how often the layer of the collections of a scope changed:
	// a number that PutLayer raises.
	Version(ctx context.Context, scope Scope) (int64, error)
	// Keys returns the keys of articles, as PutLayer stored them.
	Keys(ctx context.Context, articles []string) (map[string][]string, error)
	// Sharing returns for each key the articles of a collection that have it,
	// by id, at most most of them.
	Sharing(ctx context.Context, collection string, keys []string, most int) (map[string][]string, error)
	// EachDerived calls f with every member and finding, in no particular order.
	EachDerived(ctx context.Context, f func(sort string, canonical []byte) error) error
}

// HashLayer returns the hash of the layers of all collections, as Hash does
// of the records.
func HashLayer(ctx context.Context, r LayerReader) (StateHash, error) {
	var h StateHash
	err := r.EachDerived(ctx, func(sort string, canonical []byte) error {
		h.Add(Kind(sort), canonical)
		return nil
	})
	return h, err
}

// CheckDecisions refuses what Decide refuses whatever is stored.
func CheckDecisions(decisions []Decision) error {
	for _, d := range decisions {
		j := d.Judgement
		j.Identify()
		if d.Action != decisions[0].Action || d.Action != ActionJudge && d.Action != ActionUndo || j.ID != d.Judgement.ID {
			return ErrInvalid
		}
	}
	return nil
}

// Shown lists the claims that findings are about, which an answer explains.
func Shown(findings []Finding) []string {
	var out []string
	for _, f := range findings {
		for _, id := range f.About {
			if KindOf(id) == KindClaim {
				out = append(out, id)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
