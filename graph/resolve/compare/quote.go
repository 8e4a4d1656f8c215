package compare

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// A Quotation is one utterance as several texts put it.
type Quotation struct {
	Speaker  string    `json:"speaker"` // of the first variant
	Variants []Variant `json:"variants"`
}

// A Variant is how one claim quotes it.
type Variant struct {
	graph.Span        // in the article, without the marks
	Claim      string `json:"claim"`
	Article    string `json:"article"`
	Words      string `json:"words"`
	Speaker    string `json:"speaker"`
	// Edits lead from the first variant to this one; none for the first and
	// for the same wording.
	Edits []Edit `json:"edits,omitempty"`
}

// How alike two quoted passages must be to be one utterance: words in common
// in order, as a part of the longer, or of the shorter where one is cut.
const (
	fewestQuoted = 4
	sameWording  = 0.75
	cutWording   = 0.9
	cutQuoted    = 6
	// anonymous is how many words in common make one utterance of passages
	// that are put into the mouths of two speakers.
	anonymous = 10
)

type quotation struct {
	span  graph.Span
	words []string
}

// quotations are the passages of a claim between quotation marks.
func (a *account) quotations() []quotation {
	if !a.claim.Quoted {
		return nil
	}
	text := a.content.Of(a.article.Text)
	var out []quotation
	add := func(start, end int) {
		var words []string
		for _, t := range tokens(text[start:end]) {
			words = append(words, t.word)
		}
		if len(words) >= fewestQuoted {
			out = append(out, quotation{graph.Span{Start: a.content.Start + start, End: a.content.Start + end}, words})
		}
	}
	open := -1
	for i, r := range text {
		switch {
		case r == '“' || r == '„' || r == '«' || r == '"' && open < 0:
			open = i + len(string(r))
		case open >= 0 && (r == '”' || r == '»' || r == '"'):
			add(open, i)
			open = -1
		}
	}
	if open >= 0 {
		add(open, len(text)) // the closing mark stands after the content
	}
	return out
}

// quoted reports that two claims quote one utterance.
func quoted(a, b *account) bool {
	for _, p := range a.quotations() {
		for _, q := range b.quotations() {
			if sameUtterance(a, b, p, q) {
				return true
			}
		}
	}
	return false
}

func sameUtterance(a, b *account, p, q quotation) bool {
	n := subsequence(p.words, q.words)[0][0]
	short, long := min(len(p.words), len(q.words)), max(len(p.words), len(q.words))
	if n < fewestQuoted || float64(n) < sameWording*float64(long) && (short < cutQuoted || float64(n) < cutWording*float64(short)) {
		return false
	}
	x, aSaid := a.source()
	y, bSaid := b.source()
	return n >= anonymous || !aSaid || !bSaid || x.actor == y.actor
}

// A passage is one quotation with the claim that holds it.
type passage struct {
	quotation
	a *account
}

func (p passage) key() string { return p.a.claim.ID + fmt.Sprintf(" %09d", p.span.Start) }

// Quotations clusters the quoted passages of all claims. A passage that nobody
// else quotes is no cluster.
func (s *Set) Quotations() []Quotation {
	all := map[string]passage{}
	for _, a := range s.accounts {
		for _, q := range a.quotations() {
			p := passage{q, a}
			all[p.key()] = p
		}
	}
	u := newUnion()
	for _, pair := range similar(all) {
		p, q := all[pair[0]], all[pair[1]]
		if p.a.article == q.a.article && p.span.Overlaps(q.span) || sameUtterance(p.a, q.a, p.quotation, q.quotation) {
			u.join(pair[0], pair[1], "")
		}
	}
	var out []Quotation
	for _, set := range u.sets() {
		var list []passage
		for _, k := range set {
			list = append(list, all[k])
		}
		if c := variants(list); len(c.Variants) > 1 {
			out = append(out, c)
		}
	}
	return out
}

// similar are the pairs of passages that share three words in a row.
func similar(all map[string]passage) [][2]string {
	index := map[string][]string{}
	for _, k := range sortedKeys(all) {
		words := all[k].words
		for i := 0; i+3 <= len(words); i++ {
			run := strings.Join(words[i:i+3], " ")
			if list := index[run]; len(list) == 0 || list[len(list)-1] != k {
				index[run] = append(list, k)
			}
		}
	}
	pairs := map[[2]string]bool{}
	for _, list := range index {
		for n, k := range list {
			for _, l := range list[n+1:] {
				pairs[[2]string{k, l}] = true
			}
		}
	}
	out := slices.Collect(maps.Keys(pairs))
	slices.SortFunc(out, func(p, q [2]string) int { return cmp.Or(cmp.Compare(p[0], q[0]), cmp.Compare(p[1], q[1])) })
	return out
}

// variants puts the passages of one utterance in order, with how each differs
// from the first.
func variants(list []passage) Quotation {
	slices.SortStableFunc(list, func(p, q passage) int { return cmp.Or(byTime(p.a, q.a), cmp.Compare(p.span.Start, q.span.Start)) })
	c := Quotation{Speaker: list[0].a.voice()}
	for _, p := range list {
		if slices.ContainsFunc(c.Variants, func(o Variant) bool { return o.Article == p.a.article.ID && o.Span == p.span }) {
			continue // two claims of one sentence
		}
		c.Variants = append(c.Variants, Variant{Span: p.span, Claim: p.a.claim.ID, Article: p.a.article.ID,
			Words: p.span.Of(p.a.article.Text), Speaker: p.a.voice(), Edits: edits(list[0].words, p.words)})
	}
	return c
}
