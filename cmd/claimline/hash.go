package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/claimline/claimline/graph"
)

// onStore is a command that opens the store and asks it.
func onStore(c *cobra.Command, do func(context.Context, settings, graph.Store) error) error {
	s, err := load(c)
	if err != nil {
		return err
	}
	store, err := openStore(c.Context(), s)
	if err != nil {
		return err
	}
	defer store.Close()
	return do(c.Context(), s, store)
}

func newHash() *cobra.Command {
	return &cobra.Command{
		Use:   "hash",
		Short: "Print the state hash: equal graphs have equal hashes, in any store",
		RunE: func(c *cobra.Command, _ []string) error {
			return onStore(c, func(ctx context.Context, s settings, store graph.Store) error {
				h, err := graph.Hash(ctx, store)
				if err != nil {
					return err
				}
				if s.JSON {
					return printJSON(c.OutOrStdout(), map[string]any{"hash": h.String(), "records": h.Count(), "store": store.Name()})
				}
				printf(c, "%s  %d records\n", h.String(), h.Count())
				return nil
			})
		},
	}
}

func newVerify() *cobra.Command {
	return &cobra.Command{
		Use:   "verify",
		Short: "Check every record against the text it rests on, and name each that broke",
		RunE: func(c *cobra.Command, _ []string) error {
			return onStore(c, func(ctx context.Context, s settings, store graph.Store) error {
				report, err := graph.Verify(ctx, store)
				if err != nil {
					return err
				}
				if s.JSON {
					if err := printJSON(c.OutOrStdout(), report); err != nil {
						return err
					}
				} else {
					for _, p := range report.Problems {
						printf(c, "%s\n", p)
					}
					printf(c, "%d records, %d quotes checked, %d problems\n", report.Records, report.Quotes, len(report.Problems))
				}
				if n := len(report.Problems); n > 0 {
					return &exitError{exitFailure, fmt.Errorf("%d problems; claimline delete the articles named above and ingest them again from their source", n)}
				}
				return nil
			})
		},
	}
}
