package sqlite

import (
	"context"
	"database/sql"
	"fmt"
)

// applicationID marks the file as Claimline's: "clml" in ASCII.
const applicationID = 0x636c6d6c

// migrations take the schema from one version to the next, the i-th from i to
// i+1. A released one is never changed. PRAGMA user_version holds how many ran.
var migrations = []migration{{sql: schema1}, {sql: schema2}, {schema3, reindex}, {sql: schema4}}

// A migration is a script and, where that does not do, what is done after it.
type migration struct {
	sql  string
	then func(context.Context, *sql.Tx) error
}

const schema1 = `
-- Nodes of all kinds. Kind is the place of the kind in the order in which
-- answers mix them, from 1. Article is the key of the article that owns the
-- node, an article's own key for itself, and NULL for what articles share.
-- Sort, name, earliest and latest are graph.Entry's; clock is the place on a
-- timeline, NULL for what is not dated.
CREATE TABLE node (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  kind       INTEGER NOT NULL,
  collection TEXT NOT NULL,
  article    INTEGER REFERENCES node (key),
  ingested   INTEGER, -- of an article: microseconds since 1970, UTC
  digest     BLOB,    -- of an article: SHA-256 of all it contributed
  publisher  TEXT,    -- of an article
  type       TEXT,    -- of an actor its kind, of an event its type, of a claim its act
  realis     TEXT,    -- of an event
  metric     TEXT,    -- of a claim with a figure
  sort       TEXT NOT NULL,
  name       TEXT NOT NULL,
  earliest   TEXT NOT NULL,
  latest     TEXT NOT NULL,
  clock      TEXT,
  json       TEXT NOT NULL
);
CREATE INDEX node_list ON node (kind, collection, sort, id, type, article);
CREATE INDEX node_clock ON node (kind, collection, clock, id, earliest, latest, article) WHERE clock IS NOT NULL;
CREATE INDEX node_article ON node (article, kind, collection, sort, id) WHERE article IS NOT NULL;
CREATE INDEX node_metric ON node (metric, kind, collection, sort, id) WHERE metric IS NOT NULL;
CREATE INDEX node_publisher ON node (publisher, kind, collection, sort, id) WHERE publisher IS NOT NULL;

-- The folded words of nodes, by key. All that is not ASCII is part of a word
-- to this tokenizer, and the words hold no ASCII but letters and digits: it
-- splits them at the blanks and nowhere else.
CREATE VIRTUAL TABLE search USING fts5 (terms, content='', contentless_delete=1, tokenize='ascii', detail='none');

-- The id of a relationship holds that of its article: it needs no index to be
-- unique, and nobody asks for it.
CREATE TABLE relationship (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL,
  type       TEXT NOT NULL,
  src        INTEGER NOT NULL REFERENCES node (key),
  dst        INTEGER NOT NULL REFERENCES node (key),
  article    INTEGER NOT NULL REFERENCES node (key),
  collection TEXT NOT NULL,
  json       TEXT NOT NULL
);
CREATE INDEX relationship_src ON relationship (src, type, id, collection, article);
CREATE INDEX relationship_dst ON relationship (dst, type, id, collection, article, src);
CREATE INDEX relationship_article ON relationship (article);

-- The different forms in which articles contributed a shared node, and which
-- article contributed which.
CREATE TABLE variant (
  key   INTEGER PRIMARY KEY,
  node  INTEGER NOT NULL REFERENCES node (key),
  terms TEXT NOT NULL,
  json  TEXT NOT NULL,
  UNIQUE (node, json)
);
CREATE TABLE contribution (
  article INTEGER NOT NULL REFERENCES node (key),
  variant INTEGER NOT NULL REFERENCES variant (key),
  PRIMARY KEY (article, variant)
) WITHOUT ROWID;
CREATE INDEX contribution_variant ON contribution (variant, article);

CREATE TABLE judgement (
  id   TEXT PRIMARY KEY,
  json TEXT NOT NULL
) WITHOUT ROWID;
`

// schema2 adds the layer of what follows from the records. What is there by
// then has none yet.
const schema2 = `
-- One row for each collection that has a layer.
CREATE TABLE layer (
  collection TEXT PRIMARY KEY,
  version    INTEGER NOT NULL
) WITHOUT ROWID;

-- Articles whose part of the layer is out of date, by id, whether or not they
-- are still there.
CREATE TABLE stale (
  collection TEXT NOT NULL,
  article    TEXT NOT NULL,
  token      TEXT NOT NULL,
  PRIMARY KEY (collection, article)
) WITHOUT ROWID;

-- graph.LayerPart's keys.
CREATE TABLE shared_key (
  collection TEXT NOT NULL,
  name       TEXT NOT NULL,
  article    TEXT NOT NULL,
  PRIMARY KEY (collection, name, article)
) WITHOUT ROWID;
CREATE INDEX shared_key_article ON shared_key (article);

CREATE TABLE member (
  article    TEXT NOT NULL,
  node       TEXT NOT NULL,
  unit       TEXT NOT NULL,
  cluster    TEXT NOT NULL,
  collection TEXT NOT NULL,
  PRIMARY KEY (article, node)
) WITHOUT ROWID;
CREATE INDEX member_node ON member (node, article, cluster);
CREATE INDEX member_unit ON member (unit, article);
CREATE INDEX member_cluster ON member (cluster, node, article);

CREATE TABLE finding (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  kind       TEXT NOT NULL,
  type       TEXT NOT NULL,
  sort       TEXT NOT NULL,
  owner      TEXT NOT NULL,
  collection TEXT NOT NULL,
  json       TEXT NOT NULL
);
CREATE INDEX finding_list ON finding (kind, sort, id, type);
CREATE INDEX finding_owner ON finding (owner);

-- What a finding is about (use 0), needs (1), and has for parts (2).
CREATE TABLE finding_end (
  name    TEXT NOT NULL,
  use     INTEGER NOT NULL,
  finding INTEGER NOT NULL REFERENCES finding (key),
  PRIMARY KEY (finding, use, name)
) WITHOUT ROWID;
CREATE INDEX finding_end_name ON finding_end (name, use, finding);

-- The log of judgements.
CREATE TABLE decision (
  seq  INTEGER PRIMARY KEY AUTOINCREMENT,
  json TEXT NOT NULL
);

INSERT INTO stale SELECT collection, id, hex(randomblob(16)) FROM node WHERE kind = 5;
`

