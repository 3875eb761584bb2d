package main

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"

	"entente/sim/lab/history"
)

// trace is the file of all trials of a calibration, one a line in the order of asking. It lets a calibration that was
// stopped, or killed, go on where it was.
type trace struct {
	file  *os.File
	known []float64 // distances of the trials made so far
}

// openTrace opens or begins a trace. Only the calibration that began it may go on with it. A last line that was cut
// short by a kill is taken off.
func openTrace(path, identity string) (*trace, error) {
	head := "# " + identity + "\ntrial,stage,distance,values\n"
	old, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		return nil, usage("--out: %w", err)
	}
	old = old[:bytes.LastIndexByte(old, '\n')+1]
	t := &trace{}
	switch {
	case len(old) < len(head):
		old = []byte(head)
	case !bytes.HasPrefix(old, []byte(head)):
		first, _, _ := strings.Cut(string(old), "\n")
		return nil, usage("%s holds another calibration\n  there: %s\n  here:  # %s\ntake another --out, or the same flags", path, first, identity)
	}
	for n, line := range strings.Split(strings.TrimSpace(string(old[len(head):])), "\n") {
		cells := strings.SplitN(line, ",", 4)
		if line == "" {
			continue
		}
		d, err := strconv.ParseFloat(cells[min(2, len(cells)-1)], 64)
		if len(cells) < 4 || cells[0] != strconv.Itoa(n) || err != nil {
			return nil, usage("%s:%d: not the line of trial %d: the file is damaged", path, n+3, n)
		}
		t.known = append(t.known, d)
	}
	if err := os.WriteFile(path+".part", old, 0o644); err != nil {
		return nil, usage("--out: %w", err)
	}
	if err := os.Rename(path+".part", path); err != nil {
		return nil, usage("--out: %w", err)
	}
	t.file, err = os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, usage("--out: %w", err)
	}
	return t, nil
}

func (t *trace) recall(n int) (float64, bool) {
	if n < len(t.known) {
		return t.known[n], true
	}
	return 0, false
}

// note adds a trial. Distances are written so that they read back to the last bit.
func (t *trace) note(n int, trial history.Trial) error {
	line := fmt.Sprintf("%d,%s,%s", n, trial.Stage, strconv.FormatFloat(trial.Distance, 'g', -1, 64))
	for _, v := range trial.Values {
		line += "," + strconv.FormatFloat(v, 'g', 6, 64)
	}
	t.known = append(t.known, trial.Distance)
	_, err := t.file.WriteString(line + "\n")
	return err
}

func (t *trace) made() int { return len(t.known) }

func (t *trace) close() { t.file.Close() }
