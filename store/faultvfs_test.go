//go:build unix

package store

import (
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// faultVFS is a disk on which things go wrong. SQLite reaches files through a table of functions;
// this one is the ordinary one with those few replaced that read, write, cut, sync and remove. Each
// of them can be made to fail, and all that changes a file is kept in the order it was asked for, so
// that a loss of power can be played at any point of it. Locks and shared memory stay the real ones.
//
// The unsafe in this file is of one sort: SQLite, being C made into Go, keeps functions and structs
// as plain numbers in memory that the garbage collector does not know. What it is given of ours is
// held by the faultVFS as long as it is registered.
type faultVFS struct {
	name   string
	under  *lib.Tsqlite3_vfs
	pUnder uintptr
	held   []any // what SQLite has only as numbers

	mu     sync.Mutex
	files  map[uintptr]*faultFile
	tables map[uintptr]uintptr // ours by the one it is a copy of
	ops    []diskOp
	fails  func(op diskOp) *diskFault
}

// faultFile is a file SQLite has open.
type faultFile struct {
	name  string // what it ends with: "" the journal itself, "-wal"
	under *lib.Tsqlite3_io_methods
}

// diskKind is what is asked of a disk.
type diskKind int

const (
	diskRead diskKind = iota
	diskWrite
	diskTruncate
	diskSync
	diskDelete
	diskOpen
	diskMark   // not of the disk: that all before it was told to have worked
	diskForget // a sync that failed, of a system that then forgets what it could not write
)

func (k diskKind) String() string {
	return [...]string{"read", "write", "truncate", "sync", "delete", "open", "mark", "forget"}[k]
}

// diskOp is one thing that is asked of a disk.
type diskOp struct {
	kind diskKind
	file string
	off  int64 // of a truncate, the new size; of a mark, which
	data []byte
}

// diskFault is how it goes wrong.
type diskFault struct {
	code    int32
	short   int  // how many bytes of a write reach the disk all the same
	forgets bool // of a sync: what was written until then may never reach the disk
}

// newFaultVFS registers a disk of the test's own.
func newFaultVFS(tb testing.TB) *faultVFS {
	tb.Helper()
	tls := libc.NewTLS()
	under := lib.Xsqlite3_vfs_find(tls, 0)
	if under == 0 {
		tb.Fatal("SQLite has no disk")
	}
	v := &faultVFS{
		name: "fault-" + strconv.FormatUint(uint64(under), 36) + "-" + NewUID(), under: at[lib.Tsqlite3_vfs](under), pUnder: under,
		files: map[uintptr]*faultFile{}, tables: map[uintptr]uintptr{},
	}
	name, err := libc.CString(v.name)
	ok(tb, err)
	p := libc.Xcalloc(tls, 1, libc.Tsize_t(unsafe.Sizeof(lib.Tsqlite3_vfs{})))
	own := at[lib.Tsqlite3_vfs](p)
	*own = *v.under
	own.FzName, own.FpNext = name, 0
	own.FxOpen, own.FxDelete = number(v, v.open), number(v, v.remove)
	if code := lib.Xsqlite3_vfs_register(tls, p, 0); code != 0 {
		tb.Fatalf("register: %d", code)
	}
	tb.Cleanup(func() {
		if code := lib.Xsqlite3_vfs_unregister(tls, p); code != 0 {
			tb.Errorf("unregister: %d", code)
		}
		v.mu.Lock()
		open := len(v.files)
		v.mu.Unlock()
		if open > 0 {
			tb.Errorf("%d files are left open", open)
			return // they still use what would be freed
		}
		for _, t := range append(slices.Collect(maps.Values(v.tables)), name, p) {
			libc.Xfree(tls, t)
		}
		tls.Close()
	})
	return v
}

// number is a function as SQLite calls it. A function of Go is a pointer to where its code and what
// it captured are, and that pointer is the number.
func number[F any](v *faultVFS, f F) uintptr {
	v.held = append(v.held, f)
	return *(*uintptr)(unsafe.Pointer(&f))
}

// function is number the other way.
func function[F any](n uintptr) (f F) {
	*(*uintptr)(unsafe.Pointer(&f)) = n
	return f
}

// at is the struct at an address of memory that is not Go's, and so never moves.
func at[T any](address uintptr) *T { return *(**T)(unsafe.Pointer(&address)) }

// The functions of SQLite that are replaced.
type (
	vfsOpen    = func(tls *libc.TLS, vfs, name, file uintptr, flags int32, out uintptr) int32
	vfsDelete  = func(tls *libc.TLS, vfs, name uintptr, syncDir int32) int32
	ioTransfer = func(tls *libc.TLS, file, bytes uintptr, n int32, off int64) int32
	ioTruncate = func(tls *libc.TLS, file uintptr, size int64) int32
	ioSync     = func(tls *libc.TLS, file uintptr, flags int32) int32
	ioClose    = func(tls *libc.TLS, file uintptr) int32
)

// ask takes note of an operation, unless it is to fail.
func (v *faultVFS) ask(op diskOp) *diskFault {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.fails != nil {
		if f := v.fails(op); f != nil {
			if f.forgets {
				v.ops = append(v.ops, diskOp{kind: diskForget, file: op.file})
			}
			return f
		}
	}
	if op.kind != diskRead && op.kind != diskOpen {
		op.data = slices.Clone(op.data)
		v.ops = append(v.ops, op)
	}
	return nil
}

// mark takes note that everything up to here was told to have worked.
func (v *faultVFS) mark(n int) { v.ask(diskOp{kind: diskMark, off: int64(n)}) }

// failing makes operations fail from now on; nil for none.
func (v *faultVFS) failing(f func(op diskOp) *diskFault) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.fails = f
}

