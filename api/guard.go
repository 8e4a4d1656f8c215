package api

import (
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"github.com/claimline/claimline/graph"
)

const requestID = "X-Request-Id"

// identify gives every request an id, the client's own if that is harmless.
func (s *server) identify(c *gin.Context) {
	id := c.GetHeader(requestID)
	if len(id) == 0 || len(id) > 64 || strings.ContainsFunc(id, func(r rune) bool { return r <= ' ' || r > '~' }) {
		id = uuid.NewString()
	}
	c.Header(requestID, id)
	c.Header("X-Content-Type-Options", "nosniff")
	c.Header("Referrer-Policy", "no-referrer")
	c.Next()
}

func (s *server) log(c *gin.Context) {
	begin := s.Now()
	c.Next()
	level := slog.LevelInfo
	if c.Writer.Status() >= 500 {
		level = slog.LevelError
	}
	s.Log.Log(c.Request.Context(), level, "request", "id", c.Writer.Header().Get(requestID), "method", c.Request.Method,
		"path", c.Request.URL.Path, "status", c.Writer.Status(), "took", s.Now().Sub(begin).Round(time.Microsecond).String())
}

// recover turns a panic into an answer and a line in the log.
func (s *server) recover(c *gin.Context) {
	defer func() {
		if r := recover(); r != nil {
			s.Log.Error("panic", "id", c.Writer.Header().Get(requestID), "path", c.Request.URL.Path, "panic", fmt.Sprint(r), "stack", string(debug.Stack()))
			if !c.Writer.Written() {
				writeProblem(c, problem(http.StatusInternalServerError, "internal", "the request failed; the server's log says why", ""))
			}
		}
	}()
	c.Next()
}

// guard refuses strangers: requests without a key where keys are set, and
// requests for another host where the server is bound to loopback, which a
// page elsewhere could otherwise make through a name of its own that it lets
// point here.
func (s *server) guard(c *gin.Context) {
	if s.Local && !localHost(c.Request.Host) {
		writeProblem(c, problem(http.StatusForbidden, "forbidden", "this server answers for localhost only, not for "+c.Request.Host, ""))
		return
	}
	path := c.Request.URL.Path
	protected := strings.HasPrefix(path, "/api/")
	if protected && len(s.Keys) > 0 && !s.hasKey(c.GetHeader("Authorization")) {
		c.Header("WWW-Authenticate", "Bearer")
		writeProblem(c, problem(http.StatusUnauthorized, "unauthenticated", "this server needs an API key", ""))
		return
	}
	c.Next()
}

func localHost(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.Trim(name, "[]")
	ip := net.ParseIP(name)
	return strings.EqualFold(name, "localhost") || ip != nil && ip.IsLoopback()
}

// hasKey compares digests, so that the time it takes tells nothing.
func (s *server) hasKey(header string) bool {
	given, ok := strings.CutPrefix(header, "Bearer ")
	if !ok {
		return false
	}
	digest := sha256.Sum256([]byte(strings.TrimSpace(given)))
	found := 0
	for _, key := range s.Keys {
		want := sha256.Sum256([]byte(key))
		found |= subtle.ConstantTimeCompare(digest[:], want[:])
	}
	return found == 1
}

// knownParameters refuses query parameters that the operation does not have,
// and names the nearest that it has.
func knownParameters() func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		var known []string
		for _, p := range ctx.Operation().Parameters {
			if p.In == "query" {
				known = append(known, p.Name)
			}
		}
		url := ctx.URL()
		for name := range url.Query() {
			if !slices.Contains(known, name) {
				writeUnknown(ctx, name, known)
				return
			}
		}
		next(ctx)
	}
}

func writeUnknown(ctx huma.Context, name string, known []string) {
	hint := "this address takes no parameters"
	if near := graph.Nearest(name, known); near != "" {
		hint = "did you mean " + near + "? It takes " + strings.Join(known, ", ")
	} else if len(known) > 0 {
		hint = "it takes " + strings.Join(known, ", ")
	}
	p := problem(http.StatusBadRequest, "unknown_parameter", fmt.Sprintf("unknown parameter %q", name), hint)
	p.Errors = []Detail{{Location: "query." + name, Message: "unknown parameter"}}
	writeProblem(humagin.Unwrap(ctx), p)
}
