package picture_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/tui/picture"
	"bothways/tui/wording"
)

func days(from, to int) journal.Days {
	first := journal.Date{Year: 2026, Month: 1, Day: 1}
	return journal.Days{From: first.AddDays(from), To: first.AddDays(to)}
}

// some is a period in which something happened of everything.
func some() journal.Insights {
	in := journal.Insights{
		Period:  journal.Period{Days: days(0, 58)},
		TalksBy: journal.UnitMonth, Talks: []journal.TalkStep{{Days: days(0, 30), Mentor: 2, Mutual: 1}, {Days: days(31, 58)}},
		HoursBy: journal.UnitMonth, Hours: []journal.HourStep{{Days: days(0, 30), Minutes: 185, Timed: 3, Talks: 4}, {Days: days(31, 58)}},
		UsedSaid: 4, SplitsBy: journal.UnitMonth,
		Splits:    []journal.SplitStep{{Days: days(0, 30), Said: 3, Split: journal.Split{Listening: 15, Asking: 9, Advising: 6}}, {Days: days(31, 58), Said: 3, Split: journal.Split{Listening: 24, Asking: 3, Advising: 3}}},
		Energy:    []journal.EnergyOf{{PersonName: "Priya N.", Role: journal.RoleMentor, Said: 4, Sum: -2, Newest: []int{1, -1, -2, 0}}, {PersonName: "Tom B.", Role: journal.RoleMentor, Said: 1, Sum: 2}},
		CrossedBy: journal.UnitMonth, Crossed: []journal.CrossedStep{{Days: days(0, 30), Gave: 3}, {Days: days(31, 58)}},
		Mine: journal.Promises{Owner: journal.OwnerMe, Kept: 3, Open: 1, OpenCarried: 1}, Theirs: journal.Promises{Owner: journal.OwnerThem},
		Focused: []journal.FocusPerson{{PersonName: "Priya N.", Role: journal.RoleMentor, Focus: []string{"stretch"}}},
	}
	for i, w := range journal.Interventions() {
		in.Used = append(in.Used, journal.Intervention{Word: w, Mentor: max(0, 3-i)})
	}
	in.Focus = journal.FocusRows(in.Focused)
	return in
}

func TestSentences(t *testing.T) {
	want := map[string]string{
		"conversations": "3 conversations: 2 as mentor, none as mentee, 1 both ways; nothing in 1 of 2 months.",
		"interventions": "Noted in 4 conversations, most often teaching (3) and coaching (2). Never used in this time: counselling, support, advice, sponsorship, guidance and resources.",
		"balance":       "Over 6 conversations, in ten: listening 7, asking 2, advising 1. At first, in January 2026: 5 · 3 · 2; lately, in February 2026: 8 · 1 · 1.",
		"energy":        "After 4 conversations in 1 relationship: −0.5 on average. One more has fewer than 3: too little to say.",
		"exchanges":     "You noted 3 given and none received; nothing in 1 of 2 months.",
		"actions":       "You said 4 things would be done: 3 kept, none dropped, 1 open; 1 carried over at least once. There is nothing they said would be done.",
		"focus":         "You help with 1 focus. Of the 9 usual ones, no one yet for: stretch, transition, change, finding one's way, politics and conflict, identity and 3 more.",
		"hours":         "3 h 05 in all, about 1 h 33 a month; 1 of 4 conversations does not say how long it was.",
	}
	all := picture.All(some(), journal.Veil{}, wording.DayMonth)
	for _, p := range all {
		if p.Sentence != want[p.ID] || !p.Drawn() {
			t.Errorf("%s (drawn: %v):\n%s\nwant\n%s", p.ID, p.Drawn(), p.Sentence, want[p.ID])
		}
	}
	if len(all) != len(want) {
		t.Errorf("there are %d", len(all))
	}
}

