package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// A reader indexes records once, to make accounts of claims.
type reader struct {
	g       *graph.Subgraph
	same    Same
	names   map[string]name
	forms   map[string]map[string]bool // cluster of an actor → all its names, folded
	actors  map[string]*graph.Actor
	places  map[string]*graph.Place
	from    map[string][]graph.Relationship // by start, in the order of ids
	named   map[string][]mention            // article → mentions, leftmost first, longest first
	alleged map[string][]graph.Relationship // claim → roles that rest on it
	events  map[string]*happening
	stands  map[string]*graph.Event // event that tells nothing of its own → the one it stands for
	known   Same                    // without what is only likely one
}

// A name is what a cluster is called.
type name struct {
	text string
	kind graph.ActorKind // empty for a place
	// bare is set for what texts only describe: "the gunmen".
	bare bool
}

// A mention is where an article speaks of a node.
type mention struct {
	graph.Span
	cluster string
	kind    graph.Kind
	bare    bool
}

func newReader(g *graph.Subgraph, same Same) *reader {
	r := &reader{g: g, same: same, names: map[string]name{}, forms: map[string]map[string]bool{}, actors: map[string]*graph.Actor{}, places: map[string]*graph.Place{},
		from: map[string][]graph.Relationship{}, named: map[string][]mention{}, alleged: map[string][]graph.Relationship{}, stands: map[string]*graph.Event{}}
	for i := range g.Actors {
		r.actors[g.Actors[i].ID] = &g.Actors[i]
	}
	for i := range g.Places {
		r.places[g.Places[i].ID] = &g.Places[i]
	}
	if again := r.sameAgain(); len(again) > 0 {
		r.same = func(article, id string) string {
			for range reach {
				if to, ok := again[id]; ok {
					id = to
				}
			}
			return same(article, id)
		}
	}
	r.standIns()
	for _, l := range g.Relationships {
		r.from[l.From] = append(r.from[l.From], l)
		r.call(l.Article, l.From)
		r.call(l.Article, l.To)
		if l.Claim != "" && l.Type == graph.Participant && strings.HasPrefix(l.Role, "perpetrator_") {
			r.alleged[l.Claim] = append(r.alleged[l.Claim], l)
		}
	}
	for _, l := range g.Relationships {
		if l.Type == graph.Mentions {
			r.mention(l)
		}
	}
	for _, m := range r.named {
		slices.SortFunc(m, func(a, b mention) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.kind, b.kind), cmp.Compare(a.cluster, b.cluster))
		})
	}
	return r
}

// call gives the cluster of an actor or place its name: a proper one before a
// description, then the least, so that order does not show.
func (r *reader) call(article, id string) {
	var n name
	if a := r.actors[id]; a != nil {
		n = name{a.Name, a.Kind, described(a)}
	} else if p := r.places[id]; p != nil {
		n = name{text: p.Name}
	} else {
		return
	}
	cluster := r.same(article, id)
	r.form(cluster, r.actors[id])
	old, known := r.names[cluster]
	if !known || cmp.Or(compareBool(n.bare, old.bare), cmp.Compare(n.text, old.text), cmp.Compare(n.kind, old.kind)) < 0 {
		r.names[cluster] = n
	}
}

