package ner_test

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/extract/nlp/layout"
	"github.com/claimline/claimline/extract/nlp/lemma"
	"github.com/claimline/claimline/extract/nlp/ner"
	"github.com/claimline/claimline/extract/nlp/parse"
	"github.com/claimline/claimline/extract/nlp/tokenize"
)

// re3dFloor is the F1 of persons, organizations and places in re3d by the
// mapping that eval/reader/peers.py describes and applies to other readers too.
const re3dFloor = 84.5

// An entity of re3d; offsets count code points.
type entity struct {
	Begin, End       int
	Type, DocumentID string
	Confidence       float64
}

// A news is a document of re3d, its text in code points.
type news struct {
	text     []rune
	entities []entity
}

// TestRe3dEval reads the raw texts of re3d and scores the names in them.
func TestRe3dEval(t *testing.T) {
	docs, countries := readRe3d(t), readCountries(t)
	classes := make(map[string]map[doc.Class]bool) // of what is marked, in lower case
	marked := make(map[string]map[span]bool)
	for id, n := range docs {
		marked[id] = n.names()
		for s := range marked[id] {
			words := n.lower(s.start, s.end)
			if classes[words] == nil {
				classes[words] = make(map[doc.Class]bool)
			}
			classes[words][s.class] = true
		}
	}
	either := func(words string) bool {
		return countries[words] || len(classes[words]) == 2 && !classes[words][doc.PER]
	}
	var all count
	for _, id := range slices.Sorted(maps.Keys(docs)) {
		n := docs[id]
		want := n.ends(marked[id], either)
		for _, w := range want {
			if !w.inside {
				all.gold++
			}
		}
		for _, s := range n.read() {
			n.judge(s, marked[id], want, &all)
		}
	}
	t.Logf("re3d %s", all)
	if all.f1() < re3dFloor {
		t.Errorf("below the floor %g", re3dFloor)
	}
}

// A span is a name by code points.
type span struct {
	start, end int
	class      doc.Class
}

// An end is what ends at a code point: a name that begins no earlier than start
// and may have one of the classes; inside says that a longer name is around it.
type end struct {
	start   int
	classes map[doc.Class]bool
	inside  bool
}

func (n *news) lower(start, end int) string { return strings.ToLower(string(n.text[start:end])) }

var (
	kinds     = map[string]doc.Class{"Person": doc.PER, "Organisation": doc.ORG, "Location": doc.LOC}
	countries = words("uk us u.s. u.s uae emirates")
	pronouns  = words("i me my we us our you he him his she her it its they them their one who")
	roles     = words(`minister ministers secretary secretaries president commander commanders representative envoy ambassador
		spokesman spokeswoman leader chief officer director general colonel capt. captain brig. gen. col. lt. maj. sgt. spc. adm. mr
		mrs ms dr operator staff plans designate members soldiers airmen marines women men terrorists`)
	article  = regexp.MustCompile(`(?i)^\s*((the|a|an|all)\s+)?`)
	ending   = regexp.MustCompile(`(\s|['’]s?|\[\d+)*$`)
	lowering = regexp.MustCompile(`^[a-z]+\s`)
	letters  = regexp.MustCompile(`\pL{3}`)
	comma    = regexp.MustCompile(`, `)
	blank    = regexp.MustCompile(`[\s-]`)
)

