package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"

	"github.com/knadh/koanf/parsers/yaml"
	"github.com/knadh/koanf/providers/env/v2"
	"github.com/knadh/koanf/providers/file"
	"github.com/knadh/koanf/providers/posflag"
	"github.com/knadh/koanf/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/claimline/claimline/graph"
)

// Settings say where the graph is and how it is served. A flag goes before
// the environment (CLAIMLINE_DATA for --data, and so on), that before the
// settings file, that before the default.
type settings struct {
	Data          string   `koanf:"data"`
	Neo4j         string   `koanf:"neo4j"`
	Neo4jUser     string   `koanf:"neo4j-user"`
	Neo4jPassword string   `koanf:"neo4j-password"`
	Listen        string   `koanf:"listen"`
	APIKey        string   `koanf:"api-key"`
	Collection    []string `koanf:"collection"`
	Charset       string   `koanf:"charset"`
	JSON          bool     `koanf:"json"`
	Workers       int      `koanf:"workers"`
}

func addSettings(root *cobra.Command) {
	f := root.PersistentFlags()
	f.String("config", "", "settings file in YAML (default: claimline.yaml in the data directory, if there)")
	f.String("data", defaultData(), "directory of the embedded store and of the queue")
	f.String("neo4j", "", "address of a Neo4j server, such as bolt://localhost:7687, to keep the graph in")
	f.String("neo4j-user", "neo4j", "user at the Neo4j server; the password comes from CLAIMLINE_NEO4J_PASSWORD or the settings file")
	f.String("listen", "127.0.0.1:8080", "address to serve at; any but loopback needs an API key (CLAIMLINE_API_KEY)")
	f.StringSlice("collection", nil, "collections to look in or to add to (default: \"default\"; * looks in all)")
	f.String("charset", "", "encoding of files to read that are not UTF-8, such as windows-1252")
	f.Bool("json", false, "write JSON")
	f.Int("workers", 2, "articles read at the same time")
}

// load reads the settings that hold for c.
func load(c *cobra.Command) (settings, error) {
	var s settings
	flags := c.Root().PersistentFlags()
	k := koanf.New(".")
	path, explicit := settingsFile(c)
	if err := k.Load(file.Provider(path), yaml.Parser()); err != nil && (explicit || !absent(err)) {
		return s, usage("settings file %s: %w", path, err)
	}
	if err := knownSettings(flags, k.Keys()); err != nil {
		return s, usage("settings file %s: %w", path, err)
	}
	err := k.Load(env.Provider(".", env.Opt{Prefix: "CLAIMLINE_", TransformFunc: func(key, value string) (string, any) {
		if value == "" { // as good as not set
			return "", nil
		}
		name := strings.ReplaceAll(strings.ToLower(strings.TrimPrefix(key, "CLAIMLINE_")), "_", "-")
		if name == "collection" {
			return name, strings.Split(value, ",")
		}
		return name, value
	}}), nil)
	if err != nil {
		return s, fmt.Errorf("settings from the environment: %w", err)
	}
	// A flag that was not given only fills what nothing else has set.
	if err := k.Load(posflag.Provider(flags, ".", k), nil); err != nil {
		return s, fmt.Errorf("settings from flags: %w", err)
	}
	if err := k.Unmarshal("", &s); err != nil {
		return s, usage("settings: %s", strings.Join(strings.Fields(err.Error()), " "))
	}
	if s.Workers < 1 {
		return s, usage("workers is %d; at least one must read", s.Workers)
	}
	return s, nil
}

// absent also holds where the data directory is a file, which is told when it
// is opened.
func absent(err error) bool {
	return errors.Is(err, os.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

// knownSettings refuses what a settings file says and nobody would read.
func knownSettings(flags *pflag.FlagSet, keys []string) error {
	known := []string{"neo4j-password", "api-key"}
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Name != "config" && f.Name != "help" {
			known = append(known, f.Name)
		}
	})
	slices.Sort(known)
	for _, key := range keys {
		if slices.Contains(known, key) {
			continue
		}
		if near := graph.Nearest(key, known); near != "" {
			return fmt.Errorf("unknown setting %q; did you mean %s?", key, near)
		}
		return fmt.Errorf("unknown setting %q; the settings are %s", key, strings.Join(known, ", "))
	}
	return nil
}

// settingsFile returns the path to read and whether somebody named it.
func settingsFile(c *cobra.Command) (path string, explicit bool) {
	flags := c.Root().PersistentFlags()
	if path, _ = flags.GetString("config"); path != "" {
		return path, true
	}
	if path = os.Getenv("CLAIMLINE_CONFIG"); path != "" {
		return path, true
	}
	data, _ := flags.GetString("data")
	if !flags.Changed("data") && os.Getenv("CLAIMLINE_DATA") != "" {
		data = os.Getenv("CLAIMLINE_DATA")
	}
	return data + string(os.PathSeparator) + "claimline.yaml", false
}
