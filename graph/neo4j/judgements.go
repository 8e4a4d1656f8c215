package neo4j

import (
	"context"
	"fmt"

	"github.com/claimline/claimline/graph"
)

const (
	putJudgementCypher = `
MERGE (n:Judgement {id: $q.id})
ON CREATE SET n = $q.properties`

	deleteJudgementCypher = `
MATCH (n:Judgement {id: $q.id})
WITH n, n.a AS a, n.b AS b
DELETE n
RETURN a, b`

	judgementsCypher = `
MATCH (n:Judgement)
RETURN n.json AS json
ORDER BY n.id`
)

// PutJudgement stores j.
func (s *Store) PutJudgement(ctx context.Context, j graph.Judgement) error {
	again := j
	again.Identify()
	if again.ID != j.ID {
		return fmt.Errorf("neo4j: put judgement %s: %w: its id does not follow from its content; call Identify", j.ID, graph.ErrInvalid)
	}
	return s.write(ctx, "put judgement "+j.ID, func(t *transaction) error { return t.judge(j) })
}

// DeleteJudgement undoes PutJudgement.
func (s *Store) DeleteJudgement(ctx context.Context, id string) error {
	tried := false
	return s.write(ctx, "delete judgement "+id, func(t *transaction) error {
		err := t.takeBack(id, tried)
		tried = tried || err == nil
		return err
	})
}

// Judgements lists all judgements by id.
func (s *Store) Judgements(ctx context.Context) ([]graph.Judgement, error) {
	var out []graph.Judgement
	err := s.read(ctx, "judgements", func(r *reading) error {
		rows, err := r.query(judgementsCypher, nil)
		if err != nil {
			return err
		}
		records, err := decodeAll(graph.KindJudgement, rows)
		if err != nil {
			return err
		}
		out = nil
		for _, r := range records {
			out = append(out, r.(graph.Judgement))
		}
		return nil
	})
	return out, err
}
