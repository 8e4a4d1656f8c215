package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/export"
)

// archiveFormat is the format that import reads back.
const archiveFormat = "ndjson"

func newExport() *cobra.Command {
	format, out := archiveFormat, ""
	names := []string{archiveFormat + " (everything; import reads it back)"}
	for _, f := range export.Formats {
		if f.Cross == "" {
			names = append(names, f.Name+" ("+f.Use+")")
		}
	}
	c := &cobra.Command{
		Use:     "export",
		Short:   "Write the graph as a file for other tools, or whole, to be imported",
		Example: "  claimline export -o backup.ndjson\n  claimline export --format gexf -o graph.gexf",
		RunE: func(c *cobra.Command, _ []string) error {
			if format != archiveFormat {
				if _, err := export.Find(format); err != nil {
					return usage("%w, %s", err, archiveFormat)
				}
			}
			return onStore(c, func(ctx context.Context, _ settings, store graph.Store) error {
				if out == "" {
					return exportTo(ctx, c.OutOrStdout(), store, format)
				}
				// The file appears whole or not at all.
				partial := out + ".partial"
				f, err := os.Create(partial)
				if err != nil {
					return err
				}
				err = errors.Join(exportTo(ctx, f, store, format), f.Close())
				if err != nil {
					return errors.Join(err, os.Remove(partial))
				}
				return os.Rename(partial, out)
			})
		},
	}
	c.Flags().StringVar(&format, "format", format, strings.Join(names, ", "))
	c.Flags().StringVarP(&out, "output", "o", "", "file to write; standard output without it")
	return c
}

func exportTo(ctx context.Context, w interface{ Write([]byte) (int, error) }, store graph.Store, format string) error {
	scope := graph.Scope{Collections: []string{graph.AnyCollection}}
	if format == archiveFormat {
		return export.WriteArchive(ctx, w, store, scope)
	}
	f, err := export.Find(format)
	if err != nil {
		return err
	}
	var all graph.Subgraph
	err = export.EachArticle(ctx, store, scope, func(sub *graph.Subgraph) error {
		all.Add(sub.Records()...)
		return nil
	})
	if err != nil {
		return err
	}
	all.Normalize()
	return f.Write(w, "Claimline", &all)
}

func newImport() *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE",
		Short: "Read an export in the format ndjson into the store",
		Long: `Import reads what export wrote in the format ndjson. The file is checked whole
before anything is stored. Every record is checked against its text as it would
be coming from the extractor. An import that was interrupted can be repeated:
what is there already stays as it is.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("import needs one file; claimline export -o FILE writes one")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			nothing := func(*graph.Subgraph) error { return nil }
			if _, err := readArchive(args[0], nothing, func(graph.Judgement) error { return nil }); err != nil {
				return err
			}
			return onStore(c, func(ctx context.Context, s settings, store graph.Store) error {
				at := time.Now().UTC()
				n, err := readArchive(args[0],
					func(sub *graph.Subgraph) error { return store.Put(ctx, sub, at) },
					func(j graph.Judgement) error { return store.PutJudgement(ctx, j) })
				if err != nil {
					return fmt.Errorf("%w; %d articles are stored, repeat the import for the rest", err, n)
				}
				if s.JSON {
					return printJSON(c.OutOrStdout(), map[string]any{"articles": n, "store": store.Name()})
				}
				printf(c, "%d articles imported into %s\n", n, store.Name())
				return nil
			})
		},
	}
}

// readArchive reads a file and counts its articles.
func readArchive(path string, article func(*graph.Subgraph) error, judgement func(graph.Judgement) error) (n int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	err = export.ReadArchive(f, func(sub *graph.Subgraph) error {
		if err := article(sub); err != nil {
			return err
		}
		n++
		return nil
	}, judgement)
	return n, err
}
