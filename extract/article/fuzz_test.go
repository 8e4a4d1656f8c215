package article

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzParse holds that Parse never panics, that what it returns could go into
// a store, that the same bytes give the same article and that every error
// says what is wrong.
func FuzzParse(f *testing.F) {
	page, err := os.ReadFile("testdata/bridge.html")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(page, "a.html", "", "")
	f.Add([]byte(story), "a.txt", "text/plain", "")
	f.Add([]byte("Z\xfcrich"), "", "", "windows-1252")
	f.Add([]byte("\xff\xfeA\x00"), "", "", "")
	f.Add([]byte(`{"text":"a","published_at":"2024-03"}`), "", "application/json", "")
	f.Add([]byte(`{"html":"<p>a<li>b<script>c"}`), "a.json", "", "")
	f.Add([]byte("[{\"text\":\"a\"},{\"text\":\"b\"}]"), "", "", "")
	f.Add([]byte("<html><head><script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"Article\"],\"author\":[[]]}]}</script>"), "", "", "")
	f.Add([]byte("PARIS, Sept. 1, 2021 (AP) -- x"), "", "text/plain", "utf-16")
	f.Add([]byte("By A B | 31.12.2021 | Updated 1 Jan 2022\n\nFirst published by X."), "", "", "")
	f.Fuzz(func(t *testing.T, data []byte, name, media, charset string) {
		in := Input{Name: name, Data: data, ContentType: media, Charset: charset}
		a, err := Parse(in)
		if err != nil {
			if e := (*Error)(nil); !errors.As(err, &e) || e.Message == "" || e.Code == "" {
				t.Fatalf("error %#v", err)
			}
			return
		}
		if strings.TrimSpace(a.Text) == "" || !utf8.ValidString(a.Text) || strings.IndexByte(a.Text, 0) >= 0 {
			t.Fatalf("text %q", a.Text)
		}
		if p := a.Published; p != nil && !p.Earliest.Before(p.Latest) {
			t.Fatalf("published %+v", p)
		}
		if b, err := Parse(in); err != nil || b.ID != a.ID {
			t.Fatalf("twice: %s, %s, %v", a.ID, b.ID, err)
		}
	})
}

// FuzzSplit holds that cutting a batch ends, and that no piece of an array
// comes out of nothing.
func FuzzSplit(f *testing.F) {
	f.Add([]byte("[{\"text\":\"a\\\"]\"}, {}, [1,[2]], \"x,]\" ]"), "")
	f.Add([]byte("{\"text\":\"a\"}\n\n{\"text\":\"b\"}"), "a.ndjson")
	f.Add([]byte("\x1f\x8b"), "a.gz")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		pieces, bytes := 0, 0
		_ = Split(strings.NewReader(string(data)), Input{Name: name}, func(_ Ref, piece Input, err error) bool {
			pieces++
			bytes += len(piece.Data)
			if err != nil && piece.Data != nil {
				t.Fatalf("piece %q comes with %v", piece.Data, err)
			}
			return true
		})
		if pieces > len(data)+1 || bytes > len(data) && !strings.HasPrefix(string(data), "\x1f\x8b") {
			t.Fatalf("%d pieces of %d bytes out of %d", pieces, bytes, len(data))
		}
	})
}
