package lexicon

import "sync"

// zoneTable is the rows of zones.tsv: a country or division → its time zones.
var zoneTable = sync.OnceValue(func() map[string][]string {
	of := map[string][]string{}
	for _, row := range mustTable("zones.tsv").rows {
		of[row[0]] = list(row[1])
	}
	return of
})

// Zones are the time zones that a place may lie in, by their names in the tz
// database: one for most cities, all of the country for a place that is known by
// its country (ISO 3166-1 alpha-2) alone, none for what lies in no known country.
// Latitude and longitude tell namesakes apart, nil where they are not known.
func Zones(name, country string, lat, lon *float64) []string {
	for _, n := range Named(name) {
		if n.Place == "" || n.Country != country || !sameDegrees(n.Lat, lat) || !sameDegrees(n.Lon, lon) {
			continue
		}
		return n.Zones()
	}
	return zoneTable()[country]
}

func sameDegrees(a, b *float64) bool {
	return b == nil || a != nil && *a == *b
}

// Zones are the time zones that the place n may lie in, see [Zones].
func (n *Name) Zones() []string {
	if n.Zone != "" {
		return []string{n.Zone}
	}
	if of := zoneTable()[n.Division]; len(of) > 0 {
		return of
	}
	return zoneTable()[n.Country]
}
