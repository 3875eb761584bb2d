// Package plots draws what an ensemble says: when the headline clause is in force, who signs it and when, what speaks
// for and against it in each state, and which web of ties grows beside it.
//
// Each chart is one function in one file: a summary in, a Chart out. All lists them; Save writes one as SVG, PDF and
// PNG. The same summary gives the same bytes every time.
//
// Every chart must be readable in grey and by those who do not see all colours: colours come from one palette and never
// speak alone, but beside a dash pattern, a letter or an order. Where luck plays a part there is a band.
package plots
