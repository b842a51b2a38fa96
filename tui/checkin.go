package tui

import (
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/theme"
)

// checkInStart is what a check-in begins with, and what the conversation is until it is kept.
type checkInStart struct {
	at      time.Time
	role    journal.Role
	minutes int            // 0 where unsaid
	medium  journal.Medium // "" where unsaid
	said    journal.CheckIn
}

// checkInResult is what was kept of a check-in, whole.
type checkInResult checkInStart

// change is what a conversation becomes: s, and over it what r says otherwise than start did.
func (r checkInResult) change(start checkInStart, s journal.SessionView) store.SessionChange {
	c := store.SessionChange{At: s.At, Minutes: s.Minutes, Medium: s.Medium, Role: s.Role, Private: s.Private, CheckIn: s.CheckIn}
	if !r.at.Equal(start.at) {
		c.At = r.at
	}
	if r.minutes != start.minutes {
		c.Minutes = r.minutes
	}
	if r.medium != start.medium {
		c.Medium = r.medium
	}
	if r.role != start.role {
		c.Role = r.role
	}
	to, was := r.said, start.said
	if (to.Energy == nil) != (was.Energy == nil) || to.Energy != nil && *to.Energy != *was.Energy {
		c.CheckIn.Energy = to.Energy
	}
	if to.Trust != was.Trust {
		c.CheckIn.Trust = to.Trust
	}
	if to.Split != was.Split {
		c.CheckIn.Split = to.Split
	}
	for _, list := range []struct {
		to, was []string
		into    *[]string
	}{
		{to.Needs, was.Needs, &c.CheckIn.Needs},
		{to.Interventions, was.Interventions, &c.CheckIn.Interventions},
		{to.Moves, was.Moves, &c.CheckIn.Moves},
		{to.Relations, was.Relations, &c.CheckIn.Relations},
	} {
		if !slices.Equal(list.to, list.was) {
			*list.into = list.to
		}
	}
	return c
}

// checkIn asks how a conversation was, a row for each part, and most parts with one key. It begins
// on the minutes, or on the energy where the minutes are said: never where a digit would change what
// nobody came to change.
type checkIn struct {
	start checkInStart
	then  func(checkInResult) tea.Cmd
	theme *theme.Theme
	spots *spots

	role, medium, energy, trust         choiceRow
	when                                whenRow
	minutes                             minutesRow
	split                               splitRow
	needs, interventions, moves, relate tickRow

	rows  []checkInRow
	at    int
	top   int    // the first row drawn
	wrong string // why a key was not taken, or why nothing was kept
	asked bool   // esc was pressed once over changes
	busy  bool   // waiting for then's answer
}

// checkInRow is one part of a check-in.
type checkInRow interface {
	label() string // at most 13 cells
	hint() string  // what the row asks
	enter()        // the row was gone to
	key(tea.KeyPressMsg) rowAnswer
	clear()        // it says nothing any more
	said() bool    // it says something
	wrong() string // why it cannot be kept as it stands, "" where it can
	// closed is the row at rest in w cells, open the row that keys go to.
	closed(t *theme.Theme, w int) string
	open(t *theme.Theme, w int) openRow
}

// rowAnswer is what a row made of a key.
type rowAnswer struct {
	next bool   // it has all it needs: the next row's turn
	why  string // why the key was not taken
	cmd  tea.Cmd
}

// newCheckIn makes the overlay. then is run with what was kept, if that is anything new; the
// overlay stays open until what it answers is not a failure, as with a form.
func newCheckIn(env *Env, start checkInStart, then func(checkInResult) tea.Cmd) Overlay {
	c := &checkIn{start: start, then: then, theme: theme.New(true)}
	c.role = roleRow(start.role)
	c.when = newWhenRow(env.Dates, start.at, env.Now().In(start.at.Location())) // a time typed anew is in the zone it was written in
	c.minutes = minutesRow{n: start.minutes}
	c.medium = mediumRow(start.medium)
	c.energy = energyRow(start.said.Energy)
	c.trust = trustRow(start.said.Trust)
	c.split = newSplitRow(start.said.Split)
	c.needs = newTickRow("needs met", "What it met. Digits tick and untick; enter goes on.", journal.Needs(), start.said.Needs)
	c.interventions = newTickRow("interventions", "How one of you helped the other. Digits tick.", journal.Interventions(), start.said.Interventions)
	c.moves = newTickRow("moves made", "What was done on the spot. Digits tick.", journal.Moves(), start.said.Moves)
	c.relate = newTickRow("relations", "What grew between you, or around you. Digits tick.", journal.Relations(), start.said.Relations)
	c.rows = []checkInRow{&c.role, &c.when, &c.minutes, &c.medium, &c.energy, &c.trust, &c.split, &c.needs, &c.interventions, &c.moves, &c.relate}
	begin := checkInRow(&c.minutes)
	if c.minutes.said() {
		begin = &c.energy
	}
	c.at = slices.Index(c.rows, begin)
	c.rows[c.at].enter()
	return c
}

