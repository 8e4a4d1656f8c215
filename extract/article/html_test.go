package article

import (
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
)

func TestPage(t *testing.T) {
	data, err := os.ReadFile("testdata/bridge.html")
	if err != nil {
		t.Fatal(err)
	}
	a := parse(t, Input{Data: data, Name: "bridge.html"})
	want := strings.Join([]string{
		"Bridge over the Tarn reopens after flood",
		"The stone bridge over the Tarn reopened to traffic on Friday, nine days after high water had carried off part of its railing, the prefecture said.",
		"At least twelve families were still unable to return to their homes in the lower town, according to the mayor, Odile Brun. “We are counting the damage,” she said.",
		"What comes next",
		"Engineers will look at the foundations of the bridge once more in December. Until then lorries of more than ten tonnes have to take the road by the dam.",
		"The school stays closed until Monday.\nDrinking water is safe again.",
	}, "\n\n")
	if a.Text != want {
		t.Errorf("text:\n%s\nwant:\n%s", a.Text, want)
	}
	if a.Title != "Bridge over the Tarn reopens after flood & storm" || a.Publisher != "The Valley Courier" || a.Author != "Ines Maurel, Tom Okafor" ||
		a.URL != "https://courier.example/news/bridge-reopens" || a.Language != "en-GB" {
		t.Errorf("title %q, publisher %q, author %q, url %q, language %q", a.Title, a.Publisher, a.Author, a.URL, a.Language)
	}
	if a.Published == nil || a.Published.EDTF != "2022-11-04T07:45:00+01:00" {
		t.Errorf("published %+v", a.Published)
	}
}

