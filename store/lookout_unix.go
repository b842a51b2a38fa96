//go:build unix && !openbsd

package store

// watches is whether a file can be watched while it is open. See lookout.
const watches = true
