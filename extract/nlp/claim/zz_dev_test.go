package claim_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/nlp/claim"
	"github.com/claimline/claimline/extract/nlp/coref"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/extract/nlp/entity"
	"github.com/claimline/claimline/extract/nlp/event"
	"github.com/claimline/claimline/extract/nlp/layout"
	"github.com/claimline/claimline/extract/nlp/lemma"
	"github.com/claimline/claimline/extract/nlp/ner"
	"github.com/claimline/claimline/extract/nlp/parse"
	"github.com/claimline/claimline/extract/nlp/quantity"
	"github.com/claimline/claimline/extract/nlp/quote"
	"github.com/claimline/claimline/extract/nlp/timex"
	"github.com/claimline/claimline/extract/nlp/tokenize"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/ontology"
)

type M = map[string]any

func lemmas() map[string]string {
	lem := map[string]string{}
	f, _ := os.Open("/work/shared/data/lexicons/lemmatization-en.tsv.gz")
	z, _ := gzip.NewReader(f)
	sc := bufio.NewScanner(z)
	for sc.Scan() {
		p := strings.Split(sc.Text(), "\t")
		if len(p) == 2 {
			lem[p[1]] = p[0]
		}
	}
	for _, v := range []string{"was", "were", "is", "are", "been", "'s", "be", "am"} {
		lem[v] = "be"
	}
	for k, v := range map[string]string{"said": "say", "has": "have", "had": "have", "did": "do", "does": "do", "left": "leave", "found": "find", "fell": "fall", "held": "hold", "met": "meet", "led": "lead", "told": "tell", "shot": "shoot", "died": "die", "sent": "send", "struck": "strike", "won": "win", "felt": "feel"} {
		lem[k] = v
	}
	return lem
}

func TestZZ(t *testing.T) {
	glob := os.Getenv("ZZ")
	if glob == "" {
		t.Skip()
	}
	lem := lemmas()
	files, _ := filepath.Glob(glob)
	for _, name := range files {
		text, _ := os.ReadFile(name)
		d := &doc.Document{Text: string(text)}
		if mb, err := os.ReadFile(strings.TrimSuffix(name, ".txt") + ".meta.json"); err == nil {
			var meta struct {
				Title, Publisher, Published string
				Date                        string `json:"document_creation_time"`
			}
			json.Unmarshal(mb, &meta)
			if meta.Date == "" {
				meta.Date = meta.Published
			}
			if len(meta.Date) >= 10 {
				d.Created, _ = doctest.Date(meta.Date[:10])
			}
			d.Title, d.Publisher = meta.Title, meta.Publisher
		}
		run(d, lem)
		show(d)
		out, _ := json.MarshalIndent(system(d, strings.TrimSuffix(filepath.Base(name), ".txt")), "", " ")
		os.MkdirAll("/tmp/sys", 0o755)
		os.WriteFile("/tmp/sys/"+strings.TrimSuffix(filepath.Base(name), ".txt")+".json", out, 0o644)
	}
}

func run(d *doc.Document, lem map[string]string) {
	layout.Run(d)
	tokenize.Run(d)
	parse.Run(d)
	lemma.Run(d)
	ner.Run(d)
	timex.Run(d)
	quantity.Run(d)
	entity.Run(d)
	func() {
		defer func() {
			if recover() != nil {
				fmt.Println("COREF PANIC")
				for i := range d.Mentions {
					d.Mentions[i].Chain = doc.None
				}
				d.Chains = nil
			}
		}()
		coref.Run(d)
	}()
	quote.Run(d)
	event.Run(d)
	claim.Run(d)
}

