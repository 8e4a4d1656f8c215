#!/usr/bin/env bash
# Measures the budgets of the binary: size, time until the server answers on
# an empty embedded store (median of five starts), memory when idle.
# Fails where one is broken.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$PWD/bin/claimline
work=$(mktemp -d)
trap 'kill "${pid:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
fail=0
check() { # name value limit unit
	printf '%-28s %8s %-3s (budget %s)\n' "$1" "$2" "$4" "$3"
	[ "$2" -le "$3" ] || fail=1
}

check "binary" "$(($(stat -c %s "$bin") / 1000000))" 45 MB
if command -v file >/dev/null; then file "$bin" | grep -q 'statically linked' && echo "static                            yes" || { echo "static: no"; fail=1; }; fi

times=()
for i in 1 2 3 4 5; do
	port=$((20000 + RANDOM % 20000))
	begin=$(date +%s%N)
	"$bin" serve --data "$work/$i" --listen "127.0.0.1:$port" >"$work/log" 2>&1 &
	pid=$!
	until curl -fs "http://127.0.0.1:$port/readyz" >/dev/null 2>&1; do
		kill -0 "$pid" 2>/dev/null || { cat "$work/log"; exit 1; }
		sleep 0.005
	done
	times+=($((($(date +%s%N) - begin) / 1000000)))
	if [ "$i" = 5 ]; then
		sleep 1
		rss=$(awk '/VmRSS/{print int($2/1000)}' "/proc/$pid/status")
	fi
	kill "$pid"
	wait "$pid" || true
done
mapfile -t sorted < <(printf '%s\n' "${times[@]}" | sort -n)
check "serve ready" "${sorted[2]}" 300 ms
check "idle memory" "$rss" 80 MB
exit "$fail"
