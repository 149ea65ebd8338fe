# make demo     build, ingest the example corpus and draw it into demo-output/
# make test     build with warnings as errors and run every test
# make release  the binary to ship, linked against a static Swift runtime where the platform allows it
# make install  copy it below PREFIX (default /usr/local)
# make lint     check the format; make format applies it
# make answers  write the expected answers of queries/ anew; make readme the transcripts of README.md; make docs the
#               generated pages of docs/
# make benchmark  the tables of docs/Performance.md, measured on this machine beside networkx, igraph, SQLite and pyoxigraph

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
DEMO := demo-output
# On Linux the runtime is linked in, and its symbols are kept out of the dynamic table (docs/decisions/008).
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib \
  -Xlinker --no-export-dynamic -Xlinker --exclude-libs=ALL)

.PHONY: build demo test lint format release install uninstall clean dependencies answers readme docs quality benchmark

build: dependencies
	$(SWIFT) build --product distinguo

dependencies:
	@scripts/dependencies

test: dependencies
	$(SWIFT) build --build-tests
	$(SWIFT) test

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

format:
	$(SWIFT) format format --in-place --recursive Sources Tests Package.swift

release: dependencies
	$(SWIFT) build -c release --product distinguo $(STATIC)

install: release
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$$($(SWIFT) build -c release $(STATIC) --show-bin-path)/distinguo" "$(DESTDIR)$(PREFIX)/bin/distinguo"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/distinguo"

demo: release
	@scripts/demo "$$($(SWIFT) build -c release $(STATIC) --show-bin-path)/distinguo" $(DEMO)

answers: dependencies
	DISTINGUO_UPDATE_DOCS=1 $(SWIFT) test --filter ExampleQueryTests

readme: dependencies
	DISTINGUO_UPDATE_DOCS=1 $(SWIFT) test --filter ReadmeTests

docs: dependencies
	DISTINGUO_UPDATE_DOCS=1 $(SWIFT) test --filter ReferenceTests

# EVAL names a folder with the evaluation sets and their scorer.
EVAL ?= ../shared/eval
quality: release
	python3 Benchmarks/quality.py "$(EVAL)" "$$($(SWIFT) build -c release $(STATIC) --show-bin-path)/distinguo" > docs/Quality.md
	python3 Benchmarks/reliability.py "$(EVAL)" "$$($(SWIFT) build -c release $(STATIC) --show-bin-path)/distinguo" > docs/Reliability.md

# BENCHMARK holds options, such as: --edges 1000000 --peers networkx,igraph
BENCHMARK ?=
benchmark: dependencies
	python3 Benchmarks/graphs.py $(BENCHMARK)

clean:
	rm -rf .build $(DEMO)
