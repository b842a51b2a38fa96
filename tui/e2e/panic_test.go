//go:build unix

package e2e

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// faulty builds the program with one line more, in a file that is otherwise as it is.
func faulty(t *testing.T, file, after, line string) (program string) {
	t.Helper()
	dir := t.TempDir()
	path, err := filepath.Abs(filepath.Join("..", "..", file))
	must(t, err)
	src := readFile(t, path)
	if strings.Count(src, after) != 1 {
		t.Fatalf("%q is not once in %s", after, file)
	}
	changed := filepath.Join(dir, "changed.go")
	must(t, os.WriteFile(changed, []byte(strings.Replace(src, after, after+"\n"+line, 1)), 0o600))
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{path: changed}})
	must(t, err)
	list := filepath.Join(dir, "overlay.json")
	must(t, os.WriteFile(list, overlay, 0o600))
	program = filepath.Join(dir, "bothways")
	build := exec.Command("go", "build", "-overlay", list, "-o", program, "bothways")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

// TestPanic gives the real program a fault, which it meets in the middle of a note.
func TestPanic(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	c := h.command()
	c.Path = faulty(t, "tui/global.go", "func (r *Root) openPalette() tea.Cmd {", "\tpanic(r.top().(Lender).Words())")
	p := &person{openTerminal(t, c, window{width: 80, height: 24})}
	const words = "She slept badly."
	p.BeginsNote("Priya N.").Types(words).Sees(words).Press("ctrl+k")
	e := p.Ends().Tidily()
	if e.state.ExitCode() != 1 {
		t.Errorf("it ended with %s", e.state)
	}
	reports, err := filepath.Glob(h.Journal() + ".report-*.txt")
	must(t, err)
	if len(reports) != 1 {
		t.Fatalf("the reports are %v", reports)
	}
	info, err := os.Stat(reports[0])
	must(t, err)
	report := readFile(t, reports[0])
	if info.Mode().Perm() != 0o600 || strings.Contains(report, "slept") || !strings.Contains(report, "openPalette") {
		t.Errorf("%v %s", info.Mode(), report)
	}
	_, said, _ := strings.Cut(e.raw, "\x1b[?1049l")
	said = strings.Join(strings.Fields(said), " ")
	if !strings.Contains(said, "everything typed up to then is kept") || !strings.Contains(said, reports[0]) || strings.Contains(said, "slept") || strings.Contains(said, "goroutine") {
		t.Errorf("it says %q", said)
	}
	hasDraftNow(t, h, words)
	h.Opens().Sees("NOT KEPT YET", words).Press("q").Ends().Well()
}
