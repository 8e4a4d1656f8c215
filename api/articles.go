package api

import (
	"context"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/claimline/claimline/graph"
)

// maxBody is how large a request with articles may be, in bytes.
const maxBody = 16 << 20

type articlesInput struct {
	ScopeParams
	PageParams
	Publisher string `query:"publisher"`
}

func (s *server) articles(ctx context.Context, in *articlesInput) (*listOutput[Article], error) {
	q := graph.ArticleQuery{Publisher: in.Publisher}
	return listOf(ctx, in.ScopeParams, in.PageParams, &q.Scope, &q.Page, func(ctx context.Context) (graph.Answer, error) { return s.graph.Articles(ctx, q) }, articleView)
}

// listOf answers a list: it reads scope and page into the query, asks, and
// writes each node of the answer through view.
func listOf[T any](ctx context.Context, sp ScopeParams, pp PageParams, scope *graph.Scope, page *graph.Page,
	question func(context.Context) (graph.Answer, error), view func(*lens, string) (T, bool)) (*listOutput[T], error) {
	var err error
	if *scope, err = sp.scope(); err != nil {
		return nil, err
	}
	if *page, err = pp.page(); err != nil {
		return nil, err
	}
	answer, err := question(ctx)
	if err != nil {
		return nil, err
	}
	return list(pp, answer, view)
}

type idInput struct {
	ScopeParams
	ID string `path:"id" maxLength:"64"`
}

// node fetches one node of the kind that the path is for.
func (s *server) node(ctx context.Context, in *idInput, kind graph.Kind) (*lens, graph.Answer, error) {
	scope, err := in.scope()
	if err != nil {
		return nil, graph.Answer{}, err
	}
	if err := isA(in.ID, kind); err != nil {
		return nil, graph.Answer{}, err
	}
	answer, err := s.graph.Node(ctx, scope, in.ID)
	if err != nil {
		return nil, answer, err
	}
	return newLens(&answer.Graph), answer, nil
}

// places are where nodes of each kind are.
var places = map[graph.Kind]string{graph.KindArticle: "articles", graph.KindActor: "actors", graph.KindPlace: "places", graph.KindEvent: "events", graph.KindClaim: "claims"}

// isA refuses an id of another kind, and says where what it names is.
func isA(id string, kind graph.Kind) error {
	is := graph.KindOf(id)
	if is == kind {
		return nil
	}
	hint := ""
	if at, ok := places[is]; ok {
		hint = "the id is of kind " + string(is) + ", which is at " + base + "/" + at + "/" + id
	}
	return problem(http.StatusNotFound, "not_found", "there is no "+string(kind)+" "+id, hint)
}

// prefixes are how ids begin that a filter takes.
var prefixes = map[graph.Kind]string{graph.KindArticle: "art_", graph.KindActor: "act_", graph.KindPlace: "plc_", graph.KindEvent: "evt_", graph.KindClaim: "clm_"}

// ofKind refuses a filter by what cannot be the id of one of some kinds, which
// would merely find nothing. Empty is no filter.
func ofKind(parameter, id string, kinds ...graph.Kind) error {
	if id == "" || slices.Contains(kinds, graph.KindOf(id)) {
		return nil
	}
	var begin []string
	for _, k := range kinds {
		begin = append(begin, prefixes[k]+"…")
	}
	return invalid("query."+parameter, parameter+" takes the id of a node, "+strings.Join(begin, " or ")+", which search and suggest tell; this is none: "+id)
}

type bodyOutput[T any] struct{ Body T }

// ArticleText is an article with its text.
type ArticleText struct {
	Article
	Text string `json:"text"`
}

func (s *server) article(ctx context.Context, in *idInput) (*bodyOutput[ArticleText], error) {
	l, _, err := s.node(ctx, in, graph.KindArticle)
	if err != nil {
		return nil, err
	}
	v, _ := articleView(l, in.ID)
	return &bodyOutput[ArticleText]{ArticleText{v, l.articles[in.ID].Text}}, nil
}

