package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// expectations are what whoever uses a simulation may expect of it, each with the tests that hold it here: functions, and
// sessions by the names of their scripts. What is not held yet is not in the table.
var expectations = map[string]string{
	"how a command ended is told by its exit code, and help says by which":               "usage.txtar faults.txtar TestRunsThatFailed TestInterruptedCommands",
	"who asks is told each step and how long it took, and who wants none of it nothing":  "terminal.txtar",
	"standard output has the answer and nothing else":                                    "usage.txtar TestRunsThatFailed",
	"every command has help with an example that runs":                                   "TestExamplesRun TestHelpFitsATerminal",
	"a shell completes commands, scenarios and paths":                                    "TestCompletionProposes TestCompletionScripts",
	"every answer is there as JSON, by a schema with a version":                          "TestEveryAnswerHasASchema TestEveryFileOfAnAnswerIsKnownBefore",
	"every fault of a file is told at once, with its place and its line":                 "TestFaultsRead",
	"an unknown key is told with what was meant, a wrong figure with its range and unit": "TestFaultsRead",
	"a scenario can be checked without playing it":                                       "faults.txtar list.txtar",
	"an editor knows the format without a network":                                       "TestSchemaRefuses TestShippedFilesAreAsTheirSchemaSays TestTheSchemasForEditorsAreThosePrinted",
	"there is a scenario to begin with, and a list of all constants":                     "init.txtar figures.txtar TestEveryConstantIsListed",
	"every figure can be set for once, and the answer says so":                           "set.txtar TestFiguresCanBeSet",
	"one seed gives the same bytes for any number of workers":                            "TestWorkersChangeNothing",
	"a state more, or whoever looks on, moves nobody else's luck":                        "TestAStrangerChangesNothing TestADecisionFromOutsideDisturbsNobodysLuck",
	"scenarios are compared under the same luck, which tells them apart sooner":          "TestTheSameLuckTellsMore",
	"a folder says what made it, and a row which point and which run it is of":           "TestManifestIsWhole TestReadHoldsFilesToTheManifest study.txtar",
	"a box that brings an outcome about is found, and can be played as a scenario":       "TestABoxThatIsThereIsFound TestDiscoveryFindsTheBox TestTheBoxIsAScenarioInWhichItIsSo",
	"charts are read by the colour-blind, and in grey":                                   "TestColoursAreAsFarApartAsPrinted TestLinesDifferInGreyAndDash",
	"a class has a page: by keyboard, without a network, with the command line's numbers": "TestTheStoryByKeyboard TestEverybodyCanReadThePage TestTheSingleFileOpensFromDisk " +
		"TestTheSandboxHasTheNumbersOfTheCommandLine",
	"who is killed goes on, to the same bytes":                                      "TestAStudyThatIsKilledIsTheSame TestKilledAtAnyMoment",
	"a run that fails is told with its number and does not stop the others":         "TestRunsThatFailed",
	"designs and indices are those that are printed":                                "TestPrintedSobolIndices TestMorrisRanksSobolsG TestSobolIntervalsCover",
	"a chart or a table can be made again from the file alone":                      "plot.txtar TestAChartSaysHowItWasMade",
	"beside a chart stand its data, its caption, its words and its figure in LaTeX": "plot.txtar",
	"a decision can be laid open, in terms that add up to it":                       "explain.txtar TestTermsAddUpToTheUtility",
}

// Each expectation is held by tests that are there.
func TestExpectationsAreHeld(t *testing.T) {
	there := testsThere(t)
	for expected, tests := range expectations {
		for _, name := range strings.Fields(tests) {
			if !there[name] {
				t.Errorf("%q is said to be held by %s, which is not there", expected, name)
			}
		}
	}
}

// testsThere are the names of all tests, and of the scripts of sessions.
func testsThere(t *testing.T) map[string]bool {
	t.Helper()
	there := map[string]bool{}
	declared := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	err := filepath.WalkDir("../..", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if strings.HasSuffix(path, ".txtar") {
			there[e.Name()] = true
		}
		if strings.HasSuffix(path, "_test.go") {
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for _, m := range declared.FindAllStringSubmatch(string(text), -1) {
				there[m[1]] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return there
}
