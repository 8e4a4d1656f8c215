package coref

import (
	"slices"
	"strings"
	"unicode"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// The rules that join names.
const (
	ruleName        = "coref/same-name"
	ruleAlias       = "coref/alias" // two names of one entry of the lexicon
	ruleNationality = "coref/nationality"
	ruleAcronym     = "coref/acronym"
	ruleAKA         = "coref/also-known-as"
	ruleSurname     = "coref/surname"
	ruleShort       = "coref/short-name"
	ruleGovernment  = "coref/government"
)

// equalNames joins names that are written alike or are forms of one entry of
// the lexicon, and nationalities with their countries.
func (r *resolver) equalNames() {
	first := map[string]int{}
	link := func(i int, key, rule string) {
		if j, ok := first[key]; ok {
			r.join(i, j, rule)
		} else {
			first[key] = i
		}
	}
	fleet := r.fleet()
	for i := range r.m {
		m := &r.m[i]
		switch {
		case m.Type != doc.Name:
		case fleet[m.key]:
			m.person, m.full = false, nil
			link(i, "ship\x1f"+m.key, ruleName)
		case m.Class == doc.NORP && m.entry != nil:
			if n := r.heads[m.Head]; n != i && r.m[n].Type == doc.Nominal && r.asPeople(m) {
				// "the New Zealander" is one of them, "12 Somalis" some, and
				// "the Rohingya" all.
				some := r.m[n].figure != "" || r.indefinite(&r.m[n]) || !r.definite(&r.m[n])
				switch {
				case r.m[n].Class == doc.PER && m.entry.Country != "":
					link(i, "entry\x1f"+m.entry.Name, ruleNationality)
					continue
				case r.m[n].Class == doc.PER:
				case some:
					r.join(i, n, ruleName)
					continue
				default:
					r.join(i, n, ruleName)
				}
			}
			if r.asPeople(m) {
				link(i, "people\x1f"+m.entry.Name, ruleName)
			} else if m.entry.Country != "" || m.entry.Size > 0 {
				link(i, "entry\x1f"+m.entry.Name, ruleNationality)
			} else {
				link(i, "people\x1f"+m.entry.Name, ruleName)
			}
		case m.Class == doc.PER:
			link(i, "person\x1f"+m.key+r.generation(m), ruleName)
		case m.entry != nil && m.entry.Place == graph.City:
			link(i, "city\x1f"+m.entry.Name+"\x1f"+m.entry.Division, ruleAlias)
		case m.entry != nil:
			rule := ruleAlias
			if j, ok := first["entry\x1f"+m.entry.Name]; ok && r.m[j].key == m.key {
				rule = ruleName
			}
			link(i, "entry\x1f"+m.entry.Name, rule)
		case m.Canonical != "":
			link(i, "entry\x1f"+m.Canonical, ruleAlias)
		default:
			link(i, "name\x1f"+m.key, ruleName)
		}
	}
	r.governments(first)
}

// generation tells father and son apart where the article has both.
func (r *resolver) generation(m *mention) string {
	if m.suffix == "" {
		return ""
	}
	for i := range r.m {
		if o := &r.m[i]; o.suffix != "" && o.suffix != m.suffix && o.key == m.key {
			return "\x1f" + m.suffix
		}
	}
	return ""
}

// fleet are the names that stand with a ship's prefix somewhere: the Kora is
// the INS Kora, whatever else is called so.
func (r *resolver) fleet() map[string]bool {
	out := map[string]bool{}
	for i := range r.m {
		if m := &r.m[i]; m.Type == doc.Name && ship[strings.ToLower(r.d.Tokens[m.First].Text)] && m.Last-m.First > 1 {
			out[m.key] = true
		}
	}
	return out
}

// asPeople reports whether a nationality stands for people rather than
// modifying something of their country.
func (r *resolver) asPeople(m *mention) bool {
	if m.entry.Form == lexicon.Plural {
		return true
	}
	t := &r.d.Tokens[m.Head]
	return !r.tree.Is(m.Head, "amod", "compound") && t.UPOS != "ADJ" && !r.listed(m)
}

// listed reports whether m is coordinated with what modifies a noun: the
// British of "US and British officials".
func (r *resolver) listed(m *mention) bool {
	next := r.d.Tokens[min(m.Last, len(r.d.Tokens)-1)]
	if next.UPOS == "NOUN" && next.Sent == m.sent && m.Last < len(r.d.Tokens) {
		return true
	}
	if m.Last+2 >= len(r.d.Tokens) || next.Text != "and" && next.Text != "or" {
		return false
	}
	j := r.heads[m.Last+1]
	return j != doc.None && r.m[j].Class == doc.NORP && r.m[j].Last < len(r.d.Tokens) && r.d.Tokens[r.m[j].Last].UPOS == "NOUN"
}

// governments joins "the Russian government" with Russia. A former or regional
// one is not the state.
func (r *resolver) governments(first map[string]int) {
	for i := range r.m {
		m := &r.m[i]
		if m.Type != doc.Name || m.lemma != "government" || m.Rule != "entity/body" || r.qualified(m) {
			continue
		}
		for k := i + 1; k < len(r.m) && r.m[k].First < m.Last; k++ {
			if e := r.m[k].entry; e != nil && e.Country != "" && e.Size > 0 && (e.Place == graph.Country || e.Form != lexicon.Proper) {
				if j, ok := first["entry\x1f"+e.Name]; ok {
					r.join(i, j, ruleGovernment)
				}
			}
		}
	}
}

// qualified reports whether words about a phrase set it apart from what it is
// called like: former, regional, second.
func (r *resolver) qualified(m *mention) bool {
	if m.First > 0 && apart[strings.ToLower(r.d.Tokens[m.First-1].Text)] {
		return true
	}
	for i := m.First; i < m.Last; i++ {
		w := strings.ToLower(r.d.Tokens[i].Text)
		if aged := w == "old" && i > 0 && (r.d.Tokens[i-1].Text == "-" || strings.HasPrefix(r.d.Tokens[i-1].Text, "year")); apart[w] && !aged {
			return true
		}
	}
	return false
}

var apart = words("former interim transitional previous regional local provincial new old ousted exiled rebel military puppet opposition shadow parallel " +
	"other another second third different rival separate fellow own neighboring neighbouring")

func words(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// abbreviations joins a name with an abbreviation of it: one beside it in
// brackets, or the initials of a body that the article names in full.
func (r *resolver) abbreviations() {
	full := r.names(func(m *mention) bool { return m.Class != doc.NORP && m.Class != doc.PER && len(m.words) > 1 })
	short := r.every(func(m *mention) bool {
		return m.Class != doc.NORP && m.Class != doc.PER && (acronym(r.d.Text[m.Start:m.End]) || r.spellsOut(m))
	})
	for _, i := range short {
		if !r.bracketed(i) {
			r.initialsOf(i, full)
		}
	}
	for i := range r.m {
		r.knownAs(i)
	}
}

// spellsOut reports whether m stands in brackets behind a name of whose initials
// it is made, though not in capitals: "National Super Alliance (Nasa)".
func (r *resolver) spellsOut(m *mention) bool {
	if len(m.words) != 1 || m.First < 2 || r.d.Tokens[m.First-1].Text != "(" {
		return false
	}
	lo, _ := r.sentence(m.sent)
	for j := lo; j < m.at; j++ {
		if o := &r.m[j]; o.Type == doc.Name && o.Last == m.First-1 && len(o.words) > 1 && initials(o.words, m.key) {
			return true
		}
	}
	return false
}

// bracketed joins an abbreviation in brackets with the name before them, or the
// other way around.
func (r *resolver) bracketed(i int) bool {
	m := &r.m[i]
	lo, hi := r.sentence(m.sent)
	for j := lo; j < hi; j++ {
		o := &r.m[j]
		open := func(at int) bool { return at >= 0 && (r.d.Tokens[at].Text == "(" || r.d.Tokens[at].Text == "[") }
		beside := o.Last == m.First-1 && open(m.First-1) || m.Last == o.First-1 && open(m.Last)
		if beside && o.Type == doc.Name && len(o.words) > 1 && o.Class != doc.PER && o.Class != doc.NORP && !r.same(i, j) {
			r.forget(i)
			return r.join(i, j, ruleAcronym)
		}
	}
	return false
}

// initialsOf joins an abbreviation with a body whose initials it is.
func (r *resolver) initialsOf(i int, full []int) {
	m := &r.m[i]
	for _, j := range full {
		if o := &r.m[j]; !r.same(i, j) && o.Class == doc.ORG && initials(o.words, m.key) && (m.entry == nil || o.entry == nil) {
			r.forget(i)
			r.join(i, j, ruleAcronym)
			return
		}
	}
}

// sentence is the range of the mentions that begin in a sentence.
func (r *resolver) sentence(s int) (first, last int) { return r.bySent[s], r.bySent[s+1] }

// forget drops the entry that the lexicon gave for an abbreviation, which the
// article itself explains.
func (r *resolver) forget(i int) {
	if root := r.root(i); r.m[root].entry != nil && (acronym(r.d.Text[r.m[root].Start:r.m[root].End]) || r.spellsOut(&r.m[root])) {
		r.m[root].entry = nil
	}
}

func acronym(s string) bool {
	letters := 0
	for _, c := range s {
		if unicode.IsLower(c) || c == ' ' {
			return false
		}
		if unicode.IsUpper(c) {
			letters++
		}
	}
	return letters >= 2 && letters <= 8
}

// initials reports whether key is made of the initials of words, small words
// counted or not.
func initials(words []string, key string) bool {
	key = strings.ReplaceAll(key, " ", "")
	all, some := "", ""
	for _, w := range words {
		all += w[:1]
		switch w {
		case "of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "to":
		default:
			some += w[:1]
		}
	}
	return len(key) > 1 && (all == key || some == key)
}

// knownAs joins names with "also known as" or the like between them.
func (r *resolver) knownAs(i int) {
	m := &r.m[i]
	if m.Type != doc.Name {
		return
	}
	_, hi := r.sentence(m.sent)
	for j := i + 1; j < hi; j++ {
		o := &r.m[j]
		if o.First <= m.Last || o.First-m.Last > 6 || o.Class != m.Class || o.Type != doc.Name {
			continue
		}
		between := strings.Trim(strings.ToLower(r.d.Text[r.d.Tokens[m.Last-1].End:r.d.Tokens[o.First].Start]), " ,(“\"‘'")
		if slices.Contains(otherwise, strings.TrimSuffix(between, " the")) {
			r.m[r.root(j)].full = nil // not for its likeness
			r.join(i, j, ruleAKA)
		}
	}
}

// otherwise are the words between two names of one thing.
var otherwise = []string{"also known as", "known as", "better known as", "aka", "a.k.a.", "formerly", "formerly known as", "previously known as", "also called", "or simply", "commonly called"}

// names lists the first mention of every chain that is a name and satisfies f.
func (r *resolver) names(f func(*mention) bool) []int {
	return r.every(func(m *mention) bool { return r.root(m.at) == m.at && f(m) })
}

// every lists the names that satisfy f.
func (r *resolver) every(f func(*mention) bool) []int {
	var out []int
	for i := range r.m {
		if m := &r.m[i]; m.Type == doc.Name && f(m) {
			out = append(out, i)
		}
	}
	return out
}

// shortNames joins bodies and places with a shorter form of their name: "the
// Board of Inquiry" with "UN Board of Inquiry", "TallGrass" with "TallGrass
// Distribution Ltd.". The short form must fit one chain only.
func (r *resolver) shortNames() {
	names := r.names(func(m *mention) bool { return m.Class == doc.ORG || m.Class == doc.LOC })
	for _, i := range names {
		m := &r.m[i]
		if m.entry != nil && m.Class != doc.LOC || r.root(i) != i || len(m.words) == 0 {
			continue
		}
		if len(m.words) == 1 && genericName[m.words[0]] && m.Class == doc.ORG {
			r.generic(i)
			continue
		}
		candidate := doc.None
		for _, j := range names {
			if o := r.spelled(j); !r.same(i, j) && r.shortens(m, o) {
				if candidate != doc.None && !r.same(candidate, j) {
					candidate = doc.None
					break
				}
				candidate = j
			}
		}
		if candidate != doc.None {
			r.join(i, candidate, ruleShort)
		}
	}
}

// spelled is the j-th mention with the words of its full name, where only the
// lexicon has them: US Air Force for USAF.
func (r *resolver) spelled(j int) *mention {
	o := &r.m[j]
	if o.entry == nil || o.entry.Main || len(o.words) > 1 {
		return o
	}
	full := *o
	full.words = strings.Fields(graph.Fold(o.entry.Name))
	return &full
}

// generic joins "the Court" with the last body before it, or failing that the
// first after it, that has the word at its head.
func (r *resolver) generic(i int) {
	for j := i - 1; j >= 0; j-- {
		if o := &r.m[j]; o.Type == doc.Name && o.Class == doc.ORG && r.headed(o, r.m[i].words[0]) && r.join(i, j, ruleShort) {
			return
		}
	}
}

// shortens reports whether the name of m is a part of the name of o that can
// stand for it.
func (r *resolver) shortens(m, o *mention) bool {
	n, k := len(m.words), len(o.words)
	if n >= k {
		return false
	}
	if m.Class == doc.LOC && o.Class == doc.LOC {
		// "Grand Mosque" of "Mecca Grand Mosque", "Lombardy" of "Lombardy region"
		_, named := lexicon.HeadIn(r.d.Tokens[m.First:m.Last])
		return named && n > 1 && slices.Equal(o.words[k-n:], m.words) || k == n+1 && slices.Equal(o.words[:n], m.words) && o.Rule == "entity/body" && !cityAlone(m)
	}
	if m.Class == doc.ORG && o.Class == doc.LOC && k == n+1 && slices.Equal(o.words[:n], m.words) && (o.words[k-1] == "university" || o.words[k-1] == "college") {
		return true // Harvard
	}
	if m.Class != o.Class {
		return false
	}
	generic := n == 1 && genericName[m.words[0]]
	switch {
	case generic:
		return false
	case k == n+1 && companyWords[o.words[k-1]] && slices.Equal(o.words[:n], m.words): // Monsanto, of Monsanto Co.
		return true
	case slices.Equal(o.words[:n], m.words): // TallGrass
		_, place := lexicon.HeadOf(m.words[0])
		return !place && len(lexicon.Named(r.d.Text[m.Start:m.End])) == 0 && (n > 1 || len(m.words[0]) > 3)
	case slices.Equal(o.words[k-n:], m.words): // "the Harriers" of Lagos Harriers
		return n > 1 || k == 2 && o.Class == doc.ORG && (m.Rule == "entity/capitals" || clubs[m.words[0]])
	}
	// "Iraqi forces" of "Iraqi security forces"
	if n > 1 && m.Rule == "entity/body" && o.Rule == "entity/body" && m.words[0] == o.words[0] && m.words[n-1] == o.words[k-1] && n == 2 {
		return true
	}
	// "Supreme Court" of "Italian Supreme Court of Cassation"
	for at := 1; at+n < k; at++ {
		if n > 1 && slices.Equal(o.words[at:at+n], m.words) {
			return true
		}
	}
	return false
}

// clubs are second words of the names of teams, by which alone papers call them.
var clubs = words("rovers united city wanderers rangers athletic albion villa hotspur spurs harriers celtic hearts thistle orient argyle alexandra vale stanley " +
	"lions tigers bears eagles hawks sharks bulls giants dodgers yankees lakers warriors cowboys raiders patriots broncos steelers packers saints dolphins")

// companyWords end the full names of companies.
var companyWords = words("co corp inc ltd plc llc company corporation limited group holding holdings ag asa sa nv se spa")

func cityAlone(m *mention) bool { return m.entry != nil && m.entry.Place == graph.City }

// genericName are single words that many names begin or end with.
var genericName = words("national international united general first new north south east west state city royal central federal american british " +
	"european african the american world court church party union council committee ministry department university bank group company")
