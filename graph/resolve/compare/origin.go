package compare

import (
	"fmt"
	"strings"

	"github.com/claimline/claimline/graph"
)

// An Origin is the claims of a group that go back to one place: however often
// they are repeated, they count once.
type Origin struct {
	Claims []string `json:"claims"` // sorted
	Voice  string   `json:"voice"`  // who it is, in words
	// Why says for every joining what it rests on; empty for a claim that
	// stands alone.
	Why []string `json:"why,omitempty"`
}

// origins are the articles joined by where they come from.
type origins struct {
	of  map[string]string   // article → its group
	why map[string][]string // group → what it rests on
}

// newOrigins joins articles that say they come from one outlet or agency, or
// whose words are copies.
func newOrigins(articles []graph.Article) *origins {
	u := newUnion()
	first := map[string]string{} // folded outlet → an article of it
	for i := range articles {
		a := &articles[i]
		u.root(a.ID)
		for _, name := range []string{a.RepublishedFrom, a.Publisher} {
			key := fold(name)
			if key == "" {
				continue
			}
			if other, known := first[key]; known {
				u.join(a.ID, other, "both come from "+name)
			} else {
				first[key] = a.ID
			}
		}
	}
	for _, c := range copies(articles) {
		u.join(c.a, c.b, fmt.Sprintf("the texts share %d of %d runs of five words", c.shared, c.least))
	}
	o := &origins{map[string]string{}, map[string][]string{}}
	for i := range articles {
		id := articles[i].ID
		o.of[id] = u.root(id)
		o.why[o.of[id]] = u.reasons(id)
	}
	return o
}

// Origins groups claims by where they go back to: one named source, one
// article or copies of it, one cited outlet, or one set of quoted words.
func (s *Set) Origins(claims []string) []Origin {
	u := newUnion()
	var list []*account
	for _, id := range claims {
		if a := s.byID[id]; a != nil {
			list = append(list, a)
			u.root(id)
		}
	}
	for i, a := range list {
		for _, b := range list[i+1:] {
			if why := s.oneOrigin(a, b); why != "" {
				u.join(a.claim.ID, b.claim.ID, why)
			}
		}
	}
	var out []Origin
	for _, members := range u.sets() {
		out = append(out, Origin{Claims: members, Voice: s.byID[members[0]].voice(), Why: u.reasons(members[0])})
	}
	return out
}

// oneOrigin says why two claims count once; empty when they are independent.
func (s *Set) oneOrigin(a, b *account) string {
	x, aSaid := a.source()
	y, bSaid := b.source()
	if aSaid && bSaid && x.actor == y.actor {
		return "both are what " + x.name + " says"
	}
	if quoted(a, b) {
		return "both quote the same words"
	}
	if why := a.cites(b); why != "" {
		return why
	}
	if why := b.cites(a); why != "" {
		return why
	}
	// A named source is an origin of its own, whoever prints it.
	if aSaid && !x.unnamed || bSaid && !y.unnamed || aSaid && bSaid && a.article == b.article {
		return ""
	}
	switch {
	case a.article == b.article && aSaid == bSaid:
		return "both are the word of " + outlet(a.article)
	case a.article != b.article && s.origins.of[a.article.ID] == s.origins.of[b.article.ID]:
		return strings.Join(s.origins.why[s.origins.of[a.article.ID]], "; ")
	}
	return ""
}

// cites reports that a's innermost source is the outlet that published b, which
// says it in its own voice.
func (a *account) cites(b *account) string {
	h, ok := a.source()
	if _, said := b.source(); !ok || said || h.unnamed {
		return ""
	}
	for _, name := range []string{b.article.Publisher, b.article.RepublishedFrom} {
		if name != "" && fold(name) == fold(h.name) {
			return outlet(a.article) + " cites " + name
		}
	}
	return ""
}