func system(d *doc.Document, id string) M {
	cp := func(b int) int { return utf8.RuneCountInString(d.Text[:b]) }
	ev := func(s graph.Span) M { return M{"start": cp(s.Start), "end": cp(s.End), "quote": s.Of(d.Text)} }
	actors, places, events, claims := []M{}, []M{}, []M{}, []M{}
	for i, c := range d.Chains {
		var ms []M
		for _, m := range c.Mentions {
			ms = append(ms, ev(d.Mentions[m].Span))
		}
		x := M{"id": fmt.Sprintf("c%d", i), "name": c.Name, "kind": string(c.Actor), "mentions": ms, "aliases": append([]string{}, c.Aliases...)}
		if c.Place != "" {
			places = append(places, x)
		}
		if c.Actor != "" {
			actors = append(actors, x)
		}
	}
	ref := func(m int) string {
		if m < 0 || d.Mentions[m].Chain < 0 {
			return ""
		}
		return fmt.Sprintf("c%d", d.Mentions[m].Chain)
	}
	qq := func(q doc.Quantity) M {
		op := map[graph.Comparator]string{graph.Exact: "eq", graph.AtLeast: "ge", graph.MoreThan: "gt", graph.UpTo: "le", graph.FewerThan: "lt", graph.Nearly: "lt", graph.About: "approx"}[q.Figure.Comparator]
		return M{"metric": q.Figure.Metric, "op": op, "value": q.Figure.Value}
	}
	for i, e := range d.Events {
		if e.Same != i || e.Generic {
			continue
		}
		x := M{"id": fmt.Sprintf("e%d", i), "label": e.Trigger.Of(d.Text), "type": ontology.Coarse(e.Type, e.Modes, e.Contexts) + "/x", "modality": modality(e)}
		if e.Time >= 0 {
			x["date"] = d.Timexes[e.Time].EDTF
		}
		var evs, parts []M
		seen := map[string]bool{}
		for _, o := range d.Events {
			if o.Same != i {
				continue
			}
			evs = append(evs, ev(o.Trigger))
			for _, a := range o.Args {
				if r := ref(a.Mention); r != "" {
					if x, _ := ontology.RoleOf(a.Role); seen[r+x.Side] {
						continue
					} else {
						seen[r+x.Side] = true
					}
					role, _ := ontology.RoleOf(a.Role)
					if d.Chains[d.Mentions[a.Mention].Chain].Actor == "" {
						parts = append(parts, M{"name": d.Chains[d.Mentions[a.Mention].Chain].Name, "role": role.Side})
						continue
					}
					parts = append(parts, M{"actor": r, "role": role.Side})
				}
			}
		}
		if e.Place >= 0 {
			if ch := d.Mentions[e.Place].Chain; ch >= 0 {
				x["place"] = []string{d.Chains[ch].Name}
			} else {
				x["place"] = []string{d.Mentions[e.Place].Of(d.Text)}
			}
		}
		var qs []M
		for _, q := range d.Quantities {
			if q.Event >= 0 && d.Events[q.Event].Same == i && q.Figure.Comparator != graph.Unspecified {
				qs = append(qs, qq(q))
			}
		}
		x["quantities"] = qs
		x["evidence"], x["participants"] = evs, parts
		events = append(events, x)
	}
	for i, a := range d.Attributions {
		ch := []string{}
		for _, h := range a.Hops {
			if r := ref(h.Source); r != "" {
				ch = append(ch, r)
			}
		}
		act, _ := ontology.ActOf(a.Act)
		var about []string
		for _, e := range a.Events {
			about = append(about, fmt.Sprintf("e%d", d.Events[e].Same))
		}
		for _, m := range a.Mentions {
			about = append(about, ref(m))
		}
		x := M{"id": fmt.Sprintf("k%d", i), "claimants": ch, "stance": act.Stance, "text": a.Of(d.Text), "about": about, "evidence": []M{ev(a.Span)}}
		if a.Time >= 0 {
			x["date"] = d.Timexes[a.Time].EDTF
		}
		if a.Quantity >= 0 && d.Quantities[a.Quantity].Figure.Comparator != graph.Unspecified {
			x["quantities"] = []M{qq(d.Quantities[a.Quantity])}
		}
		claims = append(claims, x)
	}
	return M{"doc": id, "offset_unit": "char", "actors": actors, "places": places, "events": events, "claims": claims, "relations": []M{}}
}

