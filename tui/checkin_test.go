package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/theme"
)

// slip is a check-in under test over an empty journal, and what was kept of it.
type slip struct {
	*desk
	got    []checkInResult
	answer tea.Msg // what keeping it answers
}

// newSlip opens a check-in of a conversation yesterday, of which start says more.
func newSlip(t *testing.T, start checkInStart) *slip {
	t.Helper()
	s := &slip{desk: newDesk(t), answer: changedMsg{say: "Kept."}}
	if start.at.IsZero() {
		start.at = s.now.AddDate(0, 0, -1)
	}
	if start.role == "" {
		start.role = journal.RoleMentor
	}
	s.settle(ask(newCheckIn(s.root.env, start, func(r checkInResult) tea.Cmd {
		s.got = append(s.got, r)
		return send(s.answer)
	})))
	return s
}

// kept is the one result.
func (s *slip) kept() checkInResult {
	s.t.Helper()
	if len(s.got) != 1 {
		s.t.Fatalf("kept %d times, want once:\n%s", len(s.got), s.screen())
	}
	if s.root.overlay() != nil {
		s.t.Fatalf("still open:\n%s", s.screen())
	}
	return s.got[0]
}

// spacedKeys are the keys in a line.
func spacedKeys(keys string) []string { return strings.Fields(keys) }

func orUnsaid(n *int) string {
	if n == nil {
		return "unsaid"
	}
	return fmt.Sprint(*n)
}

func howItWent(energy, trust int, s journal.Split) journal.CheckIn {
	return journal.CheckIn{Energy: &energy, Trust: trust, Split: s}
}

