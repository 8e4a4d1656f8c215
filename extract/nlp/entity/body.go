package entity

import (
	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// bodies makes names of what is named by whose it is: "the Indian navy",
// "Vancouver police", "Iraqi security forces", "the Asad regime".
func (f *finder) bodies() {
	for c := 0; c < len(f.names); c++ {
		n := f.names[c]
		if n.dropped || n.Class == doc.ORG && n.Canonical != "" || f.net(n) {
			continue
		}
		f.part(n)
		if end := f.division(n); end > 0 {
			f.resize(c, n.First, end)
			x := &f.names[len(f.names)-1]
			x.Class, x.Canonical, x.Rule = doc.LOC, "", ruleBody
			continue
		}
		end := f.bodyAfter(n)
		if end == 0 {
			continue
		}
		// The modifier stays a mention of its own: "Indian" is of India.
		first := n.First
		if first > 0 && formerly[f.lower(first-1)] && f.d.Tokens[first-1].Sent == f.d.Tokens[first].Sent {
			first-- // the former Afghan government is another
		}
		end = f.post(end)
		f.names = append(f.names, name{Mention: doc.Mention{
			Type: doc.Name, Class: doc.ORG, Chain: doc.None, First: first, Last: end, Rule: ruleBody}})
		for i := first; i < end; i++ {
			if f.cover[i] == doc.None {
				f.cover[i] = len(f.names) - 1
			}
		}
	}
}

var formerly = set("former interim transitional provisional ousted exiled previous")

// post makes the name of an embassy longer by where it is.
func (f *finder) post(end int) int {
	switch f.lower(end - 1) {
	case "embassy", "consulate":
	default:
		return end
	}
	if end+1 < len(f.d.Tokens) && f.lower(end) == "in" {
		if c := f.cover[end+1]; c != doc.None && f.names[c].Class == doc.LOC && f.names[c].First == end+1 {
			return f.names[c].Last
		}
	}
	return end
}

// within adds, for a public body whose name begins with its country or with the
// organization it is of, the mention of that: the UN of "UN Security Council".
func (f *finder) within() {
	for c := 0; c < len(f.names); c++ {
		n := f.names[c]
		if n.dropped || n.Class != doc.ORG || n.Last-n.First < 2 {
			continue
		}
		h, _ := lexicon.HeadIn(f.d.Tokens[n.First:n.Last])
		size, senses := lexicon.Longest(f.d.Tokens, n.First, n.Last-1)
		if size == 0 || size >= n.Last-n.First {
			continue
		}
		s := senses[0]
		public := h.Kind == lexicon.NounKind(graph.PublicBody) && s.Country != "" && (s.Place == graph.Country || s.Form == lexicon.Adjective && s.Size > 0)
		if !public && (s.Sector != "IGO" || h.Kind == "" && size > 1) {
			continue
		}
		class := classOf(s)
		f.other = append(f.other, doc.Mention{Span: f.tree.Span(n.First, n.First+size), Type: doc.Name, Class: class, Canonical: s.Name,
			Head: f.head(n.First, n.First+size), First: n.First, Last: n.First + size, Chain: doc.None, Rule: ruleLexicon})
	}
}

// sites makes names of buildings that are known by a name which stands for
// nothing else in the article: "the Sayed al-Shuhada girls' school".
func (f *finder) sites() {
	uses := map[string]int{}
	for _, n := range f.names {
		if !n.dropped {
			uses[f.key(&n)]++
		}
	}
	for c := range f.names {
		n := f.names[c]
		if n.dropped || n.Canonical != "" || n.Class == doc.NORP || n.Class == doc.LOC || uses[f.key(&n)] > 1 || n.person {
			continue
		}
		const farthest = 3
		for i := n.Last; i < len(f.d.Tokens) && i <= n.Last+farthest && f.d.Tokens[i].Sent == f.d.Tokens[n.First].Sent; i++ {
			t := &f.d.Tokens[i]
			if f.cover[i] != doc.None || t.UPOS != "NOUN" && t.UPOS != "ADJ" && t.UPOS != "PROPN" && t.XPOS != "POS" || i == n.Last && t.XPOS == "POS" {
				break
			}
			if noun, ok := lexicon.NounOf(f.lemma(i)); ok && noun.Is(lexicon.NounKind(graph.Facility)) && knownByName[f.lemma(i)] {
				f.resize(c, n.First, i+1)
				x := &f.names[len(f.names)-1]
				x.Class, x.Rule = doc.LOC, ruleBody
				break
			}
		}
	}
}

// knownByName are buildings that have names.
var knownByName = set("school hospital clinic mosque church cathedral temple synagogue university college airport airfield station stadium arena bridge hotel " +
	"prison jail market mall theater theatre museum nightclub restaurant cafe refinery plant mine camp base dam monastery shrine square park hall hut")

// part adds a part of a country as a place of its own: "northern Syria".
func (f *finder) part(n name) {
	if n.Class != doc.LOC || n.First == 0 || f.d.Tokens[n.First-1].Sent != f.d.Tokens[n.First].Sent || f.cover[n.First-1] != doc.None || !directions[f.lower(n.First-1)] {
		return
	}
	f.other = append(f.other, doc.Mention{Span: f.tree.Span(n.First-1, n.Last), Type: doc.Name, Class: doc.LOC,
		Head: f.head(n.First-1, n.Last), First: n.First - 1, Last: n.Last, Chain: doc.None, Rule: ruleBody})
}

var directions = set("northern southern eastern western central northeastern northwestern southeastern southwestern north-eastern north-western " +
	"south-eastern south-western northeast northwest southeast southwest upper lower")

// division returns the token after the word that says what kind of area n is:
// "Idlib province". 0 when none follows.
func (f *finder) division(n name) int {
	if n.Class != doc.LOC || n.Last >= len(f.d.Tokens) || f.d.Tokens[n.Last].Sent != f.d.Tokens[n.First].Sent || f.cover[n.Last] != doc.None {
		return 0
	}
	switch f.lower(n.Last) {
	case "province", "governorate", "district", "county", "oblast", "prefecture", "region", "canton", "peninsula", "island", "islands", "river", "valley", "state":
		if h := f.d.Tokens[n.Last].Head; h == n.Last+1 && f.tree.Is(n.Last, "compound") {
			return 0 // "the Punjab state government"
		}
		return n.Last + 1
	}
	return 0
}

// net reports whether n is a body itself, which has no body of this kind.
func (f *finder) net(n name) bool {
	return n.Rule == ruleBody || n.net == doc.ORG && n.Class != doc.NORP && n.Class != doc.LOC
}

// bodyAfter returns the token after the noun for a public body that n
// modifies, 0 when none follows.
func (f *finder) bodyAfter(n name) int {
	const farthest = 3
	sent := f.d.Tokens[n.First].Sent
	end := 0
	for i := n.Last; i < len(f.d.Tokens) && i < n.Last+farthest && f.d.Tokens[i].Sent == sent; i++ {
		t := &f.d.Tokens[i]
		if f.cover[i] != doc.None || f.timex[i] || t.UPOS != "NOUN" && t.UPOS != "ADJ" && t.UPOS != "PROPN" {
			break
		}
		noun, ok := lexicon.NounOf(f.lemma(i))
		if ok && noun.Person() {
			break
		}
		if f.lower(i) == "force" && !armedForce[f.lower(i-1)] {
			break // "work force"
		}
		if ok && uniqueBody(f.lemma(i), noun) {
			end = i + 1
		}
	}
	return end
}

// armedForce are the words that make a single force an armed one.
var armedForce = set("police security air defense defence naval military peacekeeping intervention border paramilitary")

// uniqueBody reports whether a country or city has one body of this kind.
func uniqueBody(lemma string, noun lexicon.Noun) bool {
	if noun.Kind() != lexicon.NounKind(graph.PublicBody) {
		return false
	}
	switch lemma {
	case "government", "administration", "regime", "cabinet", "junta", "embassy", "consulate", "authorities", "authority", "ministry", "presidency", "monarchy", "municipality", "council":
		return true
	case "division", "command", "corps", "fleet", "squadron", "patrol", "unit", "house", "chamber", "delegation", "bench":
		return false
	}
	switch noun.Sector {
	case "MIL", "COP", "LEG", "SPY", "JUD":
		return true
	}
	return false
}
