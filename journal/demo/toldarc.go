package demo

import (
	"slices"
	"strings"
	"time"

	"bothways/journal"
)

// foundAndEnded sets how a relationship was found and how it ended.
func (t *told) foundAndEnded(r *relation, rel *journal.Relationship) error {
	for _, day := range []struct {
		days int
		to   *journal.Date
	}{{r.asked, &rel.AskedOn}, {r.trial, &rel.TrialUntil}, {r.ended, &rel.EndedOn}} {
		if day.days > 0 {
			*day.to = t.day(r, day.days)
		}
	}
	if r.suggested == "" {
		return nil
	}
	n := t.named(r.suggested)
	if n < 0 || t.relationships[n].State != journal.StateDeclined {
		return r.errorf("nobody called %s declined in an earlier file.", r.suggested)
	}
	rel.SuggestedIn = t.relationships[n].ID
	return nil
}

// named is the index of a person, below 0 where there is none.
func (t *told) named(name string) int {
	return slices.IndexFunc(t.people, func(p journal.Person) bool { return p.Name == name })
}

// arc adds what relation i has besides its conversations. numbers are the ids of those.
func (t *told) arc(s *story, i int, numbers map[[2]int]int64) error {
	r, rel := &s.relations[i], t.relationships[i]
	if m := r.match; !m.IsZero() {
		m.RelationshipID = rel.ID
		t.matches = append(t.matches, m)
	}
	for _, a := range r.agreements {
		at := t.clock(t.dayOf(r, a.days), 20, 30)
		says := a.says
		t.ids.agreement++
		says.ID, says.UID, says.RelationshipID = t.ids.agreement, t.arcUIDs.at(at), rel.ID
		says.On, says.UpdatedAt = journal.DateOf(at), at
		t.agreements = append(t.agreements, says)
	}
	for _, g := range r.goals {
		t.goals = append(t.goals, t.goal(r, i, g, numbers))
	}
	for _, v := range r.reviews {
		if err := t.review(v, rel.ID); err != nil {
			return err
		}
	}
	for k, e := range r.entries {
		c := t.conversations[numbers[[2]int{i, k}]-1]
		for _, f := range e.advice {
			if err := t.advise(f, c, t.relationships[i], t.people[i].Name); err != nil {
				return err
			}
		}
	}
	return nil
}

// dayOf is the day so many days before the last: that of the conversation counted so, else the day
// itself.
func (t *told) dayOf(r *relation, before int) journal.Date {
	if r.entryOf(before) >= 0 {
		return t.day(r, before)
	}
	return t.last.AddDays(-before)
}

// entryOf is the index of the conversation so many days before the last, below 0 where there is none.
func (r *relation) entryOf(before int) int {
	return slices.IndexFunc(r.entries, func(e entry) bool { return e.days == before })
}

// goal is a goal of relation i with its notes.
func (t *told) goal(r *relation, i int, g goal, numbers map[[2]int]int64) journal.Goal {
	out := g.says
	t.ids.goal++
	out.CreatedAt = t.clock(t.dayOf(r, g.days), 20, 40)
	out.ID, out.UID, out.RelationshipID = t.ids.goal, t.arcUIDs.at(out.CreatedAt), t.relationships[i].ID
	if g.closed > 0 {
		out.ClosedAt = t.clock(t.dayOf(r, g.closed), 20, 50)
	}
	for _, n := range g.notes {
		on := t.dayOf(r, n.days)
		t.ids.goalNote++
		note := journal.GoalNote{ID: t.ids.goalNote, UID: t.arcUIDs.at(noteTime(on, t.zone)), GoalID: out.ID, On: on, Text: n.text}
		if k := r.entryOf(n.days); k >= 0 {
			c := t.conversations[numbers[[2]int{i, k}]-1].Session
			note.SessionID, note.SessionUID = c.ID, c.UID
		}
		out.Notes = append(out.Notes, note)
	}
	slices.Reverse(out.Notes)
	return out
}

// noteTime is when a progress note of a day is taken to be written: it has a day and no time.
func noteTime(on journal.Date, zone *time.Location) time.Time {
	return time.Date(on.Year, on.Month, on.Day, 20, 45, 0, 0, zone)
}

// review adds a review.
func (t *told) review(v review, relationship int64) error {
	t.ids.review++
	out := journal.Review{ID: t.ids.review, RelationshipID: relationship, Decision: v.decision, Rev: 1}
	if v.planned {
		out.Due = t.last.AddDays(-v.due)
	}
	out.CreatedAt = t.clock(t.last.AddDays(-max(v.due, 1)), 20, 55)
	if v.days > 0 {
		out.HeldAt = t.clock(t.last.AddDays(-v.days), v.hour, v.minute)
		out.CreatedAt = out.HeldAt
	}
	out.UID = t.arcUIDs.at(out.CreatedAt)
	text := slices.Clone(v.lines)
	for i, l := range text {
		id, ok := strings.CutPrefix(l.text, "prompt: ")
		if !ok {
			continue
		}
		prompt, err := t.built.prompt(l.place, id)
		if err != nil {
			return err
		}
		text[i].text = "## " + prompt.Text
	}
	out.Text = joined(text)
	if err := out.Validate(); err != nil {
		return v.errorf("%s", journal.ErrorMessage(err))
	}
	t.reviews = append(t.reviews, out)
	return nil
}

// advise adds what came of something received in a conversation.
func (t *told) advise(f adviceFate, c Conversation, from journal.Relationship, name string) error {
	var got []journal.Exchange
	for _, e := range c.Exchanges {
		if e.Direction == journal.Got {
			got = append(got, e)
		}
	}
	if f.which < 1 || f.which > len(got) {
		return f.errorf("the note has %d lines received.", len(got))
	}
	e := got[f.which-1]
	on := journal.DateOf(c.Session.At).AddDays(f.after)
	if on.After(t.last) {
		return f.errorf("%d days after is beyond the last day of the journal.", f.after)
	}
	t.ids.advice++
	out := journal.Advice{
		ID: t.ids.advice, UID: t.arcUIDs.at(noteTime(on, t.zone)), ExchangeID: e.ID, Text: e.Text,
		FromUID: from.UID, FromName: name, Kind: journal.AdviceTried, Outcome: f.outcome, On: on,
	}
	if f.to != "" {
		n := t.named(f.to)
		if n < 0 {
			return f.errorf("there is nobody called %s in the story.", f.to)
		}
		out.Kind, out.ToID, out.ToUID, out.ToName = journal.AdvicePassed, t.relationships[n].ID, t.relationships[n].UID, f.to
	}
	t.advice = append(t.advice, out)
	return nil
}
