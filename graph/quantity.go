package graph

import (
	"errors"
	"math"
)

// Comparator says how a text bounds a figure.
type Comparator string

// The comparators. Unspecified is for words such as "scores".
const (
	Exact       Comparator = "exact"
	AtLeast     Comparator = "at_least"
	MoreThan    Comparator = "more_than"
	UpTo        Comparator = "up_to"
	FewerThan   Comparator = "fewer_than"
	About       Comparator = "about"
	Nearly      Comparator = "nearly"
	Between     Comparator = "between"
	Unspecified Comparator = "unspecified"
)

// A Quantity is one figure of one claim. Low and High bound what the words
// allow, both inclusive; nil is an open end. They follow from Comparator and
// Value by NewQuantity's table and are what figures are compared on.
type Quantity struct {
	// Metric is what is counted: killed, injured, killed_or_injured, missing,
	// hostages, arrested, present, displaced, amount_money, …
	Metric      string     `json:"metric"`
	Comparator  Comparator `json:"comparator"`
	Value       float64    `json:"value"`
	Low         *float64   `json:"low,omitempty"`
	High        *float64   `json:"high,omitempty"`
	Unit        string     `json:"unit,omitempty"` // person, USD, percent, …
	Words       string     `json:"words"`          // as the text puts it
	Population  string     `json:"population,omitempty"`
	SubsetOf    string     `json:"subset_of,omitempty"` // id of the claim whose figure includes this one
	Provisional bool       `json:"provisional,omitempty"`
	AsOf        *Interval  `json:"as_of,omitempty"`
}

// NewQuantity bounds a figure: exact n is [n, n], at least n [n, ∞), more than
// n [n+1, ∞), up to n (-∞, n], fewer than n (-∞, n-1], about n [0.9n, 1.1n]
// rounded outward, nearly n [0.9n, n-1]. The step of one is for people and
// other whole things; other units have bounds without it.
func NewQuantity(metric string, c Comparator, value float64, unit, words string) Quantity {
	q := Quantity{Metric: metric, Comparator: c, Value: value, Unit: unit, Words: words}
	step := 0.0
	if unit == "person" {
		step = 1
	}
	low, high := value, value
	switch c {
	case Exact:
		q.Low, q.High = &low, &high
	case AtLeast, Unspecified:
		q.Low = &low
	case MoreThan:
		low += step
		q.Low = &low
	case UpTo:
		q.High = &high
	case FewerThan:
		high -= step
		q.High = &high
	case About:
		// Not 1.1*value, which for 100 is a little more than 110.
		low, high = math.Floor(value-value/10), math.Ceil(value+value/10)
		q.Low, q.High = &low, &high
	case Nearly:
		low, high = math.Floor(value-value/10), value-step
		q.Low, q.High = &low, &high
	}
	return q
}

func (q *Quantity) validate() error {
	switch {
	case q.Metric == "":
		return errors.New("quantity without a metric")
	case q.Comparator == "":
		return errors.New("quantity without a comparator")
	case math.IsNaN(q.Value) || math.IsInf(q.Value, 0):
		return errors.New("quantity is not a number")
	case q.Low != nil && q.High != nil && *q.Low > *q.High:
		return errors.New("quantity with its lower bound above its upper")
	}
	return nil
}
