//go:build unix

package main

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"entente/cmd/entente/shelf"
)

// attacks are what the world may do to a command, each as a shell does it, with how the last command ends and what it says. What cannot
// be done by a shell is held by tests of its own.
var attacks = []struct {
	why, script string
	code        int
	says        string // on standard error, as a pattern
	whole       string // a folder that holds a whole result afterwards, if there is to be one
	held        string // the tests that hold it, if no script does
}{
	{why: "a folder that may not be written", held: "TestAFolderThatCannotBeWrittenIsToldFirst"},
	{why: "a folder where none can be made", script: `touch file; entente run small.toml --runs 2 --out file/d`, code: exitUsage, says: `take another`},
	{why: "a disk that is full", script: `trap '' XFSZ; ulimit -f 8; entente run small.toml --runs 300 --out d`, code: exitRun,
		says: `d/\w+\.\w+ could not be written: .*file too large`},
	{why: "a disk that is full, where a result was there before",
		script: `entente run small.toml --runs 2 --out d; trap '' XFSZ; ulimit -f 8; entente run small.toml --runs 300 --out d`, code: exitRun,
		says: `could not be written`, whole: "d"},
	{why: "a write that fails at any file", held: "TestAFailedWriteLeavesTheOldResult"},
	{why: "an answer that nobody can take", script: `[ -c /dev/full ] || exit 4; entente run small.toml --runs 2 >/dev/full`, code: exitRun,
		says: `no space left|^$`},
	{why: "a folder that vanishes while it is filled",
		script: `entente run small.toml --runs 3000 --out d --verbose 2>talk & while ! grep -q 'ready to play' talk; do :; done
rm -rf d; wait $!; code=$?; cat talk >&2; exit $code`, code: exitRun,
		says: `d/\w+\.\w+ could not be written: .*no such file`},
	{why: "a folder that one stands in and that vanishes", script: `mkdir x; cp small.toml x; cd x; rm -r ../x; entente run small.toml --runs 2`,
		code: exitScenario, says: `there is no file small\.toml`},
	{why: "two that write into one folder",
		script: `entente run small.toml --runs 1000000 --workers 1 --out d >one & while [ ! -e d/.entente-lock ]; do :; done
entente run small.toml --runs 2 --out d; code=$?; kill -KILL $!; exit $code`,
		code: exitUsage, says: `another command is writing into d`},
	{why: "an interrupt", script: signalled("INT"), code: exitInterrupted, says: `interrupted after`, whole: "d"},
	{why: "a request to end", script: signalled("TERM"), code: exitInterrupted, says: `interrupted after`, whole: "d"},
	{why: "a terminal that is closed", script: signalled("HUP"), code: exitInterrupted, says: `interrupted after`, whole: "d"},
	{why: "an interrupt while charts are drawn", script: whileDrawing("INT"), code: exitInterrupted, says: `interrupted while drawing: .* whole`, whole: "d"},
	{why: "a request to end while charts are drawn", script: whileDrawing("TERM"), code: exitInterrupted, says: `interrupted while drawing: .* whole`,
		whole: "d"},
	{why: "a terminal that is closed while charts are drawn", script: whileDrawing("HUP"), code: exitInterrupted,
		says: `interrupted while drawing: .* whole`, whole: "d"},
	{why: "a kill, after which the same command is given", script: `entente run small.toml --runs 1000000 --out d >one & while [ ! -d d ]; do :; done
kill -KILL $!; wait $!; entente run small.toml --runs 20 --out d`, says: `are in d`, whole: "d"},
	{why: "a clock that jumps between commands", script: `entente run small.toml --runs 20 --out d; cp -r d e; touch -d 2099-01-01 small.toml d/* d &&
entente run small.toml --runs 20 --out d && cmp d/runs.csv e/runs.csv && cmp d/manifest.json e/manifest.json && touch -d 1980-01-01 small.toml d/* d &&
entente rerun d/runs.csv`, says: `are in d`, whole: "d"},
	{why: "a clock that jumps while a command is at work", held: "TestProgressHeedsAClockThatJumps"},
	{why: "kills at random moments", held: "TestKillsAtRandomMoments TestAStudyThatIsKilledIsTheSame TestKilledAtAnyMoment"},
	{why: "a reader that leaves", held: "TestReaderLeaves"},
	{why: "a rule that panics in a run", held: "TestRunsThatFailed"},
	{why: "a fault of our own", held: "TestACrashIsToldAsOurs"},
	{why: "10,000 states", script: `{ cat small.toml; seq 10000 | sed 's/.*/[states.S&]/'; } >many.toml; entente validate many.toml`, code: exitScenario,
		says: `states must be 2 to 200, and are 10003`},
	{why: "a file nested without end", script: `{ cat small.toml; printf x=; printf '%5000s' | tr ' ' '['; } >deep.toml; entente validate deep.toml`,
		code: exitScenario, says: `nested more than 16 deep`},
	{why: "a file of 100 MB", script: `dd if=/dev/zero of=big.toml bs=1 count=0 seek=100000000 2>/dev/null; entente validate big.toml`,
		code: exitScenario, says: `larger than 4 MB`},
	{why: "100 MB by standard input", script: `yes | head -c 100000000 | entente validate -`, code: exitScenario,
		says: `larger than 4 MB`},
	{why: "a table of 100 MB", script: `yes 1,2,3 | head -c 100000000 | entente landscape -`, code: exitScenario, says: `larger than`},
	{why: "more runs than there is time for", script: `entente run small.toml --runs 99999999999999999999`, code: exitUsage, says: `at most 1,000,000`},
	{why: "a seed below nothing", script: `entente run small.toml --seed -1`, code: exitUsage, says: `at least 0`},
	{why: "workers without end", script: `entente run small.toml --workers 100000`, code: exitUsage, says: `at most 1,024`},
	{why: "a date beyond all dates", script: `entente explain pacific-2025 --state JPN --at 99999999Q1`, code: exitUsage, says: `is not a date`},
	{why: "a figure that is none", script: `entente run small.toml --set states.AAA.stance=nan`, code: exitScenario, says: `is nan, must lie in`},
	{why: "a figure beyond all figures", script: `entente run small.toml --set states.AAA.stance=1e308`, code: exitScenario, says: `must lie in \[-1, 1\]`},
	{why: "a name with what a terminal obeys", script: `entente run "$(printf 'a\033[2J')"`, code: exitUsage, says: `holds a control character`},
	{why: "a title with what a terminal obeys", script: `sed 's/^title.*/title = "\\u001b[2J"/' small.toml >evil.toml; entente validate evil.toml`,
		code: exitScenario, says: `control character \\x1b`},
	{why: "a scenario that stands on itself", script: `sed 's/^format.*/&\nbase = "small.toml"/' small.toml >s; mv s small.toml; entente validate small.toml`,
		code: exitScenario, says: `base leads back to where it came from`},
	{why: "a scenario that stands on a file outside which is none", script: `printf 'format = 1\nbase = "../../../../../../dev/null"\n' >up.toml; entente validate up.toml`,
		code: exitScenario, says: `null.*(device|format is missing)`},
	{why: "a link to itself in the place of a folder", script: `ln -s d d; entente run small.toml --runs 2 --out d`, code: exitUsage,
		says: `no folder can be made there`},
	{why: "a result that names a file outside", script: `entente run small.toml --runs 2 --out d; sed 's#"runs.csv"#"../small.toml"#' d/manifest.json >m; mv m d/manifest.json
entente plot in-force d --out p`, code: exitScenario, says: `no file of results in its folder`},
	{why: "a pipe that nobody writes into among the files of a result", script: `entente run small.toml --runs 2 --out d; rm d/runs.csv; mkfifo d/runs.csv
entente plot d --list`, code: exitScenario, says: `runs\.csv is listed in the manifest of d and cannot be read: .*a pipe or a device`},
	{why: "a pipe that nobody writes into in the place of a manifest",
		script: `mkdir d; mkfifo d/manifest.json; entente run small.toml --runs 2 --out d`, code: exitUsage, says: `a pipe or a device`},
	{why: "a device without end that is to be made again", script: `entente rerun /dev/zero`, code: exitUsage, says: `/dev/zero is a device`},
	{why: "a pipe in the place of what was submitted", script: `mkdir -p d/slurm; mkfifo d/slurm/jobs.json; entente status d`, code: exitUsage,
		says: `jobs\.json is a pipe`},
	{why: "an answer that was changed", script: `entente run small.toml --runs 2 --out d; echo '{}' >d/answer.json; entente plot in-force d --out p`,
		code: exitScenario, says: `answer\.json is not what the manifest of d vouches for`},
	{why: "an answer that was made up, and vouched for", held: "TestNoChartOfAnAnswerWithoutWhatItDraws"},
	{why: "a new result into a folder that names a file outside", held: "TestAManifestCannotReachOut"},
}

