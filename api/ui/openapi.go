//go:build ignore

// Command openapi prints the description of the API, of which the types of
// the pages' client are made.
package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"

	"github.com/claimline/claimline/api"
)

func main() {
	answer := httptest.NewRecorder()
	api.New(api.Options{}).ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/openapi.json", nil))
	if answer.Code != http.StatusOK {
		fmt.Fprintln(os.Stderr, "openapi: the API answers with status", answer.Code)
		os.Exit(1)
	}
	os.Stdout.Write(answer.Body.Bytes())
}
