// Package doc holds what the stages of the offline extractor meet in: a
// [Document] that each stage adds one layer to. A later stage adds beside, and
// never rewrites, what an earlier one found.
//
// All spans count bytes of Document.Text, the end is exclusive. Links between
// layers are indexes into the slices of the document; None stands for no link.
package doc

import (
	"sort"

	"github.com/claimline/claimline/graph"
)

// None is the index of nothing.
const None = -1

// A Document is an article on its way through the stages.
type Document struct {
	Text string
	// Created is the document creation time that relative dates count from:
	// when the article says it was published; nil when that is unknown.
	Created *graph.Interval
	// Title and Publisher repeat what is known from the article's metadata.
	Title     string
	Publisher string

	Blocks       []Block
	Sentences    []Sentence
	Tokens       []Token
	Mentions     []Mention
	Chains       []Chain
	Timexes      []Timex
	Quantities   []Quantity
	Quotes       []Quote
	Events       []Event
	Attributions []Attribution
	Relations    []Relation

	// Notes say what a stage had to leave out or do otherwise, such as a
	// sentence cut at the limit.
	Notes []string
}

// BlockRole says what a block of text is for.
type BlockRole string

// The roles of blocks. Sentences of Boilerplate yield nothing.
const (
	Paragraph   BlockRole = "paragraph"
	Headline    BlockRole = "headline"
	Subhead     BlockRole = "subhead"
	Dateline    BlockRole = "dateline"
	Byline      BlockRole = "byline"
	Caption     BlockRole = "caption"
	List        BlockRole = "list"
	Boilerplate BlockRole = "boilerplate"
)

// Prose reports whether events and claims are read from blocks of this role.
func (r BlockRole) Prose() bool { return r == Paragraph || r == List || r == Headline }

// A Block is a stretch of text set apart by layout. Sentences never cross it.
type Block struct {
	graph.Span
	Role BlockRole
}

// A Sentence is a run of tokens.
type Sentence struct {
	graph.Span
	First int // index of its first token
	Last  int // index after its last token
	Block int // index of its block
}

// A Token is a word in the sense of Universal Dependencies, with the columns
// of CoNLL-U. A multiword token such as "don't" is two Tokens.
type Token struct {
	graph.Span
	Text   string // the bytes of Span
	Lemma  string
	UPOS   string
	XPOS   string // Penn Treebank tag
	Head   int    // index in Document.Tokens; None for the root of a sentence
	Deprel string // with subtype, such as nsubj:pass
	Sent   int    // index of its sentence
	// SpaceAfter says whether white space follows in the text.
	SpaceAfter bool
}

// TokenAt returns the index, in tokens, of the one that holds the byte at, or
// None. Tokens are in the order of the text.
func TokenAt(tokens []Token, at int) int {
	i := sort.Search(len(tokens), func(i int) bool { return tokens[i].End > at })
	if i == len(tokens) || tokens[i].Start > at {
		return None
	}
	return i
}

// MentionType says how a mention refers.
type MentionType string

// The types of mention.
const (
	Name    MentionType = "name"
	Nominal MentionType = "nominal" // "the terror group", "officials"
	Pronoun MentionType = "pronoun"
)

// Class is what a mention refers to, coarsely: what the name tagger tells.
type Class string

// The classes of mentions.
const (
	PER   Class = "PER"
	ORG   Class = "ORG"
	LOC   Class = "LOC"
	NORP  Class = "NORP"  // a nationality, religion or political leaning
	Group Class = "GROUP" // people without a name of their own: "witnesses"
)

// A Mention is a stretch of text that refers to an actor or a place.
type Mention struct {
	graph.Span
	Type  MentionType
	Class Class
	Head  int // token
	First int // token
	Last  int // token after the last
	// Canonical is the name that a lexicon gives for this form, such as
	// "United States" for "U.S."; empty when none does.
	Canonical string
	Chain     int    // None until coreference
	Rule      string // who found it, such as ner/net or ner/gazetteer
}

// A Chain is the mentions of one actor or place within the article.
type Chain struct {
	Mentions []int
	Name     string // the name it goes by, or its fullest description
	Aliases  []string
	// Actor is its kind as an actor, empty when it is no actor. Place is its
	// kind as a place, empty when it is no place. A country may be both.
	Actor   graph.ActorKind
	Place   graph.PlaceKind
	Country string // ISO 3166-1 alpha-2, where known
	Sector  string // PLOVER sector
	Lat     *float64
	Lon     *float64
	Named   bool // a proper name is among its mentions
	Plural  bool
	// Links say by which rule each mention but the first was joined: one for
	// each of Mentions, the first empty.
	Links []string
}

// A Timex is a time expression.
type Timex struct {
	graph.Interval
	graph.Span
	First, Last int // tokens
	// Cue is the word that told whether it lies before or after the document
	// date, such as the verb of "met on Friday"; empty where none did.
	Cue graph.Span
	// Event is the event it counts from ("three days before the massacre"),
	// None when it counts from none.
	Event int
}

// A Quantity is a figure with what it counts.
type Quantity struct {
	graph.Span // the figure with its comparator: "at least 133"
	Figure     graph.Quantity
	First      int // tokens of the figure
	Last       int
	Noun       int // token of what is counted, None when it is not said
	Event      int // the event it is a figure of, None when it is of none
}

// A Quote is a stretch in quotation marks.
type Quote struct {
	graph.Span // with its marks
	Inner      graph.Span
	// Speech is false for names, titles and scare quotes.
	Speech bool
}

// An Argument is a participant or the place of an event.
type Argument struct {
	Role    string
	Mention int
}

// An Event is a mention of an event in the text.
type Event struct {
	Trigger  graph.Span
	Token    int // head token of the trigger
	Type     string
	Modes    []string
	Contexts []string
	Realis   graph.Realis
	Negated  bool
	Generic  bool
	Args     []Argument
	Time     int // Timex
	// TimeRule says how Time came to be this event's: event/time-attached where
	// it hangs on the event's words, event/time-story where an earlier sentence
	// gives it; empty without Time.
	TimeRule string
	Place    int // Mention
	// PlaceRule says how Place came to be this event's where its own words do not
	// give it: event/place-story, -main and -town carry that of other events,
	// event/place-dateline, -state and -country take the article's.
	PlaceRule string
	// Same is the first mention of the event that this one repeats, itself
	// when it is the first.
	Same int
	// Alleged is the attribution that the perpetrator stands in, None when
	// the article asserts it.
	Alleged int
	Rule    string
}

// A Hop is one source in a chain of attribution.
type Hop struct {
	Source     int        // Mention; None when the text names none
	Span       graph.Span // of the source with its description
	Act        string
	Cue        graph.Span
	Medium     string
	Factuality graph.Factuality
	Told       bool
	Time       int // Timex
}

// An Attribution is a claim in the text: who says what by which words.
type Attribution struct {
	graph.Span // source, cue and content
	Content    graph.Span
	Hops       []Hop // outermost first; empty for the article's own
	// Unattributed marks "it is believed" and the like: no source, yet not
	// the article's own either.
	Unattributed bool
	Act          string
	Class        string
	Negated      bool
	Quoted       bool
	Hedges       []graph.Span
	Events       []int // what it is about
	Mentions     []int // actors and places it is about
	Quantity     int   // one figure, None when it states none
	Time         int   // Timex of the saying
	Rule         string
}

// A Relation is a lasting relation between two mentions.
type Relation struct {
	graph.Span
	Type     graph.RelType
	From, To int // mentions
	Time     int // Timex
	Rule     string
}
