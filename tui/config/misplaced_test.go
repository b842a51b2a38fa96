package config_test

import (
	"slices"
	"strings"
	"testing"

	"bothways/tui/config"
)

// TestMisplaced has settings below [keys], where they land when they are added at the end of what
// `bothways config` prints, and actions above it.
func TestMisplaced(t *testing.T) {
	below := func(name string) string {
		return "Line 2 of F sets " + name + " below [keys], where only keys are; move it above that line."
	}
	noKey := ", which is no key; one looks like n, ?, ctrl+n, alt+n, shift+tab, space or f4; "
	for _, c := range []struct{ name, text, want string }{
		{"OK/an action of that name", "[keys]\nmouse = \"f9\"\neditor = \"f10\"", ""},
		{"ErrBelow", "[keys]\ntheme = \"dark\"", below("theme")},
		{"ErrBelow/number", "[keys]\nmeasure = 60", below("measure")},
		{"ErrBelow/without quotes", "[keys]\nweek_start = sunday", below("week_start")},
		{"ErrBelow/mouse", "[keys]\nmouse = \"on\"", below("mouse")},
		{"ErrBelow/editor", "[keys]\neditor = \"vim -n\"", below("editor")},
		{"ErrKey/of an action of that name", "[keys]\nmouse = \"f13\"", "Line 2 of F gives mouse the key “f13”" + noKey + "f2 is in force."},
		{"ErrAbove", "note = \"f4\"", "Line 1 of F sets “note”, which is no setting but an action; its keys are set below a line [keys]."},
		{"ErrAbove/without quotes", "note = f4", "Line 1 of F sets “note”, which is no setting but an action; its keys are set below a line [keys]."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, errs := config.Parse("F", []byte(c.text)); said(errs) != c.want {
				t.Errorf("said %s\nwant %s", said(errs), c.want)
			}
		})
	}
}

// TestParseOdd has what people and their programs make of a value.
func TestParseOdd(t *testing.T) {
	t.Run("a number with its point", func(t *testing.T) {
		if got, errs := config.Parse("F", []byte("measure = 60.0")); len(errs) > 0 || got.Measure != 60 {
			t.Error(got.Measure, said(errs))
		}
		_, errs := config.Parse("F", []byte("measure = 60.5"))
		if want := "Line 1 of F sets measure to 60.5, but it can be a whole number from 40 to 120; 72 is in force."; said(errs) != want {
			t.Error(said(errs))
		}
	})
	t.Run("a number beyond all", func(t *testing.T) {
		for _, n := range []string{"1e300", "inf", "-inf", "nan"} {
			if got, errs := config.Parse("F", []byte("measure = "+n)); len(errs) != 1 || len(said(errs)) > 160 || got.Measure != 72 {
				t.Errorf("%s: %d, %s", n, got.Measure, said(errs))
			}
		}
	})
	t.Run("quotes of a text processor", func(t *testing.T) {
		_, errs := config.Parse("F", []byte("theme = “dark”"))
		if want := `Line 1 of F needs quotes, as in theme = "dark"; "auto" is in force.`; said(errs) != want {
			t.Error(said(errs))
		}
	})
	t.Run("an action named in two ways", func(t *testing.T) {
		got, errs := config.Parse("F", []byte("[keys]\nadd-topic = \"f6\"\n\"add topic\" = \"f7\""))
		if want := "Line 3 of F gives keys to “add-topic” a second time; the other ones are in force."; said(errs) != want || !slices.Equal(got.Keys["add-topic"], []string{"f6"}) {
			t.Error(got.Keys, said(errs))
		}
	})
	t.Run("a character that is not seen", func(t *testing.T) {
		const editor = "\u202evim\u0085\U000e0001"
		got, _ := config.Parse("F", []byte("editor = '"+editor+"'"))
		again, errs := config.Parse("F", []byte(got.String()))
		if again.Editor != editor || len(errs) > 0 || strings.ContainsAny(got.String(), editor[:3]+"\u0085") {
			t.Errorf("%q, %s", again.Editor, said(errs))
		}
	})
	t.Run("no place for a file", func(t *testing.T) {
		if text := config.Usual().String(); strings.Contains(text, "read from") || strings.Contains(text, "when it starts") {
			t.Error(text[:200])
		}
	})
}
