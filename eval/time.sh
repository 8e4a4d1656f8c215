#!/usr/bin/env bash
# Compares Claimline's time expressions with HeidelTime's and SUTime's on the
# open corpora in ../shared/data: same texts, same document dates, same scorer.
# Usage: eval/time.sh [--fetch] [--ours]
#   --fetch  installs the two tools and their models (about 600 MB) with Maven
#            into a cache folder of the user's; needs a JDK
#   --ours   runs ours anew and takes the others' output from the last run
# The cache folder is $CLAIMLINE_EVAL_CACHE, or claimline/time in the user's own.
set -euo pipefail
cd "$(dirname "$0")/.."
cache=${CLAIMLINE_EVAL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/claimline/time}
fetch= ours=
for arg; do
	case $arg in
	--fetch) fetch=1 ;;
	--ours) ours=1 ;;
	*) sed -n '2,9s/^# //p' "$0" >&2; exit 2 ;;
	esac
done
mkdir -p "$cache/out" "$cache/classes"
if [ -n "$fetch" ]; then
	mvn -q -B -f eval/time/pom.xml dependency:copy-dependencies -DoutputDirectory="$cache/lib"
fi
export CGO_ENABLED=0
go build -o "$cache/compare" ./eval/time
if [ -z "$ours" ]; then
	[ -d "$cache/lib" ] || { echo "eval: the tools are not installed: run eval/time.sh --fetch" >&2; exit 1; }
	"$cache/compare" texts "$cache/out"
	javac -nowarn -cp "$cache/lib/*" -d "$cache/classes" eval/time/*.java
	for corpus in "$cache"/out/*/; do
		name=$(basename "$corpus")
		kind=NEWS
		[ "$name" = wikiwars ] && kind=NARRATIVES
		run() { nice -n 10 java -Xmx2500m -XX:+UseSerialGC -cp "$cache/classes:$cache/lib/*" "$@" 2>>"$cache/log"; }
		run Heidel "$cache/out/$name.heideltime.tsv" "$corpus" "$kind" eval/time/heideltime.props
		run SuTime "$cache/out/$name.sutime.tsv" "$corpus"
	done
fi
nice -n 10 "$cache/compare" claimline "$cache/out"
"$cache/compare" score "$cache/out"
