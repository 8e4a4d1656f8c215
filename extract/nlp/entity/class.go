package entity

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// classify gives every name its class: what the lexicon says, else what its
// own words and its context tell, else what the network said most often.
func (f *finder) classify() {
	votes := map[string]map[doc.Class]int{}
	for _, n := range f.names {
		if n.dropped || n.net == "" {
			continue
		}
		key := f.key(&n)
		if votes[key] == nil {
			votes[key] = map[doc.Class]int{}
		}
		votes[key][n.net]++
	}
	evidence, canonical := map[string]doc.Class{}, map[string]name{}
	for _, n := range f.names {
		if !n.dropped && n.Canonical != "" && n.Class != doc.NORP {
			canonical[f.key(&n)] = n
		}
	}
	for i := range f.names {
		n := &f.names[i]
		if n.dropped || n.Canonical != "" {
			continue
		}
		if same, ok := canonical[f.key(n)]; ok && !n.person && f.byNoun(n) == "" {
			n.Class, n.Canonical = same.Class, same.Canonical
			continue
		}
		if class := f.evident(n); class != "" {
			n.Class = class
			if f.strong(n) {
				evidence[f.key(n)] = class
			}
		}
	}
	for i := range f.names {
		n := &f.names[i]
		if n.dropped || n.Canonical != "" || f.strong(n) && f.evident(n) != "" {
			continue
		}
		if class := evidence[f.key(n)]; class != "" {
			n.Class = class
		} else if n.Class == "" || f.evident(n) == "" {
			n.Class = majority(votes[f.key(n)], n.Class)
		}
	}
	f.parties()
	f.incorporated()
	f.doers()
	f.surnames()
	f.alsoCommon()
	for i := range f.names {
		n := &f.names[i]
		if !n.dropped && (n.Class == "" || n.Canonical == "" && lexicon.Unnamed(f.d.Tokens[n.First:n.Last]) || f.ofDeed(n)) {
			f.drop(n)
		}
	}
	f.storms()
	f.tickers()
}

// parties makes bodies of what is called by a creed: the Social Democrats are a
// party, whatever else the word is.
func (f *finder) parties() {
	for i := range f.names {
		n := &f.names[i]
		if last := f.text(n.Last - 1); !n.dropped && n.Last-n.First > 1 && partisans[last] && strings.HasSuffix(last, "s") && creeds[f.text(n.Last-2)] {
			n.Class, n.Canonical, n.net = doc.ORG, "", doc.ORG
		}
	}
}

// incorporated makes a firm of each name that the article has with the word of a
// company behind it: Monsanto, of Monsanto Co.
func (f *finder) incorporated() {
	firms := map[string]bool{}
	for _, n := range f.names {
		if last := strings.TrimRight(f.text(n.Last-1), "."); !n.dropped && n.Last-n.First > 1 && (companyEnd[last] || last == "Co" || last == "Company" || last == "Corporation") {
			n.Last--
			firms[f.key(&n)] = true
		}
	}
	for i := range f.names {
		if n := &f.names[i]; !n.dropped && n.Canonical == "" && !n.person && firms[f.key(n)] {
			n.Class, n.net = doc.ORG, doc.ORG
		}
	}
}

// alsoCommon drops the single word that begins a sentence and is a common noun
// of the article elsewhere: "Apple grower sues", of a grower of apples.
func (f *finder) alsoCommon() {
	for i := range f.names {
		n := &f.names[i]
		w := f.text(n.First)
		if n.dropped || n.Last-n.First > 1 || n.First != f.d.Sentences[f.d.Tokens[n.First].Sent].First || n.Class != doc.ORG || capitals(w) || !f.modifies(n.First, n.Last) {
			continue
		}
		for k := range f.d.Tokens {
			if t := &f.d.Tokens[k]; t.UPOS == "NOUN" && !f.capital(k) && (strings.EqualFold(t.Text, w) || strings.EqualFold(t.Lemma, w)) {
				f.drop(n)
				break
			}
		}
	}
}

// ofDeed reports whether a word after n makes it the name of no thing: the Paris
// of "Paris Agreement".
func (f *finder) ofDeed(n *name) bool {
	if n.First > 0 && f.cover[n.First-1] == doc.None && f.capital(n.First-1) && f.d.Tokens[n.First-1].Sent == f.d.Tokens[n.First].Sent && lexicon.Unnamed(f.d.Tokens[n.First-1:n.First+1]) && f.text(n.First-1) != "World" {
		return true // "Operation Hunter"
	}
	if f.campaign(n) || f.measured(n) {
		return true
	}
	if n.Last-n.First == 1 && n.Last < len(f.d.Tokens) && (f.text(n.Last) == ":" && len(f.text(n.First)) == 1 || f.text(n.First) == "Coast" && f.lower(n.Last) == "guard") {
		return true // the letter of a question and answer
	}
	if last := f.text(n.Last - 1); n.Last-n.First > 1 && partisans[last] && !creeds[f.text(n.Last-2)] || len(f.text(n.First)) == 1 && n.Last-n.First == 3 && f.text(n.First+1) == "-" && strings.Contains("RDI", f.text(n.First)) {
		return true // "Senate Republicans", "R-Kentucky"
	}
	if noun, ok := lexicon.NounOf(f.lower(n.First)); ok && n.Last-n.First == 1 && n.Class == doc.LOC && n.Canonical == "" && classOfKind(noun.Kind()) != doc.LOC {
		return true // the Coalition is no place
	}
	return n.Class != doc.ORG && n.Class != doc.NORP && n.Last < len(f.d.Tokens) && f.d.Tokens[n.Last].Sent == f.d.Tokens[n.First].Sent &&
		f.capital(n.Last) && lexicon.Unnamed(f.d.Tokens[n.Last-1:n.Last+1])
}

