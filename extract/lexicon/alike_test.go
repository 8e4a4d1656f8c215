package lexicon

import "testing"

// TestNamesOfOtherTimes wants no name that a city once had, and that is now another
// place's, and those that are still met.
func TestNamesOfOtherTimes(t *testing.T) {
	for form, not := range map[string]string{"Falmouth": "Portland", "Philadelphia": "Amman", "Central": "Davao", "Basilan": "Isabel", "White House": "Casablanca"} {
		for _, n := range Named(form) {
			if n.Name == not {
				t.Errorf("%s is %s", form, not)
			}
		}
	}
	for form, name := range map[string]string{"Leningrad": "Saint Petersburg", "Cologne": "Cologne", "Saigon": "Ho Chi Minh City", "Peking": "Beijing", "Hull": "Hull"} {
		found := false
		for _, n := range Named(form) {
			found = found || n.Name == name
		}
		if !found {
			t.Errorf("%s is not %s", form, name)
		}
	}
}
