package graphtest

import (
	"testing"

	"github.com/claimline/claimline/graph"
)

// The suite must accept what it compares with.
func TestReference(t *testing.T) {
	TestStore(t, func(*testing.T) graph.Store { return newReference() })
}
