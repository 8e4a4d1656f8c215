package export

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"

	"github.com/claimline/claimline/graph"
)

// ArchiveFormat names the archive in its first line.
const ArchiveFormat = "claimline-ndjson/1"

// An archiveLine is one line of an archive: the header, what was read from one
// article, a judgement, or the trailer.
type archiveLine struct {
	Format    string           `json:"format,omitempty"`
	Article   *graph.Subgraph  `json:"article,omitempty"`
	Judgement *graph.Judgement `json:"judgement,omitempty"`
	Trailer   *archiveTrailer  `json:"trailer,omitempty"`
}

// An archiveTrailer ends an archive, so that one that was cut is noticed.
type archiveTrailer struct {
	Articles   int    `json:"articles"`
	Judgements int    `json:"judgements"`
	SHA256     string `json:"sha256"` // of all lines before, with their ends
}

// An ArchiveWriter writes a graph whole, as NDJSON: what each article
// contributed, and what people judged. Read back into an empty store, it gives
// the same state hash. The time of ingest is not part of a graph's state and is
// not kept.
type ArchiveWriter struct {
	w       io.Writer
	sum     hash.Hash
	trailer archiveTrailer
}

// NewArchiveWriter writes the header.
func NewArchiveWriter(w io.Writer) (*ArchiveWriter, error) {
	a := &ArchiveWriter{w: w, sum: sha256.New()}
	return a, a.line(archiveLine{Format: ArchiveFormat})
}

// Article writes what was read from one article.
func (a *ArchiveWriter) Article(sub *graph.Subgraph) error {
	a.trailer.Articles++
	return a.line(archiveLine{Article: sub})
}

// Judgement writes a judgement.
func (a *ArchiveWriter) Judgement(j graph.Judgement) error {
	a.trailer.Judgements++
	return a.line(archiveLine{Judgement: &j})
}

// Close writes the trailer.
func (a *ArchiveWriter) Close() error {
	a.trailer.SHA256 = hex.EncodeToString(a.sum.Sum(nil))
	return a.line(archiveLine{Trailer: &a.trailer})
}

func (a *ArchiveWriter) line(l archiveLine) error {
	b, err := json.Marshal(l)
	if err != nil {
		return err
	}
	b = append(b, '\n')
	a.sum.Write(b)
	_, err = a.w.Write(b)
	return err
}

// ReadArchive hands on what an archive holds, line by line. An error says
// which line cannot be read; what was cut or changed since it was written is an
// error, too, but only at the end: check an archive with functions that do
// nothing before you trust it.
func ReadArchive(r io.Reader, article func(*graph.Subgraph) error, judgement func(graph.Judgement) error) error {
	in, sum := bufio.NewReaderSize(r, 1<<20), sha256.New()
	var got archiveTrailer
	for n := 1; ; n++ {
		raw, err := in.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return fmt.Errorf("export: the archive ends after line %d without its trailer: it was cut; export it again", n-1)
		}
		if err != nil {
			return fmt.Errorf("export: archive, line %d: %w", n, err)
		}
		var l archiveLine
		if err := json.Unmarshal(raw, &l); err != nil {
			return fmt.Errorf("export: archive, line %d is not JSON: %w", n, err)
		}
		if n == 1 && l.Format != ArchiveFormat {
			return fmt.Errorf("export: this is no archive of this program: its first line does not say %q", ArchiveFormat)
		}
		switch {
		case l.Trailer != nil:
			got.SHA256 = hex.EncodeToString(sum.Sum(nil))
			if got != *l.Trailer {
				return fmt.Errorf("export: the archive was changed since it was written: its trailer says %+v, it holds %+v", *l.Trailer, got)
			}
			return nil
		case l.Article != nil:
			got.Articles++
			err = article(l.Article)
		case l.Judgement != nil:
			got.Judgements++
			err = judgement(*l.Judgement)
		case n > 1:
			err = errors.New("neither an article nor a judgement")
		}
		if err != nil {
			return fmt.Errorf("export: archive, line %d: %w", n, err)
		}
		sum.Write(raw)
	}
}

// WriteArchive writes all that a reader holds within a scope. It holds one
// article at a time.
func WriteArchive(ctx context.Context, w io.Writer, r graph.Reader, scope graph.Scope) error {
	a, err := NewArchiveWriter(w)
	if err != nil {
		return err
	}
	err = EachArticle(ctx, r, scope, func(sub *graph.Subgraph) error { return a.Article(sub) })
	if err != nil {
		return err
	}
	judgements, err := r.Judgements(ctx)
	if err != nil {
		return err
	}
	for _, j := range judgements {
		if err := a.Judgement(j); err != nil {
			return err
		}
	}
	return a.Close()
}

// EachArticle calls f with what was read from each article of a scope, in the
// order of lists.
func EachArticle(ctx context.Context, r graph.Reader, scope graph.Scope, f func(*graph.Subgraph) error) error {
	q := graph.ArticleQuery{Scope: scope, Page: graph.Page{Limit: graph.MaxLimit}}
	for {
		answer, err := r.Articles(ctx, q)
		if err != nil {
			return err
		}
		for _, id := range answer.Order {
			sub, err := r.Contribution(ctx, scope, id)
			if errors.Is(err, graph.ErrNotFound) {
				continue // deleted since
			}
			if err == nil {
				err = f(&sub)
			}
			if err != nil {
				return err
			}
		}
		if answer.Next == nil {
			return nil
		}
		q.Page.After = answer.Next
	}
}
