package api_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/claimline/claimline/api"
	"github.com/claimline/claimline/graph/graphtest"
)

// Articles lie on the clock of ingestion by when they came in, and their time
// is that second, not the date of publication.
func TestTimelineIngested(t *testing.T) {
	store, w := open(t)
	h := api.New(api.Options{Store: store})
	all := get[api.List[api.TimelineItem]](t, h, "/api/v1/timeline?clock=ingested&collection=*&limit=2")
	for i, item := range all.Items {
		if item.Article == nil || item.Article.ID != w.Articles()[i].Articles[0].ID || item.Time == nil || !item.Time.Earliest.Equal(graphtest.Ingested(i)) {
			t.Errorf("item %d is %+v, want article %d at %v", i, item, i, graphtest.Ingested(i))
		}
	}
	if all.NextCursor == nil {
		t.Fatal("no second page")
	}
	next := get[api.List[api.TimelineItem]](t, h, "/api/v1/timeline?clock=ingested&collection=*&limit=2&cursor="+*all.NextCursor)
	if len(next.Items) == 0 || !next.Items[0].Time.Earliest.Equal(graphtest.Ingested(2)) {
		t.Errorf("the second page is %+v", next.Items)
	}
	buckets := get[api.Buckets](t, h, "/api/v1/timeline/buckets?clock=ingested&collection=*&interval=day")
	if n := len(w.Articles()); len(buckets.Buckets) != n || buckets.Buckets[0].Count != 1 {
		t.Errorf("%d buckets, the first %+v; want one article in each of %d", len(buckets.Buckets), buckets.Buckets[0], n)
	}
	problemOf(t, do(t, h, "GET", "/api/v1/timeline?clock=ingested&place="+w.Kelm, ""), http.StatusUnprocessableEntity, "validation")
}

func TestTimelineLanes(t *testing.T) {
	store, w := open(t)
	h := api.New(api.Options{Store: store})
	for _, c := range []struct{ query, id, want string }{
		{"lane=actor", w.Attack, "Free Delta Front"},
		{"lane=place", w.Attack, "Kelm"},
		{"lane=type", w.Attack, "ASSAULT"},
		{"lane=source", w.Attack, "Delta Wire"},
		{"clock=said&lane=source", w.TwoBangs, "Harbor Post, Ana Brandt"},
		{"clock=said&lane=actor", w.TwoBangs, "Harbor Post, Ana Brandt"},
		{"clock=said&lane=type", w.TwoBangs, "assert"},
		{"clock=published&lane=source", w.Blast.Articles[0].ID, "Harbor Post"},
		{"clock=published&lane=place", w.Blast.Articles[0].ID, ""},
		{"", w.Attack, ""},
	} {
		found := false
		for _, item := range get[api.List[api.TimelineItem]](t, h, "/api/v1/timeline?"+c.query).Items {
			var id string
			switch {
			case item.Event != nil:
				id = item.Event.ID
			case item.Claim != nil:
				id = item.Claim.ID
			case item.Article != nil:
				id = item.Article.ID
			}
			if id != c.id {
				continue
			}
			found = true
			var lanes []string
			for _, l := range item.Lanes {
				lanes = append(lanes, l.Label)
			}
			if got := strings.Join(lanes, ", "); got != c.want {
				t.Errorf("%s: %s is in lanes %q, want %q", c.query, id, got, c.want)
			}
		}
		if !found {
			t.Errorf("%s: %s is not on it", c.query, c.id)
		}
	}
}
