package main

import (
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/claimline/claimline/internal/neo4jtest"
)

// A link carries connections to a server until it is cut.
type link struct {
	t       *testing.T
	target  string
	address string // of this end

	mutex    sync.Mutex
	listener net.Listener
	open     []net.Conn
	down     bool
}

// linkTo makes a link to a bolt:// address.
func linkTo(t *testing.T, uri string) *link {
	l := &link{t: t, target: strings.TrimPrefix(uri, "bolt://"), address: "127.0.0.1:0"}
	l.join()
	t.Cleanup(l.cut)
	return l
}

// join lets connections through, at the address of the first time.
func (l *link) join() {
	l.t.Helper()
	listener, err := net.Listen("tcp", l.address)
	if err != nil {
		l.t.Fatal(err)
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.listener, l.address, l.down = listener, listener.Addr().String(), false
	go l.accept(listener)
}

func (l *link) accept(listener net.Listener) {
	for {
		near, err := listener.Accept()
		if err != nil {
			return // it was cut
		}
		far, err := net.Dial("tcp", l.target)
		if err != nil {
			near.Close()
			continue
		}
		l.mutex.Lock()
		l.open = append(l.open, near, far)
		late := l.down
		l.mutex.Unlock()
		if late {
			near.Close()
			far.Close()
		}
		for _, ends := range [][2]net.Conn{{near, far}, {far, near}} {
			go func() {
				_, _ = io.Copy(ends[0], ends[1]) // ends when either side does
				ends[0].Close()
			}()
		}
	}
}

// cut ends all connections; new ones are refused.
func (l *link) cut() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.listener.Close()
	for _, c := range l.open {
		c.Close()
	}
	l.open, l.down = nil, true
}

// TestOutbox takes Neo4j away from a server that runs: questions are answered
// with what is wrong and what to do, at once; articles are taken in all the
// same, and read when Neo4j is back.
func TestOutbox(t *testing.T) {
	neo4j := neo4jtest.Start(t)
	l := linkTo(t, neo4j.URI)
	data := t.TempDir()
	s := start(t, data, "CLAIMLINE_NEO4J=bolt://"+l.address, "CLAIMLINE_NEO4J_USER="+neo4j.User, "CLAIMLINE_NEO4J_PASSWORD="+neo4j.Password)
	s.get("/readyz", http.StatusOK, nil)

	l.cut()
	for _, path := range []string{"/api/v1/timeline", "/api/v1/search?q=strike", "/readyz"} {
		var p problemAnswer
		begin := time.Now()
		s.get(path, http.StatusServiceUnavailable, &p)
		// A second where nothing else runs; here other tests do.
		took := time.Since(begin)
		t.Logf("%s: 503 after %s", path, took.Round(time.Millisecond))
		if took > 3*time.Second {
			t.Errorf("%s took %s to say that Neo4j is down", path, took)
		}
		if !strings.Contains(p.Detail, l.address) || !strings.Contains(p.Hint, "docker compose up -d neo4j") {
			t.Errorf("%s: %+v", path, p)
		}
	}
	if res := s.request(http.MethodPost, "/api/v1/articles?mode=sync", "application/json", strike, nil); res.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("sync without Neo4j: %s", res.Status)
	}
	var taken added
	if res := s.request(http.MethodPost, "/api/v1/articles", "application/json", strike, &taken); res.StatusCode != http.StatusAccepted {
		t.Errorf("async without Neo4j: %s", res.Status)
	}
	s.get("/healthz", http.StatusOK, nil)

	l.join()
	done := s.wait(taken.Job.ID)
	if done.State != "succeeded" {
		t.Fatalf("job: %+v", done)
	}
	s.get("/api/v1/articles/"+done.Items[0].ArticleID, http.StatusOK, nil)
	s.stop()
}
