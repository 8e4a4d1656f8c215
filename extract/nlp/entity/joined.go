package entity

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// coupled makes one name of a body whose name has "and" between two common nouns:
// "the Disaster and Emergency Management Authority". Two bodies, or two persons,
// stay two.
func (f *finder) coupled(s *doc.Sentence) {
	for i := s.First + 2; i < s.Last; i++ {
		c := f.cover[i]
		if c == doc.None || f.names[c].First != i || f.lower(i-1) != "and" || !f.bodyHead(f.names[c].Last-1) || f.names[c].Last-i < 2 {
			continue
		}
		first := i - 2
		for n := 0; n < 2 && first > s.First && f.capital(first-1) && f.commonWord(first-1); n++ {
			first--
		}
		if first > s.First && f.lower(first-1) == "the" && f.commonWord(first) && f.commonWord(i-2) {
			last := f.names[c].Last
			f.whole(first, last)
			if n := &f.names[len(f.names)-1]; n.First == first && n.Last == last && n.net == "" {
				n.net, n.Class = doc.ORG, doc.ORG
			}
		}
	}
}

// commonWord reports whether token i is a word of English with a capital that is nobody's
// name.
func (f *finder) commonWord(i int) bool {
	w := f.text(i)
	_, given := lexicon.Given(w)
	return f.capital(i) && !capitals(w) && !given && lexicon.Small(strings.ToLower(w)) && len(lexicon.Named(w)) == 0 && !f.timex[i] && !f.title(i)
}

// syllables makes one name of a family name and a given name of two syllables as they
// are written in Korea: "Park Jae-won", whatever the tags.
func (f *finder) syllables(s *doc.Sentence) {
	for i := s.First; i+3 < s.Last; i++ {
		if !families[f.text(i)] || !f.capital(i+1) || f.text(i+2) != "-" || !f.glued(i+1) || !f.glued(i+2) || f.capital(i+3) || len(f.text(i+1)) > 6 || len(f.text(i+3)) > 6 {
			continue
		}
		if c := f.cover[i]; c != doc.None && f.names[c].First == i && f.names[c].Last >= i+4 {
			continue
		}
		if strings.Trim(strings.ToLower(f.text(i+3)), "abcdefghijklmnopqrstuvwxyz") != "" || compounding[f.lower(i+3)] {
			continue
		}
		f.add(name{Mention: doc.Mention{First: i, Last: i + 4, Class: doc.PER, Rule: ruleExtend}, net: doc.PER, person: true})
		i += 3
	}
}

// families are frequent family names of Korea.
var families = set("Kim Park Lee Choi Jung Jeong Kang Cho Yoon Jang Lim Han Shin Seo Kwon Hwang Ahn Song Yoo Hong Jeon Moon Yang Bae Baek Nam Noh Roh Ha Chung Ryu")

// compounding are words that a hyphen joins to a name: "Kim Jong-led".
var compounding = set("led era born run style like backed based owned held linked wide made type free elect")
