package api

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/claimline/claimline/graph"
)

const (
	// lookout is how often the store is asked for what is new. It is asked, and
	// does not tell, since other processes change it too.
	lookout = time.Second
	// overlap is how long before an article is to be seen its time of ingest
	// may lie.
	overlap = 5 * time.Second
	// maxBehind is how many changes are told to who comes back.
	maxBehind = 1000
	// maxStreams is how many streams of changes are open at the same time.
	maxStreams = 64
)

// A place in the stream of changes is a place in each of what it is made of:
// the clock of ingest, the log of judgements, the version of the layer.
type place struct {
	second  int64 // of ingest, Unix
	judged  int64 // number of the last decision
	version int64
}

func (p place) String() string { return fmt.Sprintf("%d-%d-%d", p.second, p.judged, p.version) }

func placeOf(id string) (p place, err error) {
	var rest string
	if n, _ := fmt.Sscanf(id, "%d-%d-%d%s", &p.second, &p.judged, &p.version, &rest); n != 3 || p.second < 0 || p.judged < 0 || p.version < 0 {
		return p, problem(http.StatusBadRequest, "malformed", "the Last-Event-ID is none of this stream", "send the id of the last event as it is, or none")
	}
	return p, nil
}

// A GraphChange says what changed, and where to fetch it: it is a pointer and
// no state.
type GraphChange struct {
	Type    string    `json:"type" enum:"article,judgement,resolution"`
	At      time.Time `json:"at"`
	ID      string    `json:"id,omitempty" doc:"Of the article or the judgement"`
	Action  string    `json:"action,omitempty" doc:"Of a judgement: judge or undo"`
	Version int64     `json:"version,omitempty" doc:"Of what articles share, which is another whenever an article came, changed or went, or somebody judged"`
}

type streamInput struct {
	Collection []string `query:"collection,explode" doc:"Collections whose articles are told of; * for all. Default: default" maxItems:"50"`
	Topics     []string `query:"topics" enum:"article,judgement,resolution" maxItems:"3" doc:"Default: all"`
	Last       string   `header:"Last-Event-ID" maxLength:"100" doc:"Where to go on: the id of the last event that was seen"`
}

// stream tells what changes in the graph, as server-sent events: an article
// that came in, a judgement made or taken back, and that what articles share
// was computed anew.
func (s *server) stream(ctx context.Context, in *streamInput) (*huma.StreamResponse, error) {
	w := &watcher{server: s, scope: graph.Scope{Collections: in.Collection}, topics: in.Topics, told: map[string]int64{}}
	ctx, cancel := context.WithTimeout(ctx, readTimeout)
	defer cancel()
	now, err := w.now(ctx)
	if err != nil {
		return nil, err
	}
	w.at = now
	if in.Last != "" {
		if w.at, err = placeOf(in.Last); err != nil {
			return nil, err
		}
		if err := w.reachable(ctx, now); err != nil {
			return nil, err
		}
	}
	if s.streams.Add(1) > maxStreams {
		s.streams.Add(-1)
		return nil, huma.ErrorWithHeaders(problem(http.StatusTooManyRequests, "rate_limited", "too many streams are open", ""), http.Header{"Retry-After": {"30"}})
	}
	return &huma.StreamResponse{Body: func(c huma.Context) {
		defer s.streams.Add(-1)
		w.run(c)
	}}, nil
}

// A watcher looks out for changes behind its place.
type watcher struct {
	*server
	scope  graph.Scope
	topics []string
	at     place
	told   map[string]int64 // articles of the last seconds, by when they came in
}

func (w *watcher) run(c huma.Context) {
	out := openStream(c)
	out.send("id: " + w.at.String() + "\nretry: 3000\n\n")
	look, beat := time.NewTicker(lookout), time.NewTicker(heartbeat)
	defer look.Stop()
	defer beat.Stop()
	for out.err == nil {
		changes, err := w.look(c.Context())
		if err != nil && c.Context().Err() == nil {
			w.Log.Warn("stream of changes", "error", err.Error()) // the next look may reach it
		}
		for _, change := range changes {
			out.tell(w.at.String(), change.Type, change)
		}
		select {
		case <-c.Context().Done():
			return
		case <-w.Ending:
			return
		case <-beat.C:
			out.send(": still there\n\n")
		case <-look.C:
		}
	}
}

func (w *watcher) wants(topic string) bool {
	return len(w.topics) == 0 || slices.Contains(w.topics, topic)
}

// now is the place behind all that is there; what came in just before it is
// taken as told.
func (w *watcher) now(ctx context.Context) (place, error) {
	p := place{second: w.Now().Unix()}
	log, _, err := w.graph.Decisions(ctx, graph.Page{Limit: 1})
	if err != nil {
		return p, err
	}
	if len(log) > 0 {
		p.judged = log[0].Seq
	}
	if p.version, err = w.graph.Version(ctx, w.scope); err != nil {
		return p, err
	}
	w.at = p
	_, err = w.articles(ctx)
	return p, err
}

