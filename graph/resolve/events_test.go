package resolve_test

import (
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
)

// A blast is what an article of TestEvents tells: a bombing somewhere.
type blast struct {
	date, city, venue, victim, group string
	killed                           float64
	realis                           graph.Realis
	published                        string
}

func (b blast) tell(title string) (*telling, resolve.Member) {
	published := b.published
	if published == "" {
		published = "2021-10-20"
	}
	x := tell(title, published)
	var parts []string
	if b.city != "" {
		parts = append(parts, "at="+x.place(graph.City, b.city, "AF"))
	}
	if b.venue != "" {
		parts = append(parts, "at="+x.place(graph.Facility, b.venue, "AF"))
	}
	if b.victim != "" {
		parts = append(parts, "killed="+x.actor(graph.Person, b.victim))
	}
	if b.group != "" {
		parts = append(parts, "attacker="+x.actor(graph.ArmedGroup, b.group))
	}
	var when *graph.Interval
	if b.date != "" {
		when = on(b.date)
	}
	e := x.event("ASSAULT", "explosives", "bombing", when, parts...)
	if b.realis != "" {
		x.Events[0].Realis = b.realis
	}
	if b.killed > 0 {
		x.figure(e, "killed", graph.AtLeast, b.killed)
	}
	return x, x.member(e)
}

// TestEvents: one event in two accounts, and events that only look like one.
func TestEvents(t *testing.T) {
	const same, ask, not = graph.Same, graph.Unsure, graph.Different
	for _, c := range []struct {
		name string
		a, b blast
		want graph.Verdict
	}{
		{"day and city", blast{date: "2021-10-08", city: "Kunduz"}, blast{date: "2021-10-08", city: "Kunduz"}, same},
		{"two in one city in one month", blast{date: "2021-10-08", city: "Kunduz"}, blast{date: "2021-10-15", city: "Kunduz"}, not},
		{"two in one city, by one group", blast{date: "2021-10-08", city: "Kunduz", group: "ISIS-K"}, blast{date: "2021-10-15", city: "Kunduz", group: "ISIS-K"}, not},
		{"two cities on one day", blast{date: "2021-10-08", city: "Kunduz"}, blast{date: "2021-10-08", city: "Kandahar"}, not},
		{"two buildings of one city", blast{date: "2021-10-08", venue: "Kabul University"}, blast{date: "2021-10-08", venue: "Kabul Airport"}, not},
		{"two victims", blast{date: "2021-10-08", city: "Kunduz", victim: "Ahmad Wali"}, blast{date: "2021-10-08", city: "Kunduz", victim: "Omar Sharif"}, ask},
		{"month that holds the day, and a figure", blast{date: "2021-10", city: "Kunduz", killed: 55}, blast{date: "2021-10-08", city: "Kunduz", killed: 50}, same},
		{"undated, nothing but the city", blast{city: "Kunduz"}, blast{date: "2021-10-08", city: "Kunduz", published: "2021-10-30"}, ask},
		{"one day apart, one victim", blast{date: "2021-10-08", city: "Kunduz", victim: "Ahmad Wali"}, blast{date: "2021-10-09", city: "Kunduz", victim: "Ahmad Wali"}, same},
		{"the deed and the plan", blast{date: "2021-10-08", city: "Kunduz"}, blast{date: "2021-10-08", city: "Kunduz", realis: graph.Planned}, not},
		{"told before it happened", blast{date: "2021-10-28", city: "Kunduz", published: "2021-10-30"}, blast{city: "Kunduz", published: "2021-10-20", group: "ISIS-K"}, not},
	} {
		x, mx := c.a.tell("x")
		y, my := c.b.tell("y")
		r := resolved(resolve.Options{}, x, y)
		if got := verdict(r, mx, my); got != c.want {
			t.Errorf("%s: %s, want %s: %s", c.name, got, c.want, r.Explain(mx, my))
		}
	}
}

