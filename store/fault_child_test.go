//go:build unix

package store

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"bothways/journal"
)

// What a child is told by its environment.
const (
	envChild = "BOTHWAYS_STORE_CHILD" // what it does, as: role journal word number
	tells    = "told: "               // begins a line a child tells its parent
)

// TestChild is what another process does in a journal, for the tests that start one. By itself it
// is nothing.
func TestChild(t *testing.T) {
	told := strings.SplitN(os.Getenv(envChild), " ", 4)
	if len(told) != 4 {
		return
	}
	n := must(strconv.Atoi(told[1]))(t)
	c := child{t: t, path: told[3], word: told[2]}
	switch told[0] {
	case "types":
		c.types()
	case "keeps":
		c.keeps(n)
	case "folds":
		c.folds(n)
	case "fills":
		c.fills(uint64(n))
	default:
		t.Fatalf("a child does not know %q", told)
	}
}

type child struct {
	t    *testing.T
	path string
	word string
}

func (c child) open() *Store {
	c.t.Helper()
	return must(Open(context.Background(), Options{Path: c.path, Now: time.Now}))(c.t)
}

// tell says something that is true by now.
func (c child) tell(s string) { fmt.Println(tells + s) }

// types types and keeps, for ever: somebody else ends it.
func (c child) types() {
	ctx, s := context.Background(), c.open()
	for n := 0; ; {
		d := journal.Draft{UID: NewUID(), Writer: c.word, PersonName: "Sam T.", Role: journal.RoleMentee, At: s.now()}
		for range 1 + n%4 {
			n++
			word := fmt.Sprintf("%s.%d;", c.word, n)
			d.Text, d.Typed = d.Text+word+strings.Repeat(" and so on", n%40), d.Typed+1
			must(s.SaveDraft(ctx, d))(c.t)
			c.tell(word)
		}
		n++
		word := fmt.Sprintf("%s.%d;", c.word, n)
		must(s.KeepNote(ctx, journal.Note{PersonName: d.PersonName, Role: d.Role, At: d.At, Text: d.Text + word + "\n- [ ] call fri", DraftUID: d.UID, DraftWriter: d.Writer, DraftTyped: d.Typed + 1}))(c.t)
		c.tell(word)
	}
}

// keeps keeps so many notes.
func (c child) keeps(notes int) {
	ctx, s := context.Background(), c.open()
	for n := range notes {
		word := fmt.Sprintf("%s.%d;", c.word, n)
		must(s.KeepNote(ctx, journal.Note{PersonName: "Sam T.", Role: journal.RoleMentee, Text: word}))(c.t)
		c.tell(word)
	}
	ok(c.t, s.Close())
}

// folds keeps so many notes, and folds them in again and again.
func (c child) folds(notes int) {
	ctx := context.Background()
	s := must(Open(ctx, Options{Path: c.path, tune: "&_pragma=wal_autocheckpoint(3)"}))(c.t)
	for n := range notes {
		must(s.KeepNote(ctx, journal.Note{PersonName: "Sam T.", Role: journal.RoleMentee, Text: c.word}))(c.t)
		c.tell(fmt.Sprint(n))
		if n%3 == 0 {
			ok(c.t, s.Fold(ctx))
		}
	}
	ok(c.t, s.Close())
}

// fills keeps notes until no file may grow any more, then goes on where it may.
func (c child) fills(size uint64) {
	ctx, s := context.Background(), c.open()
	var limit syscall.Rlimit
	ok(c.t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit))
	all := limit.Cur
	limit.Cur = size
	ok(c.t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit))
	keep := func(n int) error {
		word := fmt.Sprintf("%s.%d;", c.word, n)
		_, err := s.KeepNote(ctx, journal.Note{PersonName: "Sam T.", Role: journal.RoleMentee, Text: word + strings.Repeat(" on and on", 500)})
		if err == nil {
			c.tell(word)
		}
		return err
	}
	n := 0
	for ; n < 10000; n++ {
		err := keep(n)
		if err == nil {
			continue
		}
		fmt.Println("failed: " + journal.ErrorMessage(err))
		if _, _, err := s.Sessions(ctx, SessionQuery{}); err != nil {
			c.t.Errorf("while there is no room it cannot be read: %v", err)
		}
		if err := keep(n); err == nil {
			c.t.Error("there is room again by itself")
		}
		break
	}
	limit.Cur = all
	ok(c.t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit))
	ok(c.t, keep(n))
	ok(c.t, s.Close())
}

