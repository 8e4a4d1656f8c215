package doctest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
)

// Only keeps the marks of c that have one of the labels: a stage looks at its
// own and leaves the others to the other stages that share the file.
func (c Case) Only(labels ...string) []Mark {
	var out []Mark
	for _, m := range c.Marks {
		if slices.Contains(labels, m.Label) {
			out = append(out, m)
		}
	}
	return out
}

// Found makes a mark of what a stage found in the text of c.
func (c Case) Found(s graph.Span, label, value string) Mark {
	return Mark{Span: s, Text: c.Text[s.Start:s.End], Label: label, Value: value}
}

// Check reports each mark that is wanted and not found, and the other way
// around. The order does not matter; span, label and value do.
func Check(t testing.TB, c Case, want, got []Mark) {
	t.Helper()
	for _, d := range Diff(want, got) {
		t.Errorf("%s: %s\n\tin: %s", c.Where, d, c.Text)
	}
}

// Diff says in words how got differs from want, in the order of the text.
func Diff(want, got []Mark) []string {
	type change struct {
		Mark
		what string
	}
	var changes []change
	left := slices.Clone(got)
	for _, m := range want {
		if i := slices.Index(left, m); i >= 0 {
			left = slices.Delete(left, i, i+1)
			continue
		}
		changes = append(changes, change{m, "missing"})
	}
	for _, m := range left {
		changes = append(changes, change{m, "unexpected"})
	}
	slices.SortStableFunc(changes, func(a, b change) int { return cmp.Compare(a.Start, b.Start) })
	out := make([]string, len(changes))
	for i, ch := range changes {
		out[i] = fmt.Sprintf("%s %v at %d:%d", ch.what, ch.Mark, ch.Start, ch.End)
	}
	return out
}

// Has looks for what a text must yield among the lines that tell of its records, and
// for what it must not, which begins with "!".
func Has(t testing.TB, text string, lines, wants []string) {
	t.Helper()
	for _, want := range wants {
		never := strings.HasPrefix(want, "!")
		has := slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, strings.TrimPrefix(want, "!")) })
		if has == never {
			t.Errorf("%s: %q among\n\t%s", text, want, strings.Join(lines, "\n\t"))
		}
	}
}
