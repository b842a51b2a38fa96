package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// BackupReason says what a backup was made before; it is a part of its name.
type BackupReason string

const (
	BackupPlain         BackupReason = ""               // of a day's beginning, or asked for
	BackupBeforeRestore BackupReason = "before-restore" // never deleted: it may hold words that are nowhere else
	BackupBeforeUpdate  BackupReason = "before-update"  // of the journal as an earlier version left it
	BackupBeforeRepair  BackupReason = "before-repair"  // never deleted, and as damaged as the journal was
)

// Backup is a copy of a journal in the folder of its backups.
type Backup struct {
	Path   string
	At     time.Time // the minute it was made, as its name says
	Reason BackupReason
	Bytes  int64

	written time.Time // as the file system says, which tells those of one minute apart
}

// Name is the backup's file name, by which restore knows it.
func (b Backup) Name() string { return filepath.Base(b.Path) }

// backupTime is how a backup's name tells the minute, in UTC.
const backupTime = "2006-01-02T1504"

// backupFolder is where the backups of a journal are.
func backupFolder(path string) string { return filepath.Join(filepath.Dir(path), "backups") }

// backupName is the name of the nth backup of the journal at path of one minute.
func backupName(path string, at time.Time, reason BackupReason, nth int) string {
	end := filepath.Ext(path)
	name := strings.TrimSuffix(filepath.Base(path), end) + "-" + at.UTC().Format(backupTime)
	if reason != BackupPlain {
		name += "-" + string(reason)
	}
	if nth > 1 {
		name += fmt.Sprintf("-%d", nth)
	}
	return name + end
}

// realPath is the file a journal's name stands for, which may be a link: what takes its place must
// not take that of the link.
func realPath(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if at, err := filepath.EvalSymlinks(abs); err == nil {
		return at, nil
	}
	return abs, nil
}

// fileOf is the file that path stands for where its last name is a link. What SQLite keeps beside a
// file it keeps beside that one; folders that are links make no difference.
func fileOf(path string) string {
	if info, err := os.Lstat(path); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return path
	}
	if at, err := realPath(path); err == nil {
		return at
	}
	return path
}

// Backups are the backups of the journal at path that the program made, newest first. None was
// opened; whether one is sound is found out by looking into it.
func Backups(path string) ([]Backup, error) {
	path, err := realPath(path)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(backupFolder(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, unreadable(backupFolder(path), err)
	}
	end := filepath.Ext(path)
	name, err := regexp.Compile("^" + regexp.QuoteMeta(strings.TrimSuffix(filepath.Base(path), end)) +
		`-(\d{4}-\d\d-\d\dT\d{4})(?:-(before-restore|before-update|before-repair))?(?:-\d{1,4})?` + regexp.QuoteMeta(end) + "$")
	if err != nil {
		return nil, err
	}
	var out []Backup
	for _, e := range entries {
		m := name.FindStringSubmatch(e.Name())
		if m == nil || !e.Type().IsRegular() {
			continue
		}
		at, err := time.Parse(backupTime, m[1])
		info, gone := e.Info()
		if err != nil || gone != nil {
			continue
		}
		b := Backup{Path: filepath.Join(backupFolder(path), e.Name()), At: at, Reason: BackupReason(m[2]), Bytes: info.Size(), written: info.ModTime()}
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b Backup) int {
		if c := b.At.Compare(a.At); c != 0 {
			return c
		}
		if c := b.written.Compare(a.written); c != 0 {
			return c
		}
		return strings.Compare(b.Path, a.Path)
	})
	return out, nil
}
