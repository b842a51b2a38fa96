package store

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Copies are the files beside the journal that a service which copies folders seems to have put
// there, since the journal was written on two machines at once. They are never opened.
func (s *Store) Copies() []string {
	dir, name := filepath.Split(s.file)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // a folder that cannot be listed shows nothing
	}
	var out []string
	for _, e := range entries {
		if !e.IsDir() && isCopy(name, e.Name()) {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	return out
}

// isCopy reports whether other is what the usual services call a copy of the file name that they
// could not bring together with it.
func isCopy(name, other string) bool {
	ext := filepath.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	rest, ok := strings.CutPrefix(strings.TrimSuffix(other, ext), stem)
	if !ok || !strings.HasSuffix(other, ext) {
		return false
	}
	marks := regexp.MustCompile(`(?i)^( \d{1,3}| \(\d{1,3}\)|[ _-].*conflict(ed)?\b.*|.* conflicted copy.*|\.sync-conflict-.*| \(.*conflict.*\).*)$`)
	return marks.MatchString(rest)
}
