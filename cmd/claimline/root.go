package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/claimline/claimline/graph"
)

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "claimline",
		Short: "Event timelines and claims graphs out of news articles",
		Long: `Claimline reads news articles and keeps what they say: who did what, when and
where, who claims so, and who told them. It works offline.

Without a command it serves the API and the web pages.`,
		Example: `  claimline demo                     try it with sample articles
  claimline ingest articles/         read a folder into the data directory
  claimline serve                    answer at http://127.0.0.1:8080
  claimline extract article.txt      see what one article yields`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          noArguments,
	}
	addSettings(root)
	serve := newServe()
	root.RunE = serve.RunE
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(newDemo(), newIngest(), serve, newExtract(), newExport(), newImport(), newParse(), newSearch(), newTimeline(), newClaims(),
		newJobs(), newDelete(), newResolve(), newJudge(), newHash(), newVerify(), newReady(), newVersion())
	for _, c := range root.Commands() {
		if c.Args == nil {
			c.Args = noArguments
		}
	}
	return root
}

func noArguments(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, sub := range c.Commands() {
		names = append(names, sub.Name())
	}
	if near := graph.Nearest(args[0], names); near != "" {
		return usage("unknown command %q; did you mean %s?", args[0], near)
	}
	return usage("unexpected argument %q; see %s --help", args[0], c.CommandPath())
}

// flagError names the flag that was perhaps meant.
func flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if near := graph.Nearest(unknown.GetSpecifiedName(), names); near != "" {
			return usage("%w; did you mean --%s?", err, near)
		}
	}
	return usage("%w; see %s --help", err, c.CommandPath())
}

// defaultData is where the embedded store lives unless told otherwise.
func defaultData() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "claimline-data"
	}
	return filepath.Join(dir, "claimline")
}

// printJSON writes v for programs.
func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

func printf(c *cobra.Command, format string, args ...any) {
	fmt.Fprintf(c.OutOrStdout(), format, args...)
}
