# Everything you can do in a checkout. `make help` lists it.
# PYTHON=python3.12 make build   uses another Python than the default one.

bin := .venv/bin

.DEFAULT_GOAL := build
.PHONY: build test check format validate benchmark messages lock clean help ready

build: ready ## make every document of this project in output/
	$(bin)/policygen build
	$(bin)/policygen build --overlay heron-uk
	$(bin)/policygen build --overlay brightheron

test: ## run the tests
	@tools/bootstrap.sh test
	$(bin)/python -m pytest

check: ready ## check formatting, lint and types
	$(bin)/ruff format --check
	$(bin)/ruff check
	$(bin)/mypy

format: ready ## put all Python files in the project's format
	$(bin)/ruff format
	$(bin)/ruff check --fix

validate: ready ## judge every file in output/ with veraPDF, qpdf, LibreOffice, the Nu checker and axe
	@tools/validate/install.sh
	.validators/venv/bin/python -m tools.validate output

benchmark: ready ## measure speed and memory against bare WeasyPrint
	$(bin)/python -m benchmarks

messages: ready ## bring the translation catalogs up to date with templates, program and policy
	tools/messages.sh

lock: ready ## pin the versions of all dependencies (UPGRADE=1: the newest ones)
	tools/lock.sh $(if $(UPGRADE),--upgrade)

clean: ## remove what can be made again: documents, caches, environments
	rm -rf output .policygen build dist .venv .validators
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage
	find src tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

ready:
	@tools/bootstrap.sh