// startChild starts another process that does something in a journal.
func startChild(tb testing.TB, role string, number int, word, path string) (*exec.Cmd, *bufio.Scanner) {
	tb.Helper()
	cmd := exec.Command(must(os.Executable())(tb), "-test.run=^TestChild$", "-test.count=1")
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s %d %s %s", envChild, role, number, word, path))
	out := must(cmd.StdoutPipe())(tb)
	cmd.Stderr = os.Stderr
	ok(tb, cmd.Start())
	tb.Cleanup(func() {
		if cmd.ProcessState == nil {
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
		}
	})
	return cmd, bufio.NewScanner(out)
}

// listen reads what a child tells until it has told enough, or ended.
func listen(lines *bufio.Scanner, enough int) (told, other []string) {
	for (enough == 0 || len(told) < enough) && lines.Scan() {
		if word, is := strings.CutPrefix(lines.Text(), tells); is {
			told = append(told, word)
		} else {
			other = append(other, lines.Text())
		}
	}
	return told, other
}

// TestKilled kills a process that writes, again and again and at whatever it does just then.
// Everything it had told to be kept is there, and the next one goes on in what it left behind.
func TestKilled(t *testing.T) {
	const rounds = 120
	path := filepath.Join(t.TempDir(), "journal.db")
	h := newHand(rounds)
	total, folding := 0, 0
	for round := range rounds {
		cmd, lines := startChild(t, "types", 0, fmt.Sprintf("r%d", round), path)
		told, other := listen(lines, 1+h.IntN(12))
		ok(t, cmd.Process.Kill())
		late, _ := listen(lines, 0) // what it had told by then
		_ = cmd.Wait()
		told = append(told, late...)
		if len(told) == 0 {
			t.Fatalf("round %d: it only says %q", round, other)
		}
		if hasWAL(path) {
			folding++
		}
		look := path
		if round%2 == 1 { // the next one is to meet what this one left
			look = filepath.Join(t.TempDir(), "journal.db")
			ok(t, copyFile(look, path))
			if hasWAL(path) {
				ok(t, copyFile(look+walEnd, path+walEnd))
			}
		}
		s := mustOpenAt(t, look)
		for _, word := range told {
			if !holds(t, s, word) {
				t.Fatalf("round %d: %s was told to be kept and is lost", round, word)
			}
		}
		if round%10 < 2 {
			ok(t, whole(s))
		}
		ok(t, s.Close())
		total += len(told)
	}
	t.Logf("%d rounds, %d times told to be kept, %d times with words outside of the file", rounds, total, folding)
	if folding == 0 {
		t.Error("nothing was ever left to be folded in")
	}
}

// TestFull lets no file grow any more, as a full disk or a quota does.
func TestFull(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	s := mustOpenAt(t, path)
	priya(t, s, panelNote)
	ok(t, s.Close())
	cmd, lines := startChild(t, "fills", 360<<10, "w", path)
	told, other := listen(lines, 0)
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v: %q", err, other)
	}
	if len(told) < 5 || len(other) == 0 || !strings.HasPrefix(other[0], "failed: The disk would not take this, so it was not kept") {
		t.Errorf("after %d it says %q", len(told), other)
	}
	s = mustOpenAt(t, path)
	ok(t, whole(s))
	for _, word := range append(told, panelNote) {
		if !holds(t, s, word) {
			t.Errorf("%s is lost", word)
		}
	}
}

// TestThreeAtOnce lets three processes keep notes in one journal.
func TestThreeAtOnce(t *testing.T) {
	const each = 300
	path := filepath.Join(t.TempDir(), "journal.db")
	s := mustOpenAt(t, path)
	before := must(s.DataVersion(context.Background()))(t)
	type ended struct {
		told, other []string
		err         error
	}
	all := make(chan ended)
	for n := range 3 {
		cmd, lines := startChild(t, "keeps", each, fmt.Sprintf("p%d", n), path)
		go func() {
			told, other := listen(lines, 0)
			all <- ended{told, other, cmd.Wait()}
		}()
	}
	for range 3 {
		e := <-all
		if e.err != nil || len(e.told) != each {
			t.Fatalf("%v after %d: %q", e.err, len(e.told), e.other)
		}
	}
	if n := scalar(t, s, "SELECT count(*) FROM session"); n != 3*each {
		t.Errorf("%d notes", n)
	}
	if n := scalar(t, s, "SELECT count(DISTINCT note) FROM session"); n != 3*each {
		t.Errorf("%d different notes", n)
	}
	if n := scalar(t, s, "SELECT count(*) FROM person"); n != 1 {
		t.Errorf("%d people", n)
	}
	if after := must(s.DataVersion(context.Background()))(t); after == before {
		t.Error("it is not seen that somebody else wrote")
	}
	ok(t, whole(s))
}
