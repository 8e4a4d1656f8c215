//go:build ignore

package main

import (
	"slices"
	"strings"
)

// zones writes zones.tsv, the time zones of countries and, where those differ,
// of their divisions, and returns how many each of them has.
func zones() (map[string]int, error) {
	of := map[string][]string{}
	add := func(place, zone string) {
		if !slices.Contains(of[place], zone) {
			of[place] = append(of[place], zone)
		}
	}
	err := eachRow("gazetteers/geonames-cities15000.txt.gz", func(c []string) {
		add(c[8], c[17])
		add(c[8]+"."+c[10], c[17])
	})
	if err != nil {
		return nil, err
	}
	var rows []string
	count := map[string]int{}
	for place, zones := range of {
		count[place] = len(zones)
		country, _, division := strings.Cut(place, ".")
		if division && len(of[country]) == 1 || strings.HasSuffix(place, ".") {
			continue
		}
		slices.Sort(zones)
		rows = append(rows, place+"\t"+strings.Join(zones, "|"))
	}
	o := fromGeo
	o.changes = "the time zones of the settlements over 15000 people of each country and, where it has several, of each first-level division"
	return count, write("zones.tsv", o, "place zones", rows)
}
