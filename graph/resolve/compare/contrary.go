package compare

import "slices"

// contraries are words that say the opposite of another, by a prefix or as a
// word of their own: they count as that word turned round.
var contraries = opposites(map[string]string{
	"un": `able armed aware safe fair fit happy likely true lawful equipped prepared trained insured licensed registered qualified authorized authorised
		justified founded harmed injured hurt related connected conscious willing available constitutional provoked intentional conditional successful
		popular reliable stable usual paid guarded protected damaged occupied manned restricted verified confirmed founded warranted`,
	"in":  "sane adequate accurate correct complete consistent competent sufficient effective efficient secure stable visible dependent experienced capable valid sincere",
	"im":  "possible partial moral mature proper plausible probable practical",
	"il":  "legal legitimate logical legible",
	"ir":  "regular responsible relevant reversible",
	"dis": "honest loyal satisfied similar connected advantageous",
	"ill": "equipped prepared advised treated",
}, map[string]string{"innocent": "guilty", "false": "true", "fake": "genuine", "opponent": "supporter", "opponents": "supporter"})

func opposites(prefixed, words map[string]string) map[string]string {
	out := map[string]string{}
	for prefix, list := range prefixed {
		for w := range set(list) {
			out[prefix+w] = w
		}
	}
	for w, of := range words {
		out[w] = of
	}
	return out
}

// contraryAt is the word that the one at i, alone or with the one before it,
// says the opposite of, and itself where it is none.
func contraryAt(list []token, i int) (word string, turned bool) {
	w := list[i].word
	if of, ok := contraries[w]; ok {
		return of, true
	}
	if i > 0 {
		if of, ok := contraries[list[i-1].word+w]; ok {
			return of, true
		}
	}
	return w, false
}

// enoughOpposite is what two claims need in common beside saying the opposite.
var enoughOpposite = measure{2, 0.6, 2}

// contraryTo finds two claims of which one says of the same matter the
// opposite of what the other does, neither in a negation: "he was sane", "he
// was insane".
func (s *Set) contraryTo(a, b *account) (Link, bool) {
	if a.sign != positive || b.sign != positive || a.surety == possible || b.surety == possible || a.unreal || b.unreal || s.kinVoices(a, b) {
		return Link{}, false
	}
	if stanceOf(a.claim.Act) != "asserts" || stanceOf(b.claim.Act) != "asserts" || !s.oneStory(a.article.ID, b.article.ID) {
		return Link{}, false
	}
	l := alikeness(a.terms, b.terms)
	if l.opposite != 1 || l.turned != 1 {
		return Link{}, false
	}
	if s.oneSubject(a, b) {
		l.shared++
		l.names++
	}
	if opposites := func(x *account) bool { return slices.ContainsFunc(x.terms, func(t term) bool { return t.opposite }) }; !opposites(a) {
		a, b = b, a
	}
	if !enoughOpposite.met(l) {
		return Link{}, false
	}
	return between(Denial, a, b, a.voice()+" says the opposite of what "+b.voice()+" does: "+l.String()), true
}

// oneSubject reports that one of two claims speaks of somebody by a pronoun
// whom the other names first.
func (s *Set) oneSubject(a, b *account) bool {
	pronoun := func(x *account) bool {
		list := tokens(x.content.Of(x.article.Text))
		return len(list) > 0 && selves[list[0].word]
	}
	switch p, q := pronoun(a), pronoun(b); {
	case p && q:
		return shares(a.actors, b.actors)
	case p:
		return b.opening != "" && a.actors[b.opening]
	case q:
		return a.opening != "" && b.actors[a.opening]
	}
	return false
}
