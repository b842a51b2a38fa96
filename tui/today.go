package tui

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// TodayScreen is home: what to follow up, what is coming, who there is.
type TodayScreen struct {
	env  *Env
	seq  int
	read bool
	data journal.Today
	err  error

	part  todayPart
	moved bool           // to the other column, by a key
	list  [2]widget.List // the rows of each column
}

// todayPart is the column the cursor is in.
type todayPart int

const (
	partDo todayPart = iota
	partPeople
)

// How many rows Today reads of each: a page that can be taken in at a glance, also where much is open.
const (
	todayFollowUp = 10
	todayComing   = 4
	todayPeople   = 40
	todayDrafts   = 50 // words somebody typed are all offered
)

// wideEnough is the width from which the people stand beside what is to do, in cells.
const wideEnough = 76

// NewToday makes the home page.
func NewToday(env *Env) *TodayScreen { return &TodayScreen{env: env} }

// ID is the page's name for answers.
func (t *TodayScreen) ID() string { return "today" }

// Init reads the page again.
func (t *TodayScreen) Init() tea.Cmd {
	t.seq++
	day := t.env.Day()
	return load(t.env, t.ID(), t.seq, func(ctx context.Context) (journal.Today, error) {
		return t.env.Store.Today(ctx, day, store.TodayLimits{FollowUp: todayFollowUp, Coming: todayComing, People: todayPeople, Drafts: todayDrafts})
	})
}

// Update takes in what was read.
func (t *TodayScreen) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(loaded[journal.Today]); ok && m.seq == t.seq {
		was, who := t.key(t.list[partDo].At), t.person(t.list[partPeople].At)
		t.read, t.data, t.err = true, m.value, m.err
		slices.SortStableFunc(t.data.People, func(a, b journal.RelationshipSummary) int {
			return cmp.Compare(slices.Index(journal.Roles(), a.Role), slices.Index(journal.Roles(), b.Role))
		})
		t.list[partDo].SetLen(len(t.data.Drafts) + len(t.data.FollowUp) + len(t.data.Coming))
		t.list[partPeople].SetLen(len(t.data.People))
		t.list[partDo].Follow(was, t.key)
		t.list[partPeople].Follow(who, t.person)
		if !t.moved || t.list[t.part].Len == 0 { // what is to do comes first, unless somebody went across
			t.part, t.moved = partDo, false
			if t.list[partDo].Len == 0 {
				t.part = partPeople
			}
		}
	}
	return nil
}

// at is what the cursor is on: at most one of the three is set.
func (t *TodayScreen) at() (draft *journal.DraftView, action *journal.ActionView, person *journal.RelationshipSummary) {
	i := t.list[t.part].At
	if t.part == partPeople {
		if i < len(t.data.People) {
			person = &t.data.People[i]
		}
		return
	}
	return t.row(i)
}

// key is what makes a row of what is to do the same one after it moved, "" for none.
func (t *TodayScreen) key(i int) string {
	switch draft, action, person := t.row(i); {
	case draft != nil:
		return "draft " + draft.UID
	case action != nil:
		return "action " + action.UID
	case person != nil:
		return "coming " + person.UID
	}
	return ""
}

// person is the same for a row of the people.
func (t *TodayScreen) person(i int) string {
	if i >= len(t.data.People) {
		return ""
	}
	return t.data.People[i].UID
}

// row is what stands at row i of what is to do.
func (t *TodayScreen) row(i int) (draft *journal.DraftView, action *journal.ActionView, person *journal.RelationshipSummary) {
	switch n, m := len(t.data.Drafts), len(t.data.FollowUp); {
	case i < n:
		draft = &t.data.Drafts[i]
	case i < n+m:
		action = &t.data.FollowUp[i-n]
	case i < n+m+len(t.data.Coming):
		person = &t.data.Coming[i-n-m]
	}
	return
}

// chosenRelationship is the relationship of the row the cursor is on, 0 for none.
func (t *TodayScreen) chosenRelationship() int64 {
	draft, action, person := t.at()
	switch {
	case draft != nil:
		return draft.RelationshipID
	case action != nil:
		return action.RelationshipID
	case person != nil:
		return person.ID
	}
	return 0
}

