package coref

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// chains writes the chains down, in the order of their first mentions.
func (r *resolver) chains() {
	w := r.world
	for _, members := range r.members() {
		c := doc.Chain{Mentions: members}
		root := &r.m[members[0]]
		best := r.best(members)
		if r.m[best].entry != nil && (root.entry == nil || root.entry.Place != "" && root.key == r.m[best].key) {
			root.entry = w.settle(root, r.text(&r.m[best]))
		}
		for k, i := range members {
			r.d.Mentions[i].Chain = len(r.d.Chains)
			rule := r.rule[i]
			if k == 0 {
				rule = ""
			}
			c.Links = append(c.Links, rule)
		}
		c.Named = root.named && r.m[best].Type == doc.Name && r.m[best].Class != doc.NORP
		c.Plural = root.number == plural
		r.kinds(&c, root, &r.m[best])
		r.told(&c)
		c.Name, c.Aliases = r.called(&c, root, best)
		r.d.Chains = append(r.d.Chains, c)
	}
}

// best is the mention that describes a chain most fully: its longest name,
// else its longest description, else its first mention.
func (r *resolver) best(members []int) int {
	rank := func(m *mention) int {
		switch {
		case m.Type == doc.Name && m.Class != doc.NORP:
			return 3
		case m.Type == doc.Nominal:
			return 2
		case m.Type == doc.Name:
			return 1
		}
		return 0
	}
	best := members[0]
	for _, i := range members[1:] {
		a, b := &r.m[i], &r.m[best]
		if rank(a) > rank(b) || rank(a) == rank(b) && rank(a) > 0 && r.fuller(a, b) {
			best = i
		}
	}
	return best
}

// fuller reports whether a says more than b. An abbreviation in capitals says
// less than any name.
func (r *resolver) fuller(a, b *mention) bool {
	if a.Type == doc.Nominal {
		if x, y := r.role(a) == doc.Headline, r.role(b) == doc.Headline; x != y {
			return y // the story says it in plain words
		}
		if x, y := counting[a.lemma], counting[b.lemma]; x != y && a.figure != "" && b.figure != "" {
			return y
		}
		return a.Len() > b.Len() && a.Len() <= longestName && !(r.indefinite(a) && !r.indefinite(b))
	}
	return len(a.words) > len(b.words) || len(a.words) == len(b.words) && acronym(r.text(b)) && !acronym(r.text(a))
}

// longestName is the length in bytes over which a description is no name.
const longestName = 100

func (r *resolver) text(m *mention) string {
	return strings.Join(strings.Fields(r.d.Text[m.Start:m.End]), " ")
}

// called is the name of a chain and its other forms. The lexicon names what
// has an entry; descriptions are names only of what has no other.
func (r *resolver) called(c *doc.Chain, root *mention, best int) (string, []string) {
	name := r.text(&r.m[best])
	if !c.Named {
		name = r.plainCase(&r.m[best], name)
	}
	if e := root.entry; e != nil && (c.Named || c.Actor == graph.State || c.Actor == graph.Population) {
		name = e.Name
		if c.Actor == graph.Population {
			name = r.text(&r.m[best])
		}
	}
	var forms []string
	add := func(s string) {
		s = strings.TrimSpace(s)
		if s != "" && s != name && !slices.Contains(forms, s) {
			forms = append(forms, s)
		}
	}
	for _, i := range c.Mentions {
		m := &r.m[i]
		switch {
		case m.Type == doc.Name && m.Class != doc.NORP:
			add(r.text(m))
			if r.entitled(m) {
				add(m.titled)
			}
		case m.Type == doc.Nominal && (!c.Named || r.rule[i] == ruleKind && m.Class != doc.LOC) && m.Len() <= longestName:
			add(r.plainCase(m, r.text(m)))
			add(r.plainCase(m, r.core(m)))
		case m.Type == doc.Name && !c.Named:
			if c.Actor == graph.Population {
				add(r.text(m))
			}
		}
	}
	return name, forms
}

