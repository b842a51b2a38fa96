//go:build unix

package fault

import "syscall"

// NoCores keeps the system from writing the program's memory to a file when it crashes: that has the
// words being typed in it. What the program starts, as another editor, inherits the limit.
func NoCores() {
	_ = syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
	undumpable()
}
