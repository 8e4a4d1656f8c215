package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve/layer"
)

func newDelete() *cobra.Command {
	return &cobra.Command{
		Use:   "delete ID...",
		Short: "Take articles out, with all that only they contributed",
		Args: func(c *cobra.Command, args []string) error {
			for _, id := range args {
				if graph.KindOf(id) != graph.KindArticle {
					return usage("%q is not the id of an article", id)
				}
			}
			if len(args) == 0 {
				return usage("delete needs the id of an article")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return onStore(c, func(ctx context.Context, s settings, store graph.Store) error {
				for _, id := range args {
					if err := store.Delete(ctx, id); err != nil {
						return err
					}
					if !s.JSON {
						printf(c, "deleted %s\n", id)
					}
				}
				if err := (&layer.Resolver{Store: store}).Refresh(ctx); err != nil {
					return err
				}
				if s.JSON {
					return printJSON(c.OutOrStdout(), map[string]any{"deleted": args})
				}
				return nil
			})
		},
	}
}
