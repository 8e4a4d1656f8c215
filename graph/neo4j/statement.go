package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// typed puts labels and relationship types into a statement, where Cypher takes
// no parameters. It panics on anything that is not in the closed lists of
// package graph, or sameType, so that no other text can become part of a statement.
func typed[T ~string](statement string, names ...T) string {
	args := make([]any, len(names))
	for i, n := range names {
		if !slices.Contains(labels, graph.Kind(n)) && !slices.Contains(graph.RelTypes, graph.RelType(n)) && graph.RelType(n) != sameType {
			panic(fmt.Sprintf("neo4j: %q is neither a label nor a relationship type", n))
		}
		args[i] = string(n)
	}
	return fmt.Sprintf(statement, args...)
}

// forShared repeats a statement for every type of sharedTypes.
func forShared(statement, between string) string {
	parts := make([]string, len(sharedTypes))
	for i, t := range sharedTypes {
		parts[i] = typed(statement, t)
	}
	return strings.Join(parts, between)
}

// actorLabels are the second labels of actors.
var actorLabels = map[graph.ActorKind]string{
	graph.Person:        "Person",
	graph.Organization:  "Organization",
	graph.PublicBody:    "PublicBody",
	graph.ArmedGroup:    "ArmedGroup",
	graph.MediaOutlet:   "MediaOutlet",
	graph.UnnamedSource: "UnnamedSource",
	graph.State:         "State",
	graph.Population:    "Population",
}
