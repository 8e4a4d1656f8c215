package entity

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// surnameHeads are words for bodies and places that are surnames as well.
var surnameHeads = set("Park Church Hall House Street Bridge Field Banks Forest Hill Lake Castle Mills Price Post Guard Temple Gardens Garden Power Steel Court Hills Bay Camp")

// byLabel takes for a person a name in capitals with a colon behind it that the
// article has in full elsewhere: the MARSH of a broadcast's transcript.
func (f *finder) byLabel(n *name) doc.Class {
	if size := n.Last - n.First; size > 1 && size < 4 && n.Last < len(f.d.Tokens) && (f.text(n.Last) == ":" || f.text(n.Last) == "(") && f.abbreviated(n) && n.First == f.d.Sentences[f.d.Tokens[n.First].Sent].First {
		first := f.text(n.First)
		if _, given := lexicon.Given(first[:1] + strings.ToLower(first[1:])); given {
			return doc.PER
		}
	}
	if n.Last-n.First != 1 || n.Last >= len(f.d.Tokens) || f.text(n.Last) != ":" || !capitals(f.text(n.First)) || n.First != f.d.Sentences[f.d.Tokens[n.First].Sent].First {
		return ""
	}
	for i := range f.names {
		if o := &f.names[i]; !o.dropped && o.net == doc.PER && o.Last-o.First > 1 && strings.EqualFold(f.text(o.Last-1), f.text(n.First)) {
			return doc.PER
		}
	}
	return ""
}

// byHead reads the class off the word that heads a name: Ministry, Airport,
// Ltd. A given name before it makes it a surname.
func (f *finder) byHead(n *name) doc.Class {
	h, ok := lexicon.HeadIn(f.d.Tokens[n.First:n.Last])
	if size := n.Last - n.First; !ok && size > 2 && n.net != doc.PER && f.text(n.Last-1) == "Management" {
		return doc.ORG // Oresund Asset Management
	}
	if !ok || n.Last-n.First == 1 {
		return ""
	}
	if n.net == doc.PER && n.Last-n.First == 2 && surnameHeads[f.text(n.Last-1)] {
		if _, given := lexicon.Given(f.text(n.First)); given {
			return doc.PER
		}
	}
	return classOfKind(h.Kind)
}

func classOfKind(k lexicon.NounKind) doc.Class {
	switch k {
	case lexicon.NounKind(graph.Person):
		return doc.PER
	case lexicon.NounKind(graph.Country), lexicon.NounKind(graph.City), lexicon.NounKind(graph.Region), lexicon.NounKind(graph.Feature), lexicon.NounKind(graph.Facility):
		return doc.LOC
	case "":
		return ""
	}
	return doc.ORG
}

// byNoun reads it off a common noun that describes the name: one right before
// it ("the frigate Kora", "the city of Mosul"), or one in apposition ("Picnic, a
// rock band").
func (f *finder) byNoun(n *name) doc.Class {
	at := n.First - 1
	if at >= 1 && f.lower(at) == "of" && f.placeNoun(at-1) && f.d.Tokens[at].Sent == f.d.Tokens[n.First].Sent {
		return doc.LOC
	}
	if at >= 0 && f.d.Tokens[at].Sent == f.d.Tokens[n.First].Sent && f.cover[at] == doc.None && !f.timex[at] {
		if noun, ok := f.describing(at, n); ok {
			if f.firmLike(n, noun) {
				return doc.ORG
			}
			if _, given := lexicon.Given(f.text(n.First)); given && n.Last-n.First > 1 && noun.Is(lexicon.NounKind(graph.Person)) {
				return doc.PER // "the broadcaster Jo Pene"
			}
			return classOfKind(noun.Kind())
		}
	}
	if class := f.named(n); class != "" {
		return class
	}
	for _, k := range f.tree.Kids(f.head(n.First, n.Last)) {
		if k >= n.Last && f.tree.Is(k, "appos") && f.cover[k] == doc.None {
			if noun, ok := lexicon.NounOf(f.lemma(k)); ok && noun.Kind() != lexicon.NounKind(graph.Population) {
				return classOfKind(noun.Kind())
			}
		}
	}
	return ""
}

// firmLike reports whether a noun that persons and firms share stands before a word
// that no person is called: "the trader Glencorp", "mortgage lender Boligfond".
func (f *finder) firmLike(n *name, noun lexicon.Noun) bool {
	if n.Last-n.First > 1 || n.person || noun.Sector != "BUS" || !noun.Is(lexicon.NounKind(graph.Person)) || !noun.Is(lexicon.NounKind(graph.Organization)) && !f.ledBy(n) {
		return false
	}
	w := f.text(n.First)
	_, given := lexicon.Given(w)
	return !given && !lexicon.Surname(w)
}

