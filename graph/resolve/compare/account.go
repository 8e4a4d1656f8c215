package compare

import (
	"maps"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// An account is a claim with all that comparing needs: who speaks, what of,
// how surely, as of when.
type account struct {
	claim   graph.Claim
	article *graph.Article
	span    graph.Span // of the claim in the article
	content graph.Span // of what is claimed; the claim's own when not told apart
	hops    []hop      // outermost first; none for the article's own voice
	loose   bool       // about an event that only stands in for the one that is compared
	silent  bool       // no proposition: "declined to comment"
	sign    sign
	surety  surety
	at      *graph.Interval // as of when it holds; nil when not known

	events   []string        // clusters of the events it is about, the nearest to its figure first
	home     string          // the cluster of the first of them, without what is only likely one with it
	actors   map[string]bool // clusters
	places   map[string]bool // clusters
	within   map[string]bool // clusters of the actors whom the content names
	around   map[string]bool // those named in its sentence
	fronted  string          // the one its sentence begins with: "In Paris, police counted"
	terms    []term          // the content as words and nodes, in order
	opening  string          // the actor that the content begins with, or empty
	deeds    []deed          // who did it, according to this claim
	target   *target         // what it foretells
	record   *graph.Event    // the event it tells of, as its article has it
	counted  scope           // whom its figure counts
	unreal   bool            // its figure is not put forward as one of what is
	refers   *account        // the claim before it that "as such" or "the accusation" takes up
	anaphor  string          // the words that do so
	scornful bool            // it says of that, in its own words, that it is not so
}

// A hop is one source of a chain.
type hop struct {
	actor   string // cluster
	name    string
	unnamed bool // only described: what another article calls so may be others
}

// sign is whether what is claimed is put forward or turned down.
type sign int

const (
	unsigned sign = iota
	positive
	negative
)

// surety is how sure the innermost source is, surest first; nothing is
// compared with what nobody commits to.
type surety int

const (
	uncommitted surety = iota
	certain
	probable
	possible
)

var sureties = map[graph.Factuality]struct {
	sign   sign
	surety surety
}{
	graph.CertainTrue: {positive, certain}, graph.ProbableTrue: {positive, probable}, graph.PossibleTrue: {positive, possible},
	graph.CertainFalse: {negative, certain}, graph.ProbableFalse: {negative, probable}, graph.PossibleFalse: {negative, possible},
}

// source is the innermost hop, false for the article's own voice.
func (a *account) source() (hop, bool) {
	if len(a.hops) == 0 {
		return hop{}, false
	}
	return a.hops[len(a.hops)-1], true
}

// voice names who speaks, for people.
func (a *account) voice() string {
	h, ok := a.source()
	switch {
	case ok:
		return h.name
	case a.claim.Unattributed:
		return "an unnamed source in " + outlet(a.article)
	}
	return outlet(a.article)
}

func outlet(a *graph.Article) string {
	switch {
	case a.Publisher != "":
		return a.Publisher
	case a.Title != "":
		return "the article “" + a.Title + "”"
	}
	return "the article"
}

// sameVoice reports whether both claims are what one source says: one named
// source, or one article speaking for itself or through one description.
func (a *account) sameVoice(b *account) bool {
	x, xOK := a.source()
	y, yOK := b.source()
	switch {
	case xOK != yOK:
		return false
	case xOK:
		return x.actor == y.actor
	}
	return a.article.ID == b.article.ID || a.article.Publisher != "" && strings.EqualFold(a.article.Publisher, b.article.Publisher)
}

// sharedEvents are the clusters that both are about, those of a first.
func (a *account) sharedEvents(b *account) []string {
	var out []string
	for _, e := range a.events {
		if slices.Contains(b.events, e) {
			out = append(out, e)
		}
	}
	return out
}

// main is the event the claim is foremost about, "" for none.
func (a *account) main() string {
	if len(a.events) == 0 {
		return ""
	}
	return a.events[0]
}

// has reports one of the words in the claim, as they stand in lower case.
func (a *account) has(words map[string]bool) bool {
	for _, k := range tokens(a.claim.Text) {
		if words[k.word] {
			return true
		}
	}
	return false
}

// shares reports a cluster in both sets.
func shares(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
