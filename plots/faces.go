package plots

import (
	"bytes"
	"crypto/sha256"
	"slices"

	stdfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
)

// face is a font of which a file holds the letters that are used.
type face struct {
	font    font.Font // without its size
	data    []byte    // the font whole
	letters map[rune]bool

	key string // that the writer of a PDF knows it by
}

// faces are the fonts of a file, in the order in which they are first used.
type faces []*face

// of is the font that a line is set in; first tells whether it is the first line.
func (fs *faces) of(f font.Face) (in *face, first bool) {
	of := f.Font
	of.Size = 0
	for _, known := range *fs {
		if known.font == of {
			return known, false
		}
	}
	var data bytes.Buffer
	if _, err := f.Face.WriteSourceTo(nil, &data); err != nil {
		panic("plots: a bundled font cannot be read: " + err.Error())
	}
	in = &face{font: of, data: data.Bytes(), letters: map[rune]bool{}}
	*fs = append(*fs, in)
	return in, true
}

// bold tells whether it is.
func (in *face) bold() bool { return in.font.Weight == stdfont.WeightBold }

// used are the letters that the file holds, in their order.
func (in *face) used() string {
	letters := make([]rune, 0, len(in.letters))
	for l := range in.letters {
		letters = append(letters, l)
	}
	slices.Sort(letters)
	return string(letters)
}

// name is what a file calls a part of a font: six letters that no other part shares, and the name of the font.
func (in *face) name() string {
	var tag []byte
	sum := sha256.Sum256([]byte(in.used()))
	for _, b := range sum[:6] {
		tag = append(tag, 'A'+b%26)
	}
	name := string(tag) + "+" + string(in.font.Typeface) + string(in.font.Variant)
	if in.bold() {
		name += "-Bold"
	}
	return name
}
