# `make` alone lists what there is. `./go` sets up and runs; this is for people who change Kindling.
.DEFAULT_GOAL := help
BIN := .venv/bin
.PHONY: help setup run check fix test matrix messages seed bench soak audit security attack

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' Makefile | awk -F'|' '{printf "make %-8s %s\n", $$1, $$2}'
setup: ## Install everything the tests and checks need
	@./go setup
run: ## Run the demo school
	@./go
check: setup ## Format, lint, types, contracts, migrations, words: what CI runs before the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djlint --quiet --lint kindling
	$(BIN)/mypy
	PYTHONPATH=. $(BIN)/lint-imports --no-logo
	DEBUG=1 $(BIN)/python manage.py makemigrations --check --dry-run -v0
	$(BIN)/python .ci/production.py
	$(BIN)/codespell
	$(BIN)/python .ci/lint.py
fix: setup ## Mend what a tool can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
test: ## Run the suite on SQLite without a browser
	@./go test
matrix: setup ## Rewrite what a reviewer must see: permission matrix, API description
	REWRITE=1 $(BIN)/python -m pytest -q tests/test_permission_matrix.py tests/test_api_contract.py
messages: setup ## Bring the Spanish and Arabic catalogues up to date
	$(BIN)/python .ci/messages.py
seed: ## Make the demo network without serving it
	@./go demo --prepare
bench: setup ## Measure our workloads as ratios against the yardstick
	$(BIN)/python benchmarks/run.py $(ARGS)
	$(BIN)/python benchmarks/rounds.py
	$(BIN)/python benchmarks/weeks.py
	$(BIN)/python benchmarks/sheets.py
soak: setup ## Kill processes under load and let the text gateway die, bounded in time
	$(BIN)/python benchmarks/soak.py $(ARGS)
audit: setup ## Ask for security advisories: clean, findings, or no advisory source
	@$(BIN)/python .ci/audit.py
security: setup ## Look for mistakes and secrets with bandit, semgrep and detect-secrets
	@$(BIN)/python .ci/security.py $(ARGS)
attack: setup ## Attack a Kindling of our own for hours: schemathesis, wapiti, sqlmap, odd values
	@$(BIN)/python .ci/attack.py $(ARGS)