// reachable refuses a place of another graph, or one that is too far back.
func (w *watcher) reachable(ctx context.Context, now place) error {
	if w.at.judged > now.judged || w.at.version > now.version || w.at.second > now.second+int64(overlap/time.Second) {
		return problem(http.StatusGone, "gone", "the place is ahead of this graph: it is of another", "")
	}
	q := w.since()
	q.Page.Limit = 1
	a, err := w.graph.Timeline(ctx, q)
	if err != nil {
		return err
	}
	if w.wants("article") && a.Total.Value > maxBehind || now.judged-w.at.judged > maxBehind {
		return problem(http.StatusGone, "gone", fmt.Sprintf("more than %d changes are behind the place", maxBehind), "")
	}
	clear(w.told) // what was told before the place is told again, rather than missed
	return nil
}

// look returns what changed since the last look, and moves on.
func (w *watcher) look(ctx context.Context) ([]GraphChange, error) {
	ctx, cancel := context.WithTimeout(ctx, readTimeout)
	defer cancel()
	var out []GraphChange
	for _, topic := range []struct {
		name string
		look func(context.Context) ([]GraphChange, error)
	}{{"article", w.articles}, {"judgement", w.judged}, {"resolution", w.resolved}} {
		if !w.wants(topic.name) {
			continue
		}
		changes, err := topic.look(ctx)
		if err != nil {
			return out, err
		}
		out = append(out, changes...)
	}
	return out, nil
}

func (w *watcher) since() graph.TimelineQuery {
	from := time.Unix(w.at.second, 0).Add(-overlap)
	return graph.TimelineQuery{Scope: w.scope, Clock: graph.Ingested, Window: graph.Window{From: from}, Page: graph.Page{Limit: graph.MaxLimit}}
}

// articles returns those that came in, each once within the overlap.
func (w *watcher) articles(ctx context.Context) ([]GraphChange, error) {
	var out []GraphChange
	for q := w.since(); ; {
		a, err := w.graph.Timeline(ctx, q)
		if err != nil {
			return out, err
		}
		for _, id := range a.Order {
			at := a.Ingested[id]
			if _, ok := w.told[id]; ok {
				continue
			}
			w.told[id] = at.Unix()
			w.at.second = max(w.at.second, at.Unix())
			out = append(out, GraphChange{Type: "article", At: at, ID: id})
		}
		if a.Next == nil {
			break
		}
		q.Page.After = a.Next
	}
	for id, second := range w.told {
		if second < w.at.second-int64(overlap/time.Second) {
			delete(w.told, id)
		}
	}
	return out, nil
}

// judged returns what was judged and taken back.
func (w *watcher) judged(ctx context.Context) ([]GraphChange, error) {
	var out []GraphChange
	page := graph.Page{Limit: graph.MaxLimit}
	for {
		log, next, err := w.graph.Decisions(ctx, page)
		if err != nil {
			return nil, err
		}
		for _, d := range log {
			if d.Seq <= w.at.judged {
				next = nil
				break
			}
			out = append(out, GraphChange{Type: "judgement", At: d.At, ID: d.Judgement.ID, Action: string(d.Action)})
		}
		if next == nil {
			break
		}
		page.After = next
	}
	w.at.judged += int64(len(out))
	slices.Reverse(out)
	return out, nil
}

// resolved returns whether what articles share was computed anew.
func (w *watcher) resolved(ctx context.Context) ([]GraphChange, error) {
	v, err := w.graph.Version(ctx, w.scope)
	if err != nil || v == w.at.version {
		return nil, err
	}
	w.at.version = v
	return []GraphChange{{Type: "resolution", At: w.Now().UTC().Truncate(time.Second), Version: v}}, nil
}

// describeStream documents the stream of changes.
func describeStream(op *huma.Operation) {
	op.Description = "Pointers, not state: fetch by id what you show. `id:` is a place to go on from with Last-Event-ID, also at another server of the same graph; a comment comes every 15 seconds. " +
		"`article`: one that is new; after a break some may be told twice. `judgement`: made or taken back. `resolution`: what articles share is another, as after every article that came, changed or went: " +
		"that is how to hear of a deletion. 410: more than 1000 changes lie behind the place, or it is of another graph: fetch anew. Changes by other processes are told within a second or two, " +
		"articles as long as the clocks of all who take them in agree to 5 seconds."
	op.Errors = append(op.Errors, http.StatusGone, http.StatusUnprocessableEntity, http.StatusTooManyRequests)
	op.Responses = map[string]*huma.Response{"200": {Description: "Events article, judgement and resolution; the data of each is a GraphChange",
		Content: map[string]*huma.MediaType{"text/event-stream": {Schema: &huma.Schema{Description: "Server-sent events"}}}}}
}
