package tui

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/tui/config"
)

// TestKeysSaid looks for the keys that sentences name.
func TestKeysSaid(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 50 {
		t.Fatal(len(files), err)
	}
	named := regexp.MustCompile(`\.(?:key|textKey)\("([^"]*)", "([^"]*)"\)`)
	// A sentence that goes on with what a key does names that key by Env.key.
	verb := `(?:takes|brings|shows|turns|hides|opens|puts|keeps|once|goes|adds|writes|plans|holds|begins|makes|ends|considers|changes|completes|reads|leaves|does\.|was typed|on the|on a|look back|halts|prepares|disagrees|says|passes|searches|finds|carries|drops)`
	fixed := regexp.MustCompile("(?m)^[^/\\n]*\"(?:[^\"\\n]*[ .;,·(])?(?:[b-zB-HJ-Z+!?/]|a|f[0-9]+|ctrl\\+[a-z]|tab|space|enter) " + verb + "[^\"\\n]*\"")
	// A form, a line to type in and the check-in take these keys themselves, whatever is set for pages.
	themselves := []string{"form.go", "people_form.go", "relationship_form.go", "review_day.go", "hint_review.go", "act.go", "global.go", "prompt.go", "checkin.go", "search_view.go", "farewell_ask.go"}
	checked := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, m := range named.FindAllStringSubmatch(string(text), -1) {
			checked++
			if !slices.ContainsFunc(config.Actions(), func(a config.Action) bool {
				return a.ID == config.ID(m[1]) && slices.Contains(a.Keys, m[2])
			}) {
				t.Errorf("%s says that %s is %q, and no page has that", file, m[1], m[2])
			}
		}
		if said := fixed.FindString(string(text)); said != "" && !slices.Contains(themselves, file) {
			t.Errorf("%s names a key that may be another: %s", file, said)
		}
	}
	if checked < 120 {
		t.Errorf("only %d keys are named", checked)
	}
}

// TestKeysSaidElsewhere sets other keys and reads what pages say of them.
func TestKeysSaidElsewhere(t *testing.T) {
	d := newDesk(t)
	d.root.env.Keys = map[string][]string{"undo": {"f8"}, "add": {"f9"}, "mouse": {"f10"}, "before": {"f11"}, "people": {"%"}, "goal-open": {"f4"}, "keep": {"W", "f5"}, "quit": {"f6"}, "note": {"alt+n"}, "role": {"alt+r"}}
	d.keys("esc")
	d.sees("f6 leaves.")
	d.keys("%")
	d.sees("f9 adds someone")
	d.keys("esc", "M", "tab")
	d.sees("f11 goes further back.")
	d.keys("esc")
	d.settle(d.root.toggleMouse())
	d.sees("f10 turns it off")
	if _, err := d.root.env.Store.AddPerson(context.Background(), journal.Person{Name: "Nina"}, nil); err != nil {
		t.Fatal(err)
	}
	d.open(NewPeople(d.root.env))
	d.keys("alt+n")
	d.sees("Say first which way it goes between you: alt+r does.")
	for _, c := range [][3]string{{"undo", "u", "f8"}, {"goal open", "o", "f4"}, {"actions", "a", "a"}} {
		if got := d.root.env.key(c[0], c[1]); got != c[2] {
			t.Errorf("%s is %s, want %s", c[0], got, c[2])
		}
	}
	if got := d.root.env.textKey("keep", "ctrl+s"); got != "f5" {
		t.Errorf("in a text keep is %s", got)
	}
}

// TestMouseKeysSet presses with the mouse what has another key.
func TestMouseKeysSet(t *testing.T) {
	for _, key := range []string{"f7", "alt+x", "shift+tab", "pgdown", "ctrl+home"} {
		d := listening(t)
		d.root.env.Keys = map[string][]string{"open": {key}, "help": {key}}
		d.writes("Priya N.", "- [ ] send it fri")
		d.clicksOn(key + " help")
		d.sees("What can be done here")
		d.keys("esc", "a")
		d.clicksOn("send it")
		d.clicksOn("send it")
		d.sees("[timeline")
	}
}

// TestPaletteSmall opens the palette in the smallest windows.
func TestPaletteSmall(t *testing.T) {
	d := known(t)
	for size, least := range map[[2]int]int{{40, 12}: 3, {60, 20}: 11} {
		d.size(size[0], size[1])
		d.keys("ctrl+k")
		rows, seen := strings.Split(d.screen(), "\n"), 0
		for _, it := range d.root.overlay().(*palette).shown {
			if slices.ContainsFunc(rows, func(row string) bool {
				return strings.Contains(row, " "+it.Label()) && strings.Contains(row, " "+it.Name)
			}) {
				seen++
			}
		}
		if seen < least {
			t.Errorf("%v: %d commands are seen:\n%s", size, seen, d.screen())
		}
		d.keys("esc")
	}
	d.keys("ctrl+k")
	cannot := false
	p := d.root.overlay().(*palette)
	for _, it := range p.shown[:p.commands] {
		if cannot && it.Disabled == "" {
			t.Errorf("%s can be done and comes late", it.Name)
		}
		cannot = cannot || it.Disabled != ""
	}
	if !cannot {
		t.Error("everything can be done; nothing is looked at")
	}
}
