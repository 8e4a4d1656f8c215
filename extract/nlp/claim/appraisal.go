package claim

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// words that judge deeds and people rather than describe them. What may as well be
// said of a storm or a wound ("terrible", "dangerous", "shocking") is in no list.
var (
	blaming = words(`appalling outrageous disgraceful shameful unacceptable indefensible inexcusable irresponsible reckless cowardly barbaric
		heinous despicable deplorable reprehensible absurd ridiculous scandalous unjust unfair inhumane inhuman immoral hypocritical cynical
		ideological disgusting incompetent inept dishonest misguided foolish foolhardy stupid insulting insensitive undemocratic
		discriminatory racist intolerable ludicrous laughable callous heartless
		disgrace outrage scandal betrayal travesty farce sham mockery insult provocation aggression atrocity hypocrisy`)
	lauding = words(`heroic courageous brave excellent outstanding remarkable magnificent brilliant fantastic superb exemplary admirable
		historic wonderful inspiring inspirational selfless hero heroine`)
	merits = map[string]string{
		"punishment": "demand", "justice": "demand", "answer": "demand", "apology": "demand", "explanation": "demand", "compensation": "demand",
		"investigation": "demand", "respect": "demand", "penalty": "demand", "sentence": "demand", "inquiry": "demand",
		"credit": "praise", "praise": "praise", "thanks": "praise", "admiration": "praise", "medal": "praise",
	}
)

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// appraised is the act that a statement of fact comes to by its words: it judges, or
// says what somebody deserves. It is empty for none.
func (r *reader) appraised(s *saying) string {
	if r.negated(s.head) || r.modal(s.head) != "" {
		return ""
	}
	if l := r.tree.Lemma(s.head); l == "deserve" || l == "merit" {
		if o := r.tree.Child(s.head, "obj"); o != doc.None {
			return merits[r.tree.Lemma(o)]
		}
	}
	if r.naming(s) && r.untrue(s) {
		return "dismiss"
	}
	for _, i := range r.judged(s) {
		switch word := lower(r.tree.Lemma(i)); {
		case blaming[word]:
			return "criticize"
		case lauding[word]:
			return "praise"
		}
	}
	return ""
}

// judged are the words that say what somebody or something is said to be: the
// predicate with its adjectives, also behind "one of the", or what somebody made.
func (r *reader) judged(s *saying) []int {
	top := s.head
	if r.tree.Token(top).UPOS == "VERB" {
		switch r.tree.Lemma(top) {
		case "make", "commit", "perpetrate", "stage":
			top = r.tree.Child(top, "obj")
		default:
			return nil
		}
		if top == doc.None {
			return nil
		}
		return []int{top}
	} else if r.tree.Child(top, "cop") == doc.None && !r.naming(s) {
		return nil
	}
	out := []int{top}
	if of := r.tree.Oblique(top, "of"); of != doc.None && r.tree.Lemma(top) == "one" {
		out = append(out, of)
	}
	for _, i := range out {
		for _, k := range r.tree.Kids(i) {
			if r.tree.Is(k, "amod") || r.tree.Is(k, "conj") && r.tree.Token(k).UPOS == "ADJ" {
				out = append(out, k)
			}
		}
	}
	return out
}

// untrue reports whether the words for what something is called say that it is not so.
func (r *reader) untrue(s *saying) bool {
	for i := s.first; i < s.last; i++ {
		switch r.tree.Lemma(i) {
		case "lie", "nonsense", "rubbish", "fabrication", "falsehood", "fiction", "guesswork", "baseless", "false", "untrue", "unfounded", "groundless", "speculation", "fantasy", "hoax":
			return true
		}
	}
	return false
}

// naming reports whether the cue says what somebody calls something.
func (r *reader) naming(s *saying) bool {
	if s.cue == doc.None {
		return false
	}
	switch r.tree.Lemma(s.cue) {
	case "call", "describe", "label", "brand", "term", "deem", "consider", "regard", "denounce", "characterize", "characterise", "portray":
		return true
	}
	return false
}

// orders reports whether what s quotes is an order or a request: "“Close your door”".
func (r *reader) orders(s *saying) bool {
	v := s.head
	if r.tree.Token(v).UPOS != "VERB" {
		if v = r.tree.Child(v, "cop"); v == doc.None {
			return false
		}
	}
	if s.last < len(r.d.Tokens) && (r.tree.Token(s.last).Text == "?" || r.tree.Token(s.last-1).Text == "?") {
		return false
	}
	if r.tree.Token(v).XPOS != "VB" || !r.inQuote(s.head) || formula[r.tree.Lemma(v)] {
		return false
	}
	for _, k := range r.tree.Kids(s.head) {
		if r.tree.Is(k, "nsubj", "expl", "csubj") || r.tree.Is(k, "mark") || r.tree.Is(k, "aux") && r.tree.Lemma(k) != "do" {
			return false
		}
	}
	return true
}

// formula are verbs whose imperative is a turn of speech: "look", "thank you".
var formula = words("let thank look listen see say imagine believe forgive pardon mind suppose bless hope trust congratulate")
