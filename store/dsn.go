package store

import (
	"net/url"
	"path/filepath"
	"strings"
)

// busyWait is how long a write waits for another process, in milliseconds, before it gives up.
const busyWait = "5000"

// access is what a connection is opened for.
type access int

const (
	toWrite access = iota
	toRead
	toPeek   // reads and never writes, also not what SQLite keeps beside the file
	toReadAt // reads a file that nobody can write while it is open
	toWriteFar
	toAsItIs  // writes a file in whichever form it is in
	toReplace // takes a journal's place, which nobody else may have open
	toRepair  // toAsItIs that may also change the list of tables
	toSalvage // reads all that can be read of a copy of a damaged file
	toFill    // writes a file that nobody else knows yet, with no care for crashes
)

// dsn is how the driver is told to open a file. The path goes in as an escaped URI: any other
// form is cut at a question mark, and mode and immutable would be ignored.
func dsn(path string, a access) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/... on Windows
	}
	params := []string{"_dqs=0", "_defensive=1", "_error_rc=1"}
	wait := busyWait
	if a == toReplace {
		wait = "250" // whoever has it open will not leave it meanwhile
	}
	pragmas := []string{"busy_timeout(" + wait + ")", "temp_store(2)", "trusted_schema(0)"}
	switch a {
	case toWrite:
		// Immediate: a transaction that reads first and writes then would fail at once where
		// another process wrote in between, and no waiting would help.
		params = append(params, "mode=rw", "_txlock=immediate")
		pragmas = append(pragmas, "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)")
	case toWriteFar: // no log: see writeAccess
		params = append(params, "mode=rw", "_txlock=immediate")
		pragmas = append(pragmas, "journal_mode(TRUNCATE)", "synchronous(EXTRA)", "foreign_keys(1)")
	case toAsItIs:
		params = append(params, "mode=rw", "_txlock=immediate")
		pragmas = append(pragmas, "synchronous(EXTRA)", "foreign_keys(1)")
	case toRead:
		params = append(params, "mode=rw")
		pragmas = append(pragmas, "query_only(1)")
	case toPeek:
		params = append(params, "mode=ro")
	case toReadAt:
		params = append(params, "mode=ro", "immutable=1")
	case toReplace:
		params = append(params, "mode=rw")
		pragmas = append(pragmas, "locking_mode(EXCLUSIVE)", "synchronous(FULL)")
	case toRepair:
		params = []string{"_dqs=0", "_error_rc=1", "mode=rw", "_txlock=immediate"}
		pragmas = append(pragmas, "synchronous(EXTRA)", "foreign_keys(1)")
	case toSalvage:
		// Tables are used also where the list of them is damaged.
		params = []string{"_dqs=0", "_error_rc=1", "mode=rw"}
		pragmas = append(pragmas, "writable_schema(1)")
	case toFill:
		params = append(params, "mode=rw", "_txlock=immediate")
		pragmas = append(pragmas, "journal_mode(MEMORY)", "synchronous(OFF)", "foreign_keys(1)", "cache_size(-6144)")
	}
	for _, p := range pragmas {
		params = append(params, "_pragma="+p)
	}
	u := url.URL{Scheme: "file", Path: slashed, RawQuery: strings.Join(params, "&")}
	return u.String()
}
