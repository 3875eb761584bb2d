package words

import (
	"fmt"
	"strings"
)

// LaTeX makes a text from a file harmless in LaTeX with T1 fonts: it is set as it stands, signs that would do something or join into
// another are kept from it, and what such fonts have no letter for is written as its number in Unicode.
func LaTeX(text string) string {
	var b strings.Builder
	var last rune
	for _, r := range Plain(text) {
		if r == last && strings.ContainsRune("-'`,<>", r) || r == '`' && (last == '?' || last == '!') {
			b.WriteString("{}")
		}
		switch sign, ok := inLaTeX[r]; {
		case ok:
			b.WriteString(sign)
		case r == '\n', r >= ' ' && r <= '~', r >= 'À' && r <= 'ÿ', r >= 'Ā' && r <= 'ž' && r != 'ŉ' && r != 'ĸ' && r != 'Ŧ' && r != 'ŧ' && r != 'Ħ' && r != 'ħ' && r != 'Ŀ' && r != 'ŀ':
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "[U+%04X]", r)
		}
		last = r
	}
	return b.String()
}

// inLaTeX is how signs are written that are not set as they stand.
var inLaTeX = map[rune]string{
	'\\': `\textbackslash{}`, '{': `\textbraceleft{}`, '}': `\textbraceright{}`, '$': `\$`, '&': `\&`, '#': `\#`, '_': `\_`, '%': `\%`, '~': `\textasciitilde{}`,
	'^': `\textasciicircum{}`, '"': `\textquotedbl{}`, '\u00a0': `~`, '\u2009': `\,`, '\u202f': `\,`, '°': `\textdegree{}`, '±': `\textpm{}`,
	'×': `\texttimes{}`, '÷': `\textdiv{}`, '·': `\textperiodcentered{}`, '²': `\texttwosuperior{}`, '³': `\textthreesuperior{}`,
	'€': `\texteuro{}`, '£': `\textsterling{}`, '§': `\S{}`, '–': `--`, '—': `---`, '‘': "`", '’': `'`, '“': "``", '”': `''`, '…': `\ldots{}`,
	'−': `\ensuremath{-}`, '→': `\ensuremath{\rightarrow}`, '≤': `\ensuremath{\leq}`, '≥': `\ensuremath{\geq}`, '≠': `\ensuremath{\neq}`,
	'Σ': `\ensuremath{\Sigma}`, 'Δ': `\ensuremath{\Delta}`, 'α': `\ensuremath{\alpha}`, 'β': `\ensuremath{\beta}`,
	'γ': `\ensuremath{\gamma}`, 'μ': `\ensuremath{\mu}`, 'σ': `\ensuremath{\sigma}`, '√': `\ensuremath{\surd}`, '∞': `\ensuremath{\infty}`,
}
