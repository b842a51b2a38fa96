//go:build !unix

package store

// openElsewhere has nothing to ask: a file that another process has open cannot be moved there.
func (r *restoring) openElsewhere() error { return nil }