// signalled is a long command that is sent a signal once it is at work.
func signalled(signal string) string {
	return `entente run small.toml --runs 1000000 --workers 1 --out d --verbose 2>talk >one & while ! grep -q 'ready to play' talk; do :; done
sleep 0.3; kill -` + signal + ` $!; wait $!; code=$?; cat talk >&2; exit $code`
}

// whileDrawing is a command that is sent a signal once it has played all its runs and draws.
func whileDrawing(signal string) string {
	return `entente run small.toml --runs 20 --out d --verbose 2>talk >one & while ! grep -q 'played 20 runs' talk; do :; done
kill -` + signal + ` $!; wait $!; code=$?; cat talk >&2; exit $code`
}

// None of the attacks makes a command hang, crash, lie or lose a result that was there.
func TestAttacks(t *testing.T) {
	there := testsThere(t)
	for _, a := range attacks {
		t.Run(strings.ReplaceAll(a.why, " ", "-"), func(t *testing.T) {
			if a.held != "" {
				for _, name := range strings.Fields(a.held) {
					if !there[name] {
						t.Errorf("it is said to be held by %s, which is not there", name)
					}
				}
				return
			}
			t.Parallel()
			if runtime.GOOS != "linux" && strings.Contains(a.script, "/dev/full") {
				t.Skip("Linux alone has a device that is full")
			}
			dir := aStudy(t, "60")
			attack(t, dir, a.script, a.code, a.says)
			if a.whole != "" {
				if _, err := shelf.Read(filepath.Join(dir, a.whole)); err != nil {
					t.Errorf("no whole result is left: %v", err)
				}
			}
		})
	}
}

