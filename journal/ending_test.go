package journal

import "testing"

func TestEndingValidate(t *testing.T) {
	on := Date{2026, 11, 21}
	tests := []struct {
		name string
		e    Ending
		says string
	}{
		{"OK", Ending{On: on}, ""},
		{"OK leave", Ending{On: on, Actions: LeaveActions, Thanks: "For the fork."}, ""},
		{"OK drop", Ending{On: on, Actions: DropActions}, ""},
		{"ErrDay", Ending{Actions: DropActions}, "needs a day"},
		{"ErrActions", Ending{On: on, Actions: "burn"}, "leave or drop"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, tt.e.Validate(), tt.says) })
	}
}

func TestCheckEnding(t *testing.T) {
	from, today := Date{2026, 3, 1}, Date{2026, 11, 21}
	tests := []struct {
		name     string
		from, on Date
		says     string
	}{
		{"OK today", from, today, ""},
		{"OK on its first day", from, from, ""},
		{"OK where no beginning is known", Date{}, Date{2020, 1, 1}, ""},
		{"OK before it was to begin", today.AddDays(9), today, ""},
		{"ErrDay", from, Date{}, "needs a day"},
		{"ErrToCome", from, today.AddDays(1), "still to come"},
		{"ErrBeforeItBegan", from, from.AddDays(-1), "began on 2026-03-01"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := Relationship{From: tt.from}.CheckEnding(tt.on, today)
			wantInvalid(t, err, tt.says)
		})
	}
}

func TestLeftToSettle(t *testing.T) {
	action := func(id int64, owner Owner, state ActionState) ActionView {
		return ActionView{Action: Action{ID: id, Owner: owner, State: state}}
	}
	goal := func(id int64, state GoalState) Goal { return Goal{ID: id, State: state} }
	topic := func(id int64, state TopicState) TopicView { return TopicView{Topic: Topic{ID: id, State: state}} }
	t.Run("what is open, by side, in its order", func(t *testing.T) {
		u := LeftToSettle(
			[]ActionView{action(1, OwnerMe, ActionOpen), action(2, OwnerThem, ActionDone), action(3, OwnerThem, ActionOpen), action(4, OwnerMe, ActionDropped), action(5, OwnerMe, ActionOpen)},
			[]Goal{goal(1, GoalReached), goal(2, GoalOpen), goal(3, GoalLetGo)},
			[]TopicView{topic(1, TopicRaised), topic(2, TopicWaiting), topic(3, TopicDropped)})
		if len(u.Mine) != 2 || u.Mine[0].ID != 1 || u.Mine[1].ID != 5 || len(u.Theirs) != 1 || u.Theirs[0].ID != 3 || u.Actions() != 3 {
			t.Errorf("actions %+v, %+v", u.Mine, u.Theirs)
		}
		if len(u.Goals) != 1 || u.Goals[0].ID != 2 || len(u.Topics) != 1 || u.Topics[0].ID != 2 || u.IsZero() {
			t.Errorf("goals %+v, topics %+v", u.Goals, u.Topics)
		}
	})
	t.Run("nothing", func(t *testing.T) {
		u := LeftToSettle([]ActionView{action(1, OwnerMe, ActionDone)}, []Goal{goal(1, GoalLetGo)}, []TopicView{topic(1, TopicRaised)})
		if !u.IsZero() || u.Actions() != 0 {
			t.Errorf("%+v is left", u)
		}
	})
	t.Run("a goal alone is something", func(t *testing.T) {
		if LeftToSettle(nil, []Goal{goal(1, GoalOpen)}, nil).IsZero() {
			t.Error("nothing is left")
		}
	})
}
