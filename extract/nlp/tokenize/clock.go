package tokenize

import "strings"

// dateWords are what may follow a time of day within a sentence: days, months
// and zones.
const dateWords = " est edt et cst cdt ct mst mdt mt pst pdt pt gmt bst utc ist monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun." +
	" january february march april may june july august september october november december" +
	" jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. "

// clockAndDay reports whether the stop of b is that of a.m. or p.m. before the
// day it is of, as in "at 3:30 a.m. Tuesday". "Tuesday's" begins a sentence.
func (s *scanner) clockAndDay(b boundary) bool {
	if stop := s.lower(b.stop); stop != "a.m." && stop != "p.m." || b.next != b.stop+1 || !strings.Contains(dateWords, " "+s.lower(b.next)+" ") {
		return false
	}
	return b.next+1 >= len(s.pieces) || s.lower(b.next+1) != "'s" && s.lower(b.next+1) != "’s"
}
