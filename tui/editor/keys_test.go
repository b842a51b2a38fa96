package editor

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestKeys(t *testing.T) {
	for _, c := range []struct{ name, before, keys, after string }{
		{"types", "a|b", "x", "ax|b"},
		{"types upper case", "|", "shift+X", "X|"},
		{"space", "a|b", "space", "a |b"},
		{"left", "ab|", "left", "a|b"},
		{"left over a family", "a👨‍👩‍👧|", "left", "a|👨‍👩‍👧"},
		{"left over an accent", "ae\u0301|", "left", "a|e\u0301"},
		{"left over a line", "a\n|b", "left", "a|\nb"},
		{"left at the start", "|a", "left", "|a"},
		{"right", "|ab", "right", "a|b"},
		{"right over a flag", "|🇩🇰🇸🇪", "right", "🇩🇰|🇸🇪"},
		{"right over a line", "a|\nb", "right", "a\n|b"},
		{"right at the end", "a|", "right", "a|"},
		{"right over a bad byte", "|\xff\u0301a", "right", "\xff|\u0301a"},
		{"up", "abc\nde|f", "up", "ab|c\ndef"},
		{"up past the first row", "ab|c", "up", "|abc"},
		{"down", "ab|c\ndef", "down", "abc\nde|f"},
		{"down past the last row", "a|bc", "down", "abc|"},
		{"goal column", "abcd|\nx\nabcdef", "down down", "abcd\nx\nabcd|ef"},
		{"goal column over wide", "ab|c\n日本", "down", "abc\n日|本"},
		{"goal column half a wide", "a|bc\n日本", "down", "abc\n|日本"},
		{"goal kept after half a wide", "a|bc\n日本\nabc", "down down", "abc\n日本\na|bc"},
		{"goal kept past the end", "ab|c", "down down up", "|abc"},
		{"end sticks", "a|bc\nabcdef\nabcd", "end down down", "abc\nabcdef\nabcd|"},
		{"home", "abc|", "home", "|abc"},
		{"end", "|abc\nd", "end", "abc|\nd"},
		{"ctrl+home", "a\nb|", "ctrl+home", "|a\nb"},
		{"ctrl+end", "|a\nb", "ctrl+end", "a\nb|"},
		{"word right", "|one, two", "ctrl+right", "one|, two"},
		{"word right again", "one|, two", "alt+right", "one, two|"},
		{"word right with apostrophe", "|don't go", "alt+f", "don't| go"},
		{"word right with accent", "|e\u0301te\u0301 x", "alt+f", "e\u0301te\u0301| x"},
		{"word right at a line's end", "a|\nb", "ctrl+right", "a\n|b"},
		{"word right in Japanese", "|日本語のテキスト", "ctrl+right ctrl+right", "日本語の|テキスト"},
		{"word left", "one, two|", "ctrl+left", "one, |two"},
		{"word left again", "one, |two", "alt+left", "|one, two"},
		{"word left with apostrophe", "go don’t|", "alt+b", "go |don’t"},
		{"word left with marks", "x a\u0323\u0308b|", "alt+b", "x |a\u0323\u0308b"},
		{"word left at a line's start", "a\n|b", "ctrl+left", "a|\nb"},
		{"select right", "a|bc", "shift+right shift+right", "a[bc]|"},
		{"select left", "ab|c", "shift+left", "a|[b]c"},
		{"select down", "a|b\ncd", "shift+down", "a[b\nc]|d"},
		{"select a word", "|one two", "ctrl+shift+right", "[one]| two"},
		{"select by alt", "|one two", "alt+shift+f", "[one]| two"},
		{"select to the end", "a|bc", "shift+end", "a[bc]|"},
		{"select to the start", "ab|c", "shift+home", "|[ab]c"},
		{"select to the text's end", "a|b\nc", "ctrl+shift+end", "a[b\nc]|"},
		{"select back to nothing", "a|bc", "shift+right shift+left", "a|bc"},
		{"select all", "a|b\nc", "ctrl+a", "[ab\nc]|"},
		{"left of a selection", "a|bc", "shift+right shift+right left", "a|bc"},
		{"right of a selection", "abc|", "shift+left shift+left right", "abc|"},
		{"esc", "a|bc", "shift+right esc", "ab|c"},
		{"typing over a selection", "a|bc", "shift+right x", "ax|c"},
		{"backspace", "ab|c", "backspace", "a|c"},
		{"ctrl+h", "ab|c", "ctrl+h", "a|c"},
		{"shift+backspace", "ab|c", "shift+backspace", "a|c"},
		{"backspace takes a family", "a👨‍👩‍👧|", "backspace", "a|"},
		{"backspace takes an accented letter", "ae\u0301|", "backspace", "a|"},
		{"backspace joins lines", "a\n|b", "backspace", "a|b"},
		{"backspace at the start", "|a", "backspace", "|a"},
		{"backspace on a selection", "a|bc", "shift+end backspace", "a|"},
		{"delete", "a|bc", "delete", "a|c"},
		{"delete joins lines", "a|\nb", "delete", "a|b"},
		{"delete at the end", "a|", "delete", "a|"},
		{"delete that makes a flag", "🇩|x🇰", "delete", "🇩🇰|"},
		{"ctrl+w", "one two|", "ctrl+w", "one |"},
		{"ctrl+w over punctuation", "one two, |", "ctrl+w", "one |"},
		{"alt+backspace", "one two|", "alt+backspace", "one |"},
		{"ctrl+backspace", "one two|", "ctrl+backspace", "one |"},
		{"alt+d", "one| two", "alt+d", "one|"},
		{"ctrl+delete", "|one two", "ctrl+delete", "| two"},
		{"ctrl+u", "a\none| two", "ctrl+u", "a\n| two"},
		{"ctrl+u at a line's start", "a\n|b", "ctrl+u", "a\n|b"},
		{"enter", "a|b", "enter", "a\n|b"},
		{"enter in an item starts no other", "- [ ] one|", "enter", "- [ ] one\n|"},
		{"next item", "- one|", "alt+enter", "- one\n- |"},
		{"enter splits an item", "* one| two", "alt+enter", "* one\n* | two"},
		{"enter after a box", "- [x] one|", "alt+enter", "- [x] one\n- [ ] |"},
		{"enter in a set in item", "\t- [ ] one|", "alt+enter", "\t- [ ] one\n\t- [ ] |"},
		{"enter on an empty item", "- one\n- |", "alt+enter", "- one\n|"},
		{"enter on an empty box", "  - [ ] |", "alt+enter", "|"},
		{"enter before an item", "|- one", "alt+enter", "\n|- one"},
		{"enter within the marker", "- |[ ] one", "alt+enter", "- \n|[ ] one"},
		{"shift+enter in an item", "- one|", "shift+enter", "- one\n|"},
		{"ctrl+j in an item", "- one|", "ctrl+j", "- one\n|"},
		{"shift+delete", "a|bc", "shift+delete", "a|c"},
		{"enter on a dash line", "---|", "enter", "---\n|"},
		{"tab", "a|b", "tab", "a\t|b"},
		{"tab on lines", "|a\n\nb\nc", "shift+down shift+down shift+down tab", "[\ta\n\n\tb\n]|c"},
		{"tab on part of a line", "a|bc", "shift+right tab", "\ta[b]|c"},
		{"shift+tab", "\ta|", "shift+tab", "a|"},
		{"shift+tab on spaces", "      a|", "shift+tab", "  a|"},
		{"shift+tab within the spaces", "  |  a", "shift+tab", "|a"},
		{"shift+tab on nothing", "a|", "shift+tab", "a|"},
		{"alt+up", "a\nb|c\nd", "alt+up", "b|c\na\nd"},
		{"alt+up at the top", "a|\nb", "alt+up", "a|\nb"},
		{"alt+down", "a|a\nb", "alt+down", "b\na|a"},
		{"alt+down at the bottom", "a\nb|", "alt+down", "a\nb|"},
		{"alt+down with a selection", "|a\nb\nc", "shift+down shift+end alt+down", "c\n[a\nb]|"},
		{"alt+down, selection up to a line's start", "|a\nb", "shift+down alt+down", "b\n[a]|"},
		{"alt+up with a selection", "a\n|b\nc", "shift+down shift+end alt+up", "[b\nc]|\na"},
		{"ctrl+z", "a|", "x ctrl+z", "a|"},
		{"ctrl+y", "a|", "x ctrl+z ctrl+y", "ax|"},
		{"ctrl+shift+z", "a|", "x ctrl+z ctrl+shift+z", "ax|"},
		{"typing ends redo", "a|", "x ctrl+z y ctrl+y", "ay|"},
		{"undo brings a selection back", "a|bc", "shift+right x ctrl+z", "a[b]|c"},
		{"undo of alt+up", "a\nb|", "alt+up ctrl+z", "a\nb|"},
		{"redo of tab keeps the selection", "|a\nb", "ctrl+a tab ctrl+z ctrl+y", "[\ta\n\tb]|"},
		{"cut and paste", "a|bc", "shift+right ctrl+x end ctrl+v", "acb|"},
		{"copy and paste", "a|bc", "shift+right ctrl+c end ctrl+v", "abcb|"},
		{"cut without a selection", "a|bc", "ctrl+x", "a|bc"},
		{"mark joins the letter before", "e|x", "\u0301", "e\u0301|x"},
		{"letter before a mark", "|\u0301x", "e", "e\u0301|x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := at(c.before)
			for _, k := range strings.Fields(c.keys) {
				if !e.Handles(key(k)) && k != "esc" && k != "ctrl+c" {
					t.Fatalf("%s is not handled", k)
				}
				press(e, k)
			}
			wantText(t, e, c.after)
		})
	}
}

