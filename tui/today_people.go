package tui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// peopleLook is how wide the columns before the names are.
type peopleLook struct {
	indent string
	spark  int // cells, 0 where no energy was said
	ago    int
}

// From these widths the picture of the energies has more of them.
const (
	sparkRoom = 40
	sparkWide = 56
)

// look measures the columns before the names, so that names begin where they can.
func (t *TodayScreen) look(w int) peopleLook {
	l := peopleLook{indent: "  ", ago: 13}
	most := 0
	for _, r := range t.data.People {
		most = max(most, len(t.soft.standings[r.ID].Energies))
	}
	if most == 0 {
		return l
	}
	l.ago = 0
	for _, r := range t.data.People {
		l.ago = max(l.ago, len(lastTalked(r, t.env.Now())))
	}
	room := journal.EnergiesRead
	switch {
	case w < sparkRoom:
		room, l.indent = 4, ""
	case w < sparkWide:
		room = 5
	}
	l.spark = min(most, room)
	return l
}

// peopleRows are the open relationships by direction, and the row about a direction nobody is on.
func (t *TodayScreen) peopleRows(w, h int) ([]string, int) {
	th := t.env.Theme
	list := &t.list[partPeople]
	look := t.look(w)
	rows := []string{"  " + th.Heading.Render("PEOPLE")}
	cur := -1
	var last journal.Role
	for i, r := range t.data.People {
		if r.Role != last {
			rows = append(rows, "  "+th.Faint.Render(widget.Cut(directionHead(r.Role), w-2)))
			last = r.Role
		}
		chosen := t.part == partPeople && i == list.At
		if chosen {
			cur = len(rows)
		}
		rows = append(rows, t.env.spots.rows(t.personRows(r, look, chosen, w), chosen, func() tea.Cmd { return t.point(partPeople, i) })...)
	}
	if len(t.data.People) == 0 {
		rows = append(rows, "  "+th.Faint.Render(widget.Cut("Nobody just now.", w-2)))
	}
	if t.data.MorePeople > 0 {
		rows = append(rows, "  "+th.Faint.Render(widget.Cut(fmt.Sprintf("and %d more: %s shows all", t.data.MorePeople, t.env.key("people", "P")), w-2)))
	}
	if t.soft.direction.Key != "" {
		rows = append(rows, "")
		chosen := t.part == partPeople && list.At == len(t.data.People)
		if chosen {
			cur = len(rows)
		}
		rows = append(rows, t.env.spots.rows(t.directionRows(chosen, w), chosen, func() tea.Cmd { return t.point(partPeople, len(t.data.People)) })...)
	}
	return scrollTo(rows, cur, h, "  "+th.Faint.Render(moreBelow))
}

// lastTalked is how long ago it was, or how far it is with somebody one has yet to begin with.
func lastTalked(r journal.RelationshipSummary, now time.Time) string {
	if r.LastSession.IsZero() && (r.State == journal.StateConsidering || r.State == journal.StateAsked) {
		return string(r.State)
	}
	return wording.Ago(r.LastSession, now)
}

// personRows are a person on a row, and what is said of them behind the name, or below where it does
// not fit.
func (t *TodayScreen) personRows(r journal.RelationshipSummary, look peopleLook, chosen bool, w int) []string {
	th, day := t.env.Theme, t.env.Day()
	mark, style := "  ", th.Text
	if chosen {
		mark, style = "❯ ", th.Selected
	}
	columns := look.indent
	if look.spark > 0 {
		columns += widget.Pad(widget.Spark(t.soft.energies(r.ID), journal.MinEnergy, journal.MaxEnergy, look.spark), look.spark) + " "
	}
	columns += widget.Pad(lastTalked(r, t.env.Now()), look.ago) + " "
	name := widget.Cut(t.env.Veil.Name(r.PersonName), w-2-ansi.StringWidth(columns))
	row := mark + th.Faint.Render(columns) + style.Render(name)
	note := t.env.Dates.TrialLabel(r.Relationship, day)
	if h, ok := t.soft.of[r.ID]; ok {
		note = t.env.Dates.HintLabel(h, r.Relationship, day)
	}
	switch {
	case note == "":
		return []string{row}
	case ansi.StringWidth(row)+2+len(note) <= w:
		return []string{row + "  " + th.Lifted.Render(note)}
	}
	below := 2 + len(look.indent) + look.spark
	if look.spark > 0 {
		below++
	}
	return []string{row, widget.Pad("", below) + th.Lifted.Render(widget.Cut(note, w-below))}
}

