package nlp_test

import (
	"archive/tar"
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

// TestCorpora reads texts that nobody wrote for us and demands that each passes
// the evidence gate. Trees of a network are wrong in ways that no hand-made
// test is.
func TestCorpora(t *testing.T) {
	var texts []string
	members(t, "re3d/re3d-open.tar.gz", "documents.json", func(data []byte) {
		lines := bufio.NewScanner(bytes.NewReader(data))
		lines.Buffer(nil, 16<<20)
		for lines.Scan() {
			var d struct{ Text string }
			if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
				t.Fatal(err)
			}
			texts = append(texts, d.Text)
		}
	})
	n := 0
	members(t, "ecbplus/ecbplus-20topics.tar.gz", ".xml", func(data []byte) {
		if n++; n%2 == 0 {
			texts = append(texts, sentences(string(data)))
		}
	})
	if len(texts) < 150 {
		t.Fatalf("only %d texts", len(texts))
	}
	for _, text := range texts {
		a := graph.Article{Text: text}
		a.Identify()
		sub, err := nlp.Extractor{}.Extract(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		if err := sub.Validate(); err != nil && strings.TrimSpace(text) != "" {
			t.Errorf("%v\n%.300s", err, text)
		}
	}
}

// members calls f with each file of an archive in ../shared/data whose name
// ends so and that lies in one of the folders, if any are given.
func members(t *testing.T, archive, ending string, f func([]byte), folders ...string) {
	t.Helper()
	unpacked, err := doctest.ReadFile(doctest.Shared(t, "data/"+archive))
	if err != nil {
		t.Fatal(err)
	}
	r := tar.NewReader(strings.NewReader(unpacked))
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		inFolder := len(folders) == 0 || slices.ContainsFunc(folders, func(f string) bool { return strings.Contains(h.Name, f) })
		if !strings.HasSuffix(h.Name, ending) || !inFolder {
			continue
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		f(data)
	}
}

var token = regexp.MustCompile(`<token t_id="\d+" sentence="(\d+)" number="\d+">(.*?)</token>`)

// sentences joins the tokens of an ECB+ document to a paragraph a sentence.
func sentences(xml string) string {
	var b strings.Builder
	last := ""
	for _, m := range token.FindAllStringSubmatch(xml, -1) {
		word := html.UnescapeString(m[2])
		switch {
		case b.Len() > 0 && m[1] != last:
			b.WriteString("\n\n")
		case b.Len() > 0 && !strings.Contains(".,;:!?)'", word):
			b.WriteByte(' ')
		}
		last = m[1]
		b.WriteString(word)
	}
	return b.String()
}
