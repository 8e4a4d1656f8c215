package tokenize

import (
	"strings"
)

// address returns the end of the web address, mail address or file name at i of
// a chunk, i when there is none. It looks at each stretch of name characters
// once, so that a long chunk costs linear time.
func (s *scanner) address(i, end int) int {
	text := s.text
	j := i
	dots, at := 0, -1
	for j < end && nameChar(text[j]) {
		switch text[j] {
		case '.':
			dots++
		case '@':
			at = j
		}
		j++
	}
	s.webTill = max(j, i+1)
	if j < end && text[j] == ':' && scheme(text, i, j, end) {
		return urlEnd(text, i, end)
	}
	if dots == 0 && at < 0 {
		return i
	}
	e := j
	for e > i && strings.IndexByte(".-_+%~", text[e-1]) >= 0 {
		e--
	}
	name := text[i:e]
	switch {
	case at > i && at < e-1:
		return e
	case hasPrefixFold(name, "www.") && len(name) > 5:
		return urlEnd(text, i, end)
	case at >= 0 || !isDomain(name):
		return i
	case e < end && text[e] == '/':
		return urlEnd(text, i, end)
	}
	return e
}

func nameChar(c byte) bool {
	return isLower(c) || isUpper(c) || isDigit(c) || strings.IndexByte("._%+~-@", c) >= 0
}

// scheme reports whether text[i:j] with the colon at j begins an address.
func scheme(text string, i, j, end int) bool {
	if strings.HasPrefix(text[j:end], "://") {
		return j-i >= 2 && letterAt(text, i, end)
	}
	name := text[i:j]
	return (strings.EqualFold(name, "mailto") || strings.EqualFold(name, "doi")) && wordAt(text, j+1, end)
}

// urlEnd returns the end of the address at i: without the punctuation that
// follows it, but with a closing bracket that it opened.
func urlEnd(text string, i, end int) int {
	e := i
	open := 0
	for e < end && strings.IndexByte("<>\"|{}^`", text[e]) < 0 {
		c, n := classAt(text, e)
		if c == symbol && n > 1 || c == hidden {
			break // a curly quotation mark, a dash
		}
		switch text[e] {
		case '(':
			open++
		case ')':
			open--
		}
		e += n
	}
	e = min(e, end)
	for e > i {
		c := text[e-1]
		if c == ')' && open < 0 {
			open++
		} else if strings.IndexByte(".,;:!?'*]", c) < 0 {
			break
		}
		e--
	}
	return e
}

// isDomain reports whether name is a host name, a file name or a newsgroup, and
// not two sentences without a blank between.
func isDomain(name string) bool {
	labels := strings.Count(name, ".") + 1
	if labels == 1 || strings.Contains(name, "..") || name[0] == '.' {
		return false
	}
	last := name[strings.LastIndexByte(name, '.')+1:]
	first := name[:strings.IndexByte(name, '.')]
	if tables.endings[last] || allCaps(name) && tables.endings[strings.ToLower(last)] {
		return letterAt(name, 0, len(name)) || len(last) >= 3
	}
	if tables.newsgroups[first] {
		return lowerName(name)
	}
	return labels >= 3 && lowerName(name) && len(first) > 1 && len(last) > 1
}

// lowerName reports whether name has small letters, dots and hyphens only.
func lowerName(name string) bool {
	for i := range len(name) {
		if !isLower(name[i]) && name[i] != '.' && name[i] != '-' {
			return false
		}
	}
	return true
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
