// Package plots draws answers: when the headline clause is in force, who signs it and when, what speaks for and against it
// in each state, which web of ties grows beside it, and what becomes of all that in other worlds.
//
// Each chart is one function in one file: an answer in, a Chart out. For each kind of answer a function OfRun, OfAblation and
// so on lists its charts, which are drawn once they are wanted. The same answer gives the same bytes every time, also when
// it was read back from its JSON. What every chart says of its answer is in source.go; bricks that charts share are in axes.go,
// columns.go, legend.go, marks.go, panels.go and text.go.
//
// Every chart must be readable in grey and by those who do not see all colours: colours come from one palette and never
// speak alone, but beside a dash pattern, a letter or an order. Where luck plays a part there is a band.
package plots
