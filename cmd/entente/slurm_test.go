package main

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"entente/cmd/entente/shelf"
	"entente/sim/lab"
)

// cluster is a Slurm of one node on this machine: three daemons on loopback, with all that they keep in one folder.
type cluster struct {
	t      *testing.T
	folder string
}

// slurmConf is its configuration. A job that is requeued waits until its credential has run out, so that is short; a
// pending job is begun at once, and a node that answers again is used again. No control groups, no accounting, no
// privileges: whoever runs the test owns everything.
const slurmConf = `ClusterName=entente
SlurmctldHost=%[1]s(127.0.0.1)
SlurmctldPort=%[2]d
SlurmdPort=%[3]d
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
SlurmUser=%[4]s
SlurmdUser=%[4]s
AuthType=auth/munge
AuthInfo=socket=%[5]s/munge.socket,cred_expire=5
CredType=cred/munge
StateSaveLocation=%[5]s/state
SlurmdSpoolDir=%[5]s/spool
SlurmctldPidFile=%[5]s/slurmctld.pid
SlurmdPidFile=%[5]s/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SwitchType=switch/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerType=sched/backfill
SchedulerParameters=sched_interval=1,bf_interval=1,batch_sched_delay=0
MinJobAge=300
KillWait=2
ReturnToService=2
SlurmdParameters=config_overrides
NodeName=node NodeHostname=%[1]s NodeAddr=127.0.0.1 Port=%[3]d CPUs=%[6]d State=UNKNOWN
PartitionName=main Nodes=node Default=YES MaxTime=INFINITE State=UP
`

