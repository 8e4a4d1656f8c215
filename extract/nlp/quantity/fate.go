package quantity

import (
	"maps"
	"slices"

	"github.com/claimline/claimline/extract/nlp/number"
)

// fate reads what becomes of people in turns of phrase of more than one word:
// "shot dead five pupils", "treated for burns", "taken to hospital", "held for
// ransom", "on board", "have recovered", "stopped work".
func (r *reader) fate(f *figure) string {
	before, after := r.plain(f.from-1), r.plain(f.ends)
	switch {
	case !f.person && f.noun >= 0:
		return ""
	case before == "dead" && (r.plain(f.from-2) == "shot" || r.plain(f.from-2) == "shooting" || r.plain(f.from-2) == "stabbed"):
		return "killed"
	case (after == "to" || after == "for") && r.plain(f.ends+1) == "ransom" && r.verbBefore(f.from, holding):
		return "captured"
	case r.word(f.to) == "of" && r.plain(f.to+1) == "the" && lying[r.plain(f.to+2)] != "":
		return lying[r.plain(f.to+2)]
	case catching[before] && f.person:
		return r.custody()
	case taking[before] && f.noun >= 0 && r.plain(f.noun) == "prisoners":
		return "captured"
	case before == "of" && r.plain(f.from-2) == "front":
		return "present"
	case pulling[before] && r.alive(f.ends), f.noun >= 0 && r.plain(f.noun) == "survivors" && (pulling[before] || before == "up"):
		return "rescued"
	case before == "by" && r.plain(f.from-2) == "joined" && r.demo():
		return "present"
	case r.toDeath(f.ends):
		return "killed"
	case r.employed(f):
		return "workforce"
	case before == "out" && (r.plain(f.from-2) == "brought" || r.plain(f.from-2) == "bringing"):
		return "present"
	case before == "to" && raising[r.plain(f.from-2)] && r.plain(f.to) == "the":
		return r.numbersIn(f.to+1, min(f.to+10, len(r.atoms))) // "bringing to 31 the number of people killed"
	case needing[after] && (r.plain(f.ends+1) == "treatment" || r.plain(f.ends+2) == "treatment"):
		return "injured"
	}
	i := r.pastBoard(r.pastAside(f.ends))
	for n := 0; n < 4 && (helping[r.plain(i)] || passive[r.plain(i)]); n++ {
		i++
	}
	if treating[before] && r.spellsOut("hospital", "hospitals", "doctors") {
		return r.inHospital()
	}
	if treating[before] || treating[r.plain(i)] && passive[r.plain(i-1)] {
		if metric := r.treated(max(i, f.ends)); metric != "" {
			return metric
		}
	}
	return r.acting(f, i)
}

// acting reads what the people of f themselves do, the verb at atom i.
func (r *reader) acting(f *figure, i int) string {
	w, next := r.plain(i), r.plain(i+1)
	switch {
	case w == "stayed" && next == "away", w == "refused" && next == "to" && r.plain(i+2) == "work":
		return "participants"
	case surrendering[w] && !r.takesObject(i+1):
		return "captured"
	case w == "recovered" && i > f.ends && !passive[r.plain(i-1)] && !r.takesObject(i+1):
		return "recovered"
	case i > f.ends && passive[r.plain(i-1)] && (w == "on" && next == "board" || w == "aboard"):
		return "present"
	case (w == "stopped" && next == "work") || (w == "walked" && next == "out") || w == "went" && next == "on" && r.plain(i+2) == "strike" || w == "downed" && next == "tools":
		return "participants"
	case falling[w] && unwell[next]:
		return r.sick()
	case w == "tested" && next == "positive" && r.illness():
		return "infected"
	case dying[w] && next == "to" && r.plain(i+2) == "death":
		return "killed"
	case w == "in" && r.condition(i+1) && !r.illness():
		return "injured"
	case joining[w] && (r.joins(i+1) || i >= f.ends && f.noun < 0 && gathered[r.topic(3)]), w == "turned" && next == "out":
		return "present"
	}
	if i == f.ends || !passive[r.plain(i-1)] {
		return ""
	}
	switch {
	case pulling[w] && r.alive(i+1):
		return "rescued"
	case w == "buried" && r.underEarth():
		return "trapped"
	case w == "inside" && !r.takesObject(i+1):
		return "present"
	case next == "to" && r.plain(i+2) == "safety" && safely[w]:
		return "rescued"
	case bringing[w] && next == "to" && (r.plain(i+2) == "hospital" || r.plain(i+3) == "hospital" || r.plain(i+2) == "hospitals"):
		return r.inHospital()
	case w == "held" && r.tellsOf(hostages):
		return "hostages"
	case w == "held":
		return "arrested"
	case (w == "freed" || w == "released") && f.noun >= 0 && confined[r.plain(f.noun)]:
		return "released"
	}
	return ""
}

// alive reports "alive", "free" or "from the rubble" at atom i.
func (r *reader) alive(i int) bool {
	switch r.plain(i) {
	case "out":
		return r.plain(i+1) == "alive"
	case "alive", "free", "clear":
		return true
	case "from":
		return wrecks[r.plain(i+1)] || wrecks[r.plain(i+2)]
	}
	return false
}

// described reads the plight of people that an adjective of theirs tells: "64 injured
// people".
func (r *reader) described(f *figure) string {
	for j := f.phrase; j < f.noun; j++ {
		switch metric := r.tells(state, j); metric {
		case "", "hostages", "captured", "arrested":
		default:
			return metric
		}
	}
	return ""
}

