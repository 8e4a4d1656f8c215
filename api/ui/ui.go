// Package ui embeds the web pages. They are TypeScript, which `make ui` builds
// into dist; a binary that was built without it has one page that says so.
package ui

import (
	"embed"
	"io/fs"
)

// The pattern takes in the folder dist where it was built, and in any case
// dist.html, which is shown without it.
//
//go:embed all:dist*
var files embed.FS

// Files returns the pages, index.html at the root.
func Files() fs.FS {
	if Built() {
		if sub, err := fs.Sub(files, "dist"); err == nil {
			return sub
		}
	}
	return unbuilt{files}
}

// Built reports whether the pages were built before the binary was.
func Built() bool {
	_, err := fs.Stat(files, "dist/index.html")
	return err == nil
}

// unbuilt has one page.
type unbuilt struct{ fs.FS }

func (u unbuilt) Open(name string) (fs.File, error) {
	if name == "index.html" {
		return u.FS.Open("dist.html")
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
