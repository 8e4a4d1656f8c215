package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// A signature is a kind and a name in a context, with all articles that use it
// in one sense. It is what actors and places are judged by.
type signature struct {
	key     string // unique and stable: the record's id, and the sense where one id has several
	id      string
	node    graph.Kind
	kind    string // an ActorKind or PlaceKind
	coll    string
	name    string
	forms   []form // the ways it is called, the name first
	country string
	roles   map[string]bool // folded names of whom somebody leads, works for or belongs to
	titles  map[string]bool // words that stand before a name
	// described is set for what has no name, and so means something only in
	// its article.
	described bool
	// parted is set where a person said that the one article of s means
	// somebody else by the id than others do.
	parted   bool
	lat, lon *float64
	readings []*reading // sorted by article
	company  map[string]float64
}

// A face is what one article says of one actor or place.
type face struct {
	signature
	sense string // what keeps homonyms apart; empty when the article does not say
}

// members lists the records of s.
func (s *signature) members() []Member {
	out := make([]Member, len(s.readings))
	for i, r := range s.readings {
		out[i] = Member{r.article.ID, s.id}
	}
	return out
}

func (s *signature) member() Member { return Member{s.readings[0].article.ID, s.id} }

// signatures collects faces of the corpus into signatures, sorted by key.
func (c *corpus) signatures(faces func(*reading) []face) []*signature {
	type entry struct {
		f face
		r *reading
	}
	byID := map[string][]entry{}
	for _, r := range c.readings {
		for _, f := range faces(r) {
			if _, f.parted = c.parted[Member{r.article.ID, f.id}]; f.parted {
				f.sense = "but " + r.article.ID
			}
			byID[f.id] = append(byID[f.id], entry{f, r})
		}
	}
	byKey := map[string]*signature{}
	for id, entries := range byID {
		senses := map[string]face{}
		for _, e := range entries {
			if !e.f.parted {
				senses[e.f.sense] = e.f
			}
		}
		shared := len(entries) <= Hub && c.named[id] <= Hub && borneByTwo(senses)
		for _, e := range entries {
			key := id
			switch {
			case e.f.parted:
				key += "/" + e.f.sense
			case c.common != nil && c.common(id):
				// Others see other senses of it; of many articles' employers
				// no two agree.
				if e.f.kind == string(graph.Person) && e.f.country != "" {
					key += "/" + e.f.country
				}
			case len(senses) > 1:
				key += "/" + e.f.sense
			}
			if shared && !e.f.parted && (e.f.country == "" || len(e.f.roles) == 0) {
				key += "/" + e.r.article.ID // who of them is not yet known
			}
			s := byKey[key]
			if s == nil {
				s = new(signature)
				*s = e.f.signature
				s.key, s.roles, s.titles, s.forms = key, map[string]bool{}, map[string]bool{}, nil
				byKey[key] = s
			}
			s.readings = append(s.readings, e.r)
			s.forms = append(s.forms, e.f.forms...)
			maps.Copy(s.roles, e.f.roles)
			maps.Copy(s.titles, e.f.titles)
			c.of[Member{e.r.article.ID, id}] = s
		}
	}
	out := slices.Collect(maps.Values(byKey))
	slices.SortFunc(out, func(a, b *signature) int { return cmp.Compare(a.key, b.key) })
	for _, s := range out {
		s.forms = uniqueForms(s.forms)
	}
	return out
}

// borneByTwo reports whether what articles say of one name cannot all be of
// one person: other countries, or employers with nothing in common.
func borneByTwo(senses map[string]face) bool {
	for _, f := range senses {
		for _, g := range senses {
			if f.kind == string(graph.Person) && len(senses) <= Hub &&
				(f.country != "" && g.country != "" && f.country != g.country || len(f.roles) > 0 && len(g.roles) > 0 && len(sameRoles(f.roles, g.roles)) == 0) {
				return true
			}
		}
	}
	return false
}

