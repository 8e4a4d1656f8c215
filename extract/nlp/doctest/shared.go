package doctest

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Shared returns the path of a file or folder of the shared data, which lies
// beside the repository in ../shared. Without it the test is skipped, and in
// continuous integration (CI=true) it fails.
func Shared(t testing.TB, name string) string {
	t.Helper()
	path, err := SharedPath(name)
	if err == nil {
		return path
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("doctest: the shared data is needed in CI: %v", err)
	}
	t.Skipf("doctest: no shared data: %v", err)
	return ""
}

// SharedPath is Shared for programs: it looks from the working directory up to
// go.mod and then for ../shared/name.
func SharedPath(name string) (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", os.ErrNotExist
		}
		dir = up
	}
	path := filepath.Join(filepath.Dir(dir), "shared", filepath.FromSlash(name))
	_, err = os.Stat(path)
	return path, err
}

// ReadFile returns the text of a file, unpacked when its name ends in .gz.
func ReadFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return "", err
		}
	}
	data, err := io.ReadAll(r)
	return string(data), err
}
