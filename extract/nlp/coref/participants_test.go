package coref_test

import (
	"flag"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/extract/nlp/event/eventgold"
)

var (
	ecbTopics = flag.String("ecb", "1,19,33,41", "topics of ECB+ to look for participants in, divided by commas, or all")
	ecbMisses = flag.Int("misses", 0, "how many participants that were missed or made up to print")
)

// TestParticipants measures how many human participants (persons, bodies,
// countries that act) of the sentences of ECB+ that were annotated with care
// are mentions of an actor to us, and how many of ours are among them. A mention
// is found where the head of one of ours lies in it, each once. The corpus marks
// only who takes part in the events it marks, so much of what we find besides
// is right.
func TestParticipants(t *testing.T) {
	docs, err := eventgold.ReadECB(doctest.Shared(t, "data/ecbplus/ecbplus-20topics.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	var gold, found, ours int
	for _, e := range docs {
		if *ecbTopics != "all" && !slices.Contains(strings.Split(*ecbTopics, ","), e.Topic) {
			continue
		}
		d := read(e.Text)
		want := slices.DeleteFunc(slices.Clone(e.Marked), func(m eventgold.Marked) bool { return !m.Participant() })
		gold += len(want)
		for _, m := range d.Mentions {
			if m.Chain == doc.None || d.Chains[m.Chain].Actor == "" || !e.Careful(m.Span) {
				continue
			}
			ours++
			head := d.Tokens[m.Head].Span
			at := slices.IndexFunc(want, func(w eventgold.Marked) bool { return w.Overlaps(head) })
			if at < 0 {
				say(t, "ours alone", m.Of(d.Text), e.Name)
				continue
			}
			found++
			want = slices.Delete(want, at, at+1)
		}
		for _, w := range want {
			say(t, "missed", e.Text[w.Spans[0].Start:w.Spans[len(w.Spans)-1].End], e.Name)
		}
	}
	precision, recall := float64(found)/float64(max(ours, 1)), float64(found)/float64(max(gold, 1))
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("ECB+ human participants, topics %s: P %.3f R %.3f F1 %.3f (%d of %d, %d ours)", *ecbTopics, precision, recall, f1, found, gold, ours)
	const floor = 0.75
	if f1 < floor {
		t.Errorf("F1 %.3f, floor %.2f", f1, floor)
	}
}

// say prints a miss while -misses allows it.
func say(t *testing.T, what, mention, document string) {
	if *ecbMisses > 0 {
		*ecbMisses--
		t.Logf("%s: [%s] in %s", what, mention, document)
	}
}
