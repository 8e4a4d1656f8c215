package export

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
	"github.com/claimline/claimline/graph/resolve/compare"
)

// A Document is what was read from one article, with the name of its file.
type Document struct {
	Name string
	Sub  *graph.Subgraph
}

// The neutral format for what several articles share: each list names the
// records of one node as document/id.
type (
	crossDoc struct {
		Actors [][]string  `json:"actors"`
		Events [][]string  `json:"events"`
		Places [][]string  `json:"places"`
		Links  []crossLink `json:"claim_links"`
	}
	crossLink struct {
		Type string `json:"type"`
		A    string `json:"a"`
		B    string `json:"b"`
	}
)

// writeCross resolves the records of several articles and writes what they
// have in common.
func writeCross(w io.Writer, docs []Document) error {
	var subs []*graph.Subgraph
	names := map[string][]string{} // article → documents
	for _, d := range docs {
		subs = append(subs, d.Sub)
		for _, a := range d.Sub.Articles {
			names[a.ID] = append(names[a.ID], d.Name)
		}
	}
	r := resolve.Resolve(subs, resolve.Options{})
	out := crossDoc{Actors: groups(r.Actors, names), Events: groups(r.Events, names), Places: groups(r.Places, names), Links: links(docs, r)}
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	return e.Encode(out)
}

// groups lists the clusters of more than one record.
func groups(clusters []resolve.Cluster, names map[string][]string) [][]string {
	out := [][]string{}
	for _, c := range clusters {
		var refs []string
		for _, m := range c.Members {
			for _, doc := range names[m.Article] {
				refs = append(refs, doc+"/"+m.ID)
			}
		}
		if len(refs) > 1 {
			slices.Sort(refs)
			out = append(out, refs)
		}
	}
	slices.SortFunc(out, slices.Compare)
	return out
}

// links compares what the articles claim of what they share.
func links(docs []Document, r *resolve.Result) []crossLink {
	all := &graph.Subgraph{}
	sisters := map[string][]string{} // what a claim shares with those that give other figures of its words → they
	doc := map[string]string{}       // claim → its document; of an article handed in twice, the last
	for _, d := range docs {
		all.Add(d.Sub.Records()...)
		for _, c := range d.Sub.Claims {
			doc[c.ID] = d.Name
			if !slices.Contains(sisters[words(c)], c.ID) {
				sisters[words(c)] = append(sisters[words(c)], c.ID)
			}
		}
	}
	claims := map[string]string{}
	for _, c := range all.Claims {
		claims[c.ID] = words(c)
	}
	same := func(article, id string) string { return r.Cluster(resolve.Member{Article: article, ID: id}) }
	out := []crossLink{}
	for _, l := range compare.New(all, same).Links() {
		if l.Type == compare.Update {
			// Here the earlier claim comes first.
			l.A, l.B = l.B, l.A
		}
		word := l.Neutral()
		if word == "" {
			continue
		}
		// An annotator makes one claim of a sentence with several figures: what
		// holds of one of them is a link of the sentence.
		for _, a := range sisters[claims[l.A]] {
			for _, b := range sisters[claims[l.B]] {
				if a != b {
					out = append(out, crossLink{word, doc[a] + "/" + a, doc[b] + "/" + b})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b crossLink) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	return slices.Compact(out)
}

// words are what the claims that give the figures of one passage have in
// common; a claim without a figure has no others.
func words(c graph.Claim) string {
	if c.Quantity == nil || len(c.Evidence) == 0 {
		return c.ID
	}
	for _, e := range c.Evidence {
		if e.Role == graph.RoleClaim {
			return fmt.Sprint(c.Article, " ", c.Act, " ", e.Start, " ", e.End, " ", c.Content)
		}
	}
	return c.ID
}