// contribution is all that was read from the article that a path names.
func (s *server) contribution(ctx context.Context, in *idInput) (graph.Subgraph, error) {
	scope, err := in.scope()
	if err != nil {
		return graph.Subgraph{}, err
	}
	if err := isA(in.ID, graph.KindArticle); err != nil {
		return graph.Subgraph{}, err
	}
	return s.graph.Contribution(ctx, scope, in.ID)
}

func (s *server) articleGraph(ctx context.Context, in *idInput) (*bodyOutput[Graph], error) {
	sub, err := s.contribution(ctx, in)
	if err != nil {
		return nil, err
	}
	return &bodyOutput[Graph]{graphView(&sub)}, nil
}

// ArticleInput describes the JSON form of an article, for the API's
// description; the inbox reads the bytes itself.
type ArticleInput struct {
	Text        string `json:"text,omitempty" doc:"The article as plain text; or give html"`
	HTML        string `json:"html,omitempty"`
	Title       string `json:"title,omitempty"`
	URL         string `json:"url,omitempty"`
	Publisher   string `json:"publisher,omitempty"`
	Author      string `json:"author,omitempty"`
	Language    string `json:"language,omitempty" doc:"BCP 47"`
	PublishedAt string `json:"published_at,omitempty" doc:"RFC 3339, or an ISO 8601 date, or EDTF; leave it out when unknown"`
	Collection  string `json:"collection,omitempty"`
}

// acceptArticle documents the bodies that an article may come in. They are
// read by the inbox, so that the command line and the API accept the same.
func acceptArticle(op *huma.Operation) {
	op.MaxBodyBytes = maxBody
	op.SkipValidateBody = true
	op.Errors = append(op.Errors, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity)
	text := &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString}}
	registry := huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer)
	object := huma.SchemaFromType(registry, reflect.TypeFor[ArticleInput]())
	op.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
		"application/json":     {Schema: object},
		"application/x-ndjson": text,
		"text/plain":           text,
		"text/html":            text,
	}}
	op.Responses = map[string]*huma.Response{
		"200": {Description: "Read at once (mode=sync); it was there already"},
		"201": {Description: "Read at once (mode=sync)"},
		"202": {Description: "Queued on disk; the job is at Location"},
	}
}

type addInput struct {
	ContentType string `header:"Content-Type"`
	Mode        string `query:"mode" enum:"async,sync" default:"async" doc:"sync reads one article before answering; async answers when it is safely queued"`
	Collection  string `query:"collection" maxLength:"100" doc:"Where articles go that name no collection themselves"`
	RawBody     []byte
}

type addOutput struct {
	Status   int
	Location string `header:"Location"`
	Body     Added
}

// Added says where to find what was taken in: the article, or the job.
type Added struct {
	ArticleID string `json:"article_id,omitempty"`
	Duplicate bool   `json:"duplicate"`
	Job       *Job   `json:"job,omitempty"`
}

func (s *server) addArticle(ctx context.Context, in *addInput) (*addOutput, error) {
	if s.Inbox == nil {
		return nil, problem(http.StatusForbidden, "forbidden", "this server is for reading only", "")
	}
	item := Item{Name: "request", ContentType: in.ContentType, Data: in.RawBody, Collection: in.Collection}
	if in.Mode == "sync" {
		got, err := s.Inbox.Ingest(ctx, item)
		if err != nil {
			return nil, err
		}
		status := http.StatusCreated
		if got.Duplicate {
			status = http.StatusOK
		}
		return &addOutput{status, base + "/articles/" + got.ArticleID, Added{ArticleID: got.ArticleID, Duplicate: got.Duplicate}}, nil
	}
	job, err := s.Inbox.Submit(ctx, item)
	if err != nil {
		return nil, err
	}
	return &addOutput{http.StatusAccepted, base + "/jobs/" + job.ID, Added{Job: &job}}, nil
}

func (s *server) deleteArticle(ctx context.Context, in *idInput) (*struct{}, error) {
	if _, _, err := s.node(ctx, in, graph.KindArticle); err != nil {
		return nil, err
	}
	return nil, s.graph.Delete(ctx, in.ID)
}