// directionRows say that nobody is on one side, and what could be done.
func (t *TodayScreen) directionRows(chosen bool, w int) []string {
	th, mark, style := t.env.Theme, "  ", t.env.Theme.Faint
	if chosen {
		mark, style = "❯ ", th.Selected
	}
	h := t.soft.direction
	said := wording.DirectionEmpty(h.Role) + " " + t.env.Dates.HintReason(h, journal.Relationship{}, t.env.Day()) + "."
	rows := widget.Wrap(said, w-2, 3)
	for i, r := range rows {
		rows[i] = mark + style.Render(r)
		mark = "  "
	}
	return rows
}

// chosenHint is the hint of the row the cursor is on; its Key is "" for none.
func (t *TodayScreen) chosenHint() journal.Hint {
	i := t.list[partPeople].At
	switch {
	case t.part != partPeople:
		return journal.Hint{}
	case i < len(t.data.People):
		return t.soft.of[t.data.People[i].ID]
	}
	return t.soft.direction
}

// reasonRows say why the hint under the cursor is given and what its keys do. Their room is kept
// where there is any hint, so that nothing moves as the cursor does; a low page has none to keep.
func (t *TodayScreen) reasonRows(w, h int) []string {
	hint := t.chosenHint()
	if !t.soft.any() || hint.Key == "" && h < offerCompact {
		return nil
	}
	n := 1
	if w < wideEnough {
		n = 2
	}
	rows := make([]string, n)
	if hint.Key == "" {
		return rows
	}
	var r journal.RelationshipSummary
	if hint.Kind != journal.HintDirection {
		r = t.data.People[t.list[partPeople].At]
	}
	for i, row := range widget.Wrap(t.env.Veil.Words(t.soft.reason(t.env, hint, r)), w-4, n) {
		rows[i] = "  " + t.env.Theme.Lifted.Render(row)
	}
	return rows
}

// softActions are what can be done about the hint under the cursor, or about the next day with whom
// the cursor is on.
func (t *TodayScreen) softActions() []Action {
	nothing := "Nothing is suggested here; " + t.env.key("other", "tab") + " goes to the people."
	act := Action{ID: "act", Group: groupHere, Writes: true, Keys: []string{"w"}, Name: "when next", Help: "set the day of the next conversation"}
	no := Action{ID: "no", Group: groupHere, Writes: true, Keys: []string{"!"}, Name: "say no", Help: "not this one; nothing else is said of them for two weeks", Foot: true}
	_, _, person := t.at()
	h := t.chosenHint()
	if h.Key == "" {
		no.Disabled = nothing
		switch {
		case person == nil:
			act.Disabled = "Choose somebody first."
		case t.chosenComing() != nil:
			act = t.comingDoing(*t.chosenComing())
		default:
			r := *person
			act.Run = func() tea.Cmd { return askComingDay(t.env, r) }
		}
		return []Action{act, no}
	}
	var r journal.RelationshipSummary
	if person != nil {
		r = *person
	}
	do := t.soft.doing(t.env, h, r)
	act.Name, act.Run, act.Foot = do.name, do.run, true
	act.Writes = h.Kind != journal.HintDirection
	no.Run = func() tea.Cmd { return dismiss(t.env, h) }
	return []Action{act, no}
}
