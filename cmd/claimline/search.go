package main

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/export"
	"github.com/claimline/claimline/graph/ontology"
)

// asks is a command that asks one list question and prints the answer, as
// JSON the part of the graph, else a line for each node.
func asks(c *cobra.Command, question func(context.Context, settings, graph.Store) (graph.Answer, error)) error {
	return onStore(c, func(ctx context.Context, s settings, store graph.Store) error {
		answer, err := question(ctx, s, store)
		if errors.Is(err, graph.ErrInvalid) {
			return usage("%w", err)
		}
		if err != nil {
			return err
		}
		if s.JSON {
			out := map[string]any{"order": orEmpty(answer.Order), "graph": answer.Graph, "total": answer.Total}
			if answer.Facets != nil {
				out["facets"] = answer.Facets
			}
			return printJSON(c.OutOrStdout(), out)
		}
		for _, id := range answer.Order {
			printf(c, "%s\n", line(&answer.Graph, id))
		}
		tellFacets(c, answer.Facets)
		printf(c, "%s\n", footer(answer))
		return nil
	})
}

func footer(a graph.Answer) string {
	total := number(a.Total.Value)
	if !a.Total.Exact {
		total = "more than " + total
	}
	switch {
	case a.Total.Value == 0:
		return "Nothing found. claimline ingest FILE reads articles; --collection '*' looks in all collections."
	case a.Next != nil:
		return number(len(a.Order)) + " of " + total + " shown; --limit shows more, up to 200."
	}
	return number(len(a.Order)) + " of " + total + " shown."
}

// line describes a node of any kind in one line.
func line(g *graph.Subgraph, id string) string {
	for _, e := range g.Events {
		if e.ID == id {
			return pad(date(e.Time)) + e.Label + " [" + e.Type + ", " + string(e.Realis) + "] " + e.ID
		}
	}
	for _, c := range g.Claims {
		if c.ID == id {
			return pad(date(c.Said)) + export.Statement(g, c) + " " + c.ID
		}
	}
	for _, a := range g.Actors {
		if a.ID == id {
			also := ""
			if len(a.Aliases) > 0 {
				also = " (also: " + strings.Join(a.Aliases, ", ") + ")"
			}
			return pad(strings.ReplaceAll(string(a.Kind), "_", " ")) + a.Name + also + " " + a.ID
		}
	}
	for _, p := range g.Places {
		if p.ID == id {
			return pad(string(p.Kind)) + strings.Trim(p.Name+", "+p.Country, ", ") + " " + p.ID
		}
	}
	for _, a := range g.Articles {
		if a.ID == id {
			return pad(date(a.Published)) + strings.Trim(cmp.Or(a.Title, "article")+" — "+a.Publisher, "— ") + " " + a.ID
		}
	}
	return id
}

func date(i *graph.Interval) string {
	if i == nil || i.EDTF == "" {
		return "undated"
	}
	return i.EDTF
}

func newSearch() *cobra.Command {
	var limit int
	var types []string
	var facets bool
	c := &cobra.Command{
		Use:     "search WORD...",
		Short:   "Find actors, places, events, claims and articles by words",
		Example: "  claimline search grain terminal\n  claimline search --facets --type ASSAULT terminal",
		RunE: func(c *cobra.Command, args []string) error {
			return asks(c, func(ctx context.Context, s settings, store graph.Store) (graph.Answer, error) {
				return store.Search(ctx, graph.SearchQuery{Scope: scope(s), Text: strings.Join(args, " "), Types: types, Facets: facets, Page: graph.Page{Limit: limit}})
			})
		},
		Args: func(c *cobra.Command, args []string) error {
			if len(graph.Terms(args...)) == 0 {
				return usage("search needs a word to look for")
			}
			return nil
		},
	}
	addLimit(c, &limit)
	c.Flags().StringSliceVar(&types, "type", nil, "only these kinds of actors, types of events or acts of claims, such as person, ASSAULT or deny")
	c.Flags().BoolVar(&facets, "facets", false, "count what is found by kind, type and collection")
	return c
}

