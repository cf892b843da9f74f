# Needs make and Python 3.11, 3.12 or 3.13; everything else goes into .venv.
#   make demo     build the environment, read the example dispatches, tell incidents day by day
#   make page     the same, then open the record in a browser
#   make test     build the environment with the tools of development, run the tests
#   make check    what CI asks for: style, types, the import table, then the tests
#   make docs     write docs/cli.md and docs/codebook.md afresh
#   make clean    remove what was built
# Another Python: make PYTHON=python3.12 demo

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo page test check lint types imports docs clean

help:
	@sed -n '2,8s/^#   //p' Makefile

demo: $(VENV)/.core
	@echo "Reading the example dispatches ..."
	@$(BIN)/recuento demo
	@echo "To type recuento without its folder: . $(BIN)/activate"

page: $(VENV)/.web
	@$(BIN)/recuento demo --db $(VENV)/demo.db > /dev/null
	@$(BIN)/recuento serve --db $(VENV)/demo.db --open

test: $(VENV)/.dev
	$(BIN)/python -m pytest -q $(PYTEST)

check: lint types imports test

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports

docs: $(VENV)/.dev
	$(BIN)/python -m recuento.cli.docs docs

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; ok = (3, 11) <= sys.version_info[:2] <= (3, 13); \
	  sys.exit(0 if ok else "Recuento needs Python 3.11, 3.12 or 3.13; $(PYTHON) is %d.%d. Name another one: make PYTHON=python3.12 ..." % sys.version_info[:2])'
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.core: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing Recuento and what it needs into $(VENV) (a minute or two, once) ..."
	@$(PIP) --editable .
	@touch $@

$(VENV)/.web: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing Recuento with the page into $(VENV) (a minute or two, once) ..."
	@$(PIP) --editable '.[web]'
	@touch $@ $(VENV)/.core

$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing Recuento with its tools of development into $(VENV) (a minute or two, once) ..."
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.core
