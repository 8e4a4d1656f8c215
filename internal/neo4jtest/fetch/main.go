// Command fetch downloads the Neo4j server that tests start, so that they
// need no network later, and prints where it lies.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"github.com/claimline/claimline/internal/neo4jtest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	dir, err := neo4jtest.Fetch(ctx)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(dir)
}
