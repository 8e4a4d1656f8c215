package article

import (
	"fmt"
	"strings"
)

// A Code says what kind of thing is wrong with an input. API and command line
// show it as it stands.
type Code string

// The codes.
const (
	CodeEmpty       Code = "empty"
	CodeBinary      Code = "binary"
	CodeTooLarge    Code = "too_large"
	CodeEncoding    Code = "encoding"
	CodeUnsupported Code = "unsupported_type"
	CodeSeveral     Code = "several_articles"
	CodeMalformed   Code = "malformed_json"
	CodeUnknown     Code = "unknown_field"
	CodeBadField    Code = "bad_field"
	CodeBadDate     Code = "bad_date"
)

// An Error says what is wrong with an input and what to do about it.
type Error struct {
	Code    Code   `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
	// Line and Column say where malformed JSON broke, both from 1, the column
	// in bytes; zero where that means nothing.
	Line   int `json:"line,omitempty"`
	Column int `json:"column,omitempty"`
}

func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("article: ")
	b.WriteString(e.Message)
	if e.Line > 0 {
		fmt.Fprintf(&b, " (line %d, column %d)", e.Line, e.Column)
	}
	if e.Hint != "" {
		b.WriteString("; ")
		b.WriteString(e.Hint)
	}
	return b.String()
}
