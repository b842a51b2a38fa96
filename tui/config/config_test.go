package config_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/tui/config"
	"bothways/tui/theme"
	"bothways/tui/wording"
)

// said is what is wrong, one sentence a row.
func said(errs []error) string {
	var rows []string
	for _, err := range errs {
		rows = append(rows, journal.ErrorMessage(err))
	}
	return strings.Join(rows, "\n")
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       func(*config.Config)
	}{
		{"nothing", "", func(*config.Config) {}},
		{"comments", "# theme = \"dark\"\n\n", func(*config.Config) {}},
		{"everything", `theme = "light"
measure = 60
week_start = "sunday"
dates = "iso"
first_screen = "people"
editor = "vim -n"
motion = "reduced"
mouse = "on"
[keys]
note = "f4"
add-topic = ["f6", "Ctrl+T"]
`, func(c *config.Config) {
			c.Theme, c.Measure, c.Week, c.Dates, c.First, c.Editor, c.Still, c.Mouse = theme.ChooseLight, 60, journal.WeekSunday, wording.ISO, config.FirstPeople, "vim -n", true, true
			c.Keys = map[string][]string{"note": {"f4"}, "add-topic": {"f6", "ctrl+t"}}
		}},
		{"a mark at the beginning", "\ufefftheme = \"16\"\n", func(c *config.Config) { c.Theme = theme.ChooseSixteen }},
		{"rows that end as on Windows", "theme = \"plain\"\r\nmeasure = 40\r\n", func(c *config.Config) { c.Theme, c.Measure = theme.ChoosePlain, 40 }},
		{"no end of the last row", "week_start = \"saturday\"", func(c *config.Config) { c.Week = journal.WeekSaturday }},
		{"keys with dots", "keys.note = \"f4\"", func(c *config.Config) { c.Keys["note"] = []string{"f4"} }},
		{"keys in braces", "keys = { note = \"f4\" }", func(c *config.Config) { c.Keys["note"] = []string{"f4"} }},
		{"an action with its spaces", "[keys]\n\"add topic\" = \"f4\"", func(c *config.Config) { c.Keys["add-topic"] = []string{"f4"} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, errs := config.Parse("F", []byte(c.text))
			if len(errs) > 0 {
				t.Fatal(said(errs))
			}
			want := config.Usual()
			c.want(&want)
			want.Path, want.Said = "F", got.Said
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got  %+v\nwant %+v", got, want)
			}
			again, errs := config.Parse("F", []byte(got.String()))
			again.Said = got.Said
			if len(errs) > 0 || !reflect.DeepEqual(again, got) {
				t.Errorf("what is printed says %+v, %s", again, said(errs))
			}
		})
	}
}

