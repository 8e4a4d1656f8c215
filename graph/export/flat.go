package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/claimline/claimline/graph"
)

// A property is a column of what tools of other people know: nodes and edges
// with properties of plain types.
type property struct {
	name string
	kind string // string, double or boolean, as GraphML names types
}

// value writes a property; empty for one that is not there.
type values map[string]string

// nodeProperties and edgeProperties are the columns, in order. Dates stand as
// EDTF and as bounds, since most tools know only the latter; empty bounds are
// open or unknown.
var (
	nodeProperties = []property{
		{"kind", "string"}, {"type", "string"}, {"label", "string"}, {"aliases", "string"}, {"country", "string"},
		{"lat", "double"}, {"lon", "double"}, {"edtf", "string"}, {"start", "string"}, {"end", "string"},
		{"realis", "string"}, {"negated", "boolean"}, {"generic", "boolean"}, {"statement", "string"}, {"factuality", "string"},
		{"figure", "string"}, {"publisher", "string"}, {"url", "string"}, {"article", "string"}, {"collection", "string"},
	}
	edgeProperties = []property{
		{"type", "string"}, {"role", "string"}, {"hop", "double"}, {"act", "string"}, {"cue", "string"}, {"alleged_by", "string"},
		{"edtf", "string"}, {"start", "string"}, {"end", "string"}, {"derived", "string"}, {"quote", "string"}, {"article", "string"},
	}
)

// A flatNode and a flatEdge are what most formats are written from.
type flatNode struct {
	id, label string
	kind      graph.Kind
	time      *graph.Interval
	values    values
}

type flatEdge struct {
	id, from, to string
	kind         graph.RelType
	time         *graph.Interval
	values       values
}

// flatten lists the nodes of g and the edges whose ends it holds, by id.
func flatten(g *graph.Subgraph) (nodes []flatNode, edges []flatEdge) {
	held := map[string]bool{}
	for _, r := range g.Records() {
		if rel, ok := r.(graph.Relationship); ok {
			if held[rel.From] && held[rel.To] {
				edges = append(edges, flatEdgeOf(rel))
			}
			continue
		}
		held[r.RecordID()] = true
		nodes = append(nodes, flatNodeOf(g, r))
	}
	slices.SortFunc(nodes, func(a, b flatNode) int { return cmp.Compare(a.id, b.id) })
	slices.SortFunc(edges, func(a, b flatEdge) int { return cmp.Compare(a.id, b.id) })
	return nodes, edges
}

func flatNodeOf(g *graph.Subgraph, r graph.Record) flatNode {
	n := flatNode{id: r.RecordID(), kind: r.RecordKind(), values: values{"kind": strings.ToLower(string(r.RecordKind()))}}
	v := n.values
	switch r := r.(type) {
	case graph.Article:
		n.label, n.time = cmp.Or(r.Title, beginning(r.Text)), r.Published
		v["publisher"], v["url"], v["collection"] = r.Publisher, r.URL, r.Collection
	case graph.Actor:
		n.label = r.Name
		v["type"], v["aliases"], v["country"], v["collection"] = string(r.Kind), strings.Join(r.Aliases, "; "), r.Country, r.Collection
	case graph.Place:
		n.label = r.Name
		v["type"], v["aliases"], v["country"], v["collection"] = string(r.Kind), strings.Join(r.Aliases, "; "), r.Country, r.Collection
		v["lat"], v["lon"] = degrees(r.Lat), degrees(r.Lon)
	case graph.Event:
		n.label, n.time = r.Label, r.Time
		v["type"], v["realis"], v["article"], v["collection"] = r.Type, string(r.Realis), r.Article, r.Collection
		v["negated"], v["generic"] = strconv.FormatBool(r.Negated), strconv.FormatBool(r.Generic)
	case graph.Claim:
		n.label, n.time = r.Text, r.Said
		v["type"], v["statement"], v["factuality"], v["article"], v["collection"] = r.Act, Statement(g, r), string(r.Factuality), r.Article, r.Collection
		v["negated"] = strconv.FormatBool(r.Negated)
		if r.Quantity != nil {
			v["figure"] = Figure(*r.Quantity)
		}
	}
	v["label"] = n.label
	v.date(n.time)
	v.clean()
	return n
}

func flatEdgeOf(r graph.Relationship) flatEdge {
	e := flatEdge{id: r.ID, from: r.From, to: r.To, kind: r.Type, time: r.Time, values: values{
		"type": string(r.Type), "role": r.Role, "act": r.Act, "cue": r.Cue, "alleged_by": r.Claim, "derived": r.Derived, "article": r.Article}}
	if r.Hop > 0 {
		e.values["hop"] = strconv.Itoa(r.Hop)
	}
	if len(r.Evidence) > 0 {
		e.values["quote"] = r.Evidence[0].Quote
	}
	e.values.date(r.Time)
	e.values.clean()
	return e
}

// date writes an interval: Start is its first second and End its last, both
// UTC, so that a tool that knows no open ends still shows the day.
func (v values) date(i *graph.Interval) {
	if i == nil {
		return
	}
	v["edtf"] = i.EDTF
	if !i.Earliest.IsZero() {
		v["start"] = i.Earliest.UTC().Format("2006-01-02T15:04:05Z")
	}
	if !i.Latest.IsZero() {
		v["end"] = i.Latest.UTC().Add(-1).Format("2006-01-02T15:04:05Z")
	}
}

// clean drops what is empty and the control characters that XML forbids and
// other formats only suffer.
func (v values) clean() {
	for name, s := range v {
		if s = printable(s); s == "" {
			delete(v, name)
		} else {
			v[name] = s
		}
	}
}

func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' || r == 0x7f || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

func degrees(f *float64) string {
	if f == nil {
		return ""
	}
	return number(*f)
}

// beginning is how a text without a title is called.
func beginning(text string) string {
	const most = 60
	words := strings.Join(strings.Fields(text), " ")
	for i := range words {
		if i >= most {
			return words[:i] + "…"
		}
	}
	return words
}

// typed gives a property as the value that JSON writes.
func (p property) typed(s string) any {
	switch p.kind {
	case "double":
		if f, err := strconv.ParseFloat(s, 64); err == nil {
			return f
		}
	case "boolean":
		return s == "true"
	}
	return s
}

// object gives all properties that are there as a JSON object.
func (v values) object(properties []property) map[string]any {
	out := map[string]any{}
	for _, p := range properties {
		if s, ok := v[p.name]; ok {
			out[p.name] = p.typed(s)
		}
	}
	return out
}

// date is an interval in EDTF, empty when it is unknown.
func date(i *graph.Interval) string {
	if i == nil {
		return ""
	}
	return i.EDTF
}
