package api_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/claimline/claimline/api"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/sqlite"
)

// open fills an embedded store with the world of graphtest.
func open(t *testing.T) (graph.Store, *graphtest.World) {
	t.Helper()
	store, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	world := graphtest.NewWorld()
	for i, sub := range world.Articles() {
		if err := store.Put(context.Background(), sub, graphtest.Ingested(i)); err != nil {
			t.Fatal(err)
		}
	}
	return store, world
}

type answer struct {
	*http.Response
	body string
}

func (a answer) json(t *testing.T) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal([]byte(a.body), &v); err != nil {
		t.Fatalf("not a JSON object: %v: %s", err, a.body)
	}
	return v
}

func do(t *testing.T, h http.Handler, method, target, body string, headers ...string) answer {
	t.Helper()
	r := newRequest(method, target, body, headers...)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	a := answer{w.Result(), w.Body.String()}
	keeps(t, method, target, a)
	return a
}

func newRequest(method, target, body string, headers ...string) *http.Request {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Host = "localhost:8080"
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

func serve(h http.Handler, r *http.Request) []byte {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Body.Bytes()
}

// problemOf demands a problem with the given status and code that says what to do.
func problemOf(t *testing.T, a answer, status int, code string) map[string]any {
	t.Helper()
	if a.StatusCode != status {
		t.Fatalf("status %d, want %d: %s", a.StatusCode, status, a.body)
	}
	if got := a.Header.Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("content type %q", got)
	}
	p := a.json(t)
	if p["code"] != code || p["status"] != float64(status) {
		t.Errorf("code %v and status %v, want %s and %d", p["code"], p["status"], code, status)
	}
	for _, field := range []string{"type", "title", "detail", "hint", "instance"} {
		if s, _ := p[field].(string); s == "" {
			t.Errorf("problem without %s: %s", field, a.body)
		}
	}
	return p
}

func TestErrors(t *testing.T) {
	store, world := open(t)
	h := api.New(api.Options{Store: store, Local: true})
	article := world.Blast.Articles[0].ID
	for _, c := range []struct {
		name, method, target string
		status               int
		code, says           string
	}{
		{"no such path", "GET", "/api/v1/nothing", 404, "not_found", "/api/v1/nothing"},
		{"path without the version", "GET", "/api/events", 404, "not_found", "/api/v1/events"},
		{"method that is not possible", "PATCH", "/api/v1/events", 405, "method_not_allowed", "PATCH"},
		{"misspelt parameter", "GET", "/api/v1/events?limt=3", 400, "unknown_parameter", "did you mean limit?"},
		{"strange parameter", "GET", "/api/v1/stats?zzzzzz=3", 400, "unknown_parameter", "collection"},
		{"limit too large", "GET", "/api/v1/events?limit=9999", 422, "validation", "limit"},
		{"limit that is no number", "GET", "/api/v1/events?limit=many", 422, "validation", "limit"},
		{"unknown id", "GET", "/api/v1/events/evt_00000000000000000000000000000000", 404, "not_found", "evt_0000"},
		{"id of another kind", "GET", "/api/v1/claims/" + article, 404, "not_found", "no Claim"},
		{"no id at all", "GET", "/api/v1/actors/%20", 404, "not_found", "no Actor"},
		{"not a date", "GET", "/api/v1/timeline?from=yesterday", 422, "validation", "write 2024"},
		{"window that ends first", "GET", "/api/v1/timeline?from=2024&to=2023", 422, "validation", "ends before it begins"},
		{"unknown clock", "GET", "/api/v1/timeline?clock=wall", 422, "validation", "clock"},
		{"search without words", "GET", "/api/v1/search?q=", 422, "validation", "q"},
		{"search for marks", "GET", "/api/v1/search?q=%22%22", 422, "validation", ""},
		{"cursor that cannot be read", "GET", "/api/v1/events?cursor=xx", 400, "cursor_invalid", ""},
		{"unknown relationship", "GET", "/api/v1/graph/neighbors/" + article + "?edge_type=LIKES", 422, "validation", "LIKES"},
		{"nothing to ingest with", "POST", "/api/v1/articles", 403, "forbidden", "reading only"},
		{"unknown job", "GET", "/api/v1/jobs/job_1", 404, "not_found", "jobs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := problemOf(t, do(t, h, c.method, c.target, "x", "Content-Type", "text/plain"), c.status, c.code)
			if all, _ := json.Marshal(p); !strings.Contains(string(all), c.says) {
				t.Errorf("the problem does not say %q: %s", c.says, all)
			}
		})
	}
}

