package article

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"
	"golang.org/x/text/language"
)

// maxMeta bounds a title or name in bytes; what is longer was never one.
const maxMeta = 1000

var collectionName = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$`)

// clean tidies what people and pages say about an article, and refuses what
// later code could not rely on.
func (m Meta) clean() (Meta, error) {
	for _, s := range []*string{&m.Title, &m.Publisher, &m.Author, &m.URL, &m.Language, &m.Published, &m.Collection, &m.Anchor} {
		*s = tidy(*s)
	}
	if len(m.Title) > maxMeta || len(m.Publisher) > maxMeta || len(m.Author) > maxMeta {
		return m, &Error{Code: CodeBadField, Message: fmt.Sprintf("title, publisher and author may have %d bytes each", maxMeta)}
	}
	if m.URL != "" && !webAddress(m.URL) {
		return m, &Error{Code: CodeBadField, Message: fmt.Sprintf("url %q is not an address", m.URL),
			Hint: "give an absolute http or https address"}
	}
	if m.Language != "" {
		tag, ok := languageTag(m.Language)
		if !ok {
			return m, &Error{Code: CodeBadField, Message: fmt.Sprintf("language %q is not a language tag", m.Language),
				Hint: "give a BCP 47 tag, such as en or pt-BR"}
		}
		m.Language = tag
	}
	if m.Collection != "" && !collectionName.MatchString(m.Collection) {
		return m, &Error{Code: CodeBadField, Message: fmt.Sprintf("collection %q is not a name", m.Collection),
			Hint: "begin with a letter or digit; use letters, digits, blanks, dots, dashes and underscores, at most 64"}
	}
	return m, nil
}

// tidy joins runs of white space and drops control characters.
func tidy(s string) string {
	s = strings.ToValidUTF8(s, "")
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && len(s) <= 4096
}

func languageTag(s string) (string, bool) {
	tag, err := language.Parse(s)
	if err != nil || tag == language.Und {
		return "", false
	}
	return tag.String(), true
}

// detectLanguage names the language of text when there is enough of it and no
// other comes close; else it is empty.
func detectLanguage(text string) string {
	const enough, most = 100, 4000
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "")
	}
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < enough {
		return ""
	}
	info := whatlanggo.Detect(text)
	if !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}
