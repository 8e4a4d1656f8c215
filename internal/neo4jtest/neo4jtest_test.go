package neo4jtest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Each test gets an empty database that lets in nobody without the password.
func TestStart(t *testing.T) {
	s := Start(t)
	err := s.run("neo4j", func(ctx context.Context, session neo4j.SessionWithContext) error {
		_, err := session.Run(ctx, `CREATE (:Left {behind: true})`, nil)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	again := Start(t)
	if again != s {
		t.Errorf("a second server: %+v beside %+v", again, s)
	}
	err = again.run("neo4j", func(ctx context.Context, session neo4j.SessionWithContext) error {
		result, err := session.Run(ctx, `MATCH (n) RETURN n`, nil)
		if err == nil && result.Next(ctx) {
			return errors.New("the database is not empty")
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	stranger := s
	stranger.Password = initial
	if err := stranger.run("neo4j", func(ctx context.Context, session neo4j.SessionWithContext) error {
		_, err := session.Run(ctx, `RETURN 1`, nil)
		return err
	}); err == nil {
		t.Error("the password that every new server has lets people in")
	}
}

func TestParse(t *testing.T) {
	s, err := parse("bolt://ann:se%20cret@db.example:7688")
	if err != nil || s.URI != "bolt://db.example:7688" || s.User != "ann" || s.Password != "se cret" {
		t.Errorf("%+v, %v", s, err)
	}
	for _, bad := range []string{"bolt://db.example:7687", "ann:secret", "://"} {
		if _, err := parse(bad); err == nil || !strings.Contains(err.Error(), Environment) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// helper makes this binary the process that TestSupervise kills.
const helper = "NEO4JTEST_SUPERVISE"

// A child ends, and its folder goes, when the process that started it is
// killed and can clean up nothing.
func TestSupervise(t *testing.T) {
	if home := os.Getenv(helper); home != "" {
		ended, err := supervise(home, "sh", "-c", `echo $$ >"$0/pid"; exec sleep 60`, home)
		if err != nil {
			fmt.Println("failed:", err)
		}
		fmt.Println("started")
		<-ended
		return
	}
	home := filepath.Join(t.TempDir(), "home")
	if err := os.Mkdir(home, 0o700); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestSupervise$")
	cmd.Env = append(os.Environ(), helper+"="+home)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "started\n" {
		t.Fatalf("%q, %v", line, err)
	}
	within(t, "the child starts", func() bool { _, err := os.Stat(filepath.Join(home, "pid")); return err == nil })
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	cmd.Wait()
	within(t, "the child ends and its folder goes", func() bool { _, err := os.Stat(home); return errors.Is(err, os.ErrNotExist) })
}

// A child that ends by itself is reported with what it printed.
func TestSuperviseReports(t *testing.T) {
	home := t.TempDir()
	ended, err := supervise(home, "sh", "-c", "echo no luck; exit 3")
	if err != nil {
		t.Fatal(err)
	}
	var code *exec.ExitError
	if err := <-ended; !errors.As(err, &code) || code.ExitCode() != 3 {
		t.Errorf("ended with %v, want code 3", err)
	}
	if got := string(tailOf(filepath.Join(home, outputFile))); got != "no luck\n" {
		t.Errorf("printed %q", got)
	}
}

func within(t *testing.T, what string, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !done(); {
		if time.Now().After(deadline) {
			t.Fatalf("not within ten seconds: %s", what)
		}
		time.Sleep(20 * time.Millisecond)
	}
}
