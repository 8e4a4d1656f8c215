package sqlite

import "encoding/json"

// A rank is what the words of a node are kept under: a number that holds its
// place in the order of a search as far as 32 bits tell, and its key. What
// FTS5 finds comes by rank, so that a page is read from where it begins, and
// only nodes of one place are sorted.
//
//	bits 60-62 kind, 28-59 place in the order of graph.Entry's Sort, 0-27 key
const (
	keyBits   = 28
	placeBits = 32
	maxKey    = 1<<keyBits - 1
)

// rankOf never falls where (kind, sort) rises.
func rankOf(kind int, sort string, key int64) int64 {
	place := namePlace(sort)
	if kind >= eventKind {
		place = datePlace(sort)
	}
	return int64(kind)<<(placeBits+keyBits) | place<<keyBits | key
}

// placeEnd is the last rank of the place of a rank.
func placeEnd(rank int64) int64 { return rank | maxKey }

// placeStart is the first rank of the place of a rank.
func placeStart(rank int64) int64 { return rank &^ maxKey }

// namePlace is the first four bytes.
func namePlace(sort string) int64 {
	var n int64
	for i := range 4 {
		n <<= 8
		if i < len(sort) {
			n |= int64(sort[i])
		}
	}
	return n
}

// The places of dates: hours of days written as numbers, then what has no
// first date by its last, then what has none.
const (
	hoursOfDay = 32
	lateDates  = 100_000_000 * hoursOfDay
)

// datePlace reads how far a date goes, to the hour.
func datePlace(sort string) int64 {
	const open = "~ "
	if sort == "" || sort[0] <= '9' {
		return written(sort, "0000-00-00T00", hoursOfDay)
	}
	if len(sort) > len(open) && sort[:len(open)] == open && sort[len(open)] <= '9' {
		return lateDates + written(sort[len(open):], "0000-00-00", 1)
	}
	if sort < open+":" {
		return lateDates
	}
	return 1<<placeBits - 1
}

// written reads the digits of s where form has a zero, in bytewise order: what
// is less than the form has there counts as the least, and what is more as the
// most. The digits after a "T" are in units of less than hours.
func written(s, form string, hours int64) int64 {
	var days, hour int64
	after, fill := false, byte(0) // fill is what the rest counts as, once s has left the form
	for i := range len(form) {
		c := fill
		if c == 0 {
			switch {
			case i >= len(s), form[i] == '0' && s[i] < '0', form[i] != '0' && s[i] < form[i]:
				fill = '0'
			case form[i] == '0' && s[i] > '9', form[i] != '0' && s[i] > form[i]:
				fill = '9'
			}
			if c = fill; c == 0 && i < len(s) {
				c = s[i]
			}
		}
		switch {
		case form[i] == 'T':
			after = true
		case form[i] != '0':
		case after:
			hour = hour*10 + int64(c-'0')
		default:
			days = days*10 + int64(c-'0')
		}
	}
	return days*hours + min(hour, hours-1)
}

// A ranked is a node as it goes into the index of words.
type ranked struct {
	rank  int64
	words string
}

// MarshalJSON writes it as the statement reads it.
func (r ranked) MarshalJSON() ([]byte, error) { return json.Marshal([2]any{r.rank, r.words}) }
