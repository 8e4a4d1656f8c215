package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A page is what one pass over the tokens of a page collects. It needs no tree
// and so no depth.
type page struct {
	title     string
	heading   string // the first h1
	language  string
	canonical string
	times     []string            // datetime of time elements marked as the date of publication
	metas     map[string][]string // by name, property or itemprop in lower case
	linked    []string            // JSON-LD scripts
	elements  int

	blocks // what a reader sees
}

// A scanner walks the tokens.
type scanner struct {
	*page
	hidden  depth
	framing depth
	inside  atom.Atom // title, h1 or script whose text is being read
	heard   strings.Builder
}

// A depth counts open elements by name, so that a stray end tag of another
// name closes nothing.
type depth struct {
	open  map[atom.Atom]int
	total int
}

func (d *depth) change(a atom.Atom, by int) {
	if d.open == nil {
		d.open = map[atom.Atom]int{}
	}
	if d.open[a]+by >= 0 {
		d.open[a] += by
		d.total += by
	}
}

func scan(source string) *page {
	s := scanner{page: &page{metas: map[string][]string{}}}
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case html.ErrorToken: // the end: the reader cannot fail
			s.apart(atom.Body)
			return s.page
		case html.TextToken:
			s.text(string(z.Text()))
		case html.StartTagToken:
			s.start(z.Token(), true)
		case html.SelfClosingTagToken:
			s.start(z.Token(), false)
		case html.EndTagToken:
			s.stop(z.Token().DataAtom)
		}
	}
}

func (s *scanner) text(t string) {
	if s.inside != 0 {
		s.heard.WriteString(t)
	}
	if s.hidden.total == 0 {
		s.add(t)
	}
}

func (s *scanner) start(t html.Token, opens bool) {
	a := t.DataAtom
	s.apart(a)
	s.elements++
	switch a {
	case atom.Html:
		s.language = attr(t, "lang")
	case atom.Meta:
		s.meta(t)
	case atom.Link:
		if strings.EqualFold(attr(t, "rel"), "canonical") {
			s.canonical = attr(t, "href")
		}
	case atom.Time:
		if strings.EqualFold(attr(t, "itemprop"), "datePublished") || has(t, "pubdate") {
			s.times = append(s.times, attr(t, "datetime"))
		}
	}
	if !opens {
		return
	}
	if hidden[a] {
		s.hidden.change(a, 1)
	}
	if framing[a] {
		s.framing.change(a, 1)
	}
	if a == atom.Title && s.title == "" || a == atom.H1 && s.heading == "" ||
		a == atom.Script && strings.EqualFold(attr(t, "type"), "application/ld+json") {
		s.inside = a
		s.heard.Reset()
	}
}

func (s *scanner) stop(a atom.Atom) {
	s.apart(a)
	if hidden[a] {
		s.hidden.change(a, -1)
	}
	if framing[a] {
		s.framing.change(a, -1)
	}
	if a != s.inside {
		return
	}
	switch a {
	case atom.Title:
		s.title = tidy(s.heard.String())
	case atom.H1:
		s.heading = tidy(s.heard.String())
	case atom.Script:
		s.linked = append(s.linked, s.heard.String())
	}
	s.inside = 0
}

func (s *scanner) apart(a atom.Atom) {
	if sep := separator(a); sep != "" {
		s.blocks.end(sep, s.framing.total > 0)
	}
	if a == atom.Td || a == atom.Th {
		s.space = true
	}
}

func (s *scanner) meta(t html.Token) {
	value := tidy(attr(t, "content"))
	if value == "" {
		return
	}
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		if name := strings.ToLower(attr(t, key)); name != "" {
			s.metas[name] = append(s.metas[name], value)
		}
	}
}

func attr(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func has(t html.Token, key string) bool {
	for _, a := range t.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
