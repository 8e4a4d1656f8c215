// Package models holds the trained weights, embedded in the binary. Each has a
// card beside it: data, licenses, command, scores and weaknesses.
package models

import _ "embed"

// Reader is the joint tagger, parser and name tagger that reader.md describes,
// in the format of package neural.
//
//go:embed reader.bin
var Reader []byte
