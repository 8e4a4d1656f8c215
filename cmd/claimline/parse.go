package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
)

func newParse() *cobra.Command {
	return &cobra.Command{
		Use:   "parse FILE",
		Short: "Print sentences, tags, trees and names of an article as CoNLL-U",
		Args:  exactly(1, "a file to read"),
		RunE: func(c *cobra.Command, args []string) error {
			s, err := load(c)
			if err != nil {
				return err
			}
			a, err := readArticle(args[0], s.Charset)
			if err != nil {
				return err
			}
			d, err := nlp.Read(c.Context(), a)
			if err != nil {
				return err
			}
			if s.JSON {
				return printJSON(c.OutOrStdout(), d)
			}
			return writeCoNLLU(c.OutOrStdout(), d)
		},
	}
}

// writeCoNLLU writes the trees of d with its names in MISC (BIO) and byte
// spans as TokenRange, which viewers of Universal Dependencies know.
func writeCoNLLU(out io.Writer, d *doc.Document) error {
	w := bufio.NewWriter(out)
	names := make([]string, len(d.Tokens))
	for _, m := range d.Mentions {
		if m.Type != doc.Name {
			continue
		}
		for i := m.First; i < m.Last; i++ {
			prefix := "I-"
			if i == m.First {
				prefix = "B-"
			}
			names[i] = prefix + string(m.Class)
		}
	}
	for n, s := range d.Sentences {
		fmt.Fprintf(w, "# sent_id = %d\n# text = %s\n", n+1, strings.Join(strings.Fields(s.Of(d.Text)), " "))
		for i := s.First; i < s.Last; i++ {
			t := d.Tokens[i]
			head := 0
			if t.Head != doc.None {
				head = t.Head - s.First + 1
			}
			misc := fmt.Sprintf("TokenRange=%d:%d", t.Start, t.End)
			if names[i] != "" {
				misc += "|Name=" + names[i]
			}
			if !t.SpaceAfter {
				misc += "|SpaceAfter=No"
			}
			fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t%s\n", i-s.First+1, cell(t.Text), cell(t.Lemma), cell(t.UPOS), cell(t.XPOS), head, cell(t.Deprel), misc)
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}

func cell(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if s == "" {
		return "_"
	}
	return s
}
