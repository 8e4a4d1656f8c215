package lexicon

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

func tokens(text string) []doc.Token {
	var out []doc.Token
	at := 0
	for _, w := range strings.Fields(text) {
		glued := strings.HasPrefix(w, "_")
		w = strings.TrimPrefix(w, "_")
		if !glued && at > 0 {
			at++
		}
		out = append(out, doc.Token{Text: w, Span: graph.Span{Start: at, End: at + len(w)}})
		at += len(w)
	}
	return out
}

func TestLongest(t *testing.T) {
	// An underscore marks a token without a space before it.
	for text, want := range map[string]string{
		"ISIS _- _K fighters":                  "3 Islamic State-Khorasan",
		"ISIS _, which":                        "1 Islamic State",
		"Islamic State _- _Khorasan _,":        "4 Islamic State-Khorasan",
		"Islamic State of Iraq and the Levant": "7 Islamic State",
		"IS leaders":                           "1 Islamic State",
		"Is he here":                           "0 ",
		"us all":                               "0 ",
		"US _'s role":                          "1 United States",
		"U.S. forces":                          "1 United States adjective",
		"al _- _Shabaab said":                  "3 al-Shabaab",
		"Al-Shabaab said":                      "1 al-Shabaab",
		"People _'s Liberation Army":           "4 People's Liberation Army",
		"Washington _, D.C. _,":                "3 Washington",
		"Russians fled":                        "1 Russia plural",
		"Muslim clerics":                       "1 Muslims adjective",
		"Côte d’Ivoire _.":                     "2 Ivory Coast",
		"Kiev _.":                              "1 Kyiv",
		"security council members":             "0 ",
		"Security Council members":             "2 UN Security Council",
		"Paris fell":                           "1 Paris",
		"Georgia _.":                           "1 Georgia",
		"The Guardian reported":                "2 The Guardian",
		"Reuters":                              "1 Reuters",
		"Ms Zelle":                             "0 ",
	} {
		ts := tokens(text)
		n, senses := Longest(ts, 0, len(ts))
		got := "0 "
		for i, s := range senses {
			if i == 0 || strings.HasSuffix(want, string(s.Form)) && s.Form != Proper {
				got = string(rune('0'+n)) + " " + strings.TrimSpace(s.Name+" "+string(s.Form))
			}
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, s := range []string{"", "U.S.", "al-Qa'ida", "Côte d'Ivoire", " Deir ez-Zor ", "-", "People's Army", "A  B", "M23", "a_b"} {
		if got, want := fold(s), graph.Fold(s); strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") {
			t.Errorf("fold(%q) is %q, want %q", s, got, want)
		}
	}
}

func TestSenses(t *testing.T) {
	georgia := Named("Georgia")
	if len(georgia) < 2 || georgia[0].Country != "GE" || georgia[1].Division != "US.GA" {
		t.Errorf("Georgia is %+v", georgia)
	}
	if k := Named("Kabul")[0]; k.Lat == nil || *k.Lat < 34 || *k.Lat > 35 || !k.Capital || k.Country != "AF" {
		t.Errorf("Kabul is %+v", k)
	}
	if k := Named("al Qaeda in Iraq"); len(k) == 0 || k[0].Parent != "al-Qaeda" {
		t.Errorf("al Qaeda in Iraq is %v", k)
	}
	if k := Named("ISKP")[0]; k.Parent != "Islamic State" || k.Relation != "offshoot_of" || k.Actor != graph.ArmedGroup {
		t.Errorf("ISKP is %+v", k)
	}
}

func TestWords(t *testing.T) {
	if n, ok := NounOf("spokeswoman"); !ok || !n.Person() || !n.Speaks {
		t.Errorf("spokeswoman is %+v", n)
	}
	if n, ok := NounOf("geophysicist"); !ok || !n.Person() {
		t.Errorf("geophysicist, of WordNet, is %+v", n)
	}
	if n, ok := NounOf("embassy"); !ok || n.Kind() != NounKind(graph.PublicBody) || !n.Is(NounKind(graph.Facility)) {
		t.Errorf("embassy is %+v", n)
	}
	if _, ok := NounOf("sadness"); ok {
		t.Error("sadness is somebody")
	}
	if x, ok := TitleOf("Lt."); !ok || x.Sector != "MIL" {
		t.Errorf("Lt. is %+v", x)
	}
	if h, ok := HeadOf("Ltd."); !ok || h.Kind != NounKind(graph.Organization) {
		t.Errorf("Ltd. is %+v", h)
	}
	if g, ok := Given("Maria"); !ok || g != "f" {
		t.Errorf("Maria is %q, %t", g, ok)
	}
	if !Surname("Garcia") || Surname("Table") {
		t.Error("surnames are wrong")
	}
}

// keys says how many leading columns identify a row; files not named have one.
var keys = map[string]int{"country_forms.tsv": 3, "cities.tsv.gz": 5, "city_forms.tsv": 3, "divisions.tsv.gz": 2}

func TestTables(t *testing.T) {
	all, err := fs.Glob(files, "*.tsv*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range all {
		tab, err := readTable(name)
		if err != nil {
			t.Error(err)
			continue
		}
		if len(tab.rows) == 0 {
			t.Errorf("%s is empty", name)
		}
		if strings.HasPrefix(name, "triggers_") || strings.HasPrefix(name, "cue") {
			continue // their own test knows their keys
		}
		seen := map[string]bool{}
		for _, row := range tab.rows {
			key := strings.Join(row[:max(keys[name], 1)], "\t")
			if seen[key] {
				t.Errorf("%s: %q occurs twice", name, key)
			}
			seen[key] = true
			if row[0] == "" {
				t.Errorf("%s: a row without a key: %q", name, row)
			}
		}
	}
}

// TestHeads looks for aliases and parents that no row of their table heads,
// and for kinds that do not exist.
func TestHeads(t *testing.T) {
	groups := map[string]bool{}
	for _, row := range mustTable("groups.tsv").rows {
		groups[row[0]] = true
	}
	for _, row := range mustTable("groups.tsv").rows {
		if row[3] != "" && !groups[row[3]] {
			t.Errorf("groups.tsv: %s has the parent %s, which has no row", row[0], row[3])
		}
		if (row[3] == "") != (row[4] == "") {
			t.Errorf("groups.tsv: %s has a parent or a relation without the other", row[0])
		}
	}
	cities, countries := map[string]bool{}, map[string]bool{}
	for _, row := range mustTable("cities.tsv.gz").rows {
		cities[row[0]+"|"+row[1]] = true
		if degrees(row[3]) == nil || degrees(row[4]) == nil {
			t.Errorf("cities.tsv.gz: %s has no coordinates", row[0])
		}
	}
	for _, row := range mustTable("countries.tsv").rows {
		countries[row[0]] = true
	}
	for _, row := range mustTable("city_forms.tsv").rows {
		if !cities[row[1]+"|"+row[2]] {
			t.Errorf("city_forms.tsv: %s is an alias of %s in %s, which has no row", row[0], row[1], row[2])
		}
	}
	for _, row := range mustTable("country_forms.tsv").rows {
		if !countries[row[0]] {
			t.Errorf("country_forms.tsv: %s has no row in countries.tsv", row[0])
		}
	}
	known := map[string]bool{string(Vehicle): true, "none": true}
	for _, k := range graph.ActorKinds {
		known[string(k)] = true
	}
	for _, k := range graph.PlaceKinds {
		known[string(k)] = true
	}
	for name, column := range map[string]int{"nouns.tsv": 1, "heads.tsv": 1, "organizations.tsv": 1, "regions.tsv": 1} {
		for _, row := range mustTable(name).rows {
			for _, k := range list(row[column]) {
				if !known[k] {
					t.Errorf("%s: %s is of the unknown kind %q", name, row[0], k)
				}
			}
		}
	}
}
