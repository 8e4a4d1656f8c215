#!/usr/bin/env bash
# Scores the extractor against the annotated articles in ../shared/gold: the
# two real articles, then the development articles. Usage: eval/gold.sh [--details]
set -euo pipefail
cd "$(dirname "$0")/.."
gold=../shared/gold
[ -d "$gold" ] || { echo "eval: $gold is absent: nothing to score against" >&2; exit 1; }
for set in seeds dev; do
	dir=$gold
	[ "$set" = dev ] && dir=$gold/dev
	out=out/score/$set
	rm -rf "$out"
	bin/claimline extract --format score -o "$out" "$dir"/articles/*.txt
	echo "== $set articles"
	python3 "$gold/score.py" "$dir" "$out" "$@"
done