// named reads it off the noun for a body that a comma parts from the name behind
// it: "the bank, Baltika Kredit, had lent".
func (f *finder) named(n *name) doc.Class {
	h := f.head(n.First, n.Last)
	at := f.d.Tokens[h].Head
	if at == doc.None || at >= n.First-1 || at != n.First-2 || !f.tree.Is(h, "appos") || f.text(n.First-1) != "," || f.cover[at] != doc.None || n.person {
		return ""
	}
	if _, given := lexicon.Given(f.text(n.First)); given || f.tree.Child(at, "det", "nmod:poss") == doc.None || n.Last >= len(f.d.Tokens) || f.text(n.Last) != "," && f.text(n.Last) != "." {
		return ""
	}
	if up := f.d.Tokens[at].Head; up != doc.None && f.tree.Is(at, "nmod") {
		if whose, ok := lexicon.NounOf(f.lemma(up)); ok && whose.Person() {
			return "" // "a spokesman for the firm, Ana Diaz,"
		}
	}
	noun, ok := lexicon.NounOf(f.lemma(at))
	if !ok || noun.Person() || classOfKind(noun.Kind()) != doc.ORG || f.d.Tokens[at].XPOS == "NNS" || noun.Kind() == lexicon.NounKind(graph.Population) || noun.Kind() == lexicon.Vehicle {
		return ""
	}
	return doc.ORG
}

// describing reports whether the noun at i stands before n as its description.
func (f *finder) describing(i int, n *name) (lexicon.Noun, bool) {
	t := &f.d.Tokens[i]
	noun, ok := lexicon.NounOf(f.lemma(i))
	asAdjective := periodical[f.lower(i)] || t.UPOS == "ADJ" && i == n.First-1 && noun.Sector == "BUS" && !noun.Person()
	if !ok || t.UPOS != "NOUN" && t.UPOS != "PROPN" && !asAdjective || f.capital(i) && !noun.Title {
		return noun, false
	}
	head := f.head(n.First, n.Last)
	related := t.Head == head || f.d.Tokens[head].Head == i || t.Head == f.d.Tokens[head].Head && (f.tree.Is(i, "compound", "nmod") || i == n.First-1 && t.Deprel == f.d.Tokens[head].Deprel && f.tree.Is(i, "nsubj"))
	return noun, related && noun.Kind() != lexicon.NounKind(graph.Population)
}

// periodical are words for papers that may be taken for adjectives.
var periodical = set("daily weekly monthly quarterly")

// byAge takes for a person who has an age: "36-year-old Ian Holt", "Carver,
// 61,"; and whom "who" follows.
func (f *finder) byAge(n *name) doc.Class {
	word := func(i int) string {
		if i < 0 || i >= len(f.d.Tokens) || f.d.Tokens[i].Sent != f.d.Tokens[n.First].Sent {
			return ""
		}
		return f.lower(i)
	}
	age := func(s string) bool { return (len(s) == 1 || len(s) == 2) && strings.Trim(s, "0123456789") == "" }
	at := n.Last
	if word(at) == "," {
		at++
	}
	switch {
	case word(n.First-1) == "old" && word(n.First-3) == "year", strings.HasSuffix(word(n.First-1), "year-old"):
		return doc.PER
	case at > n.Last && age(word(at)) && (word(at+1) == "," || word(at+1) == "."):
		return doc.PER
	case word(at) == "who" && n.net != doc.ORG:
		return doc.PER
	case at > n.Last && word(at) == "which" && n.net == doc.PER && n.Last-n.First == 1 && n.Canonical == "":
		return doc.ORG
	case at > n.Last && word(at) == "which" && n.Last-n.First > 2 && word(n.First-1) == "the" && n.Canonical == "":
		return doc.ORG
	}
	return ""
}

// byPlace takes for a place what stands after a preposition of place, where
// the network saw no body and nobody owns anything: "in Ayn Issa".
func (f *finder) byPlace(n *name) doc.Class {
	if n.net == doc.ORG || n.First == 0 || n.Last < len(f.d.Tokens) && f.d.Tokens[n.Last].XPOS == "POS" {
		return ""
	}
	if f.d.Tokens[n.First-1].UPOS == "ADP" && f.inLarger(n) || f.homeOf(n) {
		return doc.LOC
	}
	switch f.lower(n.First - 1) {
	case "of": // "in the vicinity of Ayn Issa"
		if n.First >= 2 && vicinity[f.lemma(n.First-2)] {
			return doc.LOC
		}
	case "in", "near", "into", "outside", "around", "at":
		if f.d.Tokens[n.First-1].Sent == f.d.Tokens[n.First].Sent && !capitals(f.text(n.First)) {
			return doc.LOC
		}
	}
	return ""
}

