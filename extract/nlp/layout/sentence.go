package layout

import "strings"

// invitations and signposts are the words that a navigation begins with. The
// first ask the reader for something, so that a sentence which begins with one is
// the article's only when somebody says it; the others name what comes, and are
// prose as soon as they have a finite verb. Notices that are sentences themselves
// ("Comments are closed.") begin with none of these.
var (
	invitations = set(`become contact continue discover donate download email follow get go join leave listen log login order post print
		reach read register return save see send share shop show sign stay subscribe support visit view watch`)
	signposts = set("more back related previous return published presented sponsored designed powered hosted for to home top original")
)

// finite verbs that no imperative and no participle looks like.
var finite = set(`is are was were isn't aren't wasn't weren't has have had hasn't haven't hadn't will won't would wouldn't could couldn't should
	must might may can can't cannot did didn't does doesn't said says told went came took gave fell rose began led held won met sent brought became
	knew saw spoke wrote fled blew broke grew drew remains needs`)

// reporting verbs say whose words a sentence is.
var reporting = set("said says told tells added wrote warned urged asked insisted explained recalled tweeted advised")

// subordinate words open a clause whose verb is not the sentence's.
var subordinate = set("as how what when where whether which who whom whose why if that because while")

// addressed words speak to the reader of the page.
var addressed = set(`you your yours us our ours me my here below above link page site website app newsletter inbox click`)

// declares reports whether a block that begins like a navigation is a sentence
// of the article: it ends in a full stop and its first sentence has a finite verb
// of its own, as in "Next Tuesday they will vote." and "Listen to them, she said."
func declares(norm, text string) bool {
	if !strings.HasSuffix(text, ".") || strings.HasSuffix(text, "...") {
		return false
	}
	sentence, _, _ := strings.Cut(norm, ". ")
	words := strings.Fields(sentence)
	if strings.Contains(sentence, ":") || len(words) < 3 {
		return false
	}
	first := strings.Trim(words[0], ",")
	if first == "next" || first == "up" && words[1] == "next" {
		return true // no link ends in a stop
	}
	return invitations[first] && attributed(sentence) || signposts[first] && predicates(words)
}

// predicates reports whether a finite verb stands in words before any clause is
// opened, and none of them speaks to the reader.
func predicates(words []string) bool {
	verb, opened := false, false
	for _, w := range words[1:] {
		w = strings.Trim(w, `,;"()`)
		if addressed[w] {
			return false
		}
		opened = opened || subordinate[w]
		verb = verb || finite[w] && !opened
	}
	return verb
}

// attributed reports whether a sentence ends with who says it: ", she said", ",
// the mayor told reporters on Monday".
func attributed(sentence string) bool {
	at := strings.LastIndexByte(sentence, ',')
	if at < 0 {
		return false
	}
	for n, w := range strings.Fields(sentence[at+1:]) {
		if n > 4 || subordinate[strings.Trim(w, `"`)] {
			return false
		}
		if reporting[w] {
			return true
		}
	}
	return false
}
