package compare

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
)

// A story is a made-up set of articles, written as lines of a file in
// testdata:
//
//	## title of the case
//	who NAME KIND [COUNTRY]           an actor, named in the claims below
//	place NAME KIND COUNTRY LAT LON   a place
//	rel NAME TYPE NAME                a relationship between actors
//	event NAME TYPE REALIS DATE PLACE ROLE=ACTOR
//	                                  - for none; DATE@WORD is read from that word; as many roles as need be
//	CLAIM DATE OUTLET | SOURCES | ACT | CONTENT | FIGURE | EVENTS
//	> TYPE CLAIM CLAIM                a link that must be found; no other may be
//
// Names hold _ for a space. SOURCES stand outermost first with < between them;
// none is the article's own voice, ? nobody in particular. FIGURE is METRIC
// COMPARATOR VALUE [UNIT] [of POPULATION] [provisional], in the words that hold
// the number in the content. EVENTS are NAME or NAME:WORD, the word of the
// content that tells of it. Claims of one date and outlet are of one article.
type story struct {
	title    string
	sub      graph.Subgraph
	cluster  map[string]string // id → name
	ids      map[string]string // claim → id
	want     []string
	actors   map[string]graph.Actor
	places   map[string]graph.Place
	events   map[string][]string // name → type realis date place role=actor …
	articles map[string]*graph.Article
	pending  []pendingClaim
}

type pendingClaim struct {
	name, article, act, content, figure string
	sources, events                     []string
	start                               int
}

func readStories(t *testing.T, file string) []*story {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	var out []*story
	for n, line := range strings.Split(string(data), "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
			continue
		case strings.HasPrefix(line, "## "):
			out = append(out, newStory(line[3:]))
			continue
		case len(out) == 0:
			t.Fatalf("%s:%d: no case yet", file, n+1)
		}
		if err := out[len(out)-1].line(line); err != nil {
			t.Fatalf("%s:%d: %v", file, n+1, err)
		}
	}
	for _, s := range out {
		s.build()
	}
	return out
}

func newStory(title string) *story {
	return &story{title: title, cluster: map[string]string{}, ids: map[string]string{}, actors: map[string]graph.Actor{},
		places: map[string]graph.Place{}, events: map[string][]string{}, articles: map[string]*graph.Article{}}
}

func spaced(s string) string { return strings.ReplaceAll(s, "_", " ") }

func (s *story) line(line string) error {
	f := strings.Fields(line)
	switch f[0] {
	case "who":
		s.actor(spaced(f[1]), graph.ActorKind(f[2]), append(f[3:], "")[0])
	case "place":
		lat, _ := strconv.ParseFloat(f[4], 64)
		lon, _ := strconv.ParseFloat(f[5], 64)
		p := graph.Place{Kind: graph.PlaceKind(f[2]), Name: spaced(f[1]), Country: f[3], Lat: &lat, Lon: &lon}
		p.Identify()
		s.places[p.Name] = p
		s.cluster[p.ID] = p.Name
	case "rel":
		r := graph.Relationship{Type: graph.RelType(f[2]), From: s.actors[spaced(f[1])].ID, To: s.actors[spaced(f[3])].ID, Derived: "test"}
		r.Identify()
		s.sub.Add(r)
	case "event":
		s.events[f[1]] = f[2:]
	case ">":
		s.want = append(s.want, strings.Join(f[1:], " "))
	default:
		return s.claim(line)
	}
	return nil
}

func (s *story) actor(name string, kind graph.ActorKind, country string) graph.Actor {
	if a, ok := s.actors[name]; ok {
		return a
	}
	a := graph.Actor{Kind: kind, Name: name, Country: country}
	a.Identify()
	s.actors[name] = a
	s.cluster[a.ID] = name
	return a
}

func (s *story) claim(line string) error {
	f := strings.Split(line, "|")
	if len(f) != 6 {
		return fmt.Errorf("%d columns, want 6", len(f))
	}
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	head := strings.SplitN(f[0], " ", 3)
	a := s.articles[head[1]+head[2]]
	if a == nil {
		a = &graph.Article{Publisher: head[2]}
		if head[1] != "-" {
			i, err := graph.ParseEDTF(head[1])
			if err != nil {
				return err
			}
			i.Precision = graph.PrecisionDay
			a.Published = &i
		}
		s.articles[head[1]+head[2]] = a
	}
	p := pendingClaim{name: head[0], article: head[1] + head[2], act: f[2], content: f[3], figure: f[4], start: len(a.Text)}
	if f[1] != "" {
		for _, n := range strings.Split(f[1], "<") {
			p.sources = append(p.sources, strings.TrimSpace(n))
		}
	}
	p.events = strings.Fields(f[5])
	a.Text += p.text() + " "
	s.pending = append(s.pending, p)
	return nil
}

