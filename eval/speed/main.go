//go:build unix

// Command speed times the whole offline extractor, all stages and the graph
// they give, over raw texts on one core, for eval/speed.sh. It prints words,
// processor seconds until a first short article is read, and processor seconds
// from the first text to the last. A word is what stands between blanks.
//
//	speed SOME.txt...
package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
	"syscall"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/graph"
)

func main() {
	runtime.GOMAXPROCS(1)
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(files []string) error {
	texts, words := []string{"The mayor said on Monday that the bridge in Leeds was open."}, 0
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		texts = append(texts, string(data))
		words += len(strings.Fields(string(data)))
	}
	if err := extract(texts[:1]); err != nil {
		return err
	}
	startup := cpu()
	if err := extract(texts[1:]); err != nil {
		return err
	}
	fmt.Printf("%d %.3f %.3f\n", words, startup, cpu()-startup)
	return nil
}

// article is a text with a date, so that relative dates are resolved as well.
func article(text string) (graph.Article, error) {
	day, err := graph.ParseEDTF("2020-01-15")
	return graph.Article{ID: "a", Text: text, Published: &day}, err
}

func extract(texts []string) error {
	for _, text := range texts {
		a, err := article(text)
		if err != nil {
			return err
		}
		if _, err := (nlp.Extractor{}).Extract(context.Background(), a); err != nil {
			return err
		}
	}
	return nil
}

// cpu is the processor time of this process so far, in seconds, that of the
// garbage collector and the kernel included.
func cpu() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	seconds := func(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }
	return seconds(u.Utime) + seconds(u.Stime)
}
