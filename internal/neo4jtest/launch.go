package neo4jtest

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	user     = "neo4j"
	initial  = "neo4j" // what a new server lets in once, to change it
	password = "claimline-test"
)

// startLimit is how long a server may take to answer; it takes about six
// seconds on two cores that have nothing else to do.
const startLimit = 2 * time.Minute

// settings are those of docker-compose.yml where they matter, and what keeps a
// server small that lives for seconds. The last two keep it from planning
// statements anew each time that a test empties the database.
const settings = `server.bolt.listen_address=%s
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=64m
db.tx_log.preallocate=false
db.transaction.timeout=60s
dbms.security.auth_enabled=true
dbms.security.allow_csv_import_from_file_urls=false
dbms.usage_report.enabled=false
dbms.cypher.min_replan_interval=1h
dbms.cypher.statistics_divergence_threshold=1.0
`

// launch starts a server and waits until it answers. Its folder goes when this
// process ends.
func launch(ctx context.Context) (Server, error) {
	java, err := findJava()
	if err != nil {
		return Server{}, err
	}
	lib, err := Fetch(ctx)
	if err != nil {
		return Server{}, err
	}
	home, err := os.MkdirTemp("", "claimline-neo4j-")
	if err != nil {
		return Server{}, fmt.Errorf("neo4jtest: %w", err)
	}
	address, err := freeAddress()
	if err != nil {
		return Server{}, err
	}
	if err := os.WriteFile(filepath.Join(home, "neo4j.conf"), fmt.Appendf(nil, settings, address), 0o600); err != nil {
		return Server{}, fmt.Errorf("neo4jtest: %w", err)
	}
	ended, err := supervise(home, java, "-Xms512m", "-Xmx512m", "-Xmn256m", "-XX:MetaspaceSize=256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
		"--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"-cp", filepath.Join(lib, "*"), "org.neo4j.server.CommunityEntryPoint", "--home-dir="+home, "--config-dir="+home)
	if err != nil {
		return Server{}, err
	}
	s := Server{URI: "bolt://" + address, User: user, Password: password, log: filepath.Join(home, "logs", "neo4j.log")}
	if err := s.await(ctx, ended); err != nil {
		return Server{}, fmt.Errorf("%w\n%s%s", err, tailOf(filepath.Join(home, outputFile)), tailOf(s.log))
	}
	return s, nil
}

// await returns when s lets our password in.
func (s Server) await(ctx context.Context, ended <-chan error) error {
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	address := s.URI[len("bolt://"):]
	for {
		if conn, err := net.DialTimeout("tcp", address, time.Second); err == nil {
			conn.Close()
			return s.setPassword()
		}
		select {
		case err := <-ended:
			return fmt.Errorf("neo4jtest: Neo4j %s ended before it answered: %v", Version, err)
		case <-ctx.Done():
			return fmt.Errorf("neo4jtest: Neo4j %s does not answer at %s: %w", Version, address, ctx.Err())
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// setPassword changes the password that a new server comes with.
func (s Server) setPassword() error {
	fresh := s
	fresh.Password = initial
	return fresh.run("system", func(ctx context.Context, session neo4j.SessionWithContext) error {
		result, err := session.Run(ctx, `ALTER CURRENT USER SET PASSWORD FROM $old TO $new`, map[string]any{"old": initial, "new": s.Password})
		if err != nil {
			return err
		}
		_, err = result.Consume(ctx)
		return err
	})
}

func findJava() (string, error) {
	if home := os.Getenv("JAVA_HOME"); home != "" {
		if java, err := exec.LookPath(filepath.Join(home, "bin", "java")); err == nil {
			return java, nil
		}
	}
	java, err := exec.LookPath("java")
	if err != nil {
		return "", fmt.Errorf("neo4jtest: Java is %w; install a Java 17 or 21, such as by apt-get install openjdk-17-jre-headless, or name a running server in %s", ErrMissing, Environment)
	}
	return java, nil
}

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("neo4jtest: no free port: %w", err)
	}
	defer l.Close()
	return l.Addr().String(), nil
}

func tailOf(file string) []byte {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	return tail(data, 30)
}

// tail returns the last lines of data.
func tail(data []byte, lines int) []byte {
	split := bytes.SplitAfter(data, []byte("\n"))
	return bytes.Join(split[max(0, len(split)-lines):], nil)
}
