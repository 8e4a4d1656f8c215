package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A server is the program serving a data directory.
type server struct {
	t      *testing.T
	cmd    *exec.Cmd
	url    string
	key    string // sent with every request, if there is one
	stderr bytes.Buffer
}

// start serves data at a free port; env holds settings, as NAME=value.
func start(t *testing.T, data string, env ...string) *server {
	t.Helper()
	s := &server{t: t, cmd: exec.Command(program, "--data", data, "--json")}
	s.cmd.Env = environment(data, append([]string{"CLAIMLINE_LISTEN=127.0.0.1:0"}, env...)...)
	s.cmd.Stderr = &s.stderr
	stdout, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if s.cmd.ProcessState == nil { // a test that failed has not stopped it
			_ = s.cmd.Process.Kill()
			_ = s.cmd.Wait()
		}
	})
	var told struct{ URL string }
	if err := json.NewDecoder(bufio.NewReader(stdout)).Decode(&told); err != nil || told.URL == "" {
		t.Fatalf("serve did not say where it answers: %v", err)
	}
	s.url = told.URL
	return s
}

// stopQuietly is stop for a server that had nothing to complain about.
func (s *server) stopQuietly() {
	s.t.Helper()
	s.stop()
	if s.stderr.Len() > 0 {
		s.t.Errorf("it complained:\n%s", s.stderr.String())
	}
}

// stop ends the server as service managers do, and wants it to end well.
func (s *server) stop() {
	s.t.Helper()
	begin := time.Now()
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		s.t.Fatal(err)
	}
	if err := s.cmd.Wait(); err != nil {
		s.t.Errorf("after SIGTERM: %v\n%s", err, s.stderr.String())
	}
	if took := time.Since(begin); took > 5*time.Second {
		s.t.Errorf("ending took %s", took)
	}
}

