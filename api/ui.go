package api

import (
	"errors"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"github.com/gin-gonic/gin"
)

// policy lets pages load nothing from elsewhere.
const policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

// serveUI serves the embedded pages at /, with index.html for the root.
func (s *server) serveUI(engine *gin.Engine) {
	if s.UI == nil {
		return
	}
	engine.GET("/", func(c *gin.Context) { s.page(c, "index.html") })
	engine.GET("/ui/*file", func(c *gin.Context) { s.page(c, strings.TrimPrefix(path.Clean(c.Param("file")), "/")) })
}

func (s *server) page(c *gin.Context, name string) {
	if name == "" || name == "." {
		name = "index.html"
	}
	if _, err := fs.Stat(s.UI, name); errors.Is(err, fs.ErrNotExist) {
		writeProblem(c, s.noRoute(c.Request.URL.Path))
		return
	}
	c.Header("Content-Security-Policy", policy)
	c.Header("Cache-Control", "no-cache")
	if strings.HasPrefix(name, "assets/") { // their names hold a digest of what they are
		c.Header("Cache-Control", "public, max-age=31536000, immutable")
	}
	http.ServeFileFS(c.Writer, c.Request, s.UI, name)
}
