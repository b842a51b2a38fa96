package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/filters"
	"bothways/tui/safe"
	"bothways/tui/widget"
)

// searchBelow is how many rows the chosen one has at the foot of the list where there is no room
// beside it.
const searchBelow = 4

// Render draws the page.
func (p *SearchScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	const mark = "  / "
	typed, cur := p.in.Render(max(1, w-len(mark)-1), th)
	if cur != nil {
		cur.X += len(mark)
	}
	rows := []string{th.Key.Render(mark) + typed, p.under(w)}
	rows = append(rows, p.noticeRows(w, h)...)
	return strings.Join(append(rows, p.body(w, h-len(rows))...), "\n"), cur
}

// noticeRows are the rows in which something is said of what was typed: always as many, so that the list
// stays where it is. Where there is none, what is said may need more of them.
func (p *SearchScreen) noticeRows(w, h int) []string {
	const usual, most, usualFrom, mostFrom = 2, 5, 12, 10
	least, room := 1, 1
	if h >= usualFrom && !journal.Blank(p.in.Value()) {
		least, room = usual, usual
	}
	if h >= mostFrom && len(p.Found) == 0 {
		room = most
	}
	var rows []string
	if said := p.searchNotices(); said != "" {
		for _, row := range widget.Wrap(said, max(1, w-5), room) {
			rows = append(rows, "  "+p.env.Theme.Faint.Render(row))
		}
	}
	for len(rows) < least {
		rows = append(rows, "")
	}
	return rows
}

// under is the row under the line: what the last word may become, and how many things were found.
func (p *SearchScreen) under(w int) string {
	th := p.env.Theme
	const lead, apart = 4, 3 // cells
	room := w - lead - 1
	if last := p.lookedLast(); last != "" {
		key := p.env.keysOf(Action{ID: "up", Keys: []string{"up"}}, true).Label() + " "
		return "    " + th.Key.Render(key) + th.Faint.Render(widget.Cut(safe.Line(last), room-ansi.StringWidth(key)))
	}
	all := p.proposals()
	if len(all) == 0 {
		return "    " + th.Faint.Render(widget.Cut(p.foundSaid(room), room))
	}
	tab := th.Key.Render("tab")
	at := p.at
	if p.taken == nil {
		at = 0
	}
	first := min(ansi.StringWidth(p.veiledOffer(all[at])), room*2/3)
	said := p.foundSaid(room - lead - first - apart)
	room -= lead + ansi.StringWidth(said)
	from := 0 // the proposal that stands in the line is among those that are shown
	for from < at && offersWidth(p, all[from:at+1]) > room {
		from++
	}
	var b strings.Builder
	used := 0
	for i, one := range all[from:] {
		one = widget.Cut(p.veiledOffer(one), max(1, room-apart))
		n := ansi.StringWidth(one) + apart
		if used+n > room && i > 0 {
			break
		}
		style := th.Faint
		if from+i == at {
			style = th.Strong
		}
		b.WriteString(style.Render(one) + strings.Repeat(" ", apart))
		used += n
	}
	if said == "" {
		return "  " + tab + " " + b.String()
	}
	return "  " + tab + " " + b.String() + strings.Repeat(" ", max(0, room-used)) + th.Faint.Render(said)
}

// offersWidth is the cells proposals take beside each other.
func offersWidth(p *SearchScreen, all []string) (n int) {
	for _, one := range all {
		n += ansi.StringWidth(p.veiledOffer(one)) + 3
	}
	return n
}

// veiledOffer is a completion as it may be seen: while names are hidden, nobody is proposed by name.
func (p *SearchScreen) veiledOffer(one string) string {
	if name, ok := strings.CutPrefix(one, "with:"); ok && name != "" && p.env.Veil.On() {
		return "with:" + p.env.Veil.Name(strings.Trim(name, `"`))
	}
	return one
}

// body is what was found, or how to look for something.
func (p *SearchScreen) body(w, h int) []string {
	th := p.env.Theme
	say := func(s string) []string { return strings.Split(indent(th.Faint, s, w), "\n") }
	switch {
	case h < 1 || p.shown == 0:
		return nil
	case p.err != nil:
		return strings.Split(indent(th.Error, journal.ErrorMessage(p.err), w), "\n")
	case strings.TrimSpace(p.in.Value()) == "":
		return p.how(w, h)
	case p.q.IsZero() && p.held:
		return say("Go on typing: a space or enter ends the filter.")
	case p.q.IsZero() && p.shown == p.seq && len(p.notices) == 0 && len(p.proposals()) > 0:
		return say("Go on typing, or take what is proposed with " + p.env.textKey("complete", "tab") + ".")
	case p.q.IsZero() && p.shown == p.seq && len(p.notices) == 0 && filters.Begun(p.in.Value()):
		return say("Go on typing: nothing stands behind this filter yet.")
	case p.q.IsZero() && p.shown == p.seq && len(p.notices) == 0:
		return say("Type a word, or its beginning. Signs alone are not searched.")
	case len(p.Found) == 0 && p.shown == p.seq && len(p.Notes) == 0 && !p.q.IsZero():
		return say("Nothing you kept has all of that. Fewer words or fewer letters find more; drafts and earlier versions are not searched.")
	}
	listWidth, room := w, h
	if w >= sidePanelFrom {
		listWidth = w * 62 / 100
		side := p.more(w-listWidth-4, h)
		list, _ := p.list.render(h, th, listWidth, func(i int, chosen bool) string { return p.drawn(i, chosen, listWidth-1, true) })
		return widget.Columns(list, side, listWidth, th.Rule.Render("│")+" ")
	}
	if h >= wholeFrom {
		room -= searchBelow
	}
	list, _ := p.list.render(room, th, listWidth, func(i int, chosen bool) string { return p.drawn(i, chosen, listWidth-1, false) })
	if room == h {
		return list
	}
	list = append(list, "")
	for _, row := range p.below(min(w-6, 90), searchBelow-1) {
		list = append(list, "    "+row)
	}
	return list
}

// how says what can be typed, while nothing is.
func (p *SearchScreen) how(w, h int) []string {
	th := p.env.Theme
	var rows []string
	line := func(left, right string) {
		rows = append(rows, "  "+th.Key.Render(widget.Pad(left, 15))+th.Text.Render(widget.Cut(right, w-19)))
	}
	head := func(s string) {
		if len(rows) > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, "  "+th.Heading.Render(s))
	}
	head("WORDS")
	line("panel list", "both, in one thing; pan finds panel too")
	line(`"panel list"`, "side by side")
	line("zoe", "Zoë too: accents and capitals are one")
	head("NARROWER")
	line("with:priya", "what is with one person")
	line("role:mentor", "or mentee, mutual: your side of it")
	line("is:action", "or session, reflection, shift, goal, …")
	line("before:2024", "or after:2025-03, which is after its end")
	line("focus:hiring", "where that is what you two work on")
	if len(p.examples) > 0 && !p.env.Veil.On() {
		head("FOR EXAMPLE, HERE")
		for _, one := range p.examples {
			rows = append(rows, "  "+th.Key.Render(widget.Cut(one, w-3)))
		}
	}
	return rows[:min(len(rows), h)]
}
