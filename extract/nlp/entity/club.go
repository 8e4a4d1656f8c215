package entity

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// byClub takes for a club what is called one ("the Belgian side Anderlecht",
// "champions Norden Bears") and what is a city with the word of a team behind it.
func (f *finder) byClub(n *name) doc.Class {
	if at := n.First - 1; at >= 0 && f.d.Tokens[at].Sent == f.d.Tokens[n.First].Sent && f.cover[at] == doc.None && sides[f.lower(at)] && !(n.Last+1 < len(f.d.Tokens) && f.lower(n.Last) == "and") {
		return doc.ORG
	}
	if n.Last-n.First < 2 || n.person || f.text(n.First) == "al" {
		return ""
	}
	last := f.text(n.Last - 1)
	if teamWords[last] {
		return doc.ORG
	}
	if !strings.HasSuffix(last, "s") || strings.HasSuffix(last, "ss") || f.bodyHead(n.Last-1) || capitals(last) {
		return ""
	}
	size, senses := lexicon.Longest(f.d.Tokens, n.First, n.Last-1)
	if _, given := lexicon.Given(f.text(n.First)); given || size == 0 || size != n.Last-1-n.First {
		return ""
	}
	for _, s := range senses {
		if s.Form == lexicon.Proper && (s.Place == graph.City || s.Place == graph.Region) {
			return doc.ORG
		}
	}
	return ""
}

// sides are common nouns for a team, in the plural with the name of one behind.
var sides = set("side club champions rivals runners-up finalists semi-finalists hosts minnows strugglers newcomers league-leaders pacesetters")

// teamWords end the names of clubs and of nothing else.
var teamWords = set("United Rangers Rovers Wanderers Harriers Athletic Albion Hotspur FC AFC SC CF RFC FK SK")

// byEmployer takes for a body what somebody works at or what has owners, chairmen
// and shares: "an analyst at Brightwater", "the founder of Telmore".
func (f *finder) byEmployer(n *name) doc.Class {
	if f.hasBoard(n) {
		return doc.ORG
	}
	at := n.First - 1
	if at >= 0 && f.lower(at) == "the" {
		at--
	}
	if at < 1 || n.net == doc.ORG || n.person || n.Canonical != "" || f.d.Tokens[at-1].Sent != f.d.Tokens[n.First].Sent || f.inLarger(n) || len(lexicon.Named(f.key(n))) > 0 {
		return ""
	}
	if h, ok := lexicon.HeadIn(f.d.Tokens[n.First:n.Last]); ok && n.Last-n.First > 1 && h.Kind != "" {
		return ""
	}
	before := f.lemma(at - 1)
	_, given := lexicon.Given(f.text(n.First))
	switch f.lower(at) {
	case "at":
		if employees[before] || before == "work" {
			return doc.ORG
		}
	case "of":
		if before == "charge" && f.tree.Is(at-1, "obj") && f.lemma(f.d.Tokens[at-1].Head) == "take" && !given {
			return doc.ORG
		}
		if owned[before] && !(given && n.Last-n.First > 1) || before == "executive" && f.lower(at-2) == "chief" {
			return doc.ORG
		}
	case "for":
		if strings.HasPrefix(before, "spokes") && !given {
			return doc.ORG
		}
	case "in":
		if before == "stake" || before == "share" {
			return doc.ORG
		}
	}
	return ""
}

// ledBy reports whether n is said to be led or owned by somebody: "Orbex, led by Ana
// Diaz".
func (f *finder) ledBy(n *name) bool {
	for _, k := range f.tree.Kids(f.head(n.First, n.Last)) {
		if k >= n.Last && f.tree.Is(k, "acl") && f.d.Tokens[k].XPOS == "VBN" && f.tree.Oblique(k, "by") != doc.None && ruled[f.lemma(k)] {
			return true
		}
	}
	return false
}

// boards are nouns for what a firm has and a person has not.
var boards = set("subsidiary chairman chairwoman shareholder revenue headquarters ceo workforce boardroom factory takeover")

// ruled are verbs of what somebody does to a body and to no person.
var ruled = set("lead own head run found control chair operate")

// hasBoard reports whether n has what firms have, or is owned or founded.
func (f *finder) hasBoard(n *name) bool {
	if n.net == doc.ORG || n.person || n.Canonical != "" || len(lexicon.Named(f.key(n))) > 0 {
		return false
	}
	if k := n.Last; k+1 < len(f.d.Tokens) && f.d.Tokens[k].XPOS == "POS" && f.d.Tokens[k+1].Sent == f.d.Tokens[n.First].Sent {
		switch w := f.lemma(k + 1); {
		case boards[w]:
			return true
		case w == "chief":
			return k+2 < len(f.d.Tokens) && f.lower(k+2) == "executive"
		case f.lower(k+1) == "managing":
			return k+2 < len(f.d.Tokens) && f.lower(k+2) == "director"
		}
	}
	h := f.head(n.First, n.Last)
	v := f.d.Tokens[h].Head
	for _, k := range f.tree.Kids(h) {
		if k >= n.Last && f.tree.Is(k, "appos") && (f.lemma(k) == "unit" || f.lemma(k) == "subsidiary" || f.lemma(k) == "affiliate") {
			return true
		}
	}
	if f.ledBy(n) {
		return true
	}
	if v == doc.None {
		return false
	}
	if f.tree.Is(h, "compound") && v >= n.Last && v-n.Last < 2 && f.cover[v] == doc.None && kindNouns[f.lemma(v)] {
		return true // "the Forsa trade union"
	}
	if !f.tree.Is(h, "nsubj:pass") {
		return false
	}
	switch f.lemma(v) {
	case "own", "found", "acquire":
		return true
	}
	return false
}

