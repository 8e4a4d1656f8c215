package compare

import (
	"strings"
	"unicode"
)

// A token is a word or number of a text: lower case, without accents of
// typography, and where it stands.
type token struct {
	word  string
	start int // byte offset
	end   int
}

// tokens cuts a text into words and numbers. A number keeps its point, and an
// apostrophe ends a word, so that "Putin's" is "putin" and "s".
func tokens(text string) []token {
	var out []token
	start := -1
	flush := func(end int) {
		if start >= 0 {
			if w := strings.ToLower(strings.Trim(text[start:end], ".,")); w != "" {
				out = append(out, token{strings.ReplaceAll(w, ",", ""), start, end})
			}
		}
		start = -1
	}
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || (r == '.' || r == ',') && inNumber(text, i) {
			if start < 0 {
				start = i
			}
			continue
		}
		flush(i)
	}
	flush(len(text))
	return out
}

// inNumber reports whether the mark at byte i stands between two digits.
func inNumber(text string, i int) bool {
	return i > 0 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1])
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// bare cuts the endings of English inflection, so that "gunshots" and
// "gunshot", "warned" and "warning" meet. It follows the spirit of Harman's
// S-stemmer (1991) with the two verb endings added; it never goes below three
// letters.
func bare(w string) string {
	if s, ok := irregular[w]; ok {
		return strings.TrimSuffix(s, "e")
	}
	for _, e := range [...]struct{ from, to string }{
		{"sses", "ss"}, {"ies", "y"}, {"ied", "y"}, {"ings", ""}, {"ing", ""}, {"ed", ""}, {"ly", ""}, {"es", ""}, {"s", ""},
	} {
		if rest, ok := strings.CutSuffix(w, e.from); ok && len(rest) >= 3 {
			if e.from == "s" && strings.HasSuffix(rest, "s") {
				return w
			}
			return undouble(rest) + e.to
		}
	}
	if len(w) == 1 {
		return w
	}
	return strings.TrimSuffix(w, "e")
}

// undouble makes "stopp" of stopped "stop", and takes a last e away so that
// "fire" and "firing" agree.
func undouble(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("lsz", rune(w[n-1])) {
		return w[:n-1]
	}
	return strings.TrimSuffix(w, "e")
}

// numberWords are the figures that are written out; what is larger is written
// in digits.
var numberWords = map[string]string{
	"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
	"ten": "10", "eleven": "11", "twelve": "12", "dozen": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
	"seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
}

// set makes a lookup of words written in one line.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// stems makes a lookup of the stems of words.
func stems(words string) map[string]bool {
	out := map[string]bool{}
	for w := range set(words) {
		out[stem(w)] = true
	}
	return out
}

// irregular are verbs whose past has another stem.
var irregular = map[string]string{
	"fell": "fall", "fallen": "fall", "shot": "shoot", "took": "take", "taken": "take", "held": "hold", "caught": "catch", "fled": "flee", "ran": "run",
	"died": "die", "dead": "die", "dying": "die", "dies": "die", "death": "die", "deaths": "die", "slain": "slay", "struck": "strike", "hit": "strike", "sank": "sink", "sunk": "sink",
	"stole": "steal", "stolen": "steal", "sold": "sell", "bought": "buy", "won": "win", "lost": "lose", "left": "leave", "heard": "hear",
	"broke": "break", "broken": "break", "rose": "rise", "risen": "rise", "met": "meet", "began": "begin", "begun": "begin", "fought": "fight",
	"hid": "hide", "hidden": "hide", "drove": "drive", "driven": "drive", "flew": "fly", "flown": "fly", "built": "build", "sent": "send",
	"spoke": "speak", "spoken": "speak", "brought": "bring", "led": "lead", "grew": "grow", "grown": "grow", "children": "child",
	"paid": "pay", "gave": "give", "given": "give", "wrote": "write", "written": "write", "kept": "keep", "laid": "lay", "sought": "seek", "threw": "throw",
	"thrown": "throw", "drew": "draw", "drawn": "draw", "swore": "swear", "sworn": "swear", "froze": "freeze", "frozen": "freeze", "stood": "stand",
	"withdrew": "withdraw", "withdrawn": "withdraw", "overthrew": "overthrow", "overthrown": "overthrow", "chose": "choose", "chosen": "choose",
	"dealt": "deal", "shook": "shake", "shaken": "shake", "shown": "show", "spent": "spend", "wore": "wear", "worn": "wear", "bore": "bear", "tore": "tear",
	"torn": "tear", "ate": "eat", "eaten": "eat", "fed": "feed", "felt": "feel", "hung": "hang", "lent": "lend", "slept": "sleep", "swept": "sweep",
	"rode": "ride", "ridden": "ride", "beaten": "beat", "bitten": "bite", "forbade": "forbid", "forbidden": "forbid", "arisen": "arise", "arose": "arise",
}

