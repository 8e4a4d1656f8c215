package resolve_test

import (
	"context"
	"slices"
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/dep"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/event/eventgold"
	"github.com/claimline/claimline/graph"
)

// A handed is a document of ECB+ whose annotated mentions are handed to the
// resolver: those that the reader found too are its own, the others are
// records by the head of what is marked.
type handed struct {
	d    *eventgold.ECBDocument
	sub  *graph.Subgraph
	tree *dep.Tree
}

func hand(t *testing.T, d *eventgold.ECBDocument, sub *graph.Subgraph) *handed {
	read, err := nlp.Read(context.Background(), sub.Articles[0])
	if err != nil {
		t.Fatal(err)
	}
	return &handed{d, sub, dep.New(read)}
}

// head is the token of a mark that the others hang on, doc.None where the
// reader cut the text otherwise.
func (h *handed) head(m eventgold.Marked) int {
	first := doc.None
	for i := range h.tree.Doc.Tokens {
		if !m.Overlaps(h.tree.Doc.Tokens[i].Span) {
			continue
		}
		if first == doc.None {
			first = i
		}
		if up := h.tree.Token(i).Head; up < 0 || !m.Overlaps(h.tree.Doc.Tokens[up].Span) {
			return i
		}
	}
	return first
}

// record makes the record of a mention that the reader did not take for one.
func (h *handed) record(kind graph.Kind, m eventgold.Marked) string {
	i := h.head(m)
	if i == doc.None {
		return ""
	}
	a, span, lemma := h.sub.Articles[0], h.tree.Token(i).Span, h.tree.Lemma(i)
	ev := graph.Evidence{Span: span, Quote: span.Of(h.d.Text), Role: graph.RoleTrigger, Extractor: "ecb", Rule: "gold " + lemma + ".X"}
	if kind == graph.KindActor {
		who := graph.Actor{Name: ev.Quote, Kind: graph.Population, Context: a.ID}
		who.Identify()
		h.sub.Actors = append(h.sub.Actors, who)
		return who.ID
	}
	e := graph.Event{Article: a.ID, Type: lemma, Label: lemma, Realis: graph.Occurred, Evidence: []graph.Evidence{ev}}
	e.Identify()
	h.sub.Events = append(h.sub.Events, e)
	frame := h.tree.FrameOf(i)
	if h.tree.Token(i).UPOS != "VERB" {
		frame = dep.Frame{Agent: h.tree.Oblique(i, "by"), Patient: h.tree.Oblique(i, "of")}
	}
	h.takes(e.ID, "attacker", frame.Agent)
	h.takes(e.ID, "target", frame.Patient)
	return e.ID
}

// takes gives an event the actor that token i speaks of, on the side that a
// role stands for.
func (h *handed) takes(event, role string, i int) {
	if i == doc.None {
		return
	}
	for _, l := range h.sub.Relationships {
		if l.Type == graph.Mentions && graph.KindOf(l.To) == graph.KindActor &&
			slices.ContainsFunc(l.Evidence, func(ev graph.Evidence) bool { return ev.Overlaps(h.tree.Token(i).Span) }) {
			h.sub.Relationships = append(h.sub.Relationships, graph.Relationship{ID: event + role, Type: graph.Participant, From: event, To: l.To, Role: role, Article: l.Article})
			return
		}
	}
}

// mentions lists all that is annotated, each with the record that it means.
func (h *handed) mentions(kind graph.Kind, marked []eventgold.Marked) []ecbMention {
	out := make([]ecbMention, len(marked))
	for _, m := range find(h.d, h.sub, kind, marked) {
		if m.inGold {
			out[m.mark] = m
		}
	}
	for k, m := range marked {
		i := h.head(m)
		if i == doc.None {
			i = 0
		}
		if out[k].key == "" {
			out[k] = ecbMention{key: keyOf(h.d, k), start: h.tree.Token(i).Start, inGold: true, mark: k}
			out[k].node.Article, out[k].node.ID = h.sub.Articles[0].ID, h.record(kind, m)
		}
		out[k].lemma = h.d.Topic + " " + h.tree.Lemma(i)
	}
	return out
}
