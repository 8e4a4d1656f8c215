package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/claimline/claimline/extract/article"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/export"
)

func newExtract() *cobra.Command {
	format, out, explain := "report", "", false
	c := &cobra.Command{
		Use:   "extract FILE...",
		Short: "Show what an article yields, without storing it",
		Long: `Extract reads articles (plain text, HTML or JSON; - reads standard input) and
writes what they yield. NAME.meta.json beside NAME.txt gives title, publisher
and date where the text does not. With --format score and --output, what several
articles share goes to cross.json.`,
		Example: "  claimline extract article.txt\n  claimline extract --explain article.txt\n  claimline extract --format score -o out articles/*.txt",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("extract needs a file to read; - reads standard input")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			s, err := load(c)
			if err != nil {
				return err
			}
			switch chosen := c.Flags().Changed("format"); {
			case explain && chosen && format != "explain" && format != "json":
				return usage("--explain is a format of its own; leave out --format %s", format)
			case explain && !chosen && !s.JSON:
				format = "explain"
			case s.JSON && !chosen:
				format = "json"
			}
			f, err := export.Find(format)
			if err != nil {
				return usage("%w", err)
			}
			return extractAll(c.Context(), c.OutOrStdout(), withoutSidecars(args), s.Charset, f, out)
		},
	}
	var names []string
	for _, f := range export.Formats {
		names = append(names, f.Name+" ("+f.Use+")")
	}
	c.Flags().StringVar(&format, "format", format, strings.Join(names, ", "))
	c.Flags().BoolVar(&explain, "explain", false, "say for each record by which rule and from which words it was read (in JSON its evidence says so)")
	c.Flags().StringVarP(&out, "output", "o", "", "directory to write one file for each article to")
	return c
}

// extractAll goes on after an article that cannot be read and says so at the end.
func extractAll(ctx context.Context, stdout io.Writer, paths []string, charset string, f export.Format, out string) error {
	if out != "" {
		if err := os.MkdirAll(out, 0o755); err != nil {
			return fmt.Errorf("output directory: %w", err)
		}
	}
	written := map[string]string{} // file name in out → path it came from
	var docs []export.Document     // kept where the format says what several share
	err := eachFile(ctx, paths, func(path string) error {
		name := docName(path)
		if first, twice := written[name]; twice && out != "" {
			return fmt.Errorf("not written: %s has the name %s too; write it to another directory", first, name)
		}
		if out != "" && f.Cross == name+f.Ext {
			return fmt.Errorf("not written: %s is the file for what articles share; give the article another name", f.Cross)
		}
		written[name] = path
		sub, err := extractOne(ctx, stdout, path, charset, f, out)
		if err == nil && out != "" && f.Together != nil {
			docs = append(docs, export.Document{Name: name, Sub: sub})
		}
		return err
	})
	if len(docs) > 1 {
		err = errors.Join(err, extractTogether(f, out, docs))
	}
	return err
}

// extractTogether writes what several articles share.
func extractTogether(f export.Format, out string, docs []export.Document) (err error) {
	file, err := os.Create(filepath.Join(out, f.Cross))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return f.Together(file, docs)
}

func extractOne(ctx context.Context, stdout io.Writer, path, charset string, f export.Format, out string) (sub *graph.Subgraph, err error) {
	a, err := readArticle(path, charset)
	if err != nil {
		return nil, err
	}
	sub, err = extractor().Extract(ctx, a)
	if err != nil {
		return nil, err
	}
	for _, doubt := range sub.Articles[0].Doubts(time.Now()) {
		fmt.Fprintf(os.Stderr, "claimline: %s: warning: %s\n", path, doubt)
	}
	if err := sub.Validate(); err != nil {
		return nil, fmt.Errorf("the extractor contradicts the text, which is a mistake of the program: %w", err)
	}
	name := docName(path)
	if out == "" {
		return sub, f.Write(stdout, name, sub)
	}
	file, err := os.Create(filepath.Join(out, name+f.Ext))
	if err != nil {
		return nil, err
	}
	defer func() {
		if e := file.Close(); err == nil {
			err = e
		}
	}()
	return sub, f.Write(file, name, sub)
}

// docName is what the output for an article is called.
func docName(path string) string { return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) }

// withoutSidecars leaves out what belongs to the article beside it, which the
// shell puts among the articles when somebody writes articles/*.
func withoutSidecars(paths []string) []string {
	return slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return strings.HasSuffix(p, ".meta.json") })
}

// readArticle reads a file, or standard input for -, with the metadata beside
// it. Here, other than on ingest, a date to read from that is only inferred
// counts too.
func readArticle(path, charset string) (graph.Article, error) {
	in, sidecar, err := readInput(path, charset)
	if err != nil {
		return graph.Article{}, err
	}
	if in.Meta.Published == "" {
		in.Meta.Anchor = sidecar.Anchor
	}
	return article.Parse(in)
}

func readInput(path, charset string) (article.Input, article.Sidecar, error) {
	in := article.Input{Charset: charset}
	var sidecar article.Sidecar
	if path == "-" {
		data, err := io.ReadAll(io.LimitReader(os.Stdin, article.MaxBytes+1))
		if err == nil && len(data) > article.MaxBytes {
			// Reading on would take a part for the whole.
			err = fmt.Errorf("more than %d MiB; hand it in as several files", article.MaxBytes>>20)
		}
		in.Data = data
		return in, sidecar, err
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return in, sidecar, err
	case info.IsDir():
		return in, sidecar, fmt.Errorf("it is a folder; name the files in it, such as %s", filepath.Join(path, "*.txt"))
	case info.Size() > article.MaxBytes:
		return in, sidecar, fmt.Errorf("larger than %d MiB; split it into single articles", article.MaxBytes>>20)
	}
	in.Name = filepath.Base(path)
	if in.Data, err = os.ReadFile(path); err != nil {
		return in, sidecar, err
	}
	meta, err := os.ReadFile(article.SidecarName(path))
	if os.IsNotExist(err) {
		return in, sidecar, nil
	}
	if err != nil {
		return in, sidecar, err
	}
	if sidecar, err = article.ReadSidecar(meta); err != nil {
		return in, sidecar, fmt.Errorf("%s: %w", article.SidecarName(path), err)
	}
	in.Meta = sidecar.Meta
	return in, sidecar, nil
}
