package neo4jtest

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Admin runs neo4j-admin on a database of its own below dir, and returns what
// it printed.
func Admin(t testing.TB, dir string, args ...string) (string, error) {
	t.Helper()
	java, err := findJava()
	var lib string
	if err == nil {
		lib, err = Fetch(t.Context())
	}
	if err != nil {
		if errors.Is(err, ErrMissing) && os.Getenv("CI") != "true" {
			t.Skip(err)
		}
		t.Fatal(err)
	}
	home := filepath.Join(dir, "home")
	if err := os.MkdirAll(filepath.Join(home, "conf"), 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), java, append([]string{"-Xmx256m", "--add-opens=java.base/java.nio=ALL-UNNAMED",
		"-cp", filepath.Join(lib, "*"), "org.neo4j.cli.AdminTool"}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "NEO4J_HOME="+home, "NEO4J_CONF="+filepath.Join(home, "conf"))
	out, err := cmd.CombinedOutput()
	return string(out), err
}
