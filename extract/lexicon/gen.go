//go:build ignore

// Command gen rebuilds the derived tables of package lexicon from the data
// pack in ../../../shared/data.
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const data = "../../../shared/data/"

// An origin is what stands on top of a table.
type origin struct{ source, license, retrieved, changes string }

func main() {
	log.SetFlags(0)
	for _, step := range []func() error{places, names, nouns, small} {
		if err := step(); err != nil {
			log.Fatal("gen: ", err)
		}
	}
}

// write writes a table with its rows sorted. A name that ends in .gz is packed
// without a time stamp, so that equal data gives equal bytes.
func write(name string, o origin, columns string, rows []string) error {
	slices.Sort(rows)
	rows = slices.Compact(rows)
	var b bytes.Buffer
	fmt.Fprintf(&b, "# source: %s\n# license: %s\n# retrieved: %s\n# changes: %s\n%s\n",
		o.source, o.license, o.retrieved, o.changes, strings.ReplaceAll(columns, " ", "\t"))
	for _, row := range rows {
		b.WriteString(row + "\n")
	}
	out := b.Bytes()
	if strings.HasSuffix(name, ".gz") {
		var z bytes.Buffer
		zw, err := gzip.NewWriterLevel(&z, gzip.BestCompression)
		if err != nil {
			return err
		}
		if _, err := zw.Write(out); err != nil {
			return err
		}
		if err := zw.Close(); err != nil {
			return err
		}
		out = z.Bytes()
	}
	log.Printf("%s: %d rows, %d bytes", name, len(rows), len(out))
	return os.WriteFile(name, out, 0o644)
}

// unpack reads a gzip file of the data pack.
func unpack(name string) (string, error) {
	f, err := os.Open(filepath.FromSlash(data + name))
	if err != nil {
		return "", err
	}
	defer f.Close()
	zr, err := gzip.NewReader(f)
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	out, err := io.ReadAll(zr)
	return string(out), err
}

// eachRow calls f with the cells of every line of a tab-separated gzip file.
func eachRow(name string, f func(cells []string)) error {
	text, err := unpack(name)
	if err != nil {
		return err
	}
	for line := range strings.Lines(text) {
		if cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t"); !strings.HasPrefix(line, "#") && len(cells) > 1 {
			f(cells)
		}
	}
	return nil
}

// A profile is the part of a World Factbook page that is used here.
type profile struct {
	Geography struct {
		Coordinates text `json:"Geographic coordinates"`
	}
	People struct {
		Nationality struct{ Noun, Adjective text }
	} `json:"People and Society"`
	Government struct {
		Name struct {
			Long         text `json:"conventional long form"`
			Short        text `json:"conventional short form"`
			Abbreviation text `json:"abbreviation"`
		} `json:"Country name"`
	}
}

type text struct{ Text string }

// factbook reads all pages, by their two-letter (FIPS) code, and returns the
// whole text beside them, in which English names can be looked for.
func factbook() (map[string]profile, string, error) {
	raw, err := unpack("gazetteers/factbook-json.tar.gz")
	if err != nil {
		return nil, "", err
	}
	pages, all := map[string]profile{}, strings.Builder{}
	tr := tar.NewReader(strings.NewReader(raw))
	for {
		h, err := tr.Next()
		if errors.Is(err, io.EOF) {
			return pages, all.String(), nil
		}
		if err != nil {
			return nil, "", err
		}
		if !strings.HasSuffix(h.Name, ".json") || filepath.Base(h.Name) == "package.json" {
			continue
		}
		page, err := io.ReadAll(tr)
		if err != nil {
			return nil, "", err
		}
		var p profile
		// A few pages are lists of another shape and hold no country.
		if json.Unmarshal(page, &p) == nil {
			pages[strings.ToUpper(strings.TrimSuffix(filepath.Base(h.Name), ".json"))] = p
		}
		all.Write(page)
	}
}
