# The front door: one-liners over the CMake presets. `make help` lists them.
# `make report` and `make test` work on a fresh Debian machine: they install what is missing first.

PACKAGES := g++ cmake ninja-build pkg-config libcli11-dev libyaml-cpp-dev libfmt-dev \
  nlohmann-json3-dev libkainjow-mustache-dev libutf8proc-dev libgmp-dev libre2-dev \
  libsqlite3-dev libxlsxwriter-dev \
  libzip-dev libpugixml-dev doctest-dev python3 python3-jsonschema python3-yaml libxml2-utils \
  curl
SOURCES = $(shell find src tests -name '*.cpp' -o -name '*.h')

# The ledger in tasks/ is of 2023, and so is its report unless another day is asked for.
AS_OF ?= 2023-12-31
REPORT := build/weekly
FUZZ_SECONDS ?= 60
SIZES ?= 85,1000,10000,100000
SEED ?= 1
N ?= 12
PREFIX ?= /usr/local
DIST := build/dist
# Packages are of the day that the changelog names, so that the same sources give the same bytes.
PACK = SOURCE_DATE_EPOCH=$$(date -d "$$(sed -n 's/^ -- .*>  //p' .ci/debian/changelog | head -n 1)" +%s)
INPUTS ?= 10000000
MUTATIONS ?= 100000
KILLS ?= 1000

.DEFAULT_GOAL := build
.PHONY: build
build: deps ## build the program: build/release/taizhang
	@cmake --preset release >/dev/null
	@cmake --build --preset release

.PHONY: install
install: build ## install the program, its manual and templates under PREFIX=/usr/local; DESTDIR as usual
	@cmake --install build/release --strip --prefix $(PREFIX)

