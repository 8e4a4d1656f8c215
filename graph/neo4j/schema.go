package neo4j

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// labels are those of the nodes that the store keeps.
var labels = append(slices.Clone(graph.NodeKinds), graph.KindJudgement)

// sharedTypes are the relationship types that can join two nodes neither of
// which belongs to one article, so that only an index finds an article's own.
var sharedTypes = []graph.RelType{
	graph.AffiliateOf, graph.EmployedBy, graph.Leads, graph.LocatedIn, graph.MemberOf, graph.OffshootOf, graph.RelativeOf, graph.SpokesFor, graph.Within,
}

// A schemaItem is a constraint or an index: its name and the statement that
// makes it. %s stands for the name.
type schemaItem struct{ name, cypher string }

// fulltext is the index that Search asks. It takes words as they are, since
// terms are folded already, and is up to date when a commit returns.
const fulltext = "claimline_terms"

const (
	uniqueID      = "CREATE CONSTRAINT %%s IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE"
	nodeIndex     = "CREATE INDEX %%s IF NOT EXISTS FOR (n:%s) ON (n.%s)"
	relIndex      = "CREATE INDEX %%s IF NOT EXISTS FOR ()-[r:%s]-() ON (r.article)"
	fulltextIndex = "CREATE FULLTEXT INDEX %s IF NOT EXISTS FOR (n:Actor|Place|Event|Claim|Article) ON EACH [n.terms] " +
		"OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}}"
)

// constraints come before the first write: without them MERGE would make two
// nodes of one id.
func constraints() []schemaItem {
	var out []schemaItem
	for _, label := range labels {
		out = append(out, schemaItem{"claimline_" + strings.ToLower(string(label)) + "_id", fmt.Sprintf(uniqueID, label)})
	}
	for _, unique := range layerConstraints {
		out = append(out, schemaItem{unique[0], unique[1]})
	}
	return out
}

// layerConstraints and layerIndexes are those of the layer, by name.
var (
	layerConstraints = [][2]string{
		{"claimline_layer_collection", "CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:Layer) REQUIRE n.collection IS UNIQUE"},
		{"claimline_stale_id", "CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:Stale) REQUIRE n.id IS UNIQUE"},
		{"claimline_finding_id", "CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:Finding) REQUIRE n.id IS UNIQUE"},
		{"claimline_log_id", "CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:Log) REQUIRE n.id IS UNIQUE"},
		{"claimline_decision_seq", "CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:Decision) REQUIRE n.seq IS UNIQUE"},
	}
	layerIndexes = [][2]string{
		{"Stale", "collection"}, {"SharedKey", "article"}, {"SharedKey", "name"},
		{"Member", "article"}, {"Member", "node"}, {"Member", "unit"}, {"Member", "cluster"},
		{"Finding", "owner"}, {"Finding", "kind"}, {"FindingEnd", "finding"}, {"FindingEnd", "name"}, {"Decision", "token"},
	}
)

func indexes() []schemaItem {
	out := []schemaItem{{fulltext, fulltextIndex}}
	for _, on := range []struct {
		label    graph.Kind
		property string
	}{
		{graph.KindActor, "key"},
		{graph.KindArticle, "sort"}, {graph.KindArticle, "clock"},
		{graph.KindEvent, "sort"}, {graph.KindEvent, "clock"}, {graph.KindEvent, "article"},
		{graph.KindClaim, "sort"}, {graph.KindClaim, "clock"}, {graph.KindClaim, "article"},
	} {
		out = append(out, schemaItem{"claimline_" + strings.ToLower(string(on.label)) + "_" + on.property, fmt.Sprintf(nodeIndex, on.label, on.property)})
	}
	for _, on := range layerIndexes {
		out = append(out, schemaItem{"claimline_" + strings.ToLower(on[0]+"_"+on[1]), fmt.Sprintf(nodeIndex, on[0], on[1])})
	}
	for _, t := range sharedTypes {
		out = append(out, schemaItem{"claimline_" + strings.ToLower(string(t)) + "_article", fmt.Sprintf(relIndex, t)})
	}
	return out
}

const (
	showConstraintsCypher = `SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties`
	showIndexesCypher     = `SHOW INDEXES YIELD name, state`
	awaitIndexesCypher    = `CALL db.awaitIndexes(300)`
)

// prepare makes what is missing of the schema, sees to it that the constraints
// are there, and marks what is to be resolved anew.
func (s *Store) prepare(ctx context.Context) error {
	if err := s.create(ctx, showConstraintsCypher, constraints()); err != nil {
		return err
	}
	if err := s.checkConstraints(ctx); err != nil {
		return err
	}
	if err := s.create(ctx, showIndexesCypher, indexes()); err != nil {
		return err
	}
	return s.write(ctx, "mark what another version resolved", func(t *transaction) error {
		_, err := t.query(outdateCypher, params{"form": layerForm})
		return err
	})
}

// create makes those items whose names show does not list, each in a
// transaction of its own, as Neo4j wants it for the schema.
func (s *Store) create(ctx context.Context, show string, items []schemaItem) error {
	there := map[string]bool{}
	err := s.read(ctx, "read schema", func(r *reading) error {
		rows, err := r.query(show, nil)
		for _, row := range rows {
			there[text(row, "name")] = true
		}
		return err
	})
	if err != nil {
		return err
	}
	made := false
	for _, item := range items {
		if there[item.name] {
			continue
		}
		made = true
		err := s.write(ctx, "create "+item.name, func(t *transaction) error {
			_, err := t.query(fmt.Sprintf(item.cypher, item.name), nil)
			return err
		})
		if err != nil {
			return err
		}
	}
	if !made {
		return nil
	}
	return s.write(ctx, "wait for indexes", func(t *transaction) error {
		_, err := t.query(awaitIndexesCypher, nil)
		return err
	})
}

// checkConstraints refuses a database in which an id could occur twice.
func (s *Store) checkConstraints(ctx context.Context) error {
	return s.read(ctx, "check schema", func(r *reading) error {
		rows, err := r.query(showConstraintsCypher, nil)
		if err != nil {
			return err
		}
		for _, label := range labels {
			if !slices.ContainsFunc(rows, func(row *neo4j.Record) bool { return isUniqueID(row, string(label)) }) {
				return &abort{errors.New("the database has no unique constraint on the id of " + string(label) + " and would not make one")}
			}
		}
		return nil
	})
}

func isUniqueID(row *neo4j.Record, label string) bool {
	return strings.Contains(text(row, "type"), "UNIQUENESS") &&
		slices.Equal(texts(row, "labelsOrTypes"), []string{label}) && slices.Equal(texts(row, "properties"), []string{"id"})
}
