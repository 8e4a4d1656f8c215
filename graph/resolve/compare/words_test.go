package compare

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestStem(t *testing.T) {
	for _, same := range []string{
		"gunshot gunshots", "fire fired firing fires", "warn warned warning warnings", "city cities", "stop stopped stopping",
		"place placed placing places", "attack attacks attacked attacking", "gather gathering gatherings", "kill killed killing kills", "injure injured injuring",
	} {
		words := strings.Fields(same)
		for _, w := range words[1:] {
			if stem(w) != stem(words[0]) {
				t.Errorf("stem(%s) = %q, stem(%s) = %q", w, stem(w), words[0], stem(words[0]))
			}
		}
	}
	for _, apart := range []string{"protest protein", "press pres", "being be"} {
		words := strings.Fields(apart)
		if stem(words[0]) == stem(words[1]) {
			t.Errorf("%s: one stem %q", apart, stem(words[0]))
		}
	}
}

func TestTokens(t *testing.T) {
	var got []string
	for _, k := range tokens("“At least 1,200 people (4.5 percent)”, Putin’s aide said.") {
		got = append(got, k.word)
	}
	if want := "at least 1200 people 4.5 percent putin s aide said"; strings.Join(got, " ") != want {
		t.Errorf("tokens: %q, want %q", strings.Join(got, " "), want)
	}
}

func TestTokensLieInText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`([a-z]{1,4} ){1,9}`)).Draw(t, "text")
		last := 0
		for _, k := range tokens(text) {
			if k.start < last || k.end <= k.start || k.end > len(text) {
				t.Fatalf("token %+v of %q", k, text)
			}
			if stem(k.word) == "" {
				t.Fatalf("token %+v of %q has no stem", k, text)
			}
			last = k.end
		}
	})
}