func TestCheckInRows(t *testing.T) {
	t.Run("each row says which keys", func(t *testing.T) {
		s := newSlip(t, checkInStart{})
		s.sees("❯ minutes", "3 of 11", "I mentor", "Fri 20 Nov 14:30")
		s.keys("4", "5", "enter")
		s.sees("❯ by", " 1 in person  2 call  3 text  4 mail", "minutes       45")
		s.keys("2")
		s.sees("❯ energy", "−2  −1  0  +1  +2", "call")
		s.keys("1")
		s.sees("❯ trust", " 1  2  3  4  5", "energy        +1")
		s.keys("4")
		s.sees("❯ my part", "··········  listening [ ] asking     advising")
		s.keys("5")
		s.sees("█████·····  listening  5  asking [ ] advising", "Now asking, 0 to 5")
		s.keys("3")
		s.sees("my part       █████▒▒▒░░  listening 5, asking 3, advising 2", "❯ needs met", "1 self-development")
		s.keys("2", "6")
		s.sees("❯ needs met     confidence, skills", "[2 confidence]", "[6 skills]")
		s.keys("enter", "9")
		s.sees("❯ interventions resources", "[9 resources]", "1 teaching")
		s.seesNot("5 risk taking")
		s.keys("enter", "1", "enter", "5")
		s.sees("❯ relations     trust", "[5 trust]", "11 of 11", "enter keep")
		s.keys("enter")
		want := checkInResult{at: s.now.AddDate(0, 0, -1), role: journal.RoleMentor, minutes: 45, medium: journal.MediumCall, said: howItWent(1, 4, journal.Split{Listening: 5, Asking: 3, Advising: 2})}
		want.said.Needs, want.said.Interventions = []string{"confidence", "skills"}, []string{"resources"}
		want.said.Moves, want.said.Relations = []string{"showed how"}, []string{"trust"}
		got := s.kept()
		if !got.said.Equal(want.said) || !got.at.Equal(want.at) || got.minutes != want.minutes || got.medium != want.medium || got.role != want.role {
			t.Errorf("kept %+v, want %+v", got, want)
		}
		if err := got.said.Validate(); err != nil {
			t.Error(err)
		}
	})
	t.Run("it begins on the minutes, and on the energy where those are said", func(t *testing.T) {
		for want, starts := range map[string][]checkInStart{
			"❯ minutes": {{}, {medium: journal.MediumCall}, {said: howItWent(-2, 5, journal.Split{Listening: 10})}},
			"❯ energy":  {{minutes: 45}, {minutes: 45, medium: journal.MediumCall, said: howItWent(0, 1, journal.Split{})}, {minutes: 45, medium: journal.MediumCall, said: howItWent(-2, 5, journal.Split{Listening: 10})}},
		} {
			for _, start := range starts {
				s := newSlip(t, start)
				s.sees(want)
				s.keys("2")
				if got := s.root.overlay().(*checkIn).result().role; got != journal.RoleMentor {
					t.Errorf("a digit made the role %q", got)
				}
			}
		}
	})
	t.Run("a letter is answered with what the row takes", func(t *testing.T) {
		said := []string{"1 to 3 pick a side.", "", "Minutes take digits", "1 to 4 pick how you talked.", "Energy goes from −2 to +2.", "Trust goes from 1 to 5.", "Two digits say it", "1 to 6 tick", "1 to 9 tick", "1 to 8 tick", "1 to 5 tick"}
		for row, want := range said {
			if want == "" { // there letters are words
				continue
			}
			s := newSlip(t, checkInStart{})
			s.keys("up", "up")
			for range row {
				s.keys("tab")
			}
			before := s.root.overlay().(*checkIn).result()
			s.seesNot(want)
			s.keys("x")
			s.sees(want)
			if s.root.overlay().(*checkIn).changed() {
				t.Errorf("row %d: a letter changed %+v", row, before)
			}
		}
	})
	t.Run("a minus alone is not kept", func(t *testing.T) {
		for _, keys := range []string{"- ctrl+s", "- down down ctrl+s", "2 up - tab ctrl+t"} {
			s := newSlip(t, checkInStart{minutes: 45})
			s.keys(spacedKeys(keys)...)
			if len(s.got) != 0 {
				t.Fatalf("%s: kept %+v", keys, s.got)
			}
			s.sees("❯ energy", "− has no number yet")
			s.keys("2", "ctrl+s")
			if got := orUnsaid(s.kept().said.Energy); got != "-2" {
				t.Errorf("%s: kept %s", keys, got)
			}
		}
		s := newSlip(t, checkInStart{minutes: 45})
		s.keys("-", "down")
		s.sees("energy        − ?")
		s.keys("up", "backspace", "esc")
		if s.root.overlay() != nil {
			t.Errorf("still open:\n%s", s.screen())
		}
	})
	t.Run("energy", func(t *testing.T) {
		for keys, want := range map[string]string{
			"1": "1", "+ 1": "1", "+ 2": "2", "0": "0", "- 0": "0", "+ 0": "0", "- 2": "-2", "- 1": "-1", "− 2": "-2",
			"3": "unsaid", "- 3": "unsaid", "- down": "unsaid", "2 up backspace": "unsaid", "2 up delete": "unsaid",
			"right": "-2", "left": "2", "right right": "-1", "2 up left": "1", "2 up right": "unsaid", "- x 2": "2",
		} {
			s := newSlip(t, checkInStart{minutes: 45, medium: journal.MediumCall})
			s.keys(spacedKeys(keys)...)
			if got := orUnsaid(s.root.overlay().(*checkIn).result().said.Energy); got != want {
				t.Errorf("%s: energy is %s, want %s", keys, got, want)
			}
		}
		s := newSlip(t, checkInStart{minutes: 45, medium: journal.MediumCall})
		s.keys("-")
		s.sees("❯ energy", "− and now the number")
		s.keys("3")
		s.sees("❯ energy", "Energy goes from −2 to +2.")
		s.keys("-", "2")
		s.sees("❯ trust", "energy        −2")
		s.keys("6")
		s.sees("❯ trust", "Trust goes from 1 to 5.")
	})
	t.Run("role", func(t *testing.T) {
		for keys, want := range map[string]journal.Role{"2": journal.RoleMentee, "3": journal.RoleMutual, "right": journal.RoleMentee, "left": journal.RoleMutual, "backspace 4 9": journal.RoleMentor} {
			s := newSlip(t, checkInStart{})
			s.keys("up", "up")
			s.keys(spacedKeys(keys)...)
			if got := s.root.overlay().(*checkIn).result().role; got != want {
				t.Errorf("%s: role is %q, want %q", keys, got, want)
			}
		}
	})
	t.Run("minutes", func(t *testing.T) {
		for keys, want := range map[string]int{
			"5 0": 50, "backspace": 0, "delete 9 0": 90, "right": 50, "left": 40, "1 4 4 0": 1440, "1 4 4 1": 144, "0": 45,
			"1 right 2": 2, "5 0 down up 6": 6, "x": 45,
		} {
			s := newSlip(t, checkInStart{minutes: 45})
			s.keys("up", "up")
			s.keys(spacedKeys(keys)...)
			if got := s.root.overlay().(*checkIn).result().minutes; got != want {
				t.Errorf("%s: %d minutes, want %d", keys, got, want)
			}
		}
		s := newSlip(t, checkInStart{})
		s.types("1441")
		s.sees("at most a whole day")
	})
	t.Run("my part", func(t *testing.T) {
		for keys, want := range map[string]journal.Split{
			"5 3": {Listening: 5, Asking: 3, Advising: 2}, "0 0": {Advising: 10}, "9 1": {Listening: 9, Asking: 1},
			"7 5": {}, "7 5 3": {Listening: 7, Asking: 3}, "7": {}, "7 3 up backspace": {}, "5 backspace 4 4": {Listening: 4, Asking: 4, Advising: 2},
			"right": {Listening: 4, Asking: 3, Advising: 3}, "right right": {Listening: 5, Asking: 3, Advising: 2}, "right left": {Listening: 3, Asking: 3, Advising: 4},
			"right space right":      {Listening: 4, Asking: 4, Advising: 2},
			"right space 9":          {Listening: 4, Asking: 3, Advising: 3},
			"right space 2":          {Listening: 4, Asking: 2, Advising: 4},
			"9 1 up right":           {Listening: 10},
			"9 1 up right right":     {Listening: 10},
			"9 right":                {Listening: 9, Asking: 1},
			"0 0 up left space left": {Advising: 10},
		} {
			s := newSlip(t, checkInStart{minutes: 45, medium: journal.MediumCall, said: howItWent(1, 4, journal.Split{})})
			s.keys("down", "down")
			s.keys(spacedKeys(keys)...)
			if got := s.root.overlay().(*checkIn).result().said.Split; got != want {
				t.Errorf("%s: %+v, want %+v", keys, got, want)
			}
		}
		s := newSlip(t, checkInStart{minutes: 45, medium: journal.MediumCall, said: howItWent(1, 4, journal.Split{})})
		s.keys("down", "down", "7", "5")
		s.sees("❯ my part", "Listening 7 and asking 5 are more than ten; asking can be 0 to 3.")
	})
	t.Run("half of my part is not kept", func(t *testing.T) {
		s := newSlip(t, checkInStart{minutes: 45, medium: journal.MediumCall, said: howItWent(1, 4, journal.Split{})})
		s.keys("down", "down", "7", "down", "down", "ctrl+s")
		if len(s.got) != 0 {
			t.Fatalf("kept %+v", s.got)
		}
		s.sees("❯ my part", "Asking is not said yet")
		s.keys("2", "ctrl+s")
		if got, want := s.kept().said.Split, (journal.Split{Listening: 7, Asking: 2, Advising: 1}); got != want {
			t.Errorf("kept %+v, want %+v", got, want)
		}
	})
	t.Run("ticks", func(t *testing.T) {
		was := []string{"support", "coaching"} // as another program may have put them
		for keys, want := range map[string][]string{
			"": was, "5": {"coaching"}, "9 1": {"teaching", "coaching", "support", "resources"}, "backspace": nil, "delete 3": {"role modelling"},
			"space": {"teaching", "coaching", "support"}, "right space": {"support"}, "left space": {"coaching", "support", "resources"}, "l h space": {"teaching", "coaching", "support"},
			"0": was, "3 3": {"coaching", "support"},
		} {
			start := checkInStart{said: journal.CheckIn{Interventions: was}}
			s := newSlip(t, start)
			s.keys("shift+tab", "shift+tab", "shift+tab", "shift+tab", "shift+tab")
			s.sees("❯ interventions")
			s.keys(spacedKeys(keys)...)
			if got := s.root.overlay().(*checkIn).result().said.Interventions; !slices.Equal(got, want) {
				t.Errorf("%q: %q, want %q", keys, got, want)
			}
			s.sees("❯ interventions")
		}
		s := newSlip(t, checkInStart{})
		s.keys("shift+tab", "shift+tab", "shift+tab")
		s.keys("6")
		s.sees("❯ relations", "1 to 5 tick one of these.")
	})
	t.Run("when", func(t *testing.T) {
		s := newSlip(t, checkInStart{})
		s.keys("up")
		s.sees("❯ when          2026-11-20 14:30", "Fri 20 Nov 14:30. Try")
		s.types("thu 9:15")
		s.sees("❯ when          thu 9:15", "Thu 19 Nov 09:15")
		s.keys("enter")
		s.sees("when          Thu 19 Nov 09:15")
		s.keys("ctrl+t")
		if got, want := s.kept().at, time.Date(2026, 11, 19, 9, 15, 0, 0, london(t)); !got.Equal(want) {
			t.Errorf("kept %s, want %s", got, want)
		}
	})
	t.Run("an arrow goes on in the moment that stands there", func(t *testing.T) {
		s := newSlip(t, checkInStart{})
		s.keys("up", "right", "backspace", "backspace")
		s.types("45")
		s.keys("ctrl+s")
		if got, want := s.kept().at, time.Date(2026, 11, 20, 14, 45, 0, 0, london(t)); !got.Equal(want) {
			t.Errorf("kept %s, want %s", got, want)
		}
	})
	t.Run("a moment is pasted", func(t *testing.T) {
		s := newSlip(t, checkInStart{})
		s.keys("up")
		s.send(tea.PasteMsg{Content: "2026-11-18\n10:00"})
		s.keys("ctrl+s")
		if got, want := s.kept().at, time.Date(2026, 11, 18, 10, 0, 0, 0, london(t)); !got.Equal(want) {
			t.Errorf("kept %s, want %s", got, want)
		}
	})
	t.Run("no moment is the one there was", func(t *testing.T) {
		s := newSlip(t, checkInStart{})
		s.keys("up", "backspace", "down", "3", "0", "ctrl+s")
		if got, want := s.kept().at, s.now.AddDate(0, 0, -1); !got.Equal(want) {
			t.Errorf("kept %s, want %s", got, want)
		}
	})
	t.Run("a moment that cannot be read", func(t *testing.T) {
		s := newSlip(t, checkInStart{})
		s.keys("up")
		s.types("soonish")
		s.keys("tab")
		s.sees("soonish ?")
		s.keys("ctrl+s")
		if len(s.got) != 0 {
			t.Fatalf("kept %+v", s.got)
		}
		s.sees("❯ when          soonish")
		s.seesNot("Try yesterday")
	})
}

