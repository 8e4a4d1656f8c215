package quantity

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/number"
)

// most is how many words may stand between a figure and its noun.
const most = 6

// nounPhrase finds what a figure counts: by tags where there are some, then by
// the tree, which may see further, else by the form of the words.
func (r *reader) nounPhrase(f *figure) {
	i := f.to
	if r.mark(i, '-') && r.word(i+1) == "strong" {
		i += 2
	}
	// Dozens of, two of the, and the like.
	if r.word(i) == "of" {
		i++
		for r.word(i) == "the" || r.word(i) == "its" || r.word(i) == "their" || r.word(i) == "them" || r.word(i) == "whom" || r.word(i) == "these" || r.word(i) == "those" {
			i++
		}
	}
	for r.word(i) == "more" || r.word(i) == "other" || r.word(i) == "additional" || r.word(i) == "further" {
		i++
	}
	f.phrase, f.ends = i, i
	if i >= len(r.atoms) || r.atoms[i].Kind != number.Word {
		return
	}
	if r.tagged(i) {
		r.byTags(f, i)
		r.byTree(f)
	} else {
		r.byForm(f, i)
	}
	if f.noun >= 0 {
		f.ends = f.noun + 1
		f.person = r.personNoun(f.noun)
	}
}

func (r *reader) tagged(i int) bool {
	t := r.tokenAt(r.atoms[i].Start)
	return t != doc.None && r.d.Tokens[t].UPOS != ""
}

// byTree takes the head of the figure's token.
func (r *reader) byTree(f *figure) {
	t := r.tokenAt(r.atoms[f.end-1].Start)
	for range 3 { // million is flat or compound on its digits
		if t < r.first || t >= r.first+len(r.tokens) {
			return
		}
		switch token := &r.d.Tokens[t]; {
		case strings.HasPrefix(token.Deprel, "nummod"):
			r.countedToken(f, token.Head)
			return
		case token.Deprel == "compound", token.Deprel == "flat", token.Deprel == "fixed":
			t = token.Head
		default:
			return
		}
	}
}

// countedToken takes a token as the noun, or the noun that it is compounded
// with: the cuts of 10,000 job cuts.
func (r *reader) countedToken(f *figure, t int) {
	for range 3 {
		if t < r.first || t >= r.first+len(r.tokens) {
			return
		}
		token := &r.d.Tokens[t]
		if token.Deprel != "compound" || token.Head <= t || token.Head >= r.first+len(r.tokens) || !isNoun(&r.d.Tokens[token.Head]) {
			break
		}
		t = token.Head
	}
	head := r.atomOf(t)
	if head < f.phrase || head > f.phrase+most || !isNoun(&r.d.Tokens[t]) {
		return
	}
	for k := f.phrase; k < head; k++ {
		if r.atoms[k].Kind == number.Digits && r.plain(k-1) == "and" {
			return // another figure's: "has passed 700 and 40 patients are well"
		}
	}
	if f.noun > head && r.modifies(t, r.tokenAt(r.atoms[f.noun].Start)) {
		return // the tags see the noun that this one belongs to
	}
	f.noun = head
}

// modifies reports whether token a hangs on token b, directly or by one other.
func (r *reader) modifies(a, b int) bool {
	for range 2 {
		if a = r.d.Tokens[a].Head; a == b {
			return true
		}
		if a < r.first || a >= r.first+len(r.tokens) {
			return false
		}
	}
	return false
}

func isNoun(t *doc.Token) bool {
	return t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "" || strings.HasPrefix(t.XPOS, "NN")
}

// atomOf returns the first atom of a token, -1 when it has none here.
func (r *reader) atomOf(token int) int { return r.atomAt(r.d.Tokens[token].Start) }

// byTags takes the last noun of the run of adjectives and nouns.
func (r *reader) byTags(f *figure, i int) {
	for ; i < len(r.atoms) && i <= f.phrase+most && (r.atoms[i].Kind == number.Word || r.mark(i, '-') || r.genitive(i)); i++ {
		t := r.tokenAt(r.atoms[i].Start)
		if t == doc.None || r.inTimex(i) {
			return
		}
		switch token := &r.d.Tokens[t]; {
		case token.UPOS == "NOUN":
			f.noun = i
		case token.UPOS == "PROPN", strings.HasPrefix(token.XPOS, "NN"):
			if f.noun < 0 { // a name after a noun is part of it only before another
				f.noun = i
			}
		case token.UPOS == "ADJ", token.UPOS == "PUNCT", token.UPOS == "SYM":
		case token.UPOS == "PART":
			if !strings.HasSuffix(token.Text, "s") {
				return
			}
		case token.UPOS == "VERB":
			if token.XPOS != "VBN" && token.XPOS != "VBG" || f.noun >= 0 || token.Deprel == "acl" {
				return
			}
		default:
			return
		}
	}
}

