package event_test

import (
	"context"
	"flag"
	"slices"
	"sort"
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/extract/nlp/event/eventgold"
	"github.com/claimline/claimline/graph"
)

var (
	ecbAll  = flag.Bool("ecb", false, "score all documents of ECB+, not one of each ten")
	ecbList = flag.Bool("ecblist", false, "list what is found and what is missed, the commonest first")
)

const tenth = 10

// counts are found, marked and both.
type counts struct{ found, marked, both int }

func (c counts) scores() (p, r, f float64) {
	p, r = 100*float64(c.both)/float64(max(1, c.found)), 100*float64(c.both)/float64(max(1, c.marked))
	return p, r, 2 * p * r / max(p+r, 1e-9)
}

// pair counts how many marks are overlapped by a span of their own.
func (c *counts) pair(found []graph.Span, marked []eventgold.Marked) (met []bool, hit []bool) {
	met, hit = make([]bool, len(marked)), make([]bool, len(found))
	for i, s := range found {
		for k, m := range marked {
			if !met[k] && m.Overlaps(s) {
				met[k], hit[i] = true, true
				c.both++
				break
			}
		}
	}
	c.found, c.marked = c.found+len(found), c.marked+len(marked)
	return met, hit
}

// ecbScore is what is found of each kind of mention, and what is not.
type ecbScore struct {
	all, occurrences, people counts
	missed, extra            map[string]int
}

func (s *ecbScore) add(d *eventgold.ECBDocument, read *doc.Document) {
	events, cues, parts := found(d, read)
	actions := only(d.Marked, eventgold.Marked.Action)
	met, hit := s.all.pair(append(slices.Clone(events), cues...), actions)
	for k, m := range actions {
		if !met[k] {
			s.missed[m.Tag+" "+words(d.Text, m)]++
		}
	}
	for k, e := range events {
		if !hit[k] {
			s.extra[e.Of(d.Text)]++
		}
	}
	happened := only(actions, eventgold.Marked.Occurrence)
	other := only(actions, func(m eventgold.Marked) bool { return !m.Occurrence() })
	events = slices.DeleteFunc(events, func(e graph.Span) bool { // right, but not asked for
		is := func(m eventgold.Marked) bool { return m.Overlaps(e) }
		return slices.ContainsFunc(other, is) && !slices.ContainsFunc(happened, is)
	})
	s.occurrences.pair(events, happened)
	s.people.pair(parts, only(d.Marked, eventgold.Marked.Participant))
}

// TestEvalECBMentions counts which annotated mentions of events and of their
// participants the reader finds in the sentences of ECB+ that were annotated
// with care. A saying is a claim to us, so its cue counts among all mentions; a
// state or a phase ("began", "is wanted") is no event to us and counts as missed.
func TestEvalECBMentions(t *testing.T) {
	docs, err := eventgold.ReadECB(doctest.Shared(t, "data/ecbplus/ecbplus-20topics.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	s := ecbScore{missed: map[string]int{}, extra: map[string]int{}}
	for i, d := range docs {
		if !*ecbAll && i%tenth != 0 {
			continue
		}
		read, err := nlp.Read(context.Background(), graph.Article{Text: d.Text})
		if err != nil {
			t.Fatal(err)
		}
		s.add(d, read)
	}
	for _, layer := range []struct {
		name string
		counts
		floor float64
	}{{"all actions", s.all, 58}, {"occurrences", s.occurrences, 56}, {"participants", s.people, 58}} {
		p, r, f := layer.scores()
		t.Logf("ECB+ %s: P %.1f R %.1f F1 %.1f (%d found, %d marked)", layer.name, p, r, f, layer.found, layer.marked)
		if f < layer.floor {
			t.Errorf("ECB+ %s: F1 is %.1f, below %.1f", layer.name, f, layer.floor)
		}
	}
	if *ecbList {
		list(t, "missed", s.missed)
		list(t, "not marked", s.extra)
	}
}

// found are the triggers of events, the cues of claims, and those who take part
// in either, in the careful sentences of d.
func found(d *eventgold.ECBDocument, read *doc.Document) (events, cues, parts []graph.Span) {
	taken := map[int]bool{}
	part := func(m int) {
		if s := read.Mentions[m].Span; !taken[m] && d.Careful(s) {
			taken[m] = true
			parts = append(parts, s)
		}
	}
	for _, e := range read.Events {
		if !d.Careful(e.Trigger) {
			continue
		}
		events = append(events, e.Trigger)
		for _, a := range e.Args {
			part(a.Mention)
		}
	}
	for _, a := range read.Attributions {
		for _, h := range a.Hops {
			if h.Cue.End > h.Cue.Start && d.Careful(h.Cue) && !slices.Contains(cues, h.Cue) && !slices.ContainsFunc(events, h.Cue.Overlaps) {
				cues = append(cues, h.Cue)
			}
			if h.Source != doc.None {
				part(h.Source)
			}
		}
	}
	return events, cues, parts
}

func only(all []eventgold.Marked, want func(eventgold.Marked) bool) []eventgold.Marked {
	var out []eventgold.Marked
	for _, m := range all {
		if want(m) {
			out = append(out, m)
		}
	}
	return out
}

func words(text string, m eventgold.Marked) string {
	s := ""
	for _, w := range m.Spans {
		s += " " + w.Of(text)
	}
	return s
}

func list(t *testing.T, what string, n map[string]int) {
	keys := make([]string, 0, len(n))
	for k := range n {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return n[keys[i]] > n[keys[j]] || n[keys[i]] == n[keys[j]] && keys[i] < keys[j] })
	for _, k := range keys {
		t.Logf("%s %d %s", what, n[k], k)
	}
}
