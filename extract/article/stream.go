package article

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/claimline/claimline/graph"
)

// A Parsed is what one piece of a batch became.
type Parsed struct {
	Ref     Ref
	Input   Input // the piece by itself
	Article graph.Article
	Err     error
}

// A Ref says where a piece of a batch stands: its line in NDJSON or its item
// in an array, from 1. It is zero for an article by itself.
type Ref struct{ Line, Item int }

func (r Ref) String() string {
	switch {
	case r.Line > 0:
		return "line " + strconv.Itoa(r.Line)
	case r.Item > 0:
		return "item " + strconv.Itoa(r.Item)
	}
	return ""
}

// ParseAll parses everything in: each line of NDJSON and each element of a
// JSON array, or the one article that anything else is. A piece that is wrong
// has its Err set and does not keep the others from coming. Yield may return
// false to stop.
func ParseAll(in Input, yield func(Parsed) bool) error {
	return Split(bytes.NewReader(in.Data), in, func(ref Ref, piece Input, err error) bool {
		p := Parsed{Ref: ref, Input: piece, Err: err}
		if err == nil {
			p.Article, p.Err = Parse(piece)
		}
		if e := (*Error)(nil); errors.As(p.Err, &e) && e.Line > 0 && ref.Line > 0 {
			e.Line = ref.Line // a piece of NDJSON knows only itself
		}
		return yield(p)
	})
}

// Split cuts a stream into single articles without parsing them. In.Data is
// not used; what else in says holds for every piece. Each piece can be given
// to Parse by itself; err says why a piece cannot. Split holds one piece at a
// time. It fails only when r does, or when the end of an array is missing.
func Split(r io.Reader, in Input, yield func(ref Ref, piece Input, err error) bool) error {
	b := bufio.NewReaderSize(r, 64<<10)
	if magic, _ := b.Peek(2); string(magic) == "\x1f\x8b" {
		z, err := gzip.NewReader(b)
		if err != nil {
			return fmt.Errorf("article: read gzip: %w", err)
		}
		b = bufio.NewReaderSize(z, 64<<10)
		in.Name = strings.TrimSuffix(in.Name, ".gz")
	}
	head, err := b.Peek(4 << 10)
	if err != nil && err != io.EOF && len(head) == 0 {
		return fmt.Errorf("article: read: %w", err)
	}
	s := splitter{r: b, in: in, yield: yield}
	switch formatOf(in, head) {
	case formatLines:
		return s.lines()
	case formatArray:
		return s.array()
	case formatJSON:
		if path.Ext(in.Name) == "" && severalLines(head) {
			return s.lines()
		}
	}
	return s.whole()
}

// severalLines reports whether the first line is an object by itself and
// another begins below: NDJSON that nobody called so.
func severalLines(head []byte) bool {
	first, rest, _ := bytes.Cut(head, []byte("\n"))
	return bytes.HasSuffix(bytes.TrimSpace(first), []byte("}")) && beginsWith(rest, '{')
}

type splitter struct {
	r     *bufio.Reader
	in    Input
	yield func(ref Ref, piece Input, err error) bool
}

// piece hands on one JSON object.
func (s *splitter) piece(ref Ref, data []byte, err error) bool {
	in := s.in
	in.Data, in.ContentType = data, "application/json"
	in.Name = fmt.Sprintf("%s#%d", s.in.Name, ref.Line+ref.Item)
	if err != nil {
		in.Data = nil
	}
	return s.yield(ref, in, err)
}

func (s *splitter) whole() error {
	data, err := io.ReadAll(io.LimitReader(s.r, MaxBytes+1))
	if err != nil {
		return fmt.Errorf("article: read: %w", err)
	}
	in := s.in
	in.Data = data
	if len(data) > MaxBytes {
		in.Data = nil
		s.yield(Ref{}, in, tooLarge())
		return nil
	}
	s.yield(Ref{}, in, nil)
	return nil
}

func (s *splitter) lines() error {
	for n := 1; ; n++ {
		data, err := s.line()
		if err != nil && err != io.EOF {
			return fmt.Errorf("article: read line %d: %w", n, err)
		}
		if n == 1 {
			data = bytes.TrimPrefix(data, []byte(marks[0].mark))
		}
		var wrong error
		if len(data) > MaxBytes {
			wrong = tooLarge()
		}
		data = bytes.TrimSpace(data)
		if len(data) > 0 && !s.piece(Ref{Line: n}, data, wrong) || err == io.EOF {
			return nil
		}
	}
}

// line reads one line; of one that is too long only the beginning.
func (s *splitter) line() ([]byte, error) {
	var out []byte
	for {
		part, err := s.r.ReadSlice('\n')
		if len(out) <= MaxBytes {
			out = append(out, part...)
		}
		if err != bufio.ErrBufferFull {
			return out, err
		}
	}
}

// array cuts a JSON array at the commas between its elements. It looks at
// brackets and strings alone, so that an element with another error in it is
// one bad element.
func (s *splitter) array() error {
	if err := s.open(); err != nil {
		return err
	}
	for n := 1; ; n++ {
		data, end, err := s.element()
		if err != nil {
			return &Error{Code: CodeMalformed, Message: fmt.Sprintf("the array ends within item %d", n), Hint: "the file may have been cut off"}
		}
		var wrong error
		if len(data) > MaxBytes {
			wrong = tooLarge()
		}
		data = bytes.TrimSpace(data)
		if len(data) == 0 && !(end && n == 1) {
			wrong = &Error{Code: CodeMalformed, Message: "an item is missing between two commas"}
		}
		if (len(data) > 0 || wrong != nil) && !s.piece(Ref{Item: n}, data, wrong) || end {
			return nil
		}
	}
}

// open skips to after the bracket that opens the array.
func (s *splitter) open() error {
	for {
		c, err := s.r.ReadByte()
		if err != nil {
			return fmt.Errorf("article: read array: %w", err)
		}
		if c == '[' {
			return nil
		}
	}
}

// element reads up to the comma or bracket that ends an element.
func (s *splitter) element() (data []byte, end bool, err error) {
	depth, quoted, escaped := 0, false, false
	for {
		c, err := s.r.ReadByte()
		if err != nil {
			return data, true, err
		}
		switch {
		case escaped:
			escaped = false
		case quoted:
			escaped = c == '\\'
			quoted = c != '"'
		case c == '"':
			quoted = true
		case c == '{' || c == '[':
			depth++
		case depth == 0 && (c == ',' || c == ']'):
			return data, c == ']', nil
		case c == '}' || c == ']':
			depth--
		}
		if len(data) <= MaxBytes {
			data = append(data, c)
		}
	}
}
