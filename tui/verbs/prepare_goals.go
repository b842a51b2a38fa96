package verbs

import (
	"bothways/journal"
	"bothways/tui/safe"
	"bothways/tui/wording"
)

// goals are what the two still work toward.
func (p *preparation) goals() (open []journal.Goal, err error) {
	all, err := p.store.Goals(p.cmd.Context(), p.about.relationship.ID)
	for _, g := range all {
		if g.State == journal.GoalOpen {
			open = append(open, veiled(p.discreet.veil, g))
		}
	}
	return open, err
}

// workingToward prints the goals, and reports whether there are any.
func (p *preparation) workingToward() (some bool, err error) {
	goals, err := p.goals()
	if err != nil || len(goals) == 0 {
		return false, err
	}
	if err := p.line("\nWORKING TOWARD"); err != nil {
		return true, err
	}
	for _, g := range goals {
		noted := ""
		if len(g.Notes) > 0 {
			noted = "last note " + p.dayLong(g.Notes[0].On)
		}
		if err := p.lineOf("  ·  ", joined(safe.Line(wording.GoalWords(g)), noted)); err != nil {
			return true, err
		}
	}
	return true, nil
}

// hardRow is something hard to ask, and how long it has waited where that is long: with the year,
// as in all that may be read in another one.
func (p *preparation) hardRow(t journal.Topic) error {
	since := ""
	if wording.WaitingSince(t.CreatedAt, p.now()) != "" {
		since = t.CreatedAt.In(p.now().Location()).Format("waiting since January 2006")
	}
	return p.lineOf("  ?  ", joined(safe.Line(t.Text), since))
}
