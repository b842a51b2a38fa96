package journal

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// evenDay and oddDay are two days in a row.
func evenDay() Date { return Date{2026, time.November, 21} }
func oddDay() Date  { return Date{2026, time.November, 22} }

// asking makes questions from sets written as "set: prompt, prompt"; all are for either side, alone.
func asking(sets ...string) Questions {
	q := Questions{Answered: map[string]Answered{}}
	for _, text := range sets {
		id, prompts, _ := strings.Cut(text, ": ")
		s := PromptSet{ID: id}
		for p := range strings.SplitSeq(prompts, ", ") {
			s.Prompts = append(s.Prompts, Prompt{ID: p, SetID: id, Text: p, Role: ForEither, Moment: MomentAlone})
		}
		q.Sets = append(q.Sets, s)
	}
	return q
}

// prompt is a prompt to be changed.
func (q Questions) prompt(id string) *Prompt {
	for s := range q.Sets {
		for p := range q.Sets[s].Prompts {
			if q.Sets[s].Prompts[p].ID == id {
				return &q.Sets[s].Prompts[p]
			}
		}
	}
	panic("no prompt " + id)
}

// answered notes an answer so many days before a day, at noon.
func (q Questions) answered(id string, on Date, daysAgo int) {
	at := on.AddDays(-daysAgo).time().Add(12 * time.Hour)
	a := q.Answered[id]
	if at.After(a.Last) {
		a.Last = at
	}
	if daysAgo > 0 && at.After(a.Before) {
		a.Before = at
	}
	q.Answered[id] = a
}

// nextDay goes on to the day after: what was answered today was answered before.
func (q Questions) nextDay() {
	for id, a := range q.Answered {
		q.Answered[id] = Answered{Last: a.Last, Before: a.Last}
	}
}

func idsOf(offered []Offered) string {
	var ids []string
	for _, o := range offered {
		ids = append(ids, o.Prompt.ID)
	}
	return strings.Join(ids, " ")
}

// sorted is a list of words in the order of the alphabet.
func sorted(words string) string {
	list := strings.Fields(words)
	slices.Sort(list)
	return strings.Join(list, " ")
}

func TestOfferFits(t *testing.T) {
	roles := func() Questions {
		q := asking("s: either, mentor, mentee")
		q.prompt("mentor").Role, q.prompt("mentee").Role = ForMentor, ForMentee
		return q
	}
	tests := []struct {
		name string
		q    Questions
		o    Occasion
		want string // sorted
	}{
		{"no questions", Questions{}, Occasion{}, ""},
		{"an empty set", Questions{Sets: []PromptSet{{ID: "s"}}}, Occasion{Moment: MomentAlone}, ""},
		{"no roles", roles(), Occasion{Moment: MomentAlone}, "either mentee mentor"},
		{"mentor", roles(), Occasion{Moment: MomentAlone, Roles: []Role{RoleMentor}}, "either mentor"},
		{"mentee", roles(), Occasion{Moment: MomentAlone, Roles: []Role{RoleMentee}}, "either mentee"},
		{"mutual", roles(), Occasion{Moment: MomentAlone, Roles: []Role{RoleMutual}}, "either mentee mentor"},
		{"two roles", roles(), Occasion{Moment: MomentAlone, Roles: []Role{RoleMentee, RoleMentor}}, "either mentee mentor"},
		{"another moment", roles(), Occasion{Moment: MomentBefore}, ""},
		{"one of another moment", func() Questions {
			q := roles()
			q.prompt("mentee").Moment = MomentAfter
			return q
		}(), Occasion{Moment: MomentAfter}, "mentee"},
		{"a hidden set", func() Questions {
			q := asking("s: a, b", "hidden: c", "u: d")
			q.Sets[1].Hidden = true
			return q
		}(), Occasion{Moment: MomentAlone}, "a b d"},
		{"a hidden question", func() Questions {
			q := asking("s: a, b", "u: c")
			q.prompt("a").Hidden = true
			return q
		}(), Occasion{Moment: MomentAlone}, "b c"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, day := range []Date{evenDay(), oddDay(), {}, {2027, time.January, 1}} {
				tt.o.Day = day
				if got := sorted(idsOf(Offer(tt.q, tt.o, 99))); got != tt.want {
					t.Errorf("on %s: %q, want %q", day, got, tt.want)
				}
			}
		})
	}
}

