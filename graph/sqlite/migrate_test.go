package sqlite

import (
	"database/sql"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
)

// A database of version 2 answers searches after the upgrade as one that was
// made by this version, and goes on from there; its layer is out of date.
func TestUpgrade(t *testing.T) {
	dir := t.TempDir()
	path, old := filepath.Join(dir, "new.db"), filepath.Join(dir, "old.db")
	s, w := openWorld(t, path)
	makeVersion2(t, old, path)
	upgraded, err := Open(t.Context(), old)
	if err != nil {
		t.Fatal(err)
	}
	defer upgraded.Close()
	if stale, _, err := upgraded.Stale(t.Context(), 99); err != nil || len(stale) == 0 {
		t.Errorf("%d articles are out of date after the upgrade, %v", len(stale), err)
	}
	sameSearches(t, upgraded, s, len(w.Articles()))
	article := w.Blast.Articles[0].ID
	if err := errors.Join(s.Delete(t.Context(), article), upgraded.Delete(t.Context(), article), upgraded.Put(t.Context(), w.Inquiry, graphtest.Ingested(1))); err != nil {
		t.Fatal(err)
	}
	sameSearches(t, upgraded, s, len(w.Articles())-1)
}

// makeVersion2 makes a database as version 2 did, with the records of another.
func makeVersion2(t *testing.T, path, records string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	for _, statement := range []string{
		schema1, schema2, "PRAGMA user_version = 2; PRAGMA application_id = 0x636c6d6c", "ATTACH '" + records + "' AS other",
		"INSERT INTO node SELECT * FROM other.node", "INSERT INTO relationship SELECT * FROM other.relationship",
		"INSERT INTO variant SELECT * FROM other.variant", "INSERT INTO contribution SELECT * FROM other.contribution",
	} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func sameSearches(t *testing.T, got, want *Store, articles int) {
	t.Helper()
	anywhere := graph.Scope{Collections: []string{graph.AnyCollection}}
	for _, q := range []graph.SearchQuery{
		{Text: "kelm"}, {Text: "front", Facets: true}, {Text: "f"}, {Text: "norland interior", Scope: anywhere}, {Text: "said", Scope: anywhere, Types: []string{"assert"}},
		{Text: "fdf", Scope: graph.Scope{Published: graph.Window{From: graphtest.Day(2024, 5, 4), To: graphtest.Day(2024, 5, 5)}}},
	} {
		a, err := want.Search(t.Context(), q)
		b, upgradedErr := got.Search(t.Context(), q)
		if err != nil || upgradedErr != nil || len(a.Order) == 0 || !slices.Equal(a.Order, b.Order) || a.Total != b.Total {
			t.Errorf("%+v: %v, %v after the upgrade, want %v, %v", q, b.Order, upgradedErr, a.Order, err)
		}
	}
	came, err := got.Timeline(t.Context(), graph.TimelineQuery{Scope: anywhere, Clock: graph.Ingested})
	if err != nil || len(came.Order) != articles {
		t.Errorf("%d articles came in, want %d: %v", len(came.Order), articles, err)
	}
}
