package lab

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// count tells how many runs of a block failed; not known if the block is not there or cannot be this one.
func (st *Study) count(blocks Blocks, k int) (failures int, known bool) {
	rows, ok := blocks.Read(k)
	if !ok {
		return 0, false
	}
	from, to := st.points(k)
	point, next := from, 0
	err := st.read(rows, func(p, run int, failure string, _ []float64) error {
		if p != point || run != st.FirstRun(p)+next || p >= to {
			return errors.New("out of order")
		}
		if failure != "" {
			failures++
		}
		if next++; next == st.Each {
			point, next = point+1, 0
		}
		return nil
	})
	return failures, err == nil && point == to
}

// read visits the rows of a block: point, run, what failed ("" if nothing), and the outputs.
func (st *Study) read(rows string, see func(point, run int, failure string, values []float64) error) error {
	in := csv.NewReader(strings.NewReader(rows))
	in.FieldsPerRecord, in.ReuseRecord = 3+len(st.Outputs), true
	values := make([]float64, len(st.Outputs))
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		point, err := strconv.Atoi(cells[0])
		run, err2 := strconv.Atoi(cells[1])
		err = errors.Join(err, err2)
		for i := range values {
			if values[i], err2 = strconv.ParseFloat(cells[3+i], 64); err2 != nil {
				err = err2
			}
		}
		if err != nil {
			return err
		}
		if err := see(point, run, cells[2], values); err != nil {
			return err
		}
	}
}

// each visits the runs of the first points in their order. It holds one block at a time.
func (p *Played) each(see func(point, run int, failure string, values []float64)) {
	for k := 0; k*p.BlockPoints() < p.Whole; k++ {
		p.eachOf(k, see)
	}
}

// eachOf visits the runs of a block that is there.
func (p *Played) eachOf(k int, see func(point, run int, failure string, values []float64)) {
	rows, ok := p.blocks.Read(k)
	err := errors.New("it is gone")
	if ok {
		err = p.read(rows, func(point, run int, failure string, values []float64) error {
			see(point, run, failure, values)
			return nil
		})
	}
	if err != nil {
		panic(fmt.Sprintf("lab: block %d of the study was there and cannot be read any more: %v", k, err))
	}
}

// atPoints visits the first points in their order: how many of their runs came to an end, and the mean of each output
// over these.
func (p *Played) atPoints(see func(point, runs int, means []float64)) {
	sums, runs := make([]float64, len(p.Outputs)), 0
	seen := 0
	p.each(func(point, _ int, failure string, values []float64) {
		if failure == "" {
			runs++
			for i, v := range values {
				sums[i] += v
			}
		}
		if seen++; seen == p.Each {
			for i := range sums {
				if sums[i] /= float64(runs); runs == 0 {
					sums[i] = 0
				}
			}
			see(point, runs, sums)
			clear(sums)
			runs, seen = 0, 0
		}
	})
}
