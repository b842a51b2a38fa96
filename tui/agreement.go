package tui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/wording"
)

// agreementPart is what the two agreed on: one version at a time, whole.
type agreementPart struct {
	env  *Env
	rel  journal.RelationshipSummary
	all  []journal.Agreement // newest first
	at   int
	page document
	want int64          // the version that is shown once it is read
	look journal.Search // words to be lit
}

func newAgreementPart(env *Env) *agreementPart { return &agreementPart{env: env} }

func (p *agreementPart) title() string { return "agreement" }
func (p *agreementPart) count() int    { return 0 }

func (p *agreementPart) read(ctx context.Context, st *store.Store, rel journal.RelationshipSummary) (func(), error) {
	all, err := st.Agreements(ctx, rel.ID)
	return func() { p.take(rel, all) }, err
}

// take stays on the version that was shown, and on the newest where that was it.
func (p *agreementPart) take(rel journal.RelationshipSummary, all []journal.Agreement) {
	at := 0
	if p.at > 0 {
		shown := p.all[p.at].ID
		if at = slices.IndexFunc(all, func(a journal.Agreement) bool { return a.ID == shown }); at < 0 {
			at = min(p.at, max(0, len(all)-1))
		}
	}
	p.rel, p.all = rel, all
	wanted := slices.IndexFunc(all, func(a journal.Agreement) bool { return a.ID == p.want })
	if wanted >= 0 {
		at = wanted
	}
	p.want = 0
	place := p.page.at
	same := at == p.at
	p.show(at)
	if same { // a small change leaves the eye where it is
		p.page.at = place
	}
	if wanted >= 0 {
		p.page.bestHit()
	}
}

// show lays a version out, from its beginning.
func (p *agreementPart) show(at int) {
	p.at, p.page = at, document{w: p.page.w, h: p.page.h, look: p.look}
	if len(p.all) == 0 {
		return
	}
	for i, part := range p.all[at].Parts(wording.FirstName(p.rel.PersonName)) {
		if i > 0 {
			p.page.add("", docPlain)
		}
		p.page.add(strings.ToUpper(part.Title), docHeading)
		for line := range strings.SplitSeq(strings.TrimRight(p.env.Veil.Words(part.Text), "\n"), "\n") {
			p.page.add(line, docPlain)
		}
	}
}

func (p *agreementPart) move(n int) { p.page.scroll(max(-1000, min(n, 1000))) }

func (p *agreementPart) actions() []Action {
	none, earlier, later := "", "", ""
	var shown journal.Agreement
	if len(p.all) == 0 {
		none = "Nothing is written down here yet; " + p.env.key("edit", "e") + " begins."
		earlier, later = none, none
	} else {
		shown = p.all[p.at]
		if p.at == len(p.all)-1 {
			earlier = "This is the first version there is."
		}
		if p.at == 0 {
			later = "This is the newest version."
		}
	}
	turn := func(n int) func() tea.Cmd {
		return func() tea.Cmd { p.show(p.at + n); return nil }
	}
	edit := Action{ID: "edit", Group: groupHere, Writes: true, Keys: []string{"e", "+"}, Name: "edit", Help: "today's words; what was agreed on another day stays to read", Foot: true, Run: func() tea.Cmd { return askAgree(p.env, p.rel, shown) }}
	switch {
	case len(p.all) == 0:
		edit.Name, edit.Help = "write it down", "what you agree on, as much of it as you like"
	case p.at > 0:
		edit.Help = "put right what stands in this version"
		edit.Run = func() tea.Cmd { return askCorrectAgreement(p.env, p.rel, shown) }
	}
	return []Action{
		edit,
		versionsAction(p.env, "agreement with "+p.rel.PersonName, none, journal.Texts(shown.ID, journal.AgreementTexts()...)...),
		{ID: "earlier", Group: groupMove, Keys: []string{"["}, Name: "earlier", Help: "the version before", Foot: len(p.all) > 1, Disabled: earlier, Run: turn(1)},
		{ID: "later", Group: groupMove, Keys: []string{"]"}, Name: "later", Help: "the version after", Foot: p.at > 0, Disabled: later, Run: turn(-1)},
		{ID: "delete", Group: groupHere, Writes: true, Keys: []string{"D"}, Name: "delete", Help: "take this version away", Disabled: none, Run: func() tea.Cmd { return askDeleteAgreement(p.env, shown, len(p.all)) }},
	}
}

func (p *agreementPart) render(w, h int) ([]string, int) {
	th := p.env.Theme
	if len(p.all) == 0 {
		said := p.env.key("edit", "e") + " writes it down: what you expect of each other, what stays between you, how it may end, as much of it as you like."
		return strings.Split(indent(th.Faint, said, w), "\n"), -1
	}
	rows := strings.Split(indent(th.Faint, p.said(), w), "\n")
	if h >= 8 {
		rows = append(rows, "")
	}
	if len(rows) >= h {
		return rows[:max(0, h)], -1
	}
	return append(rows, p.page.render(max(1, min(w-4, p.env.measure())), h-len(rows), th)...), -1
}

// said is which version this is and of when.
func (p *agreementPart) said() string {
	said := "agreed on " + p.env.Dates.InFull(p.all[p.at].On, p.env.Day())
	if len(p.all) == 1 {
		return said
	}
	return fmt.Sprintf("%d of %d, %s", len(p.all)-p.at, len(p.all), said)
}
