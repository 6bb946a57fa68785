# Every target is one visible command. The newest JDK of at least 25 on the machine is used.
SHELL       := /bin/bash
.SHELLFLAGS := -o pipefail -c
JAVA_HOME   := $(shell .mvn/find-jdk)
export JAVA_HOME
export MAVEN_OPTS ?= -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --sun-misc-unsafe-memory-access=allow
VERSION     := 0.1.0-SNAPSHOT
MVN         := ./mvnw -B
SHORT       := awk -f .mvn/progress.awk
JAVA        := $(JAVA_HOME)/bin/java
# Room for the young, the old, for code and for classes: a full collection of a third of a second comes each time one of them is full.
JVM         := -Xmx640m -Xmn200m -XX:SurvivorRatio=2 -XX:ReservedCodeCacheSize=128m -XX:MetaspaceSize=192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
SOURCES     := $(shell find pom.xml */pom.xml */src/main -type f 2>/dev/null)
BUILT       := local/target/local-$(VERSION).jar
CACHE       := local/target/local.aot

ifeq ($(JAVA_HOME),)
$(error Holdfast needs a JDK of at least 25; see above)
endif

.PHONY: help run demo backup restore erasures bench test test-browser test-one test-slow prove pictures lint format build clean

help: ## what there is
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

run: $(BUILT) $(CACHE) ## builds what has changed, starts everything, prints one URL; ARGS="--data=..."
	exec $(JAVA) $(JVM) $$(ls $(CACHE) 2>/dev/null | sed s/^/-XX:AOTCache=/) -jar $(BUILT) $(ARGS)

demo: $(BUILT) ## sends one contact all the way through the running stack, and prints its trail
	$(JAVA) $(JVM) -cp e2e/target/e2e-$(VERSION).jar:$(BUILT) org.holdfast.e2e.Demo $(ARGS)

backup: $(BUILT) ## saves a local run, also while it runs: TO=dir KEYS=dir, the keys on another disk
	exec $(JAVA) $(JVM) -cp $(BUILT) org.holdfast.local.Safekeeping backup --to=$(TO) --keys=$(KEYS) $(ARGS)

restore: $(BUILT) ## puts a backup into an empty data folder: FROM=dir KEYS=dir ERASURES=file (or none)
	exec $(JAVA) $(JVM) -cp $(BUILT) org.holdfast.local.Safekeeping restore --from=$(FROM) --keys=$(KEYS) --erasures=$(ERASURES) $(ARGS)

erasures: $(BUILT) ## lists which cases were erased, for later restores: TO=file, apart from backups
	exec $(JAVA) $(JVM) -cp $(BUILT) org.holdfast.local.Safekeeping erasures --to=$(TO) $(ARGS)

bench: $(BUILT) $(CACHE) ## measures the whole against its floor, prints one table; ARGS="chain surge", ARGS=--quick
	$(JAVA) $(JVM) -Dbench.jvm="$(JVM)" -cp benchmarks/target/benchmarks-$(VERSION).jar:'benchmarks/target/lib/*':$(BUILT) org.holdfast.benchmarks.Bench $(ARGS)

build: $(BUILT) ## builds what has changed

$(BUILT): $(SOURCES)
	$(MVN) package -DskipTests | $(SHORT) -v brief=1 && touch $(BUILT)

$(CACHE): $(BUILT)
	-$(JAVA) $(JVM) -Dholdfast.rehearsal=true -Xlog:aot*=error -XX:AOTCacheOutput=$@ -cp $(BUILT) org.holdfast.local.Rehearsal

test: ## everything but the long faults; in a browser too, for which it installs Debian's Chromium where it may
	@mkdir -p target && touch target/tests-began
	browser=$$(.mvn/find-chromium --install); $(MVN) -T3 verify $${browser:+-Dbrowser.chromium=$$browser} | $(SHORT); \
	  result=$$?; .mvn/skipped target/tests-began; exit $$result

test-browser: ## only the pages in a real browser
	browser=$$(.mvn/find-chromium --install); $(MVN) verify -Dincluded.tests=browser -Djourneys.at.once=1 \
	  $${browser:+-Dbrowser.chromium=$$browser} | $(SHORT)

test-one: ## one test: MODULE=triage-service TEST='AssessmentTest#escalates*'
	browser=$$(.mvn/find-chromium); $(MVN) -q test -pl $(MODULE) -am -Dtest='$(TEST)' -Dexcluded.tests= -Dsurefire.failIfNoSpecifiedTests=false \
	  $${browser:+-Dbrowser.chromium=$$browser}

test-slow: ## the long faults: kills, outages, bursts
	$(MVN) verify -Dexcluded.tests= -Dincluded.tests=slow -Djourneys.at.once=1 | $(SHORT)

prove: $(BUILT) ## takes each control of the hazard log away: its tests must fail; ARGS="H03 H05", ARGS=--slow
	browser=$$(.mvn/find-chromium); chromium=$${browser:+-Dbrowser.chromium=$$browser}; \
	  $(MVN) test-compile dependency:build-classpath -Dmdep.outputFile=target/tests.classpath $$chromium | $(SHORT) -v brief=1 && \
	  $(JAVA) $(JVM) $$chromium -cp e2e/target/test-classes:e2e/target/classes:$$(cat e2e/target/tests.classpath) \
	  org.holdfast.e2e.controls.Prove $(ARGS)

pictures: ## makes the pictures of the README anew, from the three windows of the journey
	$(MVN) -q test -pl e2e -am -Dtest='ThreeWindowsTest' -Dexcluded.tests= -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dbrowser.chromium=$$(.mvn/find-chromium --install) -Dpictures=$(CURDIR)/docs/pictures

lint: ## format and null checks
	$(MVN) test-compile spotless:check | $(SHORT) -v brief=1

format: ## formats the code
	$(MVN) -q spotless:apply

clean: ## removes what was built; .holdfast, the data, stays
	$(MVN) -q clean
