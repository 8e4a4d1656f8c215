// Package deps holds the import rules of this module as text and tests them,
// as the standard library does for itself in go/build.
package deps

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

const module = "github.com/claimline/claimline"

// A rule says what the packages matching who may import.
type rule struct {
	who     string
	allowed []string
}

func readRules(t *testing.T) (own, libraries []rule) {
	data, err := os.ReadFile("rules.txt")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(data), "\n") {
		line, _, _ = strings.Cut(line, "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		if who, allowed, ok := strings.Cut(line, "<"); ok {
			own = append(own, rule{strings.TrimSpace(who), strings.Fields(allowed)})
		} else if library, users, ok := strings.Cut(line, " : "); ok {
			libraries = append(libraries, rule{strings.TrimSpace(library), strings.Fields(users)})
		} else {
			t.Fatalf("rules.txt:%d: neither «package < imports» nor «library : packages»: %q", n+1, line)
		}
	}
	return own, libraries
}

func matches(pattern, pkg string) bool {
	if folder, ok := strings.CutSuffix(pattern, "/..."); ok {
		return strings.HasPrefix(pkg, folder+"/")
	}
	return pattern == pkg
}

func anyMatches(patterns []string, pkg string) bool {
	for _, p := range patterns {
		if matches(p, pkg) {
			return true
		}
	}
	return false
}

// TestImports reads every Go file, so that the test cache notices a change,
// and holds its imports against the rules.
func TestImports(t *testing.T) {
	own, libraries := readRules(t)
	root := filepath.Join("..", "..")
	files := 0
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != root || d.Name() == "testdata" || d.Name() == "node_modules") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		files++
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		checkFile(t, name, path.Dir(filepath.ToSlash(rel)), own, libraries)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 10 {
		t.Errorf("only %d files read: the rules were tested on nothing", files)
	}
}

func checkFile(t *testing.T, name, pkg string, own, libraries []rule) {
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly|parser.ParseComments)
	if err != nil {
		t.Error(err)
		return
	}
	generator := false // a gen.go runs by hand and is no part of its package
	for _, c := range file.Comments {
		generator = generator || strings.Contains(c.Text(), "go:build ignore") || strings.HasPrefix(c.List[0].Text, "//go:build ignore")
	}
	if generator {
		return
	}
	for _, spec := range file.Imports {
		target := strings.Trim(spec.Path.Value, `"`)
		if ours, ok := strings.CutPrefix(target, module+"/"); ok {
			if !allowed(own, pkg, ours) {
				t.Errorf("%s: package %s may not import %s (see internal/deps/rules.txt)", name, pkg, ours)
			}
			continue
		}
		for _, lib := range libraries {
			if (target == lib.who || strings.HasPrefix(target, lib.who+"/")) && !anyMatches(lib.allowed, pkg) {
				t.Errorf("%s: only %v may import %s", name, lib.allowed, lib.who)
			}
		}
	}
}

func allowed(own []rule, pkg, target string) bool {
	for _, r := range own {
		if matches(r.who, pkg) {
			return anyMatches(r.allowed, target)
		}
	}
	return false
}
