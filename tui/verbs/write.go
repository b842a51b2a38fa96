package verbs

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
)

// writing is what `write` was given besides the name and the words.
type writing struct {
	file, role, at, medium string
	minutes                int
}

// circumstances are what writing says, read.
type circumstances struct {
	role    journal.Role
	at      time.Time // zero where unsaid
	medium  journal.Medium
	minutes int
}

func (a *app) writeVerb() *cobra.Command {
	var in writing
	cmd := &cobra.Command{
		Use: "write [NAME]",
		Long: "Opens a new note about a conversation. With text piped in or --file it keeps\n" +
			"that as the note and says what lifted out of it.",
		Example:           `bothways write Priya --file walk.md --at "yesterday 14:00" --minutes 45`,
		ValidArgsFunction: a.completeName,
		RunE: func(cmd *cobra.Command, args []string) error {
			how, err := a.readWriting(cmd, in)
			if err != nil {
				return err
			}
			name := strings.Join(args, " ")
			if len(args) > 0 && journal.Blank(name) {
				return misused(cmd, "That name is empty; `%s` takes any part of a name, or a new one.", cmd.CommandPath())
			}
			if !cmd.Flags().Changed("file") && a.env.StdinTerminal {
				return a.writeOnScreen(cmd, name, how)
			}
			if name == "" {
				return misused(cmd, "Text that is piped in needs a name, so that the journal knows whom it is about; nothing was kept.")
			}
			text, notices, err := a.readText(in.file)
			if err != nil {
				return err
			}
			return a.keep(cmd, name, how, text, notices)
		},
	}
	f := cmd.Flags()
	f.StringVar(&in.file, "file", "", "the `FILE` whose text is the note; - is what is piped in")
	roleFlag(cmd, &in.role, "mentor, mentee or mutual; a new name needs this `ROLE`")
	f.StringVar(&in.at, "at", "", "`WHEN` it was: \"2026-11-20 14:00\", \"fri 9:30\", 14:00")
	f.IntVar(&in.minutes, "minutes", 0, "how many `MINUTES` it took")
	f.StringVar(&in.medium, "medium", "", "the `WAY` you talked: in person, call, text or mail")
	a.jsonFlag(cmd)
	a.completeFlags(cmd)
	return cmd
}

func (a *app) readWriting(cmd *cobra.Command, in writing) (circumstances, error) {
	how := circumstances{minutes: in.minutes}
	var err error
	if how.role, err = readRole(cmd, in.role); err != nil {
		return how, err
	}
	if cmd.Flags().Changed("at") {
		if how.at, err = journal.ReadMoment(in.at, a.now()); err != nil {
			return how, misread(cmd, err)
		}
	}
	if how.medium, err = journal.ParseMedium(in.medium); err != nil {
		return how, misread(cmd, err)
	}
	if cmd.Flags().Changed("minutes") && (in.minutes < 1 || in.minutes > journal.MaxMinutes) {
		return how, misused(cmd, "--minutes is between 1 and %d.", journal.MaxMinutes)
	}
	if cmd.Flags().Changed("file") && in.file == "" {
		return how, misused(cmd, "--file needs the name of a file, or - for what is piped in.")
	}
	return how, nil
}

// writeOnScreen opens the editor, with what is known of whom the note is about.
func (a *app) writeOnScreen(cmd *cobra.Command, name string, how circumstances) error {
	if err := a.needTerminal(cmd); err != nil {
		return err
	}
	if a.json {
		return misused(cmd, "--json answers for text that is piped in or named with --file.")
	}
	ctx := cmd.Context()
	return a.withJournal(ctx, func(s *store.Store) error {
		start := Start{Screen: ScreenWrite, Name: name, Role: how.role, At: how.at, Minutes: how.minutes, Medium: how.medium}
		if name != "" {
			whom, err := a.whom(ctx, s, name, how.role)
			if err != nil {
				return err
			}
			start.Person, start.Relationship = whom.person, whom.relationship
			start.Name, start.Role = whom.name, whom.role
		}
		return a.startTUI(ctx, s, start)
	})
}

// whom is the person and the relationship a note is about.
type whom struct {
	person       int64 // 0 for a new name
	relationship int64 // 0 for a new relationship
	name         string
	role         journal.Role // the one given, else the relationship's; "" where that is new and none was given
	open         int          // how many open relationships there are with this person
}

// whom finds the one person name fits, or takes it as a new name where it fits nobody.
func (a *app) whom(ctx context.Context, s *store.Store, name string, role journal.Role) (whom, error) {
	p, err := s.FindPerson(ctx, name)
	if journal.ErrorCode(err) == journal.CodeNotFound {
		clean, err := journal.CleanName(name)
		return whom{name: clean, role: role}, err
	}
	if err != nil {
		return whom{}, err
	}
	w := whom{person: p.ID, name: p.Name, role: role}
	r, open, err := s.ChooseRelationship(ctx, p.ID, role)
	switch {
	case err == nil:
		w.relationship, w.open = r.ID, open
		if role == "" {
			w.role = r.Role
		}
	case journal.ErrorCode(err) != journal.CodeNotFound:
		return whom{}, err
	default:
		// Where it goes both ways, one day's role may be either of them.
		for _, r := range p.Relationships {
			if r.Role == journal.RoleMutual && r.State.Open() {
				w.relationship = r.ID
				break
			}
		}
	}
	return w, nil
}
