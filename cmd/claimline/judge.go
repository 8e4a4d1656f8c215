package main

import (
	"context"
	"errors"
	"fmt"
	"os/user"
	"time"

	"github.com/spf13/cobra"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
	"github.com/claimline/claimline/graph/resolve/layer"
)

// A ruling is what the flags of judge say.
type ruling struct {
	dry               bool
	by, note, article string
}

func newJudge() *cobra.Command {
	var r ruling
	c := &cobra.Command{
		Use:   "judge merge|never-same|split|undo|list|log",
		Short: "Say that two actors, places or events are one or are not, and take it back",
		Long: `What a person judges stands above what rules find, holds for articles that are
yet to come, and can be taken back. What contradicts an earlier judgement is
refused, with that judgement's id.`,
		Example: `  claimline judge merge act_1… act_2… --note "the same minister"
  claimline judge split act_1… act_2…   take the first out of the cluster of the second
  claimline judge split act_1… --article art_1…   this article means another of that name
  claimline judge undo jdg_1…`,
	}
	c.PersistentFlags().BoolVar(&r.dry, "dry-run", false, "tell what would change, and change nothing")
	c.PersistentFlags().StringVar(&r.by, "by", "", "who judges (default: the user's name)")
	c.PersistentFlags().StringVar(&r.note, "note", "", "why")
	c.AddCommand(
		newRuling("merge A B", "Two are one", 2, func(ctx context.Context, l *layer.Resolver, ids []string) (layer.Change, error) {
			return l.Judge(ctx, r.dry, r.word(ids, graph.Same))
		}),
		newRuling("never-same A B", "Two are never one", 2, func(ctx context.Context, l *layer.Resolver, ids []string) (layer.Change, error) {
			return l.Judge(ctx, r.dry, r.word(ids, graph.Different))
		}),
		newSplit(&r),
		newRuling("undo JUDGEMENT", "Take a judgement back", 1, func(ctx context.Context, l *layer.Resolver, ids []string) (layer.Change, error) {
			return l.Undo(ctx, r.dry, r.name(), time.Now(), ids...)
		}),
		newJudgements(), newLog())
	for _, sub := range c.Commands() {
		if sub.Args == nil {
			sub.Args = noArguments
		}
	}
	c.RunE = func(*cobra.Command, []string) error {
		return usage("judge needs to know what: merge, never-same, split, undo, list or log")
	}
	return c
}

func (r ruling) word(ids []string, v graph.Verdict) layer.Word {
	return layer.Word{A: ids[0], B: ids[1], Verdict: v, Note: r.note, By: r.name(), At: time.Now()}
}

// newSplit takes a node out of a cluster, or, with --article, what one article
// means by a node out of it.
func newSplit(r *ruling) *cobra.Command {
	c := newRuling("split A B|--article ARTICLE", "A is none of the others in the cluster that it shares with B, or not whom this article means", 2, func(ctx context.Context, l *layer.Resolver, ids []string) (layer.Change, error) {
		w := r.word(append(ids, ids[0]), graph.Different)
		w.Article = r.article
		return l.Split(ctx, r.dry, w)
	})
	c.Flags().StringVar(&r.article, "article", "", "the article that means somebody else of the same name by A")
	c.Args = func(c *cobra.Command, args []string) error {
		if want := 2 - min(1, len(r.article)); len(args) != want {
			return usage("%s takes two ids, or one and --article", c.CommandPath())
		}
		return nil
	}
	return c
}

// name is who judges.
func (r ruling) name() string {
	if r.by != "" {
		return r.by
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "somebody"
}

func newRuling(use, short string, ids int, do func(context.Context, *layer.Resolver, []string) (layer.Change, error)) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: short,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != ids {
				return usage("%s takes %d ids", c.CommandPath(), ids)
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return onStore(c, func(ctx context.Context, s settings, store graph.Store) error {
				change, err := do(ctx, &layer.Resolver{Store: store}, args)
				var against resolve.Conflict
				if errors.As(err, &against) {
					return fmt.Errorf("%w; claimline judge undo it first, if it is wrong", err)
				}
				if err != nil {
					return err
				}
				if s.JSON {
					return printJSON(c.OutOrStdout(), change)
				}
				tellChange(c, change)
				return nil
			})
		},
	}
}

// told is what a judgement says.
func told(j graph.Judgement) string {
	s := j.A + " " + string(j.Verdict) + " " + j.B
	if j.Article != "" {
		s += " in " + j.Article
	}
	return s
}

func tellChange(c *cobra.Command, change layer.Change) {
	for _, j := range change.Judgements {
		printf(c, "%s  %s\n", j.ID, told(j))
	}
	for _, side := range []struct {
		name     string
		clusters []layer.Cluster
	}{{"before", change.Before}, {"after", change.After}} {
		for _, cl := range side.clusters {
			printf(c, "%-6s  %s %q: %d names in %d articles\n", side.name, cl.ID, cl.Name, len(cl.Nodes), cl.Articles)
		}
	}
	if change.DryRun {
		printf(c, "nothing was changed\n")
	}
}

func newJudgements() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "List the judgements of people that hold",
		RunE: func(c *cobra.Command, _ []string) error {
			return onStore(c, func(ctx context.Context, s settings, store graph.Store) error {
				list, err := store.Judgements(ctx)
				if err != nil {
					return err
				}
				if s.JSON {
					return printJSON(c.OutOrStdout(), list)
				}
				for _, j := range list {
					printf(c, "%s  %s  %s  %s\n", j.ID, told(j), j.By, j.Note)
				}
				return nil
			})
		},
	}
}

func newLog() *cobra.Command {
	return &cobra.Command{
		Use: "log", Short: "List who judged what and who took it back, the latest first",
		RunE: func(c *cobra.Command, _ []string) error {
			return onStore(c, func(ctx context.Context, s settings, store graph.Store) error {
				list, _, err := store.Decisions(ctx, graph.Page{Limit: graph.MaxLimit})
				if err != nil {
					return err
				}
				if s.JSON {
					return printJSON(c.OutOrStdout(), list)
				}
				for _, d := range list {
					printf(c, "%d  %s  %s  %s %s  %s\n", d.Seq, d.At.Format(time.RFC3339), d.By, d.Action, d.Judgement.ID, told(d.Judgement))
				}
				return nil
			})
		},
	}
}
