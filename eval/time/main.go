// Command time compares tools that find time expressions, on the corpora of
// package timexgold and with one scorer for all. Eval/time.sh runs it:
//
//	time texts DIR       writes DIR/CORPUS/NAME.txt and NAME.dct, the document
//	                     date as YYYY-MM-DD, for other tools to read
//	time claimline DIR   reads these texts with our stages, writes
//	                     DIR/CORPUS.claimline.tsv
//	time score DIR       scores every DIR/CORPUS.TOOL.tsv
//
// A line of a tsv file is one time expression: name of the text, bytes where it
// begins and ends, type and value of TIMEX3, rule.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/timex/timexgold"
	"github.com/claimline/claimline/graph"
)

var commands = map[string]func(dir string, c timexgold.Corpus, texts []timexgold.Text) error{
	"texts": writeTexts, "claimline": readOurselves, "score": score,
}

func main() {
	if len(os.Args) != 3 || commands[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: time texts|claimline|score DIR")
		os.Exit(2)
	}
	for _, c := range timexgold.Corpora {
		texts, err := c.Read()
		if err == nil {
			err = commands[os.Args[1]](os.Args[2], c, texts)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "time:", err)
			os.Exit(1)
		}
	}
}

// fileName is a name without what a shell or a tool could stumble over.
func fileName(i int, g *timexgold.Text) string {
	return fmt.Sprintf("%03d-%s", i, strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return '_'
	}, g.Name))
}

// day is the document date as all tools get it, "" when there is none.
func day(g *timexgold.Text) string {
	if created := g.Date(); created != nil && !created.Earliest.IsZero() {
		return created.Earliest.Format("2006-01-02")
	}
	return ""
}

func writeTexts(dir string, c timexgold.Corpus, texts []timexgold.Text) error {
	dir = filepath.Join(dir, c.Name)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for i := range texts {
		g := &texts[i]
		base := filepath.Join(dir, fileName(i, g))
		if err := os.WriteFile(base+".txt", []byte(g.Text), 0o666); err != nil {
			return err
		}
		created := day(g)
		if created == "" {
			continue
		}
		if err := os.WriteFile(base+".dct", []byte(created), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// readOurselves runs the stages up to timex, which an article goes through.
func readOurselves(dir string, c timexgold.Corpus, texts []timexgold.Text) error {
	var b strings.Builder
	for i := range texts {
		d := &doc.Document{Text: texts[i].Text}
		if created, err := graph.ParseEDTF(day(&texts[i])); err == nil {
			d.Created = &created
		}
		for _, stage := range nlp.Stages {
			stage.Run(d)
			if stage.Name == "timex" {
				break
			}
		}
		for _, x := range d.Timexes {
			fmt.Fprintf(&b, "%s\t%d\t%d\t%s\t%s\t%s\n", fileName(i, &texts[i]), x.Start, x.End, x.Timex, x.Value, x.Rule)
		}
	}
	return os.WriteFile(filepath.Join(dir, c.Name+".claimline.tsv"), []byte(b.String()), 0o666)
}

// score prints a line for each tool. TIMEX_ERRORS=tool prints the differences
// of that tool too.
func score(dir string, c timexgold.Corpus, texts []timexgold.Text) error {
	outputs, err := filepath.Glob(filepath.Join(dir, c.Name+".*.tsv"))
	if err != nil {
		return err
	}
	for _, output := range outputs {
		tool := strings.TrimPrefix(strings.TrimSuffix(filepath.Base(output), ".tsv"), c.Name+".")
		found, err := readFound(output)
		if err != nil {
			return fmt.Errorf("%s: %w", output, err)
		}
		say := func(string, ...any) {}
		if os.Getenv("TIMEX_ERRORS") == tool {
			say = func(format string, args ...any) { fmt.Printf(c.Name+"\t"+format+"\n", args...) }
		}
		var s timexgold.Score
		for i := range texts {
			c.Add(&s, &texts[i], found[fileName(i, &texts[i])], say)
		}
		line := s.String()
		if c.Told {
			line = s.Recall()
		}
		fmt.Printf("%-10s %-10s %s\n", c.Name, tool, line)
	}
	return nil
}

// readFound reads a tsv file, by the name of the text.
func readFound(name string) (map[string][]timexgold.Timex, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	out := map[string][]timexgold.Timex{}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) < 5 {
			return nil, fmt.Errorf("a line of %d fields", len(f))
		}
		start, err := strconv.Atoi(f[1])
		if err != nil {
			return nil, err
		}
		end, err := strconv.Atoi(f[2])
		if err != nil {
			return nil, err
		}
		x := timexgold.Timex{Span: graph.Span{Start: start, End: end}, Type: f[3], Value: f[4]}
		if len(f) > 5 {
			x.Rule = f[5]
		}
		out[f[0]] = append(out[f[0]], x)
	}
	return out, nil
}
