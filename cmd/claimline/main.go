// Command claimline reads news articles and answers questions about the event
// timeline and claims graph that they make.
//
// It exits with 0 when all went well, 1 on failure, 2 when it was called
// wrongly and 3 when part of the work failed.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// Exit codes.
const (
	exitOK      = 0
	exitFailure = 1
	exitUsage   = 2
	exitPartial = 3
)

func main() { os.Exit(run(os.Args[1:])) }

func run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root := newRoot()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var exit *exitError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &exit):
		if exit.err != nil {
			fmt.Fprintln(os.Stderr, "claimline:", exit.err)
		}
		return exit.code
	case ctx.Err() != nil:
		fmt.Fprintln(os.Stderr, "claimline: interrupted; what was done is kept, the same command goes on from there")
		return exitFailure
	}
	fmt.Fprintln(os.Stderr, "claimline:", err)
	return exitFailure
}

// An exitError ends the program with a code of its own.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string { return fmt.Sprint(e.err) }
func (e *exitError) Unwrap() error { return e.err }

func usage(format string, args ...any) error {
	return &exitError{exitUsage, fmt.Errorf(format, args...)}
}
