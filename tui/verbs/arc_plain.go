package verbs

import (
	"cmp"
	"fmt"
	"strings"

	"bothways/journal"
	"bothways/tui/safe"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// shownReviews is how many held ones stand in plain text without --all, each on one row.
const shownReviews = 5

// showArcs writes what two people settled, each part under a heading where it says something. Where
// there are several relationships the heading says which.
func (a *app) showArcs(all []arc, whole bool) error {
	for _, one := range all {
		p := arcPage{app: a, arc: one, whole: whole}
		if len(all) > 1 {
			p.which = " · " + strings.ToUpper(one.rel.Role.Phrase())
		}
		for _, part := range []func() error{p.goalRows, p.reviewRows, p.agreementRow, p.matchRows, p.adviceRows, p.balanceRows, p.endingRows} {
			if err := part(); err != nil {
				return err
			}
		}
	}
	return nil
}

// showCourse writes the days of a relationship from being asked to its end, as far as they are noted.
func (a *app) showCourse(r journal.RelationshipSummary) error {
	day := func(what string, d journal.Date) string {
		if d.IsZero() {
			return ""
		}
		return what + " " + a.dayLong(d)
	}
	asked := day("asked", r.AskedOn)
	if r.AskedHow != "" {
		asked = strings.TrimSpace(cmp.Or(asked, "asked") + " (" + safe.Line(r.AskedHow) + ")")
	}
	trial := "on trial until"
	if r.State != journal.StateTrial || r.TrialUntil.Before(journal.DateOf(a.now())) {
		trial = "the trial was until"
	}
	course := joined(asked, day(trial, r.TrialUntil), day("since", r.From), day("until", r.Until))
	if course != "" {
		if err := a.line("    %s", course); err != nil {
			return err
		}
	}
	if journal.Blank(r.Thanks) {
		return nil
	}
	return a.lineOf("    thanks: ", safe.Line(r.Thanks))
}

// arcPage is the arc of one relationship as plain text.
type arcPage struct {
	*app
	arc
	which string // what stands behind a heading
	whole bool   // all of it, and not only the latest
}

func (p arcPage) heading(title string) error { return p.line("\n%s%s", title, p.which) }

// goalWidth is the columns of where a goal stands.
const goalWidth = 7

func (p arcPage) goalRows() error {
	if len(p.goals) == 0 {
		return nil
	}
	if err := p.heading("WORKING TOWARD"); err != nil {
		return err
	}
	for _, g := range p.goals {
		if err := p.lineOf("  "+widget.Pad(string(g.State), goalWidth)+"  ", safe.Line(wording.GoalWords(g))); err != nil {
			return err
		}
		notes := g.Notes
		if !p.whole {
			notes = notes[:min(len(notes), 1)]
		}
		for _, n := range notes {
			if err := p.lineOf(strings.Repeat(" ", goalWidth+4)+widget.Pad(p.dayLong(n.On), dueWidth)+"  ", safe.Line(n.Text)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p arcPage) reviewRows() error {
	if len(p.reviews) == 0 {
		return nil
	}
	if err := p.heading("REVIEWS"); err != nil {
		return err
	}
	held := 0
	for _, v := range p.reviews {
		if !v.Held() {
			if err := p.line("  %s  planned", widget.Pad(p.dayLong(v.Due), dueWidth)); err != nil {
				return err
			}
			continue
		}
		if held++; held > shownReviews && !p.whole {
			return p.line("  There is more; --all shows every review.")
		}
		if err := p.reviewRow(v); err != nil {
			return err
		}
	}
	return nil
}

// reviewRow is a held review: on one row, or whole.
func (p arcPage) reviewRow(v journal.Review) error {
	day, decided := widget.Pad(p.dayLong(journal.DateOf(v.HeldAt)), dueWidth), string(v.Decision)
	if !p.whole {
		told := wording.ReviewTold(v.Text)
		return p.line("  %s", widget.Cut(joined(day+"  "+cmp.Or(decided, "–"), safe.Line(told)), p.page()-2))
	}
	if err := p.line("  %s  %s", day, cmp.Or(decided, "nothing was decided")); err != nil {
		return err
	}
	return p.block(v.Text)
}

func (p arcPage) agreementRow() error {
	if len(p.agreements) == 0 {
		return nil
	}
	if err := p.heading("WHAT WE AGREE ON"); err != nil {
		return err
	}
	before := ""
	if n := len(p.agreements) - 1; n > 0 {
		before = plural(n, "earlier version")
	}
	return p.line("  %s", joined("of "+p.dayLong(p.agreements[0].On), before, "--agreement reads it"))
}

// matchWidth is the columns of what the words of a match are about.
const matchWidth = 13

func (p arcPage) matchRows() error {
	if p.match.IsZero() {
		return nil
	}
	if err := p.heading("MATCH"); err != nil {
		return err
	}
	for _, of := range []struct{ label, words string }{{"why", p.match.Why}, {"common ground", p.match.Common}, {"to watch", p.match.Watch}} {
		if journal.Blank(of.words) {
			continue
		}
		if err := p.lineOf("  "+widget.Pad(of.label, matchWidth)+"  ", safe.Line(of.words)); err != nil {
			return err
		}
	}
	asked := map[string]string{}
	for _, l := range journal.Checklist(p.rel.Role) {
		asked[l.ID] = l.Text
	}
	for _, c := range p.match.Checks {
		words := joined(cmp.Or(asked[c.Line], safe.Line(c.Line)), safe.Line(c.Word))
		if err := p.lineOf("  "+widget.Pad(string(c.Answer), matchWidth)+"  ", words); err != nil {
			return err
		}
	}
	return nil
}

// shownAdvice is how many rows of advice stand in plain text without --all.
const shownAdvice = 5

func (p arcPage) adviceRows() error {
	if len(p.advice) == 0 {
		return nil
	}
	if err := p.heading("ADVICE THAT WENT ON"); err != nil {
		return err
	}
	for i, v := range p.advice {
		if i == shownAdvice && !p.whole {
			return p.line("  There is more; --all shows all of it.")
		}
		if err := p.lineOf("  "+widget.Pad(p.dayLong(v.On), dueWidth)+"  ", p.adviceWords(v)); err != nil {
			return err
		}
	}
	return nil
}

// adviceWords is where a piece of advice went or came from, what it is and what came of it.
func (p arcPage) adviceWords(v journal.Advice) string {
	way := "tried"
	switch {
	case v.Returned:
		way = "talked over with " + safe.Line(v.ToName)
	case v.ToUID == p.rel.UID && v.FromName == "":
		way = "from an answer of yours"
	case v.ToUID == p.rel.UID:
		way = "from " + safe.Line(v.FromName)
	case v.Kind == journal.AdvicePassed:
		way = "passed on to " + safe.Line(v.ToName)
	}
	words := way + ": " + safe.Line(v.Text)
	if v.Outcome != "" {
		words += " → " + safe.Line(v.Outcome)
	}
	return words
}

const (
	energiesSaid = 12 // how many values of energy stand in plain text
	balanceFrom  = 3  // conversations: of fewer nothing is added up that one does not remember
)

func (p arcPage) balanceRows() error {
	b := p.balance
	if b.Sessions < balanceFrom {
		return nil
	}
	rows := []string{joined(some(b.Gave, "given"), some(b.Got, "received")), p.conversations()}
	if b.Splits > 0 && !b.Split.IsZero() {
		ten := b.Split.Tenths()
		rows = append(rows, fmt.Sprintf("listening %d, asking %d, advising %d of ten, over %s",
			ten.Listening, ten.Asking, ten.Advising, plural(b.Splits, "conversation")))
	}
	if n := len(b.Energies); n > 0 {
		said := make([]string, 0, energiesSaid)
		for _, e := range b.Energies[max(0, n-energiesSaid):] {
			said = append(said, wording.Energy(e))
		}
		rows = append(rows, "energy "+strings.Join(said, ", "))
	}
	rows = append(rows, tallyRow("you", b.Mine), tallyRow(safe.Line(wording.FirstName(p.rel.PersonName)), b.Theirs))
	any := false
	for _, row := range rows {
		if row == "" {
			continue
		}
		if !any {
			any = true
			if err := p.heading("BALANCE"); err != nil {
				return err
			}
		}
		if err := p.line("  %s", row); err != nil {
			return err
		}
	}
	return nil
}

// conversations is how many there were, how long, and in which roles where it was not always the same.
func (p arcPage) conversations() string {
	b, long := p.balance, ""
	switch {
	case b.Timed == 0:
	case b.Timed < b.Sessions:
		long = fmt.Sprintf("%s noted in %d", wording.Hours(b.Minutes), b.Timed)
	default:
		long = wording.Hours(b.Minutes)
	}
	if b.Sessions == max(b.AsMentor, b.AsMentee, b.BothWays) {
		return joined(plural(b.Sessions, "conversation"), long)
	}
	return joined(plural(b.Sessions, "conversation"), long, some(b.AsMentor, "as mentor"), some(b.AsMentee, "as mentee"), some(b.BothWays, "both ways"))
}

// tallyRow is what became of one side's actions, "" where there were none.
func tallyRow(whose string, t journal.ActionTally) string {
	said := joined(some(t.Done, "kept"), some(t.Dropped, "dropped"), some(t.Open, "open"), some(t.Carried, "carried over"))
	if said == "" {
		return ""
	}
	return whose + ": " + said
}

// some is "3 kept", and "" for none.
func some(n int, what string) string {
	if n == 0 {
		return ""
	}
	return wording.Count(n) + " " + what
}

// endingRows are the endings after which it began again.
func (p arcPage) endingRows() error {
	if len(p.endings) == 0 {
		return nil
	}
	if err := p.heading("BEFORE"); err != nil {
		return err
	}
	for _, e := range p.endings {
		ended := "ended"
		if !e.On.IsZero() {
			ended += " " + p.dayLong(e.On)
		}
		if err := p.lineOf("  "+ended+", begun again "+p.dayLong(e.Again)+"  ", safe.Line(e.Thanks)); err != nil {
			return err
		}
	}
	return nil
}
