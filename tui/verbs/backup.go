package verbs

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/safe"
	"bothways/tui/wording"
)

func (a *app) backupVerb() *cobra.Command {
	cmd := &cobra.Command{
		Use: "backup [FILE]",
		Long: "Makes a copy of your journal, reads all of it back, and says what it holds. With\n" +
			"FILE it is made there, and never taken away by itself; otherwise it goes into\n" +
			"the folder backups beside your journal. The first words of a day make one too.",
		Example: "bothways backup /media/stick/journal.db",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return misused(cmd, "`%s` takes one file name; “%s” is one too many.", cmd.CommandPath(), args[1])
			}
			if len(args) == 1 && args[0] == "" {
				return misused(cmd, "`%s` needs a file name that is not empty, or none.", cmd.CommandPath())
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withExisting(cmd.Context(), func(s *store.Store) error {
				return a.backup(cmd.Context(), s, strings.Join(args, ""))
			})
		},
	}
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) backup(ctx context.Context, s *store.Store, file string) error {
	var b store.Backup
	var err error
	if file != "" {
		b, err = s.BackupTo(ctx, file)
	} else {
		b, err = s.Backup(ctx)
	}
	if b.Path == "" {
		return err
	}
	holds, looked := store.Look(ctx, b.Path)
	if looked != nil {
		return looked
	}
	if a.json {
		if said := a.writeJSON(a.backupShape(b, holds, nil)); said != nil {
			return said
		}
		return err
	}
	if said := a.line("Backed up to %s: %s. It was read back and is whole.", safe.Line(b.Path), holding(holds)); said != nil {
		return said
	}
	return err // older ones that could not be taken away
}

// backUpToday makes the first backup of a day once the answer is out. Where it fails that is said
// beside the answer, which stands.
func (a *app) backUpToday(ctx context.Context, s *store.Store) {
	if !s.BackupDue() {
		return
	}
	_ = a.out.Flush() // what fails here fails again at the end, and is said there
	if err := s.DailyBackup(context.WithoutCancel(ctx)); err != nil {
		a.aside("%s", journal.ErrorMessage(err))
	}
}

// holding says how much there is in words.
func holding(h store.Holding) string {
	return wording.Counted(h.People, "person", "people") + ", " + plural(h.Conversations, "conversation") + ", " +
		plural(h.Actions, "action") + " and " + plural(h.Answers, "answer")
}

// backupJSON is a backup as scripts see it.
type backupJSON struct {
	Name          string  `json:"name"`
	Path          string  `json:"path"`
	At            *string `json:"at"`
	Reason        *string `json:"reason"`
	Bytes         int64   `json:"bytes"`
	Readable      bool    `json:"readable"`
	People        int     `json:"people"`
	Conversations int     `json:"conversations"`
	Actions       int     `json:"actions"`
	Answers       int     `json:"answers"`
	Newest        *string `json:"newest"`
}

func (a *app) backupShape(b store.Backup, h store.Holding, unreadable error) backupJSON {
	out := backupJSON{
		Name: b.Name(), Path: b.Path, At: instant(b.At.In(a.now().Location())), Bytes: b.Bytes, Readable: unreadable == nil,
		People: h.People, Conversations: h.Conversations, Actions: h.Actions, Answers: h.Answers,
	}
	if b.Reason != store.BackupPlain {
		reason := string(b.Reason)
		out.Reason = &reason
	}
	if !h.Newest.IsZero() {
		out.Newest = instant(h.Newest.In(a.now().Location()))
	}
	return out
}

// minuteOf is a moment to the minute, in full.
func (a *app) minuteOf(t time.Time) string {
	t = t.In(a.now().Location())
	return a.dayLong(journal.DateOf(t)) + t.Format(" 15:04")
}

// program is how to run this program on the same journal again.
func (a *app) program() string {
	if a.journalFlag == "" {
		return "bothways"
	}
	return "bothways --journal " + store.ShellWord(a.journalFlag)
}
