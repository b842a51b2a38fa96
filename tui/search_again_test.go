package tui

import (
	"strings"
	"testing"
)

func TestSearchAgain(t *testing.T) {
	t.Run("up brings back what was looked for last", func(t *testing.T) {
		d, _ := searching(t)
		d.seesNot("↑")
		d.types("panel list")
		d.keys("esc", "/")
		d.sees("↑ panel list", "WORDS")
		d.keys("up")
		d.sees("/ panel list", "send the panel list")
		d.seesNot("↑")
		d.keys("down", "up")
		d.sees("/ panel list")
	})
	t.Run("also after something was opened", func(t *testing.T) {
		d, _ := searching(t)
		d.types("panel list")
		d.keys("enter", "g", "/")
		d.sees("↑ panel list")
		d.types("xyl")
		d.seesNot("↑ panel list")
		d.keys("up")
		d.sees("/ xyl")
	})
	t.Run("on a page that was found, what is typed takes the place of the words", func(t *testing.T) {
		d, _ := searching(t)
		d.types("panel list")
		d.keys("enter", "/")
		d.sees("/ panel list", "send the panel list")
		d.types("find")
		d.sees("/ find", "find the list of panels")
		d.keys("enter", "/", "down", "esc", "/")
		d.sees("↑ find")
	})
	t.Run("words that were taken away again leave the ones before", func(t *testing.T) {
		d, _ := searching(t)
		d.types("panel")
		d.keys("esc", "/")
		d.types("x")
		d.keys("backspace", "esc", "/")
		d.sees("↑ panel")
	})
	t.Run("not in a made-up journal", func(t *testing.T) {
		d, _ := searching(t)
		d.types("panel list")
		d.keys("esc", "I", "]", "esc")
		d.settle(d.root.enterDemo(demoOpened{store: newDesk(t).store(), close: func() error { return nil }}))
		d.keys("/")
		d.seesNot("↑ panel list")
		if d.root.env.Period != "" {
			t.Error("it looks at the time of the other journal")
		}
	})
	t.Run("not in company", func(t *testing.T) {
		d, _ := searching(t)
		d.types("priya")
		d.keys("esc", "v", "/")
		d.seesNot("riya")
		d.keys("up")
		d.seesNot("riya")
	})
}

// TestSearchBegun says of a filter with nothing behind it that it goes on, not that it is no word.
func TestSearchBegun(t *testing.T) {
	for typed, want := range map[string]string{
		"with:":  "Go on typing, or take what is proposed with tab.",
		"is:":    "Go on typing, or take what is proposed with tab.",
		`with:"`: "Go on typing, or take what is proposed with tab.",
		"-":      "Signs alone are not searched.",
	} {
		d, _ := searching(t)
		d.types(typed)
		d.sees(want)
	}
	d := newDesk(t)
	d.keys("/")
	d.types("focus:")
	d.sees("Go on typing: nothing stands behind this filter yet.")
}

// TestSearchSaidWhole says all of what a filter takes where nothing is found.
func TestSearchSaidWhole(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {60, 20}, {44, 14}, {120, 40}} {
		d, _ := searching(t)
		d.size(size[0], size[1])
		d.types("is:shfit ")
		if got := d.flat(); !strings.Contains(got, "relationship or question.") {
			t.Errorf("at %v:\n%s", size, d.screen())
		}
	}
}
