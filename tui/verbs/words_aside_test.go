package verbs_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWordsAside pipes words to a journal that does not take them: they are in a file that is named,
// unless they are in one already.
func TestWordsAside(t *testing.T) {
	const words = "She led the meeting herself.\n"
	for _, c := range []struct {
		name string
		args []string
	}{
		{"a note", []string{"write", "Sam"}},
		{"a note, told to read what is piped in", []string{"write", "Sam", "--file", "-"}},
		{"an answer", []string{"reflect", "meaning/sentence"}},
		{"free words", []string{"reflect", "--free"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, temp := unkeeping(t)
			b.env.Stdin, b.env.StdinTerminal = strings.NewReader(words), false
			b.run(1, c.args...)
			left := asides(t, temp)
			if len(left) != 1 || !strings.Contains(b.errs.String(), left[0]) {
				t.Fatalf("there are %q, and it says %s", left, b.errs.String())
			}
			text, err := os.ReadFile(left[0])
			if err != nil || string(text) != words {
				t.Errorf("the file has %q, %v", text, err)
			}
			if info, err := os.Stat(left[0]); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("the file: %v %v", info.Mode(), err)
			}
		})
	}
	t.Run("words that are in a file", func(t *testing.T) {
		b, temp := unkeeping(t)
		name := filepath.Join(b.folder, "note.md")
		if err := os.WriteFile(name, []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
		b.run(1, "write", "Sam", "--file", name)
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		b.env.Stdin, b.env.StdinTerminal = f, false
		b.run(1, "write", "Sam")
		if left := asides(t, temp); len(left) > 0 {
			t.Errorf("there are %q", left)
		}
	})
	t.Run("asked for in a wrong way", func(t *testing.T) {
		b, temp := unkeeping(t)
		b.env.Stdin, b.env.StdinTerminal = strings.NewReader(words), false
		b.run(2, "write", "Sam", "--minutes", "-3")
		if left := asides(t, temp); len(left) > 0 {
			t.Errorf("there are %q", left)
		}
	})
}

// unkeeping is a command line at a journal that knows Sam, and whose file is damaged since.
func unkeeping(t *testing.T) (b *bench, temp string) {
	t.Helper()
	temp = t.TempDir()
	t.Setenv("TMPDIR", temp)
	b = newBench(t)
	b.keep("We began.", "Sam T.", "--role", "mentee")
	b.run(0)
	if len(b.paths) != 1 {
		t.Fatal(b.paths)
	}
	if err := os.WriteFile(b.paths[0], []byte("no journal at all, but long enough to be taken for one"), 0o600); err != nil {
		t.Fatal(err)
	}
	return b, temp
}

func asides(t *testing.T, temp string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(temp, "bothways-note-*.md"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}
