package number

import "testing"

func read(t *testing.T, text string) (*Reader, []Atom) {
	t.Helper()
	v := NewVocabulary("people", "years", "killed")
	return NewReader(v), v.Scan(nil, text, 0, len(text))
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		text  string
		value float64
		rest  string // what is left after the number
		vague bool
	}{
		{"133 people", 133, "people", false},
		{"6,000 people", 6000, "people", false},
		{"1,234,567 people", 1234567, "people", false},
		{"12,34 people", 12, ",34 people", false},
		{"1.2 million people", 1.2e6, "people", false},
		{"1.25m people", 1.25e6, "people", false},
		{"15bn", 15e9, "", false},
		{"15bnx", 15, "bnx", false},
		{"3 hundred people", 300, "people", false},
		{"2. People", 2, ". People", false},
		{"one-hundred and thirty people", 130, "people", false},
		{"one hundred and thirty-three thousand two hundred and one people", 133201, "people", false},
		{"a hundred and five people", 105, "people", false},
		{"a thousand people", 1000, "people", false},
		{"half a million people", 500000, "people", false},
		{"a half million people", 500000, "people", false},
		{"half a dozen people", 6, "people", false},
		{"a dozen people", 12, "people", false},
		{"two dozen people", 24, "people", false},
		{"twenty-three people", 23, "people", false},
		{"Twenty three people", 23, "people", false},
		{"five and six people", 5, "and six people", false},
		{"hundred people", 0, "hundred people", false},
		{"dozens of people", 24, "of people", true},
		{"tens of thousands of people", 20000, "of people", true},
		{"hundreds of thousands of people", 200000, "of people", true},
		{"tens of people", 0, "tens of people", false},
		{"a people", 0, "a people", false},
		{"zero people", 0, "people", false},
		{"99999999999999999999 people", 0, "99999999999999999999 people", false},
		{"2 million and a half", 2e6, "and a half", false},
		{"two hundred and people", 200, "and people", false},
	} {
		r, atoms := read(t, c.text)
		n, next, ok := r.Parse(atoms, 0)
		rest := ""
		if !ok {
			next, n = 0, Number{}
		}
		if next < len(atoms) {
			rest = c.text[atoms[next].Start:]
		}
		if n.Value != c.value || rest != c.rest || n.Vague != c.vague {
			t.Errorf("%q: got %v, rest %q", c.text, n, rest)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for text, want := range map[string]int{
		"5th": 5, "21st century": 21, "twenty-first": 21, "twelfth": 12, "second": 2, "5 th": 0, "5": 0, "fifty": 0, "20thing": 0,
	} {
		r, atoms := read(t, text)
		got, _, ok := r.Ordinal(atoms, 0)
		if !ok {
			got = 0
		}
		if got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	}
}

func TestGlued(t *testing.T) {
	for text, want := range map[string]bool{
		"an A320": true, "an AK-47": true, "v10.1": true, "item #4": true, "on 12 May": false, "$5": false, "(12": false, "mid -47": false, "\"12": false,
	} {
		_, atoms := read(t, text)
		for i := range atoms {
			if atoms[i].Kind == Digits && (i+1 == len(atoms) || atoms[i+1].Kind == Word) {
				if got := Glued(atoms, i); got != want {
					t.Errorf("%q: got %v", text, got)
				}
			}
		}
	}
}

func TestScan(t *testing.T) {
	const text = "“Köln’s 71-year-old” \xff 1:30pm"
	v := NewVocabulary("old")
	got := ""
	for _, a := range v.Scan(nil, text, 0, len(text)) {
		got += text[a.Start:a.End] + "|"
		if text[a.Start:a.End] == "old" && (v.Text(a.Word) != "old" || a.Space) {
			t.Errorf("old: %+v", a)
		}
	}
	if want := "“|Köln|’|s|71|-|year|-|old|”|\xff|1|:|30|pm|"; got != want {
		t.Errorf("got %s", got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("one-hundred and thirty 1,000.5 million half a dozen 21st")
	v := NewVocabulary()
	r := NewReader(v)
	f.Fuzz(func(t *testing.T, text string) {
		atoms := v.Scan(nil, text, 0, len(text))
		for i := range atoms {
			if _, next, ok := r.Parse(atoms, i); ok && (next <= i || next > len(atoms)) {
				t.Fatalf("%q: from %d to %d", text, i, next)
			}
			r.Ordinal(atoms, i)
			Glued(atoms, i)
			r.Starts(atoms, i)
		}
	})
}
