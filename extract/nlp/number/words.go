package number

// A part says how a number word takes part in a number.
type part uint8

const (
	unit    part = iota + 1 // one to nine
	teen                    // ten to nineteen
	ten                     // twenty, thirty, …
	hundred                 // multiplies what stands before it
	scale                   // thousand, million, …: multiplies and adds up
	dozen                   // multiplies; stands alone after a
	many                    // a plural that bounds from below: dozens
	ordinal                 // first, second, …
	ordTens                 // twentieth, …
	abbrev                  // a scale glued to digits: 15bn
	zero
)

type numeral struct {
	part  part
	value float64
}

// numerals are the number words of English. The value of a plural such as
// "hundreds" is the least that it says: two of them.
var numerals = map[string]numeral{
	"zero": {zero, 0}, "nil": {zero, 0},
	"one": {unit, 1}, "two": {unit, 2}, "three": {unit, 3}, "four": {unit, 4}, "five": {unit, 5},
	"six": {unit, 6}, "seven": {unit, 7}, "eight": {unit, 8}, "nine": {unit, 9},
	"ten": {teen, 10}, "eleven": {teen, 11}, "twelve": {teen, 12}, "thirteen": {teen, 13},
	"fourteen": {teen, 14}, "fifteen": {teen, 15}, "sixteen": {teen, 16}, "seventeen": {teen, 17},
	"eighteen": {teen, 18}, "nineteen": {teen, 19},
	"twenty": {ten, 20}, "thirty": {ten, 30}, "forty": {ten, 40}, "fifty": {ten, 50},
	"sixty": {ten, 60}, "seventy": {ten, 70}, "eighty": {ten, 80}, "ninety": {ten, 90},
	"hundred":  {hundred, 100},
	"thousand": {scale, 1e3}, "million": {scale, 1e6}, "billion": {scale, 1e9}, "trillion": {scale, 1e12},
	"lakh": {scale, 1e5}, "crore": {scale, 1e7},
	"k": {abbrev, 1e3}, "m": {abbrev, 1e6}, "mn": {abbrev, 1e6}, "mln": {abbrev, 1e6},
	"b": {abbrev, 1e9}, "bn": {abbrev, 1e9}, "tn": {abbrev, 1e12},
	"dozen": {dozen, 12}, "score": {dozen, 20},
	"dozens": {many, 24}, "scores": {many, 40}, "hundreds": {many, 200}, "thousands": {many, 2e3},
	"millions": {many, 2e6}, "billions": {many, 2e9}, "trillions": {many, 2e12}, "tens": {many, 20},
	"first": {ordinal, 1}, "second": {ordinal, 2}, "third": {ordinal, 3}, "fourth": {ordinal, 4},
	"fifth": {ordinal, 5}, "sixth": {ordinal, 6}, "seventh": {ordinal, 7}, "eighth": {ordinal, 8},
	"ninth": {ordinal, 9}, "tenth": {ordinal, 10}, "eleventh": {ordinal, 11}, "twelfth": {ordinal, 12},
	"thirteenth": {ordinal, 13}, "fourteenth": {ordinal, 14}, "fifteenth": {ordinal, 15},
	"sixteenth": {ordinal, 16}, "seventeenth": {ordinal, 17}, "eighteenth": {ordinal, 18},
	"nineteenth": {ordinal, 19}, "twentieth": {ordTens, 20}, "thirtieth": {ordTens, 30},
	"fortieth": {ordTens, 40}, "fiftieth": {ordTens, 50}, "sixtieth": {ordTens, 60},
	"seventieth": {ordTens, 70}, "eightieth": {ordTens, 80}, "ninetieth": {ordTens, 90},
	"a": {}, "an": {}, "half": {}, "and": {}, "of": {}, "quarter": {},
	"st": {}, "nd": {}, "rd": {}, "th": {},
}
