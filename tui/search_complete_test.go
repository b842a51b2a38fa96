package tui

import (
	"testing"

	"bothways/journal"
)

func TestSearchComplete(t *testing.T) {
	typed := func(t *testing.T, d *desk) string {
		t.Helper()
		p, ok := d.root.top().(*SearchScreen)
		if !ok {
			t.Fatalf("on %T", d.root.top())
		}
		return p.in.Value()
	}
	for _, c := range []struct{ name, types, want string }{
		{"a filter", "panel w", "panel with:"},
		{"a name", "with:pri", `with:"Priya Nair"`},
		{"a part of a name", "with:nair", `with:"Priya Nair"`},
		{"a kind", "is:sh", "is:shift"},
		{"a role", "role:men", "role:mentor"},
		{"a focus", "focus:conf", "focus:confidence"},
		{"a year", "after:202", "after:2025"},
		{"a year there is no end of", "before:202", "before:2026"},
		{"a month", "after:2026-", "after:2026-10"},
		{"no year at all", "before:foo-", "before:foo-"},
		{"nothing that fits", "panel", "panel"},
		{"within quotes", `"panel w`, `"panel w`},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := searching(t)
			d.types(c.types)
			d.keys("tab")
			if got := typed(t, d); got != c.want {
				t.Errorf("%q becomes %q, not %q:\n%s", c.types, got, c.want, d.screen())
			}
		})
	}
	t.Run("again for the next", func(t *testing.T) {
		d, _ := searching(t)
		d.types("role:m")
		d.sees("role:mentor", "role:mentee", "role:mutual")
		d.keys("tab", "tab")
		if got := typed(t, d); got != "role:mentee" {
			t.Errorf("%q", got)
		}
		d.keys("tab", "tab")
		if got := typed(t, d); got != "role:mentor" {
			t.Errorf("after all of them %q", got)
		}
		d.types(" ")
		d.keys("tab")
		if got := typed(t, d); got != "role:mentor " {
			t.Errorf("after a space %q", got)
		}
	})
	t.Run("what was found is for what was completed", func(t *testing.T) {
		d, _ := searching(t)
		d.types("panel with:pri")
		d.keys("tab")
		p := d.root.top().(*SearchScreen)
		if len(p.Found) == 0 || p.typed != p.in.Value() {
			t.Errorf("%d rows for %q:\n%s", len(p.Found), p.typed, d.screen())
		}
		for _, r := range p.Found {
			if r.Person != "Priya Nair" {
				t.Errorf("%+v is not with her", r)
			}
		}
	})
}

func TestSearchDiscreet(t *testing.T) {
	d := newDesk(t)
	rel := d.relationshipWith("Priya Nair")
	_, err := d.store().KeepNote(t.Context(), journal.Note{RelationshipID: rel.ID, Text: "Priya spoke of the panel.\npriv: she may leave the company\nand the panel again"})
	d.must(err)
	_, err = d.store().Indexed(t.Context())
	d.must(err)
	d.keys("v", "/")
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
		d.size(size[0], size[1])
		for typed, sees := range map[string]string{"panel": "P. N.", "is:session": "P. N.", "company": "Nothing you kept", "leave comp": "Nothing you kept"} {
			d.types(typed)
			d.sees(sees)
			d.seesNot("Priya", "Nair", "may leave")
			d.keys("ctrl+u")
			p := d.root.top().(*SearchScreen)
			p.in.SetValue("")
		}
	}
	d.types("with:pr")
	d.sees("with:P. N.")
	d.seesNot("Priya")
}

func TestSearchBest(t *testing.T) {
	d := newDesk(t)
	rel := d.relationshipWith("Priya Nair")
	for i, text := range []string{"the panel list", "a list, and later a panel", "panels and lists"} {
		_, err := d.store().KeepNote(t.Context(), journal.Note{RelationshipID: rel.ID, Text: text, At: d.now.AddDate(0, 0, i-9)})
		d.must(err)
	}
	_, err := d.store().Indexed(t.Context())
	d.must(err)
	d.keys("/")
	d.types("panel list")
	if got := chosenRow(d); got == "" || d.root.top().(*SearchScreen).Found[0].Words != "a list, and later a panel" {
		t.Errorf("the newest is not first:\n%s", d.screen())
	}
	d.keys("ctrl+b")
	d.sees("best match first")
	if got := d.root.top().(*SearchScreen).Found[0].Words; got != "the panel list" {
		t.Errorf("%q is first:\n%s", got, d.screen())
	}
	d.keys("ctrl+b")
	d.sees("newest first")
	d.keys("f4")
	d.sees("best match first", "f4 newest first")
}
