package journal

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSharedWords(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"words":                {"We talked\n\nabout it.", "We talked about it."},
		"things are left out":  {"We talked.\n- [ ] send it\nshift: slower", "We talked."},
		"nothing but things":   {"- [ ] send it\nshift: slower", "- [ ] send it shift: slower"},
		"in confidence":        {"We talked.\npriv: he may leave", "We talked."},
		"only in confidence":   {"priv: he may leave\n  Priv: soon", ""},
		"things in confidence": {"gave: a map\npriv: he may leave\nshift: slower", "gave: a map shift: slower"},
		"behind other marks":   {"We talked.\n- [ ] @priya priv: a secret", "We talked."},
		"only behind marks":    {"> gave: priv: a secret\n1. “priv: two”\n[x] priv: three", ""},
		"behind words":         {"We talked. priv: a secret", "We talked."},
		"code is code":         {"```\npriv: a field of a struct\n```", "``` priv: a field of a struct ```"},
		"cut at a word":        {"one two three four five six, seven", "one two three four five six…"},
		"a word that is long":  {strings.Repeat("é", 40), strings.Repeat("é", 15) + "…"},
		"as long as may be":    {strings.Repeat("x", 30), strings.Repeat("x", 30)},
		"nothing":              {" \n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			most := 30
			if name == "things in confidence" || name == "code is code" {
				most = 60
			}
			if got := SharedWords(c.text, most); got != c.want || !utf8.ValidString(got) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestLookBackNumbers(t *testing.T) {
	b := LookBack{
		Sessions: []Memory{{PersonID: 1, Minutes: 30}, {PersonID: 2}, {PersonID: 1, Minutes: 40}},
		Actions:  []ActionView{{Action: Action{State: ActionDone}}, {Action: Action{State: ActionDropped}}},
		Goals:    []PastGoal{{Goal: Goal{State: GoalLetGo}}}, Exchanges: []PastLine{{Direction: Got}},
	}
	minutes, timed := b.Minutes()
	if b.People() != 2 || minutes != 70 || timed != 2 || b.IsZero() {
		t.Error(b.People(), minutes, timed)
	}
	if len(b.Closed(ActionDone)) != 1 || len(b.GoalsIn(GoalReached)) != 0 || len(b.GoalsIn(GoalLetGo)) != 1 || len(b.Went(Got)) != 1 || len(b.Went(Gave)) != 0 {
		t.Error(b)
	}
	if !(LookBack{Days: YearOf(Date{2025, 1, 1})}).IsZero() {
		t.Error("days without anything are not zero")
	}
}
