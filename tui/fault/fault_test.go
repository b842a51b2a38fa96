package fault

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// secret is a word nobody but its writer may read.
const secret = "Zanzibar"

type diary struct {
	word string
	days []int
}

// worded is an error that calls itself the runtime's and holds a word.
type worded struct{ word string }

func (w worded) Error() string { return w.word }
func (worded) RuntimeError()   {}

func (d diary) day(n int, word string) int { return d.days[n] + len(word) }

func (d diary) fail(what string) {
	switch what {
	case "a string":
		panic("it says " + d.word)
	case "an error":
		panic(errors.New(d.word))
	case "a struct":
		panic(d)
	case "a pointer":
		panic(&d)
	case "an error that calls itself the runtime's":
		panic(worded{d.word})
	case "an index":
		d.day(7, d.word)
	case "a type":
		var v any = d.word
		_ = v.(error)
	case "nothing there":
		var none *diary
		_ = none.word
	}
}

func TestReport(t *testing.T) {
	at := time.Date(2026, 11, 21, 14, 30, 0, 0, time.UTC)
	for _, c := range []struct{ what, kind, said string }{
		{"a string", "string", ""},
		{"an error", "*errors.errorString", ""},
		{"a struct", "fault.diary", ""},
		{"a pointer", "*fault.diary", ""},
		{"an error that calls itself the runtime's", "fault.worded", ""},
		{"an index", "runtime.boundsError", "runtime error: index out of range [7] with length 0"},
		{"a type", "*runtime.TypeAssertionError", "interface conversion: string is not error: missing method Error"},
		{"nothing there", "runtime.errorString", "runtime error: invalid memory address or nil pointer dereference"},
	} {
		t.Run(c.what, func(t *testing.T) {
			err := Try(func() error { diary{word: secret}.fail(c.what); return nil })
			var f *Fault
			if !errors.As(err, &f) {
				t.Fatalf("it answered %v", err)
			}
			path, err := f.Report(filepath.Join(t.TempDir(), "journal.db"), at, "page: *tui.Write")
			if err != nil {
				t.Fatal(err)
			}
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			text := string(b)
			if strings.Contains(text+f.Error(), secret) {
				t.Errorf("a word of the journal is in it: %s\n%s", f, text)
			}
			for _, want := range []string{"when: 2026-11-21T14:30:00Z", "version: ", "page: *tui.Write", "kind: " + c.kind + "\n", "bothways/tui/fault.diary.fail (fault_test.go:"} {
				if !strings.Contains(text, want) {
					t.Errorf("%q is not in it:\n%s", want, text)
				}
			}
			if got := strings.Contains(text, "said: "); got != (c.said != "") || !strings.Contains(text, c.said) {
				t.Errorf("%q is not what it says:\n%s", c.said, text)
			}
			if strings.Contains(text, "0x") || strings.Contains(text, "/tmp/") {
				t.Errorf("an address or a path is in it:\n%s", text)
			}
		})
	}
}

func TestReportFile(t *testing.T) {
	at := time.Date(2026, 11, 21, 14, 30, 0, 0, time.UTC)
	f := &Fault{kind: "string"}
	t.Run("private, and none takes the place of another", func(t *testing.T) {
		journal := filepath.Join(t.TempDir(), "journal.db")
		for _, want := range []string{".report-20261121-143000.txt", ".report-20261121-143000-2.txt"} {
			path, err := f.Report(journal, at)
			if err != nil || path != journal+want {
				t.Fatalf("the report is in %s, %v", path, err)
			}
			info, err := os.Stat(path)
			if err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("its mode is %v, %v", info.Mode(), err)
			}
		}
	})
	t.Run("elsewhere where the folder is gone", func(t *testing.T) {
		t.Setenv("TMPDIR", t.TempDir())
		path, err := f.Report(filepath.Join(t.TempDir(), "gone", "journal.db"), at)
		if err != nil || filepath.Dir(path) != filepath.Clean(os.TempDir()) {
			t.Fatalf("the report is in %s, %v", path, err)
		}
	})
}

func TestGo(t *testing.T) {
	told := make(chan *Fault)
	then := func(f *Fault) { told <- f }
	Go(func() { panic(secret) }, then)
	if f := <-told; f.kind != "string" || strings.Contains(f.Error(), secret) {
		t.Errorf("told %v", f)
	}
	After(0, func() { panic(secret) }, then)
	if f := <-told; f.kind != "string" {
		t.Errorf("told %v", f)
	}
	done := make(chan bool)
	Go(func() { defer close(done); panic(secret) }, nil) // nobody is told, and the program goes on
	<-done
	if err := Try(func() error { return os.ErrClosed }); err != os.ErrClosed {
		t.Errorf("an error became %v", err)
	}
}
