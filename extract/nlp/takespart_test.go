package nlp_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// takesPart writes who takes part in what, "trigger role actor", and what holds
// between actors, "TYPE(from, to)".
func takesPart(d *doc.Document) []string {
	name := func(m int) string {
		if c := d.Mentions[m].Chain; c != doc.None {
			return d.Chains[c].Name
		}
		return d.Mentions[m].Of(d.Text)
	}
	var out []string
	for _, e := range d.Events {
		for _, a := range e.Args {
			out = append(out, e.Trigger.Of(d.Text)+" "+a.Role+" "+name(a.Mention))
		}
	}
	for _, r := range d.Relations {
		out = append(out, string(r.Type)+"("+name(r.From)+", "+name(r.To)+")")
	}
	return out
}

// TestTakesPart reads made-up news for who does what to whom and who is whose: a
// case lists lines that have to be found, and words that no line may hold.
func TestTakesPart(t *testing.T) {
	for _, c := range []struct {
		about, text string
		want, none  []string
	}{
		{"who beats another to win", "Omar Lind beats Kerr to win title\n\nOmar Lind beat Paul Kerr to win the title in Graz on Sunday.",
			[]string{"win title agent Omar Lind", "win agent Omar Lind"}, []string{"agent Paul Kerr"}},
		{"a headline's judge is not the convict", "Judge jails former treasurer\n\nA former treasurer was jailed for two years on Monday.\n\nOwen Pratt, 51, of Melby, admitted theft at Ryde Crown Court.",
			[]string{"jailed arrested Owen Pratt", "LOCATED_IN(Owen Pratt, Melby)"}, nil},
		{"whoever is shot and wounded by one", "Two looters were shot and wounded by police.",
			[]string{"shot attacker police"}, nil},
		{"how far somebody falls is nobody", "A British climber has fallen 2,000ft to his death, police said.",
			[]string{"fallen patient a British climber"}, nil},
		{"to lose what is one's own", "Maria Dunn lost her job in May.",
			[]string{"lost dismissed Maria Dunn"}, []string{"agent Maria Dunn"}},
		{"a body stands for whose it was", "The body of Hugo Marsh was recovered by divers on Monday.",
			[]string{"recovered patient Hugo Marsh", "recovered rescuer divers"}, nil},
		{"who is called on to act", "Ines Roth called on Karel Novak to resign. She also called for Dora Lenz to step down.",
			[]string{"resign resigned Karel Novak", "step down resigned Dora Lenz"}, nil},
		{"whose jets they are", "The Bel Coast Alliance admitted that its jets had bombed a school in Tarra.",
			[]string{"bombed attacker Bel Coast Alliance"}, nil},
		{"several who are named behind a comma", "Two managers of Orbex Ltd, Tom Hale and Eva Roy, were arrested in Lyon on Monday.",
			[]string{"arrested arrested Tom Hale", "arrested arrested Eva Roy", "EMPLOYED_BY(Tom Hale, Orbex Ltd)", "EMPLOYED_BY(Eva Roy, Orbex Ltd)"}, nil},
		{"several whom the next sentence names with their ages", "Two brothers have been charged with murder.\n\nCal Reid, 22, and Jo Reid, 19, wept.",
			[]string{"charged charged Cal Reid", "charged charged Jo Reid"}, nil},
		{"those who found them", "Two women were found dead on Monday.\n\nAnn Cole and Sue Park, who found them, called the police.",
			nil, []string{"killed Ann Cole", "killed Sue Park"}},
		{"a takeover of one by another", "Shares in Western Sands Ltd rose after its takeover by Orbex Ltd.",
			[]string{"takeover target Western Sands Ltd", "takeover agent Orbex Ltd"}, nil},
		{"who is replaced", "Graham Bell replaced Tony Voss as coach of Harrow United in January.",
			[]string{"replaced dismissed Tony Voss"}, []string{"appointed Tony Voss"}},
		{"what somebody makes progress in", "The rebels made progress in seizing the town of Azaz.",
			[]string{"seizing attacker the rebels"}, nil},
		{"by whom a strike is called", "The strike was called by the Dockers' Union on Monday.",
			[]string{"strike demonstrator Dockers' Union"}, nil},
		{"family", "Ana Diaz wept. Her husband, the painter Nils Rood, is ill. Foss's brother Karl fled. Liam Roe split from wife Tamsin. Rob Keane is married to the singer Jo Pene.",
			[]string{"RELATIVE_OF(Nils Rood, Ana Diaz)", "RELATIVE_OF(Karl, Foss)", "RELATIVE_OF(Tamsin, Liam Roe)", "RELATIVE_OF(Jo Pene, Rob Keane)"}, nil},
		{"whose president, which is led by", "The strike was backed by the union SMAQ, whose president, Rui Teles, resigned. Fighters of the Azur Liberation Army, which is led by Omar Dahl, attacked a convoy.",
			[]string{"LEADS(Rui Teles, SMAQ)", "LEADS(Omar Dahl, Azur Liberation Army)"}, []string{"LEADS(Omar Dahl, fighters"}},
		{"a short name of a company, and its parent", "Telmore plc bought the software company Kvist AB. Kvist, based in Gothenburg, employs 40 people. Its parent company, Storelund Holding, is in debt.",
			[]string{"LOCATED_IN(Kvist AB, Gothenburg)", "MEMBER_OF(Kvist AB, Storelund Holding)"}, nil},
		{"where one is sent is not whose one is", "Turkey recalled its ambassador to Norway on Monday.",
			nil, []string{"Norway)"}},
		{"a scholar at a college and a doctor of a hospital", "Mae Lin, a zoologist at Fenton College, was pleased. Dr Ali Nasser of the Sayda Hospital said so.",
			[]string{"MEMBER_OF(Mae Lin, Fenton College)", "EMPLOYED_BY(Ali Nasser, Sayda Hospital)"}, nil},
		{"whose party, which council's leader", "Karl Brandt, whose Harvest party lost the election, resigned. Dale County Council met on Monday. Council leader Geoff Waine apologised.",
			[]string{"MEMBER_OF(Karl Brandt, Harvest)", "LEADS(Geoff Waine, Dale County Council)"}, nil},
		{"a post without an article", "Malcolm Derry, who was treasurer of the Bright Steps Foundation, wept.",
			[]string{"MEMBER_OF(Malcolm Derry, Bright Steps Foundation)"}, nil},
		{"a chief who is called on", "Omar Shah called for the chief of schools, Dr Paula Voss, to step down.",
			[]string{"step down resigned Paula Voss"}, []string{"resigned Omar Shah"}},
		{"a description that is before the name, and a firm's chief", "The guards' union blamed cuts. Its secretary is Mo Khan. Hackers robbed the insurer Tryggve. Tryggve's security chief, Maria Ek, said so.",
			[]string{"LEADS(Maria Ek, Tryggve)", "MEMBER_OF(Mo Khan, the guards' union)"}, nil},
		{"an officer of the only police", "Police searched the house. Inspector Ria Vermeer said that nobody was hurt.",
			[]string{"MEMBER_OF(Ria Vermeer, police)"}, nil},
	} {
		t.Run(c.about, func(t *testing.T) {
			got := takesPart(people(t, c.text))
			for _, w := range c.want {
				if !slices.Contains(got, w) {
					t.Errorf("%q is missing\nin %q\nof %s", w, got, c.text)
				}
			}
			for _, n := range c.none {
				if slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, n) }) {
					t.Errorf("%q is found\nin %q\nof %s", n, got, c.text)
				}
			}
		})
	}
}
