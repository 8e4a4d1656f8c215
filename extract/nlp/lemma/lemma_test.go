package lemma

import (
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"pgregory.net/rapid"
)

func TestOf(t *testing.T) {
	for _, c := range []struct{ form, upos, xpos, want string }{
		{"killed", "VERB", "VBD", "kill"},
		{"fired", "VERB", "VBD", "fire"},
		{"fled", "VERB", "VBD", "flee"},
		{"shot", "VERB", "VBN", "shoot"},
		{"hit", "VERB", "VBD", "hit"},
		{"planned", "VERB", "VBN", "plan"},
		{"denies", "VERB", "VBZ", "deny"},
		{"blames", "VERB", "VBZ", "blame"},
		{"dying", "VERB", "VBG", "die"},
		{"staging", "VERB", "VBG", "stage"},
		{"Said", "VERB", "VBD", "say"},
		{"SAID", "VERB", "VBD", "say"},
		{"was", "AUX", "VBD", "be"},
		{"'ve", "AUX", "VBP", "have"},
		{"’s", "AUX", "VBZ", "be"},
		{"ca", "AUX", "MD", "can"},
		{"n't", "PART", "RB", "not"},
		{"had", "AUX", "VBN", "have"},
		{"children", "NOUN", "NNS", "child"},
		{"bodies", "NOUN", "NNS", "body"},
		{"soldiers", "NOUN", "NNS", "soldier"},
		{"policemen", "NOUN", "NNS", "policeman"},
		{"headquarters", "NOUN", "NNS", "headquarters"},
		{"crises", "NOUN", "NNS", "crisis"},
		{"Gunmen", "NOUN", "NNS", "gunman"},
		{"TV", "NOUN", "NN", "TV"},
		{"States", "PROPN", "NNPS", "State"},
		{"Taliban", "PROPN", "NNP", "Taliban"},
		{"US", "PROPN", "NNP", "US"},
		{"deadliest", "ADJ", "JJS", "deadly"},
		{"bigger", "ADJ", "JJR", "big"},
		{"Russian", "ADJ", "JJ", "Russian"},
		{"Dutch", "ADJ", "JJ", "Dutch"},
		{"Several", "ADJ", "JJ", "several"},
		{"me", "PRON", "PRP", "I"},
		{"The", "DET", "DT", "the"},
		{"1,350", "NUM", "CD", "1350"},
		{"1,000,000", "NUM", "CD", "1000000"},
		{"7,5", "NUM", "CD", "7.5"},
		{"Mos\u200bcow", "PROPN", "NNP", "Moscow"},
		{"kil\u00adled", "VERB", "VBD", "kill"},
		{"IUCN", "PROPN", "NNP", "IUCN"},
		{"cola", "NOUN", "NN", "cola"},
		{"s", "AUX", "VBZ", "be"},
		{"definately", "ADV", "RB", "definitely"},
		{"reloaded", "VERB", "", "reload"},
		{"mortars", "NOUN", "", "mortar"},
		{"fled", "VERB", "", "flee"},
		{"Attacks", "", "", "attacks"},
		{"Attacks", "NONE", "XX", "attacks"},
		{"attacks", "VERB", "XX", "attack"},
		{"", "VERB", "VBD", ""},
	} {
		if got := Of(c.form, c.upos, c.xpos); got != c.want {
			t.Errorf("Of(%q, %q, %q) = %q, want %q", c.form, c.upos, c.xpos, got, c.want)
		}
	}
}

func TestRun(t *testing.T) {
	d := &doc.Document{Tokens: []doc.Token{{Text: "Gunmen", UPOS: "NOUN", XPOS: "NNS"}, {Text: "fled", UPOS: "VERB", XPOS: "VBD"}, {Text: "Moscow"}}}
	Run(d)
	for i, want := range []string{"gunman", "flee", "moscow"} {
		if d.Tokens[i].Lemma != want {
			t.Errorf("the lemma of %q is %q, want %q", d.Tokens[i].Text, d.Tokens[i].Lemma, want)
		}
	}
}

// TestShortForms: "'s" is "is" or "has".
func TestShortForms(t *testing.T) {
	for _, c := range []struct{ next, xpos, want string }{
		{"been", "VBN", "have"}, {"had", "VBN", "have"}, {"closed", "VBN", "be"}, {"got", "VBD", "be"}, {"late", "JJ", "be"},
	} {
		d := &doc.Document{Tokens: []doc.Token{{Text: "It", UPOS: "PRON", XPOS: "PRP"}, {Text: "’s", UPOS: "AUX", XPOS: "VBZ"},
			{Text: "never", UPOS: "ADV", XPOS: "RB"}, {Text: c.next, UPOS: "VERB", XPOS: c.xpos}}}
		Run(d)
		if got := d.Tokens[1].Lemma; got != c.want {
			t.Errorf("’s never %s: %q, want %q", c.next, got, c.want)
		}
	}
	d := &doc.Document{Tokens: []doc.Token{{Text: "’s", UPOS: "AUX", XPOS: "VBZ"}, {Text: "been", UPOS: "AUX", XPOS: "VBN", Sent: 1}}}
	if Run(d); d.Tokens[0].Lemma != "be" {
		t.Errorf("’s takes its lemma from another sentence: %q", d.Tokens[0].Lemma)
	}
}

// TestAnyForm: whatever the form and the tags, there is a lemma, the same twice.
func TestAnyForm(t *testing.T) {
	var tags []string
	for tag := range loaded() {
		tags = append(tags, tag)
	}
	rapid.Check(t, func(t *rapid.T) {
		form := rapid.OneOf(rapid.String(), rapid.StringMatching(`[A-Za-zİıß'’^-]{1,12}(s|ed|ing|ies|est)?`)).Draw(t, "form")
		upos, xpos, _ := strings.Cut(rapid.SampledFrom(tags).Draw(t, "tags"), " ")
		got := Of(form, upos, xpos)
		if again := Of(form, upos, xpos); again != got {
			t.Fatalf("%q then %q", got, again)
		}
		if form != "" && upos == "PUNCT" && got == "" {
			t.Fatalf("no lemma of %q", form)
		}
	})
}

// TestSize: the rules are part of every binary.
func TestSize(t *testing.T) {
	if len(rulesTSV) > 1_500_000 {
		t.Errorf("rules.tsv has %d bytes", len(rulesTSV))
	}
}

func BenchmarkOf(b *testing.B) {
	loaded()
	b.ReportAllocs()
	for b.Loop() {
		Of("organizations", "NOUN", "NNS")
		Of("reported", "VERB", "VBD")
		Of("Moscow", "PROPN", "NNP")
	}
}