// kindred are words of news that tell one thing: whichever stands in a text,
// it counts as the first of its row.
var kindred = rows(
	"arrest capture catch detain apprehend custody nab seize",
	"kill slay murder",
	"injure hurt wound",
	"flee escape",
	"explosion blast detonate explode",
	"gathering crowd rally",
	"dismiss sack oust",
	"buy acquire purchase",
	"resign quit",
	"criticize denounce condemn slam oppose",
	"boat vessel ship ferry",
	"soldier troop",
	"begin start",
	"leak spill gush",
	"collapse crumble",
	"prison jail",
	"negotiation talk",
	"worker employee staff",
	"baby infant newborn",
	"depot warehouse",
	"aircraft plane jet airliner warplane",
	"bid offer",
	"reject refuse decline",
	"fake hoax",
	"deny refute",
	"cancel scrap",
	"postpone delay defer",
	"conceal hide",
	"deceive mislead",
	"bribe kickback",
	"fee price",
)

// phrases are verbs with a particle that mean what one verb does.
var phrases = map[string]map[string]string{
	"step": {"down": "resign"}, "stand": {"down": "resign"}, "call": {"off": "cancel"}, "carry": {"out": "conduct"}, "blow": {"up": "explode"},
	"shoot": {"dead": "kill"}, "lay": {"off": "dismiss"}, "put": {"off": "postpone"}, "turn": {"down": "reject"}, "break": {"off": "end"},
	"give": {"up": "abandon"}, "get": {"out": "escape"}, "got": {"out": "escape"}, "broke": {"off": "end"}, "broken": {"off": "end"}, "blew": {"up": "explode"}, "gave": {"up": "abandon"},
	"take": {"over": "acquire"}, "hand": {"over": "extradite"}, "cover": {"up": "conceal"},
}

// phrase is the verb that a word and the particle after it amount to, or the
// word itself.
func phrase(list []token, i int) string {
	if i+1 < len(list) {
		if verb, ok := phrases[bare(list[i].word)][list[i+1].word]; ok {
			return verb
		}
	}
	return list[i].word
}

func rows(list ...string) map[string]string {
	out := map[string]string{}
	for _, row := range list {
		words := strings.Fields(row)
		for _, w := range words {
			if _, known := out[bare(w)]; !known {
				out[bare(w)] = bare(words[0])
			}
		}
	}
	return out
}

// stem is the form in which words of two texts meet.
func stem(w string) string {
	s := bare(w)
	if first, ok := kindred[s]; ok {
		return first
	}
	return s
}

// grammar are words that carry no content of their own.
var grammar = set(`a an the and or but nor so yet of in on at to for from by with about into over under after before between among
	during since until than as if that this these those it its he she they them their his her him we our us i you your my me who whom whose
	which what when where why how there here is are was were be been being am do does did done has have had having will would shall should
	can could may might must not no n t s d ll ve re m also too very just only even still already then now again more most some any all
	each both other another such same own out up down off said say says saying tell told according added adds add while because though
	although however whether either nobody per via mr mrs ms dr amid around against`)

// faint are words of news that stand in claims of every kind: they count
// half.
var faint = stems(`people person man men woman women year years month months week weeks day days today yesterday monday tuesday wednesday
	thursday friday saturday sunday january february march april may june july august september october november december
	jan feb mar apr jun jul aug sept oct nov dec morning night evening afternoon time times government official officials authority authorities police country state states city group
	report reports statement make made take took taken get got go went come came see saw know believe think use used first last new old
	part number least place area local national international member members spokesman spokeswoman spokesperson news media high large big
	small many much well several including include near nearly percent consider reportedly apparently`)

// weight is how much a shared word says about two claims being of one matter.
func weight(w string) float64 {
	switch {
	case grammar[w]:
		return 0
	case faint[stem(w)]:
		return 0.5
	}
	return 1
}