// kindNouns say of the name right before them what it is.
var kindNouns = set("union party airline carrier newspaper magazine militia charity brand broadcaster supermarket retailer share stock shareholder employee")

// employees work at a firm or an institute, or write for one.
var employees = set("analyst economist strategist researcher trader engineer executive fund manager partner lecturer professor fellow correspondent intern dealer broker")

// owned are nouns whose "of" is a body.
var owned = set("chairman chairwoman chairperson ceo cfo founder co-founder cofounder shareholder subsidiary unit employee spokesman spokeswoman spokesperson share")

// storms drops the bare names of storms: Lawin, where the article has Typhoon
// Lawin and nobody of that name.
func (f *finder) storms() {
	called, persons := map[string]bool{}, map[string]bool{}
	for i := range f.d.Tokens {
		if i+1 < len(f.d.Tokens) && stormWords[f.text(i)] && f.capital(i+1) && f.d.Tokens[i+1].Sent == f.d.Tokens[i].Sent {
			called[f.text(i+1)] = true
		}
	}
	if len(called) == 0 {
		return
	}
	for _, n := range f.names {
		if !n.dropped && n.Class == doc.PER && n.Last-n.First > 1 && !stormWords[f.text(n.First)] {
			persons[f.text(n.First)], persons[f.text(n.Last-1)] = true, true
		}
	}
	for i := range f.names {
		n := &f.names[i]
		first := f.text(n.First)
		alone := n.Last-n.First == 1 && called[first] && !persons[first] && n.Class != doc.NORP && n.Canonical == ""
		if whole := n.Last-n.First == 2 && stormWords[first] && called[f.text(n.First+1)]; !n.dropped && (alone || whole) {
			f.drop(n)
		}
	}
}

var stormWords = set("Hurricane Typhoon Cyclone")

// drop forgets a name.
func (f *finder) drop(n *name) {
	n.dropped = true
	for k := n.First; k < n.Last; k++ {
		f.cover[k] = doc.None
	}
}

// outlets takes for a medium a single name that is told something and that the
// article has nowhere else, as it has the names of people: "his agent told
// Starlight".
func (f *finder) outlets() {
	uses := map[string]int{}
	for i := range f.d.Tokens {
		if f.capital(i) {
			uses[f.text(i)]++
		}
	}
	for i := 0; i+1 < len(f.d.Tokens); i++ {
		k := i + 1
		s := &f.d.Sentences[f.d.Tokens[i].Sent]
		if f.lemma(i) != "tell" || k >= s.Last || !f.capital(k) || f.timex[k] || f.d.Tokens[k].UPOS != "PROPN" && f.d.Tokens[k].UPOS != "NOUN" {
			continue
		}
		if k+1 < s.Last && (f.capital(k+1) || f.text(k+1) == "-" || f.d.Tokens[k+1].UPOS == "NOUN" && f.tree.Is(k, "compound")) || f.d.Blocks[s.Block].Role == doc.Boilerplate {
			continue
		}
		_, given := lexicon.Given(f.text(k))
		noun, described := lexicon.NounOf(f.lower(k))
		if given || lexicon.Surname(f.text(k)) || uses[f.text(k)] > 1 || described && noun.Title {
			continue
		}
		if c := f.cover[k]; c == doc.None {
			f.add(name{Mention: doc.Mention{First: k, Last: k + 1, Class: doc.ORG, Rule: ruleRun}, net: doc.ORG})
		} else if n := &f.names[c]; n.Last-n.First == 1 && n.Class == doc.PER && n.Canonical == "" {
			n.Class, n.net = doc.ORG, doc.ORG
		}
	}
}

// tickers drops what a share is called at an exchange: "(NYSE: ACM)".
func (f *finder) tickers() {
	for i := 0; i+4 < len(f.d.Tokens); i++ {
		if f.text(i) != "(" || f.text(i+2) != ":" || !capitals(f.text(i+1)) && f.text(i+1) != "Nasdaq" || !capitals(f.text(i+3)) {
			continue
		}
		for k := i + 1; k < i+4; k++ {
			if c := f.cover[k]; c != doc.None && f.names[c].First >= i && f.names[c].Last <= i+5 {
				f.drop(&f.names[c])
			}
		}
	}
}
