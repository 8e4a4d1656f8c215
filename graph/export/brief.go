package export

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// writeBrief writes Markdown to hand to a colleague: the events in order, who
// says what, and behind every line a footnote with the words it rests on.
func writeBrief(w io.Writer, doc string, g *graph.Subgraph) error {
	b := &brief{g: g, articles: map[string]graph.Article{}, notes: map[string]int{}}
	for _, a := range g.Articles {
		b.articles[a.ID] = a
	}
	title := doc
	if len(g.Articles) == 1 {
		title = cmp.Or(g.Articles[0].Title, doc)
	}
	fmt.Fprintf(&b.out, "# %s\n", markdown(title))
	b.timeline()
	b.claims()
	b.people()
	b.footnotes()
	_, err := io.WriteString(w, b.out.String())
	return err
}

type brief struct {
	g        *graph.Subgraph
	out      strings.Builder
	articles map[string]graph.Article
	notes    map[string]int // note → its number
	order    []string
}

func (b *brief) timeline() {
	events := slices.Clone(b.g.Events)
	sorted := func(e graph.Event) string { return graph.EntryOf(e, graph.Article{}).Sort }
	slices.SortFunc(events, func(x, y graph.Event) int { return cmp.Or(cmp.Compare(sorted(x), sorted(y)), cmp.Compare(x.ID, y.ID)) })
	if len(events) > 0 {
		b.out.WriteString("\n## What happened\n\n")
	}
	for _, e := range events {
		date := "undated"
		if e.Time != nil {
			date = cmp.Or(e.Time.EDTF, e.Time.Text)
		}
		marks := ""
		if e.Realis != graph.Occurred || e.Negated {
			marks = " (" + string(e.Realis)
			if e.Negated {
				marks += ", negated"
			}
			marks += ")"
		}
		fmt.Fprintf(&b.out, "- **%s** %s%s%s\n", markdown(date), markdown(e.Label), marks, b.note(e.Article, e.Evidence, graph.RoleTrigger))
	}
}

func (b *brief) claims() {
	claims := slices.Clone(b.g.Claims)
	slices.SortFunc(claims, func(x, y graph.Claim) int {
		return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(first(x.Evidence), first(y.Evidence)), cmp.Compare(x.ID, y.ID))
	})
	if len(claims) > 0 {
		b.out.WriteString("\n## Who says so\n\n")
	}
	for _, c := range claims {
		fmt.Fprintf(&b.out, "- %s%s\n", markdown(Statement(b.g, c)), b.note(c.Article, c.Evidence, graph.RoleClaim))
	}
}

func (b *brief) people() {
	var lines []string
	for _, r := range b.g.Relationships {
		if slices.Contains(graph.Standing, r.Type) {
			what := strings.ToLower(strings.ReplaceAll(string(r.Type), "_", " "))
			lines = append(lines, fmt.Sprintf("- %s, %s %s%s\n", markdown(name(b.g, r.From)), what, markdown(name(b.g, r.To)), b.note(r.Article, r.Evidence, "")))
		}
	}
	if len(lines) > 0 {
		b.out.WriteString("\n## Who is who\n\n" + strings.Join(lines, ""))
	}
}

// note refers to the passage that a line rests on, the widest of a role where
// there is one.
func (b *brief) note(article string, evidence []graph.Evidence, role graph.EvidenceRole) string {
	if len(evidence) == 0 {
		return ""
	}
	best := evidence[0]
	for _, e := range evidence {
		if e.Role == role && (best.Role != role || e.Len() > best.Len()) {
			best = e
		}
	}
	a := b.articles[article]
	date := ""
	if a.Published != nil {
		date = a.Published.EDTF
	}
	source := strings.Join(nonEmpty(cmp.Or(a.Title, beginning(a.Text)), a.Publisher, date, a.URL), ", ")
	text := fmt.Sprintf("“%s”. %s, bytes %d to %d.", markdown(best.Quote), markdown(source), best.Start, best.End)
	if b.notes[text] == 0 {
		b.order = append(b.order, text)
		b.notes[text] = len(b.order)
	}
	return fmt.Sprintf("[^%d]", b.notes[text])
}

func (b *brief) footnotes() {
	if len(b.order) > 0 {
		b.out.WriteByte('\n')
	}
	for i, text := range b.order {
		fmt.Fprintf(&b.out, "[^%d]: %s\n", i+1, text)
	}
}

// markdown writes words so that Markdown, and HTML within it, leaves them
// alone.
func markdown(s string) string {
	s = strings.Join(strings.Fields(printable(s)), " ")
	return markdownEscapes.Replace(s)
}

var markdownEscapes = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "#", `\#`, "|", `\|`)
