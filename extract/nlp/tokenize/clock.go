package tokenize

import "strings"

// dateWords are what may follow a time of day within a sentence: days, months
// and zones.
const dateWords = " est edt et cst cdt ct mst mdt mt pst pdt pt gmt bst utc ist cet cest eet msk sast hkt sgt jst aest aedt monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun." +
	" january february march april may june july august september october november december" +
	" jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. "

// zoneWords begin the names of zones that are words: the American ones stand
// by themselves too ("7 p.m. Eastern"), the others before "time".
const (
	americanWords = " eastern central mountain pacific "
	zoneWords     = americanWords + "atlantic british greenwich indian israel japan moscow kyiv london paris berlin rome istanbul cairo jerusalem tehran baghdad" +
		" beijing tokyo seoul singapore sydney jakarta manila nairobi lagos washington new hong "
	zoneTails = " standard daylight summer mean european australian york delhi kong "
)

// midSentence are words before which "7 p.m. Eastern" is a time.
const midSentence = " on in at and or to from with for until till after before but as when while "

// clockAndDay reports whether the stop of b is that of a.m. or p.m. before the
// day it is of, as in "at 3:30 a.m. Tuesday", or before its zone. "Tuesday's"
// begins a sentence.
func (s *scanner) clockAndDay(b boundary) bool {
	if stop := s.lower(b.stop); stop != "a.m." && stop != "p.m." || b.next != b.stop+1 {
		return false
	}
	if s.zoneInWords(b.next) {
		return true
	}
	return s.among(b.next, dateWords) && (b.next+1 >= len(s.pieces) || s.lower(b.next+1) != "'s" && s.lower(b.next+1) != "’s")
}

// zoneInWords reports whether piece i begins "Eastern", "Pacific daylight time",
// "British Summer Time" or "New York time", and not "Eastern Europe".
func (s *scanner) zoneInWords(i int) bool {
	const longest = 3 // words before "time"
	if !s.among(i, zoneWords) {
		return false
	}
	for j := i + 1; j <= i+longest && j < len(s.pieces); j++ {
		if s.lower(j) == "time" {
			return true
		}
		if !s.among(j, zoneTails) {
			break
		}
	}
	if !s.among(i, americanWords) {
		return false
	}
	return i+1 >= len(s.pieces) || s.pieces[i+1].kind == mark && strings.IndexByte(".,;:?!()/", s.text[s.pieces[i+1].start]) >= 0 || s.among(i+1, midSentence)
}

// among reports whether piece i is one of the words in a list.
func (s *scanner) among(i int, words string) bool {
	return strings.Contains(words, " "+s.lower(i)+" ")
}
