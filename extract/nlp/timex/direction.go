package timex

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/nlp/number"
)

// reach is how many atoms away a verb may stand and still tell.
const reach = 40

// direction tells from the verbs around a piece whether it lies before (-1) or
// after (1) the document date; 0 where nothing tells. The piece keeps the word.
func (r *reader) direction(p *piece) int {
	dir, at := r.directionAt(p)
	switch ahead := r.scheduled(p); {
	case ahead >= 0:
		dir, at = 1, ahead
	case dir < 0 && r.word2(p.start-1, "until", "till"):
		dir, at = 0, -1 // was remanded until April 2
	}
	p.told = at + 1
	return dir
}

// directionAt is direction with the atom that told it, -1 where nothing did.
func (r *reader) directionAt(p *piece) (dir, at int) {
	if r.word(p.end) == "deadline" {
		return 1, p.end
	}
	if r.word(p.start-1) == "since" {
		return -1, p.start - 1
	}
	if r.word(p.start-1) == "for" && p.rel == partial && !r.mark(p.end, '\'') {
		return 1, p.start - 1 // set for May
	}
	possessed := r.mark(p.end, '\'')
	for i := p.start - 1; i >= max(0, p.start-reach) && !r.clauseEnd(i); i-- {
		if d := r.cue(i); d < 0 || d > 0 && !(possessed && r.tagged(i, "VBD")) {
			return d, i
		}
	}
	if r.tagged(p.start-1, "VBG") && r.word2(p.start-2, "is", "are", "was", "were") {
		return 0, -1 // are scrambling Tuesday to
	}
	for i := p.end; i < min(len(r.atoms), p.end+reach) && !r.clauseEnd(i); i++ {
		if d := r.cue(i); d != 0 {
			return d, i
		}
	}
	return 0, -1
}

// scheduled is the atom that says that p dates something still to come which has its
// place on a calendar: "before the election in June", "faces a hearing on May 3"; -1
// where nothing says so.
func (r *reader) scheduled(p *piece) int {
	const farthest = 7 // atoms before the noun
	if w := r.spelled(p.start - 1); r.mark(p.end, '\'') && slices.Contains(onCalendar, r.spelled(p.end+2)) && (w == "for" || w == "of" && r.spelled(p.start-2) == "ahead") {
		return p.start - 1 // ended the campaign for Sunday's referendum
	}
	noun := p.start - 1
	if r.word2(noun, "in", "on", "at", "for") {
		noun--
	}
	if noun < 1 || !slices.Contains(onCalendar, r.spelled(noun)) {
		return -1
	}
	for i := noun - 1; i >= max(0, noun-farthest) && r.atoms[i].Kind == number.Word; i-- {
		switch w := r.spelled(i); {
		case slices.Contains(awaiting, w), w == "of" && r.spelled(i-1) == "ahead":
			if r.pastBefore(i) {
				return -1
			}
			return i
		case r.tagged(i, "VBD"):
			return -1
		}
	}
	return -1
}

// onCalendar are things that are set for a day beforehand, and awaiting the words
// that look ahead to them.
var (
	onCalendar = strings.Fields("election elections vote ballot referendum trial retrial hearing sentencing inquest summit congress conference deadline final poll polls")
	awaiting   = strings.Fields("before faces face facing awaits awaiting expects expect upcoming coming")
)

// spelled is the word at atom i in small letters, empty for none.
func (r *reader) spelled(i int) string {
	if i < 0 || i >= len(r.atoms) {
		return ""
	}
	return strings.ToLower(r.d.Text[r.atoms[i].Start:r.atoms[i].End])
}

// pastBefore reports whether the verb nearest before atom i tells of the past: "was
// killed before the election in June".
func (r *reader) pastBefore(i int) bool {
	const farthest = 8 // atoms
	for k := i - 1; k >= max(0, i-farthest) && r.atoms[k].Kind == number.Word; k-- {
		switch {
		case r.tagged(k, "VBD") || r.tagged(k, "VBN"):
			return true
		case r.tagged(k, "VB") || r.tagged(k, "VBP") || r.tagged(k, "VBZ") || r.tagged(k, "MD"):
			return false
		}
	}
	return false
}

