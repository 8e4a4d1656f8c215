package api

import (
	"context"
	"net/http"
)

type jobsInput struct {
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

type jobInput struct {
	ID string `path:"id" maxLength:"64"`
}

// Jobs is a list of jobs, newest first.
type Jobs struct {
	Items []Job `json:"items"`
}

var errNoInbox = problem(http.StatusNotFound, "not_found", "this server is for reading only and has no jobs", "")

func (s *server) jobs(ctx context.Context, in *jobsInput) (*bodyOutput[Jobs], error) {
	if s.Inbox == nil {
		return &bodyOutput[Jobs]{Jobs{[]Job{}}}, nil
	}
	jobs, err := s.Inbox.Jobs(ctx, in.Limit)
	if err != nil {
		return nil, err
	}
	return &bodyOutput[Jobs]{Jobs{append([]Job{}, jobs...)}}, nil
}

// onJob does one thing with one job.
func (s *server) onJob(ctx context.Context, in *jobInput, do func(Inbox, context.Context, string) (Job, error)) (*bodyOutput[Job], error) {
	if s.Inbox == nil {
		return nil, errNoInbox
	}
	job, err := do(s.Inbox, ctx, in.ID)
	if err != nil {
		return nil, err
	}
	return &bodyOutput[Job]{job}, nil
}

func (s *server) job(ctx context.Context, in *jobInput) (*bodyOutput[Job], error) {
	return s.onJob(ctx, in, Inbox.Job)
}

func (s *server) retryJob(ctx context.Context, in *jobInput) (*bodyOutput[Job], error) {
	return s.onJob(ctx, in, Inbox.Retry)
}

func (s *server) cancelJob(ctx context.Context, in *jobInput) (*bodyOutput[Job], error) {
	return s.onJob(ctx, in, Inbox.Cancel)
}
