package main

import (
	"fmt"
	"net/http"
	"time"

	"github.com/spf13/cobra"
)

func newReady() *cobra.Command {
	url := "http://127.0.0.1:8080"
	c := &cobra.Command{
		Use:   "ready",
		Short: "Succeed when a server answers and its store does too (for health checks)",
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := load(c)
			if err != nil {
				return err
			}
			client := http.Client{Timeout: 5 * time.Second}
			res, err := client.Get(url + "/readyz")
			if err != nil {
				return fmt.Errorf("no server at %s: %w", url, err)
			}
			defer res.Body.Close()
			if res.StatusCode != http.StatusOK {
				return fmt.Errorf("the server at %s is not ready: %s", url, res.Status)
			}
			if s.JSON {
				return printJSON(c.OutOrStdout(), map[string]any{"ready": true, "url": url})
			}
			printf(c, "ready\n")
			return nil
		},
	}
	c.Flags().StringVar(&url, "url", url, "address of the server")
	return c
}
