package journal

import "testing"

func TestParseOwner(t *testing.T) {
	for s, want := range map[string]Owner{"me": OwnerMe, "Mine": OwnerMe, "them": OwnerThem, "THEIRS": OwnerThem} {
		if got, err := ParseOwner(s); err != nil || got != want {
			t.Errorf("ParseOwner(%q) = %q, %v; want %q", s, got, err, want)
		}
	}
	_, err := ParseOwner("us")
	wantInvalid(t, err, "me or them")
}

func TestActionValidate(t *testing.T) {
	tests := []struct {
		name string
		a    Action
		says string
	}{
		{"OK", Action{Text: "send", Owner: OwnerMe, State: ActionOpen}, ""},
		{"OK theirs, done", Action{Text: "send", Owner: OwnerThem, State: ActionDone}, ""},
		{"ErrText", Action{Text: " ", Owner: OwnerMe, State: ActionOpen}, "a few words"},
		{"ErrOwner", Action{Text: "send", State: ActionOpen}, "me or to them"},
		{"ErrState", Action{Text: "send", Owner: OwnerMe}, "not a state"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, tt.a.Validate(), tt.says) })
	}
}

func TestActionOverdue(t *testing.T) {
	today := day(t, "2026-11-21")
	tests := []struct {
		name string
		a    Action
		want bool
	}{
		{"yesterday", Action{State: ActionOpen, Due: today.AddDays(-1)}, true},
		{"today", Action{State: ActionOpen, Due: today}, false},
		{"undated", Action{State: ActionOpen}, false},
		{"done", Action{State: ActionDone, Due: today.AddDays(-1)}, false},
		{"dropped", Action{State: ActionDropped, Due: today.AddDays(-1)}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.a.Overdue(today); got != tt.want {
				t.Errorf("Overdue = %v, want %v", got, tt.want)
			}
		})
	}
}
