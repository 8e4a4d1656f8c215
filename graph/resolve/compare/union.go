package compare

import "slices"

// A union joins things named by strings and remembers why.
type union struct {
	parent map[string]string
	why    map[string][]string // root → reasons
}

func newUnion() *union { return &union{parent: map[string]string{}, why: map[string][]string{}} }

func (u *union) root(x string) string {
	if _, known := u.parent[x]; !known {
		u.parent[x] = x
	}
	for u.parent[x] != x {
		u.parent[x] = u.parent[u.parent[x]]
		x = u.parent[x]
	}
	return x
}

// join puts x and y together; the lesser root stays, so that order does not
// show.
func (u *union) join(x, y, why string) {
	x, y = u.root(x), u.root(y)
	if y < x {
		x, y = y, x
	}
	u.why[x] = append(u.why[x], why)
	if x == y {
		return
	}
	u.parent[y] = x
	u.why[x] = append(u.why[x], u.why[y]...)
	delete(u.why, y)
}

// reasons are why what x stands with was joined, each once, sorted.
func (u *union) reasons(x string) []string {
	out := slices.Clone(u.why[u.root(x)])
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(w string) bool { return w == "" })
}

// sets are all groups, each sorted, in the order of their first members.
func (u *union) sets() [][]string {
	groups := map[string][]string{}
	for _, x := range sortedKeys(u.parent) {
		r := u.root(x)
		groups[r] = append(groups[r], x)
	}
	var out [][]string
	for _, r := range sortedKeys(groups) {
		out = append(out, groups[r])
	}
	return out
}
