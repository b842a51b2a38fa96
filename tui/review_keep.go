package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// askDecision asks what the review came to and when the next one is, and keeps it. What was said
// here once stands there again where it is asked a second time.
func (s *ReviewScreen) askDecision() tea.Cmd {
	if !s.ready || s.saver.keeping || s.saver.leaving {
		return nil
	}
	today, planned := s.env.Day(), s.planned.Due
	if !s.asked {
		s.decision, s.next = s.review.Decision, planned.String()
	}
	return ask(newForm("What was decided?", []field{
		{key: "decision", label: "decided", value: string(s.decision), choices: decisionChoices()},
		{key: "next", label: "next review", hint: "in 2 months · 1 feb · or none", value: s.next, echo: comingDayEcho(planned, today)},
	}, func(v values) tea.Cmd {
		s.decision, s.next, s.asked = journal.Decision(v.text("decision")), v.text("next"), true
		if s.wordless() && s.decision == "" {
			return send(sayMsg{text: "There are neither words nor a decision yet, so there is nothing to keep.", bad: true})
		}
		day, _ := typedDate(s.next, today)
		return s.keepBy(keepReview(s.env, s.decision, s.planned, day))
	}))
}

// keepReview keeps a review with what was decided, and plans the next one for a day where that is
// another one than it is planned for; a zero day plans it no more.
func keepReview(env *Env, decided journal.Decision, planned journal.Review, next journal.Date) func(context.Context, journal.Draft) (int64, journal.Came, error) {
	st := env.Store
	return func(ctx context.Context, d journal.Draft) (int64, journal.Came, error) {
		var came journal.Came
		kept, err := st.KeepReview(ctx, d, decided)
		if err != nil {
			return 0, came, err
		}
		switch {
		case next == planned.Due:
		case next.IsZero():
			err = st.DeleteReview(ctx, planned.ID)
		default:
			err = st.PlanReview(ctx, kept.RelationshipID, next)
		}
		if err != nil { // the words are kept; that alone is to be said
			came.Notices = append(came.Notices, journal.Notice{Text: "The next one could not be planned: " + journal.ErrorMessage(err)})
		}
		return kept.ID, came, nil
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
	said, cmd := s.wasKept(m)
	if said == "" {
		return cmd
	}
	anew, open := s.decision != s.review.Decision, s.rel.State.Open()
	switch {
	case anew && open && s.decision == journal.DecisionEnd:
		return inOrder(s.close(), send(changedMsg{say: said}), push(NewEnding(s.env, s.rel.ID)))
	case anew && open && s.decision == journal.DecisionPause && s.rel.State != journal.StatePaused:
		said += " It is paused now."
	}
	return inOrder(s.close(), send(changedMsg{say: said}))
}
