package graph

// PlaceKind says how large a place is.
type PlaceKind string

// The kinds of place.
const (
	Country  PlaceKind = "country"
	Region   PlaceKind = "region" // a state, province, or an area across borders
	City     PlaceKind = "city"   // any settlement
	Facility PlaceKind = "facility"
	Feature  PlaceKind = "feature" // a river, sea, mountain
)

// PlaceKinds lists all kinds of place.
var PlaceKinds = []PlaceKind{Country, Region, City, Facility, Feature}

// A Place is a signature, as an Actor is: a kind, a name and a context.
// Coordinates come from the gazetteer and are absent when it does not know
// the name.
type Place struct {
	ID         string    `json:"id"`
	Collection string    `json:"collection"`
	Kind       PlaceKind `json:"kind"`
	Name       string    `json:"name"`
	Context    string    `json:"context,omitempty"` // country code where the name needs one
	Aliases    []string  `json:"aliases,omitempty"`
	Country    string    `json:"country,omitempty"` // ISO 3166-1 alpha-2
	Lat        *float64  `json:"lat,omitempty"`     // degrees north, WGS 84
	Lon        *float64  `json:"lon,omitempty"`     // degrees east, WGS 84
}

// Identify fills Collection, when empty, and ID.
func (p *Place) Identify() {
	if p.Collection == "" {
		p.Collection = DefaultCollection
	}
	p.ID = NewID(KindPlace, p.Collection, string(p.Kind), Fold(p.Name), p.Context)
}

// Join returns what two articles together know of one signature.
func (p Place) Join(q Place) Place {
	names := union(append([]string{p.Name}, p.Aliases...), append([]string{q.Name}, q.Aliases...))
	p.Name = least(p.Name, q.Name)
	p.Aliases = without(names, p.Name)
	p.Country = least(p.Country, q.Country)
	// The pair is chosen as one, so that a join never mixes two points.
	if p.Lat == nil || p.Lon == nil || (q.Lat != nil && q.Lon != nil && (*q.Lat < *p.Lat || (*q.Lat == *p.Lat && *q.Lon < *p.Lon))) {
		p.Lat, p.Lon = q.Lat, q.Lon
	}
	return p
}

// RecordID and RecordKind make Place a Record.
func (p Place) RecordID() string { return p.ID }
func (p Place) RecordKind() Kind { return KindPlace }
