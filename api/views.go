package api

import (
	"time"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/export"
)

// An Article is an article as lists show it.
type Article struct {
	ID              string          `json:"id"`
	Collection      string          `json:"collection"`
	Title           string          `json:"title"`
	URL             string          `json:"url,omitempty"`
	Publisher       string          `json:"publisher,omitempty"`
	Author          string          `json:"author,omitempty"`
	Language        string          `json:"language,omitempty"`
	Published       *graph.Interval `json:"published" doc:"null when the text and its metadata do not say"`
	RepublishedFrom string          `json:"republished_from,omitempty"`
	Warnings        []string        `json:"warnings,omitempty" doc:"What is doubtful about the above, such as a date of publication that is still to come"`
	Characters      int             `json:"characters" doc:"Length of the text in code points"`
}

func articleView(l *lens, id string) (Article, bool) {
	a := l.articles[id]
	if a == nil {
		return Article{}, false
	}
	n := 0
	for range a.Text {
		n++
	}
	return Article{ID: a.ID, Collection: a.Collection, Title: articleLabel(*a), URL: a.URL, Publisher: a.Publisher, Author: a.Author,
		Language: a.Language, Published: a.Published, RepublishedFrom: a.RepublishedFrom, Warnings: a.Doubts(time.Now()), Characters: n}, true
}

// An Actor is an actor as lists show it.
type Actor struct {
	ID         string          `json:"id"`
	Collection string          `json:"collection"`
	Kind       graph.ActorKind `json:"kind"`
	Name       string          `json:"name"`
	Aliases    []string        `json:"aliases"`
	Country    string          `json:"country,omitempty"`
	Sector     string          `json:"sector,omitempty"`
}

func actorView(l *lens, id string) (Actor, bool) {
	a := l.actors[id]
	if a == nil {
		return Actor{}, false
	}
	return Actor{ID: a.ID, Collection: a.Collection, Kind: a.Kind, Name: a.Name, Aliases: orEmpty(a.Aliases), Country: a.Country, Sector: a.Sector}, true
}

// A Place is a place with its coordinates where the gazetteer knows it.
type Place struct {
	ID         string          `json:"id"`
	Collection string          `json:"collection"`
	Kind       graph.PlaceKind `json:"kind"`
	Name       string          `json:"name"`
	Aliases    []string        `json:"aliases"`
	Country    string          `json:"country,omitempty"`
	Lat        *float64        `json:"lat,omitempty"`
	Lon        *float64        `json:"lon,omitempty"`
}

func placeView(l *lens, id string) (Place, bool) {
	p := l.places[id]
	if p == nil {
		return Place{}, false
	}
	return Place{ID: p.ID, Collection: p.Collection, Kind: p.Kind, Name: p.Name, Aliases: orEmpty(p.Aliases), Country: p.Country, Lat: p.Lat, Lon: p.Lon}, true
}

// A Participant is an actor in an event.
type Participant struct {
	Role     string     `json:"role"`
	Actor    Ref        `json:"actor"`
	ClaimID  string     `json:"claim_id,omitempty" doc:"The claim by which the role is only alleged"`
	Evidence []Evidence `json:"evidence"`
}

// A Figure is a number that a claim states of an event. Whose claim it is
// stands with the claim.
type Figure struct {
	ClaimID  string         `json:"claim_id"`
	Quantity graph.Quantity `json:"quantity"`
}

// An Event is an event as one article tells it.
type Event struct {
	ID           string          `json:"id"`
	Collection   string          `json:"collection"`
	ArticleID    string          `json:"article_id"`
	Label        string          `json:"label"`
	Type         string          `json:"type"`
	Modes        []string        `json:"modes"`
	Contexts     []string        `json:"contexts"`
	Realis       graph.Realis    `json:"realis"`
	Negated      bool            `json:"negated"`
	Generic      bool            `json:"generic"`
	Time         *graph.Interval `json:"time" doc:"null when the text does not say"`
	Places       []Ref           `json:"places"`
	Participants []Participant   `json:"participants"`
	Figures      []Figure        `json:"figures"`
	Evidence     []Evidence      `json:"evidence"`
}

func eventView(l *lens, id string) (Event, bool) {
	e := l.events[id]
	if e == nil {
		return Event{}, false
	}
	v := Event{ID: e.ID, Collection: e.Collection, ArticleID: e.Article, Label: e.Label, Type: e.Type, Modes: orEmpty(e.Modes),
		Contexts: orEmpty(e.Contexts), Realis: e.Realis, Negated: e.Negated, Generic: e.Generic, Time: e.Time,
		Places: []Ref{}, Participants: []Participant{}, Figures: []Figure{}, Evidence: l.evidence(e.Article, e.Evidence)}
	for _, r := range l.from(id, graph.At) {
		v.Places = append(v.Places, l.ref(r.To))
	}
	for _, r := range l.from(id, graph.Participant) {
		v.Participants = append(v.Participants, Participant{r.Role, l.ref(r.To), r.Claim, l.evidence(r.Article, r.Evidence)})
	}
	for _, r := range l.to(id, graph.AboutRel) {
		if c := l.claims[r.From]; c != nil && c.Quantity != nil {
			v.Figures = append(v.Figures, Figure{c.ID, *c.Quantity})
		}
	}
	return v, true
}

// A Hop is one source in the chain of a claim.
type Hop struct {
	Hop        int              `json:"hop" doc:"From 1, the outermost source"`
	Source     Ref              `json:"source"`
	Act        string           `json:"act"`
	Cue        string           `json:"cue,omitempty"`
	Medium     string           `json:"medium,omitempty"`
	Factuality graph.Factuality `json:"factuality,omitempty"`
	Told       bool             `json:"told" doc:"Only whom the next source told"`
	Time       *graph.Interval  `json:"time,omitempty"`
	Evidence   []Evidence       `json:"evidence"`
}

