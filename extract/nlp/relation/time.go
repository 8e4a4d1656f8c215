package relation

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// ruleFormer marks a relation that the text says has ended: "former mayor".
const ruleFormer = "relation/former"

// ended are words before a role that somebody has no longer.
var ended = words("former ex onetime one-time erstwhile late slain ousted deposed retired previous then formerly")

// past reports whether the words of a role, from first to head, say that it is
// over.
func (f *finder) past(first, head int) bool {
	for k := max(first, 0); k < head; k++ {
		if ended[f.lemma(k)] {
			return true
		}
	}
	return false
}

// when is the one time expression that says how long the state of the word at i
// held: "led the city from 1994 to 2002", "was its president until 1995". None
// when there is none, or several.
func (f *finder) when(i int) int {
	found := doc.None
	for _, k := range f.tree.Kids(i) {
		if k < i || !f.tree.Is(k, "obl", "nmod", "advmod", "advcl") {
			continue
		}
		a, b := f.tree.Range(k)
		for t := range f.d.Timexes {
			x := &f.d.Timexes[t]
			if x.First < a || x.Last > b || x.First > k || x.Last <= k || x.Event != doc.None || x.EDTF == "" || x.Interval.Timex == "SET" {
				continue
			}
			switch {
			case found == doc.None:
				found = t
			case strings.Contains(f.d.Timexes[found].EDTF, "/") && f.lemma(x.First-1) == "to":
				// the end of "from 2001 to 2005", whose beginning has both
			default:
				return doc.None
			}
		}
	}
	return found
}
