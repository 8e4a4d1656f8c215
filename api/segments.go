package api

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/claimline/claimline/graph"
)

// An Annotation is a passage of an article and the node that rests on it.
type Annotation struct {
	Ref
	Role       graph.EvidenceRole `json:"role"`
	Rule       string             `json:"rule"`
	Start      int                `json:"start" doc:"Code points from the beginning of the text"`
	End        int                `json:"end"`
	StartUTF16 int                `json:"start_utf16"`
	EndUTF16   int                `json:"end_utf16"`
}

// A Run is a stretch of text within which the same annotations hold.
type Run struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Marks []int  `json:"marks" doc:"Places in the list of annotations"`
}

// A Paragraph is the text between line breaks, in runs.
type Paragraph struct {
	Start int   `json:"start"`
	End   int   `json:"end"`
	Runs  []Run `json:"runs"`
}

// Segments is an article ready to be shown with what was read from it.
type Segments struct {
	Article     Article      `json:"article"`
	Annotations []Annotation `json:"annotations"`
	Paragraphs  []Paragraph  `json:"paragraphs"`
}

func (s *server) segments(ctx context.Context, in *idInput) (*bodyOutput[Segments], error) {
	sub, err := s.contribution(ctx, in)
	if err != nil {
		return nil, err
	}
	l := newLens(&sub)
	a, _ := articleView(l, in.ID)
	out := Segments{Article: a, Annotations: []Annotation{}, Paragraphs: []Paragraph{}}
	marks := l.marks(&sub)
	c := cutter{marks: marks}
	text := l.articles[in.ID].Text
	o := newOffsets(text)
	for _, m := range marks {
		a := Annotation{Ref: l.ref(m.node), Role: m.evidence.Role, Rule: m.evidence.Rule}
		a.Start, a.StartUTF16 = o.at(m.span.Start)
		a.End, a.EndUTF16 = o.at(m.span.End)
		out.Annotations = append(out.Annotations, a)
	}
	for start := 0; start < len(text); {
		end := start + strings.IndexByte(text[start:], '\n')
		if end < start {
			end = len(text)
		}
		if strings.TrimSpace(text[start:end]) != "" {
			out.Paragraphs = append(out.Paragraphs, c.paragraph(text, o, start, end))
		}
		start = end + 1
	}
	return &bodyOutput[Segments]{out}, nil
}

// A mark is one piece of evidence as annotation of its node.
type mark struct {
	node     string
	span     graph.Span
	evidence graph.Evidence
}

// marks lists the evidence of all nodes: events and claims by their own,
// actors and places by that of their mentions.
func (l *lens) marks(sub *graph.Subgraph) []mark {
	var out []mark
	add := func(node string, evidence []graph.Evidence) {
		for _, e := range evidence {
			out = append(out, mark{node, e.Span, e})
		}
	}
	for _, e := range sub.Events {
		add(e.ID, e.Evidence)
	}
	for _, c := range sub.Claims {
		add(c.ID, c.Evidence)
	}
	for _, r := range sub.Relationships {
		if r.Type == graph.Mentions && graph.KindOf(r.To) != graph.KindEvent {
			add(r.To, r.Evidence)
		}
	}
	slices.SortStableFunc(out, func(a, b mark) int {
		if a.span.Start != b.span.Start {
			return a.span.Start - b.span.Start
		}
		return b.span.End - a.span.End
	})
	return out
}

// A cutter walks the marks of an article once, paragraph by paragraph.
type cutter struct {
	marks []mark // by where they begin
	next  int    // the first that begins behind what was cut so far
	open  []int  // those that begin before it and may go on
}

// paragraph cuts text[start:end] wherever an annotation begins or ends.
func (c *cutter) paragraph(text string, o *offsets, start, end int) Paragraph {
	cuts := []int{start, end}
	cut := func(at int) {
		if start < at && at < end {
			cuts = append(cuts, at)
		}
	}
	c.open = slices.DeleteFunc(c.open, func(k int) bool { return c.marks[k].span.End <= start })
	for _, k := range c.open {
		cut(c.marks[k].span.End)
	}
	for k := c.next; k < len(c.marks) && c.marks[k].span.Start < end; k++ {
		cut(c.marks[k].span.Start)
		cut(c.marks[k].span.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var p Paragraph
	p.Start, _ = o.at(start)
	p.End, _ = o.at(end)
	at := p.Start
	for i := 1; i < len(cuts); i++ {
		run := Run{Text: text[cuts[i-1]:cuts[i]], Start: at}
		at += utf8.RuneCountInString(run.Text)
		run.End = at
		run.Marks = c.over(cuts[i-1])
		p.Runs = append(p.Runs, run)
	}
	return p
}

// over moves on to a place in the text and lists the marks over it.
func (c *cutter) over(at int) []int {
	for c.next < len(c.marks) && c.marks[c.next].span.Start <= at {
		c.open = append(c.open, c.next)
		c.next++
	}
	c.open = slices.DeleteFunc(c.open, func(k int) bool { return c.marks[k].span.End <= at })
	return append([]int{}, c.open...)
}