// Actions are what can be done from home.
func (t *TodayScreen) Actions() []Action {
	if t.read && t.data.Empty {
		return t.beginnings()
	}
	draft, action, _ := t.at()
	list := &t.list[t.part]
	acts := []Action{
		{ID: "note", Group: groupHere, Keys: []string{"n"}, Name: "note", Help: "write about a conversation", Foot: true, Run: t.newNote},
		{ID: "prepare", Group: groupHere, Keys: []string{"p"}, Name: "prepare", Help: "one page to read before the next conversation", Foot: true, Run: t.prepare},
		{ID: "open", Group: groupHere, Keys: []string{"enter"}, Name: "open", Help: "open what the cursor is on", Foot: true, Run: t.open},
		{ID: "down", Group: groupMove, Keys: []string{"down", "j"}, Name: "down", Help: "a row down", Run: t.move(list, 1)},
		{ID: "up", Group: groupMove, Keys: []string{"up", "k"}, Name: "up", Help: "a row up", Run: t.move(list, -1)},
		{ID: "other", Group: groupMove, Keys: []string{"tab", "left", "right", "h", "l", "shift+tab"}, Name: "other side", Help: "between what is to do and the people", Run: t.other},
	}
	if draft != nil {
		id := draft.ID
		acts = append(acts, Action{ID: "aside", Group: groupHere, Keys: []string{"d"}, Name: "set aside", Help: "stop offering this draft; u brings it back", Foot: true, Run: func() tea.Cmd {
			return write(t.env, "Set aside. u brings it back.", func(ctx context.Context) error { return t.env.Store.SetDraftAside(ctx, id) })
		}})
		return acts
	}
	var next journal.Date
	return append(acts, actionActions(t.env, action, next)...)
}

// move is a move of the cursor by hand: from then on it stays in its column.
func (t *TodayScreen) move(l *widget.List, n int) func() tea.Cmd {
	return func() tea.Cmd { l.Move(n); t.moved = true; return nil }
}

// moving is a move of the cursor by n rows.
func moving(l *widget.List, n int) func() tea.Cmd {
	return func() tea.Cmd { l.Move(n); return nil }
}

func (t *TodayScreen) other() tea.Cmd {
	if t.list[1-t.part].Len > 0 {
		t.part, t.moved = 1-t.part, true
	}
	return nil
}

func (t *TodayScreen) open() tea.Cmd {
	draft, action, person := t.at()
	switch {
	case draft != nil:
		return push(NewWrite(t.env, WriteStart{DraftID: draft.ID}))
	case action != nil && action.RelationshipID != 0:
		return push(NewRelationship(t.env, action.RelationshipID))
	case person != nil && t.part == partDo:
		return push(NewPrepare(t.env, person.ID))
	case person != nil:
		return push(NewRelationship(t.env, person.ID))
	}
	return nil
}

// Render draws the page.
func (t *TodayScreen) Render(w, h int) (string, *tea.Cursor) {
	th := t.env.Theme
	switch {
	case t.err != nil:
		return "\n" + indent(th.Error, journal.ErrorMessage(t.err), w), nil
	case !t.read:
		return "", nil
	case t.data.Empty:
		return t.welcome(w, h), nil
	}
	day := t.env.Day()
	head := fmt.Sprintf("%s %d %s", day.Weekday(), day.Day, day.Month)
	if t.env.MadeUp {
		head += " · made up, nothing is kept"
	}
	if t.env.Store.ReadOnly() {
		head += " · can only be read"
	}
	title := "  " + th.Strong.Render("bothways") + "   " + th.Faint.Render(widget.Cut(head, w-14))
	rows := []string{title, ""}
	if w < wideEnough {
		return t.narrow(rows, w, h)
	}
	left := w - max(33, min(46, w*2/5))
	do, doCur := t.doRows(left-1, h-2)
	people, peopleCur := t.peopleRows(w-left-2, h-2)
	rows = append(rows, widget.Columns(do, people, left, " ")...)
	if t.part == partPeople && peopleCur >= 0 {
		return strings.Join(rows, "\n"), tea.NewCursor(left+1, peopleCur+2)
	}
	if t.part == partDo && doCur >= 0 {
		return strings.Join(rows, "\n"), tea.NewCursor(0, doCur+2)
	}
	return strings.Join(rows, "\n"), nil
}

// narrow draws the column the cursor is in first, whole, and what fits of the other below.
func (t *TodayScreen) narrow(rows []string, w, h int) (string, *tea.Cursor) {
	room := h - len(rows)
	do, doCur := t.doRows(w-1, room)
	people, peopleCur := t.peopleRows(w-1, room)
	first, second, cur := do, people, doCur
	if t.part == partPeople {
		first, second, cur = people, do, peopleCur
	}
	cur += len(rows)
	rows = append(rows, first...)
	if len(second) > 0 && len(rows)+1+min(3, len(second)) <= h {
		rows = append(append(rows, ""), second...)
	}
	return strings.Join(rows[:min(len(rows), h)], "\n"), tea.NewCursor(0, cur)
}

