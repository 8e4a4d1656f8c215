package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
)

// parse makes one story of lines.
func parse(t *testing.T, lines string) *story {
	t.Helper()
	s := newStory(t.Name())
	for _, line := range strings.Split(lines, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if err := s.line(line); err != nil {
			t.Fatal(err)
		}
	}
	s.build()
	return s
}

// named gives the names of claims for their ids.
func (s *story) named(ids []string) string {
	var out []string
	for name, id := range s.ids {
		if slices.Contains(ids, id) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return strings.Join(out, "")
}

const valley = "The valley lies between two rivers and the people who live there have farmed it for longer than anybody can remember, " +
	"so that when the water came at night nobody was awake to see it and the alarm in the upper village rang for nothing"

func TestOrigins(t *testing.T) {
	for _, tt := range []struct {
		name, lines string
		change      func(s *story)
		want        string // groups of claims, and words of each reason
	}{
		{name: "one named source in three outlets is one origin", lines: `
			a 2024-05-01 Post | Anna Berg | assert | The flood killed 5 people | killed exact 5 | flood
			b 2024-05-02 Mail | Anna Berg | assert | The flood killed 5 people | killed exact 5 | flood
			c 2024-05-02 Star | Carl Moe | assert | The flood killed 5 people | killed exact 5 | flood`,
			want: "ab(Anna Berg says) c()"},
		{name: "an article and its own repetition are one", lines: `
			a 2024-05-01 Post | | assert | The flood killed 5 people | killed exact 5 | flood
			b 2024-05-01 Post | | assert | In the flood 5 people were killed | killed exact 5 | flood
			c 2024-05-01 Mail | | assert | The flood killed 5 people | killed exact 5 | flood`,
			want: "ab(the word of Post) c()"},
		{name: "officials in two articles are two", lines: `
			a 2024-05-01 Post | officials | assert | The flood killed 5 people | killed exact 5 | flood
			b 2024-05-01 Mail | witnesses | assert | The flood killed 5 people | killed exact 5 | flood`,
			want: "a() b()"},
		{name: "two articles off one wire are one", lines: `
			a 2024-05-01 Post | | assert | The flood killed 5 people | killed exact 5 | flood
			b 2024-05-01 Mail | | assert | The flood killed 5 people | killed exact 5 | flood`,
			change: func(s *story) {
				for _, a := range s.articles {
					a.RepublishedFrom = "Northern Wire"
				}
			},
			want: "ab(come from Northern Wire)"},
		{name: "an article that first stood in the other's outlet", lines: `
			a 2024-05-01 Post | | assert | The flood killed 5 people | killed exact 5 | flood
			b 2024-05-01 Mail | | assert | The flood killed 5 people | killed exact 5 | flood`,
			change: func(s *story) { s.articles["2024-05-01Mail"].RepublishedFrom = "The Post" },
			want:   "ab(come from Post)"},
		{name: "a cited outlet and the outlet itself are one", lines: `
			who Post media_outlet
			a 2024-05-01 Post | | assert | The flood killed 5 people | killed exact 5 | flood
			b 2024-05-02 Mail | Post | report | The flood killed 5 people | killed exact 5 | flood`,
			want: "ab(cites Post)"},
		{name: "copied text is one origin", lines: `
			a 2024-05-01 Post | | assert | The flood killed 5 people. ` + valley + ` | killed exact 5 | flood
			b 2024-05-01 Mail | | assert | The flood has killed 5 people. ` + valley + ` | killed exact 5 | flood`,
			want: "ab(runs of five words)"},
		{name: "a quotation put into two mouths is one origin", lines: `
			a 2024-05-01 Post | a resident | assert | “We heard one loud bang and then the whole roof came down on the cars” | |
			b 2024-05-01 Mail | Anna Berg | assert | “We heard one loud bang, and then the whole roof came down on the cars” | |`,
			want: "ab(quote the same words)"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newStory(tt.name)
			for _, line := range strings.Split(strings.TrimSpace(tt.lines), "\n") {
				if err := s.line(strings.TrimSpace(line)); err != nil {
					t.Fatal(err)
				}
			}
			if tt.change != nil {
				tt.change(s)
			}
			s.build()
			var ids []string
			for _, id := range s.ids {
				ids = append(ids, id)
			}
			var got, why []string
			for _, o := range s.set().Origins(ids) {
				got = append(got, s.named(o.Claims))
				why = append(why, strings.Join(o.Why, "; "))
			}
			for _, group := range strings.SplitAfter(tt.want, ")") {
				group = strings.TrimSpace(group)
				if group == "" {
					continue
				}
				members, reason, _ := strings.Cut(strings.TrimSuffix(group, ")"), "(")
				i := slices.Index(got, members)
				if i < 0 || !strings.Contains(why[i], reason) || (reason == "") != (why[i] == "") {
					t.Errorf("origins %v because of %q, want %s", got, why, tt.want)
				}
			}
		})
	}
}

