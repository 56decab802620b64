.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
FLOORS := --floor quotes.f1=.95 --floor attribution.f1=.88 --floor participants.f1=.65 \
	--floor claims.f1_at_k=.65 --floor trust.hallucinated=.05
SEED := seeds/rubio-lavrov-kuala-lumpur.txt

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-7s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[local,dev]'
	@touch $(READY)

brief: $(READY) ## Print the brief of the seed article (fetches the model once, 1.1 GB)
	@$(BIN)/summarizer brief $(SEED) --model local

test: $(READY) ## Run the unit tests
	$(BIN)/python -m pytest -q

live: $(READY) ## Run the tests that need the local model
	$(BIN)/python -m pytest -q -m live

gate: $(READY) ## Replay recorded answers: no count may differ from the baseline
	$(BIN)/python -m evals gate

judge: $(READY) ## Brief three seeds with the local model and hold their figures to floors
	rm -f build/judge.jsonl && mkdir -p build
	$(BIN)/python -m evals run --no-cache -o build/judge.jsonl $(FLOORS) \
		--only rubio-lavrov-kuala-lumpur --only velm-river-dam --only tellwick-recall-statement

check: $(READY) ## Format, lint, types, import arrows
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY) ## Compare with a plain call on one article, with the local model
	$(BIN)/python -m benchmarks.one_article

wheel: $(READY) ## Build the wheel, install it into an environment of its own, make a brief there
	rm -rf build/wheel
	$(BIN)/python -m build --wheel --outdir build/wheel . >/dev/null
	$(PYTHON) -m venv build/wheel/env
	build/wheel/env/bin/python -m pip install --quiet --disable-pip-version-check build/wheel/*.whl
	cp tests/scripted.txt tests/scripted.json build/wheel
	cd build/wheel && env/bin/summarizer brief scripted.txt --model scripted/scripted.json
	build/wheel/env/bin/python -m pip install --quiet --disable-pip-version-check \
		"$$(echo build/wheel/*.whl)[evals]"
	cd build/wheel && env/bin/python -m summarizer.evals run --seeds ../../seeds --system rules \
		-o rules.jsonl | head -3

clean: ## Remove what was made here; weights and answers stay in the cache folder
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist

.PHONY: help brief test live gate judge check bench wheel clean
