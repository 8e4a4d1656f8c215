//go:build unix

// Command claimline reads raw texts with the reader of Claimline (layout,
// tokens, tags, trees, lemmas, names) and writes what eval/reader/score.py
// scores; eval/reader/README.md describes the file. Offsets count code points.
//
//	claimline OUT.json SOME.txt... [GOLD.words.json]
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/layout"
	"github.com/claimline/claimline/extract/nlp/lemma"
	"github.com/claimline/claimline/extract/nlp/ner"
	"github.com/claimline/claimline/extract/nlp/parse"
	"github.com/claimline/claimline/extract/nlp/tokenize"
)

// A reading is what was found in one text.
type reading struct {
	Sentences [][2]int `json:"sentences"`
	Tokens    [][3]any `json:"tokens"` // start, end, Penn tag
	Names     [][3]any `json:"names"`  // start, end, label
}

type output struct {
	Tool    string              `json:"tool"`
	Startup float64             `json:"startup_cpu_s"`
	CPU     float64             `json:"cpu_s"`
	Words   int                 `json:"words"`
	Peak    int                 `json:"peak_mb"`
	Texts   map[string]*reading `json:"texts"`
	UPOS    map[string][]string `json:"upos"` // of gold tokens
}

func main() {
	runtime.GOMAXPROCS(1)
	if err := run(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(out string, files []string) error {
	read("The reader is loaded by its first sentence.")
	o := output{Tool: "Claimline", Startup: cpu(), Texts: map[string]*reading{}, UPOS: map[string][]string{}}
	texts := map[string]string{}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		base := filepath.Base(name)
		if strings.HasSuffix(name, ".json") {
			if o.UPOS[base], err = tags(data); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			continue
		}
		texts[base] = string(data)
		o.Words += len(strings.Fields(string(data)))
	}
	start := cpu()
	for _, t := range texts {
		read(t)
	}
	o.CPU, o.Peak = cpu()-start, peak()
	for base, t := range texts {
		o.Texts[base] = found(read(t))
	}
	data, err := json.Marshal(o)
	if err != nil {
		return err
	}
	return os.WriteFile(out, data, 0o644)
}

// read runs the stages of the reader.
func read(text string) *doc.Document {
	d := &doc.Document{Text: text}
	layout.Run(d)
	tokenize.Run(d)
	parse.Run(d)
	lemma.Run(d)
	ner.Run(d)
	return d
}

func found(d *doc.Document) *reading {
	r := &reading{Sentences: [][2]int{}, Tokens: [][3]any{}, Names: [][3]any{}}
	points := codePoints(d.Text)
	for _, s := range d.Sentences {
		r.Sentences = append(r.Sentences, [2]int{points[s.Start], points[s.End]})
	}
	for _, t := range d.Tokens {
		r.Tokens = append(r.Tokens, [3]any{points[t.Start], points[t.End], t.XPOS})
	}
	for _, m := range d.Mentions {
		if m.Type == doc.Name {
			r.Names = append(r.Names, [3]any{points[m.Start], points[m.End], m.Class})
		}
	}
	return r
}

// codePoints gives for each byte offset the number of code points before it.
func codePoints(text string) []int {
	points := make([]int, len(text)+1)
	n := 0
	for at := 0; at < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[at:])
		for i := range size {
			points[at+i] = n
		}
		at += size
	}
	points[len(text)] = n
	return points
}

// tags gives the UPOS of sentences whose tokens are given.
func tags(data []byte) ([]string, error) {
	var sentences [][]string
	if err := json.Unmarshal(data, &sentences); err != nil {
		return nil, err
	}
	out := []string{}
	for _, words := range sentences {
		d := &doc.Document{Text: strings.Join(words, " "), Sentences: []doc.Sentence{{Last: len(words)}}}
		for _, w := range words {
			d.Tokens = append(d.Tokens, doc.Token{Text: w})
		}
		parse.Run(d)
		for _, t := range d.Tokens {
			out = append(out, t.UPOS)
		}
	}
	return out, nil
}

// cpu is the processor time of this process so far, in seconds, that of the
// garbage collector and the kernel included.
func cpu() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	seconds := func(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }
	return seconds(u.Utime) + seconds(u.Stime)
}

// peak is the most memory that was resident, in MB (Linux counts kilobytes).
func peak() int {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return int(u.Maxrss) / 1024
}