// homeOf reports whether n is where a person is said to be from, right behind the
// name and the age: "Ana Diaz, 42, of Millbrook".
func (f *finder) homeOf(n *name) bool {
	at := n.First - 1
	if n.Last-n.First > 3 || f.lower(at) != "of" && f.lower(at) != "from" || at < 2 || f.text(at-1) != "," || f.d.Tokens[at-2].Sent != f.d.Tokens[at].Sent {
		return false
	}
	at -= 2
	if w := f.text(at); len(w) == 2 && strings.Trim(w, "0123456789") == "" && at >= 2 && f.text(at-1) == "," {
		at -= 2
	}
	c := f.cover[at]
	return c != doc.None && (f.names[c].net == doc.PER || f.names[c].Class == doc.PER)
}

var vicinity = set("vicinity outskirts north south east west heart center centre edge suburb town city village port area province district region coast streets")

// inLarger reports whether a comma and a country or division follow n: "of
// Woodbridge, Virginia".
func (f *finder) inLarger(n *name) bool {
	if n.Last+1 >= len(f.d.Tokens) || f.text(n.Last) != "," || f.d.Tokens[n.Last+1].Sent != f.d.Tokens[n.First].Sent {
		return false
	}
	end := f.d.Sentences[f.d.Tokens[n.First].Sent].Last
	_, senses := lexicon.Longest(f.d.Tokens, n.Last+1, end)
	for _, s := range senses {
		if s.Form == lexicon.Proper && (s.Place == graph.Country || s.Place == graph.Region && !s.Weak) {
			return true
		}
	}
	return false
}

// byGiven takes two or more words for a person when they begin with a given
// name.
func (f *finder) byGiven(n *name) doc.Class {
	size := n.Last - n.First
	if size < 2 || size > 5 || n.net == doc.ORG && !(size == 2 && (f.undergoes(n) || lexicon.Surname(f.text(n.Last-1)))) || n.net == doc.LOC && !lexicon.Surname(f.text(n.Last-1)) && f.located(n.First) {
		return ""
	}
	if _, ok := lexicon.Given(f.text(n.First)); !ok {
		return ""
	}
	plain := func(t doc.Token) bool { return !capitals(t.Text) || strings.HasSuffix(t.Text, ".") }
	if slices.ContainsFunc(f.d.Tokens[n.First:n.Last], func(t doc.Token) bool { return !plain(t) || strings.EqualFold(t.Text, "of") }) {
		return ""
	}
	return doc.PER
}

// undergoes reports whether something is done to n that is done to people.
func (f *finder) undergoes(n *name) bool {
	h := f.head(n.First, n.Last)
	v := f.d.Tokens[h].Head
	return v != doc.None && (f.tree.Is(h, "nsubj", "obj") && personal[f.lemma(v)] || f.tree.Is(h, "obl:agent") && founding[f.lemma(v)])
}

var founding = set("found lead head chair write compose paint direct sing")

var personal = set("kill die arrest born bear marry injure wound charge shoot jail imprison detain murder stab hospitalize elect appoint resign retire")

// byForm takes abbreviations for bodies and ships' prefixes for ships.
func (f *finder) byForm(n *name) doc.Class {
	first := f.text(n.First)
	if n.Last-n.First > 1 && shipPrefixes[first] {
		return doc.ORG
	}
	if c := f.bracketed(n); c != doc.None && n.Last-n.First == 1 && capitals(first) && f.names[c].Last-f.names[c].First > 1 {
		return f.names[c].Class // "Free Workers Union (FWU)"
	}
	if n.net != "" && n.net != doc.LOC && capitals(first) && len(first) <= 6 && f.abbreviated(n) {
		return doc.ORG
	}
	return ""
}

// abbreviated reports whether n is in capitals throughout: CJTF-OIR.
func (f *finder) abbreviated(n *name) bool {
	for i := n.First; i < n.Last; i++ {
		if !capitals(f.text(i)) && f.text(i) != "-" && f.text(i) != "&" {
			return false
		}
	}
	return true
}

