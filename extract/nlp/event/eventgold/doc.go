// Package eventgold reads two corpora of ../shared/data in which people marked
// events, for tests and measuring programs: ECB+ (mentions of events and of
// those in them) and MUC-4 (a template for each terrorist incident). It also
// turns what the reader made of a text of MUC-4 into templates and scores them.
// Offsets are bytes of the text that the reader is given.
package eventgold
