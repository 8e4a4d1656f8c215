package nlp

import (
	"cmp"
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/ontology"
)

// A builder makes the nodes and relationships of one document. It is the only
// place where layers of package doc become records of package graph.
type builder struct {
	article graph.Article
	d       *doc.Document
	out     graph.Subgraph
	rels    map[string]int // relationship id → index in out.Relationships
	actors  []string       // chain → id of its actor, or empty
	places  []string       // chain → id of its place, or empty
	events  []string       // event mention → id of its event
	claims  []string       // attribution → id of its claim
	anchors []anchoring    // times of events that count from another event
}

// An anchoring is the record of an event that is dated by another event, which
// may get its id later.
type anchoring struct {
	record int // index in out.Events
	event  int // event mention
}

func subgraph(article graph.Article, d *doc.Document) *graph.Subgraph {
	b := &builder{
		article: article, d: d,
		rels:   map[string]int{},
		actors: make([]string, len(d.Chains)),
		places: make([]string, len(d.Chains)),
		events: make([]string, len(d.Events)),
		claims: make([]string, len(d.Attributions)),
	}
	b.article.Warnings = slices.Concat(article.Warnings, d.Notes)
	b.out.Articles = []graph.Article{b.article}
	for i := range d.Chains {
		b.chain(i)
	}
	b.within()
	for i := range d.Events {
		if d.Events[i].Same == i {
			b.event(i)
		}
	}
	for i := range d.Events {
		b.events[i] = b.events[d.Events[i].Same]
	}
	for _, a := range b.anchors {
		b.out.Events[a.record].Time.Anchor.ID = b.events[a.event]
	}
	for i := range d.Attributions {
		b.claim(i)
	}
	// Participants come after claims, since a role may be only alleged.
	for i := range d.Events {
		b.arguments(i)
	}
	for _, r := range d.Relations {
		b.relation(r)
	}
	b.out.Normalize()
	return &b.out
}

func (b *builder) evidence(span graph.Span, role graph.EvidenceRole, rule string) graph.Evidence {
	return graph.Evidence{Span: span, Quote: span.Of(b.d.Text), Role: role, Extractor: name, Rule: rule}
}

// relate adds a relationship, or its evidence to the one that is there.
func (b *builder) relate(r graph.Relationship) {
	r.Collection, r.Article = b.article.Collection, b.article.ID
	r.Identify()
	i, known := b.rels[r.ID]
	if !known {
		b.rels[r.ID] = len(b.out.Relationships)
		b.out.Relationships = append(b.out.Relationships, r)
		return
	}
	old := &b.out.Relationships[i]
	for _, e := range r.Evidence {
		if !slices.Contains(old.Evidence, e) {
			old.Evidence = append(old.Evidence, e)
		}
	}
	old.Identify()
}

// interval copies the reading of a time expression, nil for none. What counts
// from an event names it once that event is made.
func (b *builder) interval(timex int) *graph.Interval {
	if timex == doc.None {
		return nil
	}
	i := b.d.Timexes[timex].Interval
	if e := b.d.Timexes[timex].Event; e != doc.None {
		anchor := graph.Anchor{Kind: "event", ID: b.events[e]}
		if i.Anchor != nil {
			anchor.Value = i.Anchor.Value
		}
		i.Anchor = &anchor
	}
	if b.article.Published == nil && b.article.Anchor != nil && i.Confidence == graph.Resolved {
		i.Confidence = graph.Inferred // from a date that was only supplied
	}
	return &i
}

func (b *builder) timeEvidence(timex int) []graph.Evidence {
	if timex == doc.None {
		return nil
	}
	t := b.d.Timexes[timex]
	rule, span := t.Rule, t.Span
	if !strings.HasPrefix(rule, "event/") {
		rule = "timex/" + rule
	}
	if t.Event != doc.None { // "three days before the massacre"
		if anchor := b.d.Events[t.Event]; anchor.Token != doc.None && b.d.Tokens[anchor.Token].Sent == b.d.Tokens[t.First].Sent {
			span.End = max(span.End, anchor.Trigger.End)
		}
	}
	out := []graph.Evidence{b.evidence(span, graph.RoleTime, rule)}
	if t.Cue.Len() > 0 {
		out = append(out, b.evidence(t.Cue, graph.RoleTime, "timex/direction"))
	}
	return out
}