func TestHandles(t *testing.T) {
	t.Run("keys of the screen", func(t *testing.T) {
		e := at("ab|")
		for _, k := range []string{"ctrl+e", "ctrl+s", "ctrl+t", "ctrl+o", "ctrl+k", "ctrl+g", "ctrl+r", "esc", "ctrl+c", "alt+x", "ctrl+enter"} {
			if e.Handles(key(k)) {
				t.Errorf("%s is handled", k)
			}
			press(e, k)
		}
		wantText(t, e, "ab|")
	})
	t.Run("esc and ctrl+c with a selection", func(t *testing.T) {
		e := at("ab|")
		press(e, "shift+left")
		for _, k := range []string{"esc", "ctrl+c"} {
			if !e.Handles(key(k)) {
				t.Errorf("%s is not handled", k)
			}
		}
	})
	t.Run("every key of the help", func(t *testing.T) {
		e := at("ab|")
		press(e, "shift+left")
		for _, line := range e.Help() {
			if line.Desc == "" || line.Group == "" {
				t.Errorf("%q says too little", line.Keys)
			}
			for _, k := range strings.Split(line.Keys, " / ") {
				if !e.Handles(key(k)) {
					t.Errorf("%s is in the help but not handled", k)
				}
			}
		}
	})
	t.Run("other layouts and locks", func(t *testing.T) {
		e := at("ab|")
		for _, k := range []tea.KeyPressMsg{
			{Code: 'я', BaseCode: 'z', Mod: tea.ModCtrl},
			{Code: 'z', Mod: tea.ModCtrl | tea.ModCapsLock | tea.ModNumLock},
			{Code: 'Z', Mod: tea.ModCtrl | tea.ModShift},
			{Code: 'q', Text: "@", Mod: tea.ModCtrl | tea.ModAlt},
			{Code: tea.KeyKp7},
			{Code: tea.KeyKpEnter},
			{Code: tea.KeyKpLeft},
		} {
			if !e.Handles(k) {
				t.Errorf("%+v is not handled", k)
			}
		}
	})
}

