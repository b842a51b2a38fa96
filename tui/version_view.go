package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// textsRow names the texts that have versions, the one shown in brackets.
func (p *VersionsScreen) textsRow(w int) string {
	th := p.env.Theme
	var parts []string
	used := 2
	for i, t := range p.texts {
		said := fmt.Sprintf("%s %d", t.of.Kind, t.n)
		style := th.Faint
		if i == p.at {
			said, style = "["+said+"]", th.Strong
		}
		if used+len(said)+2 > w-2 && i != p.at {
			continue
		}
		used += ansi.StringWidth(said) + 2
		parts = append(parts, style.Render(widget.Cut(said, w-4)))
	}
	return "  " + strings.Join(parts, "  ")
}

// versionRow is a version on one row: when, and by what.
func (p *VersionsScreen) versionRow(i, w int) string {
	v, th := p.all[i], p.env.Theme
	style := th.Text
	if i == p.list.At {
		style = th.Selected
	}
	said := string(v.Step.What)
	switch v.Step.What {
	case "":
		said = "there from the beginning"
	case journal.StepPurged:
		said = "in place of words destroyed since"
	}
	switch {
	case v.Present:
		said = "now · " + said
	case v.TakenBack:
		said += " · taken back"
	}
	if v.Bytes == 0 {
		said += " · without words"
	}
	return chosenMark(i == p.list.At) + th.Faint.Render(widget.Pad(versionWhen(v, p.env.Dates, p.env.Day()), 18)) + style.Render(widget.Cut(said, w-21))
}

// versionWhen is when a version was made.
func versionWhen(v store.Version, dates wording.Dates, today journal.Date) string {
	return dates.Long(journal.DateOf(v.Step.At), today) + v.Step.At.Format(" 15:04")
}

// caption says which side is which.
func (p *VersionsScreen) caption(w int) string {
	th, v := p.env.Theme, p.all[p.chosen]
	if v.Present {
		return "  " + th.Heading.Render("AS IT IS NOW")
	}
	then := strings.ToUpper(versionWhen(v, p.env.Dates, p.env.Day()))
	if !beside(w) {
		return th.Overdue.Render("− ") + th.Heading.Render(then) + "   " + th.Good.Render("+ ") + th.Heading.Render("NOW")
	}
	half := versionHalf(w)
	return "  " + th.Heading.Render(widget.Pad(then, half)) + strings.Repeat(" ", versionGap) + th.Heading.Render("NOW")
}
