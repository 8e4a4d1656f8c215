// Command quotes reads articles with the offline extractor and writes, for
// eval/quotes/score.py, each stretch in quotation marks with who says it.
// Offsets count code points.
//
//	quotes OUT.json SOME.txt...
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// A quote is a stretch in quotation marks. Mention is the speaker as the text
// has it beside the quote, Speaker the name or description it goes by.
type quote struct {
	Start   int     `json:"start"`
	End     int     `json:"end"`
	Speaker string  `json:"speaker,omitempty"`
	Mention string  `json:"mention,omitempty"`
	At      *[2]int `json:"mention_at,omitempty"`
}

func main() {
	if err := run(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(out string, files []string) error {
	found := map[string][]quote{}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		d, err := nlp.Read(context.Background(), graph.Article{Text: string(data)})
		if err != nil {
			return err
		}
		found[filepath.Base(name)] = quotes(d)
	}
	data, err := json.Marshal(map[string]any{"tool": "Claimline", "files": found})
	if err != nil {
		return err
	}
	return os.WriteFile(out, data, 0o644)
}

func quotes(d *doc.Document) []quote {
	points := func(s graph.Span) [2]int {
		start := utf8.RuneCountInString(d.Text[:s.Start])
		return [2]int{start, start + utf8.RuneCountInString(s.Of(d.Text))}
	}
	out := []quote{}
	for _, q := range d.Quotes {
		at := points(q.Span)
		found := quote{Start: at[0], End: at[1]}
		if hop := speaker(d, q); hop != nil {
			at := points(hop.Span)
			found.Mention, found.At = hop.Span.Of(d.Text), &at
			if hop.Source != doc.None && d.Mentions[hop.Source].Chain != doc.None {
				found.Speaker = d.Chains[d.Mentions[hop.Source].Chain].Name
			}
		}
		out = append(out, found)
	}
	return out
}

// speaker is the source of q in the attribution that holds most of it, the
// narrowest of those that hold as much: the innermost one whose words of saying
// are not quoted themselves. It is nil for none.
func speaker(d *doc.Document, q doc.Quote) *doc.Hop {
	var best *doc.Attribution
	most := 0
	for i := range d.Attributions {
		a := &d.Attributions[i]
		shared := min(a.Content.End, q.End) - max(a.Content.Start, q.Start)
		if len(a.Hops) == 0 || shared <= 0 || shared < most || shared == most && best.Content.Len() <= a.Content.Len() {
			continue
		}
		best, most = a, shared
	}
	if best == nil {
		return nil
	}
	for i := len(best.Hops) - 1; i > 0; i-- {
		if !q.Contains(best.Hops[i].Cue) {
			return &best.Hops[i]
		}
	}
	return &best.Hops[0]
}
