package resolve

import (
	"maps"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// The keys of an article say with which others anything in it may have to be
// judged. There are five sorts, by the letter behind the colon:
//
//	ID:n      the article has this node; it joins nothing
//	NAME:i …  it has an actor or place of a name like this
//	NAME:b …  it has one of this short name, NAME:b …|*, or of a name that is
//	          shortened so, NAME:b …|+: a surname, first letters, an initial
//	ID:s M    it tells an event of month M and names this actor or facility,
//	          which joins unless everybody names it
//	ID:e …    it tells an event of this sort, at this place on these days
//
// A name that all who have it give to one node joins nothing either, nor does
// a short one where all are short, or none: there is nothing to judge. To
// tell, whoever has NAME:i for a node has NAME:i|ID too, and NAME:i|* where two
// that bear it must be told apart at any rate: two people may share one node.
//
// Names are written backwards, so that a store that keeps keys in order has
// all of one surname in one place: an article then has a dozen places to look
// at and not three dozen.

// NodeKey is the key of all articles that have a node.
func NodeKey(id string) string { return id + nodes }

// NodeOf is the node of a key made by NodeKey.
func NodeOf(key string) (id string, ok bool) { return strings.CutSuffix(key, nodes) }

const nodes = ":n"

// The ends of keys that say who has the key of a name.
const (
	everyone = "|*" // whose name always has to be judged, or is short
	longer   = "|+" // whose name is not the short one
)

// sortOf is the letter of a key, and what it is a key of.
func sortOf(key string) (of string, letter byte) {
	of, sort, _ := strings.Cut(key, ":")
	if sort == "" {
		return of, 0 // none of ours
	}
	return of, sort[0]
}

// SubKeys lists, of the keys of an article, those under a name for each node
// that bears it there; none for what is not the key of a name.
func SubKeys(name string, keys []string) []string {
	if !isName(name) {
		return nil
	}
	var out []string
	i, _ := slices.BinarySearch(keys, name+"|")
	for ; i < len(keys) && strings.HasPrefix(keys[i], name+"|"); i++ {
		if keys[i] != name+everyone && keys[i] != name+longer {
			out = append(out, keys[i])
		}
	}
	return out
}

// NameOf is the key of the name that a key is under; false where it is under
// none.
func NameOf(key string) (name string, ok bool) {
	name, _, ok = strings.Cut(key, "|")
	return name, ok
}

// Bearer is the node of a key NAME:i|ID.
func Bearer(sub string) string { return sub[strings.LastIndexByte(sub, '|')+1:] }

// Joins reports whether articles that have a key have something to judge of
// each other: count says how many articles have a key, subs are those of
// SubKeys.
func Joins(key string, subs []string, count func(key string) int) bool {
	if _, under := NameOf(key); under {
		return false
	}
	switch of, letter := sortOf(key); letter {
	case 'n':
		return false
	case 'b':
		return count(key+everyone) > 0 && count(key+longer) > 0
	case 's':
		return count(NodeKey(of)) <= Hub
	case 'e':
		return true
	}
	return count(key+everyone) > 0 || slices.ContainsFunc(subs, func(sub string) bool { return count(sub) < count(key) })
}

// Short reports whether a key is that of a short name.
func Short(key string) bool {
	_, letter := sortOf(key)
	return letter == 'b'
}

// Called is the key of those who are called by a short name.
func Called(key string) string { return key + everyone }

// Companions are the keys that Joins asks for of a key.
func Companions(key string) []string {
	if isName(key) {
		return []string{key + everyone, key + longer}
	}
	return nil
}

func isName(key string) bool {
	_, letter := sortOf(key)
	return (letter == 'i' || letter == 'b') && !strings.Contains(key, "|")
}

// Shortened lists the nodes of an article whose first letters, or that very
// word, make the key of a short name. It is asked seldom, and so not kept.
func Shortened(article *graph.Subgraph, key string) []string {
	var out []string
	for _, s := range newCorpus([]*graph.Subgraph{article}, nil, nil).actors {
		for _, name := range actorKeys(s) {
			if word, ok := strings.CutPrefix(name, "first:"); ok && nameKey('b', "a first", word) == key {
				out = append(out, s.id)
			}
		}
	}
	return out
}

// Keys are what an article must share one of with another for anything in
// them to be judged against each other, sorted. Articles that no chain of keys
// that join leads to are resolved each by themselves as they are together, as
// long as no key is shared by more than Hub articles; see Options.Common for
// those.
func Keys(article *graph.Subgraph) []string {
	c := newCorpus([]*graph.Subgraph{article}, nil, nil)
	c.clusterOf = func(m Member) string { return m.ID }
	k := keys{}
	for _, s := range c.actors {
		k.add(NodeKey(s.id))
		for _, name := range actorKeys(s) {
			k.name("a "+name, s)
		}
	}
	for _, s := range c.places {
		k.add(NodeKey(s.id))
		for _, name := range placeKeys(s) {
			k.name("p "+name, s)
		}
	}
	for _, h := range c.happenings() {
		k.add(NodeKey(h.event.ID))
		k.happening(c, h)
	}
	return slices.Sorted(maps.Keys(k))
}

type keys map[string]bool

func (k keys) add(key string) { k[key] = true }

// name adds a name that a signature bears.
func (k keys) name(name string, s *signature) {
	sort, word, _ := strings.Cut(name, ":")
	switch sort {
	case "a surname":
		k.short(nameKey('b', sort, word), len(s.forms[0].tokens) == 1)
	case "a initial":
		k.short(nameKey('b', sort, word), s.initialed())
	case "a first":
		k.short(nameKey('b', sort, word), word != acronym(s.forms[0].tokens))
	default:
		key := nameKey('i', sort, word)
		k.add(key)
		k.add(key + "|" + s.id)
		if s.kind == string(graph.Person) && sort != "a person" {
			k.add(key + everyone)
		}
	}
}

// nameKey is the key of a name.
func nameKey(letter byte, sort, word string) string {
	letters := []rune(word)
	slices.Reverse(letters)
	// What stands in a name must not be taken for the end of it.
	return strings.NewReplacer("|", " ", ":", " ").Replace(string(letters)) + ":" + string(letter) + " " + sort
}

// mostLetters is the length of the longest word that may be first letters.
const mostLetters = 8

func (k keys) short(key string, short bool) {
	k.add(key)
	if short {
		k.add(key + everyone)
	} else {
		k.add(key + longer)
	}
}

// happening adds by what an event is found: who else is named, in its month,
// and where it was, by its days.
func (k keys) happening(c *corpus, h *happening) {
	for id := range c.companyIn(h.reading) {
		if p, place := h.reading.places[id]; place && p.Kind == graph.City {
			continue
		}
		for _, month := range h.months() {
			k.add(id + ":s " + month)
		}
	}
	when := h.event.Time
	if !when.Known() || !bounded(*when) || length(*when) > 2*day {
		return
	}
	for _, p := range h.places {
		if p.described || p.kind == string(graph.Country) || p.kind == string(graph.Region) {
			continue
		}
		// Two that lie a day apart share one of two.
		for _, at := range []string{when.Earliest.Format("2006-01-02"), when.Earliest.Add(day).Format("2006-01-02")} {
			k.add(p.id + ":e " + h.event.Type + " " + at)
		}
	}
}

// known names what a signature that everybody uses stands for, whatever else
// it may be joined with: a shipped group, or itself.
func (c *corpus) known(s *signature) string {
	if s.parted {
		return s.key
	}
	if g, ok := s.groupOf(); ok && s.node == graph.KindActor {
		return graph.NewID(graph.KindActor, s.coll, "group", g.name)
	}
	return s.key
}

// held is the facet of a signature that everybody uses: two of them are one
// only where a shipped table or a person says so, since each article sees
// them in part.
func (c *corpus) held(s *signature) []facet {
	if c.common == nil || s.described || !c.common(s.id) {
		return nil
	}
	return []facet{{"known", c.known(s)}}
}

// Unit is what a member is judged as: the same for all articles that use one
// name in one sense.
func (r *Result) Unit(m Member) string {
	if s := r.corpus.of[m]; s != nil {
		return s.key
	}
	return m.ID
}
