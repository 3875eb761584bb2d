package theatre

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"entente/scenarios"
)

// Polity is a state with the numbers and letters by which data sets know it. States that ended and those that came after
// them are polities of their own, which may share a number: the Soviet Union and Russia are 365 to all.
type Polity struct {
	ID   string // as scenarios call it: ISO 3166-1 alpha-3, and for those that ended before, what they would have had
	Name string

	cow, gw []coded
	also    []string // other letters that data sets have used
}

// coded is a number that holds in some years, both ends included. 0: open.
type coded struct{ number, from, to int }

// system is a way to name states.
type system int

const (
	cow  system = iota // Correlates of War
	gw                 // Gleditsch and Ward
	iso3               // three letters of ISO, or of V-Dem, which departs from it for states that ended
)

// names are what a system calls a polity in a year, the likeliest first.
func (p *Polity) names(s system, year int) []string {
	numbers := p.cow
	switch s {
	case gw:
		numbers = p.gw
	case iso3:
		return append([]string{p.ID}, p.also...)
	}
	var all []string
	for _, c := range numbers {
		if (c.from == 0 || year >= c.from) && (c.to == 0 || year <= c.to) {
			all = append(all, strconv.Itoa(c.number))
		}
	}
	return all
}

// ever are all that a system calls a polity in some year.
func (p *Polity) ever(s system) []string {
	if s == iso3 {
		return p.names(iso3, 0)
	}
	numbers := p.cow
	if s == gw {
		numbers = p.gw
	}
	var all []string
	for _, c := range numbers {
		if n := strconv.Itoa(c.number); !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	return all
}

// PolityOf finds a state by its id, or says who was probably meant: people write PHI, 840 or Philippines for PHL.
func PolityOf(id string) (*Polity, error) {
	all := polities()
	if p := all[id]; p != nil {
		return p, nil
	}
	for _, known := range slices.Sorted(maps.Keys(all)) {
		p := all[known]
		if strings.EqualFold(p.Name, id) || strings.EqualFold(p.ID, id) || slices.Contains(p.also, id) || slices.Contains(p.ever(cow), id) {
			return nil, fmt.Errorf("there is no state %q; did you mean %s (%s)?", id, p.ID, p.Name)
		}
	}
	if p := all[scenarios.Nearest(id, slices.Sorted(maps.Keys(all)))]; p != nil {
		return nil, fmt.Errorf("there is no state %q; did you mean %s (%s)?", id, p.ID, p.Name)
	}
	return nil, fmt.Errorf("there is no state %q; states go by three letters of ISO 3166, such as PHL", id)
}

// polities is the table below, by id.
var polities = sync.OnceValue(func() map[string]*Polity {
	all := map[string]*Polity{}
	for line := range strings.Lines(table) {
		words, also, _ := strings.Cut(strings.TrimSpace(line), " / ")
		parts := strings.SplitN(words, " ", 4)
		p := &Polity{ID: parts[0], Name: parts[3], cow: numbers(parts[1]), also: strings.Fields(also)}
		p.gw = p.cow
		if parts[2] != "=" {
			p.gw = numbers(parts[2])
		}
		all[p.ID] = p
	}
	return all
})

// numbers reads 260:1945-1990+255, the likeliest first where two hold in one year.
func numbers(text string) []coded {
	var all []coded
	for _, part := range strings.Split(text, "+") {
		number, years, _ := strings.Cut(part, ":")
		from, to, _ := strings.Cut(years, "-")
		whole := func(s string) int {
			n, err := strconv.Atoi(s)
			if s != "" && err != nil {
				panic("theatre: the table of states says " + text)
			}
			return n
		}
		all = append(all, coded{whole(number), whole(from), whole(to)})
	}
	return all
}

// table has a state a line: its id, the numbers of the Correlates of War with the years in which they hold, those of
// Gleditsch and Ward ("=" where they are the same), its name, and other letters behind a stroke.
//
// Where states were divided, joined or ended:
//   - Germany is the Federal Republic (260) while there were two, where a data set has it apart, and 255 else.
//   - The Soviet Union and Russia share a number, and so do Yugoslavia and Serbia except with Gleditsch and Ward.
//   - Yemen is the one of Sanaa: 678 to 1990, and then 679, or 678 throughout.
//   - Vietnam is the one of Hanoi; that of Saigon is RVN here, which V-Dem calls VDR.
//   - Czechoslovakia (CSK) ended with 1992; V-Dem goes on from it to Czechia under CZE.
const table = `AFG 700 = Afghanistan
AGO 540 = Angola
ALB 339 = Albania
AND 232 = Andorra
ARE 696 = United Arab Emirates
ARG 160 = Argentina
ARM 371 = Armenia
ATG 58 = Antigua and Barbuda
AUS 900 = Australia
AUT 305 = Austria
AZE 373 = Azerbaijan
BDI 516 = Burundi
BEL 211 = Belgium
BEN 434 = Benin
BFA 439 = Burkina Faso
BGD 771 = Bangladesh
BGR 355 = Bulgaria
BHR 692 = Bahrain
BHS 31 = Bahamas
BIH 346 = Bosnia and Herzegovina
BLR 370 = Belarus
BLZ 80 = Belize
BOL 145 = Bolivia
BRA 140 = Brazil
BRB 53 = Barbados
BRN 835 = Brunei
BTN 760 = Bhutan
BWA 571 = Botswana
CAF 482 = Central African Republic
CAN 20 = Canada
CHE 225 = Switzerland
CHL 155 = Chile
CHN 710 = China
CIV 437 = Ivory Coast
CMR 471 = Cameroon
COD 490 = Congo-Kinshasa
COG 484 = Congo-Brazzaville
COL 100 = Colombia
COM 581 = Comoros
CPV 402 = Cape Verde
CRI 94 = Costa Rica
CSK 315 315 Czechoslovakia / CZE
CUB 40 = Cuba
CYP 352 = Cyprus
CZE 316 316 Czechia
DDR 265 265 East Germany
DEU 260:1945-1990+255 260:1945-+255 Germany
DJI 522 = Djibouti
DMA 54 = Dominica
DNK 390 = Denmark
DOM 42 = Dominican Republic
DZA 615 = Algeria
ECU 130 = Ecuador
EGY 651 = Egypt
ERI 531 = Eritrea
ESP 230 = Spain
EST 366 = Estonia
ETH 530 = Ethiopia
FIN 375 = Finland
FJI 950 = Fiji
FRA 220 = France
FSM 987 = Micronesia
GAB 481 = Gabon
GBR 200 = United Kingdom
GEO 372 = Georgia
GHA 452 = Ghana
GIN 438 = Guinea
GMB 420 = Gambia
GNB 404 = Guinea-Bissau
GNQ 411 = Equatorial Guinea
GRC 350 = Greece
GRD 55 = Grenada
GTM 90 = Guatemala
GUY 110 = Guyana
HND 91 = Honduras
HRV 344 = Croatia
HTI 41 = Haiti
HUN 310 = Hungary
IDN 850 = Indonesia
IND 750 = India
IRL 205 = Ireland
IRN 630 = Iran
IRQ 645 = Iraq
ISL 395 = Iceland
ISR 666 = Israel
ITA 325 = Italy
JAM 51 = Jamaica
JOR 663 = Jordan
JPN 740 = Japan
KAZ 705 = Kazakhstan
KEN 501 = Kenya
KGZ 703 = Kyrgyzstan
KHM 811 = Cambodia
KIR 946 970 Kiribati
KNA 60 = Saint Kitts and Nevis
KOR 732 = South Korea
KWT 690 = Kuwait
LAO 812 = Laos
LBN 660 = Lebanon
LBR 450 = Liberia
LBY 620 = Libya
LCA 56 = Saint Lucia
LIE 223 = Liechtenstein
LKA 780 = Sri Lanka
LSO 570 = Lesotho
LTU 368 = Lithuania
LUX 212 = Luxembourg
LVA 367 = Latvia
MAR 600 = Morocco
MCO 221 = Monaco
MDA 359 = Moldova
MDG 580 = Madagascar
MDV 781 = Maldives
MEX 70 = Mexico
MHL 983 = Marshall Islands
MKD 343 = North Macedonia
MLI 432 = Mali
MLT 338 = Malta
MMR 775 = Myanmar
MNE 341 = Montenegro
MNG 712 = Mongolia
MOZ 541 = Mozambique
MRT 435 = Mauritania
MUS 590 = Mauritius
MWI 553 = Malawi
MYS 820 = Malaysia
NAM 565 = Namibia
NER 436 = Niger
NGA 475 = Nigeria
NIC 93 = Nicaragua
NLD 210 = Netherlands
NOR 385 = Norway
NPL 790 = Nepal
NRU 970 971 Nauru
NZL 920 = New Zealand
OMN 698 = Oman
PAK 770 = Pakistan
PAN 95 = Panama
PER 135 = Peru
PHL 840 = Philippines
PLW 986 = Palau
PNG 910 = Papua New Guinea
POL 290 = Poland
PRK 731 = North Korea
PRT 235 = Portugal
PRY 150 = Paraguay
QAT 694 = Qatar
ROU 360 = Romania
RUS 365 365 Russia / SUN
RVN 817 817 South Vietnam / VDR
RWA 517 = Rwanda
SAU 670 = Saudi Arabia
SDN 625 = Sudan
SEN 433 = Senegal
SGP 830 = Singapore
SLB 940 = Solomon Islands
SLE 451 = Sierra Leone
SLV 92 = El Salvador
SMR 331 = San Marino
SOM 520 = Somalia
SRB 345 340:2006-+345 Serbia / SCG YUG
SSD 626 = South Sudan
STP 403 = Sao Tome and Principe
SUN 365 365 Soviet Union / RUS
SUR 115 = Suriname
SVK 317 317 Slovakia
SVN 349 = Slovenia
SWE 380 = Sweden
SWZ 572 = Eswatini
SYC 591 = Seychelles
SYR 652 = Syria
TCD 483 = Chad
TGO 461 = Togo
THA 800 = Thailand
TJK 702 = Tajikistan
TKM 701 = Turkmenistan
TLS 860 = East Timor
TON 955 972 Tonga
TTO 52 = Trinidad and Tobago
TUN 616 = Tunisia
TUR 640 = Turkey
TUV 947 973 Tuvalu
TWN 713 = Taiwan
TZA 510 = Tanzania
UGA 500 = Uganda
UKR 369 = Ukraine
URY 165 = Uruguay
USA 2 = United States
UZB 704 = Uzbekistan
VCT 57 = Saint Vincent and Grenadines
VEN 101 = Venezuela
VNM 816 816 Vietnam
VUT 935 = Vanuatu
WSM 990 = Samoa
XKX 347 347 Kosovo / XKS KSV
YEM 679:1990-+678:-1990 678 Yemen / YAR
YMD 680 680 South Yemen
YUG 345 345 Yugoslavia / SRB SCG
ZAF 560 = South Africa
ZAN 511 511 Zanzibar / ZZB EAZ
ZMB 551 = Zambia
ZWE 552 = Zimbabwe
`
