package tui

import (
	"fmt"
	"testing"

	"bothways/tui/config"
)

// TestFirst opens on each page that can be chosen, from which esc leads to the first one of all.
func TestFirst(t *testing.T) {
	for page, want := range map[config.First]string{
		config.FirstToday: "*tui.TodayScreen", config.FirstPeople: "*tui.PeopleScreen", config.FirstActions: "*tui.ActionsScreen",
		config.FirstReflect: "*tui.ReflectScreen", config.FirstLookBack: "*tui.LookBackScreen", config.FirstInsights: "*tui.InsightsScreen",
		config.FirstSearch: "*tui.SearchScreen", config.FirstLibrary: "*tui.LibraryScreen",
	} {
		t.Run(string(page), func(t *testing.T) {
			r := NewRoot(newDesk(t).root.env)
			r.first(page, Start{})
			if got := fmt.Sprintf("%T", r.top()); got != want {
				t.Errorf("it opens on %s", got)
			}
			if got := fmt.Sprintf("%T", r.pages[0]); got != "*tui.TodayScreen" {
				t.Errorf("esc leads to %s", got)
			}
		})
	}
	t.Run("write", func(t *testing.T) {
		d := newDesk(t)
		d.root.first(config.FirstWrite, Start{})
		d.sees("Who did you talk with?")
	})
	t.Run("what it was started for goes before", func(t *testing.T) {
		r := NewRoot(newDesk(t).root.env)
		r.first(config.FirstActions, Start{Reflect: true})
		if got := fmt.Sprintf("%T", r.top()); got != "*tui.ReflectScreen" {
			t.Errorf("it opens on %s", got)
		}
	})
}
