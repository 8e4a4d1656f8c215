package api_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"sort"
	"strings"
	"testing"

	"github.com/claimline/claimline/api"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve/layer"
)

// A route is an operation as the served OpenAPI describes it.
type route struct {
	method, path string
	parameters   []parameter
}

type parameter struct {
	Name, In string
	Required bool
	Schema   struct {
		Minimum, Maximum *float64
		Enum             []any
		Items            struct{ Enum []any }
	}
}

// routesOf lists all operations of the API.
func routesOf(t *testing.T, h http.Handler) []route {
	t.Helper()
	var doc struct {
		Paths map[string]map[string]struct{ Parameters []parameter }
	}
	if err := json.Unmarshal(serve(h, newRequest("GET", "/openapi.json", "")), &doc); err != nil {
		t.Fatal(err)
	}
	var out []route
	for path, operations := range doc.Paths {
		for method, op := range operations {
			if strings.HasPrefix(path, "/api/v1/") {
				out = append(out, route{strings.ToUpper(method), path, op.Parameters})
			}
		}
	}
	sort.Slice(out, func(i, k int) bool { return out[i].path+out[i].method < out[k].path+out[k].method })
	if len(out) < 40 {
		t.Fatalf("only %d operations are described", len(out))
	}
	return out
}

func (r route) has(name string) bool {
	for _, p := range r.parameters {
		if p.Name == name {
			return true
		}
	}
	return false
}

