package sqlite

import (
	"context"
	"fmt"

	"github.com/claimline/claimline/graph"
)

const (
	insertJudgementSQL = `INSERT INTO judgement (id, json) VALUES (?, ?) ON CONFLICT DO NOTHING`
	deleteJudgementSQL = `DELETE FROM judgement WHERE id = ? RETURNING json`
	judgementsSQL      = `SELECT json FROM judgement ORDER BY id`
)

// PutJudgement stores j, once.
func (s *Store) PutJudgement(ctx context.Context, j graph.Judgement) error {
	id := j.ID
	j.Identify()
	if id != j.ID {
		return fmt.Errorf("sqlite: put judgement %q: its id does not follow from its content: %w", id, graph.ErrInvalid)
	}
	err := s.writer.do(ctx, func(w *writer) error { return w.judge(j) })
	return s.fail("put judgement", err)
}

// DeleteJudgement undoes PutJudgement.
func (s *Store) DeleteJudgement(ctx context.Context, id string) error {
	err := s.writer.do(ctx, func(w *writer) error {
		return w.takeBack(id)
	})
	return s.fail("delete judgement", err)
}

// judge stores a judgement and marks the articles that know what it is about.
func (w *writer) judge(j graph.Judgement) error {
	json, err := graph.Canonical(j)
	if err == nil {
		err = w.exec(insertJudgementSQL, j.ID, string(json))
	}
	if err == nil {
		err = w.exec(markJudgedSQL, j.A, j.B)
	}
	return err
}

func (w *writer) takeBack(id string) error {
	var data []byte
	if err := w.row(deleteJudgementSQL, []any{id}, &data); err != nil {
		return found(err, "judgement", id)
	}
	j, err := graph.Decode(graph.KindJudgement, data)
	if err != nil {
		return err
	}
	return w.exec(markJudgedSQL, j.(graph.Judgement).A, j.(graph.Judgement).B)
}

// Judgements lists all judgements by id.
func (s *Store) Judgements(ctx context.Context) ([]graph.Judgement, error) {
	var out []graph.Judgement
	err := s.read(ctx, "judgements", func(r *reading) error {
		return r.rows(judgementsSQL, nil, func(scan scanner) error {
			var json []byte
			if err := scan(&json); err != nil {
				return err
			}
			j, err := graph.Decode(graph.KindJudgement, json)
			if err == nil {
				out = append(out, j.(graph.Judgement))
			}
			return err
		})
	})
	return out, err
}
