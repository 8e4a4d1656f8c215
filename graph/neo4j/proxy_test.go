package neo4j

import (
	"bytes"
	"io"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// A proxy stands between the store and the server, where connections break and
// hang as they do on a network.
type proxy struct {
	t       *testing.T
	target  string
	address string

	frozen     atomic.Bool // nothing passes any more
	loseCommit atomic.Bool // the answer to the next COMMIT is lost

	mu       sync.Mutex
	listener net.Listener
	conns    []net.Conn
}

func newProxy(t *testing.T, uri string) *proxy {
	t.Helper()
	p := &proxy{t: t, target: strings.TrimPrefix(uri, "bolt://"), address: "127.0.0.1:0"}
	p.up()
	t.Cleanup(p.down)
	return p
}

// up listens, where it did before if it did.
func (p *proxy) up() {
	p.t.Helper()
	l, err := net.Listen("tcp", p.address)
	if err != nil {
		p.t.Fatal(err)
	}
	p.mu.Lock()
	p.listener, p.address = l, l.Addr().String()
	p.mu.Unlock()
	go func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}
			go p.serve(client)
		}
	}()
}

// down ends all connections and refuses new ones.
func (p *proxy) down() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.listener.Close()
	for _, c := range p.conns {
		c.Close()
	}
	p.conns = nil
}

func (p *proxy) serve(client net.Conn) {
	server, err := net.Dial("tcp", p.target)
	if err != nil {
		client.Close()
		return
	}
	p.mu.Lock()
	p.conns = append(p.conns, client, server)
	p.mu.Unlock()
	var losing atomic.Bool
	go p.pass(server, client, func(data []byte) bool {
		if bytes.Contains(data, commitMessage) && p.loseCommit.CompareAndSwap(true, false) {
			losing.Store(true)
		}
		return true
	})
	p.pass(client, server, func([]byte) bool { return !losing.Load() })
}

// commitMessage is COMMIT as Bolt writes it: a chunk of two bytes, a structure
// without fields, its signature, the end of the message.
var commitMessage = []byte{0, 2, 0xb0, 0x12, 0, 0}

// pass copies until one side closes or allow refuses, then closes both.
func (p *proxy) pass(to io.WriteCloser, from io.ReadCloser, allow func([]byte) bool) {
	defer to.Close()
	defer from.Close()
	buffer := make([]byte, 64<<10)
	for {
		n, err := from.Read(buffer)
		if n > 0 && !allow(buffer[:n]) {
			return
		}
		for n > 0 && p.frozen.Load() {
			if _, err := from.Read(buffer); err != nil {
				return
			}
		}
		if _, failed := to.Write(buffer[:n]); err != nil || failed != nil {
			return
		}
	}
}