// spellsOut reports one of some words in the sentence, in lower case.
func (r *reader) spellsOut(words ...string) bool {
	if r.says == nil {
		r.says = map[string]bool{}
		for i := range r.atoms {
			if w := r.plain(i); w != "" {
				r.says[w] = true
			}
		}
	}
	return slices.ContainsFunc(words, func(w string) bool { return r.says[w] })
}

// predicate reads what is said of people whose plight stands right behind them:
// "29 men trapped in the mine are dead", "miners trapped for weeks were brought to
// safety". It looks from atom i on, no further than the clause.
func (r *reader) predicate(i int) string {
	for j := i; j < min(i+14, len(r.atoms)); j++ {
		if r.atoms[j].Kind == number.Punct && !r.hyphen(j) || r.in(r.lex.clause, j) || r.plain(j) == "who" || r.plain(j) == "that" {
			return ""
		}
		if !passive[r.plain(j)] {
			continue
		}
		for k := j + 1; k < min(j+4, len(r.atoms)); k++ {
			switch {
			case safely[r.plain(k)] && r.plain(k+1) == "to" && r.plain(k+2) == "safety":
				return "rescued"
			case r.tells(state, k) != "":
				return r.tells(state, k)
			case !passive[r.plain(k)] && !r.in(r.lex.skip, k):
				return ""
			}
		}
	}
	return ""
}

// employed reports those whom a company has work for: "employs 300 people", "a
// workforce of 55,000".
func (r *reader) employed(f *figure) bool {
	before := r.plain(f.from - 1)
	switch {
	case employing[before]:
		return true
	case before == "of":
		return r.plain(f.from-2) == "workforce" || r.plain(f.from-2) == "force" && r.plain(f.from-3) == "work"
	case f.noun >= 0 && having[before]:
		return r.plain(f.noun) == "employees" || r.plain(f.noun) == "staff"
	}
	return false
}

// demo reports a sentence that names a protest.
func (r *reader) demo() bool { return r.spellsOut(slices.Collect(maps.Keys(demos))...) }

// joins reports the protest that people join, at atom i or a word after it.
func (r *reader) joins(i int) bool {
	switch r.plain(i) {
	case "the", "a", "in", "this", "today's":
		i++
	}
	return demos[r.plain(i)]
}

var (
	holding      = set("hold", "holds", "held", "holding")
	catching     = set("caught", "catching", "nabbed")
	taking       = set("took", "take", "taking", "takes")
	pulling      = set("pulled", "pulling", "pull", "found", "finding", "dug", "cut", "plucked", "lifted", "brought", "hauled", "freed", "winched")
	wrecks       = set("rubble", "wreckage", "ruins", "debris", "sea", "water", "waters", "rooftops", "rooftop", "roofs", "mud", "snow", "building")
	needing      = set("needed", "required", "need", "require", "needing", "requiring", "received", "receiving")
	raising      = set("bringing", "brings", "brought", "bring", "taking", "takes", "took", "raising", "raises", "raised", "lifting")
	falling      = set("fell", "fallen", "fall", "falling", "taken", "became", "become", "got", "gone")
	unwell       = set("ill", "sick", "unwell")
	confined     = set("hostages", "prisoners", "detainees", "captives", "inmates", "sailors", "activists", "dissidents")
	employing    = set("employs", "employ", "employing", "employed")
	having       = set("have", "has", "had", "having")
	grave        = set("critical", "serious", "grave", "stable", "intensive")
	dying        = set("crushed", "stabbed", "beaten", "burned", "burnt", "hacked", "trampled", "frozen", "starved", "bludgeoned", "stoned", "battered", "choked")
	helping      = set("have", "has", "had", "who", "all", "already", "since", "also", "now", "later", "then", "still", "currently")
	treating     = set("treated", "treating", "treat", "treats")
	surrendering = set("surrendered", "surrender", "surrenders", "surrendering")
	joining      = set("joined", "join", "joining")
	gathered     = set("present", "participants")
	safely       = set("brought", "pulled", "winched", "lifted", "led", "taken", "carried", "airlifted", "hauled", "hoisted")
	bringing     = set("taken", "rushed", "airlifted", "brought", "admitted", "sent", "flown")
	demos        = set("march", "marches", "protest", "protests", "rally", "rallies", "demonstration", "demonstrations", "strike", "walkout", "procession", "stoppage", "action", "picket", "pickets", "marchers", "protesters", "strikers", "demonstrators", "crowd", "sit-in")
	harms        = set("inhalation", "shock", "hypothermia", "exposure", "dehydration", "exhaustion", "heatstroke")
)

// verbBefore reports one of the verbs among the few words before atom i.
func (r *reader) verbBefore(i int, verbs map[string]bool) bool {
	for j := i - 1; j >= max(0, i-8); j-- {
		if verbs[r.plain(j)] {
			return true
		}
	}
	return false
}

// states are words for what happened to people that stand for the people
// themselves: "two of the wounded", "9,000 displaced", "more than 60 hurt".
func (r *reader) stateNoun(f *figure) {
	if f.noun < 0 || f.metric != "" || f.unit != "" || r.atoms[f.noun].Upper {
		return
	}
	metric := r.tells(state, f.noun)
	if metric == "" || metric == "hostages" {
		return
	}
	for i := f.phrase; i < f.noun; i++ {
		if r.plain(i) != "more" && r.plain(i) != "others" && r.plain(i) != "were" {
			return // "12 walking wounded" keep their noun
		}
	}
	f.metric, f.person = metric, true
	f.ends, f.noun = f.noun+1, -1
}