func (c *corpus) actorFaces(r *reading) []face {
	roles := r.roles()
	var out []face
	for _, id := range slices.Sorted(maps.Keys(r.actors)) {
		a := r.actors[id]
		f := face{signature: signature{id: id, node: graph.KindActor, kind: string(a.Kind), coll: a.Collection, name: a.Name,
			country: a.Country, described: a.Context != "", roles: roles[id]}}
		f.forms = append(f.forms, newForm(a.Name, a.Kind))
		for _, alias := range a.Aliases {
			f.addForm(alias, a.Kind)
		}
		if a.Kind == graph.Person && !f.described {
			f.sense = strings.Join(append([]string{a.Country}, slices.Sorted(maps.Keys(f.roles))...), " ")
			if c.named[id] <= Hub && !slices.ContainsFunc(f.forms, func(n form) bool { return len(n.tokens) > 1 }) {
				f.sense += " " + r.article.ID // a single name may be anybody's
			}
		}
		out = append(out, f)
	}
	return out
}

// addForm adds another way to call somebody. What stands before a name, "Vancouver
// police spokesperson Tim Fanning", is no name but says what he does.
func (f *face) addForm(alias string, kind graph.ActorKind) {
	added := newForm(alias, kind)
	if kind == graph.Person && !f.described {
		first := f.forms[0].tokens
		if n := len(added.tokens) - len(first); n > 0 && slices.Equal(added.tokens[n:], first) {
			f.titles = map[string]bool{}
			for _, w := range added.tokens[:n] {
				f.titles[w] = !titles[w] && !stop[w]
			}
			return
		}
	}
	f.forms = append(f.forms, added)
}

// roles gathers, for each actor of an article, the folded names of whom he
// leads, works for, speaks for or belongs to; a state by its code.
func (r *reading) roles() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, l := range r.rels {
		if l.Type == graph.LocatedIn {
			continue
		}
		if out[l.From] == nil {
			out[l.From] = map[string]bool{}
		}
		role := graph.Fold(r.name(l.To))
		if state := r.actors[l.To]; state.Kind == graph.State && state.Country != "" {
			role = strings.ToLower(state.Country)
		}
		out[l.From][role] = true
	}
	return out
}

func placeFaces(r *reading) []face {
	var out []face
	for _, id := range slices.Sorted(maps.Keys(r.places)) {
		p := r.places[id]
		f := face{signature: signature{id: id, node: graph.KindPlace, kind: string(p.Kind), coll: p.Collection, name: p.Name,
			country: p.Country, described: describes(p.Name), lat: p.Lat, lon: p.Lon}}
		for _, n := range append([]string{p.Name}, p.Aliases...) {
			f.forms = append(f.forms, newForm(n, ""))
		}
		if f.described {
			// "A Moscow concert hall" in two articles is two halls until
			// something says that they are one.
			f.sense = r.article.ID
		}
		out = append(out, f)
	}
	return out
}

// describes reports whether words for a place are a description rather than a
// name: they begin with a determiner in small letters.
func describes(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	switch first {
	case "a", "an", "the", "this", "that", "his", "her", "its", "their", "our", "my", "one", "another":
		return true
	}
	return false
}

// companyOf weighs who and what else is named in the articles of s: two of one
// name in one company are more likely one. States and countries, populations
// and outlets are in any company and do not count.
func (c *corpus) companyOf(s *signature) map[string]float64 {
	if s.company != nil {
		return s.company
	}
	s.company = map[string]float64{}
	for _, r := range s.readings {
		for id, w := range c.companyIn(r) {
			if id != s.id {
				s.company[id] = w
			}
		}
	}
	return s.company
}

func (c *corpus) companyIn(r *reading) map[string]float64 {
	out := map[string]float64{}
	for id, a := range r.actors {
		if a.Context != "" || c.named[id] > Hub {
			continue
		}
		switch a.Kind {
		case graph.Person, graph.ArmedGroup:
			out[id] = 1
		case graph.Organization, graph.PublicBody:
			out[id] = 0.5
		}
	}
	for id, p := range r.places {
		switch {
		case describes(p.Name) || c.named[id] > Hub:
		case p.Kind == graph.Facility || p.Kind == graph.Feature:
			out[id] = 0.5
		case p.Kind == graph.City:
			out[id] = 0.25
		}
	}
	return out
}

// shared adds up what two companies have in common and names some of it.
func shared(a, b map[string]float64, skip ...string) (float64, []string) {
	if len(b) < len(a) {
		a, b = b, a
	}
	sum := 0.0
	var ids []string
	for id, w := range a {
		if b[id] > 0 && !slices.Contains(skip, id) {
			sum += w
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return sum, ids
}
