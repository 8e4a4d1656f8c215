package graph

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"
)

// Limits of an answer.
const (
	DefaultLimit = 50
	MaxLimit     = 200
	// NodeFanout is how many relationships of one type and direction the
	// answer for one node shows.
	NodeFanout = 100
	// MaxCount is how far matches are counted; beyond it Total is a lower bound.
	MaxCount = 10000
	// MaxAmong is how many nodes one question may be about.
	MaxAmong = 1000
)

// AnyCollection, as the only entry of Scope.Collections, allows them all.
const AnyCollection = "*"

// A Window is a stretch of time [From, To); a zero end is open.
type Window struct {
	From time.Time
	To   time.Time
}

// Open reports whether w leaves time unrestricted.
func (w Window) Open() bool { return w.From.IsZero() && w.To.IsZero() }

// A Scope is what a question may see. The zero value sees the default
// collection, at all times.
type Scope struct {
	Collections []string  // empty: DefaultCollection alone
	Published   Window    // only articles published within it; unknown dates are left out
	AsOf        time.Time // only articles ingested up to then; zero for now
}

// Allowed returns the collections of s, nil when it allows any.
func (s Scope) Allowed() []string {
	if len(s.Collections) == 0 {
		return []string{DefaultCollection}
	}
	if slices.Equal(s.Collections, []string{AnyCollection}) {
		return nil
	}
	return s.Collections
}

// A Cursor is the place of the last item of a page in its order.
type Cursor struct {
	Class int    `json:"c,omitempty"` // of a search, see SearchClass
	Sort  string `json:"s"`
	ID    string `json:"i"`
}

// A Page says which part of a list is wanted.
type Page struct {
	Limit int     // 0 for DefaultLimit, at most MaxLimit
	After *Cursor // nil for the first page
}

// Size returns the limit to apply, or ErrInvalid.
func (p Page) Size() (int, error) {
	switch {
	case p.Limit == 0:
		return DefaultLimit, nil
	case p.Limit < 0 || p.Limit > MaxLimit:
		return 0, fmt.Errorf("%w: limit %d is not within 1 to %d", ErrInvalid, p.Limit, MaxLimit)
	}
	return p.Limit, nil
}

// An ArticleQuery asks for articles. Empty fields do not restrict.
type ArticleQuery struct {
	Scope     Scope
	Publisher string
	Page      Page
}

// An ActorQuery asks for actors. Empty fields do not restrict.
type ActorQuery struct {
	Scope   Scope
	Kinds   []ActorKind
	Name    string // a prefix of the name, as Fold sees it
	Article string // mentioned in this article
	Page    Page
}

// An EventQuery asks for events. Empty fields do not restrict.
type EventQuery struct {
	Scope    Scope
	Types    []string
	Realis   []Realis
	Article  string
	Actor    string // a participant
	Place    string
	Happened Window // overlaps it; undated events are left out unless it is open
	Page     Page
}

// A ClaimQuery asks for claims. Empty fields do not restrict.
type ClaimQuery struct {
	Scope   Scope
	Acts    []string
	Article string
	Source  string // any hop of the chain
	About   string // an event, actor, place or claim
	Metric  string
	Said    Window
	Page    Page
}

// A Clock says which time a timeline is about.
type Clock string

// The clocks of a timeline.
const (
	Happened  Clock = "happened"
	Said      Clock = "said"
	Published Clock = "published"
	Ingested  Clock = "ingested" // to the second
)

// Clocks lists all clocks.
var Clocks = []Clock{Happened, Said, Published, Ingested}

// A TimelineQuery asks for what is dated by one clock.
type TimelineQuery struct {
	Scope  Scope
	Clock  Clock // empty: Happened
	Window Window
	Actor  string   // participant of the event, or source of the claim
	Place  string   // of the event
	Types  []string // of the event
	Page   Page
}

// Dates are the bounds of dates, for counting; a zero end is open.
type Dates struct {
	Bounds []Window
	More   bool // there are more than MaxCount
}

