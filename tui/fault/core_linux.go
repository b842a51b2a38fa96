package fault

import "syscall"

// undumpable says so to the kernel as well: where cores are piped to a program that collects them, as
// most desktops do, the limit of their size does not count.
func undumpable() {
	_, _, _ = syscall.RawSyscall(syscall.SYS_PRCTL, syscall.PR_SET_DUMPABLE, 0, 0)
}