// partisans are called by their party, which is no name of theirs.
var partisans = set("Republican Republicans Democrat Democrats Conservatives Liberals Socialists Communists")

// creeds come before such a word in the name of a party: "Social Democrats".
var creeds = set("Social Christian Liberal Civic Free National New United Progressive Young Independent European Ulster Scottish Welsh Sweden Swiss Alliance")

// measured reports whether a size stands before n as before no person: "the
// 40-meter Lady Aurelia".
func (f *finder) measured(n *name) bool {
	i := n.First - 1
	if i > 0 && f.text(i) == "Lady" { // taken for her title
		i--
	}
	if n.net != doc.PER || i < 2 || f.d.Tokens[i-2].Sent != f.d.Tokens[n.First].Sent || f.text(i-1) != "-" && !strings.Contains(f.text(i), "-") {
		return false
	}
	switch strings.TrimLeft(f.lower(i), "0123456789.,-") {
	case "meter", "metre", "foot", "ft", "ton", "tonne", "seat", "storey", "story", "acre", "mile":
		return true
	}
	return false
}

// campaign reports whether n is or ends what soldiers or police call a campaign
// of theirs: "Operation Desert Storm". A body may be named so as well.
func (f *finder) campaign(n *name) bool {
	if n.Class == doc.ORG && n.net == doc.ORG {
		return false
	}
	first, start := n.First, f.d.Sentences[f.d.Tokens[n.First].Sent].First
	for first > start && f.text(first) != "Operation" && f.cover[first-1] == doc.None && f.capital(first-1) {
		first--
	}
	return n.Last-first > 1 && f.text(first) == "Operation"
}

// doers makes persons of single words taken for places that the lexicon does not
// know, nothing is ever in or at, and which do or own what people do: "Hanbury
// said", "Hanbury's wife".
func (f *finder) doers() {
	does, located := map[string]bool{}, map[string]bool{}
	for i := range f.names {
		n := &f.names[i]
		if n.dropped || n.Last-n.First > 1 {
			continue
		}
		key := f.key(n)
		if f.located(n.First) || n.First > 0 && f.lower(n.First-1) == "the" || f.inLarger(n) {
			located[key] = true
		}
		v := f.d.Tokens[n.First].Head
		if v == doc.None {
			continue
		}
		noun, _ := lexicon.NounOf(f.lemma(v))
		switch {
		case f.tree.Is(n.First, "nsubj") && !f.tree.Is(n.First, "nsubj:pass") && f.d.Tokens[v].UPOS == "VERB" && f.tree.Child(v, "obj", "ccomp", "xcomp") != doc.None,
			f.tree.Is(n.First, "nmod:poss") && noun.Person():
			does[key] = true
		}
	}
	for i := range f.names {
		n := &f.names[i]
		if key := f.key(n); !n.dropped && n.Class == doc.LOC && n.Canonical == "" && n.Last-n.First == 1 && does[key] && !located[key] && len(lexicon.Named(key)) == 0 && !capitals(key) {
			n.Class = doc.PER
		}
	}
}

// surnames makes a person of each single word that ends a person's full name.
func (f *finder) surnames() {
	last, whole, parted := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, n := range f.names {
		if !n.dropped && n.Class == doc.PER && n.Last-n.First > 1 {
			last[f.text(n.Last-1)] = true
			if particles[f.text(n.Last-2)] {
				parted[f.text(n.Last-1)] = true
				if n.Last-n.First == 2 {
					whole[f.text(n.Last-1)] = true
				}
			}
		}
	}
	for w := range whole {
		delete(last, w) // who is dos Santos is not Santos
	}
	for i := range f.names {
		if n := &f.names[i]; !n.dropped && n.Last-n.First == 1 && last[f.text(n.First)] && !(f.located(n.First) && (n.net == doc.LOC || parted[f.text(n.First)])) {
			n.Class, n.Canonical = doc.PER, ""
		}
	}
}

func (f *finder) key(n *name) string {
	words := make([]string, 0, n.Last-n.First)
	for i := n.First; i < n.Last; i++ {
		words = append(words, f.text(i))
	}
	return strings.Join(words, " ")
}

func majority(votes map[doc.Class]int, own doc.Class) doc.Class {
	best := own
	for _, c := range []doc.Class{doc.PER, doc.ORG, doc.LOC} {
		if votes[c] > votes[best] {
			best = c
		}
	}
	return best
}

// strong reports whether what tells the class of n stands in the text beside
// or within it, rather than being a habit of names.
func (f *finder) strong(n *name) bool {
	return n.person || f.byHead(n) != "" || f.byAge(n) != "" || f.byNoun(n) != "" || f.byClub(n) != "" || f.byEmployer(n) != "" || f.byPlace(n) != ""
}

// evident is the class that the words of n and its context tell, if any.
func (f *finder) evident(n *name) doc.Class {
	if n.person {
		return doc.PER
	}
	for _, tell := range []func(*name) doc.Class{f.byLabel, f.byHead, f.byAge, f.byClub, f.byNoun, f.byEmployer, f.byPlace, f.byBody, f.byGiven, f.byForm, f.bySpeech, f.byPronoun, f.byDeed} {
		if class := tell(n); class != "" {
			return class
		}
	}
	return ""
}
