# fieldbook: `make test` and `make run` need no other command before them.

PREFIX ?= /usr/local
DESTDIR ?=
ARGS ?=
KEYS ?= 200000
SECONDS ?= 60

# One file that runs where Swift is not installed. Apple's systems bring Swift's library and refuse the option.
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
PROGRAM := .build/release/fieldbook

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help test robust fuzz sanitize build demo run bench fixtures examples install uninstall format lint clean toolchain packages

help: ## list these targets
	@echo 'fieldbook: a review workstation for groups of schools'
	@sed -n 's/^\([a-z]*\):[^#]*## /  make \1	/p' Makefile

test: toolchain packages ## install what is missing, build, run every test
	swift build --build-tests
	swift test --skip-build --disable-xctest

robust: toolchain packages ## 200,000 random keys over every screen, among 24,000 schools too (KEYS=200000)
	swift build --build-tests
	FIELDBOOK_ROBUST=$(KEYS) swift test --skip-build --disable-xctest --filter RandomKeysTests

fuzz: toolchain packages ## random bytes at the readers of JSON and CSV, for so long each (SECONDS=60)
	scripts/fuzz $(SECONDS)

# Each has a scratch path of its own, so that neither spoils the other's nor the ordinary build.
sanitize: toolchain packages ## the tests under AddressSanitizer, then under ThreadSanitizer
	LSAN_OPTIONS="suppressions=$(CURDIR)/scripts/address-sanitizer.supp:print_suppressions=0" \
		swift test --disable-xctest --sanitize=address --scratch-path .build/address
	TSAN_OPTIONS="suppressions=$(CURDIR)/scripts/thread-sanitizer.supp" \
		swift test --disable-xctest --sanitize=thread --scratch-path .build/thread

build: toolchain packages ## the program itself, at .build/release/fieldbook
	swift build -c release --product fieldbook $(STATIC)

demo: build ## build and open an invented trust to look around in
	@"$(PROGRAM)" demo

# The day only says which three years; the fixtures' test names the same one.
fixtures: build ## make the invented trust's files in fixtures/demo anew
	rm -f fixtures/demo/*.csv
	FIELDBOOK_NOW=2026-11-23T10:42:00+00:00 "$(PROGRAM)" demo fixtures/demo --files
	chmod 644 fixtures/demo/*.csv

examples: toolchain packages ## make the reports in docs/examples anew
	swift build --build-tests
	FIELDBOOK_RECORD=1 swift test --skip-build --disable-xctest --filter ExamplesTests

# Without a workspace the program says how to make one (status 66): that is an answer, not a failure of make.
run: build ## build and open the workspace; other words: make run ARGS="open DIR"
	@$(PROGRAM) $(ARGS) || [ $$? -eq 66 ]

bench: build ## measure what a user waits for beside other programs, where they are installed
	swift build -c release --product fieldbook-bench
	.build/release/fieldbook-bench

ROOT := $(DESTDIR)$(PREFIX)
BASH := $(ROOT)/share/bash-completion/completions
ZSH := $(ROOT)/share/zsh/site-functions
FISH := $(ROOT)/share/fish/vendor_completions.d
MAN := $(ROOT)/share/man/man1

# Under another name first: a program that is running cannot be written over, but its name can go to another.
install: build ## program, manual and completions into PREFIX (PREFIX=/usr/local DESTDIR=)
	mkdir -p "$(ROOT)/bin" "$(BASH)" "$(ZSH)" "$(FISH)" "$(MAN)"
	cp "$(PROGRAM)" "$(ROOT)/bin/.fieldbook.new"
	chmod 755 "$(ROOT)/bin/.fieldbook.new"
	mv -f "$(ROOT)/bin/.fieldbook.new" "$(ROOT)/bin/fieldbook"
	"$(ROOT)/bin/fieldbook" completions bash > "$(BASH)/fieldbook"
	"$(ROOT)/bin/fieldbook" completions zsh > "$(ZSH)/_fieldbook"
	"$(ROOT)/bin/fieldbook" completions fish > "$(FISH)/fieldbook.fish"
	"$(ROOT)/bin/fieldbook" manual > "$(MAN)/fieldbook.1"
	chmod 644 "$(BASH)/fieldbook" "$(ZSH)/_fieldbook" "$(FISH)/fieldbook.fish" "$(MAN)/fieldbook.1"

uninstall: ## remove what install put there; workspaces and settings stay
	rm -f "$(ROOT)/bin/fieldbook" "$(BASH)/fieldbook" "$(ZSH)/_fieldbook" "$(FISH)/fieldbook.fish" "$(MAN)/fieldbook.1"

format: toolchain ## bring the sources into shape
	swift format --in-place --recursive --parallel Sources Tests Bench Package.swift

lint: toolchain ## say what is out of shape; nothing may be
	swift format lint --strict --recursive --parallel Sources Tests Bench Package.swift

clean: toolchain ## remove what was built; fetched packages stay
	swift package clean

toolchain:
	@command -v swift >/dev/null 2>&1 || { \
	  echo 'fieldbook is written in Swift, and there is no swift on your PATH.' >&2; \
	  echo 'Swift 6.2 or later for Debian and others: https://www.swift.org/install' >&2; exit 1; }

packages:
	@scripts/install-missing-packages