// looksAhead reports whether the clause of p is about what is or will be: a word
// of the future, or a verb in the present and none in the past.
func (r *reader) looksAhead(p *piece) bool {
	if dir, _ := r.directionAt(p); dir != 0 {
		return dir > 0
	}
	for i := max(0, p.start-reach); i < min(len(r.atoms), p.end+reach); i++ {
		if i >= p.start && i < p.end {
			continue
		}
		if r.tagged(i, "VBZ") || r.tagged(i, "VBP") || r.tagged(i, "MD") || r.lex.words.present.has(&r.atoms[i]) {
			return true
		}
	}
	return false
}

// clauseEnd reports a mark that verbs do not reach over.
func (r *reader) clauseEnd(i int) bool {
	a := &r.atoms[i]
	return a.Kind == number.Punct && (a.Rune == ';' || a.Rune == '"' || a.Rune == '“' || a.Rune == '”')
}

// tagged reports whether atom i lies in a token with a tag of the Penn Treebank.
func (r *reader) tagged(i int, xpos string) bool {
	if i < 0 || i >= len(r.atoms) {
		return false
	}
	t := r.token(i)
	return t != nil && t.XPOS == xpos
}

// causes reports whether "due to" before atom i tells why: no verb follows.
func (r *reader) causes(i int) bool {
	if i >= len(r.atoms) {
		return true
	}
	if t := r.token(i); t != nil && t.XPOS != "" {
		return t.XPOS != "VB"
	}
	return r.lex.words.function.has(&r.atoms[i]) && r.word(i) != "be"
}

// cue reads what atom i tells: the tag of a verb where there is one, else its
// form.
func (r *reader) cue(i int) int {
	a := &r.atoms[i]
	if a.Kind != number.Word {
		return 0
	}
	w := r.word(i)
	switch {
	case w == "won" && r.mark(i+1, '\''):
		return 1
	case w == "set" && r.word2(i+1, "for", "to"):
		return 1
	case w == "be" && r.word(i-1) == "to" && r.word2(i-2, "is", "are", "due", "set"):
		return 1
	case w == "to" && r.word2(i-1, "is", "are") && r.tagged(i+1, "VB"):
		return 1
	case r.word2(i, "take", "takes") && r.word(i+1) == "effect":
		return 1
	case w == "due" && r.word(i+1) == "to" && r.causes(i+2):
		return 0 // due to low light
	case r.word2(i, "plan", "plans") && (r.tagged(i, "NN") || r.tagged(i, "NNS")):
		return 0 // decided on the plan Saturday
	case r.lex.words.future.has(a) && r.word(i-1) == "been" && r.word(i-2) == "had":
		return -1 // had been scheduled
	case r.lex.words.future.has(a):
		return 1
	}
	if w != "been" && r.word2(i-1, "be", "being") {
		return 0 // the verb before be tells
	}
	if t := r.token(i); t != nil && t.XPOS != "" {
		if t.XPOS == "VBN" && (r.modal(i) || r.awaited(i)) {
			return 1 // will stay shut, when he is sentenced
		}
		if t.XPOS == "VBD" || t.XPOS == "VBN" && t.Deprel != "amod" {
			return -1
		}
		return 0
	}
	if r.lex.words.past.has(a) || a.Len() > 4 && !a.Upper && strings.HasSuffix(r.d.Text[a.Start:a.End], "ed") {
		return -1
	}
	return 0
}

// awaited reports that the participle at atom i stands in a clause of the present that
// a conjunction puts ahead: "when he is sentenced".
func (r *reader) awaited(i int) bool {
	const farthest = 6 // atoms between the conjunction and "is"
	if !r.word2(i-1, "is", "are") {
		return false
	}
	for k := i - 2; k >= max(0, i-2-farthest) && r.atoms[k].Kind == number.Word; k-- {
		if r.word2(k, "when", "until", "before", "once", "if") {
			return true
		}
	}
	return false
}

// modal reports a word such as "will" at most two words before the participle at
// atom i.
func (r *reader) modal(i int) bool {
	return r.tagged(i-1, "VB") && r.tagged(i-2, "MD") || r.tagged(i-1, "RB") && r.tagged(i-2, "VB") && r.tagged(i-3, "MD")
}