// text is the sentence of a claim; its content stands first.
func (p pendingClaim) text() string {
	if len(p.sources) == 0 || p.sources[0] == "?" {
		return p.content + "."
	}
	return p.content + ", " + p.sources[len(p.sources)-1] + " said."
}

func (s *story) build() {
	for _, a := range s.articles {
		a.Identify()
		s.sub.Add(*a)
	}
	for _, p := range s.pending {
		s.buildClaim(p, s.articles[p.article])
	}
	for _, a := range s.actors {
		s.sub.Add(a)
	}
	for _, p := range s.places {
		s.sub.Add(p)
	}
	s.sub.Normalize()
}

func (s *story) buildClaim(p pendingClaim, a *graph.Article) {
	at := func(words string, role graph.EvidenceRole) graph.Evidence {
		i := p.start + strings.Index(p.text(), words)
		return graph.Evidence{Span: graph.Span{Start: i, End: i + len(words)}, Quote: words, Role: role, Extractor: "test", Rule: "test"}
	}
	c := graph.Claim{Collection: a.Collection, Article: a.ID, Act: p.act, Text: p.text(), Content: p.content, Factuality: defaultFactuality(p.act),
		Quoted: strings.Contains(p.content, "“")}
	c.Negated = strings.Contains(" "+p.content+" ", " not ")
	if c.Negated && c.Factuality == graph.CertainTrue {
		c.Factuality = graph.CertainFalse
	}
	c.Unattributed = len(p.sources) == 1 && p.sources[0] == "?"
	c.Evidence = []graph.Evidence{at(p.text(), graph.RoleClaim), at(p.content, graph.RoleContent)}
	if strings.Contains(p.text(), " said.") {
		c.Evidence = append(c.Evidence, at("said", graph.RoleCue))
	}
	if q, words := readFigure(p.figure, p.content); q != nil {
		c.Quantity = q
		c.Evidence = append(c.Evidence, at(words, graph.RoleQuantity))
	}
	if p.act == "warn" || p.act == "predict" {
		c.Class = "forecast"
		c.Said = a.Published
	}
	c.Identify(p.name)
	s.ids[p.name] = c.ID
	s.sub.Add(c)
	rel := func(r graph.Relationship) {
		r.Collection, r.Article = a.Collection, a.ID
		r.Identify()
		s.sub.Add(r)
	}
	if !c.Unattributed {
		for hop, n := range p.sources {
			kind := graph.Person
			if n == strings.ToLower(n) {
				kind = graph.UnnamedSource
			}
			rel(graph.Relationship{Type: graph.AttributedTo, From: c.ID, To: s.actor(n, kind, "").ID, Hop: hop + 1})
		}
	}
	s.mentions(p, a, rel, c.ID)
	for _, e := range p.events {
		s.event(p, a, e, at, rel, c.ID)
	}
}

// mentions finds the named actors and places in a content.
func (s *story) mentions(p pendingClaim, a *graph.Article, rel func(graph.Relationship), claim string) {
	found := func(name, id string) {
		i := strings.Index(p.content, name)
		if i < 0 {
			return
		}
		rel(graph.Relationship{Type: graph.AboutRel, From: claim, To: id})
		rel(graph.Relationship{Type: graph.Mentions, From: a.ID, To: id, Role: p.name, Evidence: []graph.Evidence{{
			Span: graph.Span{Start: p.start + i, End: p.start + i + len(name)}, Quote: name, Role: graph.RoleMention}}})
	}
	for name, who := range s.actors {
		found(name, who.ID)
	}
	for name, where := range s.places {
		found(name, where.ID)
	}
}

