package lexicon

import (
	"strings"
	"testing"
	"time"
)

func TestZones(t *testing.T) {
	for _, c := range []struct{ name, country, want string }{
		{"Paris", "FR", "Europe/Paris"},
		{"Texas", "US", "America/Chicago America/Denver"},
		{"Houston", "US", "America/Chicago"},
		{"El Paso", "US", "America/Denver"},
		{"Novosibirsk", "RU", "Asia/Novosibirsk"},
		{"a village that no table has", "JP", "Asia/Tokyo"},
		{"a village that no table has", "", ""},
	} {
		if got := strings.Join(Zones(c.name, c.country, nil, nil), " "); got != c.want {
			t.Errorf("%s in %s lies in %q, want %q", c.name, c.country, got, c.want)
		}
	}
	paris := Zones("Paris", "US", nil, nil)
	if strings.Join(paris, "") == "Europe/Paris" {
		t.Error("Paris in the United States lies in Europe")
	}
}

// TestZonesExist looks for zones that the tz database does not have.
func TestZonesExist(t *testing.T) {
	names := map[string]bool{}
	for _, row := range mustTable("zones.tsv").rows {
		for _, zone := range list(row[1]) {
			names[zone] = true
		}
	}
	for _, row := range mustTable("cities.tsv.gz").rows {
		if row[8] != "" {
			names[row[8]] = true
		}
	}
	for name := range names {
		if _, err := time.LoadLocation(name); err != nil {
			t.Errorf("%v", err)
		}
	}
}
