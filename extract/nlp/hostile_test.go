//go:build unix

package nlp_test

import (
	"reflect"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
)

type fataler interface{ Fatalf(string, ...any) }

// checkRead reads text twice and reports what the layers of the reader may never
// be: out of order, off the bytes of the text, no tree, another answer.
func checkRead(t fataler, text string) *doc.Document {
	d := nlp.Parse(text)
	if again := nlp.Parse(text); !reflect.DeepEqual(d, again) {
		t.Fatalf("two readings of %q differ", text)
	}
	checkSpans(t, d)
	for _, s := range d.Sentences {
		checkTree(t, d, s)
	}
	checkNames(t, d)
	return d
}

func checkSpans(t fataler, d *doc.Document) {
	at, valid := 0, utf8.ValidString(d.Text)
	for i, tok := range d.Tokens {
		switch {
		case tok.Start < at || tok.End <= tok.Start || tok.End > len(d.Text) || tok.Text != d.Text[tok.Start:tok.End]:
			t.Fatalf("token %d is %v %q after byte %d of %q", i, tok.Span, tok.Text, at, d.Text)
		case valid && !utf8.ValidString(tok.Text):
			t.Fatalf("token %d cuts a character: %q of %q", i, tok.Text, d.Text)
		case tok.UPOS == "" || tok.XPOS == "" || tok.Deprel == "":
			t.Fatalf("token %d has no tags: %+v", i, tok)
		case tok.Lemma == "" && strings.ContainsFunc(tok.Text, func(r rune) bool { return r > ' ' && r < 0x7f }):
			t.Fatalf("token %d has no lemma: %+v", i, tok)
		}
		at = tok.End
	}
	at = 0
	for i, s := range d.Sentences {
		if s.First != at || s.Last <= s.First || !d.Blocks[s.Block].Contains(s.Span) {
			t.Fatalf("sentence %d is %+v after token %d in block %v", i, s, at, d.Blocks[s.Block])
		}
		at = s.Last
	}
	if at != len(d.Tokens) {
		t.Fatalf("%d tokens, %d of them in sentences", len(d.Tokens), at)
	}
}

// checkTree: one root, and every token hangs on it.
func checkTree(t fataler, d *doc.Document, s doc.Sentence) {
	roots := 0
	for i := s.First; i < s.Last; i++ {
		if d.Tokens[i].Head == doc.None {
			roots++
		}
		steps := 0
		for h := d.Tokens[i].Head; h != doc.None; h = d.Tokens[h].Head {
			if steps++; h < s.First || h >= s.Last || steps > s.Last-s.First {
				t.Fatalf("no tree at token %d of %q", i, s.Of(d.Text))
			}
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots in %q", roots, s.Of(d.Text))
	}
}

func checkNames(t fataler, d *doc.Document) {
	last := 0
	for _, m := range d.Mentions {
		if m.First < last || m.Last <= m.First || m.Last > len(d.Tokens) || m.Head < m.First || m.Head >= m.Last ||
			m.Start != d.Tokens[m.First].Start || m.End != d.Tokens[m.Last-1].End ||
			d.Tokens[m.First].Sent != d.Tokens[m.Last-1].Sent {
			t.Fatalf("name %+v after token %d of %q", m, last, d.Text)
		}
		last = m.Last
	}
}

// hostile are pieces that texts are made of to harm a reader.
var hostile = []string{
	"", " ", "\n", "\n\n", "\r\n", "\t", "\x00", "\x1b[31m", "\ufeff", "\u200b", "\u200d", "\u00ad", "\u202e", "\u2066", "\u2069", "\u2028", "\u00a0", "\x80", "\xff\xfe",
	"Gunmen of ISIS-K opened fire in Moscow.", "LIMA, Peru (AP) — ", "By Jane Doe", "“We didn't", "it’s", "U.S.", "etc.", "al-Qaeda", "Islamic State-Khorasan", "Jean-Luc",
	"-", "--", "(", ")", "[1]", "\"", "'", "''", "...", "?!", "•", "1.", "9/11", "$5m", "http://a.b/(c)", "a@b.c", "@x", "#y",
	"😀", "👩‍👩‍👧", "🇫🇷", "👍🏽", "e\u0301", "漢字。", "مرحبا،", "Москва", "Ã©tÃ© â€œ", "ﬁ", "İ", "ǅ", "½", "𝐁𝐨𝐥𝐝", "\ue000", "\U0010ffff",
	"Comments", "Read more:", "Related Articles", "© 2026", "| a | b |", "==", "# ", "[[File:", "THE", "of", "and", ",", ".", "said",
}

func FuzzParse(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Add(strings.Join(hostile, ""))
	f.Add(strings.Join(hostile, " "))
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			t.Skip("longer ones are tested for time")
		}
		checkRead(t, text)
	})
}

