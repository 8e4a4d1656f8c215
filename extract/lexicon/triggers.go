package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// A Trigger is a word that evokes an event, in one sense.
type Trigger struct {
	Lemma string
	POS   string // V, N or A, a predicate
	// When must all hold of the word in its sentence.
	When     []Condition
	Type     string // of package graph/ontology, as are Modes and Contexts
	Modes    []string
	Contexts []string
	// Agent is the role of who does it, Patient of whom it is done to. An
	// Agent of "-" says that the subject undergoes it: "the bridge collapsed".
	Agent   string
	Patient string
	Origin  string // where the word is attested as one of its kind
}

// Row names the row of the table, such as "fire.V[prt:off]".
func (t Trigger) Row() string {
	var when []string
	for _, c := range t.When {
		when = append(when, c.String())
	}
	return t.Lemma + "." + t.POS + "[" + strings.Join(when, " ") + "]"
}

// A Condition is a question about a word in its tree. What Name asks is for
// package event to answer; Lemmas are the answers that count, any when empty.
type Condition struct {
	Not    bool
	Name   string
	Lemmas []string
	source string
}

func (c Condition) String() string { return c.source }

// Any reports whether lemma is among the lemmas of c, or c asks for none.
func (c Condition) Any(lemma string) bool {
	return len(c.Lemmas) == 0 || slices.Contains(c.Lemmas, lemma)
}

// triggerFiles are the tables of triggers, by the topics of news.
var triggerFiles = []string{
	"triggers_business.tsv", "triggers_communication.tsv", "triggers_conflict.tsv", "triggers_disaster.tsv",
	"triggers_humanitarian.tsv", "triggers_legal.tsv", "triggers_life.tsv", "triggers_military.tsv",
	"triggers_movement.tsv", "triggers_organisation.tsv", "triggers_political.tsv", "triggers_protest.tsv",
	"triggers_science.tsv", "triggers_sport.tsv",
}

// Triggers returns the senses of a lemma, the ones with most conditions
// first. The first whose conditions hold is meant.
func Triggers(lemma, pos string) []Trigger { return triggers()[lemma+"."+pos] }

// TriggerSet returns the lemmas of a named set.
func TriggerSet(name string) []string { return triggerSets()[name] }

var triggerSets = sync.OnceValue(func() map[string][]string {
	sets := map[string][]string{}
	for _, row := range mustTable("triggers_sets.tsv").rows {
		sets[row[0]] = list(row[1])
	}
	return sets
})

var triggers = sync.OnceValue(func() map[string][]Trigger {
	out := map[string][]Trigger{}
	for _, name := range triggerFiles {
		for _, row := range mustTable(name).rows {
			t, err := newTrigger(row)
			if err != nil {
				panic(fmt.Errorf("lexicon: %s: %w", name, err))
			}
			key := t.Lemma + "." + t.POS
			out[key] = append(out[key], t)
		}
	}
	for _, senses := range out {
		slices.SortStableFunc(senses, func(a, b Trigger) int { return len(b.When) - len(a.When) })
	}
	return out
})

func newTrigger(row []string) (Trigger, error) {
	t := Trigger{Lemma: row[0], POS: row[1], Type: row[3], Modes: list(row[4]), Contexts: list(row[5]), Origin: row[7]}
	t.Agent, t.Patient, _ = strings.Cut(row[6], "/")
	for _, when := range strings.Fields(row[2]) {
		c, err := newCondition(when)
		if err != nil {
			return t, err
		}
		t.When = append(t.When, c)
	}
	return t, nil
}

// newCondition reads "name", "name:a|b", "name:@set" or any of them after "!".
func newCondition(source string) (Condition, error) {
	c := Condition{source: source}
	rest, not := strings.CutPrefix(source, "!")
	name, values, _ := strings.Cut(rest, ":")
	c.Not, c.Name = not, name
	for _, v := range list(values) {
		set, isSet := strings.CutPrefix(v, "@")
		switch {
		case !isSet:
			c.Lemmas = append(c.Lemmas, v)
		case triggerSets()[set] == nil:
			return c, fmt.Errorf("condition %q names no set", source)
		default:
			c.Lemmas = append(c.Lemmas, triggerSets()[set]...)
		}
	}
	return c, nil
}
