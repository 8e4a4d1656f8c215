package timex

import "github.com/claimline/claimline/graph"

// A relation says what a piece counts from.
type relation uint8

const (
	absolute     relation = iota // a year is stated, or nothing is to be found
	partial                      // as stated, the rest from the direction
	fromCreated                  // n units from the document date
	fromRef                      // n units from the date that the text spoke of last
	named                        // the last, this or next weekday, month, …
	namedThat                    // that Monday, the following May
	period                       // the last or next n units
	onlyDuration                 // a length
	onlySet                      // a frequency
	vagueRef                     // PRESENT_REF, PAST_REF, FUTURE_REF
	within                       // earlier or later in a unit
)

// The types of TIMEX3.
const (
	typeDate     = "DATE"
	typeTime     = "TIME"
	typeDuration = "DURATION"
	typeSet      = "SET"
)

// A length is n units.
type length struct {
	unit unit
	n    float64
}

// A piece is a time expression on its way: first what its words say, then what
// that was resolved to.
type piece struct {
	start, end int // atoms
	rule       string
	kind       string // type of TIMEX3
	rel        relation
	at         point
	unit       unit
	n          float64
	more       [3]length // of "a year and three days" the days
	vague      bool
	dir        int // of named, period and within: -1 last, 0 this, 1 next
	mod        mod
	holiday    int  // index + 1
	nthUnit    unit // of the third week of May the week
	nthPart    int  // and its number
	nth        int  // of at.weekday in a month, -1 the last
	inMonth    bool // the month is the one in which at.day falls best
	to         bool // the next piece is the other end of its range
	weekly     bool // a weekday without a date: it comes again in a week
	anchors    bool // a duration before it counts from it
	weekOf     bool // the week that holds at
	nextDay    bool // an hour after midnight of the night that began on the day
	counted    bool // n units away rather than the last or the next one
	fixed      string
	told       int   // atom of the word that told its direction, plus 1; 0 for none
	alt        point // the other reading of 8/5/2021
	// weak pieces are dropped unless another joins them.
	weak bool
	// that says "that evening": of the day spoken of.
	that bool
	// bare is a part of the day without an article, which may only follow.
	bare bool

	// What it was resolved to.
	value      string
	edtf       string
	confidence graph.Confidence
	anchor     string // kind of the anchor
	anchorEDTF string
}

// dayLike reports whether a time of day may be added to p.
func (p *piece) dayLike() bool {
	if p.at.clock || p.at.part != noPart {
		return false
	}
	switch p.rel {
	case absolute, partial, named, namedThat:
		return p.at.grain == day && p.fixed == "" && !p.weekOf
	case fromCreated, fromRef:
		return p.unit == day
	}
	return false
}

// partOnly reports whether p is a part of a day that it does not name.
func (p *piece) partOnly() bool {
	return p.at.part != noPart && !p.at.clock && p.rel == fromRef && p.n == 0 && !p.that
}