// entitled reports whether what stands before a name is a title and no common
// noun: "Ms Diaz", not "gardener Ana Diaz".
func (r *resolver) entitled(m *mention) bool {
	if m.title >= m.First {
		return false
	}
	last := m.First - 1
	if _, title := lexicon.TitleOf(r.d.Tokens[last].Text); title {
		return true
	}
	noun, known := lexicon.NounOf(r.tree.Lemma(last))
	first, _ := utf8.DecodeRuneInString(r.d.Tokens[last].Text)
	return !known || noun.Leads || noun.Title && (noun.Sector == "GOV" || noun.Sector == "MIL") || unicode.IsUpper(first) && last > r.d.Sentences[m.sent].First
}

// plainCase writes a description without the capital of a beginning sentence.
func (r *resolver) plainCase(m *mention, s string) string {
	t := &r.d.Tokens[m.First]
	if m.Type != doc.Nominal || m.First != r.d.Sentences[m.sent].First || t.UPOS == "PROPN" || acronym(t.Text) {
		return s
	}
	for k := m.at; k < len(r.m) && r.m[k].First == m.First; k++ {
		if r.m[k].Type == doc.Name {
			return s
		}
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// core is a description without what follows its head: "the top US general"
// of "the top US general in the Middle East".
func (r *resolver) core(m *mention) string {
	return strings.Join(strings.Fields(r.d.Text[m.Start:r.d.Tokens[m.Head].End]), " ")
}

// kinds says what a chain is.
func (r *resolver) kinds(c *doc.Chain, root, best *mention) {
	if e := root.entry; e != nil {
		c.Country, c.Sector = e.Country, e.Sector
		if e.Form == lexicon.Proper {
			c.Lat, c.Lon = e.Lat, e.Lon
		}
	}
	switch {
	case best.Type == doc.Pronoun:
		return
	case best.Type == doc.Name && best.Class == doc.NORP:
		r.nationality(c, root)
	case root.entry != nil && root.entry.Actor == graph.State:
		r.country(c)
	case best.Class == doc.LOC:
		r.place(c, root, best)
	case best.Class == doc.PER:
		r.individual(c, root, best)
	case best.Class == doc.Group:
		r.people(c, best)
	default:
		r.body(c, root, best)
	}
	if c.Country == "" {
		c.Country = r.countryOf(best)
	}
	if c.Named && c.Place == "" && best.Class != doc.PER && r.any(c, func(m *mention) bool { return r.boarded(m) || r.housed(m) }) {
		c.Place = graph.Facility
	}
}

// housed reports whether something is told of as in the house of m, a body that has
// one: "at Leeds Crown Court".
func (r *resolver) housed(m *mention) bool {
	if m.Type != doc.Name || m.Class != doc.ORG || !houses[r.tree.Lemma(m.Last-1)] {
		return false
	}
	switch r.tree.Case(m.Head) {
	case "at", "in", "outside", "inside":
		return m.Last-m.First > 1 && r.tree.Is(m.Head, "obl", "nmod")
	}
	return false
}

var houses = words("court courthouse tribunal hospital prison jail school college university")

// boarded reports whether something is told of as on board of m: a ship is where it
// happens.
func (r *resolver) boarded(m *mention) bool {
	const most = 4 // words between: "aboard the ferry"
	for i := m.First - 1; i >= max(1, m.First-1-most) && r.d.Tokens[i].Sent == m.sent; i-- {
		switch w := r.tree.Lemma(i); {
		case w == "aboard", w == "board" && r.tree.Lemma(i-1) == "on":
			return true
		case r.d.Tokens[i].UPOS != "NOUN" && r.d.Tokens[i].UPOS != "DET" && r.d.Tokens[i].UPOS != "ADJ":
			return false
		}
	}
	return false
}

// nationality: Russians are a population; "Russian" alone makes Russia an
// actor where it modifies what states do.
func (r *resolver) nationality(c *doc.Chain, root *mention) {
	if root.entry == nil {
		return
	}
	c.Lat, c.Lon = nil, nil
	if r.asPeople(root) || root.entry.Country == "" && root.entry.Size == 0 {
		if r.any(c, r.acts) && root.number == plural {
			c.Actor = graph.Population
		}
		return
	}
	if root.entry.Country != "" && r.any(c, r.stateActs) {
		c.Actor, c.Sector = graph.State, "GOV"
		root.entry = stateOr(root.entry)
	}
}

func stateOr(e *lexicon.Name) *lexicon.Name {
	if s := lexicon.State(e.Country); s != nil && s.Name == e.Name {
		return s
	}
	return e
}

func (r *resolver) any(c *doc.Chain, f func(*mention) bool) bool {
	return slices.ContainsFunc(c.Mentions, func(i int) bool { return f(&r.m[i]) })
}

func (r *resolver) country(c *doc.Chain) {
	name := func(m *mention) bool { return m.Type == doc.Name && m.Class != doc.NORP }
	if r.any(c, func(m *mention) bool { return r.stateActs(m) || m.lemma == "government" && name(m) }) {
		c.Actor, c.Sector = graph.State, "GOV"
	}
	if c.Actor == "" || r.any(c, func(m *mention) bool { return name(m) && m.Class == doc.LOC && r.located(m) && !r.governs(m) }) {
		c.Place = graph.Country
	}
}

func (r *resolver) place(c *doc.Chain, root, best *mention) {
	c.Place = r.placeOf(best, root)
	if best.Type == doc.Nominal && !r.worthAPlace(c, best) {
		c.Place = ""
	}
	switch c.Place {
	case graph.Facility:
		// A school or embassy that says or does something is a body as well.
		if r.any(c, r.deliberate) || best.Type == doc.Name && slices.ContainsFunc(best.noun.Kinds, func(k lexicon.NounKind) bool { return asActor(k) != "" }) && r.any(c, r.hasPeople) {
			c.Actor = r.actorOfFacility(best)
		}
	case "":
		if best.noun.Is(lexicon.NounKind(graph.Organization)) && r.any(c, r.deliberate) {
			c.Actor = r.actorOf(best, root)
		}
	default:
		if r.any(c, r.speaks) {
			c.Actor = graph.PublicBody
			c.Sector = "GOV"
		}
	}
}

func (r *resolver) actorOfFacility(best *mention) graph.ActorKind {
	for _, k := range best.noun.Kinds {
		if a := asActor(k); a != "" {
			return a
		}
	}
	return graph.Organization
}

// deliberate reports whether m does what a place cannot.
func (r *resolver) deliberate(m *mention) bool {
	h := r.outer(m.Head)
	if !r.tree.Is(h, "nsubj", "obl:agent") || r.tree.Is(h, "nsubj:pass") || r.d.Tokens[h].Head == doc.None {
		return r.speaks(m)
	}
	v := r.d.Tokens[h].Head
	return r.speaks(m) || r.d.Tokens[v].UPOS == "VERB" && (r.tree.Child(v, "obj", "ccomp", "xcomp") != doc.None) && !placed[r.tree.Lemma(v)]
}

// worthAPlace reports whether an unnamed place can be told from others: a
// name belongs to it, or something happens there.
func (r *resolver) worthAPlace(c *doc.Chain, best *mention) bool {
	if c.Place != graph.Facility {
		return false
	}
	return len(best.of) > 0 || r.any(c, func(m *mention) bool { return len(m.of) > 0 && m.Type == doc.Nominal })
}

func (r *resolver) individual(c *doc.Chain, root, best *mention) {
	c.Actor = graph.Person
	if c.Named && !r.any(c, func(m *mention) bool { return !r.tree.Is(m.Head, "compound", "amod") }) {
		c.Actor = "" // only "the Monti government"
		return
	}
	for _, role := range root.roles {
		if n, ok := lexicon.NounOf(role); ok && n.Sector != "" && c.Sector == "" {
			c.Sector = n.Sector
		}
	}
	for _, i := range c.Mentions {
		if c.Sector == "" {
			c.Sector = r.m[i].context.Sector
		}
	}
	if c.Named {
		return
	}
	switch {
	case r.any(c, r.speaks):
		c.Actor = graph.UnnamedSource
	case !r.any(c, r.acts):
		c.Actor = ""
	}
}

func (r *resolver) people(c *doc.Chain, best *mention) {
	if len(best.noun.Kinds) > 0 {
		c.Sector = best.noun.Sector
		if best.noun.Kind() == lexicon.Vehicle {
			// A ship stands for those aboard; what flies or drives does not.
			if r.any(c, r.crewed) && r.any(c, func(m *mention) bool { return ships[m.lemma] || m.lemma == "boat" || m.lemma == "speedboat" }) {
				c.Actor = graph.Population
			}
			return
		}
	}
	switch {
	case best.lemma == "party" && best.number != plural && r.any(c, r.acts):
		c.Actor, c.Sector = graph.Organization, "PTY"
	case best.noun.Collective && violent(best.mods):
		c.Actor, c.Sector = graph.ArmedGroup, "REB"
	case r.any(c, r.speaks):
		c.Actor = graph.UnnamedSource
	case r.any(c, r.does) || r.any(c, r.acts) && !r.counted(c):
		c.Actor = graph.Population
	}
}

// does reports whether m is who does something.
func (r *resolver) does(m *mention) bool {
	h := r.outer(m.Head)
	return m.Type != doc.Pronoun && r.tree.Is(h, "nsubj", "obl:agent") && !r.tree.Is(h, "nsubj:pass")
}

// counted reports whether a chain is nothing but a number of people: what
// "22 people were killed" says is a figure of the event.
func (r *resolver) counted(c *doc.Chain) bool {
	return !r.any(c, func(m *mention) bool {
		return m.Type == doc.Nominal && !(people[m.lemma] && len(m.mods) == 0 && len(m.of) == 0 && m.Last == m.Head+1)
	})
}

func (r *resolver) body(c *doc.Chain, root, best *mention) {
	c.Actor = r.actorOf(best, root)
	if c.Sector == "" {
		if h, ok := lexicon.HeadIn(r.d.Tokens[best.First:best.Last]); ok && best.Type == doc.Name {
			c.Sector = h.Sector
		} else if len(best.noun.Kinds) > 0 {
			c.Sector = best.noun.Sector
		}
	}
	if !c.Named {
		if !r.any(c, r.acts) && !r.any(c, r.speaks) {
			c.Actor = ""
		}
		return
	}
	if c.Actor == graph.Organization && root.entry == nil && r.craft(c) && !r.any(c, r.crewed) {
		c.Actor = "" // a ship that only sank
		return
	}
	if c.Sector != "IGO" && (c.Actor == graph.Organization || c.Actor == graph.MediaOutlet) && !r.any(c, func(m *mention) bool { return !r.tree.Is(m.Head, "compound", "amod") || r.hasPeople(m) }) && !r.any(c, r.speaks) {
		c.Actor = "" // no more than the Telegram of "a Telegram post"
		return
	}
	// "the attack on Kabul University", "at the embassy"
	h, headed := lexicon.HeadIn(r.d.Tokens[best.First:best.Last])
	if headed && asPlace(h.Kind) == graph.Facility || !headed && best.noun.Is(lexicon.NounKind(graph.Facility)) {
		if r.any(c, r.located) {
			c.Place = graph.Facility
		}
		if !r.any(c, r.deliberate) && c.Place != "" {
			c.Actor = ""
		}
	}
}

// countryOf is the country that the words of a name or phrase tell, or what
// follows it after a comma.
func (r *resolver) countryOf(m *mention) string {
	for i := m.First; i < m.Last; i++ {
		if j := r.heads[i]; j != doc.None && r.m[j].entry != nil && r.m[j].at != m.at && r.m[j].entry.Country != "" {
			return r.m[j].entry.Country
		}
	}
	if m.Class == doc.LOC {
		code, _, _ := strings.Cut(r.within(m), ".")
		return code
	}
	return ""
}
