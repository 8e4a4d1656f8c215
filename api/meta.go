package api

import (
	"context"
	"net/http"

	"github.com/claimline/claimline/graph"
)

// Version says which program answers.
type Version struct {
	Version   string `json:"version"`
	Commit    string `json:"commit,omitempty"`
	Go        string `json:"go"`
	Extractor string `json:"extractor"`
}

type statsInput struct{ ScopeParams }

func (s *server) stats(ctx context.Context, in *statsInput) (*bodyOutput[graph.Stats], error) {
	scope, err := in.scope()
	if err != nil {
		return nil, err
	}
	stats, err := s.graph.Stats(ctx, scope)
	if err != nil {
		return nil, err
	}
	return &bodyOutput[graph.Stats]{stats}, nil
}

// Health is the answer of a process that lives.
type Health struct {
	Status string `json:"status"`
}

func (s *server) health(context.Context, *struct{}) (*bodyOutput[Health], error) {
	return &bodyOutput[Health]{Health{"ok"}}, nil
}

// Readiness says what the server stands on and that it answers.
type Readiness struct {
	Status string `json:"status"`
	Store  string `json:"store"`
}

func (s *server) ready(ctx context.Context, _ *struct{}) (*bodyOutput[Readiness], error) {
	if err := s.graph.Ping(ctx); err != nil {
		return nil, err
	}
	if s.Inbox != nil {
		if _, err := s.Inbox.Jobs(ctx, 1); err != nil {
			return nil, problem(http.StatusServiceUnavailable, "store_unavailable", "the queue does not answer: "+err.Error(), "")
		}
	}
	return &bodyOutput[Readiness]{Readiness{"ok", s.graph.Name()}}, nil
}

func (s *server) version(context.Context, *struct{}) (*bodyOutput[Version], error) {
	return &bodyOutput[Version]{s.Version}, nil
}

type problemInput struct {
	Code string `path:"code" maxLength:"64"`
}

// ProblemPage explains a kind of error.
type ProblemPage struct {
	Code  string `json:"code"`
	Title string `json:"title"`
	Cure  string `json:"cure"`
}

func (s *server) problemPage(_ context.Context, in *problemInput) (*bodyOutput[ProblemPage], error) {
	for _, k := range kindsOfProblem {
		if k.code == in.Code {
			return &bodyOutput[ProblemPage]{ProblemPage{k.code, k.title, k.cure}}, nil
		}
	}
	return nil, problem(http.StatusNotFound, "not_found", "no problem is called "+in.Code, "")
}
