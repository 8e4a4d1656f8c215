package neural_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/extract/nlp/neural"
)

// floors are percentages that the model must reach on gold tokens; a new model
// may raise them. Tags, attachment (UAS) and universal relations (LAS) over all
// words with punctuation; names by exact span and class.
var floors = []struct {
	name, trees, names   string
	upos, uas, las, nerF float64
}{
	{name: "EWT test", trees: "ud-ewt/en_ewt-ud-test.conllu.gz", upos: 96.2, uas: 89.6, las: 87},
	{name: "GUM open dev", trees: "ud-gum/gum-open-dev.conllu.gz", upos: 97, uas: 89.1, las: 86.5},
	{name: "EWT dev", trees: "ud-ewt/en_ewt-ud-dev.conllu.gz", names: "uner-ewt/en_ewt-ud-dev.iob2.gz", upos: 96.2, uas: 89.5, las: 87, nerF: 74.5},
}

// rows reads sentences of tab-separated columns, without comments, multiword
// ranges and empty nodes.
func rows(t *testing.T, name string) [][][]string {
	t.Helper()
	text, err := doctest.ReadFile(doctest.Shared(t, "data/"+name))
	if err != nil {
		t.Fatal(err)
	}
	var out [][][]string
	var sentence [][]string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		columns := strings.Split(line, "\t")
		if _, err := strconv.Atoi(columns[0]); err == nil {
			sentence = append(sentence, columns)
		} else if line == "" && sentence != nil {
			out = append(out, sentence)
			sentence = nil
		}
	}
	return out
}

// score counts what is right.
type score struct {
	words, upos, xpos, uas, las int
	gold, found, right          int // names
	took                        time.Duration
}

func percent(a, b int) float64 { return 100 * float64(a) / float64(max(1, b)) }

func (s *score) f1() float64 { return percent(2*s.right, s.gold+s.found) }

func (s *score) trees(m *neural.Model, sentences [][][]string) {
	universal := func(r string) string { u, _, _ := strings.Cut(r, ":"); return u }
	var p neural.Prediction
	for _, rows := range sentences {
		s.predict(m, rows, &p)
		for i, c := range rows {
			s.words++
			if p.UPOS[i] == c[3] {
				s.upos++
			}
			if p.XPOS[i] == c[4] {
				s.xpos++
			}
			if strconv.Itoa(p.Heads[i]+1) == c[6] {
				s.uas++
				if universal(p.Deprel[i]) == universal(c[7]) {
					s.las++
				}
			}
		}
	}
}

func (s *score) predict(m *neural.Model, rows [][]string, p *neural.Prediction) {
	words := make([]string, len(rows))
	for i, c := range rows {
		words[i] = c[1]
	}
	begun := time.Now()
	m.Predict(words, p)
	s.took += time.Since(begun)
}

func (s *score) names(m *neural.Model, sentences [][][]string) {
	var p neural.Prediction
	for _, rows := range sentences {
		s.predict(m, rows, &p)
		labels := make([]string, len(rows))
		for i, c := range rows {
			labels[i] = c[2]
		}
		gold, found := spans(labels), spans(p.Names)
		s.gold, s.found = s.gold+len(gold), s.found+len(found)
		for span := range found {
			if gold[span] {
				s.right++
			}
		}
	}
}

type span struct {
	first, last int
	class       string
}

// spans reads IOB2 or BIOES labels of persons, organizations and places.
func spans(labels []string) map[span]bool {
	out := make(map[span]bool)
	for i := 0; i < len(labels); i++ {
		l := labels[i]
		if l[0] != 'B' && l[0] != 'S' {
			continue
		}
		first := i
		for i+1 < len(labels) && (labels[i+1] == "I"+l[1:] || labels[i+1] == "E"+l[1:]) {
			i++
		}
		if class := l[2:]; class == "PER" || class == "ORG" || class == "LOC" {
			out[span{first, i, class}] = true
		}
	}
	return out
}

// TestEval prints the figures of the model card and holds them to the floors.
func TestEval(t *testing.T) {
	m := neural.Reader()
	var total score
	for _, f := range floors {
		var s score
		s.trees(m, rows(t, f.trees))
		upos, uas, las := percent(s.upos, s.words), percent(s.uas, s.words), percent(s.las, s.words)
		t.Logf("%-13s %6d words  UPOS %.2f  XPOS %.2f  UAS %.2f  LAS %.2f", f.name, s.words, upos, percent(s.xpos, s.words), uas, las)
		if upos < f.upos || uas < f.uas || las < f.las {
			t.Errorf("%s: below the floors UPOS %g UAS %g LAS %g", f.name, f.upos, f.uas, f.las)
		}
		if f.names != "" {
			s.names(m, rows(t, f.names))
			t.Logf("%-13s %6d names  P %.2f  R %.2f  F1 %.2f", f.name, s.gold, percent(s.right, s.found), percent(s.right, s.gold), s.f1())
			if s.f1() < f.nerF {
				t.Errorf("%s: names below the floor %g", f.name, f.nerF)
			}
			s.words *= 2 // read twice
		}
		total.words, total.took = total.words+s.words, total.took+s.took
	}
	t.Logf("%.0f words/s on one core", float64(total.words)/total.took.Seconds())
}
