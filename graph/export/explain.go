package export

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

// writeExplain says for each record why it is there: the words that it was read
// from with their bytes in the text, the rule that read them with the row of the
// lexicon behind it, and of each date how it was resolved and what it counts
// from. The same stands in the JSON, as evidence and intervals.
func writeExplain(w io.Writer, doc string, g *graph.Subgraph) error {
	e := explainer{g: g, events: map[string]graph.Event{}}
	for _, v := range g.Events {
		e.events[v.ID] = v
	}
	for _, a := range g.Articles {
		fmt.Fprintf(&e.b, "%s\n", cmp.Or(a.Title, doc))
		e.article(a)
	}
	e.eventRecords()
	e.claimRecords()
	e.named()
	e.standing()
	_, err := io.WriteString(w, e.b.String())
	return err
}

type explainer struct {
	b      strings.Builder
	g      *graph.Subgraph
	events map[string]graph.Event
}

func (e *explainer) article(a graph.Article) {
	switch {
	case a.Published != nil:
		e.interval("published", a.Published)
	case a.Anchor != nil:
		e.line("published", "not known; relative dates count from a date that was supplied")
		e.interval("read as of", a.Anchor)
	default:
		e.line("published", "not known; relative dates stay open")
	}
	for _, warning := range a.Warnings {
		e.line("warning", warning)
	}
}

func (e *explainer) eventRecords() {
	fmt.Fprintf(&e.b, "\nEVENTS (%d)\n", len(e.g.Events))
	list := slices.Clone(e.g.Events)
	slices.SortStableFunc(list, func(x, y graph.Event) int {
		return cmp.Or(cmp.Compare(first(x.Evidence), first(y.Evidence)), cmp.Compare(x.ID, y.ID))
	})
	for _, v := range list {
		kind := strings.Join(append([]string{v.Type}, v.Modes...), " ")
		fmt.Fprintf(&e.b, "\n  %s  [%s; %s]  %s\n", v.Label, kind, v.Realis, v.ID)
		e.evidence(v.Evidence, graph.RoleTime)
		e.interval("time", v.Time)
		e.timeEvidence(v.Evidence)
		for _, r := range e.g.Relationships {
			if r.From != v.ID || r.Type != graph.Participant && r.Type != graph.At {
				continue
			}
			role := cmp.Or(strings.ReplaceAll(r.Role, "_", " "), "at")
			e.line(role, name(e.g, r.To)+e.alleged(r))
			e.evidence(r.Evidence)
		}
	}
}

func (e *explainer) alleged(r graph.Relationship) string {
	if r.Claim == "" {
		return ""
	}
	return " (only alleged, by " + r.Claim + ")"
}

func (e *explainer) claimRecords() {
	fmt.Fprintf(&e.b, "\nCLAIMS (%d)\n", len(e.g.Claims))
	list := slices.Clone(e.g.Claims)
	slices.SortStableFunc(list, func(x, y graph.Claim) int {
		return cmp.Or(cmp.Compare(first(x.Evidence), first(y.Evidence)), cmp.Compare(x.ID, y.ID))
	})
	for _, c := range list {
		fmt.Fprintf(&e.b, "\n  %s  %s\n", Statement(e.g, c), c.ID)
		e.evidence(c.Evidence, graph.RoleTime)
		e.interval("said", c.Said)
		e.timeEvidence(c.Evidence)
		for _, r := range chain(e.g, c.ID) {
			e.line(fmt.Sprintf("source %d", r.Hop), name(e.g, r.To))
			e.evidence(r.Evidence)
			e.interval("when", r.Time)
		}
	}
}

// named explains actors and places by what mentions them.
func (e *explainer) named() {
	mentions := map[string][]graph.Evidence{}
	for _, r := range e.g.Relationships {
		if r.Type == graph.Mentions {
			mentions[r.To] = append(mentions[r.To], r.Evidence...)
		}
	}
	fmt.Fprintf(&e.b, "\nACTORS (%d)\n", len(e.g.Actors))
	for _, a := range e.g.Actors {
		fmt.Fprintf(&e.b, "\n  %s  [%s]  %s\n", a.Name, a.Kind, a.ID)
		e.evidence(mentions[a.ID])
	}
	fmt.Fprintf(&e.b, "\nPLACES (%d)\n", len(e.g.Places))
	for _, p := range e.g.Places {
		fmt.Fprintf(&e.b, "\n  %s  [%s]  %s\n", strings.Join(nonEmpty(p.Name, p.Country), ", "), p.Kind, p.ID)
		e.evidence(mentions[p.ID])
	}
}

