package picture_test

import (
	"fmt"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/tui/chart"
	"bothways/tui/picture"
)

// helpers is a journal of these relationships.
func helpers(all ...journal.FocusPerson) journal.Insights {
	in := some()
	in.Focused, in.Focus = all, journal.FocusRows(all)
	return in
}

func text(rows []chart.Row) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(r.Plain() + "\n")
	}
	return b.String()
}

func TestFocus(t *testing.T) {
	in := helpers(
		journal.FocusPerson{PersonName: "Tom Birch", Role: journal.RoleMentor, Focus: []string{"chairing", "stretch"}},
		journal.FocusPerson{PersonName: "Tina Brown", Role: journal.RoleMentee, Focus: []string{"confidence"}},
		journal.FocusPerson{PersonName: "Ines", Role: journal.RoleMutual, Focus: []string{"resilience"}})
	t.Run("what only they work on is no gap", func(t *testing.T) {
		s := pictureOf(t, in, journal.Veil{}, "focus").Sentence
		if !strings.HasPrefix(s, "Somebody helps you with 2 focuses, and you help with 3. Of the 9 usual ones, no one yet for: ") || strings.Contains(s, "chairing") || !strings.Contains(s, "stretch") {
			t.Errorf("%s", s)
		}
	})
	t.Run("the key says who is who", func(t *testing.T) {
		p := pictureOf(t, in, journal.Veil{}, "focus")
		for _, got := range []string{text(p.Draw(78, 40, picture.Spot{}, true)), text(p.Draw(78, 9, picture.Spot{Row: 9}, true)), text(p.Written(78, 11))} {
			if !strings.Contains(got, "TB Tr I") || !strings.Contains(got, "TB = Tom Birch · Tr = Tina Brown · I = Ines") {
				t.Errorf("%s", got)
			}
		}
		if n := len(p.Draw(78, 9, picture.Spot{Row: 9}, true)); n != 9 {
			t.Errorf("%d rows", n)
		}
	})
	t.Run("hidden", func(t *testing.T) {
		p := pictureOf(t, in, journal.NewVeil([]string{"Tom Birch", "Tina Brown", "Ines"}), "focus")
		if got := text(p.Written(78, 11)); strings.Contains(got, "Tr") || strings.Contains(got, "Birch") || !strings.Contains(got, "TB TB") {
			t.Errorf("%s", got)
		}
	})
	t.Run("more people than fit", func(t *testing.T) {
		var all []journal.FocusPerson
		for i := range 298 {
			all = append(all, journal.FocusPerson{PersonName: fmt.Sprintf("Tom Birch %d", i), Role: journal.Roles()[i%3], Focus: []string{journal.Focuses()[i%2]}})
		}
		p := pictureOf(t, helpers(all...), journal.Veil{}, "focus")
		got := text(p.Written(78, 11))
		if strings.Contains(got, "›") || !strings.Contains(got, "you help Tom") || !strings.Contains(got, "more") || !strings.Contains(got, "resilience: no one for you yet") {
			t.Errorf("%s", got)
		}
		for _, row := range p.Written(78, 11) {
			if row.Width() > 78 {
				t.Errorf("%q is too wide", row.Plain())
			}
		}
	})
}
