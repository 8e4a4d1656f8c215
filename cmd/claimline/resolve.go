package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
	"github.com/claimline/claimline/graph/resolve/layer"
)

// listings are what resolve can list, by the name of the flag's value.
var listings = map[string]graph.FindingKind{
	"merged": graph.FindingMerge, "proposed": graph.FindingProposal, "refused": graph.FindingRefusal,
}

func newResolve() *cobra.Command {
	list := ""
	c := &cobra.Command{
		Use:   "resolve",
		Short: "Work out what several articles share, and list what was merged, proposed or refused",
		Long: `Resolve brings up to date which actors, places and events are one and how
claims stand to each other. Ingest, serve and delete do so by themselves.
Interrupted, it goes on from there when it is run again. With --list it tells each merge, each proposal that a person should look at, or
each refusal of two that look alike, with the reasons.`,
		Example: "  claimline resolve --list merged\n  claimline resolve --list proposed",
		RunE: func(c *cobra.Command, _ []string) error {
			kind, ok := listings[list]
			if list != "" && !ok {
				return usage("--list %s: choose merged, proposed or refused", list)
			}
			return onStore(c, func(ctx context.Context, s settings, store graph.Store) error {
				if err := refresh(ctx, store); err != nil {
					return err
				}
				if ok {
					return listPairs(c, s, store, kind)
				}
				return tellLayer(c, s, store)
			})
		},
	}
	c.Flags().StringVar(&list, "list", "", "merged, proposed or refused")
	return c
}

// mostShown is how many changes progress counts at most.
const mostShown = 1_000_000

// refresh takes in all changes and shows how far it is. What is taken in when
// it is interrupted stays so.
func refresh(ctx context.Context, store graph.Store) error {
	stale, _, err := store.Stale(ctx, mostShown)
	if err != nil {
		return err
	}
	total := len(stale)
	show := newProgress("resolving", "resolved", total)
	r := layer.Resolver{Store: store, Progress: func(taken int) { show(max(0, total-taken)) }}
	return r.Refresh(ctx)
}

// tellLayer counts what was found.
func tellLayer(c *cobra.Command, s settings, store graph.Store) error {
	h, err := graph.HashLayer(c.Context(), store)
	if err != nil {
		return err
	}
	counts := map[graph.FindingKind]int{}
	kinds := []graph.FindingKind{graph.FindingMerge, graph.FindingProposal, graph.FindingRefusal, graph.FindingLink, graph.FindingProposition,
		graph.FindingSeries, graph.FindingForecast, graph.FindingQuotation}
	for _, k := range kinds {
		found, err := store.Findings(c.Context(), graph.FindingQuery{Scope: scope(s), Kinds: []graph.FindingKind{k}, Page: graph.Page{Limit: 1}})
		if err != nil {
			return err
		}
		counts[k] = found.Total.Value
	}
	if s.JSON {
		return printJSON(c.OutOrStdout(), map[string]any{"hash": h.String(), "records": h.Count(), "findings": counts})
	}
	for _, k := range kinds {
		printf(c, "%6d  %s\n", counts[k], k)
	}
	printf(c, "%s  %d derived records\n", h.String(), h.Count())
	return nil
}

// listPairs tells every judgement of a kind.
func listPairs(c *cobra.Command, s settings, store graph.Store, kind graph.FindingKind) error {
	q := graph.FindingQuery{Scope: scope(s), Kinds: []graph.FindingKind{kind}, Page: graph.Page{Limit: graph.MaxLimit}}
	all := []resolve.Judged{}
	for {
		found, err := store.Findings(c.Context(), q)
		if err != nil {
			return err
		}
		pairs, err := layer.Pairs(found, q.Scope)
		if err != nil {
			return err
		}
		all = slices.Concat(all, pairs)
		if q.Page.After = found.Next; found.Next == nil {
			break
		}
	}
	if s.JSON {
		return printJSON(c.OutOrStdout(), all)
	}
	for _, p := range all {
		printf(c, "%s %s  %s\n", p.A.ID, p.B.ID, p)
	}
	return nil
}
