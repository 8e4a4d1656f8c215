package api

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/claimline/claimline/graph"
)

// A ScopeParams is what every read may restrict itself to.
type ScopeParams struct {
	Collection    []string `query:"collection,explode" doc:"Collections to look in; * for all. Default: default" maxItems:"50"`
	PublishedFrom string   `query:"published_from" doc:"Only articles published from this date on (ISO 8601 or EDTF)"`
	PublishedTo   string   `query:"published_to" doc:"Only articles published up to this date, included"`
	AsOf          string   `query:"as_of" doc:"The graph as it was at this time, by time of ingest"`
}

func (p ScopeParams) scope() (graph.Scope, error) {
	s := graph.Scope{Collections: p.Collection}
	var err error
	if s.Published, err = window("published_from", p.PublishedFrom, "published_to", p.PublishedTo); err != nil {
		return s, err
	}
	if p.AsOf != "" {
		at, err := bound("as_of", p.AsOf)
		if err != nil {
			return s, err
		}
		s.AsOf = at.Latest
	}
	return s, nil
}

// window reads two dates: the beginning of the first and the end of the second.
func window(fromName, from, toName, to string) (graph.Window, error) {
	var w graph.Window
	if from != "" {
		i, err := bound(fromName, from)
		if err != nil {
			return w, err
		}
		w.From = i.Earliest
	}
	if to != "" {
		i, err := bound(toName, to)
		if err != nil {
			return w, err
		}
		w.To = i.Latest
	}
	if !w.From.IsZero() && !w.To.IsZero() && !w.From.Before(w.To) {
		return w, invalid("query."+fromName, "the window ends before it begins: "+fromName+" "+from+", "+toName+" "+to)
	}
	return w, nil
}

func bound(name, value string) (graph.Interval, error) {
	if at, err := time.Parse(time.RFC3339, value); err == nil {
		return graph.Interval{Earliest: at.UTC(), Latest: at.UTC().Add(time.Second)}, nil
	}
	i, err := graph.ParseEDTF(value)
	if err != nil {
		return i, invalid("query."+name, "not a date: "+value+"; write 2024, 2024-03, 2024-03-22 or 2024-03-22T18:00:00Z")
	}
	return i, nil
}

func invalid(location, message string) *Problem {
	p := problem(http.StatusUnprocessableEntity, "validation", message, "")
	p.Errors = []Detail{{Location: location, Message: message}}
	return p
}

// A PageParams asks for a part of a list.
type PageParams struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
	Cursor string `query:"cursor" doc:"next_cursor of the page before; all other parameters must stay the same"`

	self url.URL
}

// Resolve keeps the address of the request, which cursors are bound to.
func (p *PageParams) Resolve(ctx huma.Context) []error {
	p.self = ctx.URL()
	return nil
}

// A cursor is opaque to clients: where a page ended, and a digest of the
// question, so that it cannot be used with another.
type cursor struct {
	After    graph.Cursor `json:"a"`
	Question string       `json:"q"`
}

func (p PageParams) question() string {
	q := p.self.Query()
	q.Del("cursor")
	q.Del("limit")
	sum := sha256.Sum256([]byte(p.self.Path + "?" + q.Encode()))
	return hex.EncodeToString(sum[:6])
}

func (p PageParams) page() (graph.Page, error) {
	page := graph.Page{Limit: p.Limit}
	if p.Cursor == "" {
		return page, nil
	}
	var c cursor
	raw, err := base64.RawURLEncoding.DecodeString(p.Cursor)
	if err != nil || json.Unmarshal(raw, &c) != nil {
		return page, problem(http.StatusBadRequest, "cursor_invalid", "the cursor cannot be read", "")
	}
	if c.Question != p.question() {
		return page, problem(http.StatusBadRequest, "cursor_mismatch", "the cursor belongs to another question", "")
	}
	page.After = &c.After
	return page, nil
}

// A Total counts the matches; relation is gte where counting stopped.
type Total struct {
	Value    int    `json:"value"`
	Relation string `json:"relation" enum:"eq,gte"`
}

// A List is a page of items.
type List[T any] struct {
	Items      []T      `json:"items"`
	NextCursor *string  `json:"next_cursor"`
	Total      Total    `json:"total"`
	Truncated  bool     `json:"truncated" doc:"Whether something around the items is not shown"`
	Reasons    []string `json:"truncated_reasons"`
}

type listOutput[T any] struct {
	Link string `header:"Link" doc:"The next page, RFC 8288"`
	Body List[T]
}

// list writes a page of an answer, each node through view.
func list[T any](p PageParams, a graph.Answer, view func(*lens, string) (T, bool)) (*listOutput[T], error) {
	out := &listOutput[T]{Body: List[T]{Items: []T{}, Total: Total{a.Total.Value, "eq"}, Reasons: []string{}}}
	if !a.Total.Exact {
		out.Body.Total.Relation = "gte"
	}
	if len(a.Truncated) > 0 {
		out.Body.Truncated, out.Body.Reasons = true, a.Truncated
	}
	l := newLens(&a.Graph)
	for _, id := range a.Order {
		if v, ok := view(l, id); ok {
			out.Body.Items = append(out.Body.Items, v)
		}
	}
	if a.Next == nil {
		return out, nil
	}
	raw, err := json.Marshal(cursor{*a.Next, p.question()})
	if err != nil {
		return nil, err
	}
	next := base64.RawURLEncoding.EncodeToString(raw)
	out.Body.NextCursor = &next
	q := p.self.Query()
	q.Set("cursor", next)
	out.Link = "<" + strings.TrimSuffix(p.self.Path, "?") + "?" + q.Encode() + `>; rel="next"`
	return out, nil
}
