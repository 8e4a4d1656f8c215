package article

import (
	"slices"
	"strings"
	"testing"
	"time"
)

const budgetPage = `<html><head><title>Budget</title>%HEAD%</head><body><article><h1>Budget passed</h1>` +
	`<p>The parliament of the island voted on the budget, which had been delayed for two months by a dispute over fishing rights.</p></article></body></html>`

// TestDateSaysWhereItComesFrom hands in one article with its date in each place
// that one can stand in.
func TestDateSaysWhereItComesFrom(t *testing.T) {
	head := func(s string) Input {
		return Input{Name: "p.html", Data: []byte(strings.Replace(budgetPage, "%HEAD%", s, 1))}
	}
	linked := `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-23","dateModified":"2024-04-01"}</script>`
	for name, c := range map[string]struct {
		in         Input
		edtf, rule string
		warnings   []string
	}{
		"metadata":   {Input{Data: []byte(body), Meta: Meta{Published: "2024-03-23"}}, "2024-03-23", "article/metadata", nil},
		"JSON":       {Input{Name: "a.json", Data: []byte(`{"text":"Budget passed.","published_at":"2024-03-23"}`)}, "2024-03-23", "article/json published_at", nil},
		"JSON-LD":    {head(linked), "2024-03-23", "article/json-ld datePublished", nil},
		"meta":       {head(`<meta property="article:published_time" content="2024-03-23">`), "2024-03-23", "article/html-meta article:published_time", nil},
		"time":       {head(`<time itemprop="datePublished" datetime="2024-03-23">`), "2024-03-23", "article/html-time", nil},
		"dateline":   {Input{Data: []byte("23 March 2024" + body)}, "2024-03-23", "article/dateline", nil},
		"day first":  {Input{Data: []byte("Published: 23/03/2024" + body)}, "2024-03-23", "article/dateline", nil},
		"by weekday": {Input{Data: []byte("Wednesday 3/4/2024" + body)}, "2024-04-03", "article/dateline", nil},

		"two readings": {Input{Data: []byte("By Ada Brown, 3/4/2024" + body)}, "", "",
			[]string{`its date line "3/4/2024" can mean 3 April or 4 March, and does not date it`}},
		"two readings in a field": {head(`<meta name="date" content="03/04/2024">`), "", "",
			[]string{`article/html-meta date "03/04/2024" can mean two days, and does not date it`}},
		"only an update": {Input{Data: []byte("Updated March 5, 2024" + body)}, "", "",
			[]string{`its first lines say when it was updated, "March 5, 2024", and not when it was published: that does not date it`}},
		"two readings with stops": {Input{Data: []byte("Article posted on 08.07.2012" + body)}, "", "",
			[]string{`its date line "08.07.2012" can mean 8 July or 7 August, and does not date it`}},
		"two readings of a short year": {Input{Data: []byte("05/02/07, 9:00 PM GMT" + body)}, "", "",
			[]string{`its date line "05/02/07" can mean 5 February or 2 May, and does not date it`}},
		"fields that contradict": {head(linked + `<meta name="date" content="2024-03-20">`), "2024-03-23", "article/json-ld datePublished",
			[]string{"it is dated 2024-03-23, but article/html-meta date says 2024-03-20"}},
		"fields a zone apart": {head(linked + `<meta name="date" content="2024-03-22T23:30:00-05:00">`), "2024-03-23", "article/json-ld datePublished", nil},
		"a date line that contradicts": {Input{Data: []byte("7 May 2015" + body), Meta: Meta{Published: "2011-12-02"}}, "2011-12-02", "article/metadata",
			[]string{`it is dated 2011-12-02, but its date line says "7 May 2015"`}},
		"long ago": {Input{Data: []byte("7 May 1823" + body)}, "1823-05-07", "article/dateline",
			[]string{"it is dated 1823-05-07, which is before 1900"}},
		"no date": {Input{Data: []byte(body)}, "", "", nil},
	} {
		a := parse(t, c.in)
		edtf, rule := "", ""
		if a.Published != nil {
			edtf, rule = a.Published.EDTF, a.Published.Rule
		}
		if edtf != c.edtf || rule != c.rule || !slices.Equal(a.Warnings, c.warnings) {
			t.Errorf("%s: %q by %q, warnings %q; want %q by %q, %q", name, edtf, rule, a.Warnings, c.edtf, c.rule, c.warnings)
		}
	}
}

// TestFutureDateIsKeptAndDoubted: the date is what was said; that it is still to
// come depends on the day, and so stays out of the record.
func TestFutureDateIsKeptAndDoubted(t *testing.T) {
	a := parse(t, Input{Data: []byte(body), Meta: Meta{Published: "2031-05-01"}})
	now := time.Date(2024, 3, 23, 0, 0, 0, 0, time.UTC)
	if a.Published.EDTF != "2031-05-01" || len(a.Warnings) != 0 {
		t.Errorf("published %s, warnings %q", a.Published.EDTF, a.Warnings)
	}
	if d := a.Doubts(now); len(d) != 1 || d[0] != "it is dated 2031-05-01, which is still to come" {
		t.Errorf("doubts %q", d)
	}
	if d := a.Doubts(now.AddDate(8, 0, 0)); len(d) != 0 {
		t.Errorf("doubted when it has come: %q", d)
	}
}
