package main

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf16"
)

// TestQuotationsStandWhereTheySay reads one utterance in two articles with
// letters of several bytes, and finds the words at the offsets given.
func TestQuotationsStandWhereTheySay(t *testing.T) {
	t.Parallel()
	data, articles := t.TempDir(), t.TempDir()
	for name, text := range map[string]string{
		"a.txt": "Fire on the island of Ærø 😀\n\nÆRØ, 5 June 2023 — A fire destroyed the harbor on Monday. “We will rebuild the harbor before winter comes to the island,” Mayor Elena Duarte said.\n",
		"b.txt": "Harbor of Ærø burns\n\n5 June 2023 — The harbor of Ærø burned down on Monday, police said. Mayor Elena Duarte said: “We shall rebuild the harbor before winter comes to the island.”\n",
	} {
		if err := os.WriteFile(filepath.Join(articles, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	must(t, data, "ingest", articles)
	s := start(t, data)
	var quotations struct {
		Items []struct {
			Variants []struct {
				Article, Words string
				Start, End     int
				StartUTF16     int `json:"start_utf16"`
				EndUTF16       int `json:"end_utf16"`
			}
		}
	}
	s.get("/api/v1/quotations", http.StatusOK, &quotations)
	if len(quotations.Items) != 1 || len(quotations.Items[0].Variants) != 2 {
		t.Fatalf("quotations: %+v", quotations)
	}
	for _, v := range quotations.Items[0].Variants {
		var article struct{ Text string }
		s.get("/api/v1/articles/"+v.Article, http.StatusOK, &article)
		points, units := []rune(article.Text), utf16.Encode([]rune(article.Text))
		if got := string(points[v.Start:v.End]); got != v.Words {
			t.Errorf("code points %d-%d are %q, the words %q", v.Start, v.End, got, v.Words)
		}
		if got := string(utf16.Decode(units[v.StartUTF16:v.EndUTF16])); got != v.Words {
			t.Errorf("UTF-16 units %d-%d are %q, the words %q", v.StartUTF16, v.EndUTF16, got, v.Words)
		}
	}
	s.stopQuietly()
}
