package tokenize

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/extract/nlp/layout"
	"pgregory.net/rapid"
)

func read(text string) *doc.Document {
	d := &doc.Document{Text: text}
	layout.Run(d)
	Run(d)
	return d
}

// checkTokens reports a token or sentence that does not fit its text, its
// neighbors or its block, and a character of a block that no token has.
func checkTokens(t interface{ Fatalf(string, ...any) }, d *doc.Document) {
	next := 0
	for i, s := range d.Sentences {
		if s.First != next || s.Last <= s.First || s.Last > len(d.Tokens) || s.Last-s.First > maxSentence+1 {
			t.Fatalf("sentence %d has tokens %d to %d after token %d", i, s.First, s.Last, next)
		}
		next = s.Last
		if s.Start != d.Tokens[s.First].Start || s.End != d.Tokens[s.Last-1].End || !d.Blocks[s.Block].Contains(s.Span) {
			t.Fatalf("sentence %d is %v in block %v", i, s.Span, d.Blocks[s.Block])
		}
	}
	if next != len(d.Tokens) {
		t.Fatalf("%d tokens, %d of them in sentences", len(d.Tokens), next)
	}
	at, k, valid := 0, 0, utf8.ValidString(d.Text)
	for _, b := range d.Blocks {
		at = b.Start
		for ; k < len(d.Tokens) && d.Tokens[k].Start < b.End; k++ {
			checkToken(t, d, k, at, valid)
			at = d.Tokens[k].End
		}
		if at > b.End || !empty(d.Text[at:b.End]) {
			t.Fatalf("%q at the end of a block is in no token", d.Text[at:b.End])
		}
	}
}

func checkToken(t interface{ Fatalf(string, ...any) }, d *doc.Document, k, at int, valid bool) {
	tok := d.Tokens[k]
	s := d.Sentences[tok.Sent]
	switch {
	case tok.Start < at || tok.End <= tok.Start || tok.End > len(d.Text) || tok.End-tok.Start > maxToken:
		t.Fatalf("token %d is %v after byte %d", k, tok.Span, at)
	case tok.Text != d.Text[tok.Start:tok.End]:
		t.Fatalf("token %d is %q and its span %q", k, tok.Text, d.Text[tok.Start:tok.End])
	case k < s.First || k >= s.Last || tok.Head != doc.None:
		t.Fatalf("token %d: sentence %d, head %d", k, tok.Sent, tok.Head)
	case !empty(d.Text[at:tok.Start]):
		t.Fatalf("%q before token %d is in no token", d.Text[at:tok.Start], k)
	case valid && !utf8.ValidString(tok.Text):
		t.Fatalf("token %d cuts a character: %q", k, tok.Text)
	}
	if rest := strings.TrimLeftFunc(d.Text[tok.End:], func(r rune) bool { return classOf(r) == hidden }); rest != "" {
		if r, _ := utf8.DecodeRuneInString(rest); tok.SpaceAfter != (classOf(r) == blank) {
			t.Fatalf("token %d %q: SpaceAfter is %v before %q", k, tok.Text, tok.SpaceAfter, r)
		}
	}
}

// empty reports whether text has nothing that a token must have.
func empty(text string) bool {
	for _, r := range text {
		if c := classOf(r); c != blank && c != hidden {
			return false
		}
	}
	return true
}

// seeds are inputs that once were, or might be, a tokenizer's undoing.
var seeds = []string{
	"", " ", "\x00", "a\x00b", "\ufeffGunmen fired.\u200b", "Mos\u200bcow Mos\u00adcow", "\u202eabc\u202c", "\xff\xfe", "a\xffb",
	"😀😀", "👩‍👩‍👧", "🇫🇷🇩🇪", "👍🏽.", "❤️", "漢字。仮名。", "مرحبا، العالم.", "e\u0301tude", "½ cup", "don't", "don’t", "'tis", "'", "''", "`", "’’’",
	"U.S.", "U.S", "A.", "a.b.c.d.e", "...", "…", ". . .", "?!?!", "Mr.", "etc.", "No.", "No. 5", "1.", "1.1.1", "1,000,00", "9/11", "1/2/3/4/5",
	"12:30pm", "2p.m.", "3kg", "http://", "http://a", "https://example.org/(a)", "www.", "www.a.b", "a@b", "@", "a@", "@a", "#", "#a", "mailto:a@b.c",
	"-", "--", "a-", "-a", "a--b", "non-", "non-a-b", "w/o", "a/b", "/", "US$5", "$", "$$", "AT&T", "&", "&amp;", "_", "_a_", "*", "**a**", ":)", ":-", "<3", "<", ">>",
	"[1]", "a.[1]", "(a.)", "\"a.\"", "a.\"b", "x.Y", "the end.The start", "I'd've", "cannot", "CANNOT", "dont", "'90s", "1990's", "O'Neil's", "rock'n'roll", "İstanbul", "ǅ",
}

