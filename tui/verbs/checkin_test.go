package verbs_test

import (
	"encoding/json"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/store"
)

// open opens the bench's journal beside the command line.
func (b *bench) open() *store.Store {
	b.t.Helper()
	path := filepath.Join(b.folder, ".local", "share", "bothways", "journal.db")
	s, err := store.Open(b.t.Context(), store.Options{Path: path, Now: b.env.Now})
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.t.Error(err)
		}
	})
	return s
}

// TestCheckIn shows a conversation with a check-in beside one without: what is not said is null or
// a list without elements, and what is said as nothing is 0.
func TestCheckIn(t *testing.T) {
	b := newBench(t)
	b.keep("We talked.", "Sam T.", "--role", "mentor", "--at", "2026-11-09 17:00")
	b.keep("We talked again.", "Sam T.", "--at", "2026-11-16 17:00")
	s := b.open()
	page, _, err := s.Sessions(t.Context(), store.SessionQuery{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	energy := 0
	v := page[0]
	err = s.ChangeSession(t.Context(), v.ID, store.SessionChange{At: v.At, Role: v.Role, CheckIn: journal.CheckIn{
		Energy: &energy, Trust: 4, Split: journal.Split{Listening: 7, Asking: 3}, Needs: []string{"confidence", "skills"},
		Interventions: []string{"coaching"}, Relations: []string{"trust"},
	}})
	if err != nil {
		t.Fatal(err)
	}

	b.run(0, "show", "sam", "--json")
	var got struct{ Sessions []map[string]any }
	if err := json.Unmarshal(b.out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	none := []any{}
	for i, want := range []map[string]any{
		{
			"energy": 0.0, "trust": 4.0, "listening": 7.0, "asking": 3.0, "advising": 0.0, "needs": []any{"confidence", "skills"},
			"interventions": []any{"coaching"}, "moves": none, "relations": []any{"trust"},
		},
		{
			"energy": nil, "trust": nil, "listening": nil, "asking": nil, "advising": nil, "needs": none,
			"interventions": none, "moves": none, "relations": none,
		},
	} {
		for field, value := range want {
			if held, ok := got.Sessions[i][field]; !ok || !reflect.DeepEqual(held, value) {
				t.Errorf("session %d has %v as its %s, want %v", i, held, field, value)
			}
		}
	}
	for _, args := range [][]string{{"show", "sam"}, {"prepare", "sam"}} {
		b.run(0, args...)
		if said := b.out.String(); strings.Count(said, "\nenergy 0 · trust 4 · listened 7 asked 3 advised 0 · confidence, skills · coaching · built trust\n  We talked again.") != 1 {
			t.Errorf("%q says %s", args, said)
		}
	}
}