func (s *story) event(p pendingClaim, a *graph.Article, spec string, at func(string, graph.EvidenceRole) graph.Evidence, rel func(graph.Relationship), claim string) {
	name, word, ok := strings.Cut(spec, ":")
	if !ok {
		word = name
	}
	row := append(slices.Clone(s.events[name]), "ASSAULT", "occurred", "-", "-")[0:]
	if len(s.events[name]) > 0 {
		row = append(slices.Clone(s.events[name]), "-", "-")
	}
	e := graph.Event{Collection: a.Collection, Article: a.ID, Type: row[0], Realis: graph.Realis(row[1]), Label: name}
	trigger := at(word, graph.RoleTrigger)
	if !strings.Contains(p.content, word) {
		trigger = at(p.text(), graph.RoleMention)
	}
	e.Evidence = []graph.Evidence{trigger}
	date, dated, _ := strings.Cut(row[2], "@")
	if date != "-" {
		i, _ := graph.ParseEDTF(date)
		e.Time = &i
		if dated != "" && strings.Contains(p.content, dated) {
			i.Text, i.Confidence = dated, graph.Explicit
			e.Evidence = append(e.Evidence, at(dated, graph.RoleTime))
		}
	}
	e.ID = graph.NewID(graph.KindEvent, a.ID, name)
	// Events named alike but for a mark at the end are one: visit, visit'.
	s.cluster[e.ID] = strings.TrimRight(name, "'")
	if !slices.ContainsFunc(s.sub.Events, func(o graph.Event) bool { return o.ID == e.ID }) {
		s.sub.Add(e)
	}
	rel(graph.Relationship{Type: graph.AboutRel, From: claim, To: e.ID})
	if strings.Contains(p.content, word) {
		rel(graph.Relationship{Type: graph.Mentions, From: a.ID, To: e.ID, Role: p.name, Evidence: []graph.Evidence{{Span: trigger.Span, Quote: word, Role: graph.RoleMention}}})
	}
	if row[3] != "-" {
		r := graph.Relationship{Type: graph.At, From: e.ID, To: s.places[spaced(row[3])].ID}
		if strings.Contains(p.content, spaced(row[3])) {
			r.Evidence = []graph.Evidence{at(spaced(row[3]), graph.RoleArgument)}
		}
		rel(r)
	}
	for _, role := range row[min(4, len(row)):] {
		if r, who, ok := strings.Cut(role, "="); ok {
			rel(graph.Relationship{Type: graph.Participant, From: e.ID, To: s.actors[spaced(who)].ID, Role: r})
		}
	}
}

func defaultFactuality(act string) graph.Factuality {
	switch act {
	case "deny", "dismiss", "dispute", "deny_responsibility", "reject":
		return graph.CertainFalse
	case "believe", "predict", "estimate", "suspect":
		return graph.ProbableTrue
	case "warn", "speculate", "threaten":
		return graph.PossibleTrue
	case "demand", "appeal", "no_statement", "decline_comment":
		return graph.Uncommitted
	}
	return graph.CertainTrue
}

// readFigure finds the words of the figure in the content: the number and the
// one or two words before it that bound it.
func readFigure(spec, content string) (*graph.Quantity, string) {
	f := strings.Fields(spec)
	if len(f) < 3 {
		return nil, ""
	}
	v, err := strconv.ParseFloat(f[2], 64)
	if err != nil {
		panic(err)
	}
	unit, people, provisional := "person", "", false
	for i := 3; i < len(f); i++ {
		switch f[i] {
		case "of":
			people = spaced(f[i+1])
			i++
		case "provisional":
			provisional = true
		default:
			unit = f[i]
		}
	}
	words := ""
	for _, w := range strings.Fields(content) {
		if strings.ContainsAny(w, "0123456789") && strings.Contains(strings.ReplaceAll(w, ",", ""), strings.TrimSuffix(f[2], ".0")) {
			words = strings.Trim(w, ".,;“”")
		}
	}
	q := graph.NewQuantity(f[0], graph.Comparator(f[1]), v, unit, words)
	q.Population, q.Provisional = people, provisional
	return &q, words
}

// set is the story ready to be compared; clusters go by name.
func (s *story) set() *Set {
	return New(&s.sub, func(_, id string) string {
		if name, ok := s.cluster[id]; ok {
			return graph.NewID(graph.KindOf(id), name)
		}
		return id
	})
}

// found are the links in the words of the file.
func (s *story) found(set *Set) []string {
	name := map[string]string{}
	for n, id := range s.ids {
		name[id] = n
	}
	var out []string
	for _, l := range set.Links() {
		a, b := name[l.A], name[l.B]
		if l.Type.symmetric() && b < a {
			a, b = b, a
		}
		out = append(out, fmt.Sprintf("%s %s %s", l.Type, a, b))
	}
	slices.Sort(out)
	return out
}