func TestFaults(t *testing.T) {
	const usual = "so the usual settings are in force"
	for _, c := range []struct{ name, text, want string }{
		{"ErrUnknown", "theme = \"dark\"\ncolor = 3", "Line 2 of F sets “color”, which is no setting and changes nothing; `bothways config` lists them all."},
		{"ErrUnknown/near", "\nmesure = 60", "Line 2 of F sets “mesure”, which is no setting and changes nothing; perhaps you mean “measure”."},
		{"ErrUnknown/table", "[theme-dark]\nx = 1", "Line 1 of F sets “theme-dark”, which is no setting and changes nothing; `bothways config` lists them all."},
		{"ErrUnknown/long", strings.Repeat("x", 90) + " = 1", "Line 1 of F sets “" + strings.Repeat("x", 40) + "…”, which is no setting and changes nothing; `bothways config` lists them all."},
		{"ErrUnknown/hostile", "\"a\\u001b[31m\" = 1", "Line 1 of F sets “a^[[31m”, which is no setting and changes nothing; `bothways config` lists them all."},
		{"ErrValue", "theme = \"blue\"", `Line 1 of F sets theme to “blue”, but it can be "auto", "dark", "light", "plain" or "16"; "auto" is in force.`},
		{"ErrValue/wide", "# wide\nmeasure = 400", "Line 2 of F sets measure to 400, but it can be a whole number from 40 to 120; 72 is in force."},
		{"ErrValue/huge", "measure = 99999999999999999999", "Line 1 of F sets measure to “99999999999999999999”, but it can be a whole number from 40 to 120; 72 is in force."},
		{"ErrValue/negative", "measure = -1", "Line 1 of F sets measure to -1, but it can be a whole number from 40 to 120; 72 is in force."},
		{"ErrType/text for a number", "measure = \"60\"", "Line 1 of F sets measure to “60”, but it can be a whole number from 40 to 120; 72 is in force."},
		{"ErrType/number for a text", "theme = 16", `Line 1 of F sets theme to 16, but it can be "auto", "dark", "light", "plain" or "16"; "auto" is in force.`},
		{"ErrType/fraction", "measure = 60.5", "Line 1 of F sets measure to 60.5, but it can be a whole number from 40 to 120; 72 is in force."},
		{"ErrType/truth", "mouse = true", `Line 1 of F sets mouse to true, but it can be "off" or "on"; "off" is in force.`},
		{"ErrType/list", "dates = [\"iso\"]", `Line 1 of F sets dates to a list, but it can be "day-month", "month-day" or "iso"; "day-month" is in force.`},
		{"ErrType/table", "[motion]\nx = 1", `Line 1 of F sets motion to a table, but it can be "full" or "reduced"; "full" is in force.`},
		{"ErrType/day", "week_start = 2026-11-21", `Line 1 of F sets week_start to a date, but it can be "monday", "saturday" or "sunday"; "monday" is in force.`},
		{"ErrEditor", "editor = \"vi\\nrm\"", "Line 1 of F sets editor to “vi rm”, but it can be a command line in quotes, such as \"vim -n\"; what VISUAL or EDITOR names is in force."},
		{"ErrQuotes", "measure = 60\ntheme = dark", `Line 2 of F needs quotes, as in theme = "dark"; "auto" is in force.`},
		{"ErrQuotes/editor", "editor = vim -n # mine", `Line 1 of F needs quotes, as in editor = "vim -n"; what VISUAL or EDITOR names is in force.`},
		{"ErrQuotes/unknown", "mesure = wide", "Line 1 of F sets “mesure”, which is no setting and changes nothing; perhaps you mean “measure”."},
		{"ErrQuotes/no such word", "mouse = maybe", `Line 1 of F sets mouse to “maybe”, but it can be "off" or "on"; "off" is in force.`},
		{"ErrQuotes/number", "measure = wide", "Line 1 of F sets measure to “wide”, but it can be a whole number from 40 to 120; 72 is in force."},
		{"ErrSyntax", "theme: dark", `Line 1 of F cannot be understood; a line looks like theme = "dark"; "auto" is in force.`},
		{"ErrSyntax/unclosed", "measure = 60\ntheme = \"dark\n", `Line 2 of F cannot be understood; a line looks like theme = "dark"; "auto" is in force.`},
		{"ErrSyntax/no setting", "dark\n= 3", "Line 1 of F cannot be understood and is left out; a line looks like theme = \"dark\".\nLine 2 of F cannot be understood and is left out; a line looks like theme = \"dark\"."},
		{"ErrSyntax/something else", strings.Repeat("dark mode please\n", 30), "F has so much that cannot be understood, from line 1 on, that the usual settings are in force."},
		{"ErrTwice", "theme = \"dark\"\nmeasure = 50\ntheme = \"light\"", `Line 3 of F sets “theme” a second time, after line 1; "dark" is in force.`},
		{"ErrTwice/three times", "theme = \"dark\"\ntheme = \"16\"\ntheme = \"light\"", "Line 2 of F sets “theme” a second time, after line 1; \"dark\" is in force.\nLine 3 of F sets “theme” a second time, after line 1; \"dark\" is in force."},
		{"ErrNUL", "theme = \"dark\"\n# \x00", "Line 2 of F holds a character that no text has, and is left out."},
		{"ErrUTF8", "editor = \"\xff\"", "Line 1 of F holds a character that no text has, and is left out."},
		{"ErrUTF16", "\xff\xfet\x00", "Line 1 of F holds a character that no text has, " + usual + "."},
		{"several, by their lines", "measure = 1\nx_ = 1\ntheme = \"a\"", "Line 1 of F sets measure to 1, but it can be a whole number from 40 to 120; 72 is in force.\n" +
			"Line 2 of F sets “x_”, which is no setting and changes nothing; `bothways config` lists them all.\n" +
			`Line 3 of F sets theme to “a”, but it can be "auto", "dark", "light", "plain" or "16"; "auto" is in force.`},
		{"the others stay in force", "measure = 50\nmouse = \"so\"", `Line 2 of F sets mouse to “so”, but it can be "off" or "on"; "off" is in force.`},
		{"after a text of several rows", "editor = '''\na = 1\n'''\nmeasure = 3", "Line 1 of F sets editor to “a = 1 ”, but it can be a command line in quotes, such as \"vim -n\"; what VISUAL or EDITOR names is in force.\n" +
			"Line 4 of F sets measure to 3, but it can be a whole number from 40 to 120; 72 is in force."},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, errs := config.Parse("F", []byte(c.text))
			if said(errs) != c.want {
				t.Errorf("said %s\nwant %s", said(errs), c.want)
			}
			if c.name == "the others stay in force" && got.Measure != 50 {
				t.Errorf("measure is %d", got.Measure)
			}
		})
	}
}

