package tui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/widget"
)

// reviewsPart is the looks at a relationship, on its page: what is planned first, then those held.
type reviewsPart struct {
	env     *Env
	rel     journal.RelationshipSummary
	reviews []journal.Review
	due     journal.Date // when the next one comes round where none is planned, zero for never
	list    widget.List
	want    int64 // the review the cursor goes to once it is there
}

func newReviewsPart(env *Env) *reviewsPart { return &reviewsPart{env: env} }

func (p *reviewsPart) title() string { return "reviews" }
func (p *reviewsPart) count() int    { return len(p.reviews) }
func (p *reviewsPart) move(n int)    { p.list.Move(n) }

func (p *reviewsPart) read(ctx context.Context, st *store.Store, rel journal.RelationshipSummary) (func(), error) {
	reviews, err := st.Reviews(ctx, rel.ID)
	if err != nil {
		return nil, err
	}
	standings, err := st.Standings(ctx, []int64{rel.ID})
	if err != nil {
		return nil, err
	}
	return func() {
		was := p.chosen()
		if p.want != 0 {
			was, p.want = &journal.Review{ID: p.want}, 0
		}
		p.rel, p.reviews, p.due = rel, reviews, journal.Date{}
		if planned(reviews).ID == 0 {
			p.due = journal.ReviewDue(rel.Relationship, standings[rel.ID])
		}
		p.list.SetLen(len(reviews))
		if was == nil {
			return
		}
		if i := slices.IndexFunc(reviews, func(v journal.Review) bool { return v.ID == was.ID }); i >= 0 {
			p.list.At = i
		}
	}, nil
}

// planned is the review that is planned next, one without an ID for none.
func planned(all []journal.Review) journal.Review {
	for _, v := range all {
		if !v.Held() {
			return v
		}
	}
	return journal.Review{}
}

// chosen is the review the cursor is on, nil for none.
func (p *reviewsPart) chosen() *journal.Review { return rowAt(p.list.At, p.reviews, nil) }

func (p *reviewsPart) actions() []Action {
	rel, next := p.rel, planned(p.reviews)
	none, v := "", p.chosen()
	if v == nil {
		none, v = "There is no review yet; "+p.env.key("plan review", "+")+" plans one, "+p.env.key("review now", "w")+" holds one now.", &journal.Review{}
	}
	review := *v
	open := Action{ID: "read review", Group: groupHere, Keys: []string{"enter"}, Name: "read", Help: "the whole review", Foot: none == "", Disabled: none, Run: func() tea.Cmd { return push(NewHeldReview(p.env, review.ID)) }}
	edit := Action{ID: "edit review", Group: groupHere, Writes: true, Keys: []string{"e"}, Name: "edit", Help: "write on in this review", Disabled: none, Run: func() tea.Cmd { return push(NewReview(p.env, rel.ID, review.ID)) }}
	if none == "" && !review.Held() {
		open = Action{ID: "hold review", Group: groupHere, Writes: true, Keys: []string{"enter"}, Name: "hold it", Help: "write the review that is planned", Foot: true, Run: func() tea.Cmd { return push(NewReview(p.env, rel.ID, review.ID)) }}
		edit.Name, edit.Help, edit.Run = "move", "to another day", func() tea.Cmd { return askReviewDay(p.env, rel, next.Due) }
	}
	plan := Action{ID: "plan review", Group: groupHere, Writes: true, Keys: []string{"+"}, Name: "plan one", Help: "a day to look at how it goes between you", Foot: true, Run: func() tea.Cmd { return askReviewDay(p.env, rel, next.Due) }}
	if next.ID != 0 {
		plan.Name, plan.Help = "move it", "take the one that is planned to another day"
	}
	if !rel.State.Open() {
		plan.Foot, plan.Disabled = false, "Nothing is planned with somebody it has ended with; "+p.env.key("ending", "F")+" begins it again."
	}
	return []Action{
		open, plan,
		{ID: "review now", Group: groupHere, Writes: true, Keys: []string{"w"}, Name: "hold one now", Help: "look at how it goes between you, planned or not", Foot: true, Run: func() tea.Cmd { return push(NewReview(p.env, rel.ID, 0)) }},
		edit,
		{ID: "delete review", Group: groupHere, Writes: true, Keys: []string{"D"}, Name: "delete", Help: "take this review out of the journal", Disabled: none, Run: func() tea.Cmd { return askDeleteReview(p.env, review, nil) }},
	}
}

// askDeleteReview takes a review out of the journal; going is run once it is meant.
func askDeleteReview(env *Env, v journal.Review, going func()) tea.Cmd {
	title, body := "Delete this review?", "Its words go, with what lifted from them and is still open. What it decided stays as it is. "+env.key("undo", "u")+" brings all of it back."
	if !v.Held() {
		title, body = "Plan it no more?", "The planned review goes. "+env.key("undo", "u")+" brings it back."
	}
	return ask(newConfirm(title, body, "delete", func() tea.Cmd {
		if going != nil {
			going()
		}
		return write(env, "Deleted. "+env.key("undo", "u")+" brings it back.", func(ctx context.Context) error { return env.Store.DeleteReview(ctx, v.ID) })
	}))
}