// byForm takes the first plural of the words after the figure, else the last
// word before one that is no noun.
func (r *reader) byForm(f *figure, i int) {
	last := -1
	for ; i < len(r.atoms) && i <= f.phrase+most && (r.atoms[i].Kind == number.Word || r.hyphen(i) || r.genitive(i)); i++ {
		if r.hyphen(i) {
			continue
		}
		if r.genitive(i) {
			i++ // its s
			continue
		}
		if r.in(r.lex.function, i) || r.in(r.lex.clause, i) || last >= 0 && r.verbal(i) || last < 0 && r.tells(state, i) != "" && !r.nounNext(i+1) || r.tells(object, i) != "" && r.tells(state, i) == "" || r.tells(subject, i) != "" {
			break
		}
		last = i
		if r.tells(noun, i) != "" || r.plural(i) {
			break
		}
	}
	f.noun = last
}

// hyphen reports one within a word.
func (r *reader) hyphen(i int) bool {
	return r.mark(i, '-') && !r.atoms[i].Space && i+1 < len(r.atoms) && !r.atoms[i+1].Space
}

// genitive reports the apostrophe of 's.
func (r *reader) genitive(i int) bool {
	return r.mark(i, '\'') && i+1 < len(r.atoms) && !r.atoms[i+1].Space && r.text(i+1) == "s"
}

// nounNext reports whether a word that may be a noun stands at atom i.
func (r *reader) nounNext(i int) bool {
	return i < len(r.atoms) && r.atoms[i].Kind == number.Word && !r.in(r.lex.function, i) && !r.verbal(i) && !r.in(r.lex.clause, i)
}

// plural reports a word in lower case that looks like a plural, or the name of
// a people in the plural.
func (r *reader) plural(i int) bool {
	text := r.text(i)
	if r.in(r.lex.persons, i) || r.in(r.lex.generic, i) {
		return true
	}
	if len(text) < 4 || text[len(text)-1] != 's' || strings.HasSuffix(text, "ss") || strings.HasSuffix(text, "us") {
		return false
	}
	return !r.atoms[i].Upper || peopleName(text)
}

// peopleName reports the plural of a nationality or religion.
func peopleName(text string) bool {
	for _, n := range lexicon.Named(text) {
		if n.Form == lexicon.Plural {
			return true
		}
	}
	return false
}

// personNoun reports whether the noun at atom i counts people.
func (r *reader) personNoun(i int) bool {
	if r.in(r.lex.things, i) {
		return false
	}
	if r.in(r.lex.persons, i) || r.in(r.lex.generic, i) {
		return true
	}
	text := r.text(i)
	if r.atoms[i].Upper && peopleName(text) {
		return true
	}
	lemma := strings.ToLower(text)
	if t := r.tokenAt(r.atoms[i].Start); t != doc.None && r.d.Tokens[t].Lemma != "" {
		lemma = strings.ToLower(r.d.Tokens[t].Lemma)
	} else {
		lemma = singular(lemma)
	}
	if n, ok := lexicon.NounOf(lemma); ok {
		return n.Person()
	}
	return strings.HasSuffix(text, "men") || strings.HasSuffix(text, "ists") || strings.HasSuffix(text, "ians")
}

// singular takes the plural off a word, roughly: it is looked up afterwards.
func singular(s string) string {
	switch {
	case strings.HasSuffix(s, "women"), strings.HasSuffix(s, "men"):
		return s[:len(s)-2] + "an"
	case s == "children":
		return "child"
	case strings.HasSuffix(s, "ies"):
		return s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "ches"), strings.HasSuffix(s, "shes"), strings.HasSuffix(s, "sses"):
		return s[:len(s)-2]
	}
	return strings.TrimSuffix(s, "s")
}

// population says who is counted, when that is more than people.
func (r *reader) population(f *figure) string {
	if f.noun < 0 || !f.person || r.in(r.lex.generic, f.noun) || r.plain(f.noun) == "bodies" || r.plain(f.noun) == "corpses" {
		return ""
	}
	start := f.phrase
	for start < f.noun && (r.in(r.lex.function, start) || r.atoms[start].Kind == number.Punct) {
		start++
	}
	return r.d.Text[r.atoms[start].Start:r.atoms[f.noun].End]
}
