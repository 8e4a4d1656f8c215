// Package neo4jtest gives tests a real Neo4j server: the community edition,
// started as a child process on free loopback ports with a folder of its own,
// authentication on. Each test binary starts at most one, which all its tests
// share one after the other; it ends with the binary, however that ends.
//
// The jars come from Maven Central (see [Fetch]). What is missing skips the
// test and says what to install; where the environment says CI=true, it fails
// it. CLAIMLINE_TEST_NEO4J=bolt://user:password@host:port names a server that
// is already running instead. Tests empty its database.
package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Environment names the server to use instead of one started here.
const Environment = "CLAIMLINE_TEST_NEO4J"

// A Server is where a Neo4j answers.
type Server struct {
	URI      string // bolt://host:port
	User     string
	Password string

	log string // its log file, if it was started here
}

var shared struct {
	once   sync.Once
	server Server
	err    error
}

// Start returns the server of this test binary, with an empty database. When t
// fails, the end of the server's log is shown.
func Start(t testing.TB) Server {
	t.Helper()
	shared.once.Do(func() { shared.server, shared.err = open() })
	if shared.err != nil {
		if errors.Is(shared.err, ErrMissing) && os.Getenv("CI") != "true" {
			t.Skip(shared.err)
		}
		t.Fatal(shared.err)
	}
	if err := shared.server.empty(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if t.Failed() && shared.server.log != "" {
			t.Logf("end of neo4j.log:\n%s", tailOf(shared.server.log))
		}
	})
	return shared.server
}

func open() (Server, error) {
	if named := os.Getenv(Environment); named != "" {
		return parse(named)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	return launch(ctx)
}

func parse(named string) (Server, error) {
	u, err := url.Parse(named)
	if err != nil || u.Host == "" || u.User == nil {
		return Server{}, fmt.Errorf("neo4jtest: %s must look like bolt://user:password@host:port", Environment)
	}
	password, _ := u.User.Password()
	return Server{URI: u.Scheme + "://" + u.Host, User: u.User.Username(), Password: password}, nil
}

// most is how many nodes a test database may hold. A server that somebody
// named by mistake for one of tests holds more, and is left alone.
const most = 20000

// empty deletes all nodes and relationships. The schema stays.
func (s Server) empty() error {
	return s.run("neo4j", func(ctx context.Context, session neo4j.SessionWithContext) error {
		result, err := session.Run(ctx, `MATCH (n) RETURN count(n)`, nil)
		if err != nil {
			return err
		}
		record, err := result.Single(ctx)
		if err != nil {
			return err
		}
		if n, _ := record.Values[0].(int64); n > most && s.log == "" {
			return fmt.Errorf("it holds %d nodes, more than tests leave behind; tests empty the database they are given", n)
		}
		result, err = session.Run(ctx, `MATCH (n) DETACH DELETE n`, nil)
		if err != nil {
			return err
		}
		_, err = result.Consume(ctx)
		return err
	})
}

// run calls f with a session of one database.
func (s Server) run(database string, f func(context.Context, neo4j.SessionWithContext) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	driver, err := neo4j.NewDriverWithContext(s.URI, neo4j.BasicAuth(s.User, s.Password, ""))
	if err != nil {
		return fmt.Errorf("neo4jtest: %w", err)
	}
	defer driver.Close(ctx)
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: database})
	defer session.Close(ctx)
	if err := f(ctx, session); err != nil {
		return fmt.Errorf("neo4jtest: %s: %w", s.URI, err)
	}
	return nil
}
