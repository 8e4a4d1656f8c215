package nlp_test

import (
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// TestFurniture sets around one short story what pages set around stories, in many
// forms, and demands that none of it yields an actor, a place, an event, a claim
// or a relation.
func TestFurniture(t *testing.T) {
	const story = "A ferry sank off the island on Monday, the harbor master said. Nine people drowned. Divers searched the wreck until the evening."
	const head = "Ferry sinks off the island\n\n"
	for _, page := range []string{
		head + "By Quentin Zabel and Ruth Ozick\n\n%",
		head + "QUENTIN ZABEL, Crime Reporter\n\n%",
		head + "Zabel Wire - QUARTZ BAY, March 2, 2019\n\n%",
		head + "% \n\n(Reporting by Quentin Zabel; editing by Ruth Ozick)",
		head + "%\n\nZabel Wire writer Ruth Ozick contributed to this report.",
		head + "%\n\nPhoto: Quentin Zabel stands on the pier. (Ruth Ozick/Zabel Wire)",
		head + "Image caption, Quentin Zabel stands on the pier\n\n%",
		head + "%\n\nRelated Articles\nQuentin Zabel jailed for fraud\nOzick attacks Zabel in court",
		head + "%\n\nRead more: Zabel jailed for fraud",
		head + "RELATED: Zabel jailed for fraud\n\n%",
		head + "%\n\nYou may also like\nZabel killed in crash\nOzick wins election",
		head + "%\n\nMost read\n1. Zabel killed in crash\n2. Ozick wins election",
		head + "%\n\nComments (2)\nQuentin Zabel says:\nThe minister killed them all.\nReply",
		head + "%\n\n3 comments\nRuth Ozick wrote on March 3, 2019:\nZabel should resign.",
		head + "%\n\nLeave a Reply\nYour email address will not be published. Required fields are marked *",
		head + "%\n\nSubscribe to our newsletter\nGet the morning letter from Ruth Ozick in your inbox. Sign up here.",
		head + "%\n\nFollow Ruth Ozick on Twitter.",
		"We use cookies to improve your experience. Zabel Media and its partners store data.\n\n" + head + "%",
		"Home | News | Sport | Zabel\n\n" + head + "%",
		head + "%\n\nCopyright 2019 Zabel Media. All rights reserved.",
		head + "%\n\nThis article was originally published by Zabel Wire.",
		head + "%\n\nTags: Zabel, Ozick",
		head + "%\n\nShare this: Facebook Twitter WhatsApp",
	} {
		text := strings.ReplaceAll(page, "%", story)
		d := people(t, text)
		all, _ := chainsOf(d)
		for _, c := range all {
			for _, name := range []string{"Zabel", "Ozick", "ozick", "ZABEL", "Facebook", "QUARTZ"} {
				if strings.Contains(c, name) {
					t.Errorf("%q yields %q", text[:40]+" … "+text[max(0, len(text)-60):], c)
				}
			}
		}
		in := func(at int) bool { // within the story
			from := strings.Index(text, story)
			return at >= from && at < from+len(story)
		}
		for _, e := range d.Events {
			if !in(e.Trigger.Start) && d.Blocks[d.Sentences[d.Tokens[e.Token].Sent].Block].Role != doc.Headline {
				t.Errorf("%q yields the event %q", text, e.Trigger.Of(text))
			}
		}
		for _, a := range d.Attributions {
			if !in(a.Start) && !strings.HasPrefix(text[a.Start:], "Ferry sinks") {
				t.Errorf("%q yields the claim %q", text, a.Of(text))
			}
		}
		for _, r := range d.Relations {
			if !in(r.Start) {
				t.Errorf("%q yields the relation %q", text, r.Of(text))
			}
		}
	}
}
