package api

import (
	"bytes"
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"runtime/debug"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

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

// maxQuestion is how large the body of a question or a judgement may be, in bytes.
const maxQuestion = 1 << 20

// legible refuses what is not UTF-8: in the address, and in a body of JSON. A
// decoder would put signs of its own in place of what it cannot read. Articles
// are the inbox's, which knows of encodings.
func (s *server) legible(c *gin.Context) {
	if query, err := url.QueryUnescape(c.Request.URL.RawQuery); err != nil || !utf8.ValidString(query) || !utf8.ValidString(c.Request.URL.Path) || strings.ContainsRune(query+c.Request.URL.Path, 0) {
		writeProblem(c, problem(http.StatusBadRequest, "malformed", "the address holds what is not text in UTF-8", "write every parameter in UTF-8, percent-encoded"))
		return
	}
	if c.Request.Method != http.MethodPost || c.Request.URL.Path == base+"/articles" || c.Request.Body == nil {
		c.Next()
		return
	}
	body, err := io.ReadAll(io.LimitReader(c.Request.Body, maxQuestion+1))
	c.Request.Body = io.NopCloser(io.MultiReader(bytes.NewReader(body), c.Request.Body))
	if err == nil && len(body) <= maxQuestion && !utf8.Valid(body) {
		writeProblem(c, problem(http.StatusBadRequest, "malformed", "the body is not text in UTF-8", "send JSON in UTF-8"))
		return
	}
	c.Next()
}