func TestForeignCursor(t *testing.T) {
	store, _ := open(t)
	h := api.New(api.Options{Store: store})
	first := do(t, h, "GET", "/api/v1/claims?limit=1", "").json(t)
	next, _ := first["next_cursor"].(string)
	if next == "" {
		t.Fatalf("no next page: %v", first)
	}
	problemOf(t, do(t, h, "GET", "/api/v1/claims?limit=1&act=deny&cursor="+next, ""), 400, "cursor_mismatch")
	if got := do(t, h, "GET", "/api/v1/claims?limit=2&cursor="+next, ""); got.StatusCode != 200 {
		t.Errorf("a page may change its limit: %s", got.body)
	}
}

// TestPagesAreTheWhole walks every list by its Link header.
func TestPagesAreTheWhole(t *testing.T) {
	store, _ := open(t)
	h := api.New(api.Options{Store: store})
	for _, list := range []string{"articles", "actors", "events", "claims", "timeline", "search?q=f"} {
		target, seen, total := "/api/v1/"+list, map[string]bool{}, 0.0
		if strings.Contains(target, "?") {
			target += "&limit=2"
		} else {
			target += "?limit=2"
		}
		for target != "" {
			a := do(t, h, "GET", target, "")
			v := a.json(t)
			total = v["total"].(map[string]any)["value"].(float64)
			for _, item := range v["items"].([]any) {
				raw, _ := json.Marshal(item)
				if seen[string(raw)] {
					t.Errorf("%s: twice: %s", list, raw)
				}
				seen[string(raw)] = true
			}
			target = ""
			if link := a.Header.Get("Link"); link != "" {
				target = link[1:strings.Index(link, ">")]
			}
		}
		if len(seen) == 0 || float64(len(seen)) != total {
			t.Errorf("%s: %d items on all pages, total %v", list, len(seen), total)
		}
	}
}

func TestClaimTellsItsChain(t *testing.T) {
	store, _ := open(t)
	h := api.New(api.Options{Store: store})
	chains := map[int]bool{}
	for _, item := range do(t, h, "GET", "/api/v1/claims?limit=200", "").json(t)["items"].([]any) {
		c := item.(map[string]any)
		one := do(t, h, "GET", "/api/v1/claims/"+c["id"].(string), "").json(t)
		hops := one["chain"].([]any)
		chains[len(hops)] = true
		for i, hop := range hops {
			if n := hop.(map[string]any)["hop"].(float64); int(n) != i+1 {
				t.Errorf("hop %v at place %d", n, i+1)
			}
			if hop.(map[string]any)["source"].(map[string]any)["label"] == "" {
				t.Errorf("a hop without a name: %v", hop)
			}
		}
		for _, e := range one["evidence"].([]any) {
			checkEvidence(t, h, e.(map[string]any))
		}
	}
	for _, n := range []int{0, 1, 2, 3} {
		if !chains[n] {
			t.Errorf("no claim with a chain of %d was shown", n)
		}
	}
}

// TestEventTellsWhoseFigures demands that an event never shows a claim without
// its source.
func TestEventTellsWhoseFigures(t *testing.T) {
	store, world := open(t)
	h := api.New(api.Options{Store: store})
	v := do(t, h, "GET", "/api/v1/events/"+world.Explosion, "").json(t)
	claims := v["claims"].([]any)
	if len(claims) == 0 {
		t.Fatalf("no claims: %v", v)
	}
	for _, c := range claims {
		id := c.(map[string]any)["id"].(string)
		alone := do(t, h, "GET", "/api/v1/claims/"+id, "").json(t)["chain"].([]any)
		if got := c.(map[string]any)["chain"].([]any); len(got) != len(alone) || len(got) == 0 {
			t.Errorf("claim %s has %d sources with the event and %d alone", id, len(got), len(alone))
		}
	}
}

// TestSearchTellsWhoSaysSo demands the same of hits.
func TestSearchTellsWhoSaysSo(t *testing.T) {
	store, world := open(t)
	h := api.New(api.Options{Store: store})
	claim := do(t, h, "GET", "/api/v1/claims/"+world.NineKilled, "").json(t)
	word := strings.Fields(claim["text"].(string))
	for _, item := range do(t, h, "GET", "/api/v1/search?kind=claim&q="+word[len(word)-1][:4], "").json(t)["items"].([]any) {
		if hit := item.(map[string]any); hit["id"] == world.NineKilled {
			if hit["description"] != claim["statement"] {
				t.Errorf("the hit says %q, the claim %q", hit["description"], claim["statement"])
			}
			return
		}
	}
	t.Errorf("the claim was not found by %q", word[len(word)-1][:4])
}

