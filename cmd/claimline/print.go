package main

import (
	"strconv"
	"strings"
)

// column is how wide the first column of a listing is, in characters.
const column = 24

func pad(s string) string {
	if n := column - len([]rune(s)); n > 0 {
		return s + strings.Repeat(" ", n)
	}
	return s + " "
}

func number(n int) string { return strconv.Itoa(n) }

func orEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