func TestOfferOrder(t *testing.T) {
	answers := func(on Date, daysAgo map[string]int) Questions {
		q := asking("s: s1, s2, s3", "u: u1, u2", "v: v1")
		for id, days := range daysAgo {
			q.answered(id, on, days)
		}
		return q
	}
	newYear := Date{2027, time.January, 1}
	tests := []struct {
		name string
		day  Date
		ago  map[string]int
		want string // the questions that may be first
		last string // the one that must be last, "" for any
	}{
		{"nothing answered", evenDay(), nil, "s1 s2 s3 u1 u2 v1", ""},
		{"an even day brings one back", evenDay(), map[string]int{"u1": 183}, "u1", ""},
		{"an odd day does not", oddDay(), map[string]int{"u1": 183}, "s1 s2 s3 u2 v1", ""},
		{"a day too early", evenDay(), map[string]int{"u1": 182}, "s1 s2 s3 u2 v1", "u1"},
		{"a year ago", evenDay(), map[string]int{"v1": 365, "s1": 10}, "v1", "s1"},
		{"lately, the rest never", oddDay(), map[string]int{"v1": 3, "s1": 90, "u1": 1}, "s2 s3 u2", "u1"},
		{"all back, none never", oddDay(), map[string]int{"s1": 190, "s2": 200, "s3": 210, "u1": 20, "u2": 30, "v1": 40}, "s1 s2 s3", ""},
		{"one alone on its day", oddDay(), map[string]int{"s1": 90, "s2": 20, "s3": 21, "u1": 20, "u2": 30}, "v1", ""},
		{"one alone on the other day", evenDay(), map[string]int{"s1": 90, "s2": 20, "s3": 21, "u1": 1, "u2": 30}, "s1", ""},
		{"all lately, longest ago first", evenDay(), map[string]int{"s1": 1, "s2": 50, "s3": 9, "u1": 8, "u2": 7, "v1": 6}, "s2", "s1"},
		{"all lately, on a day between the second", oddDay(), map[string]int{"s1": 1, "s2": 50, "s3": 9, "u1": 8, "u2": 7, "v1": 6}, "s3", "s2"},
		{"all lately, passed over twice", evenDay(), map[string]int{"s1": 3, "s2": 50, "s3": 9, "u1": 8, "u2": 7, "v1": 6}, "u1", "s3"},
		{"New Year's Eve, an even day", newYear.AddDays(-1), map[string]int{"s1": 182, "s2": 183}, "s2", "s1"},
		{"New Year's Day, an odd one", newYear, map[string]int{"s1": 182, "s2": 184}, "s3 u1 u2 v1", "s1"},
		{"the day after", newYear.AddDays(1), map[string]int{"s1": 182, "s2": 184}, "s2", "s1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			q := answers(tt.day, tt.ago)
			got := strings.Fields(idsOf(Offer(q, Occasion{Day: tt.day, Moment: MomentAlone}, 99)))
			if len(got) != 6 {
				t.Fatalf("offers %q, want each of the six once", got)
			}
			if !slices.Contains(strings.Fields(tt.want), got[0]) {
				t.Errorf("first is %q of %q, want one of %q", got[0], got, tt.want)
			}
			if tt.last != "" && got[5] != tt.last {
				t.Errorf("last is %q of %q, want %q", got[5], got, tt.last)
			}
		})
	}
}

