package article

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// story is a small article of our own.
const story = `Ferry runs aground off Halvik, all aboard safe

Tuesday 8 March 2022

A ferry with 84 people aboard ran aground off Halvik early on Tuesday, the coast guard said. Nobody was hurt.

“We heard a long scraping noise,” said Mari Lund, a passenger.
`

func parse(t *testing.T, in Input) graph.Article {
	t.Helper()
	a, err := Parse(in)
	if err != nil {
		t.Fatalf("Parse: %v", err)
	}
	again := a
	again.Identify()
	if again.ID != a.ID || a.ID == "" {
		t.Errorf("id %q does not follow from the content", a.ID)
	}
	return a
}

func wantCode(t *testing.T, err error, code Code, words ...string) *Error {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("error %v (%T), want an *Error", err, err)
	}
	if e.Code != code {
		t.Fatalf("code %q of %q, want %q", e.Code, e, code)
	}
	for _, w := range words {
		if !strings.Contains(e.Error(), w) {
			t.Errorf("%q does not say %q", e, w)
		}
	}
	return e
}

func TestPlainTextIsKeptByteForByte(t *testing.T) {
	crlf := strings.ReplaceAll(story, "\n", "\r\n") + "\t trailing \r\n"
	for name, in := range map[string]Input{
		"as it is":        {Data: []byte(crlf)},
		"named":           {Data: []byte(crlf), Name: "ferry.txt"},
		"typed":           {Data: []byte(crlf), ContentType: "text/plain; charset=utf-8"},
		"byte order mark": {Data: []byte("\xef\xbb\xbf" + crlf)},
		"gzip":            {Data: gzipped(t, crlf), Name: "ferry.txt.gz"},
		"UTF-16":          {Data: encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(), crlf)},
	} {
		if a := parse(t, in); a.Text != crlf {
			t.Errorf("%s: text is %q", name, a.Text)
		}
	}
}

