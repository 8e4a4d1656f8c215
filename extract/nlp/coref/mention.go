package coref

import (
	"slices"
	"strings"
	"unicode"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Number is grammatical number.
type number int

const (
	anyNumber number = iota
	singular
	plural
)

// A mention is what is known of a mention and, for the first one of a chain, of
// the chain.
type mention struct {
	doc.Mention
	at      int // its index
	sent    int
	key     string   // folded text without an article
	words   []string // of key
	lemma   string   // of the head
	noun    lexicon.Noun
	number  number
	gender  string // m, f, n, or empty
	person  bool
	full    []string // words of the fullest name of a person
	entry   *lexicon.Name
	roles   []string // nouns said of it: president, spokesman
	of      []string // whose: names and countries that modify it, folded
	mods    []string // what else modifies it
	figure  string   // a number before it
	nick    string   // a nickname in quotation marks within a name, folded
	suffix  string   // jr or sr behind a name
	titled  string   // the text of a name with the titles before it
	title   int      // first token of the titles
	named   bool
	not     []int // mentions it is not of
	context lexicon.Title
}

// describe reads off the text what is known of the i-th mention.
func (r *resolver) describe(i int) mention {
	m := mention{Mention: r.d.Mentions[i], at: i}
	m.sent = r.d.Tokens[m.First].Sent
	m.words = strings.Fields(graph.Fold(r.d.Text[m.Start:m.End]))
	if len(m.words) > 1 && articles[m.words[0]] {
		m.words = m.words[1:]
	}
	if len(m.words) > 1 && ship[m.words[0]] && m.Type == doc.Name {
		m.words = m.words[1:] // the Kora is the INS Kora
	}
	m.key = strings.Join(m.words, " ")
	m.lemma = r.tree.Lemma(m.Head)
	m.title = m.First
	switch m.Type {
	case doc.Name:
		r.describeName(&m)
	case doc.Nominal:
		r.describeNominal(&m)
	case doc.Pronoun:
		describePronoun(&m)
	}
	return m
}

// ship are the prefixes of ships' names.
var ship = words("mv mt ss uss hms ins hmas hmcs rms usns kri pns uscgc")

var articles = map[string]bool{"the": true, "a": true, "an": true, "this": true, "that": true, "these": true, "those": true}

func (r *resolver) describeName(m *mention) {
	m.named = m.Class != doc.NORP
	m.number = singular
	m.entry = r.sense(m)
	if m.Class == doc.PER {
		m.person = true
		r.readName(m)
		m.full = m.words
		m.gender, _ = lexicon.Given(r.d.Tokens[m.First].Text)
		if m.Last-m.First == 1 && lexicon.Surname(r.d.Tokens[m.First].Text) {
			m.gender = ""
		}
		r.readTitle(m)
		return
	}
	m.gender = "n"
	if m.Class == doc.NORP {
		m.gender = ""
		if m.entry != nil && m.entry.Form == lexicon.Plural || strings.HasSuffix(r.d.Tokens[m.Last-1].Text, "s") {
			m.number = plural
		}
	}
	if last := r.d.Tokens[m.Last-1].Text; strings.HasSuffix(last, "s") && m.Class == doc.ORG || m.Class == doc.ORG && m.entry != nil && m.entry.Actor == graph.ArmedGroup {
		m.number = anyNumber // the Taliban have, has
	}
	m.noun, _ = lexicon.NounOf(m.lemma)
	for i := m.Last - 1; i > m.First && m.Rule == "entity/body"; i-- {
		if n, ok := lexicon.NounOf(r.tree.Lemma(i)); ok && (n.Is(lexicon.NounKind(graph.PublicBody)) || n.Is(lexicon.NounKind(graph.Facility))) {
			m.noun, m.lemma = n, r.tree.Lemma(i) // "Vancouver police", whatever hangs on what
			break
		}
	}
	r.owners(m)
}

// readTitle reads the titles and roles before a person's name.
func (r *resolver) readTitle(m *mention) {
	for i := m.First - 1; i >= 0 && r.d.Tokens[i].Sent == m.sent && m.First-i < 10; i-- {
		t := &r.d.Tokens[i]
		title, isTitle := lexicon.TitleOf(t.Text)
		noun, isNoun := lexicon.NounOf(r.tree.Lemma(i))
		role := isNoun && noun.Person()
		linked := t.Head >= i && t.Head < m.Last || m.title == i+1
		switch {
		case len(m.roles) > 0 && m.title == i+1 && r.nameEnding(i) != doc.None:
			owner := r.d.Mentions[r.nameEnding(i)]
			m.of = append(m.of, ownerKey(r, owner))
			m.title = owner.First
			i = owner.First
			continue
		case isTitle && (t.UPOS == "PROPN" || t.UPOS == "NOUN" || strings.HasSuffix(t.Text, ".")):
			if title.Gender != "" {
				m.gender = title.Gender
			}
			m.context = title
			m.roles = append(m.roles, strings.ToLower(strings.TrimRight(t.Text, ".")))
		case role && m.title == i+1 && (t.UPOS == "NOUN" || t.UPOS == "PROPN"):
			if g := nounGender(r.tree.Lemma(i)); g != "" {
				m.gender = g
			}
			m.roles = append(m.roles, r.tree.Lemma(i))
		case len(m.roles) > 0 && linked && (t.UPOS == "ADJ" || t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.XPOS == "VBG" && unicode.IsUpper(rune(t.Text[0]))) && r.heads[i] == doc.None:
			m.mods = append(m.mods, strings.ToLower(t.Text))
		case len(m.roles) > 0 && r.heads[i] != doc.None && r.d.Mentions[r.heads[i]].Type == doc.Name && r.d.Mentions[r.heads[i]].Class != doc.PER && r.d.Mentions[r.heads[i]].Last == m.title:
			owner := r.d.Mentions[r.heads[i]]
			m.of = append(m.of, ownerKey(r, owner))
			m.title = owner.First
			i = owner.First
			continue
		case len(m.roles) > 0 && t.Text == "-" && i+1 == m.title:
		default:
			i = -1
			continue
		}
		m.title = i
	}
	if m.title < m.First {
		m.titled = strings.Join(strings.Fields(r.d.Text[r.d.Tokens[m.title].Start:m.End]), " ")
	}
}

// nameEnding is the name of several words, of no person, that token i ends.
func (r *resolver) nameEnding(i int) int {
	for j := range r.d.Mentions {
		if o := &r.d.Mentions[j]; o.Type == doc.Name && o.Last == i+1 && o.Last-o.First > 1 && o.Class != doc.PER && o.Class != doc.NORP {
			return j
		}
	}
	return doc.None
}

func ownerKey(r *resolver, m doc.Mention) string {
	if m.Canonical != "" {
		return graph.Fold(m.Canonical)
	}
	return graph.Fold(r.d.Text[m.Start:m.End])
}

func (r *resolver) describeNominal(m *mention) {
	m.noun, _ = lexicon.NounOf(m.lemma)
	if len(m.noun.Kinds) == 0 {
		m.noun, _ = lexicon.NounOf(strings.ToLower(r.d.Tokens[m.Head].Text))
	}
	if m.lemma == "guard" && m.Class == doc.ORG { // the coast guard
		m.noun = lexicon.Noun{Kinds: []lexicon.NounKind{lexicon.NounKind(graph.PublicBody)}, Sector: "MIL", Collective: true}
	}
	m.roles = []string{m.lemma}
	m.number = singular
	if strings.HasSuffix(r.d.Tokens[m.Head].XPOS, "S") || m.Class == doc.Group && !m.noun.Collective && len(m.noun.Kinds) > 0 && m.noun.Kind() != lexicon.Vehicle {
		m.number = plural
	}
	if m.lemma == "police" {
		m.number = anyNumber
	}
	if m.number == singular && (m.noun.Collective || m.Class == doc.Group && m.noun.Kind() != lexicon.Vehicle) {
		m.number = anyNumber
	}
	switch {
	case m.Class == doc.PER:
		m.person, m.gender = true, nounGender(m.lemma)
	case m.Class != doc.Group:
		m.gender = "n"
	}
	r.owners(m)
}

// owners reads the modifiers of a phrase: whose it is, how many, what sort.
func (r *resolver) owners(m *mention) {
	for _, k := range r.tree.Kids(m.Head) {
		if k < m.First || k >= m.Last {
			continue
		}
		in := r.heads[k]
		named := in != doc.None && r.d.Mentions[in].Type == doc.Name && r.d.Mentions[in].First >= m.First && r.d.Mentions[in].Last <= m.Last
		switch {
		case named && (k < m.Head || r.tree.Is(k, "nmod") && r.tree.Case(k) == "of"):
			m.of = append(m.of, ownerKey(r, r.d.Mentions[in]))
		case r.tree.Is(k, "nummod"):
			m.figure = strings.ToLower(r.d.Tokens[k].Text)
		case r.tree.Is(k, "amod", "compound") && k < m.Head:
			m.mods = append(m.mods, r.tree.Lemma(k))
			for _, c := range r.tree.Kids(k) {
				if r.tree.Is(c, "compound", "amod") {
					m.mods = append(m.mods, r.tree.Lemma(c))
				}
			}
		}
	}
	// A name right before the head that the tree hung elsewhere.
	for i := m.First; i < m.Head; i++ {
		if in := r.heads[i]; in != doc.None && r.d.Mentions[in].Type == doc.Name && r.d.Mentions[in].First >= m.First && r.d.Mentions[in].Last <= m.Head {
			if key := ownerKey(r, r.d.Mentions[in]); !slices.Contains(m.of, key) {
				m.of = append(m.of, key)
			}
		}
	}
}

func describePronoun(m *mention) {
	switch m.key {
	case "he", "him", "his", "himself":
		m.gender, m.number, m.person = "m", singular, true
	case "she", "her", "hers", "herself":
		m.gender, m.number, m.person = "f", singular, true
	case "it", "its", "itself":
		m.gender, m.number = "n", singular
	case "they", "them", "their", "theirs", "themselves":
		m.number = plural
	}
}

// merge adds to a chain what is known of another.
func (m *mention) merge(o *mention) {
	if m.gender == "" {
		m.gender = o.gender
	}
	if m.number == anyNumber {
		m.number = o.number
	}
	if len(o.full) > len(m.full) && o.named || m.full == nil {
		m.full = o.full
	}
	if m.entry == nil || m.entry.Form != lexicon.Proper && o.entry != nil && o.entry.Form == lexicon.Proper {
		m.entry = o.entry
	}
	if m.nick == "" {
		m.nick = o.nick
	}
	if m.suffix == "" {
		m.suffix = o.suffix
	}
	m.person = m.person || o.person
	m.named = m.named || o.named
	m.roles = append(m.roles, o.roles...)
	m.of = append(m.of, o.of...)
	m.not = append(m.not, o.not...)
}

// nounGender is the sex that a noun tells: spokeswoman, father.
func nounGender(lemma string) string {
	switch {
	case lemma == "chairman", lemma == "freshman", lemma == "ombudsman", lemma == "alderman": // said of women too
		return ""
	case strings.HasSuffix(lemma, "woman"), strings.HasSuffix(lemma, "girl"), strings.HasSuffix(lemma, "mother"), strings.HasSuffix(lemma, "daughter"):
		return "f"
	case strings.HasSuffix(lemma, "man") && lemma != "human", strings.HasSuffix(lemma, "boy"), strings.HasSuffix(lemma, "father"):
		return "m"
	}
	return gendered[lemma]
}

var gendered = map[string]string{
	"wife": "f", "widow": "f", "sister": "f", "aunt": "f", "niece": "f", "queen": "f", "princess": "f", "actress": "f", "waitress": "f", "lady": "f", "nun": "f",
	"ex-wife": "f", "mum": "f", "mom": "f", "girlfriend": "f", "fiancee": "f", "heroine": "f", "duchess": "f", "empress": "f", "baroness": "f", "hostess": "f", "stepsister": "f",
	"husband": "m", "widower": "m", "son": "m", "brother": "m", "uncle": "m", "nephew": "m", "king": "m", "prince": "m", "monk": "m", "priest": "m", "guy": "m",
	"ex-husband": "m", "dad": "m", "boyfriend": "m", "fiance": "m", "emperor": "m", "sultan": "m", "sheikh": "m", "pope": "m", "imam": "m", "rabbi": "m", "lord": "m",
	"duke": "m", "baron": "m", "stepson": "m", "grandson": "m", "pontiff": "m", "ayatollah": "m", "mullah": "m",
}