// form notes all names of an actor.
func (r *reader) form(cluster string, a *graph.Actor) {
	if a == nil {
		return
	}
	if r.forms[cluster] == nil {
		r.forms[cluster] = map[string]bool{}
	}
	for _, n := range append([]string{a.Name}, a.Aliases...) {
		if f := fold(n); f != "" {
			r.forms[cluster][f] = true
		}
	}
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// described reports an actor that has no name of its own.
func described(a *graph.Actor) bool {
	if a.Kind == graph.UnnamedSource || a.Kind == graph.Population || strings.HasPrefix(a.Context, "art_") {
		return true
	}
	first, _, _ := strings.Cut(a.Name, " ")
	return first == strings.ToLower(first) && strings.ContainsAny(first, "abcdefghijklmnopqrstuvwxyz")
}

func (r *reader) mention(l graph.Relationship) {
	cluster, _ := r.standFor(l.Article, l.To)
	m := mention{cluster: cluster, kind: graph.KindOf(l.To)}
	if a := r.actors[l.To]; a != nil {
		m.bare = described(a)
	}
	for _, e := range l.Evidence {
		m.Span = e.Span
		r.named[l.Article] = append(r.named[l.Article], m)
	}
}

// account reads one claim; nil when its article is not there.
func (r *reader) account(c graph.Claim, article *graph.Article) *account {
	if article == nil {
		return nil
	}
	a := &account{claim: c, article: article, actors: map[string]bool{}, places: map[string]bool{}}
	a.silent = c.Act == "no_statement" || c.Act == "decline_comment"
	value := sureties[c.Factuality]
	a.sign, a.surety = value.sign, value.surety
	a.span, a.content = spans(&c)
	r.chain(a)
	a.at = asOf(&c, article)
	inside := inSpan(r.named[c.Article], a.content)
	a.within = map[string]bool{}
	for _, m := range inside {
		if m.kind == graph.KindActor {
			a.within[m.cluster] = true
		}
	}
	r.surroundings(a)
	r.about(a, inside)
	a.terms = read(article.Text, a.content, inside, saying(&c, inside))
	a.opening = openingOf(a, inside)
	a.deeds = r.deeds(a, inside)
	a.target = r.target(a, inside)
	a.record = r.recordOf(a)
	a.unreal = a.supposed()
	if c.Quantity != nil {
		a.counted = a.scope()
	}
	return a
}

// surroundings are the places named in the sentence of a claim, as far as that.
func (r *reader) surroundings(a *account) {
	text := a.article.Text
	start := strings.LastIndexAny(text[:a.span.Start], ".!?\n") + 1
	a.around = map[string]bool{}
	for _, m := range inSpan(r.named[a.article.ID], graph.Span{Start: start, End: a.span.End}) {
		if m.kind != graph.KindPlace {
			continue
		}
		a.around[m.cluster] = true
		if lead := tokens(text[start:m.Start]); len(lead) == 1 && (lead[0].word == "in" || lead[0].word == "at") {
			a.fronted = m.cluster
		}
	}
}

// spans are where the claim and its content stand.
func spans(c *graph.Claim) (claim, content graph.Span) {
	first := true
	for _, e := range c.Evidence {
		switch {
		case e.Role == graph.RoleClaim && first:
			claim, first = e.Span, false
		case e.Role == graph.RoleContent && content.Len() == 0:
			content = e.Span
		}
	}
	if first && len(c.Evidence) > 0 {
		claim = c.Evidence[0].Span
	}
	if content.Len() == 0 {
		content = claim
	}
	return claim, content
}

// saying are the words of the claim that name its source and that it speaks:
// "the ministry said" is no part of what it said.
func saying(c *graph.Claim, inside []mention) []graph.Span {
	var out []graph.Span
	for _, e := range c.Evidence {
		switch e.Role {
		case graph.RoleSource:
			out = append(out, e.Span)
		case graph.RoleCue:
			out = append(out, e.Span)
			for _, m := range inside {
				if m.kind == graph.KindActor && m.End < e.Start && e.Start-m.End == 1 {
					out = append(out, m.Span)
				}
			}
		}
	}
	return out
}

func (r *reader) chain(a *account) {
	var hops []graph.Relationship
	for _, l := range r.from[a.claim.ID] {
		if l.Type == graph.AttributedTo {
			hops = append(hops, l)
		}
	}
	slices.SortStableFunc(hops, func(x, y graph.Relationship) int { return cmp.Compare(x.Hop, y.Hop) })
	for _, l := range hops {
		h := hop{actor: r.same(l.Article, l.To), name: l.To}
		if who := r.actors[l.To]; who != nil {
			h.name, h.unnamed = who.Name, described(who)
		}
		a.hops = append(a.hops, h)
	}
}

// asOf is when a claim holds: what its figure says, else when it was said,
// else when the article came out.
func asOf(c *graph.Claim, article *graph.Article) *graph.Interval {
	for _, i := range []*graph.Interval{figureTime(c), c.Said, stamp(article)} {
		if i.Known() {
			return i
		}
	}
	return nil
}

func figureTime(c *graph.Claim) *graph.Interval {
	if c.Quantity == nil {
		return nil
	}
	return c.Quantity.AsOf
}

// about sorts out what the claim is about. Events whose words stand in the
// content come first, those nearest to the figure before others.
func (r *reader) about(a *account, inside []mention) {
	type near struct {
		cluster, home string
		far           int
	}
	var events []near
	at := a.content.Start
	for _, e := range a.claim.Evidence {
		if e.Role == graph.RoleQuantity {
			at = e.Start
			break
		}
	}
	for _, l := range r.from[a.claim.ID] {
		if l.Type != graph.AboutRel {
			continue
		}
		cluster, loose := r.standFor(l.Article, l.To)
		switch graph.KindOf(l.To) {
		case graph.KindActor:
			a.actors[cluster] = true
		case graph.KindPlace:
			a.places[cluster] = true
		case graph.KindEvent:
			a.loose = a.loose || loose
			n := near{cluster, r.known(l.Article, l.To), 1 << 30}
			if to := r.stands[l.To]; to != nil {
				n.home = r.known(to.Article, to.ID)
			}
			for _, m := range inside {
				if m.cluster == cluster && m.kind == graph.KindEvent {
					n.far = min(n.far, abs(m.Start-at))
				}
			}
			events = append(events, n)
		}
	}
	slices.SortFunc(events, func(x, y near) int { return cmp.Or(cmp.Compare(x.far, y.far), cmp.Compare(x.cluster, y.cluster)) })
	for _, e := range events {
		a.home = cmp.Or(a.home, e.home)
		if !slices.Contains(a.events, e.cluster) {
			a.events = append(a.events, e.cluster)
		}
	}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
