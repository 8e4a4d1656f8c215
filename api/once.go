package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
)

const (
	keyHeader      = "Idempotency-Key"
	replayedHeader = "Idempotent-Replayed"
	maxKey         = 255
	// keyUnderWay is how long a request without an answer is taken to be under
	// way. It is longer than any may take, so that only what died leaves one.
	keyUnderWay = 2 * time.Minute
	keyKept     = 24 * time.Hour
)

// A Ledger remembers how requests with an Idempotency-Key were answered.
type Ledger interface {
	// Begin notes a request, by its key and a digest of it, as under way for a
	// time. Where the key is known already it changes nothing and returns the
	// digest and the answer that it stands for, nil for one under way.
	Begin(ctx context.Context, key, digest string, during time.Duration) (known bool, was string, answer []byte, err error)
	// End keeps the answer for a time; without one it forgets the key.
	End(ctx context.Context, key string, answer []byte, during time.Duration) error
}

// A kept answer.
type kept struct {
	Status   int    `json:"status"`
	Type     string `json:"type"`
	Location string `json:"location,omitempty"`
	Body     []byte `json:"body"`
}

// once lets a change that is asked for twice under one Idempotency-Key happen
// once, and answers the second time as the first. A key stands for what one
// caller asks of one address. What was refused or failed is not kept.
func (s *server) once(c *gin.Context) {
	key, path := c.GetHeader(keyHeader), c.Request.URL.Path
	if key == "" || c.Request.Method != http.MethodPost || !strings.HasPrefix(path, base+"/") || strings.HasPrefix(path, base+"/graph/") {
		c.Next()
		return
	}
	if len(key) > maxKey {
		writeProblem(c, invalid("header."+keyHeader, "a key has at most 255 characters"))
		return
	}
	body, err := io.ReadAll(io.LimitReader(c.Request.Body, maxBody+1))
	c.Request.Body = io.NopCloser(io.MultiReader(bytes.NewReader(body), c.Request.Body))
	if err != nil || len(body) > maxBody { // refused by whoever reads it
		c.Next()
		return
	}
	name := digestOf(c.GetHeader("Authorization"), path, key)
	known, was, answer, err := s.Ledger.Begin(c.Request.Context(), name, digestOf(c.Request.URL.RawQuery, c.ContentType(), string(body)), keyUnderWay)
	switch {
	case err != nil:
		s.Log.Error("ledger", "error", err.Error())
		writeProblem(c, problem(http.StatusServiceUnavailable, "store_unavailable", "the ledger of Idempotency-Keys does not answer", "send the request again, or without the key"))
	case !known:
		s.first(c, name)
	case was != digestOf(c.Request.URL.RawQuery, c.ContentType(), string(body)):
		writeProblem(c, problem(http.StatusUnprocessableEntity, "idempotency_mismatch", "the key was used for a request with another body or other parameters", ""))
	case answer == nil:
		c.Header("Retry-After", "1")
		writeProblem(c, problem(http.StatusConflict, "idempotency_in_flight", "a request with this key is under way", ""))
	default:
		s.replay(c, answer)
	}
}

// first has a request answered and keeps the answer.
func (s *server) first(c *gin.Context, name string) {
	held := &heldBack{ResponseWriter: c.Writer}
	c.Writer = held
	var answer []byte
	defer func() {
		c.Writer = held.ResponseWriter
		// What happened has happened, also for a client that is gone.
		if err := s.Ledger.End(context.WithoutCancel(c.Request.Context()), name, answer, keyKept); err != nil {
			s.Log.Error("ledger", "error", err.Error())
		}
		_, _ = c.Writer.Write(held.body.Bytes())
	}()
	c.Next()
	if held.Status() < 300 && !held.through {
		answer, _ = json.Marshal(kept{held.Status(), held.Header().Get("Content-Type"), held.Header().Get("Location"), held.body.Bytes()})
	}
}

func (s *server) replay(c *gin.Context, answer []byte) {
	var k kept
	if err := json.Unmarshal(answer, &k); err != nil {
		s.Log.Error("ledger", "error", err.Error())
		writeProblem(c, problem(http.StatusInternalServerError, "internal", "the answer kept cannot be read", "use a new key"))
		return
	}
	c.Abort()
	c.Header(replayedHeader, "true")
	if k.Location != "" {
		c.Header("Location", k.Location)
	}
	c.Data(k.Status, k.Type, k.Body)
}

// digestOf joins parts that cannot be mistaken for others.
func digestOf(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		sum := sha256.Sum256([]byte(p))
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// acceptKey documents that a change may be asked for with a key.
func acceptKey(op *huma.Operation) {
	most := maxKey
	op.Parameters = append(op.Parameters, &huma.Param{Name: keyHeader, In: "header", Schema: &huma.Schema{Type: huma.TypeString, MaxLength: &most},
		Description: "A name of your own for this request. The same request again under it, within 24 hours, changes nothing and is answered as the first was, with " + replayedHeader +
			": true; 409 while that is under way; 422 for another request. What was refused or failed is not kept"})
	op.Errors = append(op.Errors, http.StatusConflict, http.StatusUnprocessableEntity)
}

// A memory is the Ledger of one process.
type memory struct {
	now   func() time.Time
	mutex sync.Mutex
	known map[string]noted
}

type noted struct {
	digest string
	answer []byte
	until  time.Time
}

func (m *memory) Begin(_ context.Context, key, digest string, during time.Duration) (bool, string, []byte, error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	for k, n := range m.known {
		if m.now().After(n.until) {
			delete(m.known, k)
		}
	}
	if n, ok := m.known[key]; ok {
		return true, n.digest, n.answer, nil
	}
	m.known[key] = noted{digest, nil, m.now().Add(during)}
	return false, "", nil, nil
}

func (m *memory) End(_ context.Context, key string, answer []byte, during time.Duration) error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if answer == nil {
		delete(m.known, key)
		return nil
	}
	m.known[key] = noted{m.known[key].digest, answer, m.now().Add(during)}
	return nil
}
