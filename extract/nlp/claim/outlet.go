package claim

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// outlet reports whether a mention is of a newspaper, agency or station.
func (r *reader) outlet(m int) bool {
	ch := r.d.Mentions[m].Chain
	return ch != doc.None && r.d.Chains[ch].Actor == graph.MediaOutlet
}

// listener is the outlet that k names where it stands for who was told, also one that
// no list has but whose name is a newspaper's: doc.None for none.
func (r *reader) listener(k int) int {
	m := r.mention[k]
	if m != doc.None && r.outlet(m) {
		return m
	}
	if c := r.tree.Child(k, "compound"); r.tree.Lemma(k) == "agency" && c != doc.None && r.tree.Token(c).UPOS == "PROPN" && tells(r.tree.Lemma(max(r.tree.Token(k).Head, 0))) {
		if m == doc.None || !r.actor(m) {
			m = r.unnamed(k) // "told the Meridian agency"
		}
		r.d.Chains[r.d.Mentions[m].Chain].Actor = graph.MediaOutlet
		return m
	}
	if r.mediaNoun(k) && r.nameIn(k) {
		if m == doc.None || !r.actor(m) {
			m = r.unnamed(k)
		}
		return m // "the Ansaldi news agency"
	}
	if r.tree.Token(k).UPOS != "PROPN" {
		return doc.None
	}
	switch d := r.tree.Child(k, "det"); {
	case d != doc.None && r.tree.Token(d).Text == "The" && d > r.d.Sentences[r.tree.Token(d).Sent].First && (m == doc.None || r.d.Mentions[m].Class != doc.PER && r.d.Mentions[m].Type == doc.Name):
		if m == doc.None {
			m = r.unnamed(k)
		}
		return m // "told The Comet"
	case m == doc.None && paperName(r.phrase(k).Of(r.d.Text)):
		return r.unnamed(k)
	case m == doc.None:
	case r.d.Mentions[m].Type == doc.Name && r.d.Mentions[m].Class != doc.PER && paperName(r.d.Mentions[m].Of(r.d.Text)):
		return m
	}
	return doc.None
}

// nameIn reports whether a name stands before the noun k as a part of it.
func (r *reader) nameIn(k int) bool {
	for i := k - 1; i >= 0 && r.tree.Under(i, k); i-- {
		if r.tree.Token(i).UPOS == "PROPN" {
			return true
		}
	}
	return false
}

// passer is the outlet by that passes on a paper, by the verb v: an outlet, or any
// organization that has "seen" or "obtained" it, as only newspapers boast of.
func (r *reader) passer(by, v int) int {
	if m := r.listener(by); m != doc.None {
		return m
	}
	switch r.tree.Lemma(v) {
	case "see", "obtain", "view", "review":
	default:
		return doc.None
	}
	m := r.mention[by]
	if r.tree.Token(by).UPOS != "PROPN" || m != doc.None && (r.d.Mentions[m].Type != doc.Name || r.d.Mentions[m].Class == doc.PER) {
		return doc.None
	}
	if m == doc.None {
		m = r.unnamed(by)
		r.d.Chains[r.d.Mentions[m].Chain].Actor = graph.MediaOutlet
	}
	return m
}

// paperName reports whether a name has a word that newspapers and stations have in
// theirs.
func paperName(name string) bool {
	f := strings.Fields(name)
	for i, w := range f {
		if (len(f) > 1 || i > 0) && (titleWords[w] || i > 0 && (w == "radio" || w == "television" || w == "newspaper" || w == "news")) {
			return true
		}
	}
	return false
}

var titleWords = words(`Daily Times Post Herald Gazette Chronicle Tribune Journal News Radio TV Television Observer Echo Mirror Mail Express Courier
	Mercury Standard Telegraph Guardian Globe Argus Weekly Magazine Broadcasting FM Bugle Examiner Inquirer Dispatch Advertiser Sentinel Bulletin Register`)

// mediaNoun reports whether the noun i is of a medium that tells news: "state
// television", "the president's press service".
func (r *reader) mediaNoun(i int) bool {
	switch l := r.tree.Lemma(i); l {
	case "television", "tv", "radio", "newspaper", "broadcaster", "daily", "weekly", "tabloid", "newswire":
		return r.tree.Token(i).UPOS == "NOUN"
	case "service", "agency", "channel", "station", "site":
		c := r.tree.Child(i, "compound")
		return c != doc.None && (r.tree.Lemma(c) == "press" || r.tree.Lemma(c) == "news" || r.tree.Lemma(c) == "television" || r.tree.Lemma(c) == "radio")
	}
	return false
}
