package resolve_test

import (
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
)

// TestNames compares two names that each stand alone in an article.
func TestNames(t *testing.T) {
	const same, ask, not = graph.Same, graph.Unsure, graph.Different
	for _, c := range []struct {
		kind graph.ActorKind
		a, b string
		want graph.Verdict
	}{
		{graph.Person, "Ana Maria Silva", "Ana Maria Silva", same},
		{graph.Person, "Ana Silva", "Ana Maria Silva", same},
		{graph.Person, "Ana Silva", "Ana Costa", not},
		{graph.Person, "Ana Maria Silva", "Ana Rosa Silva", not},
		{graph.Person, "Ana M. Silva", "Ana Maria Silva", ask},
		{graph.Person, "A. Silva", "Ana Silva", ask},
		{graph.Person, "Silva", "Ana Silva", not},
		{graph.Person, "Silva", "Silva", not},
		{graph.Person, "Muammar Gaddafi", "Moammar Qadhafi", ask},
		{graph.Person, "Mohamed Bouazizi", "Muhammad Bouazizi", ask},
		{graph.Person, "Karim Haddad", "Karima Haddad", not},
		{graph.Person, "John Adams Jr.", "John Adams Sr.", not},
		{graph.Person, "John Adams Jr.", "John Adams", ask},
		{graph.Person, "Bernard Lund", "Bernie Lund", ask},
		{graph.Person, "William Lund", "Bill Lund", ask},
		{graph.Person, "William Lund", "Bernie Lund", not},
		{graph.Person, "Binyamin Halevi", "Benjamin Halevi", ask},
		{graph.Person, "Shahab Uddin Khan", "Shahabuddin Khan", same},
		{graph.Person, "Abu Bakr Sheku", "Abubakar Sheku", ask},
		{graph.Person, "Abd Rahman", "Rahman Abd", ask},
		{graph.Organization, "Northwind Ltd", "Northwind", same},
		{graph.Organization, "MV Gibe", "Gibe", same},
		{graph.Organization, "United Carriers Union", "UCU", ask},
		{graph.Organization, "Northwind", "Southwind", not},
		{graph.ArmedGroup, "Islamic State", "Daesh", same},
		{graph.ArmedGroup, "Islamic State", "ISIS-K", not},
		{graph.ArmedGroup, "ISIS-K", "Islamic State Khorasan Province", same},
		{graph.ArmedGroup, "Real IRA", "IRA", not},
		{graph.ArmedGroup, "Pakistani Taliban", "Taliban", not},
	} {
		x, y := tell("x", "2020-01-01"), tell("y", "2020-01-02")
		a, b := x.actor(c.kind, c.a), y.actor(c.kind, c.b)
		r := resolved(resolve.Options{}, x, y)
		if got := verdict(r, x.member(a), y.member(b)); got != c.want {
			t.Errorf("%s and %s: %s, want %s: %s", c.a, c.b, got, c.want, r.Explain(x.member(a), y.member(b)))
		}
	}
}

// TestBranch: whatever an article may take the names for, a branch is never
// its parent, nor by way of a third article that mixes them up.
func TestBranch(t *testing.T) {
	x, y, z := tell("x", ""), tell("y", ""), tell("z", "")
	is := x.actor(graph.ArmedGroup, "Islamic State|IS|ISIS")
	isk := y.actor(graph.ArmedGroup, "Islamic State-Khorasan|ISIS-K|IS")
	mixed := z.actor(graph.ArmedGroup, "ISIS|ISIS-K|Islamic State")
	r := resolved(resolve.Options{}, x, y, z)
	expect(t, r, x.member(is), y.member(isk), graph.Different)
	if r.Cluster(z.member(mixed)) == r.Cluster(y.member(isk)) {
		t.Error("an article that mixes up the names joins branch and parent")
	}
	if j := r.Explain(x.member(is), y.member(isk)); len(j.Features) < 2 || !j.Features[1].Never {
		t.Errorf("the reason is not told: %s", j)
	}
}

