//go:build unix

package store

import (
	"errors"
	"os"
	"syscall"
)

// openElsewhere fails where another process has a journal open that is too damaged for SQLite to
// be asked: whoever reads or writes one holds a lock on a few bytes far beyond its end.
func (r *restoring) openElsewhere() error {
	const pendingByte, lockedBytes = 0x40000000, 512 // as SQLite's file format has them
	f, err := os.OpenFile(r.path, os.O_RDWR, 0)
	if err != nil {
		return nil // whatever that is, setting it aside tells
	}
	lock := syscall.Flock_t{Type: syscall.F_WRLCK, Start: pendingByte, Len: lockedBytes}
	err = syscall.FcntlFlock(f.Fd(), syscall.F_GETLK, &lock)
	if err = errors.Join(err, f.Close()); err == nil && lock.Type != syscall.F_UNLCK {
		return errOpenElsewhere()
	}
	return nil
}
