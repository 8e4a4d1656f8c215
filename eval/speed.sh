#!/usr/bin/env bash
# Times the whole offline extractor, all stages, beside spaCy's small English
# pipeline alone: the same raw texts, one core, one thread each, one after the
# other. Prints words per second of processor time and their ratio, and fails
# where ours is the slower. spaCy is installed into the user's cache folder when
# it is not there yet; eval/reader/README.md says what is read. Usage: eval/speed.sh
set -euo pipefail
cd "$(dirname "$0")/.."
shared=../shared
[ -d "$shared/data" ] || { echo "speed: $shared/data is absent: nothing to read" >&2; exit 1; }
spacy=$(eval/reader/install.sh spacy)

work=$PWD/out/speed
rm -rf "$work"
mkdir -p "$work/corpora" "$work/articles"
python3 eval/reader/corpora.py "$shared/data" "$work/corpora"
rm "$work"/corpora/*.json
cp "$shared"/gold/articles/*.txt "$shared"/gold/dev/articles/*.txt "$work/articles"
CGO_ENABLED=0 go build -o "$work/claimline" ./eval/speed

pin=()
if command -v taskset >/dev/null; then pin=(taskset -c "$(($(nproc) - 1))"); fi
echo "$(date -u +%F), commit $(git rev-parse --short HEAD)$(git diff --quiet HEAD || echo ' with changes')"
status=0
for texts in corpora articles; do
	ours=$("${pin[@]}" "$work/claimline" "$work/$texts"/*.txt)
	theirs=$("${pin[@]}" "$spacy/bin/python" eval/speed/spacy_speed.py "$work/$texts"/*.txt)
	awk -v texts="$texts" -v a="$ours" -v b="$theirs" 'BEGIN {
		split(a, o, " "); split(b, t, " ")
		printf "%-9s %6d words: Claimline, all stages, %6d words/s; spaCy, small pipeline, %6d words/s; ratio %.1f (start %.2f s, %.2f s)\n",
			texts, o[1], o[1] / o[3], t[1] / t[3], t[3] / o[3], o[2], t[2]
		exit t[3] < o[3]
	}' || { echo "speed: ours is slower on $texts" >&2; status=1; }
done
exit $status