func TestMostUsed(t *testing.T) {
	for _, c := range []struct {
		name  string
		n     []int // of the nine, in their order
		wants string
	}{
		{"two", []int{2, 7, 0, 0, 1}, "most often coaching (7) and teaching (2)."},
		{"the second is one of many", []int{1, 7, 0, 0, 1, 1, 0, 1}, "most often coaching (7)."},
		{"two alike", []int{3, 3, 1}, "most often teaching and coaching (3 each)."},
		{"three alike", []int{3, 3, 1, 3}, "most often teaching, coaching and counselling (3 each)."},
		{"many alike", []int{1, 1, 1, 1, 1}, "5 of the nine most often (1 each)."},
		{"one", []int{0, 0, 4}, "most often role modelling (4)."},
		{"words of a later version", nil, "none of them one of the nine."},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := journal.Insights{Period: journal.Period{Days: days(0, 58)}, UsedSaid: 9}
			for i, word := range journal.Interventions() {
				used := journal.Intervention{Word: word}
				if i < len(c.n) {
					used.Mentee = c.n[i]
				}
				in.Used = append(in.Used, used)
			}
			s := pictureOf(t, in, journal.Veil{}, "interventions").Sentence
			if !strings.HasPrefix(s, "Noted in 9 conversations, "+c.wants) {
				t.Error(s)
			}
		})
	}
}

func TestTooLittle(t *testing.T) {
	in := journal.Insights{Period: journal.Period{Days: days(0, 58)}, Talks: []journal.TalkStep{{Days: days(0, 58), Mentor: 2}}, Energy: []journal.EnergyOf{{Said: 2, Sum: 1}}}
	in.Focus = journal.FocusRows(nil)
	for _, p := range picture.All(in, journal.Veil{}, wording.DayMonth) {
		if p.Drawn() || !strings.HasPrefix(p.Sentence, "Too little to say: ") || p.More == "" || p.Draw(80, 20, picture.Spot{}, true) != nil {
			t.Errorf("%s: %q, %q", p.ID, p.Sentence, p.More)
		}
	}
	if s := picture.All(in, journal.Veil{}, wording.DayMonth)[0].Sentence; s != "Too little to say: 2 conversations in this time." {
		t.Errorf("%q", s)
	}
	more := func() string { return pictureOf(t, in, journal.Veil{}, "conversations").More }
	if s := more(); s != "From 3 on they are drawn; a longer time may have more." {
		t.Errorf("%q", s)
	}
	in.Period.Begun = days(3, 3).From
	if s := more(); s != "From 3 on they are drawn." {
		t.Errorf("of all there is: %q", s)
	}
}

func TestVeiled(t *testing.T) {
	for _, p := range picture.All(some(), journal.NewVeil([]string{"Priya N.", "Tom B."}), wording.DayMonth) {
		said := p.Sentence
		for row := range p.Rows {
			for col := range p.Cols {
				said += p.Part(picture.Spot{Row: row, Col: col}).Says
			}
		}
		for _, row := range p.Draw(100, 20, p.Begin, true) {
			said += row.Plain()
		}
		if strings.Contains(said, "Priya") || strings.Contains(said, "Tom") {
			t.Errorf("%s says %s", p.ID, said)
		}
	}
}

// TestWidths draws whatever numbers there are in every width: no row is wider, and every part that can
// be gone to is there.
func TestWidths(t *testing.T) {
	rnd := rand.New(rand.NewPCG(6, 6))
	for range 200 {
		in := some()
		in.Period.Days = days(0, rnd.IntN(20000))
		in.TalksBy, in.Talks = journal.UnitWeek, nil
		for i := range 1 + rnd.IntN(60) {
			in.Talks = append(in.Talks, journal.TalkStep{Days: days(i, i), Mentor: rnd.IntN(1 << rnd.IntN(20)), Mentee: rnd.IntN(4), Mutual: rnd.IntN(3) + 1})
		}
		in.Energy[0].PersonName = strings.Repeat("日本語 Köhler ", rnd.IntN(9))
		in.Focused[0].Focus = append(in.Focused[0].Focus, strings.Repeat("日本", rnd.IntN(30)))
		in.Focus = journal.FocusRows(in.Focused)
		w, h := rnd.IntN(130), rnd.IntN(40)
		for _, p := range picture.All(in, journal.Veil{}, wording.DayMonth) {
			at := picture.Spot{Row: rnd.IntN(max(1, p.Rows)), Col: rnd.IntN(max(1, p.Cols))}
			for _, row := range p.Draw(w, h, at, true) {
				if row.Width() > w {
					t.Fatalf("%s in %d cells has %d: %q", p.ID, w, row.Width(), row.Plain())
				}
			}
			if p.Part(at).Says == "" {
				t.Fatalf("%s says nothing of %v", p.ID, at)
			}
		}
	}
}
