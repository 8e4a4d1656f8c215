// Package api says how the graph is asked: a Gin server with huma on it, under
// /api/v1, that parses, asks a [graph.Reader] and writes JSON. Its OpenAPI 3.1
// description comes from the types of this package.
//
// Errors are application/problem+json (RFC 9457) without exception. Offsets
// are Unicode code points of the article's text, the end exclusive; bytes and
// UTF-16 units are given beside them.
package api

import (
	"context"
	"io/fs"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"github.com/claimline/claimline/graph"
)

// Every question and every change has its time, so that no client can hold the
// store; streams and archives alone go on for as long as they are read.
const (
	readTimeout  = 10 * time.Second
	writeTimeout = time.Minute
)

// An Inbox takes articles in. What it cannot read it refuses with *BadInput.
type Inbox interface {
	// Submit queues the articles in item. When it returns they are on disk.
	Submit(ctx context.Context, item Item) (Job, error)
	// Ingest reads one article at once and stores what it yields.
	Ingest(ctx context.Context, item Item) (Received, error)
	// Job returns a job, or graph.ErrNotFound.
	Job(ctx context.Context, id string) (Job, error)
	// Jobs returns the latest jobs, newest first.
	Jobs(ctx context.Context, limit int) ([]Job, error)
	// Watch tells the states of a job from now on, and ends when it is over.
	Watch(ctx context.Context, id string) (<-chan Job, error)
	// Cancel takes what has not begun out of a job.
	Cancel(ctx context.Context, id string) (Job, error)
	// Retry queues what failed in a job once more.
	Retry(ctx context.Context, id string) (Job, error)
}

// Options say what a server serves. The zero value of each field but Store is
// usable: no Inbox means that nothing can be ingested, no Keys that everybody
// may ask.
type Options struct {
	Store   graph.Store
	Inbox   Inbox
	Keys    []string // API keys that are accepted
	Local   bool     // bound to loopback: requests for other hosts are refused
	Version Version
	UI      fs.FS
	Log     *slog.Logger
	Now     func() time.Time
	// Ledger remembers the answers to requests with an Idempotency-Key. Nil:
	// this process does, as long as it lives.
	Ledger Ledger
	// Ending, when it is closed, ends the streams; nil: clients end them.
	Ending <-chan struct{}
}

type server struct {
	Options
	graph   graph.Store
	streams atomic.Int32 // of changes, that are open
}

var quietGin = sync.OnceFunc(func() { gin.SetMode(gin.ReleaseMode) })

// New returns the handler for all that the program serves over HTTP.
func New(o Options) http.Handler {
	quietGin()
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Ledger == nil {
		o.Ledger = &memory{now: o.Now, known: map[string]noted{}}
	}
	useProblems()
	s := &server{Options: o, graph: o.Store}

	engine := gin.New()
	engine.HandleMethodNotAllowed = true
	engine.Use(s.identify, s.log, s.recover, s.guard, s.legible, s.once, s.tag)
	engine.NoRoute(func(c *gin.Context) {
		writeProblem(c, s.noRoute(c.Request.URL.Path))
	})
	engine.NoMethod(func(c *gin.Context) {
		writeProblem(c, problem(http.StatusMethodNotAllowed, "method_not_allowed", c.Request.Method+" is not possible on "+c.Request.URL.Path,
			"the methods that are possible stand in the Allow header and in /openapi.json"))
	})

	config := huma.DefaultConfig("Claimline", o.Version.Version)
	config.Info.Description = "Event timelines and claims graphs out of news articles: what happened when, who said so, and who told them."
	config.DocsPath, config.SchemasPath = "", ""
	config.CreateHooks = nil // the default adds $schema to every body
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"key": {Type: "http", Scheme: "bearer", Description: "An API key. Not needed when the server is bound to loopback without keys."},
	}
	config.Transformers = []huma.Transformer{nameInstance}
	h := humagin.New(engine, config)
	h.UseMiddleware(knownParameters())
	s.routes(h)
	nullable(h.OpenAPI())
	describeTags(h.OpenAPI())
	s.serveUI(engine)
	return engine
}

// nullable lets the description say of objects that are always there whether
// they may be null, which for Go is any pointer that is not left out. Huma says
// so of plain values only.
func nullable(doc *huma.OpenAPI) {
	for _, schema := range doc.Components.Schemas.Map() {
		for _, name := range schema.Required {
			if p := schema.Properties[name]; p != nil && strings.HasSuffix(p.Ref, "/Interval") {
				schema.Properties[name] = &huma.Schema{OneOf: []*huma.Schema{{Ref: p.Ref}, {Type: "null"}}, Description: p.Description}
			}
		}
	}
}
