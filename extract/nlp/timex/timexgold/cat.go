package timexgold

import (
	"encoding/xml"
	"path"
	"strings"

	"github.com/claimline/claimline/graph"
)

// catDocument is the part of the CAT format that time expressions need.
type catDocument struct {
	Tokens []struct {
		ID       string `xml:"t_id,attr"`
		Sentence string `xml:"sentence,attr"`
		Text     string `xml:",chardata"`
	} `xml:"token"`
	Markables struct {
		All []struct {
			XMLName  xml.Name
			Type     string `xml:"type,attr"`
			Value    string `xml:"value,attr"`
			Function string `xml:"functionInDocument,attr"`
			DCT      string `xml:"DCT,attr"`
			Anchors  []struct {
				ID string `xml:"t_id,attr"`
			} `xml:"token_anchor"`
		} `xml:",any"`
	} `xml:"Markables"`
}

// kinds are the types of TIMEX3 by the names of Event StoryLine.
var kinds = map[string]string{
	"TIME_DATE": "DATE", "TIME_OF_THE_DAY": "TIME", "TIME_DURATION": "DURATION", "TIME_REPETITION": "SET",
}

// A joiner makes a text of tokens and remembers where they lie.
type joiner struct {
	b                         strings.Builder
	tokens, sentences         map[string]graph.Span // by token, by sentence
	of                        map[string]string     // sentence of a token
	earlier, before, sentence string
}

func (j *joiner) add(id, sentence, text string) {
	switch {
	case j.b.Len() == 0:
	case sentence != j.sentence:
		j.b.WriteByte('\n')
	case spaced(j.earlier, j.before, text):
		j.b.WriteByte(' ')
	}
	start := j.b.Len()
	j.b.WriteString(text)
	j.tokens[id] = graph.Span{Start: start, End: j.b.Len()}
	j.of[id] = sentence
	if line, known := j.sentences[sentence]; known {
		start = line.Start
	}
	j.sentences[sentence] = graph.Span{Start: start, End: j.b.Len()}
	j.earlier, j.before, j.sentence = j.before, text, sentence
}

// readCAT joins the tokens of a CAT document to a text, a sentence a line. The
// sentences with any annotation are those that people looked at.
func readCAT(name string, data []byte) (Text, error) {
	var c catDocument
	if err := xml.Unmarshal(data, &c); err != nil {
		return Text{}, err
	}
	j := joiner{tokens: map[string]graph.Span{}, sentences: map[string]graph.Span{}, of: map[string]string{}}
	for _, t := range c.Tokens {
		j.add(t.ID, t.Sentence, t.Text)
	}
	g := Text{Name: path.Base(name), Text: j.b.String()}
	looked := map[string]bool{}
	for _, m := range c.Markables.All {
		for _, a := range m.Anchors {
			if s := j.of[a.ID]; !looked[s] {
				looked[s] = true
				g.Looked = append(g.Looked, j.sentences[s])
			}
		}
		if !strings.HasPrefix(m.XMLName.Local, "TIME") {
			continue
		}
		if m.DCT == "TRUE" || m.Function == "CREATION_TIME" {
			g.Created = m.Value
		}
		if n := len(m.Anchors); n > 0 {
			first, last := j.tokens[m.Anchors[0].ID], j.tokens[m.Anchors[n-1].ID]
			span := graph.Span{Start: min(first.Start, last.Start), End: max(first.End, last.End)}
			kind := m.Type
			if kind == "" {
				kind = kinds[m.XMLName.Local]
			}
			g.Timexes = append(g.Timexes, Timex{Span: abbreviated(g.Text, span), Type: kind, Value: m.Value})
		}
	}
	return g, nil
}

// abbreviated gives a.m. and p.m. the period back that the tokens of the
// corpus cut off.
func abbreviated(text string, s graph.Span) graph.Span {
	if marked := text[s.Start:s.End]; (strings.HasSuffix(marked, ".m") || strings.HasSuffix(marked, ".M")) && strings.HasPrefix(text[s.End:], ".") {
		s.End++
	}
	return s
}

// spaced reports whether a space stood between two tokens of news text, from
// the token before them too.
func spaced(earlier, before, after string) bool {
	if strings.Contains(".,;:!?%)]'’/-", after[:1]) || after == "n't" {
		return false
	}
	switch last := before[len(before)-1:]; last {
	case "-", "/", "(", "[", "$", "#":
		return false
	case ":", ".":
		return len(before) > 1 || (after[0] < '0' || after[0] > '9') && after != "m" && after != "M" || len(earlier) > 2
	}
	return true
}
