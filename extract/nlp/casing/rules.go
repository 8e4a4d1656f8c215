package casing

import (
	"strings"
	"unicode"

	"github.com/claimline/claimline/extract/lexicon"
)

func words(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

var (
	// particles are small within a name.
	particles = words("of the and for in on de del la las los el y e da do dos van von bin al")
	// articles are no words of English, and begin names.
	articles = words("el la los las san santa santo sao saint st don dona del mac al abu ibn bin von van des le")
	// homographs are words of English more often than the country or the people.
	homographs = words("turkey polish swede guinea male roads victoria")
	// political words stand before the head of a body's name, and seldom before
	// the same word when it is none.
	political = words("national revolutionary people peoples popular liberation patriotic democratic socialist communist christian conservative liberal republican nationalist supreme federal united central workers social")
	days      = words("monday tuesday wednesday thursday friday saturday sunday")
	months    = words("january february april june july august september october november december")
)

// abbreviations finds the words in capitals: what stands alone in brackets, what
// has no vowel, what has letters with dots between, and each wherever it recurs.
func (t *caser) abbreviations() {
	found := map[string]bool{}
	for i, w := range t.words {
		const most = 6
		before, after := t.gap(i), t.gap(i+1)
		bracketed := strings.HasSuffix(before, "(") || strings.HasSuffix(before, "[")
		bracketed = bracketed && (strings.HasPrefix(after, ")") || strings.HasPrefix(after, "]"))
		switch n := len(w.lower); {
		case n == 1:
			dotted := strings.HasPrefix(after, ".") || strings.HasPrefix(after, "-") || strings.HasPrefix(after, "&")
			if w.lower == "i" || w.lower != "a" && w.lower != "s" && w.lower != "t" && w.lower != "d" || dotted && !strings.HasSuffix(before, "'") {
				t.words[i].form = capital
			}
		case n > most || t.small(i) || t.timeOfDay(i):
		case roman[w.lower] && i > 0 && !t.small(i-1):
			t.words[i].form = capital
		case bracketed, t.explained(i, after), !strings.ContainsAny(w.lower, "aeiouy"), t.listed(w):
			found[w.lower] = true
		}
	}
	for i, w := range t.words {
		if found[w.lower] {
			t.words[i].form = capital
		}
	}
}

// roman numerals follow names.
var roman = words("ii iii iv vi vii viii ix xi xii xvi xxiii")

// explained reports whether brackets with at least three words follow word i: ERP
// [PEOPLE'S REVOLUTIONARY ARMY].
func (t *caser) explained(i int, after string) bool {
	s := strings.TrimSpace(after)
	return (s == "[" || s == "(") && (t.blank(i+2) || i+2 < len(t.words) && t.gap(i+2) == "'") && (t.blank(i+3) || i+3 < len(t.words) && t.gap(i+3) == "'")
}

// timeOfDay reports whether word i belongs to a figure: 5 PM, 3RD, 10TH.
func (t *caser) timeOfDay(i int) bool {
	switch t.words[i].lower {
	case "pm", "am", "st", "nd", "rd", "th", "km", "kg", "hrs", "mph", "mr", "mrs", "ms", "dr", "jr", "sr", "ltd", "col", "lt", "gen", "sgt", "capt", "maj", "rev", "sen", "gov":
		return true
	}
	return false
}

// listed reports whether the gazetteers write the word in capitals.
func (t *caser) listed(w word) bool {
	found := lexicon.Named(t.text[w.start:w.end])
	return len(found) > 0 && len(lexicon.Named(strings.ToUpper(w.lower[:1])+w.lower[1:])) == 0
}

// others takes what English does not have for a name.
func (t *caser) others() {
	for i := range t.words {
		w := &t.words[i]
		switch {
		case w.form != small:
		case days[w.lower] || months[w.lower]:
			w.form = title
		case t.given(i), t.surname(i), t.monthOf(i):
			w.form = title
		case articles[w.lower] && t.blank(i+1) && !t.small(i+1):
			w.form = title
		case len(w.lower) > 1 && !t.small(i) && !t.timeOfDay(i) && !particles[w.lower] && !strings.HasSuffix(t.gap(i), "'"):
			w.form = title
		}
	}
}

// given reports whether word i is a given name before a word that is no word of
// English: RUTH AGUILAR.
func (t *caser) given(i int) bool {
	_, ok := lexicon.Given(t.titled(i))
	return ok && t.blank(i+1) && !t.small(i+1) && !function[t.words[i].lower] && !particles[t.words[i].lower]
}

// surname reports whether word i is a surname after a name that is no word of
// English: DELGADO PARKER.
func (t *caser) surname(i int) bool {
	if !t.blank(i) || t.words[i-1].form != title || t.nationality(i-1) || !lexicon.Surname(t.titled(i)) || function[t.words[i].lower] {
		return false
	}
	before := t.titled(i - 1)
	_, given := lexicon.Given(before)
	return given || lexicon.Surname(before) && !t.small(i-1)
}

// monthOf reports whether word i is a month in short, between figures.
func (t *caser) monthOf(i int) bool {
	return short[t.words[i].lower] && figure(t.gap(i)) && figure(t.gap(i+1))
}

var short = words("jan feb mar apr may jun jul aug sep sept oct nov dec")

// figure reports whether a gap holds a digit and no end of a sentence.
func figure(gap string) bool {
	return strings.ContainsAny(gap, "0123456789") && !strings.Contains(gap, ". ")
}

// bodies lets the words that lead from a name, or from a political word, to the
// head of a body's name begin with a capital.
func (t *caser) bodies() {
	const longest = 4
	for i := range t.words {
		head, ok := lexicon.HeadOf(t.titled(i))
		if t.words[i].form != small || !ok || !body[head.Kind] {
			continue
		}
		first, known := i, false
		for j := i - 1; j >= i-longest && j >= 0 && (t.blank(j+1) || t.gap(j+1) == "'"); j-- {
			w := t.words[j]
			if w.lower == "s" && t.gap(j) == "'" && j > 0 && !political[t.words[j-1].lower] {
				break
			}
			if w.form == small && (particles[w.lower] || function[w.lower]) {
				break
			}
			if w.form != small && !t.nationality(j) || political[w.lower] {
				first, known = j, true
			} else if known && w.form != small {
				break
			}
		}
		for j := first; known && j <= i; j++ {
			if t.words[j].form == small && len(t.words[j].lower) > 1 {
				t.words[j].form = title
			}
		}
	}
}

// body are the kinds of those whose names end in their kind.
var body = map[lexicon.NounKind]bool{"armed_group": true, "organization": true, "public_body": true, "media_outlet": true, "facility": true}

// function words do not stand within the names of bodies.
var function = words("a an is was were are be been has have had by with from at to that who which his her its their this these those as after before against it he she they said not no all some other another")

func (t *caser) nationality(i int) bool {
	found := lexicon.Named(t.titled(i))
	return len(found) > 0 && found[0].Form != lexicon.Proper
}

// beside spells out abbreviations: the words in brackets after one, and as many
// words before one in brackets as it has letters, where their initials agree.
func (t *caser) beside() {
	for i, w := range t.words {
		if w.form != capital || len(w.lower) < 2 {
			continue
		}
		if after := t.gap(i + 1); strings.TrimSpace(after) == "[" || strings.TrimSpace(after) == "(" {
			for j := i + 1; j < len(t.words); j++ {
				if j > i+1 && !t.blank(j) && t.gap(j) != "'" {
					break
				}
				t.open(j)
			}
		}
		if strings.HasSuffix(t.gap(i), "(") || strings.HasSuffix(t.gap(i), "[") {
			t.initials(i)
		}
	}
}

// initials opens the words before the abbreviation i that its letters begin.
func (t *caser) initials(i int) {
	letters := t.words[i].lower
	j := i
	for k := len(letters) - 1; k >= 0; k-- {
		j--
		for j >= 0 && particles[t.words[j].lower] && t.words[j].lower[0] != letters[k] {
			j--
		}
		if j < 0 || t.words[j].lower[0] != letters[k] {
			return
		}
	}
	for ; j < i; j++ {
		t.open(j)
	}
}

func (t *caser) open(i int) {
	if w := &t.words[i]; w.form == small && !particles[w.lower] && len(w.lower) > 1 {
		w.form = title
	}
}

// dates opens MAY and MARCH beside a figure.
func (t *caser) dates() {
	for i := range t.words {
		w := &t.words[i]
		if w.lower != "may" && w.lower != "march" {
			continue
		}
		before, after := strings.TrimSpace(t.gap(i)), strings.TrimSpace(t.gap(i+1))
		if before != "" && unicode.IsDigit(rune(before[len(before)-1])) || after != "" && unicode.IsDigit(rune(after[0])) {
			w.form = title
		}
	}
}

// starts opens the first word of a sentence or paragraph, and titles before names.
func (t *caser) starts() {
	for i := range t.words {
		w := &t.words[i]
		if w.form != small {
			continue
		}
		_, isTitle := lexicon.TitleOf(t.titled(i))
		if i == 0 || t.begins(i) || isTitle && t.blank(i+1) && t.words[i+1].form == title && !t.nationality(i+1) {
			w.form = title
		}
	}
}

// begins reports whether a sentence, a paragraph or what follows a date line
// begins with word i.
func (t *caser) begins(i int) bool {
	gap := t.gap(i)
	dots := strings.Contains(gap, ".") && strings.TrimLeft(gap, ".)]\"' \n\r\t1234567890") == ""
	switch {
	case strings.Contains(gap, "\n\n"), strings.ContainsAny(gap, "?!"), strings.Contains(gap, ") --"):
		return true
	case strings.HasSuffix(gap, "] ") || strings.HasSuffix(gap, "]\n"):
		return strings.Contains(t.gap(i-1), "-- [") || strings.Contains(gap, ".")
	case dots && strings.ContainsAny(gap, " \n"):
		_, abbreviated := lexicon.TitleOf(t.titled(i - 1))
		return !abbreviated && !(t.words[i-1].end-t.words[i-1].start == 1 && t.words[i-1].form == capital)
	}
	return false
}