// AddClock adds what a store keeps for a date to order it by: its bounds, each
// as Timestamp writes it, and "~" for an open one.
func (d *Dates) AddClock(clock string) {
	if len(d.Bounds) == MaxCount {
		d.More = true
		return
	}
	from, to, _ := strings.Cut(clock, " ")
	var w Window
	w.From, _ = time.Parse(time.RFC3339, from) // an open end does not parse
	w.To, _ = time.Parse(time.RFC3339, to)
	d.Bounds = append(d.Bounds, w)
}

// IngestClock is what AddClock takes for an article that came in within a
// second since 1970, UTC.
func IngestClock(second int64) string {
	from := time.Unix(second, 0)
	return Timestamp(from) + " " + Timestamp(from.Add(time.Second))
}

// IngestedAfter reads the place of a cursor in a timeline by the clock
// Ingested: it goes on behind the article of that second and id.
func IngestedAfter(c Cursor) (second int64, id string) {
	first, last := time.Date(1, 1, 1, 0, 0, 1, 0, time.UTC).Unix(), time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC).Unix()
	n := sort.Search(int(last-first), func(i int) bool { return IngestClock(first+int64(i)) >= c.Sort })
	if second = first + int64(n); IngestClock(second) == c.Sort {
		return second, c.ID
	}
	return second, "" // it was never given: before all of the next second
}

// A SearchQuery asks for nodes by words.
type SearchQuery struct {
	Scope Scope
	Text  string
	Kinds []Kind // empty: NodeKinds
	// Types are kinds of actors, types of events and acts of claims.
	Types  []string
	Facets bool // count what is found, see Answer.Facets
	Page   Page
}

// Facets of a search.
const (
	FacetKind       = "kind"       // Kind
	FacetType       = "type"       // as SearchQuery.Types
	FacetCollection = "collection" // of the article, or that of the node
)

// A Facet counts the nodes found that have one value.
type Facet struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// A NeighborQuery asks for what is around a node.
type NeighborQuery struct {
	Scope   Scope
	ID      string
	Types   []RelType // empty: all
	PerType int       // shown for each type and direction; 0 for 25, at most NodeFanout
}

// A Total counts what a question matches.
type Total struct {
	Value int  `json:"value"`
	Exact bool `json:"exact"` // false: at least Value
}

// An Answer is an ordered page of nodes, with the part of the graph around
// them that explains them: their relationships, the nodes at the other ends,
// and the articles that hold the evidence.
type Answer struct {
	Order     []string // ids of the nodes asked for
	Graph     Subgraph
	Next      *Cursor // nil on the last page
	Total     Total
	Truncated []string // why not all around the nodes is shown
	// Facets counts all that a search matches, not this page alone, by the
	// names of facets, most frequent first, then by value; of more than
	// MaxCount matches it counts the first.
	Facets map[string][]Facet
	// Ingested holds when the articles of Order came in, to the second, where
	// the question was for a timeline by that clock.
	Ingested map[string]time.Time
}

// CameIn adds to Ingested.
func (a *Answer) CameIn(article string, second int64) {
	if a.Ingested == nil {
		a.Ingested = map[string]time.Time{}
	}
	a.Ingested[article] = time.Unix(second, 0).UTC()
}

// A Group counts the relationships of one type and direction.
type Group struct {
	Type  RelType `json:"type"`
	Out   bool    `json:"out"` // from the node that was asked for
	Count int     `json:"count"`
	Shown int     `json:"shown"`
}

// A Neighborhood is a node with those around it.
type Neighborhood struct {
	Graph     Subgraph
	Groups    []Group // by type, then outgoing first
	Truncated bool
}

// Stats counts the records of a scope.
type Stats struct {
	Articles      int            `json:"articles"`
	Actors        int            `json:"actors"`
	Places        int            `json:"places"`
	Events        int            `json:"events"`
	Claims        int            `json:"claims"`
	Relationships int            `json:"relationships"`
	EventTypes    map[string]int `json:"event_types"`
	Acts          map[string]int `json:"acts"`
	ActorKinds    map[string]int `json:"actor_kinds"`
}
