package main

import (
	"bufio"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestServeRemembersAndTells sends a request twice under one key, with a
// restart in between, and hears of what another process takes in.
func TestServeRemembersAndTells(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	s := start(t, data)
	post := func(body string) (*http.Response, added) {
		req, err := http.NewRequest(http.MethodPost, s.url+"/api/v1/articles", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("Idempotency-Key", "mine")
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		var a added
		if err := json.NewDecoder(res.Body).Decode(&a); err != nil {
			t.Fatal(err)
		}
		return res, a
	}
	_, first := post(strike)
	s.wait(first.Job.ID)
	s.stopQuietly()

	s = start(t, data)
	res, again := post(strike)
	if res.StatusCode != http.StatusAccepted || res.Header.Get("Idempotent-Replayed") != "true" || again.Job.ID != first.Job.ID {
		t.Errorf("after a restart: %s, job %s, want %s", res.Status, again.Job.ID, first.Job.ID)
	}
	if res, _ := post(`{"text": "Another article."}`); res.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("another body: %s", res.Status)
	}

	stream, err := http.Get(s.url + "/api/v1/stream?topics=article")
	if err != nil {
		t.Fatal(err)
	}
	defer stream.Body.Close()
	lines := bufio.NewScanner(stream.Body)
	lines.Scan() // the place to go on from: it is listening
	file := filepath.Join(t.TempDir(), "ferry.txt")
	if err := os.WriteFile(file, []byte("A ferry hit the quay at Alden, the operator said."), 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, data, "ingest", file)
	told := make(chan string)
	go func() {
		defer close(told)
		for lines.Scan() {
			if id, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				told <- id
			}
		}
	}()
	select {
	case change := <-told:
		if !strings.Contains(change, `"type":"article"`) || !strings.Contains(change, `"id":"art_`) {
			t.Errorf("told: %s", change)
		}
	case <-time.After(20 * time.Second):
		t.Error("nothing was told of an article that another process took in")
	}
	s.stopQuietly() // it does not wait for those who listen
}
