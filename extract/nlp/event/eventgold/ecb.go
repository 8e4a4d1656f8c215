package eventgold

import (
	"archive/tar"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

// A Marked is a mention that annotators of ECB+ marked.
type Marked struct {
	Spans []graph.Span // its words; they need not be neighbors
	Tag   string       // such as ACTION_OCCURRENCE
	Chain string       // what it means, the same in all documents; of its own where nothing else means it
}

// Overlaps reports whether one of the words of m lies in s.
func (m Marked) Overlaps(s graph.Span) bool { return slices.ContainsFunc(m.Spans, s.Overlaps) }

// Action reports whether m is an event in the sense of ECB+.
func (m Marked) Action() bool {
	return strings.HasPrefix(m.Tag, "ACTION") || strings.HasPrefix(m.Tag, "NEG_ACTION")
}

// Occurrence reports whether m is something that happens, rather than a state,
// a saying, a perceiving or a phase of something else.
func (m Marked) Occurrence() bool { return strings.HasSuffix(m.Tag, "ACTION_OCCURRENCE") }

// Participant reports whether m is a person, body or other human participant.
func (m Marked) Participant() bool { return strings.HasPrefix(m.Tag, "HUMAN_PART") }

// An ECBDocument is a text of ECB+ with what is marked in the sentences that
// were annotated with care.
type ECBDocument struct {
	Name, Topic string
	Text        string
	Marked      []Marked
	careful     []graph.Span
}

// Careful reports whether s begins in a sentence annotated with care.
func (d *ECBDocument) Careful(s graph.Span) bool {
	return slices.ContainsFunc(d.careful, func(c graph.Span) bool { return c.Start <= s.Start && s.Start < c.End })
}

// ReadECB reads the documents in a packed ECB+ (Cybulska and Vossen 2014).
func ReadECB(file string) ([]*ECBDocument, error) {
	unpacked, err := doctest.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("eventgold: read ECB+: %w", err)
	}
	var raw []*catDocument
	careful := map[string]bool{} // document, blank, sentence
	for r := tar.NewReader(strings.NewReader(unpacked)); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("eventgold: read ECB+: %w", err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, fmt.Errorf("eventgold: read %s: %w", h.Name, err)
		}
		switch {
		case strings.HasSuffix(h.Name, "sentences.csv"):
			for line := range strings.Lines(string(data)) {
				if f := strings.Split(strings.TrimSpace(line), ","); len(f) == 3 {
					careful[f[0]+"_"+f[1]+" "+f[2]] = true
				}
			}
		case strings.HasSuffix(h.Name, ".xml"):
			d := &catDocument{name: strings.TrimSuffix(path.Base(h.Name), ".xml")}
			if err := xml.Unmarshal(data, d); err != nil {
				return nil, fmt.Errorf("eventgold: read %s: %w", h.Name, err)
			}
			raw = append(raw, d)
		}
	}
	docs := make([]*ECBDocument, len(raw))
	for i, d := range raw {
		docs[i] = d.document(careful)
	}
	slices.SortFunc(docs, func(a, b *ECBDocument) int { return strings.Compare(a.Name, b.Name) })
	return docs, nil
}

// catDocument is the part of the CAT format that mentions need.
type catDocument struct {
	name   string // such as 1_10ecb
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
}

// chains gives each mark that is joined to others what it means: the note of
// a relation across documents, or the relation itself within one.
func (c *catDocument) chains() map[int]string {
	out := map[int]string{}
	for _, r := range c.Relations.All {
		id := c.name + " " + r.ID
		if r.XMLName.Local == "CROSS_DOC_COREF" {
			id = r.Note
		}
		for _, s := range r.Sources {
			out[s.ID] = id
		}
	}
	return out
}

// document writes the tokens as a text and the marks as spans of it.
func (c *catDocument) document(careful map[string]bool) *ECBDocument {
	d := &ECBDocument{Name: c.name}
	d.Topic, _, _ = strings.Cut(c.name, "_")
	at, in := map[int]graph.Span{}, map[int]int{}
	var b strings.Builder
	last, address := -1, false
	for _, k := range c.Tokens {
		word := strings.NewReplacer("``", `"`, "''", `"`).Replace(strings.TrimSpace(k.Word))
		if k.Sentence != last {
			address = strings.HasPrefix(word, "http")
		}
		if address { // where the text is from, cut into tokens
			last = k.Sentence
			continue
		}
		switch {
		case b.Len() == 0:
		case k.Sentence != last:
			b.WriteString("\n\n")
		case !strings.Contains(".,;:!?)", word) && !strings.HasPrefix(word, "'") && word != "n't":
			b.WriteByte(' ')
		}
		if k.Sentence != last && careful[c.name+" "+strconv.Itoa(k.Sentence)] {
			d.careful = append(d.careful, graph.Span{Start: b.Len()})
		}
		last = k.Sentence
		at[k.ID], in[k.ID] = graph.Span{Start: b.Len(), End: b.Len() + len(word)}, k.Sentence
		b.WriteString(word)
		if careful[c.name+" "+strconv.Itoa(k.Sentence)] {
			d.careful[len(d.careful)-1].End = b.Len()
		}
	}
	d.Text = b.String()
	chains := c.chains()
	for _, m := range c.Markables.All {
		if len(m.Anchors) == 0 || !careful[c.name+" "+strconv.Itoa(in[m.Anchors[0].Token])] {
			continue
		}
		mark := Marked{Tag: m.XMLName.Local, Chain: cmp.Or(chains[m.ID], c.name+" alone "+strconv.Itoa(m.ID))}
		for _, a := range m.Anchors {
			mark.Spans = append(mark.Spans, at[a.Token])
		}
		d.Marked = append(d.Marked, mark)
	}
	return d
}
