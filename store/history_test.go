package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// randomStep does one thing a person might do, on whatever is there. Steps that cannot be done, as
// on something that was deleted, are refused, and that is fine too.
func randomStep(tb testing.TB, s *Store, r *rand.Rand, n int) {
	tb.Helper()
	ctx := context.Background()
	some := func(tbl table) int64 {
		return scalar(tb, s, "SELECT ifnull((SELECT id FROM "+string(tbl)+" ORDER BY (id * ?) % 101 LIMIT 1), 0)", r.Int64N(100)+1)
	}
	words := func() string {
		lines := []string{"plain words", "- [ ] send it fri", "- [ ] @them read it", "shift: so that is it", "got: a view\x00", "ask!: why", "- [x] done 1 dec", "gave: <&>"}
		r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		return strings.Join(lines[:1+r.IntN(len(lines))], "\n") + fmt.Sprint("\n", n)
	}
	due := journal.Date{Year: 2026, Month: 12, Day: 1 + r.IntN(28)}
	role := journal.Roles()[r.IntN(3)]
	switch r.IntN(40) {
	case 0, 1, 2:
		d, err := s.SaveDraft(ctx, journal.Draft{UID: fmt.Sprint("draft", n), Text: "typed"})
		ok(tb, err)
		_, _ = s.KeepNote(ctx, journal.Note{PersonName: fmt.Sprint("Person ", r.IntN(4)), Role: role, Text: words(), DraftUID: d.UID, Raised: []int64{some(tableTopic)}})
	case 3, 4, 5:
		_, _ = s.KeepNote(ctx, journal.Note{SessionID: some(tableSession), Text: words()})
	case 6:
		_, _ = s.AddPerson(ctx, journal.Person{Name: fmt.Sprint("Person ", r.IntN(9))}, &journal.Relationship{Role: role, State: journal.StateTrial, Focus: []string{"a", "b"}})
	case 7:
		_ = s.ChangePerson(ctx, journal.Person{ID: some(tablePerson), Name: fmt.Sprint("Person ", r.IntN(9)), Notes: "note"})
	case 8:
		if r.IntN(4) == 0 {
			_ = s.DeletePerson(ctx, some(tablePerson))
		}
	case 9:
		_ = s.ChangeRelationship(ctx, journal.Relationship{ID: some(tableRelationship), Role: role, State: journal.States()[r.IntN(7)], NextSession: due})
	case 10:
		_ = s.ChangeSession(ctx, some(tableSession), SessionChange{At: time.Unix(int64(r.IntN(1e9)), 0).UTC(), Minutes: r.IntN(90), Role: role, Private: "aside"})
	case 11:
		_ = s.DeleteSession(ctx, some(tableSession))
	case 12:
		_, _ = s.AddAction(ctx, journal.Action{RelationshipID: some(tableRelationship), Text: "by hand", Owner: journal.OwnerThem, Due: due})
	case 13:
		_ = s.EditAction(ctx, some(tableAction), fmt.Sprint("edited ", n), journal.OwnerMe, due)
	case 14:
		_ = s.CloseAction(ctx, some(tableAction), []journal.ActionState{journal.ActionDone, journal.ActionDropped}[r.IntN(2)], "so")
	case 15:
		_ = s.ReopenAction(ctx, some(tableAction))
	case 16:
		_ = s.CarryAction(ctx, some(tableAction), due)
	case 17:
		_ = s.DeleteAction(ctx, some(tableAction))
	case 18:
		_, _ = s.AddTopic(ctx, journal.Topic{RelationshipID: some(tableRelationship), Text: "topic"})
		_ = s.EditTopic(ctx, some(tableTopic), "other", r.IntN(2) == 0)
	case 19:
		_ = s.SetTopicState(ctx, some(tableTopic), []journal.TopicState{journal.TopicWaiting, journal.TopicRaised, journal.TopicDropped}[r.IntN(3)], some(tableSession))
		_ = s.DeleteTopic(ctx, some(tableTopic))
	case 20, 21:
		d, err := s.SaveDraft(ctx, journal.Draft{UID: fmt.Sprint("answer", n), Kind: journal.DraftAnswer, Text: "typed"})
		ok(tb, err)
		_, _ = s.KeepAnswer(ctx, journal.Draft{UID: d.UID, PersonID: some(tablePerson) * r.Int64N(2), Asked: journal.Asked{PromptID: "morning/a", Question: "What?", Version: 1}, Text: words()})
	case 22:
		_, _ = s.KeepAnswer(ctx, journal.Draft{ReflectionID: some(tableReflection), PersonID: some(tablePerson) * r.Int64N(2), Details: r.IntN(2) == 0, Text: words()})
	case 23:
		if r.IntN(2) == 0 {
			_ = s.DeleteReflection(ctx, some(tableReflection))
		}
	case 24, 25:
		c := journal.CheckIn{Trust: r.IntN(6), Needs: journal.Needs()[:r.IntN(3)]}
		if id := some(tableSession); r.IntN(2) == 0 {
			_ = s.ChangeSession(ctx, id, SessionChange{At: time.Unix(int64(r.IntN(1e9)), 0).UTC(), Role: role, CheckIn: c})
		} else {
			_, _ = s.KeepNote(ctx, journal.Note{SessionID: id, Text: words(), SetDetails: true, CheckIn: c})
		}
	case 26:
		randomQuestions(tb, s, r, n)
	case 27:
		randomQuestions(tb, s, r, n)
		_ = s.StopAt(ctx, "morning", "morning/b")
	default:
		randomArc(tb, s, r, n, some)
	}
}

