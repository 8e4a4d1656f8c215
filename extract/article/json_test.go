package article

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestJSON(t *testing.T) {
	a := parse(t, Input{ContentType: "application/json", Data: []byte(`{"text": "Zwei Boote sanken. \u201cAlle leben.\u201d", "title": "Boats sink", "url": null,
		"publisher": "Fjord News", "published_at": "2022-03", "author": "A. Vik", "language": "nb", "collection": "sea"}`)})
	if a.Text != "Zwei Boote sanken. “Alle leben.”" || a.Title != "Boats sink" || a.URL != "" || a.Publisher != "Fjord News" || a.Author != "A. Vik" ||
		a.Language != "nb" || a.Collection != "sea" || a.Published.EDTF != "2022-03" {
		t.Errorf("%+v", a)
	}
	a = parse(t, Input{Data: []byte(`{"html": "<title>T</title><p>Two boats sank.</p><p>All live.</p>", "title": "Boats"}`), Meta: Meta{Collection: "lake"}})
	if a.Text != "Two boats sank.\n\nAll live." || a.Title != "Boats" || a.Collection != "lake" {
		t.Errorf("%+v", a)
	}
}

func TestBadJSON(t *testing.T) {
	for _, c := range []struct {
		data         string
		code         Code
		word         string
		line, column int
	}{
		{"{\"text\": \"a\",\n \"title\" \"b\"}", CodeMalformed, "invalid character", 2, 10},
		{`{"text": "a"`, CodeMalformed, "ends too early", 1, 13},
		{`{"text": "a"} {"text": "b"}`, CodeMalformed, "more data", 1, 15},
		{"{\"text\": \"a\nb\"}", CodeMalformed, "invalid character", 1, 12},
		{"[1]", CodeSeveral, "", 0, 0},
		{" 5", CodeMalformed, "not a number", 1, 1},
		{`{"text": 5}`, CodeBadField, "text must be a string, but is a number", 0, 0},
		{`{"text": "a", "title": ["b"]}`, CodeBadField, "an array", 0, 0},
		{`{"text": "a", "html": "b"}`, CodeBadField, "both", 0, 0},
		{`{"title": "a"}`, CodeEmpty, "neither", 0, 0},
		{`{"text": " "}`, CodeEmpty, "", 0, 0},
		{`null`, CodeEmpty, "neither", 0, 0},
		{`{"text": "a\u0000b"}`, CodeBinary, "NUL", 0, 0},
		{`{"text": "a", "publised_at": "2022"}`, CodeUnknown, "did you mean published_at?", 0, 0},
		{`{"text": "a", "titel": "x"}`, CodeUnknown, "did you mean title?", 0, 0},
		{`{"text": "a", "lang": "x"}`, CodeUnknown, "did you mean language?", 0, 0},
		{`{"text": "a", "completely_else": "x"}`, CodeUnknown, "the fields are text", 0, 0},
		{`{"text": "a", "published_at": "soon"}`, CodeBadDate, "soon", 0, 0},
		{"{\"text\": \"\xff\"}", CodeEncoding, "0xff", 0, 0},
		{strings.Repeat(`{"a":`, 20_000), CodeMalformed, "", 1, 50_001},
	} {
		_, err := Parse(Input{Name: "x.json", Data: []byte(c.data)})
		e := wantCode(t, err, c.code, c.word)
		if e.Line != c.line || e.Column != c.column {
			t.Errorf("%.40q: line %d, column %d, want %d, %d", c.data, e.Line, e.Column, c.line, c.column)
		}
	}
}

// all parses a batch and writes each piece as "where: first words" or
// "where: code".
func all(t *testing.T, in Input) string {
	t.Helper()
	var out []string
	err := ParseAll(in, func(p Parsed) bool {
		s := p.Article.Text
		if e := (*Error)(nil); errors.As(p.Err, &e) {
			s = string(e.Code)
			if e.Line > 0 {
				s += fmt.Sprintf(" at %d:%d", e.Line, e.Column)
			}
		}
		out = append(out, fmt.Sprintf("%s: %.25s", p.Ref, s))
		return true
	})
	if err != nil {
		out = append(out, err.Error())
	}
	return strings.Join(out, "\n")
}

