package export

import (
	"cmp"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/ontology"
)

// The neutral format in which systems are scored against gold annotations:
// plain words for kinds, roles and stances, offsets in code points.
type (
	scoreDoc struct {
		Doc       string          `json:"doc"`
		Unit      string          `json:"offset_unit"`
		Actors    []scoreActor    `json:"actors"`
		Places    []scorePlace    `json:"places"`
		Events    []scoreEvent    `json:"events"`
		Claims    []scoreClaim    `json:"claims"`
		Relations []scoreRelation `json:"relations"`
	}
	scoreSpan struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Quote string `json:"quote,omitempty"`
	}
	scoreActor struct {
		ID       string      `json:"id"`
		Name     string      `json:"name"`
		Kind     string      `json:"kind"`
		Aliases  []string    `json:"aliases"`
		Mentions []scoreSpan `json:"mentions"`
	}
	scorePlace struct {
		ID      string   `json:"id"`
		Name    string   `json:"name"`
		Aliases []string `json:"aliases"`
	}
	scoreRole struct {
		Actor string `json:"actor"`
		Role  string `json:"role"`
	}
	scoreFigure struct {
		Metric string  `json:"metric"`
		Op     string  `json:"op"`
		Value  float64 `json:"value"`
	}
	scoreEvent struct {
		ID           string        `json:"id"`
		Type         string        `json:"type"`
		Label        string        `json:"label"`
		Date         *string       `json:"date"`
		Place        []string      `json:"place"`
		Participants []scoreRole   `json:"participants"`
		Quantities   []scoreFigure `json:"quantities"`
		Modality     string        `json:"modality"`
		Evidence     []scoreSpan   `json:"evidence"`
	}
	scoreClaim struct {
		ID         string        `json:"id"`
		Claimants  []string      `json:"claimants"`
		Stance     string        `json:"stance"`
		Text       string        `json:"text"`
		Date       *string       `json:"date"`
		Quantities []scoreFigure `json:"quantities"`
		About      []string      `json:"about"`
		Evidence   []scoreSpan   `json:"evidence"`
	}
	scoreRelation struct {
		Type string `json:"type"`
		From string `json:"from"`
		To   string `json:"to"`
	}
)

func writeScore(w io.Writer, doc string, g *graph.Subgraph) error {
	s := scorer{g: g, text: g.Articles[0].Text, figures: map[string][]scoreFigure{}}
	out := scoreDoc{Doc: doc, Unit: "char", Actors: []scoreActor{}, Places: []scorePlace{}, Events: []scoreEvent{}, Claims: []scoreClaim{}, Relations: []scoreRelation{}}
	for _, a := range g.Actors {
		out.Actors = append(out.Actors, scoreActor{a.ID, a.Name, kindOf(a), s.names(a), s.mentions(a.ID)})
	}
	for _, p := range g.Places {
		out.Places = append(out.Places, scorePlace{p.ID, p.Name, some(p.Aliases)})
	}
	for _, c := range inText(g.Claims) {
		out.Claims = append(out.Claims, s.claim(c))
	}
	for _, e := range g.Events {
		out.Events = append(out.Events, s.event(e))
	}
	for _, r := range g.Relationships {
		if t := s.relation(r); t != "" {
			out.Relations = append(out.Relations, scoreRelation{t, r.From, r.To})
		}
	}
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	return e.Encode(out)
}

// inText puts claims in the order of the text, and those of one passage in that of
// their figures: a whole before its parts.
func inText(claims []graph.Claim) []graph.Claim {
	at := func(c graph.Claim, role graph.EvidenceRole) int {
		for _, e := range c.Evidence {
			if e.Role == role {
				return e.Start
			}
		}
		return 0
	}
	return slices.SortedStableFunc(slices.Values(claims), func(a, b graph.Claim) int {
		return cmp.Or(cmp.Compare(at(a, graph.RoleClaim), at(b, graph.RoleClaim)), cmp.Compare(at(a, graph.RoleQuantity), at(b, graph.RoleQuantity)))
	})
}

var scoreKind = map[graph.ActorKind]string{
	graph.Person: "person", graph.Organization: "organization", graph.PublicBody: "organization", graph.MediaOutlet: "organization",
	graph.ArmedGroup: "armed_group", graph.State: "state", graph.UnnamedSource: "group", graph.Population: "nationality_group",
}

