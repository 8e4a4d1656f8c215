package resolve_test

import (
	"archive/tar"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
)

var ecbTopics = flag.String("ecb", "", "topics of ECB+ to score, divided by commas, or all; one without it")

// ecbDoc is a document of ECB+ (Cybulska and Vossen 2014).
type ecbDoc struct {
	name   string // such as 1_10ecb
	topic  string
	Tokens []struct {
		ID       int    `xml:"t_id,attr"`
		Sentence int    `xml:"sentence,attr"`
		Word     string `xml:",chardata"`
	} `xml:"token"`
	Markables struct {
		All []struct {
			XMLName xml.Name
			ID      int `xml:"m_id,attr"`
			Anchors []struct {
				Token int `xml:"t_id,attr"`
			} `xml:"token_anchor"`
		} `xml:",any"`
	} `xml:"Markables"`
	Relations struct {
		All []struct {
			XMLName xml.Name
			ID      string `xml:"r_id,attr"`
			Note    string `xml:"note,attr"`
			Sources []struct {
				ID int `xml:"m_id,attr"`
			} `xml:"source"`
		} `xml:",any"`
	} `xml:"Relations"`

	text  string
	spans map[int]graph.Span // token → its place in text
	in    map[int]int        // token → its sentence
}

// readECB reads the documents of some topics, and which sentences of each were
// annotated with care.
func readECB(t *testing.T, topics []string) ([]*ecbDoc, map[string]bool) {
	unpacked, err := doctest.ReadFile(doctest.Shared(t, "data/ecbplus/ecbplus-20topics.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	var docs []*ecbDoc
	careful := map[string]bool{} // document, blank, sentence
	for r := tar.NewReader(strings.NewReader(unpacked)); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(path.Base(h.Name), ".xml")
		topic, _, _ := strings.Cut(name, "_")
		switch {
		case strings.HasSuffix(h.Name, "sentences.csv"):
			for line := range strings.Lines(string(data)) {
				if f := strings.Split(strings.TrimSpace(line), ","); len(f) == 3 {
					careful[f[0]+"_"+f[1]+" "+f[2]] = true
				}
			}
		case strings.HasSuffix(h.Name, ".xml") && (len(topics) == 0 || slices.Contains(topics, topic)):
			d := &ecbDoc{name: name, topic: topic}
			if err := xml.Unmarshal(data, d); err != nil {
				t.Fatalf("%s: %v", h.Name, err)
			}
			d.write()
			docs = append(docs, d)
		}
	}
	slices.SortFunc(docs, func(a, b *ecbDoc) int { return strings.Compare(a.name, b.name) })
	return docs, careful
}

// write joins the tokens to a text, a paragraph for each sentence.
func (d *ecbDoc) write() {
	var b strings.Builder
	d.spans, d.in = map[int]graph.Span{}, map[int]int{}
	last := -1
	for _, k := range d.Tokens {
		word := strings.NewReplacer("``", `"`, "''", `"`).Replace(strings.TrimSpace(k.Word))
		switch {
		case b.Len() == 0:
		case k.Sentence != last:
			b.WriteString("\n\n")
		case !strings.Contains(".,;:!?)", word) && !strings.HasPrefix(word, "'") && word != "n't":
			b.WriteByte(' ')
		}
		last = k.Sentence
		d.spans[k.ID] = graph.Span{Start: b.Len(), End: b.Len() + len(word)}
		d.in[k.ID] = k.Sentence
		b.WriteString(word)
	}
	d.text = b.String()
}

// annotated are the mentions in careful sentences whose tag begins with one of
// some words, each with its tokens and the chain that it is in; one of its own
// where it is in none.
func (d *ecbDoc) annotated(careful map[string]bool, tags ...string) (tokens [][]graph.Span, chains []string) {
	chain := map[int]string{}
	for _, r := range d.Relations.All {
		id := d.name + " " + r.ID
		if r.XMLName.Local == "CROSS_DOC_COREF" {
			id = r.Note
		}
		for _, s := range r.Sources {
			chain[s.ID] = id
		}
	}
	for _, m := range d.Markables.All {
		tagged := slices.ContainsFunc(tags, func(tag string) bool { return strings.HasPrefix(m.XMLName.Local, tag) })
		if !tagged || len(m.Anchors) == 0 || !careful[d.name+" "+strconv.Itoa(d.in[m.Anchors[0].Token])] {
			continue
		}
		var spans []graph.Span
		for _, a := range m.Anchors {
			spans = append(spans, d.spans[a.Token])
		}
		id := chain[m.ID]
		if id == "" {
			id = d.name + " alone " + strconv.Itoa(m.ID)
		}
		tokens, chains = append(tokens, spans), append(chains, id)
	}
	return tokens, chains
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
func (d *ecbDoc) find(sub *graph.Subgraph, kind graph.Kind, tokens [][]graph.Span, careful map[string]bool) []ecbMention {
	var out []ecbMention
	taken := make([]bool, len(tokens))
	for _, l := range sub.Relationships {
		if l.Type != graph.Mentions || graph.KindOf(l.To) != kind {
			continue
		}
		for _, ev := range l.Evidence {
			if !careful[d.name+" "+strconv.Itoa(d.sentence(ev.Span))] {
				continue
			}
			m := ecbMention{key: d.name + " found " + strconv.Itoa(ev.Start), node: resolve.Member{Article: l.Article, ID: l.To}, lemma: d.topic + " " + lemmaOf(ev)}
			for i, spans := range tokens {
				if !taken[i] && slices.ContainsFunc(spans, ev.Overlaps) {
					taken[i], m.key, m.inGold = true, d.name+" "+strconv.Itoa(i), true
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
	docs, careful := readECB(t, topics)
	var subs []*graph.Subgraph
	for _, d := range docs {
		a := graph.Article{Text: d.text, Title: d.name}
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
			tokens, chains := d.annotated(careful, layer.tags...)
			for k, c := range chains {
				gold[d.name+" "+strconv.Itoa(k)] = c
			}
			for _, m := range d.find(subs[i], layer.kind, tokens, careful) {
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

// sentence is the sentence of the token that span begins in, or -1.
func (d *ecbDoc) sentence(span graph.Span) int {
	for id, s := range d.spans {
		if s.Overlaps(span) {
			return d.in[id]
		}
	}
	return -1
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
