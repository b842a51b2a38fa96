package journal

import (
	"strings"
	"testing"
)

func TestCutDate(t *testing.T) {
	on := day(t, "2026-11-21") // a Saturday
	tests := []struct{ name, line, text, due string }{
		{"weekday", "send the panel list fri", "send the panel list", "2026-11-27"},
		{"day month", "rehearse the opening 1 dec", "rehearse the opening", "2026-12-01"},
		{"longest", "call Sam next tue", "call Sam", "2026-11-24"},
		{"with a year", "call Sam 1 dec 2027", "call Sam", "2027-12-01"},
		{"as echoed", "call Sam Tue 5 Jan 2027", "call Sam", "2027-01-05"},
		{"in weeks", "call Sam in 2 weeks", "call Sam", "2026-12-05"},
		{"plus", "call Sam +10d", "call Sam", "2026-12-01"},
		{"iso", "call Sam 2026-12-01", "call Sam", "2026-12-01"},
		{"by", "send it by fri", "send it", "2026-11-27"},
		{"due", "send it, due tomorrow", "send it", "2026-11-22"},
		{"due by", "the form, Due By fri", "the form", "2026-11-27"},
		{"on", "meet Leila on fri", "meet Leila", "2026-11-27"},
		{"due colon", "the form due: fri", "the form", "2026-11-27"},
		{"comma", "send it, fri", "send it", "2026-11-27"},
		{"comma and by", "send it , by fri", "send it", "2026-11-27"},
		{"full stop", "Send it by Friday.", "Send it", "2026-11-27"},
		{"full stop after a month", "Send it on 1 dec.", "Send it", "2026-12-01"},
		{"white space", "  send\tit \u00a0 1 \t dec  ", "send\tit", "2026-12-01"},
		{"only one date", "compare 1 dec fri", "compare 1 dec", "2026-11-27"},
		{"one letter", "x fri", "x", "2026-11-27"},
		{"standby keeps its end", "on standby fri", "on standby", "2026-11-27"},
		{"other scripts", "電話する 1 dec", "電話する", "2026-12-01"},
		{"invalid bytes", "\xff\xfe fri", "\xff\xfe", "2026-11-27"},
		{"nothing to be seen before it", "\u200b fri", "\u200b fri", ""},

		{"no date", "send the panel list", "send the panel list", ""},
		{"date within", "on fri send the list", "on fri send the list", ""},
		{"alone", "tomorrow", "tomorrow", ""},
		{"alone and longer", "next tue", "next tue", ""},
		{"alone with by", "by next tue", "by next tue", ""},
		{"alone with due", "due fri", "due fri", ""},
		{"alone after a comma", ", fri", ", fri", ""},
		{"alone with a day of six words", "due by tue 5 jan 2027", "due by tue 5 jan 2027", ""},
		{"empty", "", "", ""},
		{"blank", " \t", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, due, tried := CutDate(tt.line, on)
			if text != tt.text || due.String() != tt.due || tried != "" {
				t.Errorf("CutDate(%q) = %q, %q, tried %q; want %q, %q", tt.line, text, due, tried, tt.text, tt.due)
			}
		})
	}
}

func TestCutDateTried(t *testing.T) {
	on := day(t, "2026-11-21")
	for _, tried := range []string{
		"31 nov", "31 November", "30 feb 2027", "1 decembr", "1st dec", "1st of december", "dec 1st", "1 dec 27",
		"28-31 dec", "dec 2026", "31 nov.", "mon 1 dec", "mon 1 dec.", "tue 31 nov", "tue 1 dec 2027",
		"2026-13-01", "2026-12-1", "2026-12-01T14:00", "1/12", "1/12/2026", "12.1.", "12.1.2027",
		"next thursdy", "next week", "this fri", "last fri", "every friday", "this weekend", "wendesday", "tommorow",
		"thurdsay.", "in 2 fortnights", "in two weeks", "in a year", "in 2 weks", "in 99999999999 weeks", "in 2-3 weeks",
		"+10x", "+10days", "+99999999d", "fri 14:00", "fri at 14:00", "1 dec 9am", "tomorrow at 9:30pm",
		"tue 5 jan 2027 at 14:00", "day after tomorrow", "a week today", "two weeks fri", "by the 3rd",
	} {
		t.Run(tried, func(t *testing.T) {
			line := "send the panel list " + tried
			text, due, got := CutDate(" "+line+" ", on)
			if text != line || !due.IsZero() || got != tried {
				t.Errorf("CutDate(%q) = %q, %q, tried %q", line, text, due, got)
			}
		})
	}
}

func TestCutDatePlain(t *testing.T) {
	on := day(t, "2026-11-21")
	for _, line := range []string{
		"read chapter 12", "read chapter 3.2", "be there 24 hours", "ask 5 people", "score it 50/50", "bring a +1",
		"call +44123456789", "set up a 1-2-1", "move to version 1.2.3", "say it in 2 ways", "finish in 3 steps",
		"think about it in a while", "plan the week", "no meetings on fridays", "walk at midday", "call at 14:00",
		"write up what we said yesterday", "send her a birthday card for her birthday", "do it next time", "page 2026",
		"read the 3rd", "she is in month 3", "the marketing plan 5", "in 3", "count down 3, 2, 1", "what may come",
		"ask 2 marketers", "say +1", "x-y-z", "-/-", "1-", "/1", "..", "+", "1/", "about 192.168.1.1",
	} {
		t.Run(line, func(t *testing.T) {
			if text, due, tried := CutDate(line, on); text != line || !due.IsZero() || tried != "" {
				t.Errorf("CutDate(%q) = %q, %q, tried %q", line, text, due, tried)
			}
		})
	}
}

func TestCutDateLong(t *testing.T) {
	on := day(t, "2026-11-21")
	long := strings.Repeat("x", 1<<20)
	for _, head := range []string{long, strings.Repeat("a ", 1<<19) + "b", "a" + strings.Repeat(" ", 1<<20) + "b"} {
		if text, due, _ := CutDate(head+" fri", on); text != head || due.String() != "2026-11-27" {
			t.Errorf("a long line reads as %d bytes and %q", len(text), due)
		}
	}
}
