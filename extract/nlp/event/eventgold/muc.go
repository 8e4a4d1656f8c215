package eventgold

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/claimline/claimline/extract/nlp/doctest"
)

// A Message is a text of MUC-4 with its key.
type Message struct {
	ID   string // such as TST3-MUC4-0001
	Text string // in capitals, without the line of the ID
	// Date is the day of the date line, zero where it gives none.
	Date time.Time
	Keys []Key
}

// A Key is the answer for one incident. Of each fill one alternative has to be
// given; a fill that is optional need not.
type Key struct {
	Optional  bool
	Types     []string // ATTACK, BOMBING, …: any is right
	Dates     []Range
	Locations []Location
	Persons   []Fill // individual perpetrators
	Bodies    []Fill // perpetrator organizations
	// Dead, Injured and Abducted count human targets by what became of them;
	// nil where the key tells nobody so.
	Dead, Injured, Abducted *Count
}

// A Fill is the forms of one string, any of which is right.
type Fill struct {
	Forms    []string
	Optional bool
}

// A Range is the days from First to Last, both included. A zero First is open:
// on or before Last.
type Range struct{ First, Last time.Time }

// A Location is a country and names within it, the widest first.
type Location struct {
	Country string
	Names   []string
}

// A Count is a number of people, or several of unknown number.
type Count struct {
	Low, High int
	Plural    bool // some are told in the plural without a number
	Optional  bool
}

// ReadMUC reads the texts and keys of the parts named: dev, tst1, tst2, tst3.
func ReadMUC(file string, parts ...string) ([]Message, error) {
	unpacked, err := doctest.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("eventgold: read MUC-4: %w", err)
	}
	var texts []Message
	keys := map[string][]Key{}
	for r := tar.NewReader(strings.NewReader(unpacked)); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("eventgold: read MUC-4: %w", err)
		}
		name, part := path.Base(h.Name), path.Base(path.Dir(h.Name))
		if h.Typeflag != tar.TypeReg || !slices.Contains(parts, part) || name == "text-headers-info" {
			continue
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, fmt.Errorf("eventgold: read %s: %w", h.Name, err)
		}
		if strings.HasPrefix(name, "key-") {
			readKeys(string(data), keys)
		} else {
			texts = append(texts, readTexts(string(data))...)
		}
	}
	for i := range texts {
		texts[i].Keys = keys[texts[i].ID]
	}
	slices.SortFunc(texts, func(a, b Message) int { return strings.Compare(a.ID, b.ID) })
	return texts, nil
}

var (
	messageID = regexp.MustCompile(`(?m)^((?:DEV|TST\d)-MUC\d-\d{4}).*$`)
	dateLine  = regexp.MustCompile(`\b(\d{1,2}) (JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]* (\d{2})\b`)
)

func readTexts(data string) []Message {
	var out []Message
	at := messageID.FindAllStringSubmatchIndex(data, -1)
	for i, m := range at {
		end := len(data)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		t := Message{ID: data[m[2]:m[3]], Text: strings.TrimSpace(data[m[1]:end])}
		const head = 120 // bytes of a text in which its date line ends
		if d, ok := days(t.Text[:min(head, len(t.Text))]); ok {
			t.Date = d
		}
		out = append(out, t)
	}
	return out
}

// days is the first day written as 20 NOV 89 in s.
func days(s string) (time.Time, bool) {
	m := dateLine.FindStringSubmatch(s)
	if m == nil {
		return time.Time{}, false
	}
	t, err := time.Parse("2 Jan 06", m[1]+" "+m[2][:1]+strings.ToLower(m[2][1:])+" "+m[3])
	return t, err == nil
}

// readKeys adds the templates of a file of keys. A slot is a number, its name in
// capitals and fills, one a line, in a column.
func readKeys(data string, into map[string][]Key) {
	var slots map[int][]string
	slot := 0
	done := func() {
		if slots != nil && len(slots[0]) > 0 {
			id := strings.Fields(slots[0][0])[0]
			if k, ok := newKey(slots); ok {
				into[id] = append(into[id], k)
			}
		}
	}
	for line := range strings.Lines(data) {
		line = strings.TrimRight(line, " \r\n\t")
		switch number, rest, ok := strings.Cut(line, "."); {
		case strings.HasPrefix(line, ";"), line == "":
		case ok && len(number) <= 2 && line[0] != ' ':
			n, err := strconv.Atoi(number)
			if err != nil {
				continue
			}
			if n == 0 {
				done()
				slots = map[int][]string{}
			}
			slot = n
			const column = 32 // bytes after the number and name
			if fill := strings.TrimSpace(rest[min(len(rest), column-len(number)):]); fill != "" && slots != nil {
				slots[n] = append(slots[n], fill)
			}
		case slots != nil:
			slots[slot] = append(slots[slot], strings.TrimSpace(line))
		}
	}
	done()
}

