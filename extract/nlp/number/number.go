// Package number reads numerals and number words: atoms of a text go in, the
// value with the atoms it spans comes out. What the number counts, and whether
// it is a date, an age or a figure, is for the packages that use it.
package number

// A Number is a count as the text puts it.
type Number struct {
	Value float64
	// Vague marks the plurals that bound from below: "dozens", "hundreds of
	// thousands". Value is the least they say.
	Vague bool
	// Words says that it is not written in digits.
	Words bool
	// Plain marks a bare run of digits, such as 1984, with neither a separator
	// nor a scale.
	Plain bool
}

// A Reader reads numbers from atoms that its vocabulary numbered.
type Reader struct {
	words []numeral // by number in the vocabulary
	vocab *Vocabulary
	a, half, and, of, quarter,
	st, nd, rd, th int32
}

// NewReader makes a Reader for the atoms of v.
func NewReader(v *Vocabulary) *Reader {
	r := &Reader{words: make([]numeral, v.Len()), vocab: v}
	for word, n := range numerals {
		r.words[v.ID(word)] = n
	}
	r.half, r.and, r.of, r.quarter = v.ID("half"), v.ID("and"), v.ID("of"), v.ID("quarter")
	r.st, r.nd, r.rd, r.th = v.ID("st"), v.ID("nd"), v.ID("rd"), v.ID("th")
	r.a = v.ID("a")
	return r
}

func (r *Reader) numeral(atoms []Atom, i int) numeral {
	if i < 0 || i >= len(atoms) || atoms[i].Kind != Word {
		return numeral{}
	}
	return r.words[atoms[i].Word]
}

func (r *Reader) is(atoms []Atom, i int, word int32) bool {
	return i >= 0 && i < len(atoms) && atoms[i].Kind == Word && atoms[i].Word == word
}

func punct(atoms []Atom, i int, c rune) bool {
	return i >= 0 && i < len(atoms) && atoms[i].Kind == Punct && atoms[i].Rune == c
}

// Starts reports whether a number may begin at atom i.
func (r *Reader) Starts(atoms []Atom, i int) bool {
	a := &atoms[i]
	return a.Kind == Digits || a.Kind == Word && (r.words[a.Word].part != 0 || a.Word == r.half || a.Word == r.a) && a.Word != 0
}

// Glued reports whether the digits at i are part of a name or a code: stuck to
// letters ("A320", "AK-47"), to a separator after digits ("10.0.1") or to a
// sign that numbers things ("#4", "/12").
func Glued(atoms []Atom, i int) bool {
	if atoms[i].Space || i == 0 {
		return false
	}
	before := &atoms[i-1]
	switch {
	case before.Kind != Punct:
		return true
	case before.Rune == '#' || before.Rune == '/' || before.Rune == '_' || before.Rune == '@' || before.Rune == '=' || before.Rune == '&':
		return true
	case before.Rune == '-' || before.Rune == '.':
		return !before.Space && i > 1 && atoms[i-2].Kind != Punct
	case before.Rune == ':' || before.Rune == ',':
		return !before.Space && i > 1 && atoms[i-2].Kind == Digits
	}
	return false
}

// Parse reads the number that begins at atom i and returns the atom after it.
func (r *Reader) Parse(atoms []Atom, i int) (n Number, next int, ok bool) {
	switch w := r.numeral(atoms, i); {
	case i >= len(atoms):
		return n, i, false
	case atoms[i].Kind == Digits:
		return r.digits(atoms, i)
	case r.is(atoms, i, r.half), r.is(atoms, i, r.a):
		return r.article(atoms, i)
	case w.part == many:
		return r.many(atoms, i)
	case w.part == zero:
		return Number{Words: true}, i + 1, true
	case w.part == unit, w.part == teen, w.part == ten:
		return r.spelled(atoms, i)
	}
	return n, i, false
}

// mostScales bounds how many words such as million may multiply one number, and
// thereby its size.
const mostScales = 3

// digits reads 133, 6,000, 1.2 million, 15bn, 12 dozen.
func (r *Reader) digits(atoms []Atom, i int) (Number, int, bool) {
	n := Number{Value: float64(atoms[i].Value), Plain: true}
	if atoms[i].Value < 0 {
		return n, i, false
	}
	i++
	if first := &atoms[i-1]; first.Len() <= 3 {
		for group(atoms, i) {
			n.Value, n.Plain = n.Value*1000+float64(atoms[i+1].Value), false
			i += 2
		}
	}
	if punct(atoms, i, '.') && glue(atoms, i) && i+1 < len(atoms) && atoms[i+1].Kind == Digits && glue(atoms, i+1) && atoms[i+1].Value >= 0 {
		shift := 1.0
		for range atoms[i+1].Len() {
			shift *= 10
		}
		n.Value, n.Plain = n.Value+float64(atoms[i+1].Value)/shift, false
		i += 2
	}
	return r.scaled(atoms, i, n)
}