// TestStated: an article that relates two actors holds them apart for all.
func TestStated(t *testing.T) {
	x, y := tell("x", ""), tell("y", "")
	branch, parent := x.actor(graph.Organization, "Northwind Media Ltd"), x.actor(graph.Organization, "Northwind Media")
	x.rel(graph.AffiliateOf, branch, parent, "")
	y.actor(graph.Organization, "Northwind Media Ltd")
	other := y.actor(graph.Organization, "Northwind Media")
	r := resolved(resolve.Options{}, x, y)
	expect(t, r, x.member(branch), y.member(other), graph.Different)
	expect(t, r, x.member(parent), y.member(other), graph.Same)
}

// TestHomonyms: one name, one record id, and yet two people.
func TestHomonyms(t *testing.T) {
	person := func(title, date, code, employer string) (*telling, resolve.Member) {
		x := tell(title, date)
		id := x.actor(graph.Person, "John Carter", country(code))
		if employer != "" {
			x.rel(graph.EmployedBy, id, x.actor(graph.Organization, employer), "")
		}
		return x, x.member(id)
	}
	a, ma := person("a", "2020-01-01", "GB", "Harbour Museum")
	b, mb := person("b", "2020-02-01", "US", "Lakeside Council")
	c, mc := person("c", "2020-03-01", "GB", "Harbour Museum")
	d, md := person("d", "2020-03-01", "", "")
	r := resolved(resolve.Options{}, a, b, c)
	expect(t, r, ma, mc, graph.Same)
	expect(t, r, ma, mb, graph.Different)
	r = resolved(resolve.Options{}, a, b, c, d)
	expect(t, r, ma, mb, graph.Different)
	expect(t, r, ma, md, graph.Unsure)
	if r.Cluster(md) == r.Cluster(mb) {
		t.Error("a bare name went to one of two")
	}
	// Alone with one of them it is no more than a name that agrees.
	r = resolved(resolve.Options{}, a, d)
	expect(t, r, ma, md, graph.Same)
	// Those named beside somebody both know are one for all that.
	for _, x := range []*telling{a, d} {
		x.actor(graph.Person, "Philippa Stone")
		x.actor(graph.Person, "Edmund Vale")
	}
	r = resolved(resolve.Options{}, a, b, d)
	expect(t, r, ma, md, graph.Same)
	expect(t, r, ma, mb, graph.Different)
}

// TestOffice: an office that stands before two names speaks for one person, and
// a courtesy does not.
func TestOffice(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want graph.Verdict
	}{
		{"Bernard Lund|Senator Bernard Lund", "Bernie Lund|Sen. Bernie Lund", graph.Same},
		{"Binyamin Halevi|Prime Minister Binyamin Halevi", "Benjamin Halevi|Prime Minister Benjamin Halevi", graph.Same},
		{"Bernard Lund|Mr. Bernard Lund", "Bernie Lund|Mr. Bernie Lund", graph.Unsure},
		{"Bernard Lund|Senator Bernard Lund", "Bernie Lund|Mayor Bernie Lund", graph.Unsure},
	} {
		x, y := tell("x", "2020-01-01"), tell("y", "2020-01-02")
		a, b := x.actor(graph.Person, c.a), y.actor(graph.Person, c.b)
		expect(t, resolved(resolve.Options{}, x, y), x.member(a), y.member(b), c.want)
	}
}

// TestSurname: a surname alone is whoever bears it in a story of the same
// people, and nobody in particular elsewhere.
func TestSurname(t *testing.T) {
	for _, c := range []struct {
		beside []string
		want   graph.Verdict
	}{
		{nil, graph.Different},
		{[]string{"Philippa Stone"}, graph.Different},
		{[]string{"Philippa Stone", "Edmund Vale"}, graph.Same},
	} {
		x, y := tell("x", "2020-01-01"), tell("y", "2020-01-02")
		a, b := x.actor(graph.Person, "Ana Silva"), y.actor(graph.Person, "Silva|Mrs. Silva")
		for _, n := range c.beside {
			x.actor(graph.Person, n)
			y.actor(graph.Person, n)
		}
		expect(t, resolved(resolve.Options{}, x, y), x.member(a), y.member(b), c.want)
	}
}

