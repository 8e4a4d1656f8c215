// Package ontology holds the closed lists that the graph speaks in, as
// tab-separated files with their origin: event types with modes and contexts
// (PLOVER, openeventdata 2024 tree, and extensions beginning with "x-"), the
// roles of participants, the acts of claims with their FactBank defaults, and
// the relationship types. In go names, out come their rows; no lookup changes
// anything.
package ontology

import (
	"embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed *.tsv
var files embed.FS

// A Type is an event type.
type Type struct {
	Name        string
	Quad        string // PLOVER's quad class; "-" for an extension
	Score       string // PLOVER's score from -10 to 10; "-" for an extension
	Recipient   bool   // whether PLOVER requires a recipient
	Coarse      string // one of fourteen classes that need no codebook
	Nearest     string // for an extension: the PLOVER type that comes nearest
	Label       string
	Description string
}

// Extension reports whether t is ours rather than PLOVER's.
func (t Type) Extension() bool { return strings.HasPrefix(t.Name, "x-") }

// A Mode says how an event of its type happens.
type Mode struct {
	Type        string
	Name        string
	Coarse      string
	Description string
}

// A Context says what an event is about.
type Context struct {
	Name        string
	Description string
}

// A Role is what a participant is to an event.
type Role struct {
	Name        string
	Plover      string // actor, recipient, both, or "-" for what is no participant
	Side        string // agent, patient, or "-"
	Description string
}

// An Act is what a source does in a claim.
type Act struct {
	Name        string
	Stance      string // the neutral class it amounts to
	AtSource    string // FactBank value for the source, before negation and hedges
	AtWriter    string // FactBank value for the article's writer
	Description string
}

// A Relationship is the description of a relationship type.
type Relationship struct {
	Type        string
	Description string
}

type coarseRow struct{ kind, mode, context, class string }

var (
	types         = load("types.tsv", 8, newType)
	modes         = load("modes.tsv", 4, func(f []string) Mode { return Mode{f[0], f[1], f[2], f[3]} })
	contexts      = load("contexts.tsv", 2, func(f []string) Context { return Context{f[0], f[1]} })
	roles         = load("roles.tsv", 4, func(f []string) Role { return Role{f[0], f[1], f[2], f[3]} })
	acts          = load("acts.tsv", 5, func(f []string) Act { return Act{f[0], f[1], f[2], f[3], f[4]} })
	relationships = load("relationships.tsv", 2, func(f []string) Relationship { return Relationship{f[0], f[1]} })
	coarseRows    = load("coarse.tsv", 4, func(f []string) coarseRow { return coarseRow{f[0], f[1], f[2], f[3]} })
)

func newType(f []string) Type {
	return Type{Name: f[0], Quad: f[1], Score: f[2], Recipient: f[3] == "yes", Coarse: f[4], Nearest: f[5], Label: f[6], Description: f[7]}
}

// load reads an embedded table. A table that does not parse is a mistake of
// the build, which the package's test finds, and so it panics.
func load[R any](name string, columns int, row func([]string) R) []R {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(fmt.Errorf("ontology: load %s: %w", name, err))
	}
	var out []R
	header := true
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != columns {
			panic(fmt.Errorf("ontology: load %s: %d columns, want %d: %q", name, len(fields), columns, line))
		}
		if header {
			header = false
			continue
		}
		out = append(out, row(fields))
	}
	return out
}

// Types lists all event types, PLOVER's first.
func Types() []Type { return slices.Clone(types) }

// Modes lists the modes of all types.
func Modes() []Mode { return slices.Clone(modes) }

// Contexts lists all contexts.
func Contexts() []Context { return slices.Clone(contexts) }

// Roles lists all roles of participants.
func Roles() []Role { return slices.Clone(roles) }

// Acts lists all acts of claims.
func Acts() []Act { return slices.Clone(acts) }

// Relationships lists all relationship types.
func Relationships() []Relationship { return slices.Clone(relationships) }

// TypeOf returns the event type of that name.
func TypeOf(name string) (Type, bool) {
	return find(types, func(t Type) bool { return t.Name == name })
}

// ModeOf returns the mode of that name for that type.
func ModeOf(kind, name string) (Mode, bool) {
	return find(modes, func(m Mode) bool { return m.Type == kind && m.Name == name })
}

// RoleOf returns the role of that name.
func RoleOf(name string) (Role, bool) {
	return find(roles, func(r Role) bool { return r.Name == name })
}

// ActOf returns the act of that name.
func ActOf(name string) (Act, bool) { return find(acts, func(a Act) bool { return a.Name == name }) }

func find[R any](rows []R, is func(R) bool) (R, bool) {
	i := slices.IndexFunc(rows, is)
	if i < 0 {
		var none R
		return none, false
	}
	return rows[i], true
}

// Coarse returns the coarse class of an event: the class of its context where
// coarse.tsv has a row for it, else of its first mode, else of its type. It is
// empty for an unknown type.
func Coarse(kind string, modes, contexts []string) string {
	for _, r := range coarseRows {
		if r.kind == kind && (r.mode == "*" || slices.Contains(modes, r.mode)) && slices.Contains(contexts, r.context) {
			return r.class
		}
	}
	for _, m := range modes {
		if row, ok := ModeOf(kind, m); ok {
			return row.Coarse
		}
	}
	t, _ := TypeOf(kind)
	return t.Coarse
}

// Check says what is wrong with a combination of type, modes and contexts; it
// returns nil when all are on the lists.
func Check(kind string, modes, contextNames []string) error {
	if _, ok := TypeOf(kind); !ok {
		return fmt.Errorf("ontology: unknown event type %q", kind)
	}
	for _, m := range modes {
		if _, ok := ModeOf(kind, m); !ok {
			return fmt.Errorf("ontology: type %s has no mode %q", kind, m)
		}
	}
	for _, c := range contextNames {
		if !slices.ContainsFunc(contexts, func(row Context) bool { return row.Name == c }) {
			return fmt.Errorf("ontology: unknown context %q", c)
		}
	}
	return nil
}
