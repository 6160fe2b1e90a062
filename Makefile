# Every target does its own set-up; nothing here needs more than make and Python 3.11 or 3.12.
.DEFAULT_GOAL := run
.PHONY: setup setup-dev run test lint bench up down

PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3)
VENV := .venv/bin/python
JOBS ?= 2

setup:
	@"$(PYTHON)" -I config/bootstrap.py run

setup-dev:
	@"$(PYTHON)" -I config/bootstrap.py test

run:
	@"$(PYTHON)" -I config/bootstrap.py run --opens
	@$(VENV) -m config.launch

test: setup-dev
	@$(VENV) -m pytest -n $(JOBS) --dist loadfile $(ARGS)

lint: setup-dev
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	$(VENV) -m mypy
	$(VENV) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'

bench: setup-dev
	@$(VENV) -m benchmarks $(ARGS)

up: setup
	@$(VENV) -m config.embedded up
	@$(VENV) manage.py migrate --verbosity 0

down:
	@test ! -x $(VENV) || $(VENV) -m config.embedded down
