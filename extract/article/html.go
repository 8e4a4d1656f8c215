package article

import (
	"fmt"
	"strings"

	"github.com/go-shiori/go-readability"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxElements is how many elements a page may have for its main text to be
// looked for. Pages of news have some thousands; far beyond, looking would take
// seconds.
const maxElements = 30_000

// readHTML finds the main text of a page and what the page says about itself.
// Where no main text is found, or the page is nested too deeply or has too many
// elements to look for it, it is all text outside of menus and the like.
func readHTML(page string) content {
	p := scan(page)
	dates := p.dates()
	c := content{meta: p.meta(dates), dates: dates}
	if p.elements <= maxElements {
		if found, err := mainText(page); err == nil {
			c.text = p.choose(found)
		}
	}
	// The heading of the page is taken for its frame, but is the article's.
	if c.text != "" && p.heading != "" && !strings.Contains(c.text, p.heading) && strings.Contains(p.text(), p.heading) {
		c.text = p.heading + "\n\n" + c.text
	}
	if c.text == "" {
		c.text = p.text()
	}
	// A page that a program fills in shows next to nothing by itself.
	if body := linkedBody(p.linked); len(body) > 2*len(c.text) {
		c.text = body
	}
	return c
}

// mainText returns the pieces of text that make up the main part of a page.
// The extractor behind it has met no page that we wrote; if one makes it panic,
// that is one page without a main part.
func mainText(page string) (pieces []string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("article: main text: %v", r)
		}
	}()
	tree, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil, fmt.Errorf("article: parse HTML: %w", err)
	}
	found, err := readability.FromDocument(tree, nil)
	if err != nil {
		return nil, fmt.Errorf("article: main text: %w", err)
	}
	return piecesOf(found.Node, nil), nil
}

// piecesOf returns the texts of the blocks under n, without white space. The
// parser bounds the depth.
func piecesOf(n *html.Node, pieces []string) []string {
	if n == nil {
		return pieces
	}
	if n.Type == html.TextNode {
		if len(pieces) == 0 {
			pieces = append(pieces, "")
		}
		pieces[len(pieces)-1] += squeeze(n.Data)
		return pieces
	}
	block := separator(atom.Lookup([]byte(n.Data))) != ""
	if block {
		pieces = append(pieces, "")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		pieces = piecesOf(c, pieces)
	}
	if block {
		pieces = append(pieces, "")
	}
	return pieces
}

// separator is what sets an element apart from its neighbors; empty for what
// stands within a line.
func separator(a atom.Atom) string {
	switch a {
	case atom.Li, atom.Tr, atom.Br, atom.Dt, atom.Dd, atom.Option:
		return "\n"
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Dl, atom.Table,
		atom.Blockquote, atom.Pre, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Nav,
		atom.Figure, atom.Figcaption, atom.Address, atom.Hr, atom.Body, atom.Form, atom.Fieldset, atom.Details, atom.Summary,
		atom.Thead, atom.Tbody, atom.Caption, atom.Center, atom.Title:
		return "\n\n"
	}
	return ""
}

// hidden are elements whose text no reader sees.
var hidden = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Math: true,
	atom.Iframe: true, atom.Object: true, atom.Select: true, atom.Textarea: true, atom.Button: true, atom.Title: true,
	atom.Noframes: true, atom.Noembed: true,
}

// framing are elements around the main text: menus and the like.
var framing = map[atom.Atom]bool{atom.Nav: true, atom.Aside: true, atom.Footer: true, atom.Header: true, atom.Form: true}
