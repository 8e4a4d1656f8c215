package quantity

import (
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// asOf is when a count of people stood as the text puts it, by a time right behind
// the figure, one that opens the sentence or one that "as of" gives: "the toll stood
// at 231 on Friday", "by Friday the toll was 57", "as of Monday, 40 were missing". The time of what happened to them is no such time:
// "231 were killed on Friday".
func (r *reader) asOf(f *figure) *graph.Interval {
	for k := range r.near() {
		t := &r.d.Timexes[k]
		if !t.Known() || t.Timex != "DATE" && t.Timex != "TIME" {
			continue
		}
		first := r.atomAt(t.Start)
		if first < 0 {
			continue
		}
		if r.plain(first-1) == "of" && r.plain(first-2) == "as" || f.toll && (first >= f.to && r.leadsTo(f.ends, first) || r.leadsTo(0, first)) {
			at := t.Interval
			return &at
		}
	}
	return nil
}

// leadsTo reports nothing but prepositions of time from atom i to atom j.
func (r *reader) leadsTo(i, j int) bool {
	if j-i > 3 {
		return false
	}
	for ; i < j; i++ {
		switch r.plain(i) {
		case "on", "by", "at", "late", "early", "in", "dead", "as", "of":
		default:
			return false
		}
	}
	return true
}

// near yields the Timexes of the sentence.
func (r *reader) near() func(func(int) bool) {
	return func(yield func(int) bool) {
		end := r.atoms[len(r.atoms)-1].End
		for k := max(0, r.begins); k < len(r.d.Timexes) && r.d.Timexes[k].Start < end; k++ {
			if r.d.Timexes[k].Start >= r.atoms[0].Start && !yield(k) {
				return
			}
		}
	}
}

// atomAt is the atom that begins at a byte, -1 for none.
func (r *reader) atomAt(at int) int {
	low, high := 0, len(r.atoms)
	for low < high {
		mid := (low + high) / 2
		if r.atoms[mid].Start < at {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == len(r.atoms) {
		return doc.None
	}
	return low
}
