package ontology

import (
	"slices"
	"strings"
	"testing"
)

var factbank = []string{"CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"}

func TestListsAreClosed(t *testing.T) {
	plover := 0
	for _, k := range types {
		if !k.Extension() {
			plover++
			continue
		}
		if near, ok := TypeOf(k.Nearest); !ok || near.Extension() {
			t.Errorf("%s: plover_nearest %q is not a PLOVER type", k.Name, k.Nearest)
		}
	}
	if plover != 16 {
		t.Errorf("%d PLOVER types, want 16", plover)
	}
	if len(contexts) != 37 {
		t.Errorf("%d contexts, want 37", len(contexts))
	}
	for _, m := range modes {
		if err := Check(m.Type, []string{m.Name}, nil); err != nil {
			t.Error(err)
		}
	}
	for _, r := range coarseRows {
		var m []string
		if r.mode != "*" {
			m = []string{r.mode}
		}
		if err := Check(r.kind, m, []string{r.context}); err != nil {
			t.Errorf("coarse.tsv: %v", err)
		}
	}
	for _, a := range acts {
		if !slices.Contains(factbank, a.AtSource) || !slices.Contains(factbank, a.AtWriter) {
			t.Errorf("act %s: %q, %q are not FactBank values", a.Name, a.AtSource, a.AtWriter)
		}
	}
}

func TestNoKeyTwice(t *testing.T) {
	keys := map[string]bool{}
	once := func(table, key string) {
		if keys[table+" "+key] {
			t.Errorf("%s has %s twice", table, key)
		}
		keys[table+" "+key] = true
	}
	for _, r := range types {
		once("types", r.Name)
	}
	for _, r := range modes {
		once("modes", r.Type+" "+r.Name)
	}
	for _, r := range contexts {
		once("contexts", r.Name)
	}
	for _, r := range roles {
		once("roles", r.Name)
	}
	for _, r := range acts {
		once("acts", r.Name)
	}
	for _, r := range relationships {
		once("relationships", r.Type)
	}
}

func TestFilesSayTheirOrigin(t *testing.T) {
	entries, err := files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := files.ReadFile(e.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"# source: ", "# license: ", "# retrieved: ", "# changes: "} {
			if !strings.Contains(string(data), key) {
				t.Errorf("%s has no %q", e.Name(), key)
			}
		}
	}
}

func TestCoarse(t *testing.T) {
	tests := []struct {
		kind            string
		modes, contexts []string
		want            string
	}{
		{"ASSAULT", []string{"firearms"}, []string{"terrorism"}, "conflict"},
		{"ASSAULT", []string{"firearms"}, []string{"crime"}, "crime"},
		{"COERCE", []string{"arrest"}, nil, "legal"},
		{"x-movement", []string{"evacuate"}, nil, "humanitarian"},
		{"x-disaster", []string{"disease"}, nil, "disease"},
		{"AGREE", nil, []string{"economic"}, "business"},
		{"AGREE", nil, nil, "political"},
		{"nothing", nil, nil, ""},
	}
	for _, tt := range tests {
		if got := Coarse(tt.kind, tt.modes, tt.contexts); got != tt.want {
			t.Errorf("Coarse(%s, %v, %v) = %q, want %q", tt.kind, tt.modes, tt.contexts, got, tt.want)
		}
	}
}

func TestCheckRefuses(t *testing.T) {
	tests := []struct {
		kind            string
		modes, contexts []string
		want            string
	}{
		{"assault", nil, nil, "unknown event type"},
		{"ASSAULT", []string{"ceasefire"}, nil, "no mode"},
		{"ASSAULT", nil, []string{"weather"}, "unknown context"},
	}
	for _, tt := range tests {
		err := Check(tt.kind, tt.modes, tt.contexts)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("Check(%s, %v, %v) = %v, want an error with %q", tt.kind, tt.modes, tt.contexts, err, tt.want)
		}
	}
}
