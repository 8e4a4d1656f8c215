package resolve_test

import (
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
	lemma  string // of its head, with the topic
	inGold bool
}

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
			m := ecbMention{key: d.Name + " found " + strconv.Itoa(ev.Start), node: resolve.Member{Article: l.Article, ID: l.To}, lemma: d.Topic + " " + lemmaOf(ev)}
			for i, mark := range marked {
				if !taken[i] && mark.Overlaps(ev.Span) {
					taken[i], m.key, m.inGold = true, d.Name+" "+strconv.Itoa(i), true
					break
				}
			}
			out = append(out, m)
		}
	}
	return out
}

// TestEvalECB scores the clusters of events and of participants over the
// documents of ECB+, with the mentions that the reader finds, beside the
// baseline that takes mentions with one head lemma in one topic for one. The
// baseline is told the topics, we are not; and no document has a date to us.
func TestEvalECB(t *testing.T) {
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
	docs = slices.DeleteFunc(docs, func(d *eventgold.ECBDocument) bool { return topics != nil && !slices.Contains(topics, d.Topic) })
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
	r := resolve.Resolve(subs, resolve.Options{})
	for _, layer := range []struct {
		name  string
		kind  graph.Kind
		tags  []string
		floor float64
	}{
		{"events", graph.KindEvent, []string{"ACTION", "NEG_ACTION"}, 0.27},
		{"participants", graph.KindActor, []string{"HUMAN_PART", "NON_HUMAN_PART"}, 0.58},
	} {
		gold, ours, lemmas := partitionOf{}, partitionOf{}, partitionOf{}
		found, hits := 0, 0
		for i, d := range docs {
			marked := annotated(d, layer.tags)
			for k, m := range marked {
				gold[d.Name+" "+strconv.Itoa(k)] = m.Chain
			}
			for _, m := range find(d, subs[i], layer.kind, marked) {
				ours[m.key], lemmas[m.key] = r.Cluster(m.node), m.lemma
				found++
				if m.inGold {
					hits++
				}
			}
		}
		got := conll(gold, ours)
		t.Logf("%s: %d documents; %d annotated mentions, %d of them among the %d found", layer.name, len(docs), len(gold), hits, found)
		t.Logf("%s: %s", layer.name, got)
		t.Logf("%s, baseline: %s", layer.name, conll(gold, lemmas))
		if *ecbTopics == "" && got.f() < layer.floor {
			t.Errorf("%s: CoNLL F1 is %.3f, below %.2f", layer.name, got.f(), layer.floor)
		}
	}
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
