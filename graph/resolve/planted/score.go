package planted

import (
	"context"
	"encoding/json"

	"github.com/claimline/claimline/graph"
)

// Clusters is the cluster of each article and node in a store.
func Clusters(ctx context.Context, s graph.LayerReader) (map[[2]string]string, error) {
	out := map[[2]string]string{}
	err := s.EachDerived(ctx, func(sort string, canonical []byte) error {
		if sort != "Member" {
			return nil
		}
		var m graph.Member
		err := json.Unmarshal(canonical, &m)
		out[[2]string{m.Article, m.Node}] = m.Cluster
		return err
	})
	return out, err
}

// Pairwise is the precision and recall, over pairs of records of one kind, of
// clusters against the truth. Both say for article and node what it is.
func Pairwise(truth, clusters map[[2]string]string, kind graph.Kind) (precision, recall float64) {
	both, ours, theirs := map[[2]string]int{}, map[string]int{}, map[string]int{}
	for record, what := range truth {
		if graph.KindOf(record[1]) != kind {
			continue
		}
		c := clusters[record]
		both[[2]string{c, what}]++
		ours[c]++
		theirs[what]++
	}
	hit, got, want := pairs(both), pairs(ours), pairs(theirs)
	return hit / max(got, 1), hit / max(want, 1)
}

func pairs[K comparable](sizes map[K]int) float64 {
	sum := 0.0
	for _, n := range sizes {
		sum += float64(n) * float64(n-1) / 2
	}
	return sum
}
