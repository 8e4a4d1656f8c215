package nlp_test

import (
	"testing"

	"github.com/claimline/claimline/extract/extracttest"
	"github.com/claimline/claimline/extract/nlp"
)

func TestExtractor(t *testing.T) {
	extracttest.Run(t, nlp.Extractor{})
}
