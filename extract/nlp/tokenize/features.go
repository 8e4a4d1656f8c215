package tokenize

import "strings"

// features calls s.see with each feature of b; the bytes are good until it
// returns. What they are called is the key of boundaries.tsv.
func (s *scanner) features(b boundary) {
	stop := s.stopClass(s.pieces[b.stop])
	next, after := s.shape(b.next), ""
	if next == "quote" || next == "bracket" || next == "dash" {
		after = s.shape(b.next + 1)
	}
	gap := "glued"
	if s.pieces[b.next].start > s.pieces[b.next-1].end {
		gap = "apart"
	}
	before := "none"
	if b.stop > b.first {
		before = s.shape(b.stop - 1)
	}
	s.feature("stop", stop, next, gap)
	s.feature("closed", stop, s.closedBy(b), next)
	s.feature("next", next, after, gap)
	s.feature("word", s.lower(b.next), stop)
	s.feature("starter", yes(s.starter(b.next)), stop, next)
	s.feature("before", before, stop, next)
	s.feature("length", lengthClass(b.stop-b.first), stop, next)
	s.feature("inside", yes(b.quoted), yes(b.bracketed), next)
	if s.pieces[b.stop].kind == abbrev {
		s.feature("abbreviation", s.lower(b.stop), next)
	} else if b.stop > b.first {
		s.feature("last", s.lower(b.stop-1), next)
	}
}

// feature shows a feature, its parts joined by blanks.
func (s *scanner) feature(parts ...string) {
	s.buf = s.buf[:0]
	for i, p := range parts {
		if i > 0 {
			s.buf = append(s.buf, ' ')
		}
		s.buf = append(s.buf, p...)
	}
	s.see(s.buf)
}

// starter reports whether piece i is a word that no name begins with, such as
// "The", a quotation mark before it skipped.
func (s *scanner) starter(i int) bool {
	if s.pieces[i].kind == mark && i+1 < len(s.pieces) {
		i++
	}
	return tables.starters[s.lower(i)]
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// stopClass is the stop itself, or the class of an abbreviation.
func (s *scanner) stopClass(p piece) string {
	form := s.text[p.start:p.end]
	switch {
	case p.kind == emotion:
		return "emoticon"
	case p.kind == mark && (len(form) <= 3 || form == "…"):
		return form
	case p.kind == mark:
		return form[:3]
	case len(form) == 2:
		return "initial"
	case strings.IndexByte(form[:len(form)-1], '.') >= 0:
		if lowered(form) {
			return "dotted"
		}
		return "acronym"
	}
	a, _ := tables.abbreviation(form[:len(form)-1])
	return a.class
}

// shape is what piece i looks like.
func (s *scanner) shape(i int) string {
	if i >= len(s.pieces) {
		return "none"
	}
	p := s.pieces[i]
	form := s.text[p.start:p.end]
	switch {
	case p.kind == web || p.kind == emotion:
		return "other"
	case p.kind == number:
		return "number"
	case p.kind == mark:
		return markShape(form)
	case lowered(form):
		return "lower"
	case !capitalized(form):
		return "word"
	case len(form) <= 2 && form != "I" && form != "A" && (len(form) == 1 || form[1] == '.'):
		return "letter"
	case len(form) > 1 && allCaps(form):
		return "capitals"
	}
	return "capital"
}

func markShape(form string) string {
	switch form {
	case `"`, "'", "“", "‘", "``", "''", "«", "`":
		return "quote"
	case "(", "[":
		return "bracket"
	case "-", "--", "–", "—", "*", "•", "·":
		return "dash"
	case ",", ";", ":":
		return form
	}
	if strings.IndexByte(".?!", form[0]) >= 0 {
		return "stop"
	}
	return "mark"
}

// closedBy names what stands between the stop and the next sentence.
func (s *scanner) closedBy(b boundary) string {
	if b.next == b.stop+1 {
		return "nothing"
	}
	switch s.text[s.pieces[b.next-1].start] {
	case ')':
		return "bracket"
	case ']':
		return "reference"
	}
	return "quote"
}

func lengthClass(n int) string {
	switch {
	case n == 0:
		return "0"
	case n == 1:
		return "1"
	case n <= 3:
		return "3"
	}
	return "more"
}

// lower is piece i in small letters, cut when it is long.
func (s *scanner) lower(i int) string {
	p := s.pieces[i]
	form := s.text[p.start:min(p.end, p.start+24)]
	if p.kind == number || p.kind == web {
		return "0"
	}
	return strings.ToLower(form)
}
