package verbs

import (
	"bothways/journal"
	"bothways/tui/fault"
)

// faulted is err, or where the program panicked what a person is told of that: the report lies
// beside the journal, and what it panicked with is printed nowhere.
func (a *app) faulted(err error) error {
	f, ok := err.(*fault.Fault)
	if !ok { // also where the screens had one and have told of it
		return err
	}
	path, _, unplaced := a.journalPath()
	if unplaced != nil {
		path = ""
	}
	report, unwritten := f.Report(path, a.now())
	e := journal.Errorf(journal.CodeInternal, "The program had to stop because of a fault of its own; all that was kept before is safe. What happened, without a word of your journal, is in %s; it helps whoever mends it.", report)
	if unwritten != nil {
		e = journal.Errorf(journal.CodeInternal, "The program had to stop because of a fault of its own; all that was kept before is safe.")
	}
	e.Cause = f
	return e
}
