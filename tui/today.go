package tui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/widget"
)

// TodayScreen is home: what to follow up, what is coming, who there is.
type TodayScreen struct {
	env  *Env
	seq  int
	read bool
	data journal.Today
	err  error

	question *journal.Offered // for today; nil where none fits
	soft     softly
	coming   []comingDay
	past     *journal.Memory // of this day in another year; nil for none

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

// sideFrom is the width of a page from which the people have more of it, in cells.
const sideFrom = 110

// todayPage is what is read for the page.
type todayPage struct {
	today    journal.Today
	question *journal.Offered
	soft     softly
	past     *journal.Memory
}

// NewToday makes the home page.
func NewToday(env *Env) *TodayScreen { return &TodayScreen{env: env} }

// ID is the page's name for answers.
func (t *TodayScreen) ID() string { return "today" }

// Init reads the page again.
func (t *TodayScreen) Init() tea.Cmd {
	t.seq++
	day := t.env.Day()
	return load(t.env, t.ID(), t.seq, func(ctx context.Context) (p todayPage, err error) {
		p.today, err = t.env.Store.Today(ctx, day, store.TodayLimits{FollowUp: todayFollowUp, Coming: todayComing, People: todayPeople, Drafts: todayDrafts})
		if err != nil {
			return p, err
		}
		if p.past, err = readPast(ctx, t.env, day); err != nil {
			return p, err
		}
		if p.soft, err = readSoftly(ctx, t.env, day, p.today); err != nil {
			return p, err
		}
		p.question, err = readOffer(ctx, t.env, journal.Occasion{Day: day, Moment: journal.MomentAlone, Roles: rolesOf(p.today.People)})
		return p, err
	})
}

// Update takes in what was read.
func (t *TodayScreen) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(loaded[todayPage]); ok && m.seq == t.seq {
		was, who := t.key(t.list[partDo].At), t.person(t.list[partPeople].At)
		t.read, t.data, t.question, t.soft, t.past, t.err = true, m.value.today, m.value.question, m.value.soft, m.value.past, m.err
		t.coming = comingDays(t.data, t.soft, t.env.Day())
		slices.SortStableFunc(t.data.People, func(a, b journal.RelationshipSummary) int {
			return cmp.Compare(slices.Index(journal.Roles(), a.Role), slices.Index(journal.Roles(), b.Role))
		})
		people := len(t.data.People)
		if t.soft.direction.Key != "" {
			people++ // the row about the empty side can be told no
		}
		t.list[partDo].SetLen(len(t.data.Drafts) + len(t.data.FollowUp) + len(t.coming))
		t.list[partPeople].SetLen(people)
		t.list[partDo].Follow(was, t.key)
		t.list[partPeople].Follow(who, t.person)
		if !t.moved || t.list[t.part].Len == 0 { // what is to do comes first, unless somebody went across
			t.part, t.moved = partDo, false
			if t.list[partDo].Len == 0 {
				t.part = partPeople
			}
		}
		return t.soft.remember(t.env)
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
		return string(t.coming[i-len(t.data.Drafts)-len(t.data.FollowUp)].Kind) + " " + person.UID
	}
	return ""
}

// person is the same for a row of the people.
func (t *TodayScreen) person(i int) string {
	if i >= len(t.data.People) {
		return t.soft.direction.Key // that row comes last
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
	case i < n+m+len(t.coming):
		person = &t.coming[i-n-m].rel
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
		{ID: "note", Group: groupHere, Writes: true, Keys: []string{"n"}, Name: "note", Help: "write about a conversation", Foot: true, Run: t.newNote},
		{ID: "prepare", Group: groupHere, Keys: []string{"p"}, Name: "prepare", Help: "one page to read before the next conversation", Foot: true, Run: t.prepare},
		{ID: "open", Group: groupHere, Keys: []string{"enter"}, Name: "open", Help: "open what the cursor is on", Foot: true, Run: t.open},
		{ID: "down", Group: groupMove, Keys: []string{"down", "j"}, Name: "down", Help: "a row down", Run: t.move(list, 1)},
		{ID: "up", Group: groupMove, Keys: []string{"up", "k"}, Name: "up", Help: "a row up", Run: t.move(list, -1)},
		{ID: "other", Group: groupMove, Keys: []string{"tab", "left", "right", "h", "l", "shift+tab"}, Name: "other side", Help: "between what is to do and the people", Run: t.other},
	}
	acts = append(append(acts, t.softActions()...), searchAction(t.env), loadSays(t.env, "m"))
	answer := answerAction(t.env, t.question, Action{Name: "answer", Help: "sit with the question for today"})
	var next journal.Date
	onAction := actionActions(t.env, action, next)
	if draft != nil {
		id := draft.ID
		// A draft is no action, and the keys of one say so; d sets it aside.
		onAction = slices.DeleteFunc(onAction, func(a Action) bool { return a.ID == "drop" })
		acts = append(acts, Action{ID: "aside", Group: groupHere, Writes: true, Keys: []string{"d"}, Name: "set aside", Help: "stop offering this draft; " + t.env.key("undo", "u") + " brings it back", Foot: true, Run: func() tea.Cmd {
			return write(t.env, "Set aside. "+t.env.key("undo", "u")+" brings it back.", func(ctx context.Context) error { return t.env.Store.SetDraftAside(ctx, id) })
		}})
	}
	return append(append(acts, onAction...), answer)
}

