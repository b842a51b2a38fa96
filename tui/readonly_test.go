package tui

import (
	"path/filepath"
	"testing"

	"bothways/store"
)

// readsOnly is a desk at a journal that has a note with Priya and can only be read.
func readsOnly(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t)
	d.writes("Priya N.", "We walked.\n- [ ] send the panel list")
	st, err := store.Open(t.Context(), store.Options{Path: d.store().Path(), Now: d.clock, ReadOnly: true})
	d.must(err)
	t.Cleanup(func() { d.must(st.Close()) })
	d.root.env.Store = st
	d.send(changedMsg{})
	return d
}

func TestReadOnly(t *testing.T) {
	t.Run("what would change it says so at once", func(t *testing.T) {
		d := readsOnly(t)
		for _, key := range []string{"n", "x", "u"} {
			d.keys(key)
			d.sees("The journal can only be read, so nothing can be changed in it.", "TO FOLLOW UP")
		}
		d.keys("P", "enter", "m")
		d.sees("The journal can only be read, so nothing can be changed in it.")
		d.keys("R", "enter", "enter")
		d.sees("so no answer can be kept in it")
	})
	t.Run("words that are there all the same go into a file when the page is left", func(t *testing.T) {
		d := readsOnly(t)
		d.open(NewWrite(d.root.env, WriteStart{RelationshipID: d.sessions()[0].RelationshipID}))
		d.types("Only here.")
		d.keys("esc")
		d.sees("so the words are in", "TO FOLLOW UP")
		files, err := filepath.Glob(filepath.Join(d.root.env.Private, "note-*", noteFile))
		if err != nil || len(files) != 1 {
			t.Errorf("there are %v, %v", files, err)
		}
	})
}
