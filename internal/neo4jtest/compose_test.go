package neo4jtest

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"go.yaml.in/yaml/v3"
)

// A composition is what the tests look at of docker-compose.yml.
type composition struct {
	Services map[string]struct {
		Environment map[string]string
		Ports       []string
		Healthcheck struct{ Test []string }
		Command     []string
	}
}

func readCompose(t *testing.T) composition {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "docker-compose.yml"))
	if err != nil {
		t.Fatal(err)
	}
	var c composition
	if err := yaml.Unmarshal(data, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// What users start listens on their machine alone, asks for every secret, and
// says whether it is well.
func TestCompose(t *testing.T) {
	c := readCompose(t)
	for _, name := range []string{"neo4j", "claimline"} {
		s := c.Services[name]
		if len(s.Ports) == 0 || len(s.Healthcheck.Test) == 0 {
			t.Errorf("%s has ports %v and health check %v", name, s.Ports, s.Healthcheck.Test)
		}
		for _, port := range s.Ports {
			if !strings.HasPrefix(port, "127.0.0.1:") {
				t.Errorf("%s listens on %s", name, port)
			}
		}
		for key, value := range s.Environment {
			secret := strings.HasSuffix(key, "_AUTH") || strings.HasSuffix(key, "_PASSWORD") || strings.HasSuffix(key, "_KEY")
			if secret && !strings.Contains(value, ":?") {
				t.Errorf("%s starts without a %s", name, key)
			}
		}
	}
	if c.Services["claimline"].Environment["CLAIMLINE_API_KEY"] == "" {
		t.Error("the server listens beyond loopback without an API key")
	}
}

// The settings of docker-compose.yml are ones that the server knows: it would
// refuse to start with any other.
func TestComposeSettings(t *testing.T) {
	known := map[string]bool{}
	server := Start(t)
	err := server.run("neo4j", func(ctx context.Context, session neo4j.SessionWithContext) error {
		result, err := session.Run(ctx, `SHOW SETTINGS YIELD name`, nil)
		if err != nil {
			return err
		}
		for result.Next(ctx) {
			name, _ := result.Record().Values[0].(string)
			known[name] = true
		}
		return result.Err()
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]bool{"db.transaction.timeout": false, "db.memory.transaction.max": false, "dbms.security.allow_csv_import_from_file_urls": false, "dbms.security.auth_enabled": false}
	for key := range readCompose(t).Services["neo4j"].Environment {
		if key == "NEO4J_AUTH" {
			continue
		}
		setting := strings.NewReplacer("__", "_", "_", ".").Replace(strings.TrimPrefix(key, "NEO4J_"))
		if !known[setting] {
			t.Errorf("%s: the server has no setting %q", key, setting)
		}
		want[setting] = true
	}
	for setting, set := range want {
		if !set {
			t.Errorf("docker-compose.yml does not set %s", setting)
		}
	}
}
