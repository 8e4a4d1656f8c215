// Command fetch installs what the tests of exports read them with, so that
// they need no network later, and prints where it lies.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"github.com/claimline/claimline/internal/importers"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	in, err := importers.Fetch(ctx)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(in.Modules)
}