func words(s string) map[string]bool {
	out := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// names are the entities that count.
func (n *news) names() map[span]bool {
	const sure = 0.5
	nationalities, other := make(map[string]bool), make(map[[2]int]bool)
	found := make(map[span]bool)
	for _, e := range n.entities {
		if e.Type == "Nationality" {
			nationalities[n.lower(e.Begin, e.End)] = true
		}
		if kinds[e.Type] == "" && e.Confidence >= sure {
			other[[2]int{e.Begin, e.End}] = true
		}
	}
	for _, e := range n.entities {
		class := kinds[e.Type]
		if class == "" || e.Confidence < sure {
			continue
		}
		for _, p := range n.pieces(e) {
			start, end := n.core(p[0], p[1])
			if start < end && proper(string(n.text[start:end]), nationalities) && !other[[2]int{start, end}] {
				found[span{start, end, class}] = true
			}
		}
	}
	maps.DeleteFunc(maps.Clone(found), func(s span, _ bool) bool {
		if n.described(s, found) {
			defer delete(found, s)
		}
		return false
	})
	return found
}

// pieces are the places of a list such as "Baghdad, Iraq", or all of an entity.
func (n *news) pieces(e entity) [][2]int {
	if e.Type != "Location" {
		return [][2]int{{e.Begin, e.End}}
	}
	var out [][2]int
	at := e.Begin
	for _, part := range comma.Split(string(n.text[e.Begin:e.End]), -1) {
		size := len([]rune(part))
		out = append(out, [2]int{at, at + size})
		at += size + len(", ")
	}
	return out
}

// core cuts blanks, articles and possessive endings off.
func (n *news) core(start, end int) (int, int) {
	s := string(n.text[start:end])
	s = s[:ending.FindStringIndex(s)[0]]
	return start + len([]rune(article.FindString(s))), start + len([]rune(s))
}

// proper reports whether words end as a name does.
func proper(words string, nationalities map[string]bool) bool {
	parts := blank.Split(words, -1)
	last := parts[len(parts)-1]
	low := strings.ToLower(last)
	first := []rune(last + " ")[0]
	return (unicode.IsUpper(first) || unicode.IsDigit(first)) && strings.ContainsAny(words, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") &&
		!strings.Contains(words, "°") && !pronouns[low] && !roles[low] && !nationalities[low] && !nationalities[strings.TrimSuffix(low, "s")]
}

// described reports whether s describes by a name of another kind at its end.
func (n *news) described(s span, found map[span]bool) bool {
	shorter := false
	for o := range found {
		if o.end == s.end && o.start > s.start {
			if o.class == s.class {
				return false
			}
			shorter = true
		}
	}
	return shorter && (s.class == doc.PER || s.class == doc.ORG && lowering.MatchString(string(n.text[s.start:s.end])))
}

// ends are the marked names by where they end.
func (n *news) ends(marked map[span]bool, either func(string) bool) map[int]*end {
	out := make(map[int]*end)
	for s := range marked {
		e := out[s.end]
		if e == nil {
			e = &end{start: s.start, classes: make(map[doc.Class]bool)}
			out[s.end] = e
		}
		e.start = min(e.start, s.start)
		e.classes[s.class] = true
		if either(n.lower(s.start, s.end)) {
			e.classes[doc.ORG], e.classes[doc.LOC] = true, true
		}
	}
	for at, e := range out {
		for s := range marked {
			e.inside = e.inside || s.start <= e.start && s.end > at
		}
	}
	return out
}

// read is what the reader finds.
func (n *news) read() []span {
	d := &doc.Document{Text: string(n.text)}
	for _, stage := range []func(*doc.Document){layout.Run, tokenize.Run, parse.Run, lemma.Run, ner.Run} {
		stage(d)
	}
	var out []span
	for _, m := range d.Mentions {
		s := d.Text[m.Start:m.End]
		from := len([]rune(d.Text[:m.Start])) + len([]rune(article.FindString(s)))
		out = append(out, span{from, len([]rune(d.Text[:m.Start])) + len([]rune(s[:ending.FindStringIndex(s)[0]])), m.Class})
	}
	return out
}

// judge counts a name that the reader found.
func (n *news) judge(s span, marked map[span]bool, want map[int]*end, all *count) {
	w := want[s.end]
	if w != nil && w.classes[s.class] && !letters.MatchString(untitled(string(n.text[s.start:max(s.start, w.start)]))) {
		if !w.inside {
			all.found++
			all.right++
		}
		return
	}
	touched := false
	for o := range marked {
		if o.start <= s.start && s.end < o.end {
			return
		}
		touched = touched || o.start < s.end && s.start < o.end
	}
	over := func(e entity) bool { return e.Begin < s.end && s.start < e.End }
	if touched || !slices.ContainsFunc(n.entities, over) {
		all.found++
	}
}

func untitled(s string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(s), func(w string) bool { return roles[strings.ToLower(w)] }), " ")
}

func readRe3d(t *testing.T) map[string]*news {
	t.Helper()
	f, err := os.Open(doctest.Shared(t, "data/re3d/re3d-open.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	docs := make(map[string]*news)
	get := func(id string) *news {
		if docs[id] == nil {
			docs[id] = new(news)
		}
		return docs[id]
	}
	for archive := tar.NewReader(z); ; {
		h, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return docs
		}
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(archive)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var item struct {
				ID   string `json:"_id"`
				Text string
				entity
			}
			switch documents := strings.HasSuffix(h.Name, "documents.json"); {
			case !documents && !strings.HasSuffix(h.Name, "entities.json"), strings.TrimSpace(lines.Text()) == "":
				continue
			default:
				if err := json.Unmarshal(lines.Bytes(), &item); err != nil {
					t.Fatalf("%s: %v", h.Name, err)
				}
				if documents {
					get(item.ID).text = []rune(item.Text)
				} else {
					get(item.DocumentID).entities = append(get(item.DocumentID).entities, item.entity)
				}
			}
		}
		if err := lines.Err(); err != nil {
			t.Fatal(err)
		}
	}
}

func readCountries(t *testing.T) map[string]bool {
	t.Helper()
	text, err := doctest.ReadFile(doctest.Shared(t, "data/gazetteers/geonames-countryInfo.tsv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	out := maps.Clone(countries)
	for line := range strings.Lines(text) {
		if cells := strings.Split(line, "\t"); len(cells) > 5 && !strings.HasPrefix(line, "#") {
			out[strings.ToLower(cells[4])] = true
		}
	}
	return out
}
