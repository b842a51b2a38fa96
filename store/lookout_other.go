//go:build !unix || openbsd

package store

// watches is whether a file can be watched while it is open. On Windows nobody who has to could take
// away a file that is held, and on OpenBSD what others write to shared memory may not be read from the
// file it is in.
const watches = false
