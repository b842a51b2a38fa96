package demo

import (
	"time"

	"bothways/journal"
)

// reflect writes the next reflection, on the evening after the last conversation or the next
// morning, about one of the people there are at the time or about nobody.
func (g *growth) reflect(to Sink) error {
	r := g.chance
	sat := &g.chairs[r.IntN(len(g.chairs))]
	for sat.bond == nil {
		sat = &g.chairs[r.IntN(len(g.chairs))]
	}
	b := sat.bond
	about := r.IntN(20) < 9
	at := time.Date(g.last.Year(), g.last.Month(), g.last.Day(), 21, 0, 0, 0, g.zone)
	if r.IntN(4) == 0 {
		at = at.AddDate(0, 0, 1).Add(-15 * time.Hour)
	}
	at = at.Add(time.Duration(r.IntN(150)) * time.Minute)

	t := g.text[:0]
	words, length := 0, reflectionLength(r.Float64())
	add := func(line template) {
		t = line.appendTo(t, &b.cast, r)
		words += line.words
	}
	asked, first, answers := g.asked(b, about)
	if answers {
		add(first)
	} else if about {
		add(g.aboutSome.deal(r))
	} else {
		add(g.aboutNone.deal(r))
	}
	for pause := 1 + r.IntN(2); words < length-20; pause-- {
		if pause == 0 {
			t = append(t, "\n\n"...)
			pause = 1 + r.IntN(3)
		} else {
			t = append(t, ' ')
		}
		if about && r.IntN(5) == 0 {
			add(g.aboutSome.deal(r))
		} else {
			add(g.aboutNone.deal(r))
		}
	}
	g.text = t

	g.reflected++
	g.ids.reflection++
	out := journal.Reflection{ID: g.ids.reflection, UID: g.uids.at(at), Asked: asked, Text: string(t), At: at}
	if about {
		out.PersonID = b.person.ID
	}
	if r.IntN(3) > 0 {
		out.Seconds = 60 * (1 + r.IntN(12))
	}
	out.CreatedAt = at.Add(time.Duration(out.Seconds) * time.Second)
	return to.Reflection(out)
}

// reflectionLength is about how many words a reflection has, for a chance between 0 and 1.
func reflectionLength(chance float64) int {
	switch {
	case chance < 0.25:
		return 20 + int(chance/0.25*30)
	case chance < 0.75:
		return 60 + int((chance-0.25)/0.5*90)
	}
	return 150 + int((chance-0.75)/0.25*150)
}
