package store

import (
	"context"
	"database/sql/driver"

	lib "modernc.org/sqlite/lib"

	"bothways/journal"
)

// doubts takes note that a sync failed. The system may have forgotten by then what it could not
// write, and say of the next sync that all is well.
func (s *Store) doubts(err error) {
	switch extendedCode(err) {
	case lib.SQLITE_IOERR_FSYNC, lib.SQLITE_IOERR_DIR_FSYNC:
		s.doubt.Store(true)
	}
}

// renew makes the connections anew before the first write after a sync failed. Everything that was
// acknowledged is written to the file and synced first, from what was synced while all was well; as
// long as the disk does not manage that, or somebody reads who is in the way of it, nothing more is told
// to be kept.
func (s *Store) renew(ctx context.Context) error {
	if !s.doubt.Load() {
		return nil
	}
	c, err := s.wr.Conn(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	whole, err := foldIn(ctx, c)
	if err != nil {
		return err
	}
	if !whole {
		return journal.Errorf(journal.CodeInternal, "The disk failed a moment ago, and the journal is being read just now, so this was not kept yet; what was kept before is safe. Try again in a moment.")
	}
	s.doubt.Store(false)
	s.watch.pause()
	_ = c.Raw(func(any) error { return driver.ErrBadConn }) // which drops it from the pool
	s.rd.SetMaxIdleConns(0)
	s.rd.SetMaxIdleConns(readers)
	return nil
}
