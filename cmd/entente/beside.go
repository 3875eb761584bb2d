package main

import (
	"fmt"
	"slices"

	"entente/plots"
	"entente/plots/words"
)

// besideEndings end the names of what stands beside a chart.
var besideEndings = []string{".alt.txt", ".caption.txt", ".tex"}

// beside is what stands beside a chart that is drawn as some formats: what it says to who cannot see it, what is to be read beside it,
// and its figure in LaTeX, which names the table of what is drawn.
func beside(n plots.Named, formats []string, data string) []attached {
	chart := n.Chart()
	return []attached{
		{n.Name + besideEndings[0], "what the chart says, for who cannot see it", plain(chart.Alt() + "\n")},
		{n.Name + besideEndings[1], "what is to be read beside the chart", plain(chart.Caption() + "\n")},
		{n.Name + besideEndings[2], "a figure environment", plain(figureTeX(n.Name, chart.Caption(), data, formats))},
	}
}

// figureTeX sets a chart with its caption.
func figureTeX(name, caption, data string, formats []string) string {
	picture := "\\includegraphics{" + name + "}"
	if slices.Contains(formats, "pgf") {
		picture = "\\input{" + name + ".pgf}"
	}
	return fmt.Sprintf("%% What is drawn stands in %s.\n\\begin{figure}\n  \\centering\n  %s\n  \\caption{%s}\n  \\label{fig:%s}\n\\end{figure}\n", data,
		picture, words.LaTeX(caption), name)
}
