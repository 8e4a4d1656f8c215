package api_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/claimline/claimline/api"
)

// A contract is the description that the API serves of itself, to hold its
// answers against.
type contract struct {
	paths    map[string]map[string]operation
	compiler *jsonschema.Compiler
	compiled map[string]*jsonschema.Schema
	mu       sync.Mutex
}

type operation struct {
	Responses map[string]struct {
		Content map[string]json.RawMessage `json:"content"`
	} `json:"responses"`
}

const described = "urn:openapi"

var theContract = sync.OnceValues(func() (*contract, error) {
	h := api.New(api.Options{Local: true})
	r := newRequest("GET", "/openapi.json", "")
	w := serve(h, r)
	var doc struct {
		Paths map[string]map[string]operation `json:"paths"`
	}
	if err := json.Unmarshal(w, &doc); err != nil {
		return nil, err
	}
	whole, err := jsonschema.UnmarshalJSON(bytes.NewReader(w))
	if err != nil {
		return nil, err
	}
	c := &contract{paths: doc.Paths, compiler: jsonschema.NewCompiler(), compiled: map[string]*jsonschema.Schema{}}
	return c, c.compiler.AddResource(described, whole)
})

// keeps fails the test unless an answer is one that the description has.
func keeps(t *testing.T, method, target string, a answer) {
	t.Helper()
	path, _, _ := strings.Cut(target, "?")
	if !strings.HasPrefix(path, "/api/v1/") {
		return
	}
	c, err := theContract()
	if err != nil {
		t.Fatal(err)
	}
	template, op, ok := c.operation(method, path)
	if !ok {
		if a.StatusCode != http.StatusNotFound && a.StatusCode != http.StatusMethodNotAllowed && a.StatusCode != http.StatusForbidden && a.StatusCode != http.StatusUnauthorized {
			t.Errorf("%s %s: answered %d, but is not described", method, path, a.StatusCode)
		}
		return
	}
	status := fmt.Sprint(a.StatusCode)
	if a.StatusCode == http.StatusNotModified {
		return // of any read, and without a body
	}
	response, ok := op.Responses[status]
	if !ok {
		status = "default"
		if response, ok = op.Responses[status]; !ok {
			t.Errorf("%s %s: status %d is not described", method, template, a.StatusCode)
			return
		}
	}
	media, _, _ := strings.Cut(a.Header.Get("Content-Type"), ";")
	if media != "application/json" && !strings.HasSuffix(media, "+json") || len(response.Content) == 0 {
		return
	}
	if _, ok := response.Content[media]; !ok {
		t.Errorf("%s %s: %d comes as %s, which is not described", method, template, a.StatusCode, media)
		return
	}
	at := described + "#" + pointer("paths", template, strings.ToLower(method), "responses", status, "content", media, "schema")
	schema, err := c.schema(at)
	if err != nil {
		t.Fatalf("%s: %v", at, err)
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(a.body))
	if err != nil {
		t.Errorf("%s %s: %v", method, target, err)
		return
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("%s %s: the answer is not as described: %v", method, target, err)
	}
}

func (c *contract) schema(at string) (*jsonschema.Schema, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if s := c.compiled[at]; s != nil {
		return s, nil
	}
	s, err := c.compiler.Compile(at)
	c.compiled[at] = s
	return s, err
}

// operation finds the description of a path, one without parameters first.
func (c *contract) operation(method, path string) (string, operation, bool) {
	method = strings.ToLower(method)
	if op, ok := c.paths[path][method]; ok {
		return path, op, true
	}
	for template, ops := range c.paths {
		if op, ok := ops[method]; ok && strings.Contains(template, "{") && fits(template, path) {
			return template, op, true
		}
	}
	return "", operation{}, false
}

func fits(template, path string) bool {
	a, b := strings.Split(template, "/"), strings.Split(path, "/")
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && (!strings.HasPrefix(a[i], "{") || b[i] == "") {
			return false
		}
	}
	return true
}

// pointer is a JSON pointer as the fragment of an address.
func pointer(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		p = strings.NewReplacer("~", "~0", "/", "~1").Replace(p)
		b.WriteString("/" + strings.NewReplacer("%", "%25", "{", "%7B", "}", "%7D").Replace(p))
	}
	return b.String()
}
