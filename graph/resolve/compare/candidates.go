package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A pair is two accounts that have something in common, a before b by id.
type pair struct{ a, b *account }

// The most claims that a key may hold before it says too little: a node or a
// word that stands in more of them pairs each with its neighbours only. Beyond
// them the order of dates decides, so that the pairs stay a function of the set.
const (
	manyOfEvent = 200
	manyOfWords = 24
	neighbours  = 40
)

// candidates are the pairs worth comparing: claims about one event, of one
// article that answer each other, that foretell one thing, or that have two
// rare words in common.
func (s *Set) candidates() []pair {
	groups := map[string][]*account{}
	for _, a := range s.accounts {
		for _, e := range a.events {
			groups["event "+e] = append(groups["event "+e], a)
		}
		if a.refers != nil {
			key := "answer " + a.claim.ID
			groups[key] = []*account{a, a.refers}
		}
		if who, _ := s.winner(a); who != "" {
			groups["contest "+a.article.ID] = append(groups["contest "+a.article.ID], a)
		}
		for _, k := range s.targetKeys(a) {
			groups["target "+k] = append(groups["target "+k], a)
		}
	}
	s.byNumber(groups)
	s.byNoun(groups)
	s.byRestated(groups)
	s.byDenial(groups)
	seen := map[pair]bool{}
	for key, list := range groups {
		pairUp(seen, list, manyOfEvent, !strings.HasPrefix(key, "answer "))
	}
	s.byWords(seen)
	out := make([]pair, 0, len(seen))
	for p := range seen {
		out = append(out, p)
	}
	slices.SortFunc(out, func(p, q pair) int {
		return cmp.Or(cmp.Compare(p.a.claim.ID, q.a.claim.ID), cmp.Compare(p.b.claim.ID, q.b.claim.ID))
	})
	return out
}

// byNumber groups counts of one number and of one type of event, where they are
// few enough to say something.
func (s *Set) byNumber(groups map[string][]*account) {
	index := map[string][]*account{}
	for _, a := range s.accounts {
		h, q := s.events[a.main()], a.claim.Quantity
		if q == nil || h == nil || q.Unit != "person" || q.Value < telling {
			continue
		}
		key := "number " + strconv.FormatFloat(q.Value, 'f', -1, 64) + " " + h.records[0].Type
		index[key] = append(index[key], a)
	}
	for key, list := range index {
		if len(list) <= manyOfWords {
			groups[key] = list
		}
	}
}

// byNoun groups a figure with the one before it whose noun it takes up.
func (s *Set) byNoun(groups map[string][]*account) {
	for _, list := range s.figured {
		for _, x := range list {
			for _, y := range list {
				if x != y && takesUp(x, y) {
					groups["answer "+y.claim.ID+" "+x.claim.ID] = []*account{x, y}
				}
			}
		}
	}
}

// byDenial groups what somebody says is not so with what is said shortly before
// it or next to it, and with what the same person is said to admit.
func (s *Set) byDenial(groups map[string][]*account) {
	before := map[string][]*account{}
	for _, a := range s.accounts {
		before[a.article.ID] = append(before[a.article.ID], a)
	}
	for _, a := range s.accounts {
		h, ok := a.source()
		if !ok {
			continue
		}
		if admits := a.claim.Act == "admit" || a.claim.Act == "acknowledge"; admits || turned(a) {
			key := "admits " + h.actor + " " + a.verb()
			groups[key] = append(groups[key], a)
		}
		if a.sign != negative {
			continue
		}
		for _, b := range before[a.article.ID] {
			if turned(a) && near(b, a) || beyond(a, b) <= closeBy {
				groups["answer "+a.claim.ID+" "+b.claim.ID] = []*account{a, b}
			}
		}
	}
}

// beyond is how many bytes stand between two accounts of one article.
func beyond(a, b *account) int { return max(a.span.Start-b.span.End, b.span.Start-a.span.End) }

// pairUp adds all pairs of a list, or, of a long one, each with those next to
// it in time.
func pairUp(seen map[pair]bool, list []*account, most int, cut bool) {
	window := len(list)
	if cut && len(list) > most {
		list = slices.Clone(list)
		slices.SortFunc(list, byTime)
		window = neighbours
	}
	for i, a := range list {
		for _, b := range list[i+1 : min(len(list), i+1+window)] {
			add(seen, a, b)
		}
	}
}

func add(seen map[pair]bool, a, b *account) {
	switch cmp.Compare(a.claim.ID, b.claim.ID) {
	case -1:
		seen[pair{a, b}] = true
	case 1:
		seen[pair{b, a}] = true
	}
}

// byTime orders accounts by when they hold, undated ones last, then by id.
func byTime(a, b *account) int {
	ka, kb := a.at.Known() && !a.at.Earliest.IsZero(), b.at.Known() && !b.at.Earliest.IsZero()
	switch {
	case ka && kb:
		return cmp.Or(a.at.Earliest.Compare(b.at.Earliest), a.at.Latest.Compare(b.at.Latest), cmp.Compare(a.claim.ID, b.claim.ID))
	case ka:
		return -1
	case kb:
		return 1
	}
	return cmp.Compare(a.claim.ID, b.claim.ID)
}

// byWords adds pairs of claims that share two words or names of which few
// claims speak.
func (s *Set) byWords(seen map[pair]bool) {
	index := map[string][]*account{}
	for _, a := range s.accounts {
		keys := map[string]bool{}
		for _, t := range a.terms {
			if t.weight < 1 {
				continue
			}
			for _, k := range t.keys {
				keys[k] = true
			}
		}
		for k := range keys {
			index[k] = append(index[k], a)
		}
	}
	count := map[pair]int{}
	for _, list := range index {
		if len(list) > manyOfWords {
			continue
		}
		for i, a := range list {
			for _, b := range list[i+1:] {
				p := pair{a, b}
				if b.claim.ID < a.claim.ID {
					p = pair{b, a}
				}
				count[p]++
			}
		}
	}
	for p, n := range count {
		if n >= 2 {
			seen[p] = true
		}
	}
}
