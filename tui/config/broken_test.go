package config_test

import (
	"slices"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/tui/config"
)

// TestBroken has rows among the settings that the reader of the format gives up on: they are said all at
// once, and the others hold.
func TestBroken(t *testing.T) {
	for _, c := range []struct {
		name, text string
		said       []string // what each sentence begins with
	}{
		{"without quotes", "dates = iso\nmouse = \"on\"\ntheme = blue\nmeasure = 400\n[keys]\nnote = \"f4\"\n", []string{"Line 1 ", "Line 3 ", "Line 4 "}},
		{"twice", "mouse = \"on\"\nmouse = \"off\"\nmesure = 3\n[keys]\nnote = \"f4\"\n", []string{"Line 2 ", "Line 3 "}},
		{"a table twice", "mouse = \"on\"\n[keys]\nfile = 1\n[keys]\nnote = \"f4\"\n", []string{"Line 3 ", "Line 4 "}},
		{"a table without its end", "mouse = \"on\"\n[keys\nnote = \"f4\"\n", []string{"Line 2 "}},
		{"a list of several rows", "mouse = \"on\"\n[keys]\nfile = [\n  \"f5\", # one\n  f6,\n]\nnote = [\n\"f4\"\n]\n", []string{"Line 3 "}},
		{"a list without its end", "mouse = \"on\"\n[keys]\nfile = [\"f5\"\nnote = \"f4\"\n", []string{"Line 3 "}},
		{"a text without its end", "theme = \"\"\"dark\nmouse = \"on\"\n[keys]\nnote = \"f4\"\n", []string{"Line 1 "}},
		{"a text of several rows", "mouse = on\neditor = '''\nmouse = \"off\"\n[keys'''\nmouse = \"on\"\n[keys]\nnote = \"f4\"\n", []string{"Line 1 ", "Line 2 "}},
		{"in braces", "theme\nmouse = \"on\"\nkeys = {\n note = \"f4\",\n fly = \"f5\"\n}\n", []string{"Line 1 ", "Line 3 "}},
		{"characters", "# \xff\nmouse = \"on\"\neditor = \"\xff\"\n[keys]\nnote = \"f4\"\n", []string{"Line 1 ", "Line 3 "}},
		{"blanks that are none", "\v\nmouse = \"on\"\n\u00a0\n# a page break \f\n[keys]\nnote = \"f4\"\n", []string{"Line 1 ", "Line 3 ", "Line 4 "}},
		{"rows that end as on Windows", "theme = dark\r\nmouse = \"on\"\r\n[keys]\r\nnote = \"f4\"\r\n", []string{"Line 1 "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, errs := config.Parse("F", []byte(c.text))
			ok := len(errs) == len(c.said)
			for i := range min(len(errs), len(c.said)) {
				ok = ok && strings.HasPrefix(journal.ErrorMessage(errs[i]), c.said[i])
			}
			if !ok || strings.Contains(said(errs), "usual settings") {
				t.Errorf("said %s", said(errs))
			}
			if !got.Mouse || !slices.Equal(got.Keys["note"], []string{"f4"}) {
				t.Errorf("in force are %t and %v; said %s", got.Mouse, got.Keys, said(errs))
			}
		})
	}
}

func TestOfKeys(t *testing.T) {
	_, errs := config.Parse("F", []byte("mouse = on\n[keys]\nnote = f4\nfly = \"f5\"\ntrash = \"q\"\nnotes = [\n"))
	var of []bool
	for _, err := range errs {
		of = append(of, config.OfKeys(err))
	}
	if want := []bool{false, true, true, true, true}; !slices.Equal(of, want) {
		t.Errorf("%v of\n%s", of, said(errs))
	}
}
