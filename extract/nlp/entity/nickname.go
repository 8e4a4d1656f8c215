package entity

import (
	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// nicknames makes one name of a person's with a nickname in quotation marks in
// the middle: Omar "The Baker" Haddad Jr. The network ends names at such marks.
func (f *finder) nicknames(s *doc.Sentence) {
	const longest = 3 // words of a nickname
	for i := s.First + 1; i+2 < s.Last; i++ {
		if !opensQuote(f.d.Tokens[i]) || !f.forename(i-1) {
			continue
		}
		end := i + 1
		for end < s.Last && end-i <= longest && f.capital(end) {
			end++
		}
		if end == i+1 || end+1 >= s.Last || !closesQuote(f.d.Tokens[end]) || !f.goesOn(end+1, s) {
			continue
		}
		first, last := i-1, end+1
		for first > s.First && f.forename(first-1) && !f.glued(first-1) {
			first--
		}
		for more := true; more && last < s.Last; {
			if next := f.bridge(last, s); next > last {
				last = next
			}
			switch {
			case last+1 < s.Last && f.text(last) == "-" && f.glued(last-1) && f.glued(last) && f.capital(last+1):
				last += 2
			case f.goesOn(last, s):
				last++
			default:
				more = false
			}
		}
		f.add(name{Mention: doc.Mention{First: first, Last: last, Class: doc.PER, Rule: ruleNickname}, net: doc.PER, person: true})
		i = last - 1
	}
}

// forename reports whether token i can be of a name before a nickname: it is of
// a person by the network or by the lexicon, and is no title.
func (f *finder) forename(i int) bool {
	if !f.capital(i) || f.timex[i] || f.title(i) || titleWords[f.lower(i)] {
		return false
	}
	if c := f.cover[i]; c != doc.None {
		return f.names[c].net == doc.PER
	}
	_, given := lexicon.Given(f.text(i))
	return given || f.d.Tokens[i].UPOS == "PROPN"
}

// goesOn reports whether the name of a person can go on at token i.
func (f *finder) goesOn(i int, s *doc.Sentence) bool {
	if i >= s.Last {
		return false
	}
	if particles[f.text(i)] {
		return i+1 < s.Last && f.capital(i+1) && f.d.Tokens[i+1].UPOS == "PROPN"
	}
	return f.capital(i) && !f.timex[i] && f.d.Tokens[i].UPOS == "PROPN" && (f.cover[i] == doc.None || f.names[f.cover[i]].net == doc.PER || f.names[f.cover[i]].Last-f.names[f.cover[i]].First == 1)
}

func opensQuote(t doc.Token) bool {
	switch t.Text {
	case "“", "``", "‘", `"`:
		return true
	}
	return t.Text == "'" && t.XPOS == "``"
}

func closesQuote(t doc.Token) bool {
	switch t.Text {
	case "”", "''", "’", `"`, "'":
		return true
	}
	return false
}
