package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsSubmit = "Have a study played by a cluster (Slurm), in so many tasks"

	wordsSubmitLong = `Writes two scripts for Slurm into the folder slurm of --out and submits them with sbatch: an array
job, each task of which plays a share of the study, and a job that joins the shares once they have ended. What comes
into --out are the files that one machine would have made, to the last byte. With --dry-run the scripts are written
and nothing is submitted.

A task that is requeued goes on where it was stopped. Of one that was cancelled or has run out of time the same
command submits again what is missing. How it stands is told by entente status. Folders and program must be the same
on all machines, as they are where a cluster shares its file system.`

	wordsSubmitExample = `  entente submit drivers-2025 --tasks 40 --out results --dry-run
  entente submit drivers-2025 --tasks 40 --out results --sbatch=--time=02:00:00
  entente status results
  entente sensitivity drivers-2025 --out results   # of the same runs`

	wordsSbatch   = "an `option` of sbatch for all jobs, such as --partition=short (may be repeated)"
	wordsQuestion = "what is asked of the study once it is joined: `sweep`, sensitivity or discover"
)

// submitFlags are those of submit.
type submitFlags struct {
	studyFlags
	tasks    int
	question string
	options  []string
	dry      bool
}

func init() { verbs = append(verbs, submitCommand) }

func submitCommand() *cobra.Command {
	var f submitFlags
	c := &cobra.Command{
		Use:     "submit STUDY",
		Short:   wordsSubmit,
		Long:    aboutStudies(wordsSubmitLong),
		Example: wordsSubmitExample,
		Args:    oneStudy,
		RunE:    func(c *cobra.Command, args []string) error { return f.run(c, args[0]) },
	}
	f.register(c)
	c.Flags().Lookup("workers").Usage = "processors for each task; 0 is one"
	c.Flags().Lookup("out").Usage = "the `folder` of the study, which all machines see"
	c.Flags().IntVar(&f.tasks, "tasks", 0, "into how many shares, each a task, the study is cut")
	c.Flags().StringVar(&f.question, "question", "sweep", wordsQuestion)
	c.Flags().StringArrayVar(&f.options, "sbatch", nil, wordsSbatch)
	c.Flags().BoolVar(&f.dry, "dry-run", false, "write the scripts and submit nothing")
	c.Flags().Lookup("tasks").DefValue = ""
	return c
}

var sbatchOption = scenarios.Pattern(`^--?[a-zA-Z][^\n]*$`)

// check says what is wrong with how a study is to be submitted.
func (f *submitFlags) check(c *cobra.Command, st *lab.Study) error {
	var wrong complaints
	if f.out == "" {
		wrong.add("entente submit needs a folder that all machines see: say which with --out")
	}
	switch {
	case !c.Flags().Changed("tasks") || f.tasks < 1:
		wrong.add("say in how many tasks the study is to be played: --tasks is %d", f.tasks)
	case f.tasks > min(mostShares, st.Blocks()):
		wrong.add("--tasks is %d; this study has %s, and a task plays one at least", f.tasks, words.Count(st.Blocks(), "block"))
	}
	switch {
	case studyVerbs[f.question] == nil:
		wrong.add("--question is %s; it must be sweep, sensitivity or discover", f.question)
	case f.question == "sensitivity":
		wrong.join(words.CanTellSensitivity(st))
	case f.question == "discover":
		wrong.join(words.CanDiscover(st))
	}
	for _, o := range f.options {
		if !sbatchOption().MatchString(o) {
			wrong.add("--sbatch is %q; it must be an option of sbatch, such as --partition=short", o)
		}
	}
	return wrong.told()
}

func (f *submitFlags) run(c *cobra.Command, name string) error {
	s, err := f.load(c, name)
	if err != nil {
		return err
	}
	st := studyOf(s)
	if err := f.check(c, st); err != nil {
		return err
	}
	if name == scenarios.Stdin {
		return usage("a study from standard input is there once, and each task reads it: write it to a file")
	}
	if _, err := exec.LookPath("sbatch"); err != nil && !f.dry {
		return usage("sbatch is not installed here: ask on a machine of the cluster, or write the scripts with --dry-run")
	}
	before, err := readSubmitted(f.out)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return failure{exitUsage, err}
	}
	if err == nil {
		jobs, _ := before.jobs()
		if at := slices.IndexFunc(jobs, func(j lab.Job) bool { return !j.Ended }); at >= 0 {
			return usage("job %s of this study has not ended (%s): look with entente status %s, or end it with scancel", jobs[at].ID,
				strings.ToLower(jobs[at].State), words.Shell(f.out))
		}
	}
	question := f.question
	q := f.studyFlags.flags.question(c, f.command(question, name), nil, world{s.Asked, s.Scenario})
	mark := (&studyAsked{asked: q, study: st, flags: &f.studyFlags, name: name}).mark()
	todo, err := f.todo(mark)
	if err != nil {
		return failure{exitUsage, err}
	}
	jobs := submitted{Study: mark.Study, Blocks: mark.Blocks, Tasks: f.tasks, Command: f.again(name)}
	scripts, err := f.write(name, st, todo)
	if err == nil {
		if jobs.Play, jobs.Merge = before.Play, before.Merge; !f.dry {
			err = jobs.submit(scripts, todo)
		}
		err = errors.Join(err, jobs.keep(f.out)) // of what was submitted, even if not all was
	}
	if err != nil {
		return failure{exitRun, err}
	}
	found, err := jobs.standing("submit", f.out)
	if err != nil {
		return failure{exitRun, err}
	}
	if found.Scripts = scripts; f.dry {
		found.Start = jobs.starting(scripts, todo)
	}
	return f.print(c.OutOrStdout(), found, tables.Standing(found))
}

