package api

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"github.com/claimline/claimline/graph"
)

// A Problem is an error as the API tells it (RFC 9457): what, why and what to
// do about it.
type Problem struct {
	Type     string   `json:"type" doc:"Address, on this server, of a page about this kind of error"`
	Title    string   `json:"title"`
	Status   int      `json:"status"`
	Code     string   `json:"code" doc:"The kind of error, for programs"`
	Detail   string   `json:"detail"`
	Hint     string   `json:"hint,omitempty" doc:"What to do"`
	Instance string   `json:"instance,omitempty" doc:"The id of the request"`
	Errors   []Detail `json:"errors,omitempty"`
}

// A Detail is one of several things that are wrong.
type Detail struct {
	Location string `json:"location,omitempty" doc:"Where, such as query.limit"`
	Message  string `json:"message"`
}

func (p *Problem) Error() string  { return p.Detail }
func (p *Problem) GetStatus() int { return p.Status }

// ContentType makes huma label the body as what it is.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// BadInput is what an Inbox refuses an article with.
type BadInput struct {
	Code    string // empty, binary, too_large, encoding, malformed_json, unknown_field, bad_date, …
	Message string
	Hint    string
}

func (e *BadInput) Error() string { return e.Message }

// A kind of problem, as its page explains it.
type kindOfProblem struct{ code, title, cure string }

var kindsOfProblem = []kindOfProblem{
	{"validation", "Something in the request has a value that is not possible", "See errors for what and where; /openapi.json describes every parameter."},
	{"malformed", "The request cannot be read", "Check the syntax of the body and of each parameter."},
	{"unknown_parameter", "A parameter is not known here", "Use the name that the hint gives, or see /openapi.json."},
	{"cursor_invalid", "The cursor cannot be read", "Begin again without cursor, and use next_cursor as it is."},
	{"cursor_mismatch", "The cursor belongs to another question", "Begin again without cursor; keep all other parameters but limit while paging."},
	{"gone", "The place in the stream is too old, or of another graph", "Fetch anew what you show, then open the stream without Last-Event-ID."},
	{"idempotency_in_flight", "A request with this Idempotency-Key is under way", "Send it again, unchanged, after the time that Retry-After gives."},
	{"idempotency_mismatch", "This Idempotency-Key was used for another request", "Use a new key for a new request."},
	{"rate_limited", "Too much at the same time", "Try again after the time that Retry-After gives."},
	{"unauthenticated", "An API key is needed", "Send Authorization: Bearer KEY."},
	{"forbidden", "The request is not allowed", "Ask for the address that the server is bound to."},
	{"not_found", "There is no such thing", "Ids change when an article or the extractor changes; search for it again."},
	{"method_not_allowed", "The method is not possible here", "See the Allow header."},
	{"conflict", "The request does not fit the state of what it is about", "Fetch it again and see its state."},
	{"too_large", "The body is larger than the server takes", "Send single articles, one a request; each may have 16 MiB."},
	{"unsupported_media_type", "The server does not read this type of content", "Send application/json, text/plain or text/html."},
	{"store_unavailable", "The store behind the server cannot be reached", "See the hint; nothing was lost, what was accepted stays queued."},
	{"timeout", "The question took too long", "Ask for less: a smaller window, a smaller limit, fewer types."},
	{"internal", "The server made a mistake", "The log has the details under the id of the request."},
}

func problem(status int, code, detail, hint string) *Problem {
	title := http.StatusText(status)
	if i := slices.IndexFunc(kindsOfProblem, func(k kindOfProblem) bool { return k.code == code }); i >= 0 {
		title = kindsOfProblem[i].title
		hint = cmp.Or(hint, kindsOfProblem[i].cure)
	}
	return &Problem{Type: "/problems/" + code, Title: title, Status: status, Code: code, Detail: detail, Hint: hint}
}

