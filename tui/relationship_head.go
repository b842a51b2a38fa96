package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// head is who this is and how it stands, and the names of the parts.
func (p *RelationshipScreen) head(w, h int) []string {
	th, today, r := p.env.Theme, p.env.Day(), p.rel
	what := " · " + r.Role.Phrase()
	if r.State != journal.StateActive {
		what += " · " + string(r.State)
	}
	rows := []string{"  " + th.Strong.Render(widget.Cut(p.env.Veil.Name(r.PersonName), w-3-max(23, ansi.StringWidth(what)))) + th.Faint.Render(what)}
	facts := p.stands(today)
	answers := p.answersSaid()
	if whole := strings.Join(append(facts, answers), " · "); answers != "" && ansi.StringWidth(whole) <= w-3 {
		facts, answers = append(facts, answers), ""
	}
	rows = append(rows, "  "+th.Faint.Render(widget.Cut(strings.Join(facts, " · "), w-3)))
	if way := p.way.said(p.env, r); way != "" {
		rows = append(rows, "  "+th.Text.Render(widget.Cut(way, w-3)))
	}
	if r.Purpose != "" {
		rows = append(rows, "  "+th.Text.Render(widget.Cut(p.env.Veil.Words(r.Purpose), w-3)))
	}
	also := p.also()
	if answers != "" && also != "" { // what has a known width comes first
		answers += " · "
	}
	if also = answers + also; also != "" && h >= 12 {
		rows = append(rows, "  "+th.Faint.Render(widget.Cut(also, w-3)))
	}
	if h >= 14 {
		rows = append(rows, "")
	}
	rows = append(rows, "  "+p.tabs(w-3))
	if h >= 14 {
		rows = append(rows, "")
	}
	return rows
}

// stands is how it stands, or when it ended, in a few facts.
func (p *RelationshipScreen) stands(today journal.Date) (facts []string) {
	r := p.rel
	if r.State == journal.StateEnded {
		return []string{p.env.Dates.Ended(r.EndedOn), wording.Talked(r.Sessions)}
	}
	if !r.NextSession.IsZero() && !r.NextSession.Before(today) {
		facts = append(facts, "next "+p.env.Dates.Long(r.NextSession, today))
	}
	facts = append(facts, wording.LastTalked(r.LastSession, p.env.Now()))
	if !r.Rhythm.IsZero() {
		facts = append(facts, r.Rhythm.String())
	}
	return facts
}

// also names what else there is between us.
func (p *RelationshipScreen) also() string {
	var parts []string
	for _, r := range p.person.Relationships {
		if r.ID == p.id {
			continue
		}
		s := r.Role.Phrase()
		if !r.State.Open() {
			s += " (" + string(r.State) + ")"
		}
		parts = append(parts, s)
	}
	if len(parts) == 0 {
		return ""
	}
	return "also: " + strings.Join(parts, ", ") + " · " + p.env.key("switch", "s") + " goes there"
}

// answersSaid is how many answers about them there are and which key reads them, "" for none.
func (p *RelationshipScreen) answersSaid() string {
	switch p.answers {
	case 0:
		return ""
	case 1:
		return "1 answer of yours · " + p.env.key("answers", "r")
	}
	return fmt.Sprintf("%d answers of yours · %s", p.answers, p.env.key("answers", "r"))
}

// aboutRows is what is known of the person and the relationship, and how much I wrote about them.
func (p *RelationshipScreen) aboutRows(w, most int) []string {
	th := p.env.Theme
	rows := aboutRows(p.env, veiledPerson(p.env.Veil, p.person), veiledRelationship(p.env.Veil, &p.rel), w, most, p.about.look)
	if rows == nil {
		return rows
	}
	b := aboutBlock{w: w, most: most, theme: th, look: p.about.look, rows: rows}
	for _, fact := range p.way.facts(p.rel.Relationship, p.env.Dates, p.env.Day()) {
		b.say(fact[0], p.env.Veil.Words(fact[1]))
	}
	b.say("on your own", p.answersSaid())
	return b.rows
}

