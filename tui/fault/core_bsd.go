//go:build unix && !linux

package fault

// undumpable has nothing to add where the limit counts always.
func undumpable() {}
