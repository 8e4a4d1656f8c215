package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
)

// maxTagged is how large an answer may be to be held back for its tag.
const maxTagged = 4 << 20

// tag names what a read answered with, so that who asks again with
// If-None-Match is not sent the same twice. Answers are a function of the
// graph, so that equal ones have equal tags, on any server.
func (s *server) tag(c *gin.Context) {
	path := c.Request.URL.Path
	if c.Request.Method != http.MethodGet || !strings.HasPrefix(path, base+"/") || strings.HasSuffix(path, "/stream") || path == base+"/export" && c.Query("format") == archive {
		c.Next()
		return
	}
	held := &heldBack{ResponseWriter: c.Writer}
	c.Writer = held
	func() {
		// A panic is answered by who recovers it, past what was held back.
		defer func() { c.Writer = held.ResponseWriter }()
		c.Next()
	}()
	if held.through {
		return
	}
	if held.Status() == http.StatusOK {
		sum := sha256.Sum256(held.body.Bytes())
		etag := `"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
		c.Header("ETag", etag)
		c.Header("Cache-Control", "private, no-cache") // ask again, and be told that it is the same
		if matches(c.GetHeader("If-None-Match"), etag) {
			c.Writer.Header().Del("Content-Type")
			c.Status(http.StatusNotModified)
			c.Writer.WriteHeaderNow()
			return
		}
	}
	_, _ = c.Writer.Write(held.body.Bytes()) // a client that is gone needs no answer
}

// describeTags documents tags on all reads that have them.
func describeTags(doc *huma.OpenAPI) {
	for path, item := range doc.Paths {
		if item.Get == nil || !strings.HasPrefix(path, base+"/") || strings.HasSuffix(path, "/stream") {
			continue
		}
		item.Get.Parameters = append(item.Get.Parameters, &huma.Param{Name: "If-None-Match", In: "header", Description: "The ETag of an answer that is there already", Schema: &huma.Schema{Type: huma.TypeString}})
		item.Get.Responses["304"] = &huma.Response{Description: "The answer is the one that If-None-Match names"}
		if ok := item.Get.Responses["200"]; ok != nil {
			if ok.Headers == nil {
				ok.Headers = map[string]*huma.Param{}
			}
			ok.Headers["ETag"] = &huma.Param{Description: "Names this answer, see If-None-Match", Schema: &huma.Schema{Type: huma.TypeString}}
		}
	}
}

func matches(header, etag string) bool {
	for tag := range strings.SplitSeq(header, ",") {
		if t := strings.TrimPrefix(strings.TrimSpace(tag), "W/"); t == etag || t == "*" {
			return true
		}
	}
	return false
}

// heldBack keeps a body until it is whole, unless it grows too large.
type heldBack struct {
	gin.ResponseWriter
	body    bytes.Buffer
	through bool
}

func (h *heldBack) Write(b []byte) (int, error) {
	if h.through {
		return h.ResponseWriter.Write(b)
	}
	if h.body.Len()+len(b) <= maxTagged {
		return h.body.Write(b)
	}
	h.through = true
	if _, err := h.ResponseWriter.Write(h.body.Bytes()); err != nil {
		return 0, err
	}
	return h.ResponseWriter.Write(b)
}

func (h *heldBack) WriteString(s string) (int, error) { return h.Write([]byte(s)) }
