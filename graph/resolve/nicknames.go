package resolve

import "strings"

// nicknames are the short forms of English first names, each row the full name
// first. Where a short form has two full names, either is meant.
var nicknames = nicknameRows(
	"alexander alex", "andrew andy", "anthony tony", "arthur art", "benjamin ben", "bernard bernie", "catherine cathy kate", "charles charlie chuck",
	"christopher chris", "christine chris", "cynthia cindy", "daniel dan danny", "david dave", "deborah debbie deb", "donald don", "douglas doug",
	"edward ed eddie ted", "elizabeth liz beth betty", "eugene gene", "frederick fred", "gerald gerry jerry", "gregory greg", "henry harry hank",
	"james jim jimmy", "jeffrey jeff", "jennifer jen jenny", "jonathan jon", "john jack johnny", "joseph joe", "joshua josh", "katherine kate kathy",
	"kenneth ken", "lawrence larry", "leonard len", "margaret maggie peggy", "matthew matt", "michael mike mick", "nathaniel nate", "nicholas nick",
	"pamela pam", "patricia pat patty", "patrick pat", "peter pete", "philip phil", "raymond ray", "rebecca becky", "richard dick rick rich",
	"robert bob bobby rob", "ronald ron", "samuel sam", "stephen steve", "steven steve", "susan sue", "theodore ted", "thomas tom tommy",
	"timothy tim", "victoria vicky", "vincent vince", "walter walt", "william bill billy will", "zachary zach",
)

// nicknameRows is every name → the full names that it may stand for.
func nicknameRows(rows ...string) map[string][]string {
	out := map[string][]string{}
	for _, row := range rows {
		names := strings.Fields(row)
		for _, n := range names {
			out[n] = append(out[n], names[0])
		}
	}
	return out
}

// oneFirstName reports two forms of one first name, "Bernie" and "Bernard".
func oneFirstName(a, b string) bool {
	for _, x := range nicknames[a] {
		for _, y := range nicknames[b] {
			if x == y {
				return a != b
			}
		}
	}
	return false
}

// fullFirstName is the first full name that a first name may stand for.
func fullFirstName(name string) string {
	if full := nicknames[name]; len(full) > 0 {
		return full[0]
	}
	return name
}
