package verbs_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const asideWords = "She led the meeting herself.\n"

// TestWordsAside pipes words to a journal that does not take them: they are in a file that is named,
// unless they are in one already.
func TestWordsAside(t *testing.T) {
	note, answer := []string{"write", "Sam"}, []string{"reflect", "meaning/sentence"}
	damaged := func(t *testing.T, b *bench) {
		b.overwrites(b.journal())
	}
	gone := func(t *testing.T, b *bench) {
		b.must(os.Remove(b.journal()))
	}
	for _, c := range []struct {
		name  string
		prior func(*testing.T, *bench)
		args  []string
	}{
		{"a note", damaged, note},
		{"a note, told to read what is piped in", damaged, []string{"write", "Sam", "--file", "-"}},
		{"an answer", damaged, answer},
		{"free words", damaged, []string{"reflect", "--free"}},
		{"own questions", damaged, []string{"reflect", "--add", "-"}},
		{"a note, the journal gone", gone, note},
		{"an answer, the journal gone", gone, answer},
		{"a name that fits several", nil, []string{"write", "a"}},
		{"a name that fits several, of an answer", nil, []string{"reflect", "meaning/sentence", "--about", "a"}},
		{"about nobody", nil, []string{"reflect", "meaning/sentence", "--about", "Zoe"}},
		{"no such question", nil, []string{"reflect", "menaing/sentense"}},
		{"no such question, in JSON", nil, []string{"reflect", "menaing/sentense", "--json"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := asideBench(t)
			if c.prior != nil {
				c.prior(t, b)
			}
			b.pipes(strings.NewReader(asideWords))
			b.run(1, c.args...)
			b.wantAside(filepath.Dir(b.journal()), asideWords)
		})
	}
	t.Run("a role is missing, which shows once the words were read", func(t *testing.T) {
		b := asideBench(t)
		b.pipes(strings.NewReader(asideWords))
		b.run(2, "write", "Zoe")
		b.wantAside(filepath.Dir(b.journal()), asideWords)
		if said := b.errs.String(); !strings.Contains(said, "--help` shows how it goes") {
			t.Errorf("said %q", said)
		}
	})
	t.Run("words that are not UTF-8", func(t *testing.T) {
		b := asideBench(t)
		b.pipes(strings.NewReader("caf\xe9"))
		b.run(1, "write", "Sam")
		b.wantAside(filepath.Dir(b.journal()), "caf\xe9")
	})
	t.Run("the journal's folder is none", func(t *testing.T) {
		b := asideBench(t)
		b.pipes(strings.NewReader(asideWords))
		b.run(1, "write", "Sam", "--role", "mentee", "--journal", filepath.Join(b.journal(), "below.db"))
		b.wantAside(os.TempDir(), asideWords)
	})
	t.Run("what is piped in goes on for longer than a note can", func(t *testing.T) {
		b := asideBench(t)
		b.pipes(io.MultiReader(io.LimitReader(sameLetter{}, 70<<20), strings.NewReader("the end")))
		b.run(1, "write", "Sam")
		left := b.asides(filepath.Dir(b.journal()))
		if len(left) != 1 {
			t.Fatalf("there are %q", left)
		}
		text, err := os.ReadFile(left[0])
		if err != nil || len(text) != 70<<20+len("the end") || !strings.HasSuffix(string(text), "the end") {
			t.Errorf("%d bytes, %v", len(text), err)
		}
	})
}

// TestWordsNotAside has words that are kept, or are elsewhere, or were never read.
func TestWordsNotAside(t *testing.T) {
	none := func(t *testing.T, b *bench) {
		t.Helper()
		for _, folder := range []string{filepath.Dir(b.journal()), os.TempDir()} {
			if left := b.asides(folder); len(left) > 0 {
				t.Errorf("there are %q", left)
			}
		}
		if said := b.errs.String(); strings.Contains(said, "piped in is in") {
			t.Errorf("it says %q", said)
		}
	}
	for _, args := range [][]string{
		{"write", "Sam"}, {"write", "Sam", "--json"}, {"reflect", "meaning/sentence"}, {"reflect", "--free", "--json"},
	} {
		t.Run("the answer to what was kept fails: "+strings.Join(args, " "), func(t *testing.T) {
			b := asideBench(t)
			b.pipes(strings.NewReader(asideWords))
			b.env.Stdout = &failing{0, errors.New("no room")}
			b.run(1, args...)
			none(t, b)
			if said := b.errs.String(); !strings.Contains(said, "could not be written out in full") {
				t.Errorf("it says %q", said)
			}
		})
	}
	t.Run("words that are in a file", func(t *testing.T) {
		b := asideBench(t)
		b.overwrites(b.journal())
		name := filepath.Join(b.folder, "note.md")
		b.must(os.WriteFile(name, []byte(asideWords), 0o600))
		b.run(1, "write", "Sam", "--file", name)
		f, err := os.Open(name)
		b.must(err)
		defer f.Close()
		b.pipes(f)
		b.run(1, "write", "Sam")
		none(t, b)
	})
	t.Run("asked for in a wrong way", func(t *testing.T) {
		b := asideBench(t)
		in := strings.NewReader(asideWords)
		b.pipes(in)
		b.run(2, "write", "Sam", "--minutes", "-3")
		b.run(2, "reflect", "meaning")
		none(t, b)
		if in.Len() != len(asideWords) {
			t.Error("it was read")
		}
	})
	t.Run("no words", func(t *testing.T) {
		b := asideBench(t)
		b.pipes(strings.NewReader(" \n"))
		b.run(1, "write", "Sam")
		none(t, b)
	})
}

// asideBench is a command line at a journal that knows Sam and Ada, and has a backup.
func asideBench(t *testing.T) *bench {
	t.Helper()
	t.Setenv("TMPDIR", t.TempDir())
	b := newBench(t)
	b.keep("We began.", "Sam T.", "--role", "mentee")
	b.keep("We began.", "Ada K.", "--role", "mentee")
	return b
}

func (b *bench) journal() string {
	return filepath.Join(b.folder, ".local", "share", "bothways", "journal.db")
}

func (b *bench) pipes(in io.Reader) { b.env.Stdin, b.env.StdinTerminal = in, false }

func (b *bench) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) overwrites(path string) {
	b.t.Helper()
	b.must(os.WriteFile(path, []byte("no journal at all, but long enough to be taken for one"), 0o600))
}

func (b *bench) asides(folder string) []string {
	b.t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "bothways-note-*.md"))
	b.must(err)
	return found
}

// wantAside wants one file in a folder with words in it that only one person can read, and that it
// is named.
func (b *bench) wantAside(folder, words string) {
	b.t.Helper()
	left := b.asides(folder)
	if len(left) != 1 || !strings.Contains(b.errs.String(), "What was piped in is in "+left[0]+".") {
		b.t.Fatalf("there are %q, and it says %s", left, b.errs.String())
	}
	text, err := os.ReadFile(left[0])
	if err != nil || string(text) != words {
		b.t.Errorf("the file has %q, %v", text, err)
	}
	if info, err := os.Stat(left[0]); err != nil || info.Mode().Perm() != 0o600 {
		b.t.Errorf("the file: %v %v", info.Mode(), err)
	}
}

// sameLetter is a text without an end.
type sameLetter struct{}

func (sameLetter) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}
