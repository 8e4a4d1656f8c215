package resolve_test

import (
	"cmp"
	"context"
	"flag"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/extract/nlp/event/eventgold"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
)

var ecbTopics = flag.String("ecb", "", "topics of ECB+ to score, divided by commas, or all; one without it")

// annotated are the marks of d whose tag begins with one of some words.
func annotated(d *eventgold.ECBDocument, tags []string) []eventgold.Marked {
	return slices.DeleteFunc(slices.Clone(d.Marked), func(m eventgold.Marked) bool {
		return !slices.ContainsFunc(tags, func(tag string) bool { return strings.HasPrefix(m.Tag, tag) })
	})
}

// An ecbMention is a mention that the reader found, under the key of the
// annotated one that it meets, or a key of its own.
type ecbMention struct {
	key    string
	node   resolve.Member
	start  int    // of its span
	lemma  string // of its head, with the topic
	inGold bool
	mark   int // which annotated one it meets
}

func keyOf(d *eventgold.ECBDocument, mark int) string { return d.Name + " " + strconv.Itoa(mark) }

// find aligns the triggers of events, or the mentions of actors, with what is
// annotated.
func find(d *eventgold.ECBDocument, sub *graph.Subgraph, kind graph.Kind, marked []eventgold.Marked) []ecbMention {
	var out []ecbMention
	taken := make([]bool, len(marked))
	for _, l := range sub.Relationships {
		if l.Type != graph.Mentions || graph.KindOf(l.To) != kind {
			continue
		}
		for _, ev := range l.Evidence {
			if !d.Careful(ev.Span) {
				continue
			}
			m := ecbMention{key: d.Name + " found " + strconv.Itoa(ev.Start), node: resolve.Member{Article: l.Article, ID: l.To}, start: ev.Start, lemma: d.Topic + " " + lemmaOf(ev)}
			for i, mark := range marked {
				if !taken[i] && mark.Overlaps(ev.Span) {
					taken[i], m.key, m.inGold, m.mark = true, keyOf(d, i), true, i
					break
				}
			}
			out = append(out, m)
		}
	}
	return out
}

var ecbLayers = []struct {
	name         string
	kind         graph.Kind
	tags         []string
	found, given floors // of mentions that the reader found, and of those annotated
}{
	{"events", graph.KindEvent, []string{"ACTION", "NEG_ACTION"}, floors{0.35, 0.008}, floors{0.72, 0.015}},
	{"participants", graph.KindActor, []string{"HUMAN_PART", "NON_HUMAN_PART"}, floors{0.56, 0.02}, floors{0.71, 0.022}},
}

// floors are what one topic must reach, and what all must be above the
// baseline.
type floors struct{ one, lead float64 }

