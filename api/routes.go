package api

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
)

const base = "/api/v1"

// routes is the API at a glance.
func (s *server) routes(api huma.API) {
	h := registrar{api, s.Log}
	get(h, base+"/articles", "list-articles", "Articles by date of publication", s.articles)
	get(h, base+"/articles/{id}", "get-article", "An article with its text", s.article)
	get(h, base+"/articles/{id}/graph", "get-article-graph", "All that was read from an article", s.articleGraph)
	get(h, base+"/articles/{id}/segments", "get-article-segments", "An article in runs of text, with what was read from each", s.segments)
	post(h, base+"/articles", "add-article", "Take in an article", s.addArticle, acceptArticle)
	remove(h, base+"/articles/{id}", "delete-article", "Take an article out, with all that only it contributed", s.deleteArticle)

	get(h, base+"/jobs", "list-jobs", "Jobs, newest first", s.jobs)
	get(h, base+"/jobs/{id}", "get-job", "How far a job is", s.job)
	register(h, 0, http.MethodGet, base+"/jobs/{id}/stream", "watch-job", "How far a job is, as server-sent events", s.jobStream, describeJobStream)
	register(h, 0, http.MethodGet, base+"/stream", "watch-graph", "What changes in the graph, as server-sent events", s.stream, describeStream)
	post(h, base+"/jobs/{id}/retry", "retry-job", "Queue what failed in a job once more", s.retryJob, nil)
	remove(h, base+"/jobs/{id}", "cancel-job", "Take what has not begun out of a job", s.cancelJob)

	get(h, base+"/actors", "list-actors", "Actors by name", s.actors)
	get(h, base+"/actors/{id}", "get-actor", "An actor with what it says, does and is mentioned in", s.actor)
	get(h, base+"/places/{id}", "get-place", "A place with what happened there", s.place)
	get(h, base+"/events", "list-events", "Events by time, undated ones last", s.events)
	get(h, base+"/events/{id}", "get-event", "An event with participants, figures and claims", s.event)
	get(h, base+"/claims", "list-claims", "Claims with their chains of attribution", s.claims)
	get(h, base+"/claims/{id}", "get-claim", "A claim with its chain and evidence", s.claim)
	get(h, base+"/timeline", "get-timeline", "What one clock dates, in order", s.timeline)
	get(h, base+"/timeline/buckets", "get-timeline-buckets", "How much a timeline holds, by stretches of time", s.buckets)
	get(h, base+"/attribution", "get-attribution", "Who said what, citing whom", s.attribution)
	get(h, base+"/compare", "compare-articles", "Articles side by side, claim by claim", s.compare)
	get(h, base+"/search", "search", "Nodes by words", s.search)
	get(h, base+"/graph/neighbors/{id}", "get-neighbors", "A node with those around it, in groups", s.neighbors)
	get(h, base+"/suggest", "suggest", "Nodes that somebody who types may mean", s.suggest)
	get(h, base+"/graph/paths", "find-paths", "How two nodes are linked, with the evidence of every step", s.paths)
	get(h, base+"/graph/pairs", "get-pair", "What two nodes have to do with each other directly", s.pairs)
	question(h, base+"/graph/subgraph", "get-subgraph", "Nodes and what joins them to each other", s.subgraph)
	question(h, base+"/graph/expand", "expand", "What is new around nodes, in groups", s.expand)
	get(h, base+"/export/formats", "list-export-formats", "What kinds of file the graph can be had as", s.exportFormats)
	register(h, 0, http.MethodGet, base+"/export", "export", "The graph, or a part of it, as a file for other tools", s.export, describeFile)
	s.resolutionRoutes(h)
	get(h, base+"/stats", "get-stats", "Counts", s.stats)

	get(h, "/healthz", "get-health", "Whether the process lives", s.health)
	get(h, "/readyz", "get-readiness", "Whether store and queue answer", s.ready)
	get(h, "/version", "get-version", "Which program this is", s.version)
	get(h, "/problems/{code}", "get-problem", "What an error code means and what to do", s.problemPage)
}

// A registrar is what registering a route needs.
type registrar struct {
	api huma.API
	log *slog.Logger
}

// fail tells the log what the client is not told.
func (r registrar) fail(err error) error {
	out := fail(err)
	var p *Problem
	if errors.As(out, &p) && p.Code == "internal" {
		r.log.Error("request failed", "error", err.Error())
	}
	return out
}

type handler[I, O any] func(context.Context, *I) (*O, error)

func get[I, O any](h registrar, path, id, summary string, f handler[I, O]) {
	register(h, readTimeout, http.MethodGet, path, id, summary, f, nil)
}

// question registers what is asked by POST for its length.
func question[I, O any](h registrar, path, id, summary string, f handler[I, O]) {
	register(h, readTimeout, http.MethodPost, path, id, summary, f, acceptQuestion)
}

func post[I, O any](h registrar, path, id, summary string, f handler[I, O], change func(*huma.Operation)) {
	register(h, writeTimeout, http.MethodPost, path, id, summary, f, func(op *huma.Operation) {
		if change != nil {
			change(op)
		}
		acceptKey(op)
	})
}

func remove[I, O any](h registrar, path, id, summary string, f handler[I, O]) {
	register(h, writeTimeout, http.MethodDelete, path, id, summary, f, nil)
}

// register adds an operation. Limit is how long it may take, 0 for one whose
// answer goes on.
func register[I, O any](h registrar, limit time.Duration, method, path, id, summary string, f handler[I, O], change func(*huma.Operation)) {
	op := huma.Operation{
		Method: method, Path: path, OperationID: id, Summary: summary,
		Errors:   []int{400, 401, 403, 404, 503, 504},
		Security: []map[string][]string{{}, {"key": {}}},
	}
	if change != nil {
		change(&op)
	}
	huma.Register(h.api, op, func(ctx context.Context, in *I) (*O, error) {
		if limit > 0 {
			var cancel context.CancelFunc
			ctx, cancel = context.WithTimeout(ctx, limit)
			defer cancel()
		}
		out, err := f(ctx, in)
		if err != nil {
			return nil, h.fail(err)
		}
		return out, nil
	})
}
