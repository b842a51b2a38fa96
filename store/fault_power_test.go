//go:build unix

package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	lib "modernc.org/sqlite/lib"

	"bothways/journal"
)

// TestPowerCut works in a journal, takes the power away at some moment, and looks at what a disk may
// have of it then: what was synced, and of the rest some, none, or half of it in sectors of 512
// bytes. Whatever was told to be kept has to be there, and nothing may be half done.
func TestPowerCut(t *testing.T) {
	for _, c := range []struct {
		name, tune string
		steps      int
	}{
		{"as it is", "", 260},
		{"folded in all the time", "&_pragma=wal_autocheckpoint(20)", 120},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := record(t, c.tune, c.steps, nil)
			if !slices.ContainsFunc(r.ops, func(op diskOp) bool { return op.kind == diskWrite && op.file == "" }) {
				t.Fatal("nothing was folded into the file, so no cut can fall into that")
			}
			const hands, cuts = 4, 32
			for n := range hands {
				t.Run(fmt.Sprintf("cuts %d", n+1), func(t *testing.T) {
					t.Parallel()
					r.cut(t, uint64(n), cuts, func(cut int, acked int, err error) {
						if err != nil {
							t.Errorf("at %d of %d, after %d: %v", cut, len(r.ops), acked, err)
						}
					})
				})
			}
		})
	}
	// A system that could not write something may forget it, and say of the next sync that all is well.
	// Then a step fails, which is told, and nothing that was told to be kept goes with it.
	t.Run("syncs that fail and forget", func(t *testing.T) {
		random := rand.New(rand.NewPCG(5, 5))
		failed := 0
		r := record(t, "&_pragma=wal_autocheckpoint(20)", 160, func(op diskOp) *diskFault {
			if op.kind != diskSync || random.IntN(8) > 0 {
				return nil
			}
			failed++
			return &diskFault{code: lib.SQLITE_IOERR_FSYNC, forgets: true}
		})
		steps := 0
		for _, f := range r.failed {
			if f {
				steps++
			}
		}
		t.Logf("%d syncs failed, and with them %d of %d steps", failed, steps, len(r.failed))
		if steps < 5 || steps > len(r.failed)/2 {
			t.Errorf("%d of %d steps failed", steps, len(r.failed))
		}
		r.cut(t, 7, 60, func(cut, acked int, err error) {
			if err != nil {
				t.Errorf("at %d of %d, after %d: %v", cut, len(r.ops), acked, err)
			}
		})
	})
	// The same with nothing synced has to lose words or break the file, or the cuts cut nothing.
	t.Run("without syncs", func(t *testing.T) {
		r := record(t, "&_pragma=synchronous(OFF)&_pragma=wal_autocheckpoint(20)", 60, nil)
		var lost, broken int
		r.cut(t, 9, 30, func(_, _ int, err error) {
			switch {
			case errors.Is(err, errLost(0)):
				lost++
			case err != nil:
				broken++
			}
		})
		t.Logf("of 30 cuts %d lost words and %d broke the file", lost, broken)
		if lost+broken < 10 {
			t.Errorf("of 30 cuts only %d lost words and %d broke the file", lost, broken)
		}
	})
}

// errLost is that so many acknowledged steps are gone.
type errLost int

func (e errLost) Error() string { return fmt.Sprintf("%d acknowledged steps are gone", int(e)) }
func (e errLost) Is(err error) bool {
	_, ok := err.(errLost)
	return ok
}

// recording is all a disk was asked to do while somebody worked, from a file on.
type recording struct {
	base   []byte
	ops    []diskOp
	after  []string // contents after each step
	failed []bool   // that the step was told to have failed
}

// record works for so many steps in a journal whose connections are opened with tune, on a disk that
// fails as told; without that, no step may fail.
func record(t *testing.T, tune string, steps int, fails func(diskOp) *diskFault) recording {
	t.Helper()
	ctx := context.Background()
	v := newFaultVFS(t)
	path := filepath.Join(t.TempDir(), "journal.db")
	ok(t, mustOpenAt(t, path).Close())
	r := recording{base: must(os.ReadFile(path))(t)}
	s := faultyStore(t, v, path, tune)
	h := newHand(uint64(steps))
	for n := range steps {
		var err error
		if n > 0 {
			v.failing(fails)
			err = h.works(ctx, s)
			v.failing(nil)
		}
		if err != nil && fails == nil {
			t.Fatalf("step %d: %v", n, err)
		}
		r.failed = append(r.failed, err != nil)
		r.after = append(r.after, must(contents(s))(t))
		v.mark(n)
	}
	ok(t, s.Close())
	r.ops = v.asked()
	return r
}

// faultyStore opens a journal on a disk on which things go wrong.
func faultyStore(tb testing.TB, v *faultVFS, path, tune string) *Store {
	tb.Helper()
	clock := &clockAt{t: faultClock(tb)}
	s, err := Open(context.Background(), Options{Path: path, Now: clock.now, tune: "&vfs=" + v.name + tune})
	ok(tb, err)
	tb.Cleanup(func() {
		v.failing(nil)
		_ = s.Close() // mostly for the second time
	})
	return s
}

