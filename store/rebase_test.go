package store

import (
	"context"
	"strings"
	"testing"

	"bothways/journal"
)

// TestRebase sets a draft aside and brings it back: it still starts from where it did, so that what
// was changed elsewhere since is said.
func TestRebase(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	k := priya(t, s, "words")
	d := must(s.SaveDraft(ctx, journal.Draft{UID: "d1", SessionID: k.Session.ID, BaseRev: k.Session.Rev, Text: "mine"}))(t)
	must(s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, BaseRev: k.Session.Rev, Text: "theirs"}))(t)
	ok(t, s.SetDraftAside(ctx, d.ID))
	must2(s.Undo(ctx))(t)
	back := must(s.Draft(ctx, d.ID))(t)
	now := must(s.KeepNote(ctx, journal.Note{SessionID: back.SessionID, BaseRev: back.BaseRev, Text: back.Text, DraftUID: back.UID}))(t)
	if !strings.Contains(said(now.Came), "changed elsewhere") {
		t.Errorf("said %q", said(now.Came))
	}
	// Kept and taken back it starts from what that made of the note.
	must2(s.Undo(ctx))(t)
	back = must(s.Draft(ctx, d.ID))(t)
	again := must(s.KeepNote(ctx, journal.Note{SessionID: back.SessionID, BaseRev: back.BaseRev, Text: back.Text}))(t)
	if len(again.Notices) != 0 {
		t.Errorf("said %q", said(again.Came))
	}
}
