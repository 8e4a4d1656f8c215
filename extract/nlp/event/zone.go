package event

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// A zoner moves the bounds of times of day that say no zone from those of UTC to
// those of where they hold.
type zoner struct {
	f       *finder
	written map[int]graph.Interval // Timex → as it was before
	copies  map[zoned]int          // → Timex
	home    []string               // zones of the dateline's place
}

type zoned struct {
	timex int
	zones string
}

// zones gives each time of day without a zone of its own the one that it is in:
// of the place that its words name ("Moscow time"), else of the event's place,
// else, for "local time", of the dateline's. Where none is known, or the place
// has several, the bounds hold all that it may be.
func (f *finder) zones() map[int]graph.Interval {
	z := zoner{f: f, written: map[int]graph.Interval{}, copies: map[zoned]int{}, home: f.datelineZones()}
	times := len(f.d.Timexes)
	for i := range f.events {
		if e := &f.events[i]; e.Time != doc.None && floating(f.d.Timexes[e.Time].EDTF) {
			e.Time = z.place(e.Time, f.zonesAt(f.clusterPlace(i)))
		}
	}
	for x := range times {
		if _, done := z.written[x]; !done && floating(f.d.Timexes[x].EDTF) {
			z.place(x, nil)
		}
	}
	z.anchors()
	return z.written
}

// anchors has what counts from an event name its time as it now reads.
func (z *zoner) anchors() {
	f := z.f
	for x := range f.d.Timexes {
		t := &f.d.Timexes[x]
		if t.Event == doc.None || t.Anchor == nil {
			continue
		}
		for _, k := range f.cluster[f.events[t.Event].Same] {
			at := f.events[k].Time
			if was, moved := z.written[at]; moved && was.EDTF == t.Anchor.Value {
				t.Anchor = &graph.Anchor{Kind: t.Anchor.Kind, Value: f.d.Timexes[at].EDTF, ID: t.Anchor.ID}
			}
		}
	}
}

// place moves time x into the zones of the place of its event, if any are known,
// and returns it, or a copy where x was moved into others before.
func (z *zoner) place(x int, zones []string) int {
	t := z.f.d.Timexes[x]
	first, moved := z.written[x]
	if moved {
		t.Interval = first
	}
	rule := "event/zone-place"
	words := lower(t.Text)
	switch stated := statedZones(t.Text); {
	case len(stated) > 0:
		zones, rule = stated, "event/zone-stated"
	case len(zones) > 0:
	case strings.Contains(words, "local time") && len(z.home) > 0:
		zones, rule = z.home, "event/zone-dateline"
	default:
		rule = "event/zone-unknown"
	}
	key := zoned{x, strings.Join(zones, " ")}
	if known, ok := z.copies[key]; ok {
		return known
	}
	written := t.Interval
	t.Interval = inZones(t.Interval, zones)
	if rule == "event/zone-place" || rule == "event/zone-dateline" {
		t.Confidence = graph.Resolved
	}
	t.Rule += " " + rule
	if moved {
		x = len(z.f.d.Timexes)
		z.f.d.Timexes = append(z.f.d.Timexes, t)
	} else {
		z.f.d.Timexes[x] = t
	}
	z.written[x], z.copies[key] = written, x
	return x
}

// statedZones reads the place of "9 a.m. New York time on Friday".
func statedZones(text string) []string {
	words := strings.Fields(strings.NewReplacer("(", "", ")", "").Replace(text))
	const longest = 3 // words of a place
	for n := 1; n < len(words); n++ {
		if words[n] != "time" {
			continue
		}
		for first := max(0, n-longest); first < n; first++ {
			for _, name := range lexicon.Named(strings.Join(words[first:n], " ")) {
				if name.Place != "" && name.Form == lexicon.Proper {
					return name.Zones()
				}
			}
		}
	}
	return nil
}

// clusterPlace is the mention of the place of the event of i, doc.None for none.
func (f *finder) clusterPlace(i int) int {
	for _, k := range append([]int{i, f.events[i].Same}, f.cluster[f.events[i].Same]...) {
		if p := f.events[k].Place; p != doc.None {
			return p
		}
	}
	return doc.None
}

// zonesAt are the zones of the place of mention m, or of the place that its words
// put it in: "a theater in Lyon".
func (f *finder) zonesAt(m int) []string {
	if m == doc.None {
		return nil
	}
	if zones := f.chainZones(m); len(zones) > 0 {
		return zones
	}
	if ch := f.d.Mentions[m].Chain; ch != doc.None {
		for _, k := range f.d.Chains[ch].Mentions {
			if zones := f.zonesAround(f.d.Mentions[k]); len(zones) > 0 {
				return zones
			}
		}
	}
	return f.zonesAround(f.d.Mentions[m])
}

func (f *finder) chainZones(m int) []string {
	ch := f.d.Mentions[m].Chain
	if ch == doc.None {
		return nil
	}
	c := f.d.Chains[ch]
	return lexicon.Zones(c.Name, c.Country, c.Lat, c.Lon)
}

// zonesAround are the zones of a place that hangs on the words of m.
func (f *finder) zonesAround(m doc.Mention) []string {
	for _, k := range f.tree.Kids(m.Head) {
		if f.tree.Is(k, "nmod", "appos", "compound") && f.isPlace(k) && f.mention[k] != doc.None {
			if zones := f.chainZones(f.mention[k]); len(zones) > 0 {
				return zones
			}
		}
	}
	return nil
}

// datelineZones are the zones of the place that the first dateline names.
func (f *finder) datelineZones() []string {
	for _, s := range f.d.Sentences {
		if s.Block < 0 || s.Block >= len(f.d.Blocks) || f.d.Blocks[s.Block].Role != doc.Dateline {
			continue
		}
		tokens := slices.Clone(f.d.Tokens[s.First:s.Last])
		for i := range tokens {
			tokens[i].Text = titled(tokens[i].Text)
		}
		for i := range tokens {
			if _, names := lexicon.Longest(tokens, i, len(tokens)); len(names) > 0 && names[0].Place != "" {
				return f.likeliest(names)
			}
		}
	}
	return nil
}

// likeliest are the zones of the sense of a name that the article speaks of
// elsewhere, else of its likeliest.
func (f *finder) likeliest(names []*lexicon.Name) []string {
	for _, c := range f.d.Chains {
		for _, n := range names {
			if n.Place != "" && c.Place != "" && c.Name == n.Name && c.Country == n.Country {
				return n.Zones()
			}
		}
	}
	return names[0].Zones()
}

// titled writes a word of capitals with one: PARIS as Paris.
func titled(s string) string {
	if len(s) > 2 && strings.ToUpper(s) == s {
		return s[:1] + lower(s[1:])
	}
	return s
}
