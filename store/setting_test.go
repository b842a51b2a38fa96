package store

import (
	"context"
	"slices"
	"testing"

	"bothways/journal"
)

func TestSetting(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	want := func(value string) {
		t.Helper()
		if got := must(s.Setting(ctx, SettingDiscreet))(t); got != value {
			t.Errorf("it is %q, not %q", got, value)
		}
	}
	want("")
	ok(t, s.SetSetting(ctx, SettingDiscreet, "on"))
	want("on")
	ok(t, s.SetSetting(ctx, SettingDiscreet, "off"))
	want("off")
	if _, is, err := s.Undo(ctx); err != nil || is {
		t.Errorf("undo found something to undo, or %v", err)
	}
}

func TestNames(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	k := priya(t, s, "We talked.")
	p := must(s.Person(ctx, k.Session.PersonID))(t)
	was := p.Name
	p.Name = "Pria Okonkwo"
	ok(t, s.ChangePerson(ctx, p.Person))
	names := must(s.Names(ctx))(t)
	for _, name := range []string{was, p.Name} {
		if !slices.Contains(names, name) {
			t.Errorf("%q is not among %q", name, names)
		}
	}
}

func TestNamesUndone(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	k := priya(t, s, "We talked.")
	p := must(s.Person(ctx, k.Session.PersonID))(t)
	p.Name = "Zelda"
	ok(t, s.ChangePerson(ctx, p.Person))
	must(s.KeepNote(ctx, journal.Note{PersonName: "Zelda", Role: journal.RoleMentee, Text: "Zelda said so"}))(t)
	for range 2 {
		must2(s.Undo(ctx))(t)
	}
	if names := must(s.Names(ctx))(t); !slices.Contains(names, "Zelda") {
		t.Errorf("who was called Zelda for a while is not among %q", names)
	}
}
