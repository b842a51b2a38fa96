package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/tui/theme"
	"bothways/tui/veil"
	"bothways/tui/widget"
)

// footRows is how many rows the frame takes at the bottom: the news and the keys.
const footRows = 2

// themed is an overlay that draws with the theme of the moment.
type themed interface{ setTheme(*theme.Theme) }

// pointed is an overlay that says what can be pointed at in it.
type pointed interface{ setSpots(*spots) }

// View draws the page, the foot, and whatever lies over them.
func (r *Root) View() tea.View {
	v := tea.View{AltScreen: true, WindowTitle: "bothways"}
	if r.w <= 0 || r.h <= 0 {
		return v
	}
	if r.tooSmall() {
		v.SetContent(strings.Join(widget.Wrap("This window is too small for a page (at least 40 by 10). Your words are safe.", r.w, r.h), "\n"))
		return v
	}
	if r.listens() {
		v.MouseMode = tea.MouseModeCellMotion
	}
	r.env.spots.begin()
	body, cur := r.top().Render(r.w, r.h-footRows)
	page := r.env.spots.read(r.withNews(fit(body, r.w, r.h-footRows))+"\n"+r.corner(r.foot()), 0, 0)
	if o := r.overlay(); o != nil {
		r.env.spots.under(r.h - 1)
		page, cur = r.drawOver(page, o)
	}
	if cur != nil {
		cur.X, cur.Y = max(0, min(cur.X, r.w-1)), max(0, min(cur.Y, r.h-1))
	}
	v.SetContent(r.veilRows(page, cur))
	v.Cursor = cur
	return v
}

// fit makes a page exactly h rows, none wider than w.
func fit(body string, w, h int) string {
	rows := strings.Split(body, "\n")
	if len(rows) > h {
		rows = rows[:h]
	}
	for i, row := range rows {
		if ansi.StringWidth(row) > w {
			rows[i] = ansi.Truncate(row, w, "")
		}
	}
	return strings.Join(rows, "\n") + strings.Repeat("\n", h-len(rows))
}

// newsRows is the most rows the news takes: what is to be done stands at the end of a sentence.
const newsRows = 4

// withNews puts the news under the page. Where it needs more than its own row it covers the last
// ones of the page, so that nothing above moves.
func (r *Root) withNews(page string) string {
	if r.news.text == "" {
		return page + "\n" + r.banner()
	}
	style := r.env.Theme.Good
	if r.news.bad {
		style = r.env.Theme.Error
	}
	most := newsRows
	if r.news.bad { // then it matters more than the page
		most = max(newsRows, r.h/2)
	}
	said := widget.Wrap(veil.Saying(r.env.Veil, r.news.text), r.w-4, most)
	for i, row := range said {
		said[i] = "  " + style.Render(row)
	}
	rows := strings.Split(page, "\n")
	rows = rows[:max(0, len(rows)-len(said)+1)]
	return strings.Join(append(rows, said...), "\n")
}

// footHint is one hint at the foot: a key, what it does in a word, and what a press on it runs.
type footHint struct {
	key, name string
	press     func() tea.Cmd // nil where it cannot be pressed
}

// foot names the keys that matter most here, as many as fit; the help key always does.
func (r *Root) foot() string {
	var hints, last []footHint
	if o := r.overlay(); o != nil {
		for said := range strings.SplitSeq(o.Hint(), " · ") {
			key, name, _ := strings.Cut(said, " ")
			hint := footHint{key: key, name: name}
			if k, ok := keyNamed(key); ok {
				hint.press = func() tea.Cmd { return r.key(k) }
			}
			hints = append(hints, hint)
		}
		return "  " + r.keys(hints, nil)
	}
	for _, a := range r.actions() {
		if !a.Foot || !a.Enabled() || len(a.Keys) == 0 {
			continue
		}
		hint := footHint{key: a.Label(), name: a.Name, press: func() tea.Cmd { return r.runOwn(a.ID) }}
		if a.ID == "help" || a.ID == "palette" {
			last = append(last, hint)
		} else {
			hints = append(hints, hint)
		}
	}
	return "  " + r.keys(hints, last)
}

// keys draws hints, leaving out from the middle what does not fit.
func (r *Root) keys(hints, last []footHint) string {
	const between = " · "
	width := func() int {
		n := -ansi.StringWidth(between)
		for _, h := range append(hints[:len(hints):len(hints)], last...) {
			n += ansi.StringWidth(h.key + " " + h.name + between)
		}
		return n
	}
	for len(last) > 0 && width() > r.footRoom()-4 {
		if len(hints) > 3 {
			hints = hints[:len(hints)-1]
		} else if len(last) > 1 {
			last = last[:len(last)-1]
		} else if len(hints) > 0 {
			hints = hints[:len(hints)-1]
		} else {
			break
		}
	}
	t := r.env.Theme
	var out []string
	for _, h := range append(hints[:len(hints):len(hints)], last...) {
		drawn := t.Key.Render(h.key) + " " + t.Faint.Render(h.name)
		if h.press != nil {
			drawn = r.env.spots.place(drawn, h.press)
		}
		out = append(out, drawn)
	}
	return ansi.Truncate(strings.Join(out, t.Faint.Render(between)), r.footRoom()-2, "…")
}

// drawOver lays an overlay over the page, near the top where the eye is.
func (r *Root) drawOver(page string, o Overlay) (string, *tea.Cursor) {
	t := r.env.Theme
	if th, ok := o.(themed); ok {
		th.setTheme(t)
	}
	w := min(76, r.w-4) // the frame included
	h := max(1, min(18, r.h-footRows-4))
	if v, ok := o.(veiled); ok {
		v.setVeil(r.env.Veil)
	}
	if p, ok := o.(pointed); ok {
		p.setSpots(r.env.spots)
	}
	inner, cur := o.Render(w-4, h)
	inner = fitDown(inner, w-4, h)
	y := max(0, min(2, r.h-footRows-4-strings.Count(inner, "\n")))
	inner = r.env.spots.read(inner, (r.w-w)/2+2, y+2)
	box := t.Dialog.Width(w).Render(t.Strong.Render(widget.Cut(o.Title(), w-4)) + "\n" + inner)
	x := (r.w - w) / 2
	page = strings.ReplaceAll(page, "❯", " ") // one thing is chosen at a time, and it is in front
	margin := lipgloss.NewStyle().Width(r.w).Height(lipgloss.Height(box)).Render("")
	page = lipgloss.NewCompositor(lipgloss.NewLayer(page), lipgloss.NewLayer(margin).Y(y).Z(1), lipgloss.NewLayer(box).X(x).Y(y).Z(2)).Render()
	if cur != nil {
		cur.X, cur.Y = cur.X+x+2, cur.Y+y+2
	}
	return page, cur
}

// fitDown cuts to at most h rows of w cells without filling up.
func fitDown(body string, w, h int) string {
	rows := strings.Split(body, "\n")
	rows = rows[:min(len(rows), h)]
	for i, row := range rows {
		rows[i] = ansi.Truncate(row, w, "")
	}
	return strings.Join(rows, "\n")
}
