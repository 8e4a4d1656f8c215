package export

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// writeReport tells what was read from an article, for people: what happened
// when, who said so, and who is in it.
func writeReport(w io.Writer, doc string, g *graph.Subgraph) error {
	var b strings.Builder
	for _, a := range g.Articles {
		fmt.Fprintf(&b, "%s\n", cmp.Or(a.Title, doc))
		date := "date unknown"
		if a.Published != nil {
			date = a.Published.EDTF
		} else if a.Anchor != nil {
			date = "undated, read as of " + a.Anchor.EDTF
		}
		fmt.Fprintf(&b, "%s\n", strings.Join(nonEmpty(a.Publisher, date, a.URL), " · "))
		if a.RepublishedFrom != "" {
			fmt.Fprintf(&b, "first appeared in %s\n", a.RepublishedFrom)
		}
		for _, warning := range a.Warnings {
			fmt.Fprintf(&b, "warning: %s\n", warning)
		}
	}
	events(&b, g)
	claims(&b, g)
	actors(&b, g)
	relations(&b, g)
	_, err := io.WriteString(w, b.String())
	return err
}

func events(b *strings.Builder, g *graph.Subgraph) {
	fmt.Fprintf(b, "\nTIMELINE (%d events)\n", len(g.Events))
	list := slices.Clone(g.Events)
	slices.SortStableFunc(list, func(x, y graph.Event) int {
		return cmp.Or(cmp.Compare(graph.EntryOf(x, graph.Article{}).Sort, graph.EntryOf(y, graph.Article{}).Sort), cmp.Compare(first(x.Evidence), first(y.Evidence)))
	})
	for _, e := range list {
		date := "undated"
		if e.Time != nil {
			date = cmp.Or(e.Time.EDTF, "«"+e.Time.Text+"»")
		}
		kind := e.Type
		if len(e.Modes) > 0 {
			kind += " " + strings.Join(e.Modes, "+")
		}
		marks := string(e.Realis)
		if e.Negated {
			marks += ", negated"
		}
		if e.Generic {
			marks += ", generic"
		}
		fmt.Fprintf(b, "  %-22s %s  [%s; %s]\n", date, e.Label, kind, marks)
		for _, r := range g.Relationships {
			if r.Type == graph.Participant && r.From == e.ID {
				alleged := ""
				if r.Claim != "" {
					alleged = " (only alleged)"
				}
				fmt.Fprintf(b, "  %-22s   %s: %s%s\n", "", strings.ReplaceAll(r.Role, "_", " "), name(g, r.To), alleged)
			}
		}
	}
}

func claims(b *strings.Builder, g *graph.Subgraph) {
	fmt.Fprintf(b, "\nCLAIMS (%d)\n", len(g.Claims))
	list := slices.Clone(g.Claims)
	slices.SortStableFunc(list, func(x, y graph.Claim) int { return cmp.Compare(first(x.Evidence), first(y.Evidence)) })
	for _, c := range list {
		fmt.Fprintf(b, "  %s\n", Statement(g, c))
	}
}

func actors(b *strings.Builder, g *graph.Subgraph) {
	fmt.Fprintf(b, "\nACTORS (%d)\n", len(g.Actors))
	list := slices.Clone(g.Actors)
	slices.SortFunc(list, func(x, y graph.Actor) int {
		return cmp.Or(cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Name, y.Name), cmp.Compare(x.ID, y.ID))
	})
	for _, a := range list {
		fmt.Fprintf(b, "  %-16s %s", strings.ReplaceAll(string(a.Kind), "_", " "), a.Name)
		if len(a.Aliases) > 0 {
			fmt.Fprintf(b, " (also: %s)", strings.Join(a.Aliases, ", "))
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(b, "\nPLACES (%d)\n", len(g.Places))
	places := slices.Clone(g.Places)
	slices.SortFunc(places, func(x, y graph.Place) int { return cmp.Or(cmp.Compare(x.Name, y.Name), cmp.Compare(x.ID, y.ID)) })
	for _, p := range places {
		fmt.Fprintf(b, "  %-16s %s\n", p.Kind, strings.Join(nonEmpty(p.Name, p.Country), ", "))
	}
}

func relations(b *strings.Builder, g *graph.Subgraph) {
	var lines []string
	for _, r := range g.Relationships {
		if slices.Contains(graph.Standing, r.Type) {
			lines = append(lines, fmt.Sprintf("  %s — %s → %s", name(g, r.From), strings.ToLower(strings.ReplaceAll(string(r.Type), "_", " ")), name(g, r.To)))
		}
	}
	slices.Sort(lines)
	fmt.Fprintf(b, "\nRELATIONS (%d)\n", len(lines))
	for _, l := range lines {
		fmt.Fprintln(b, l)
	}
}

func first(evidence []graph.Evidence) int {
	if len(evidence) == 0 {
		return 0
	}
	return evidence[0].Start
}

func nonEmpty(parts ...string) []string {
	return slices.DeleteFunc(parts, func(s string) bool { return s == "" })
}
