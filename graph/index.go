package graph

import (
	"fmt"
	"strings"
	"time"
)

// undated sorts after every date.
const undated = "~"

// An Entry is what a store indexes a node by. Both stores keep these very
// strings, so that both filter, order and page alike.
type Entry struct {
	Sort  string // order of lists, compared bytewise, ties by id
	Name  string // Fold of the name or label, for exact and prefix search
	Terms string // Terms of all names and words, joined by blanks
	// Earliest and Latest bound what the node's own clock dates (RFC 3339
	// UTC); empty when open. Events by when they happened, claims by when
	// they were made, articles by when they were published.
	Earliest string
	Latest   string
}

// EntryOf computes the index entry of a node. Article is the article that owns
// it; it is not used for actors and places.
func EntryOf(r Record, article Article) Entry {
	switch r := r.(type) {
	case Article:
		e := bounds(r.Published)
		e.Sort = orUndated(e.Earliest)
		e.Name = Fold(r.Title)
		e.Terms = strings.Join(Terms(r.Title, r.Publisher, r.Author, r.Text), " ")
		return e
	case Actor:
		return named(r.Name, r.Aliases)
	case Place:
		return named(r.Name, r.Aliases)
	case Event:
		e := bounds(r.Time)
		e.Sort = orUndated(e.Earliest) + " " + orUndated(e.Latest)
		e.Name = Fold(r.Label)
		e.Terms = strings.Join(Terms(r.Label, quotes(r.Evidence)), " ")
		return e
	case Claim:
		e := bounds(r.Said)
		start := 0
		if len(r.Evidence) > 0 {
			start = r.Evidence[0].Start
		}
		e.Sort = fmt.Sprintf("%s %s %010d", orUndated(bounds(article.Published).Earliest), r.Article, start)
		e.Name = Fold(r.Content)
		e.Terms = strings.Join(Terms(r.Text, r.Content), " ")
		return e
	}
	return Entry{}
}

// Timestamp writes t as Entry does; the zero time is empty.
func Timestamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func bounds(i *Interval) Entry {
	if i == nil {
		return Entry{}
	}
	return Entry{Earliest: Timestamp(i.Earliest), Latest: Timestamp(i.Latest)}
}

func orUndated(s string) string {
	if s == "" {
		return undated
	}
	return s
}

func named(name string, aliases []string) Entry {
	return Entry{Sort: Fold(name), Name: Fold(name), Terms: strings.Join(Terms(append([]string{name}, aliases...)...), " ")}
}

func quotes(evidence []Evidence) string {
	var b strings.Builder
	for _, e := range evidence {
		b.WriteString(e.Quote)
		b.WriteByte(' ')
	}
	return b.String()
}

// SearchClass ranks how well an index name fits a folded query: 0 exactly, 1
// as a beginning, 2 not at all. Stores compute the same in their own language.
func SearchClass(name, query string) int {
	switch {
	case name == query:
		return 0
	case strings.HasPrefix(name, query):
		return 1
	}
	return 2
}