// schema3 keeps words by rank instead of by key, beside the marks that a search
// filters by, so that neither reads nor sorts all that a word is in.
const schema3 = `
DROP TABLE search;

-- The folded words of nodes and their marks, by rank. All that is not ASCII is
-- part of a word to this tokenizer, and the words hold no ASCII but letters and
-- digits: it splits them at the blanks and nowhere else. Somebody who begins
-- to type asks for what begins with a letter or two.
CREATE VIRTUAL TABLE search USING fts5 (terms, content='', contentless_delete=1, tokenize='ascii', detail='none', prefix='1 2');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (search, 'row');

-- What a question that goes through many nodes must know of each.
CREATE INDEX node_scope ON node (key, kind, type, collection, article, ingested, earliest, latest, id);

-- With the other end, a path needs no more than the index.
DROP INDEX relationship_src;
CREATE INDEX relationship_src ON relationship (src, type, id, collection, article, dst);

-- Articles in the order in which they came in, to the second.
CREATE INDEX node_ingested ON node (ingested / 1000000, id, collection, article, ingested) WHERE ingested IS NOT NULL;
`

// schema4 numbers the ids that the layer speaks of. Ids are hashes and lie
// anywhere; their numbers grow as they come, so that what is new is written in
// one place, however much there is. The keys of an article stand in one row
// beside the table that finds articles by them. The layer is computed anew.
const schema4 = `
DROP TABLE shared_key;
DROP TABLE member;
DROP TABLE finding_end;
DROP TABLE finding;

-- The ids of nodes, units, clusters and articles. A number is never given anew.
CREATE TABLE label (
  key INTEGER PRIMARY KEY,
  id  TEXT NOT NULL UNIQUE
);

-- graph.LayerPart's keys: who has one, and which ones one has, in JSON.
CREATE TABLE shared_key (
  collection TEXT NOT NULL,
  name       TEXT NOT NULL,
  article    TEXT NOT NULL,
  PRIMARY KEY (collection, name, article)
) WITHOUT ROWID;
CREATE TABLE article_keys (
  article INTEGER PRIMARY KEY REFERENCES label (key),
  names   TEXT NOT NULL
);

-- Members by the numbers of their ids.
CREATE TABLE member (
  article    INTEGER NOT NULL,
  node       INTEGER NOT NULL,
  unit       INTEGER NOT NULL,
  cluster    INTEGER NOT NULL,
  collection TEXT NOT NULL,
  PRIMARY KEY (article, node)
) WITHOUT ROWID;
CREATE INDEX member_node ON member (node, article, cluster);
CREATE INDEX member_unit ON member (unit, article);
CREATE INDEX member_cluster ON member (cluster, node, article);

-- Findings; the owner is the number of an article.
CREATE TABLE finding (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL,
  kind       TEXT NOT NULL,
  type       TEXT NOT NULL,
  sort       TEXT NOT NULL,
  owner      INTEGER NOT NULL,
  collection TEXT NOT NULL,
  json       TEXT NOT NULL
);
CREATE INDEX finding_list ON finding (kind, sort, id, type);
CREATE INDEX finding_owner ON finding (owner);

-- What a finding is about (use 0), needs (1), and has for parts (2), by number.
CREATE TABLE finding_end (
  name    INTEGER NOT NULL,
  use     INTEGER NOT NULL,
  finding INTEGER NOT NULL REFERENCES finding (key),
  PRIMARY KEY (finding, use, name)
) WITHOUT ROWID;
CREATE INDEX finding_end_name ON finding_end (name, use, finding);

INSERT OR REPLACE INTO stale SELECT collection, id, hex(randomblob(16)) FROM node WHERE kind = 5;
`

// migrate brings the schema up to date, in one transaction, so that a process
// that dies within leaves the version it found.
func migrate(ctx context.Context, conn *sql.Conn) error {
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var version, owner int
	if err := tx.QueryRowContext(ctx, "SELECT user_version, application_id FROM pragma_user_version, pragma_application_id").Scan(&version, &owner); err != nil {
		return err
	}
	switch {
	case owner != 0 && owner != applicationID:
		return fmt.Errorf("the database belongs to another program (application id %#x)", owner)
	case version > len(migrations):
		return fmt.Errorf("%w: its schema is version %d, this program knows up to %d", errNewer, version, len(migrations))
	case version == len(migrations):
		return nil
	}
	for i, m := range migrations[version:] {
		_, err := tx.ExecContext(ctx, m.sql)
		if err == nil && m.then != nil {
			err = m.then(ctx, tx)
		}
		if err != nil {
			return fmt.Errorf("migration to version %d: %w", version+i+1, err)
		}
	}
	// A pragma takes no parameters; both values are this program's own.
	pragmas := fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", len(migrations), applicationID)
	if _, err := tx.ExecContext(ctx, pragmas); err != nil {
		return err
	}
	return tx.Commit()
}
