package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/claimline/claimline/internal/importers"
)

// TestSchemathesis has schemathesis make up requests out of the served
// OpenAPI and send them to the program with the sample articles: no answer may
// be a server error, and each must be as described.
func TestSchemathesis(t *testing.T) {
	in, ok := importers.Find()
	if !ok {
		if os.Getenv("CI") == "true" {
			t.Fatal("schemathesis is not installed; make test installs it")
		}
		t.Skip("schemathesis is not installed: go run ./internal/importers/fetch")
	}
	data := t.TempDir()
	must(t, data, "demo", "--load-only")
	s := start(t, data)
	cmd := exec.Command(filepath.Join(filepath.Dir(in.Python), "schemathesis"), "run", s.url+"/openapi.json",
		"--phases", "examples,coverage,fuzzing", "--max-examples", "5", "--seed", "1", "--no-color",
		"--checks", "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance")
	cmd.Dir = t.TempDir() // it leaves a folder behind
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	n := regexp.MustCompile(`(\d+) generated, (\d+) passed`).FindSubmatch(out)
	if n == nil || string(n[1]) != string(n[2]) {
		t.Fatalf("not every request was answered as described:\n%s", out)
	}
	if count, _ := strconv.Atoi(string(n[1])); count < 1000 {
		t.Errorf("only %d requests were sent:\n%s", count, out)
	}
	s.stop()
}
