package plots

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"html"
	"regexp"
	"strings"
	"unicode/utf16"
)

// Made says how a chart was made. It stands in its file, so that a picture that has left its folder can be made again.
type Made struct {
	Version string `json:"entente"`        // of the model
	Chart   string `json:"chart"`          // its name
	Command string `json:"command"`        // that gives the answer which it is drawn from
	Plot    string `json:"plot,omitempty"` // flags of entente plot, if that has drawn it otherwise
}

// text is one line of JSON; none if nothing is known.
func (m Made) text() string {
	if m == (Made{}) {
		return ""
	}
	b, err := json.Marshal(m)
	if err != nil {
		panic(err) // texts alone
	}
	return string(b)
}

// MadeIn reads it off the bytes of a chart; ok is false if they are none of ours, or do not say.
func MadeIn(file []byte) (m Made, ok bool) {
	var text string
	switch {
	case bytes.HasPrefix(file, []byte(pngStart)):
		text = inPNG(file)
	case bytes.HasPrefix(file, []byte("%PDF")):
		text = inPDF(file)
	case bytes.HasPrefix(file, []byte("% ")):
		if found := regexp.MustCompile(`(?m)^` + texMade + `(.*)$`).FindSubmatch(file); found != nil {
			text = string(found[1])
		}
	default:
		if found := regexp.MustCompile(`<metadata id="made">([^<]*)</metadata>`).FindSubmatch(file); found != nil {
			text = html.UnescapeString(string(found[1]))
		}
	}
	err := json.Unmarshal([]byte(text), &m)
	return m, err == nil && m.Version != "" && m.Chart != "" && m.Command != ""
}

func svgMade(text string) string {
	return `<metadata id="made">` + html.EscapeString(text) + "</metadata>"
}

const (
	pngStart = "\x89PNG\r\n\x1a\n"
	pngKey   = "entente\x00\x00\x00\x00\x00" // the keyword of an iTXt chunk that is not compressed and has no language
)

// pngChunk is a piece of a PNG (ISO/IEC 15948, 5.3).
func pngChunk(kind string, data []byte) []byte {
	body := append([]byte(kind), data...)
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	return binary.BigEndian.AppendUint32(append(out, body...), crc32.ChecksumIEEE(body))
}

func pngMade(text string) []byte { return pngChunk("iTXt", []byte(pngKey+text)) }

func inPNG(file []byte) string {
	for at := len(pngStart); at+8 <= len(file); {
		size := int(binary.BigEndian.Uint32(file[at:]))
		from := at + 8
		if size < 0 || size > len(file)-from {
			break
		}
		if text, ours := strings.CutPrefix(string(file[from:from+size]), pngKey); ours && string(file[at+4:from]) == "iTXt" {
			return text
		}
		at = from + size + 4
	}
	return ""
}

// inPDF are the keywords, which stand as a string in UTF-16 (ISO 32000, 7.3.4 and 7.9.2).
func inPDF(file []byte) string {
	const key = "/Keywords ("
	at := bytes.Index(file, []byte(key))
	if at < 0 {
		return ""
	}
	var raw []byte
	for k := at + len(key); k < len(file) && file[k] != ')'; k++ {
		c := file[k]
		if c == '\\' && k+1 < len(file) {
			k++
			if c = file[k]; c == 'r' {
				c = '\r'
			}
		}
		raw = append(raw, c)
	}
	if len(raw) < 2 || raw[0] != 0xfe || raw[1] != 0xff {
		return ""
	}
	var units []uint16
	for k := 2; k+1 < len(raw); k += 2 {
		units = append(units, binary.BigEndian.Uint16(raw[k:]))
	}
	return string(utf16.Decode(units))
}
