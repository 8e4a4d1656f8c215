package api

import (
	"context"
	"errors"
	"time"

	"github.com/claimline/claimline/graph"
)

// maxBuckets is how many an answer holds.
const maxBuckets = 2000

type bucketsInput struct {
	ScopeParams
	Clock    string   `query:"clock" enum:"happened,said,published,ingested" default:"happened"`
	Interval string   `query:"interval" enum:"auto,day,week,month,year" default:"auto" doc:"auto: the finest that gives at most 200 buckets"`
	From     string   `query:"from" doc:"What may lie on this date or later"`
	To       string   `query:"to" doc:"What may lie on this date or before"`
	Actor    string   `query:"actor"`
	Place    string   `query:"place"`
	Type     []string `query:"type,explode" maxItems:"30"`
}

// A Bucket counts what a stretch of time holds.
type Bucket struct {
	Start     time.Time `json:"start"`
	End       time.Time `json:"end" doc:"Not included"`
	Count     int       `json:"count" doc:"What certainly lies within"`
	Uncertain int       `json:"uncertain" doc:"What may lie within, or elsewhere"`
}

// Buckets count a timeline. Empty ones between others are there too.
type Buckets struct {
	Interval string   `json:"interval"`
	Buckets  []Bucket `json:"buckets"`
	Open     int      `json:"open" doc:"Items with an open beginning or end, which no bucket counts"`
	More     bool     `json:"more" doc:"Only the first 10000 items are counted"`
}

func (s *server) buckets(ctx context.Context, in *bucketsInput) (*bodyOutput[Buckets], error) {
	if err := errors.Join(ofKind("actor", in.Actor, graph.KindActor), ofKind("place", in.Place, graph.KindPlace)); err != nil {
		return nil, err
	}
	scope, err := in.scope()
	if err != nil {
		return nil, err
	}
	q := graph.TimelineQuery{Scope: scope, Clock: graph.Clock(in.Clock), Actor: in.Actor, Place: in.Place, Types: in.Type}
	if q.Window, err = window("from", in.From, "to", in.To); err != nil {
		return nil, err
	}
	dates, err := s.graph.Dates(ctx, q)
	if err != nil {
		return nil, err
	}
	out, err := count(dates, in.Interval, q.Window)
	if err != nil {
		return nil, err
	}
	return &bodyOutput[Buckets]{out}, nil
}

// units are the intervals from the finest up.
var units = []string{"day", "week", "month", "year"}

// count fills buckets from the first date to the last, within the window.
func count(dates graph.Dates, unit string, w graph.Window) (Buckets, error) {
	out := Buckets{Interval: unit, Buckets: []Bucket{}, More: dates.More}
	var closed []graph.Window
	var from, to time.Time
	for _, d := range dates.Bounds {
		if d.From.IsZero() || d.To.IsZero() {
			out.Open++
			continue
		}
		closed = append(closed, d)
		if from.IsZero() || d.From.Before(from) {
			from = d.From
		}
		if d.To.After(to) {
			to = d.To
		}
	}
	if w.From.After(from) {
		from = w.From
	}
	if !w.To.IsZero() && w.To.Before(to) {
		to = w.To
	}
	if unit == "auto" {
		out.Interval = "year"
		for _, u := range units {
			if n := number(from, to, u); n <= 200 {
				out.Interval = u
				break
			}
		}
	}
	if len(closed) == 0 {
		return out, nil
	}
	if n := number(from, to, out.Interval); n > maxBuckets {
		return out, invalid("query.interval", "that would be more than 2000 buckets; choose a longer interval, auto, or a shorter window")
	}
	for at := floor(from, out.Interval); at.Before(to); {
		b := Bucket{Start: at, End: next(at, out.Interval)}
		for _, d := range closed {
			switch {
			case !d.From.Before(b.Start) && !d.To.After(b.End):
				b.Count++
			case d.From.Before(b.End) && d.To.After(b.Start):
				b.Uncertain++
			}
		}
		out.Buckets = append(out.Buckets, b)
		at = b.End
	}
	return out, nil
}

// number is how many buckets lie between two dates, about.
func number(from, to time.Time, unit string) int {
	days := int(to.Sub(from).Hours() / 24)
	return days/map[string]int{"day": 1, "week": 7, "month": 30, "year": 365}[unit] + 1
}

// floor is the beginning of the day, the ISO week, the month or the year.
func floor(t time.Time, unit string) time.Time {
	y, m, d := t.UTC().Date()
	switch unit {
	case "week":
		d -= (int(t.UTC().Weekday()) + 6) % 7
	case "month":
		d = 1
	case "year":
		m, d = time.January, 1
	}
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func next(t time.Time, unit string) time.Time {
	switch unit {
	case "week":
		return t.AddDate(0, 0, 7)
	case "month":
		return t.AddDate(0, 1, 0)
	case "year":
		return t.AddDate(1, 0, 0)
	}
	return t.AddDate(0, 0, 1)
}
