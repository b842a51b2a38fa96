package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// TestBuild makes a journal under a passing name, on a disk here and on another machine's: nothing is
// beside it.
func TestBuild(t *testing.T) {
	for name, far := range map[string]bool{"here": false, "on another machine": true} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			tmp := must(build(context.Background(), dir, far, nil))(t)
			entries := must(os.ReadDir(dir))(t)
			if len(entries) != 1 || entries[0].Name() != filepath.Base(tmp) {
				t.Errorf("there are %v", entries)
			}
		})
	}
}
