package main

import (
	"encoding/json"
	"errors"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestScripts runs testdata/script, where each file is a session as somebody
// at a terminal has it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("PATH", filepath.Dir(program)+string(os.PathListSeparator)+env.Getenv("PATH"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exit":     exitCommand,
			"soon":     soonCommand,
			"json":     jsonCommand,
			"idof":     idCommand,
			"bytes":    bytesCommand,
			"fill":     fillCommand,
			"takeport": portCommand,
			"refuses":  refusesCommand,
		},
	})
}

// exit CODE PROGRAM ARGS... runs a program that has to end with the code.
func exitCommand(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%s: %v", args[1], err)
		}
		code = exit.ExitCode()
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}

// soon DURATION exit CODE PROGRAM ARGS... is exit for what may not take longer.
func soonCommand(ts *testscript.TestScript, neg bool, args []string) {
	limit, err := time.ParseDuration(args[0])
	ts.Check(err)
	begin := time.Now()
	exitCommand(ts, neg, args[2:])
	if took := time.Since(begin); took > limit {
		ts.Fatalf("it took %s, more than %s", took, limit)
	}
}

// json FILE demands that a file, or stdout, holds one JSON value and no more.
func jsonCommand(ts *testscript.TestScript, _ bool, args []string) {
	d := json.NewDecoder(strings.NewReader(ts.ReadFile(args[0])))
	var value any
	ts.Check(d.Decode(&value))
	if err := d.Decode(&value); err != io.EOF {
		ts.Fatalf("%s goes on after its JSON value", args[0])
	}
}

var anyID = regexp.MustCompile(`(art|job)_[0-9a-f-]{32,36}`)

// nodeID finds the ids of records of all kinds.
var nodeID = regexp.MustCompile(`[a-z]{3}_[0-9a-f-]{32,36}`)

// idof FILE PREFIX sets $ID to the first id with the prefix.
func idCommand(ts *testscript.TestScript, _ bool, args []string) {
	for _, id := range nodeID.FindAllString(ts.ReadFile(args[0]), -1) {
		if strings.HasPrefix(id, args[1]) {
			ts.Setenv("ID", id)
			return
		}
	}
	ts.Fatalf("no id %s… in %s", args[1], args[0])
}

// bytes FILE TEXT writes a file, with \x escapes for what is no text.
func bytesCommand(ts *testscript.TestScript, _ bool, args []string) {
	data, err := strconv.Unquote(`"` + strings.ReplaceAll(args[1], `"`, `\"`) + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(data), 0o644))
}

// fill FILE BYTES writes a file of words.
func fillCommand(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat("The mayor said so.\n", n/19)), 0o644))
}

// takeport holds a port for the rest of the script, at $TAKEN.
func portCommand(ts *testscript.TestScript, _ bool, _ []string) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Defer(func() { l.Close() })
	ts.Setenv("TAKEN", l.Addr().String())
}

// refuses FILE PATTERN demands that neither ingest nor extract reads a file,
// that both say why, and that the state hash is still the one in the file
// before.
func refusesCommand(ts *testscript.TestScript, _ bool, args []string) {
	pattern, err := regexp.Compile(args[0] + ".*(" + args[1] + ")")
	ts.Check(err)
	for _, command := range []string{"ingest", "extract"} {
		exitCommand(ts, false, []string{"1", "claimline", command, args[0]})
		if told := ts.ReadFile("stderr"); !pattern.MatchString(told) {
			ts.Fatalf("%s %s says %q, nothing like %s", command, args[0], told, pattern)
		}
	}
	ts.Check(ts.Exec("claimline", "hash"))
	if ts.ReadFile("stdout") != ts.ReadFile("before") {
		ts.Fatalf("%s changed the graph", args[0])
	}
}