// scaled multiplies n by the scale words after it.
func (r *Reader) scaled(atoms []Atom, i int, n Number) (Number, int, bool) {
	for range mostScales {
		j := i
		if punct(atoms, j, '-') && glue(atoms, j) {
			j++
		}
		switch w := r.numeral(atoms, j); {
		case w.part == scale, w.part == hundred, w.part == dozen && w.value == 12:
			n.Value, n.Plain, i = n.Value*w.value, false, j+1
			continue
		case w.part == abbrev && j == i && glue(atoms, j) && !followedByLetter(atoms, j):
			n.Value, n.Plain, i = n.Value*w.value, false, j+1
		}
		break
	}
	return n, i, true
}

func followedByLetter(atoms []Atom, i int) bool {
	return i+1 < len(atoms) && atoms[i+1].Kind != Punct && !atoms[i+1].Space
}

// group reports a comma and three digits, all glued.
func group(atoms []Atom, i int) bool {
	return punct(atoms, i, ',') && glue(atoms, i) && i+1 < len(atoms) && atoms[i+1].Kind == Digits && atoms[i+1].Len() == 3 && glue(atoms, i+1)
}

func glue(atoms []Atom, i int) bool { return i < len(atoms) && !atoms[i].Space }

// article reads what begins with a or half: half a million, a hundred and
// five, a dozen. A bare "a" is no number here.
func (r *Reader) article(atoms []Atom, i int) (Number, int, bool) {
	n := Number{Value: 1, Words: true}
	half := false
	for j := i; ; j++ {
		switch w := r.numeral(atoms, j); {
		case r.is(atoms, j, r.half) && !half:
			half = true
			continue
		case r.is(atoms, j, r.a) && (j == i || half):
			continue
		case punct(atoms, j, '-') && half:
			continue
		case w.part == hundred || w.part == scale || w.part == dozen && w.value == 12:
			if half {
				n.Value = 0.5
				n, i, _ = r.scaled(atoms, j, n)
				return n, i, true
			}
			return r.spelledFrom(atoms, j, 1)
		}
		return n, i, false
	}
}

// many reads dozens, tens of thousands, hundreds of thousands.
func (r *Reader) many(atoms []Atom, i int) (Number, int, bool) {
	n := Number{Value: r.numeral(atoms, i).value, Vague: true, Words: true}
	tens := n.Value == 20
	i++
	for range mostScales {
		if !r.is(atoms, i, r.of) {
			break
		}
		w := r.numeral(atoms, i+1)
		if w.part != many || w.value < 200 {
			break
		}
		n.Value, i, tens = n.Value*w.value/2, i+2, false
	}
	return n, i, !tens
}

// spelled reads a number in words.
func (r *Reader) spelled(atoms []Atom, i int) (Number, int, bool) {
	return r.spelledFrom(atoms, i, 0)
}

// spelledFrom adds up number words; small is what was read of the part below
// the next scale word.
func (r *Reader) spelledFrom(atoms []Atom, i int, small float64) (Number, int, bool) {
	total, last := 0.0, part(0)
	if small > 0 {
		last = unit
	}
	for parts := 0; ; parts++ {
		j, joined := i, false
		if last != 0 && punct(atoms, j, '-') && glue(atoms, j) && glue(atoms, j+1) {
			j++
		}
		if last != 0 && r.is(atoms, j, r.and) && (last == hundred || last == scale) {
			j, joined = j+1, true
			if punct(atoms, j, '-') && glue(atoms, j) {
				j++
			}
		}
		w := r.numeral(atoms, j)
		fits := false
		switch w.part {
		case unit:
			fits = last == 0 || last == ten || last == hundred || last == scale
		case teen, ten:
			fits = last == 0 || last == hundred || last == scale
		case hundred:
			fits = !joined && (last == unit || last == teen || last == ten)
		case scale:
			fits = !joined && last != 0 && last != scale
		case dozen:
			fits = !joined && (last == unit || last == teen) && total == 0
		}
		if !fits || parts > mostParts {
			return Number{Value: total + small, Words: true}, i, last != 0
		}
		switch w.part {
		case unit, teen, ten:
			small += w.value
		case hundred:
			small *= w.value
		case scale:
			total, small = total+small*w.value, 0
		case dozen:
			return Number{Value: small * w.value, Words: true}, j + 1, true
		}
		i, last = j+1, w.part
	}
}

// mostParts bounds how many words a number may have.
const mostParts = 16

// Ordinal reads 5th, first, twenty-first at atom i.
func (r *Reader) Ordinal(atoms []Atom, i int) (value, next int, ok bool) {
	if i >= len(atoms) {
		return 0, i, false
	}
	if atoms[i].Kind == Digits {
		w := int32(0)
		if i+1 < len(atoms) && atoms[i+1].Kind == Word && glue(atoms, i+1) {
			w = atoms[i+1].Word
		}
		ok = w != 0 && (w == r.st || w == r.nd || w == r.rd || w == r.th) && atoms[i].Value >= 0
		return atoms[i].Value, i + 2, ok
	}
	w := r.numeral(atoms, i)
	switch w.part {
	case ordinal, ordTens:
		return int(w.value), i + 1, true
	case ten:
		j := i + 1
		if punct(atoms, j, '-') {
			j++
		}
		if u := r.numeral(atoms, j); u.part == ordinal && u.value < 10 {
			return int(w.value + u.value), j + 1, true
		}
	}
	return 0, i, false
}
