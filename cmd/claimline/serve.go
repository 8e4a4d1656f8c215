package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/claimline/claimline/api"
	"github.com/claimline/claimline/api/ui"
	"github.com/claimline/claimline/extract/ingest"
)

func newServe() *cobra.Command {
	return &cobra.Command{
		Use:   "serve",
		Short: "Serve the API and the web pages (the default command)",
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := load(c)
			if err != nil {
				return err
			}
			return serve(c.Context(), s, func(url string, w *works) {
				if s.JSON {
					announce(c, url, w)
					return
				}
				printf(c, "Claimline %s\n  store    %s\n  reader   %s\n  web      %s/\n  API      %s/api/v1/timeline\n  OpenAPI  %s/openapi.json\n  access   %s\nNext: claimline ingest FILE, or POST an article to %s/api/v1/articles. Ctrl-C stops.\n",
					thisVersion().Version, w.store.Name(), w.extractor.Name(), url, url, url, access(s), url)
			})
		},
	}
}

// announce tells programs where the server answers.
func announce(c *cobra.Command, url string, w *works) {
	// As with printf, nobody may be listening.
	_ = printJSON(c.OutOrStdout(), map[string]string{"url": url, "version": thisVersion().Version, "store": w.store.Name(), "extractor": w.extractor.Name()})
}

func access(s settings) string {
	if s.APIKey != "" {
		return "API key needed (Authorization: Bearer …)"
	}
	return "open to programs on this machine"
}

// serve answers until ctx ends. Ready is called once requests are answered.
func serve(ctx context.Context, s settings, ready func(url string, w *works)) error {
	listener, local, err := listen(s)
	if err != nil {
		return err
	}
	defer listener.Close()
	w, err := openWorks(ctx, s)
	if err != nil {
		return err
	}
	defer w.close()
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	working, stop := context.WithCancel(ctx)
	defer stop()
	options := api.Options{Store: w.store, Inbox: inbox{w}, Ledger: ingest.Ledger{Queue: w.queue}, Local: local, Version: thisVersion(), UI: ui.Files(), Log: log, Ending: working.Done()}
	if s.APIKey != "" {
		options.Keys = []string{s.APIKey}
	}
	server := &http.Server{Handler: api.New(options), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, IdleTimeout: 2 * time.Minute}
	ended := make(chan struct{})
	var failed error // of the workers, once ended
	go func() {
		defer close(ended)
		failed = w.worker(s.Workers).Run(working)
	}()
	resolved := make(chan struct{})
	go func() {
		defer close(resolved)
		w.resolver().Keep(working, time.Second, func(err error) { log.Warn("what several articles share is not up to date", "error", err.Error()) })
	}()
	serving := make(chan error, 1)
	go func() { serving <- server.Serve(listener) }()
	ready("http://"+listener.Addr().String(), w)
	select {
	case <-ctx.Done():
	case err = <-serving:
	case <-ended:
	}
	stop()
	// What is under way is answered; what is queued stays queued.
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	err = errors.Join(err, server.Shutdown(last))
	select {
	case <-ended:
		err = errors.Join(err, failed)
	case <-last.Done(): // its lease ends with this process
	}
	select {
	case <-resolved:
	case <-last.Done(): // what it was at is done again by the next
	}
	if errors.Is(err, http.ErrServerClosed) || errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

// listen binds the address, and refuses any but loopback without an API key.
func listen(s settings) (l net.Listener, local bool, err error) {
	host, _, err := net.SplitHostPort(s.Listen)
	if err != nil {
		return nil, false, usage("--listen %s: %w; write HOST:PORT, such as 127.0.0.1:8080", s.Listen, err)
	}
	ip := net.ParseIP(host)
	local = host == "localhost" || ip != nil && ip.IsLoopback()
	if !local && s.APIKey == "" {
		return nil, false, usage("--listen %s would open the graph to the network; set CLAIMLINE_API_KEY to a long random key first, or bind 127.0.0.1", s.Listen)
	}
	l, err = net.Listen("tcp", s.Listen)
	if err != nil {
		return nil, local, fmt.Errorf("cannot listen at %s: %w; choose another address with --listen, such as 127.0.0.1:0", s.Listen, err)
	}
	return l, local, nil
}
