package export

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/claimline/claimline/graph"
)

// Statement writes a claim as a sentence that a person can read: the chain
// from the outermost source in, the act, the content, the figure and the
// date. Names come from g; what it lacks is left out.
func Statement(g *graph.Subgraph, c graph.Claim) string {
	var parts []string
	hops := chain(g, c.ID)
	for i, r := range hops {
		who := name(g, r.To)
		if who == "" {
			continue
		}
		if r.Told {
			parts = append(parts, who+" was told that")
			continue
		}
		act := strings.ReplaceAll(r.Act, "_", " ")
		if i < len(hops)-1 {
			act += " that"
		}
		parts = append(parts, who+" ["+act+"]")
	}
	who := strings.Join(parts, " ")
	switch {
	case who != "":
	case c.Unattributed:
		who = "Somebody unnamed [" + strings.ReplaceAll(c.Act, "_", " ") + "]"
	default:
		who = "The article"
	}
	content := c.Content
	if content == "" {
		content = c.Text
	}
	s := who + ": " + content
	if c.Negated && c.Act != "deny" {
		s += " (negative)"
	}
	if c.Quantity != nil {
		s += " {" + Figure(*c.Quantity) + "}"
	}
	if c.Said != nil && c.Said.EDTF != "" {
		s += " (said " + c.Said.EDTF + ")"
	}
	return s
}

// Figure writes a quantity in words: "killed ≥ 133".
func Figure(q graph.Quantity) string {
	sign := map[graph.Comparator]string{
		graph.Exact: "=", graph.AtLeast: "≥", graph.MoreThan: ">", graph.UpTo: "≤", graph.FewerThan: "<",
		graph.About: "≈", graph.Nearly: "just under", graph.Unspecified: "≳",
	}[q.Comparator]
	s := fmt.Sprintf("%s %s %s", strings.ReplaceAll(q.Metric, "_", " "), sign, number(q.Value))
	if q.Comparator == graph.Between && q.Low != nil && q.High != nil {
		s = fmt.Sprintf("%s %s to %s", strings.ReplaceAll(q.Metric, "_", " "), number(*q.Low), number(*q.High))
	}
	if q.Unit != "" && q.Unit != "person" {
		s += " " + q.Unit
	}
	if q.Population != "" && q.Population != "all" && q.Population != "unspecified" {
		s += ", " + q.Population
	}
	return s
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// chain returns the hops of a claim, outermost first.
func chain(g *graph.Subgraph, claim string) []graph.Relationship {
	var out []graph.Relationship
	for _, r := range g.Relationships {
		if r.Type == graph.AttributedTo && r.From == claim {
			out = append(out, r)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Hop < out[j].Hop })
	return out
}

func name(g *graph.Subgraph, id string) string {
	for _, a := range g.Actors {
		if a.ID == id {
			return a.Name
		}
	}
	for _, p := range g.Places {
		if p.ID == id {
			return p.Name
		}
	}
	return ""
}
