package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bothways/journal"
)

// Gone is why no journal is begun at o.Path: there was one, for it left backups, or what was kept
// when it was taken away while it was open. It is nil where there is a file, or nothing is left of one.
func Gone(ctx context.Context, o Options) error {
	path, err := filepath.Abs(o.Path)
	if err != nil {
		return nil // opening says what is wrong with that
	}
	// A link that leads nowhere and a part of what was written are left to opening too.
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) || hasWAL(path) {
		return nil
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	all, kept, err := leftOf(path)
	if err != nil {
		return err
	}
	if len(all) == 0 && len(kept) == 0 {
		return nil
	}
	said, away := []string{fmt.Sprintf("There is no journal at %s; nothing was made.", path)}, "that file"
	if len(all) > 0 {
		many, which := "a backup of one is", "It cannot be read in full."
		if len(all) > 1 {
			many, which = fmt.Sprintf("%d backups of one are", len(all)), "None of them can be read in full."
		}
		if newest, found := newestGoodSaid(ctx, o, path); found {
			which = newest
		}
		said[0] = fmt.Sprintf("There is no journal at %s, but %s in %s; nothing was made.", path, many, backupFolder(path))
		said, away = append(said, which), "that folder"
	}
	if len(kept) > 0 {
		name := filepath.Base(kept[0])
		said = append(said, fmt.Sprintf("What it held when it was taken away while it was open is in %s; `%s restore %s` puts that in place.", name, program(o), ShellWord(name)))
		if len(all) > 0 {
			away = "that folder and that file"
		}
	}
	said = append(said, fmt.Sprintf("To begin anew, move %s away.", away))
	return journal.Errorf(journal.CodeNotFound, "%s", strings.Join(said, " "))
}

// leftOf is what is left of a journal. Where a folder cannot be looked into nobody knows, and one that
// is begun anew there would hide what is.
func leftOf(path string) (all []Backup, kept []string, err error) {
	unseen := func(folder string, err error) error {
		e := journal.Errorf(journal.CodeInvalid, "There is no journal at %s, and whether one left backups cannot be seen, since %s cannot be read; nothing was made. See whether you may read that folder, or name another place.", path, folder)
		e.Cause = err
		return e
	}
	folder := backupFolder(path)
	// A file of that name is no folder of backups.
	if info, err := os.Stat(folder); err == nil && info.IsDir() {
		if all, err = Backups(path); err != nil {
			return nil, nil, unseen(folder, err)
		}
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, unseen(folder, err)
	}
	if kept, err = keptAsides(path); err != nil {
		return nil, nil, unseen(filepath.Dir(path), err)
	}
	return all, kept, nil
}

// keptAsides are the files beside the journal into which keepAside put what was kept, newest first.
func keptAsides(path string) (out []string, err error) {
	dir, name := filepath.Split(path)
	end := filepath.Ext(name)
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, e := range entries {
		at, ok := strings.CutPrefix(strings.TrimSuffix(e.Name(), end), strings.TrimSuffix(name, end)+"-kept-")
		if _, err := time.Parse(keptTime, at); ok && err == nil && strings.HasSuffix(e.Name(), end) && e.Type().IsRegular() {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	slices.Reverse(out) // they are listed by name, which is by time
	return slices.DeleteFunc(out, func(file string) bool { return !opens(file) }), nil
}

// newestGoodSaid says which is the newest backup that can be read in full, and how it is put in place.
func newestGoodSaid(ctx context.Context, o Options, path string) (string, bool) {
	b, ok := newestGood(ctx, path)
	if !ok {
		return "", false
	}
	said := fmt.Sprintf("The newest good backup is of %s; `%s restore %s` puts it in place.",
		b.At.In(o.Now().Location()).Format("2 January 2006, 15:04"), program(o), ShellWord(b.Name()))
	all, _ := Backups(path)
	later := func(o Backup) bool { return o.Reason == BackupBeforeRestore && !o.At.Before(b.At) }
	if b.Reason == BackupBeforeRestore { // it may be the one that was not wanted
		said += fmt.Sprintf(" It was set aside by a restore; `%s restore` lists the others.", program(o))
	} else if slices.ContainsFunc(all, later) {
		said += fmt.Sprintf(" `%s restore` also lists what a restore set aside since then.", program(o))
	}
	return said, true
}

// program is how a person runs the program on this journal.
func program(o Options) string {
	if o.Program == "" {
		return "bothways"
	}
	return o.Program
}