// startCluster starts one and ends it with the test.
func startCluster(t *testing.T) *cluster {
	t.Helper()
	t.Setenv("PATH", os.Getenv("PATH")+":/usr/sbin:/sbin") // where Debian has the daemons
	for _, program := range []string{"munged", "slurmctld", "slurmd", "sbatch", "squeue", "scontrol", "scancel", "sinfo"} {
		need(t, program)
	}
	folder, err := os.MkdirTemp("", "slurm") // the name of a socket may not be long
	if err != nil {
		t.Fatal(err)
	}
	c := &cluster{t, folder}
	t.Cleanup(func() { os.RemoveAll(folder) })
	who, err := user.Current()
	host, err2 := os.Hostname()
	host, _, _ = strings.Cut(host, ".")
	key := make([]byte, 128)
	rand.Read(key)
	err = errors.Join(err, err2, os.Chmod(folder, 0o755), os.Mkdir(c.at("state"), 0o755), os.Mkdir(c.at("spool"), 0o755),
		os.WriteFile(c.at("munge.key"), key, 0o600), os.WriteFile(c.at("slurm.conf"), fmt.Appendf(nil, slurmConf, host, freePort(t), freePort(t),
			who.Username, folder, runtime.NumCPU()), 0o644))
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("SLURM_CONF", c.at("slurm.conf"))
	c.daemon("munged", "--foreground", "--force", "--key-file="+c.at("munge.key"), "--socket="+c.at("munge.socket"),
		"--pid-file="+c.at("munged.pid"), "--log-file="+c.at("munged.log"), "--seed-file="+c.at("munged.seed"))
	c.until("munged makes its socket", func() bool { _, err := os.Stat(c.at("munge.socket")); return err == nil })
	c.daemon("slurmctld", "-D", "-f", c.at("slurm.conf"))
	c.until("slurmctld answers", func() bool { return strings.Contains(c.says("scontrol", "ping"), "UP") })
	c.daemon("slurmd", "-D", "-f", c.at("slurm.conf"), "-N", "node")
	c.until("the node is up", func() bool { return strings.TrimSpace(c.says("sinfo", "--noheader", "--format=%t")) == "idle" })
	t.Cleanup(func() { // before the daemons go: no job is left behind
		c.says("scancel", "--user="+who.Username)
		c.until("no job is left", func() bool { return c.says("squeue", "--noheader") == "" })
	})
	return c
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func (c *cluster) at(name string) string { return filepath.Join(c.folder, name) }

// daemon runs a program until the end of the test.
func (c *cluster) daemon(name string, args ...string) {
	d := exec.Command(name, args...)
	log, err := os.Create(c.at(name + ".out"))
	if err != nil {
		c.t.Fatal(err)
	}
	d.Stdout, d.Stderr = log, log
	if err := d.Start(); err != nil {
		c.t.Fatal(err)
	}
	c.t.Cleanup(func() {
		d.Process.Signal(os.Interrupt)
		gone := make(chan struct{})
		go func() { d.Wait(); close(gone) }()
		select {
		case <-gone:
		case <-time.After(10 * time.Second):
			d.Process.Kill()
			<-gone
		}
		log.Close()
		if c.t.Failed() {
			c.t.Logf("%s said:\n%s", name, read(c.t, log.Name()))
		}
	})
}

// says is what a command prints; nothing if it fails.
func (c *cluster) says(name string, args ...string) string {
	out, _ := exec.Command(name, args...).Output()
	return string(out)
}

// must runs a command that must do well.
func (c *cluster) must(name string, args ...string) {
	c.t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		c.t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}

// until waits for something to be so.
func (c *cluster) until(what string, is func() bool) {
	c.t.Helper()
	for began := time.Now(); !is(); time.Sleep(20 * time.Millisecond) {
		if time.Since(began) > 90*time.Second {
			c.t.Fatalf("for a minute and a half it is not so that %s\n%s", what, c.says("squeue", "--states=all", "--array"))
		}
	}
}

// A study that Slurm plays is the study of one machine to the last byte, though one task is killed and requeued on the way and another is
// cancelled and submitted again.
func TestAStudyThatSlurmPlaysIsTheSame(t *testing.T) {
	c := startCluster(t)
	folder := aStudy(t, "6000")
	if out, err := entente(folder, "sweep", "own.toml", "--out", "whole").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	asked := func(args ...string) (s lab.Progress) {
		t.Helper()
		cmd := entente(folder, append(args, "--json")...)
		var said bytes.Buffer
		cmd.Stderr = &said
		out, err := cmd.Output()
		if err == nil {
			err = json.Unmarshal(out, &s)
		}
		if err != nil {
			t.Fatalf("entente %v: %v\n%s", args, err, said.String())
		}
		return s
	}
	submit := []string{"submit", "own.toml", "--tasks", "3", "--out", "cluster", "--sbatch=--nice=1"}
	s := asked(submit...)
	if s.Blocks != 90 || len(s.Shares) != 3 || s.Shares[2].Blocks != 30 || len(s.Jobs) == 0 {
		t.Fatalf("submitted it stands at %+v", s)
	}
	if out, err := entente(folder, submit...).CombinedOutput(); err == nil || !strings.Contains(string(out), "has not ended") {
		t.Errorf("submitted twice it says\n%s", out)
	}
	script := read(t, filepath.Join(folder, "cluster/slurm/play.sh"))
	for _, line := range []string{"#SBATCH --array=1-3\n", "#SBATCH --requeue\n", "#SBATCH --nice=1\n", "--points 6000 --runs 3 --seed 4 --shard"} {
		if !strings.Contains(script, line) {
			t.Errorf("the script has no %q:\n%s", line, script)
		}
	}
	job, _, _ := strings.Cut(s.Jobs[0].ID, "_")
	done := func(share int) int {
		found, err := filepath.Glob(filepath.Join(folder, "cluster/slurm", fmt.Sprintf("share-%d", share), "blocks/block-*.csv"))
		if err != nil {
			t.Fatal(err)
		}
		return len(found)
	}
	onTheWay := func(share int) {
		t.Helper()
		c.until(fmt.Sprintf("share %d is begun", share), func() bool { return done(share) > 0 })
	}
	onTheWay(1)
	c.must("scontrol", "requeue", job+"_1")
	kept := done(1)
	onTheWay(2)
	c.must("scancel", job+"_2")
	c.until("all jobs have ended", func() bool {
		s = asked("status", "cluster")
		return s.AtWork() == 0 && s.Unknown == ""
	})
	if kept == 30 || s.Shares[0].Done != 30 || s.Shares[2].Done != 30 || s.Shares[1].Done == 30 || s.Joined || s.Missing() != 30-s.Shares[1].Done {
		t.Fatalf("killed with %d blocks and requeued, and another cancelled, it stands at %+v", kept, s)
	}
	states := map[int]string{}
	for _, j := range s.Jobs {
		states[j.Share] = j.State
	}
	if states[1] != "COMPLETED" || states[2] != "CANCELLED" || states[3] != "COMPLETED" || states[0] != "FAILED" {
		t.Errorf("share by share, the join as 0, Slurm tells %v", states)
	}
	if said := read(t, filepath.Join(folder, "cluster/slurm/merge.txt")); !strings.Contains(said, "of 90 blocks are missing") {
		t.Errorf("of a share that is not whole the join says\n%s", said)
	}
	if said := read(t, filepath.Join(folder, "cluster/slurm/task-1.txt")); !strings.Contains(said, "the rest is played") {
		t.Errorf("the task that was requeued began anew:\n%s", said)
	}

	s = asked(submit...)
	if script := read(t, filepath.Join(folder, "cluster/slurm/play.sh")); !strings.Contains(script, "#SBATCH --array=2\n") {
		t.Errorf("more than what is missing is submitted again:\n%s", script)
	}
	c.until("the study is joined", func() bool {
		s = asked("status", "cluster")
		return s.AtWork() == 0 && s.Unknown == ""
	})
	if !s.Joined || s.Done != 90 || s.Failed != 0 {
		t.Fatalf("submitted again it stands at %+v\n%s", s, read(t, filepath.Join(folder, "cluster/slurm/merge.txt")))
	}
	m, err := shelf.Read(filepath.Join(folder, "cluster"))
	if err != nil {
		t.Fatal(err)
	}
	names := []string{"manifest.json", "blocks/study.txt", "blocks/block-000000.csv", "blocks/block-000089.csv"}
	for _, f := range m.Files {
		names = append(names, f.Name)
	}
	for _, name := range names {
		if name != "timing.json" && read(t, filepath.Join(folder, "cluster", name)) != read(t, filepath.Join(folder, "whole", name)) {
			t.Errorf("played by Slurm, %s is not what it is otherwise", name)
		}
	}
	if len(names) < 15 {
		t.Errorf("only %v were compared", names)
	}
}

// The numbers of tasks are written as short as Slurm reads them, and the name of a job has nothing in it that Slurm takes for more.
func TestTasksAsSlurmReadsThem(t *testing.T) {
	for _, c := range []struct {
		numbers []int
		want    string
	}{{[]int{1}, "1"}, {[]int{1, 2, 3}, "1-3"}, {[]int{2, 4, 5, 9}, "2,4-5,9"}} {
		if got := tasks(c.numbers); got != c.want {
			t.Errorf("the tasks %v are written %s, want %s", c.numbers, got, c.want)
		}
	}
	if got := jobName("my study%j\n--é"); got != "entente-my_study_j_--_" {
		t.Errorf("a job is called %s", got)
	}
}
