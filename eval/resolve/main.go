// Command resolve measures resolution on a planted world: articles come in one
// after another, in one store, and after each its part of the layer is brought
// up to date. It prints what an article of each tenth took, and how well
// the clusters agree with the truth, over pairs of records.
//
//	go run ./eval/resolve -n 100000
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"time"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve/layer"
	"github.com/claimline/claimline/graph/resolve/planted"
	"github.com/claimline/claimline/graph/sqlite"
)

func main() {
	n := flag.Int("n", 10_000, "number of articles")
	seed := flag.Uint64("seed", 1, "seed of the world")
	every := flag.Int("every", 1, "articles between two refreshes")
	flag.Parse()
	if err := run(context.Background(), *n, *every, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "resolve:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, n, every int, seed uint64) error {
	dir, err := os.MkdirTemp("", "claimline-resolve")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	store, err := sqlite.Open(ctx, filepath.Join(dir, "graph.db"))
	if err != nil {
		return err
	}
	defer store.Close()
	world := planted.New(n, seed)
	truth := map[[2]string]string{} // article, node → what it is
	tenth := max(1, n/10)
	var first, last time.Duration
	for begin := 0; begin+tenth <= n; begin += tenth {
		before, begun := cpu(), time.Now()
		if err := arrive(ctx, store, world, begin, begin+tenth, every, truth); err != nil {
			return err
		}
		last = (cpu() - before) / time.Duration(tenth)
		if begin == 0 {
			first = last
		}
		fmt.Printf("articles %6d to %6d: %v of CPU and %v by the clock an article\n", begin, begin+tenth,
			last.Round(time.Microsecond), (time.Since(begun) / time.Duration(tenth)).Round(time.Microsecond))
	}
	fmt.Printf("an article of the last tenth takes %.2f times the CPU of one of the first\n", float64(last)/float64(first))
	return score(ctx, store, truth)
}

// cpu is the processor time that the program has used, which, unlike the
// clock, does not tell what else the machine is doing.
func cpu() time.Duration {
	runtime.GC() // brings the count up to date
	samples := []metrics.Sample{{Name: "/cpu/classes/user:cpu-seconds"}, {Name: "/cpu/classes/gc/total:cpu-seconds"}}
	metrics.Read(samples)
	return time.Duration((samples[0].Value.Float64() + samples[1].Value.Float64()) * float64(time.Second))
}

// arrive puts articles and refreshes the layer after every few.
func arrive(ctx context.Context, store graph.Store, world *planted.World, from, to, every int, truth map[[2]string]string) error {
	resolver := layer.Resolver{Store: store}
	for i := from; i < to; i++ {
		a := world.Article(i)
		for node, what := range a.Truth {
			truth[[2]string{a.Sub.Articles[0].ID, node}] = what
		}
		if err := store.Put(ctx, a.Sub, time.Unix(int64(i), 0)); err != nil {
			return err
		}
		if (i+1)%every != 0 && i+1 != to {
			continue
		}
		if err := resolver.Refresh(ctx); err != nil {
			return err
		}
	}
	return nil
}

// score prints pairwise precision and recall for actors and for events.
func score(ctx context.Context, store graph.Store, truth map[[2]string]string) error {
	cluster := map[[2]string]string{}
	err := store.EachDerived(ctx, func(sort string, canonical []byte) error {
		if sort != "Member" {
			return nil
		}
		var m graph.Member
		err := json.Unmarshal(canonical, &m)
		cluster[[2]string{m.Article, m.Node}] = m.Cluster
		return err
	})
	if err != nil {
		return err
	}
	for _, kind := range []graph.Kind{graph.KindActor, graph.KindEvent} {
		p, r := planted.Pairwise(truth, cluster, kind)
		fmt.Printf("%s: pairwise precision %.4f, recall %.4f\n", kind, p, r)
	}
	return nil
}
