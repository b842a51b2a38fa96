// Package journal is the domain of bothways: the people one person mentors and is
// mentored by, their conversations, and what was promised, given and asked in them.
//
// It holds types and rules and does no input or output: time, text and names come in as
// values, and everything it answers can be tested without a file or a screen.
package journal
