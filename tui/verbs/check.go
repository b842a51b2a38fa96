package verbs

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/safe"
	"bothways/tui/wording"
)

func (a *app) checkVerb() *cobra.Command {
	var repair bool
	var salvage string
	cmd := &cobra.Command{
		Use: "check",
		Long: "Reads all of your journal and of every backup, and says what is well and what is\n" +
			"not. It takes a while and changes nothing, but for --repair, which makes damaged\n" +
			"indexes anew, and --salvage, which saves what can still be read into a new file.",
		Example:           "bothways check --salvage saved.db",
		Args:              noWords,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			given := cmd.Flags().Changed
			switch {
			case given("salvage") && salvage == "":
				return misused(cmd, "--salvage needs the name of a file.")
			case repair && given("salvage"):
				return misused(cmd, "--repair and --salvage do not go together.")
			}
			at, err := a.findJournal(cmd.Context())
			switch {
			case err != nil:
				return err
			case !at.exists:
				return at.missing()
			case repair:
				return a.repair(cmd.Context(), at.path)
			case given("salvage"):
				return a.salvage(cmd.Context(), at.path, salvage)
			}
			return a.check(cmd.Context(), at.path)
		},
	}
	cmd.Flags().BoolVar(&repair, "repair", false, "make damaged indexes anew; a copy is set aside first")
	cmd.Flags().StringVar(&salvage, "salvage", "", "save what can be read into a new journal, `FILE`")
	return cmd
}

// check prints one line for the journal and one for each backup.
func (a *app) check(ctx context.Context, path string) error {
	found, err := store.Check(ctx, path)
	if err != nil {
		return err
	}
	if err := a.checkedRows(path, found, ""); err != nil {
		return err
	}
	all, err := store.Backups(path)
	if err != nil {
		return err
	}
	bad, newestGood := 0, ""
	for _, b := range all {
		c, err := store.CheckBackup(ctx, b.Path)
		if err != nil {
			c.Problems = []string{journal.ErrorMessage(err)}
		}
		if err := a.checkedRows(b.Name(), c, a.minuteOf(b.At)); err != nil {
			return err
		}
		switch {
		case b.Reason == store.BackupBeforeRepair: // those are kept for their damage
		case !c.Well():
			bad++
		case newestGood == "":
			newestGood = b.Name()
		}
	}
	switch {
	case !found.Well():
		return a.unwell(found, newestGood)
	case bad > 0:
		return journal.Errorf(journal.CodeDamaged, "The journal is well, but %s cannot be relied on; `%s backup` makes a new one.", plural(bad, "backup"), a.program())
	case len(all) == 0:
		return a.line("The journal is well. There is no backup yet; `%s backup` makes one.", safe.Line(a.program()))
	}
	return a.line("All is well.")
}

// unwell says how to go on with a damaged journal.
func (a *app) unwell(c store.Checked, newestGood string) error {
	advice := fmt.Sprintf("`%s check --salvage FILE` saves into a new file what can still be read.", a.program())
	if newestGood != "" {
		advice = fmt.Sprintf("`%s restore %s` puts the newest good backup in place; ", a.program(), store.ShellWord(newestGood)) + advice
	}
	if len(c.Indexes) > 0 {
		return journal.Errorf(journal.CodeDamaged, "Only indexes of the journal are damaged, and no words; `%s check --repair` makes them anew.", a.program())
	}
	return journal.Errorf(journal.CodeDamaged, "The journal is damaged; nothing was changed. %s", advice)
}

// checkedRows is what was found in one file: a line where it is well, else one for each problem.
func (a *app) checkedRows(name string, c store.Checked, when string) error {
	if c.Well() {
		return a.lineOf("well     ", joined(safe.Line(name), when, holding(c.Holds)))
	}
	for _, p := range c.Problems {
		if err := a.lineOf("damaged  ", joined(safe.Line(name), when, safe.Line(p))); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) repair(ctx context.Context, path string) error {
	aside, err := store.Repair(ctx, store.Options{Path: path, Now: a.now, Program: a.program()})
	if err != nil {
		return err
	}
	return a.line("The indexes were made anew and the journal is well. As it was before, it is kept as %s.", safe.Line(aside.Path))
}

// salvage saves what can be read, and says for each table how much that was.
func (a *app) salvage(ctx context.Context, path, to string) error {
	if err := mustBeFree(to); err != nil {
		return journal.Errorf(journal.CodeConflict, "There is something at %s already, and it was left as it is; --salvage takes a name that is still free.", to)
	}
	saved, err := store.Salvage(ctx, store.Options{Path: path, Now: a.now, Program: a.program()}, to)
	if err != nil {
		return err
	}
	for _, t := range saved.Tables {
		lost := ""
		switch {
		case t.Left > 0:
			lost = fmt.Sprintf("%s could not be kept", wording.Count(t.Left))
		case t.Broken:
			lost = "the rest cannot be read"
		}
		if err := a.lineOf(fmt.Sprintf("%8s  ", wording.Count(t.Saved)), joined(t.Name, lost)); err != nil {
			return err
		}
	}
	if err := a.line("What could be read of the journal is in %s; the journal itself was not touched.", safe.Line(to)); err != nil {
		return err
	}
	if saved.Invented > 0 {
		return a.line("%s whose name or relationship was lost stand there as “%s”.", plural(saved.Invented, "entry"), store.SalvagedName)
	}
	return nil
}
