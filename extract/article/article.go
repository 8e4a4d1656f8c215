// Package article makes articles of what people hand in: bytes of plain text,
// HTML or JSON go in, a [graph.Article] comes out, with its text in UTF-8 and
// with what is known about it. What is not known stays empty: no date is
// guessed, and nothing is fetched.
//
// Plain text is kept byte for byte once it is decoded, since every span of
// every evidence counts its bytes. The main text of an HTML page is found by
// go-readability and written as paragraphs with a blank line between them.
package article

import (
	"mime"
	"path"
	"strings"

	"github.com/claimline/claimline/graph"
)

// MaxBytes is the most that one article may hold, after decompression.
const MaxBytes = 16 << 20

// An Input is what one article is made of.
type Input struct {
	Name        string // file name, or empty
	Data        []byte
	ContentType string // media type, such as text/html; empty when unknown
	Charset     string // label of the encoding, such as windows-1252; empty when unknown
	Meta        Meta
}

// Meta is what is said about an article from outside. What is set here goes
// before what the data themselves say.
type Meta struct {
	Title      string `json:"title,omitempty"`
	URL        string `json:"url,omitempty"`
	Publisher  string `json:"publisher,omitempty"`
	Author     string `json:"author,omitempty"`
	Language   string `json:"language,omitempty"`  // BCP 47
	Published  string `json:"published,omitempty"` // see ParseDate
	Collection string `json:"collection,omitempty"`
	// Anchor is a date to read the text from when no date of publication is
	// known. It never becomes that date.
	Anchor string `json:"anchor,omitempty"`
}

// or returns m, with what it leaves empty taken from n.
func (m Meta) or(n Meta) Meta {
	fill := func(to *string, from string) {
		if *to == "" {
			*to = from
		}
	}
	fill(&m.Title, n.Title)
	fill(&m.URL, n.URL)
	fill(&m.Publisher, n.Publisher)
	fill(&m.Author, n.Author)
	fill(&m.Language, n.Language)
	fill(&m.Published, n.Published)
	fill(&m.Collection, n.Collection)
	fill(&m.Anchor, n.Anchor)
	return m
}

// A content is what a format yields: the text and what the data say about it.
type content struct {
	text  string
	meta  Meta
	dates []fieldDate // of publication; meta has the first
}

// A fieldDate is a date of publication in one field of the data.
type fieldDate struct {
	day  string // as ParseDate reads it; empty when it can be read in two ways
	rule string
	text string // as it stands there
}

// Parse reads one article. Every error is an [*Error].
func Parse(in Input) (graph.Article, error) {
	data, err := unpack(in)
	if err != nil {
		return graph.Article{}, err
	}
	c, err := read(in, data)
	if err != nil {
		return graph.Article{}, err
	}
	return build(c, in.Meta)
}

func read(in Input, data []byte) (content, error) {
	switch f := formatOf(in, data); f {
	case formatHTML:
		page, err := decodeHTML(data, in.ContentType, in.Charset)
		if err != nil {
			return content{}, err
		}
		return readHTML(page), nil
	case formatJSON:
		text, err := decode(data, charsetOf(in))
		if err != nil {
			return content{}, err
		}
		return readJSON(text)
	case formatLines, formatArray:
		return content{}, &Error{Code: CodeSeveral, Message: "the data hold a list of articles, not one",
			Hint: "hand them in as a batch (application/x-ndjson, or a file ending in .ndjson)"}
	case formatText:
		text, err := decode(data, charsetOf(in))
		return content{text: text}, err
	default:
		return content{}, &Error{Code: CodeUnsupported, Message: "cannot read " + string(f),
			Hint: "hand in plain text, HTML or JSON"}
	}
}

// build makes the article and looks into its text for what nobody said.
func build(c content, outer Meta) (graph.Article, error) {
	if err := checkText(c.text); err != nil {
		return graph.Article{}, err
	}
	m, err := outer.or(c.meta).clean()
	if err != nil {
		return graph.Article{}, err
	}
	a := graph.Article{
		Collection: m.Collection,
		Text:       c.text,
		Title:      m.Title,
		URL:        m.URL,
		Publisher:  m.Publisher,
		Author:     m.Author,
		Language:   m.Language,
	}
	fields := c.dates
	if outer.Published != "" {
		fields = append([]fieldDate{{m.Published, ruleMetadata, m.Published}}, fields...)
	}
	if a.Published, a.Anchor, a.Warnings, err = dates(fields, m.Anchor, c.text); err != nil {
		return graph.Article{}, err
	}
	if a.Title == "" {
		a.Title = tidy(headline(c.text))
	}
	if a.Language == "" {
		a.Language = detectLanguage(c.text)
	}
	a.RepublishedFrom = republishedFrom(c.text, a.Publisher)
	a.Identify()
	return a, nil
}

// A format is how data are laid out. Those without a constant cannot be read;
// their value says what they are.
type format string

const (
	formatText  format = "text"
	formatHTML  format = "html"
	formatJSON  format = "json"
	formatArray format = "json array"
	formatLines format = "ndjson"
)

var formatOfExtension = map[string]format{
	".txt": formatText, ".text": formatText, ".md": formatText, ".markdown": formatText,
	".html": formatHTML, ".htm": formatHTML, ".xhtml": formatHTML,
	".ndjson": formatLines, ".jsonl": formatLines,
}

var formatOfType = map[string]format{
	"text/plain": formatText, "text/markdown": formatText,
	"text/html": formatHTML, "application/xhtml+xml": formatHTML,
	"application/x-ndjson": formatLines, "application/jsonl": formatLines, "application/jsonlines": formatLines,
}

// formatOf tells the format by media type, else by name, else by the data.
func formatOf(in Input, data []byte) format {
	media, _, err := mime.ParseMediaType(in.ContentType)
	if err != nil {
		media = ""
	}
	if f, ok := formatOfType[media]; ok {
		return f
	}
	name := strings.TrimSuffix(strings.ToLower(in.Name), ".gz")
	extension := path.Ext(name)
	switch {
	case media == "application/json" || extension == ".json":
		if beginsWith(data, '[') {
			return formatArray
		}
		return formatJSON
	case media == "" || media == "application/octet-stream" || media == "application/x-www-form-urlencoded":
		if f, ok := formatOfExtension[extension]; ok {
			return f
		}
		return sniff(data)
	}
	return format("the media type " + media)
}