// target is a request of the route that is right but for what is given: its
// ids are those of nodes that nobody knows, and required parameters are there.
func (r route) target(ids map[string]string, change url.Values) string {
	path := r.path
	for place, id := range ids {
		if strings.Contains(path, place) {
			path = strings.Replace(path, "{id}", id, 1)
		}
	}
	q := url.Values{}
	for _, p := range r.parameters {
		if p.In == "query" && p.Required {
			q[p.Name] = map[string][]string{"q": {"f"}, "format": {"gexf"}, "from": {ids["actors"]}, "to": {ids["/places"]}, "a": {ids["actors"]}, "b": {ids["/places"]},
				"article": {ids["articles"], strings.Replace(ids["articles"], "0", "1", 1)}}[p.Name]
		}
	}
	if r.path == "/api/v1/attribution" {
		q.Set("actor", ids["actors"])
	}
	for name, values := range change {
		q[name] = values
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// refused demands a problem of one of some statuses that says what to do and
// bears the id of the request.
func refused(t *testing.T, h http.Handler, r route, target, body string, statuses ...int) {
	t.Helper()
	a := do(t, h, r.method, target, body, "Content-Type", "application/json", "X-Request-Id", "mine-1")
	for _, status := range statuses {
		if a.StatusCode == status {
			p := problemOf(t, a, status, a.json(t)["code"].(string))
			if p["instance"] != "mine-1" || a.Header.Get("X-Request-Id") != "mine-1" {
				t.Errorf("%s %s: the problem does not name the request: %s", r.method, target, a.body)
			}
			if page := do(t, h, "GET", p["type"].(string), ""); page.StatusCode != 200 {
				t.Errorf("%s: no page explains %s", target, p["type"])
			}
			return
		}
	}
	t.Errorf("%s %s: status %d, want one of %v: %.300s", r.method, target, a.StatusCode, statuses, a.body)
}

// TestEveryRouteRefusesBadInput asks all that the OpenAPI describes wrongly,
// in every way that its parameters allow.
func TestEveryRouteRefusesBadInput(t *testing.T) {
	store, w := open(t)
	if err := (&layer.Resolver{Store: store}).Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	h := api.New(api.Options{Store: store, Inbox: unknowing{}, Local: true})
	zeros := strings.Repeat("0", 32)
	unknown := map[string]string{"articles": "art_" + zeros, "actors": "act_" + zeros, "/places": "plc_" + zeros, "events": "evt_" + zeros, "claims": "clm_" + zeros, "jobs": "job_0", "neighbors": "act_" + zeros, "judgements": "jdg_" + zeros}
	known := map[string]string{"articles": w.Blast.Articles[0].ID, "actors": w.Front, "/places": w.Kelm, "events": w.Explosion, "claims": w.NineKilled, "jobs": "job_0", "neighbors": w.Front}
	other := map[string]string{"articles": w.Front, "actors": w.Kelm, "/places": w.Front, "events": w.NineKilled, "claims": w.Explosion, "jobs": w.Front, "neighbors": "nobody", "judgements": w.Front}
	tried := map[string]int{}
	try := func(kind string, r route, target, body string, statuses ...int) {
		tried[kind]++
		refused(t, h, r, target, body, statuses...)
	}
	for _, r := range routesOf(t, h) {
		if strings.Contains(r.path, "{id}") {
			try("unknown id", r, r.target(unknown, nil), "", 404)
			try("id of another kind", r, r.target(other, nil), "", 404)
		}
		try("unknown parameter", r, r.target(known, url.Values{"nonesuch": {"1"}}), "", 400)
		try("not UTF-8", r, strings.TrimSuffix(r.target(known, url.Values{"zz": {"1"}}), "1")+"%ff", "", 400)
		for _, p := range r.parameters {
			if p.In != "query" {
				continue
			}
			set := func(v string) string { return r.target(known, url.Values{p.Name: {v}}) }
			if p.Schema.Minimum != nil {
				try("below", r, set(fmt.Sprint(*p.Schema.Minimum-1)), "", 422)
				try("no number", r, set("many"), "", 422)
			}
			if p.Schema.Maximum != nil {
				try("above", r, set(fmt.Sprint(*p.Schema.Maximum+1)), "", 422)
			}
			if len(p.Schema.Enum)+len(p.Schema.Items.Enum) > 0 {
				try("not of the list", r, set("nonesuch"), `{"text":"It rained."}`, 422)
			}
		}
		for _, pair := range [][2]string{{"published_from", "published_to"}, {"from", "to"}, {"said_from", "said_to"}} {
			if !r.has(pair[0]) || !r.has(pair[1]) || r.path == "/api/v1/graph/paths" {
				continue
			}
			body := ""
			if r.method == "POST" {
				body = `{"ids":["` + w.Front + `"]}`
			}
			try("interval that ends first", r, r.target(known, url.Values{pair[0]: {"2024"}, pair[1]: {"2023"}}), body, 422)
			for _, edtf := range []string{"2024-13", "2024-02-30", "yesterday", "2024-01-01/2023-01-01"} {
				try("broken date", r, r.target(known, url.Values{pair[0]: {edtf}}), body, 422)
			}
		}
		if r.has("cursor") {
			try("broken cursor", r, r.target(known, url.Values{"cursor": {"%%%"}}), "", 400)
			foreign, _ := do(t, h, "GET", "/api/v1/claims?limit=1&collection=default&collection=archive", "").json(t)["next_cursor"].(string)
			if foreign == "" {
				t.Fatal("no cursor to try elsewhere")
			}
			try("foreign cursor", r, r.target(known, url.Values{"cursor": {foreign}}), "", 400)
		}
		if r.method == "POST" && !strings.HasPrefix(r.path, "/api/v1/articles") && !strings.HasPrefix(r.path, "/api/v1/jobs") {
			target := r.target(known, nil)
			for _, body := range []string{"", "{", "[]", "nonsense", `{"ids":7,"a":7}`, "{\"ids\":[\"\xff\"]}", `{"nonesuch":1}`} {
				try("broken body", r, target, body, 400, 422)
			}
			try("large body", r, target, `{"note":"`+strings.Repeat("x", 3<<20)+`"}`, 413)
			a := do(t, h, r.method, target, "<ids/>", "Content-Type", "application/xml")
			problemOf(t, a, 415, "unsupported_media_type")
		}
	}
	for kind, least := range map[string]int{"unknown id": 15, "id of another kind": 15, "unknown parameter": 40, "below": 15, "above": 15, "interval that ends first": 25, "foreign cursor": 10, "broken body": 14, "large body": 3} {
		if tried[kind] < least {
			t.Errorf("%s was tried %d times", kind, tried[kind])
		}
	}
}

// TestFiltersTakeIds demands that a filter by what is no id is refused, and one
// by an id that nobody knows finds nothing.
func TestFiltersTakeIds(t *testing.T) {
	store, w := open(t)
	h := api.New(api.Options{Store: store, Local: true})
	for _, filter := range []string{"events?actor", "events?place", "events?article", "claims?article", "claims?source", "claims?about", "actors?article", "timeline?actor", "timeline?place",
		"timeline/buckets?actor", "timeline/buckets?place", "figures?event", "conflicts?event", "conflicts?claim", "forecasts?event", "quotations?claim", "attribution?actor", "attribution?event"} {
		problemOf(t, do(t, h, "GET", "/api/v1/"+filter+"=nobody", ""), 422, "validation")
	}
	for _, target := range []string{"claims?about=evt_", "events?actor=act_", "attribution?actor=act_"} {
		a := do(t, h, "GET", "/api/v1/"+target+strings.Repeat("0", 32), "")
		if a.StatusCode != 200 || !strings.Contains(a.body, `"value":0`) {
			t.Errorf("%s: %d %s", target, a.StatusCode, a.body)
		}
	}
	problemOf(t, do(t, h, "GET", "/api/v1/claims?source="+w.Kelm, ""), 422, "validation")
	p := problemOf(t, do(t, h, "GET", "/api/v1/actors/"+w.Explosion, ""), 404, "not_found")
	if !strings.Contains(p["hint"].(string), "/api/v1/events/"+w.Explosion) {
		t.Errorf("the hint does not say where it is: %s", p["hint"])
	}
}

// unknowing is an inbox that knows no job.
type unknowing struct{ api.Inbox }

func (unknowing) Job(context.Context, string) (api.Job, error)   { return api.Job{}, graph.ErrNotFound }
func (unknowing) Retry(context.Context, string) (api.Job, error) { return api.Job{}, graph.ErrNotFound }
func (unknowing) Cancel(context.Context, string) (api.Job, error) {
	return api.Job{}, graph.ErrNotFound
}
func (unknowing) Watch(context.Context, string) (<-chan api.Job, error) {
	return nil, graph.ErrNotFound
}
func (unknowing) Jobs(context.Context, int) ([]api.Job, error) { return nil, nil }
