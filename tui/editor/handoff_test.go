package editor

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func has(names ...string) func(string) (string, error) {
	return func(s string) (string, error) {
		if slices.Contains(names, s) {
			return s, nil
		}
		return "", exec.ErrNotFound
	}
}

func TestHandoffCommand(t *testing.T) {
	for _, c := range []struct {
		name string
		o    HandoffOptions
		want string // arguments joined by |, FILE for the path
	}{
		{"VISUAL first", HandoffOptions{Visual: "vim", Editor: "nano", Line: 3}, "vim|+3|FILE"},
		{"EDITOR next", HandoffOptions{Visual: " ", Editor: "nano", Line: 3}, "nano|+3|FILE"},
		{"vi if there is none", HandoffOptions{Line: 2, LookPath: has("vi", "nano")}, "vi|+2|FILE"},
		{"nano if there is no vi", HandoffOptions{Line: 2, LookPath: has("nano")}, "nano|+2|FILE"},
		{"notepad", HandoffOptions{GOOS: "windows", Line: 2, LookPath: has("notepad")}, "notepad|FILE"},
		{"arguments", HandoffOptions{Visual: "emacsclient -t -a ''", Line: 9}, "emacsclient|-t|-a||+9|FILE"},
		{"code", HandoffOptions{Visual: "code --wait", Line: 9}, "code|--wait|-g|FILE:9"},
		{"code without a line", HandoffOptions{Visual: "code --wait"}, "code|--wait|FILE"},
		{"path", HandoffOptions{Visual: "/usr/bin/nvim -f", Line: 1}, "/usr/bin/nvim|-f|+1|FILE"},
		{"quoted path", HandoffOptions{Visual: `"/my apps/hx" -v`, Line: 4}, "/my apps/hx|-v|+4|FILE"},
		{"escaped path", HandoffOptions{Visual: `/my\ apps/hx`, Line: 4}, "/my apps/hx|+4|FILE"},
		{"windows path", HandoffOptions{GOOS: "windows", Visual: `"C:\My Apps\vim.exe" -n`, Line: 4}, `C:\My Apps\vim.exe|-n|+4|FILE`},
		{"not known", HandoffOptions{Visual: "ed", Line: 4}, "ed|FILE"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.o.Dir = filepath.Join(t.TempDir(), "deep", "er")
			if c.o.LookPath == nil {
				c.o.LookPath = func(s string) (string, error) { return s, nil }
			}
			h, err := OpenHandoff("text", c.o)
			if err != nil {
				t.Fatal(err)
			}
			got := strings.ReplaceAll(strings.Join(h.Command().Args, "|"), h.path(), "FILE")
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
	for _, c := range []struct {
		name, says string
		o          HandoffOptions
	}{
		{"open quote", "EDITOR has a quote", HandoffOptions{Editor: `vim "x`}},
		{"not found", "VISUAL names was not found", HandoffOptions{Visual: "nonesuch", LookPath: has("vi")}},
		{"nothing at all", "No editor was found", HandoffOptions{LookPath: has()}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.o.Dir = t.TempDir()
			_, err := OpenHandoff("text", c.o)
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v", err)
			}
			if left, _ := os.ReadDir(c.o.Dir); len(left) > 0 {
				t.Errorf("left %v behind", left)
			}
		})
	}
	t.Run("no room to write", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := OpenHandoff("text", HandoffOptions{Dir: file, Visual: "vi", LookPath: has("vi")})
		if err == nil || !strings.Contains(err.Error(), "still here") {
			t.Errorf("got %v", err)
		}
	})
}

