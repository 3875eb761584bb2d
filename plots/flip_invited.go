package plots

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
)

func invitedHead(f *lab.Flip) string {
	if f.Invited[0].Crosses {
		return "Who is invited: the best change crosses"
	}
	return "Who is invited: no single change crosses"
}

// invitedLeftOut tells of the changes of the invited for which there is no room.
func invitedLeftOut(fig Figure, f *lab.Flip) string {
	more := len(f.Invited)
	if !fig.fixed() {
		more -= guestRows(fig)
	}
	if more <= 0 {
		return ""
	}
	return " Left out: " + words.Count(more, "change") + " of who is invited" + map[bool]string{true: "", false: ", which go less far"}[fig.fixed()] + "."
}

// invitations shows the chances that go farthest when one founder is left out or one more state made a founder.
func invitations(fig Figure, f *lab.Flip) drawable {
	best := f.Invited[:min(guestRows(fig), len(f.Invited))]
	p := chancePlot(len(best) + 1)
	p.Add(gridlines(true, false), guests{fig, f, best})
	return p
}

type guests struct {
	fig  Figure
	f    *lab.Flip
	best []*lab.Move
}

func (g guests) columns() columns {
	cols := columns{above: g.fig.narrow()}
	cols.add(words.StartsFrom(&g.f.Head), true)
	for _, m := range g.best {
		cols.add(fit(style(labelSize, black), words.Move(g.f, m), longestName), false)
	}
	return cols
}

// Plot implements plot.Plotter.
func (g guests) Plot(c draw.Canvas, p *plot.Plot) {
	cols := g.columns()
	row := c.Size().Y / vg.Length(len(cols.names))
	x := func(v float64) vg.Length { return c.X(p.X.Norm(v)) }
	c.StrokeLine2(targetLine, x(g.f.Target), c.Min.Y, x(g.f.Target), c.Max.Y)
	for i := range cols.names {
		y, share := c.Max.Y-(vg.Length(i)+0.5)*row, g.f.AsIs
		if i > 0 {
			share = g.best[i-1].Chance
		}
		if share.Constants != nil {
			openBar(&c, x(share.Constants.Low), x(share.Constants.High), y)
		}
		c.StrokeLine2(draw.LineStyle{Color: blue, Width: 1.4}, x(share.Low), y, x(share.High), y)
		at := vg.Point{X: x(share.Mean), Y: y}
		switch {
		case i == 0:
			spotNow(&c, at)
		case g.best[i-1].Crosses:
			disc(&c, at, flipRadius, vermilion)
		default:
			disc(&c, at, flipRadius, blue)
		}
		names := c
		names.Min.X -= flipRadius // a dot at 0 keeps clear of its name
		cols.row(&names, i, y)
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (g guests) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	left := vg.Length(0)
	cols := g.columns()
	if cols.above {
		return room(flipRadius, flipRadius, 0)
	}
	for i, name := range cols.names {
		left = max(left, cols.nameStyle(i).Width(name))
	}
	return room(left+spacing+flipRadius, flipRadius, 0)
}
