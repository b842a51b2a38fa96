package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// decidedBefore is what had been decided, and for when the next review was planned. Both may change
// elsewhere while they are asked for, and only what is changed here is set.
type decidedBefore struct {
	decision journal.Decision
	next     journal.Date
}

// askDecision asks what the review came to and when the next one is, and keeps it. What was said
// here once stands there again where it is asked a second time.
func (s *ReviewScreen) askDecision() tea.Cmd {
	if !s.ready || s.saver.keeping || s.saver.leaving {
		return nil
	}
	if s.draft.Kind == journal.DraftNote {
		return say("Nobody is named here any more, so it is no review; esc leaves the words on the first page, as a note.")
	}
	today := s.env.Day()
	if !s.asked {
		s.before = decidedBefore{s.review.Decision, s.planned.Due}
		s.decision, s.next = s.review.Decision, s.planned.Due.String()
	}
	fields := []field{{key: "decision", label: "decided", value: string(s.decision), choices: decisionChoices()}}
	if s.rel.State.Open() {
		fields = append(fields, field{key: "next", label: "next review", hint: "in 2 months · 1 feb · or none", value: s.next, echo: comingDayEcho(s.env.Dates, s.before.next, today)})
	}
	return ask(newForm("What was decided?", fields, func(v values) tea.Cmd {
		s.decision, s.next, s.asked = journal.Decision(v.text("decision")), v.text("next"), true
		if s.wordless() && s.decision == "" {
			return send(sayMsg{text: "There are neither words nor a decision yet, so there is nothing to keep.", bad: true})
		}
		day, _ := typedDate(s.next, today)
		return s.keepBy(keepReview(s.env, s.decision, s.before, day))
	}))
}

// keepReview keeps a review with what was decided, and with the day of the next one where that is
// another one than it was planned for; a zero day plans it no more.
func keepReview(env *Env, decided journal.Decision, before decidedBefore, next journal.Date) keepFunc {
	return func(ctx context.Context, d journal.Draft) (keptAs, error) {
		d.Decided = &before.decision
		if next != before.next {
			d.Next = &next
		}
		kept, err := env.Store.KeepReview(ctx, d, decided)
		return keptAs{id: kept.ID, edit: editOfReview(kept.Review), came: kept.Came}, err
	}
}

func decisionChoices() []choice {
	out := []choice{{"", "nothing"}}
	for _, d := range journal.Decisions() {
		out = append(out, choice{string(d), string(d)})
	}
	return out
}

// afterKeeping leaves the page; where an end was decided anew the page for it opens.
func (s *ReviewScreen) afterKeeping(m wordsKept) tea.Cmd {
	anew, open := s.decision != s.before.decision, s.rel.State.Open()
	if m.err == nil {
		s.ends = s.decision == journal.DecisionEnd && (anew || s.ends)
	}
	said, cmd := s.wasKept(m)
	if said == "" {
		s.asked = s.asked && m.err != nil // more words are kept with what stands in the journal by then
		return cmd
	}
	switch {
	case s.ends && open:
		return inOrder(s.close(), send(changedMsg{say: said}), push(NewEnding(s.env, s.rel.ID)))
	case anew && open && s.decision == journal.DecisionPause && s.rel.State != journal.StatePaused:
		said += " It is paused now."
	}
	return inOrder(s.close(), send(changedMsg{say: said}))
}
