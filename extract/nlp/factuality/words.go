package factuality

import "strings"

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// What a word says of the clause below it. Verbs that are in no list leave an
// infinitive open and a clause with a tense as it is.
var (
	conditional = words("if unless whether lest provided providing")
	perhaps     = words("perhaps maybe possibly hopefully")
	almost      = words("almost nearly hardly barely scarcely")
	negations   = words("not n't never no nor neither nobody nothing none noone nowhere")

	// done holds for what is below as far as it holds itself: "managed to".
	done = words(`manage begin start continue keep go come get happen turn seem appear prove tend end proceed help make
		force cause compel lead drive prompt enable oblige dare bother remember serve opt rush hurry
		able use let have be`)
	// undone holds when what is below does not: "failed to".
	undone = words("fail refuse decline forget neglect avoid stop quit cease prevent hesitate resist omit unable reluctant unwilling")
	// known presupposes what is below, negated and asked as well: "did not know that".
	known = words(`know realize realise regret notice learn discover remember forget recognize recognise see find show prove
		reveal demonstrate confirm hear glad happy sorry sad proud surprised amazed lucky fortunate shocked disappointed
		thankful grateful upset angry pleased delighted aware thank appreciate`)
	// thought has somebody take what is below for true.
	thought = words("think believe suppose guess feel expect suspect assume seem appear presume consider figure estimate understand likely probable bet reckon sound look")
	// open leaves what is below open: "hopes that".
	open = words(`hope wish want fear worry imagine pretend suggest propose recommend demand request require pray ask insist dream
		prefer advise urge predict warn possible afraid hopeful important necessary essential better best case ensure sure
		wonder speculate threaten promise mean`)
	// denied has somebody take what is below for false.
	denied = words("deny doubt disbelieve impossible unlikely doubtful false untrue dispute reject refute")
	// aiming leaves open a participle with a preposition: "plans on selling", "interested in buying".
	aiming = words("plan think talk look aim work focus interested capable insist count concentrate intent consider dream speak")
	// barring keeps what follows its "from" from being so.
	barring = words("prevent keep stop ban bar block discourage dissuade deter prohibit save protect hinder refrain abstain shrink far")
	// openNoun leaves open what its "of" tells: "the risk of losing".
	openNoun = words("possibility risk chance plan idea hope intention threat danger prospect likelihood goal aim purpose option thought dream fear")
	// pleasing has what is below be so, and told with a feeling.
	pleasing = words("glad happy sorry sad proud surprised amazed lucky fortunate shocked disappointed pleased delighted thankful grateful honored honoured privileged")
)
