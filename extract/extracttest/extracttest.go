// Package extracttest is what every extractor must keep, whatever it is made
// of: what it yields passes the evidence gate and stays within the closed
// lists of the ontology, the same article gives the same bytes, and no text
// makes it fail.
package extracttest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/claimline/claimline/extract"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/ontology"
)

// Run tests an extractor.
func Run(t *testing.T, e extract.Extractor) {
	t.Run("valid", func(t *testing.T) { valid(t, e) })
	t.Run("deterministic", func(t *testing.T) { deterministic(t, e) })
	t.Run("hostile", func(t *testing.T) { hostile(t, e) })
	t.Run("cancelled", func(t *testing.T) { cancelled(t, e) })
	t.Run("undated", func(t *testing.T) { undated(t, e) })
}

// texts are invented reports of several kinds.
var texts = []string{
	`Fire at Lindale textile factory kills six

LINDALE, 4 March 2021 — Six people died and at least 20 were injured when a fire swept through a textile factory in Lindale on Wednesday evening, the mayor, Rosa Keller, said.

"We heard screams from the second floor," a neighbour told Radio Lindale. Police arrested the owner on Thursday. He denied that the doors had been locked.

A spokesman for the Textile Workers' Union said the toll could rise to ten. It is believed that about 80 people were inside.`,
	`Parliament elects new speaker

Members of parliament elected Janet Osei as speaker on Tuesday, by 143 votes to 98. The opposition accused the government of breaking an agreement signed in May.

According to the daily Morning Post, two ministers had warned the prime minister of the vote. The prime minister's office declined to comment.`,
	`A 6.1-magnitude earthquake struck off the coast near Port Harrow yesterday, killing one person and damaging more than 200 houses, the geological survey said. Residents fled to higher ground. No tsunami warning was issued.`,
}

func article(text, published string) graph.Article {
	a := graph.Article{Text: text, Language: "en"}
	if published != "" {
		i, err := graph.ParseEDTF(published)
		if err != nil {
			panic(err) // a constant below
		}
		i.Confidence = graph.Explicit
		a.Published = &i
	}
	a.Identify()
	return a
}

func read(t *testing.T, e extract.Extractor, a graph.Article) *graph.Subgraph {
	t.Helper()
	sub, err := e.Extract(context.Background(), a)
	if err != nil {
		t.Fatalf("Extract: %v", err)
	}
	if err := sub.Validate(); err != nil {
		t.Errorf("it does not pass the gate: %v\n%s", err, a.Text[:min(len(a.Text), 200)])
	}
	if problems := vocabulary(sub); len(problems) > 0 {
		t.Errorf("words outside the ontology: %s", strings.Join(problems, "; "))
	}
	return sub
}

func valid(t *testing.T, e extract.Extractor) {
	for _, text := range texts {
		sub := read(t, e, article(text, "2021-03-04"))
		if len(sub.Actors) == 0 || len(sub.Events) == 0 {
			t.Errorf("nothing was read from an ordinary report: %d actors, %d events\n%s", len(sub.Actors), len(sub.Events), text)
		}
	}
}

// vocabulary lists what is not in the closed lists.
func vocabulary(sub *graph.Subgraph) []string {
	var out []string
	for _, e := range sub.Events {
		if err := ontology.Check(e.Type, e.Modes, e.Contexts); err != nil {
			out = append(out, err.Error())
		}
	}
	for _, c := range sub.Claims {
		if _, ok := ontology.ActOf(c.Act); !ok {
			out = append(out, fmt.Sprintf("act %q", c.Act))
		}
	}
	for _, r := range sub.Relationships {
		if r.Type == graph.Participant {
			if _, ok := ontology.RoleOf(r.Role); !ok {
				out = append(out, fmt.Sprintf("role %q", r.Role))
			}
		}
		if r.Type == graph.AttributedTo && r.Act != "" {
			if _, ok := ontology.ActOf(r.Act); !ok {
				out = append(out, fmt.Sprintf("act %q of a hop", r.Act))
			}
		}
	}
	return out
}

// deterministic reads one article many times at once.
func deterministic(t *testing.T, e extract.Extractor) {
	a := article(texts[0], "2021-03-04")
	want, _ := json.Marshal(read(t, e, a))
	var wait sync.WaitGroup
	for range 4 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			sub, err := e.Extract(context.Background(), a)
			if err != nil {
				t.Errorf("Extract: %v", err)
				return
			}
			if got, _ := json.Marshal(sub); !bytes.Equal(got, want) {
				t.Error("the same article gave other bytes")
			}
		}()
	}
	wait.Wait()
}

func hostile(t *testing.T, e extract.Extractor) {
	for name, text := range map[string]string{
		"one word":     "No",
		"only marks":   "\"“’—…!?. () [] '' `` -- \t\r\n",
		"emoji":        "👩‍👩‍👧 said 😀 killed 🇺🇦 on 🎉 Friday. “👍”, 👮 said.",
		"NULs":         "The mayor\x00 said\x00 on Friday\x00 that 5 people died.\x00",
		"bidi":         "\u202eThe minister said\u202c that \u200bfour\u200d people \ufeffwere killed in Paris.",
		"mixed script": "Президент сказал in Москва that 東京 attacked بيروت on 3 May.",
		"one line":     strings.Repeat("The army said on Friday that at least 12 people were killed in the attack ", 400),
		"no blank":     strings.Repeat("saidkilledattack", 4000),
		"deep clauses": strings.Repeat("He said that she said that ", 300) + "it burned.",
		"quotes":       strings.Repeat("“", 300) + "Fire" + strings.Repeat("”", 300) + ", he said.",
		"numbers":      strings.Repeat("1,234,567.89 ", 500),
	} {
		t.Run(name, func(t *testing.T) {
			begin := time.Now()
			read(t, e, article(text, "2024-03-22"))
			// Generous, since the race detector and a busy machine are slow.
			if took := time.Since(begin); took > 30*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

func cancelled(t *testing.T, e extract.Extractor) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := e.Extract(ctx, article(texts[0], "")); err == nil {
		t.Error("a cancelled extraction does not say so")
	}
}

// undated demands that no date is made up where the text gives none.
func undated(t *testing.T, e extract.Extractor) {
	sub := read(t, e, article(texts[2], ""))
	for _, ev := range sub.Events {
		if ev.Time != nil && (ev.Time.Known() || ev.Time.EDTF != "") {
			t.Errorf("%q happened %q, says an article without a date", ev.Label, ev.Time.EDTF)
		}
	}
}
