// Package lexicon holds what the rules of the offline extractor know of words
// and names: places with coordinates, nationalities, armed groups and other
// well-known actors, titles, and nouns that stand for people or bodies. In go
// tokens of a document, out come entries; nothing here decides what a mention
// refers to.
//
// The entries are tables beside this file, tab-separated and sorted, each with
// its origin and licence on top. Those that derive from other data are rebuilt
// from ../shared/data by
//
//	go generate ./extract/lexicon
//
// Coordinates are degrees north and east (WGS 84); populations are thousands.
package lexicon

//go:generate go run gen.go gen_places.go gen_zones.go gen_people.go gen_small.go