func TestBatch(t *testing.T) {
	for name, c := range map[string]struct {
		in   Input
		want string
	}{
		"lines": {Input{Name: "a.ndjson", Data: []byte("\xef\xbb\xbf{\"text\":\"one\"}\r\n\n{\"text\":2}\n{\"text\":\"three\"\n{\"text\":\"four\"}")},
			"line 1: one\nline 3: bad_field\nline 4: malformed_json at 4:16\nline 5: four"},
		"lines that nobody called so": {Input{Data: []byte("{\"text\":\"one\"}\n{\"text\":\"two\"}\n")}, "line 1: one\nline 2: two"},
		"gzip":                        {Input{Name: "a.ndjson.gz", Data: gzipped(t, "{\"text\":\"one\"}\n")}, "line 1: one"},
		"array": {Input{Data: []byte(` [ {"text": "one, [two]"} , {"text": "a\"]"}, {"text": bad, "x":[1]}, 5,, {"text":"six"} ] `)},
			"item 1: one, [two]\nitem 2: a\"]\nitem 3: malformed_json at 1:10\nitem 4: malformed_json at 1:1\nitem 5: malformed_json\nitem 6: six"},
		"empty array":   {Input{Data: []byte("[]"), Name: "a.json"}, ""},
		"half an array": {Input{Data: []byte(`[{"text": "one"}, {"text": "tw`)}, "item 1: one\narticle: the array ends within item 2; the file may have been cut off"},
		"one object":    {Input{Data: []byte("{\n\"text\":\"one\"}\n")}, ": one"},
		"plain text":    {Input{Data: []byte("words\n"), Name: "a.txt"}, ": words\n"},
		"nothing":       {Input{}, ": empty"},
	} {
		if got := all(t, c.in); got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", name, got, c.want)
		}
	}
}

func TestBatchOfLargePieces(t *testing.T) {
	large := `{"text":"` + strings.Repeat("word ", MaxBytes/5) + `"}`
	if got, want := all(t, Input{Name: "a.jsonl", Data: []byte(large + "\n{\"text\":\"two\"}\n")}), "line 1: too_large\nline 2: two"; got != want {
		t.Errorf("lines: %s, want %s", got, want)
	}
	if got, want := all(t, Input{Data: []byte("[" + large + ",{\"text\":\"two\"}]")}), "item 1: too_large\nitem 2: two"; got != want {
		t.Errorf("array: %s, want %s", got, want)
	}
}

func TestSplitStreams(t *testing.T) {
	r, w := io.Pipe()
	go func() {
		for n := range 3 {
			fmt.Fprintf(w, "{\"text\":\"piece %d\"}\n", n)
		}
		w.CloseWithError(errors.New("line went dead"))
	}()
	seen := 0
	err := Split(iotest.OneByteReader(r), Input{Name: "feed.ndjson", Meta: Meta{Publisher: "P"}}, func(ref Ref, piece Input, err error) bool {
		seen++
		if a := parse(t, piece); err != nil || a.Publisher != "P" || piece.Name != fmt.Sprintf("feed.ndjson#%d", ref.Line) || ref.Line != seen {
			t.Errorf("%v %v: %+v", ref, err, a)
		}
		return true
	})
	if seen != 3 || err == nil || !strings.Contains(err.Error(), "line went dead") {
		t.Errorf("%d pieces, error %v", seen, err)
	}
}

func TestSplitStops(t *testing.T) {
	for _, data := range []string{"{\"text\":\"a\"}\n{\"text\":\"b\"}\n", `[{"text":"a"},{"text":"b"}]`} {
		n := 0
		if err := ParseAll(Input{Data: []byte(data)}, func(Parsed) bool { n++; return false }); err != nil || n != 1 {
			t.Errorf("%d pieces, error %v", n, err)
		}
	}
}

func TestSidecar(t *testing.T) {
	s, err := ReadSidecar([]byte(`{"doc": "x", "title": "Boats sink", "publisher": null, "published": null, "published_basis": "not stated",
		"document_creation_time": "2022-03-08", "url": "https://e.example/1", "language": "en"}`))
	if want := (Sidecar{Meta: Meta{Title: "Boats sink", URL: "https://e.example/1", Language: "en"}, Anchor: "2022-03-08"}); err != nil || s != want {
		t.Errorf("%+v, %v; want %+v", s, err, want)
	}
	for data, code := range map[string]Code{"": CodeMalformed, "[]": CodeMalformed, `{"title": 5}`: CodeMalformed, `{"published": "soon"}`: CodeBadDate, "\xff": CodeEncoding} {
		_, err := ReadSidecar([]byte(data))
		wantCode(t, err, code)
	}
	for name, want := range map[string]string{"a/b.c/x.txt": "a/b.c/x.meta.json", "x": "x.meta.json", "a.b/x": "a.b/x.meta.json"} {
		if got := SidecarName(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestErrorIsJSON(t *testing.T) {
	b, err := json.Marshal(&Error{Code: CodeEmpty, Message: "m"})
	if err != nil || string(b) != `{"code":"empty","message":"m"}` {
		t.Errorf("%s, %v", b, err)
	}
}
