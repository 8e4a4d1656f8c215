package coref

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

const ruleMetonym = "coref/metonym" // "Moscow" for Russia

// metonyms joins a capital that acts as only a government can with its
// country: "Moscow denied it".
func (r *resolver) metonyms() {
	states := map[string]int{} // country code → a mention of the state
	for i := range r.m {
		if e := r.m[i].entry; r.m[i].Type == doc.Name && e != nil && e.Place == graph.Country && e.Country != "" {
			if _, ok := states[e.Country]; !ok {
				states[e.Country] = i
			}
		}
	}
	for i := range r.m {
		m := &r.m[i]
		if m.entry == nil || !m.entry.Capital || m.Type != doc.Name || !r.governs(m) {
			continue
		}
		country := m.entry.Country
		r.detach(i)
		r.m[i].entry = stateOf(country)
		if j, ok := states[country]; ok {
			r.join(i, j, ruleMetonym)
		} else {
			states[country] = i
		}
	}
}

// detach takes i out of its chain, whose other mentions stay together.
func (r *resolver) detach(i int) {
	var rest []int
	for j := range r.m {
		if j != i && r.same(i, j) {
			rest = append(rest, j)
		}
	}
	r.parent[i], r.rule[i] = i, ""
	for k, j := range rest {
		r.parent[j] = rest[0]
		if k == 0 {
			r.rule[j] = ""
		}
	}
	r.m[i] = r.describe(i)
}

// stateOf is the entry of the state with a country code.
func stateOf(code string) *lexicon.Name { return lexicon.State(code) }

// governs reports whether m does what governments do rather than cities: it
// says, wants or decides something, or something is done against it.
func (r *resolver) governs(m *mention) bool {
	h := m.Head
	v := r.d.Tokens[h].Head
	if v == doc.None {
		return false
	}
	switch r.tree.Case(h) {
	case "against", "between":
		return r.tree.Is(h, "nmod", "obl")
	case "by":
		return r.tree.Is(h, "obl:agent") && deciding[r.tree.Lemma(v)]
	case "":
	default:
		return false
	}
	switch {
	case r.tree.Is(h, "nsubj") && !r.tree.Is(h, "nsubj:pass"):
		return deciding[r.tree.Lemma(v)]
	case r.tree.Is(h, "obj", "iobj"):
		return addressed[r.tree.Lemma(v)]
	case r.tree.Is(h, "nmod:poss"):
		return policy[r.tree.Lemma(v)]
	case r.tree.Is(h, "conj"):
		if o := r.heads[v]; o != doc.None && o != m.at && r.m[o].entry != nil && r.m[o].entry.Capital {
			return r.governs(&r.m[o])
		}
	}
	return false
}

// deciding are the verbs of governments; addressed are those done to them.
var (
	deciding = words("say deny claim accuse warn believe insist reject argue announce demand condemn threaten agree refuse decide vow pledge blame want hope " +
		"consider declare urge call seek plan offer propose maintain dismiss acknowledge admit suspect fear order impose recall expel sign back support oppose " +
		"criticize criticise welcome deploy withdraw retaliate respond sanction ban approve negotiate recognize recognise describe see view regard fund arm supply")
	addressed = words("accuse warn blame urge press pressure condemn criticize criticise sanction persuade ask thank anger irritate threaten provoke oppose support")
	policy    = words("decision policy government claim accusation stance position response support demand refusal ally influence denial offer announcement effort plan " +
		"ambassador interest concern sanction aid relation relationship")
)

// acts reports whether m does or suffers something: what makes it an actor.
func (r *resolver) acts(m *mention) bool {
	h := r.outer(m.Head)
	v := r.d.Tokens[h].Head
	switch {
	case r.beforePassive(m):
		return true
	case v == doc.None:
		return false
	case r.tree.Is(h, "nsubj", "obl:agent"):
		return true
	case r.tree.Is(h, "obj", "iobj"):
		return true
	case r.tree.Is(h, "nmod:poss"):
		return true
	case r.tree.Is(h, "obl"):
		switch r.tree.Case(h) {
		case "by", "against", "to", "with", "for", "according to", "from", "on":
			return true
		}
	case r.tree.Is(h, "nmod"):
		switch r.tree.Case(h) {
		case "of", "by", "against", "on", "between", "with", "to", "for", "from":
			n, _ := lexicon.NounOf(r.tree.Lemma(v))
			return len(lexicon.Triggers(r.tree.Lemma(v), "N")) > 0 || n.Speaks || n.Leads && m.Class == doc.ORG
		}
	}
	return false
}

// outer climbs from a conjunct to what it is coordinated with.
func (r *resolver) outer(h int) int {
	for n := 0; n < 8 && r.d.Tokens[h].Head != doc.None && (r.tree.Is(h, "conj", "appos") || r.tree.Case(h) == "including" || r.partitive(h)); n++ {
		h = r.d.Tokens[h].Head
	}
	return h
}

// beforePassive reports whether a passive without a subject of its own follows m,
// as where the parser hung "two of the managers" on the night before.
func (r *resolver) beforePassive(m *mention) bool {
	k := m.Last
	if m.Type == doc.Pronoun || k+1 >= len(r.d.Tokens) || r.d.Tokens[k].UPOS != "AUX" || r.d.Tokens[k].Sent != m.sent || !r.tree.Is(k, "aux:pass") {
		return false
	}
	v := r.d.Tokens[k].Head
	return v != doc.None && v > k && r.tree.Child(v, "nsubj", "csubj") == doc.None && !r.tree.Is(v, "acl", "conj")
}

