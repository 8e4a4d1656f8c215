package entity

import (
	"strings"
	"unicode"

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
			if size, senses := lexicon.Longest(f.d.Tokens, first, last); size == last-first {
				f.sense(x, senses)
			}
			i = last - 1
		}
	}
}

// compose makes one name of a body's noun, what stands before it and what
// follows "of": "UN Board of Inquiry", whatever was seen of it.
func (f *finder) compose(s *doc.Sentence) {
	if f.headline(s) {
		return
	}
	for i := s.First; i+2 < s.Last; i++ {
		if !f.capital(i) || !f.bodyHead(i) || f.timex[i] || f.personal(i) {
			continue
		}
		if last := f.complement(i, i+1, s); last > i+1 {
			first := i
			for first > s.First && f.capital(first-1) && !f.title(first-1) && !f.timex[first-1] && !f.personal(first-1) && (f.cover[first-1] != doc.None || f.belongs(first-1, s)) {
				first--
			}
			f.whole(first, last)
			i = last - 1
		}
	}
}

// adjoin makes one name of two that stand beside each other, the second with
// the word for a body or place at its end or an Arabic article before it:
// "Aoraki Mount Cook" and "National Park", "Sayed" and "al-Shuhada". A force is
// named with the campaign that it is for: "Task Force - Operation Hunter".
func (f *finder) adjoin(s *doc.Sentence) {
	for i := s.First + 1; i < s.Last; i++ {
		if f.text(i) == "Operation" && i-2 >= s.First && f.text(i-1) == "-" && f.cover[i-2] != doc.None && f.bodyHead(i-2) {
			f.whole(f.names[f.cover[i-2]].First, f.capitalRun(i, s))
			continue
		}
		if f.dedicated(i, s) {
			continue
		}
		a, b := f.cover[i-1], f.cover[i]
		if a == doc.None || b == doc.None || a == b || f.names[b].First != i {
			continue
		}
		if f.text(i) == "al" && f.names[a].Canonical == "" && f.names[b].Canonical == "" && f.text(i+1) == "-" {
			f.whole(f.names[a].First, f.names[b].Last)
			continue
		}
		if !f.bodyHead(f.names[b].Last-1) || f.personal(i-1) || f.names[b].Last-i < 2 {
			continue
		}
		if f.names[a].Class != doc.NORP && f.nationality(f.names[a].First) {
			continue
		}
		f.whole(f.names[a].First, f.names[b].Last)
	}
}

// dedicated makes one name of a building or body called after a saint, where token i
// is the noun for it: "St Anne's Hospital".
func (f *finder) dedicated(i int, s *doc.Sentence) bool {
	if i-3 < s.First || f.d.Tokens[i-1].XPOS != "POS" || !f.capital(i) || !f.bodyHead(i) {
		return false
	}
	for k := i - 2; k >= s.First && k >= i-4 && f.capital(k); k-- {
		if w := strings.TrimRight(f.text(k), "."); w == "St" || w == "Saint" {
			f.whole(k, i+1)
			return true
		}
	}
	return false
}

// personal reports whether token i is in the name of a person.
func (f *finder) personal(i int) bool {
	c := f.cover[i]
	return c != doc.None && f.names[c].net == doc.PER && (f.names[c].person || f.names[c].Last-f.names[c].First > 1)
}

// whole makes the tokens first to last one name, unless they are.
func (f *finder) whole(first, last int) {
	for _, c := range f.over(first, last) {
		if n := f.names[c]; n.First <= first && n.Last >= last || n.First < first || n.Last > last {
			return // something longer, or crossing
		}
	}
	n := name{Mention: doc.Mention{First: first, Last: last, Rule: ruleExtend}}
	if size, senses := lexicon.Longest(f.d.Tokens, first, last); size == last-first {
		f.sense(&n, senses)
	}
	f.add(n)
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
	case "PRON", "DET", "AUX", "CCONJ", "SCONJ", "ADP", "PART":
		return false
	}
	return i > s.First && f.lower(i-1) != ":" && f.d.Tokens[i-1].XPOS != "``"
}

func (f *finder) leftEdge(n name, s *doc.Sentence) int {
	first := n.First
	if f.text(first) == "al" || f.text(first) == "bin" { // "Urem al-Kubra", whatever the tags
		for f.belongs(first-1, s) && !f.title(first-1) && !f.nationality(first-1) {
			first--
		}
	}
	if first-2 > s.First && f.text(first-1) == "/" && f.glued(first-1) && f.glued(first-2) && f.belongs(first-2, s) {
		first -= 2
	}
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
	return head || f.nationality(i) || titleWords[f.lower(i)] || f.d.Tokens[i].UPOS != "PROPN" && f.d.Tokens[i].XPOS != "NNP" || capitals(f.text(i)) && !given
}

func (f *finder) nationality(i int) bool {
	senses := lexicon.Named(f.text(i))
	return len(senses) > 0 && (senses[0].Form != lexicon.Proper || senses[0].Place == graph.Country)
}