func TestCheckInKeeping(t *testing.T) {
	t.Run("ctrl+t keeps as it opened", func(t *testing.T) {
		s := newSlip(t, checkInStart{})
		s.keys("3", "0", "ctrl+t")
		if got := s.kept().minutes; got != 30 {
			t.Errorf("kept %d minutes", got)
		}
		s.sees("Kept.")
	})
	t.Run("nothing changed is nothing to keep", func(t *testing.T) {
		for _, k := range []string{"ctrl+t", "ctrl+s", "esc"} {
			s := newSlip(t, checkInStart{})
			s.keys("tab", "tab", "j", "k", k)
			if s.root.overlay() != nil || len(s.got) != 0 {
				t.Errorf("%s: open %v, kept %+v", k, s.root.overlay() != nil, s.got)
			}
		}
	})
	t.Run("taken back is nothing to keep", func(t *testing.T) {
		s := newSlip(t, checkInStart{})
		s.keys("3", "backspace", "esc")
		if s.root.overlay() != nil || len(s.got) != 0 {
			t.Errorf("kept %+v:\n%s", s.got, s.screen())
		}
	})
	t.Run("esc asks once over changes", func(t *testing.T) {
		s := newSlip(t, checkInStart{})
		s.keys("3", "esc")
		s.sees("ctrl+s keeps it, esc again leaves it")
		s.keys("0", "esc")
		s.sees("esc again leaves it")
		s.keys("esc")
		if s.root.overlay() != nil || len(s.got) != 0 {
			t.Errorf("kept %+v:\n%s", s.got, s.screen())
		}
	})
	t.Run("esc asks over half a value too", func(t *testing.T) {
		s := newSlip(t, checkInStart{minutes: 45, medium: journal.MediumCall, said: howItWent(1, 4, journal.Split{})})
		s.keys("down", "down", "7", "esc")
		s.sees("esc again leaves it")
	})
	t.Run("a failure loses nothing", func(t *testing.T) {
		s := newSlip(t, checkInStart{})
		s.answer = failed(journal.Errorf(journal.CodeInvalid, "The disk is full. Nothing was changed."))
		s.keys("3", "0", "ctrl+s")
		s.sees("The disk is full.", "❯ minutes       30")
		s.answer, s.got = changedMsg{say: "Kept."}, nil
		s.keys("enter", "1", "ctrl+s")
		if got := s.kept(); got.minutes != 30 || got.medium != journal.MediumInPerson {
			t.Errorf("kept %+v", got)
		}
	})
	t.Run("round by tab, to the ends by arrows", func(t *testing.T) {
		s := newSlip(t, checkInStart{})
		s.keys("up", "up", "up")
		s.sees("❯ my role", "1 of 11")
		s.keys("shift+tab", "down")
		s.sees("❯ relations", "11 of 11")
		s.keys("tab")
		s.sees("❯ my role")
	})
}

