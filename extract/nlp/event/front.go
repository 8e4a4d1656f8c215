package event

import "github.com/claimline/claimline/extract/nlp/doc"

// front is the date that opens the sentence of e and holds for all of it: "On
// Friday evening, masked men …", unless it is when something was said.
func (f *finder) front(e *candidate) int {
	const opening = 4 // words
	sent := f.d.Sentences[e.sent]
	for i := sent.First; i < sent.Last && i <= sent.First+opening; i++ {
		x := f.timex[i]
		if x == doc.None || !f.dates(x) {
			continue
		}
		if f.dayLong(x) && f.setApart(e.Token) && !f.recalled(e.Token, x) {
			return doc.None
		}
		end := f.d.Timexes[x].Last
		if end+2 >= sent.Last || f.tree.Token(end).Text != "," && f.tree.Token(end+1).Text != "," && f.tree.Token(end+2).Text != "," {
			return doc.None
		}
		if f.inClause(i) || f.beforeMain(e.Token) || f.underSaying(e.Token) && !f.pastPerfect(e.Token) && (e.light == doc.None || !f.pastPerfect(e.light)) && (f.dayLong(x) || !f.episode(e.Token)) || f.tree.Is(e.Token, "acl:relcl") {
			return doc.None
		}
		return x
	}
	return doc.None
}

// recalled reports whether i is what somebody was blamed for in a look back that
// gives date x in full, which is then the date of both.
func (f *finder) recalled(i, x int) bool {
	h := f.tree.Token(i).Head
	if h < 0 || f.d.Timexes[x].Anchor != nil {
		return false
	}
	switch f.tree.Lemma(h) {
	case "blame", "accuse", "responsible":
		return f.tree.Is(i, "obl") && f.tree.Passive(h) || f.tree.Lemma(h) == "responsible"
	}
	return false
}

// episode reports whether i led to what the same sentence says had happened, and so is
// of about the same time: "had sunk a boat in a battle that began when it was attacked".
func (f *finder) episode(i int) bool {
	found := false
	f.tree.Climb(i, func(a, from int) bool {
		switch {
		case f.tree.Is(from, "ccomp", "acl", "csubj", "parataxis"):
			return false
		case f.tree.Is(from, "acl:relcl") && !coming[f.tree.Lemma(from)]:
			return false
		case f.tree.Is(from, "advcl") && !meanwhile[f.mark(from)]:
			return false
		}
		found = f.at[a] != doc.None && f.pastPerfect(a)
		return !found
	})
	return found
}

// setApart reports whether i stands in a phrase that is set apart from the
// verb above it.
func (f *finder) setApart(i int) bool {
	found := false
	f.tree.Climb(i, func(a, from int) bool {
		found = found || f.aside(from)
		return f.tree.Token(a).UPOS != "VERB"
	})
	return found
}

// beforeMain reports whether i stands in a clause of its own in front of the main
// verb: "On Friday, in a letter that explained the attack, the group …".
func (f *finder) beforeMain(i int) bool {
	crossed, top := false, i
	f.tree.Climb(i, func(a, from int) bool {
		crossed = crossed || f.tree.Is(from, "ccomp", "acl", "advcl", "xcomp")
		top = a
		return true
	})
	return crossed && i < top
}

// inClause reports whether token i stands in a clause under the main one.
func (f *finder) inClause(i int) bool {
	found := false
	f.tree.Climb(i, func(_, from int) bool {
		found = f.tree.Is(from, "advcl", "acl") && f.tree.Token(from).UPOS == "VERB"
		return !found
	})
	return found
}

// underSaying reports whether i is in what a verb of saying says.
func (f *finder) underSaying(i int) bool {
	found := false
	f.tree.Climb(i, func(a, from int) bool {
		found = f.says(a) && f.tree.Is(from, "ccomp", "parataxis")
		return !found
	})
	return found
}

// ordering reports whether the clause of v happened before or after what it
// hangs on rather than with it.
func (f *finder) ordering(v int) bool {
	for _, k := range f.tree.Kids(v) {
		if f.tree.Is(k, "mark") {
			switch f.tree.Lemma(k) {
			case "after", "before", "until", "since", "if", "because", "though", "although", "unless":
				return true
			}
		}
	}
	return false
}
