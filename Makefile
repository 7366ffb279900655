# Two commands for everybody: `make demo` shows Saldo at work, `make test` runs everything that CI runs.

DEMO := .build/demo

.PHONY: demo test bench mutants soak lint system clean

# Settles the two months of the sample region into a new ledger and says where the reports are.
demo: system
	Scripts/demo $(DEMO)

# The whole suite: format, build with warnings as errors, tests.
test: system lint
	swift build --build-tests
	swift test --skip-build

# Measures the release program beside xmllint and a Python script, on generated messages; options in OPTIONS.
bench: system
	Benchmarks/install-packages
	Benchmarks/run $(OPTIONS)

# Breaks the rules on purpose, one term at a time, and writes Documentation/Mutants.csv; any survivor is an error.
mutants:
	Scripts/install-system-packages rsync
	Scripts/mutate

# Runs the fast check of messages against the schema on some millions of mutants, for release and on all cores, and writes the
# counts into Documentation/Performance.md; any disagreement is an error. Options in OPTIONS.
soak: system
	Scripts/soak $(OPTIONS)

# The formatter of the toolchain and the generated samples; any difference is an error.
lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks
	Scripts/make-sample --check
	Scripts/make-conformance --check
	Scripts/embed-regimes --check

# The system packages, by name; nothing is done when they are there.
system:
	Scripts/install-system-packages

clean:
	rm -rf .build .build-mutants .build-soak
