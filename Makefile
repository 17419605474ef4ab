# The commands of the house. Each sets up what it needs, once, and says so in a line: a fresh clone needs Python
# 3.11 or 3.12, Node 20 or newer, and for the tests Debian's package manager. `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

PORT ?= 8000
DB ?= sqlite
PYTHON ?= python3
export PYTHON

PY := .venv/bin/python
NODE := $(CURDIR)/node_modules/.bin
ifneq ($(filter-out sqlite mariadb,$(DB)),)
$(error DB=$(DB): the local host runs on sqlite or mariadb)
endif
# Runs a command with a private MariaDB, which ends with it; its data are not the local host's.
WITH_MARIADB := $(PY) -m demo.mariadb run var/mariadb-tests --
IN_DATABASE := $(if $(filter mariadb,$(DB)),$(WITH_MARIADB),)

UI_SOURCES := $(shell find xblocks -path '*/ui/*' -type f 2>/dev/null) build.mjs
PO_SOURCES := $(wildcard xblocks/*/translations/*/LC_MESSAGES/*.po)

## For people

.PHONY: help
help:  ## list the commands
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 26

.PHONY: demo
demo: .venv/.for-demo build $(if $(filter mariadb,$(DB)),mariadb-installed)  ## serve the local host (PORT=8000, DB=mariadb)
	@PORT=$(PORT) DB=$(DB) $(PY) -m demo.serve

.PHONY: demo-reset
demo-reset:  ## forget everything that was done in the local host
	@rm -rf var/mariadb var/demo.sqlite3*
	@echo "The local host is empty: the next \`make demo\` starts afresh."

.PHONY: test
test: quality test-ui test-python test-mariadb test-wheel test-browser  ## everything; what CI runs

.PHONY: quality
quality: node_modules/.for-dev .venv/.for-dev build  ## lint, types, layers, PII statements, bundle budgets
	@echo "pylint, and beside it on the other core: pylint tests, mypy, import-linter, pii, tsc, edx-lint"
	@$(PY) -m pylint --score=no $(PYLINTED) & beside=$$!; \
	    $(PY) -m pylint --score=no --disable=$(LENIENT) tests; \
	    .venv/bin/mypy --no-error-summary; \
	    .venv/bin/lint-imports --no-logo --cache-dir var/importlinter >var/importlinter.txt \
	        || { cat var/importlinter.txt; exit 1; }; \
	    PYTHONPATH=. DJANGO_SETTINGS_MODULE=demo.settings .venv/bin/code_annotations \
	        django_find_annotations --config_file .pii_annotations.yml --lint --coverage >var/pii.txt \
	        || { cat var/pii.txt; exit 1; }; \
	    $(NODE)/tsc --noEmit; \
	    .venv/bin/edx_lint check pylintrc >/dev/null; \
	    wait $$beside
# A fixture may be asked for its effect alone, a whole result is compared even when it is empty.
LENIENT := redefined-outer-name,unused-argument,too-many-arguments,too-many-positional-arguments,wrong-import-order
LENIENT := $(LENIENT),protected-access,imported-auth-user,use-implicit-booleaness-not-comparison,useless-suppression
PYLINTED := $(filter-out %.egg-info/,$(wildcard xblocks/qi_*/)) qi_templates demo tools setup.py $(wildcard benchmarks)

.PHONY: build
build: .venv/.bundles .venv/.translations  ## browser bundles and compiled translations

.PHONY: translations
translations: .venv/.for-dev  ## collect the strings to translate into <package>/translations
	@$(PY) tools/translations.py

.PHONY: benchmarks
benchmarks: .venv/.for-dev build chromium-installed  ## measure, on this machine (DB=mariadb)
	@$(IN_DATABASE) $(PY) -m benchmarks

.PHONY: pictures
pictures: .venv/.for-dev build chromium-installed  ## take the pictures of README and docs anew
	@$(PY) tools/pictures.py

.PHONY: constraints
constraints: .venv/.for-dev  ## move to the newest versions of the Python packages we work with
	@{ head -n 1 constraints.txt; .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --no-header \
	    --no-annotate --upgrade --group dev setup.py; } >constraints.new && mv constraints.new constraints.txt

