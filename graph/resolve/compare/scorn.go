package compare

import (
	"slices"
	"strconv"
	"strings"
)

// scornful are words by which somebody says of what was said that it is not so.
var scornful = set(`lie lies lying nonsense rubbish guesswork false untrue absurd ridiculous baseless unfounded groundless fabrication fabricated invention
	invented fantasy wrong mistaken propaganda exaggerated exaggeration slander slanderous smear hoax fiction incorrect inaccurate misleading`)

// figured are nouns for a figure that was given, which has to be one.
var figured = set("figure figures number numbers toll estimate estimates count tally sum talk")

// rejected are verbs by which somebody who does not says that it is not so.
var rejected = stems("accept recognize recognise believe buy agree share")

// A scorn is the words by which a claim points back at what it says is not so.
type scorn struct {
	words string
	acts  []string
	noun  bool
	of    string // who said it, where that is told: "the sheriff was wrong"
	value string // of the figure, where that is told: "the talk of eighty"
}

// scorns reads a claim that says of an earlier one, in words of its own, that
// it is not so: "the claim was a pack of lies", "that is nonsense", "the sheriff
// was wrong", "I don't accept those numbers".
func (a *account) scorns() (scorn, bool) {
	text := a.content.Of(a.article.Text)
	list := tokens(text)
	if len(list) < 2 || len(list) > 14 {
		return scorn{}, false
	}
	if a.sign == negative {
		return a.refuses(text, list)
	}
	at := slices.IndexFunc(list, func(t token) bool { return scornful[t.word] })
	if at < 1 || turnedAt(list, at) || a.sign != positive {
		return scorn{}, false
	}
	head, end := headOf(list)
	switch {
	case head.noun && end <= at:
		head.words = text[list[0].start:list[end-1].end]
		return head, true
	case (list[0].word == "that" || list[0].word == "this") && be[list[1].word] && at <= 6:
		return scorn{words: list[0].word}, true
	case a.opening != "" && at <= 5 && be[list[at-1].word] && (list[at].word == "wrong" || list[at].word == "lying" || list[at].word == "mistaken"):
		return scorn{words: text[:list[at-1].start], of: a.opening}, true
	}
	return scorn{}, false
}

var be = set("is s was are were be")

// refuses reads "does not accept the result", "don't recognise those numbers".
func (a *account) refuses(text string, list []token) (scorn, bool) {
	for i := 1; i < min(6, len(list)-1); i++ {
		amazed := slices.ContainsFunc(list[:i], func(t token) bool { return t.word == "can" || t.word == "could" || t.word == "cannot" })
		if !rejected[stem(list[i].word)] || !turnedAt(list, i) || amazed {
			continue
		}
		rest := list[i+1:]
		if rest[0].word == "with" && len(rest) > 1 {
			rest = rest[1:]
		}
		head, end := headOf(rest)
		switch {
		case head.noun:
			head.words = text[rest[0].start:rest[end-1].end]
			return head, true
		case len(rest) == 1 && pointing[rest[0].word]:
			return scorn{words: rest[0].word}, true
		}
		return scorn{}, false
	}
	return scorn{}, false
}

// headOf reads a noun for what was said, with a pointing word before it and
// perhaps its figure after it; end is where it ends.
func headOf(list []token) (scorn, int) {
	if !pointing[list[0].word] {
		return scorn{}, 0
	}
	for i, t := range list[1:min(3, len(list))] {
		i++
		acts, known := takenUp[strings.TrimSuffix(t.word, "s")]
		if !known && !figured[t.word] {
			continue
		}
		out := scorn{acts: acts, noun: true}
		if i+2 < len(list) && list[i+1].word == "of" {
			v := list[i+2].word
			if n, ok := numberWords[v]; ok {
				v = n
			}
			if _, err := strconv.ParseFloat(v, 64); err == nil {
				out.value = v
			}
		}
		return out, i + 1
	}
	return scorn{}, 0
}

// scorned is the nearest claim of another voice before a that it says is not
// so.
func (s *Set) scorned(a *account, before []*account, w scorn) *account {
	var nearest *account
	for _, b := range slices.Backward(before) {
		h, told := b.source()
		switch {
		case s.kinVoices(a, b): // nobody scorns what their own side says
		case b.span.End > a.span.Start || b.silent || b.sign == unsigned || b.sign == negative && w.of == "" || a.toldBy(b) || b.anaphor != "":
		case w.of != "":
			if told && h.actor == w.of {
				return b
			}
		case a.span.Start-b.span.End > reachBack:
			return nearest
		case w.noun && w.acts != nil && !slices.Contains(w.acts, b.claim.Act), w.noun && !told:
		case figured[lastOf(w.words)] && (b.claim.Quantity == nil || w.value != "" && strconv.FormatFloat(b.claim.Quantity.Value, 'f', -1, 64) != w.value):
		case !w.noun && a.span.Start-b.span.End > closeBy:
			return nil
		case w.noun && nounOf(b, w.words):
			return b // "claimed … the claim"
		case nearest == nil:
			nearest = b
		}
		if !w.noun && nearest != nil {
			break
		}
	}
	return nearest
}

// nounOf reports that the noun that ends some words is that of the verb by which
// a claim is told.
func nounOf(b *account, words string) bool {
	list := tokens(b.claim.Cue)
	return len(list) > 0 && stem(list[0].word) == stem(lastOf(words))
}

func lastOf(words string) string {
	list := tokens(words)
	return list[len(list)-1].word
}