func TestKeys(t *testing.T) {
	const noKey = "which is no key; one looks like n, ?, ctrl+n, alt+n, shift+tab, space or f4; "
	for _, c := range []struct{ name, text, want string }{
		{"OK", "note = \"f4\"", ""},
		{"OK/two that change places", "trash = \"L\"\nlibrary = \"T\"", ""},
		{"OK/where letters are words it keeps a key", "help = \"H\"\nversions = \"f5\"", ""},
		{"OK/esc where it is anyway", "back = [\"esc\", \"f9\"]", ""},
		{"ErrAction", "notes = \"N\"", "Line 2 of F gives keys to “notes”, which is no action and changes nothing; perhaps you mean “note”."},
		{"ErrAction/none like it", "fly-away = \"N\"", "Line 2 of F gives keys to “fly-away”, which is no action and changes nothing; `bothways config` lists them all."},
		{"ErrKey", "note = \"nn\"", "Line 2 of F gives note the key “nn”, " + noKey + "n is in force."},
		{"ErrKey/hyper", "note = \"hyper+n\"", "Line 2 of F gives note the key “hyper+n”, " + noKey + "n is in force."},
		{"ErrKey/f13", "note = \"f13\"", "Line 2 of F gives note the key “f13”, " + noKey + "n is in force."},
		{"ErrKey/empty", "note = \"\"", "Line 2 of F gives note the key “”, " + noKey + "n is in force."},
		{"ErrKey/control", "note = \"\\u0001\"", "Line 2 of F gives note the key “^A”, which is no key that can be pressed alone; n is in force."},
		{"ErrKey/shift", "note = \"shift+n\"", "Line 2 of F gives note the key “shift+n”, which is shift with a letter; write the letter that makes, such as N; n is in force."},
		{"ErrKey/tab", "note = \"ctrl+i\"", "Line 2 of F gives note the key “ctrl+i”, which is what a terminal sends for tab; write tab, or take another key; n is in force."},
		{"ErrLeads", "note = \"esc\"", "Line 2 of F gives note the key esc, which always leads out and cannot be taken; n is in force."},
		{"ErrLeads/ctrl+c", "help = [\"H\", \"ctrl+c\"]", "Line 2 of F gives help the key ctrl+c, which always leads out and cannot be taken; ?, f1 are in force.\nLine 2 of F gives help the key H, which is versions on the page actions; ?, f1 are in force."},
		{"ErrTaken/one of two", "note = [\"f4\", \"q\"]", "Line 2 of F gives note the key q, which is quit on every page; f4 is in force."},
		{"ErrKey/one of three", "note = [\"f4\", \"nn\", \"q\"]", "Line 2 of F gives note the key “nn”, " + noKey + "f4 is in force.\nLine 2 of F gives note the key q, which is quit on every page; f4 is in force."},
		{"ErrQuotes", "note = f4", "Line 2 of F needs quotes, as in note = \"f4\"; n is in force."},
		{"ErrTwice", "note = \"f4\"\nnote = \"f5\"", "Line 3 of F gives keys to “note” a second time, after line 2; f4 is in force."},
		{"ErrNone", "note = []", "Line 2 of F needs a key in quotes, or a list of them, as in note = [\"f4\", \"ctrl+n\"]; n is in force."},
		{"ErrNone/number", "note = 1", "Line 2 of F needs a key in quotes, or a list of them, as in note = [\"f4\", \"ctrl+n\"]; n is in force."},
		{"ErrTaken", "note = \"q\"", "Line 2 of F gives note the key q, which is quit on every page; n is in force."},
		{"ErrTaken/by another new one", "people = \"Y\"\ntrash = \"Y\"", "Line 3 of F gives trash the key Y, which is people on every page; T is in force."},
		{"ErrTaken/on one page", "discreet = \"n\"", "Line 2 of F gives discreet the key n, which is next-card on the page card; v, f3 are in force."},
		{"ErrText", "with-question = \"f6\"\nfile = \"f\"", "Line 3 of F gives file the key f, which goes into the text where you write; take one with ctrl, or f1 to f12; ctrl+f is in force."},
		{"ErrText/editing", "file = \"ctrl+a\"", "Line 2 of F gives file the key ctrl+a, which goes into the text where you write; take one with ctrl, or f1 to f12; ctrl+f is in force."},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, errs := config.Parse("F", []byte("[keys]\n"+c.text))
			if said(errs) != c.want {
				t.Errorf("said %s\nwant %s", said(errs), c.want)
			}
			if c.name == "ErrNone" && len(got.Keys) > 0 {
				t.Errorf("in force are %v", got.Keys)
			}
		})
	}
	t.Run("no table", func(t *testing.T) {
		_, errs := config.Parse("F", []byte("keys = \"n\""))
		if got := said(errs); got != "Line 1 of F sets keys, which is a table: write [keys] on a line, and below it lines such as note = \"f4\"; the usual keys are in force." {
			t.Error(got)
		}
	})
	t.Run("what leads out is kept", func(t *testing.T) {
		set := map[string][]string{"back": {"B"}, "help": {"H"}, "keep": {"f2"}}
		for _, c := range []struct {
			id, usual, want string
			typing          bool
		}{
			{"back", "esc", "B esc", false}, {"help", "? f1", "H", false}, {"help", "? f1", "H f1", true}, {"keep", "ctrl+s", "f2", true}, {"other", "o", "o", false},
		} {
			if got := strings.Join(config.Keys(set, c.id, strings.Fields(c.usual), c.typing), " "); got != c.want {
				t.Errorf("%s has %q, want %q", c.id, got, c.want)
			}
		}
	})
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.Mkdir(at("folder"), 0o700))
	must(os.WriteFile(at("long"), []byte(strings.Repeat("# a row\n", 1<<17)), 0o600))
	must(os.WriteFile(at("file"), []byte("measure = 50\n"), 0o600))
	must(os.Symlink("loop", at("loop")))
	for _, c := range []struct{ name, want string }{
		{"missing", ""}, {"file", ""}, {"no/folder", ""},
		{"folder", " is a folder and not a file, so the usual settings are in force."},
		{"long", " is longer than the 64 KB settings can have, so the usual settings are in force."},
		{"file/below", " could not be read, so the usual settings are in force."},
		{"loop", " could not be read, so the usual settings are in force."},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, errs := config.Read(at(c.name))
			if want := c.want; want != "" && said(errs) != at(c.name)+want || want == "" && len(errs) > 0 {
				t.Errorf("said %s", said(errs))
			}
			if want := map[bool]int{true: 50, false: 72}[c.name == "file"]; got.Measure != want {
				t.Errorf("measure is %d", got.Measure)
			}
		})
	}
	t.Run("no place", func(t *testing.T) {
		if got, errs := config.Read(""); len(errs) > 0 || got.Measure != 72 {
			t.Error(said(errs))
		}
	})
	if left, err := os.ReadFile(at("file")); err != nil || string(left) != "measure = 50\n" {
		t.Errorf("the file is now %q, %v", left, err)
	}
}

