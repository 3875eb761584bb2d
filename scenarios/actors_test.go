package scenarios

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A person with a faulty file of actors sees every fault at once, in words.
func TestActorsFaultsRead(t *testing.T) {
	paths, err := filepath.Glob("testdata/actors/bad/*.csv")
	if err != nil || len(paths) < 7 {
		t.Fatalf("found %d bad files (%v), want at least 7", len(paths), err)
	}
	for _, path := range paths {
		kind := Propensities
		if strings.HasSuffix(path, "alliances.csv") {
			kind = AllianceOrNo
		}
		_, err := LoadActors(filepath.Base(path), kind, func(name string) ([]byte, error) { return os.ReadFile(path) })
		if _, ok := err.(Faults); !ok {
			t.Errorf("%s: the error is a %T, want Faults", path, err)
			continue
		}
		golden := strings.TrimSuffix(path, ".csv") + ".golden"
		got := err.Error() + "\n"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(golden); err != nil || got != string(want) {
			t.Errorf("the faults of %s read\n%s\nwant (%v)\n%s", path, got, err, want)
		}
	}
}

func TestActorsAreReadAsWritten(t *testing.T) {
	text := "\ufeff# a comment, with \"quotes\"\r\nActor,Strength,\"B, the first\", C \r\n\r\n\"B, the first\",2.5,,-1\r\n C " +
		",1e3, -1.0 ,0\r\n"
	a, err := LoadActors("any.csv", Propensities, func(string) ([]byte, error) { return []byte(text), nil })
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(a.Names, []string{"B, the first", "C"}) || !slices.Equal(a.Strength, []float64{2.5, 1000}) ||
		a.Between[0][1] != -1 || a.Between[1][0] != -1 || a.Between[0][0] != 0 || !strings.HasPrefix(a.Text, "# a comment") {
		t.Errorf("read %+v", a)
	}
	if _, err := LoadActors("nowhere.csv", Propensities, nil); err == nil || err.Error() != "there is no file nowhere.csv" {
		t.Errorf("a missing file: %v", err)
	}
}

func ExampleLoadActors() {
	a, err := LoadActors("testdata/actors/middle-east.csv", Propensities, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(a.Names), a.Names[0], a.Strength[0], a.Between[0][3])
	// Output: 11 US 10 2
}

// Whatever is thrown at the reader, it reads it or says what is wrong, each time the same, at places that exist. What it has
// read is what the theory asks for.
func FuzzLoadActors(f *testing.F) {
	paths, err := filepath.Glob("testdata/actors/bad/*.csv")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range append(paths, "testdata/actors/middle-east.csv") {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text), false)
	}
	f.Add("actor,strength,A,B\nA,1,0,1\nB,2,1,0", true)
	f.Add("actor,strength,\"A\"\"\",B\nA\",1,0,1\n\rB,2,1,0", true)
	f.Fuzz(func(t *testing.T, text string, alliances bool) {
		kind := Propensities
		if alliances {
			kind = AllianceOrNo
		}
		read := func() (*Actors, error) {
			return LoadActors("fuzz.csv", kind, func(string) ([]byte, error) { return []byte(text), nil })
		}
		a, err := read()
		if err != nil {
			if _, second := read(); second == nil || second.Error() != err.Error() {
				t.Errorf("read twice, two answers:\n%v\nand\n%v", err, second)
			}
			for _, fault := range err.(Faults) {
				if fault.Line < 1 || fault.Col < 1 || fault.Col > len([]rune(fault.Source))+1 || fault.Message == "" {
					t.Errorf("a fault at no place: %+v", fault)
				}
			}
			return
		}
		if len(a.Names) < 2 || len(a.Strength) != len(a.Names) || len(a.Between) != len(a.Names) {
			t.Fatalf("%d actors with %d strengths and %d rows", len(a.Names), len(a.Strength), len(a.Between))
		}
		for i, row := range a.Between {
			if !(a.Strength[i] > 0 && a.Strength[i] <= largest) || a.Names[i] == "" {
				t.Errorf("%q has strength %v", a.Names[i], a.Strength[i])
			}
			for j, v := range row {
				if v != a.Between[j][i] || i == j && v != 0 || alliances && v != 0 && v != 1 || !(v >= -largest && v <= largest) {
					t.Errorf("between %q and %q stands %v", a.Names[i], a.Names[j], v)
				}
			}
		}
	})
}