func gzipped(t *testing.T, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func encoded(t *testing.T, e interface{ String(string) (string, error) }, s string) []byte {
	t.Helper()
	out, err := e.String(s)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

func TestPlainTextTellsTitleDateAndLanguage(t *testing.T) {
	a := parse(t, Input{Data: []byte(story)})
	if a.Title != "Ferry runs aground off Halvik, all aboard safe" || a.Language != "en" || a.Collection != graph.DefaultCollection {
		t.Errorf("title %q, language %q, collection %q", a.Title, a.Language, a.Collection)
	}
	p := a.Published
	if p == nil || p.EDTF != "2022-03-08" || p.Text != "Tuesday 8 March 2022" || p.Rule != "article/dateline" ||
		p.Confidence != graph.Explicit || p.Precision != graph.PrecisionDay || p.Anchor == nil || p.Anchor.Kind != "explicit" {
		t.Errorf("published %+v", p)
	}
}

func TestMetadataGoBeforeTheText(t *testing.T) {
	a := parse(t, Input{Data: []byte(story), Meta: Meta{
		Title: " Ferry \n aground\x1f ", URL: "https://example.org/ferry", Publisher: "Fjord News", Author: "A. Vik",
		Language: "en_gb", Published: "2022-03-09T06:15:00+01:00", Collection: "sea", Anchor: "2022-03-10",
	}})
	if a.Title != "Ferry aground" || a.URL != "https://example.org/ferry" || a.Publisher != "Fjord News" || a.Author != "A. Vik" ||
		a.Language != "en-GB" || a.Collection != "sea" {
		t.Errorf("%+v", a)
	}
	p := a.Published
	if p.Rule != "article/metadata" || p.EDTF != "2022-03-09T06:15:00+01:00" || p.Value != "2022-03-09T06:15" || p.Precision != graph.PrecisionMinute ||
		!p.Earliest.Equal(time.Date(2022, 3, 9, 5, 15, 0, 0, time.UTC)) || p.Earliest.Location() != time.UTC {
		t.Errorf("published %+v", p)
	}
	if a.Anchor != nil {
		t.Errorf("a dated article has the anchor %+v", a.Anchor)
	}
}

func TestAnchorIsNoDateOfPublication(t *testing.T) {
	undated := strings.Replace(story, "Tuesday 8 March 2022\n\n", "", 1)
	a := parse(t, Input{Data: []byte(undated), Meta: Meta{Anchor: "2022-03-08"}})
	if a.Published != nil || a.Anchor == nil || a.Anchor.EDTF != "2022-03-08" || a.Anchor.Confidence != graph.Assumed {
		t.Errorf("published %+v, anchor %+v", a.Published, a.Anchor)
	}
	if b := parse(t, Input{Data: []byte(undated)}); b.Published != nil || b.Anchor != nil {
		t.Errorf("published %+v, anchor %+v from nothing", b.Published, b.Anchor)
	}
}

func TestDeclaredCharset(t *testing.T) {
	text := "Überfall in Zürich: Täter flüchtig\n\nDie Polizei sucht drei Männer, die am Montag in Zürich ein Geschäft überfielen.\n"
	latin := encoded(t, charmap.Windows1252.NewEncoder(), text)
	for _, in := range []Input{
		{Data: latin, Charset: "windows-1252"},
		{Data: latin, ContentType: "text/plain; charset=ISO-8859-1"},
	} {
		if a := parse(t, in); a.Text != text {
			t.Errorf("text %q", a.Text)
		}
	}
	for label, word := range map[string]string{"": "offset 0", "utf-8": "utf-8 says so", "klingon": "unknown character encoding", "shift_jis": "shift_jis"} {
		_, err := Parse(Input{Data: latin, Charset: label})
		e := wantCode(t, err, CodeEncoding, word)
		if e.Hint == "" {
			t.Errorf("%q: no hint", label)
		}
	}
}

func TestWhatIsNoText(t *testing.T) {
	for name, c := range map[string]struct {
		in   Input
		code Code
		word string
	}{
		"nothing":          {Input{}, CodeEmpty, "no text"},
		"blanks":           {Input{Data: []byte(" \n\t\r\n\u00a0")}, CodeEmpty, "no text"},
		"PDF":              {Input{Data: []byte("%PDF-1.7 text"), Name: "a.txt"}, CodeBinary, "PDF"},
		"zip":              {Input{Data: []byte("PK\x03\x04aaaa")}, CodeBinary, "zip"},
		"PNG":              {Input{Data: []byte("\x89PNG\r\n")}, CodeBinary, "PNG"},
		"ELF":              {Input{Data: []byte("\x7fELF\x02\x01")}, CodeBinary, "ELF"},
		"NUL bytes":        {Input{Data: []byte("some text\x00more")}, CodeBinary, "NUL byte at offset 9"},
		"binary":           {Input{Data: []byte{0xff, 0x01, 0x00, 0xd8}}, CodeBinary, "binary"},
		"damaged gzip":     {Input{Data: []byte("\x1f\x8b\x08damaged")}, CodeBinary, "gzip"},
		"a zip by type":    {Input{Data: []byte("x"), ContentType: "application/zip"}, CodeUnsupported, "application/zip"},
		"news feed":        {Input{Data: []byte("<?xml version='1.0'?><rss><channel/></rss>")}, CodeUnsupported, "feed"},
		"HTML without any": {Input{Data: []byte("<html><head><title>x</title><script>f()</script></head><body><img src=x></body></html>")}, CodeEmpty, "no text"},
		"large":            {Input{Data: bytes.Repeat([]byte("word "), 4_000_000)}, CodeTooLarge, "16 MiB"},
		"large unpacked":   {Input{Data: gzipped(t, strings.Repeat("word ", 4_000_000))}, CodeTooLarge, "16 MiB"},
		"two articles":     {Input{Data: []byte("[{\"text\":\"a\"}]")}, CodeSeveral, "batch"},
		"bad URL":          {Input{Data: []byte(story), Meta: Meta{URL: "javascript:alert(1)"}}, CodeBadField, "url"},
		"bad language":     {Input{Data: []byte(story), Meta: Meta{Language: "english please"}}, CodeBadField, "language"},
		"all collections":  {Input{Data: []byte(story), Meta: Meta{Collection: "*"}}, CodeBadField, "collection"},
		"endless title":    {Input{Data: []byte(story), Meta: Meta{Title: strings.Repeat("a", maxMeta+1)}}, CodeBadField, "title"},
		"bad anchor":       {Input{Data: []byte("text"), Meta: Meta{Anchor: "soon"}}, CodeBadDate, "soon"},
	} {
		t.Run(name, func(t *testing.T) {
			a, err := Parse(c.in)
			wantCode(t, err, c.code, c.word)
			if a.ID != "" || a.Text != "" {
				t.Errorf("half an article came with the error: %+v", a)
			}
		})
	}
}

func TestFormatIsToldByTypeNameAndData(t *testing.T) {
	for _, c := range []struct {
		name, media, data string
		want              format
	}{
		{"", "", "Plain words", formatText},
		{"", "", "[Updated] Storm hits coast", formatText},
		{"", "", "{sic} is what he wrote", formatText},
		{"", "", "  <!DOCTYPE html><p>x", formatHTML},
		{"", "", "\xef\xbb\xbf<html><p>x", formatHTML},
		{"", "", "<?xml version=\"1.0\"?>\n<html xmlns='x'>", formatHTML},
		{"", "", "{\n \"text\": \"x\"}", formatJSON},
		{"", "", "[ {\"text\": \"x\"}]", formatArray},
		{"a.HTM", "", "words", formatHTML},
		{"a.md", "", "<html>", formatText},
		{"a.txt", "", "{\"text\": 1}", formatText},
		{"a.json", "", " {}", formatJSON},
		{"a.jsonl.gz", "", "{}", formatLines},
		{"a.txt", "text/html; charset=utf-8", "words", formatHTML},
		{"a.html", "application/octet-stream", "words", formatHTML},
		{"", "application/json", "[1]", formatArray},
		{"", "application/x-ndjson", "{}", formatLines},
	} {
		if got := formatOf(Input{Name: c.name, ContentType: c.media}, []byte(c.data)); got != c.want {
			t.Errorf("%q %q %q: %q, want %q", c.name, c.media, c.data, got, c.want)
		}
	}
}

func TestSamePageTwiceIsOneArticle(t *testing.T) {
	data, err := os.ReadFile("testdata/bridge.html")
	if err != nil {
		t.Fatal(err)
	}
	first := parse(t, Input{Data: data})
	for range 5 {
		if again := parse(t, Input{Data: data}); again.ID != first.ID {
			t.Fatalf("ids %s and %s", first.ID, again.ID)
		}
	}
}
