// Package wording says days, people and actions in the few words and signs that screens and plain
// text share, so that both say them alike. What it gives back of a person's own words is not made
// safe for a terminal; that is left to whoever prints it.
package wording
