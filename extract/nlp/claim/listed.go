package claim

import "github.com/claimline/claimline/extract/nlp/doc"

// listed is the subject of a verb without one that opens an item of a list: who the
// words with a colon before the list tell of, as in "The ministry: - condemns the
// attack; - calls for talks".
func (r *reader) listed(v int) int {
	s := r.tree.Token(v).Sent
	if !r.item(s) || r.tree.Child(v, "nsubj", "nsubj:pass", "aux") != doc.None || r.tree.Passive(v) || !isFinite(r.tree.Token(v).XPOS) {
		return doc.None
	}
	for i := r.d.Sentences[s].First; i < v; i++ {
		if u := r.tree.Token(i).UPOS; u != "PUNCT" && u != "ADV" {
			return doc.None
		}
	}
	for s--; s >= 0; s-- {
		if r.item(s) {
			continue
		}
		sent := r.d.Sentences[s]
		if r.tree.Token(sent.Last-1).Text != ":" {
			return doc.None
		}
		return r.introduced(sent)
	}
	return doc.None
}

// introduced is what the sentence before a list tells of: its subject or the noun that
// it is.
func (r *reader) introduced(sent doc.Sentence) int {
	for i := sent.First; i < sent.Last; i++ {
		if r.tree.Token(i).Head >= 0 {
			continue
		}
		if k := r.tree.Child(i, "nsubj"); k != doc.None {
			return k
		}
		if r.mention[i] != doc.None {
			return i
		}
	}
	return doc.None
}

// item reports whether sentence s stands in a list.
func (r *reader) item(s int) bool {
	b := r.d.Sentences[s].Block
	return b >= 0 && b < len(r.d.Blocks) && r.d.Blocks[b].Role == doc.List
}
