package compare

import (
	"fmt"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// A term is one word of a content, or one name in it. Its keys are what it can
// meet: its stem, the clusters of the nodes it stands for (with @ before
// them), or both.
type term struct {
	keys     []string
	weight   float64
	actor    bool // a name of somebody
	not      bool // one of the three words before it turns it round
	but      bool // it follows "but" after something that was not so
	opposite bool // it is the contrary of a word: "unsafe" for safe
	tail     bool // it stands in a reason or a time given after the rest: "because of the strike"
}

// tails are words that begin a reason or a time.
var tails = set("because when while since after before until")

// read turns the content into terms, without what lies in skip. A name becomes
// its clusters; a description stays the words it is made of, since those of two
// articles seldom mean the same people; the word of an event can meet its stem
// or its cluster.
func read(text string, content graph.Span, inside []mention, skip []graph.Span) []term {
	var out []term
	done := 0 // names before this byte are taken
	list := tokens(content.Of(text))
	but, denied, tail := false, false, false
	for i := 0; i < len(list); i++ {
		k := list[i]
		but = but || denied && k.word == "but"
		denied = denied || negators[k.word]
		tail = tail || i > 1 && tails[k.word]
		at := graph.Span{Start: content.Start + k.start, End: content.Start + k.end}
		if at.Start < done || slices.ContainsFunc(skip, at.Overlaps) || i+1 < len(list) && contraries[k.word+list[i+1].word] != "" {
			continue
		}
		keys, end := nodesAt(inside, at)
		if end > 0 {
			done = end
			out = append(out, term{keys: keys, weight: 1, actor: someone(keys), not: turnedAt(list, i), but: but, tail: tail})
			continue
		}
		if n, two := numberAt(list[i:]); n != "" {
			k.word = n
			if two {
				i++
			}
		} else {
			k.word = phrase(list, i)
		}
		word, opposite := contraryAt(list, i)
		if opposite {
			k.word = word
		}
		w := weight(k.word)
		if i > 0 && months[list[i-1].word] && isDigit(k.word[0]) {
			w = 0.5 // the day of a date
		}
		if w > 0 || len(keys) > 0 {
			out = append(out, term{keys: append(keys, stem(k.word)), weight: max(w, 0.5), not: turnedAt(list, i) != opposite, opposite: opposite, but: but, tail: tail})
		}
	}
	return distinct(out)
}

// nodesAt are the keys of the events and names at a word; end is where a name
// ends, 0 for none.
func nodesAt(inside []mention, at graph.Span) (keys []string, end int) {
	for _, m := range inside {
		switch {
		case m.kind == graph.KindEvent && m.Contains(at):
			keys = append(keys, "@"+m.cluster)
		case m.kind != graph.KindEvent && !m.bare && m.Start <= at.Start && at.Start < m.End:
			keys = append(keys, "@"+m.cluster)
			end = max(end, m.End)
		}
	}
	return keys, end
}

var (
	months = set(`january february march april may june july august september october november december jan feb mar apr jun jul aug sept oct
		nov dec`)
	negators = set("not never t no without neither nor nobody unable failed refused denied")
)

func turnedAt(list []token, i int) bool {
	return slices.ContainsFunc(list[max(0, i-3):i], func(k token) bool { return negators[k.word] })
}

// someone reports keys of an actor that is no land as well.
func someone(keys []string) bool {
	actor := false
	for _, k := range keys {
		switch graph.KindOf(k[1:]) {
		case graph.KindActor:
			actor = true
		case graph.KindPlace:
			return false
		}
	}
	return actor
}

// numberAt reads a number in words, "three" or "twenty-three"; two is set when
// it took two words.
func numberAt(list []token) (digits string, two bool) {
	n, ok := numberWords[list[0].word]
	if !ok || len(n) != 2 || n[1] != '0' || n == "10" || len(list) == 1 || list[1].start-list[0].end > 1 {
		return n, false
	}
	if unit, ok := numberWords[list[1].word]; ok && len(unit) == 1 && unit != "0" {
		return n[:1] + unit, true
	}
	return n, false
}

// distinct drops terms that only repeat earlier ones.
func distinct(terms []term) []term {
	seen := map[string]bool{}
	var out []term
	for _, t := range terms {
		id := strings.Join(t.keys, " ")
		if !seen[id] {
			seen[id] = true
			out = append(out, t)
		}
	}
	return out
}

// A likeness is how much two contents have in common.
type likeness struct {
	shared   float64 // weight of the terms that meet
	covered  float64 // shared, as a part of the lighter content
	both     float64 // shared, as a part of both (Dice)
	words    []string
	names    int // nodes that meet, each once
	event    bool
	alone    [2]int // actors that only the one or the other names
	turned   int    // words that meet, of which only one is turned round
	nots     int    // words that meet, both turned round
	opposite int    // those turned round of which one is a contrary
}

// matches is how many things meet.
func (l likeness) matches() int { return l.names + len(l.words) }

// String names what two contents share.
func (l likeness) String() string {
	var shared []string
	switch l.names {
	case 0:
	case 1:
		shared = []string{"a name"}
	default:
		shared = []string{fmt.Sprintf("%d names", l.names)}
	}
	if len(l.words) > 0 {
		shared = append(shared, "the words "+strings.Join(l.words, ", "))
	}
	return fmt.Sprintf("%s in common, %.0f percent of the shorter", strings.Join(shared, " and "), 100*l.covered)
}

// alikeness pairs the terms of two contents off, each once, and each node
// once.
func alikeness(a, b []term) likeness {
	var l likeness
	wa, wb := 0.0, 0.0
	at := map[string][]int{}
	for j, t := range b {
		wb += t.weight
		for _, k := range t.keys {
			at[k] = append(at[k], j)
		}
	}
	used, met := make([]bool, len(b)), map[string]bool{}
	for _, t := range a {
		wa += t.weight
		k, j := meet(t, at, used, met)
		if j < 0 {
			l.alone[0] += one(t.actor)
			continue
		}
		used[j] = true
		l.turned += one(t.not != b[j].not)
		l.opposite += one(t.not != b[j].not && t.opposite != b[j].opposite)
		l.nots += one(t.not && b[j].not)
		l.shared += min(t.weight, b[j].weight)
		if !strings.HasPrefix(k, "@") {
			l.words = append(l.words, k)
			continue
		}
		met[k] = true
		l.names++
		l.event = l.event || graph.KindOf(k[1:]) == graph.KindEvent
	}
	for j, t := range b {
		l.alone[1] += one(t.actor && !used[j])
	}
	if wa > 0 && wb > 0 {
		l.covered = min(1, l.shared/min(wa, wb))
		l.both = 2 * l.shared / (wa + wb)
	}
	return l
}

func one(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

// meet finds the first unused term that t can meet and by what.
func meet(t term, at map[string][]int, used []bool, met map[string]bool) (string, int) {
	for _, k := range t.keys {
		for _, j := range at[k] {
			if !used[j] && !met[k] {
				return k, j
			}
		}
	}
	return "", -1
}
