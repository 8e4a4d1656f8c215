package article

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// meta gathers what a page says about itself: first as JSON-LD, then as
// OpenGraph and meta elements, then by its own title. What cannot be used is
// left out rather than refused, since whoever hands in a page did not write it.
func (p *page) meta(dates []fieldDate) Meta {
	m := linkedData(p.linked).or(Meta{
		Title:     first(p.metas, "og:title", "twitter:title", "headline", "dc.title"),
		URL:       first(p.metas, "og:url"),
		Publisher: first(p.metas, "og:site_name", "dc.publisher", "publisher", "citation_publisher"),
		Author:    first(p.metas, "author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author"),
		Language:  p.language,
	})
	for _, d := range dates {
		if m.Published == "" {
			m.Published = d.day
		}
	}
	if webAddress(p.canonical) {
		m.URL = p.canonical
	}
	m.Title = pageTitle(m.Title, p.title, p.heading, m.Publisher)
	m.Author = authorName(m.Author)
	m.Language = firstTag(m.Language, first(p.metas, "content-language"), first(p.metas, "og:locale"))
	if !webAddress(m.URL) {
		m.URL = ""
	}
	for _, s := range []*string{&m.Title, &m.Publisher, &m.Author} {
		if len(*s) > maxMeta {
			*s = ""
		}
	}
	return m
}

func first(metas map[string][]string, names ...string) string {
	for _, n := range names {
		if len(metas[n]) > 0 {
			return metas[n][0]
		}
	}
	return ""
}

func firstTag(tags ...string) string {
	for _, t := range tags {
		if tag, ok := languageTag(t); ok {
			return tag
		}
	}
	return ""
}

// dates are the dates of publication that can be read, the best field first.
// Dates of modification are none.
func (p *page) dates() []fieldDate {
	names := []string{"article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
		"citation_publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "pubdate", "publishdate", "publish-date", "date"}
	var out []fieldDate
	add := func(rule string, values []string) {
		for _, v := range values {
			d := pageDate(v)
			if twice := writtenDates(v); d != "" || len(twice) == 1 && !twice[0].or.IsZero() {
				out = append(out, fieldDate{d, rule, tidy(v)})
			}
		}
	}
	if linked := linkedData(p.linked); linked.Published != "" {
		add(ruleLinked+" datePublished", []string{linked.Published})
	}
	for _, n := range names {
		add(ruleElement+" "+n, p.metas[n])
	}
	add(ruleTime, p.times)
	return out
}

// zoned and unzoned are the forms, other than those of ParseDate, in which
// pages write dates.
var (
	zoned   = []string{"2006-01-02T15:04:05-0700", "2006-01-02T15:04:05.000-0700", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05-0700", time.RFC1123Z}
	unzoned = []string{"2006/01/02", "20060102", "2006-01-02 15:04:05.000"}
)

var midnight = regexp.MustCompile(`[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?$`)

// pageDate returns a date of a page in a form that ParseDate reads, or nothing.
// Midnight is what programs write that know the day alone.
func pageDate(s string) string {
	s = midnight.ReplaceAllString(tidy(s), "")
	if _, err := ParseDate(s); err == nil {
		return s
	}
	for _, layout := range zoned {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	if t, err := time.Parse(time.RFC1123, s); err == nil && (strings.HasSuffix(s, "GMT") || strings.HasSuffix(s, "UTC")) {
		return t.UTC().Format(time.RFC3339)
	}
	for _, layout := range unzoned {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	if found := writtenDates(s); len(found) == 1 && found[0].Start == 0 && found[0].or.IsZero() {
		return found[0].day.Format(time.DateOnly)
	}
	return ""
}

var titleBreak = regexp.MustCompile(`\s+[|–—•·»-]\s+`)

// pageTitle chooses the headline: what metadata say, else the heading when the
// title of the page holds it, else that title without the name of the site.
func pageTitle(stated, title, heading, publisher string) string {
	if stated == "" {
		stated = title
		if heading != "" && (title == "" || strings.Contains(title, heading)) {
			return heading
		}
	}
	parts := titleBreak.FindAllStringIndex(stated, -1)
	if len(parts) > 0 && publisher != "" {
		last := parts[len(parts)-1]
		if strings.EqualFold(stated[last[1]:], publisher) {
			return stated[:last[0]]
		}
	}
	return stated
}

// authorName drops "By" and what is an address rather than a name.
func authorName(s string) string {
	if strings.Contains(s, "://") || strings.HasPrefix(s, "@") {
		return ""
	}
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		s = s[3:]
	}
	return s
}

// articleTypes are the schema.org types of articles.
var articleTypes = []string{"NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
	"BackgroundNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting", "WebPage"}

// linkedData reads the first article in the JSON-LD of a page. A web page
// counts only when there is no article.
func linkedData(scripts []string) Meta {
	var found, fallback Meta
	eachLinked(scripts, func(kind string, object map[string]any) {
		if kind == "WebPage" {
			fallback = fallback.or(linkedMeta(object))
		} else {
			found = found.or(linkedMeta(object))
		}
	})
	return found.or(fallback)
}

// linkedBody is the text of the first article that holds one.
func linkedBody(scripts []string) string {
	text := ""
	eachLinked(scripts, func(_ string, object map[string]any) {
		if body, ok := object["articleBody"].(string); ok && text == "" {
			page := strings.ReplaceAll(html.UnescapeString(body), "\n", "<p>")
			text = scan(page).text()
		}
	})
	return text
}

// eachLinked visits the articles and web pages in the JSON-LD of a page.
func eachLinked(scripts []string, visit func(kind string, object map[string]any)) {
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(s), &v) != nil {
			continue
		}
		walkLinked(v, 0, func(object map[string]any) {
			if kind := articleType(object["@type"]); kind != "" {
				visit(kind, object)
			}
		})
	}
}

// walkLinked visits the objects at the top of v and in its @graph.
func walkLinked(v any, depth int, visit func(map[string]any)) {
	const deepest = 4
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			walkLinked(e, depth+1, visit)
		}
	case map[string]any:
		visit(v)
		walkLinked(v["@graph"], depth+1, visit)
	}
}

func articleType(v any) string {
	switch v := v.(type) {
	case string:
		v = v[strings.LastIndexByte(v, '/')+1:]
		if slices.Contains(articleTypes, v) {
			return v
		}
	case []any:
		for _, e := range v {
			if t := articleType(e); t != "" {
				return t
			}
		}
	}
	return ""
}

func linkedMeta(object map[string]any) Meta {
	m := Meta{
		Title:     names(object["headline"]),
		Publisher: names(object["publisher"]),
		Author:    names(object["author"]),
		Published: pageDate(names(object["datePublished"])),
		URL:       names(object["url"]),
	}
	if m.Title == "" {
		m.Title = names(object["name"])
	}
	if tag, ok := languageTag(names(object["inLanguage"])); ok {
		m.Language = tag
	}
	return m
}

// names writes a string, the name of an object or a list of these.
func names(v any) string {
	switch v := v.(type) {
	case string:
		return tidy(html.UnescapeString(v)) // many sites escape what needs no escape here
	case map[string]any:
		if n, ok := v["name"].(string); ok {
			return names(n)
		}
		if n, ok := v["@value"].(string); ok {
			return names(n)
		}
	case []any:
		var all []string
		for _, e := range v {
			if _, nested := e.([]any); nested {
				continue
			}
			if n := names(e); n != "" {
				all = append(all, n)
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}
