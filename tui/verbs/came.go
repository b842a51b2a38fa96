package verbs

import (
	"fmt"
	"strings"

	"bothways/journal"
	"bothways/tui/safe"
)

// What came of words that were kept is told alike for a note and for an answer. actions are those
// of c with the names around them.

func (a *app) cameShape(c journal.Came, actions []journal.ActionView) cameJSON {
	return cameJSON{
		Actions: shapes(actions, a.actionShape), Exchanges: shapes(c.Exchanges, exchangeShape),
		Topics: shapes(c.Topics, topicShape), Shift: orNull(strings.Join(shiftTexts(c), "\n")),
		Notices: shapes(c.Notices, noticeText),
	}
}

func (a *app) camePlain(c journal.Came, actions []journal.ActionView) error {
	for _, action := range actions {
		if err := a.actionRow(action); err != nil {
			return err
		}
	}
	var lines []string
	for _, e := range c.Exchanges {
		lines = append(lines, string(e.Direction)+": "+e.Text)
	}
	for _, s := range shiftTexts(c) {
		lines = append(lines, "shift: "+s)
	}
	for _, t := range c.Topics {
		if t.Hard {
			lines = append(lines, "to raise, hard: "+t.Text)
		} else {
			lines = append(lines, "to raise: "+t.Text)
		}
	}
	for _, n := range c.Notices {
		lines = append(lines, noticeText(n))
	}
	for _, l := range lines {
		if err := a.line("%s", safe.Line(l)); err != nil {
			return err
		}
	}
	return nil
}

func shiftTexts(c journal.Came) []string {
	return shapes(c.Shifts, func(s journal.Shift) string { return s.Text })
}

// noticeText is a notice with the line it speaks of, counted as people count.
func noticeText(n journal.Notice) string {
	if n.Line < 0 {
		return n.Text
	}
	return fmt.Sprintf("Line %d: %s", n.Line+1, n.Text)
}
