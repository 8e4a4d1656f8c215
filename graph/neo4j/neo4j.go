// Package neo4j keeps the graph in Neo4j 5.26 or later, through Bolt.
//
// In go subgraphs and questions, out come records and answers, the same and in
// the same order as from package sqlite. A node carries the label of its kind,
// an actor that of its kind of actor as well, a relationship its type. Both
// carry the record's canonical form in the property json, from which every
// answer and the state hash are made; all other properties follow from it and
// serve the statements and people who look around with Neo4j's own tools.
//
// What an article says of an actor or place that it shares with others stands
// in the property contribution of its MENTIONS; the node is their join. Times
// are UTC. Labels and types in Cypher text come from the closed lists of package
// graph, all else is a parameter.
package neo4j

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"github.com/claimline/claimline/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
)

// Options says where the server is and who asks.
type Options struct {
	URI      string // bolt://, neo4j://, or either with +s or +ssc; the port defaults to 7687
	User     string // empty: a server without authentication
	Password string
	Database string // empty: the user's home database
}

// Store is a graph.Store in a Neo4j database, which should hold nothing else.
type Store struct {
	driver    neo4j.DriverWithContext
	bookmarks neo4j.BookmarkManager // nil where there is but one server
	address   string                // host and port
	name      string
	database  string
	closed    atomic.Bool
}

var _ graph.Store = (*Store)(nil)

// How long things may take. A server that cannot be reached is reported within
// a second: one wait for a connection, or several quick refusals.
const (
	connectTimeout = 600 * time.Millisecond // of a socket
	acquireTimeout = 800 * time.Millisecond // of a connection that is known to work
	patience       = 400 * time.Millisecond // for a server that refuses, before giving up
	readTimeout    = 15 * time.Second       // of one question
	writeTimeout   = 5 * time.Minute        // of one article
	exportTimeout  = 2 * time.Hour          // of Each
)

// Open connects and makes sure that the database has the constraints and
// indexes that the store rests on; it returns an error without. A server that
// is not there is a *graph.UnavailableError.
func Open(ctx context.Context, o Options) (*Store, error) {
	target, err := url.Parse(o.URI)
	if err != nil || target.Host == "" {
		return nil, fmt.Errorf("neo4j: %q is no address of a server; write it as bolt://host:7687", o.URI)
	}
	auth := neo4j.NoAuth()
	if o.User != "" {
		auth = neo4j.BasicAuth(o.User, o.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(o.URI, auth, configure)
	if err != nil {
		return nil, fmt.Errorf("neo4j: %s: %w", target.Redacted(), err)
	}
	s := &Store{driver: driver, address: address(target), database: o.Database}
	s.name = "neo4j " + target.Scheme + "://" + s.address
	if o.Database != "" {
		s.name += "/" + o.Database
	}
	if strings.HasPrefix(target.Scheme, "neo4j") {
		s.bookmarks = neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{})
	}
	if err := s.prepare(ctx); err != nil {
		driver.Close(ctx)
		return nil, err
	}
	return s, nil
}

func configure(c *config.Config) {
	c.SocketConnectTimeout = connectTimeout
	c.ConnectionAcquisitionTimeout = acquireTimeout
	// A connection is asked for a sign of life each time it is taken, so that a
	// server that hangs is noticed before a question is put to it.
	c.ConnectionLivenessCheckTimeout = 0
	c.MaxTransactionRetryTime = 0 // package's own, see transact
	c.TelemetryDisabled = true
}

func address(target *url.URL) string {
	if target.Port() == "" {
		return target.Host + ":7687"
	}
	return target.Host
}

// Name says which store it is and where.
func (s *Store) Name() string { return s.name }

const pingCypher = `RETURN 1 AS one`

// Ping reports whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	return s.read(ctx, "ping", func(r *reading) error {
		_, err := r.query(pingCypher, nil)
		return err
	})
}

// Close ends all connections.
func (s *Store) Close() error {
	if s.closed.Swap(true) {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if err := s.driver.Close(ctx); err != nil {
		return fmt.Errorf("neo4j: close: %w", err)
	}
	return nil
}

var errClosed = errors.New("the store is closed")
