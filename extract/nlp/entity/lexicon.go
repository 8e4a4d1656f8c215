package entity

import (
	"slices"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// lexicon looks up every name of s, and makes those longer of which the
// lexicon knows a longer form.
func (f *finder) lexicon(s *doc.Sentence) {
	for i := s.First; i < s.Last; i++ {
		n, senses := lexicon.Longest(f.d.Tokens, i, s.Last)
		if n == 0 {
			continue
		}
		last := i + n
		over := f.over(i, last)
		switch {
		case len(over) == 0:
		case f.inside(over, i, last):
			f.settle(over, i, last, senses)
			i = last - 1
		}
	}
}

// over lists the names over the tokens first to last.
func (f *finder) over(first, last int) []int {
	var out []int
	for i := first; i < last; i++ {
		if c := f.cover[i]; c != doc.None && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// inside reports whether all names of over lie within first to last.
func (f *finder) inside(over []int, first, last int) bool {
	return !slices.ContainsFunc(over, func(c int) bool { return f.names[c].First < first || f.names[c].Last > last })
}

// settle gives the tokens first to last the name that the lexicon knows.
func (f *finder) settle(over []int, first, last int, senses []*lexicon.Name) {
	old := f.names[over[0]]
	whole := old.First == first && old.Last == last
	if old.net == doc.PER && last-first == 1 && (old.person || f.bearer(first)) {
		return
	}
	if !whole && senses[0].Form == lexicon.Proper {
		f.resize(over[0], first, last)
		f.names[len(f.names)-1].Rule = ruleLexicon
	} else if !whole {
		return
	}
	n := &f.names[f.cover[first]]
	f.sense(n, senses)
}

// sense chooses among the senses of a name and takes over what it tells.
func (f *finder) sense(n *name, senses []*lexicon.Name) {
	s := f.choose(n, senses)
	if s == nil {
		return
	}
	n.Canonical = s.Name
	n.Class = classOf(s)
}

// choose picks the likeliest sense that the context allows, nil when it
// allows none.
func (f *finder) choose(n *name, senses []*lexicon.Name) *lexicon.Name {
	for _, s := range senses {
		if s.Form == lexicon.Adjective && !f.modifies(n.First, n.Last) && slices.ContainsFunc(senses, func(o *lexicon.Name) bool { return o.Form != lexicon.Adjective }) {
			continue
		}
		if body(s) && n.net == doc.LOC && f.located(n.First) && !s.Main && s.Sector == "JRN" {
			continue // a paper that is called like the place one is in
		}
		if s.Weak && s.Place != "" && !f.located(n.First) && (n.net == doc.PER || !f.inLarger(n) && slices.ContainsFunc(senses, body)) {
			continue // Toyota is the city only where something is in it
		}
		return s
	}
	return nil
}

func body(s *lexicon.Name) bool { return s.Form == lexicon.Proper && s.Place == "" }

// modifies reports whether the tokens stand before a noun that they modify.
func (f *finder) modifies(first, last int) bool {
	h := f.head(first, last)
	return f.tree.Is(h, "amod", "compound") && f.d.Tokens[h].Head >= last || f.d.Tokens[h].UPOS == "ADJ"
}

// bearer reports whether a word is the last or first name of a person whose
// full name the network found.
func (f *finder) bearer(i int) bool {
	for _, n := range f.names {
		if !n.dropped && n.net == doc.PER && n.Last-n.First > 1 && (f.text(n.Last-1) == f.text(i) || f.text(n.First) == f.text(i)) {
			return true
		}
	}
	return false
}

// located reports whether a preposition of place stands before token i.
func (f *finder) located(i int) bool {
	if i == 0 || f.d.Tokens[i-1].Sent != f.d.Tokens[i].Sent {
		return false
	}
	switch f.lower(i - 1) {
	case "in", "near", "at", "from", "around", "outside", "across", "into", "towards", "toward", "inside", "of", "to", "throughout", "within":
		return f.lower(i-1) != "of" && f.lower(i-1) != "to" || f.placeNoun(i-2)
	}
	return false
}

// placeNoun reports whether token i is a noun such as city or province.
func (f *finder) placeNoun(i int) bool {
	if i < 0 {
		return false
	}
	noun, ok := lexicon.NounOf(f.lemma(i))
	return ok && (noun.Is(lexicon.NounKind(graph.City)) || noun.Is(lexicon.NounKind(graph.Region)))
}

func classOf(s *lexicon.Name) doc.Class {
	switch {
	case s.Form != lexicon.Proper:
		return doc.NORP
	case s.Place != "":
		return doc.LOC
	}
	return doc.ORG
}

// missed adds names of the lexicon where no name was found.
func (f *finder) missed(s *doc.Sentence) {
	headline := f.headline(s)
	for i := s.First; i < s.Last; i++ {
		if f.cover[i] != doc.None || f.timex[i] {
			continue
		}
		n, senses := lexicon.Longest(f.d.Tokens, i, s.Last)
		if n == 0 || len(f.over(i, i+n)) > 0 {
			continue
		}
		if f.believed(i, i+n, senses[0], s, headline) {
			x := name{Mention: doc.Mention{First: i, Last: i + n, Rule: ruleLexicon}}
			f.sense(&x, senses)
			if x.Class != "" {
				f.add(x)
			}
			i += n - 1
		}
	}
}

// believed reports whether tokens that have the form of a name are one.
func (f *finder) believed(first, last int, s *lexicon.Name, sent *doc.Sentence, headline bool) bool {
	single := last-first == 1
	proper := f.d.Tokens[first].UPOS == "PROPN"
	switch {
	case s.Form != lexicon.Proper:
		return !single || first > sent.First || proper || f.d.Tokens[first].UPOS == "ADJ" && s.Country != "" || s.Form == lexicon.Plural
	case single && first == sent.First && !proper:
		return false
	case f.partOfRun(first, last, sent) && !headline:
		return false
	case s.Weak && s.Place != "":
		return proper && !headline && f.located(first)
	case s.Weak:
		return first > sent.First && !headline
	}
	return !single || proper || capitals(f.text(first))
}

// partOfRun reports whether a capitalized word beside the tokens makes them a
// part of something longer, other than a title: "Georgia" of "Georgia O'Keeffe".
func (f *finder) partOfRun(first, last int, s *doc.Sentence) bool {
	free := func(i int) bool {
		return i >= s.First && i < s.Last && f.cover[i] == doc.None && f.capital(i) && f.d.Tokens[i].UPOS == "PROPN" && !f.timex[i] && !f.title(i) && !titleWords[f.lower(i)]
	}
	return free(last) || free(first-1) && first-1 > s.First
}
