package graph

import (
	"context"
	"fmt"
)

// A VerifyReport says what Verify read and what it found broken.
type VerifyReport struct {
	Records  int       `json:"records"`
	Quotes   int       `json:"quotes"`
	Problems []Problem `json:"problems"`
}

// Verify reads every record of a store and checks it as it now stands: ids
// against content, texts against their hash, every quote against the text.
// Only articles' texts are held in memory.
func Verify(ctx context.Context, r Reader) (VerifyReport, error) {
	report := VerifyReport{Problems: []Problem{}}
	texts := map[string]string{}
	err := r.Each(ctx, func(kind Kind, canonical []byte) error {
		if kind != KindArticle {
			return nil
		}
		a, err := decode[Article](canonical)
		if err == nil {
			texts[a.RecordID()] = a.(Article).Text
		}
		return nil
	})
	if err != nil {
		return report, err
	}
	err = r.Each(ctx, func(kind Kind, canonical []byte) error {
		report.Records++
		record, err := Decode(kind, canonical)
		if err != nil {
			report.Problems = append(report.Problems, Problem{kind, "", err.Error()})
			return nil
		}
		report.Problems = append(report.Problems, verifyID(record)...)
		if owner := ownerOf(record); owner != "" {
			text, ok := texts[owner]
			if !ok {
				report.Problems = append(report.Problems, Problem{kind, record.RecordID(), fmt.Sprintf("its article %s is missing", owner)})
				return nil
			}
			report.Quotes += len(EvidenceOf(record))
			report.Problems = append(report.Problems, CheckEvidence(text, record)...)
		}
		return nil
	})
	return report, err
}

func ownerOf(r Record) string {
	switch r := r.(type) {
	case Event:
		return r.Article
	case Claim:
		return r.Article
	case Relationship:
		return r.Article
	}
	return ""
}

// verifyID recomputes the ids that follow from a record alone.
func verifyID(r Record) []Problem {
	want, detail := r.RecordID(), "its id does not follow from its content"
	switch r := r.(type) {
	case Article:
		hash := r.TextHash
		r.Identify()
		want = r.ID
		if hash != r.TextHash {
			detail = "its text is not the one that was ingested"
		}
	case Actor:
		r.Identify()
		want = r.ID
	case Place:
		r.Identify()
		want = r.ID
	case Event:
		r.Identify()
		want = r.ID
	case Relationship:
		r.Identify()
		want = r.ID
	case Judgement:
		r.Identify()
		want = r.ID
	}
	if want == r.RecordID() {
		return nil
	}
	return []Problem{{r.RecordKind(), r.RecordID(), detail}}
}