func TestPaste(t *testing.T) {
	t.Run("line breaks", func(t *testing.T) {
		e := at("<|>")
		e.Update(tea.PasteMsg{Content: "a\r\nb\rc\n\td"})
		wantText(t, e, "<a\nb\nc\n\td|>")
		press(e, "ctrl+z")
		wantText(t, e, "<|>")
	})
	t.Run("over a selection", func(t *testing.T) {
		e := at("a|b")
		press(e, "shift+right")
		e.Update(tea.PasteMsg{Content: "xy"})
		wantText(t, e, "axy|")
		press(e, "ctrl+z")
		wantText(t, e, "a[b]|")
	})
	t.Run("control characters are kept", func(t *testing.T) {
		e := at("|")
		e.Update(tea.PasteMsg{Content: "\x1b[2J\x00\u202e\xff"})
		if got := e.Text(); got != "\x1b[2J\x00\u202e\xff" {
			t.Errorf("got %q", got)
		}
	})
	t.Run("asks the terminal", func(t *testing.T) {
		e := at("a|")
		if e.Update(key("ctrl+v")) == nil {
			t.Fatal("the terminal was not asked")
		}
		e.Update(tea.ClipboardMsg{Content: "b\r\nc"})
		wantText(t, e, "ab\nc|")
		e.Update(tea.ClipboardMsg{Content: "nobody asked"})
		wantText(t, e, "ab\nc|")
	})
	t.Run("own clip after the focus was away", func(t *testing.T) {
		e := at("|ab")
		press(e, "shift+right", "ctrl+c", "end")
		e.Update(tea.BlurMsg{})
		if e.Update(key("ctrl+v")) == nil {
			t.Fatal("the terminal was not asked")
		}
		wantText(t, e, "ab|")
		press(e, "ctrl+v")
		wantText(t, e, "aba|")
		e.Update(tea.ClipboardMsg{Content: "late"})
		wantText(t, e, "aba|")
	})
	t.Run("copy goes to the terminal", func(t *testing.T) {
		e := at("|ab")
		press(e, "shift+right")
		if e.Update(key("ctrl+c")) == nil || e.Update(key("ctrl+x")) == nil {
			t.Fatal("nothing was sent")
		}
		wantText(t, e, "|b")
	})
}

