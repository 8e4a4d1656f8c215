package graph

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"math/bits"
	"slices"
)

// Canonical returns the JSON of r by which it is stored and hashed, as
// encoding/json writes it: fields in the order of their declaration, no
// insignificant blanks. Equal records have equal bytes.
func Canonical(r Record) ([]byte, error) {
	b, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("graph: canonical form of %s: %w", r.RecordID(), err)
	}
	return b, nil
}

// Decode reads back what Canonical wrote.
func Decode(kind Kind, data []byte) (Record, error) {
	switch kind {
	case KindArticle:
		return decode[Article](data)
	case KindActor:
		return decode[Actor](data)
	case KindPlace:
		return decode[Place](data)
	case KindEvent:
		return decode[Event](data)
	case KindClaim:
		return decode[Claim](data)
	case KindRelationship:
		return decode[Relationship](data)
	case KindJudgement:
		return decode[Judgement](data)
	}
	return nil, fmt.Errorf("graph: no record of kind %q", kind)
}

func decode[R Record](data []byte) (Record, error) {
	var r R
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("graph: decode %s: %w", r.RecordKind(), err)
	}
	return r, nil
}

// A StateHash adds up records in any order to one value that tells whether two
// stores hold the same graph: the SHA-256 of each record's canonical form,
// added modulo 2^256, hashed once more together with their number. The zero
// value is that of the empty graph.
type StateHash struct {
	sum   [4]uint64 // least significant word first
	count uint64
}

// Add adds a record by its canonical form.
func (h *StateHash) Add(kind Kind, canonical []byte) {
	d := sha256.New()
	d.Write([]byte(kind))
	d.Write([]byte{0})
	d.Write(canonical)
	digest := d.Sum(nil)
	carry := uint64(0)
	for i := range h.sum {
		h.sum[i], carry = bits.Add64(h.sum[i], binary.LittleEndian.Uint64(digest[8*i:]), carry)
	}
	h.count++
}

// Count is the number of records added.
func (h *StateHash) Count() uint64 { return h.count }

// String is the hash in hex.
func (h *StateHash) String() string {
	var b []byte
	for _, w := range h.sum {
		b = binary.LittleEndian.AppendUint64(b, w)
	}
	b = binary.LittleEndian.AppendUint64(b, h.count)
	digest := sha256.Sum256(b)
	return hex.EncodeToString(digest[:])
}

func sortedKeys[K ~string, V any](m map[K]V) []K {
	return slices.Sorted(maps.Keys(m))
}
