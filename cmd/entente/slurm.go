package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"entente/cmd/entente/shelf"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim/lab"
)

// Slurm is the engine that most clusters run (Yoo, Jette and Grondona 2003). A study that it plays has a folder slurm
// beside its results:
//
//	play.sh     an array job: task K plays share K of N
//	merge.sh    a job that waits for all tasks to end, however they do, and joins the shares
//	share-K     what task K has played, in blocks: a task that is requeued or submitted again goes on from there
//	task-K.txt  what task K has said; merge.txt what the other has
//	jobs.json   what was submitted last
//
// A task whose runs have failed ends with a fault, and its share is whole all the same: so the join waits for the end of
// tasks, and not for their success, and tells itself what is missing.
const slurmFolder = "slurm"

const (
	playScript  = "play.sh"
	mergeScript = "merge.sh"
	jobsFile    = "jobs.json"
)

// submitted is what is known of the jobs of a study.
type submitted struct {
	Study   string `json:"study"`   // in words
	Blocks  int    `json:"blocks"`  // of the whole study
	Tasks   int    `json:"tasks"`   // shares that it is played in
	Command string `json:"command"` // that has submitted them
	Play    string `json:"play"`    // id of the array job; "" if all its shares were there
	Merge   string `json:"merge"`   // id of the job that joins; "" if none was submitted
}

// shareFolder is where a task keeps its share.
func shareFolder(out string, k int) string {
	return filepath.Join(out, slurmFolder, "share-"+strconv.Itoa(k))
}

// readSubmitted is what was submitted of the study in a folder. The error is fs.ErrNotExist if nothing was.
func readSubmitted(out string) (s submitted, err error) {
	path := filepath.Join(out, slurmFolder, jobsFile)
	text, err := scenarios.ReadFile(path)
	if err != nil {
		return s, err
	}
	if err := json.Unmarshal(text, &s); err != nil || s.Tasks < 1 || s.Blocks < s.Tasks {
		return s, fmt.Errorf("%s does not say what was submitted: take it away, or take another folder", path)
	}
	return s, nil
}

// batch is a script for sbatch that does one thing in the folder where it was submitted. What it says goes to a file
// whose name a shell reads.
func batch(name string, options []string, here, says string, command ...string) string {
	var b strings.Builder
	b.WriteString("#!/bin/sh\n")
	for _, o := range append([]string{"--job-name=" + name, "--requeue", "--output=/dev/null"}, options...) {
		b.WriteString("#SBATCH " + o + "\n")
	}
	fmt.Fprintf(&b, "exec >>%s 2>&1\ncd %s || exit 1\nexec %s\n", says, words.Shell(here), strings.Join(command, " "))
	return b.String()
}

// jobName is a name that Slurm shows without ado.
func jobName(study string) string {
	return "entente-" + strings.Map(func(r rune) rune {
		if r < 128 && (r == '-' || r == '_' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z') {
			return r
		}
		return '_'
	}, study)
}

// tasks writes the numbers of tasks as --array has them: 1,3-5.
func tasks(numbers []int) string {
	var all []string
	for k := 0; k < len(numbers); k++ {
		from := k
		for k+1 < len(numbers) && numbers[k+1] == numbers[k]+1 {
			k++
		}
		if from == k {
			all = append(all, strconv.Itoa(numbers[k]))
			continue
		}
		all = append(all, fmt.Sprintf("%d-%d", numbers[from], numbers[k]))
	}
	return strings.Join(all, ",")
}

// sbatch submits a script and tells the id of its job.
func sbatch(args ...string) (id string, err error) {
	out, err := exec.Command("sbatch", append([]string{"--parsable"}, args...)...).Output()
	if err != nil {
		return "", fmt.Errorf("sbatch %s: %w", words.Shell(args...), spoken(err))
	}
	id, _, _ = strings.Cut(strings.TrimSpace(string(out)), ";") // the name of the cluster may follow
	if _, err := strconv.Atoi(id); err != nil {
		return "", fmt.Errorf("sbatch %s answers %q, and no number of a job", words.Shell(args...), out)
	}
	return id, nil
}

// spoken is the fault of a command with what it said of it.
func spoken(err error) error {
	var exit *exec.ExitError
	if errors.As(err, &exit) && len(exit.Stderr) > 0 {
		return errors.New(strings.TrimSpace(string(exit.Stderr)))
	}
	return err
}

// ended are the states from which Slurm does not begin a job again by itself.
var ended = []string{"COMPLETED", "CANCELLED", "FAILED", "TIMEOUT", "NODE_FAIL", "PREEMPTED", "OUT_OF_MEMORY", "BOOT_FAIL", "DEADLINE"}

// jobs asks Slurm how the jobs of a study are. Unknown says why it does not tell.
func (s submitted) jobs() (all []lab.Job, unknown string) {
	if s.Play == "" && s.Merge == "" {
		return nil, "none was submitted yet"
	}
	if _, err := exec.LookPath("squeue"); err != nil {
		return nil, "squeue is not installed here"
	}
	for _, id := range []string{s.Play, s.Merge} {
		if id == "" {
			continue
		}
		out, err := exec.Command("squeue", "--noheader", "--array", "--states=all", "--jobs="+id, "--format=%i|%T|%r").Output()
		if err != nil { // Slurm forgets a job some minutes after its end
			unknown = fmt.Sprintf("Slurm does not tell of job %s: %v", id, spoken(err))
			continue
		}
		for line := range strings.Lines(string(out)) {
			cells := strings.Split(strings.TrimSpace(line), "|")
			if len(cells) != 3 {
				continue
			}
			j := lab.Job{ID: cells[0], State: cells[1], Reason: cells[2], Ended: slices.Contains(ended, cells[1])}
			if _, task, ok := strings.Cut(j.ID, "_"); ok {
				j.Share, _ = strconv.Atoi(task) // a number, by the word of Slurm
			}
			if j.Reason == "None" {
				j.Reason = ""
			}
			all = append(all, j)
		}
	}
	slices.SortStableFunc(all, func(a, b lab.Job) int { return order(a.Share) - order(b.Share) })
	return all, unknown
}

// order has the job that joins last.
func order(share int) int {
	if share == 0 {
		return mostShares + 1
	}
	return share
}

// playedOf is how far the blocks in a folder have come, of those that it should hold.
func playedOf(folder string, of lab.Shard, blocks int) (lab.SharePlayed, error) {
	p := lab.SharePlayed{Shard: of, Folder: folder, Blocks: of.Count(blocks)}
	b, err := shelf.FindBlocks(folder)
	if errors.Is(err, os.ErrNotExist) {
		return p, nil
	}
	if err != nil {
		return p, err
	}
	for _, k := range of.Numbers(blocks) {
		rows, ok := b.Read(k)
		switch {
		case ok:
			p.Done++
			p.Failed += lab.FailedRuns(rows)
		case b.Spoilt(k):
			p.Spoilt++
		}
	}
	return p, nil
}
