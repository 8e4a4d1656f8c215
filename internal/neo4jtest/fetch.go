package neo4jtest

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Version is the Neo4j that tests run against.
const Version = "5.26.30"

//go:embed pom.xml
var pom []byte

// ErrMissing says that something is not installed that the server needs.
var ErrMissing = errors.New("not installed")

// Fetch returns the folder of the server's jars, in the user's cache. When it
// is not there yet, Maven downloads it from Maven Central, about 125 MB.
func Fetch(ctx context.Context) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("neo4jtest: no cache folder: %w", err)
	}
	dir := filepath.Join(cache, "claimline", "neo4j-"+Version)
	if isDir(dir) {
		return dir, nil
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return "", fmt.Errorf("neo4jtest: %w", err)
	}
	// The folder appears whole or not at all, also when two tests fetch.
	partial, err := os.MkdirTemp(filepath.Dir(dir), "neo4j-partial-")
	if err != nil {
		return "", fmt.Errorf("neo4jtest: %w", err)
	}
	defer os.RemoveAll(partial)
	if err := download(ctx, partial); err != nil {
		return "", err
	}
	if err := os.Rename(filepath.Join(partial, "lib"), dir); err != nil && !isDir(dir) {
		return "", fmt.Errorf("neo4jtest: %w", err)
	}
	return dir, nil
}

// download lays the jars into dir/lib.
func download(ctx context.Context, dir string) error {
	mvn, err := exec.LookPath("mvn")
	if err != nil {
		return fmt.Errorf("neo4jtest: Maven (mvn) is %w; install it, such as by apt-get install maven", ErrMissing)
	}
	file := filepath.Join(dir, "pom.xml")
	if err := os.WriteFile(file, pom, 0o644); err != nil {
		return fmt.Errorf("neo4jtest: %w", err)
	}
	cmd := exec.CommandContext(ctx, mvn, "-B", "-q", "-f", file, "-Dneo4j.version="+Version,
		"dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory="+filepath.Join(dir, "lib"))
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("neo4jtest: Neo4j %s is %w, and Maven cannot download it: %v\n%s", Version, ErrMissing, err, tail(out, 20))
	}
	return nil
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