func (c *checkIn) ID() string              { return "check-in" }
func (c *checkIn) setTheme(t *theme.Theme) { c.theme = t }
func (c *checkIn) setSpots(s *spots)       { c.spots = s }
func (c *checkIn) fieldwise()              {}

func (c *checkIn) Title() string {
	return fmt.Sprintf("About this conversation · %d of %d", c.at+1, len(c.rows))
}

func (c *checkIn) Hint() string {
	switch {
	case c.asked:
		return "ctrl+s keep · esc again to leave it"
	case c.at < 2: // those two always say something
		return "tab next · ctrl+s keep · esc never mind"
	case c.at == len(c.rows)-1:
		return "enter keep · esc never mind · backspace clear"
	}
	return "tab next · ctrl+s keep · esc never mind · backspace clear"
}

// result is the check-in as it would be kept.
func (c *checkIn) result() checkInResult {
	r := checkInResult{at: c.when.moment(), minutes: c.minutes.n, role: c.start.role}
	if c.role.said() {
		r.role = journal.Roles()[c.role.at]
	}
	if c.medium.said() {
		r.medium = journal.Media()[c.medium.at]
	}
	if c.energy.said() {
		n := journal.MinEnergy + c.energy.at
		r.said.Energy = &n
	}
	if c.trust.said() {
		r.said.Trust = journal.MinTrust + c.trust.at
	}
	r.said.Split = c.split.split()
	r.said.Needs, r.said.Interventions = c.needs.words(), c.interventions.words()
	r.said.Moves, r.said.Relations = c.moves.words(), c.relate.words()
	return r
}

// changed reports whether there is anything to keep.
func (c *checkIn) changed() bool {
	for _, r := range c.rows {
		if r.wrong() != "" { // half a value is something that was typed
			return true
		}
	}
	r := c.result()
	return !r.at.Equal(c.start.at) || r.minutes != c.start.minutes || r.medium != c.start.medium || r.role != c.start.role || !r.said.Equal(c.start.said)
}

func (c *checkIn) Update(msg tea.Msg) (bool, tea.Cmd) {
	if m, ok := msg.(loaded[formAnswer]); ok {
		if m.value.of != Overlay(c) { // that check-in is gone
			return false, nil
		}
		return c.answered(m.value.msg)
	}
	if c.busy {
		return false, nil
	}
	switch m := msg.(type) {
	case tea.KeyPressMsg:
		return c.key(m)
	case tea.PasteMsg, tea.ClipboardMsg:
		if c.rows[c.at] == checkInRow(&c.when) {
			c.asked, c.wrong = false, ""
			return false, c.when.in.Update(m)
		}
	}
	return false, nil
}

// answered closes the overlay where the change worked.
func (c *checkIn) answered(msg tea.Msg) (bool, tea.Cmd) {
	c.busy = false
	if s, ok := msg.(sayMsg); ok && s.bad {
		c.wrong = s.text
		return false, nil
	}
	return true, send(msg)
}

func (c *checkIn) key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	name := k.String()
	if name == "esc" {
		if c.asked || !c.changed() {
			return true, nil
		}
		c.asked, c.wrong = true, notKept
		return false, nil
	}
	c.asked, c.wrong = false, ""
	last := c.at == len(c.rows)-1
	switch name {
	case "ctrl+s", "ctrl+t":
		return c.keep()
	case "enter":
		if last {
			return c.keep()
		}
		c.move(1)
		return false, nil
	case "tab":
		c.moveTo((c.at + 1) % len(c.rows))
		return false, nil
	case "shift+tab":
		c.moveTo((c.at + len(c.rows) - 1) % len(c.rows))
		return false, nil
	case "down":
		c.move(1)
		return false, nil
	case "up":
		c.move(-1)
		return false, nil
	}
	row := c.rows[c.at]
	if row != checkInRow(&c.when) { // there letters are words
		switch name {
		case "j":
			c.move(1)
			return false, nil
		case "k":
			c.move(-1)
			return false, nil
		case "backspace", "delete":
			row.clear()
			return false, nil
		}
	}
	a := row.key(k)
	c.wrong = a.why
	if a.next {
		c.move(1)
	}
	return false, a.cmd
}

// move goes n rows on and stops at the ends.
func (c *checkIn) move(n int) { c.moveTo(max(0, min(c.at+n, len(c.rows)-1))) }

func (c *checkIn) moveTo(at int) {
	if at != c.at {
		c.at = at
		c.rows[at].enter()
	}
}

// keep runs then, unless a row cannot be kept: then the cursor goes there.
func (c *checkIn) keep() (bool, tea.Cmd) {
	for i, r := range c.rows {
		if why := r.wrong(); why != "" {
			c.moveTo(i)
			c.wrong = why
			return false, nil
		}
	}
	if !c.changed() {
		return true, nil
	}
	cmd := c.then(c.result())
	if cmd == nil {
		return true, nil
	}
	c.busy = true
	return false, awaiting(c, cmd)
}
