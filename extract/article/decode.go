package article

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// signatures tell files that hold no text by their first bytes.
var signatures = []struct{ magic, what string }{
	{"%PDF-", "a PDF file"},
	{"PK\x03\x04", "a zip archive (or a Word or OpenDocument file)"},
	{"\x89PNG", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF8", "a GIF image"},
	{"\x7fELF", "an ELF program"},
	{"\xd0\xcf\x11\xe0", "an old Microsoft Office file"},
	{"{\\rtf", "an RTF file"},
	{"7z\xbc\xaf", "a 7z archive"},
	{"Rar!\x1a", "a RAR archive"},
	{"BZh9", "a bzip2 file"},
	{"\xfd7zXZ", "an xz file"},
	{"\x28\xb5\x2f\xfd", "a zstd file"},
	{"SQLite format 3\x00", "an SQLite database"},
	{"MZ\x90", "a Windows program"},
	{"\xcf\xfa\xed\xfe", "a macOS program"},
	{"\x00asm", "a WebAssembly program"},
	{"RIFF", "a RIFF file (WebP, WAV or AVI)"},
	{"ID3", "an MP3 file"},
	{"OggS", "an Ogg file"},
}

// unpack decompresses what is compressed and refuses what is too large or no
// text at all.
func unpack(in Input) ([]byte, error) {
	data := in.Data
	if bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(bytes.NewReader(data))
		if err == nil {
			data, err = io.ReadAll(io.LimitReader(z, MaxBytes+1))
		}
		if err != nil {
			return nil, &Error{Code: CodeBinary, Message: "the gzip file is damaged: " + err.Error()}
		}
	}
	if len(data) > MaxBytes {
		return nil, tooLarge()
	}
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.magic)) {
			return nil, &Error{Code: CodeBinary, Message: "this is " + s.what + ", not text",
				Hint: "hand in plain text, HTML or JSON"}
		}
	}
	return data, nil
}

func tooLarge() *Error {
	return &Error{Code: CodeTooLarge, Message: fmt.Sprintf("larger than %d MiB", MaxBytes>>20),
		Hint: "split it into single articles"}
}

// charsetOf is the label of the encoding that came with the input.
func charsetOf(in Input) string {
	if in.Charset != "" {
		return in.Charset
	}
	_, parameters, err := mime.ParseMediaType(in.ContentType)
	if err != nil {
		return ""
	}
	return parameters["charset"]
}

// marks are byte order marks; they go before whatever else is said about the
// encoding.
var marks = []struct {
	mark string
	enc  encoding.Encoding
}{
	{"\xef\xbb\xbf", encoding.Nop},
	{"\xff\xfe", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"\xfe\xff", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
}

// decode turns data into UTF-8 by their byte order mark, else by the label
// that came with them. Without either they must be UTF-8.
func decode(data []byte, label string) (string, error) {
	for _, m := range marks {
		if rest, ok := bytes.CutPrefix(data, []byte(m.mark)); ok {
			return decodeAs(rest, m.enc, "its byte order mark")
		}
	}
	if label == "" {
		return decodeAs(data, encoding.Nop, "")
	}
	enc, name := charset.Lookup(label)
	if name == "utf-8" {
		enc = encoding.Nop
	}
	if enc == nil {
		return "", &Error{Code: CodeEncoding, Message: fmt.Sprintf("unknown character encoding %q", label),
			Hint: "name one of the web's, such as utf-8, windows-1252 or shift_jis"}
	}
	return decodeAs(data, enc, name)
}

// decodeAs decodes data strictly: a byte that does not belong is an error,
// because a replaced character would make every later quote a false one.
func decodeAs(data []byte, enc encoding.Encoding, name string) (string, error) {
	if enc == encoding.Nop {
		if at := firstInvalid(data); at >= 0 {
			return "", notUTF8(data, at, name)
		}
		return string(data), nil
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err == nil && bytes.ContainsRune(out, utf8.RuneError) {
		err = fmt.Errorf("character %d does not belong", bytes.IndexRune(out, utf8.RuneError)+1)
	}
	if err != nil {
		return "", &Error{Code: CodeEncoding, Message: fmt.Sprintf("the text is not in the encoding %s: %v", name, err),
			Hint: "say which encoding it is in"}
	}
	return string(out), nil
}

func notUTF8(data []byte, at int, name string) *Error {
	e := &Error{Code: CodeEncoding, Message: fmt.Sprintf("byte %#x at offset %d is not UTF-8", data[at], at),
		Hint: "say which encoding the text is in, such as windows-1252, or convert it to UTF-8"}
	if bytes.IndexByte(data, 0) >= 0 {
		e.Code, e.Message, e.Hint = CodeBinary, "this is a binary file, not text", "hand in plain text, HTML or JSON"
	} else if name != "" {
		e.Message += ", although " + name + " says so"
	}
	return e
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// checkText refuses a text that nothing can be read from.
func checkText(text string) error {
	switch {
	case strings.TrimSpace(text) == "":
		return &Error{Code: CodeEmpty, Message: "there is no text", Hint: "hand in the text of an article"}
	case len(text) > MaxBytes:
		return tooLarge()
	case strings.IndexByte(text, 0) >= 0:
		return &Error{Code: CodeBinary, Message: fmt.Sprintf("a NUL byte at offset %d: this is a binary file, not text", strings.IndexByte(text, 0)),
			Hint: "hand in plain text, HTML or JSON"}
	}
	return nil
}

// beginsWith reports whether the first byte of data that is no blank is c.
func beginsWith(data []byte, c byte) bool {
	rest := bytes.TrimLeft(bytes.TrimPrefix(data, []byte(marks[0].mark)), " \t\r\n")
	return len(rest) > 0 && rest[0] == c
}

// sniff tells the format of data that nothing is known about. Text that
// merely begins with a bracket is text.
func sniff(data []byte) format {
	head := bytes.TrimLeft(bytes.TrimPrefix(data, []byte(marks[0].mark)), " \t\r\n")
	head = head[:min(len(head), 512)]
	lower := bytes.ToLower(head)
	second := func(c byte) bool {
		rest := bytes.TrimLeft(head[1:], " \t\r\n")
		return len(rest) > 0 && rest[0] == c
	}
	switch {
	case len(head) == 0:
		return formatText
	case bytes.HasPrefix(lower, []byte("<!doctype html")), bytes.HasPrefix(lower, []byte("<html")), bytes.HasPrefix(lower, []byte("<head")):
		return formatHTML
	case bytes.HasPrefix(lower, []byte("<?xml")), bytes.HasPrefix(lower, []byte("<rss")), bytes.HasPrefix(lower, []byte("<feed")):
		if bytes.Contains(lower, []byte("<html")) {
			return formatHTML
		}
		return "XML or a news feed"
	case head[0] == '{' && second('"'):
		return formatJSON
	case head[0] == '[' && second('{'):
		return formatArray
	}
	return formatText
}
