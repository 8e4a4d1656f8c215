package lemma

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed rules.tsv
var rulesTSV string

// longest is how many bytes of the end of a word the rules look at; longer ones
// are whole words.
const longest = 7

// suffixes maps the end of a word to what the rule says; a whole word begins
// with ^.
type suffixes map[string]string

// find returns what the longest matching suffix of low says.
func (s suffixes) find(low string) string {
	if v, ok := s["^"+low]; ok {
		return v
	}
	for n := min(len(low), longest); n >= 0; n-- {
		if v, ok := s[low[len(low)-n:]]; ok {
			return v
		}
	}
	return ""
}

// A class is the rules of a pair of tags.
type class struct {
	upos  *class            // of a tag of inflected forms, the rules of UPOS alone
	exact map[string]string // forms as they stand
	edits suffixes          // to the replacement of the suffix
	cases [shapes]suffixes  // to keep, lower or title
}

// edit replaces the suffix of low. A word that no suffix of c tells about may be
// known by UPOS alone.
func (c *class) edit(low string) string {
	if v, ok := c.edits["^"+low]; ok {
		return v
	}
	for n := min(len(low), longest); n > 0; n-- {
		if v, ok := c.edits[low[len(low)-n:]]; ok {
			return low[:len(low)-n] + v
		}
	}
	if c.upos != nil {
		if v, ok := c.upos.edits["^"+low]; ok {
			return v
		}
	}
	return low + c.edits[""]
}

// inflected are the tags of forms that differ from their lemmas: "dive" is a
// plural of "diva", but not as NN.
var inflected = map[string]bool{
	"NNS": true, "NNPS": true, "VBD": true, "VBG": true, "VBN": true, "VBZ": true, "JJR": true, "JJS": true, "RBR": true, "RBS": true,
}

// A model is the classes by their tags, "VERB VBD" and "VERB".
type model map[string]*class

// class returns the rules of the tags, or those of UPOS alone.
func (m model) class(upos, xpos string) *class {
	if xpos != "" {
		if c, ok := m[upos+" "+xpos]; ok {
			return c
		}
	}
	return m[upos]
}

var loaded = sync.OnceValue(func() model {
	m, err := parse(rulesTSV)
	if err != nil {
		panic("lemma: rules.tsv: " + err.Error()) // it is part of the program
	}
	return m
})

var shapeNames = [shapes]string{"titled", "letter", "short", "caps", "mixed", "small"}

// parse reads the table: the tags, what the row is (edit, exact or the name of
// a shape), a suffix or form, and what it becomes.
func parse(table string) (model, error) {
	m := model{}
	head := true
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if head {
			head = false
			continue
		}
		col := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(col) != 4 {
			return nil, fmt.Errorf("%d columns: %q", len(col), line)
		}
		if err := m.add(col[0], col[1], col[2], col[3]); err != nil {
			return nil, fmt.Errorf("%q: %w", line, err)
		}
	}
	return m, nil
}

func (m model) add(tags, kind, key, value string) error {
	c := m.make(tags)
	switch kind {
	case "edit":
		c.edits[key] = value
		return nil
	case "exact":
		c.exact[key] = value
		return nil
	}
	for i, name := range shapeNames {
		if kind == name {
			c.cases[i][key] = value
			return nil
		}
	}
	return fmt.Errorf("unknown kind %q", kind)
}

// make returns the class of tags, a new one where there is none.
func (m model) make(tags string) *class {
	if c := m[tags]; c != nil {
		return c
	}
	c := &class{exact: map[string]string{}, edits: suffixes{}}
	for i := range c.cases {
		c.cases[i] = suffixes{}
	}
	if upos, xpos, _ := strings.Cut(tags, " "); inflected[xpos] {
		c.upos = m[upos] // it stands before
	}
	m[tags] = c
	return c
}
