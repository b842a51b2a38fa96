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
)

// VersionsScreen is every version a text ever had, each beside the present one, to read and to bring
// back. A thing may have several texts, which are turned through.
type VersionsScreen struct {
	env   *Env
	title string
	of    []journal.TextOf
	seq   int
	read  bool
	err   error

	want versionAsked
	versionsPage
	list widget.List
	doc  document
}

// versionAsked is which version is to be looked at.
type versionAsked struct {
	text journal.TextOf // the zero one for the first that changed
	key  string         // of the version, "" for the one before the present
}

// versionsPage is what is read for the page.
type versionsPage struct {
	texts  []versionedText // those that have versions
	at     int             // which of them is shown
	all    []store.Version // of that, newest first
	chosen int
	blocks []journal.DiffBlock
}

// versionedText is a text and how many versions of it there are.
type versionedText struct {
	of journal.TextOf
	n  int
}

// NewVersions makes the page of the versions of a thing's texts; title says what the thing is.
func NewVersions(env *Env, title string, of ...journal.TextOf) *VersionsScreen {
	return &VersionsScreen{env: env, title: title, of: of}
}

// ID is the page's name for answers.
func (p *VersionsScreen) ID() string {
	var b strings.Builder
	for _, o := range p.of {
		fmt.Fprintf(&b, ":%s:%d:%s", o.Kind, o.ID, o.UID)
	}
	return "versions" + b.String()
}

// Init reads the versions again, and the words of the chosen one.
func (p *VersionsScreen) Init() tea.Cmd {
	p.seq++
	st, of, want, veil := p.env.Store, p.of, p.want, p.env.Veil
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (versionsPage, error) { return readVersions(ctx, st, of, want, veil) })
}

func readVersions(ctx context.Context, st *store.Store, of []journal.TextOf, want versionAsked, veil journal.Veil) (g versionsPage, err error) {
	all := make([][]store.Version, 0, len(of))
	g.at = -1
	for _, text := range of {
		found, err := st.Versions(ctx, text)
		if err != nil {
			return g, err
		}
		if len(found) == 0 {
			continue
		}
		slices.Reverse(found)
		if text == want.text || g.at < 0 && want.text == (journal.TextOf{}) && len(found) > 1 {
			g.at = len(g.texts)
		}
		g.texts, all = append(g.texts, versionedText{text, len(found)}), append(all, found)
	}
	if len(g.texts) == 0 {
		return g, nil
	}
	g.at = max(0, g.at)
	g.all = all[g.at]
	now := max(0, slices.IndexFunc(g.all, func(v store.Version) bool { return v.Present }))
	if g.chosen = slices.IndexFunc(g.all, func(v store.Version) bool { return versionKey(v) == want.key }); g.chosen < 0 {
		g.chosen = min(now+1, len(g.all)-1)
	}
	present, err := st.VersionText(ctx, g.texts[g.at].of, g.all[now])
	if err != nil {
		return g, err
	}
	then, err := st.VersionText(ctx, g.texts[g.at].of, g.all[g.chosen])
	shown := g.texts[g.at].of
	g.blocks = journal.Diff(veiledText(veil, shown, then), veiledText(veil, shown, present))
	return g, err
}

// versionKey is what makes a version the same one when it is read again.
func versionKey(v store.Version) string {
	return fmt.Sprintf("%d %d", v.Step.ID, v.Step.At.UnixMilli())
}

// Update takes in what was read.
func (p *VersionsScreen) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(loaded[versionsPage])
	if !ok || m.seq != p.seq {
		return nil
	}
	p.read, p.err = true, m.err
	if m.err != nil {
		return nil
	}
	same := p.want.key != "" && p.chosenKey() == p.want.key
	p.versionsPage = m.value
	p.list.SetLen(len(p.all))
	p.list.At = p.chosen
	at := p.doc.at
	p.doc = versionDocument(p.blocks, p.env.Theme)
	if same {
		p.doc.at = at
	}
	if len(p.texts) > 0 {
		p.want = versionAsked{p.texts[p.at].of, p.chosenKey()}
	}
	return nil
}

func (p *VersionsScreen) chosenKey() string {
	if p.chosen < len(p.all) {
		return versionKey(p.all[p.chosen])
	}
	return ""
}

// move chooses another version.
func (p *VersionsScreen) move(n int) tea.Cmd {
	p.list.Move(n)
	if p.list.At == p.chosen || p.list.At >= len(p.all) {
		return nil
	}
	p.want.key = versionKey(p.all[p.list.At])
	return p.Init()
}

// turn shows the versions of another text of the same thing.
func (p *VersionsScreen) turn(n int) func() tea.Cmd {
	return func() tea.Cmd {
		p.want = versionAsked{text: p.texts[(p.at+n+len(p.texts))%len(p.texts)].of}
		p.list.At = 0
		return p.Init()
	}
}

