package tui

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/theme"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// matchPart is why two people came together, and what to look at before they do.
type matchPart struct {
	env   *Env
	rel   journal.RelationshipSummary
	match journal.Match

	stop  matchStop
	stops []matchStop    // where the cursor can be, as last drawn
	top   int            // the first row drawn
	look  journal.Search // where the cursor goes once it is drawn
}

// matchStop is a place of the cursor: a line of the checklist, or a row of the words above it.
type matchStop struct {
	line string // the id of the line, "" for a row of words
	row  int
}

func newMatchPart(env *Env) *matchPart { return &matchPart{env: env} }

func (p *matchPart) title() string { return "match" }
func (p *matchPart) count() int    { return 0 }

func (p *matchPart) read(ctx context.Context, st *store.Store, rel journal.RelationshipSummary) (func(), error) {
	m, err := st.Match(ctx, rel.ID)
	return func() { p.rel, p.match = rel, m }, err
}

func (p *matchPart) move(n int) {
	at := max(0, slices.Index(p.stops, p.stop))
	if len(p.stops) > 0 {
		p.stop = p.stops[max(0, min(at+max(-1000, min(n, 1000)), len(p.stops)-1))]
	}
}

// check is the answer to a line, the zero Check where there is none.
func (p *matchPart) check(line string) journal.Check {
	for _, c := range p.match.Checks {
		if c.Line == line {
			return c
		}
	}
	return journal.Check{Line: line}
}

// chosen is the line of the checklist the cursor is on.
func (p *matchPart) chosen() (journal.CheckLine, bool) {
	for _, l := range journal.Checklist(p.rel.Role) {
		if l.ID == p.stop.line {
			return l, true
		}
	}
	return journal.CheckLine{}, false
}

func (p *matchPart) actions() []Action {
	line, ok := p.chosen()
	none := ""
	if !ok {
		none = "Choose a line of the list first."
	}
	now := p.check(line.ID)
	answer := func(id, key, name string, to journal.CheckAnswer) Action {
		return Action{ID: id, Group: groupHere, Writes: true, Keys: []string{key}, Name: name, Help: "what is true of this line", Disabled: none, Run: func() tea.Cmd { return answerCheck(p.env, p.rel, line.ID, to) }}
	}
	goRound := answer("answer", "space", "next answer", nextAnswer(now))
	goRound.Help, goRound.Foot = "yes, no, not sure, and none again", true
	word := Action{ID: "word", Group: groupHere, Writes: true, Keys: []string{"enter"}, Name: "a word", Help: "a few words on this line", Foot: true, Disabled: none, Run: func() tea.Cmd { return askCheckWord(p.env, p.rel, line, now) }}
	if ok && now.Answer == "" {
		word.Disabled = "Answer the line first; " + p.env.key("answer", "space") + " goes round yes, no and not sure."
	}
	return []Action{
		goRound, word,
		{ID: "edit", Group: groupHere, Writes: true, Keys: []string{"e"}, Name: "edit", Help: "why this person, what you share, what to watch", Foot: true, Run: func() tea.Cmd { return askEditMatch(p.env, p.rel, p.match) }},
		versionsAction(p.env, "match with "+p.rel.PersonName, "", journal.TextsUID(p.rel.UID, journal.MatchTexts()...)...),
		answer("yes", "1", "yes", journal.CheckYes),
		answer("no", "2", "no", journal.CheckNo),
		answer("not sure", "3", "not sure", journal.CheckNotSure),
	}
}

// nextAnswer goes round the answers; after the last comes none, where no word hangs on it.
func nextAnswer(c journal.Check) journal.CheckAnswer {
	all := journal.CheckAnswers()
	i := slices.Index(all, c.Answer) + 1
	switch {
	case i < len(all):
		return all[i]
	case c.Word != "": // it stands with an answer, and going round must not lose it
		return all[0]
	}
	return ""
}

// arrive puts the cursor on the words that were looked for, once.
func (p *matchPart) arrive(w int) {
	if len(p.look.Parts) == 0 {
		return
	}
	var text strings.Builder
	var ends []int // in text, of what stands at each of the places
	var stops []matchStop
	add := func(words string, stop matchStop) {
		text.WriteString(words + "\n")
		ends, stops = append(ends, text.Len()), append(stops, stop)
	}
	n := 0
	for _, part := range p.words() {
		for _, row := range widget.Wrap(p.env.Veil.Words(part[1]), p.room(w), 0) {
			add(row, matchStop{row: n})
			n++
		}
	}
	for _, l := range journal.Checklist(p.rel.Role) {
		add(p.env.Veil.Words(p.check(l.ID).Word), matchStop{line: l.ID})
	}
	at := p.look.Best(text.String())
	p.look = journal.Search{}
	if i := slices.IndexFunc(ends, func(end int) bool { return at < end }); at >= 0 && i >= 0 {
		p.stop = stops[i]
	}
}

// words are what stands above the checklist, each with its label.
func (p *matchPart) words() (all [][2]string) {
	for _, part := range [][2]string{{"why " + wording.FirstName(p.rel.PersonName), p.match.Why}, {"common ground", p.match.Common}, {"to watch", p.match.Watch}} {
		if !journal.Blank(part[1]) {
			all = append(all, part)
		}
	}
	return all
}

