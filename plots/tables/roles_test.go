package tables

import (
	"regexp"
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

// The sheets are one page that needs nothing else: a section a seat and one for the lecturer, and none of a state tells what the
// rule makes of it.
func TestSheetsArePrintedAsSections(t *testing.T) {
	for _, name := range []string{"pacific-2025", "europe-1947", "asia-1991"} {
		w := sim.NewWorld(shipped(t, name))
		r, err := lab.AskRoles(w, 0, w.Headline(), lab.Options{Seed: 1}, nil)
		if err != nil {
			t.Fatal(err)
		}
		sheets := RoleSheets(r, r.Scenario+" --best")
		var html, markdown strings.Builder
		if err := SheetsHTML(&html, "Roles", sheets); err != nil {
			t.Fatal(err)
		}
		if err := SheetsMarkdown(&markdown, sheets); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(html.String(), "<section>"); n != r.Seats()+1 {
			t.Errorf("%s: %d sections for %d seats and the lecturer", name, n, r.Seats())
		}
		if out := regexp.MustCompile(`(?i)src=|url\(|<link|<script|https?:`).FindString(html.String()); out != "" {
			t.Errorf("%s: the page asks for %q from outside", name, out)
		}
		for _, text := range []string{html.String(), markdown.String()} {
			if slip := regexp.MustCompile(`NaN|Inf\b|%!|<nil>|\. \.|\+0 |e\+0`).FindString(text); slip != "" {
				t.Errorf("%s: the sheets hold %q", name, slip)
			}
		}
		for k, s := range r.States {
			sheet := asText(t, sheets[1+k].Page, 0)
			for _, want := range []string{"Who you are", "Your threat", "Your trade", "Your ties", "Your voters", "Your private goal", "Your red line",
				"What you expect of the others", "Sources"} {
				if !strings.Contains(sheet, "\n"+want+"\n") {
					t.Errorf("%s: the sheet of %s does not say %s", name, s.ID, want)
				}
			}
			if secret := regexp.MustCompile(`(?i)willing|draw|the rule|does not sign`).FindString(sheet); secret != "" {
				t.Errorf("%s: the sheet of %s gives away what the rule does: %q", name, s.ID, secret)
			}
		}
	}
}

func TestSheetsAreToldAsAccepted(t *testing.T) {
	w := sim.NewWorld(shipped(t, "pacific-2025"))
	r, err := lab.AskRoles(w, 0, w.Headline(), lab.Options{Seed: 1}, nil)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "roles", Roles(r))
	var b strings.Builder
	if err := SheetsMarkdown(&b, RoleSheets(r, r.Scenario+" --best")); err != nil {
		t.Fatal(err)
	}
	accepted(t, "roles.md", b.String())
}
