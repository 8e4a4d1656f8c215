package timex

import (
	"embed"
	"strconv"
	"strings"

	"github.com/claimline/claimline/extract/nlp/number"
)

//go:embed *.tsv
var tables embed.FS

// rows returns the lines of a table below its header.
func rows(name string) [][]string {
	data, err := tables.ReadFile(name)
	if err != nil {
		panic("timex: " + err.Error()) // the table is part of the program
	}
	var out [][]string
	for _, line := range strings.Split(string(data), "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out[1:]
}

// A wordClass is a class of words of words.tsv.
type wordClass uint8

const (
	classNone wordClass = iota
	classMonth
	classMonthShort
	classWeekday
	classWeekdayShort
	classWeekdays
	classUnit
	classUnits
	classSeason
	classPart
	classStage
	classApprox
	classVague
	classZone
	classOrdHalf
	classTens
	wordClasses
)

var wordClassNames = map[string]wordClass{
	"month": classMonth, "monthshort": classMonthShort, "weekday": classWeekday,
	"weekdayshort": classWeekdayShort, "weekdays": classWeekdays, "unit": classUnit,
	"units": classUnits, "season": classSeason, "part": classPart, "stage": classStage,
	"approx": classApprox, "vague": classVague, "zone": classZone, "ordhalf": classOrdHalf, "tens": classTens,
}

// A lexicon is the tables of the package, read once.
type lexicon struct {
	vocab    *number.Vocabulary
	numbers  *number.Reader
	classes  [wordClasses][]string // value by word number, "" when not in the class
	holidays []holiday
	rules    []rule
	byWord   [][]int32 // rules that may begin with a word
	byDigits []int32   // rules that may begin with digits
	byMark   []int32   // rules that may begin with a mark
	words    wordSets
}

func newLexicon() *lexicon {
	l := &lexicon{}
	known := []string{}
	words := rows("words.tsv")
	for _, row := range words {
		known = append(known, row[1])
	}
	for _, row := range rows("rules.tsv") {
		known = append(known, patternWords(row[1])...)
	}
	feasts := rows("holidays.tsv")
	for _, row := range feasts {
		known = append(known, letterRuns(row[0])...)
	}
	known = append(known, cueWords()...)
	known = append(known, "am", "pm", "p", "m", "q", "h", "fy", "oh", "bc", "bce", "ce", "ad", "e", "c", "s", "time", "local", "standard", "daylight", "timezone", "zone", "t", "z",
		"couple", "effect", "more", "less", "fewer", "longer", "than", "at", "least", "most", "up", "to", "no", "just")
	l.vocab = number.NewVocabulary(known...)
	l.numbers = number.NewReader(l.vocab)
	for c := range l.classes {
		l.classes[c] = make([]string, l.vocab.Len())
	}
	for _, row := range words {
		l.classes[wordClassNames[row[0]]][l.vocab.ID(row[1])] = row[2]
	}
	for _, row := range feasts {
		l.holidays = append(l.holidays, newHoliday(l.vocab, row[0], row[1]))
	}
	l.words = newWordSets(l.vocab)
	l.compile(rows("rules.tsv"))
	return l
}

// class returns the value of the word in a class, "" when it is not in it.
func (l *lexicon) class(c wordClass, a *number.Atom) string {
	if a.Kind != number.Word {
		return ""
	}
	return l.classes[c][a.Word]
}

// classInt is class for the classes whose values are whole numbers.
func (l *lexicon) classInt(c wordClass, a *number.Atom) (int, bool) {
	v := l.class(c, a)
	if v == "" {
		return 0, false
	}
	n, err := strconv.Atoi(v)
	return n, err == nil
}

// letterRuns splits a name as the scanner would, and keeps the words.
func letterRuns(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r < 'a' || r > 'z' })
}
