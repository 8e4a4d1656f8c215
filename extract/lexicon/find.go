package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// Longest finds the longest name that begins at token i and ends before token
// end. It returns the number of its tokens and its senses, the likeliest
// first; 0 and nil when no name begins there. Tokens that a hyphen or an
// apostrophe broke off are read as one name with what they belong to.
func Longest(tokens []doc.Token, i, end int) (int, []*Name) {
	x := names()
	if !x.mayBegin(tokens[i].Text) || Currency(tokens[i].Text) {
		return 0, nil
	}
	var parts []string
	var ends []int // token after each part
	limit := 1
	for j := i; j < end && len(parts) < limit; j++ {
		p := strings.Fields(fold(tokens[j].Text))
		if len(p) == 0 {
			if !joins(tokens, j) {
				break
			}
			continue
		}
		if len(parts) == 0 {
			if limit = x.longest[p[0]]; limit == 0 {
				return 0, nil
			}
		}
		for k, part := range p {
			parts = append(parts, part)
			if k == len(p)-1 {
				ends = append(ends, j+1)
			} else {
				ends = append(ends, 0) // within a token no name ends
			}
		}
	}
	for n := min(len(parts), limit); n > 0; n-- {
		if ends[n-1] == 0 {
			continue
		}
		if found := x.written(strings.Join(parts[:n], " "), tokens[i:ends[n-1]]); len(found) > 0 {
			return ends[n-1] - i, found
		}
	}
	return 0, nil
}

// mayBegin is a quick no for most words.
func (x *index) mayBegin(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return !unicode.IsLower(r) && !unicode.IsPunct(r) || x.lower[word]
}

// joins reports whether token j, which has no letters, stands within names: a
// hyphen or mark without a space around it, a possessive ending, or the comma
// of "Washington, D.C.".
func joins(tokens []doc.Token, j int) bool {
	switch tokens[j].Text {
	case "'s", "’s", "'", "’", ",", "&":
		return true
	case "-", "–", "‐", "‑", "/", ".":
		return j > 0 && tokens[j-1].End == tokens[j].Start && j+1 < len(tokens) && tokens[j].End == tokens[j+1].Start
	}
	return false
}

// Named returns the senses of a name as it is written, the likeliest first.
func Named(name string) []*Name {
	var tokens []doc.Token
	for _, w := range strings.Fields(name) {
		tokens = append(tokens, doc.Token{Text: w})
	}
	if len(tokens) == 0 {
		return nil
	}
	return names().written(fold(name), tokens)
}

// written returns the senses of a key whose form can be written as tokens are.
func (x *index) written(key string, tokens []doc.Token) []*Name {
	var out []*Name
	for _, s := range x.senses[key] {
		if fits(s.form, tokens) {
			out = append(out, s.Name)
		}
	}
	slices.SortStableFunc(out, func(a, b *Name) int {
		if a.Weak != b.Weak {
			if b.Weak {
				return -1
			}
			return 1
		}
		if a.Main != b.Main && (a.Size < sizeRegion || b.Size < sizeRegion) {
			if a.Main {
				return -1
			}
			return 1
		}
		return b.Size - a.Size
	})
	return out
}

// fits reports whether the case of the text is that of the form. A form in
// capitals is an abbreviation, which is written so: US is not us, nor IS is.
func fits(form string, tokens []doc.Token) bool {
	first := tokens[0].Text
	if strings.ToUpper(form) == form && strings.ContainsFunc(form, unicode.IsLetter) {
		return !slices.ContainsFunc(tokens, func(t doc.Token) bool { return strings.ToUpper(t.Text) != t.Text })
	}
	const acronym = 4
	if len(tokens) == 1 && len(first) <= acronym && first == strings.ToUpper(first) && len(first) > 1 {
		return false // UN is not the town of Un
	}
	f, _ := utf8.DecodeRuneInString(form)
	t, _ := utf8.DecodeRuneInString(first)
	if unicode.IsUpper(f) && !unicode.IsUpper(t) {
		return false
	}
	// A capital later in the form, as in "Security Council", is one in the text.
	last := tokens[len(tokens)-1].Text
	if i := strings.LastIndexAny(form, " -"); i >= 0 && unicode.IsUpper(rune(form[i+1])) {
		r, _ := utf8.DecodeRuneInString(last)
		return !unicode.IsLower(r) || strings.ContainsAny(last, "-'’")
	}
	return true
}

// Currency reports whether a token ends in the sign of money, as US$ and A$ do, which
// name no country.
func Currency(token string) bool {
	return strings.HasSuffix(token, "$") || strings.HasSuffix(token, "€") || strings.HasSuffix(token, "£")
}