func TestInsert(t *testing.T) {
	for _, c := range []struct{ name, before, after string }{
		{"empty", "|", "## Q\n|"},
		{"after words", "wor|ds", "words\n\n## Q\n|"},
		{"on an empty line", "words\n|", "words\n\n## Q\n|"},
		{"on an empty line with one above", "words\n\n|", "words\n\n## Q\n|"},
		{"between", "one|\ntwo", "one\n\n## Q\n|\n\ntwo"},
		{"between with room", "one|\n\ntwo", "one\n\n## Q\n|\n\ntwo"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := at(c.before)
			e.InsertBlock("## Q")
			wantText(t, e, c.after)
			press(e, "ctrl+z")
			wantText(t, e, c.before)
			press(e, "ctrl+y")
			wantText(t, e, c.after)
		})
	}
	t.Run("in the place of everything", func(t *testing.T) {
		e := at("one\ntw|o")
		e.Replace("one more\ntwo")
		wantText(t, e, "one mo|re\ntwo")
		press(e, "ctrl+z")
		wantText(t, e, "one\ntw|o")
		e.Replace("")
		wantText(t, e, "|")
		press(e, "ctrl+z")
		wantText(t, e, "one\ntw|o")
	})
	t.Run("at the cursor", func(t *testing.T) {
		e := at("a|b")
		e.Insert("x\ny")
		wantText(t, e, "ax\ny|b")
		press(e, "ctrl+z")
		wantText(t, e, "a|b")
	})
}
