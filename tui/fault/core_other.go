//go:build !unix

package fault

// NoCores has nothing to do where a crash writes no memory unless the whole machine is told to.
func NoCores() {}
