package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// program is the binary under test, built once as users get it.
var program string

func TestMain(m *testing.M) { os.Exit(withProgram(m)) }

func withProgram(m *testing.M) int {
	dir, err := os.MkdirTemp("", "claimline-test-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	program = filepath.Join(dir, "claimline")
	build := exec.Command("go", "build", "-tags", "nomsgpack", "-o", program, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "go build: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// environment is this process's without settings of Claimline, and with a
// home of its own, so that no test sees or touches real work.
func environment(home string, more ...string) []string {
	var env []string
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "CLAIMLINE_") && !strings.HasPrefix(v, "XDG_") {
			env = append(env, v)
		}
	}
	return append(append(env, "HOME="+home), more...)
}

// A result is what a call of the program ended with.
type result struct {
	code           int
	stdout, stderr string
}

// call runs the program on a data directory and waits for it.
func call(t *testing.T, data string, args ...string) result {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, program, append([]string{"--data", data}, args...)...)
	cmd.Env, cmd.Stdout, cmd.Stderr = environment(data), &stdout, &stderr
	err := cmd.Run()
	if cmd.ProcessState == nil || ctx.Err() != nil {
		t.Fatalf("claimline %s: %v\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return result{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

// must is call for what has to go well; it returns what was printed.
func must(t *testing.T, data string, args ...string) string {
	t.Helper()
	r := call(t, data, args...)
	if r.code != exitOK {
		t.Fatalf("claimline %s: exit code %d\n%s%s", strings.Join(args, " "), r.code, r.stdout, r.stderr)
	}
	return r.stdout
}

// hash is the state hash with the number of records, and never that of an
// empty graph, which would equal any other that came to nothing.
func hash(t *testing.T, data string) string {
	t.Helper()
	out := strings.TrimSpace(must(t, data, "hash"))
	if len(out) < 64 || strings.HasSuffix(out, "  0 records") {
		t.Fatalf("no hash of a graph: %q", out)
	}
	return out
}
