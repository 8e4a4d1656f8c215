package timex

import (
	"strings"
	"time"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// An Anchored says what a duration counts from: in "three days before the
// massacre" three days, before, "the massacre".
type Anchored struct {
	Before bool
	// Phrase is the noun phrase of the event, as far as the words tell; First
	// and Last are its tokens, Last exclusive.
	Phrase      graph.Span
	First, Last int
	unit        unit
	n           float64
	vague       bool
}

// AnchorPhrase reads what stands after d.Timexes[i]: before, after or
// following an event. It is false for durations that count from nothing. Once
// the event of the phrase has a date, [Anchored.From] dates the expression.
func AnchorPhrase(d *doc.Document, i int) (Anchored, bool) {
	x := &d.Timexes[i]
	if x.Timex != typeDuration || x.Last >= len(d.Tokens) {
		return Anchored{}, false
	}
	a := Anchored{First: x.Last + 1}
	switch strings.ToLower(d.Tokens[x.Last].Text) {
	case "before", "preceding":
		a.Before = true
	case "prior", "previous":
		if a.First >= len(d.Tokens) || !strings.EqualFold(d.Tokens[a.First].Text, "to") {
			return Anchored{}, false
		}
		a.Before = true
		a.First++
	case "after", "following", "into":
	default:
		return Anchored{}, false
	}
	var ok bool
	if a.unit, a.n, a.vague, ok = parseDuration(x.Value); !ok {
		return Anchored{}, false
	}
	a.Last = phraseEnd(d, a.First)
	if a.Last == a.First {
		return Anchored{}, false
	}
	a.Phrase = graph.Span{Start: d.Tokens[a.First].Start, End: d.Tokens[a.Last-1].End}
	return a, true
}

// phraseEnd is the token after a noun phrase that begins at first: up to a
// mark, a verb of the next clause or the end of the sentence, eight tokens at
// most.
func phraseEnd(d *doc.Document, first int) int {
	i := first
	for ; i < len(d.Tokens) && i < first+8; i++ {
		t := &d.Tokens[i]
		if t.Sent != d.Tokens[first-1].Sent || t.UPOS == "PUNCT" || strings.ContainsAny(t.Text, ",.;:!?()\"“”") {
			break
		}
		switch strings.ToLower(t.Text) {
		case "when", "while", "which", "who", "that", "and", "but", "as", "said", "because":
			return i
		}
		if i > first && (t.UPOS == "VERB" || t.UPOS == "AUX") {
			break
		}
	}
	return i
}

// parseDuration reads P3D, PT2H, PXW.
func parseDuration(value string) (u unit, n float64, vague, ok bool) {
	rest, ok := strings.CutPrefix(value, "P")
	clock := false
	if ok {
		rest, clock = strings.CutPrefix(rest, "T")
	}
	i := 0
	for i < len(rest) && (digit(rest[i]) || rest[i] == '.' || rest[i] == 'X') {
		vague = vague || rest[i] == 'X'
		i++
	}
	if !ok || i == 0 {
		return 0, 0, false, false
	}
	for _, c := range rest[:i] {
		if c == '.' {
			return 0, 0, false, false
		}
		n = n*10 + float64(c-'0')
	}
	if vague {
		n = 3
	}
	for candidate := second; candidate <= century; candidate++ {
		letters, isClock := candidate.letters()
		if letters == rest[i:] && isClock == clock && candidate != partOfDay {
			return candidate, n, vague, true
		}
	}
	return 0, 0, false, false
}

// From dates the expression x by the date of the event it counts from. The
// result keeps the words of x and is open where the event's date is too coarse
// to count days from. The caller fills Anchor.ID.
func (a Anchored) From(x, event graph.Interval) graph.Interval {
	x.Rule, x.Timex = x.Rule+"+event", typeDate
	x.Anchor = &graph.Anchor{Kind: "event", Value: event.EDTF}
	if event.Earliest.IsZero() || event.Latest.IsZero() {
		return x
	}
	length := event.Latest.Sub(event.Earliest)
	grain := grainOf(a.unit)
	if grain <= week {
		grain = day
	}
	if length > 24*time.Hour && grain == day || length > 366*24*time.Hour || length > 32*24*time.Hour && grain == month {
		return x
	}
	n := int(a.n)
	if a.Before {
		n = -n
	}
	from := time.Date(event.Earliest.Year(), event.Earliest.Month(), event.Earliest.Day(), 0, 0, 0, 0, time.UTC)
	p := at(shifted(from, a.unit, n), grain)
	edtf := p.edtf()
	switch {
	case a.vague && a.Before:
		edtf = days(nil, day, shifted(from, a.unit, -tolerances[grain].to), shifted(from, a.unit, -tolerances[grain].from))
	case a.vague:
		edtf = days(nil, day, shifted(from, a.unit, tolerances[grain].from), shifted(from, a.unit, tolerances[grain].to))
	case a.unit == week || a.unit > week:
		edtf += "~"
	}
	read, err := graph.ParseEDTF(edtf)
	if err != nil {
		return x
	}
	x.Value, x.EDTF, x.Earliest, x.Latest, x.Precision = p.value(), edtf, read.Earliest, read.Latest, read.Precision
	x.Confidence = graph.Resolved
	return x
}
