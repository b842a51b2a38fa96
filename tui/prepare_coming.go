package tui

import (
	"context"

	"bothways/journal"
)

// comingWith is what is coming with one person.
func comingWith(ctx context.Context, env *Env, r journal.RelationshipSummary) ([]journal.Coming, error) {
	standings, err := env.Store.Standings(ctx, []int64{r.ID})
	return journal.Comings(env.Day(), r.Relationship, standings[r.ID]), err
}