// tellFacets writes a line for each facet.
func tellFacets(c *cobra.Command, facets map[string][]graph.Facet) {
	for _, name := range []string{graph.FacetKind, graph.FacetType, graph.FacetCollection} {
		var parts []string
		for _, f := range facets[name] {
			parts = append(parts, f.Value+" "+number(f.Count))
		}
		if len(parts) > 0 {
			printf(c, "by %s: %s\n", name, strings.Join(parts, ", "))
		}
	}
}

func addLimit(c *cobra.Command, limit *int) {
	c.Flags().IntVar(limit, "limit", graph.DefaultLimit, "how many to show, up to 200")
}

func newTimeline() *cobra.Command {
	var limit int
	var clock, from, to, actor string
	c := &cobra.Command{
		Use:     "timeline",
		Short:   "List what happened when, or, by another clock, what was said or published when",
		Example: "  claimline timeline --from 2023-09 --to 2023-10\n  claimline timeline --clock said",
		RunE: func(c *cobra.Command, _ []string) error {
			w, err := window(from, to)
			if err != nil {
				return err
			}
			return asks(c, func(ctx context.Context, s settings, store graph.Store) (graph.Answer, error) {
				return store.Timeline(ctx, graph.TimelineQuery{Scope: scope(s), Clock: graph.Clock(clock), Window: w, Actor: actor, Page: graph.Page{Limit: limit}})
			})
		},
	}
	addLimit(c, &limit)
	c.Flags().StringVar(&clock, "clock", "happened", "happened, said, published or ingested")
	c.Flags().StringVar(&from, "from", "", "only what may lie on this date or later")
	c.Flags().StringVar(&to, "to", "", "only what may lie on this date or before")
	c.Flags().StringVar(&actor, "actor", "", "id of a participant, or of the source of a claim")
	return c
}

func newClaims() *cobra.Command {
	var limit int
	var q graph.ClaimQuery
	c := &cobra.Command{
		Use:     "claims",
		Short:   "List who claims what, and who told them",
		Example: "  claimline claims --metric killed\n  claimline claims --act deny",
		RunE: func(c *cobra.Command, _ []string) error {
			if err := knownActs(q.Acts); err != nil {
				return err
			}
			return asks(c, func(ctx context.Context, s settings, store graph.Store) (graph.Answer, error) {
				q.Scope, q.Page.Limit = scope(s), limit
				return store.Claims(ctx, q)
			})
		},
	}
	addLimit(c, &limit)
	c.Flags().StringSliceVar(&q.Acts, "act", nil, "only these acts, such as deny or warn")
	c.Flags().StringVar(&q.Source, "source", "", "id of an actor anywhere in the chain")
	c.Flags().StringVar(&q.About, "about", "", "id of an event, actor, place or claim")
	c.Flags().StringVar(&q.Metric, "metric", "", "only claims with this figure, such as killed")
	c.Flags().StringVar(&q.Article, "article", "", "id of an article")
	return c
}

// knownActs refuses what no claim can be, which would merely find nothing.
func knownActs(acts []string) error {
	var names []string
	for _, a := range ontology.Acts() {
		names = append(names, a.Name)
	}
	for _, act := range acts {
		if slices.Contains(names, act) {
			continue
		}
		if near := graph.Nearest(act, names); near != "" {
			return usage("--act: unknown act %q; did you mean %s?", act, near)
		}
		return usage("--act: unknown act %q; the acts are %s", act, strings.Join(names, ", "))
	}
	return nil
}

func window(from, to string) (graph.Window, error) {
	var w graph.Window
	if from != "" {
		i, err := graph.ParseEDTF(from)
		if err != nil {
			return w, usage("--from: %w", err)
		}
		w.From = i.Earliest
	}
	if to != "" {
		i, err := graph.ParseEDTF(to)
		if err != nil {
			return w, usage("--to: %w", err)
		}
		w.To = i.Latest
	}
	return w, nil
}
