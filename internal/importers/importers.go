// Package importers installs the programs that exported files are for, so that
// tests read those files with them and not with a reading of our own.
package importers

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

//go:embed requirements.txt
var requirements []byte

//go:embed package.json
var manifest []byte

//go:embed package-lock.json
var lock []byte

// Installed is where the programs lie.
type Installed struct {
	Python  string // an interpreter that has networkx, followthemoney and PyLD
	Modules string // the folder of node_modules with graphology and Cytoscape.js
}

// Find returns what Fetch installed, and whether it did.
func Find() (Installed, bool) {
	dir, err := folder()
	if err != nil {
		return Installed{}, false
	}
	in := installedIn(dir)
	_, err = os.Stat(filepath.Join(dir, "complete"))
	return in, err == nil
}

func installedIn(dir string) Installed {
	python := filepath.Join(dir, "venv", "bin", "python3")
	if runtime.GOOS == "windows" {
		python = filepath.Join(dir, "venv", "Scripts", "python.exe")
	}
	return Installed{Python: python, Modules: dir}
}

// folder is named after what is in it, so that another version lies elsewhere.
func folder() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("importers: no cache folder: %w", err)
	}
	h := sha256.New()
	h.Write(requirements)
	h.Write(lock)
	return filepath.Join(cache, "claimline", "importers-"+hex.EncodeToString(h.Sum(nil)[:6])), nil
}

// Fetch installs the programs in the user's cache, from PyPI and npm. It does
// nothing when they are there.
func Fetch(ctx context.Context) (Installed, error) {
	if in, ok := Find(); ok {
		return in, nil
	}
	dir, err := folder()
	if err != nil {
		return Installed{}, err
	}
	if err := os.RemoveAll(dir); err != nil { // what an interruption left
		return Installed{}, fmt.Errorf("importers: %w", err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Installed{}, fmt.Errorf("importers: %w", err)
	}
	for name, data := range map[string][]byte{"requirements.txt": requirements, "package.json": manifest, "package-lock.json": lock} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return Installed{}, fmt.Errorf("importers: %w", err)
		}
	}
	in := installedIn(dir)
	for _, step := range [][]string{
		{"python3", "-m", "venv", filepath.Join(dir, "venv")},
		{in.Python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", filepath.Join(dir, "requirements.txt")},
		{"npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"},
	} {
		cmd := exec.CommandContext(ctx, step[0], step[1:]...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			return Installed{}, fmt.Errorf("importers: %s: %w\n%s", step[0], err, out)
		}
	}
	return in, os.WriteFile(filepath.Join(dir, "complete"), nil, 0o644)
}
