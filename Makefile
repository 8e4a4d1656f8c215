# Two commands do everything: make demo, make test.

export CGO_ENABLED = 0
TAGS    = nomsgpack
LDFLAGS = -s -w -X main.version=$(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
BIN     = bin/claimline
SOURCES = $(wildcard $(shell git ls-files -co --exclude-standard -- '*.go' '*.tsv' '*.gz' '*.bin' '*.json' '*.html' '*.css' '*.js' 2>/dev/null)) go.mod go.sum
# Neo4j's jars, Chromium and the like are installed once, outside the repository.
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: all build demo test tools check race eval compare bench clean

all: build

build: $(BIN)

$(BIN): $(SOURCES)
	go build -trimpath -tags '$(TAGS)' -ldflags '$(LDFLAGS)' -o $@ ./cmd/claimline

# Loads the sample articles into an embedded store of its own and serves them.
demo: build
	$(BIN) demo

# Everything a change must pass: formatting, vet, staticcheck, all tests, the
# real Neo4j among them, and the race detector over what runs concurrently.
test: tools check
	go run ./internal/neo4jtest/fetch
	go run ./internal/importers/fetch
	go test -timeout 20m ./...
	$(MAKE) race

# What the tests need beside Go, from Debian's packages where it is missing.
tools:
	@missing=; for t in gcc:gcc python3:python3 java:openjdk-17-jre-headless mvn:maven chromium:chromium node:nodejs npm:npm; do \
		command -v $${t%%:*} >/dev/null || missing="$$missing $${t#*:}"; done; \
	python3 -c 'import ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	test -z "$$missing" || { command -v apt-get >/dev/null && test "$$(id -u)" = 0 && apt-get update -q && apt-get install -y -q --no-install-recommends $$missing; } \
		|| { echo "make test needs:$$missing (names of Debian's packages)"; exit 1; }

check:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { echo "gofmt -l:"; gofmt -l $$(git ls-files '*.go'); exit 1; }
	go vet ./...
	go run $(STATICCHECK) ./...

# The race detector needs a C compiler; the binary never does.
race:
	CGO_ENABLED=1 go test -race -timeout 20m ./graph ./graph/sqlite ./extract/ingest ./extract/nlp ./extract/nlp/neural ./api ./cmd/claimline

# Accuracy, on the open corpora and the annotated articles in ../shared.
eval: build
	go test -count=1 -v -run 'Eval|Story|TimeLine|Timeline|Wiki|GUM|Specs|Attribution|Gold|GAP|Planted' ./extract/nlp/... ./graph/resolve/... | grep -v -e '^=== ' -e 'no test'
	eval/gold.sh

# The reader beside spaCy and CoreNLP, time expressions beside HeidelTime and
# SUTime, quotations beside CoreNLP and textacy. Installs them; half an hour, so
# not for CI.
compare:
	eval/reader.sh
	eval/time.sh --fetch
	eval/quotes.sh

# Budgets and speed, of the whole extractor beside spaCy, which it installs.
bench: build
	go test -run '^$$' -bench . -benchtime 1s ./...
	eval/budgets.sh
	eval/speed.sh

clean:
	rm -rf bin out demo-data
