#!/usr/bin/env bash
# Sets quotations beside each other that Claimline, CoreNLP's quote annotator and
# textacy's direct quotations find in the annotated articles, with their speakers,
# and fails where a peer finds more or attributes as many rightly. The peers are
# installed into the user's cache folder when they are not there yet; CoreNLP
# needs some minutes and 4 GB. eval/quotes/score.py says what is counted.
# Usage: eval/quotes.sh [--details]
set -euo pipefail
cd "$(dirname "$0")/.."
gold=../shared/gold
[ -d "$gold" ] || { echo "quotes: $gold is absent: nothing to score against" >&2; exit 1; }
read -r _ corenlp < <(eval/reader/install.sh)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/claimline/peers
textacy=$cache/textacy-$(sha256sum eval/quotes/requirements.txt | cut -c1-12)
if [ ! -e "$textacy/complete" ]; then
	rm -rf "$textacy"
	python3 -m venv "$textacy"
	"$textacy/bin/pip" install -q -r eval/quotes/requirements.txt >&2
	touch "$textacy/complete"
fi

work=$PWD/out/quotes
rm -rf "$work"
mkdir -p "$work/classes"
articles=("$gold"/articles/*.txt "$gold"/dev/articles/*.txt)
CGO_ENABLED=0 go run ./eval/quotes "$work/claimline.json" "${articles[@]}"
"$textacy/bin/python" eval/quotes/textacy_quotes.py "$work/textacy.json" "${articles[@]}"
javac -cp "$corenlp/lib/*" -d "$work/classes" eval/quotes/CoreNLPQuotes.java
java -Xmx4g -XX:+UseSerialGC -cp "$work/classes:$corenlp/lib/*" CoreNLPQuotes "$work/corenlp.json" "${articles[@]}" 2>"$work/corenlp.log" ||
	{ cat "$work/corenlp.log" >&2; exit 1; }
echo "$(date -u +%F), commit $(git rev-parse --short HEAD)$(git diff --quiet HEAD || echo ' with changes')"
echo
python3 eval/quotes/score.py "$gold" "$gold/dev" -- "$work/claimline.json" "$work/corenlp.json" "$work/textacy.json" "$@"
