package neo4j

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"syscall"

	"github.com/claimline/claimline/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// conflicting reports whether err passes by itself: a deadlock, a node that
// another transaction deleted under our eyes.
func conflicting(err error) bool {
	var server *neo4j.Neo4jError
	if !errors.As(err, &server) || disconnected(err) {
		return false
	}
	// What took too much memory would do so again.
	tooBig := strings.Contains(server.Code, "OutOfMemory")
	return server.IsRetriable() && !tooBig || server.Code == "Neo.ClientError.Statement.EntityNotFound"
}

// disconnected reports whether err says that there is no server, or none that
// serves this database yet.
func disconnected(err error) bool {
	var server *neo4j.Neo4jError
	if errors.As(err, &server) {
		return server.Code == "Neo.TransientError.General.DatabaseUnavailable" || server.Code == "Neo.TransientError.Database.DatabaseUnavailable"
	}
	var lost *neo4j.ConnectivityError
	var network net.Error
	return errors.As(err, &lost) || errors.As(err, &network) || errors.Is(err, errClosed)
}

// refused reports whether the server turns us away.
func refused(err error) bool {
	var server *neo4j.Neo4jError
	if !errors.As(err, &server) {
		return false
	}
	return strings.HasPrefix(server.Code, "Neo.ClientError.Security.") || server.Code == "Neo.ClientError.Database.DatabaseNotFound"
}

// What to do about a server that cannot be reached.
const (
	orSQLite  = "or drop --neo4j to use the embedded SQLite"
	startIt   = "start it with `docker compose up -d neo4j`, " + orSQLite
	checkHost = "check the host name in --neo4j, " + orSQLite
	checkUser = "check CLAIMLINE_NEO4J_USER and CLAIMLINE_NEO4J_PASSWORD, " + orSQLite
	checkTLS  = "write bolt:// for a server without TLS, bolt+ssc:// for one with a certificate that nobody signed, " + orSQLite
	openAgain = "open it again"
)

// explain makes the error of a job, an *graph.UnavailableError where the server
// cannot be reached.
func (s *Store) explain(what string, err error) error {
	if !disconnected(err) && !refused(err) {
		return fmt.Errorf("neo4j: %s: %w", what, err)
	}
	hint, cause := s.diagnose(err)
	return fmt.Errorf("neo4j: %s: %w", what, &graph.UnavailableError{Address: s.address, Hint: hint, Err: cause})
}

// diagnose finds out what helps and why the server cannot be reached.
func (s *Store) diagnose(err error) (hint string, cause error) {
	// The driver's own wrapper does not unwrap.
	var lost *neo4j.ConnectivityError
	if errors.As(err, &lost) {
		err = lost.Inner
	}
	var name *net.DNSError
	var network net.Error
	switch {
	case errors.Is(err, errClosed):
		return openAgain, err
	case refused(err):
		return checkUser, fmt.Errorf("it turned us away: %w", err)
	case errors.As(err, &name):
		return checkHost, fmt.Errorf("its host name is unknown: %w", err)
	case errors.Is(err, syscall.ECONNREFUSED):
		return startIt, fmt.Errorf("nothing listens there: %w", err)
	case errors.As(err, &network) && network.Timeout(), errors.Is(err, context.DeadlineExceeded), strings.Contains(err.Error(), context.DeadlineExceeded.Error()):
		return startIt, fmt.Errorf("it does not answer: %w", err)
	case s.driver.IsEncrypted() && !errors.As(err, &network):
		return checkTLS, fmt.Errorf("no TLS connection: %w", err)
	}
	return startIt, err
}
