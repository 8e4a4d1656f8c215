package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// fields are what a JSON article may hold.
var fields = []string{"text", "html", "title", "url", "publisher", "published_at", "author", "language", "collection"}

// readJSON reads an object with the fields above. One of text and html must
// be there.
func readJSON(s string) (content, error) {
	var raw map[string]json.RawMessage
	decoder := json.NewDecoder(strings.NewReader(s))
	if err := decoder.Decode(&raw); err != nil {
		return content{}, malformed(s, err)
	}
	if end := int(decoder.InputOffset()); strings.Trim(s[end:], " \t\r\n") != "" {
		return content{}, malformedAt(s, len(s)-len(strings.TrimLeft(s[end:], " \t\r\n")), "more data after the end of the object")
	}
	values := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(raw)) {
		if !slices.Contains(fields, name) {
			return content{}, unknownField(name)
		}
		v, err := stringField(name, raw[name])
		if err != nil {
			return content{}, err
		}
		values[name] = v
	}
	if values["text"] != "" && values["html"] != "" {
		return content{}, &Error{Code: CodeBadField, Message: "both text and html are given", Hint: "give one of them"}
	}
	c := content{text: values["text"]}
	if values["html"] != "" {
		c = readHTML(values["html"])
	} else if c.text == "" {
		return content{}, &Error{Code: CodeEmpty, Message: "neither text nor html is given", Hint: "give the article in one of them"}
	}
	c.meta = Meta{
		Title: values["title"], URL: values["url"], Publisher: values["publisher"], Author: values["author"],
		Language: values["language"], Published: values["published_at"], Collection: values["collection"],
	}.or(c.meta)
	if day := values["published_at"]; day != "" {
		c.dates = append([]fieldDate{{tidy(day), ruleJSON + " published_at", day}}, c.dates...)
	}
	return c, nil
}

// stringField reads a string; null is as good as none.
func stringField(name string, raw json.RawMessage) (string, error) {
	var v *string
	if err := json.Unmarshal(raw, &v); err != nil {
		return "", &Error{Code: CodeBadField, Message: fmt.Sprintf("%s must be a string, but is %s", name, kindOf(raw))}
	}
	if v == nil {
		return "", nil
	}
	return *v, nil
}

// kindOf names the type of a JSON value by its first byte.
func kindOf(raw json.RawMessage) string {
	switch raw[0] {
	case '{':
		return "an object"
	case '[':
		return "an array"
	case '"':
		return "a string"
	case 't', 'f':
		return "a truth value"
	}
	return "a number"
}

// malformed says where and why s stops being the JSON of an object.
func malformed(s string, err error) *Error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return malformedAt(s, int(syntax.Offset)-1, syntax.Error())
	case errors.As(err, &kind) && kind.Field == "":
		return malformedAt(s, 0, "an object is expected, not "+kindOf(json.RawMessage(strings.TrimLeft(s, " \t\r\n"))))
	case errors.As(err, &kind):
		return malformedAt(s, int(kind.Offset)-1, kind.Field+" must be a string, but is a "+kind.Value)
	}
	return malformedAt(s, len(s), "it ends too early")
}

func malformedAt(s string, offset int, why string) *Error {
	e := &Error{Code: CodeMalformed, Message: "malformed JSON: " + why,
		Hint: `give one object such as {"text": "…", "title": "…", "published_at": "2024-03-23"}`}
	e.Line, e.Column = position(s, offset)
	return e
}

// position gives line and column, both from 1, of a byte offset.
func position(s string, offset int) (lineNo, column int) {
	before := s[:min(max(offset, 0), len(s))]
	return strings.Count(before, "\n") + 1, len(before) - strings.LastIndexByte(before, '\n')
}

func unknownField(name string) *Error {
	hint := "the fields are " + strings.Join(fields, ", ")
	if near := graph.Nearest(name, fields); near != "" {
		hint = "did you mean " + near + "? " + hint
	}
	return &Error{Code: CodeUnknown, Message: fmt.Sprintf("unknown field %.60q", name), Hint: hint}
}

// A Sidecar is what a file NAME.meta.json says about the article in NAME.txt
// beside it. A null in it means that something is not known.
type Sidecar struct {
	Meta Meta
	// Anchor is the day to read the text from when no date of publication is
	// known. It is not in Meta: whoever wants it sets Meta.Anchor.
	Anchor string
}

// ReadSidecar reads a file of metadata. It may hold more fields than are used.
func ReadSidecar(data []byte) (Sidecar, error) {
	text, err := decode(data, "")
	if err != nil {
		return Sidecar{}, err
	}
	var file struct {
		Title     string `json:"title"`
		Publisher string `json:"publisher"`
		Author    string `json:"author"`
		URL       string `json:"url"`
		Language  string `json:"language"`
		Published string `json:"published"`
		Created   string `json:"document_creation_time"`
	}
	if err := json.Unmarshal(bytes.TrimSpace([]byte(text)), &file); err != nil {
		e := malformed(text, err)
		e.Message, e.Hint = "a file of metadata is "+e.Message, ""
		return Sidecar{}, e
	}
	for _, date := range []string{file.Published, file.Created} {
		if _, err := ParseDate(date); date != "" && err != nil {
			return Sidecar{}, err
		}
	}
	m := Meta{Title: file.Title, URL: file.URL, Publisher: file.Publisher, Author: file.Author, Language: file.Language, Published: file.Published}
	return Sidecar{Meta: m, Anchor: file.Created}, nil
}

// SidecarName is the name of the file of metadata beside the file name.
func SidecarName(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > strings.LastIndexAny(name, `/\`) {
		name = name[:i]
	}
	return name + ".meta.json"
}
