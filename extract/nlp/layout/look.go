package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A look is the form of a block.
type look struct {
	words    int  // stretches between blanks that have a letter or digit
	capital  int  // of them, those that begin with a capital letter
	lower    int  // those that begin with a small letter
	plain    int  // of these, those that a title would capitalize
	letters  bool // there is a letter or digit at all
	stopped  bool // it ends like a sentence
	question bool // it ends with a question mark
	colon    bool // it ends with a colon
	inside   bool // a sentence ends within it: a stop, a blank, a capital
	begins   rune // its first character
}

// uncapitalized words of more than two letters stay small in a title.
var uncapitalized = set("the and for but nor yet with from into over after amid than that this upon via per out off its are was has not how who")

// longLook is how much of a block is looked at: what is longer is prose.
const longLook = 2000

func lookAt(text string) look {
	l := look{stopped: stopped(text)}
	l.begins, _ = utf8.DecodeRuneInString(text)
	l.question = strings.HasSuffix(strings.TrimRight(text, `"'”’) `), "?")
	l.colon = strings.HasSuffix(text, ":")
	var before string
	for w := range strings.FieldsSeq(text[:min(len(text), longLook)]) {
		core := strings.TrimLeftFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		r, _ := utf8.DecodeRuneInString(core)
		switch {
		case core == "":
			before = w
			continue
		case unicode.IsUpper(r):
			l.capital++
			l.inside = l.inside || len(before) > 3 && stopped(before) && !strings.Contains(before[:len(before)-1], ".")
		case unicode.IsLower(r):
			l.lower++
			if core = strings.TrimRightFunc(core, unicode.IsPunct); len(core) > 2 && !uncapitalized[core] {
				l.plain++
			}
		}
		l.words++
		before = w
	}
	l.letters = l.words > 0
	return l
}

// stopped reports whether text ends like a sentence: in a stop, quotation marks
// and brackets after it aside.
func stopped(text string) bool {
	text = strings.TrimRight(text, `"'”’)]»*_ `)
	if strings.HasSuffix(text, "…") {
		return true
	}
	return text != "" && strings.IndexByte(".?!", text[len(text)-1]) >= 0
}

// allCapitals reports whether the letters of text are capitals, save a few.
func allCapitals(text string) bool {
	upper, lower := 0, 0
	for _, r := range text {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
	}
	return upper > 3 && lower*10 < upper
}

// normalLength is how much of a block its normal form covers, in bytes; of a
// block longer than that, whose end no rule looks at, it covers the beginning.
const (
	normalLength = 600
	normalHead   = 120
)

// normalize is text in small letters for the comparison with fixed phrases:
// each run of digits is #, each run of blanks one blank, curly quotation marks
// are straight, and punctuation at both ends is gone.
func normalize(text string) string {
	if len(text) > normalLength {
		cut := normalHead
		for cut > 0 && !utf8.RuneStart(text[cut]) {
			cut--
		}
		text = text[:cut]
	}
	var out strings.Builder
	out.Grow(len(text))
	var last rune
	for _, r := range text {
		switch {
		case 'a' <= r && r <= 'z':
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case unicode.IsDigit(r):
			r = '#'
		case r == '’' || r == '‘' || r == '`':
			r = '\''
		case r == '“' || r == '”':
			r = '"'
		case r == '–' || r == '—':
			r = '-'
		case blank(r):
			r = ' '
		default:
			r = unicode.ToLower(r)
		}
		if (r == ' ' || r == '#') && r == last {
			continue
		}
		out.WriteRune(r)
		last = r
	}
	return strings.TrimFunc(out.String(), func(r rune) bool {
		return r != '#' && r != '©' && !unicode.IsLetter(r)
	})
}