// newKey reads the slots that are scored; ok is false where there is no incident.
func newKey(slots map[int][]string) (k Key, ok bool) {
	if len(slots[4]) == 0 || strings.HasPrefix(slots[4][0], "*") {
		return k, false
	}
	k.Optional = len(slots[1]) > 0 && strings.Contains(slots[1][0], "OPTIONAL")
	for _, t := range strings.Split(slots[4][0], "/") {
		k.Types = append(k.Types, strings.TrimSpace(t))
	}
	k.Dates = readRanges(strings.Join(slots[2], " "))
	k.Locations = readLocations(strings.Join(slots[3], " "))
	k.Persons, k.Bodies = readFills(slots[9]), readFills(slots[10])
	k.targets(slots)
	return k, true
}

func readRanges(s string) []Range {
	var out []Range
	for _, alternative := range strings.Split(s, "/") {
		found := dateLine.FindAllString(alternative, 2)
		if len(found) == 0 {
			continue
		}
		last, _ := days(found[len(found)-1])
		r := Range{First: last, Last: last}
		switch {
		case len(found) == 2:
			r.First, _ = days(found[0])
		case strings.HasPrefix(strings.Trim(alternative, "( ?"), "-"):
			r.First = time.Time{}
		}
		out = append(out, r)
	}
	return out
}

var kindOfPlace = regexp.MustCompile(`\s*\([A-Z ]+\)`)

func readLocations(s string) []Location {
	var out []Location
	for _, alternative := range strings.Split(s, "/") {
		alternative = kindOfPlace.ReplaceAllString(strings.TrimSpace(alternative), "")
		parts := strings.Split(strings.Trim(alternative, "() ?"), ":")
		l := Location{Country: strings.TrimSpace(parts[0])}
		for _, p := range parts[1:] {
			for _, end := range strings.Split(p, " - ") {
				l.Names = append(l.Names, strings.Trim(end, "() "))
			}
		}
		if l.Country != "" && l.Country != "-" {
			out = append(out, l)
		}
	}
	return out
}

var quoted = regexp.MustCompile(`"([^"]*)"`)

func readFills(lines []string) []Fill {
	var out []Fill
	for _, line := range lines {
		f := Fill{Optional: strings.HasPrefix(line, "?")}
		for _, m := range quoted.FindAllStringSubmatch(line, -1) {
			if m[1] != "-" {
				f.Forms = append(f.Forms, m[1])
			}
		}
		if len(f.Forms) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// targets counts the human targets by effect: a line of EFFECT names a target
// that a line of NUMBER counts.
func (k *Key) targets(slots map[int][]string) {
	numbers := map[string]Count{}
	for _, line := range slots[21] {
		n, target, _ := strings.Cut(line, ":")
		c := readCount(n)
		c.Optional = strings.HasPrefix(line, "?")
		numbers[firstForm(target)] = c
		if slices.Contains(k.Types, "KIDNAPPING") {
			k.Abducted = k.Abducted.plus(c)
		}
	}
	for _, line := range slots[23] {
		effect, target, _ := strings.Cut(line, ":")
		c, ok := numbers[firstForm(target)]
		if !ok {
			continue
		}
		c.Optional = c.Optional || strings.HasPrefix(line, "?") || strings.Contains(effect, "/")
		if strings.Contains(effect, "DEATH") && !strings.Contains(effect, "NO ") {
			k.Dead = k.Dead.plus(c)
		}
		if strings.Contains(effect, "INJURY") && !strings.Contains(effect, "NO ") && !strings.Contains(effect, "DEATH") {
			k.Injured = k.Injured.plus(c)
		}
	}
}

func firstForm(target string) string {
	if m := quoted.FindStringSubmatch(target); m != nil {
		return m[1]
	}
	return strings.TrimSpace(target)
}

var digits = regexp.MustCompile(`\d+`)

func readCount(s string) Count {
	var c Count
	for i, d := range digits.FindAllString(s, -1) {
		n, err := strconv.Atoi(d)
		if err != nil {
			continue
		}
		if i == 0 {
			c.Low = n
		}
		c.High = n
	}
	c.Plural = strings.Contains(s, "PLURAL") || c.High == 0
	return c
}

// plus adds up counts; the whole is optional when every part is.
func (c *Count) plus(d Count) *Count {
	if c == nil {
		return &d
	}
	return &Count{c.Low + d.Low, c.High + d.High, c.Plural || d.Plural, c.Optional && d.Optional}
}
