//go:build unix

package e2e

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// envProgram is where TestMain leaves the path of the program for the tests.
const envProgram = "BOTHWAYS_E2E_PROGRAM"

func TestMain(m *testing.M) {
	code, err := withProgram(m.Run)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// withProgram builds the program once for all tests, and takes it away afterwards.
func withProgram(run func() int) (code int, err error) {
	dir, err := os.MkdirTemp("", "bothways-e2e-")
	if err != nil {
		return 0, err
	}
	defer func() {
		if gone := os.RemoveAll(dir); err == nil {
			err = gone
		}
	}()
	bin := filepath.Join(dir, "bothways")
	build := exec.Command("go", "build", "-o", bin, "bothways")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("the program does not build: %w\n%s", err, out)
	}
	if err := os.Setenv(envProgram, bin); err != nil {
		return 0, err
	}
	return run(), nil
}

// noticeSources looks at every folder the program is built from. The go command reuses the outcome
// of a test until a file the test looked at changes, and it cannot know what a build looks at. It
// takes note only of what a test looks at, not of what TestMain does before them.
func noticeSources(root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && path != root && strings.HasPrefix(d.Name(), ".") {
			return filepath.SkipDir
		}
		return err
	})
}