// event makes one event of all mentions that repeat the i-th.
func (b *builder) event(i int) {
	first := b.d.Events[i]
	e := graph.Event{
		Collection: b.article.Collection, Article: b.article.ID,
		Type: first.Type, Realis: first.Realis, Negated: first.Negated, Generic: first.Generic,
	}
	timex, why := doc.None, ""
	for j, m := range b.d.Events {
		if m.Same != i {
			continue
		}
		e.Evidence = append(e.Evidence, b.evidence(m.Trigger, graph.RoleTrigger, m.Rule))
		for _, mode := range m.Modes {
			// A mention of another type, such as a death in an attack, brings
			// modes that this type does not have.
			if _, ok := ontology.ModeOf(e.Type, mode); ok {
				e.Modes = append(e.Modes, mode)
			}
		}
		e.Contexts = append(e.Contexts, m.Contexts...)
		if timex == doc.None {
			timex, why = b.d.Events[j].Time, b.d.Events[j].TimeRule
		}
	}
	slices.Sort(e.Modes)
	slices.Sort(e.Contexts)
	e.Modes, e.Contexts = slices.Compact(e.Modes), slices.Compact(e.Contexts)
	e.Time = b.interval(timex)
	if timex != doc.None && b.d.Timexes[timex].Event != doc.None {
		b.anchors = append(b.anchors, anchoring{len(b.out.Events), b.d.Timexes[timex].Event})
	}
	for n, ev := range b.timeEvidence(timex) {
		if n == 0 { // the words of the date, with how they came to date this
			ev.Rule += " " + why
		}
		e.Evidence = append(e.Evidence, ev)
	}
	e.Label = b.label(i)
	e.Identify()
	b.events[i] = e.ID
	b.out.Events = append(b.out.Events, e)
	for _, ev := range e.Evidence {
		if ev.Role == graph.RoleTrigger {
			b.relate(graph.Relationship{Type: graph.Mentions, From: b.article.ID, To: e.ID, Evidence: []graph.Evidence{{
				Span: ev.Span, Quote: ev.Quote, Role: graph.RoleMention, Extractor: name, Rule: ev.Rule}}})
		}
	}
}

// display is the name that a mention's chain goes by, or its own words.
func (b *builder) display(mention int) string {
	m := b.d.Mentions[mention]
	if m.Chain != doc.None {
		return b.d.Chains[m.Chain].Name
	}
	return strings.Join(strings.Fields(m.Of(b.d.Text)), " ")
}

// arguments joins the i-th event mention to its participants and place.
func (b *builder) arguments(i int) {
	m := b.d.Events[i]
	for _, a := range m.Args {
		actor := b.actorOf(a.Mention)
		if actor == "" {
			continue
		}
		r := graph.Relationship{Type: graph.Participant, From: b.events[i], To: actor, Role: a.Role,
			Evidence: []graph.Evidence{b.evidence(b.d.Mentions[a.Mention].Span, graph.RoleArgument, m.Rule)}}
		if m.Alleged != doc.None && strings.HasPrefix(a.Role, "perpetrator_") {
			r.Claim = b.claims[m.Alleged]
		}
		b.relate(r)
	}
	if place := b.scene(m.Place); place != "" {
		b.relate(graph.Relationship{Type: graph.At, From: b.events[i], To: place,
			Evidence: []graph.Evidence{b.evidence(b.d.Mentions[m.Place].Span, graph.RoleArgument, cmp.Or(m.PlaceRule, m.Rule))}})
	}
}

func (b *builder) actorOf(mention int) string { return b.nodeOf(mention, b.actors) }
func (b *builder) placeOf(mention int) string { return b.nodeOf(mention, b.places) }

func (b *builder) nodeOf(mention int, nodes []string) string {
	if mention == doc.None || b.d.Mentions[mention].Chain == doc.None {
		return ""
	}
	return nodes[b.d.Mentions[mention].Chain]
}

func (b *builder) relation(r doc.Relation) {
	from, to := b.actorOf(r.From), b.actorOf(r.To)
	if r.Type == graph.LocatedIn || r.Type == graph.Leads && to == "" {
		to = b.placeOf(r.To)
	}
	if from == "" || to == "" || from == to {
		return
	}
	time := b.interval(r.Time)
	if time == nil && strings.Contains(r.Rule, "relation/former") {
		time = b.until()
	}
	b.relate(graph.Relationship{Type: r.Type, From: from, To: to, Time: time,
		Evidence: []graph.Evidence{b.evidence(r.Span, graph.RoleArgument, r.Rule)}})
}

// until is the time before the article was published, within which what it calls
// former ended; nil when that is unknown.
func (b *builder) until() *graph.Interval {
	p := b.article.Published
	if p == nil || p.EDTF == "" || strings.Contains(p.EDTF, "/") {
		return nil
	}
	x, err := graph.ParseEDTF("../" + p.EDTF)
	if err != nil {
		return nil
	}
	x.Confidence, x.Rule = graph.Resolved, "relation/former"
	x.Anchor = &graph.Anchor{Kind: "publication", Value: p.EDTF}
	return &x
}
