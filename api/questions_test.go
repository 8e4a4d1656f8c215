package api_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/api"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/export"
)

// get asks and demands an answer.
func get[T any](t *testing.T, h http.Handler, target string) T {
	t.Helper()
	a := do(t, h, "GET", target, "")
	if a.StatusCode != 200 {
		t.Fatalf("%s: status %d: %s", target, a.StatusCode, a.body)
	}
	var v T
	if err := json.Unmarshal([]byte(a.body), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestPathsCarryTheirEvidence(t *testing.T) {
	store, w := open(t)
	h := api.New(api.Options{Store: store, Local: true})
	got := get[api.PathsAnswer](t, h, "/api/v1/graph/paths?from="+w.Front+"&to="+w.Kelm)
	if len(got.Paths) == 0 {
		t.Fatal("no path, though the front attacked in Kelm")
	}
	edges, nodes := map[string]api.GraphEdge{}, map[string]bool{}
	for _, e := range got.Edges {
		edges[e.ID] = e
	}
	for _, n := range got.Nodes {
		nodes[n.ID] = true
	}
	for _, p := range got.Paths {
		if p.Nodes[0] != w.Front || p.Nodes[len(p.Nodes)-1] != w.Kelm || p.Length != len(p.Edges) || p.Length != len(p.Nodes)-1 {
			t.Errorf("not a path from one to the other: %+v", p)
		}
		for _, id := range p.Nodes {
			if !nodes[id] {
				t.Errorf("node %s of the path is not in the answer", id)
			}
		}
		for _, hop := range p.Edges {
			for _, id := range hop {
				if e, ok := edges[id]; !ok || len(e.Evidence) == 0 && e.Derived == "" {
					t.Errorf("step %s rests on nothing", id)
				}
			}
		}
	}
	if pair := get[api.PathsAnswer](t, h, "/api/v1/graph/pairs?a="+w.Front+"&b="+w.Kelm); len(pair.Paths) == 0 || pair.Paths[0].Length > 2 {
		t.Errorf("pairs: %+v", pair.Paths)
	}
	none := get[api.PathsAnswer](t, h, "/api/v1/graph/paths?from="+w.Front+"&to="+w.Kelm+"&max_length=1&edge_type=LEADS")
	if none.Paths == nil || len(none.Paths) != 0 {
		t.Errorf("no path should be an empty list: %+v", none.Paths)
	}
	problemOf(t, do(t, h, "GET", "/api/v1/graph/paths?from="+w.Front+"&to="+w.Front, ""), 422, "validation")
	problemOf(t, do(t, h, "GET", "/api/v1/graph/paths?from="+w.Front+"&to=act_00000000000000000000000000000000", ""), 404, "not_found")
	problemOf(t, do(t, h, "GET", "/api/v1/graph/paths?max_length=7&from="+w.Front+"&to="+w.Kelm, ""), 422, "validation")
	problemOf(t, do(t, h, "GET", "/api/v1/graph/paths?edge_type=LIKES&from="+w.Front+"&to="+w.Kelm, ""), 422, "validation")
}

func TestSubgraphHoldsWhatWasAsked(t *testing.T) {
	store, w := open(t)
	h := api.New(api.Options{Store: store, Local: true})
	ask := func(ids ...string) answer {
		body, _ := json.Marshal(map[string]any{"ids": ids})
		return do(t, h, "POST", "/api/v1/graph/subgraph", string(body), "Content-Type", "application/json")
	}
	var g api.Graph
	if err := json.Unmarshal([]byte(ask(w.Front, w.Explosion, w.Kelm, w.ArchiveFront).body), &g); err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, n := range g.Nodes {
		ids = append(ids, n.ID)
	}
	slices.Sort(ids)
	want := []string{w.Front, w.Explosion, w.Kelm} // another collection is a wall
	slices.Sort(want)
	if !slices.Equal(ids, want) || len(g.Edges) == 0 {
		t.Errorf("nodes %v and %d edges, want %v", ids, len(g.Edges), want)
	}
	problemOf(t, ask(), 422, "validation")
	problemOf(t, do(t, h, "POST", "/api/v1/graph/subgraph", "{", "Content-Type", "application/json"), 400, "malformed")
}

func TestSuggestions(t *testing.T) {
	store, w := open(t)
	h := api.New(api.Options{Store: store, Local: true})
	got := get[api.Suggestions](t, h, "/api/v1/suggest?q=kel&kind=place")
	if len(got.Items) != 1 || got.Items[0].ID != w.Kelm {
		t.Errorf("%+v, want Kelm alone", got.Items)
	}
	if none := get[api.Suggestions](t, h, "/api/v1/suggest?q=zzzz"); none.Items == nil || len(none.Items) != 0 {
		t.Errorf("%+v, want an empty list", none.Items)
	}
	problemOf(t, do(t, h, "GET", "/api/v1/suggest?q=a&limit=21", ""), 422, "validation")
}

// TestSegmentsAreTheText puts the runs together again and holds every
// annotation against its words.
func TestSegmentsAreTheText(t *testing.T) {
	store, w := open(t)
	h := api.New(api.Options{Store: store, Local: true})
	for _, sub := range w.Articles() {
		a := sub.Articles[0]
		got := get[api.Segments](t, h, "/api/v1/articles/"+a.ID+"/segments?collection=*")
		text := []rune(a.Text)
		for _, p := range got.Paragraphs {
			var b strings.Builder
			at := p.Start
			for _, r := range p.Runs {
				if r.Start != at || string(text[r.Start:r.End]) != r.Text {
					t.Errorf("run %+v does not go on at %d", r, at)
				}
				at = r.End
				b.WriteString(r.Text)
				for _, m := range r.Marks {
					if n := got.Annotations[m]; r.Start < n.Start || r.End > n.End {
						t.Errorf("run %+v is not within %+v", r, n)
					}
				}
			}
			if at != p.End || b.String() != string(text[p.Start:p.End]) {
				t.Errorf("the runs make %q, the paragraph is %q", b.String(), string(text[p.Start:p.End]))
			}
		}
		if len(got.Annotations) == 0 {
			t.Errorf("%s: no annotations", a.Title)
		}
	}
}

func TestBucketsCountTheTimeline(t *testing.T) {
	store, _ := open(t)
	h := api.New(api.Options{Store: store, Local: true})
	for _, interval := range []string{"auto", "day", "week", "month", "year"} {
		got := get[api.Buckets](t, h, "/api/v1/timeline/buckets?from=2024-01&to=2024-12&interval="+interval)
		total := 0
		for i, b := range got.Buckets {
			total += b.Count
			if i > 0 && !got.Buckets[i-1].End.Equal(b.Start) {
				t.Errorf("%s: a gap before %v", interval, b.Start)
			}
		}
		if total == 0 || len(got.Buckets) > 367 {
			t.Errorf("%s: %d items in %d buckets", interval, total, len(got.Buckets))
		}
	}
	if got := get[api.Buckets](t, h, "/api/v1/timeline/buckets?from=1800&to=1801"); got.Buckets == nil || len(got.Buckets) != 0 {
		t.Errorf("nothing happened then: %+v", got)
	}
}

func TestAttributionIsTheChain(t *testing.T) {
	store, w := open(t)
	h := api.New(api.Options{Store: store, Local: true})
	one := get[api.Attribution](t, h, "/api/v1/attribution?claim="+w.TwoBangs)
	if len(one.Claims) != 1 || len(one.Claims[0].Chain) < 2 {
		t.Fatalf("%+v, want one claim with its chain", one.Claims)
	}
	hops := 0
	for _, e := range one.Graph.Edges {
		if e.Type == graph.AttributedTo {
			hops++
		}
	}
	if hops != len(one.Claims[0].Chain) {
		t.Errorf("%d sources in the graph, %d in the chain", hops, len(one.Claims[0].Chain))
	}
	if by := get[api.Attribution](t, h, "/api/v1/attribution?actor="+w.Post); len(by.Claims) == 0 {
		t.Error("the Post is a source and has no claims")
	}
	problemOf(t, do(t, h, "GET", "/api/v1/attribution", ""), 422, "validation")
	problemOf(t, do(t, h, "GET", "/api/v1/attribution?claim="+w.Front, ""), 422, "validation")
}

func TestCompareNeedsTwo(t *testing.T) {
	store, w := open(t)
	h := api.New(api.Options{Store: store, Local: true})
	a, b := w.Blast.Articles[0].ID, w.Inquiry.Articles[0].ID
	got := get[api.Comparison](t, h, "/api/v1/compare?article="+a+"&article="+b)
	if len(got.Articles) != 2 || got.Articles[0].ID != a {
		t.Errorf("%+v, want the two in the order asked for", got.Articles)
	}
	seen := map[string]bool{}
	for _, row := range got.Rows {
		for _, c := range row.Claims {
			seen[c.ID] = true
		}
		for _, l := range row.Links {
			if l.Why == "" {
				t.Errorf("a link without a reason: %+v", l)
			}
		}
	}
	for _, c := range got.Only {
		if seen[c.ID] {
			t.Errorf("claim %s is both shared and not", c.ID)
		}
		seen[c.ID] = true
	}
	if n := len(w.Blast.Claims) + len(w.Inquiry.Claims); len(seen) != n {
		t.Errorf("%d claims are shown, the articles have %d", len(seen), n)
	}
	problemOf(t, do(t, h, "GET", "/api/v1/compare?article="+a+"&article="+a, ""), 422, "validation")
	problemOf(t, do(t, h, "GET", "/api/v1/compare?article="+a+"&article=art_00000000000000000000000000000000", ""), 404, "not_found")
}

func TestExports(t *testing.T) {
	store, w := open(t)
	h := api.New(api.Options{Store: store, Local: true})
	formats := get[api.ExportFormats](t, h, "/api/v1/export/formats")
	if len(formats.Items) < 12 {
		t.Errorf("%d formats", len(formats.Items))
	}
	for _, f := range formats.Items {
		a := do(t, h, "GET", "/api/v1/export?collection=*&format="+url.QueryEscape(f.Name), "")
		if a.StatusCode != 200 || a.body == "" || a.Header.Get("Content-Type") != f.MediaType ||
			!strings.Contains(a.Header.Get("Content-Disposition"), f.Extension) {
			t.Errorf("%s: status %d, %s, %s, %d bytes", f.Name, a.StatusCode, a.Header.Get("Content-Type"), a.Header.Get("Content-Disposition"), len(a.body))
		}
	}
	// A part is less than the whole, and other collections are no part.
	whole := do(t, h, "GET", "/api/v1/export?format=node-link", "").body
	part := do(t, h, "GET", "/api/v1/export?format=node-link&id="+w.Front+"&id="+w.Kelm, "").body
	article := do(t, h, "GET", "/api/v1/export?format=node-link&article="+w.Blast.Articles[0].ID, "").body
	if len(part) >= len(article) || len(article) >= len(whole) || strings.Contains(whole, w.ArchiveFront) {
		t.Errorf("%d, %d and %d bytes of a pair, an article and all", len(part), len(article), len(whole))
	}
	var articles int
	archive := do(t, h, "GET", "/api/v1/export?format=ndjson", "").body
	err := export.ReadArchive(strings.NewReader(archive), func(*graph.Subgraph) error { articles++; return nil }, func(graph.Judgement) error { return nil })
	if err != nil || articles == 0 {
		t.Errorf("the archive holds %d articles, %v", articles, err)
	}
	problemOf(t, do(t, h, "GET", "/api/v1/export?format=pdf", ""), 422, "validation")
	problemOf(t, do(t, h, "GET", "/api/v1/export?format=gexf&article=art_00000000000000000000000000000000", ""), 404, "not_found")
	problemOf(t, do(t, h, "GET", "/api/v1/export?format=ndjson&id="+w.Front, ""), 422, "validation")
}

func TestUnchangedIsNotSentTwice(t *testing.T) {
	store, w := open(t)
	h := api.New(api.Options{Store: store, Local: true})
	first := do(t, h, "GET", "/api/v1/events", "")
	etag := first.Header.Get("ETag")
	if etag == "" || first.body == "" {
		t.Fatalf("no tag: %v", first.Header)
	}
	for _, header := range []string{etag, "W/" + etag, `"other", ` + etag, "*"} {
		again := do(t, h, "GET", "/api/v1/events", "", "If-None-Match", header)
		if again.StatusCode != 304 || again.body != "" || again.Header.Get("ETag") != etag {
			t.Errorf("%s: status %d, %d bytes, tag %s", header, again.StatusCode, len(again.body), again.Header.Get("ETag"))
		}
	}
	if err := store.Delete(t.Context(), w.Blast.Articles[0].ID); err != nil {
		t.Fatal(err)
	}
	changed := do(t, h, "GET", "/api/v1/events", "", "If-None-Match", etag)
	if changed.StatusCode != 200 || changed.Header.Get("ETag") == etag {
		t.Errorf("after a change: status %d, tag %s", changed.StatusCode, changed.Header.Get("ETag"))
	}
	if p := do(t, h, "GET", "/api/v1/events?limit=0", "", "If-None-Match", "*"); p.StatusCode != 422 || p.Header.Get("ETag") != "" {
		t.Errorf("a problem is not tagged: %d %s", p.StatusCode, p.Header.Get("ETag"))
	}
}

// watched is an inbox with one job that goes through three states.
type watched struct{ api.Inbox }

func (watched) Watch(_ context.Context, id string) (<-chan api.Job, error) {
	if id != "job_1" {
		return nil, graph.ErrNotFound
	}
	out := make(chan api.Job, 3)
	out <- api.Job{ID: id, State: "queued", Total: 2}
	out <- api.Job{ID: id, State: "running", Total: 2, Done: 1}
	out <- api.Job{ID: id, State: "succeeded", Total: 2, Done: 2}
	close(out)
	return out, nil
}

func TestJobStream(t *testing.T) {
	store, _ := open(t)
	h := api.New(api.Options{Store: store, Inbox: watched{}, Local: true})
	a := do(t, h, "GET", "/api/v1/jobs/job_1/stream", "")
	if a.Header.Get("Content-Type") != "text/event-stream" || strings.Count(a.body, "event: progress") != 3 {
		t.Fatalf("%s: %s", a.Header.Get("Content-Type"), a.body)
	}
	last := a.body[strings.LastIndex(a.body, "id: "):]
	if !strings.HasPrefix(last, "id: 4\nevent: done\n") || !strings.Contains(last, `"state":"succeeded"`) {
		t.Errorf("it ends with %q", last)
	}
	problemOf(t, do(t, h, "GET", "/api/v1/jobs/job_2/stream", ""), 404, "not_found")
	problemOf(t, do(t, api.New(api.Options{Store: store, Local: true}), "GET", "/api/v1/jobs/job_1/stream", ""), 404, "not_found")
}
