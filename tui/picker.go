package tui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// picker asks who a conversation was with: somebody known, found by any part of the name, or
// somebody new, with the role I have.
//
// Which row is taken: those whose name has what was typed as whole words come first, then those
// with a word that begins so, then the rest, those talked with last first, and those that have only
// its letters, and somebody new stands last. Enter takes the marked
// row, which is at first the first name that fits at the beginning of a word, and somebody new
// where none does; ↑ and ↓ go around. A colon ends a name as it does on paper: it takes the marked
// row only where that has the name as whole words, or was gone to by hand, and else begins
// somebody new. Where several people are called that it takes nobody.
type picker struct {
	env      *Env
	title    string
	allowNew bool
	then     func(WriteStart) tea.Cmd

	without    int64  // a person who is not offered, 0 for none
	withoutWhy string // and why, as the beginning of a sentence

	in     line
	seq    int
	all    []journal.RelationshipSummary // that are open, those talked with last first
	by     []sought                      // the names of all
	rows   []journal.RelationshipSummary // those that are offered
	read   bool
	list   widget.List
	moved  bool // the marked row was gone to by hand
	shared bool // a colon was typed after a name that several people have
	role   int  // into journal.Roles, for somebody new
	theme  *theme.Theme
}

const (
	// pickerRows is how many people are offered; typing narrows.
	pickerRows = 9
	// pickerRead is among how many they are found.
	pickerRead = 1000
)

func newPicker(env *Env, title string, allowNew bool, then func(WriteStart) tea.Cmd) *picker {
	hint := "a name"
	if allowNew {
		hint = "a name, known or new"
	}
	return &picker{env: env, title: title, allowNew: allowNew, then: then, in: newNameLine(hint), theme: env.Theme}
}

func (p *picker) ID() string              { return "picker" }
func (p *picker) Title() string           { return p.title }
func (p *picker) setTheme(t *theme.Theme) { p.theme = t }
func (p *picker) Init() tea.Cmd           { return p.find() }

func (p *picker) Hint() string {
	switch {
	case p.onNew():
		return "enter begin · tab another role · ↑↓ move · esc never mind"
	case p.colonBegins():
		return "enter choose · : somebody new · ↑↓ move · esc never mind"
	}
	return "enter choose · ↑↓ move · esc never mind"
}

func (p *picker) name() string { return strings.TrimSpace(p.in.Value()) }

// find reads who there is, once; what is typed narrows that.
func (p *picker) find() tea.Cmd {
	p.seq++
	without := p.without
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) ([]journal.RelationshipSummary, error) {
		found, err := p.env.Store.OpenRelationships(ctx, "", pickerRead)
		return slices.DeleteFunc(found, func(r journal.RelationshipSummary) bool { return r.PersonID == without }), err
	})
}

// narrow offers those who fit what was typed, in the order of the comment above.
func (p *picker) narrow() {
	found := find(p.by, p.name())
	slices.SortStableFunc(found, func(a, b int) int {
		return cmp.Or(cmp.Compare(p.fitOf(a), p.fitOf(b)), p.byUse(a, b))
	})
	p.rows = nil
	for _, i := range found[:min(len(found), pickerRows)] {
		p.rows = append(p.rows, p.all[i])
	}
	p.mark()
}

// fitOf is how well the name of all[i] fits.
func (p *picker) fitOf(i int) nameFit { return nameFits(p.name(), p.all[i].PersonName) }

// byUse compares two who fit equally well: those talked with last go first, but scattered letters stay
// as close together as they were found.
func (p *picker) byUse(a, b int) int {
	if p.fitOf(a) == fitsScattered {
		return 0
	}
	return cmp.Compare(a, b)
}

// offersNew reports whether the name as typed can be somebody new.
func (p *picker) offersNew() bool { return p.allowNew && p.name() != "" }
func (p *picker) onNew() bool     { return p.offersNew() && p.list.At == len(p.rows) }

// fits is how well row i fits what was typed.
func (p *picker) fits(i int) nameFit { return nameFits(p.name(), p.rows[i].PersonName) }

// colonBegins reports whether a colon makes somebody new of the name as typed.
func (p *picker) colonBegins() bool {
	return p.offersNew() && !p.moved && (len(p.rows) == 0 || p.fits(0) > fitsWords)
}

// severalCalled reports whether more than one person has the name as typed, and none has only it.
func (p *picker) severalCalled() bool {
	for i := 1; i < len(p.rows); i++ {
		if p.fits(0) == p.fits(i) && p.fits(i) <= fitsWords && p.rows[i].PersonID != p.rows[0].PersonID {
			return true
		}
	}
	return false
}

func (p *picker) Update(msg tea.Msg) (bool, tea.Cmd) {
	switch msg := msg.(type) {
	case loaded[[]journal.RelationshipSummary]:
		if msg.seq != p.seq {
			return false, nil
		}
		if msg.err != nil {
			return true, send(failed(msg.err))
		}
		p.all, p.read = msg.value, true
		p.by = make([]sought, len(p.all))
		for i, r := range p.all {
			p.by[i] = soughtBy(r.PersonName, "")
		}
		p.narrow()
		return false, nil
	case tea.KeyPressMsg:
		p.shared, p.in.over = false, false
		switch msg.String() {
		case "esc":
			return true, nil
		case "up", "ctrl+p":
			p.move(-1)
			return false, nil
		case "down", "ctrl+n":
			p.move(1)
			return false, nil
		case "tab":
			if p.onNew() {
				p.role = (p.role + 1) % len(journal.Roles())
			} else {
				p.move(1)
			}
			return false, nil
		case "shift+tab":
			if p.onNew() {
				p.role = (p.role + len(journal.Roles()) - 1) % len(journal.Roles())
			} else {
				p.move(-1)
			}
			return false, nil
		case "enter":
			return p.choose()
		case ":":
			return p.colon()
		}
	}
	before := p.in.Value()
	cmd := p.in.Update(msg)
	if p.in.Value() == before {
		return false, cmd
	}
	p.narrow()
	return false, cmd
}