func TestCheckInChange(t *testing.T) {
	day := time.Date(2026, 11, 20, 14, 30, 0, 0, time.UTC)
	start := checkInStart{at: day, role: journal.RoleMentor, minutes: 45, said: journal.CheckIn{Trust: 3, Needs: []string{"skills"}, Moves: []string{"coached"}}}
	// Meanwhile another window said more.
	now := journal.SessionView{Session: journal.Session{At: day.Add(time.Hour), Role: journal.RoleMutual, Minutes: 60, Medium: journal.MediumMail, Private: "apart"}}
	now.CheckIn = howItWent(2, 4, journal.Split{Listening: 10})
	now.CheckIn.Needs, now.CheckIn.Relations = []string{"confidence"}, []string{"social"}
	t.Run("what was not changed stays as it is by now", func(t *testing.T) {
		got := checkInResult(start).change(start, now)
		if !got.At.Equal(now.At) || got.Role != now.Role || got.Minutes != 60 || got.Medium != now.Medium || got.Private != "apart" || !got.CheckIn.Equal(now.CheckIn) {
			t.Errorf("%+v", got)
		}
	})
	t.Run("what was changed is set, also to nothing", func(t *testing.T) {
		r := checkInResult(start)
		r.minutes, r.medium, r.said.Needs, r.said.Trust = 0, journal.MediumCall, nil, 5
		got := r.change(start, now)
		want := howItWent(2, 5, journal.Split{Listening: 10})
		want.Relations = []string{"social"}
		if got.Minutes != 0 || got.Medium != journal.MediumCall || !got.At.Equal(now.At) || !got.CheckIn.Equal(want) {
			t.Errorf("%+v", got)
		}
	})
	t.Run("everything", func(t *testing.T) {
		r := checkInResult{at: day.Add(-time.Hour), role: journal.RoleMentee, minutes: 5, medium: journal.MediumText, said: howItWent(-1, 1, journal.Split{Asking: 10})}
		r.said.Interventions = []string{"advice"}
		got := r.change(start, now)
		r.said.Relations = []string{"social"} // that was not touched
		if !got.At.Equal(r.at) || got.Role != r.role || got.Minutes != 5 || got.Medium != r.medium || !got.CheckIn.Equal(r.said) {
			t.Errorf("%+v", got)
		}
	})
}

