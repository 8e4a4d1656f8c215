package export

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/internal/importers"
	"github.com/claimline/claimline/internal/neo4jtest"
)

// hostile are names that break careless writers: of formulas, of markup, of
// tables, of right-to-left text, of what XML cannot hold.
var hostile = []string{
	`=HYPERLINK("http://example.org","x")`, "+1 and more", "-2+3", "@SUM(A1)", `<script>alert(1)</script>`, `"quoted", with; a comma`,
	"two\nlines", "tab\tbed", "bell\aring", "null\x01byte", "شركة النور", "北京市", "😀 emoji", "a & b < c", "a ]]> b", "`tick` $x", `back\slash`, "Ünïcödé",
}

// specimen is the world of graphtest with an article full of hostile names.
func specimen(t *testing.T) *graph.Subgraph {
	t.Helper()
	text := strings.Join(hostile, " | ")
	b := graphtest.NewBuilder(graph.Article{Text: text, Title: `Title "with" <marks> & =1+1`, Publisher: "=cmd"})
	var ids []string
	for _, name := range hostile {
		ids = append(ids, b.Actor(graph.Actor{Kind: graph.Organization, Name: name}, name))
	}
	b.Join(graph.Relationship{Type: graph.MemberOf, From: ids[0], To: ids[1]}, graph.RoleMention, hostile[0])
	var all graph.Subgraph
	all.Add(b.Subgraph().Records()...)
	for _, sub := range graphtest.NewWorld().Articles() {
		all.Add(sub.Records()...)
	}
	all.Normalize()
	return &all
}

func write(t *testing.T, dir string, g *graph.Subgraph, formats ...string) {
	t.Helper()
	for _, name := range formats {
		f, err := Find(name)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := f.Write(&b, "A specimen", g); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

type arrived struct {
	Nodes  int      `json:"nodes"`
	Edges  int      `json:"edges"`
	Labels []string `json:"labels"`
}

func TestImporters(t *testing.T) {
	in, ok := importers.Find()
	if !ok {
		if os.Getenv("CI") == "true" {
			t.Fatal("the importers are not installed; make test installs them")
		}
		t.Skip("the importers are not installed: go run ./internal/importers/fetch")
	}
	g := specimen(t)
	dir := t.TempDir()
	write(t, dir, g, "graphml", "gexf", "node-link", "csv", "ftm", "jsonld", "graphology", "cytoscape")
	nodes, edges := flatten(g)
	var labels []string
	for _, n := range nodes {
		labels = append(labels, n.values["label"])
	}
	slices.Sort(labels)
	got := map[string]arrived{}
	for _, command := range [][]string{
		{in.Python, "testdata/importers.py", dir},
		{"node", "testdata/importers.mjs", dir, in.Modules},
	} {
		var stderr bytes.Buffer
		cmd := exec.Command(command[0], command[1:]...)
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v\n%s", command[1], err, stderr.String())
		}
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"graphml", "gexf", "node-link", "csv", "graphology", "gexf in graphology", "graphml in graphology", "cytoscape"} {
		a, there := got[name]
		if !there || a.Nodes != len(nodes) || a.Edges != len(edges) {
			t.Errorf("%s: %d nodes and %d edges arrived, want %d and %d", name, a.Nodes, a.Edges, len(nodes), len(edges))
		}
		if name != "csv" { // which defuses some
			slices.Sort(a.Labels)
			if !slices.Equal(a.Labels, labels) {
				t.Errorf("%s: the labels did not come through:\n got %q\nwant %q", name, a.Labels, labels)
			}
		}
	}
	// Notes and addresses are nodes to FollowTheMoney as well; relationships
	// that it has no schema for are properties.
	if a := got["ftm"]; a.Nodes != len(nodes) || a.Edges == 0 {
		t.Errorf("ftm: %d entities and %d links, want %d entities", a.Nodes, a.Edges, len(nodes))
	}
	if a := got["jsonld"]; a.Nodes != len(nodes) || a.Edges != len(g.Claims) {
		t.Errorf("jsonld: %d things and %d claims, want %d and %d", a.Nodes, a.Edges, len(nodes), len(g.Claims))
	}
}

// TestNeo4jImport loads the tables with Neo4j's own import.
func TestNeo4jImport(t *testing.T) {
	g := specimen(t)
	dir := t.TempDir()
	write(t, dir, g, "neo4j")
	unzip(t, filepath.Join(dir, "neo4j"), dir)
	out, err := neo4jtest.Admin(t, dir, "database", "import", "full", "neo4j", "--verbose", "--multiline-fields=true", "--quote=\"",
		"--nodes="+filepath.Join(dir, "nodes.csv"), "--relationships="+filepath.Join(dir, "relationships.csv"))
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	nodes, edges := flatten(g)
	for _, want := range []string{strconv.Itoa(len(nodes)) + " nodes", strconv.Itoa(len(edges)) + " relationships"} {
		if !strings.Contains(out, want) {
			t.Errorf("the import does not report %s:\n%s", want, out)
		}
	}
}

func unzip(t *testing.T, archive, dir string) {
	t.Helper()
	z, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, f.Name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
