package store

import (
	"context"
	"slices"
	"testing"

	"bothways/journal"
)

func TestAgreement(t *testing.T) {
	ctx := context.Background()
	words := func(t *testing.T, s *Store, rel int64, want ...string) []journal.Agreement {
		t.Helper()
		all := must(s.Agreements(ctx, rel))(t)
		var got []string
		for _, a := range all {
			got = append(got, a.On.String()+" "+a.Often)
		}
		if !slices.Equal(got, want) {
			t.Errorf("agreements %q, want %q", got, want)
		}
		return all
	}
	t.Run("all of it", func(t *testing.T) {
		s := MustOpen(t)
		a := journal.Agreement{RelationshipID: sam(t, s).ID, On: date(t, "2026-03-01"), ExpectMine: "a", ExpectTheirs: "b", Confidence: "c", Boundaries: "d",
			Feedback: "e", Often: "f", Review: journal.Rhythm{Every: 3, Unit: journal.Months}, Ending: "g"}
		kept := must(s.KeepAgreement(ctx, a))(t)
		if kept.ID == 0 || kept.UID == "" || kept.UpdatedAt.IsZero() {
			t.Errorf("agreement = %+v", kept)
		}
		a.ID, a.UID, a.UpdatedAt = kept.ID, kept.UID, kept.UpdatedAt
		if read := must(s.Agreements(ctx, a.RelationshipID))(t); len(read) != 1 || read[0] != a || kept != a {
			t.Errorf("read %+v, want %+v", read, a)
		}
		wantStep(t, s, "agreement kept (Sam)")
	})
	t.Run("versions", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		keep := func(id int64, on, often string) journal.Agreement {
			t.Helper()
			return must(s.KeepAgreement(ctx, journal.Agreement{ID: id, RelationshipID: rel, On: date(t, on), Often: often}))(t)
		}
		first := keep(0, "2026-03-01", "weekly")
		keep(0, "", "monthly")
		words(t, s, rel, "2026-11-21 monthly", "2026-03-01 weekly")
		keep(0, "", "every month") // on the same day
		words(t, s, rel, "2026-11-21 every month", "2026-03-01 weekly")
		keep(first.ID, "", "every week")
		keep(0, "2025-01-01", "never")
		words(t, s, rel, "2026-11-21 every month", "2026-03-01 every week", "2025-01-01 never")
		all := words(t, s, rel, "2026-11-21 every month", "2026-03-01 every week", "2025-01-01 never")
		keep(all[2].ID, "2026-10-01", "never")
		words(t, s, rel, "2026-11-21 every month", "2026-10-01 never", "2026-03-01 every week")
		ok(t, s.DeleteAgreement(ctx, all[2].ID))
		words(t, s, rel, "2026-11-21 every month", "2026-03-01 every week")
		for range 4 {
			must2(s.Undo(ctx))(t)
		}
		words(t, s, rel, "2026-11-21 every month", "2026-03-01 weekly")
		must2(s.Undo(ctx))(t)
		words(t, s, rel, "2026-11-21 monthly", "2026-03-01 weekly")
	})
	t.Run("what cannot be", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		for _, c := range []struct {
			a    journal.Agreement
			code journal.Code
		}{
			{journal.Agreement{RelationshipID: rel, Often: " \n"}, journal.CodeInvalid},
			{journal.Agreement{RelationshipID: rel, Often: "x", Review: journal.Rhythm{Every: 1}}, journal.CodeInvalid},
			{journal.Agreement{RelationshipID: rel, Often: "x", On: date(t, "2026-11-22")}, journal.CodeInvalid}, // ahead
			{journal.Agreement{RelationshipID: 9, Often: "x"}, journal.CodeNotFound},
			{journal.Agreement{ID: 9, RelationshipID: rel, Often: "x"}, journal.CodeNotFound},
		} {
			_, err := s.KeepAgreement(ctx, c.a)
			wantCode(t, err, c.code)
		}
		wantCode(t, s.DeleteAgreement(ctx, 1), journal.CodeNotFound)
		words(t, s, rel)
	})
}

// TestAgreementAhead changes the words of a version that has a day to come, and moves none there.
func TestAgreementAhead(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	rel := sam(t, s).ID
	a := must(s.KeepAgreement(ctx, journal.Agreement{RelationshipID: rel, Often: "once a month"}))(t)
	if _, err := s.wr.Exec("UPDATE agreement SET agreed_on = '2030-01-01' WHERE id = ?", a.ID); err != nil {
		t.Fatal(err)
	}
	a.On, a.Often = date(t, "2030-01-01"), "every two weeks"
	if a = must(s.KeepAgreement(ctx, a))(t); a.Often != "every two weeks" {
		t.Errorf("it says %q", a.Often)
	}
	a.On = date(t, "2031-01-01")
	_, err := s.KeepAgreement(ctx, a)
	wantCode(t, err, journal.CodeInvalid)
}
