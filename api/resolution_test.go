package api_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/api"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/resolve/compare"
	"github.com/claimline/claimline/graph/resolve/layer"
)

// resolved is the fixture with its layer.
func resolved(t *testing.T) (http.Handler, *graphtest.World) {
	store, w := open(t)
	if err := (&layer.Resolver{Store: store}).Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	return api.New(api.Options{Store: store, Local: true}), w
}

func judgement(action, a, b string) string {
	body, _ := json.Marshal(map[string]string{"action": action, "a": a, "b": b, "by": "ada", "note": "known to me"})
	return string(body)
}

func TestJudgementsAreMadeAndUndone(t *testing.T) {
	h, w := resolved(t)
	const path = "/api/v1/resolution/judgements"
	say := func(target, body string) answer {
		return do(t, h, "POST", target, body, "Content-Type", "application/json")
	}
	together := func() bool {
		got := get[api.Similar](t, h, "/api/v1/actors/"+w.Front+"/similar")
		return slices.ContainsFunc(got.Clusters[0].Nodes, func(n layer.Node) bool { return n.ID == w.DeltaFront })
	}
	var change api.Change
	read := func(a answer) {
		t.Helper()
		if a.StatusCode != 200 {
			t.Fatalf("status %d: %s", a.StatusCode, a.body)
		}
		if err := json.Unmarshal([]byte(a.body), &change); err != nil {
			t.Fatal(err)
		}
	}
	read(say(path+"?dry_run=true", judgement("merge", w.Front, w.DeltaFront)))
	if !change.DryRun || len(change.Before) != 2 || len(change.After) != 1 || together() {
		t.Errorf("a dry run: %+v", change)
	}
	read(say(path, judgement("merge", w.Front, w.DeltaFront)))
	if !together() || len(change.Judgements) != 1 || change.Judgements[0].By != "person:ada" {
		t.Errorf("a merge: %+v", change)
	}
	merge := change.Judgements[0].ID
	if p := problemOf(t, say(path, judgement("never_same", w.DeltaFront, w.Front)), 409, "conflict"); !strings.Contains(p["detail"].(string), merge) {
		t.Errorf("the conflict does not name the judgement: %v", p)
	}
	problemOf(t, say(path, judgement("merge", w.Front, w.Kelm)), 422, "validation")
	problemOf(t, say(path, judgement("merge", w.Front, "act_00000000000000000000000000000000")), 404, "not_found")
	if got := get[api.Judgements](t, h, path); len(got.Items) != 1 || got.Items[0].ID != merge {
		t.Errorf("judgements: %+v", got)
	}
	read(do(t, h, "DELETE", path+"/"+merge+"?by=bob", ""))
	if together() {
		t.Error("the merge was taken back and holds")
	}
	problemOf(t, do(t, h, "DELETE", path+"/"+merge, ""), 404, "not_found")
	log := get[api.List[api.Decision]](t, h, "/api/v1/audit?limit=1")
	if log.Total.Value != 2 || log.Items[0].By != "person:bob" || log.Items[0].Action != graph.ActionUndo || log.NextCursor == nil {
		t.Errorf("audit: %+v", log)
	}
	read(say(path, judgement("merge", w.Explosion, w.Election)))
	read(do(t, h, "DELETE", path+"/"+change.Judgements[0].ID, ""))
	problemOf(t, say(path, judgement("split", w.Explosion, w.Election)), 422, "validation")
	inquiry := w.Inquiry.Articles[0].ID
	parting := func(node string) string {
		return `{"action":"split","a":"` + node + `","article":"` + inquiry + `","by":"ann"}`
	}
	read(say(path, parting(w.Ministry)))
	if c := change; len(c.After) != len(c.Before)+1 || c.Judgements[0].Article != inquiry {
		t.Errorf("what one article means by a name was not taken out: %+v", c)
	}
	problemOf(t, say(path, parting(w.Heron)), 404, "not_found")
}

// Two articles tell of one attack, as a person says, and the figures and the
// accounts of it stand side by side.
func TestAccountsAreCompared(t *testing.T) {
	h, w := resolved(t)
	if a := do(t, h, "POST", "/api/v1/resolution/judgements", judgement("merge", w.Explosion, w.Attack), "Content-Type", "application/json"); a.StatusCode != 200 {
		t.Fatal(a.body)
	}
	event := get[api.Similar](t, h, "/api/v1/events/"+w.Explosion+"/similar")
	if len(event.Clusters) != 1 || !slices.ContainsFunc(event.Clusters[0].Nodes, func(n layer.Node) bool { return n.ID == w.Attack }) || len(event.Merged) == 0 || len(event.Merged[0].Features) == 0 {
		t.Fatalf("the blast and the attack are not one, or nobody says why: %+v", event)
	}
	figures := get[api.List[compare.Series]](t, h, "/api/v1/figures?event="+w.Attack+"&metric=killed")
	if len(figures.Items) != 1 || len(figures.Items[0].Points) < 2 {
		t.Fatalf("figures: %+v", figures.Items)
	}
	links := get[api.List[api.Link]](t, h, "/api/v1/claims/"+w.NineKilled+"/links")
	if len(links.Items) == 0 || links.Items[0].Why == "" || links.Items[0].A.ID != w.NineKilled && links.Items[0].B.ID != w.NineKilled {
		t.Errorf("links: %+v", links.Items)
	}
	told := get[api.Corroboration](t, h, "/api/v1/claims/"+w.NineKilled+"/corroboration")
	if told.Claim.ID != w.NineKilled || len(told.Propositions) == 0 || len(told.Propositions[0].Origins) == 0 || len(told.Claims) == 0 {
		t.Errorf("corroboration: %+v", told)
	}
	for _, target := range []string{"conflicts", "conflicts?event=" + w.Attack, "forecasts", "quotations", "resolution/candidates", "resolution/candidates?state=merged&kind=Event", "resolution/candidates?state=refused"} {
		if got := get[api.List[any]](t, h, "/api/v1/"+target); got.Items == nil || got.Total.Value != len(got.Items) {
			t.Errorf("%s: %+v", target, got)
		}
	}
	problemOf(t, do(t, h, "GET", "/api/v1/resolution/candidates?state=perhaps", ""), 422, "validation")
	problemOf(t, do(t, h, "GET", "/api/v1/claims/clm_00000000000000000000000000000000/corroboration", ""), 404, "not_found")
}

// What lies outside a scope shows nowhere in what follows from it.
func TestScopesHoldForWhatFollows(t *testing.T) {
	h, w := resolved(t)
	inquiry := w.Inquiry.Articles[0].ID
	before := "?as_of=" + graphtest.Ingested(0).Format("2006-01-02T15:04:05Z")
	for _, target := range []string{"events/" + w.Explosion + "/similar", "actors/" + w.Front + "/similar", "claims/" + w.NineKilled + "/links", "claims/" + w.NineKilled + "/corroboration",
		"figures", "conflicts", "forecasts", "quotations", "resolution/candidates"} {
		a := do(t, h, "GET", "/api/v1/"+target+before, "")
		if a.StatusCode != 200 || strings.Contains(a.body, inquiry) || strings.Contains(a.body, w.Attack) || strings.Contains(a.body, w.ElevenDead) {
			t.Errorf("%s tells of an article that was not there yet: %d %s", target, a.StatusCode, a.body)
		}
	}
	problemOf(t, do(t, h, "GET", "/api/v1/events/"+w.Attack+"/similar"+before, ""), 404, "not_found")
	problemOf(t, do(t, h, "GET", "/api/v1/actors/"+w.Front+"/similar?collection="+graphtest.Archive, ""), 404, "not_found")
}
