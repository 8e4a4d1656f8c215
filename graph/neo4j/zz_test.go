package neo4j
import ("testing";"fmt";"time";"sync";"os"
"github.com/claimline/claimline/graph"
"github.com/claimline/claimline/graph/graphtest"
)
func bulletin(i int) *graph.Subgraph {
	alias := fmt.Sprintf("the council of week %d", i%50)
	b := graphtest.NewBuilder(graph.Article{Text: fmt.Sprintf("The Harbor Council, %s, met and voted. %d.", alias, i), Title: fmt.Sprintf("Bulletin %d", i), Published: graphtest.DayInterval(2024,1,1+i%365)})
	council := b.Actor(graph.Actor{Kind: graph.PublicBody, Name: "Harbor Council", Aliases: []string{alias}}, "Harbor Council", alias)
	b.Actor(graph.Actor{Kind: graph.Person, Name: fmt.Sprintf("Person %d", i)}, "met")
	for k, tr := range []string{"voted","met"} {
	vote := b.Event(graph.Event{Label: "voted", Type: "AGREE", Realis: graph.Occurred, Time: graphtest.DayInterval(2024, 3, 1+i+k)}, tr)
	b.Join(graph.Relationship{Type: graph.Participant, From: vote, To: council, Role: "actor"}, graph.RoleArgument, "The Harbor Council")
	}
	b.Claim(graph.Claim{Act: "assert", Text: "voted"}, graph.Relationship{To: council})
	return b.Subgraph()
}
func TestZZ(t *testing.T) {
	s := open(t)
	n := 1500
	var wg sync.WaitGroup
	ch := make(chan int)
	start := time.Now()
	for range 3 { wg.Go(func() { for i := range ch { if err := s.Put(t.Context(), bulletin(i), graphtest.Ingested(0)); err != nil { t.Error(err) } } }) }
	for i := range n { ch <- i; if i % 500 == 0 { fmt.Println(i, time.Since(start)) } }
	close(ch); wg.Wait()
	fmt.Println("put", n, time.Since(start))
	council := named(graph.Actor{Kind: graph.PublicBody, Name: "Harbor Council"}).ID
	tm := func(name string, f func() error) {
		for range 3 { st := time.Now(); if err := f(); err != nil { t.Error(name, err) }; fmt.Println(name, time.Since(st)) }
	}
	early := graph.Scope{Published: graph.Window{From: graphtest.Day(2024,2,1), To: graphtest.Day(2024,2,3)}}
	for _, sc := range []graph.Scope{{}, early} {
	tm("node", func() error { _, err := s.Node(t.Context(), sc, council); return err })
	tm("neigh", func() error { _, err := s.Neighbors(t.Context(), graph.NeighborQuery{Scope: sc, ID: council}); return err })
	tm("events", func() error { _, err := s.Events(t.Context(), graph.EventQuery{Scope: sc}); return err })
	tm("eventsof", func() error { _, err := s.Events(t.Context(), graph.EventQuery{Scope: sc, Actor: council}); return err })
	tm("claims", func() error { _, err := s.Claims(t.Context(), graph.ClaimQuery{Scope: sc}); return err })
	tm("claimsof", func() error { _, err := s.Claims(t.Context(), graph.ClaimQuery{Scope: sc, Source: council}); return err })
	tm("actors", func() error { _, err := s.Actors(t.Context(), graph.ActorQuery{Scope: sc}); return err })
	tm("articles", func() error { _, err := s.Articles(t.Context(), graph.ArticleQuery{Scope: sc}); return err })
	tm("timeline", func() error { _, err := s.Timeline(t.Context(), graph.TimelineQuery{Scope: sc}); return err })
	tm("search", func() error { _, err := s.Search(t.Context(), graph.SearchQuery{Scope: sc, Text: "voted"}); return err })
	tm("search1", func() error { _, err := s.Search(t.Context(), graph.SearchQuery{Scope: sc, Text: "person 33"}); return err })
	tm("stats", func() error { _, err := s.Stats(t.Context(), sc); return err })
	}
	tm("hash", func() error { h, err := graph.Hash(t.Context(), s); fmt.Println(h.Count()); return err })
	tm("replace", func() error { x := bulletin(5); x.Claims = nil; var k []graph.Relationship; for _, r := range x.Relationships { if graph.KindOf(r.From) != graph.KindClaim { k = append(k, r) } }; x.Relationships = k; if err := s.Put(t.Context(), x, graphtest.Ingested(0)); err != nil { return err }; return s.Put(t.Context(), bulletin(5), graphtest.Ingested(0)) })
	tm("delete", func() error { if err := s.Delete(t.Context(), bulletin(7).Articles[0].ID); err != nil { return err }; return s.Put(t.Context(), bulletin(7), graphtest.Ingested(0)) })
	out, _ := os.Create("/tmp/n4/plans.txt")
	for name, c := range map[string]string{"events": allEvents.page, "eventscount": allEvents.count, "actors": allActors.page, "articles": articlesCypher, "timeline": happened.page, "around": typed(aroundCypher, "Event"), "groups": typed(groupsCypher, "Actor"), "putrel": typed(putRelationshipCypher, "Claim", "Actor", "ATTRIBUTED_TO"), "clearshared": clearSharedCypher, "clearowned": typed(clearOwnedCypher, "Event"), "claimsabout": claimsAbout["Event"].page, "search": searchAll.page, "nodes": typed(nodesCypher, "Event"), "current": typed(currentSharedCypher, "Actor"), "contributedShared": contributedSharedCypher, "eventsOfArticle": eventsOfArticle.page} {
		_ = s.write(t.Context(), "x", func(tx *transaction) error {
			res, err := tx.tx.Run(tx.ctx, "EXPLAIN "+c, map[string]any{"q": map[string]any{}})
			if err != nil { fmt.Println(name, err); return nil }
			sum, err := res.Consume(tx.ctx)
			if err != nil { fmt.Println(name, err); return nil }
			fmt.Fprintln(out, "=====", name)
			fmt.Fprintln(out, sum.Plan().Arguments()["string-representation"])
			return nil
		})
	}
}
