package ui_test

import (
	"context"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/api"
	"github.com/claimline/claimline/api/ui"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/sqlite"
)

// hostile would run a script, were any text of an article read as markup.
const hostile = `"'></title><img src=x onerror="document.title='broken'"><script>document.title='broken'</script>`

// serve serves the pages over the fixture of graphtest and one hostile article.
func serve(t *testing.T) (address string, world *graphtest.World, hostileID string) {
	t.Helper()
	ctx := context.Background()
	store, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	world = graphtest.NewWorld()
	bad := graph.Article{Text: "The minister said " + hostile + " on Friday.", Title: hostile, Publisher: hostile}
	bad.Identify()
	for i, sub := range append(world.Articles(), &graph.Subgraph{Articles: []graph.Article{bad}}) {
		if err := store.Put(ctx, sub, graphtest.Ingested(i)); err != nil {
			t.Fatal(err)
		}
	}
	server := httptest.NewServer(api.New(api.Options{Store: store, Local: true, UI: ui.Files()}))
	t.Cleanup(server.Close)
	return server.URL, world, bad.ID
}

// browser finds Chromium, without which nothing here can be tested.
func browser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("no Chromium; install Debian's package chromium")
	}
	t.Skip("no Chromium: the pages are not tested; install Debian's package chromium")
	return ""
}

// show loads a page and returns the document that its script made.
func show(t *testing.T, chromium, address string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir="+t.TempDir(),
		"--virtual-time-budget=5000", "--dump-dom", address).Output()
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return string(out)
}

// TestPages demands of each page what it is for.
func TestPages(t *testing.T) {
	chromium := browser(t)
	address, world, bad := serve(t)
	for name, c := range map[string]struct {
		path string
		says []string
	}{
		"front":            {"/", []string{"What happened, who said so", "events", "claims"}},
		"timeline by said": {"/#/timeline?clock=said", []string{"when it was said", "shown"}},
		"claims":           {"/#/claims", []string{"<blockquote>", "evidence"}},
		"event":            {"/#/event/" + world.Explosion, []string{"Figures, by who gives them", "killed ≥ 9", "characters"}},
		"claim":            {"/#/claim/" + world.NineKilled, []string{"<mark>", "in the article"}},
		"actor":            {"/#/actor/" + world.Front, []string{"Mentioned in", "Relations"}},
		"article":          {"/#/article/" + world.Blast.Articles[0].ID, []string{`class="Event`, `class="Actor`}},
		"search":           {"/#/search?q=front", []string{"Search: front", `class="tag Actor"`}},
		"unknown":          {"/#/nothing", []string{"There is no such page"}},
		"unknown id":       {"/#/event/evt_00000000000000000000000000000000", []string{`role="alert"`}},
		"hostile article":  {"/#/article/" + bad, []string{"&lt;script&gt;"}},
		"hostile list":     {"/#/articles", []string{"&lt;script&gt;"}},
	} {
		t.Run(name, func(t *testing.T) {
			dom := show(t, chromium, address+c.path)
			for _, s := range c.says {
				if !strings.Contains(dom, s) {
					t.Errorf("the page does not say %q:\n%s", s, dom)
				}
			}
			if strings.Contains(dom, "<title>broken") {
				t.Error("text of an article was run as a script")
			}
		})
	}
}