func TestOfferSince(t *testing.T) {
	day := evenDay()
	first := func(q Questions) Offered { return Offer(q, Occasion{Day: day, Moment: MomentAlone}, 1)[0] }

	t.Run("never", func(t *testing.T) {
		if got := first(asking("s: a")); !got.Since.IsZero() || got.Today {
			t.Errorf("%+v", got)
		}
	})
	t.Run("answered today it stays", func(t *testing.T) {
		q := asking("s: a, b, c", "u: d, e, f")
		q.answered("b", day, 200)
		was := first(q)
		q.answered(was.Prompt.ID, day, 0)
		is := first(q)
		if was.Today || !is.Today || is.Prompt.ID != was.Prompt.ID || !is.Since.Equal(was.Since) || is.Since.IsZero() {
			t.Errorf("%+v was offered, and after the answer %+v", was, is)
		}
	})
	t.Run("answered today for the first time it stays", func(t *testing.T) {
		q := asking("s: a, b, c", "u: d, e, f")
		was := first(q)
		q.answered(was.Prompt.ID, day, 0)
		if is := first(q); !is.Today || is.Prompt.ID != was.Prompt.ID || !is.Since.IsZero() {
			t.Errorf("%+v was offered, and after the answer %+v", was, is)
		}
	})
	t.Run("another answered today changes nothing", func(t *testing.T) {
		q := asking("s: a, b, c", "u: d, e, f")
		was := idsOf(Offer(q, Occasion{Day: day, Moment: MomentAlone}, 9))
		q.answered(strings.Fields(was)[3], day, 0)
		if is := idsOf(Offer(q, Occasion{Day: day, Moment: MomentAlone}, 9)); is != was {
			t.Errorf("%q, before the answer %q", is, was)
		}
	})
	t.Run("the day of an answer is that where it was written", func(t *testing.T) {
		west := time.FixedZone("", -10*3600)
		q := asking("s: a, b, c, d")
		// In the west it was still the evening 183 days ago; in London it was the next day.
		late := time.Date(2026, time.May, 22, 23, 30, 0, 0, west)
		q.Answered["b"] = Answered{Last: late, Before: late}
		if got := first(q); got.Prompt.ID != "b" || !got.Since.Equal(late) {
			t.Errorf("%+v, want b to be back", got)
		}
		q.Answered["b"] = Answered{Last: late.UTC(), Before: late.UTC()}
		if got := first(q); got.Prompt.ID == "b" {
			t.Error("b is back, though it was answered 182 days ago")
		}
	})
}

func TestOfferHowMany(t *testing.T) {
	q := asking("s: a, b, c", "u: d, e")
	q.answered("a", evenDay(), 300)
	q.answered("e", evenDay(), 30)
	for n, want := range []int{0, 1, 2, 3, 4, 5, 5, 5} {
		got := strings.Fields(idsOf(Offer(q, Occasion{Day: evenDay(), Moment: MomentAlone}, n)))
		if distinct := slices.Compact(slices.Sorted(slices.Values(got))); len(got) != want || len(distinct) != want {
			t.Errorf("asked for %d, it offers %q", n, got)
		}
	}
	if got := Offer(q, Occasion{Day: evenDay(), Moment: MomentAlone}, -1); len(got) > 0 {
		t.Errorf("asked for less than none, it offers %q", idsOf(got))
	}
}

// made is a set of questions with some history, by chance but the same every time.
func made(r *rand.Rand, on Date) (q Questions, count int) {
	var sets []string
	for s := range 1 + r.IntN(6) {
		var prompts []string
		for range 1 + r.IntN(8) {
			prompts = append(prompts, fmt.Sprint("p", count))
			count++
		}
		sets = append(sets, fmt.Sprint("s", s, ": ", strings.Join(prompts, ", ")))
	}
	q = asking(sets...)
	share := r.IntN(11)
	for i := range count {
		if r.IntN(10) < share {
			q.answered(fmt.Sprint("p", i), on, 1+r.IntN(400))
		}
	}
	return q, count
}

