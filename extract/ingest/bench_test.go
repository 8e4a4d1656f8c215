package ingest

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// BenchmarkSubmit measures articles that are safely on disk per second, for
// one that waits for each and for many that wait at the same time, which then
// share their fsyncs.
func BenchmarkSubmit(b *testing.B) {
	data := []byte(strings.Repeat("Three boats sank off the cape on Monday, the coast guard said. ", 50))
	for _, each := range []int{1, 8, 64} {
		b.Run(fmt.Sprintf("clients=%d", each*runtime.GOMAXPROCS(0)), func(b *testing.B) {
			q, err := Open(b.Context(), filepath.Join(b.TempDir(), "queue.db"))
			if err != nil {
				b.Fatal(err)
			}
			defer q.Close()
			b.SetParallelism(each)
			b.ResetTimer()
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					if _, err := q.Submit(b.Context(), []Item{{Name: "a.txt", Data: data}}); err != nil {
						b.Error(err)
					}
				}
			})
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

// BenchmarkJob measures a look at the progress of a large job.
func BenchmarkJob(b *testing.B) {
	q, err := Open(b.Context(), filepath.Join(b.TempDir(), "queue.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer q.Close()
	var items []Item
	for n := range 5000 {
		items = append(items, Item{Name: "a.txt", Data: fmt.Appendf(nil, "%d %s", n, strings.Repeat("words ", 1000))})
	}
	job, err := q.Submit(b.Context(), items)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := q.Job(b.Context(), job.ID); err != nil {
			b.Fatal(err)
		}
	}
}
