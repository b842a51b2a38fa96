// Package e2e tests the program as a person meets it: the real binary in a real terminal, with an
// empty home and a real journal file. A test reads as the steps somebody takes; what became of
// them is then read from the file and asked of the command line.
//
// The terminals of these tests are those of Unix systems; elsewhere there is nothing here to run.
package e2e
