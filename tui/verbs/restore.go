package verbs

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/safe"
	"bothways/tui/wording"
)

func (a *app) restoreVerb() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use: "restore [BACKUP]",
		Long: "Lists the backups of your journal, newest first. With BACKUP, which is a number\n" +
			"of that list, a name in it or any file, it shows what differs, asks, sets aside\n" +
			"what is there now and puts the backup in its place.\n\n" +
			"Of a name the day and time will do, as it has them. Numbers move on with every\n" +
			"new backup and names do not, so a script takes the name, which --json has too.",
		Example:           "bothways restore 1\n  bothways restore 2026-11-20T0812 --yes",
		ValidArgsFunction: a.completeBackup,
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) > 1:
				return misused(cmd, "`%s` takes one backup; “%s” is one too many.", cmd.CommandPath(), args[1])
			case len(args) == 1 && args[0] == "":
				return misused(cmd, "`%s` needs the number or the name of a backup.", cmd.CommandPath())
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			path, _, err := a.journalPath()
			switch {
			case err != nil:
				return err
			case len(args) == 0:
				return a.listBackups(cmd.Context(), path)
			}
			from, err := findBackup(path, args[0], a.now().Location())
			switch {
			case err != nil:
				return err
			case !yes && (!a.env.StdinTerminal || a.json):
				return misused(cmd, "Without a terminal to ask at, `%s` needs --yes; nothing was changed.", cmd.CommandPath())
			}
			return a.restore(cmd.Context(), path, from, yes)
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "do not ask")
	a.jsonFlag(cmd)
	return cmd
}

// listBackups prints the backups, numbered as restore takes them.
func (a *app) listBackups(ctx context.Context, path string) error {
	all, err := store.Backups(path)
	if err != nil {
		return err
	}
	list := jsonArray{w: a.out}
	now, unreadable := store.Look(ctx, path)
	there := somethingAt(path)
	for i, b := range all {
		h, err := store.Look(ctx, b.Path)
		if a.json {
			if err := list.Add(a.backupShape(b, h, err)); err != nil {
				return err
			}
			continue
		}
		said := holding(h)
		if err != nil {
			said = "cannot be read"
		} else if since := sinceThen(h, now); unreadable == nil && since != "" {
			said += "; since then " + since
		}
		if err := a.lineOf(fmt.Sprintf("%2d  %s  ", i+1, a.minuteOf(b.At)), joined(reasonWords(b.Reason), said, safe.Line(b.Name()))); err != nil {
			return err
		}
	}
	switch {
	case a.json:
		return a.endList(&list)
	case len(all) == 0:
		return a.line("There is no backup of %s yet; `%s backup` makes one.", safe.Line(path), safe.Line(a.program()))
	}
	if !there {
		return a.line("\nThere is no journal at %s now; `%s restore NUMBER` puts one of these in its place.", safe.Line(path), safe.Line(a.program()))
	}
	return a.line("\n`%s restore NUMBER` puts one in place, and sets aside what is there now.", safe.Line(a.program()))
}

// reasonWords says what a backup was made before.
func reasonWords(r store.BackupReason) string {
	switch r {
	case store.BackupBeforeRestore:
		return "set aside by a restore"
	case store.BackupBeforeUpdate:
		return "before an update"
	case store.BackupBeforeRepair:
		return "before a repair, damaged"
	}
	return ""
}

// sinceThen is how much more or less there is now than there was then.
func sinceThen(then, now store.Holding) string {
	var parts []string
	for _, k := range []struct {
		then, now int
		one, many string
	}{
		{then.People, now.People, "person", "people"},
		{then.Conversations, now.Conversations, "conversation", "conversations"},
		{then.Actions, now.Actions, "action", "actions"},
		{then.Answers, now.Answers, "answer", "answers"},
	} {
		switch {
		case k.now > k.then:
			parts = append(parts, wording.Counted(k.now-k.then, k.one, k.many)+" more")
		case k.now < k.then:
			parts = append(parts, wording.Counted(k.then-k.now, k.one, k.many)+" fewer")
		}
	}
	return strings.Join(parts, ", ")
}

// findBackup is the backup a person means by a number of the list, a name in it, or a path.
func findBackup(path, word string, here *time.Location) (string, error) {
	all, err := store.Backups(path)
	if err != nil {
		return "", err
	}
	if n, err := strconv.Atoi(word); err == nil && n >= 1 && n <= len(all) {
		return all[n-1].Path, nil
	}
	for _, b := range all {
		if b.Name() == word {
			return b.Path, nil
		}
	}
	if b, err := backupOf(path, all, word, here); err != nil || b != "" {
		return b, err
	}
	if info, err := os.Stat(word); err == nil && info.Mode().IsRegular() {
		return word, nil
	}
	// What a restore could not keep as a backup lies beside the journal.
	if beside := filepath.Join(filepath.Dir(path), word); filepath.Base(word) == word {
		if info, err := os.Stat(beside); err == nil && info.Mode().IsRegular() {
			return beside, nil
		}
	}
	return "", journal.Errorf(journal.CodeNotFound, "There is no backup “%s”; `bothways restore` lists them. Nothing was changed.", word)
}

// backupAt is the backup of the journal at path that the file from is, where it is one: its name tells
// the minute in UTC, which is not what a person's clock said.
func backupAt(path, from string) (store.Backup, bool) {
	all, _ := store.Backups(path) // where they cannot be listed, the file has its name still
	for _, b := range all {
		if b.Path == from {
			return b, true
		}
	}
	return store.Backup{}, false
}

