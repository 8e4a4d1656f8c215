package factuality_test

import (
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/dep"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/factuality"
	"github.com/claimline/claimline/extract/nlp/layout"
	"github.com/claimline/claimline/extract/nlp/lemma"
	"github.com/claimline/claimline/extract/nlp/parse"
	"github.com/claimline/claimline/extract/nlp/tokenize"
	"github.com/claimline/claimline/graph"
)

// TestOf reads sentences of our own with our own trees; the predicate that is
// judged stands between stars.
func TestOf(t *testing.T) {
	for _, c := range []struct {
		sentence string
		want     factuality.Status
	}{
		{"The harbor *closed* on Monday.", factuality.Real},
		{"The harbor has been *closed* since Monday.", factuality.Real},
		{"The council did not *approve* the plan.", factuality.Unreal},
		{"No witness *saw* the crash.", factuality.Unreal},
		{"The mayor never *apologized*.", factuality.Unreal},
		{"The factory will *close* in March.", factuality.Awaited},
		{"The factory is *going* to close in March.", factuality.Awaited},
		{"The factory is going to *close* in March.", factuality.Awaited},
		{"The train *leaves* tomorrow.", factuality.Awaited},
		{"The storm could *reach* the coast.", factuality.Possible},
		{"Perhaps the pilot *fainted*.", factuality.Possible},
		{"If the dam *breaks*, the valley floods.", factuality.Possible},
		{"Had he *left* earlier, he would have missed the storm.", factuality.Possible},
		{"The court should *reject* the appeal.", factuality.Expected},
		{"The crew managed to *land* the plane.", factuality.Real},
		{"The crew failed to *land* the plane.", factuality.Unreal},
		{"The crew did not fail to *land* the plane.", factuality.Real},
		{"The bank refused to *pay* the fine.", factuality.Unreal},
		{"The guards forced him to *leave*.", factuality.Real},
		{"The bank wants to *sell* its branches.", factuality.Wanted},
		{"The thieves tried to *open* the safe.", factuality.Wanted},
		{"She flew to Oslo to *meet* the minister.", factuality.Wanted},
		{"*Call* the police now!", factuality.Wanted},
		{"The firm is said to have *sold* its mill.", factuality.Probable},
		{"The police think that he *left* the country.", factuality.Probable},
		{"The police do not think that he *left* the country.", factuality.Doubted},
		{"The police did not know that he *left* the country.", factuality.Real},
		{"The lawyer denied that he *took* the money.", factuality.Doubted},
		{"The farmers hope that it *rains*.", factuality.Possible},
		{"Did the minister *resign*?", factuality.Asked},
		{"Why did the minister *resign*?", factuality.Real},
		{"The clerk asked whether the office *closes*.", factuality.Asked},
		{"He crossed the border without *showing* a passport.", factuality.Unreal},
		{"The firm has a plan to *build* a mill.", factuality.Wanted},
		{"The report warned of the risk of *losing* the crop.", factuality.Possible},
		{"The judge thanked the witness for *coming*.", factuality.Real},
		{"The fence kept the cattle from *leaving*.", factuality.Unreal},
		{"The firm plans on *selling* its mill.", factuality.Wanted},
		{"Not only *closed* the mine, the railway did too.", factuality.Real},
	} {
		before, word, _ := strings.Cut(c.sentence, "*")
		text := strings.ReplaceAll(c.sentence, "*", "")
		d := read(text)
		p := doc.TokenAt(d.Tokens, len(before))
		if got := factuality.Of(dep.New(d), p); got != c.want {
			t.Errorf("%s: %q is %s, want %s", text, strings.SplitN(word, "*", 2)[0], got, c.want)
		}
	}
}

func read(text string) *doc.Document {
	d := &doc.Document{Text: text}
	for _, run := range []func(*doc.Document){layout.Run, tokenize.Run, parse.Run, lemma.Run} {
		run(d)
	}
	return d
}

// TestWithin keeps what is said apart from who says it and how.
func TestWithin(t *testing.T) {
	d := read("The police doubt that the man could swim.")
	tree := dep.New(d)
	swim := doc.TokenAt(d.Tokens, strings.Index(d.Text, "swim"))
	if got := factuality.Within(tree, swim, 4, len(d.Tokens)); got != factuality.Possible {
		t.Errorf("within what is doubted %q is %s, want %s", "swim", got, factuality.Possible)
	}
}

func TestValue(t *testing.T) {
	for status, want := range map[factuality.Status]graph.Factuality{
		factuality.Real: graph.CertainTrue, factuality.Probable: graph.ProbableTrue, factuality.Awaited: graph.CertainTrue,
		factuality.Expected: graph.ProbableTrue, factuality.Possible: graph.PossibleTrue, factuality.Wanted: graph.Uncommitted,
		factuality.Asked: graph.Uncommitted, factuality.Doubted: graph.ProbableFalse, factuality.Unreal: graph.CertainFalse,
	} {
		if got := status.Value(); got != want {
			t.Errorf("%s is %s, want %s", status, got, want)
		}
	}
}
