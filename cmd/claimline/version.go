package main

import (
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/claimline/claimline/api"
	"github.com/claimline/claimline/extract/nlp"
)

// version is set by the linker for releases.
var version = "0.1.0-dev"

func thisVersion() api.Version {
	v := api.Version{Version: version, Go: runtime.Version(), Extractor: nlp.Extractor{}.Name()}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				v.Commit = s.Value
			}
		}
	}
	return v
}

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Say which program this is",
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := load(c)
			if err != nil {
				return err
			}
			v := thisVersion()
			if s.JSON {
				return printJSON(c.OutOrStdout(), v)
			}
			printf(c, "claimline %s (%s, extractor %s)\n", v.Version, v.Go, v.Extractor)
			return nil
		},
	}
}