// backupOf is the backup that a time means: that of its name, which is in UTC, as the name has it; or a
// day and a time, or a day alone, as the list tells them, where only one was made then. It is "" where
// the word is no time, or none was.
func backupOf(path string, all []store.Backup, word string, here *time.Location) (string, error) {
	end := filepath.Ext(path)
	var found []string
	for _, b := range all {
		at := b.At.In(here)
		switch word {
		case strings.TrimSuffix(strings.TrimPrefix(b.Name(), strings.TrimSuffix(filepath.Base(path), end)+"-"), end):
			return b.Path, nil
		case at.Format("2006-01-02 15:04"), at.Format(time.DateOnly):
			found = append(found, b.Path)
		}
	}
	switch len(found) {
	case 0:
		return "", nil
	case 1:
		return found[0], nil
	}
	return "", journal.Errorf(journal.CodeInvalid, "There are %d backups of %s; `bothways restore` lists them with their names. Give one of those; nothing was changed.", len(found), word)
}

// restore puts the file from in the journal's place.
func (a *app) restore(ctx context.Context, path, from string, yes bool) error {
	holds, err := store.Look(ctx, from)
	if err != nil {
		return err
	}
	if err := store.Replaceable(ctx, path); err != nil { // before anybody is asked in vain
		return err
	}
	if !a.json {
		if err := a.showDifference(ctx, path, from, holds); err != nil {
			return err
		}
	}
	if !yes {
		question := "Put it in place? What is there now is set aside first. [y/N] "
		if !somethingAt(path) {
			question = "Put it in place? [y/N] "
		}
		if sure, err := a.ask(question); err != nil || !sure {
			if err == nil {
				err = a.line("Nothing was changed.")
			}
			return err
		}
	}
	done, err := store.Restore(ctx, store.Options{Path: path, Now: a.now, Program: a.program()}, from)
	if err != nil {
		return err
	}
	if a.json {
		return a.writeJSON(restoredJSON{Restored: from, Aside: orNull(done.Aside), Damaged: done.Damaged})
	}
	then := "in " + safe.Line(filepath.Base(from))
	if b, ok := backupAt(path, from); ok {
		then = "on " + a.minuteOf(b.At)
		if b.Reason == store.BackupBeforeRestore {
			then += ", when a restore set it aside"
		}
	}
	if err := a.line("The journal is now as it was %s.", then); err != nil || done.Aside == "" {
		return err
	}
	if done.Damaged {
		return a.line("The damaged file was kept as %s.", safe.Line(done.Aside))
	}
	return a.line("What it held before is kept as %s; `%s restore %s` undoes this.", safe.Line(done.Aside), safe.Line(a.program()),
		safe.Line(store.ShellWord(filepath.Base(done.Aside))))
}

type restoredJSON struct {
	Restored string  `json:"restored"`
	Aside    *string `json:"aside"`
	Damaged  bool    `json:"damaged"`
}

// showDifference says what would be there that is not, and the other way round.
func (a *app) showDifference(ctx context.Context, path, from string, holds store.Holding) error {
	newest := ""
	if !holds.Newest.IsZero() {
		newest = ", the latest of " + a.minuteOf(holds.Newest)
	}
	name := safe.Line(filepath.Base(from))
	if b, ok := backupAt(path, from); ok {
		name += ", of " + a.minuteOf(b.At) + ","
	}
	if err := a.line("%s holds %s%s.", name, holding(holds), newest); err != nil {
		return err
	}
	if !somethingAt(path) {
		return a.line("There is no journal at %s now, so there is nothing to set aside.", safe.Line(path))
	}
	now, err := store.Look(ctx, path)
	if err != nil {
		return a.line("The journal that is there now cannot be read, so the two cannot be compared.")
	}
	d, err := store.Compare(ctx, path, from)
	switch {
	case err != nil:
		return a.line("The journal that is there now cannot be read in full, so the two cannot be compared.")
	case d.IsZero():
		return a.line("The journal holds the same conversations, actions and answers now.")
	}
	of := func(pick func(store.Apart) int) string {
		var parts []string
		for _, k := range []struct {
			n   int
			one string
		}{{pick(d.Conversations), "conversation"}, {pick(d.Actions), "action"}, {pick(d.Answers), "answer"}} {
			if k.n > 0 {
				parts = append(parts, plural(k.n, k.one))
			}
		}
		return strings.Join(parts, ", ")
	}
	for _, k := range []struct{ what, said string }{
		{"Only in the journal as it is now", of(func(n store.Apart) int { return n.Here })},
		{"Only in the backup", of(func(n store.Apart) int { return n.There })},
		{"In both, but changed", of(func(n store.Apart) int { return n.Changed })},
	} {
		if k.said == "" {
			continue
		}
		if err := a.line("%s: %s.", k.what, k.said); err != nil {
			return err
		}
	}
	if !now.Newest.IsZero() {
		return a.line("The latest in the journal as it is now is of %s.", a.minuteOf(now.Newest))
	}
	return nil
}

// ask asks a person at the terminal; only a clear yes is one.
func (a *app) ask(question string) (bool, error) {
	if _, err := a.out.WriteString(question); err != nil {
		return false, unwritable(err)
	}
	if err := a.out.Flush(); err != nil {
		return false, unwritable(err)
	}
	answer, _ := bufio.NewReader(a.env.Stdin).ReadString('\n') // no answer is a no
	answer = strings.ToLower(strings.TrimSpace(answer))
	return answer == "y" || answer == "yes", nil
}

// completeBackup offers the names of the backups.
func (a *app) completeBackup(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	path, _, err := a.journalPath()
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	all, _ := store.Backups(path)
	var names []string
	for _, b := range all {
		if strings.HasPrefix(b.Name(), typed) {
			names = append(names, completion(b.Name(), a.minuteOf(b.At)))
		}
	}
	return names, cobra.ShellCompDirectiveDefault // any file will do as well
}
