package article

import (
	"bytes"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// decodeHTML decodes a page by its byte order mark or the label that came with
// it, else by what the page itself declares. A wrong byte becomes U+FFFD then,
// as it does in a browser: pages often hold some outside their main text.
func decodeHTML(data []byte, contentType, label string) (string, error) {
	if label != "" {
		contentType = "text/html; charset=" + label
	}
	if enc, name, certain := charset.DetermineEncoding(data, contentType); certain {
		if name == "utf-8" {
			return lenient(data), nil
		}
		out, err := enc.NewDecoder().Bytes(data)
		if err != nil {
			return "", &Error{Code: CodeEncoding, Message: "the page is not in the encoding " + name + ": " + err.Error()}
		}
		return lenient(out), nil
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	return decodeDeclared(data)
}

// decodeDeclared tries what the page declares. Pages that passed through
// several hands declare several encodings; the first that fits is taken.
func decodeDeclared(data []byte) (string, error) {
	fallback := ""
	for _, label := range declared(data) {
		enc, name := charset.Lookup(label)
		if enc == nil {
			continue
		}
		out, err := data, error(nil)
		if name != "utf-8" {
			out, err = enc.NewDecoder().Bytes(data)
		}
		if err != nil {
			continue
		}
		if utf8.Valid(out) && !bytes.ContainsRune(out, utf8.RuneError) {
			return string(out), nil
		}
		if fallback == "" {
			fallback = lenient(out)
		}
	}
	if fallback == "" {
		return decode(data, "")
	}
	return fallback, nil
}

func lenient(data []byte) string {
	return strings.ToValidUTF8(string(bytes.TrimPrefix(data, []byte(marks[0].mark))), string(utf8.RuneError))
}

// declared returns the encodings that the meta elements of a page name.
func declared(data []byte) []string {
	const head = 64 << 10
	var labels []string
	z := html.NewTokenizer(bytes.NewReader(data[:min(len(data), head)]))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return labels
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.DataAtom != atom.Meta {
				continue
			}
			label := attr(t, "charset")
			if strings.EqualFold(attr(t, "http-equiv"), "content-type") {
				if _, parameters, err := mime.ParseMediaType(attr(t, "content")); err == nil {
					label = parameters["charset"]
				}
			}
			if label != "" {
				labels = append(labels, label)
			}
		}
	}
}