// randomArc does one thing with what a relationship has of its own.
func randomArc(tb testing.TB, s *Store, r *rand.Rand, n int, some func(table) int64) {
	tb.Helper()
	ctx := context.Background()
	on, words, rel := journal.Date{Year: 2026, Month: 12, Day: 1 + r.IntN(28)}, fmt.Sprint("words ", n), some(tableRelationship)
	switch r.IntN(17) {
	case 15:
		if all := must(s.Trash(ctx))(tb); len(all) > 0 {
			_, _ = s.BringBackTrashed(ctx, all[r.IntN(len(all))].StepID)
		}
	case 16:
		of := journal.TextOf{Kind: journal.TextNote, ID: some(tableSession)}
		if all := must(s.Versions(ctx, of))(tb); len(all) > 0 {
			_, _ = s.BringBack(ctx, of, all[r.IntN(len(all))])
		}
	case 0:
		_ = s.SetMatch(ctx, journal.Match{RelationshipID: rel, Why: []string{words, ""}[r.IntN(2)]})
	case 1, 2:
		_, _ = s.KeepAgreement(ctx, journal.Agreement{ID: some(tableAgreement) * r.Int64N(2), RelationshipID: rel, On: on.AddDays(-40), Often: words})
	case 3:
		_ = s.DeleteAgreement(ctx, some(tableAgreement))
	case 4, 5:
		g, _ := s.AddGoal(ctx, journal.Goal{RelationshipID: rel, Text: words})
		_, _ = s.AddGoalNote(ctx, journal.GoalNote{GoalID: g.ID, Text: words, SessionID: some(tableSession) * r.Int64N(2)})
	case 6:
		_ = s.ChangeGoal(ctx, journal.Goal{ID: some(tableGoal), Text: words, Kind: journal.GoalNeed})
		_ = s.SetGoalState(ctx, some(tableGoal), []journal.GoalState{journal.GoalOpen, journal.GoalReached, journal.GoalLetGo}[r.IntN(3)])
		_ = s.ChangeGoalNote(ctx, journal.GoalNote{ID: some(tableGoalNote), Text: words, On: on})
	case 7:
		_ = s.DeleteGoalNote(ctx, some(tableGoalNote))
		_ = s.DeleteGoal(ctx, some(tableGoal))
	case 8:
		_ = s.PlanReview(ctx, rel, on)
		_ = s.DeleteReview(ctx, some(tableReview)*r.Int64N(2))
	case 9, 10:
		d, err := s.SaveDraft(ctx, journal.Draft{UID: fmt.Sprint("review", n), Kind: journal.DraftReview, RelationshipID: rel, Text: "typed"})
		ok(tb, err)
		d.ReviewID, d.Text = some(tableReview)*r.Int64N(2), []string{words, "", words + "\n- [ ] " + words + "\ngot: it\nask: x"}[r.IntN(3)]
		if next := []journal.Date{on, {}}[r.IntN(2)]; r.IntN(2) == 0 {
			d.Next = &next
		}
		_, _ = s.KeepReview(ctx, d, append(journal.Decisions(), "")[r.IntN(5)])
	case 11:
		_ = s.Ask(ctx, rel, on, words)
		_ = s.Trial(ctx, some(tableRelationship), on)
	case 12:
		_, _ = s.Decline(ctx, rel, []string{"", fmt.Sprint("Person ", r.IntN(9))}[r.IntN(2)])
	case 13:
		_ = s.EndRelationship(ctx, rel, journal.Ending{Thanks: words, Actions: []journal.LeftActions{journal.LeaveActions, journal.DropActions}[r.IntN(2)]})
		_ = s.BeginAgain(ctx, some(tableRelationship))
	case 14:
		a, _ := s.NoteAdvice(ctx, journal.Advice{ExchangeID: some(tableExchange), Kind: journal.AdviceTried, Outcome: words})
		_ = s.ChangeAdvice(ctx, journal.Advice{ID: some(tableAdvice), Kind: journal.AdvicePassed, ToID: rel})
		_ = s.DeleteAdvice(ctx, a.ID*r.Int64N(2))
		ok(tb, s.ShowHint(ctx, fmt.Sprint("hint", r.IntN(3)), on))
		ok(tb, s.DismissHint(ctx, fmt.Sprint("hint", r.IntN(4))))
	}
}

