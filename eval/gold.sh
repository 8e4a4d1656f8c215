#!/usr/bin/env bash
# Scores the extractor against the annotated articles in ../shared/gold: the
# two real articles, then the development articles. Usage: eval/gold.sh [--details]
set -euo pipefail
cd "$(dirname "$0")/.."
gold=../shared/gold
[ -d "$gold" ] || { echo "eval: $gold is absent: nothing to score against" >&2; exit 1; }
for set in . dev; do
	out=out/score/$set
	rm -rf "$out"
	bin/claimline extract --format score -o "$out" "$gold/$set"/articles/*.txt
	echo "== $gold/$set"
	python3 "$gold/score.py" "$gold/$set" "$out" "$@"
done
