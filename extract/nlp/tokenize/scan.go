package tokenize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxToken is the longest token in bytes. What is longer is no word (a picture
// in base64, a line of a script without blanks) and is cut.
const maxToken = 1024

// A kind is what the scanner took a piece for.
type kind uint8

const (
	word     kind = iota
	number        // begins with a digit
	abbrev        // a word with its full stop: "Gen.", "U.S."
	detached      // such a word whose stop ends the sentence: two tokens
	web           // an address, a file name
	mark          // punctuation and symbols
	emotion       // an emoticon or emoji
)

// A piece is a token on its way. Offsets count bytes of the text.
type piece struct {
	start, end int
	kind       kind
}

// A scanner finds the pieces of a block.
type scanner struct {
	text    string
	pieces  []piece
	webTill int  // no address begins before it
	single  bool // a single quotation mark is open
	cut     bool // a token was longer than maxToken

	see func(feature []byte) // is shown the features of a boundary
	buf []byte               // the feature that is shown
	sum int                  // of the weights of those that were
}

func newScanner(text string) *scanner {
	s := &scanner{text: text}
	s.see = s.weigh
	return s
}

// scan finds the pieces of text[from:to].
func (s *scanner) scan(from, to int) {
	s.pieces, s.webTill, s.single = s.pieces[:0], from, false
	for i := from; i < to; {
		if c, n := classAt(s.text, i); c == blank {
			i += n
			continue
		}
		end := i
		for end < to {
			c, n := classAt(s.text, end)
			if c == blank {
				break
			}
			end += n
		}
		end = min(end, to)
		s.chunk(i, end)
		i = end
	}
}

// chunk finds the pieces of a stretch without blanks.
func (s *scanner) chunk(i, end int) {
	start := i
	for i < end {
		c, n := classAt(s.text, i)
		if c == hidden {
			i += n
			continue
		}
		if i >= s.webTill {
			if e := s.address(i, end); e > i {
				s.emit(i, e, web)
				i = e
				continue
			}
		}
		switch {
		case c == digit:
			i = s.number(i, end)
		case c == letter:
			i = s.word(i, end)
		default:
			i = s.mark(start, i, end)
		}
	}
}

func (s *scanner) emit(start, end int, k kind) {
	for end-start > maxToken {
		s.cut = true
		cut := start + maxToken
		for cut > start+1 && !utf8.RuneStart(s.text[cut]) {
			cut--
		}
		s.pieces = append(s.pieces, piece{start, cut, k})
		start = cut
	}
	s.pieces = append(s.pieces, piece{start, end, k})
}

// mark emits the punctuation or symbol at i of a chunk, and returns its end.
func (s *scanner) mark(chunk, i, end int) int {
	text := s.text
	if n := emoticon(text[i:end], i > chunk && wordAt(text, i-1, end)); n > 0 {
		s.emit(i, i+n, emotion)
		return i + n
	}
	if n := apostrophe(text, i, end); n > 0 {
		if e := s.apostrophe(chunk, i, i+n, end); e > 0 {
			return e
		}
	}
	if text[i] >= utf8.RuneSelf {
		return s.unicodeMark(i, end)
	}
	e := i + 1
	if (text[i] == '@' || text[i] == '#') && i == chunk && letterAt(text, e, end) {
		e = s.wordEnd(e, end) // the name of an account, a topic
		s.emit(i, e, web)
		return e
	}
	switch c := text[i]; c {
	case '!', '?':
		for e < end && (text[e] == '!' || text[e] == '?') {
			e++
		}
	case '.', '-', '=', '*', '_', '~', '#', '+', '<', '>', '$':
		for e < end && text[e] == c {
			e++
		}
		if (c == '-' || c == '=') && e < end && text[e] == '>' { // an arrow
			e++
		}
		if n := digits(text, e, end); n > 0 && e == i+1 && (c == '.' || c == '+' && n <= 3) && !s.follows(i) {
			s.emit(i, e+n, number) // ".5", "+44"
			return e + n
		}
	case '\'', '`': // doubled as LaTeX and old wires do
		if e < end && text[e] == c {
			e++
		}
	}
	s.emit(i, e, mark)
	return e
}

// follows reports whether a piece ends at i, so that no blank is between.
func (s *scanner) follows(i int) bool {
	return len(s.pieces) > 0 && s.pieces[len(s.pieces)-1].end == i
}

// apostrophe emits what an apostrophe at i begins: a clitic ("'s" set apart), a
// year ("'07"), a clipped word ("'em"). It returns 0 when it is a mere mark;
// at is the end of the apostrophe.
func (s *scanner) apostrophe(chunk, i, at, end int) int {
	text := s.text
	e := at
	for e < end && (isLower(text[e]) || isUpper(text[e])) {
		e++
	}
	if e > at && !wordAt(text, e, end) {
		tail := strings.ToLower(text[at:e])
		if clitics[tail] && !(s.single && i == chunk) || clipped[tail] && i == chunk {
			s.emit(i, e, word)
			return e
		}
	}
	opening := i == chunk || strings.IndexByte("([{\"-/", text[i-1]) >= 0 || strings.HasSuffix(text[chunk:i], "“")
	if n := digits(text, at, end); opening && n == 2 {
		e = at + n
		if e < end && text[e] == 's' {
			e++
		}
		if !wordAt(text, e, end) {
			s.emit(i, e, number)
			return e
		}
	}
	s.single = opening && wordAt(text, at, end) || s.single && !s.follows(i)
	return 0
}

// runs are the signs beyond ASCII that make one piece when repeated.
const runs = "…—–’‘\uFFFD"

// unicodeMark emits a symbol beyond ASCII: an emoji with its modifiers, a run
// of ellipses or dashes, any other sign by itself.
func (s *scanner) unicodeMark(i, end int) int {
	text := s.text
	r, n := utf8.DecodeRuneInString(text[i:])
	e := min(i+n, end)
	k := mark
	if unicode.In(r, unicode.So, unicode.Sk, unicode.Co) {
		k = emotion
	}
	flag := regional(r)
	for e < end {
		next, m := utf8.DecodeRuneInString(text[e:])
		switch {
		case strings.ContainsRune(runs, r) && next == r && m == n:
		case r == '‘' && next == '’': // opened and closed
		case unicode.IsMark(next), 0x1F3FB <= next && next <= 0x1F3FF: // variation selectors, skin tones
		case flag && regional(next):
			flag = false
		case next == 0x200D && k == emotion && e+m < end: // joined emoji
			_, more := utf8.DecodeRuneInString(text[e+m:])
			m += more
		default:
			s.emit(i, e, k)
			return e
		}
		e += m
	}
	s.emit(i, e, k)
	return e
}

// regional reports whether r is one half of a flag.
func regional(r rune) bool { return 0x1F1E6 <= r && r <= 0x1F1FF }

// emoticons are longest first.
var emoticons = []string{
	":'-(", ":-))", ":-)", ":-(", ";-)", ":-D", ":-P", ":-p", ":-/", ":-|", ":'(", ">:(", "8-)", "=-)", "^_^", "-_-", "T_T", "o_O", "O_o", ":-O",
	":))", ":((", ":)", ":(", ";)", ":D", ":P", ":p", ":/", ":|", ":]", ":[", "=)", "=(", "=D", "<3", ":O", ":o", "xD", "XD", ";D", ";P",
}

// emoticon is the length of the emoticon that a chunk's rest begins with. After
// a word only the unmistakable ones count: "word:)" but not "note:Dogs".
func emoticon(rest string, afterWord bool) int {
	if strings.IndexByte(":;=^<>8-", rest[0]) < 0 {
		return 0
	}
	for _, e := range emoticons {
		if !strings.HasPrefix(rest, e) {
			continue
		}
		last := e[len(e)-1]
		closed := len(rest) == len(e) || !wordAt(rest, len(e), len(rest)) && rest[len(e)] != '/'
		if closed && (!afterWord || last == ')' || last == '(') {
			return len(e)
		}
	}
	return 0
}