// TestEvalECB scores what documents of ECB+ tell of one act, and whom they
// mean, with the mentions that the reader finds, and with those annotated. The
// baseline takes mentions with one head lemma in one topic for one. It is told
// the topics, we are not; and no document has a date to us. Over all topics we
// must be above the baseline, and the halves are told apart: rules and weights
// were tried on the odd topics, and the even ones only looked at for their
// totals. Over one topic a floor holds, since half a minute is too long for
// every run.
func TestEvalECB(t *testing.T) {
	docs := ecbDocuments(t)
	var subs []*graph.Subgraph
	for _, d := range docs {
		a := graph.Article{Text: d.Text, Title: d.Name}
		a.Identify()
		sub, err := nlp.Extractor{}.Extract(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		subs = append(subs, sub)
	}
	marks := func(layer int) map[*eventgold.ECBDocument][]eventgold.Marked {
		out := map[*eventgold.ECBDocument][]eventgold.Marked{}
		for _, d := range docs {
			out[d] = annotated(d, ecbLayers[layer].tags)
		}
		return out
	}
	r := resolve.Resolve(subs, resolve.Options{})
	for n, layer := range ecbLayers {
		marked := marks(n)
		var found []ecbMention
		for i, d := range docs {
			found = append(found, find(d, subs[i], layer.kind, marked[d])...)
		}
		scoreECB(t, layer.name+", found", r, marked, found, layer.found)
	}
	given := make([][]ecbMention, len(ecbLayers))
	for i, d := range docs {
		h := hand(t, d, subs[i])
		for n := len(ecbLayers) - 1; n >= 0; n-- { // an event takes its actors from those that are there
			given[n] = append(given[n], h.mentions(ecbLayers[n].kind, annotated(d, ecbLayers[n].tags))...)
		}
	}
	r = resolve.Resolve(subs, resolve.Options{})
	for n, layer := range ecbLayers {
		scoreECB(t, layer.name+", annotated", r, marks(n), given[n], layer.given)
	}
}

// ecbDocuments reads the topics that are asked for.
func ecbDocuments(t *testing.T) []*eventgold.ECBDocument {
	topics := []string{"35"}
	switch *ecbTopics {
	case "":
	case "all":
		topics = nil
	default:
		topics = strings.Split(*ecbTopics, ",")
	}
	docs, err := eventgold.ReadECB(doctest.Shared(t, "data/ecbplus/ecbplus-20topics.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(docs, func(d *eventgold.ECBDocument) bool { return topics != nil && !slices.Contains(topics, d.Topic) })
}

// scoreECB logs the measures of what r says of mentions, beside the baseline.
func scoreECB(t *testing.T, name string, r *resolve.Result, marked map[*eventgold.ECBDocument][]eventgold.Marked, mentions []ecbMention, floor floors) {
	type place struct {
		resolve.Member
		start int
	}
	acts := map[place]string{}
	for _, x := range r.Tellings() {
		acts[place{x.Event, x.Span.Start}] = x.Act
	}
	likely := r.Likely()
	gold, ours, lemmas := partitionOf{}, partitionOf{}, partitionOf{}
	for d, list := range marked {
		for k, m := range list {
			gold[keyOf(d, k)] = m.Chain
		}
	}
	hits := 0
	for _, m := range mentions {
		ours[m.key], lemmas[m.key] = cmp.Or(acts[place{m.node, m.start}], likely[m.node], r.Cluster(m.node), m.key), m.lemma
		if m.inGold {
			hits++
		}
	}
	got, base := conll(gold, ours), conll(gold, lemmas)
	t.Logf("%s: %d documents; %d annotated mentions, %d of them among %d", name, len(marked), len(gold), hits, len(mentions))
	t.Logf("%s: %s", name, got)
	t.Logf("%s, baseline: %s", name, base)
	switch *ecbTopics {
	case "all":
		for half, topics := range []string{"even", "odd"} {
			g := gold.topics(half)
			t.Logf("%s, %s topics: CoNLL F1 %.1f, baseline %.1f", name, topics, 100*conll(g, ours.topics(half)).f(), 100*conll(g, lemmas.topics(half)).f())
		}
		if got.f() < base.f()+floor.lead {
			t.Errorf("%s: CoNLL F1 is %.3f, not %.3f above the baseline's %.3f", name, got.f(), floor.lead, base.f())
		}
	case "":
		if got.f() < floor.one {
			t.Errorf("%s: CoNLL F1 is %.3f, below %.2f", name, got.f(), floor.one)
		}
	}
}

// topics keeps the mentions of topics with an even (0) or odd (1) number, by
// which the keys begin.
func (p partitionOf) topics(half int) partitionOf {
	out := partitionOf{}
	for m, c := range p {
		topic, _, _ := strings.Cut(m, "_")
		if n, err := strconv.Atoi(topic); err == nil && n%2 == half {
			out[m] = c
		}
	}
	return out
}

// lemmaOf is the lemma of a trigger, as the reader's rule names it, or else the
// last word.
func lemmaOf(e graph.Evidence) string {
	_, rule, _ := strings.Cut(e.Rule, " ")
	if lemma, _, ok := strings.Cut(rule, "."); ok {
		return lemma
	}
	words := strings.Fields(strings.ToLower(e.Quote))
	return words[len(words)-1]
}
