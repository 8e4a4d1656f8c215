package api

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
)

// heartbeat keeps an idle stream from being taken for a dead one.
const heartbeat = 15 * time.Second

// jobStream tells how far a job is, as server-sent events: progress whenever
// it changes, done once when it is over. Data is a Job.
func (s *server) jobStream(ctx context.Context, in *jobInput) (*huma.StreamResponse, error) {
	if s.Inbox == nil {
		return nil, errNoInbox
	}
	states, err := s.Inbox.Watch(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	return &huma.StreamResponse{Body: func(c huma.Context) {
		out := openStream(c)
		out.send(": a job\nretry: 3000\n\n")
		tick := time.NewTicker(heartbeat)
		defer tick.Stop()
		var last Job
		for {
			select {
			case <-c.Context().Done():
				return
			case <-s.Ending:
				return
			case <-tick.C:
				out.send(": still there\n\n")
			case job, open := <-states:
				if !open {
					out.event("done", last)
					return
				}
				last = job
				out.event("progress", job)
			}
			if out.err != nil {
				return // the client is gone
			}
		}
	}}, nil
}

// An eventStream writes server-sent events and keeps the first error.
type eventStream struct {
	w     io.Writer
	flush *http.ResponseController
	n     int
	err   error
}

func openStream(c huma.Context) *eventStream {
	c.SetHeader("Content-Type", "text/event-stream")
	c.SetHeader("Cache-Control", "no-store")
	out := &eventStream{w: humagin.Unwrap(c).Writer}
	out.flush = http.NewResponseController(out.w.(http.ResponseWriter))
	// The limit for writing an answer is for answers that end.
	_ = out.flush.SetWriteDeadline(time.Time{})
	return out
}

// event sends the next event of a stream that numbers them.
func (o *eventStream) event(name string, v any) {
	o.n++
	o.tell(strconv.Itoa(o.n), name, v)
}

func (o *eventStream) tell(id, name string, v any) {
	data, err := json.Marshal(v)
	if err != nil {
		o.err = err
		return
	}
	o.send(fmt.Sprintf("id: %s\nevent: %s\ndata: %s\n\n", id, name, data))
}

func (o *eventStream) send(s string) {
	if o.err == nil {
		_, o.err = io.WriteString(o.w, s)
	}
	if o.err == nil {
		o.err = o.flush.Flush()
	}
}

// describeJobStream documents an answer that goes on.
func describeJobStream(op *huma.Operation) {
	op.Responses = map[string]*huma.Response{"200": {Description: "Events progress and done; the data of each is a Job",
		Content: map[string]*huma.MediaType{"text/event-stream": {Schema: &huma.Schema{Description: "Server-sent events"}}}}}
}