// checkEvidence counts code points and UTF-16 units anew.
func checkEvidence(t *testing.T, h http.Handler, e map[string]any) {
	t.Helper()
	text := []rune(do(t, h, "GET", "/api/v1/articles/"+e["article_id"].(string), "").json(t)["text"].(string))
	start, end := int(e["start"].(float64)), int(e["end"].(float64))
	if got := string(text[start:end]); got != e["quote"] {
		t.Errorf("code points %d-%d are %q, the quote %q", start, end, got, e["quote"])
	}
	units := 0
	for _, r := range text[:start] {
		units++
		if r > 0xffff {
			units++
		}
	}
	if int(e["start_utf16"].(float64)) != units {
		t.Errorf("UTF-16 offset %v, want %d", e["start_utf16"], units)
	}
}

func TestCollectionsAreWalls(t *testing.T) {
	store, world := open(t)
	h := api.New(api.Options{Store: store})
	secret := world.Reopening.Articles[0].ID
	if got := do(t, h, "GET", "/api/v1/articles/"+secret, ""); got.StatusCode != 404 {
		t.Errorf("an article of another collection shows: %s", got.body)
	}
	if got := do(t, h, "GET", "/api/v1/articles/"+secret+"?collection=archive", ""); got.StatusCode != 200 {
		t.Errorf("an article of the collection asked for does not show: %s", got.body)
	}
}

func TestKeys(t *testing.T) {
	store, _ := open(t)
	h := api.New(api.Options{Store: store, Keys: []string{"clk_right"}})
	problemOf(t, do(t, h, "GET", "/api/v1/stats", ""), 401, "unauthenticated")
	problemOf(t, do(t, h, "GET", "/api/v1/stats", "", "Authorization", "Bearer clk_wrong"), 401, "unauthenticated")
	if got := do(t, h, "GET", "/api/v1/stats", "", "Authorization", "Bearer clk_right"); got.StatusCode != 200 {
		t.Errorf("the right key is refused: %s", got.body)
	}
	if got := do(t, h, "GET", "/healthz", ""); got.StatusCode != 200 {
		t.Errorf("health needs no key: %s", got.body)
	}
}

func TestLocalServerRefusesOtherHosts(t *testing.T) {
	store, _ := open(t)
	h := api.New(api.Options{Store: store, Local: true})
	r := httptest.NewRequest("GET", "/api/v1/stats", nil)
	r.Host = "rebound.example:8080"
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	problemOf(t, answer{w.Result(), w.Body.String()}, 403, "forbidden")
}

// A down store fails every question as a lost server does.
type down struct{ graph.Store }

func (down) Stats(context.Context, graph.Scope) (graph.Stats, error) {
	return graph.Stats{}, &graph.UnavailableError{Address: "bolt://localhost:1", Hint: "start it", Err: io.EOF}
}

// A panicking store makes a handler panic.
type panicking struct{ graph.Store }

func (panicking) Stats(context.Context, graph.Scope) (graph.Stats, error) { panic("by design") }

// A slow store answers when its context ends.
type slow struct{ graph.Store }

func (slow) Stats(ctx context.Context, _ graph.Scope) (graph.Stats, error) {
	return graph.Stats{}, context.DeadlineExceeded
}

func TestStoreTroubles(t *testing.T) {
	store, _ := open(t)
	a := do(t, api.New(api.Options{Store: down{store}}), "GET", "/api/v1/stats", "")
	p := problemOf(t, a, 503, "store_unavailable")
	if !strings.Contains(p["detail"].(string), "bolt://localhost:1") || p["hint"] != "start it" || a.Header.Get("Retry-After") == "" {
		t.Errorf("it does not say where and what to do: %s", a.body)
	}
	problemOf(t, do(t, api.New(api.Options{Store: panicking{store}}), "GET", "/api/v1/stats", ""), 500, "internal")
	problemOf(t, do(t, api.New(api.Options{Store: slow{store}}), "GET", "/api/v1/stats", ""), 504, "timeout")
}

