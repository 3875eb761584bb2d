package plots

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// paper is a canvas that is a page of PDF, one after the other if there are several. What is written on it stays text, set in a font of which the file holds the letters
// that are used, so that a chart can be searched and read aloud. The writer of gonum/plot knows no letters beyond Western Europe's.
type paper struct {
	doc           *fpdf.Fpdf
	width, height vg.Length
	lineWidths    []vg.Length // of each Push
	faces         faces
}

// undated stands where a PDF says when it was made: the same chart must give the same bytes.
var undated = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func newPaper(width, height vg.Length) *paper {
	p := &paper{width: width, height: height, lineWidths: make([]vg.Length, 1),
		doc: fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: width.Points(), Ht: height.Points()}})}
	p.doc.SetCatalogSort(true)
	p.doc.SetCreationDate(undated)
	p.doc.SetModificationDate(undated)
	p.doc.SetLang("en")
	p.doc.SetMargins(0, 0, 0)
	p.doc.SetAutoPageBreak(false, 0)
	p.page()
	return p
}

// page begins a page.
func (p *paper) page() {
	p.doc.AddPage()
	p.Push()
	p.Translate(vg.Point{Y: p.height}) // PDF's writer counts downwards from the top
	p.Scale(1, -1)
	vg.Initialize(p)
}

// WritePages writes charts that were laid out for one figure of a given height as the pages of one PDF, which says how all of it was made.
func WritePages(out io.Writer, title string, charts []Named, made Made) error {
	var p *paper
	var says []string
	for _, n := range charts {
		c := n.Chart()
		width, height := c.Size()
		switch {
		case p == nil:
			p = newPaper(width, height)
		case width != p.width || height != p.height:
			panic("plots: pages of one file have one size")
		default:
			p.Pop()
			p.page()
		}
		c.draw(c.onto(p))
		says = append(says, c.heading())
	}
	return p.write(out, title, strings.Join(says, " / "), made.text())
}

// Size implements vg.CanvasSizer.
func (p *paper) Size() (width, height vg.Length) { return p.width, p.height }

// SetLineWidth implements vg.Canvas.
func (p *paper) SetLineWidth(w vg.Length) {
	p.lineWidths[len(p.lineWidths)-1] = w
	p.doc.SetLineWidth(w.Points())
}

// SetLineDash implements vg.Canvas.
func (p *paper) SetLineDash(pattern []vg.Length, offset vg.Length) {
	var dashes []float64
	for _, d := range pattern {
		dashes = append(dashes, d.Points())
	}
	p.doc.SetDashPattern(dashes, offset.Points())
}

// SetColor implements vg.Canvas. Charts use no transparency.
func (p *paper) SetColor(ink color.Color) {
	if ink == nil {
		ink = black
	}
	c := color.NRGBAModel.Convert(ink).(color.NRGBA)
	p.doc.SetFillColor(int(c.R), int(c.G), int(c.B))
	p.doc.SetDrawColor(int(c.R), int(c.G), int(c.B))
	p.doc.SetTextColor(int(c.R), int(c.G), int(c.B))
}

// Rotate implements vg.Canvas.
func (p *paper) Rotate(angle float64) { p.doc.TransformRotate(-angle*180/math.Pi, 0, 0) }

// Translate implements vg.Canvas.
func (p *paper) Translate(by vg.Point) { p.doc.TransformTranslate(by.X.Points(), by.Y.Points()) }

// Scale implements vg.Canvas.
func (p *paper) Scale(x, y float64) { p.doc.TransformScale(x*100, y*100, 0, 0) }

// Push implements vg.Canvas.
func (p *paper) Push() {
	p.lineWidths = append(p.lineWidths, p.lineWidths[len(p.lineWidths)-1])
	p.doc.TransformBegin()
}

// Pop implements vg.Canvas.
func (p *paper) Pop() {
	p.doc.TransformEnd()
	p.lineWidths = p.lineWidths[:len(p.lineWidths)-1]
}

// Stroke implements vg.Canvas.
func (p *paper) Stroke(path vg.Path) {
	if p.lineWidths[len(p.lineWidths)-1] > 0 {
		p.follow(path, "D")
	}
}

// Fill implements vg.Canvas.
func (p *paper) Fill(path vg.Path) { p.follow(path, "F") }

// DrawImage implements vg.Canvas.
func (p *paper) DrawImage(vg.Rectangle, image.Image) {
	panic("plots: charts are drawn of lines, areas and text: none holds an image")
}

