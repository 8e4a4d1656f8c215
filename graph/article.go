package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"time"
)

// DefaultCollection is where an article goes that names no collection.
const DefaultCollection = "default"

// An Article is a text and what was said about it when it came in. Two inputs
// that differ in any field below are two articles: a correction never
// overwrites what it corrects.
type Article struct {
	ID         string `json:"id"`
	Collection string `json:"collection"`
	// Text is the article as published, decoded to UTF-8 and otherwise
	// untouched: every span of every evidence counts bytes of it.
	Text      string `json:"text"`
	TextHash  string `json:"text_hash"` // SHA-256 of Text, hex
	Title     string `json:"title,omitempty"`
	URL       string `json:"url,omitempty"`
	Publisher string `json:"publisher,omitempty"` // the outlet
	Author    string `json:"author,omitempty"`
	Language  string `json:"language,omitempty"` // BCP 47; empty when unknown
	// Published is when the outlet says it published the article; nil when
	// that is not known. It is never guessed from the time of ingest.
	Published *Interval `json:"published,omitempty"`
	// Anchor is a date that somebody supplies for the text to be read from
	// when Published is not known: relative dates count from it, and say that
	// they are inferred. Nil in general.
	Anchor *Interval `json:"anchor,omitempty"`
	// Warnings say in words what is doubtful about the above, such as a date line
	// that contradicts Published. They follow from the article alone; see Doubts
	// for what depends on the day.
	Warnings []string `json:"warnings,omitempty"`
	// RepublishedFrom names the outlet that the text says it first appeared in.
	RepublishedFrom string `json:"republished_from,omitempty"`
}

// Identify fills Collection, TextHash and ID from the rest.
func (a *Article) Identify() {
	if a.Collection == "" {
		a.Collection = DefaultCollection
	}
	sum := sha256.Sum256([]byte(a.Text))
	a.TextHash = hex.EncodeToString(sum[:])
	a.ID = NewID(KindArticle, a.Collection, a.TextHash, a.Title, a.URL, a.Publisher, a.Author, edtf(a.Published), edtf(a.Anchor))
}

// Doubts are the warnings of a and what only the day tells: that its date of
// publication lies after now. Such a date is kept, since it is what was said.
func (a Article) Doubts(now time.Time) []string {
	if p := a.Published; p != nil && p.Earliest.After(now) {
		return append(slices.Clone(a.Warnings), "it is dated "+p.EDTF+", which is still to come")
	}
	return a.Warnings
}

// RecordID and RecordKind make Article a Record.
func (a Article) RecordID() string { return a.ID }
func (a Article) RecordKind() Kind { return KindArticle }

func edtf(i *Interval) string {
	if i == nil {
		return ""
	}
	return i.EDTF
}
