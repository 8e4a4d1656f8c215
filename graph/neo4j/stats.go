package neo4j

import (
	"context"

	"github.com/claimline/claimline/graph"
)

// An article knows the number of its relationships, so that nobody need count
// them one by one.
const (
	articleStatsCypher = `
MATCH (n:Article)
WHERE ` + ownedInScope + `
RETURN count(n) AS count, sum(n.relationships) AS relationships`

	eventStatsCypher = `
MATCH (n:Event)
WHERE ` + ownedInScope + `
RETURN n.type AS name, count(n) AS count`

	claimStatsCypher = `
MATCH (n:Claim)
WHERE ` + ownedInScope + `
RETURN n.act AS name, count(n) AS count`

	actorStatsCypher = `
MATCH (n:Actor)
WHERE ` + sharedInScope + `
RETURN n.kind AS name, count(n) AS count`

	placeStatsCypher = `
MATCH (n:Place)
WHERE ` + sharedInScope + `
RETURN n.kind AS name, count(n) AS count`
)

// Stats counts what is in the scope.
func (s *Store) Stats(ctx context.Context, sc graph.Scope) (graph.Stats, error) {
	var out graph.Stats
	err := s.ask(ctx, "stats", sc, func(r *reading) error {
		out = graph.Stats{EventTypes: map[string]int{}, Acts: map[string]int{}, ActorKinds: map[string]int{}}
		rows, err := r.query(articleStatsCypher, r.scope.params)
		if err != nil {
			return err
		}
		out.Articles, out.Relationships = number(rows[0], "count"), number(rows[0], "relationships")
		for _, part := range []struct {
			cypher string
			total  *int
			by     map[string]int
		}{
			{eventStatsCypher, &out.Events, out.EventTypes},
			{claimStatsCypher, &out.Claims, out.Acts},
			{actorStatsCypher, &out.Actors, out.ActorKinds},
			{placeStatsCypher, &out.Places, map[string]int{}},
		} {
			rows, err := r.query(part.cypher, r.scope.params)
			if err != nil {
				return err
			}
			for _, row := range rows {
				n := number(row, "count")
				*part.total += n
				part.by[text(row, "name")] = n
			}
		}
		return nil
	})
	return out, err
}