// again is the command that submits what is missing.
func (f *submitFlags) again(name string) string {
	line := f.command("submit", name) + fmt.Sprintf(" --tasks %d --question %s --out %s", f.tasks, f.question, words.Shell(f.out))
	for _, o := range f.options {
		line += " " + words.Shell("--sbatch="+o)
	}
	return line
}

// todo are the tasks whose shares are not whole. The error tells shares of another study that are in the way.
func (f *submitFlags) todo(mark shelf.StudyMark) (todo []int, err error) {
	for k := range f.tasks {
		folder := shareFolder(f.out, k+1)
		of := lab.Shard{K: k + 1, Of: f.tasks}
		there, missing := shelf.FindBlocks(folder)
		if missing == nil {
			if differs := mark.Differs(there.Of); len(differs) > 0 {
				err = errors.Join(err, fmt.Errorf("%s holds a share of another study\n  %s\ntake another folder, or take that one away", folder,
					strings.Join(differs, "\n  ")))
				continue
			}
		}
		p, wrong := playedOf(folder, of, mark.Blocks)
		if err = errors.Join(err, wrong); p.Done < p.Blocks {
			todo = append(todo, k+1)
		}
	}
	return todo, err
}

// write writes the scripts and tells where they are: that of the tasks, if any are to do, and that of the join.
func (f *submitFlags) write(name string, st *lab.Study, todo []int) (scripts []string, err error) {
	program, err := os.Executable()
	here, err2 := os.Getwd()
	out, err3 := filepath.Abs(f.out)
	folder := filepath.Join(out, slurmFolder)
	if err := errors.Join(err, err2, err3, os.MkdirAll(folder, 0o755)); err != nil {
		return nil, err
	}
	at := func(name string) string { return words.Shell(filepath.Join(folder, name)) }
	put := func(name, text string) {
		path := filepath.Join(f.out, slurmFolder, name)
		scripts = append(scripts, path)
		err = errors.Join(err, os.WriteFile(path, []byte(text), 0o755))
	}
	job := jobName(st.Study)
	if len(todo) > 0 {
		options := append([]string{"--array=" + tasks(todo), fmt.Sprintf("--cpus-per-task=%d", max(f.workers, 1))}, f.options...)
		put(playScript, batch(job, options, here, at("task-")+`"$SLURM_ARRAY_TASK_ID".txt`,
			words.Shell(program), strings.TrimPrefix(f.command(f.question, name), "entente "),
			fmt.Sprintf(`--shard "$SLURM_ARRAY_TASK_ID"/%d --workers %d --max-failures %d`, f.tasks, max(f.workers, 1), f.mostFailures),
			"--out", at("share-")+`"$SLURM_ARRAY_TASK_ID"`))
	}
	put(mergeScript, batch(job+"-merge", f.options, here, at("merge.txt"), words.Shell(program), "merge", at("share-")+"*",
		"--out", words.Shell(out)))
	return scripts, err
}

// starting are the commands that submit the scripts by hand.
func (j submitted) starting(scripts []string, todo []int) []string {
	if len(todo) == 0 {
		return []string{"sbatch " + words.Shell(scripts[0])}
	}
	return []string{"job=$(sbatch --parsable " + words.Shell(scripts[0]) + ")",
		"sbatch --dependency=afterany:$job " + words.Shell(scripts[1])}
}

// submit gives the scripts to Slurm. The join waits for the tasks.
func (j *submitted) submit(scripts []string, todo []int) (err error) {
	j.Play, j.Merge = "", ""
	if len(todo) == 0 {
		j.Merge, err = sbatch(scripts[0])
		return err
	}
	if j.Play, err = sbatch(scripts[0]); err != nil {
		return err
	}
	j.Merge, err = sbatch("--dependency=afterany:"+j.Play, scripts[1])
	if err != nil {
		return fmt.Errorf("the tasks are job %s, and nothing will join them: %w", j.Play, err)
	}
	return nil
}

// keep notes what was submitted.
func (j submitted) keep(out string) error {
	path := filepath.Join(out, slurmFolder, jobsFile)
	f, err := os.Create(path + ".part")
	if err != nil {
		return err
	}
	if err := errors.Join(shelf.WriteJSON(f, j), f.Close()); err != nil {
		return err
	}
	return os.Rename(path+".part", path)
}
