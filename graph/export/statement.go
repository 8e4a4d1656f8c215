package export

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/claimline/claimline/graph"
)

// Statement writes a claim as a sentence that a person can read: who said it,
// in the words of the act, to whom or as quoted by whom, the content, the figure
// and the date. Names come from g; what it lacks is left out.
func Statement(g *graph.Subgraph, c graph.Claim) string {
	who := sources(g, chain(g, c.ID))
	switch {
	case who != "":
	case c.Unattributed:
		who = "Somebody unnamed " + did(c.Act)
	default:
		who = "The article"
	}
	content := c.Content
	if content == "" {
		content = c.Text
	}
	s := who + ": " + content
	if c.Quantity != nil {
		s += " {" + Figure(*c.Quantity) + "}"
	}
	if c.Said != nil && c.Said.EDTF != "" {
		s += " (said " + c.Said.EDTF + ")"
	}
	return s
}

// sources writes a chain from the outermost source in: "a survivor, speaking to
// the Herald, said that the crew demanded".
func sources(g *graph.Subgraph, hops []graph.Relationship) string {
	var parts []string
	through := "" // the hops that passed on what the next one says
	for _, r := range hops {
		who := name(g, r.To)
		switch {
		case who == "":
		case r.Told && r.Act == "quote":
			through += ", as quoted by " + who + ","
		case r.Told && kind(g, r.To) == graph.MediaOutlet:
			through += ", speaking to " + who + ","
		case r.Told:
			through += ", according to " + who + ","
		default:
			parts = append(parts, who+through+" "+did(r.Act))
			through = ""
		}
	}
	s := strings.Join(parts, " that ")
	if s == "" && through != "" {
		s = "Somebody unnamed" + strings.TrimSuffix(through, ",")
	}
	return s
}

// did is an act in the past: what a source did then may be otherwise by now.
func did(act string) string {
	if past, ok := pasts[act]; ok {
		return past
	}
	return strings.ReplaceAll(act, "_", " ") + "ed"
}

// pasts are the acts whose past is more than the name of the act with "ed".
var pasts = map[string]string{
	"assert": "said", "announce": "announced", "explain_motive": "gave as the motive", "estimate": "estimated", "believe": "believed",
	"speculate": "speculated", "acknowledge": "acknowledged", "admit": "admitted", "deny": "denied", "dispute": "disputed",
	"deny_responsibility": "denied responsibility", "accuse": "accused", "blame": "blamed", "attribute": "attributed", "quote": "quoted",
	"claim_responsibility": "claimed responsibility", "claim_credit": "claimed credit", "promise": "promised", "plan": "planned",
	"hope": "hoped", "propose": "proposed", "praise": "praised", "welcome": "welcomed", "criticize": "criticized",
	"concern": "was concerned", "condole": "offered condolences", "celebrate": "celebrated", "apologize": "apologized",
	"decline_comment": "declined to comment", "no_statement": "did not say",
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

func kind(g *graph.Subgraph, id string) graph.ActorKind {
	for _, a := range g.Actors {
		if a.ID == id {
			return a.Kind
		}
	}
	return ""
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