// TestAnyText reads texts made of hostile pieces.
func TestAnyText(t *testing.T) {
	checkRead(t, strings.Join(hostile, ""))
	checkRead(t, strings.Join(hostile, " "))
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOfN(rapid.SampledFrom(hostile), 0, 25).Draw(t, "pieces")
		glue := rapid.SampledFrom([]string{"", " ", "\n", "\n\n", "-", "\u200b"}).Draw(t, "glue")
		checkRead(t, strings.Join(pieces, glue))
	})
	rapid.Check(t, func(t *rapid.T) { checkRead(t, rapid.String().Draw(t, "text")) })
}

// long makes texts of about n bytes that cost more than linear time or memory
// when done wrong.
var long = []struct {
	name string
	text func(n int) string
}{
	{"one line", func(n int) string { return strings.Repeat("The police said that 12 men fled. ", n/34) }},
	{"no stop", func(n int) string { return strings.Repeat("word ", n/5) }},
	{"names", func(n int) string { return strings.Repeat("Jane Doe-Moscow of ISIS-K ", n/26) }},
	{"hyphens", func(n int) string { return strings.Repeat("A-", n/2) }},
	{"no blank", func(n int) string { return strings.Repeat("x", n) }},
	{"lines", func(n int) string { return strings.Repeat("Comments\n", n/9) }},
	{"zero width", func(n int) string { return strings.Repeat("\u200b", n/6) + "a" + strings.Repeat("\u200b", n/6) }},
	{"marks", func(n int) string { return "a" + strings.Repeat("\u0301", n/2) }},
	{"emoji", func(n int) string { return strings.Repeat("👩‍👩‍👧", n/18) }},
	{"Chinese", func(n int) string { return strings.Repeat("漢字仮名。", n/15) }},
	{"bad bytes", func(n int) string { return strings.Repeat("\xff\xfea ", n/4) }},
	{"NUL", func(n int) string { return strings.Repeat("\x00", n) }},
}

// TestLong demands time and memory in proportion to the text. Eight times the
// text may take 20 times as long, since attention costs the square of up to 200
// words; what is quadratic beyond that takes 64 times as long.
func TestLong(t *testing.T) {
	const n, scratch = 1 << 10, 32 << 20 // what the network keeps for the longest sentence
	nlp.Parse("The network is loaded.")
	for _, c := range long {
		small, _ := cost(t, c.text(n))
		big, memory := cost(t, c.text(8*n))
		if big > 20*small+50*time.Millisecond {
			t.Errorf("%s: %v for %d bytes, %v for %d", c.name, small, n, big, 8*n)
		}
		if memory > 8*n*400+scratch {
			t.Errorf("%s: %d bytes of text leave %d bytes in memory", c.name, 8*n, memory)
		}
	}
}

// cost reads text and returns the processor time, which other programs do not
// change, and the memory that the document takes.
func cost(t *testing.T, text string) (time.Duration, int64) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	begin := processorTime(t)
	d := nlp.Parse(text)
	took := processorTime(t) - begin
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(d)
	return took, int64(after.HeapAlloc) - int64(before.HeapAlloc)
}

func processorTime(t *testing.T) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano())
}

// TestLimits: what was cut is said.
func TestLimits(t *testing.T) {
	d := nlp.Parse(strings.Repeat("word ", 450) + strings.Repeat("x", 3000))
	notes := strings.Join(d.Notes, "\n") + "\n"
	for _, want := range []string{"sentences of more than 400 words were cut: 1\n", "words longer than 1024 bytes were cut\n", "sentences of more than 200 words were read in pieces: 1\n"} {
		if !strings.Contains(notes, want) {
			t.Errorf("no note says %q:\n%s", want, notes)
		}
	}
}
