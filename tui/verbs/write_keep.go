package verbs

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/safe"
)

// keep keeps text as a note about the person name fits and says what became of it.
func (a *app) keep(cmd *cobra.Command, name string, how circumstances, text string, notices []journal.Notice) error {
	a.hideTyped(name)
	if err := a.mayBegin(cmd, name, how.role); err != nil {
		return err
	}
	ctx := cmd.Context()
	return a.withJournal(ctx, func(s *store.Store) error {
		w, err := a.whom(ctx, s, name, how.role)
		switch {
		case err != nil:
			return err
		case w.role == "" && w.person == 0:
			return newNameNeedsRole(cmd, w.name)
		case w.role == "":
			return misused(cmd, "Nothing is open with %s at the moment; --role mentor, mentee or mutual says what this begins. Nothing was kept.", w.name)
		}
		at := how.at
		if at.IsZero() {
			at = a.now().Truncate(time.Second)
		}
		note := journal.Note{
			RelationshipID: w.relationship, Role: w.role, At: at, Minutes: how.minutes, Medium: how.medium, Text: text,
		}
		if w.relationship == 0 {
			note.PersonName = w.name
		}
		kept, err := s.KeepNote(ctx, note)
		if err != nil {
			return err
		}
		a.pipe.kept = true
		kept.Notices = append(append(notices, beginnings(w, how.role)...), kept.Notices...)
		if err := a.hide(ctx, s); err != nil { // somebody may be new
			return err
		}
		kept = veiled(a.discreet.veil, kept)
		if a.json {
			return a.writeJSON(a.keptShape(kept))
		}
		return a.keptPlain(kept)
	})
}

// mayBegin checks what can be checked without a journal, so that a command that cannot succeed
// does not make one.
func (a *app) mayBegin(cmd *cobra.Command, name string, role journal.Role) error {
	clean, err := journal.CleanName(name)
	if err != nil {
		return misread(cmd, err)
	}
	at, err := a.findJournal(cmd.Context())
	if err == nil && !at.exists && role == "" {
		return newNameNeedsRole(cmd, clean)
	}
	return err
}

func newNameNeedsRole(cmd *cobra.Command, name string) error {
	return misused(cmd, "Nobody here is called “%s” yet; for a new name add --role mentor, mentee or mutual. Nothing was kept.", name)
}

// beginnings is what is said about a new person or relationship, or one that was chosen among
// several.
func beginnings(w whom, asked journal.Role) []journal.Notice {
	say := func(format string, args ...any) []journal.Notice {
		return []journal.Notice{{Line: -1, Text: fmt.Sprintf(format, args...)}}
	}
	switch {
	case w.person == 0:
		return say("%s is new in your journal.", w.name)
	case w.relationship == 0:
		return say("This begins something new with %s: %s.", w.name, w.role.Phrase())
	case w.open > 1 && asked == "":
		return say("There are %s open with %s; this went to the latest one (%s), and --role says another.",
			plural(w.open, "relationship"), w.name, w.role.Phrase())
	}
	return nil
}

// liftedActions are the actions that lifted, with the names around them.
func liftedActions(k journal.Kept) []journal.ActionView {
	return shapes(k.Actions, func(v journal.Action) journal.ActionView {
		return journal.ActionView{Action: v, PersonName: k.Session.PersonName, SessionUID: k.Session.UID, SessionAt: k.Session.At}
	})
}

func (a *app) keptShape(k journal.Kept) keptJSON {
	return keptJSON{
		Session: k.Session.UID, Person: k.Session.PersonName, Role: k.Session.Role, cameJSON: a.cameShape(k.Came, liftedActions(k)),
	}
}

func (a *app) keptPlain(k journal.Kept) error {
	v := k.Session
	if err := a.line("Kept: %s", joined(safe.Line(v.PersonName), v.Role.Phrase(), a.sessionHead(v))); err != nil {
		return err
	}
	return a.camePlain(k.Came, liftedActions(k))
}
