//go:build unix

package main

import "syscall"

// noCores keeps the system from writing the program's memory to a file when it crashes: that has the
// words being typed in it. What the program starts, as another editor, inherits the limit.
func noCores() {
	_ = syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
	undumpable()
}
