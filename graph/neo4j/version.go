package neo4j

import (
	"context"

	"github.com/claimline/claimline/graph"
)

const versionsCypher = `
MATCH (l:Layer)
WHERE $q.allowed IS NULL OR l.collection IN $q.allowed
RETURN coalesce(sum(l.version), 0) AS version`

// Version says how often the layer of some collections changed.
func (s *Store) Version(ctx context.Context, scope graph.Scope) (version int64, err error) {
	err = s.read(ctx, "version", func(r *reading) error {
		rows, err := r.query(versionsCypher, params{"allowed": listed(scope.Allowed())})
		if err == nil && len(rows) > 0 {
			version = int64(number(rows[0], "version"))
		}
		return err
	})
	return version, err
}
