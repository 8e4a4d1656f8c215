package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doctest"
)

// odd are texts that once might have broken a line, a column or a span.
var odd = []string{
	"", "\n", "Ferry sinks\n\nJane Doe didn't see it.", "It can’t be, the teachers’ union said. “U.S.”", "cannot gonna he'd've dont",
	"zero\u200bwidth .\u200b x", "\ufeffBOM \u202ertl\u202c", "e\u0301tude", "a\tb\x00c", "😀👍🏽 Ã©tÃ© مرحبا", "\xff\xfe a", "_ _", "# text = x", "1\t2\t3",
	"Islamic State-Khorasan. ISIS-K said 3kg of it. etc. The", strings.Repeat("word ", 450), strings.Repeat("x", 3000), "a\u2028b\u0085c",
}

// TestCoNLLU writes odd texts and the two real articles.
func TestCoNLLU(t *testing.T) {
	texts := odd
	paths, err := filepath.Glob(doctest.Shared(t, "gold/articles") + "/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	for _, text := range texts {
		checkCoNLLU(t, text)
	}
}

// TestCoNLLUOfAnything joins them at random.
func TestCoNLLUOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkCoNLLU(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(odd[:15]), 0, 8).Draw(t, "pieces"), rapid.SampledFrom([]string{"", " ", "\n"}).Draw(t, "glue")))
	})
}

// checkCoNLLU holds the output for a text to the rules of the format, as the
// validator of Universal Dependencies has them in its levels 1 and 2, and its
// MISC to the text.
func checkCoNLLU(t interface{ Fatalf(string, ...any) }, text string) {
	var b strings.Builder
	w := bufio.NewWriter(&b)
	writeCoNLLU(w, "x", nlp.Parse(text))
	w.Flush()
	ids := map[string]bool{}
	for n, s := range strings.SplitAfter(b.String(), "\n\n") {
		if s == "" {
			continue
		}
		if err := checkSentence(text, n == 0, strings.Split(strings.TrimSuffix(s, "\n\n"), "\n"), ids); err != nil {
			t.Fatalf("%v in\n%s\nof %q", err, s, text)
		}
	}
}

func checkSentence(text string, first bool, lines []string, ids map[string]bool) error {
	comments := map[string]string{}
	for len(lines) > 0 && strings.HasPrefix(lines[0], "# ") {
		key, value, _ := strings.Cut(lines[0][2:], " = ")
		comments[key] = value
		lines = lines[1:]
	}
	id := comments["sent_id"]
	if id == "" || ids[id] || strings.ContainsAny(id, " /") {
		return fmt.Errorf("sent_id %q", id)
	}
	ids[id] = true
	if first != (comments["newdoc id"] != "") || first && comments["newpar id"] == "" || (comments["newpar id"] == "") != (comments["role"] == "") {
		return fmt.Errorf("comments %v", comments)
	}
	written, heads, until := "", []int{}, 0 // until: the last word of a multiword token
	for _, line := range lines {
		col := strings.Split(line, "\t")
		misc, err := checkLine(text, line, col, len(heads)+1, until)
		if err != nil {
			return err
		}
		_, to, multi := strings.Cut(col[0], "-")
		if multi {
			until = atoi(to)
		} else {
			heads = append(heads, atoi(col[6]))
		}
		if multi || len(heads) > until {
			written += col[1]
			if misc["SpaceAfter"] != "No" {
				written += " "
			}
		}
	}
	if until > len(heads) || strings.TrimSuffix(written, " ") != comments["text"] {
		return fmt.Errorf("the words make %q, the text is %q", written, comments["text"])
	}
	return checkTree(heads)
}

// checkLine holds a line to the format where word number next is expected, and
// returns its MISC.
func checkLine(text, line string, col []string, next, until int) (map[string]string, error) {
	if len(col) != 10 || slices.Contains(col, "") || strings.ContainsAny(line, "\r\x00") {
		return nil, fmt.Errorf("columns: %q", line)
	}
	misc, err := attributes(col[9])
	if err != nil {
		return nil, err
	}
	if from, to, ok := strings.Cut(col[0], "-"); ok {
		if atoi(from) != next || atoi(to) <= next || next <= until || strings.Join(col[2:9], "") != "_______" || misc["NE"] != "" {
			return nil, fmt.Errorf("multiword token: %q", line)
		}
	} else if atoi(col[0]) != next || (col[7] == "root") != (col[6] == "0") || next <= until && misc["SpaceAfter"] != "" {
		return nil, fmt.Errorf("word: %q", line)
	}
	return misc, inText(text, col[1], misc["ByteRange"])
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

func attributes(column string) (map[string]string, error) {
	out := map[string]string{}
	last := ""
	for pair := range strings.SplitSeq(column, "|") {
		key, value, ok := strings.Cut(pair, "=")
		if !ok || value == "" || key <= last {
			return nil, fmt.Errorf("MISC is not sorted key=value: %q", column)
		}
		out[key], last = value, key
	}
	return out, nil
}

// inText: the bytes that MISC names are the form.
func inText(text, form, span string) error {
	a, b, _ := strings.Cut(span, ":")
	from, to := atoi(a), atoi(b)
	if from < 0 || to <= from || to > len(text) {
		return fmt.Errorf("ByteRange %q", span)
	}
	if got := norm.NFC.String(strings.ToValidUTF8(text[from:to], "\uFFFD")); got != form {
		return fmt.Errorf("ByteRange %s holds %q, the form is %q", span, got, form)
	}
	return nil
}

// checkTree: one root, and every word hangs on it.
func checkTree(heads []int) error {
	roots := 0
	for i := range heads {
		if heads[i] == 0 {
			roots++
		}
		steps := 0
		for h := i + 1; h != 0; h = heads[h-1] {
			if steps++; h < 0 || h > len(heads) || steps > len(heads) {
				return fmt.Errorf("heads %v make no tree", heads)
			}
		}
	}
	if roots != 1 {
		return fmt.Errorf("%d roots", roots)
	}
	return nil
}
