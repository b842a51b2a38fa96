package store

import (
	"context"
	"errors"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"bothways/journal"
)

// fail puts what went wrong below into a sentence. Errors that have one already stay, and so does
// the end of a context, which is nobody's fault.
func (s *Store) fail(err error) error {
	var known *journal.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	if s.opened != nil && !s.readOnly && !s.closed.Load() && sqliteCode(err) != 0 {
		if over := s.unmixed(); over != nil {
			return over // which is why
		}
	}
	e := sentence(err, s.called())
	e.Cause = err
	if e.Code == journal.CodeDamaged && s.path != "" {
		return s.withBackup(context.Background(), e)
	}
	return e
}

// sqliteCode is the primary result code of SQLite in err's chain, 0 for none.
func sqliteCode(err error) int { return extendedCode(err) & 0xff }

// extendedCode is the whole result code of SQLite in err's chain, 0 for none.
func extendedCode(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}

// sentence is what a person is told of an error of SQLite; called is how they run the program on this
// journal.
func sentence(err error, called string) *journal.Error {
	switch sqliteCode(err) {
	case lib.SQLITE_FULL:
		return journal.Errorf(journal.CodeInternal, "The disk is full, so this was not kept; all that was kept before is safe. Make some room and try again.")
	case lib.SQLITE_READONLY:
		return errReadOnly()
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return journal.Errorf(journal.CodeInternal, "Another program is writing to the journal, so this was not kept yet; nothing is harmed. Try again in a moment.")
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return journal.Errorf(journal.CodeDamaged, "A part of the journal's file is damaged and cannot be read; nothing was written to it. `%s check` says what is well and what is not.", called)
	case lib.SQLITE_IOERR:
		switch extendedCode(err) {
		case lib.SQLITE_IOERR_WRITE, lib.SQLITE_IOERR_TRUNCATE, lib.SQLITE_IOERR_FSYNC, lib.SQLITE_IOERR_DIR_FSYNC, lib.SQLITE_IOERR_SHMSIZE:
			// A quota and the largest size a file may have answer like this too.
			return journal.Errorf(journal.CodeInternal, "The disk would not take this, so it was not kept; what was kept before is safe. It may be full, or failing: see to it, and try again.")
		}
		return journal.Errorf(journal.CodeInternal, "The disk did not answer as it should, so this could not be done; what was kept before was not touched. Try again, and look after the disk.")
	case lib.SQLITE_CANTOPEN, lib.SQLITE_PERM, lib.SQLITE_AUTH:
		return journal.Errorf(journal.CodeInternal, "The journal's file cannot be opened; nothing in it was touched. See whether the file and its folder can be read and written.")
	case lib.SQLITE_TOOBIG:
		return journal.Errorf(journal.CodeInvalid, "This text is larger than the journal can hold, so it was not kept; the text itself is untouched.")
	case lib.SQLITE_NOMEM:
		return journal.Errorf(journal.CodeInternal, "There is not enough memory for this; nothing that was kept before is harmed.")
	}
	return journal.Errorf(journal.CodeInternal, "Something went wrong inside; nothing that was kept before is harmed.")
}

func errReadOnly() *journal.Error {
	return journal.Errorf(journal.CodeReadOnly, "This journal can only be read: its file or folder is not writable for you. Nothing was changed.")
}

// notFound is the error for an id that is not there, or not there any more.
func notFound(what string) *journal.Error {
	return journal.Errorf(journal.CodeNotFound, "That %s is not in the journal; it may have been deleted meanwhile.", what)
}