// kindOf names what an actor is as annotators do, who call a people by its nation
// and anybody else who is several a group, and one who is not named a person.
func kindOf(a graph.Actor) string {
	switch {
	case a.Kind == graph.Population && a.Context != "":
		return "group"
	case a.Kind == graph.UnnamedSource && one(a.Name):
		return "person"
	}
	return scoreKind[a.Kind]
}

// one reports whether the words for somebody unnamed are of one: "a senior
// official", "the top general in the north".
func one(description string) bool {
	words := strings.Fields(strings.ToLower(description))
	end := slices.IndexFunc(words, func(w string) bool {
		return slices.Contains([]string{"of", "in", "at", "from", "with", "for", "to", "on"}, w)
	})
	if end < 0 {
		end = len(words)
	}
	if end < 2 || !strings.HasSuffix(words[0], "'s") && !strings.HasSuffix(words[0], "’s") && !slices.Contains([]string{"a", "an", "the", "one", "his", "her", "their", "its"}, words[0]) {
		return false
	}
	head := strings.TrimRight(words[end-1], ",")
	return !strings.HasSuffix(head, "s") && !slices.Contains([]string{"people", "police", "men", "women", "children", "media", "staff", "personnel", "group", "team", "number", "family", "crew", "military", "army", "public", "press", "service", "office", "committee", "party", "company", "board", "council", "ministry", "department", "agency", "court", "government", "union", "club", "couple", "pair", "firm", "bank", "hospital", "school", "jury", "panel", "commission"}, head)
}

var scoreRelType = map[graph.RelType]string{
	graph.Leads: "leader_of", graph.OffshootOf: "affiliate_of", graph.AffiliateOf: "affiliate_of",
	graph.SpokesFor: "spokesperson_of", graph.EmployedBy: "member_of", graph.MemberOf: "member_of", graph.LocatedIn: "based_in",
	graph.RelativeOf: "relative_of",
}

// relation names a relationship as annotators do, who tell members that are
// people from parts, and where one comes from or works from its seat.
func (s *scorer) relation(r graph.Relationship) string {
	rule := ""
	if len(r.Evidence) > 0 {
		rule = r.Evidence[0].Rule
	}
	person := false
	for _, a := range s.g.Actors {
		person = person || a.ID == r.From && (a.Kind == graph.Person || a.Kind == graph.UnnamedSource || a.Kind == graph.Population)
	}
	switch {
	case r.Type == graph.MemberOf && !person:
		return "part_of"
	case r.Type == graph.LocatedIn && rule == "relation/active":
		return "active_in"
	case r.Type == graph.LocatedIn && person && rule != "relation/stays":
		return "from_place"
	}
	return scoreRelType[r.Type]
}

var scoreOp = map[graph.Comparator]string{
	graph.Exact: "eq", graph.AtLeast: "ge", graph.MoreThan: "gt", graph.UpTo: "le", graph.FewerThan: "lt",
	graph.Nearly: "lt", graph.About: "approx", graph.Between: "approx", graph.Unspecified: "approx",
}

type scorer struct {
	g       *graph.Subgraph
	text    string
	figures map[string][]scoreFigure // event → figures of claims about it
}

// scoreMetric names what a figure counts as annotators do.
func scoreMetric(q *graph.Quantity) string {
	switch {
	case q.Metric == "amount_money":
		return "amount"
	case q.Metric == "killed" && strings.EqualFold(q.Population, "children"):
		return "killed_children"
	case q.Metric == "distance" && q.Unit == "km":
		return "distance_km"
	case q.Metric == "hostages":
		return "captured"
	}
	return q.Metric
}

// spans are the passages of the given roles, counted in code points.
func (s *scorer) spans(evidence []graph.Evidence, roles ...graph.EvidenceRole) []scoreSpan {
	out := []scoreSpan{}
	for _, e := range evidence {
		if slices.Contains(roles, e.Role) {
			start := utf8.RuneCountInString(s.text[:e.Start])
			out = append(out, scoreSpan{start, start + utf8.RuneCountInString(e.Quote), e.Quote})
		}
	}
	return out
}

func (s *scorer) mentions(actor string) []scoreSpan {
	for _, r := range s.g.Relationships {
		if r.Type == graph.Mentions && r.To == actor {
			return s.spans(r.Evidence, graph.RoleMention)
		}
	}
	return []scoreSpan{}
}

