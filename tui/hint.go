package tui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// softly is what the first page says softly besides what is to do: how each relationship stands,
// what is worth saying about it, and which side nobody is on.
type softly struct {
	standings map[int64]journal.Standing
	of        map[int64]journal.Hint // by the id of the relationship
	direction journal.Hint           // its Key is "" where there is somebody on both sides
}

// readSoftly reads it for the people that are shown, and how those stand that have a day coming.
func readSoftly(ctx context.Context, env *Env, day journal.Date, t journal.Today) (s softly, err error) {
	var ids []int64
	var uids []string
	for _, r := range t.People {
		ids, uids = append(ids, r.ID), append(uids, r.UID)
	}
	for _, r := range t.Coming {
		if !slices.Contains(ids, r.ID) {
			ids = append(ids, r.ID)
		}
	}
	if s.standings, err = env.Store.Standings(ctx, ids); err != nil {
		return s, err
	}
	told, err := env.Store.Hints(ctx, uids)
	if err != nil {
		return s, err
	}
	s.of = map[int64]journal.Hint{}
	for _, h := range journal.Hints(day, t.People, s.standings, told) {
		switch {
		case h.Kind == journal.HintDirection:
			if t.MorePeople == 0 { // else somebody on that side may be among them
				s.direction = h
			}
		default:
			s.of[h.RelationshipID] = h
		}
	}
	return s, nil
}

func (s *softly) any() bool { return len(s.of) > 0 || s.direction.Key != "" }

// energies are those after the last conversations of a relationship, oldest first.
func (s *softly) energies(relationship int64) []int {
	e := slices.Clone(s.standings[relationship].Energies)
	slices.Reverse(e)
	return e
}

// remember notes that the empty side was spoken of, so that it is not on every day. Nothing is said
// where that cannot be noted: it is then only spoken of again.
func (s *softly) remember(env *Env) tea.Cmd {
	key, day := s.direction.Key, env.Day()
	if key == "" {
		return nil
	}
	return aside(func() tea.Msg {
		_ = env.Store.ShowHint(env.Ctx, key, day)
		return nil
	})
}

// hintDoing is what one key does about a hint.
type hintDoing struct {
	name string // for the foot
	says string // after the key, in the sentence that has the reason
	run  func() tea.Cmd
}

// doing is what the key w does about a hint.
func (s *softly) doing(env *Env, h journal.Hint, r journal.RelationshipSummary) hintDoing {
	planned := s.standings[r.ID].Planned
	switch {
	case h.Kind == journal.HintDirection:
		return hintDoing{"people", env.key("act", "w") + " opens the people", func() tea.Cmd { return push(NewPeople(env)) }}
	case h.Kind == journal.HintAsk:
		return hintDoing{askingWords(r.Role).asked, env.key("act", "w") + " notes it, or another day", func() tea.Cmd { return askAsked(env, r) }}
	case h.Kind == journal.HintDrifted:
		return hintDoing{"next day", env.key("act", "w") + " sets the next day", func() tea.Cmd { return askComingDay(env, r) }}
	case h.Kind == journal.HintTrial, h.Kind == journal.HintReview && !planned.IsZero():
		return hintDoing{"hold review", env.key("act", "w") + " holds a review", func() tea.Cmd { return holdReview(env, r.ID) }}
	}
	return hintDoing{"plan review", env.key("act", "w") + " plans a review", func() tea.Cmd { return askReviewDay(env, r, planned) }}
}

// reason is the sentence about a hint, with its keys.
func (s *softly) reason(env *Env, h journal.Hint, r journal.RelationshipSummary) string {
	does := s.doing(env, h, r).says
	if h.Kind == journal.HintDirection {
		return does + ", where " + env.key("add", "+") + " adds somebody; " + env.key("no", "!") + " says no for half a year"
	}
	return env.Dates.HintReason(h, r.Relationship, env.Day()) + "; " + does + ", " + env.key("no", "!") + " says no"
}

// dismiss tells a hint no.
func dismiss(env *Env, h journal.Hint) tea.Cmd {
	said := "It is not said again. " + env.key("undo", "u") + " brings it back."
	switch h.Kind {
	case journal.HintDirection:
		said = "It is not said for half a year. " + env.key("undo", "u") + " brings it back."
	case journal.HintReview:
		said = "Not this time, only when the next comes round. " + env.key("undo", "u") + " brings it back."
	}
	return write(env, said, func(ctx context.Context) error { return env.Store.DismissHint(ctx, h.Key) })
}

// askComingDay sets the day of the next conversation; one that has passed is not proposed again.
func askComingDay(env *Env, r journal.RelationshipSummary) tea.Cmd {
	if r.NextSession.Before(env.Day()) {
		r.NextSession = journal.Date{}
	}
	return askNextDay(env, r)
}