// mark goes to the row that is taken unless another is chosen by hand.
func (p *picker) mark() {
	p.moved, p.list.At = false, 0
	if p.offersNew() && (len(p.rows) == 0 || p.fits(0) > fitsBeginning) {
		p.list.At = len(p.rows)
	}
	p.count()
}

func (p *picker) count() {
	n := len(p.rows)
	if p.offersNew() {
		n++
	}
	p.list.SetLen(n)
}

// move goes to another row, around the ends.
func (p *picker) move(n int) {
	if p.list.Len == 0 {
		return
	}
	p.moved = true
	p.list.At = (p.list.At + n + p.list.Len) % p.list.Len
}

// colon ends the name.
func (p *picker) colon() (bool, tea.Cmd) {
	switch {
	case p.moved, !p.allowNew:
		return p.choose()
	case p.name() == "":
		return false, nil
	case p.colonBegins():
		p.list.At = len(p.rows)
	case p.severalCalled():
		p.shared = true
		return false, nil
	}
	return p.choose()
}

func (p *picker) choose() (bool, tea.Cmd) {
	switch {
	case p.onNew():
		name, err := journal.CleanName(p.name())
		if err != nil {
			return false, send(failed(err))
		}
		return true, p.then(WriteStart{Name: name, Role: journal.Roles()[p.role]})
	case p.list.At < len(p.rows):
		return true, p.then(WriteStart{RelationshipID: p.rows[p.list.At].ID})
	}
	return false, nil
}

func (p *picker) Render(w, h int) (string, *tea.Cursor) {
	t := p.theme
	head, cur := p.in.Render(w, t)
	rows := []string{head, ""}
	from, to := p.list.Window(h - 3)
	for i := from; i < to; i++ {
		rows = append(rows, p.env.spots.row(p.row(i, w), i == p.list.At, func() tea.Cmd { p.move(i - p.list.At); return nil }))
	}
	said, style := p.said(), t.Faint
	if p.shared {
		style = t.Error
	}
	if p.in.over {
		rows = rows[:max(2, min(len(rows), h-2))]
		for _, row := range widget.Wrap(nameFull(), w, 2) {
			rows = append(rows, t.Error.Render(row))
		}
		return strings.Join(rows, "\n"), cur
	}
	return strings.Join(append(rows, style.Render(widget.Cut(said, w))), "\n"), cur
}

// said is what stands under the rows.
func (p *picker) said() string {
	switch {
	case p.shared:
		return "  Several people are called that: ↑ ↓ and enter say which."
	case p.onNew():
		return "  somebody new; the role can be changed later too"
	case p.colonBegins():
		return "  : makes somebody new of “" + p.name() + "”"
	case p.read && len(p.rows) == 0 && p.name() == "" && p.allowNew:
		return "Type the name of whoever you talked with."
	case p.read && len(p.rows) == 0 && p.without != 0 && p.name() == "":
		return p.withoutWhy + "nothing is open with anybody else."
	case p.read && len(p.rows) == 0 && p.without != 0:
		return p.withoutWhy + "nothing is open with anybody else like that."
	case p.read && len(p.rows) == 0 && !p.allowNew:
		return "Nobody here is called that."
	}
	return ""
}

func (p *picker) row(i, w int) string {
	t, mark, style := p.theme, "  ", p.theme.Text
	if i == p.list.At {
		mark, style = "❯ ", p.theme.Selected
	}
	if i == len(p.rows) {
		return mark + p.newRow(style, w-2)
	}
	r := p.rows[i]
	return mark + t.Faint.Render(widget.Pad(r.Role.Phrase(), 10)+" "+widget.Pad(wording.Ago(r.LastSession, p.env.Now()), 13)) + " " + style.Render(widget.Cut(p.env.Veil.Name(r.PersonName)+purposeTail(p.env.Veil.Words(r.Purpose)), w-27))
}

// newRow is somebody new, with all roles where they fit beside the name and else the one they
// would have.
func (p *picker) newRow(style lipgloss.Style, w int) string {
	t := p.theme
	var all, plain strings.Builder
	for j, r := range journal.Roles() {
		cell, in := " "+r.Phrase()+" ", t.Faint
		if j == p.role {
			cell, in = "["+r.Phrase()+"]", t.Strong
		}
		all.WriteString(in.Render(cell))
		plain.WriteString(cell)
	}
	const head, between = "new  ", "  "
	roles, used := all.String(), ansi.StringWidth(plain.String())
	if w-len(head+between)-used < 16 {
		one := "[" + journal.Roles()[p.role].Phrase() + "]"
		roles, used = t.Strong.Render(one), len(one)
	}
	return t.Faint.Render(head) + roles + between + style.Render(widget.Cut(p.name(), w-len(head+between)-used))
}

func purposeTail(purpose string) string {
	if purpose == "" {
		return ""
	}
	return " · " + purpose
}
