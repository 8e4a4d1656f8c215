package eventgold

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

// A Template is what our graph tells of one incident, in the terms of MUC-4.
type Template struct {
	Type     string
	Date     Range
	Location Location
	Persons  []string
	Bodies   []string

	Dead, Injured, Abducted *Count
}

// Templates maps what the reader made of a text to the templates of MUC-4:
//
//   - An incident is an event of type ASSAULT, x-disaster by explosion or fire, or
//     the killing or wounding of somebody, that happened or was foiled, or had been
//     planned for a day before the text; no habit, and nothing denied.
//   - It is left out when it lies in no country of the task, more than two months
//     before the text, when it is war (a battle, or what befalls soldiers or
//     fighters alone), sums up thousands of dead, or is mentioned in passing: without
//     a day and a victim, once, or late in the text.
//   - Type: mode abduct is KIDNAPPING; explosives, a suicide attack, or a word for an
//     explosion BOMBING; fire ARSON; all else, bombing from the air too, ATTACK.
//   - Date: the days of the event; on or before the day of the text where it has none,
//     or where they span more than ten.
//   - Location: the places of the event; its country, or the one that the text and
//     its date line name most.
//   - Perpetrators: agents, alleged ones too. Persons and people without a name are
//     individuals; what has a name and is no person is an organization, as is the
//     body that an individual belongs to or is described by. Fighters without one get
//     the armed group that the text names most, soldiers the forces that it does.
//   - Dead, injured, abducted: the largest figure of a claim about the event, else
//     how many take part in that role.
//   - Events of one type whose days and places do not exclude each other are one.
//
// Developed on the parts dev, tst1 and tst2. There are no fills for robbery and
// forced work stoppage.
func Templates(sub *graph.Subgraph, written time.Time) []Template {
	g := newReading(sub, written)
	var out []incident
	for _, e := range sub.Events {
		if in, ok := g.incident(e); ok {
			out = g.merge(out, in)
		}
	}
	var templates []Template
	for _, in := range out {
		if g.relevant(in) {
			templates = append(templates, g.template(in))
		}
	}
	return templates
}

func (g *reading) template(in incident) Template {
	t := Template{Type: in.kind, Date: in.days}
	if t.Date == (Range{}) {
		t.Date = Range{Last: g.written}
	}
	t.Location.Country = ofInterest[cmp.Or(g.countryOf(in), g.country)]
	for _, p := range in.places {
		if place := g.places[p]; place.Kind != graph.Country {
			t.Location.add(place.Name)
		}
	}
	dead, injured, taken := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, e := range in.events {
		for _, r := range g.roles[e.ID] {
			switch {
			case agents[r.Role]:
				t.blame(g.actors[r.To])
				g.bodiesOf(&t, r.To)
			case r.Role == "killed":
				dead[r.To] = true
			case r.Role == "injured":
				injured[r.To] = true
			case in.kind == "KIDNAPPING" && (r.Role == "victim" || r.Role == "target"):
				taken[r.To] = true
			}
		}
	}
	g.inferBody(&t, in)
	t.Dead, t.Injured = g.count(in, dead, "killed"), g.count(in, injured, "injured")
	if in.kind == "KIDNAPPING" {
		t.Abducted = g.count(in, taken, "hostages")
	}
	return t
}

// add adds a name as the task writes it: without the kind of place, and what a
// description says it lies in.
func (l *Location) add(name string) {
	name = strings.ToUpper(name)
	if i := strings.LastIndex(name, " IN "); i >= 0 {
		l.add(name[i+len(" IN "):])
		name = name[:i]
	}
	for _, kind := range []string{" DEPARTMENT", " PROVINCE", " MUNICIPALITY", " TOWN", " VILLAGE", " NEIGHBORHOOD", " CANTON"} {
		name = strings.TrimSuffix(name, kind)
	}
	for _, side := range []string{"THE ", "WESTERN ", "EASTERN ", "NORTHERN ", "SOUTHERN ", "CENTRAL ", "DOWNTOWN ", "NORTHEASTERN "} {
		name = strings.TrimPrefix(name, side)
	}
	if name != "" && !slices.Contains(l.Names, name) {
		l.Names = append(l.Names, name)
	}
}

// bodiesOf adds the organizations that a perpetrator is said to belong to, or is
// described by: "MRTA activists".
func (g *reading) bodiesOf(t *Template, id string) {
	words := strings.Fields(g.actors[id].Name)
	for _, b := range g.groups {
		member := slices.Contains(g.members[id], b.ID)
		for _, name := range append([]string{b.Name}, b.Aliases...) {
			member = member || !strings.Contains(name, " ") && slices.Contains(words, name) || strings.Contains(name, " ") && strings.Contains(g.actors[id].Name, name)
		}
		if member && b.ID != id {
			t.blame(b)
		}
	}
}

// inferBody names the organization of perpetrators without a name: the armed group
// that the text has most to say of, or the forces where soldiers did it.
func (g *reading) inferBody(t *Template, in incident) {
	if len(t.Bodies) > 0 {
		return
	}
	sector := ""
	for _, e := range in.events {
		for _, r := range g.roles[e.ID] {
			a := g.actors[r.To]
			switch name := strings.ToLower(a.Name); {
			case !agents[r.Role]:
			case a.Sector == "REB", a.Kind == graph.ArmedGroup, rebels.MatchString(name):
				sector = "REB"
			case a.Sector == "MIL", soldiers.MatchString(name):
				sector = cmp.Or(sector, "MIL")
			}
		}
	}
	best := -1
	for i, b := range g.groups {
		fits := sector == "REB" && b.Kind == graph.ArmedGroup || sector == "MIL" && b.Sector == "MIL"
		if fits && strings.ToLower(b.Name) != b.Name && b.Context == "" && (best < 0 || g.told[b.ID] > g.told[g.groups[best].ID]) {
			best = i
		}
	}
	if best >= 0 {
		t.blame(g.groups[best])
	}
}

var (
	rebels   = regexp.MustCompile(`\b(guerrilla|rebel|subversive|terrorist|insurgent|commando|extremist|militant)`)
	soldiers = regexp.MustCompile(`\b(soldier|troop|military|army|uniform|officer|colonel)`)
)

// blame adds a perpetrator.
func (t *Template) blame(a graph.Actor) {
	if a.Kind == graph.State {
		return
	}
	name := strings.ToUpper(a.Name)
	named := a.Context == "" || strings.ToLower(a.Name) != a.Name
	list := &t.Persons
	if named && a.Kind != graph.Person && a.Kind != graph.Population {
		list = &t.Bodies
	}
	if name != "" && !slices.Contains(*list, name) {
		*list = append(*list, name)
	}
}

// count is the largest figure of a metric, else the number of those in a role.
func (g *reading) count(in incident, people map[string]bool, metric string) *Count {
	var out *Count
	for _, e := range in.events {
		for _, q := range g.figures[e.ID] {
			if q.Metric == metric && q.Value >= 1 && (out == nil || int(q.Value) > out.High) {
				out = &Count{Low: int(q.Value), High: int(q.Value)}
			}
		}
	}
	if out != nil || len(people) == 0 {
		return out
	}
	out = &Count{}
	for id := range people {
		if a := g.actors[id]; a.Kind == graph.Person {
			out.Low, out.High = out.Low+1, out.High+1
		} else {
			out.Plural = true
		}
	}
	return out
}
