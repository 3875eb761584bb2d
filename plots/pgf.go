package plots

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"strings"

	stdfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"entente/plots/words"
)

// drawnInTeX is a canvas that writes commands of PGF, so that a paper can \input a chart and set its text in a type of its own. Each
// line of text is as wide as it is in other formats, so that nothing moves. The writer of gonum/plot is not used: it writes lengths
// such as 1e-15pt, which TeX cannot read, leaves paths open and sets signs as they stand.
type drawnInTeX struct {
	text          bytes.Buffer
	width, height vg.Length
	state         []penState
}

// penState is what Push keeps.
type penState struct {
	width  vg.Length
	dashes string
	ink    string
}

func newDrawnInTeX(width, height vg.Length) *drawnInTeX {
	d := &drawnInTeX{width: width, height: height, state: make([]penState, 1)}
	vg.Initialize(d)
	return d
}

func (d *drawnInTeX) tell(format string, a ...any) { fmt.Fprintf(&d.text, format+"\n", a...) }

// pt is a length as TeX reads it. Its pt are 72.27 to an inch, those of charts are bp.
func pt(l vg.Length) string { return fmt.Sprintf("%.3fbp", float64(l)) }

func at(p vg.Point) string { return `\pgfpoint{` + pt(p.X) + "}{" + pt(p.Y) + "}" }

func (d *drawnInTeX) pen() *penState { return &d.state[len(d.state)-1] }

// Size implements vg.CanvasSizer.
func (d *drawnInTeX) Size() (width, height vg.Length) { return d.width, d.height }

// SetLineWidth implements vg.Canvas.
func (d *drawnInTeX) SetLineWidth(w vg.Length) { d.pen().width = w }

// SetLineDash implements vg.Canvas.
func (d *drawnInTeX) SetLineDash(pattern []vg.Length, offset vg.Length) {
	dashes := ""
	for _, l := range pattern {
		dashes += "{" + pt(l) + "}"
	}
	d.pen().dashes = `\pgfsetdash{` + dashes + "}{" + pt(offset) + "}"
}

// SetColor implements vg.Canvas. Charts use no transparency.
func (d *drawnInTeX) SetColor(ink color.Color) {
	if ink == nil {
		ink = black
	}
	c := color.NRGBAModel.Convert(ink).(color.NRGBA)
	d.pen().ink = fmt.Sprintf(`\definecolor{entente}{RGB}{%d,%d,%d}\color{entente}`, c.R, c.G, c.B)
}

// Rotate implements vg.Canvas.
func (d *drawnInTeX) Rotate(angle float64) { d.tell(`\pgftransformrotate{%.3f}`, angle*180/math.Pi) }

// Translate implements vg.Canvas.
func (d *drawnInTeX) Translate(by vg.Point) { d.tell(`\pgftransformshift{%s}`, at(by)) }

// Scale implements vg.Canvas. PGF scales no lines and no text, which are therefore written as they are printed.
func (d *drawnInTeX) Scale(x, y float64) {
	d.tell(`\pgflowlevel{\pgftransformxscale{%.5f}\pgftransformyscale{%.5f}}`, x, y)
}

// Push implements vg.Canvas.
func (d *drawnInTeX) Push() {
	d.tell(`\begin{pgfscope}`)
	d.state = append(d.state, *d.pen())
}

// Pop implements vg.Canvas.
func (d *drawnInTeX) Pop() {
	d.tell(`\end{pgfscope}`)
	d.state = d.state[:len(d.state)-1]
}

// Stroke implements vg.Canvas.
func (d *drawnInTeX) Stroke(path vg.Path) {
	if pen := d.pen(); pen.width > 0 {
		d.follow(path, fmt.Sprintf(`%s\pgfsetlinewidth{%s}%s`, pen.ink, pt(pen.width), pen.dashes), "stroke")
	}
}

// Fill implements vg.Canvas.
func (d *drawnInTeX) Fill(path vg.Path) { d.follow(path, d.pen().ink, "fill") }

func (d *drawnInTeX) follow(path vg.Path, how, use string) {
	d.tell(`{%s`, how)
	for _, part := range path {
		switch part.Type {
		case vg.MoveComp:
			d.tell(`\pgfpathmoveto{%s}`, at(part.Pos))
		case vg.LineComp:
			d.tell(`\pgfpathlineto{%s}`, at(part.Pos))
		case vg.CurveComp:
			if len(part.Control) == 1 {
				d.tell(`\pgfpathquadraticcurveto{%s}{%s}`, at(part.Control[0]), at(part.Pos))
			} else {
				d.tell(`\pgfpathcurveto{%s}{%s}{%s}`, at(part.Control[0]), at(part.Control[1]), at(part.Pos))
			}
		case vg.ArcComp:
			panic("plots: charts are drawn of lines and curves: none holds an arc")
		case vg.CloseComp:
			d.tell(`\pgfpathclose`)
		}
	}
	d.tell(`\pgfusepath{%s}}`, use)
}

// DrawImage implements vg.Canvas.
func (d *drawnInTeX) DrawImage(vg.Rectangle, image.Image) {
	panic("plots: charts are drawn of lines, areas and text: none holds an image")
}

// FillString implements vg.Canvas.
func (d *drawnInTeX) FillString(f font.Face, from vg.Point, line string) {
	if strings.TrimSpace(line) == "" {
		return
	}
	says := words.LaTeX(line)
	if f.Font.Weight == stdfont.WeightBold {
		says = `\bfseries ` + says
	}
	size := pt(f.Font.Size)
	d.tell(`{%s\pgftext[left,base,at={%s}]{\fontsize{%s}{%s}\selectfont\resizebox{%s}{\height}{%s}}}`, d.pen().ink, at(from), size, size,
		pt(f.Width(line)), says)
}

// write writes the picture, below what it says of itself.
func (d *drawnInTeX) write(out io.Writer, title, made string) error {
	_, err := fmt.Fprintf(out, "%% %s\n%% In the head of the paper: \\usepackage{pgf,graphicx,textcomp}, and T1 for its type.\n", words.Plain(title))
	if err == nil && made != "" {
		_, err = fmt.Fprintf(out, "%s%s\n", texMade, made)
	}
	if err == nil {
		_, err = fmt.Fprintf(out, "\\begin{pgfpicture}\n\\begin{pgfscope}\n%s\\end{pgfscope}\n\\pgfresetboundingbox\n"+
			"\\pgfpathrectangle{\\pgfpointorigin}{%s}\n\\pgfusepath{use as bounding box}\n\\end{pgfpicture}\n", d.text.Bytes(),
			at(vg.Point{X: d.width, Y: d.height}))
	}
	return err
}

// texMade begins the line on which a chart in TeX says how it was made.
const texMade = "% made: "
