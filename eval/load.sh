#!/usr/bin/env bash
# Times search, type-ahead, neighbors, timelines and paths over 20,000 made-up
# articles, through the HTTP handler, one question after the other on one core.
# Prints for each kind of question the milliseconds of half and of 95 of a
# hundred answers beside its limit, and fails where one takes longer.
# SQLite is timed by the processor, beside the wall; Neo4j, which may take three
# times as long, by the wall. Usage: eval/load.sh [-neo4j] [-only NAME]
# [-file KEPT.db] [-at bolt://user:password@host:port]; a kept database saves
# the minute that filling takes, and a kept Neo4j many.
set -euo pipefail
cd "$(dirname "$0")/.."
CGO_ENABLED=0 go test ./eval/load -count=1 -v -timeout 60m -args -articles 20000 -requests 40 -slack 1 "$@" | grep -v '^=== '
