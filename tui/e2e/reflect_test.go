//go:build unix

package e2e

import (
	"strings"
	"syscall"
	"testing"
)

// TestReflect sits with questions in a journal that has nothing else in it.
func TestReflect(t *testing.T) {
	t.Run("thirty seconds, from start to a kept answer", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		p := h.Opens("reflect", "thirty-seconds")
		p.Sees("Thirty seconds · 1 of 3", "0:30", "Someone once helped you").
			Press("space").Sees("0:29").Sees("0:28").
			Press("space").Sees("halted").
			Press("n").Sees("2 of 3").
			Press("enter").Types("She asked which of the two I would regret not doing.").
			Press("ctrl+s").Sees("Kept.", "NOW", "She asked which of the two").
			Press("n").Sees("3 of 3").
			Press("esc").Sees("A QUESTION FOR TODAY").
			Press("ctrl+c").Ends().Well()
		h.Opens("reflect", "thirty-seconds").Sees("3 of 3").Press("ctrl+c").Ends().Well()
	})
	t.Run("the few minutes twice, a year apart", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.With("BOTHWAYS_NOW=2025-11-20T21:00:00Z").Opens("reflect", "meaning/in-your-words").
			Sees("in your own words", "3:00").
			Press("enter").Types("Somebody with time.").Press("ctrl+s").Sees("Kept.", "This is your first answer").
			Press("ctrl+c").Ends().Well()
		h.Opens("reflect", "meaning/in-your-words").
			Sees("You answered this once, 12 months ago.").SeesNot("Somebody with time.").
			Press("enter").Types("Being asked before being told.").Press("ctrl+s").
			Sees("NOW", "Being asked before being told.", "EARLIER", "Somebody with time.", "2025").
			Press("ctrl+c").Ends().Well()
	})
	t.Run("killed in the middle of an answer", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		p := h.Opens("reflect", "meaning/in-your-words")
		p.Sees("in your own words").Press("enter").Types("Half a thought about the pan")
		h.HoldsDraft("Half a thought about the pan")
		p.Signals(syscall.SIGKILL).Ends()
		h.Opens().Sees("NOT KEPT YET", "Half a thought").
			Press("enter").Sees("in your own words", "Half a thought about the pan").
			Types(", and the rest").Press("ctrl+s").Sees("Kept.", "and the rest").
			Press("ctrl+c").Ends().Well()
	})
	t.Run("an answer that is piped in", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Keeps("We talked about the rota.", "Tom B.", "--role", "mentor")
		got := h.Runs("He waited for me to finish.\n- [ ] write it down fri\n", "reflect", "thirty-seconds/what-helped", "--about", "Tom")
		if got.status != 0 || !strings.Contains(got.out, "write it down") {
			t.Errorf("it answers %d: %s%s", got.status, got.out, got.err)
		}
		h.Opens("reflect", "thirty-seconds/what-helped").Press("tab").Sees("EARLIER", "He waited for me").Press("ctrl+c").Ends().Well()
	})
}

// TestReflectList holds the contract of the list.
func TestReflectList(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	var sets []struct {
		ID      string
		Title   string
		Prompts []struct {
			ID, Text, Role, Moment string
			Sources                []string
			Seconds                *int
		}
	}
	h.Asks(&sets, "reflect", "--list")
	prompts, timed := 0, 0
	for _, s := range sets {
		if s.ID == "" || s.Title == "" {
			t.Errorf("a set without a name: %+v", s)
		}
		for _, p := range s.Prompts {
			prompts++
			if p.Seconds != nil {
				timed++
			}
			if p.ID == "" || p.Text == "" || p.Role == "" || p.Moment == "" || len(p.Sources) == 0 {
				t.Errorf("%s has a question with something missing: %+v", s.ID, p)
			}
		}
	}
	if len(sets) != 12 || prompts < 60 || timed < 2 {
		t.Errorf("there are %d sets with %d questions, %d of them timed", len(sets), prompts, timed)
	}
}

// TestCheckIn notes how a conversation was, in fewer than fifteen keys, and finds it on the timeline.
func TestCheckIn(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	p := h.Opens()
	p.BeginsNote("Priya N.").Types("She did most of the talking.")
	keys := []string{"ctrl+t", "4", "5", "enter", "2", "1", "4", "5", "3", "2", "enter", "2", "ctrl+t"}
	if len(keys) >= 15 {
		t.Fatalf("it takes %d keys", len(keys))
	}
	for _, k := range keys {
		if len(k) == 1 {
			p.Types(k)
		} else {
			p.Press(k)
		}
	}
	p.Sees("She did most of the talking.").Press("ctrl+s").Sees("Kept.").
		Press("P").Sees("Priya N.").Press("enter").Sees("energy +1", "trust 4").
		Press("q").Ends().Well()

	var show struct {
		Sessions []struct {
			Energy, Trust, Listening, Asking, Advising, Minutes *int
			Needs, Interventions                                []string
		}
	}
	h.Asks(&show, "show", "Priya")
	if len(show.Sessions) != 1 {
		t.Fatalf("show: %+v", show)
	}
	s := show.Sessions[0]
	for name, got := range map[string]struct {
		is   *int
		want int
	}{"energy": {s.Energy, 1}, "trust": {s.Trust, 4}, "listening": {s.Listening, 5}, "asking": {s.Asking, 3}, "advising": {s.Advising, 2}, "minutes": {s.Minutes, 45}} {
		if got.is == nil || *got.is != got.want {
			t.Errorf("%s is not %d: %+v", name, got.want, s)
		}
	}
	if len(s.Needs) != 1 || len(s.Interventions) != 1 {
		t.Errorf("needs and interventions: %+v", s)
	}
}
