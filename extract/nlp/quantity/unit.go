package quantity

import (
	"github.com/claimline/claimline/extract/nlp/number"
	"github.com/claimline/claimline/graph"
)

// signs are the currencies by the sign before a figure.
var signs = map[rune]string{'$': "USD", '€': "EUR", '£': "GBP", '¥': "JPY", '₹': "INR", '₽': "RUB"}

// dollars are the currencies of a dollar sign with letters before it.
var dollars = map[string]string{"us": "USD", "a": "AUD", "c": "CAD", "hk": "HKD", "nz": "NZD"}

// unit reads money, shares and measures around a figure.
func (r *reader) unit(f *figure) {
	defer r.minus(f)
	if r.sign(f) || r.magnitude(f) {
		return
	}
	i := f.end
	if i < len(r.atoms) && r.atoms[i].Kind == number.Punct && r.atoms[i].Rune == '%' {
		f.unit, f.metric, f.to = "percent", "percent", max(f.to, i+1)
		return
	}
	if r.mark(i, '-') && i+1 < len(r.atoms) && !r.atoms[i].Space {
		i++
	}
	for _, kind := range []string{"share", "money", "measure"} {
		unit, next := r.longest(r.lex.units[kind], i)
		if next == i {
			continue
		}
		if r.mark(next, '/') && perHour[unit] != "" && (r.plain(next+1) == "h" || r.plain(next+1) == "hr" || r.plain(next+1) == "hour") {
			unit, next = perHour[unit], next+2
		}
		f.unit = unit
		switch kind {
		case "share":
			f.metric, f.to = "percent", next
		case "money":
			f.metric, f.to = "amount_money", next
		case "measure":
			if r.word(f.from-1) == "within" {
				f.from--
				f.bound(graph.UpTo)
			}
		}
		f.ends = next
		return
	}
}

// perHour are lengths with the speed that they make in an hour: km/h.
var perHour = map[string]string{"km": "km/h", "mi": "mph"}

// minus reads "minus 50 degrees".
func (r *reader) minus(f *figure) {
	if f.unit != "" && f.comparator == graph.Exact && f.value > 0 && r.plain(f.start-1) == "minus" {
		f.value, f.from = -f.value, f.start-1
	}
}

// sign reads $5 million and US$5m. The comparator stands before the sign.
func (r *reader) sign(f *figure) bool {
	i := f.start - 1
	if i < 0 || r.atoms[i].Kind != number.Punct || signs[r.atoms[i].Rune] == "" || f.words {
		return false
	}
	f.unit, f.metric = signs[r.atoms[i].Rune], "amount_money"
	if r.atoms[i].Rune == '$' && i > 0 && !r.atoms[i].Space && dollars[r.word(i-1)] != "" {
		i--
		f.unit = dollars[r.word(i)]
	}
	f.from = min(f.from, i)
	r.compare(f)
	return true
}

// magnitude reads magnitude 7.8 and 7.8-magnitude.
func (r *reader) magnitude(f *figure) bool {
	after := r.word(f.end) == "magnitude" || r.mark(f.end, '-') && r.word(f.end+1) == "magnitude"
	before := r.word(f.start-1) == "magnitude" || r.word(f.start-1) == "of" && r.word(f.start-2) == "magnitude" || r.word(f.start-1) == "measuring"
	if !after && !before || f.value > 12 || f.words {
		return false
	}
	f.metric, f.unit = "magnitude", "magnitude"
	return true
}