// move is a move of the cursor by hand: from then on it stays in its column.
func (t *TodayScreen) move(l *widget.List, n int) func() tea.Cmd {
	return func() tea.Cmd { l.Move(n); t.moved = true; return nil }
}

// point moves the cursor to a row of a column.
func (t *TodayScreen) point(part todayPart, row int) tea.Cmd {
	t.part, t.moved = part, true
	t.list[part].Move(row - t.list[part].At)
	return nil
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
	case draft != nil && draft.Kind == journal.DraftAnswer:
		return push(NewAnswerDraft(t.env, draft.ID))
	case draft != nil && draft.Kind == journal.DraftReview:
		return push(NewReviewDraft(t.env, draft.ID))
	case draft != nil:
		return push(NewWrite(t.env, WriteStart{DraftID: draft.ID}))
	case action != nil && action.RelationshipID != 0:
		return push(NewRelationship(t.env, action.RelationshipID))
	case action != nil && action.ReflectionID != 0:
		return push(NewReflection(t.env, action.ReflectionID))
	case action != nil:
		return say("It was added by hand and belongs to nobody; " + t.env.key("actions", "a") + " shows it among all actions.")
	case person != nil && t.part == partDo && t.chosenComing().Kind == journal.ComingTalk:
		return push(NewPrepare(t.env, person.ID))
	case person != nil:
		return push(NewRelationship(t.env, person.ID))
	case t.chosenHint().Kind == journal.HintDirection:
		return push(NewPeople(t.env))
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
	head := t.env.Dates.Today(day)
	if t.env.MadeUp {
		head += " · made up, nothing is kept"
	}
	if t.env.Store.ReadOnly() {
		head += " · can only be read"
	}
	title := "  " + th.Strong.Render("bothways") + "   " + th.Faint.Render(widget.Cut(head, w-14))
	rows := []string{title, ""}
	reason := t.reasonRows(w, h)
	question := t.questionRows(w, h-len(rows)-len(reason))
	room := h - len(rows) - len(question) - len(reason)
	page, cur := t.lists(rows, question, w, room)
	page = append(page, t.pastRow(w, h-len(reason)-len(page))...)
	if len(reason) > 0 {
		above := max(0, h-len(reason))
		page = append(page, make([]string, max(0, above-len(page)))...)
		page = append(page[:above], reason...)
	}
	return strings.Join(page, "\n"), cur
}

// lists draws both columns under the rows above them, and the question below.
func (t *TodayScreen) lists(rows, question []string, w, room int) ([]string, *tea.Cursor) {
	if w < wideEnough {
		return t.narrow(rows, question, w, room)
	}
	left := w - t.peopleShare(w)
	do, doCur := t.doRows(left-1, room)
	people, peopleCur := t.peopleRows(w-left-2, room)
	rows = append(append(rows, widget.Columns(do, people, left, " ")...), question...)
	if t.part == partPeople && peopleCur >= 0 {
		return rows, tea.NewCursor(left+1, peopleCur+2)
	}
	if t.part == partDo && doCur >= 0 {
		return rows, tea.NewCursor(0, doCur+2)
	}
	return rows, nil
}

// peopleShare is how much of a page w cells wide the people take. They have a little more of it with
// pictures before their names; with something behind them a good deal, once both sides have enough.
func (t *TodayScreen) peopleShare(w int) int {
	if t.soft.any() && w >= sideFrom {
		return min(60, w*9/20)
	}
	least := 33
	if t.look(w).spark > 0 {
		least = 36
	}
	return max(least, min(46, w*2/5))
}

// narrow draws the column the cursor is in first, whole, what fits of the other below, and the
// question under both.
func (t *TodayScreen) narrow(rows, question []string, w, room int) ([]string, *tea.Cursor) {
	do, doCur := t.doRows(w-1, room)
	people, peopleCur := t.peopleRows(w-1, room)
	lists, second, cur := do, people, doCur
	if t.part == partPeople {
		lists, second, cur = people, do, peopleCur
	}
	cur += len(rows)
	if len(second) > 0 && len(lists)+1+min(3, len(second)) <= room {
		lists = append(append(lists, ""), second...)
	}
	lists = lists[:min(len(lists), max(0, room))]
	return slices.Concat(rows, lists, question), tea.NewCursor(0, cur)
}
