package lab

import (
	"io"
	"strconv"
)

// Progress is how far a study has come that is played in shares, by whichever machines, and what the engine that runs
// these knows of its jobs.
type Progress struct {
	Head
	Study   string        `json:"study"`                  // in words
	Folder  string        `json:"folder"`                 // of the study
	Blocks  int           `json:"blocks"`                 // that the study is played in
	Done    int           `json:"blocks_done"`            // blocks that are whole
	Spoilt  int           `json:"blocks_spoilt"`          // there and not whole: they are played again
	Failed  int           `json:"runs_failed"`            // that broke a promise of the model, in the blocks that are whole
	Joined  bool          `json:"joined"`                 // the study whole is in its folder
	Shares  []SharePlayed `json:"shares"`                 // in their order
	Jobs    []Job         `json:"jobs"`                   // that the engine knows of
	Unknown string        `json:"jobs_unknown,omitempty"` // why nothing is known of the jobs
	Again   string        `json:"again,omitempty"`        // the command that has the rest played
	Scripts []string      `json:"scripts,omitempty"`      // that were written
	Start   []string      `json:"start,omitempty"`        // commands that submit them, if nothing was submitted
}

// SharePlayed is how far a share has come.
type SharePlayed struct {
	Shard
	Folder string `json:"folder"`        // of the share
	Blocks int    `json:"blocks"`        // that the share has
	Done   int    `json:"blocks_done"`   // blocks that are whole
	Spoilt int    `json:"blocks_spoilt"` // blocks that are there and not whole
	Failed int    `json:"runs_failed"`   // that broke a promise of the model
}

// Job is a task of a batch engine, such as Slurm.
type Job struct {
	ID     string `json:"job"`              // as 12_3
	Share  int    `json:"share"`            // that it plays; 0 if it joins them
	State  string `json:"state"`            // in the words of the engine, such as RUNNING
	Reason string `json:"reason,omitempty"` // why it waits or has ended, in the words of the engine; "" if it does not say
	Ended  bool   `json:"ended"`            // and is not begun again by itself
}

// NewStanding begins one.
func NewStanding(question, study, folder string) *Progress {
	s := &Progress{Head: fileHead(question, "", ""), Study: study, Folder: folder, Shares: []SharePlayed{}, Jobs: []Job{}}
	s.Title = study
	return s
}

// Add counts a share.
func (s *Progress) Add(p SharePlayed) {
	s.Shares = append(s.Shares, p)
	s.Done, s.Spoilt, s.Failed = s.Done+p.Done, s.Spoilt+p.Spoilt, s.Failed+p.Failed
}

// Missing is how many blocks are still to be played.
func (s *Progress) Missing() int { return s.Blocks - s.Done }

// AtWork is how many of the jobs have not ended.
func (s *Progress) AtWork() (n int) {
	for _, j := range s.Jobs {
		if !j.Ended {
			n++
		}
	}
	return n
}

// Tables are the shares and the jobs as tidy CSV.
func (s *Progress) Tables() []Table {
	return []Table{
		{"shares.csv", "one row per share: its blocks", func(out io.Writer) error {
			return Rows(out, []string{"share", "shares", "folder", "blocks", "done", "spoilt", "runs_failed"}, func(row func(...string)) {
				for _, p := range s.Shares {
					row(strconv.Itoa(p.K), strconv.Itoa(p.Of), p.Folder, strconv.Itoa(p.Blocks), strconv.Itoa(p.Done), strconv.Itoa(p.Spoilt),
						strconv.Itoa(p.Failed))
				}
			})
		}},
		{"jobs.csv", "one row per job that plays a share, or joins them (share 0)", func(out io.Writer) error {
			return Rows(out, []string{"job", "share", "state", "reason", "ended"}, func(row func(...string)) {
				for _, j := range s.Jobs {
					row(j.ID, strconv.Itoa(j.Share), j.State, j.Reason, YesNo(j.Ended))
				}
			})
		}},
	}
}

// aboutJobs: what the columns of shares of studies, and jobs mean.
func (l *wordList) aboutJobs() {
	l.say("shares.csv jobs.csv", "share", "its number, from 1; of a job that joins them, 0", "")
	l.say("", "shares", "how many there are in all", "shares")
	l.say("", "folder", "of the share", "")
	l.say("", "blocks", "that the share has", "blocks")
	l.say("", "done", "blocks that are whole", "blocks")
	l.say("", "spoilt", "blocks that are there and not whole", "blocks")
	l.say("", "runs_failed", "runs that broke a promise of the model", ofRuns)
	l.say("", "job", "its id, such as 12_3", "")
	l.say("jobs.csv", "state", "of the job, in the words of the engine", "")
	l.say("", "reason", "why it waits or has ended, in the words of the engine", "")
	l.say("jobs.csv", "ended", "the job is not begun again by itself", ofYesNo)
}