func TestOfferOverTime(t *testing.T) {
	first := func(q Questions, on Date) string {
		return Offer(q, Occasion{Day: on, Moment: MomentAlone}, 1)[0].Prompt.ID
	}
	t.Run("without answering every question has its turn, none two days running", func(t *testing.T) {
		r := rand.New(rand.NewPCG(1, 2))
		for range 60 {
			begin := evenDay().AddDays(r.IntN(2000))
			q, count := made(r, begin)
			seen, before := map[string]bool{}, ""
			for day := range 400 {
				id := first(q, begin.AddDays(day))
				if id == before && count > 1 {
					t.Fatalf("%s comes on %s and the day before, of %+v", id, begin.AddDays(day), q.Answered)
				}
				seen[id], before = true, id
			}
			if len(seen) != count {
				t.Fatalf("%d of %d came within 400 days, of %+v", len(seen), count, q.Answered)
			}
		}
	})
	t.Run("answering each day every question comes within half a year", func(t *testing.T) {
		r := rand.New(rand.NewPCG(3, 4))
		for range 40 {
			begin := evenDay().AddDays(r.IntN(2000))
			q, count := made(r, begin)
			seen := map[string]bool{}
			for day := range ReturnDays {
				id := first(q, begin.AddDays(day))
				seen[id] = true
				q.answered(id, begin.AddDays(day), 0)
				q.nextDay()
			}
			if len(seen) != count {
				t.Fatalf("%d of %d came within half a year", len(seen), count)
			}
		}
	})
	t.Run("what comes back does so within days", func(t *testing.T) {
		for _, answering := range []bool{false, true} {
			var others []string
			for i := range 120 {
				others = append(others, fmt.Sprint("p", i))
			}
			q := asking("s: a, b, c, d, e, f", "u: g, h, "+strings.Join(others, ", "))
			begin := evenDay()
			backOn := map[string]int{}
			for i, id := range []string{"b", "g", "e"} {
				q.answered(id, begin, 170-20*i)
				backOn[id] = ReturnDays - 170 + 20*i
			}
			for day := range 100 {
				id := first(q, begin.AddDays(day))
				if due, waits := backOn[id]; waits {
					if day < due || day > due+7 {
						t.Errorf("%s, half a year old after %d days, comes after %d", id, due, day)
					}
					delete(backOn, id)
				}
				if answering {
					q.answered(id, begin.AddDays(day), 0)
					q.nextDay()
				}
			}
			if len(backOn) > 0 {
				t.Errorf("%v never came back", backOn)
			}
		}
	})
	t.Run("answering now and then the order is kept", func(t *testing.T) {
		q := asking("s: a, b, c, d, e", "u: f, g, h, i, j", "v: k, l, m, n, o")
		begin, before, last := evenDay(), "", ""
		for day := range 1000 {
			on := begin.AddDays(day)
			id := first(q, on)
			if id == before && last != before {
				t.Fatalf("%s comes on %s and the day before, unanswered", id, on)
			}
			before, last = id, ""
			if day%9 == 4 {
				q.answered(id, on, 0)
				last = id
			}
			q.nextDay()
		}
	})
	t.Run("answering others what is passed over hardly ever comes the next day", func(t *testing.T) {
		r := rand.New(rand.NewPCG(5, 6))
		q := asking("s: a, b, c, d, e, f, g", "u: h, i, j, k, l, m, n", "v: o, p, q, r, s, t, u")
		before, twice := "", 0
		for day := range 1000 {
			on := evenDay().AddDays(day)
			id := first(q, on)
			if id == before {
				twice++
			}
			before = id
			if other := string(rune('a' + r.IntN(21))); other != id {
				q.answered(other, on, 0)
			}
			q.nextDay()
		}
		if twice > 50 {
			t.Errorf("on %d of a thousand days comes what was passed over the day before", twice)
		}
	})
	t.Run("the sets take turns", func(t *testing.T) {
		q := asking("s: a, b, c", "u: d, e, f", "v: g, h, i")
		before := ""
		for day := range 60 {
			p, _ := q.Prompt(first(q, evenDay().AddDays(day)))
			if p.SetID == before {
				t.Errorf("set %s has day %d and the one before", before, day)
			}
			before = p.SetID
		}
	})
}
