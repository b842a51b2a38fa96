package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"bothways/journal"
)

// TestPurgeUndoneRandom keeps, undoes and purges at random: no word that was undone and purged stays in
// the file, no word that stands goes, and undo and redo fail in no other way than by saying why.
func TestPurgeUndoneRandom(t *testing.T) {
	ctx := context.Background()
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 7))
			s := MustOpen(t)
			var words []string
			word := func() string {
				words = append(words, fmt.Sprintf("word%dx", len(words)))
				return words[len(words)-1]
			}
			said := func(_ journal.Step, _ bool, err error) {
				if err != nil && journal.ErrorCode(err) != journal.CodeConflict {
					t.Fatal(err)
				}
			}
			for range 60 {
				sessions, _ := must2(s.Sessions(ctx, SessionQuery{}))(t)
				switch n := r.IntN(10); {
				case n < 3 || len(sessions) == 0:
					d := must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), Writer: "w", Typed: 1, PersonName: "Ada", Role: journal.RoleMentee, Text: word()}))(t)
					must(s.KeepNote(ctx, journal.Note{PersonName: fmt.Sprint("Ada ", r.IntN(3)), Role: journal.RoleMentee, Text: d.Text + "\n- [ ] do " + word(), DraftUID: d.UID, DraftWriter: "w", DraftTyped: 2}))(t)
				case n < 5:
					v := sessions[r.IntN(len(sessions))]
					must(s.KeepNote(ctx, journal.Note{SessionID: v.ID, Text: v.Note + "\n" + word()}))(t)
				case n < 6:
					ok(t, s.DeleteSession(ctx, sessions[r.IntN(len(sessions))].ID))
				case n < 8:
					said(s.Undo(ctx))
				case n < 9:
					said(s.Redo(ctx))
				default:
					if p := must(s.Purgeable(ctx, PurgeQuery{All: true}))(t); len(p.Things) > 0 {
						purge(t, s, PurgeQuery{All: true})
					}
				}
			}
			// Drafts that were offered again go as well, so that only what stands has words.
			for _, d := range must(s.Drafts(ctx, 0))(t) {
				ok(t, s.SetDraftAside(ctx, d.ID))
			}
			if len(must(s.Trash(ctx))(t)) > 0 {
				purge(t, s, PurgeQuery{All: true})
			}
			wantTrash(t, s)
			stands := dump(t, s)
			for _, w := range words {
				in := len(inFiles(t, s, w)) > 0
				shown := scalar(t, s, fmt.Sprintf(`SELECT (SELECT count(*) FROM session WHERE deleted_at IS NULL AND instr(note, '%[1]s')) + (SELECT count(*) FROM action WHERE deleted_at IS NULL AND instr(text, '%[1]s'))
					+ (SELECT count(*) FROM history h JOIN step s ON s.id = h.step_id WHERE s.state = 'done' AND instr(ifnull(h.before, ''), '%[1]s'))`, w)) > 0
				if in != shown {
					t.Errorf("%s is in the file: %v, and stands: %v", w, in, shown)
				}
			}
			for range 80 {
				said(s.Undo(ctx))
			}
			wantSound(t, s)
			if stands == "" {
				t.Error("nothing stands")
			}
		})
	}
}
