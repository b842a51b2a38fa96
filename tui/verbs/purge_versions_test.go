package verbs_test

import (
	"context"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/store"
)

// askedReader is what a person types at a question, before which something else happens.
type askedReader struct {
	io.Reader
	before func()
}

func (r *askedReader) Read(p []byte) (int, error) {
	if do := r.before; do != nil {
		r.before = nil
		do()
	}
	return r.Reader.Read(p)
}

// TestPurgeVersions has a text whose earlier words another window destroys while it is asked.
func TestPurgeVersions(t *testing.T) {
	ctx := context.Background()
	b := newBench(t)
	b.keep("secretnote", "Sam T.", "--role", "mentee")
	b.run(0, "show", "Sam", "--json")
	var shown struct {
		Sessions []struct{ ID string }
	}
	b.must(json.Unmarshal(b.out.Bytes(), &shown))
	private := journal.TextOf{Kind: journal.TextPrivate}
	on := func(do func(s *store.Store)) {
		s, err := store.Open(ctx, store.Options{Path: b.journal(), Now: b.env.Now})
		b.must(err)
		do(s)
		b.must(s.Close())
	}
	on(func(s *store.Store) {
		v, err := s.FindSession(ctx, shown.Sessions[0].ID)
		b.must(err)
		private.ID = v.ID
		_, err = s.KeepNote(ctx, journal.Note{SessionID: v.ID, Text: "plain"})
		b.must(err)
		for _, words := range []string{"secretprivate", "plain"} {
			b.must(s.ChangeSession(ctx, v.ID, store.SessionChange{At: v.At, Role: v.Role, Private: words}))
		}
	})
	b.env.Stdin, b.env.StdinTerminal = &askedReader{strings.NewReader("purge\n"), func() {
		on(func(s *store.Store) {
			all, err := s.Versions(ctx, private)
			b.must(err)
			_, err = s.PurgeVersions(ctx, private, all[0])
			b.must(err)
		})
	}}, true
	b.run(1, "purge", "--versions", shown.Sessions[0].ID)
	if said := b.out.String(); !strings.Contains(said, "In all 2 earlier versions") || !strings.Contains(said, "Destroyed: 1 earlier version.") {
		t.Errorf("it says %q", said)
	}
	if said := b.errs.String(); !strings.Contains(said, "Of the 2 earlier versions, 1 was destroyed before that.") {
		t.Errorf("it says %q", said)
	}
}
