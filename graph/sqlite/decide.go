package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/claimline/claimline/graph"
)

const (
	insertDecisionSQL = `INSERT INTO decision (json) VALUES (?)`
	decisionsSQL      = `SELECT seq, json FROM decision WHERE seq < ? ORDER BY seq DESC LIMIT ?`
)

// Decide judges or takes back, and logs it.
func (s *Store) Decide(ctx context.Context, decisions []graph.Decision) error {
	err := graph.CheckDecisions(decisions)
	if err == nil {
		err = s.writer.do(ctx, func(w *writer) error {
			for _, d := range decisions {
				if err := w.decide(d); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return s.fail("decide", err)
}

func (w *writer) decide(d graph.Decision) error {
	var err error
	if d.Action == graph.ActionUndo {
		err = w.takeBack(d.Judgement.ID)
	} else {
		err = w.judge(d.Judgement)
	}
	if err != nil {
		return err
	}
	d.Seq = 0 // the row's
	data, err := json.Marshal(d)
	if err != nil {
		return err
	}
	return w.exec(insertDecisionSQL, string(data))
}

// Decisions lists the log, the latest first.
func (s *Store) Decisions(ctx context.Context, p graph.Page) ([]graph.Decision, *graph.Cursor, error) {
	size, err := p.Size()
	if err != nil {
		return nil, nil, s.fail("decisions", err)
	}
	before := int64(1) << 62
	if p.After != nil {
		if before, err = strconv.ParseInt(p.After.ID, 10, 64); err != nil {
			return nil, nil, s.fail("decisions", fmt.Errorf("%w: cursor %q", graph.ErrInvalid, p.After.ID))
		}
	}
	var out []graph.Decision
	err = s.read(ctx, "decisions", func(r *reading) error {
		return r.rows(decisionsSQL, []any{before, size + 1}, func(scan scanner) error {
			var seq int64
			var data []byte
			if err := scan(&seq, &data); err != nil {
				return err
			}
			var d graph.Decision
			err := json.Unmarshal(data, &d)
			d.Seq = seq
			out = append(out, d)
			return err
		})
	})
	if len(out) > size {
		out = out[:size]
		return out, &graph.Cursor{ID: strconv.FormatInt(out[size-1].Seq, 10)}, err
	}
	return out, nil, err
}