// doRows are the drafts, what to follow up and what is coming, scrolled to the cursor. The number
// is the row of the cursor.
func (t *TodayScreen) doRows(w, h int) ([]string, int) {
	th, day := t.env.Theme, t.env.Day()
	list := &t.list[partDo]
	here := t.part == partDo
	var rows []string
	cur, i := -1, 0
	add := func(draw func(chosen bool) string) {
		chosen := here && i == list.At
		if chosen {
			cur = len(rows)
		}
		rows = append(rows, draw(chosen))
		i++
	}
	head := func(s string) {
		if len(rows) > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, "  "+th.Heading.Render(s))
	}
	if len(t.data.Drafts) > 0 {
		head("NOT KEPT YET")
		for _, d := range t.data.Drafts {
			add(func(chosen bool) string { return t.draftRow(d, chosen, w) })
		}
	}
	if t.data.MoreDrafts > 0 {
		rows = append(rows, "  "+th.Faint.Render(widget.Cut(fmt.Sprintf("and %d older ones, once these are kept or set aside", t.data.MoreDrafts), w-2)))
	}
	head("TO FOLLOW UP")
	if len(t.data.FollowUp) == 0 {
		rows = append(rows, "  "+th.Faint.Render(widget.Cut("Nothing is waiting.", w-2)))
	}
	names := calledIn(t.data.FollowUp)
	for _, a := range t.data.FollowUp {
		add(func(chosen bool) string { return actionRow(a, day, th, names.name(a.PersonName), chosen, w) })
	}
	if t.data.More > 0 {
		rows = append(rows, "  "+th.Faint.Render(widget.Cut(fmt.Sprintf("and %d more: a shows all", t.data.More), w-2)))
	}
	if len(t.data.Coming) > 0 {
		head("COMING UP")
		for _, r := range t.data.Coming {
			add(func(chosen bool) string { return t.comingRow(r, day, chosen, w) })
		}
	}
	return scrollTo(rows, cur, h)
}

func (t *TodayScreen) draftRow(d journal.DraftView, chosen bool, w int) string {
	th, mark, style := t.env.Theme, "  ", t.env.Theme.Text
	if chosen {
		mark, style = "❯ ", th.Selected
	}
	return mark + th.Overdue.Render(" ✎ "+widget.Pad(wording.DueLabel(journal.DateOf(d.UpdatedAt.In(t.env.Now().Location())), t.env.Day()), 7)) + th.Faint.Render(widget.Pad(wording.FirstName(d.Name), 8)) + " " + style.Render(widget.Cut(firstWords(d.Text), w-21))
}

func (t *TodayScreen) comingRow(r journal.RelationshipSummary, day journal.Date, chosen bool, w int) string {
	th, mark, style := t.env.Theme, "  ", t.env.Theme.Text
	if chosen {
		mark, style = "❯ ", th.Selected
	}
	return mark + th.Faint.Render(" "+widget.Pad(wording.DayLabel(r.NextSession, day), 9)) + style.Render(widget.Cut(r.PersonName+purposeTail(r.Purpose), w-12))
}

// peopleRows are the open relationships by direction.
func (t *TodayScreen) peopleRows(w, h int) ([]string, int) {
	th := t.env.Theme
	list := &t.list[partPeople]
	rows := []string{"  " + th.Heading.Render("PEOPLE")}
	cur := -1
	var last journal.Role
	for i, r := range t.data.People {
		if r.Role != last {
			rows = append(rows, "  "+th.Faint.Render(widget.Cut(directionHead(r.Role), w-2)))
			last = r.Role
		}
		mark, style := "  ", th.Text
		if t.part == partPeople && i == list.At {
			mark, style, cur = "❯ ", th.Selected, len(rows)
		}
		rows = append(rows, mark+"  "+th.Faint.Render(widget.Pad(wording.Ago(r.LastSession, t.env.Now()), 13))+" "+style.Render(widget.Cut(r.PersonName, w-18)))
	}
	if len(t.data.People) == 0 {
		rows = append(rows, "  "+th.Faint.Render(widget.Cut("Nobody just now.", w-2)))
	}
	if t.data.MorePeople > 0 {
		rows = append(rows, "  "+th.Faint.Render(widget.Cut(fmt.Sprintf("and %d more: P shows all", t.data.MorePeople), w-2)))
	}
	return scrollTo(rows, cur, h)
}

func directionHead(r journal.Role) string {
	switch r {
	case journal.RoleMentor:
		return "I mentor"
	case journal.RoleMentee:
		return "I am mentored by"
	}
	return "Both ways"
}

// scrollTo is the part of rows that fits into h with the cursor in it.
func scrollTo(rows []string, cur, h int) ([]string, int) {
	if len(rows) <= h || h <= 0 {
		return rows, cur
	}
	top := max(0, min(cur-h+3, len(rows)-h))
	if cur < h-2 {
		top = 0
	}
	return rows[top : top+h], cur - top
}

// firstWords is the beginning of a text on one row.
func firstWords(s string) string {
	s = s[:min(len(s), 400)]
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ")
}
