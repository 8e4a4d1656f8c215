#!/usr/bin/env bash
# Runs Claimline's reader, spaCy (small English model) and CoreNLP over the same
# raw texts, one after the other on one core, and prints one table. The peers are
# installed into the user's cache folder when they are not there yet (see
# eval/reader/install.sh); CoreNLP needs about ten minutes and 4 GB of memory.
# eval/reader/README.md says what is compared and how. Usage: eval/reader.sh
set -euo pipefail
cd "$(dirname "$0")/.."
data=../shared/data
[ -d "$data" ] || { echo "reader: $data is absent: nothing to read" >&2; exit 1; }
read -r spacy corenlp < <(eval/reader/install.sh)

work=$PWD/out/reader
rm -rf "$work"
mkdir -p "$work/texts" "$work/classes"
python3 eval/reader/corpora.py "$data" "$work/texts"
CGO_ENABLED=0 go build -o "$work/claimline" ./eval/reader/claimline
javac -cp "$corenlp/lib/*" -d "$work/classes" eval/reader/CoreNLPRead.java

pin=()
if command -v taskset >/dev/null; then pin=(taskset -c "$(($(nproc) - 1))"); fi
cd "$work/texts"
"${pin[@]}" "$work/claimline" "$work/claimline.json" ./*.txt ./*.words.json
"${pin[@]}" "$spacy/bin/python" "$OLDPWD/eval/reader/spacy_read.py" "$work/spacy.json" ./*.txt ./*.words.json
"${pin[@]}" java -Xmx4g -XX:+UseSerialGC -cp "$work/classes:$corenlp/lib/*" CoreNLPRead "$work/corenlp.json" ./*.txt 2>"$work/corenlp.log" ||
	{ cat "$work/corenlp.log" >&2; exit 1; }
cd "$OLDPWD"
echo "$(date -u +%F), commit $(git rev-parse --short HEAD)$(git diff --quiet HEAD || echo ' with changes')"
echo
python3 eval/reader/score.py "$work/texts" "$work/claimline.json" "$work/spacy.json" "$work/corenlp.json" | tee "$work/table.md"