// randomQuestions does one thing with questions and sets.
func randomQuestions(tb testing.TB, s *Store, r *rand.Rand, n int) {
	tb.Helper()
	ctx := context.Background()
	sets := must(s.Questions(ctx))(tb).Sets
	set := sets[r.IntN(len(sets))]
	p := journal.Prompt{ID: "none", SetID: set.ID, Text: fmt.Sprint("question ", n)}
	if len(set.Prompts) > 0 {
		p.ID = set.Prompts[r.IntN(len(set.Prompts))].ID
	}
	switch r.IntN(10) {
	case 0:
		_, _ = s.AddSet(ctx, journal.PromptSet{Title: fmt.Sprint("Set ", n)})
	case 1, 2:
		_, _ = s.AddPrompt(ctx, p)
	case 3:
		_ = s.ChangePrompt(ctx, p)
	case 4:
		_ = s.DeletePrompt(ctx, p.ID)
	case 5:
		_ = s.DeleteSet(ctx, set.ID)
	case 6:
		_ = s.HidePrompt(ctx, p.ID, r.IntN(2) == 0)
	case 7:
		_ = s.HideSet(ctx, set.ID, r.IntN(2) == 0)
	case 8:
		_ = s.OrderPrompts(ctx, set.ID, []string{p.ID})
		_ = s.OrderSets(ctx, []string{set.ID})
	case 9:
		_, _ = s.TakeSets(ctx, journal.PromptSet{ID: fmt.Sprint("taken", r.IntN(2)), Title: "Taken", Prompts: []journal.Prompt{p, {Text: "same"}}[r.IntN(2):]})
	}
}

// TestUndoAll does random things and takes all of them back: then the journal is what it was, and
// after doing them all again what it had become, also when it was closed in between.
func TestUndoAll(t *testing.T) {
	ctx := context.Background()
	for seed := range uint64(6) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 1))
			path := filepath.Join(t.TempDir(), "journal.db")
			s := mustOpenAt(t, path)
			s.builtIn = twoSets
			priya(t, s, panelNote)
			for _, steps := range []int{25, 40} {
				states := map[int64]string{}
				var from int64
				for n := range steps {
					before := scalar(t, s, "SELECT count(*) FROM step WHERE state = 'done'")
					if n == 0 {
						from = before
					}
					randomStep(t, s, r, n+1000*steps)
					states[scalar(t, s, "SELECT count(*) FROM step WHERE state = 'done'")] = dump(t, s)
				}
				wantBeside(t, s)
				done := scalar(t, s, "SELECT count(*) FROM step WHERE state = 'done'")
				if done-from < int64(steps)/3 {
					t.Fatalf("only %d of %d steps did something", done-from, steps)
				}
				for n := done; n > from; n-- {
					if _, did := must2(s.Undo(ctx))(t); !did {
						t.Fatalf("nothing to undo with %d steps left", n-from)
					}
					// Drafts are typed outside of steps: only their being there is undone.
					if want, got := states[n-1], dump(t, s); want != "" && withoutDrafts(want) != withoutDrafts(got) {
						t.Fatalf("undo to %d:\n%s", n-1, firstDiff(withoutDrafts(want), withoutDrafts(got)))
					}
				}
				wantBeside(t, s)
				ok(t, s.Close())
				s = mustOpenAt(t, path)
				s.builtIn = twoSets
				for n := from + 1; n <= done; n++ {
					if _, did := must2(s.Redo(ctx))(t); !did {
						t.Fatalf("nothing to do again with %d steps left", done-n)
					}
				}
				if got := dump(t, s); got != states[done] {
					t.Fatalf("redo:\n%s", firstDiff(states[done], got))
				}
				if _, did := must2(s.Redo(ctx))(t); did {
					t.Error("there was one more to do again")
				}
				for range r.IntN(4) {
					must2(s.Undo(ctx))(t) // what comes next makes these void
				}
			}
		})
	}
}