// A Claim is who put forward what, in which words.
type Claim struct {
	ID           string           `json:"id"`
	Collection   string           `json:"collection"`
	ArticleID    string           `json:"article_id"`
	Statement    string           `json:"statement" doc:"The claim as a sentence: chain, act, content"`
	Act          string           `json:"act"`
	Class        string           `json:"class,omitempty"`
	Text         string           `json:"text"`
	Content      string           `json:"content,omitempty"`
	Cue          string           `json:"cue,omitempty"`
	Quoted       bool             `json:"quoted"`
	Unattributed bool             `json:"unattributed"`
	Negated      bool             `json:"negated"`
	Factuality   graph.Factuality `json:"factuality,omitempty"`
	Hedges       []string         `json:"hedges"`
	Said         *graph.Interval  `json:"said"`
	Quantity     *graph.Quantity  `json:"quantity,omitempty"`
	Article      Ref              `json:"article"`
	Publisher    string           `json:"publisher,omitempty"`
	Published    *graph.Interval  `json:"published"`
	Chain        []Hop            `json:"chain"`
	About        []Ref            `json:"about"`
	Evidence     []Evidence       `json:"evidence"`
}

func claimView(l *lens, id string) (Claim, bool) {
	c := l.claims[id]
	if c == nil {
		return Claim{}, false
	}
	v := Claim{ID: c.ID, Collection: c.Collection, ArticleID: c.Article, Statement: export.Statement(l.g, *c), Act: c.Act, Class: c.Class,
		Text: c.Text, Content: c.Content, Cue: c.Cue, Quoted: c.Quoted, Unattributed: c.Unattributed, Negated: c.Negated,
		Factuality: c.Factuality, Hedges: orEmpty(c.Hedges), Said: c.Said, Quantity: c.Quantity,
		Article: l.ref(c.Article), Chain: []Hop{}, About: []Ref{}, Evidence: l.evidence(c.Article, c.Evidence)}
	if a := l.articles[c.Article]; a != nil {
		v.Publisher, v.Published = a.Publisher, a.Published
	}
	for _, r := range l.from(id, graph.AttributedTo) {
		v.Chain = append(v.Chain, Hop{r.Hop, l.ref(r.To), r.Act, r.Cue, r.Medium, r.Factuality, r.Told, r.Time, l.evidence(r.Article, r.Evidence)})
	}
	for _, r := range l.from(id, graph.AboutRel) {
		v.About = append(v.About, l.ref(r.To))
	}
	return v, true
}

// A GraphNode and a GraphEdge are the one shape in which graphs are drawn.
type GraphNode struct {
	Ref
	Time *graph.Interval `json:"time,omitempty"`
}

// A GraphEdge joins two nodes of the same answer.
type GraphEdge struct {
	ID        string          `json:"id"`
	Source    string          `json:"source"`
	Target    string          `json:"target"`
	Type      graph.RelType   `json:"type"`
	Role      string          `json:"role,omitempty"`
	Hop       int             `json:"hop,omitempty"`
	ClaimID   string          `json:"claim_id,omitempty"`
	Derived   string          `json:"derived,omitempty"`
	ArticleID string          `json:"article_id"`
	Time      *graph.Interval `json:"time,omitempty"`
	Evidence  []Evidence      `json:"evidence"`
}

// A Graph is nodes and edges, ready to draw.
type Graph struct {
	Nodes     []GraphNode `json:"nodes"`
	Edges     []GraphEdge `json:"edges"`
	Truncated bool        `json:"truncated"`
	Reasons   []string    `json:"truncated_reasons"`
}

func graphView(g *graph.Subgraph) Graph {
	l := newLens(g)
	out := Graph{Nodes: []GraphNode{}, Edges: []GraphEdge{}, Reasons: []string{}}
	for _, r := range g.Records() {
		switch r := r.(type) {
		case graph.Relationship:
			out.Edges = append(out.Edges, GraphEdge{r.ID, r.From, r.To, r.Type, r.Role, r.Hop, r.Claim, r.Derived, r.Article, r.Time, l.evidence(r.Article, r.Evidence)})
		default:
			out.Nodes = append(out.Nodes, GraphNode{l.ref(r.RecordID()), timeOf(r)})
		}
	}
	return out
}

func timeOf(r graph.Record) *graph.Interval {
	switch r := r.(type) {
	case graph.Article:
		return r.Published
	case graph.Event:
		return r.Time
	case graph.Claim:
		return r.Said
	}
	return nil
}

// A Job is how far a batch of articles is.
type Job struct {
	ID         string     `json:"id"`
	State      string     `json:"state" enum:"queued,running,succeeded,partial,failed,cancelled"`
	Total      int        `json:"total"`
	Done       int        `json:"done"`
	Failed     int        `json:"failed"`
	Duplicates int        `json:"duplicates"`
	Created    time.Time  `json:"created_at"`
	Finished   *time.Time `json:"finished_at"`
	Items      []JobItem  `json:"items,omitempty" doc:"What became of each article; only for one job"`
}

// A JobItem is one article of a job.
type JobItem struct {
	Name      string `json:"name"`
	State     string `json:"state"`
	ArticleID string `json:"article_id,omitempty"`
	Attempts  int    `json:"attempts"`
	Error     string `json:"error,omitempty" doc:"Why it failed, and what to do"`
}

// An Item is what is to be taken in: the bytes of an article, or of several.
type Item struct {
	Name        string
	ContentType string
	Data        []byte
	Collection  string
}

// Received is what became of one article.
type Received struct {
	ArticleID string
	Duplicate bool // it was there already
}

func orEmpty[E any](s []E) []E {
	if s == nil {
		return []E{}
	}
	return s
}