func TestCheckInSizes(t *testing.T) {
	start := checkInStart{at: time.Date(2026, 11, 20, 14, 30, 0, 0, time.UTC), role: journal.RoleMutual, minutes: 1440, medium: journal.MediumInPerson, said: howItWent(-2, 5, journal.Split{Listening: 10})}
	start.said.Needs, start.said.Interventions, start.said.Moves, start.said.Relations = journal.Needs(), journal.Interventions(), journal.Moves(), journal.Relations()
	for name, start := range map[string]checkInStart{"full": start, "bare": {at: start.at, role: journal.RoleMentor}} {
		for w := 1; w <= 76; w += 5 {
			for h := 1; h <= 20; h++ {
				d := desk{now: start.at}
				c := newCheckIn(&Env{Now: d.clock}, start, nil).(*checkIn)
				c.setTheme(theme.New(true))
				for range c.rows {
					s, cur := c.Render(w, h)
					checkFits(t, fmt.Sprintf("%s %dx%d row %d", name, w, h, c.at), s, max(w, labelWidth+4), h)
					if cur == nil || cur.Y < 0 || cur.Y >= h || cur.X < 0 {
						t.Fatalf("%s %dx%d: the cursor is at %+v", name, w, h, cur)
					}
					c.key(keyPress("tab"))
				}
			}
		}
	}
}