func modality(e doc.Event) string {
	switch e.Realis {
	case graph.Planned, graph.Future, graph.Foiled:
		return "planned"
	case graph.Hypothetical:
		return "hypothetical"
	case graph.Denied:
		return "denied"
	}
	return "actual"
}

func show(d *doc.Document) {
	debug(d)
	if os.Getenv("TREE") != "" {
		for s := range d.Sentences {
			for i := d.Sentences[s].First; i < d.Sentences[s].Last; i++ {
				tk := d.Tokens[i]
				h := "-"
				if tk.Head >= 0 {
					h = d.Tokens[tk.Head].Text
				}
				fmt.Printf("%d %s/%s/%s(%s<-%s) ", i, tk.Text, tk.XPOS, tk.Lemma, tk.Deprel, h)
			}
			fmt.Println()
		}
	}
	for _, x := range d.Timexes {
		fmt.Printf("TIMEX %q %s %s %s rule=%s\n", x.Of(d.Text), x.Timex, x.Value, x.EDTF, x.Rule)
	}
	for _, q := range d.Quantities {
		ev := ""
		if q.Event >= 0 {
			ev = d.Events[q.Event].Trigger.Of(d.Text)
		}
		fmt.Printf("QUANTITY %q %s %s %v %s event=%q\n", q.Of(d.Text), q.Figure.Metric, q.Figure.Comparator, q.Figure.Value, q.Figure.Unit, ev)
	}
	for i, e := range d.Events {
		tm := ""
		if e.Time >= 0 {
			tm = d.Timexes[e.Time].EDTF
		}
		fmt.Printf("EVENT %d same=%d %s %v %s %q neg=%v gen=%v t=%s %s\n", i, e.Same, e.Type, e.Modes, e.Realis, e.Trigger.Of(d.Text), e.Negated, e.Generic, tm, e.Rule)
		for _, a := range e.Args {
			fmt.Printf("      %s=%q\n", a.Role, d.Mentions[a.Mention].Of(d.Text))
		}
		if e.Place >= 0 {
			fmt.Printf("      at %q\n", d.Mentions[e.Place].Of(d.Text))
		}
	}
	for _, a := range d.Attributions {
		fmt.Printf("CLAIM %s un=%v neg=%v q=%v ev=%v %s\n    content=%q\n", a.Act, a.Unattributed, a.Negated, a.Quoted, a.Events, a.Rule, a.Content.Of(d.Text))
		for _, h := range a.Hops {
			n := ""
			if h.Source >= 0 {
				n = d.Mentions[h.Source].Of(d.Text)
			}
			fmt.Printf("    hop %q (%q) %s cue=%q told=%v %s %s\n", n, h.Span.Of(d.Text), h.Act, h.Cue.Of(d.Text), h.Told, h.Factuality, h.Medium)
		}
	}
}

func init() {
	debug = func(d *doc.Document) {
		for _, b := range d.Blocks {
			fmt.Printf("BLOCK %s %.70q\n", b.Role, b.Of(d.Text))
		}
		for _, q := range d.Quotes {
			fmt.Printf("QUOTE %v %.120q\n", q.Speech, q.Of(d.Text))
		}
	}
}

var debug func(*doc.Document)

func init() {
	old := debug
	debug = func(d *doc.Document) {
		old(d)
		for _, m := range d.Mentions {
			fmt.Printf("MENTION %s %s %q head=%q chain=%d %s\n", m.Type, m.Class, m.Of(d.Text), d.Tokens[m.Head].Text, m.Chain, m.Rule)
		}
	}
}

func init() {
	old := debug
	debug = func(d *doc.Document) {
		old(d)
		for i, c := range d.Chains {
			fmt.Printf("CHAIN %d %q actor=%s place=%s country=%s named=%v aliases=%q\n", i, c.Name, c.Actor, c.Place, c.Country, c.Named, c.Aliases)
		}
	}
}