// partitive reports whether the word above h only says how many of h: "two of the
// managers".
func (r *resolver) partitive(h int) bool {
	up := &r.d.Tokens[r.d.Tokens[h].Head]
	return r.tree.Is(h, "nmod") && r.tree.Case(h) == "of" && up.UPOS == "NUM" && !strings.EqualFold(up.Text, "one") && strings.HasSuffix(r.d.Tokens[h].XPOS, "S")
}

// stateActs is acts for a country, which is a place as well: what moves into
// or out of it does nothing to it.
func (r *resolver) stateActs(m *mention) bool {
	h := r.outer(m.Head)
	v := r.d.Tokens[h].Head
	if v == doc.None {
		return false
	}
	switch {
	case r.tree.Is(h, "nsubj:pass"):
		return !placed[r.tree.Lemma(v)]
	case r.tree.Is(h, "nsubj"):
		return r.d.Tokens[v].UPOS == "VERB" && !placed[r.tree.Lemma(v)] || r.tree.Child(v, "ccomp", "xcomp") != doc.None
	case r.tree.Is(h, "obl:agent"):
		return true
	case r.tree.Is(h, "obj", "iobj"):
		return r.d.Tokens[v].UPOS == "VERB" && !travel[r.tree.Lemma(v)]
	case r.tree.Is(h, "nmod:poss"):
		return len(lexicon.Triggers(r.tree.Lemma(v), "N")) > 0 || policy[r.tree.Lemma(v)] || r.publicBody(v)
	case r.tree.Is(h, "obl", "nmod"):
		switch r.tree.Case(h) {
		case "against", "by":
			return true
		case "of":
			n, ok := lexicon.NounOf(r.tree.Lemma(v))
			return ok && n.Kind() == lexicon.NounKind(graph.PublicBody) && (n.Sector == "MIL" || n.Government)
		case "with", "between", "to":
			return r.tree.Is(h, "obl") && !travel[r.tree.Lemma(v)] && !moving[r.tree.Lemma(v)] || len(lexicon.Triggers(r.tree.Lemma(v), "N")) > 0
		}
	case r.tree.Is(h, "compound", "amod"):
		return len(lexicon.Triggers(r.tree.Lemma(v), "N")) > 0 || national[r.tree.Lemma(v)]
	}
	return false
}

// national are the leaders of a country: who speaks of one speaks of its state.
var national = words("president premier chancellor king queen emperor monarch")

// publicBody reports whether token v heads a phrase or name for a public body.
func (r *resolver) publicBody(v int) bool {
	n, ok := lexicon.NounOf(r.tree.Lemma(v))
	h, headed := lexicon.HeadOf(r.d.Tokens[v].Text)
	return ok && n.Kind() == lexicon.NounKind(graph.PublicBody) || headed && h.Kind == lexicon.NounKind(graph.PublicBody)
}

// placed are verbs that are true of a place; travel takes a place as object.
var (
	placed = words("lie border have be remain become see experience contain include cover stretch suffer locate situate hit call name")
	travel = words("leave enter reach visit flee border cross tour travel hit include devastate approach sweep ravage lash rock")
	moving = words("go come return travel flee move fly send bring deport extradite lead back head take transfer deliver evacuate march spread ship drive")
)

// located reports whether m is used as a place.
func (r *resolver) located(m *mention) bool {
	h := r.outer(m.Head)
	if m.First > 0 && r.d.Tokens[m.First-1].Text == "," && r.d.Tokens[m.First-1].Sent == m.sent && r.follows(m) {
		return true // "Sarmada, Syria"
	}
	if r.d.Tokens[h].Deprel == "nmod:poss" || !r.tree.Is(h, "obl", "nmod", "root", "list", "dep") {
		v := r.d.Tokens[h].Head
		return v != doc.None && r.tree.Is(h, "obj", "nsubj:pass") && travel[r.tree.Lemma(v)] ||
			v != doc.None && r.tree.Is(h, "compound", "amod", "nmod:poss") && len(lexicon.Triggers(r.tree.Lemma(v), "N")) == 0 && m.Class == doc.LOC
	}
	switch r.tree.Case(h) {
	case "in", "at", "near", "from", "to", "into", "outside", "inside", "around", "across", "throughout", "off", "over", "through", "toward", "towards",
		"within", "out of", "outside of", "on", "of", "along", "north of", "south of", "east of", "west of", "between", "for", "next to", "above", "under":
		return true
	}
	return r.tree.Is(h, "root", "list", "dep")
}

// follows reports whether a place stands before the comma before m.
func (r *resolver) follows(m *mention) bool {
	for i := m.at - 1; i >= 0 && r.m[i].sent == m.sent; i-- {
		if r.m[i].Last == m.First-1 {
			return r.m[i].Class == doc.LOC
		}
	}
	return false
}

// speaks reports whether m is the source of what is said.
func (r *resolver) speaks(m *mention) bool {
	h := r.outer(m.Head)
	v := r.d.Tokens[h].Head
	switch {
	case v == doc.None:
		return false
	case r.tree.Case(h) == "according to":
		return true
	case r.tree.Is(h, "compound", "nmod:poss"):
		return reporting[r.tree.Lemma(v)] // "local media reports"
	case r.tree.Is(h, "nsubj") && !r.tree.Is(h, "nsubj:pass"):
		return saying[r.tree.Lemma(v)]
	}
	return false
}

var reporting = words("report statement account announcement communique bulletin")

var saying = words("say tell report claim believe warn add state announce confirm deny admit argue allege suggest note insist estimate acknowledge explain " +
	"predict fear accuse blame describe recall testify reveal declare maintain conclude assert write fear expect complain stress concede reply respond")
