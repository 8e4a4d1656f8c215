package export

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/claimline/claimline/graph"
)

// ldContext names the vocabularies: schema.org for things and claims, the Web
// Annotation model for passages, PROV-O for where a statement is from. Ids are
// URNs, since the graph has no public address.
var ldContext = map[string]any{
	"@vocab": "https://schema.org/",
	"oa":     "http://www.w3.org/ns/oa#",
	"prov":   "http://www.w3.org/ns/prov#",
	"cl":     "urn:claimline:",
	"id":     "@id",
	"type":   "@type",
	"xsd":    "http://www.w3.org/2001/XMLSchema#",
}

type ld map[string]any

func urn(id string) string { return "urn:claimline:" + id }
func ref(id string) ld     { return ld{"id": urn(id)} }

// ldTypes by kind of actor, as schema.org has them.
var ldTypes = map[graph.ActorKind]string{
	graph.Person: "Person", graph.Organization: "Organization", graph.PublicBody: "GovernmentOrganization", graph.ArmedGroup: "Organization",
	graph.MediaOutlet: "NewsMediaOrganization", graph.State: "AdministrativeArea", graph.UnnamedSource: "Thing", graph.Population: "Thing",
}

// writeJSONLD writes JSON-LD 1.1. A claim is a schema.org Claim whose author
// is its innermost source; the whole chain stands in prov:qualifiedAttribution.
// Every node carries its evidence as Web Annotations with both selectors.
func writeJSONLD(w io.Writer, _ string, g *graph.Subgraph) error {
	nodes := []ld{}
	for _, r := range g.Records() {
		if n := ldNode(g, r); n != nil {
			nodes = append(nodes, n)
		}
	}
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	return e.Encode(ld{"@context": ldContext, "@graph": nodes})
}

func ldNode(g *graph.Subgraph, r graph.Record) ld {
	n := ld{"id": urn(r.RecordID())}
	switch r := r.(type) {
	case graph.Article:
		n["type"] = "NewsArticle"
		n.set("headline", r.Title)
		n.set("url", r.URL)
		n.set("inLanguage", r.Language)
		n.set("publisher", r.Publisher)
		n.set("author", r.Author)
		n.set("articleBody", r.Text)
		n.set("datePublished", date(r.Published))
		n.set("cl:sha256", r.TextHash)
	case graph.Actor:
		n["type"] = ldTypes[r.Kind]
		n.set("name", r.Name)
		n.set("cl:kind", string(r.Kind))
		if len(r.Aliases) > 0 {
			n["alternateName"] = r.Aliases
		}
		ldRelations(g, n, r.ID)
	case graph.Place:
		n["type"] = "Place"
		n.set("name", r.Name)
		if len(r.Aliases) > 0 {
			n["alternateName"] = r.Aliases
		}
		if r.Lat != nil && r.Lon != nil {
			n["geo"] = ld{"type": "GeoCoordinates", "latitude": *r.Lat, "longitude": *r.Lon}
		}
		ldRelations(g, n, r.ID)
	case graph.Event:
		n["type"] = []string{"Event", "prov:Entity"}
		n.set("name", r.Label)
		n.set("cl:eventType", r.Type)
		n.set("cl:realis", string(r.Realis))
		n.set("startDate", bound(r.Time, true))
		n.set("endDate", bound(r.Time, false))
		n.set("cl:edtf", date(r.Time))
		ldRelations(g, n, r.ID)
		n.evidence(r.Article, r.ID, r.Evidence)
	case graph.Claim:
		n["type"] = []string{"Claim", "prov:Entity"}
		n.set("text", r.Text)
		n.set("name", Statement(g, r))
		n.set("cl:act", r.Act)
		n.set("cl:factuality", string(r.Factuality))
		n.set("dateCreated", date(r.Said))
		n["appearance"] = ref(r.Article)
		if r.Quantity != nil {
			n.set("cl:figure", Figure(*r.Quantity))
		}
		ldChain(g, n, r.ID)
		ldRelations(g, n, r.ID)
		n.evidence(r.Article, r.ID, r.Evidence)
	default:
		return nil
	}
	return n
}

func (n ld) set(name, value string) {
	if value = printable(value); value != "" {
		n[name] = value
	}
}

func ldChain(g *graph.Subgraph, n ld, claim string) {
	hops := chain(g, claim)
	var list []ld
	for _, r := range hops {
		hop := ld{"type": "prov:Attribution", "prov:agent": ref(r.To), "position": r.Hop, "cl:act": r.Act}
		hop.set("cl:cue", r.Cue)
		hop.set("cl:medium", r.Medium)
		list = append(list, hop)
		if !r.Told {
			n["author"] = ref(r.To)
		}
	}
	if len(list) > 0 {
		n["prov:qualifiedAttribution"] = list
	}
}

// ldNames are the properties for relationships that schema.org or PROV-O has
// a word for; others take their own name.
var ldNames = map[graph.RelType]string{
	graph.At: "location", graph.Within: "containedInPlace", graph.PartOf: "superEvent", graph.AboutRel: "about",
	graph.MemberOf: "memberOf", graph.EmployedBy: "worksFor", graph.LocatedIn: "location", graph.OffshootOf: "parentOrganization",
	graph.RelativeOf: "relatedTo",
}

func ldRelations(g *graph.Subgraph, n ld, id string) {
	lists := map[string][]ld{}
	for _, r := range g.Relationships {
		if r.From != id || r.Type == graph.AttributedTo || r.Type == graph.ReportedIn {
			continue
		}
		name := ldNames[r.Type]
		switch {
		case r.Type == graph.Participant && r.Claim == "":
			name = "cl:" + strings.ReplaceAll(r.Role, " ", "_")
		case r.Type == graph.Participant:
			name = "cl:alleged_" + strings.ReplaceAll(r.Role, " ", "_")
		case name == "":
			name = "cl:" + strings.ToLower(string(r.Type))
		}
		lists[name] = append(lists[name], ref(r.To))
	}
	for name, list := range lists {
		n[name] = list
	}
}

func (n ld) evidence(article, id string, evidence []graph.Evidence) {
	list := []ld{}
	for _, e := range evidence {
		list = append(list, ld{
			"type": "oa:Annotation", "oa:hasBody": ref(id), "prov:wasGeneratedBy": printable(e.Rule), "cl:extractor": printable(e.Extractor), "cl:role": string(e.Role),
			"oa:hasTarget": ld{"oa:hasSource": ref(article), "oa:hasSelector": []ld{
				{"type": "oa:TextQuoteSelector", "oa:exact": printable(e.Quote)},
				{"type": "oa:DataPositionSelector", "oa:start": e.Start, "oa:end": e.End}, // bytes of UTF-8
			}},
		})
	}
	n["cl:evidence"] = list
}

// bound is the first or the last day of an interval.
func bound(i *graph.Interval, first bool) string {
	switch {
	case i == nil, first && i.Earliest.IsZero(), !first && i.Latest.IsZero():
		return ""
	case first:
		return i.Earliest.UTC().Format("2006-01-02")
	}
	return i.Latest.UTC().Add(-1).Format("2006-01-02")
}