func TestPath(t *testing.T) {
	home := func() (string, error) { return filepath.FromSlash("/h"), nil }
	none := func() (string, error) { return "", errors.New("none") }
	for _, c := range []struct {
		name, goos, env string
		home            func() (string, error)
		want            string
	}{
		{"home", "linux", "", home, "/h/.config/bothways/config.toml"},
		{"XDG", "linux", "XDG_CONFIG_HOME=/x", home, "/x/bothways/config.toml"},
		{"XDG relative", "linux", "XDG_CONFIG_HOME=x", home, "/h/.config/bothways/config.toml"},
		{"AppData", "windows", "APPDATA=/a", home, "/a/bothways/config.toml"},
		{"AppData unset", "windows", "", home, "/h/AppData/Roaming/bothways/config.toml"},
		{"no home", "linux", "", none, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			getenv := func(name string) string {
				if k, v, _ := strings.Cut(c.env, "="); k == name {
					return v
				}
				return ""
			}
			if got := filepath.ToSlash(config.Path(getenv, c.home, c.goos)); got != c.want {
				t.Errorf("got %q", got)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"theme = \"dark\"", "[keys]\nnote = [\"N\"]", "a.b.\"c d\" = '''\nx", "[[keys]]\n", "\x00", "keys = { a = 1 }", "a = [1\nb = x\n[c", "a = \"\"\"\\\n\xff", "a=1\na=2\n[b]\n[b]", "\va = 1\n\v", "\v", "# \x01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, errs := config.Parse("F", []byte(text))
		for _, err := range errs {
			if s := journal.ErrorMessage(err); strings.ContainsAny(s, "\n\x1b\x00") || !strings.HasSuffix(s, ".") {
				t.Errorf("said %q", s)
			}
		}
		again, errs := config.Parse("F", []byte(got.String()))
		again.Said = got.Said
		if len(errs) > 0 || !reflect.DeepEqual(again, got) {
			t.Errorf("what is printed says something else: %s", said(errs))
		}
	})
}