func TestHandoffPrivate(t *testing.T) {
	h := lend(t, "text\n")
	for path, want := range map[string]os.FileMode{h.path(): 0o600, h.dir: 0o700 | os.ModeDir} {
		info, err := os.Stat(path)
		if err != nil || info.Mode() != want {
			t.Errorf("%s: %v, %v, want %v", path, info.Mode(), err, want)
		}
	}
	if filepath.Base(h.path()) != "note.md" {
		t.Errorf("the file is %s", h.path())
	}
	if err := h.Clean(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(h.dir); !os.IsNotExist(err) {
		t.Errorf("the folder is still there: %v", err)
	}
}

func lend(t *testing.T, text string) *Handoff {
	t.Helper()
	h, err := OpenHandoff(text, HandoffOptions{Dir: t.TempDir(), Visual: "vi", LookPath: has("vi")})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestHandoffResult(t *testing.T) {
	write := func(s string) func(string) error {
		return func(path string) error { return os.WriteFile(path, []byte(s), 0o600) }
	}
	for _, c := range []struct {
		name, original string
		do             func(path string) error
		exit           error
		text, edited   string
		says           string // empty for no error
	}{
		{"edited", "one", write("two"), nil, "two", "", ""},
		{"untouched", "one", func(string) error { return nil }, nil, "one", "", ""},
		{"line break added", "one", write("one\n"), nil, "one", "", ""},
		{"only one line break goes", "one", write("one\n\n"), nil, "one\n", "", ""},
		{"windows line break added", "one", write("one\r\n"), nil, "one", "", ""},
		{"line break that was there", "one\n", write("two\n"), nil, "two\n", "", ""},
		{"byte order mark", "one", write("\ufeffone"), nil, "one", "", ""},
		{"first words", "", write("new\n"), nil, "new", "", ""},
		{"still nothing", "", write("\n"), nil, "", "", ""},
		{"emptied", "one", write(""), nil, "one", "", "came back empty"},
		{"emptied but for a line", "one", write(" \n"), nil, "one", " ", "came back empty"},
		{"removed", "one", os.Remove, nil, "one", "", "left no note"},
		{"not UTF-8", "one", write("t\xffwo"), nil, "one", "t\xffwo", "encoding"},
		{"never was UTF-8", "o\xff", write("o\xfft"), nil, "o\xfft", "", ""},
		{"exit 1", "one", func(string) error { return nil }, errors.New("exit status 1"), "one", "", "stopped with an error"},
		{"exit 1 with changes", "one", write("two"), errors.New("exit status 1"), "one", "two", "note.md"},
		{"exit 1, removed", "one", os.Remove, errors.New("exit status 1"), "one", "", "stopped with an error"},
		{"replaced by rename", "one", func(path string) error {
			if err := os.WriteFile(path+"~", []byte("two"), 0o644); err != nil {
				return err
			}
			return os.Rename(path+"~", path)
		}, nil, "two", "", ""},
		{"a folder in its place", "one", func(path string) error {
			return errors.Join(os.Remove(path), os.Mkdir(path, 0o700))
		}, nil, "one", "", "could not be read"},
		{"a link in its place", "one", func(path string) error {
			return errors.Join(os.Remove(path), os.Symlink("/etc/hostname", path))
		}, nil, "one", "", "could not be read"},
		{"huge", "one", func(path string) error { return os.Truncate(path, maxHandoff+1) }, nil, "one", "", "64 MB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := lend(t, c.original)
			if err := c.do(h.path()); err != nil {
				t.Fatal(err)
			}
			r := h.Result(c.exit)
			if named := r.Err != nil && strings.Contains(r.Err.Error(), r.Path); r.Keep != named {
				t.Errorf("keep is %v and it says %v", r.Keep, r.Err)
			}
			if r.Text != c.text || r.Edited != c.edited || r.Changed != (c.text != c.original) {
				t.Errorf("got %q, changed %v, edited %q", r.Text, r.Changed, r.Edited)
			}
			switch {
			case c.says == "" && r.Err != nil:
				t.Errorf("said %v", r.Err)
			case c.says != "" && (r.Err == nil || !strings.Contains(r.Err.Error(), c.says) || !strings.HasSuffix(r.Err.Error(), ".")):
				t.Errorf("said %v, want %q", r.Err, c.says)
			}
		})
	}
	t.Run("a real editor", func(t *testing.T) {
		script := filepath.Join(t.TempDir(), "my editor")
		if err := os.WriteFile(script, []byte("#!/bin/sh\necho more >> \"$1\"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		h, err := OpenHandoff("one\n", HandoffOptions{Dir: t.TempDir(), Visual: `'` + script + `'`, Line: 1})
		if err != nil {
			t.Fatal(err)
		}
		if r := h.Result(h.Command().Run()); r.Text != "one\nmore\n" || r.Err != nil {
			t.Errorf("got %q, %v", r.Text, r.Err)
		}
	})
}
