package neo4j

import (
	"fmt"
	"maps"
	"slices"

	"github.com/claimline/claimline/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// sharedKinds are the kinds of node that several articles may tell of.
var sharedKinds = []graph.Kind{graph.KindActor, graph.KindPlace}

func isShared(kind graph.Kind) bool { return slices.Contains(sharedKinds, kind) }

// A fold brings the actors and places of one article up to date: those that it
// told of before and those that it tells of now. With fresh set the article
// is new; what is known can then be joined with what it says, else it has to
// be joined anew from what the other articles say.
type fold struct {
	*transaction
	article, collection string
	own                 map[string]graph.Record // by id; empty when the article goes
	fresh               bool
}

const formerSharedCypher = `
MATCH (:Article {id: $q.article})-[:MENTIONS]->(n:Actor|Place)
RETURN DISTINCT n.id AS id`

// lockSharedCypher makes or finds nodes and locks them by writing to them what
// they hold already. All transactions lock in the order of kinds and ids.
const lockSharedCypher = `
UNWIND $q.ids AS id
MERGE (n:%s {id: id})
SET n.collection = $q.collection`

const currentSharedCypher = `
UNWIND $q.ids AS id
MATCH (n:%s {id: id})
RETURN id, n.json AS json`

const othersSharedCypher = `
UNWIND $q.ids AS id
MATCH (n:%s {id: id})
OPTIONAL MATCH (n)<-[m:MENTIONS]-()
RETURN id, n.json AS json, count(DISTINCT m.article) AS articles, collect(DISTINCT m.contribution) AS contributions`

// run locks the nodes, takes away all that the article contributed before, and
// writes what is then known of each node; one of which nothing is known goes.
func (f *fold) run() error {
	ids := slices.Collect(maps.Keys(f.own))
	if !f.fresh {
		rows, err := f.query(formerSharedCypher, params{"article": f.article})
		if err != nil {
			return err
		}
		for _, row := range rows {
			ids = append(ids, text(row, "id"))
		}
	}
	slices.Sort(ids)
	groups := byKind(slices.Compact(ids))
	for _, kind := range sharedKinds {
		if groups[kind] == nil {
			continue
		}
		if _, err := f.query(typed(lockSharedCypher, kind), params{"ids": groups[kind], "collection": f.collection}); err != nil {
			return err
		}
	}
	if !f.fresh {
		if err := f.clear(); err != nil {
			return err
		}
	}
	for _, kind := range sharedKinds {
		if err := f.rejoin(kind, groups[kind]); err != nil {
			return err
		}
	}
	return nil
}

func byKind(ids []string) map[graph.Kind][]string {
	out := map[graph.Kind][]string{}
	for _, id := range ids {
		kind := graph.KindOf(id)
		out[kind] = append(out[kind], id)
	}
	return out
}

// rejoin works out and writes what is known of nodes of one kind.
func (f *fold) rejoin(kind graph.Kind, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	statement := othersSharedCypher
	if f.fresh {
		statement = currentSharedCypher
	}
	rows, err := f.query(typed(statement, kind), params{"ids": ids})
	if err != nil {
		return err
	}
	var gone []string
	var changed []graph.Record
	for _, row := range rows {
		id := text(row, "id")
		r, err := f.known(kind, row)
		if err != nil {
			return err
		}
		if r == nil {
			gone = append(gone, id)
			continue
		}
		canonical, err := graph.Canonical(r)
		if err != nil {
			return err
		}
		if string(canonical) != text(row, "json") {
			changed = append(changed, r)
		}
	}
	if err := f.remove(kind, gone); err != nil {
		return err
	}
	return f.save(changed)
}

// known joins what other articles say of a node with what this one says.
func (f *fold) known(kind graph.Kind, row *neo4j.Record) (graph.Record, error) {
	contributions, articles := texts(row, "contributions"), number(row, "articles")
	if f.fresh {
		contributions, articles = nil, 1
		if joined := text(row, "json"); joined != "" {
			contributions = []string{joined}
		}
	}
	r, err := joined(kind, contributions, articles)
	if err != nil {
		return nil, err
	}
	own := f.own[text(row, "id")]
	switch {
	case own == nil:
		return r, nil
	case r == nil:
		return own, nil
	}
	return join(r, own), nil
}

// joined joins the distinct contributions of a number of articles to one node;
// it is nil when there are none.
func joined(kind graph.Kind, contributions []string, articles int) (graph.Record, error) {
	var out graph.Record
	for _, c := range contributions {
		r, err := graph.Decode(kind, []byte(c))
		if err != nil {
			return nil, err
		}
		if out == nil {
			out = r
		}
		// A join tidies up; what several articles say alike is joined, too.
		if articles > 1 {
			out = join(out, r)
		}
	}
	return out, nil
}

// join joins two records of one actor or of one place.
func join(a, b graph.Record) graph.Record {
	switch a := a.(type) {
	case graph.Actor:
		return a.Join(b.(graph.Actor))
	case graph.Place:
		return a.Join(b.(graph.Place))
	}
	panic(fmt.Sprintf("neo4j: %s is not shared by articles", a.RecordID()))
}

const (
	putActorCypher = `
UNWIND $q.rows AS row
MERGE (n:Actor {id: row.id})
SET n = row, n:%s`

	removeSharedCypher = `
UNWIND $q.ids AS id
MATCH (n:%s {id: id})
DETACH DELETE n`
)

// save writes actors, by their labels, and places.
func (f *fold) save(records []graph.Record) error {
	rows := map[string][]properties{}
	for _, r := range records {
		p, err := propertiesOf(r, graph.Article{})
		if err != nil {
			return err
		}
		statement := ""
		if a, ok := r.(graph.Actor); ok {
			statement = fmt.Sprintf(putActorCypher, actorLabels[a.Kind])
		} else {
			statement = typed(putNodeCypher, r.RecordKind())
		}
		rows[statement] = append(rows[statement], p)
	}
	for statement, all := range rows {
		for part := range slices.Chunk(all, batch) {
			if _, err := f.query(statement, params{"rows": part}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *fold) remove(kind graph.Kind, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := f.query(typed(removeSharedCypher, kind), params{"ids": ids})
	return err
}
