package neo4j

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/internal/neo4jtest"
)

// A server that is not there is reported within a second, with its address,
// the cause and what to do.
func TestUnavailable(t *testing.T) {
	server := neo4jtest.Start(t)
	for _, test := range []struct {
		name, uri, password, cause, hint string
	}{
		{"refused", "bolt://" + deafAddress(t), "", "nothing listens", "docker compose up -d neo4j"},
		{"refused by scheme", "neo4j://" + deafAddress(t), "", "", "docker compose up -d neo4j"},
		{"hanging", "bolt://" + hangingAddress(t), "", "does not answer", "docker compose up -d neo4j"},
		{"unknown host", "bolt://no-such-host.invalid:7687", "", "", "--neo4j"},
		{"wrong password", server.URI, "wrong", "turned us away", "CLAIMLINE_NEO4J_PASSWORD"},
		{"no TLS there", strings.Replace(server.URI, "bolt:", "bolt+s:", 1), server.Password, "", "embedded SQLite"},
	} {
		t.Run(test.name, func(t *testing.T) {
			began := time.Now()
			_, err := Open(t.Context(), Options{URI: test.uri, User: server.User, Password: test.password})
			isDown(t, err, began)
			address := test.uri[strings.Index(test.uri, "//")+2:]
			for _, want := range []string{address, test.cause, test.hint} {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q does not say %q", err, want)
				}
			}
		})
	}
}

// isDown fails unless err says that the server cannot be reached and said so
// within a second.
func isDown(t *testing.T, err error, began time.Time) {
	t.Helper()
	took := time.Since(began)
	var down *graph.UnavailableError
	if !errors.As(err, &down) {
		t.Fatalf("%v, want a *graph.UnavailableError", err)
	}
	if took >= time.Second {
		t.Errorf("%v came after %v", err, took)
	}
}

func deafAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// hangingAddress is one where connections are taken and nothing is said.
func hangingAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l.Addr().String()
}

func openThrough(t *testing.T) (*Store, *proxy) {
	t.Helper()
	server := neo4jtest.Start(t)
	p := newProxy(t, server.URI)
	s, err := Open(t.Context(), Options{URI: "bolt://" + p.address, User: server.User, Password: server.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, p
}

// A server that goes down, or hangs, while the store is in use is reported by
// every call; once it is back, the store goes on.
func TestGoesDown(t *testing.T) {
	for name, change := range map[string]struct{ down, up func(*proxy) }{
		"goes": {(*proxy).down, (*proxy).up},
		"hangs": {
			func(p *proxy) { p.frozen.Store(true) },
			func(p *proxy) { p.down(); p.frozen.Store(false); p.up() },
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, p := openThrough(t)
			w := graphtest.NewWorld()
			if err := s.Put(t.Context(), w.Blast, graphtest.Ingested(0)); err != nil {
				t.Fatal(err)
			}
			change.down(p)
			for _, call := range []func(context.Context) error{
				s.Ping,
				func(ctx context.Context) error { return s.Put(ctx, w.Inquiry, graphtest.Ingested(1)) },
				func(ctx context.Context) error { _, err := s.Stats(ctx, graph.Scope{}); return err },
			} {
				began := time.Now()
				isDown(t, call(t.Context()), began)
			}
			change.up(p)
			if err := s.Put(t.Context(), w.Inquiry, graphtest.Ingested(1)); err != nil {
				t.Fatal(err)
			}
			sameAs(t, s, w.Blast, w.Inquiry)
		})
	}
}

// When the answer to a commit is lost, nobody knows whether it took effect; the
// store makes sure that it did, once.
func TestLostCommit(t *testing.T) {
	s, p := openThrough(t)
	w := graphtest.NewWorld()
	j := w.Judgements()[0]
	for name, write := range map[string]func() error{
		"put":              func() error { return s.Put(t.Context(), w.Blast, graphtest.Ingested(0)) },
		"delete":           func() error { return s.Delete(t.Context(), w.Blast.Articles[0].ID) },
		"put judgement":    func() error { return s.PutJudgement(t.Context(), j) },
		"delete judgement": func() error { return s.DeleteJudgement(t.Context(), j.ID) },
	} {
		if strings.HasPrefix(name, "delete") {
			if err := errors.Join(s.Put(t.Context(), w.Blast, graphtest.Ingested(0)), s.PutJudgement(t.Context(), j)); err != nil {
				t.Fatal(err)
			}
		}
		p.loseCommit.Store(true)
		if err := write(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if p.loseCommit.Load() {
			t.Errorf("%s: no commit was lost", name)
		}
	}
}

// sameAs compares the state with that of a store that holds just these.
func sameAs(t *testing.T, s *Store, subs ...*graph.Subgraph) {
	t.Helper()
	got, err := graph.Hash(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	other := open(t) // empties the database
	for i, sub := range subs {
		if err := other.Put(t.Context(), sub, graphtest.Ingested(i)); err != nil {
			t.Fatal(err)
		}
	}
	want, err := graph.Hash(t.Context(), other)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != want.String() || got.Count() == 0 {
		t.Errorf("state %s of %d records, want %s of %d", got.String(), got.Count(), want.String(), want.Count())
	}
}