func TestPageMetadata(t *testing.T) {
	for name, c := range map[string]struct {
		head string
		want Meta
	}{
		"title with the name of the site": {
			`<title>Rail strike ends | Daily Example</title><meta property=og:site_name content="Daily Example">`,
			Meta{Title: "Rail strike ends", Publisher: "Daily Example"}},
		"title with a heading in it": {
			`<title>Rail strike ends &laquo; Example &raquo; News</title><h1> Rail strike <i>ends</i></h1>`,
			Meta{Title: "Rail strike ends"}},
		"title with a dash of its own": {
			`<title>Rail strike ends - for now</title><meta property=og:site_name content="Daily Example">`,
			Meta{Title: "Rail strike ends - for now", Publisher: "Daily Example"}},
		"OpenGraph": {
			`<meta property="og:title" content="T"><meta property="og:url" content="https://e.example/1"><meta property="og:locale" content="fr_CA"><meta property="article:published_time" content="2021-05-06T07:08:09Z">`,
			Meta{Title: "T", URL: "https://e.example/1", Language: "fr-CA", Published: "2021-05-06T07:08:09Z"}},
		"meta elements": {
			`<meta name=author content="By Jo Doe"><meta name=date content="6 May 2021"><meta http-equiv=content-language content=de>`,
			Meta{Author: "Jo Doe", Published: "2021-05-06", Language: "de"}},
		"zone without colon":           {`<meta itemprop=datePublished content="2021-05-06T07:08:09+0200">`, Meta{Published: "2021-05-06T07:08:09+02:00"}},
		"midnight is a day":            {`<meta name=pubdate content="2021-05-06T00:00:00Z">`, Meta{Published: "2021-05-06"}},
		"time element":                 {`<time itemprop="datePublished" datetime="2021-05-06">May 6</time>`, Meta{Published: "2021-05-06"}},
		"mail date":                    {`<meta name=date content="Thu, 06 May 2021 07:08:09 GMT">`, Meta{Published: "2021-05-06T07:08:09Z"}},
		"only a date of modification":  {`<meta property="article:modified_time" content="2021-05-06"><time datetime="2021-05-06">x</time>`, Meta{}},
		"what cannot be used":          {`<html lang="??"><link rel=canonical href="/relative"><meta property=og:url content="x:y"><meta name=date content=soon><meta name=author content="https://e.example/jo">`, Meta{}},
		"JSON-LD that is broken":       {`<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"</script><meta property=og:title content=T>`, Meta{Title: "T"}},
		"JSON-LD of a page":            {`<script type="application/ld+json">[{"@type":"WebPage","name":"Page","inLanguage":"es"},{"@type":"https://schema.org/Article","headline":"Piece"}]</script>`, Meta{Title: "Piece", Language: "es"}},
		"JSON-LD of other things":      {`<script type="application/ld+json">{"@type":"Recipe","headline":"Soup","datePublished":"2021-05-06"}</script>`, Meta{}},
		"JSON-LD with a day, no clock": {`<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-05-06T10:00:00","author":"Jo"}</script>`, Meta{Published: "2021-05-06T10:00:00", Author: "Jo"}},
	} {
		p := scan(c.head + "<p>Text")
		if got := p.meta(p.dates()); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

func TestPageThatKeepsItsTextInData(t *testing.T) {
	const body = "The lighthouse on Skarv went dark on Sunday night.\nFishermen noticed first, the harbor master said."
	page := `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Lighthouse dark","articleBody":"The lighthouse on Skarv went dark on Sunday night.\n\nFishermen noticed first, the harbor master said."}</script></head>`
	for name, c := range map[string]struct{ visible, want string }{
		"nothing to see":  {"<body><div id=app>Loading</div>", strings.ReplaceAll(body, "\n", "\n\n")},
		"text to be seen": {"<body><p>" + strings.ReplaceAll(body, "\n", "<p>"), strings.ReplaceAll(body, "\n", "\n\n")},
	} {
		if a := parse(t, Input{Data: []byte(page + c.visible)}); a.Text != c.want {
			t.Errorf("%s: %q", name, a.Text)
		}
	}
}

func TestPageCharset(t *testing.T) {
	page := func(declared string) string {
		return "<html><head>" + strings.Repeat("<!-- padding -->", 80) + declared + "<title>Crue à Évreux</title></head><body><p>" +
			strings.Repeat("La rivière a débordé près de l’hôtel de ville, selon la préfecture. ", 8) + "</p></body></html>"
	}
	for name, c := range map[string]struct{ declared, media string }{
		"in the page":         {`<meta charset="windows-1252">`, "text/html"},
		"in an old way":       {`<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">`, ""},
		"by the server":       {"", "text/html; charset=windows-1252"},
		"by the server alone": {`<meta charset="utf-8">`, "text/html; charset=windows-1252"},
		"twice":               {`<meta charset="utf-8"><meta charset="windows-1252">`, ""},
	} {
		a := parse(t, Input{Data: encoded(t, charmap.Windows1252.NewEncoder(), page(c.declared)), ContentType: c.media})
		if a.Title != "Crue à Évreux" || !strings.Contains(a.Text, "La rivière a débordé près de l’hôtel") {
			t.Errorf("%s: title %q, text %.80q", name, a.Title, a.Text)
		}
	}
	_, err := Parse(Input{Data: encoded(t, charmap.Windows1252.NewEncoder(), page("")), Name: "x.html"})
	wantCode(t, err, CodeEncoding, "not UTF-8")
	if a := parse(t, Input{Data: []byte(page("<!-- -->") + "\xff"), ContentType: "text/html; charset=utf-8"}); !strings.Contains(a.Text, "rivière") {
		t.Errorf("one stray byte at the end spoiled the page: %.80q", a.Text)
	}
}

func TestHostilePages(t *testing.T) {
	const words = "The council met on Monday and voted for the new road."
	for name, page := range map[string]string{
		"deep":             strings.Repeat("<div>", 100_000) + "<p>" + words,
		"deep formatting":  strings.Repeat("<b>", 100_000) + words,
		"deep and closed":  strings.Repeat("<div>", 10_000) + words + strings.Repeat("</div>", 10_000),
		"many elements":    strings.Repeat("<p>x</p>", 40_000) + "<p>" + words,
		"tables in tables": strings.Repeat("<table><tr><td>", 20_000) + words,
		"open comment":     "<p>" + words + "</p><!-- " + strings.Repeat("never closed ", 100),
		"attributes":       "<p " + strings.Repeat("a=b ", 50_000) + ">" + words,
		"stray end tags":   "</nav></script></div></p>" + words + "</nav>",
		"only in a menu":   "<nav><p>" + words + "</nav>",
		"unclosed menu":    "<nav><a>Home</a><p>" + words,
		"entities":         "<p>The council met on&#32;Monday&NewLine;and voted for the &#110;ew road.&#0;&#xD800;&#x110000;&notit;",
		"scripts":          "<SCRIPT\n>alert(1)</SCRIPT ><script>'<p>' + alert(1)</scr' + '</script><style>p{}</style><p>" + words,
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			a := parse(t, Input{Data: []byte("<html><body>" + page), Name: "x.html"})
			if !strings.Contains(a.Text, words) {
				t.Errorf("text %.200q", a.Text)
			}
			if strings.Contains(a.Text, "alert(1)") {
				t.Errorf("a script became text: %.200q", a.Text)
			}
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