// A stuck inbox cannot even list its jobs.
type stuck struct{ api.Inbox }

func (stuck) Jobs(context.Context, int) ([]api.Job, error) { return nil, io.ErrUnexpectedEOF }

func TestReadiness(t *testing.T) {
	store, _ := open(t)
	if a := do(t, api.New(api.Options{Store: store}), "GET", "/readyz", ""); a.StatusCode != 200 || !strings.Contains(a.body, "sqlite") {
		t.Errorf("ready: %d %s", a.StatusCode, a.body)
	}
	p := problemOf(t, do(t, api.New(api.Options{Store: store, Inbox: stuck{}}), "GET", "/readyz", ""), 503, "store_unavailable")
	if !strings.Contains(p["detail"].(string), "queue") {
		t.Errorf("it does not say that the queue is what fails: %v", p)
	}
}

func TestDescription(t *testing.T) {
	store, _ := open(t)
	h := api.New(api.Options{Store: store, Version: api.Version{Version: "1"}})
	a := do(t, h, "GET", "/openapi.json", "")
	v := a.json(t)
	if s, _ := v["openapi"].(string); !strings.HasPrefix(s, "3.1") {
		t.Errorf("OpenAPI version %v", v["openapi"])
	}
	paths := v["paths"].(map[string]any)
	for _, p := range []string{"/api/v1/articles", "/api/v1/claims/{id}", "/api/v1/timeline", "/api/v1/graph/neighbors/{id}", "/healthz"} {
		if paths[p] == nil {
			t.Errorf("%s is not described", p)
		}
	}
	if strings.Contains(a.body, "ErrorModel") {
		t.Error("errors are described as huma's, not as problems")
	}
}

func TestPages(t *testing.T) {
	store, _ := open(t)
	h := api.New(api.Options{Store: store, UI: fstest.MapFS{"index.html": {Data: []byte("<!doctype html><title>x</title>")}}})
	a := do(t, h, "GET", "/", "")
	if a.StatusCode != 200 || !strings.Contains(a.body, "<title>") || !strings.Contains(a.Header.Get("Content-Security-Policy"), "default-src 'self'") {
		t.Errorf("the page: %d %v %s", a.StatusCode, a.Header, a.body)
	}
	problemOf(t, do(t, h, "GET", "/ui/nothing.js", ""), 404, "not_found")
}

// An accepting inbox keeps what it is given.
type accepting struct {
	api.Inbox
	got []api.Item
}

func (a *accepting) Submit(_ context.Context, item api.Item) (api.Job, error) {
	a.got = append(a.got, item)
	return api.Job{ID: "job_1", State: "queued", Total: 1, Created: time.Unix(0, 0).UTC()}, nil
}

func (a *accepting) Ingest(_ context.Context, item api.Item) (api.Received, error) {
	if len(item.Data) == 0 {
		return api.Received{}, &api.BadInput{Code: "empty", Message: "the article is empty", Hint: "send its text"}
	}
	return api.Received{ArticleID: "art_1", Duplicate: len(a.got) > 0}, nil
}

func TestAddArticle(t *testing.T) {
	store, _ := open(t)
	box := &accepting{}
	h := api.New(api.Options{Store: store, Inbox: box})
	if a := do(t, h, "POST", "/api/v1/articles?mode=sync", "Text.", "Content-Type", "text/plain"); a.StatusCode != 201 || a.Header.Get("Location") != "/api/v1/articles/art_1" {
		t.Errorf("sync: %d %s", a.StatusCode, a.body)
	}
	a := do(t, h, "POST", "/api/v1/articles", `{"text":"Text."}`, "Content-Type", "application/json")
	if a.StatusCode != 202 || a.Header.Get("Location") != "/api/v1/jobs/job_1" {
		t.Errorf("async: %d %s", a.StatusCode, a.body)
	}
	if len(box.got) != 1 || string(box.got[0].Data) != `{"text":"Text."}` || box.got[0].ContentType != "application/json" {
		t.Errorf("the inbox got %+v", box.got)
	}
	if a := do(t, h, "POST", "/api/v1/articles?mode=sync", "Text.", "Content-Type", "text/html"); a.StatusCode != 200 {
		t.Errorf("a duplicate: %d %s", a.StatusCode, a.body)
	}
	problemOf(t, do(t, h, "POST", "/api/v1/articles?mode=sync", strings.Repeat("x", 17<<20), "Content-Type", "text/plain"), 413, "too_large")
}
