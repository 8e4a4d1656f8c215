package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/claimline/claimline/extract"
	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/neo4j"
	"github.com/claimline/claimline/graph/sqlite"
)

// extractor is the reader in use.
func extractor() extract.Extractor { return nlp.Extractor{} }

// openStore opens the store that the settings name: Neo4j where an address is
// given, else the embedded one.
func openStore(ctx context.Context, s settings) (graph.Store, error) {
	if s.Neo4j != "" {
		return neo4j.Open(ctx, neo4j.Options{URI: s.Neo4j, User: s.Neo4jUser, Password: s.Neo4jPassword})
	}
	if err := makeData(s); err != nil {
		return nil, err
	}
	return sqlite.Open(ctx, databaseFile(s))
}

// databaseFile holds the embedded graph.
func databaseFile(s settings) string { return filepath.Join(s.Data, "claimline.db") }

// queueFile holds the queue: the graph's own file, or, in front of Neo4j, an
// outbox, so that what waits for Neo4j never ends up in the embedded graph.
func queueFile(s settings) string {
	if s.Neo4j != "" {
		return filepath.Join(s.Data, "outbox.db")
	}
	return databaseFile(s)
}

func makeData(s settings) error {
	if err := os.MkdirAll(s.Data, 0o700); err != nil {
		return fmt.Errorf("data directory: %w; choose another with --data", err)
	}
	return nil
}

// scope is what a command may see.
func scope(s settings) graph.Scope { return graph.Scope{Collections: s.Collection} }