// tabName is what a part is called, with how much there is of it where that is worth knowing.
func (p *RelationshipScreen) tabName(t relTab, w int) string {
	name, n := "", 0
	switch t {
	case tabTimeline:
		return "timeline"
	case tabAbout:
		return "about"
	case tabActions:
		name, n = "actions", p.rel.OpenMine+p.rel.OpenTheirs
	case tabTopics:
		name = "topics"
		if p.waiting.next == "" {
			n = len(p.waiting.rows)
		}
	default:
		part := p.parts[t-tabParts]
		name, n = part.title(), part.count()
	}
	if n > 0 && w >= 50 {
		name += fmt.Sprintf(" %d", n)
	}
	return name
}

// tabs names the parts; the one shown stands in brackets.
func (p *RelationshipScreen) tabs(w int) string {
	order := p.order()
	names := make([]string, len(order))
	for i, t := range order {
		names[i] = p.tabName(t, w)
	}
	at := slices.Index(order, p.tab)
	return tabsWithin(names, at, w, p.env.Theme, p.env.spots, func(i int) tea.Cmd { return p.turn(relTab(i - at))() })
}

// tabsWithin is tabsRow in w cells: where not all names fit, those around the shown one do.
func tabsWithin(names []string, at, w int, t *theme.Theme, s *spots, turn func(i int) tea.Cmd) string {
	wide := func(names []string) int { return ansi.StringWidth(strings.Join(names, "  ")) + 2 }
	from, to := 0, len(names)
	for wide(names[from:to]) > w-4 && to-from > 1 && wide(names) > w {
		if to-1 > at && (to-at > at-from || from == at) {
			to--
		} else {
			from++
		}
	}
	row := tabsRow(names[from:to], at-from, t, s, func(i int) tea.Cmd { return turn(from + i) })
	if from > 0 {
		row = t.Faint.Render("‹ ") + row
	}
	if to < len(names) {
		row += t.Faint.Render(" ›")
	}
	return row
}

// tabsRow is the names of parts on one row, the shown one in brackets.
func tabsRow(names []string, at int, t *theme.Theme, s *spots, to func(i int) tea.Cmd) string {
	var out strings.Builder
	for i, n := range names {
		if i == at {
			out.WriteString(t.Selected.Render("[" + n + "]"))
		} else {
			out.WriteString(s.place(t.Faint.Render(" "+n+" "), func() tea.Cmd { return to(i) }))
		}
	}
	return out.String()
}

// aboutRows is what is known of a person and of the relationship, nil rel for none, in rows of at
// most w cells; a fact takes at most most rows, 0 for as many as it needs. What was looked for is lit.
func aboutRows(env *Env, p journal.PersonSummary, rel *journal.RelationshipSummary, w, most int, look journal.Search) []string {
	if w < 8 {
		return nil
	}
	dates, today, t := env.Dates, env.Day(), env.Theme
	b := aboutBlock{w: w, most: most, theme: t, look: look}
	b.rows = append(b.rows, t.Heading.Render(widget.Cut("ABOUT "+strings.ToUpper(wording.FirstName(p.Name)), w)))
	b.say("known from", p.HowKnown)
	b.say("common ground", p.CommonGround)
	b.say("core values", p.CoreValues)
	b.say("contact", p.Contact)
	b.say("notes", p.Notes)
	if len(b.rows) == 1 {
		b.rows = append(b.rows, t.Faint.Render(widget.Cut("Nothing noted yet.", w)))
	}
	if rel == nil {
		return b.rows
	}
	b.rows = append(b.rows, "", t.Heading.Render(widget.Cut("BETWEEN YOU", w)))
	b.say("role", rel.Role.Phrase())
	b.say("state", string(rel.State))
	b.say("purpose", rel.Purpose)
	b.say("focus", strings.Join(rel.Focus, ", "))
	b.say("kind", string(rel.Kind))
	b.say("setting", rel.Setting)
	b.say("terms", string(rel.Formality))
	b.say("since", dateOrNone(dates, rel.From, today))
	b.say("until", dateOrNone(dates, rel.Until, today))
	b.say("rhythm", rel.Rhythm.String())
	b.say("next", dateOrNone(dates, rel.NextSession, today))
	switch rel.Sessions {
	case 0:
	case 1:
		b.say("kept", "one conversation")
	default:
		b.say("kept", fmt.Sprintf("%d conversations", rel.Sessions))
	}
	return b.rows
}

func dateOrNone(dates wording.Dates, d, today journal.Date) string {
	if d.IsZero() {
		return ""
	}
	return dates.Long(d, today)
}
