package tui

import (
	"context"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/store"
)

// TestHeadOfAKeptNote says whom a note is about and that it is a kept one, at every width.
func TestHeadOfAKeptNote(t *testing.T) {
	d := newDesk(t)
	d.kept("Priya Nambiar", journal.RoleMentor, note)
	s := d.sessions()[0]
	if err := d.store().ChangeSession(context.Background(), s.ID, store.SessionChange{At: s.At.AddDate(0, 0, -30), Minutes: 45, Medium: journal.MediumCall, Role: s.Role}); err != nil {
		t.Fatal(err)
	}
	d.open(NewWrite(d.root.env, WriteStart{SessionID: s.ID}))
	for w := 40; w <= 120; w++ {
		d.size(w, 20)
		row, _, _ := strings.Cut(d.screen(), "\n")
		if strings.Contains(row, "…") == strings.HasSuffix(strings.TrimRight(row, " "), "editing a kept note") && w >= 60 {
			t.Errorf("at %d: %q", w, row)
		}
		if w < 60 && !strings.Contains(row, "editing a kept note") && !strings.HasSuffix(strings.TrimRight(row, " "), "…") {
			t.Errorf("at %d it is cut and does not say so: %q", w, row)
		}
	}
	d.size(60, 20)
	d.sees("Priya Nambiar", " · editing a kept note")
	d.size(120, 30)
	d.sees("Priya Nambiar · I mentor", "45 min · call · editing a kept note")
}

// TestHeadRow cuts the name first, and says where it cuts.
func TestHeadRow(t *testing.T) {
	th := newDesk(t).root.env.Theme
	for _, c := range []struct {
		name, behind, want string
		w                  int
	}{
		{"Priya Nambiar", " · a review", "  Priya Nambiar · a review", 40},
		{"Priya Nambiar", " · editing a kept note", "  Priya Na… · editing a kept note", 35},
		{"Priya Nambiar", " · " + strings.Repeat("on ", 30), "  Priya N… · on on on on on on…", 33},
	} {
		if got := stripped(headRow(c.name, c.behind, th, c.w)); got != c.want {
			t.Errorf("in %d cells it is %q, want %q", c.w, got, c.want)
		}
	}
}