// asked are all operations so far.
func (v *faultVFS) asked() []diskOp {
	v.mu.Lock()
	defer v.mu.Unlock()
	return slices.Clone(v.ops)
}

func (v *faultVFS) file(p uintptr) *faultFile {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.files[p]
}

// ending is what a file of the journal is called after the journal's own name.
func ending(name uintptr) string {
	if name == 0 {
		return "nameless"
	}
	base := filepath.Base(libc.GoString(name))
	for _, end := range []string{walEnd, "-shm", "-journal"} {
		if len(base) > len(end) && base[len(base)-len(end):] == end {
			return end
		}
	}
	return ""
}

func (v *faultVFS) open(tls *libc.TLS, _, name, file uintptr, flags int32, out uintptr) int32 {
	f := &faultFile{name: ending(name)}
	methods := at[uintptr](file) // the first field of a file
	if fault := v.ask(diskOp{kind: diskOpen, file: f.name}); fault != nil {
		*methods = 0
		return fault.code
	}
	code := function[vfsOpen](v.under.FxOpen)(tls, v.pUnder, name, file, flags, out)
	if code != 0 || *methods == 0 {
		return code
	}
	f.under = at[lib.Tsqlite3_io_methods](*methods)
	v.mu.Lock()
	defer v.mu.Unlock()
	v.files[file] = f
	if v.tables[*methods] == 0 {
		p := libc.Xcalloc(tls, 1, libc.Tsize_t(unsafe.Sizeof(*f.under)))
		own := at[lib.Tsqlite3_io_methods](p)
		*own = *f.under
		own.FxRead, own.FxWrite = number(v, v.read), number(v, v.write)
		own.FxTruncate, own.FxSync, own.FxClose = number(v, v.truncate), number(v, v.sync), number(v, v.shut)
		v.tables[*methods] = p
	}
	*methods = v.tables[*methods]
	return code
}

func (v *faultVFS) remove(tls *libc.TLS, _, name uintptr, syncDir int32) int32 {
	if fault := v.ask(diskOp{kind: diskDelete, file: ending(name)}); fault != nil {
		return fault.code
	}
	return function[vfsDelete](v.under.FxDelete)(tls, v.pUnder, name, syncDir)
}

func (v *faultVFS) read(tls *libc.TLS, file, bytes uintptr, n int32, off int64) int32 {
	f := v.file(file)
	if fault := v.ask(diskOp{kind: diskRead, file: f.name, off: off}); fault != nil {
		return fault.code
	}
	return function[ioTransfer](f.under.FxRead)(tls, file, bytes, n, off)
}

func (v *faultVFS) write(tls *libc.TLS, file, bytes uintptr, n int32, off int64) int32 {
	f := v.file(file)
	data := unsafe.Slice(at[byte](bytes), n)
	if fault := v.ask(diskOp{kind: diskWrite, file: f.name, off: off, data: data}); fault != nil {
		if short := min(fault.short, int(n)); short > 0 {
			function[ioTransfer](f.under.FxWrite)(tls, file, bytes, int32(short), off)
		}
		return fault.code
	}
	return function[ioTransfer](f.under.FxWrite)(tls, file, bytes, n, off)
}

func (v *faultVFS) truncate(tls *libc.TLS, file uintptr, size int64) int32 {
	f := v.file(file)
	if fault := v.ask(diskOp{kind: diskTruncate, file: f.name, off: size}); fault != nil {
		return fault.code
	}
	return function[ioTruncate](f.under.FxTruncate)(tls, file, size)
}

func (v *faultVFS) sync(tls *libc.TLS, file uintptr, flags int32) int32 {
	f := v.file(file)
	if fault := v.ask(diskOp{kind: diskSync, file: f.name}); fault != nil {
		return fault.code
	}
	return function[ioSync](f.under.FxSync)(tls, file, flags)
}

func (v *faultVFS) shut(tls *libc.TLS, file uintptr) int32 {
	f := v.file(file)
	v.mu.Lock()
	delete(v.files, file)
	v.mu.Unlock()
	return function[ioClose](f.under.FxClose)(tls, file)
}
