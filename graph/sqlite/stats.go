package sqlite

import (
	"context"

	"github.com/claimline/claimline/graph"
)

const (
	countByType        = `SELECT n.kind, coalesce(n.type, ''), count(*) FROM node n WHERE `
	countByTypeTail    = ` GROUP BY n.kind, n.type`
	countRelationships = `SELECT count(*) FROM relationship r WHERE `
)

// Stats counts what is in the scope.
func (s *Store) Stats(ctx context.Context, scope graph.Scope) (graph.Stats, error) {
	sc := newScope(scope)
	out := graph.Stats{EventTypes: map[string]int{}, Acts: map[string]int{}, ActorKinds: map[string]int{}}
	err := s.read(ctx, "stats", func(r *reading) error {
		err := r.rows(countByType+sc.node+countByTypeTail, sc.args, func(scan scanner) error {
			var kind, n int
			var of string
			err := scan(&kind, &of, &n)
			count(&out, kind, of, n)
			return err
		})
		if err != nil {
			return err
		}
		return r.row(countRelationships+sc.relationship, sc.args, &out.Relationships)
	})
	return out, err
}

func count(s *graph.Stats, kind int, of string, n int) {
	switch kind {
	case articleKind:
		s.Articles += n
	case actorKind:
		s.Actors += n
		s.ActorKinds[of] += n
	case placeKind:
		s.Places += n
	case eventKind:
		s.Events += n
		s.EventTypes[of] += n
	case claimKind:
		s.Claims += n
		s.Acts[of] += n
	}
}