// wantBeside checks that what lies beside a relationship and in time is what its conversations, answers
// and reviews say, also of rows that are gone. Whose an answer is may have been undone after what lifted from it.
func wantBeside(tb testing.TB, s *Store) {
	tb.Helper()
	queries := map[string]string{
		"check-ins": "SELECT count(*) FROM checkin c JOIN session s ON s.id = c.session_id WHERE (c.held_at, c.relationship_id) <> (s.held_at, s.relationship_id)",
		"exchanges": "SELECT count(*) FROM exchange e JOIN session s ON s.id = e.session_id WHERE (e.held_at, e.relationship_id) <> (s.held_at, s.relationship_id)",
		"exchanges of answers": `SELECT count(*) FROM exchange e JOIN reflection f ON f.id = e.reflection_id LEFT JOIN relationship r ON r.id = e.relationship_id
			WHERE e.held_at <> f.held_at OR e.deleted_at IS NULL AND r.person_id <> ifnull(f.person_id, 0)`,
	}
	for _, tbl := range []table{tableExchange, tableShift, tableAction} {
		differs := "x.held_at <> coalesce(s.held_at, f.held_at, v.held_at)" // where a review is only planned again this is NULL
		if tbl != tableShift {
			differs += " OR x.held_on <> coalesce(s.held_on, f.held_on, v.held_on) OR x.held_on IS NULL"
		}
		queries["times of "+string(tbl)] = fmt.Sprintf(`SELECT count(*) FROM %s x LEFT JOIN session s ON s.id = x.session_id LEFT JOIN reflection f ON f.id = x.reflection_id
			LEFT JOIN review v ON v.id = x.review_id WHERE coalesce(x.session_id, x.reflection_id, x.review_id) IS NOT NULL AND (%s)`, tbl, differs)
	}
	for name, query := range queries {
		if n := scalar(tb, s, query); n != 0 {
			tb.Errorf("%d %s lie beside where they should", n, name)
		}
	}
}

func withoutDrafts(dump string) string {
	head, _, _ := strings.Cut(dump, "\ndraft [")
	return head
}