func (f *finder) rightEdge(n name, s *doc.Sentence) int {
	last := n.Last
	if n.net == doc.PER {
		last = f.bridge(last, s)
		for last+1 < s.Last && f.text(last) == "-" && f.glued(last-1) && f.glued(last) && f.capital(last+1) && f.cover[last+1] == doc.None {
			last += 2 // a surname of two
		}
		if last+1 < s.Last && last-n.First > 1 && f.text(last) == "-" && f.glued(last-1) && f.glued(last) && f.syllable(last+1) {
			last += 2 // Park Geun-hye
		}
	}
	for f.belongs(last, s) && f.d.Tokens[last].UPOS == "PROPN" {
		if n.net == doc.PER && honors[f.text(last)] {
			break
		}
		if noun, ok := lexicon.NounOf(f.lower(last)); ok && noun.Person() && noun.Title {
			break
		}
		if titleWords[f.lower(last)] && last+1 < s.Last && f.title(last+1) || lexicon.Unnamed(f.d.Tokens[last-1:last+1]) && f.bodyHead(last-1) {
			break // "Pentagon Press Secretary", "Security Council Resolution"
		}
		if lexicon.Unnamed(f.d.Tokens[last:last+1]) || companySuffix[strings.TrimRight(f.text(last-1), ".")] {
			break
		}
		if n.person || n.net == doc.PER {
			if h, ok := lexicon.HeadOf(f.text(last)); ok && h.Kind != "" && !f.tree.Is(last, "flat") {
				break
			}
		}
		last++
	}
	return last
}

// syllable reports whether token i can end a given name of East Asia rather than
// say whose something is: "Trump-led".
func (f *finder) syllable(i int) bool {
	w := f.text(i)
	if f.capital(i) || len(w) > 6 || f.cover[i] != doc.None || f.d.Tokens[i].UPOS == "VERB" {
		return false
	}
	switch w {
	case "led", "era", "born", "run", "style", "like", "backed", "based", "owned", "held", "linked", "wide", "bound", "esque", "made", "type", "free", "elect":
		return false
	}
	return true
}

// companySuffix ends the name of a company.
var companySuffix = set("Inc Ltd LLC PLC plc Corp GmbH")

// companyEnd ends the full name of a company, which texts leave out once they
// have given it.
var companyEnd = set("Inc Ltd LLC PLC plc Corp Co GmbH AB Oyj Oy ASA AS AG SA NV BV SpA SE Bhd Pty KG Holding Holdings")

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
	if end+1 < s.Last && f.lower(end) == "of" && f.capital(end+1) && !f.timex[end+1] && f.d.Tokens[end+1].UPOS != "PRON" {
		end = f.capitalRun(end+1, s) // "Centers for Control of Disease"
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
	for i < s.Last && f.capital(i) && !f.timex[i] && f.d.Tokens[i].UPOS != "PRON" && f.d.Tokens[i].UPOS != "DET" && f.d.Tokens[i].UPOS != "AUX" {
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
		if noun, ok := lexicon.NounOf(f.lower(i)); ok && noun.Person() && i == s.First && i+1 < s.Last && f.cover[i+1] != doc.None && f.names[f.cover[i+1]].net == doc.PER {
			continue // "Survivor Ana Diaz said"
		}
		end := i
		for f.belongs(end, s) {
			end = f.bridge(end+1, s)
		}
		f.run(i, end, s)
		i = end - 1
	}
}

// bridge returns the token at which a name goes on after i, over a particle
// such as al or van, or i where it does not.
func (f *finder) bridge(i int, s *doc.Sentence) int {
	k := i
	for n := 0; n < 2 && k < s.Last && particles[f.text(k)] && f.cover[k] == doc.None; n++ {
		k++
		if k < s.Last && f.text(k) == "-" && f.glued(k-1) && f.glued(k) {
			k++
		}
	}
	if k > i && f.belongs(k, s) {
		return k
	}
	return i
}

// particles are the small words within persons' names.
var particles = set("al el bin ibn bint abu ul ud de del della di da dos du van von der den la le ter")

// sharedTeam are words that many clubs of one league have.
var sharedTeam = set("FC AFC SC CF RFC FK SK Athletic")

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

// repeated adds names that were seen elsewhere in the article, and the last
// words of persons' names: Gaskin after Dave Gaskin.
func (f *finder) repeated() {
	type seen struct {
		class     doc.Class
		canonical string
		person    bool
	}
	known := map[string]seen{}
	for _, n := range f.names {
		if n.dropped || n.Class == doc.NORP {
			continue
		}
		if n.Last-n.First == 1 {
			known[f.text(n.First)] = seen{n.Class, n.Canonical, n.person}
		} else if n.Last-n.First == 2 && companyEnd[strings.TrimRight(f.text(n.Last-1), ".")] && !lexicon.Small(strings.ToLower(f.text(n.First))) {
			known[f.text(n.First)] = seen{doc.ORG, "", false} // Kvist, of Kvist AB
		} else if n.Class == doc.PER || n.person {
			if particles[f.text(n.Last-2)] && unicode.IsLower(rune(f.text(n.Last - 2)[0])) {
				continue // of dos Santos, Santos is no name
			}
			known[f.text(n.Last-1)] = seen{doc.PER, "", true}
		} else if last := f.text(n.Last - 1); n.Class == doc.ORG && f.byClub(&n) != "" && !sharedTeam[last] {
			known[last] = seen{doc.ORG, "", false} // the Harriers, of Lagos Harriers
		}
	}
	for i := range f.d.Tokens {
		s := &f.d.Sentences[f.d.Tokens[i].Sent]
		if f.d.Blocks[s.Block].Role == doc.Boilerplate || f.cover[i] != doc.None || f.timex[i] || !f.capital(i) || f.belongs(i+1, s) {
			continue
		}
		if k, ok := known[f.text(i)]; ok && (len(f.text(i)) > 2 || len(f.text(i)) == 2 && capitals(f.text(i)) && k.class == doc.ORG) {
			f.add(name{Mention: doc.Mention{First: i, Last: i + 1, Class: k.class, Canonical: k.canonical, Rule: ruleRun}, person: k.person})
		}
	}
}