func (p *paper) follow(path vg.Path, how string) {
	var start vg.Point
	for _, part := range path {
		x, y := part.Pos.X.Points(), part.Pos.Y.Points()
		switch part.Type {
		case vg.MoveComp:
			start = part.Pos
			p.doc.MoveTo(x, y)
		case vg.LineComp:
			p.doc.LineTo(x, y)
		case vg.CurveComp:
			a := part.Control[0]
			if len(part.Control) == 1 {
				p.doc.CurveTo(a.X.Points(), a.Y.Points(), x, y)
				continue
			}
			b := part.Control[1]
			p.doc.CurveBezierCubicTo(a.X.Points(), a.Y.Points(), b.X.Points(), b.Y.Points(), x, y)
		case vg.ArcComp:
			p.arc(part)
		case vg.CloseComp:
			p.doc.LineTo(start.X.Points(), start.Y.Points())
			p.doc.ClosePath()
		}
	}
	p.doc.DrawPath(how)
}

// arc follows a part of a circle by curves of at most a quarter, each off by less than 0.03 % of the radius.
func (p *paper) arc(part vg.PathComp) {
	at := func(angle float64) (sin, cos float64) { return math.Sincos(angle) }
	steps := max(int(math.Ceil(math.Abs(part.Angle)/(math.Pi/2))), 1)
	turn := part.Angle / float64(steps)
	reach := 4.0 / 3 * math.Tan(turn/4)
	cx, cy, r := part.Pos.X.Points(), part.Pos.Y.Points(), part.Radius.Points()
	sin, cos := at(part.Start)
	p.doc.LineTo(cx+float64(r*cos), cy+float64(r*sin))
	for k := range steps {
		s, c := at(part.Start + float64(float64(k+1)*turn))
		p.doc.CurveBezierCubicTo(cx+float64(r*(cos-float64(reach*sin))), cy+float64(r*(sin+float64(reach*cos))),
			cx+float64(r*(c+float64(reach*s))), cy+float64(r*(s-float64(reach*c))), cx+float64(r*c), cy+float64(r*s))
		sin, cos = s, c
	}
}

// FillString implements vg.Canvas. Letters that stand closer than their widths say are set apart, as in outlines.
func (p *paper) FillString(f font.Face, at vg.Point, line string) {
	in := p.face(f)
	p.doc.SetFont(in.key, "", f.Font.Size.Points())
	p.Push()
	defer p.Pop()
	p.Translate(at)
	p.Scale(1, -1)
	var prev sfnt.GlyphIndex
	x, start, run := vg.Length(0), vg.Length(0), ""
	scale := f.Font.Size / emUnits
	set := func() {
		if strings.TrimSpace(run) != "" {
			p.doc.Text(start.Points(), 0, run)
		}
	}
	for i, letter := range line {
		in.letters[letter] = true
		glyph, advance := glyphOf(f, letter)
		if i > 0 {
			if kern, err := f.Face.Kern(nil, prev, glyph, emUnits, 0); err == nil && kern != 0 {
				set()
				x += vg.Length(kern) * scale
				start, run = x, ""
			}
		}
		run += string(letter)
		x += advance
		prev = glyph
	}
	set()
}

// face is the font that a line is set in, which the file holds from its first use.
func (p *paper) face(f font.Face) *face {
	in, first := p.faces.of(f)
	if first {
		in.key = strings.Repeat("x", len(in.name())-len(writersMark)-1) + fmt.Sprint(len(p.faces))
		p.doc.AddUTF8FontFromBytes(in.key, "", in.data)
	}
	return in
}

// writersMark is what the writer puts before the name of a font.
const writersMark = "utf8"

// write writes the file, with what it says of itself. The writer calls a font by a key of as many letters as its name has.
func (p *paper) write(out io.Writer, title, subject, made string) error {
	p.doc.SetTitle(title, true)
	p.doc.SetSubject(subject, true)
	p.doc.SetKeywords(made, true)
	p.doc.SetCreator("Entente", true)
	p.Pop()
	var b bytes.Buffer
	if err := p.doc.Output(&b); err != nil {
		return err
	}
	data := b.Bytes()
	for _, in := range p.faces {
		data = bytes.ReplaceAll(data, []byte("/"+writersMark+in.key), []byte("/"+in.name()))
	}
	_, err := out.Write(data)
	return err
}
