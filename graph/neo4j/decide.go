package neo4j

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/google/uuid"

	"github.com/claimline/claimline/graph"
)

const (
	// One node holds the number of the last entry, and is locked by whoever
	// writes the next.
	lockLogCypher = `
MERGE (l:Log {id: 'decisions'})
ON CREATE SET l.last = 0
SET l.last = l.last
RETURN l.last AS last`

	// The token tells a decision that is there from one yet to be written, when
	// writing is tried once more.
	loggedCypher = `
MATCH (d:Decision {token: $q.token})
RETURN d.seq AS seq`

	putDecisionsCypher = `
MATCH (l:Log {id: 'decisions'})
SET l.last = l.last + size($q.rows)
WITH l
UNWIND $q.rows AS row
CREATE (d:Decision)
SET d = row`

	decisionsCypher = `
MATCH (d:Decision)
WHERE d.seq < $q.before
RETURN d.seq AS seq, d.json AS json
ORDER BY seq DESC
LIMIT $q.limit`
)

// Decide judges or takes back, and logs it.
func (s *Store) Decide(ctx context.Context, decisions []graph.Decision) error {
	if err := graph.CheckDecisions(decisions); err != nil {
		return fmt.Errorf("neo4j: decide: %w", err)
	}
	var rows []params
	token := uuid.NewString()
	for _, d := range decisions {
		d.Seq = 0
		data, err := json.Marshal(d)
		if err != nil {
			return fmt.Errorf("neo4j: decide: %w", err)
		}
		rows = append(rows, params{"token": token, "json": string(data)})
	}
	return s.write(ctx, "decide", func(t *transaction) error {
		log, err := t.query(lockLogCypher, nil)
		if err != nil {
			return err
		}
		done, err := t.query(loggedCypher, params{"token": token})
		if err != nil || len(done) > 0 {
			return err
		}
		for i, d := range decisions {
			rows[i]["seq"] = number(log[0], "last") + i + 1
			if err := t.decide(d); err != nil {
				return err
			}
		}
		_, err = t.query(putDecisionsCypher, params{"rows": rows})
		return err
	})
}

func (t *transaction) decide(d graph.Decision) error {
	if d.Action == graph.ActionUndo {
		return t.takeBack(d.Judgement.ID, false)
	}
	return t.judge(d.Judgement)
}

// judge stores a judgement and marks the articles that know what it is about.
func (t *transaction) judge(j graph.Judgement) error {
	p, err := propertiesOf(j, graph.Article{})
	if err != nil {
		return &abort{err}
	}
	if _, err := t.query(putJudgementCypher, params{"id": j.ID, "properties": p}); err != nil {
		return err
	}
	_, err = t.query(markJudgedCypher, params{"a": j.A, "b": j.B})
	return err
}

func (t *transaction) takeBack(id string, tried bool) error {
	rows, err := t.query(deleteJudgementCypher, params{"id": id})
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return goneOr(tried)
	}
	_, err = t.query(markJudgedCypher, params{"a": text(rows[0], "a"), "b": text(rows[0], "b")})
	return err
}

// Decisions lists the log, the latest first.
func (s *Store) Decisions(ctx context.Context, p graph.Page) ([]graph.Decision, *graph.Cursor, error) {
	size, err := p.Size()
	if err != nil {
		return nil, nil, fmt.Errorf("neo4j: decisions: %w", err)
	}
	before := int64(1) << 62
	if p.After != nil {
		if before, err = strconv.ParseInt(p.After.ID, 10, 64); err != nil {
			return nil, nil, fmt.Errorf("neo4j: decisions: %w: cursor %q", graph.ErrInvalid, p.After.ID)
		}
	}
	var out []graph.Decision
	err = s.read(ctx, "decisions", func(r *reading) error {
		out = nil
		rows, err := r.query(decisionsCypher, params{"before": before, "limit": size + 1})
		if err != nil {
			return err
		}
		for _, row := range rows {
			var d graph.Decision
			if err := json.Unmarshal([]byte(text(row, "json")), &d); err != nil {
				return &abort{err}
			}
			d.Seq = int64(number(row, "seq"))
			out = append(out, d)
		}
		return nil
	})
	if len(out) > size {
		out = out[:size]
		return out, &graph.Cursor{ID: strconv.FormatInt(out[size-1].Seq, 10)}, err
	}
	return out, nil, err
}
