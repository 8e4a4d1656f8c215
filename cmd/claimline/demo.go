package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/claimline/claimline/extract/ingest"
)

// The sample articles are invented: two stories, each told by several outlets
// that differ in figures and in whom they quote.
//
//go:embed samples/*.json
var samples embed.FS

func newDemo() *cobra.Command {
	once := false
	c := &cobra.Command{
		Use:   "demo",
		Short: "Read the sample articles into a store of their own and serve it",
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := load(c)
			if err != nil {
				return err
			}
			if !once {
				// Before anything is cleared away: where the address is taken,
				// it may be by another demo over the same store.
				probe, _, err := listen(s)
				if err != nil {
					return err
				}
				if err := probe.Close(); err != nil {
					return fmt.Errorf("demo: %w", err)
				}
			}
			if !c.Flags().Changed("data") {
				// A store of its own, so that samples never mix with real work.
				s.Data = filepath.Join(os.TempDir(), "claimline-demo")
				if err := os.RemoveAll(s.Data); err != nil {
					return fmt.Errorf("demo: %w", err)
				}
			}
			if err := loadSamples(c, s); err != nil {
				return err
			}
			if once {
				return nil
			}
			return serve(c.Context(), s, func(url string, w *works) {
				if s.JSON {
					announce(c, url, w)
					return
				}
				printf(c, "\n  %s/   ← open this\n\nTry also:\n  curl '%s/api/v1/claims?metric=killed'\n  curl '%s/api/v1/timeline'\n  curl '%s/api/v1/search?q=grain'\nCtrl-C stops.\n", url, url, url, url)
			})
		},
	}
	c.Flags().BoolVar(&once, "load-only", false, "stop when the samples are read")
	return c
}

func loadSamples(c *cobra.Command, s settings) error {
	begin := time.Now()
	w, err := openWorks(c.Context(), s)
	if err != nil {
		return err
	}
	defer w.close()
	names, err := fs.Glob(samples, "samples/*.json")
	if err != nil {
		return err
	}
	var items []ingest.Item
	for _, name := range names {
		data, err := samples.ReadFile(name)
		if err != nil {
			return err
		}
		items = append(items, ingest.Item{Name: filepath.Base(name), Data: data})
	}
	if _, err := w.queue.Submit(c.Context(), items); err != nil {
		return err
	}
	if err := drain(c.Context(), s, w); err != nil {
		return err
	}
	stats, err := w.store.Stats(c.Context(), scope(s))
	if err != nil {
		return err
	}
	if s.JSON {
		return printJSON(c.OutOrStdout(), stats)
	}
	printf(c, "Read %d sample articles in %s: %d events, %d claims, %d actors, %d places.\nThey are invented: two stories, each told by outlets that disagree.\n",
		stats.Articles, time.Since(begin).Round(10*time.Millisecond), stats.Events, stats.Claims, stats.Actors, stats.Places)
	return nil
}