// request sends a body of some media type, decodes the answer into out, if
// that is given, and returns the response.
func (s *server) request(method, path, media, body string, out any) *http.Response {
	s.t.Helper()
	req, err := http.NewRequest(method, s.url+path, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	req.Header.Set("Content-Type", media)
	if s.key != "" {
		req.Header.Set("Authorization", "Bearer "+s.key)
	}
	client := http.Client{Timeout: 30 * time.Second}
	res, err := client.Do(req)
	if err != nil {
		s.t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	if out != nil {
		if err := json.Unmarshal(data, out); err != nil {
			s.t.Fatalf("%s %s: %s: %v\n%s", method, path, res.Status, err, data)
		}
	}
	return res
}

// get wants status from a GET.
func (s *server) get(path string, status int, out any) {
	s.t.Helper()
	if res := s.request(http.MethodGet, path, "", "", out); res.StatusCode != status {
		s.t.Errorf("GET %s: %s, want %d", path, res.Status, status)
	}
}

// added is the answer to an article.
type added struct {
	ArticleID string `json:"article_id"`
	Duplicate bool
	Job       struct{ ID string }
}

// job is the answer to a question about a job.
type job struct {
	ID    string
	State string
	Total int
	Done  int
	Items []struct {
		State     string
		ArticleID string `json:"article_id"`
	}
}

// wait polls a job until it is over.
func (s *server) wait(id string) (j job) {
	s.t.Helper()
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		s.get("/api/v1/jobs/"+id, http.StatusOK, &j)
		if j.State != "queued" && j.State != "running" {
			return j
		}
	}
	s.t.Fatalf("job %s is still %s", id, j.State)
	return j
}

const strike = `{"title": "Strike ends at Norvik docks", "published_at": "2023-06-05", "text": "Dock workers in Norvik ended their strike on Monday, Mayor Elena Duarte said."}`

// TestServe takes an article in both ways, lets it be asked for, and takes it
// out again.
func TestServe(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	s := start(t, data)
	s.get("/readyz", http.StatusOK, nil)
	s.get("/healthz", http.StatusOK, nil)
	if out := must(t, data, "ready", "--url", s.url); out != "ready\n" {
		t.Errorf("claimline ready: %q", out)
	}
	page := s.request(http.MethodGet, "/", "", "", nil)
	if page.StatusCode != http.StatusOK || !strings.HasPrefix(page.Header.Get("Content-Type"), "text/html") {
		t.Errorf("the page: %s, %s", page.Status, page.Header.Get("Content-Type"))
	}

	var sync, again added
	res := s.request(http.MethodPost, "/api/v1/articles?mode=sync", "application/json", strike, &sync)
	if res.StatusCode != http.StatusCreated || res.Header.Get("Location") != "/api/v1/articles/"+sync.ArticleID {
		t.Errorf("sync: %s, at %s", res.Status, res.Header.Get("Location"))
	}
	if res := s.request(http.MethodPost, "/api/v1/articles?mode=sync", "application/json", strike, &again); res.StatusCode != http.StatusOK || !again.Duplicate || again.ArticleID != sync.ArticleID {
		t.Errorf("sync again: %s, %+v", res.Status, again)
	}
	// The command line sees at once what the server took in.
	if out := must(t, data, "search", "strike", "norvik"); !strings.Contains(out, sync.ArticleID) {
		t.Errorf("search: %s", out)
	}
	before := hash(t, data)

	var async added
	res = s.request(http.MethodPost, "/api/v1/articles", "text/plain", "A ferry hit the quay at Alden, the operator said.", &async)
	if res.StatusCode != http.StatusAccepted || res.Header.Get("Location") != "/api/v1/jobs/"+async.Job.ID {
		t.Errorf("async: %s, at %s", res.Status, res.Header.Get("Location"))
	}
	done := s.wait(async.Job.ID)
	if done.State != "succeeded" || len(done.Items) != 1 {
		t.Fatalf("job: %+v", done)
	}
	article := done.Items[0].ArticleID
	var full struct{ Text string }
	s.get("/api/v1/articles/"+article, http.StatusOK, &full)
	if !strings.HasPrefix(full.Text, "A ferry") {
		t.Errorf("the article's text: %q", full.Text)
	}
	if res := s.request(http.MethodDelete, "/api/v1/articles/"+article, "", "", nil); res.StatusCode != http.StatusNoContent {
		t.Errorf("delete: %s", res.Status)
	}
	s.get("/api/v1/articles/"+article, http.StatusNotFound, nil)
	if got := hash(t, data); got != before {
		t.Errorf("after delete: %s, want %s", got, before)
	}
	s.stopQuietly()
}

// problemAnswer is what the API says of an error.
type problemAnswer struct{ Code, Detail, Hint string }

// TestServeRefuses asks wrongly: every answer is a problem that says what is
// wrong, and the graph stays as it was.
func TestServeRefuses(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	s := start(t, data)
	s.request(http.MethodPost, "/api/v1/articles?mode=sync", "application/json", strike, nil)
	before := hash(t, data)
	large := strings.Repeat("The mayor said so.\n", 20_000_000/19)
	for _, c := range []struct {
		name, method, path, media, body string
		status                          int
		says                            string // in detail or hint
	}{
		{"empty", "POST", "/api/v1/articles", "text/plain", "", 400, "body is required"},
		{"empty sync", "POST", "/api/v1/articles?mode=sync", "text/plain", " \n", 422, "no text"},
		{"binary", "POST", "/api/v1/articles", "text/plain", "\x89PNG\r\n\x1a\n", 415, "PNG image"},
		{"20 MB", "POST", "/api/v1/articles", "text/plain", large, 413, "too large"},
		{"not UTF-8", "POST", "/api/v1/articles", "text/plain", "The caf\xe9 was closed.", 415, "windows-1252"},
		{"malformed", "POST", "/api/v1/articles", "application/json", `{"text": "It rained`, 400, "malformed JSON"},
		{"unknown field", "POST", "/api/v1/articles", "application/json", `{"txt": "It rained."}`, 422, "text"},
		{"media type", "POST", "/api/v1/articles", "application/pdf", "x", 422, "application/pdf"},
		{"unknown parameter", "GET", "/api/v1/claims?metrc=killed", "", "", 400, "metric"},
		{"unknown id", "GET", "/api/v1/events/evt_00000000000000000000000000000000", "", "", 404, "evt_0"},
		{"unknown job", "GET", "/api/v1/jobs/job_x", "", "", 404, "job_x"},
		{"unknown path", "GET", "/api/timeline", "", "", 404, "/api/v1/timeline"},
		{"method", "PUT", "/api/v1/claims", "", "", 405, "PUT"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var p problemAnswer
			res := s.request(c.method, c.path, c.media, c.body, &p)
			if res.StatusCode != c.status || res.Header.Get("Content-Type") != "application/problem+json" {
				t.Errorf("%s, %s, want %d", res.Status, res.Header.Get("Content-Type"), c.status)
			}
			if p.Code == "" || !strings.Contains(p.Detail+" "+p.Hint, c.says) {
				t.Errorf("%+v, want to hear of %q", p, c.says)
			}
		})
	}
	// With its encoding named, the same text is read; without a date, it has none.
	var got added
	if res := s.request(http.MethodPost, "/api/v1/articles?mode=sync", "text/plain; charset=windows-1252", "The caf\xe9 was closed, the mayor said.", &got); res.StatusCode != http.StatusCreated {
		t.Errorf("windows-1252: %s", res.Status)
	}
	var article map[string]any
	s.get("/api/v1/articles/"+got.ArticleID, http.StatusOK, &article)
	if article["published"] != nil || article["text"] != "The café was closed, the mayor said." {
		t.Errorf("the article: %v", article)
	}
	s.request(http.MethodDelete, "/api/v1/articles/"+got.ArticleID, "", "", nil)
	if after := hash(t, data); after != before {
		t.Errorf("bad input changed the graph: %s, was %s", after, before)
	}
	s.stopQuietly()
}