func TestUndo(t *testing.T) {
	ctx := context.Background()
	t.Run("nothing to undo", func(t *testing.T) {
		s := MustOpen(t)
		if _, did := must2(s.Undo(ctx))(t); did {
			t.Error("something was undone")
		}
		if _, did := must2(s.Redo(ctx))(t); did {
			t.Error("something was done again")
		}
	})
	t.Run("says what it was", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, panelNote)
		ok(t, s.CloseAction(ctx, k.Actions[0].ID, journal.ActionDone, ""))
		step, _ := must2(s.Undo(ctx))(t)
		if step.String() != "action done: send the panel list (Priya Nambiar)" {
			t.Errorf("step = %s", step)
		}
	})
	t.Run("a step that changes nothing leaves no trace", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, panelNote)
		a := k.Actions[0]
		ok(t, s.EditAction(ctx, a.ID, a.Text, a.Owner, a.Due))
		if step, _ := must2(s.Undo(ctx))(t); step.What != journal.StepNoteKept {
			t.Errorf("undone: %s", step)
		}
	})
	t.Run("a new step makes undone ones unreachable and keeps their words", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "first words")
		reword(t, s, k.Session, "lost words")
		must2(s.Undo(ctx))(t)
		now := must(s.Session(ctx, k.Session.ID))(t)
		reword(t, s, now, "third words")
		if _, did := must2(s.Redo(ctx))(t); did {
			t.Error("a void step was done again")
		}
		if n := scalar(t, s, "SELECT count(*) FROM history WHERE after LIKE '%lost words%'"); n != 1 {
			t.Errorf("%d lines of history have the words", n)
		}
	})
	t.Run("a kept note offers its draft again", func(t *testing.T) {
		s := MustOpen(t)
		d := must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), PersonName: "Ada", Role: journal.RoleMentee, Text: "half"}))(t)
		must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMentee, Text: "half and whole", DraftUID: d.UID}))(t)
		if all := must(s.Drafts(ctx, 0))(t); len(all) != 0 {
			t.Fatalf("drafts = %+v", all)
		}
		must2(s.Undo(ctx))(t)
		all := must(s.Drafts(ctx, 0))(t)
		if len(all) != 1 || all[0].Text != "half and whole" || all[0].Name != "Ada" {
			t.Fatalf("drafts = %+v", all)
		}
		if today := must(s.Today(ctx, journal.Date{}, TodayLimits{Drafts: 3, People: 3}))(t); today.Empty || len(today.People) != 0 || len(today.Drafts) != 1 {
			t.Errorf("today = %+v", today)
		}
		must2(s.Redo(ctx))(t)
		if all := must(s.Drafts(ctx, 0))(t); len(all) != 0 {
			t.Errorf("drafts = %+v", all)
		}
	})
	t.Run("a row that was changed twice in a step", func(t *testing.T) {
		s := MustOpen(t)
		id := must(s.AddPerson(ctx, journal.Person{Name: "Ada", Notes: "first"}, nil))(t).ID
		ok(t, s.step(ctx, journal.StepPersonChanged, "Ada", "", func(x *tx) error {
			for _, notes := range []string{"second", "third"} {
				if err := x.update(tablePerson, id, row{"notes": notes}); err != nil {
					return err
				}
			}
			return nil
		}))
		must2(s.Undo(ctx))(t)
		if p := must(s.Person(ctx, id))(t); p.Notes != "first" {
			t.Errorf("undone to %q", p.Notes)
		}
		must2(s.Redo(ctx))(t)
		if p := must(s.Person(ctx, id))(t); p.Notes != "third" {
			t.Errorf("done again to %q", p.Notes)
		}
	})
	t.Run("numbers are not rounded", func(t *testing.T) {
		const big = int64(1)<<53 + 1
		r := must(decodeRow(fmt.Sprintf(`{"a":%d,"b":null,"c":"\u0000<é"}`, big)))(t)
		if r["a"] != big || r["b"] != nil || r["c"] != "\x00<é" {
			t.Errorf("row = %v", r)
		}
	})
}

func TestTwoStores(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "journal.db")
	a, b := mustOpenAt(t, path), mustOpenAt(t, path)
	version := must(b.DataVersion(ctx))(t)
	k := priya(t, a, panelNote)
	if v := must(b.DataVersion(ctx))(t); v == version {
		t.Error("b was not told that a wrote")
	}
	if v := must(b.Session(ctx, k.Session.ID))(t); v.Note != panelNote {
		t.Errorf("b reads %q", v.Note)
	}
	version = must(a.DataVersion(ctx))(t)
	ok(t, a.CloseAction(ctx, k.Actions[0].ID, journal.ActionDone, ""))
	if v := must(a.DataVersion(ctx))(t); v != version {
		t.Error("a was told of its own write")
	}
	if step, did := must2(b.Undo(ctx))(t); !did || step.What != journal.StepActionDone {
		t.Errorf("b undid %v %s", did, step)
	}
	if v := must(a.Action(ctx, k.Actions[0].ID))(t); v.State != journal.ActionOpen {
		t.Errorf("a reads %s", v.State)
	}
	if _, did := must2(a.Redo(ctx))(t); !did {
		t.Error("a has nothing to do again")
	}
}
