// Package fault makes a panic into something a program can end well with: it is caught, told apart
// from the words it may have been caused by, and written into a report that can be shown to anybody.
//
// A report has where the program was (functions, files and lines), what sort of value it panicked
// with, and which build it is. It has no argument, no variable and no message but those the Go
// runtime words itself, since any of them may hold what somebody wrote.
package fault
