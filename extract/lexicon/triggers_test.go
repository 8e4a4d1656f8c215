package lexicon

import (
	"slices"
	"testing"

	"github.com/claimline/claimline/graph/ontology"
)

// conditions are the questions that package event can answer.
var conditions = []string{
	"obj", "noobj", "objper", "objorg", "objplace", "subj", "subjper", "subjorg", "subjplace", "subjpl", "byagent", "pass",
	"prt", "obl", "xcomp", "advcl", "ccomp", "with", "mod", "of", "ofper", "ofplace", "for", "from", "against", "by", "to",
	"det", "num", "pl", "poss", "gov", "name", "ctx", "arg", "coref",
}

func TestTriggersSpeakTheOntology(t *testing.T) {
	seen := map[string]bool{}
	for key, senses := range triggers() {
		for _, s := range senses {
			if seen[s.Row()] {
				t.Errorf("%s stands twice", s.Row())
			}
			seen[s.Row()] = true
			if err := ontology.Check(s.Type, s.Modes, s.Contexts); err != nil {
				t.Errorf("%s: %v", s.Row(), err)
			}
			for _, role := range []string{s.Agent, s.Patient} {
				if _, ok := ontology.RoleOf(role); !ok && role != "-" {
					t.Errorf("%s: unknown role %q", s.Row(), role)
				}
			}
			for _, c := range s.When {
				if !slices.Contains(conditions, c.Name) {
					t.Errorf("%s: unknown condition %q", key, c.Name)
				}
				if c.Name == "ctx" && TriggerSet("ctx_"+c.Lemmas[0]) == nil {
					t.Errorf("%s: no set ctx_%s", key, c.Lemmas[0])
				}
			}
			if s.Origin == "" {
				t.Errorf("%s has no origin", s.Row())
			}
		}
	}
	const least = 800
	if len(seen) < least {
		t.Errorf("%d triggers, want at least %d", len(seen), least)
	}
}

func TestTriggersMostConditionsFirst(t *testing.T) {
	senses := Triggers("fire", "V")
	if len(senses) < 3 || len(senses[0].When) < len(senses[len(senses)-1].When) {
		t.Errorf("senses of fire: %v", senses)
	}
	if got := Triggers("sit", "V"); got != nil {
		t.Errorf("sit evokes %v", got)
	}
}

func TestCuesSpeakTheOntology(t *testing.T) {
	for key, frames := range cues() {
		for _, c := range frames {
			if _, ok := ontology.ActOf(c.Act); !ok {
				t.Errorf("%s: unknown act %q", key, c.Act)
			}
			if c.Origin == "" {
				t.Errorf("%s has no origin", c.Row())
			}
		}
	}
}

func TestCueFrames(t *testing.T) {
	var acts []string
	for _, c := range Cues("claim", "V") {
		for _, object := range []string{"responsibility", "attack", "life"} {
			if c.Frame == "np" && c.Takes(object) {
				acts = append(acts, object+" "+c.Act)
			}
		}
	}
	slices.Sort(acts)
	if want := []string{"attack claim_responsibility", "responsibility claim_responsibility"}; !slices.Equal(acts, want) {
		t.Errorf("claim with an object: %q, want %q", acts, want)
	}
}
