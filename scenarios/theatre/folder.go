package theatre

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"entente/scenarios"
)

// dataset is what is known of a data set: how to tell its files, and how to read them.
type dataset struct {
	name    string
	gives   string                // what a scenario has from it
	files   func() *regexp.Regexp // names of its files, in lower case
	version func() *regexp.Regexp // where in a name its version stands
	dotted  bool                  // 41 in a name is version 4.1
	columns []column
	read    func(d *Data, r *rows)
}

// sets are the data sets, in the order in which they are told.
func sets() []*dataset {
	return []*dataset{&nmc, &trade, &gdp, &vdem, &unga, &archigos, &reignLeaders, &reignElections, &atopMembers,
		&atopDyads, &mid, &midParticipants,
		&rivalries, &contiguity, &capitals, &members}
}

// Data are the data sets of a folder.
type Data struct {
	Folder string
	taken  map[*dataset]*taken

	capability, military *panel // COW NMC
	commerce             *commerce
	product              *panel // real GDP, 2011 US$ bn
	polyarchy            *panel
	ideal, idealFinal    *panel // UN ideal points on all votes, and on final passage
	rulers, later        *rulers
	polls                map[string][]poll
	treaties             []membership
	dyads                *dyads
	disputes, parts      []dispute // by pair, and from participants
	rivals               []spell
	borders              []spell
	places               *places
	system               *memberships
}

// taken is the file that was read for a data set.
type taken struct {
	file     string
	label    string // the data set with its version
	from, to int    // years in it
	beside   []string
}

// label names a data set with its version, as comments do.
func (d *Data) label(s *dataset) string {
	if t := d.taken[s]; t != nil {
		return t.label
	}
	return s.name
}

// Read reads all data sets of a folder and what lies below it. The error is scenarios.Faults where files are at fault.
func Read(ctx context.Context, folder string) (*Data, error) {
	files, err := listed(folder)
	if err != nil {
		return nil, err
	}
	d := &Data{Folder: folder, taken: map[*dataset]*taken{}}
	var all faults
	var lock sync.Mutex
	var group sync.WaitGroup
	for _, s := range sets() {
		group.Go(func() {
			t, r := s.choose(ctx, files, &all)
			if r == nil {
				return
			}
			defer r.close()
			s.read(d, r)
			t.from, t.to = r.from, r.to
			lock.Lock()
			defer lock.Unlock()
			d.taken[s] = t
		})
	}
	group.Wait()
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	d.misnamed(ctx, files, &all)
	if err := all.err(); err != nil {
		return nil, err
	}
	if len(d.taken) == 0 {
		return nil, fmt.Errorf("%s holds none of the data sets that are read: `entente theatre new --help` lists them with the "+
			"names of their files", folder)
	}
	return d, nil
}

// mostFiles is how many files are looked at: a folder that holds more is most likely another one than was meant.
const mostFiles = 20_000

// listed are the files of a folder and of those below it, in order.
func listed(folder string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && path != folder && strings.HasPrefix(e.Name(), "."):
			return filepath.SkipDir
		case len(files) > mostFiles:
			return fmt.Errorf("%s holds more than %d files: is it the right folder?", folder, mostFiles)
		case !e.IsDir():
			files = append(files, path)
		}
		return nil
	})
	var missing *fs.PathError
	if errors.As(err, &missing) && errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no folder %s", folder)
	}
	return files, err
}

var tableFile = scenarios.Pattern(`\.(csv|tsv|tab|txt)(\.gz)?$`)

// base is the name by which a file is told apart.
func base(file string) string { return strings.ToLower(filepath.Base(file)) }

// choose takes the newest file that has the columns; of two as new, the one that goes by the codes of the Correlates of War.
func (s *dataset) choose(ctx context.Context, files []string, all *faults) (*taken, *rows) {
	type candidate struct {
		rows  *rows
		label string
		rank  float64
	}
	var found []candidate
	for _, f := range files {
		if !tableFile().MatchString(base(f)) || !s.files().MatchString(base(f)) {
			continue
		}
		r, lacking, err := open(ctx, f, s.columns, all)
		if err != nil {
			all.add(f, 1, 1, "it cannot be read: %v", err)
			continue
		}
		if len(lacking) > 0 {
			r.close()
			continue
		}
		label, rank := s.edition(base(f))
		found = append(found, candidate{r, label, rank})
	}
	if len(found) == 0 {
		return nil, nil
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(a.rows.sys, b.rows.sys), cmp.Compare(a.rows.file, b.rows.file))
	})
	t := &taken{file: found[0].rows.file, label: found[0].label}
	for _, c := range found[1:] {
		c.rows.close()
		t.beside = append(t.beside, c.rows.file)
	}
	return t, found[0].rows
}

var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// edition reads the version of a data set off the name of its file, and ranks it.
func (s *dataset) edition(file string) (label string, rank float64) {
	if s.version == nil {
		return s.name, 0
	}
	m := s.version().FindStringSubmatch(file)
	if m == nil {
		return s.name, 0
	}
	if len(m) == 3 { // a month and a year, or a year and a month
		year, month := m[1], m[2]
		if k := slices.Index(months, year[:3]); k >= 0 {
			year, month = m[2], strconv.Itoa(k+1)
		}
		y, _ := strconv.Atoi(year)
		k, _ := strconv.Atoi(month)
		return fmt.Sprintf("%s %d-%02d", s.name, y, k), float64(y) + float64(k)/12
	}
	v := strings.ReplaceAll(m[1], "_", ".")
	if s.dotted && len(v) > 1 && !strings.Contains(v, ".") {
		v = v[:1] + "." + v[1:]
	}
	rank, _ = strconv.ParseFloat(v, 64)
	return s.name + " v" + v, rank
}

// misnamed notes files that go by the name of a data set that was not found, and have the columns of none.
func (d *Data) misnamed(ctx context.Context, files []string, all *faults) {
	for _, s := range sets() {
		for _, f := range files {
			if d.taken[s] != nil || !s.files().MatchString(base(f)) || !tableFile().MatchString(base(f)) || d.other(f) {
				continue
			}
			r, lacking, err := open(ctx, f, s.columns, all)
			if err != nil {
				continue // told already
			}
			r.close()
			all.add(f, 1, 1, "it is named like %s and lacks the column %s; its header is not one that is known", s.name,
				strings.Join(lacking, ", "))
		}
	}
}

// other tells whether a file goes by the name of a data set that has been found in this file or another.
func (d *Data) other(file string) bool {
	return slices.ContainsFunc(sets(), func(s *dataset) bool { return d.taken[s] != nil && s.files().MatchString(base(file)) })
}

// packed are files that hold a data set in a form that is not read.
var packed = scenarios.Pattern(`\.(zip|dta|xlsx?|rds|rda|rdata|sav|7z)$`)

// unread are the files of a folder that hold a data set that was not found, in a form that is not read.
func (d *Data) unread() []string {
	files, err := listed(d.Folder)
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(files, func(f string) bool {
		return !packed().MatchString(base(f)) || !slices.ContainsFunc(sets(),
			func(s *dataset) bool { return d.taken[s] == nil && s.files().MatchString(base(f)) })
	})
}