// TestServeEndsWithWorkLeft ends a server that has not read all it accepted:
// it ends well, and whoever comes next reads the rest.
func TestServeEndsWithWorkLeft(t *testing.T) {
	t.Parallel()
	const articles = 400
	var batch strings.Builder
	for i := range articles {
		fmt.Fprintf(&batch, `{"text": "A fire at warehouse %d in Norvik killed %d people on Monday, Mayor Elena Duarte said."}`+"\n", i, 2+i%7)
	}
	data := t.TempDir()
	s := start(t, data)
	var taken added
	if res := s.request(http.MethodPost, "/api/v1/articles", "application/x-ndjson", batch.String(), &taken); res.StatusCode != http.StatusAccepted {
		t.Fatalf("batch: %s", res.Status)
	}
	s.stopQuietly()
	var items []struct{ State string }
	if err := json.Unmarshal([]byte(must(t, data, "jobs", "--json", taken.Job.ID)), &items); err != nil {
		t.Fatal(err)
	}
	left := 0
	for _, i := range items {
		switch i.State {
		case "queued":
			left++
		case "succeeded":
		default:
			t.Errorf("an article is %s after the end of the server", i.State)
		}
	}
	if len(items) != articles || left == 0 {
		t.Fatalf("%d of %d articles are left: the server was not interrupted", left, len(items))
	}

	next := start(t, data)
	if j := next.wait(taken.Job.ID); j.State != "succeeded" || j.Done != articles {
		t.Errorf("job: %s, %d of %d done", j.State, j.Done, j.Total)
	}
	next.stopQuietly()
	whole := t.TempDir()
	other := start(t, whole)
	other.request(http.MethodPost, "/api/v1/articles", "application/x-ndjson", batch.String(), &taken)
	other.wait(taken.Job.ID)
	other.stopQuietly()
	if a, b := hash(t, data), hash(t, whole); a != b {
		t.Errorf("interrupted: %s, not: %s", a, b)
	}
}

// TestServeWithKey binds more than loopback, which takes a key, and answers
// only those who have it.
func TestServeWithKey(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	const key = "a-long-key-that-nobody-guesses"
	s := start(t, data, "CLAIMLINE_LISTEN=0.0.0.0:0", "CLAIMLINE_API_KEY="+key)
	s.url = "http://127.0.0.1" + s.url[strings.LastIndex(s.url, ":"):]
	s.get("/readyz", http.StatusOK, nil) // health checks need none
	for _, wrong := range []string{"", "another", key + "x"} {
		s.key = wrong
		var p problemAnswer
		res := s.request(http.MethodGet, "/api/v1/timeline", "", "", &p)
		if res.StatusCode != http.StatusUnauthorized || res.Header.Get("WWW-Authenticate") != "Bearer" || !strings.Contains(p.Hint, "Authorization: Bearer") {
			t.Errorf("with key %q: %s, %+v", wrong, res.Status, p)
		}
		if res := s.request(http.MethodPost, "/api/v1/articles?mode=sync", "application/json", strike, nil); res.StatusCode != http.StatusUnauthorized {
			t.Errorf("an article with key %q: %s", wrong, res.Status)
		}
	}
	s.key = key
	var got added
	if res := s.request(http.MethodPost, "/api/v1/articles?mode=sync", "application/json", strike, &got); res.StatusCode != http.StatusCreated {
		t.Errorf("with the key: %s", res.Status)
	}
	s.get("/api/v1/articles/"+got.ArticleID, http.StatusOK, nil)
	s.stopQuietly()
}