func TestPropositions(t *testing.T) {
	s := parse(t, `
		who North_Cell armed_group
		a 2024-05-01 Post | the police | assert | The blast killed 5 people | killed exact 5 | blast
		b 2024-05-01 Mail | Anna Berg | assert | The blast killed 5 people | killed exact 5 | blast
		c 2024-05-02 Star | Anna Berg | assert | The blast killed 5 people | killed exact 5 | blast
		d 2024-05-02 Star | the ministry | assert | North Cell was behind the blast | | blast
		e 2024-05-03 Mail | North Cell | deny_responsibility | responsibility for the blast | | blast`)
	want := []string{
		"figure abc killed origins 2 support 2 documents 3 pairs 2 [multi-origin-agree]",
		"responsibility de  origins 2 support 1 documents 2 pairs 0 [denied-by-party]",
	}
	var got []string
	for _, p := range s.set().Propositions() {
		got = append(got, fmt.Sprintf("%s %s %s origins %d support %d documents %d pairs %d %v", p.Facet, s.named(p.Claims), p.Metric, len(p.Origins), p.Support, p.Documents, p.Pairs, p.Status))
	}
	if !slices.Equal(got, want) {
		t.Errorf("propositions:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestSeries(t *testing.T) {
	s := parse(t, `
		a 2024-05-03 Mail | the governor < the police | assert | The flood killed 22 people | killed exact 22 | flood
		b 2024-05-01 Post | the police | assert | The flood killed at least 15 people | killed at_least 15 | flood
		c 2024-05-02 Star | | assert | The flood killed at least 19 people | killed at_least 19 | flood
		d - Sun | | assert | The flood killed more than 10 people | killed more_than 10 | flood
		e 2024-05-02 Star | | assert | The flood killed 4 firefighters | killed exact 4 of firefighters | flood
		f 2024-05-02 Star | | predict | The flood will leave 90 people killed | killed exact 90 | flood
		g 2024-05-02 Star | | assert | The storm killed 2 people | killed exact 2 | storm`)
	list := s.set().Series()
	if len(list) != 1 {
		t.Fatalf("%d series, want 1: %+v", len(list), list)
	}
	var got []string
	for _, p := range list[0].Points {
		got = append(got, s.named([]string{p.Claim})+" "+strings.Join(p.Sources, "<")+" "+string(p.Step))
	}
	want := []string{"b the police ", "c  update", "a the governor<the police refines", "d  widens"}
	if !slices.Equal(got, want) || list[0].Label != "flood" || list[0].Metric != "killed" {
		t.Errorf("series %q of %+v, want %q", got, list[0], want)
	}
}

func TestForecasts(t *testing.T) {
	const told = `
		place Upton city NL 50 5
		place Downham city NL 53 9
		place Northland country NL 51 6
		who North_Cell armed_group
		who Red_Front armed_group
		event feared ASSAULT hypothetical - Upton
		event looming ASSAULT hypothetical - Downham
		event planned ASSAULT hypothetical - Upton attacker=Red_Front
		event wide ASSAULT hypothetical - Northland
		event feltabroad ASSAULT hypothetical - -
		event raging x-disaster hypothetical - Upton
		event blast ASSAULT occurred 2024-05-20 Upton attacker=North_Cell
		z 2024-05-21 Star | | assert | A blast tore through the market of Upton on Monday, and North Cell did it | | blast
	`
	for _, tt := range []struct {
		name, claim string
		outcome     Outcome
	}{
		{"there and then", "a 2024-05-01 Post | the embassy | warn | an attack in Upton could come at any time | | feared:attack", Hit},
		{"in the country that was named", "a 2024-05-01 Post | the embassy | warn | an attack in Northland could come at any time | | wide:attack", Hit},
		{"outside of where it happened", "a 2024-05-01 Post | the embassy | warn | an attack outside of Northland could come at any time | | feltabroad:attack", Open},
		{"another town", "a 2024-05-01 Post | the embassy | warn | an attack in Downham could come at any time | | looming:attack", Open},
		{"another kind of event", "a 2024-05-01 Post | the office | warn | a flood in Upton could come at any time | | raging:flood", Open},
		{"another doer", "a 2024-05-01 Post | the embassy | warn | Red Front could attack Upton at any time | | planned:attack", Open},
		{"within its window", "a 2024-05-01 Post | the embassy | warn | an attack in Upton could come within 30 days | | feared:attack", Hit},
		{"after its window", "a 2024-05-01 Post | the embassy | warn | an attack in Upton could come within 48 hours | | feared:attack", Expired},
		{"said after it happened", "a 2024-05-21 Post | the embassy | warn | an attack in Upton could come at any time | | feared:attack", Open},
		{"more than a year before", "a 2022-05-01 Post | the embassy | warn | an attack in Upton could come at any time | | feared:attack", Expired},
	} {
		t.Run(tt.name, func(t *testing.T) {
			list := parse(t, told+tt.claim).set().Forecasts()
			if len(list) != 1 || list[0].Outcome != tt.outcome {
				t.Fatalf("forecasts %+v, want one %s", list, tt.outcome)
			}
			if tt.outcome == Hit && (list[0].Event != graph.NewID(graph.KindEvent, "blast") || list[0].LeadMin != 18*24 || list[0].LeadMax != 20*24) {
				t.Errorf("hit %+v", list[0])
			}
			if tt.outcome != Hit && list[0].LeadMax != 0 {
				t.Errorf("a lead time to nothing: %+v", list[0])
			}
		})
	}
}

// TestForecastInherits: a warning that is not dated shares the outcome of a
// dated one of the same event.
func TestForecastInherits(t *testing.T) {
	s := parse(t, `
		place Upton city NL 50 5
		event feared ASSAULT hypothetical - Upton
		event blast ASSAULT occurred 2024-05-20 Upton
		a 2024-05-01 Post | the embassy | warn | an attack in Upton could come at any time | | feared:attack
		b 2024-05-22 Mail | the ministry | warn | an attack in Upton was likely | | feared:attack
		z 2024-05-21 Star | | assert | A blast tore through the market of Upton on Monday | | blast`)
	for i := range s.sub.Claims {
		if s.sub.Claims[i].ID == s.ids["b"] {
			s.sub.Claims[i].Said = nil
		}
	}
	for _, f := range s.set().Forecasts() {
		if f.Outcome != Hit {
			t.Errorf("%s: %+v", s.named([]string{f.Claim}), f)
		}
	}
}

func TestQuotations(t *testing.T) {
	s := parse(t, `
		a 2024-05-01 Post | Anna Berg | assert | The group could strike “in as little as six months and with little to no warning” | |
		b 2024-05-02 Mail | Anna Berg | assert | They can strike “in as little as six months and with little or no warning” | |
		c 2024-05-03 Star | Anna Berg | assert | It is “a very dark day for all of us here” | |
		d 2024-05-03 Star | Carl Moe | assert | It was “in as little as six months” | |
		e 2024-05-03 Sun | Anna Berg | assert | They may strike “in as little as six months and with little or no warning” | |`)
	list := s.set().Quotations()
	if len(list) != 1 {
		t.Fatalf("%d quotations, want 1: %+v", len(list), list)
	}
	var got []string
	for _, v := range list[0].Variants {
		if v.Of(s.articles[s.where(v.Claim)].Text) != v.Words {
			t.Errorf("%q is not what stands at %v", v.Words, v.Span)
		}
		got = append(got, s.named([]string{v.Claim})+fmt.Sprint(v.Edits))
	}
	if want := []string{"a[]", "b[{to or}]", "e[{to or}]"}; !slices.Equal(got, want) {
		t.Errorf("variants %v, want %v", got, want)
	}
}

// where is the article of a claim, by the name the story gives it.
func (s *story) where(claim string) string {
	for _, p := range s.pending {
		if s.ids[p.name] == claim {
			return p.article
		}
	}
	return ""
}

// TestWithdrawn: an article that leaves takes its links and nothing else.
func TestWithdrawn(t *testing.T) {
	lines := []string{
		"a 2024-05-01 Post | the police | assert | The flood killed 15 people | killed exact 15 | flood",
		"b 2024-05-02 Mail | the governor | assert | The flood killed 15 people | killed exact 15 | flood",
		"c 2024-05-03 Star | | assert | The flood killed 22 people | killed exact 22 | flood",
	}
	with := parse(t, strings.Join(lines, "\n"))
	without := parse(t, strings.Join(lines[:2], "\n"))
	var kept []Link
	for _, l := range with.set().Links() {
		if l.A != with.ids["c"] && l.B != with.ids["c"] {
			kept = append(kept, l)
		}
	}
	if got := without.set().Links(); len(got) != 1 || !slices.Equal(got, kept) {
		t.Errorf("without the article %v, with it less its own links %v", got, kept)
	}
}

// TestConcurrent asks one set everything at once, for the race detector.
func TestConcurrent(t *testing.T) {
	s := readStories(t, "statements.txt")[0]
	set := s.set()
	want := everything(set)
	done := make(chan string)
	for range 4 {
		go func() { done <- everything(set) }()
	}
	for range 4 {
		if got := <-done; got != want {
			t.Error("two askers get two answers")
		}
	}
}