// bracketed is the name before a bracket that n stands in.
func (f *finder) bracketed(n *name) int {
	if n.First < 2 || f.text(n.First-1) != "(" && f.text(n.First-1) != "[" {
		return doc.None
	}
	c := f.cover[n.First-2]
	if c == doc.None || f.names[c].Class == doc.PER || f.names[c].Class == "" {
		return doc.None
	}
	return c
}

// shipPrefixes stand before the names of ships.
var shipPrefixes = set("MV M/V MT SS USS HMS INS HMAS HMCS RMS USNS KRI PNS USCGC MS MSC")

// byBody takes for its leader or place what a body is called after: "the Asad
// regime", "Vancouver police".
func (f *finder) byBody(n *name) doc.Class {
	if n.net == doc.ORG || n.Last >= len(f.d.Tokens) || f.d.Tokens[n.Last].Sent != f.d.Tokens[n.First].Sent || f.capital(n.Last) {
		return ""
	}
	noun, ok := lexicon.NounOf(f.lemma(n.Last))
	switch {
	case !ok || !uniqueBody(f.lemma(n.Last), noun):
		return ""
	case noun.Government:
		return doc.PER
	}
	return doc.LOC
}

// bySpeech takes two or three plain words that say something for a person,
// where the network saw a body: bodies mostly have a word that says so.
func (f *finder) bySpeech(n *name) doc.Class {
	size := n.Last - n.First
	if size < 2 || size > 3 || n.Canonical != "" {
		return ""
	}
	if trades[f.text(n.Last-1)] && !n.person {
		return doc.ORG
	}
	for i := n.First; i < n.Last; i++ {
		if !f.capital(i) || capitals(f.text(i)) || f.bodyHead(i) || f.nationality(i) {
			return ""
		}
		if _, ok := lexicon.NounOf(f.lower(i)); ok && i == n.Last-1 && f.d.Tokens[i].UPOS != "PROPN" {
			return ""
		}
	}
	h := f.head(n.First, n.Last)
	v := f.d.Tokens[h].Head
	if v == doc.None || !f.tree.Is(h, "nsubj") || f.determined(h, "the") || !saying[f.lemma(v)] {
		return ""
	}
	return doc.PER
}

// trades end the names of firms and of nobody who speaks: "Orbex Terminals said".
var trades = set("Transport Terminals Lines Foods Media Systems Industries Resources Technologies Services Solutions Stores Supermarkets Studios Records Insurance " +
	"Securities Investments Properties Developments Logistics Freight Haulage Ferries Cruises Coaches Buses Trains Railways Tours Travel Hotels Breweries Dairies " +
	"Farms Textiles Minerals Metals Chemicals Plastics Pharma Biotech Petroleum Telecom Networks Software Electronics Robotics Fisheries Timber")

// byPronoun takes unknown words that do what people do for a person where he or
// she follows.
func (f *finder) byPronoun(n *name) doc.Class {
	if n.net != "" || n.Canonical != "" || n.Last-n.First > 3 || len(lexicon.Named(f.key(n))) > 0 {
		return ""
	}
	for i := n.First; i < n.Last; i++ {
		if !f.capital(i) || capitals(f.text(i)) || f.bodyHead(i) || f.nationality(i) {
			return ""
		}
	}
	h := f.head(n.First, n.Last)
	v := f.d.Tokens[h].Head
	if v == doc.None || f.determined(h, "the") {
		return ""
	}
	noun, _ := lexicon.NounOf(f.lemma(v))
	if !(f.tree.Is(h, "nsubj") && f.d.Tokens[v].UPOS == "VERB") && !(f.tree.Is(h, "nmod:poss") && noun.Person()) {
		return ""
	}
	sent := f.d.Tokens[n.First].Sent
	for i := n.Last; i < len(f.d.Tokens) && f.d.Tokens[i].Sent <= sent+1; i++ {
		switch f.lower(i) {
		case "he", "she", "his", "her", "him":
			return doc.PER
		}
	}
	return ""
}

// byDeed takes for a body the unknown name with an article by which something is
// done: "shot by the Gestapo".
func (f *finder) byDeed(n *name) doc.Class {
	if n.net != "" || n.Last-n.First > 1 || n.First == 0 || f.lower(n.First-1) != "the" || f.d.Tokens[n.First].UPOS != "PROPN" || !f.tree.Is(n.First, "obl:agent") {
		return ""
	}
	if _, common := lexicon.NounOf(f.lower(n.First)); common || len(lexicon.Named(f.key(n))) > 0 {
		return ""
	}
	return doc.ORG
}

// saying are the verbs of people who are quoted.
var saying = set("say tell add explain recall joke argue note remark")
