// Package verbs is the command line of bothways: its verbs, their plain text and their JSON.
//
// What it says goes to the writers it is given and every failure comes back as an exit status,
// so that a script, a test and a person meet the same thing.
package verbs
