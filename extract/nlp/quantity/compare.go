package quantity

import (
	"github.com/claimline/claimline/extract/nlp/number"
	"github.com/claimline/claimline/graph"
)

// compare reads the comparator before or after a figure.
func (r *reader) compare(f *figure) {
	for back := min(4, f.from); back > 0; back-- {
		if value, next := r.longest(r.lex.before, f.from-back); next == f.from {
			f.from = next - back
			f.bound(graph.Comparator(value))
			return
		}
	}
	switch i := f.to; {
	case r.mark(i, '+') && !r.atoms[i].Space:
		f.to++
		f.bound(graph.AtLeast)
	case r.mark(i, '-') && r.word(i+1) == "odd" && !r.atoms[i].Space:
		f.to += 2
		f.bound(graph.About)
	default:
		if value, next := r.longest(r.lex.after, i); next > i {
			f.to = next
			f.bound(graph.Comparator(value))
		}
	}
}

// bound sets the comparator. A vague figure stays one: "at least dozens".
func (f *figure) bound(c graph.Comparator) {
	if f.comparator == graph.Exact {
		f.comparator = c
	}
}

// upper reads the second number of "between 20 and 30", "20 to 30" and
// "20-30", and returns the atom after it. What rose from 20 to 30 is no range.
func (r *reader) upper(f *figure) int {
	joined := r.word(f.start-1) == "between" && r.word(f.end) == "and" || r.word(f.end) == "to" && r.word(f.start-1) != "from" || r.mark(f.end, '-')
	if !joined || f.comparator != graph.Exact {
		return f.end
	}
	at := f.end + 1
	if at < len(r.atoms) && f.start > 0 && signs[r.atoms[at].Rune] != "" && r.atoms[at].Rune == r.atoms[f.start-1].Rune {
		at++ // "$3 billion to $5 billion"
	}
	n, next, ok := r.lex.numbers.Parse(r.atoms, at)
	if !ok || n.Vague || n.Value <= f.value || r.timexEnd(at) > at {
		return f.end
	}
	first := f.value
	if scale := n.Value; first < 1000 && scale >= 1000 && !n.Plain && r.scaled(at, next) {
		for scale >= 1000 && first < n.Value/1000 { // 20 to 30 thousand
			first, scale = first*1000, scale/1000
		}
	}
	f.value, f.second, f.comparator = first, n.Value, graph.Between
	f.end, f.to = next, next
	if r.word(f.start-1) == "between" {
		f.from--
	}
	return next
}

// scaled reports whether a number ends with a word such as million.
func (r *reader) scaled(start, end int) bool {
	return end > start+1 && r.atoms[end-1].Kind == number.Word
}