.PHONY: deb
deb: PACKAGES += dpkg-dev file
deb: build ## pack a Debian package: build/dist/taizhang_*.deb
	@mkdir -p $(DIST) && rm -f $(DIST)/*.deb
	@$(PACK) cpack --config build/release/CPackConfig.cmake -B build/package >build/package.log 2>&1 || \
	  { cat build/package.log; exit 1; }
	@mv build/package/*.deb $(DIST) && ls $(DIST)/*.deb

.PHONY: archive
archive: build ## pack an archive for any Linux, with the libraries: build/dist/taizhang-*.tar.gz
	@rm -f $(DIST)/*.tar.gz
	@$(PACK) .ci/archive build/release $(DIST) && ls $(DIST)/*.tar.gz

.PHONY: dist
dist: deb archive ## all that a release consists of, with SHA256SUMS: build/dist
	@.ci/dist $(DIST)

.PHONY: lint-deb
lint-deb: PACKAGES += lintian
lint-deb: deb ## look with lintian whether the package is as Debian wants packages
	@lintian --fail-on error,warning $(DIST)/*.deb

.PHONY: try-deb
try-deb: PACKAGES += debootstrap
try-deb: dist ## install the package in a Debian 12 without compiler, begin a ledger as README says
	@tests/install/debian.sh $(DIST)

.PHONY: report
report: build ## write the weekly report of tasks/ (AS_OF=2023-12-31)
	@build/release/taizhang report weekly --as-of $(AS_OF) -o $(REPORT).html
	@build/release/taizhang report weekly --as-of $(AS_OF) -o $(REPORT).md
	@echo "周报已写好：$(REPORT).html（网页）、$(REPORT).md（Markdown）"

.PHONY: test
test: deps ## build and run every test; ACCEPT=1 rewrites the expected output, WERROR=ON stops at a warning
	@cmake --preset dev -DTAIZHANG_WERROR=$(or $(WERROR),OFF) >/dev/null
	@cmake --build --preset dev
	@ctest --preset dev

.PHONY: asan
asan: deps ## the tests under the address and undefined sanitizers
	@cmake --preset asan >/dev/null
	@cmake --build --preset asan
	@ctest --preset asan

.PHONY: tsan
tsan: deps ## each kind of command with eight threads under the sanitizer of threads
	@cmake --preset tsan >/dev/null
	@cmake --build --preset tsan
	@tests/threads.sh build/tsan/taizhang

.PHONY: fuzz
fuzz: PACKAGES += clang libclang-rt-14-dev
fuzz: deps ## throw mutated files at the program (FUZZ_SECONDS=60 for each of four targets)
	@cmake --preset fuzz >/dev/null
	@cmake --build --preset fuzz
	@tests/fuzz/run.sh build/fuzz/tests/fuzz $(FUZZ_SECONDS)

.PHONY: bench
bench: PACKAGES += libyaml-dev
bench: build ## measure commands on example ledgers (SIZES=85,1000,10000,100000; BASE=another taizhang)
	@cmake --build --preset release --target taizhang_bench
	@python3 tests/bench/run.py build/release/taizhang build/release/tests/bench/taizhang_bench \
	  build/bench --sizes $(SIZES) $(if $(BASE),--base $(BASE))

.PHONY: instructions
instructions: PACKAGES += valgrind
instructions: build ## count instructions a task against .ci/instructions; ACCEPT=1 writes them
	@.ci/count-instructions build/release/taizhang $(if $(ACCEPT),ACCEPT)

.PHONY: lint
lint: PACKAGES += clang-format
lint: deps ## look whether folders include what they may, and whether clang-format agrees
	@bash tests/includes.sh src
	@clang-format --dry-run -Werror $(SOURCES)

.PHONY: tidy
tidy: PACKAGES += clang clang-tidy
tidy: deps ## read src/ with clang-tidy; what it looks for stands in .clang-tidy
	@cmake --preset tidy >/dev/null
	@cmake --build build/tidy --target generated/assets.cpp
	@run-clang-tidy -quiet -p build/tidy 'taizhang_core.dir|/src/'

.PHONY: soak
soak: build ## numbers computed again, ledgers cut (N=12 from SEED=1), the independent calculator on 20 plans for each, both readers of YAML (INPUTS=10000000), files mended (MUTATIONS=100000), kills (KILLS=1000)
	@python3 tests/calculator/compare.py build/release/taizhang \
	  --seeds $(SEED)..$$(( $(SEED) + 20 * $(N) - 1 ))
	@cmake --build --preset release --target taizhang_differential
	@build/release/tests/bench/taizhang_differential $(SEED) $(INPUTS) tests/fuzz/corpus \
	  tests/cases/ledgers
	@cmake --preset dev >/dev/null
	@cmake --build --preset dev
	@SEED=$(SEED) N=$(N) MUTATIONS=$(MUTATIONS) SLICE=1 build/dev/tests/taizhang_tests \
	  --test-case="*computed again*,*of one origin*,*cut at the clocks*,*mutated files*,*seeded mutations*,*its files lack*"
	@MANY=10 tests/hostile.sh build/dev/taizhang tests/cases/ledgers/linshui
	@python3 tests/kills.py build/dev/taizhang $(KILLS)

.PHONY: faults
faults: deps ## put known faults back one at a time; the suite must fail on each
	@tests/faults/run.sh

.PHONY: check-ledger
check-ledger: build ## check tasks/ with the program itself
	@build/release/taizhang check

.PHONY: deps
deps: ## install the Debian packages that are missing; the only step that asks for root
	@missing=; for p in $(PACKAGES); do \
	  dpkg-query -W -f '$${db:Status-Status}' $$p 2>/dev/null | grep -qx installed || missing="$$missing $$p"; \
	done; \
	if [ -n "$$missing" ] && command -v apt-get >/dev/null; then \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "安装缺少的软件包（需要管理员权限）/ installing packages (asks for root):$$missing"; \
	  $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi

.PHONY: format
format: PACKAGES += clang-format
format: deps ## format the sources in place
	@clang-format -i $(SOURCES)

.PHONY: clean
clean: ## delete everything that was built
	@rm -rf build

.PHONY: help
help: ## list these targets
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14
