package plots

import (
	"context"
	"os"
	"strings"
	"testing"
)

func TestZZLook(t *testing.T) {
	d := os.Getenv("LOOK")
	if d == "" {
		t.Skip()
	}
	for n, vs := range oddVerdicts() {
		for _, c := range Hindcasts(vs) {
			Save(context.Background(), d, strings.ReplaceAll(n, " ", "_")+"-"+c.Name, c.Chart)
		}
	}
	for n, c := range oddCalibrations() {
		n = strings.ReplaceAll(n, " ", "_")
		Save(context.Background(), d, n+"-posterior", Posterior(c))
		Save(context.Background(), d, n+"-trace", Trace(c))
	}
}