func FuzzRun(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkTokens(t, read(s)) })
}

func TestTiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOfN(rapid.SampledFrom(seeds), 0, 30).Draw(t, "pieces")
		glue := rapid.SampledFrom([]string{"", " ", "\n", ".", "\u00a0"}).Draw(t, "glue")
		a, b := read(strings.Join(pieces, glue)), read(strings.Join(pieces, glue))
		checkTokens(t, a)
		for i := range a.Tokens {
			if a.Tokens[i] != b.Tokens[i] {
				t.Fatalf("two runs differ at %v", a.Tokens[i])
			}
		}
	})
}

// TestHostile reads long texts that cost more than linear time when done wrong.
func TestHostile(t *testing.T) {
	start := time.Now()
	for name, text := range map[string]string{
		"one line":      strings.Repeat("The police said that 12 men fled. ", 10<<20/34),
		"no stop":       strings.Repeat("word ", 1_000_000),
		"no blank":      strings.Repeat("x", 1<<19),
		"dots":          strings.Repeat("a.", 1<<18),
		"at signs":      strings.Repeat("a@", 1<<18),
		"names":         strings.Repeat("a.b-", 1<<17),
		"hyphens":       strings.Repeat("non-", 1<<17),
		"apostrophes":   strings.Repeat("'s", 1<<17),
		"quotes":        strings.Repeat(`."`, 1<<17),
		"brackets":      strings.Repeat(".[1]", 1<<16),
		"abbreviations": strings.Repeat("etc. The ", 30_000),
		"digits":        strings.Repeat("1/", 1<<17),
		"zero width":    strings.Repeat("\u200b", 1<<18) + "a" + strings.Repeat("\u200b", 1<<18),
		"NUL":           strings.Repeat("\x00", 1<<19),
		"emoji":         strings.Repeat("👩‍👩‍👧", 1<<15),
		"marks":         "a" + strings.Repeat("\u0301", 1<<18),
		"bad bytes":     strings.Repeat("\xff\xfea", 1<<17),
		"tails":         strings.Repeat("\x98", 1<<17),
		"lines":         strings.Repeat("Comments\n", 1<<15),
		"links":         strings.Repeat("http://a(", 1<<15),
		"Chinese":       strings.Repeat("漢字仮名", 1<<15),
		"short lines":   strings.Repeat("By\n(\n- \n1.\n", 1<<13),
	} {
		if testing.Short() && len(text) > 2<<20 {
			continue
		}
		d := read(text)
		checkTokens(t, d)
		if len(d.Tokens) == 0 && name != "NUL" && name != "zero width" {
			t.Errorf("%s: no tokens", name)
		}
		if took := time.Since(start); took > time.Minute {
			t.Fatalf("%s: slow: %v", name, took)
		}
	}
}

// TestNotes: what was cut is said.
func TestNotes(t *testing.T) {
	d := read(strings.Repeat("word ", 1000) + strings.Repeat("x", 3000))
	if len(d.Sentences) != 3 || len(d.Tokens) != 1003 || len(d.Notes) != 2 {
		t.Errorf("%d sentences, %d tokens, notes %q", len(d.Sentences), len(d.Tokens), d.Notes)
	}
	d = read(strings.Repeat("two words, ", 200))
	if len(d.Sentences) != 2 || d.Tokens[d.Sentences[0].Last-1].Text != "," {
		t.Errorf("%d sentences, the first ends in %q", len(d.Sentences), d.Tokens[d.Sentences[0].Last-1].Text)
	}
}

// BenchmarkRun reads raw text to tokens, layout included.
func BenchmarkRun(b *testing.B) {
	var text strings.Builder
	for _, g := range doctest.ReadTreebank(b, "data/ud-gum/gum-open-dev.conllu.gz") {
		text.WriteString(g.Text + "\n\n")
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		read(text.String())
	}
}