.PHONY: clean
clean:  ## remove all that these commands made, data and environment included
	@rm -rf .venv node_modules var build dist xblocks/*.egg-info xblocks/*/public/*.js xblocks/*/public/*.LEGAL.txt
	@find xblocks -name '*.mo' -delete

## The parts of `make test`

COVERED := --cov=qi_core --cov=qi_project --cov=qi_driver_diagram --cov=qi_pdsa_planner --cov=qi_run_chart --cov=qi_social_space --cov=qi_templates --cov-branch --cov-report=
PURE := */domain/*,*/qi_project/api.py,*/qi_templates/*
# A process for each core, each with a database of its own.
AT_ONCE := -n auto --maxprocesses=4
# Browsers and wheels have parts of their own; MariaDB adds nothing to what never meets a database.
NOT_HERE := --ignore=tests/e2e --ignore-glob='tests/house/test_wheel*'
NO_DATABASE := --ignore=tests/house --ignore-glob='tests/*/domain' --ignore=tests/qi_templates

.PHONY: test-ui
test-ui: node_modules/.for-dev
	@$(NODE)/vitest run --reporter=dot

.PHONY: test-python
test-python: .venv/.for-dev build
	@COVERAGE_FILE=var/coverage $(PY) -m pytest -q tests $(AT_ONCE) $(NOT_HERE) $(COVERED)
	@COVERAGE_FILE=var/coverage .venv/bin/coverage report --include='$(PURE)' --fail-under=100 --skip-covered -m
	@COVERAGE_FILE=var/coverage .venv/bin/coverage report --fail-under=90 --format=total >/dev/null \
	    || { COVERAGE_FILE=var/coverage .venv/bin/coverage report --skip-covered -m; exit 1; }

.PHONY: test-mariadb
test-mariadb: .venv/.for-dev build mariadb-installed
	@$(WITH_MARIADB) $(PY) -m pytest -q tests $(AT_ONCE) $(NOT_HERE) $(NO_DATABASE)

.PHONY: test-wheel
test-wheel: .venv/.for-dev node_modules/.for-demo
	@$(PY) -m pytest -q tests/house/test_wheel*.py $(AT_ONCE) --dist loadgroup

.PHONY: test-browser
test-browser: node_modules/.for-dev .venv/.for-dev build chromium-installed
	@$(PY) -m pytest -q tests/e2e $(AT_ONCE)

## What the commands above stand on

.venv/.for-demo: setup.py pyproject.toml constraints.txt tools/environment.sh | node_modules/.for-demo
	@tools/environment.sh demo
	@touch $@

.venv/.for-dev: setup.py pyproject.toml constraints.txt tools/environment.sh | node_modules/.for-demo
	@tools/environment.sh dev
	@touch .venv/.for-demo $@

# npm empties the folder first, so each installation leaves the marks of exactly what it brought.
node_modules/.for-demo: package-lock.json | node-installed
	@echo "Installing the Node packages that build the bundles"
	@npm ci --omit=dev --loglevel=error --silent >/dev/null
	@touch $@

node_modules/.for-dev: package-lock.json | node-installed
	@echo "Installing the Node packages for the tests"
	@npm ci --loglevel=error --silent >/dev/null
	@touch node_modules/.for-demo $@

.venv/.bundles: $(UI_SOURCES) node_modules/.for-demo | .venv/.for-demo
	@node build.mjs
	@touch $@

# Only setup.py compiles translations, and installing is how it is asked to.
.venv/.translations: $(PO_SOURCES) | .venv/.for-demo
	@.venv/bin/uv pip install --quiet --python $(PY) --no-deps --editable .
	@touch $@

.PHONY: node-installed mariadb-installed chromium-installed
node-installed:
	@command -v node npm >/dev/null || { echo "Node 20 or newer is needed, with npm (https://nodejs.org)." >&2; exit 1; }
mariadb-installed:
	@tools/debian.sh mariadb-server
chromium-installed:
	@tools/debian.sh chromium fonts-dejavu-core poppler-utils