// room is the cells of the words in w cells.
func (p *matchPart) room(w int) int { return min(max(1, w-matchLabel-3), p.env.measure()) }

// matchRow is a row as laid out for a width.
type matchRow struct {
	text string
	stop *matchStop // the cursor can be here
	line string     // the line of the checklist it belongs to
}

// matchLabel is the cells of the labels' column, which the answers stand in too.
const matchLabel = 15

func (p *matchPart) layout(w int) []matchRow {
	th, first := p.env.Theme, wording.FirstName(p.rel.PersonName)
	room := p.room(w)
	var rows []matchRow
	n := 0
	for _, part := range p.words() {
		for i, text := range widget.Wrap(p.env.Veil.Words(part[1]), room, 0) {
			label := ""
			if i == 0 {
				label = part[0]
			}
			rows = append(rows, matchRow{text: th.Faint.Render(widget.Pad(widget.Cut(label, matchLabel-1), matchLabel)) + th.Text.Render(text), stop: &matchStop{row: n}})
			n++
		}
	}
	if n == 0 {
		for _, text := range widget.Wrap("Why "+first+", what you share and what to watch can stand here; "+p.env.key("edit", "e")+" begins.", min(w-4, p.env.measure()), 0) {
			rows = append(rows, matchRow{text: th.Faint.Render(text)})
		}
	}
	rows = append(rows, matchRow{}, matchRow{text: th.Heading.Render(widget.Cut(checklistHeading(p.rel), w-3))})
	for _, l := range journal.Checklist(p.rel.Role) {
		rows = append(rows, p.lineRows(l, room, th)...)
	}
	return rows
}

// lineRows are a line of the checklist, and the word on it below.
func (p *matchPart) lineRows(l journal.CheckLine, room int, th *theme.Theme) []matchRow {
	c, style := p.check(l.ID), th.Text
	here := p.stop.line == l.ID
	if here {
		style = th.Selected
	}
	var rows []matchRow
	for i, text := range widget.Wrap(l.Text, room, 0) {
		row := matchRow{text: strings.Repeat(" ", matchLabel) + style.Render(text), line: l.ID}
		if i == 0 {
			row.text = th.Faint.Render(widget.Pad(answerSaid(c.Answer), matchLabel)) + style.Render(text)
			row.stop = &matchStop{line: l.ID}
		}
		rows = append(rows, row)
	}
	if c.Word != "" {
		for i, text := range widget.Wrap(p.env.Veil.Words(c.Word), max(1, room-2), 0) {
			lead := "  "
			if i == 0 {
				lead = "→ "
			}
			rows = append(rows, matchRow{text: strings.Repeat(" ", matchLabel) + th.Faint.Render(lead+text), line: l.ID})
		}
	}
	return rows
}

// answerSaid is an answer with a sign, so that a list is seen at a glance.
func answerSaid(a journal.CheckAnswer) string {
	switch a {
	case journal.CheckYes:
		return "✓ yes"
	case journal.CheckNo:
		return "– no"
	case journal.CheckNotSure:
		return "? not sure"
	}
	return "·"
}

func checklistHeading(r journal.RelationshipSummary) string {
	offer := r.Role == journal.RoleMentor
	switch {
	case r.State != journal.StateConsidering:
		return "WORTH A LOOK, ALSO LATER"
	case offer:
		return "BEFORE YOU OFFER"
	}
	return "BEFORE YOU ASK"
}

func (p *matchPart) render(w, h int) ([]string, int) {
	p.arrive(w)
	rows := p.layout(w)
	p.stops = p.stops[:0]
	for _, r := range rows {
		if r.stop != nil {
			p.stops = append(p.stops, *r.stop)
		}
	}
	if !slices.Contains(p.stops, p.stop) { // the words are fewer rows now, or it is the first time
		p.stop = p.stops[0]
		rows = p.layout(w)
	}
	from, to := p.span(rows)
	cur := from
	if from == slices.IndexFunc(rows, func(r matchRow) bool { return r.stop != nil }) {
		from = 0 // what stands above the first place is seen with it
	}
	p.top = inSight(p.top, from, min(to, cur+max(1, h)), max(1, h), len(rows))
	p.top = min(p.top, cur)
	var out []string
	for i, r := range rows[p.top:min(len(rows), p.top+max(0, h))] {
		mark := "  "
		if p.top+i == cur {
			mark = "❯ "
		}
		row := mark + r.text
		if stop := p.stopOf(rows, p.top+i); stop != nil {
			row = p.env.spots.row(row, *stop == p.stop, func() tea.Cmd { p.stop = *stop; return nil })
		}
		out = append(out, row)
	}
	return out, cur - p.top
}

// stopOf is the place of the cursor a row belongs to, nil for none.
func (p *matchPart) stopOf(rows []matchRow, i int) *matchStop {
	for line := rows[i].line; rows[i].stop == nil; i-- {
		if i == 0 || line == "" || rows[i-1].line != line {
			return nil
		}
	}
	return rows[i].stop
}

// span is the rows of the place the cursor is on.
func (p *matchPart) span(rows []matchRow) (from, to int) {
	for i, r := range rows {
		if r.stop != nil && *r.stop == p.stop {
			from, to = i, i+1
			for to < len(rows) && r.line != "" && rows[to].line == r.line {
				to++
			}
			return from, to
		}
	}
	return 0, 1
}
