package export

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/claimline/claimline/graph"
)

// An ftmEntity is an entity of FollowTheMoney, whose values are all lists of
// strings.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

func (e *ftmEntity) add(name string, list ...string) {
	for _, s := range list {
		if s = printable(s); s != "" {
			e.Properties[name] = append(e.Properties[name], s)
		}
	}
}

// ftmSchemas by kind of actor. FollowTheMoney has none for who is only
// described or for a whole people; a LegalEntity is what may be either.
var ftmSchemas = map[graph.ActorKind]string{
	graph.Person: "Person", graph.Organization: "Organization", graph.PublicBody: "PublicBody", graph.ArmedGroup: "Organization",
	graph.MediaOutlet: "Organization", graph.State: "PublicBody", graph.UnnamedSource: "LegalEntity", graph.Population: "LegalEntity",
}

// ftmLinks are the schemas for relations between actors, with the names of the
// two ends.
var ftmLinks = map[graph.RelType][3]string{
	graph.Leads:       {"Directorship", "director", "organization"},
	graph.MemberOf:    {"Membership", "member", "organization"},
	graph.EmployedBy:  {"Employment", "employee", "employer"},
	graph.OffshootOf:  {"UnknownLink", "subject", "object"},
	graph.AffiliateOf: {"UnknownLink", "subject", "object"},
	graph.SpokesFor:   {"UnknownLink", "subject", "object"},
	graph.RelativeOf:  {"UnknownLink", "subject", "object"},
}

// writeFTM writes FollowTheMoney entities, one a line, for Aleph, OpenAleph
// and yente. Claims become notes on what they are about. A relation whose end
// has a schema that its own schema does not allow becomes an UnknownLink.
func writeFTM(w io.Writer, _ string, g *graph.Subgraph) error {
	f := ftm{g: g, schema: map[string]string{}, entities: map[string]*ftmEntity{}}
	for _, r := range g.Records() {
		if rel, ok := r.(graph.Relationship); ok {
			f.relationship(rel)
		} else {
			f.node(r)
		}
	}
	e := json.NewEncoder(w)
	for _, id := range f.order {
		if err := e.Encode(f.entities[id]); err != nil {
			return err
		}
	}
	return nil
}

type ftm struct {
	g        *graph.Subgraph
	schema   map[string]string
	entities map[string]*ftmEntity
	order    []string
}

func (f *ftm) entity(id, schema string) *ftmEntity {
	e := &ftmEntity{id, schema, map[string][]string{}}
	f.entities[id], f.schema[id] = e, schema
	f.order = append(f.order, id)
	return e
}

func (f *ftm) node(r graph.Record) {
	switch r := r.(type) {
	case graph.Article:
		e := f.entity(r.ID, "Article")
		e.add("title", r.Title)
		e.add("bodyText", r.Text)
		e.add("sourceUrl", r.URL)
		e.add("publisher", r.Publisher)
		e.add("author", r.Author)
		e.add("publishedAt", ftmDates(r.Published)...)
	case graph.Actor:
		e := f.entity(r.ID, ftmSchemas[r.Kind])
		e.add("name", r.Name)
		e.add("alias", r.Aliases...)
		e.add("country", strings.ToLower(r.Country))
	case graph.Place:
		e := f.entity(r.ID, "Address")
		e.add("full", r.Name)
		e.add("alias", r.Aliases...)
		e.add("country", strings.ToLower(r.Country))
		e.add("latitude", degrees(r.Lat))
		e.add("longitude", degrees(r.Lon))
	case graph.Event:
		e := f.entity(r.ID, "Event")
		e.add("name", r.Label)
		e.add("keywords", append([]string{r.Type, string(r.Realis)}, r.Modes...)...)
		e.add("proof", r.Article)
		e.dates(r.Time)
		for _, v := range r.Evidence {
			if v.Role == graph.RoleTrigger {
				e.add("summary", v.Quote)
			}
		}
	case graph.Claim:
		e := f.entity(r.ID, "Note")
		e.add("name", Statement(f.g, r))
		e.add("description", r.Text)
		e.add("keywords", r.Act, string(r.Factuality))
		e.add("proof", r.Article)
	}
}

func (f *ftm) relationship(r graph.Relationship) {
	from, to := f.entities[r.From], f.entities[r.To]
	if from == nil || to == nil {
		return
	}
	switch r.Type {
	case graph.Mentions:
		if to.Schema != "Event" {
			e := f.entity(r.ID, "Documentation")
			e.add("document", r.From)
			e.add("entity", r.To)
		}
	case graph.Participant:
		// A role that is only alleged stands in the note on the event.
		if r.Claim == "" && ftmLegal(to.Schema) {
			from.add("involved", r.To)
		}
	case graph.At:
		from.add("addressEntity", r.To)
	case graph.AboutRel:
		from.add("entity", r.To)
	default:
		f.link(r, from, to)
	}
}

func (f *ftm) link(r graph.Relationship, from, to *ftmEntity) {
	l, ok := ftmLinks[r.Type]
	if !ok {
		return
	}
	organization := to.Schema == "Organization" || to.Schema == "PublicBody"
	if !organization || !ftmLegal(from.Schema) || l[0] == "Employment" && from.Schema != "Person" {
		l = [3]string{"UnknownLink", "subject", "object"}
	}
	e := f.entity(r.ID, l[0])
	e.add(l[1], r.From)
	e.add(l[2], r.To)
	e.add("role", strings.ToLower(strings.ReplaceAll(string(r.Type), "_", " ")))
	e.add("proof", r.Article)
	for _, v := range r.Evidence {
		e.add("summary", v.Quote)
	}
	e.dates(r.Time)
}

func ftmLegal(schema string) bool {
	return schema != "Address" && schema != "Event" && schema != "Note" && schema != "Article"
}

// dates writes an interval as far as its bounds are known.
func (e *ftmEntity) dates(i *graph.Interval) {
	if d := ftmDates(i); len(d) == 1 {
		e.add("date", d...)
		return
	}
	if i != nil && !i.Earliest.IsZero() {
		e.add("startDate", i.Earliest.UTC().Format("2006-01-02"))
	}
	if i != nil && !i.Latest.IsZero() {
		e.add("endDate", i.Latest.UTC().Add(-1).Format("2006-01-02"))
	}
}

// ftmDates is a date of FollowTheMoney, a prefix of ISO 8601, where the EDTF
// is one.
func ftmDates(i *graph.Interval) []string {
	if i == nil || strings.Trim(i.EDTF, "0123456789-:TZ") != "" || i.EDTF == "" {
		return nil
	}
	return []string{i.EDTF}
}
