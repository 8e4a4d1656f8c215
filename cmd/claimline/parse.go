package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

func newParse() *cobra.Command {
	return &cobra.Command{
		Use:   "parse FILE...",
		Short: "Print sentences, tags, trees and names of an article as CoNLL-U",
		Long: `Parse reads articles (plain text, HTML or JSON; - reads standard input) and
prints the sentences with their words, lemmas, tags and dependency trees in
CoNLL-U, the format of Universal Dependencies, which its viewers open.

The last column holds names as NE=B-PER, I-PER and so on (PER, ORG, LOC) and
the place of each word as ByteRange=FIRST:END, which counts bytes of the text
that was read and leaves out the byte at END. A comment "# role" above each
paragraph says what it is for: headline, byline, caption, boilerplate, …

With --json it prints all layers that extraction works with, times and claims
among them.`,
		Example: "  claimline parse article.txt\n  claimline parse articles/*.txt > articles.conllu",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("parse needs a file to read; - reads standard input")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			s, err := load(c)
			if err != nil {
				return err
			}
			names := map[string]int{}
			return eachFile(c.Context(), withoutSidecars(args), func(path string) error {
				a, err := readArticle(path, s.Charset)
				if err != nil {
					return err
				}
				if s.JSON {
					return parseJSON(c.Context(), c.OutOrStdout(), a)
				}
				return parseOne(c.OutOrStdout(), c.ErrOrStderr(), path, treebankID(path, names), a)
			})
		},
	}
}

// eachFile goes on after a file that cannot be read and says so at the end.
func eachFile(ctx context.Context, paths []string, read func(path string) error) error {
	failed := 0
	for _, path := range paths {
		if err := read(path); err != nil {
			if ctx.Err() != nil {
				return err
			}
			failed++
			var at *os.PathError
			if errors.As(err, &at) && at.Path == path {
				err = at.Err // the path is named already
			}
			fmt.Fprintf(os.Stderr, "claimline: %s: %v\n", path, err)
		}
	}
	switch {
	case failed == 0:
		return nil
	case failed == len(paths):
		return &exitError{exitFailure, nil}
	}
	return &exitError{exitPartial, fmt.Errorf("%d of %d articles could not be read", failed, len(paths))}
}

// parseOne writes what the reader alone finds, and says on stderr where it met a limit.
func parseOne(stdout, stderr io.Writer, path, id string, a graph.Article) error {
	d := &doc.Document{Text: a.Text, Title: a.Title}
	for _, stage := range nlp.Reader {
		stage.Run(d)
	}
	for _, note := range d.Notes {
		fmt.Fprintf(stderr, "claimline: %s: warning: %s\n", path, note)
	}
	w := bufio.NewWriter(stdout)
	writeCoNLLU(w, id, d)
	return w.Flush()
}

func parseJSON(ctx context.Context, stdout io.Writer, a graph.Article) error {
	d, err := nlp.Read(ctx, a)
	if err != nil {
		return err
	}
	return printJSON(stdout, d)
}
