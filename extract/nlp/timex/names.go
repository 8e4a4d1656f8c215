package timex

// A unit is a unit of time.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	partOfDay
	day
	weekend
	week
	month
	season
	quarter
	half
	year
	decade
	century
	millennium
	fortnight // only counted
	nights    // only counted
)

// units are the letters of words.tsv.
var units = map[string]unit{
	"S": second, "M": minute, "H": hour, "D": day, "WE": weekend, "W": week, "MO": month,
	"Q": quarter, "Y": year, "DE": decade, "CE": century, "FN": fortnight, "NI": nights,
}

// letters returns how a duration of this unit is written after P, and whether
// it is one of clock time.
func (u unit) letters() (letters string, clock bool) {
	switch u {
	case second:
		return "S", true
	case minute:
		return "M", true
	case hour:
		return "H", true
	case weekend:
		return "WE", false
	case week, fortnight:
		return "W", false
	case month:
		return "M", false
	case quarter:
		return "Q", false
	case year:
		return "Y", false
	case decade:
		return "DE", false
	case century:
		return "CE", false
	case nights:
		return "NI", false
	}
	return "D", false
}

// A part is a part of the day.
type part uint8

const (
	noPart part = iota
	morning
	afternoon
	evening
	night
	midday
	dawn
	dusk
	daytime
)

// parts holds for each part its name in TIMEX3 and the hours it reaches over:
// wide enough for "early this morning" and for a night that ends the next day.
var parts = [...]struct {
	name     string
	from, to int // hours; to is the last, over 23 on the next day
}{
	{}, {"MO", 4, 11}, {"AF", 12, 17}, {"EV", 18, 23}, {"NI", 18, 29}, {"MI", 11, 13}, {"DA", 4, 7}, {"EV", 17, 20}, {"DT", 6, 18},
}

// partOf reads the values of words.tsv.
func partOf(name string) (part, bool) {
	for p, s := range [...]string{morning: "MO", afternoon: "AF", evening: "EV", night: "NI", midday: "MI", dawn: "DW", dusk: "DK", daytime: "DT"} {
		if s == name && s != "" {
			return part(p), true
		}
	}
	return noPart, false
}

// partNamed reads the names that TIMEX3 has for parts of the day.
func partNamed(name string) (part, bool) {
	for p := range parts {
		if parts[p].name == name && name != "" {
			return part(p), true
		}
	}
	return noPart, false
}

var seasonNames = [...]string{"SP", "SU", "FA", "WI"}

// A mod is a modifier of TIMEX3.
type mod uint8

const (
	modNone mod = iota
	modStart
	modMid
	modEnd
	modApprox
	modMore
	modLess
	modAtLeast
	modAtMost
)

var modNames = [...]string{
	"", "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS",
}

func modOf(name string) mod {
	for m, s := range modNames {
		if s == name {
			return mod(m)
		}
	}
	return modNone
}
