package graph

// ActorKind says what sort of actor it is.
type ActorKind string

// The kinds of actor. PublicBody is a ministry, court, police force or army;
// State a country or its government; Population a nationality or other
// unorganized group of people; UnnamedSource somebody a text does not name.
const (
	Person        ActorKind = "person"
	Organization  ActorKind = "organization"
	PublicBody    ActorKind = "public_body"
	ArmedGroup    ActorKind = "armed_group"
	MediaOutlet   ActorKind = "media_outlet"
	UnnamedSource ActorKind = "unnamed_source"
	State         ActorKind = "state"
	Population    ActorKind = "population"
)

// ActorKinds lists all kinds of actor.
var ActorKinds = []ActorKind{Person, Organization, PublicBody, ArmedGroup, MediaOutlet, UnnamedSource, State, Population}

// An Actor is a signature: a kind and a name, and, where the name says too
// little, a context. All articles of a collection that yield one signature
// share one Actor; whether two signatures are one actor is a Judgement.
type Actor struct {
	ID         string    `json:"id"`
	Collection string    `json:"collection"`
	Kind       ActorKind `json:"kind"`
	Name       string    `json:"name"`
	// Context keeps apart what one name would join. For an unnamed source or
	// a bare description it is the id of the article.
	Context string `json:"context,omitempty"`
	// Aliases are the other forms that texts use, sorted. Which text uses
	// which stands in the evidence of MENTIONS.
	Aliases []string `json:"aliases,omitempty"`
	Country string   `json:"country,omitempty"` // ISO 3166-1 alpha-2
	Sector  string   `json:"sector,omitempty"`  // PLOVER sector code, such as GOV, MIL, REB
}

// Identify fills Collection, when empty, and ID.
func (a *Actor) Identify() {
	if a.Collection == "" {
		a.Collection = DefaultCollection
	}
	a.ID = NewID(KindActor, a.Collection, string(a.Kind), Fold(a.Name), a.Context)
}

// Join returns what two articles together know of one signature.
func (a Actor) Join(b Actor) Actor {
	names := union(append([]string{a.Name}, a.Aliases...), append([]string{b.Name}, b.Aliases...))
	a.Name = least(a.Name, b.Name)
	a.Aliases = without(names, a.Name)
	a.Country = least(a.Country, b.Country)
	a.Sector = least(a.Sector, b.Sector)
	return a
}

// RecordID and RecordKind make Actor a Record.
func (a Actor) RecordID() string { return a.ID }
func (a Actor) RecordKind() Kind { return KindActor }

func without(set []string, drop string) []string {
	var out []string
	for _, s := range set {
		if s != drop {
			out = append(out, s)
		}
	}
	return out
}
