# make run and make test are the two commands to know; make help lists the rest. Go and make are all they need.

SCENARIO ?= pacific-2025
RUNS     ?= 1000
OUT      ?= out/$(SCENARIO)
FUZZTIME ?= 30s
TESTFLAGS ?=
KILLS    ?= 1000
MUTANTS  ?= 100
OF       ?= sim

.PHONY: help run test check build page wasm bench fuzz kills mutants help-files snapshot golden gallery clean

help:
	@echo 'make run     play $(SCENARIO) $(RUNS) times; print the table, write tables and charts into $(OUT)'
	@echo 'make test    vet and test everything'
	@echo 'make check   is the code formatted, and does the linter find nothing?'
	@echo 'make build   build bin/entente, with the model for browsers in it'
	@echo 'make page    write the seminar page: out/seminar.html opens from disk, out/seminar is for a web host'
	@echo 'make bench   measure the speed of ticks, runs, ensembles and start-up'
	@echo 'make fuzz    throw odd input at each reader for FUZZTIME=$(FUZZTIME)'
	@echo 'make kills   kill commands at KILLS=$(KILLS) random moments; given again, they must end with the same bytes'
	@echo 'make mutants change MUTANTS=$(MUTANTS) places of the package OF=$(OF), one at a time; some test must mind each'
	@echo 'make snapshot build the archives of a release into dist; nothing is published'
	@echo 'make golden  write the golden files anew; look at what changed before you commit'
	@echo 'make gallery draw the pictures of README anew'
	@echo 'make clean   remove bin and out'

run: build
	bin/entente run $(SCENARIO) --runs $(RUNS) --out $(OUT)

test:
	go vet ./...
	go test -timeout 60m $(TESTFLAGS) ./...

# The linter is not among the module's own requirements, so that who builds entente need not fetch it.
check:
	@unformatted=$$(gofmt -l cmd plots scenarios sim); test -z "$$unformatted" || { echo "gofmt would change: $$unformatted"; exit 1; }
	go vet ./...
	go vet -tags mutants ./sim
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...

build: wasm
	CGO_ENABLED=0 go build -o bin/entente ./cmd/entente

page: build
	bin/entente page --single out/seminar.html --out out/seminar

# The model for browsers, and the script of the same compiler that starts it: both go into the binary.
BUILT := plots/page/built
wasm:
	GOOS=js GOARCH=wasm go build -trimpath -ldflags='-s -w' -o $(BUILT)/entente.wasm ./plots/page/wasm
	gzip -9 -n -f $(BUILT)/entente.wasm
	cp "$$(go env GOROOT)/lib/wasm/wasm_exec.js" $(BUILT)/wasm_exec.js

bench:
	go test -run '^$$' -bench . -benchmem ./sim ./sim/lab ./sim/networks
	go test -run '^$$' -bench Start ./cmd/entente

# The tests themselves say which of them take odd input: "FuzzLoad" lines, then "ok package". By default the go command
# spends a minute on making each find shorter, in which it tries nothing new: 1x leaves that out.
# Fuzzing that is slow to end when its time is up fails with "context deadline exceeded", and is given a second time; what odd input
# breaks is kept in testdata, and breaks it again.
fuzz:
	@list=$$(go test -list '^Fuzz' ./...) || exit 1; \
	echo "$$list" | while read -r word package rest; do \
		case $$word in \
		Fuzz*) targets="$$targets $$word" ;; \
		ok) for target in $$targets; do \
				echo "$$target in $$package"; \
				fuzz="go test -run ^$$ -fuzz ^$$target\$$ -fuzztime $(FUZZTIME) -fuzzminimizetime 1x $$package"; \
				$$fuzz </dev/null || $$fuzz </dev/null || exit 1; \
			done; targets= ;; \
		esac; \
	done

kills:
	go test -count=1 -timeout 2h -v ./cmd/entente -run '^TestKillsAtRandomMoments$$' -args -kills $(KILLS)

mutants:
	go test -count=1 -timeout 24h -v -tags mutants ./sim -run '^TestMutants$$' -args -mutants $(MUTANTS) -mutants-in ../$(OF)

# What an archive holds beside the program: manual pages, dated by the commit, and what shells read to propose words.
help-files: build
	rm -rf out/man out/completions && mkdir -p out/completions
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) bin/entente man --out out/man
	for shell in bash zsh fish powershell; do bin/entente completion $$shell >out/completions/entente.$$shell || exit 1; done

snapshot:
	go run github.com/goreleaser/goreleaser/v2@v2.16.0 release --snapshot --clean

# A package that keeps golden files has a flag -update for its tests.
golden:
	@for package in $$(grep -rl --include='*_test.go' 'flag.Bool("update"' . | xargs -n 1 dirname | sort -u); do \
		echo "$$package"; \
		go test -count=1 $$package -update || exit 1; \
	done

gallery:
	go test -count=1 ./cmd/entente -run '^TestReadmePicturesAreOfToday$$' -update

clean:
	rm -rf bin out dist $(BUILT)/entente.wasm.gz $(BUILT)/wasm_exec.js