// Actions are what can be done with the chosen version.
func (p *VersionsScreen) Actions() []Action {
	if !p.read || p.err != nil {
		return nil
	}
	why, single := "", ""
	var v store.Version
	var of journal.TextOf
	switch {
	case len(p.all) == 0:
		why = "There is no version to bring back."
	case p.list.At != p.chosen: // its words are on their way
		why = "Choose a version first."
	default:
		if v, of = p.all[p.chosen], p.texts[p.at].of; v.Present {
			why = "These are the words as they are."
		}
	}
	kept := why
	switch {
	case len(p.all) == 0:
		kept = "There is no version to destroy."
	case v.Present:
		kept = "These are the words as they are; only earlier ones are destroyed here."
	case why == "" && v.Bytes == 0:
		kept = "It has no words to destroy."
	}
	if len(p.texts) < 2 {
		single = "There is one text here that has versions."
	}
	acts := []Action{
		{ID: "bring back", Group: groupHere, Writes: true, Keys: []string{"enter"}, Name: "bring back", Help: "make these the words again", Foot: true, Disabled: why, Run: func() tea.Cmd { return askBringBack(p.env, of, v) }},
		{ID: "purge", Group: groupHere, Writes: true, Keys: []string{"D"}, Name: "purge", Help: "destroy this version for good: nothing brings it back", Foot: true, Disabled: kept, Run: func() tea.Cmd { return askPurgeVersion(p.env, of, v, p.all) }},
		{ID: "text", Group: groupMove, Keys: []string{"tab", "right", "l"}, Name: "another text", Help: "the other texts of the same thing", Foot: single == "", Disabled: single, Run: p.turn(1)},
		{ID: "text back", Group: groupMove, Keys: []string{"shift+tab", "left", "h"}, Name: "text before", Help: "the other way round", Disabled: single, Run: p.turn(-1)},
		{ID: "later", Group: groupMove, Keys: []string{"up", "k"}, Name: "later", Help: "the version after", Run: func() tea.Cmd { return p.move(-1) }},
		{ID: "earlier", Group: groupMove, Keys: []string{"down", "j"}, Name: "earlier", Help: "the version before", Foot: true, Run: func() tea.Cmd { return p.move(1) }},
	}
	for _, a := range readMoves(&p.doc) {
		if a.ID != "up" && a.ID != "down" {
			acts = append(acts, a)
		}
	}
	return acts
}

// askBringBack makes a version the present one.
func askBringBack(env *Env, of journal.TextOf, v store.Version) tea.Cmd {
	said := "The words you have now stay among the versions, and " + env.key("undo", "u") + " brings them back."
	if of.Kind == journal.TextNote || of.Kind == journal.TextAnswer || of.Kind == journal.TextReview {
		said = "What their lines say is carried over, as if you had typed them. " + said
	}
	return ask(newConfirm("Bring these words back?", said, "bring back", func() tea.Cmd {
		return func() tea.Msg {
			told, err := env.Store.BringBack(env.Ctx, of, v)
			if err != nil {
				return failed(err)
			}
			return changedMsg{say: strings.Join(append([]string{"Brought back. " + env.key("undo", "u") + " undoes it."}, told...), " ")}
		}
	}))
}

// versionsAction opens the versions of what is shown; why is the reason where nothing is.
func versionsAction(env *Env, title, why string, of ...journal.TextOf) Action {
	return Action{ID: "versions", Group: groupHere, Keys: []string{"H"}, Name: "versions", Help: "what it said before, and a way to bring that back", Disabled: why, Run: func() tea.Cmd {
		return push(NewVersions(env, title, of...))
	}}
}

// versionListRows is how many rows the list of versions takes at most.
const versionListRows = 7

// Render draws the page.
func (p *VersionsScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	if shown, unread := p.env.unread("", p.read, p.err, w); unread {
		return shown, nil
	}
	rows := []string{titleRow("Versions", []string{cmp.Or(strings.TrimSpace(p.title), "a text")}, th, w)}
	if len(p.all) == 0 {
		return strings.Join(append(rows, "", indent(th.Faint, "Nothing was written here yet, so there is no version of it.", w)), "\n"), nil
	}
	rows = append(rows, p.textsRow(w), "")
	shown := max(1, min(versionListRows, len(p.all), (h-5)/3))
	from, to := p.list.Window(shown)
	cur := len(rows) + p.list.At - from
	for i := from; i < to; i++ {
		rows = append(rows, p.env.spots.row(p.versionRow(i, w), i == p.list.At, func() tea.Cmd { return p.move(i - p.list.At) }))
	}
	width := min(w-4, p.env.measure())
	if w >= sidePanelFrom {
		width = w - 4
	}
	rows = append(rows, "", p.caption(width))
	rows = append(rows, p.doc.render(width, h-len(rows), th)...)
	return strings.Join(rows, "\n"), rowCursor(cur, 0)
}