// cut takes the power away at so many moments, and tells of each what came of it.
func (r recording) cut(t *testing.T, seed uint64, cuts int, tell func(at, acked int, err error)) {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, uint64(len(r.ops))))
	first := slices.IndexFunc(r.ops, func(op diskOp) bool { return op.kind == diskMark })
	moments := make([]int, cuts)
	for i := range moments {
		moments[i] = first + 1 + random.IntN(len(r.ops)-first)
	}
	slices.Sort(moments)
	d := newPlate(r.base)
	done, acked := 0, 0
	dir := t.TempDir()
	for n, at := range moments {
		for ; done < at; done++ {
			if op := r.ops[done]; op.kind == diskMark {
				acked = int(op.off)
			} else {
				d.do(op)
			}
		}
		path := filepath.Join(dir, fmt.Sprint(n), "journal.db")
		ok(t, os.Mkdir(filepath.Dir(path), 0o700))
		d.leave(t, random, path)
		tell(at, acked, r.check(path, acked))
		ok(t, os.RemoveAll(filepath.Dir(path)))
	}
}

// check opens what a cut left and looks whether all that was acknowledged is there, whole, and can
// be gone on with.
func (r recording) check(path string, acked int) (err error) {
	ctx := context.Background()
	s, err := Open(ctx, Options{Path: path})
	if err != nil {
		return err
	}
	defer func() {
		if closed := s.Close(); err == nil {
			err = closed
		}
	}()
	if err := whole(s); err != nil {
		return err
	}
	if c, err := Check(ctx, path); err != nil || !c.Well() {
		return errors.Join(err, errors.New(strings.Join(c.Problems, " ")))
	}
	got, err := contents(s)
	if err != nil {
		return err
	}
	// What was on its way may have arrived; then all of it.
	if now := slices.Index(r.after[acked:min(acked+2, len(r.after))], got); now < 0 {
		if was := slices.Index(r.after, got); was >= 0 {
			return errLost(acked - was)
		}
		// What failed at the very end may be there all the same, whole.
		if !slices.Contains(r.failed[acked:min(acked+2, len(r.failed))], true) {
			return errors.New("it holds what the journal never was")
		}
	}
	_, err = s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMentor, Text: "the next morning"})
	return err
}

// plate is what a disk holds: what is sure to be there, and what was written since the last sync.
type plate map[string]*plateFile

type plateFile struct {
	sure    []byte
	named   bool // its name is sure to be there too
	pending []diskOp
}

func newPlate(base []byte) plate { return plate{"": {sure: slices.Clone(base), named: true}} }

func (d plate) do(op diskOp) {
	f := d[op.file]
	if f == nil {
		f = &plateFile{}
		d[op.file] = f
	}
	switch op.kind {
	case diskWrite, diskTruncate:
		f.pending = append(f.pending, op)
	case diskSync:
		for _, p := range f.pending {
			f.sure = p.apply(f.sure)
		}
		f.pending, f.named = nil, true
	case diskForget:
		for i, p := range f.pending {
			if i%3 == 0 { // some of it had arrived
				f.sure = p.apply(f.sure)
			}
		}
		f.pending = nil
	case diskDelete:
		delete(d, op.file)
	}
}

// apply is what a file holds after an operation.
func (o diskOp) apply(b []byte) []byte {
	end := o.off + int64(len(o.data))
	if o.kind == diskTruncate && int64(len(b)) > end {
		return b[:end]
	}
	if grow := end - int64(len(b)); grow > 0 {
		b = append(b, make([]byte, grow)...)
	}
	copy(b[o.off:], o.data)
	return b
}

// leave writes what the power going away just now may leave.
func (d plate) leave(t *testing.T, r *rand.Rand, path string) {
	t.Helper()
	luck := r.IntN(6) // 0: all that was written is there; 1: nothing but what is sure
	for end, f := range d {
		if !f.named && (luck == 1 || luck > 1 && r.IntN(4) == 0) {
			continue
		}
		b := slices.Clone(f.sure)
		for _, op := range f.pending {
			switch fate := r.IntN(4); {
			case luck == 1, luck > 1 && fate == 0:
			case luck == 0, fate < 3, op.kind == diskTruncate:
				b = op.apply(b)
			default:
				b = op.torn(r, b)
			}
		}
		ok(t, os.WriteFile(path+end, b, 0o600))
	}
}

// torn is what a file holds after a write of which some sectors arrived, and some as anything.
func (o diskOp) torn(r *rand.Rand, b []byte) []byte {
	const sector = 512
	off := o.off
	for part := range slices.Chunk(o.data, sector) {
		p := diskOp{kind: diskWrite, off: off, data: slices.Clone(part)}
		off += int64(len(part))
		switch r.IntN(8) {
		case 0, 1, 2:
			continue
		case 3:
			for i := range p.data {
				p.data[i] = byte(r.Uint32())
			}
		}
		b = p.apply(b)
	}
	return b
}