// fail turns any error into a Problem. It is the one map from errors to status.
func fail(err error) error {
	var p *Problem
	var down *graph.UnavailableError
	var bad *BadInput
	switch {
	case errors.As(err, &p):
		return p
	case errors.As(err, &bad):
		return badInput(bad)
	case errors.As(err, &down):
		return huma.ErrorWithHeaders(problem(http.StatusServiceUnavailable, "store_unavailable", down.Error(), down.Hint), http.Header{"Retry-After": {"5"}})
	case errors.Is(err, graph.ErrNotFound):
		return problem(http.StatusNotFound, "not_found", err.Error(), "")
	case errors.Is(err, graph.ErrInvalid):
		return problem(http.StatusUnprocessableEntity, "validation", err.Error(), "")
	case errors.Is(err, context.DeadlineExceeded):
		return problem(http.StatusGatewayTimeout, "timeout", "no answer within the time that one request has", "")
	}
	return problem(http.StatusInternalServerError, "internal", "the request failed; the server's log says why", "")
}

func badInput(e *BadInput) *Problem {
	status := map[string]int{"too_large": http.StatusRequestEntityTooLarge, "malformed_json": http.StatusBadRequest,
		"binary": http.StatusUnsupportedMediaType, "encoding": http.StatusUnsupportedMediaType}[e.Code]
	code := map[int]string{http.StatusRequestEntityTooLarge: "too_large", http.StatusBadRequest: "malformed",
		http.StatusUnsupportedMediaType: "unsupported_media_type"}[status]
	p := problem(cmp.Or(status, http.StatusUnprocessableEntity), cmp.Or(code, "validation"), e.Message, e.Hint)
	p.Errors = []Detail{{Location: "body", Message: e.Code + ": " + e.Message}}
	return p
}

// useProblems makes huma's own errors Problems too.
var useProblems = sync.OnceFunc(func() {
	huma.NewError = func(status int, message string, errs ...error) huma.StatusError {
		p := problem(status, codeOf(status), message, "")
		for _, err := range errs {
			p.Errors = append(p.Errors, detailOf(err))
		}
		if len(p.Errors) == 1 {
			p.Detail = strings.TrimSpace(p.Errors[0].Location + ": " + p.Errors[0].Message)
		}
		return p
	}
})

func codeOf(status int) string {
	switch status {
	case http.StatusBadRequest:
		return "malformed"
	case http.StatusUnauthorized:
		return "unauthenticated"
	case http.StatusForbidden:
		return "forbidden"
	case http.StatusNotFound:
		return "not_found"
	case http.StatusConflict:
		return "conflict"
	case http.StatusRequestEntityTooLarge:
		return "too_large"
	case http.StatusUnsupportedMediaType:
		return "unsupported_media_type"
	case http.StatusUnprocessableEntity:
		return "validation"
	case http.StatusServiceUnavailable:
		return "store_unavailable"
	case http.StatusGatewayTimeout:
		return "timeout"
	}
	return "internal"
}

// detailOf drops the value that huma echoes: it may be a whole article.
func detailOf(err error) Detail {
	var d huma.ErrorDetailer
	if errors.As(err, &d) {
		detail := d.ErrorDetail()
		return Detail{Location: detail.Location, Message: detail.Message}
	}
	return Detail{Message: err.Error()}
}

// nameInstance puts the request's id into a problem that huma writes.
func nameInstance(ctx huma.Context, _ string, v any) (any, error) {
	if p, ok := v.(*Problem); ok {
		p.Instance = humagin.Unwrap(ctx).Writer.Header().Get(requestID)
	}
	return v, nil
}

// writeProblem answers from outside huma.
func writeProblem(c *gin.Context, p *Problem) {
	p.Instance = c.Writer.Header().Get(requestID)
	body, err := json.Marshal(p)
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.Abort()
	c.Data(p.Status, "application/problem+json", body)
}

// noRoute names the path that was perhaps meant.
func (s *server) noRoute(path string) *Problem {
	hint := "the API is under " + base + "; /openapi.json describes it"
	if !strings.HasPrefix(path, base) {
		if strings.HasPrefix(path, "/api") {
			hint = "the API is under " + base + ": perhaps " + base + strings.TrimPrefix(path, "/api")
		}
	}
	return problem(http.StatusNotFound, "not_found", "nothing is at "+path, hint)
}