func (e *explainer) standing() {
	fmt.Fprint(&e.b, "\nRELATIONS\n")
	for _, r := range e.g.Relationships {
		if !slices.Contains(graph.Standing, r.Type) && r.Type != graph.Within {
			continue
		}
		fmt.Fprintf(&e.b, "\n  %s — %s → %s  %s\n", name(e.g, r.From), strings.ToLower(strings.ReplaceAll(string(r.Type), "_", " ")), name(e.g, r.To), r.ID)
		e.evidence(r.Evidence)
		e.interval("time", r.Time)
		if r.Derived != "" {
			e.line("rule", r.Derived)
		}
	}
}

func (e *explainer) line(label, text string) { fmt.Fprintf(&e.b, "    %-10s %s\n", label, text) }

// evidence lists passages, those of the roles left out excepted.
func (e *explainer) evidence(list []graph.Evidence, without ...graph.EvidenceRole) {
	for _, p := range list {
		if !slices.Contains(without, p.Role) {
			e.passage(p)
		}
	}
}

func (e *explainer) timeEvidence(list []graph.Evidence) {
	for _, p := range list {
		if p.Role == graph.RoleTime {
			e.passage(p)
		}
	}
}

func (e *explainer) passage(p graph.Evidence) {
	e.line(string(p.Role), fmt.Sprintf("%q at %d-%d by %s", short(p.Quote), p.Start, p.End, p.Rule))
}

// short is a passage on one line, its middle left out when it is long.
func short(s string) string {
	const most = 90
	words := strings.Join(strings.Fields(s), " ")
	runes := []rune(words)
	if len(runes) <= most {
		return words
	}
	return string(runes[:most*2/3]) + " … " + string(runes[len(runes)-most/3:])
}

// interval explains a date: what the text says, what that means, within which
// bounds it lies, by which rule and counted from what.
func (e *explainer) interval(label string, i *graph.Interval) {
	if i == nil {
		return
	}
	value := strings.Join(nonEmpty(i.Timex, i.Value, i.Mod), " ")
	e.line(label, fmt.Sprintf("%q is %s, in EDTF %s", i.Text, cmp.Or(value, "a date"), cmp.Or(i.EDTF, "not to be dated")))
	e.line("", fmt.Sprintf("from %s until before %s; %s, %s", instant(i.Earliest), instant(i.Latest), cmp.Or(string(i.Precision), "precision unknown"), cmp.Or(string(i.Confidence), "open")))
	e.line("", "rule "+cmp.Or(i.Rule, "none")+e.anchor(i.Anchor)+lies(*i))
}

func instant(t time.Time) string {
	if t.IsZero() {
		return "an open end"
	}
	return graph.Timestamp(t)
}

// lies says on which side of what it counts from a date lies.
func lies(i graph.Interval) string {
	if i.Anchor == nil || i.Anchor.Value == "" || i.EDTF == "" {
		return ""
	}
	anchor, err := graph.ParseEDTF(i.Anchor.Value)
	switch {
	case err != nil:
		return ""
	case i.Before(anchor) == graph.Certain:
		return ", and lies before it"
	case anchor.Before(i) == graph.Certain:
		return ", and lies after it"
	}
	return ", and may lie within it"
}

// anchor says what a date counts from.
func (e *explainer) anchor(a *graph.Anchor) string {
	switch {
	case a == nil:
		return ""
	case a.Kind == "event":
		of := "an event"
		if v, ok := e.events[a.ID]; ok {
			of = fmt.Sprintf("the event %q", v.Label)
		}
		return fmt.Sprintf("; counts from %s %s, dated %s", of, a.ID, cmp.Or(a.Value, "nowhere"))
	case a.Value == "":
		return "; stated in full"
	case a.Kind == "publication":
		return "; counts from the date of publication, " + a.Value
	}
	return "; counts from the date spoken of before, " + a.Value
}