// attack runs a script in a folder, which must end with a code and say something, and must not crash.
func attack(t *testing.T, dir, script string, code int, says string) {
	t.Helper()
	c := exec.Command("sh", "-c", script)
	c.Dir = dir
	var stderr strings.Builder
	c.Stderr = &stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if got := ending(t, c); got != code || !regexp.MustCompile("(?m)"+says).MatchString(stderr.String()) {
		t.Errorf("%s\nends with %d, want %d, and says\n%s\nwant %s", script, got, code, stderr.String(), says)
	}
	if strings.Contains(stderr.String(), "goroutine ") {
		t.Errorf("%s\ncrashes:\n%s", script, stderr.String())
	}
}

// readsAll are the commands that read every shipped scenario, which takes long.
var readsAll = regexp.MustCompile("^(list|episodes|library|tournament)$")

// No command that fills a folder plays where none can be made or nothing can be written, and none takes what a disk had no room for as kept.
func TestEveryCommandIsAttacked(t *testing.T) {
	for _, command := range killable {
		name, _, _ := strings.Cut(command, " ")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := killableIn(t)
			for _, a := range []struct {
				script string
				code   int
				says   string
			}{
				{`touch file; entente ` + command + ` --out file/d`, exitUsage, `take another`},
				{`trap '' XFSZ; ulimit -f 0; entente ` + command + ` --out d`, exitUsage, `nothing can be written into d: .*file too large`},
				{`trap '' XFSZ; ulimit -f 1; entente ` + command + ` --out d`, exitRun, `(could not be written|what is finished is kept): .*file too large`},
			} {
				if a.code == exitRun && readsAll.MatchString(name) {
					continue
				}
				attack(t, dir, a.script, a.code, a.says)
				if shelfHas(filepath.Join(dir, "d"), shelf.ManifestFile) {
					t.Errorf("%s\na result that could not be written has a manifest", a.script)
				}
			}
		})
	}
}
