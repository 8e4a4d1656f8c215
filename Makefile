# Two commands do everything: make demo, make test.

export CGO_ENABLED = 0
TAGS    = nomsgpack
LDFLAGS = -s -w -X main.version=$(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
BIN     = bin/claimline
PAGES   = api/ui/dist/index.html
UI_SOURCES = $(shell git ls-files -co --exclude-standard api/ui/src 2>/dev/null) $(addprefix api/ui/,index.html package.json package-lock.json tsconfig.json vite.config.ts openapi.go)
SOURCES = $(wildcard $(shell git ls-files -co --exclude-standard -- '*.go' '*.tsv' '*.gz' '*.bin' '*.json' '*.html' '*.css' '*.js' 2>/dev/null)) go.mod go.sum
# Neo4j's jars, Chromium and the like are installed once, outside the repository.
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: all build ui demo test ui-test screenshots tools check race eval compare bench clean

all: build

build: $(BIN)

$(BIN): $(SOURCES) $(PAGES)
	go build -trimpath -tags '$(TAGS)' -ldflags '$(LDFLAGS)' -o $@ ./cmd/claimline

# The web pages: TypeScript, built into the folder that the binary embeds. The
# types of their client come from the API as it is.
ui: $(PAGES)

$(PAGES): $(UI_SOURCES) $(wildcard api/*.go)
	@$(MAKE) -s tools NEEDS='node:nodejs npm:npm'
	cd api/ui && { cmp -s package-lock.json node_modules/.made || { npm ci --no-audit --no-fund && cp package-lock.json node_modules/.made; }; }
	cd api/ui && go run openapi.go > openapi.json && npm run -s types && npm run -s check && npm run -s build
	@touch $@

# Loads the sample articles into an embedded store of its own and serves them.
demo: build
	$(BIN) demo

# Everything a change must pass: formatting, vet, staticcheck, all tests, the
# real Neo4j among them, and the race detector over what runs concurrently.
test: tools ui check
	go run ./internal/neo4jtest/fetch
	go run ./internal/importers/fetch
	go test -timeout 20m ./...
	$(MAKE) ui-test
	$(MAKE) race

# The pages in a browser, over the real binary with the demo's data. A browser
# on a busy machine may miss a limit of time: what fails is run once more.
ui-test: build
	cd api/ui && export CLAIMLINE=../../$(BIN); run='node --test test/pages.test.mjs test/hostile.test.mjs'; $$run || { echo "once more"; $$run; }

# A picture of every page, light, dark and on a phone, in out/screenshots.
screenshots: build
	cd api/ui && CLAIMLINE=../../$(BIN) node test/screenshots.mjs ../../out/screenshots

# What the tests need beside Go, from Debian's packages where it is missing.
NEEDS = gcc:gcc python3:python3 java:openjdk-17-jre-headless mvn:maven chromium:chromium node:nodejs npm:npm
tools:
	@missing=; for t in $(NEEDS); do \
		command -v $${t%%:*} >/dev/null || missing="$$missing $${t#*:}"; done; \
	python3 -c 'import ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	test -z "$$missing" || { command -v apt-get >/dev/null && test "$$(id -u)" = 0 && apt-get update -q && apt-get install -y -q --no-install-recommends $$missing; } \
		|| { echo "make needs:$$missing (names of Debian's packages)"; exit 1; }

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
	go test -count=1 -v -run EvalECBMentions ./extract/nlp/event -ecb | grep 'ECB+'
	go test -count=1 -v -run 'EvalECB$$' ./graph/resolve -ecb all | grep CoNLL
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
	eval/load.sh

clean:
	rm -rf bin out demo-data api/ui/dist api/ui/node_modules
