package api

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/export"
)

// maxExport is how many records a file for other tools may hold; the archive
// has no limit.
const maxExport = 100_000

// archive is the name of the format that holds everything.
const archive = "ndjson"

// An ExportFormat is a kind of file that the graph can be had as.
type ExportFormat struct {
	Name      string `json:"name"`
	Use       string `json:"use"`
	Extension string `json:"extension"`
	MediaType string `json:"media_type"`
}

// ExportFormats are those that there are.
type ExportFormats struct {
	Items []ExportFormat `json:"items"`
}

func (s *server) exportFormats(context.Context, *struct{}) (*bodyOutput[ExportFormats], error) {
	out := ExportFormats{Items: []ExportFormat{}}
	for _, f := range export.Formats {
		if f.Cross == "" { // what is for the scorer is for the command line
			out.Items = append(out.Items, ExportFormat{f.Name, f.Use, f.Ext, f.Media})
		}
	}
	out.Items = append(out.Items, ExportFormat{archive, "everything, to be read back: gives the same state hash", ".ndjson", "application/x-ndjson"})
	return &bodyOutput[ExportFormats]{out}, nil
}

type exportInput struct {
	ScopeParams
	Format  string   `query:"format" required:"true" doc:"A name from /api/v1/export/formats"`
	ID      []string `query:"id,explode" maxItems:"1000" doc:"Only these nodes and what joins them"`
	Article []string `query:"article,explode" maxItems:"200" doc:"Only what was read from these articles"`
}

func (s *server) export(ctx context.Context, in *exportInput) (*huma.StreamResponse, error) {
	scope, err := in.scope()
	if err != nil {
		return nil, err
	}
	if in.Format == archive {
		if len(in.ID)+len(in.Article) > 0 {
			return nil, invalid("query.format", "an archive holds everything within its scope; leave id and article out, or choose another format")
		}
		return file("claimline.ndjson", "application/x-ndjson", func(c huma.Context) error {
			return export.WriteArchive(c.Context(), c.BodyWriter(), s.graph, scope)
		}, s), nil
	}
	f, err := export.Find(in.Format)
	if err != nil {
		return nil, invalid("query.format", err.Error()+", "+archive)
	}
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	sub, err := s.selected(ctx, scope, in)
	if err != nil {
		return nil, err
	}
	// Written before it is sent, so that what fails is told as a problem.
	var b bytes.Buffer
	if err := f.Write(&b, "Claimline", sub); err != nil {
		return nil, err
	}
	return file("claimline"+f.Ext, f.Media, func(c huma.Context) error {
		_, err := c.BodyWriter().Write(b.Bytes())
		return err
	}, s), nil
}

// selected gathers the part of the graph that a file shall hold.
func (s *server) selected(ctx context.Context, scope graph.Scope, in *exportInput) (*graph.Subgraph, error) {
	var sub graph.Subgraph
	add := func(part *graph.Subgraph) error {
		sub.Add(part.Records()...)
		if n := len(sub.Relationships) + len(sub.Claims) + len(sub.Events); n > maxExport {
			return problem(http.StatusRequestEntityTooLarge, "too_large", fmt.Sprintf("the file would hold more than %d records", maxExport),
				"ask for single articles or nodes, for a shorter time of publication, or for format=ndjson, which has no limit")
		}
		return nil
	}
	var err error
	switch {
	case len(in.ID) > 0 && len(in.Article) > 0:
		return nil, invalid("query.id", "give id or article, not both")
	case len(in.ID) > 0:
		sub, err = s.graph.Among(ctx, scope, in.ID)
	case len(in.Article) > 0:
		for _, id := range in.Article {
			part, err := s.graph.Contribution(ctx, scope, id)
			if errors.Is(err, graph.ErrNotFound) {
				return nil, problem(http.StatusNotFound, "not_found", "there is no Article "+id, "")
			}
			if err == nil {
				err = add(&part)
			}
			if err != nil {
				return nil, err
			}
		}
	default:
		err = export.EachArticle(ctx, s.graph, scope, add)
	}
	sub.Normalize()
	return &sub, err
}

// file answers with one.
func file(name, media string, write func(huma.Context) error, s *server) *huma.StreamResponse {
	return &huma.StreamResponse{Body: func(c huma.Context) {
		c.SetHeader("Content-Type", media)
		c.SetHeader("Content-Disposition", `attachment; filename="`+name+`"`)
		if err := write(c); err != nil {
			// The status is sent; the missing trailer tells the reader.
			s.Log.Error("export was cut", "error", err.Error())
		}
	}}
}

// describeFile documents an answer that is a file.
func describeFile(op *huma.Operation) {
	op.Errors = append(op.Errors, http.StatusRequestEntityTooLarge, http.StatusUnprocessableEntity)
	content := map[string]*huma.MediaType{}
	for _, f := range export.Formats {
		if f.Cross == "" {
			content[f.Media] = &huma.MediaType{Schema: &huma.Schema{}}
		}
	}
	content["application/x-ndjson"] = &huma.MediaType{Schema: &huma.Schema{}}
	op.Responses = map[string]*huma.Response{"200": {Description: "The file", Content: content}}
}
