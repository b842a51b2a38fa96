package verbs_test

import (
	"context"
	"time"

	"bothways/journal"
	"bothways/store"
)

// discreetJournal fills the journal of a bench, and tells some ids in it.
func discreetJournal(b *bench) map[string]string {
	b.t.Helper()
	s, err := store.Open(b.t.Context(), store.Options{Path: b.journal(), Now: b.env.Now})
	b.must(err)
	f := discreetFill{bench: b, s: s, ctx: b.t.Context(), ids: map[string]string{}}
	f.people()
	f.conversations()
	f.arc()
	f.answers()
	f.trash()
	b.must(s.DailyBackup(f.ctx)) // which the verbs would make, one by one
	b.must(s.Close())
	return f.ids
}

type discreetFill struct {
	*bench
	s    *store.Store
	ctx  context.Context
	rel  int64 // with Zanzibara Quillfeather
	far  int64 // with Thelonious Vandermeer
	last journal.Kept
	ids  map[string]string
}

func (f *discreetFill) people() {
	for _, name := range []string{"Zanzibara Quillfeather", "Thelonious Vandermeer", "Zanzibara Oxbridge"} {
		p, err := f.s.AddPerson(f.ctx, journal.Person{
			Name: name, HowKnown: "through Vandermeer", CommonGround: "both know Quillfeather", CoreValues: "as Thelonious says",
			Contact: "contactcanary lane 5", Notes: "sits beside Oxbridge",
		}, &journal.Relationship{
			Role: journal.RoleMentor, State: journal.StateActive, Purpose: "to be heard by Oxbridge", Focus: []string{"Vandermeer"},
			AskedHow: "over tea with Quillfeather", Setting: "at Vandermeer's",
		})
		f.must(err)
		switch name {
		case "Zanzibara Quillfeather":
			f.rel = p.Relationships[0].ID
		case "Thelonious Vandermeer":
			f.far = p.Relationships[0].ID
		}
	}
}

func (f *discreetFill) conversations() {
	now := f.env.Now()
	for i := range 4 {
		kept, err := f.s.KeepNote(f.ctx, journal.Note{
			RelationshipID: f.rel, Role: journal.RoleMentor, At: now.AddDate(0, 0, -7*(i+1)), Minutes: 40,
			Text: "Thelonious came along, said Zanzibara's sister.\n- [ ] write to Vandermeer fri\n- [ ] @zanzibara call Oxbridge mon\n- [x] read Quillfeather\n" +
				"gave: how Vandermeer chairs\ngot: how Oxbridge reads\nshift: Quillfeather asks first\nask: what Thelonious wants\nask!: where Vandermeer goes\n  - PRIV: confidedcanary\n",
		})
		f.must(err)
		f.last = kept
		v := kept.Session
		f.must(f.s.ChangeSession(f.ctx, v.ID, store.SessionChange{At: v.At, Minutes: 40, Medium: v.Medium, Role: v.Role, Private: "apartcanary of Thelonious\nand more apartcanary"}))
	}
	v := f.last.Session
	f.ids["session"] = v.UID
	_, err := f.s.KeepNote(f.ctx, journal.Note{SessionID: v.ID, Text: f.last.Session.Note + "\nAnd Oxbridge agreed.\n"})
	f.must(err)
	f.ids["open"], f.ids["done"] = f.last.Actions[0].UID, f.last.Actions[2].UID
	f.must(f.s.CloseAction(f.ctx, f.last.Actions[1].ID, journal.ActionDone, "Vandermeer liked it"))
}

