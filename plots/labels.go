package plots

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
)

// tag is a label to be placed near a point.
type tag struct {
	at            vg.Point
	toward        vg.Point // the direction the label must lie in; zero for any
	width, height vg.Length
}

// placeLabels finds a box for every tag inside the frame, so that no two boxes overlap, none covers a point and, where
// there is room nearby, none covers another's leader. Among the free places near its point a tag takes the closest that hides
// the fewest lines. Tags with a direction choose first and mind no lines; then the most crowded. A tag for which the
// frame has no room left gets an empty box.
func placeLabels(tags []tag, radius vg.Length, lines [][2]vg.Point, frame vg.Rectangle) []vg.Rectangle {
	crowd := make([]float64, len(tags))
	order := make([]int, len(tags))
	b := board{radius: radius, frame: frame, lines: lines}
	for i, t := range tags {
		order[i] = i
		if t.toward != (vg.Point{}) {
			crowd[i] = math.Inf(1)
		}
		for _, u := range tags {
			crowd[i] += 1 / (20 + float64(lengthBetween(t.at, u.at)))
		}
		r := vg.Point{X: radius, Y: radius}
		b.points = append(b.points, vg.Rectangle{Min: t.at.Sub(r), Max: t.at.Add(r)})
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(crowd[j], crowd[i]) })

	boxes := make([]vg.Rectangle, len(tags))
	for _, i := range order {
		box, found := b.choose(tags[i])
		if !found {
			continue
		}
		boxes[i] = box
		b.boxes = append(b.boxes, box)
		if from, to, long := leader(tags[i].at, box); long {
			b.leaders = append(b.leaders, [2]vg.Point{from, to})
		}
	}
	return boxes
}

// board is what the labels still to be placed must mind.
type board struct {
	radius         vg.Length // of a point
	frame          vg.Rectangle
	points, boxes  []vg.Rectangle
	lines, leaders [][2]vg.Point
}

// underLeader is what it costs a label to hide a leader: as much as to stand so much farther off.
const underLeader = 50

// choose is the cheapest free place for a tag.
func (b *board) choose(t tag) (best vg.Rectangle, found bool) {
	least := math.Inf(1)
	for _, gap := range []vg.Length{1, 4, 8, 13, 20, 30, 45, 65, 90, 130, 190, 270} {
		if float64(gap) > least {
			break
		}
		for step := range 24 {
			sin, cos := math.Sincos(float64(step) * math.Pi / 12)
			box := beside(t, b.radius+gap, sin, cos)
			if !within(box, b.frame) || meetsAny(box, b.points) || meetsAny(box, b.boxes) {
				continue
			}
			cost := float64(gap) + math.Abs(sin) + 30*float64(b.nearer(t, box))
			if b.coversLeader(t, box) {
				cost += underLeader
			}
			if t.toward == (vg.Point{}) {
				cost += 2.5 * float64(crossings(box, b.lines))
			} else if cos*float64(t.toward.X)+sin*float64(t.toward.Y) < 0.9 {
				continue
			}
			if cost < least {
				least, best, found = cost, box, true
			}
		}
	}
	return best, found
}

// nearer counts the other points that a label would be read with, because they lie closer to it than its own.
func (b *board) nearer(t tag, box vg.Rectangle) int {
	_, _, own := apart(t.at, box)
	count := 0
	for _, p := range b.points {
		middle := vg.Point{X: (p.Min.X + p.Max.X) / 2, Y: (p.Min.Y + p.Max.Y) / 2}
		if _, _, other := apart(middle, box); other < own-1 {
			count++
		}
	}
	return count
}

// coversLeader tells whether a leader would run under a label: another's under this box, or its own under another's.
func (b *board) coversLeader(t tag, box vg.Rectangle) bool {
	if crossings(box, b.leaders) > 0 {
		return true
	}
	from, to, long := leader(t.at, box)
	for _, other := range b.boxes {
		if long && crosses(other, from, to) {
			return true
		}
	}
	return false
}

// leader is the line that joins a label to its point where they stand too far apart to be read together.
func leader(at vg.Point, box vg.Rectangle) (from, to vg.Point, long bool) {
	from, to, far := apart(at, box)
	return from, to, far > 6
}

// apart is the shortest way from a point to a box.
func apart(at vg.Point, box vg.Rectangle) (from, to vg.Point, far vg.Length) {
	to = vg.Point{X: min(max(at.X, box.Min.X), box.Max.X), Y: min(max(at.Y, box.Min.Y), box.Max.Y)}
	return at, to, lengthBetween(at, to)
}

// beside is the box of a tag that lies gap away from its point in the given direction.
func beside(t tag, gap vg.Length, sin, cos float64) vg.Rectangle {
	centre := vg.Point{
		X: t.at.X + vg.Length(cos)*gap + vg.Length(clamp(cos*1.6))*t.width/2,
		Y: t.at.Y + vg.Length(sin)*gap + vg.Length(clamp(sin*1.6))*t.height/2,
	}
	half := vg.Point{X: t.width / 2, Y: t.height / 2}
	return vg.Rectangle{Min: centre.Sub(half), Max: centre.Add(half)}
}

func clamp(v float64) float64 { return min(max(v, -1), 1) }

func lengthBetween(a, b vg.Point) vg.Length {
	return vg.Length(math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y)))
}

func within(box, frame vg.Rectangle) bool {
	return box.Min.X >= frame.Min.X && box.Max.X <= frame.Max.X && box.Min.Y >= frame.Min.Y && box.Max.Y <= frame.Max.Y
}

func overlap(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}

func meetsAny(box vg.Rectangle, taken []vg.Rectangle) bool {
	for _, t := range taken {
		if overlap(box, t) {
			return true
		}
	}
	return false
}

func crossings(box vg.Rectangle, lines [][2]vg.Point) int {
	n := 0
	for _, l := range lines {
		if crosses(box, l[0], l[1]) {
			n++
		}
	}
	return n
}

// crosses tells whether a straight line from a to b touches the box (Liang and Barsky 1984: what is left of the line
// after cutting it at each side).
func crosses(box vg.Rectangle, a, b vg.Point) bool {
	from, to := 0.0, 1.0
	cut := func(step, room float64) bool {
		switch {
		case step == 0:
			return room >= 0
		case step < 0:
			from = max(from, room/step)
		default:
			to = min(to, room/step)
		}
		return from <= to
	}
	dx, dy := float64(b.X-a.X), float64(b.Y-a.Y)
	return cut(-dx, float64(a.X-box.Min.X)) && cut(dx, float64(box.Max.X-a.X)) &&
		cut(-dy, float64(a.Y-box.Min.Y)) && cut(dy, float64(box.Max.Y-a.Y))
}
