package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// A Conflict is a judgement of a person that was not followed, since those
// before it, taken together, say the opposite.
type Conflict struct {
	Judgement graph.Judgement
	With      []graph.Judgement // what it contradicts, by id
}

// Error names both sides, so that somebody can take one of them back.
func (c Conflict) Error() string {
	var with []string
	for _, j := range c.With {
		with = append(with, named(j))
	}
	return fmt.Sprintf("resolve: judgement %s contradicts %s", named(c.Judgement), strings.Join(with, " and "))
}

func named(j graph.Judgement) string {
	verdict := "not the same"
	if j.Verdict == graph.Same {
		verdict = "the same"
	}
	return fmt.Sprintf("%s by %s (%s and %s are %s)", j.ID, strings.TrimPrefix(j.By, "person:"), j.A, j.B, verdict)
}

// people are the judgements of people that hold together.
type people struct {
	same, different []graph.Judgement
	conflicts       []Conflict
	verdict         map[[2]string]graph.Verdict // by pair of ids in order; of the pair itself only
	parted          map[Member]graph.Judgement  // what an article means by an id, and others do not
}

// Check says whether a new judgement of a person agrees with those that hold:
// nil, or a [Conflict] that names what it contradicts.
func Check(held []graph.Judgement, j graph.Judgement) error {
	j.Identify()
	p := weigh(held)
	if c, bad := p.contradicts(j); bad {
		return c
	}
	return nil
}

// weigh sorts the judgements of people out: negative ones hold, and a positive
// one holds unless it would join a negative pair. Which of several positive
// ones gives way does not depend on the order they come in.
func weigh(judgements []graph.Judgement) *people {
	p := &people{verdict: map[[2]string]graph.Verdict{}, parted: map[Member]graph.Judgement{}}
	list := slices.Clone(judgements)
	slices.SortFunc(list, func(a, b graph.Judgement) int { return cmp.Compare(a.ID, b.ID) })
	list = slices.CompactFunc(list, func(a, b graph.Judgement) bool { return a.ID == b.ID })
	for _, j := range list {
		switch {
		case !byPerson(j) || j.Verdict != graph.Different:
		case j.Article != "":
			m := Member{j.Article, j.A}
			if _, said := p.parted[m]; !said { // another person may have said so too
				p.parted[m] = j
			}
		default:
			p.different = append(p.different, j)
			p.verdict[[2]string{j.A, j.B}] = graph.Different
		}
	}
	for _, j := range list {
		if !byPerson(j) || j.Verdict != graph.Same {
			continue
		}
		if c, bad := p.contradicts(j); bad {
			p.conflicts = append(p.conflicts, c)
			continue
		}
		p.same = append(p.same, j)
		p.verdict[[2]string{j.A, j.B}] = graph.Same
	}
	return p
}

func byPerson(j graph.Judgement) bool { return strings.HasPrefix(j.By, "person:") }

// contradicts looks for negative judgements between what j says of its pair
// and what the positive ones have joined.
func (p *people) contradicts(j graph.Judgement) (Conflict, bool) {
	c := Conflict{Judgement: j}
	switch {
	case j.Article != "": // of the id everything else may hold elsewhere
	case j.Verdict == graph.Same:
		a, b := p.reach(j.A), p.reach(j.B)
		for _, d := range p.different {
			if a[d.A] && b[d.B] || a[d.B] && b[d.A] {
				c.With = append(c.With, d)
			}
		}
	case j.Verdict == graph.Different:
		if a := p.reach(j.A); a[j.B] {
			for _, s := range p.same {
				if a[s.A] {
					c.With = append(c.With, s)
				}
			}
		}
	}
	return c, len(c.With) > 0
}

// reach is everything that people say is one with id.
func (p *people) reach(id string) map[string]bool {
	out := map[string]bool{id: true}
	for grew := true; grew; {
		grew = false
		for _, s := range p.same {
			if out[s.A] != out[s.B] {
				out[s.A], out[s.B] = true, true
				grew = true
			}
		}
	}
	return out
}
