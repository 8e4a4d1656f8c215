package neo4j

import (
	"github.com/claimline/claimline/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// text, number, truth and texts read a column of a row; null reads as nothing.

func text(row *neo4j.Record, column string) string {
	v, _ := row.Get(column)
	s, _ := v.(string)
	return s
}

func number(row *neo4j.Record, column string) int {
	v, _ := row.Get(column)
	n, _ := v.(int64)
	return int(n)
}

func truth(row *neo4j.Record, column string) bool {
	v, _ := row.Get(column)
	b, _ := v.(bool)
	return b
}

func texts(row *neo4j.Record, column string) []string {
	v, _ := row.Get(column)
	list, _ := v.([]any)
	var out []string
	for _, e := range list {
		if s, ok := e.(string); ok {
			out = append(out, s)
		}
	}
	return out
}

// first gives a column of the first row, and whether there is one.
func first(rows []*neo4j.Record, column string) (any, bool) {
	if len(rows) == 0 {
		return nil, false
	}
	return rows[0].Get(column)
}

// decodeAll reads the records of one kind from the column json.
func decodeAll(kind graph.Kind, rows []*neo4j.Record) ([]graph.Record, error) {
	var out []graph.Record
	for _, row := range rows {
		r, err := graph.Decode(kind, []byte(text(row, "json")))
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// listed is a filter as a parameter: null where it does not restrict.
func listed[S ~string](values []S) any {
	if len(values) == 0 {
		return nil
	}
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// given is a filter as a parameter: null where it does not restrict.
func given(value string) any {
	if value == "" {
		return nil
	}
	return value
}
