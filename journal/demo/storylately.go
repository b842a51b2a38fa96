package demo

import (
	"slices"

	"bothways/journal"
)

// lately is the story without what is more than so many days before the last. Who was talked with before
// begins on the day of the first conversation that is left: what was agreed on and worked toward by then
// stands on that day, and what was over by then is left out, as is who is talked with no more.
func (s *story) lately(days int) *story {
	out := &story{}
	first := map[string]int{} // of those who are left, in days before the last
	for _, r := range s.relations {
		r.entries = slices.Clone(r.entries)
		r.entries = slices.DeleteFunc(r.entries, func(e entry) bool { return e.days > days })
		switch {
		case len(r.entries) > 0:
			r.since(r.entries[0].days)
			first[r.person.Name] = r.entries[0].days
		case !r.untold():
			continue
		default:
			first[r.person.Name] = days
		}
		out.relations = append(out.relations, r)
	}
	for _, r := range out.relations {
		for i := range r.entries {
			r.entries[i].advice = slices.DeleteFunc(slices.Clone(r.entries[i].advice), func(f adviceFate) bool {
				_, there := first[f.to]
				return f.to != "" && !there
			})
		}
	}
	for _, r := range s.reflections {
		if begun, there := first[r.about]; r.days <= days && (r.about == "" || there && r.days <= begun) {
			out.reflections = append(out.reflections, r)
		}
	}
	return out
}

// since leaves of what a relationship has besides its conversations what there is from a day on.
func (r *relation) since(days int) {
	var agreements []agreed
	for _, a := range r.agreements { // the oldest first
		if a.days >= days {
			a.days, agreements = days, nil
		}
		agreements = append(agreements, a)
	}
	r.agreements = agreements
	var goals []goal
	for _, g := range r.goals {
		if g.says.State != journal.GoalOpen && g.closed > days {
			continue
		}
		g.days = min(g.days, days)
		g.notes = slices.DeleteFunc(slices.Clone(g.notes), func(n goalNote) bool { return n.days > days })
		goals = append(goals, g)
	}
	r.goals = goals
	r.reviews = slices.DeleteFunc(slices.Clone(r.reviews), func(v review) bool { return v.days > days })
}

// conversations is how many there are.
func (s *story) conversations() (n int) {
	for _, r := range s.relations {
		n += len(r.entries)
	}
	return n
}