// TestFamily: of two who bear a surname neither is meant for sure by it alone.
func TestFamily(t *testing.T) {
	x := tell("x", "2020-01-01")
	wife, husband, silva := x.actor(graph.Person, "Ana Silva"), x.actor(graph.Person, "Rui Silva"), x.actor(graph.Person, "Silva")
	y := tell("y", "2020-01-02")
	other := y.actor(graph.Person, "Silva")
	for _, n := range []string{"Philippa Stone", "Edmund Vale"} {
		x.actor(graph.Person, n)
		y.actor(graph.Person, n)
	}
	r := resolved(resolve.Options{}, x, y)
	for _, full := range []string{wife, husband} {
		expect(t, r, x.member(full), x.member(silva), graph.Unsure)
		expect(t, r, x.member(full), y.member(other), graph.Unsure)
	}
}

// TestMisread: a person whom one reader took for a body is one with himself in
// a story of the same people, and a company is not its founder elsewhere.
func TestMisread(t *testing.T) {
	for _, c := range []struct {
		name   string
		beside []string
		want   graph.Verdict
	}{
		{"Darnell Powers", []string{"Philippa Stone", "Edmund Vale"}, graph.Same},
		{"Darnell Powers", nil, graph.Unsure},
		{"Powers", []string{"Philippa Stone", "Edmund Vale"}, graph.Different},
	} {
		x, y := tell("x", "2020-01-01"), tell("y", "2020-01-02")
		a, b := x.actor(graph.Person, c.name), y.actor(graph.Organization, c.name)
		for _, n := range c.beside {
			x.actor(graph.Person, n)
			y.actor(graph.Person, n)
		}
		expect(t, resolved(resolve.Options{}, x, y), x.member(a), y.member(b), c.want)
	}
}

// TestPolicy: thresholds decide, and every merge is listed with its reasons.
func TestPolicy(t *testing.T) {
	x, y := tell("x", ""), tell("y", "")
	a, b := x.actor(graph.Person, "Ana Silva"), y.actor(graph.Person, "Ana Maria Silva")
	r := resolved(resolve.Options{}, x, y)
	expect(t, r, x.member(a), y.member(b), graph.Same)
	if len(r.Merges) != 1 || len(r.Merges[0].Features) == 0 {
		t.Errorf("merges: %v", r.Merges)
	}
	r = resolved(resolve.Options{Policy: resolve.Policy{Auto: 1.5}}, x, y)
	expect(t, r, x.member(a), y.member(b), graph.Unsure)
	r = resolved(resolve.Options{Policy: resolve.Policy{Ask: true}}, x, y)
	expect(t, r, x.member(a), y.member(b), graph.Unsure)
	r = resolved(resolve.Options{Policy: resolve.Policy{Auto: 1.5, Suggest: 1.2}}, x, y)
	expect(t, r, x.member(a), y.member(b), graph.Different)
}

// TestPlaces compares two places that each stand alone in an article.
func TestPlaces(t *testing.T) {
	const same, ask, not = graph.Same, graph.Unsure, graph.Different
	for _, c := range []struct {
		kindA, kindB graph.PlaceKind
		a, b         string
		in, of       string
		want         graph.Verdict
	}{
		{graph.City, graph.City, "Vancouver", "Vancouver", "CA", "CA", same},
		{graph.City, graph.City, "Vancouver", "Vancouver", "CA", "US", not},
		{graph.City, graph.Feature, "Aden", "Gulf of Aden", "YE", "", not},
		{graph.City, graph.Facility, "Kabul", "Kabul Airport", "AF", "AF", not},
		{graph.Facility, graph.Facility, "Kabul University", "Kabul Airport", "AF", "AF", not},
		{graph.Feature, graph.Feature, "Mt. Sefton", "Mount Sefton", "NZ", "NZ", same},
		{graph.Facility, graph.Facility, "Aoraki Mount Cook National Park", "Mt Cook National Park", "NZ", "NZ", same},
		{graph.Facility, graph.Facility, "Harbour View Hotel", "View Hotel", "", "", not},
		{graph.City, graph.City, "Kharkov", "Kharkiv", "UA", "UA", ask},
	} {
		x, y := tell("x", ""), tell("y", "")
		a, b := x.place(c.kindA, c.a, c.in), y.place(c.kindB, c.b, c.of)
		r := resolved(resolve.Options{}, x, y)
		if got := verdict(r, x.member(a), y.member(b)); got != c.want {
			t.Errorf("%s and %s: %s, want %s: %s", c.a, c.b, got, c.want, r.Explain(x.member(a), y.member(b)))
		}
	}
}
