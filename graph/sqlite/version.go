package sqlite

import (
	"context"
	"database/sql"

	"github.com/claimline/claimline/graph"
)

const versionsSQL = `SELECT coalesce(sum(version), 0) FROM layer WHERE @allowed IS NULL OR collection IN (SELECT value FROM json_each(@allowed))`

// Version says how often the layer of some collections changed.
func (s *Store) Version(ctx context.Context, scope graph.Scope) (version int64, err error) {
	allowed := sql.Named("allowed", nil)
	if names := scope.Allowed(); names != nil {
		allowed = listArg("allowed", names)
	}
	err = s.read(ctx, "version", func(r *reading) error { return r.row(versionsSQL, []any{allowed}, &version) })
	return version, err
}
