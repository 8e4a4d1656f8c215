// Package graphtest is the test of every graph.Store: what goes in is a
// function that opens an empty store, what comes out is a verdict. A store's
// own test is one call:
//
//	func TestStore(t *testing.T) {
//		graphtest.TestStore(t, func(t *testing.T) graph.Store { return openEmpty(t) })
//	}
//
// There are no switches to skip anything: two stores, one answer, in one
// order, with one state hash. Most scenarios put the same questions to the
// store and to a reference that works each answer out in plain loops, and
// compare all of it; some say beside it what must come out, so that the
// reference is tested too. The flag -graphtest.runs says how many random
// histories of writes a store is put through.
//
// # The fixture
//
// Four invented articles in two collections. Double lines join what articles
// share; the archive has actors and places of the same names, which are other
// nodes.
//
//	collection "default"
//	+- Blast, Harbor Post, 2024-05-03 ------+  +- Inquiry, Delta Wire, 2024-05-04T08:30 ----------+
//	|                                       |  |                                                  |
//	|  NineKilled --1--> Ministry ==========|==|== Ministry <--1-- ElevenDead                     |
//	|   | (at least 9)                      |  |      ^             (exactly 11)   |              |
//	|   | ABOUT                             |  |  EMPLOYED_BY                      | ABOUT        |
//	|   v                                   |  |   Minister <--1-- FrontAccused ---|-+            |
//	|  Explosion (evening of May 2) --AT----|--|--> Kelm <--AT--------------- Attack (May 2)      |
//	|   ^      ^                        |   |  |                      PART_OF ^  |                |
//	|   | ABOUT|ABOUT                WITHIN |  |   Escape (before May 3) -----+  | PARTICIPANT    |
//	|   |      |                        v   |  |      ^ ABOUT                    | alleged by     |
//	|   |  TwoBangs --1--> Post     Norland |  |   MenFled --1--> Observer       | FrontAccused   |
//	|   |     +-------2--> Worker       |   |  |      |------2--> Officials      v                |
//	|  FrontDenies --1--> Front ========|===|==|======|======================= Front ("FDF")      |
//	|                                   |   |  |      +------3--> Captain                         |
//	|  Rallies (since May 1) --AT--> Saint- |  |   Election (undated) --PARTICIPANT--> Norland,   |
//	|                                Orin   |  |                                   the state      |
//	+---------------------------------||----+  +-------------------||-----------------------------+
//	+- Background, no publisher, no date --------------------------------------------------------+
//	|   Saint-Orin --WITHIN--> Norland      Heron --LEADS--> Front --OFFSHOOT_OF--> DeltaFront    |
//	|                                                        ^  ^                                |
//	|   ArmedByBackers (nobody's) --ABOUT--------------------+  +--PARTICIPANT-- Split (<2019)    |
//	+--------------------------------------------------------------------------------------------+
//	collection "archive"
//	+- Reopening, Delta Wire, 2024-06 -----------------------------------------------------------+
//	|   HarborIsOpen --1--> ArchiveMinistry         Reopened (June 1) --AT--> ArchiveKelm         |
//	|        +--ABOUT--> Reopened                   ArchiveFront ("Delta rebels")                 |
//	+--------------------------------------------------------------------------------------------+
//
// A number on an arrow is the hop of an ATTRIBUTED_TO. MENTIONS and
// REPORTED_IN are left out.
//
// # What the contract leaves to be said
//
// Where package graph says what, but not quite how, the suite holds stores to
// the following.
//
//   - Lists of events and claims explain each node by its relationships, the
//     nodes at their other ends, and the articles that hold the evidence of
//     both; actors, places and articles in a list come alone. Node explains a
//     node of any kind. A Neighborhood holds no articles but neighbors.
//   - Where a type and direction has more relationships than are shown, those
//     with the smallest ids are. Each reason in Truncated names the type, how
//     many are shown and how many there are, for one node, type and direction.
//   - Every slice of an answer's Graph is sorted by id and free of repetition.
//   - An interval lies within a window unless it certainly lies outside. This
//     goes for Happened, Said, the window of a timeline and Scope.Published.
//     Windows and intervals are compared as graph.Timestamp writes them.
//   - A timeline is ordered by Earliest, then Latest ("~" where open), then
//     id, whatever its clock; so is the key of its cursor.
//   - A timeline refuses filters that its clock has not: Types and Place of
//     any clock but Happened, Actor of Published.
//   - Values that no record has, in a filter, find nothing. Publisher, Types,
//     Acts and Metric are compared exactly.
//   - An actor or place within a Scope is the Join of what the articles of the
//     scope contributed: with Published or AsOf it may lack an alias, and is
//     not found by it.
//   - Search asks for the terms of graph.Terms, of which the last is a prefix,
//     and ranks by graph.SearchClass of Entry.Name and graph.Fold of the text.
//   - Facets are those of graph.FacetsOf: with any page the same, within the
//     filters of the question, nil unless asked for. Of more than MaxCount
//     matches the first by kind, in the order of lists, are counted.
//   - Cursors of lists have Class 0; any cursor, also a forged one, is but a
//     place in the order. Total of Node is 1.
//   - A judgement whose id does not follow from its content is refused.
//   - Close may be called again.
package graphtest