// TestOneArticle: what one article tells as two events stays two, though a
// third article would fit both.
func TestOneArticle(t *testing.T) {
	x, y := tell("x", "2021-10-20"), tell("y", "2021-10-20")
	city := x.place(graph.City, "Kunduz", "AF")
	first := x.event("ASSAULT", "explosives", "bombing", on("2021-10-08"), "at="+city)
	second := x.event("ASSAULT", "explosives", "blast", on("2021-10-08"), "at="+city)
	other := y.event("ASSAULT", "explosives", "bombing", on("2021-10-08"), "at="+y.place(graph.City, "Kunduz", "AF"))
	r := resolved(resolve.Options{}, x, y)
	expect(t, r, x.member(first), y.member(other), graph.Same)
	if r.Cluster(x.member(first)) == r.Cluster(x.member(second)) {
		t.Error("two events of one article are one")
	}
}

// TestRivals: an account that fits two events of another article, which are
// certainly two, is proposed for both and joined to neither.
func TestRivals(t *testing.T) {
	x, y := tell("x", "2021-10-20"), tell("y", "2021-10-20")
	city := x.place(graph.City, "Kunduz", "AF")
	first := x.event("ASSAULT", "explosives", "bombing", on("2021-10-08"), "at="+city)
	second := x.event("ASSAULT", "explosives", "bombing", on("2021-10-12"), "at="+city)
	other := y.event("ASSAULT", "explosives", "bombing", nil, "at="+y.place(graph.City, "Kunduz", "AF"), "attacker="+y.actor(graph.ArmedGroup, "ISIS-K"))
	for _, e := range []string{first, second} {
		x.rel(graph.Participant, e, x.actor(graph.ArmedGroup, "ISIS-K"), "attacker")
	}
	r := resolved(resolve.Options{}, x, y)
	expect(t, r, x.member(first), y.member(other), graph.Unsure)
	expect(t, r, x.member(second), y.member(other), graph.Unsure)
}

// TestDescriptions: who is only described is known by his part in an event.
func TestDescriptions(t *testing.T) {
	x, y := tell("x", "2021-10-20"), tell("y", "2021-10-20")
	part := func(z *telling, gunmen string) resolve.Member {
		id := z.actor(graph.Population, gunmen)
		z.event("ASSAULT", "firearms", "shooting", on("2021-10-08"), "at="+z.place(graph.City, "Kunduz", "AF"), "attacker="+id)
		return z.member(id)
	}
	a, b := part(x, "the gunmen"), part(y, "four gunmen")
	officials, others := x.actor(graph.UnnamedSource, "Afghan officials"), y.actor(graph.UnnamedSource, "Afghan officials")
	r := resolved(resolve.Options{}, x, y)
	expect(t, r, a, b, graph.Same)
	expect(t, r, x.member(officials), y.member(others), graph.Same) // with a capital they are a name here
	z := tell("z", "2021-10-20")
	c := part(z, "two gunmen")
	r = resolved(resolve.Options{}, y, z)
	if r.Cluster(b) == r.Cluster(c) {
		t.Error("four are two")
	}
}

// TestSeries: one of many is part of them and not the same.
func TestSeries(t *testing.T) {
	x, y, z := tell("x", "2008-12-14"), tell("y", "2008-12-14"), tell("z", "2008-12-14")
	tellOne := func(z *telling, when *graph.Interval) string {
		return z.event("ASSAULT", "", "attacks", when, "at="+z.place(graph.Feature, "Gulf of Aden", ""), "attacker="+z.actor(graph.ArmedGroup, "Red Banner"))
	}
	one, many := tellOne(x, on("2008-12-13")), tellOne(y, on("2008"))
	y.figure(many, "attacks", graph.About, 100)
	y.Claims[0].Quantity.Unit = ""
	r := resolved(resolve.Options{}, x, y)
	expect(t, r, x.member(one), y.member(many), graph.Different)
	if len(r.Parts) != 1 || r.Parts[0].Part != one || r.Parts[0].Whole != many {
		t.Errorf("parts: %v", r.Parts)
	}
	// What an article says is part of what holds for all accounts of the two.
	whole := z.event("MOBILIZE", "", "campaign", on("2008"))
	part := tellOne(z, on("2008-12-13"))
	z.rel(graph.PartOf, part, whole, "")
	r = resolved(resolve.Options{}, x, z)
	if len(r.Parts) != 1 || r.Parts[0].Part != r.Cluster(x.member(one)) || r.Parts[0].Whole != whole {
		t.Errorf("parts: %v", r.Parts)
	}
}
