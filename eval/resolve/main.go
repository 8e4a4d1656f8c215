// Command resolve measures resolution on a planted world: articles come in a
// few at a time, as ingest has them, in one store, and then their part of the
// layer is brought up to date. It prints what an article of each tenth took and
// touched, and how well the clusters agree with the truth, over pairs of
// records.
//
//	go run ./eval/resolve -n 100000
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve/layer"
	"github.com/claimline/claimline/graph/resolve/planted"
	"github.com/claimline/claimline/graph/sqlite"
)

func main() {
	n := flag.Int("n", 10_000, "number of articles")
	seed := flag.Uint64("seed", 1, "seed of the world")
	every := flag.Int("every", 100, "articles that come in at once")
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
	opened, err := sqlite.Open(ctx, filepath.Join(dir, "graph.db"))
	if err != nil {
		return err
	}
	defer opened.Close()
	store := &planted.Touched{Store: opened}
	world := planted.New(n, seed)
	truth := map[[2]string]string{} // article, node → what it is
	tenth := max(1, n/10)
	var first, last time.Duration
	for begin := 0; begin+tenth <= n; begin += tenth {
		before, _ := used()
		begun := time.Now()
		if err := arrive(ctx, store, world, begin, begin+tenth, every, truth); err != nil {
			return err
		}
		after, memory := used()
		last = (after - before) / time.Duration(tenth)
		if begin == 0 {
			first = last
		}
		fmt.Printf("articles %6d to %6d: %v of CPU and %v by the clock an article, %d MiB at most\n    %s\n", begin, begin+tenth,
			last.Round(time.Microsecond), (time.Since(begun) / time.Duration(tenth)).Round(time.Microsecond), memory, store.Counted.For(tenth))
		store.Counted = planted.Counts{}
	}
	fmt.Printf("an article of the last tenth takes %.2f times the CPU of one of the first\n", float64(last)/float64(first))
	clusters, err := planted.Clusters(ctx, store)
	if err != nil {
		return err
	}
	for _, kind := range []graph.Kind{graph.KindActor, graph.KindEvent} {
		p, r := planted.Pairwise(truth, clusters, kind)
		fmt.Printf("%s: pairwise precision %.4f, recall %.4f\n", kind, p, r)
	}
	return nil
}

// used is the processor time that the program has used, which, unlike the
// clock, hardly tells what else the machine is doing, and the most memory that
// it has held, in MiB.
func used() (cpu time.Duration, memory int64) {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0, 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), u.Maxrss / 1024 // Linux counts in KiB
}

// arrive puts articles, as many at the same time as come in between two
// refreshes of the layer.
func arrive(ctx context.Context, store graph.Store, world *planted.World, from, to, every int, truth map[[2]string]string) error {
	resolver := layer.Resolver{Store: store}
	for begin := from; begin < to; begin += every {
		var all sync.WaitGroup
		errs := make([]error, min(every, to-begin))
		for n := range errs {
			i := begin + n
			a := world.Article(i)
			for node, what := range a.Truth {
				truth[[2]string{a.Sub.Articles[0].ID, node}] = what
			}
			all.Go(func() { errs[n] = store.Put(ctx, a.Sub, time.Unix(int64(i), 0)) })
		}
		all.Wait()
		if err := errors.Join(errs...); err != nil {
			return err
		}
		if err := resolver.Refresh(ctx); err != nil {
			return err
		}
	}
	return nil
}