func (f *discreetFill) arc() {
	day := journal.Date{Year: 2026, Month: time.November, Day: 10}
	goal, err := f.s.AddGoal(f.ctx, journal.Goal{RelationshipID: f.rel, Text: "chair like Thelonious", Kind: journal.GoalNeed, Tag: "Oxbridge", State: journal.GoalOpen})
	f.must(err)
	_, err = f.s.AddGoalNote(f.ctx, journal.GoalNote{GoalID: goal.ID, On: day, Text: "half an hour with Vandermeer"})
	f.must(err)
	_, err = f.s.KeepAgreement(f.ctx, journal.Agreement{RelationshipID: f.rel, On: day, ExpectMine: "to hear Quillfeather\npriv: confidedcanary", Confidence: "all of Vandermeer", Often: "when Thelonious can"})
	f.must(err)
	f.must(f.s.SetMatch(f.ctx, journal.Match{RelationshipID: f.rel, Why: "Oxbridge asks first", Common: "Vandermeer", Watch: "priv: confidedcanary",
		Checks: []journal.Check{{Line: "time", Answer: journal.CheckNotSure, Word: "when Thelonious is away"}}}))
	_, err = f.s.KeepReview(f.ctx, journal.Draft{RelationshipID: f.rel, Text: "## How is it\nQuillfeather is well.\npriv: confidedcanary\n", Kind: journal.DraftReview}, journal.DecisionGoOn)
	f.must(err)
	_, err = f.s.NoteAdvice(f.ctx, journal.Advice{ExchangeID: f.last.Exchanges[1].ID, Kind: journal.AdvicePassed, ToID: f.far, On: day, Outcome: "Oxbridge smiled"})
	f.must(err)
	f.must(f.s.EndRelationship(f.ctx, f.far, journal.Ending{On: day, Thanks: "Thelonious, for the walks"}))
	f.must(f.s.BeginAgain(f.ctx, f.far))
}

func (f *discreetFill) answers() {
	q, err := f.s.Questions(f.ctx)
	f.must(err)
	prompt, ok := q.Prompt("meaning/sentence")
	if !ok {
		f.t.Fatal("there is no such question any more")
	}
	p, err := f.s.FindPerson(f.ctx, "quillfeather")
	f.must(err)
	for _, asked := range []journal.Asked{prompt.Asked(), {}, prompt.Asked(), {}, {}, {}} {
		_, err = f.s.KeepAnswer(f.ctx, journal.Draft{Kind: journal.DraftAnswer, Asked: asked, PersonID: p.ID, At: f.env.Now(), Seconds: 60,
			Text: "Oxbridge would say it better.\n- [ ] ask Vandermeer\ngot: a word of Thelonious\npriv: confidedcanary\n"})
		f.must(err)
	}
	for _, title := range []string{"Evenings with Vandermeer", "Evenings with Oxbridge"} {
		set, err := f.s.AddSet(f.ctx, journal.PromptSet{Title: title, About: "what Quillfeather asks"})
		f.must(err)
		_, err = f.s.AddPrompt(f.ctx, journal.Prompt{SetID: set.ID, Text: "What did Thelonious mean, and Zanzibara?"})
		f.must(err)
	}
}

func (f *discreetFill) trash() {
	for _, name := range []string{"Deletia Bygone", "Zanzibara Bygone"} {
		p, err := f.s.AddPerson(f.ctx, journal.Person{Name: name}, &journal.Relationship{Role: journal.RoleMentee, State: journal.StateActive})
		f.must(err)
		f.must(f.s.DeletePerson(f.ctx, p.ID))
	}
	kept, err := f.s.KeepNote(f.ctx, journal.Note{RelationshipID: f.far, Role: journal.RoleMentor, At: f.env.Now(), Text: "Hm.\npriv: confidedcanary\n"})
	f.must(err)
	f.must(f.s.DeleteSession(f.ctx, kept.Session.ID))
	_, err = f.s.SaveDraft(f.ctx, journal.Draft{UID: store.NewUID(), PersonName: "Draftina Sketchley", Role: journal.RoleMentor, Text: "Sketchley waits."})
	f.must(err)
	v := f.last.Session
	f.must(f.s.ChangeSession(f.ctx, v.ID, store.SessionChange{At: v.At, Minutes: 41, Medium: v.Medium, Role: v.Role, Private: "another apartcanary"}))
	_, _, err = f.s.Undo(f.ctx)
	f.must(err)
}
