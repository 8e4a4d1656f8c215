// Package parse gives tokens their tags and heads, and marks the names that
// the network sees on the way. Needs sentences and tokens; fills UPOS, XPOS, Head
// and Deprel of every token and adds raw names, without heads, to
// Document.Mentions, which package ner then completes. One network answers all of it at once: that is why
// names come from here.
package parse

import (
	"fmt"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/neural"
	"github.com/claimline/claimline/graph"
)

// rule is what the names found here carry as their rule.
const rule = "ner/net"

// Run tags and parses every sentence of d.
func Run(d *doc.Document) {
	m := neural.Reader()
	var (
		p     neural.Prediction
		words []string
		long  int
	)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		tokens := d.Tokens[s.First:s.Last]
		words = words[:0]
		for _, t := range tokens {
			words = append(words, t.Text)
		}
		if len(words) > neural.MaxWords {
			long++
		}
		m.Predict(words, &p)
		for j := range tokens {
			t := &tokens[j]
			t.UPOS, t.XPOS, t.Deprel, t.Head = p.UPOS[j], p.XPOS[j], p.Deprel[j], doc.None
			if h := p.Heads[j]; h != neural.None {
				t.Head = s.First + h
			}
		}
		repair(tokens, s.First)
		names(d, s.First, p.Names)
	}
	if long > 0 {
		d.Notes = append(d.Notes, fmt.Sprintf("sentences of more than %d words were read in pieces: %d", neural.MaxWords, long))
	}
}

// names turns BIOES labels into mentions. The network's labels are well formed.
func names(d *doc.Document, at int, labels []string) {
	first := 0
	for i, l := range labels {
		if l[0] == 'B' || l[0] == 'S' {
			first = i
		}
		if l[0] != 'E' && l[0] != 'S' {
			continue
		}
		from, to := at+first, at+i+1
		d.Mentions = append(d.Mentions, doc.Mention{
			Span:  graph.Span{Start: d.Tokens[from].Start, End: d.Tokens[to-1].End},
			Type:  doc.Name,
			Class: doc.Class(l[2:]),
			Head:  doc.None,
			First: from,
			Last:  to,
			Chain: doc.None,
			Rule:  rule,
		})
	}
}
