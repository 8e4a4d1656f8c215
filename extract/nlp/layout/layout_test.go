package layout

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"pgregory.net/rapid"
)

// TestRoles reads testdata: the marks of a case are its blocks, all of them,
// with their roles.
func TestRoles(t *testing.T) {
	for _, c := range doctest.Read(t, "testdata/*.txt") {
		d := c.Document()
		Run(d)
		var got []doctest.Mark
		for _, b := range d.Blocks {
			got = append(got, c.Found(b.Span, string(b.Role), ""))
		}
		doctest.Check(t, c, c.Marks, got)
	}
}

// checkTiles reports a block that is empty, begins or ends with a blank, stands
// out of order or cuts a character, and a character outside all blocks.
func checkTiles(t interface{ Fatalf(string, ...any) }, d *doc.Document) {
	at := 0
	for _, b := range d.Blocks {
		switch {
		case b.Start < at || b.End <= b.Start || b.End > len(d.Text):
			t.Fatalf("block %v after byte %d of %d", b, at, len(d.Text))
		case strings.TrimFunc(d.Text[b.Start:b.End], blank) != d.Text[b.Start:b.End]:
			t.Fatalf("block %v has blanks around it: %q", b, d.Text[b.Start:b.End])
		case strings.TrimFunc(d.Text[at:b.Start], blank) != "":
			t.Fatalf("%q before block %v is in no block", d.Text[at:b.Start], b)
		case b.Role == "":
			t.Fatalf("block %v has no role", b)
		case utf8.ValidString(d.Text) && !utf8.ValidString(d.Text[b.Start:b.End]):
			t.Fatalf("block %v cuts a character", b)
		}
		at = b.End
	}
	if rest := strings.TrimFunc(d.Text[at:], blank); rest != "" {
		t.Fatalf("%q after the last block is in no block", rest)
	}
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{
		"", " \n\t", "\x00", "a\x00b\n\nc", "\ufeffHeadline\n\nText.\u200b\n", "By \n(", "(", "- ", "== ==", "1.", "(a)", "KABUL (AP) —", "KABUL, 3 MAY --  ",
		"— x", "[[File:", "|||", "a | b | c", "\u202eabc\u202c", "\xff\xfe", "¼. x", "•\u00a0x", "©", "[TEXT] [", "X -- [A] [B]", "#", "# ", "\u2028\u2029", strings.Repeat("\x98", 700) + "0",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := &doc.Document{Text: s}
		Run(d)
		checkTiles(t, d)
	})
}

// TestTiles makes texts of the pieces that the rules look for.
func TestTiles(t *testing.T) {
	pieces := []string{
		"Gunmen fired.", "the water", "KABUL", "(AP)", " — ", " - ", "--", "\n", "\n\n", "\r\n", " ", "\u00a0", "\u200b", "\x00", "By Jane Doe", "May 3, 2026",
		"1. ", "• ", "- ", "== ", "[TEXT]", "[", "]", "(", ")", "Comments", "Related Articles", "Photo: ", "/Getty Images", "|", ">", "é", "😀", "ﬁ", "\xff", "،", "漢字", "?", ":",
		"(Reporting by Jane Doe)", strings.Repeat("long ", 30),
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), "")
		title := rapid.SampledFrom([]string{"", "Gunmen fired.", "Comments"}).Draw(t, "title")
		a, b := &doc.Document{Text: text, Title: title}, &doc.Document{Text: text, Title: title}
		Run(a)
		Run(b)
		checkTiles(t, a)
		for i := range a.Blocks {
			if a.Blocks[i] != b.Blocks[i] {
				t.Fatalf("two runs differ: %v, %v", a.Blocks[i], b.Blocks[i])
			}
		}
	})
}