// wordless are the rules by which a word refers that names and describes nobody.
var wordless = []string{"coref/pronoun", "coref/relative", "coref/reflexive"}

// names are all words for an actor but his name: annotators count
// descriptions, "the splinter group", among the aliases.
func (s *scorer) names(a graph.Actor) []string {
	out := slices.Clone(a.Aliases)
	for _, r := range s.g.Relationships {
		if r.Type != graph.Mentions || r.To != a.ID {
			continue
		}
		for _, e := range r.Evidence {
			words := strings.Join(strings.Fields(e.Quote), " ")
			if !slices.Contains(wordless, e.Rule) && words != a.Name && !slices.Contains(out, words) {
				out = append(out, words)
			}
		}
	}
	slices.Sort(out)
	return some(out)
}

func (s *scorer) claim(c graph.Claim) scoreClaim {
	out := scoreClaim{ID: c.ID, Claimants: []string{}, Stance: "asserts", Text: c.Content, Date: edtf(c.Said), Quantities: []scoreFigure{}, About: []string{},
		Evidence: s.spans(c.Evidence, graph.RoleClaim)}
	if out.Text == "" {
		out.Text = c.Text
	}
	if act, ok := ontology.ActOf(c.Act); ok {
		out.Stance = act.Stance
	}
	for _, r := range chain(s.g, c.ID) {
		out.Claimants = append(out.Claimants, r.To)
	}
	if len(out.Claimants) == 0 {
		out.Claimants = []string{"_author"}
		if c.Unattributed {
			out.Claimants[0] = "_unspecified"
		}
	}
	if q := c.Quantity; q != nil && q.Comparator != graph.Unspecified { // "dozens" is no number
		metric := scoreMetric(q)
		if metric == "present" && s.protest(c.ID) {
			metric = "participants"
		}
		out.Quantities = append(out.Quantities, scoreFigure{metric, scoreOp[q.Comparator], q.Value})
	}
	for _, r := range s.g.Relationships {
		if r.Type == graph.AboutRel && r.From == c.ID {
			out.About = append(out.About, r.To)
			s.figures[r.To] = append(s.figures[r.To], out.Quantities...)
		}
	}
	return out
}

// protest reports a claim that is about a protest: who is present takes part.
func (s *scorer) protest(claim string) bool {
	return slices.ContainsFunc(s.g.Relationships, func(r graph.Relationship) bool {
		return r.Type == graph.AboutRel && r.From == claim && slices.ContainsFunc(s.g.Events, func(e graph.Event) bool { return e.ID == r.To && e.Type == "PROTEST" })
	})
}

func (s *scorer) event(e graph.Event) scoreEvent {
	out := scoreEvent{ID: e.ID, Type: ontology.Coarse(e.Type, e.Modes, e.Contexts) + "/" + strings.ToLower(e.Type), Label: e.Label, Date: edtf(e.Time),
		Place: []string{}, Participants: []scoreRole{}, Quantities: some(s.figures[e.ID]), Modality: modality(e), Evidence: s.spans(e.Evidence, graph.RoleTrigger)}
	for _, r := range s.g.Relationships {
		switch {
		case r.From != e.ID:
		case r.Type == graph.At:
			out.Place = append(out.Place, r.To)
		case r.Type == graph.Participant:
			if p := (scoreRole{r.To, side(r.Role)}); !slices.Contains(out.Participants, p) {
				out.Participants = append(out.Participants, p) // target and killed are one side
			}
		}
	}
	return out
}

// side tells who did from who suffered.
func side(role string) string {
	if r, ok := ontology.RoleOf(role); ok && r.Side != "-" {
		return r.Side
	}
	return role
}

func modality(e graph.Event) string {
	switch {
	case e.Negated || e.Realis == graph.Denied:
		return "denied"
	case e.Realis == graph.Hypothetical:
		return "hypothetical"
	case e.Realis == graph.Future || e.Realis == graph.Planned || e.Realis == graph.Foiled:
		return "planned"
	}
	return "actual"
}

func edtf(i *graph.Interval) *string {
	if i == nil || i.EDTF == "" {
		return nil
	}
	return &i.EDTF
}

func some[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
