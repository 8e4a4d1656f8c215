package entity

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// extend makes the names of s longer by capitalized words that belong to them
// and by "of" and what follows: "National Park" by "Aoraki Mount Cook".
func (f *finder) extend(s *doc.Sentence) {
	if f.headline(s) {
		return
	}
	for i := s.First; i < s.Last; i++ {
		c := f.cover[i]
		if c == doc.None || f.names[c].First != i {
			continue
		}
		n := f.names[c]
		first, last := f.leftEdge(n, s), f.rightEdge(n, s)
		last = f.complement(first, last, s)
		if first != n.First || last != n.Last {
			f.resize(c, first, last)
			x := &f.names[len(f.names)-1]
			x.Rule, x.Canonical = ruleExtend, ""
			i = last - 1
		}
	}
}

// belongs reports whether token i is a capitalized word of a name that no
// other name has.
func (f *finder) belongs(i int, s *doc.Sentence) bool {
	if i < s.First || i >= s.Last || f.cover[i] != doc.None || f.timex[i] || !f.capital(i) {
		return false
	}
	switch f.d.Tokens[i].UPOS {
	case "PROPN":
		return true
	case "ADJ", "NOUN":
		return i > s.First
	}
	return false
}

func (f *finder) leftEdge(n name, s *doc.Sentence) int {
	first := n.First
	for f.belongs(first-1, s) && !f.title(first-1) && !f.glued(first-1) {
		if n.net == doc.PER && f.describes(first-1) {
			break
		}
		if n.net == doc.LOC && f.nationality(first-1) && n.Canonical != "" {
			break
		}
		first--
	}
	if first < n.First && f.lead(first, n.Last) > first {
		return n.First
	}
	return first
}

// describes reports whether a word before a person's name is no part of it.
func (f *finder) describes(i int) bool {
	_, head := lexicon.HeadOf(f.text(i))
	_, given := lexicon.Given(f.text(i))
	return head || f.nationality(i) || titleWords[f.lower(i)] || f.d.Tokens[i].UPOS != "PROPN" || capitals(f.text(i)) && !given
}

func (f *finder) nationality(i int) bool {
	senses := lexicon.Named(f.text(i))
	return len(senses) > 0 && (senses[0].Form != lexicon.Proper || senses[0].Place == graph.Country)
}

func (f *finder) rightEdge(n name, s *doc.Sentence) int {
	last := n.Last
	for f.belongs(last, s) && f.d.Tokens[last].UPOS == "PROPN" {
		if noun, ok := lexicon.NounOf(f.lower(last)); ok && noun.Person() && noun.Title {
			break
		}
		if n.person || n.net == doc.PER {
			if h, ok := lexicon.HeadOf(f.text(last)); ok && h.Kind != "" && !f.tree.Is(last, "flat") {
				break
			}
		}
		last++
	}
	// "Toyota Motor Corp." keeps its dot with the word; a numbered unit keeps
	// its number.
	return last
}

// complement returns where a name ends that "of" or "for" makes longer: "Church
// of England", "Agency for International Development".
func (f *finder) complement(first, last int, s *doc.Sentence) int {
	if last+1 >= s.Last || !f.bodyHead(last-1) {
		return last
	}
	switch f.lower(last) {
	case "of":
	case "for", "on":
		if h, _ := lexicon.HeadOf(f.text(last - 1)); h.Kind == lexicon.NounKind(graph.Facility) {
			return last
		}
	default:
		return last
	}
	at := last + 1
	if f.lower(at) == "the" {
		at++
	}
	end := f.capitalRun(at, s)
	if end == at || f.onlyTitles(at, end) {
		return last
	}
	// "Ministry of Science and Technology", not "Bank of Japan and Toyota".
	if end+1 < s.Last && f.lower(end) == "and" && f.listing(first, last) {
		if next := f.capitalRun(end+1, s); next > end+1 && len(f.over(end+1, next)) == 0 && !f.bodyHead(next-1) {
			end = next
		}
	}
	return end
}

// bodyHead reports whether token i is a word such as Ministry or Gulf.
func (f *finder) bodyHead(i int) bool {
	h, ok := lexicon.HeadOf(f.text(i))
	return ok && h.Kind != ""
}

// listing reports whether names of this head go on with "and".
func (f *finder) listing(first, last int) bool {
	switch f.text(last - 1) {
	case "Ministry", "Department", "Institute", "Organization", "Organisation", "Commission", "Union", "Committee", "Bureau", "Board":
		return true
	}
	return false
}

// capitalRun returns the token after the capitalized words that begin at i.
func (f *finder) capitalRun(i int, s *doc.Sentence) int {
	for i < s.Last && f.capital(i) && !f.timex[i] && f.d.Tokens[i].UPOS != "PRON" && f.d.Tokens[i].UPOS != "DET" {
		i++
	}
	return i
}

// runs adds the capitalized words of s that no one has found a name in, when
// something tells what they name.
func (f *finder) runs(s *doc.Sentence) {
	if f.headline(s) {
		return
	}
	for i := s.First; i < s.Last; i++ {
		if !f.belongs(i, s) {
			continue
		}
		end := i
		for f.belongs(end, s) {
			end++
		}
		f.run(i, end, s)
		i = end - 1
	}
}

func (f *finder) run(first, last int, s *doc.Sentence) {
	n := name{Mention: doc.Mention{First: first, Last: last, Rule: ruleRun}}
	if !f.trim(&n) || n.Last-n.First == 1 && f.text(n.First) == strings.ToUpper(f.text(n.First)) && len(f.text(n.First)) == 1 {
		return
	}
	if end := f.complement(n.First, n.Last, s); end != n.Last && len(f.over(n.Last, end)) == 0 {
		n.Last = end
	}
	if class := f.evident(&n); class != "" {
		n.Class = class
		f.add(n)
	}
}

// repeated gives single words the class of the longer name they shorten, and
// adds them where they were not seen: Gaskin after Dave Gaskin.
func (f *finder) repeated() {
	surnames := map[string]bool{}
	for _, n := range f.names {
		if !n.dropped && (n.Class == doc.PER || n.person) && n.Last-n.First > 1 {
			surnames[f.text(n.Last-1)] = true
		}
	}
	for i := range f.d.Tokens {
		s := &f.d.Sentences[f.d.Tokens[i].Sent]
		if surnames[f.text(i)] && f.d.Blocks[s.Block].Role != doc.Boilerplate && f.belongs(i, s) && !f.belongs(i+1, s) {
			f.add(name{Mention: doc.Mention{First: i, Last: i + 1, Class: doc.PER, Rule: ruleRun}, person: true})
		}
	}
}
