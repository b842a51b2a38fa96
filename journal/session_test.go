package journal

import (
	"strings"
	"testing"
	"time"
)

func TestSessionValidate(t *testing.T) {
	ok := Session{Role: RoleMentee, At: time.Date(2026, 11, 21, 14, 30, 0, 0, time.UTC), Note: "We talked."}
	change := func(f func(*Session)) Session {
		s := ok
		f(&s)
		return s
	}
	tests := []struct {
		name string
		s    Session
		says string
	}{
		{"OK", ok, ""},
		{"OK a whole day", change(func(s *Session) { s.Minutes = MaxMinutes }), ""},
		{"ErrRole", change(func(s *Session) { s.Role = "" }), "the role you took"},
		{"ErrMinutes", change(func(s *Session) { s.Minutes = MaxMinutes + 1 }), "minutes"},
		{"ErrMinutes negative", change(func(s *Session) { s.Minutes = -1 }), "minutes"},
		{"ErrTime", change(func(s *Session) { s.At = time.Time{} }), "needs a time"},
		{"ErrNoWords", change(func(s *Session) { s.Note = " \n" }), "no words"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, tt.s.Validate(), tt.says) })
	}
}

func TestValidateNote(t *testing.T) {
	tests := []struct{ name, text, says string }{
		{"OK", "words", ""},
		{"OK control characters", "a\x1b[31m\x00", ""},
		{"OK as long as can be", strings.Repeat("x", MaxNote), ""},
		{"ErrNoWords", "", "no words"},
		{"ErrNoWords not to be seen", "\u200b\r\n\t", "no words"},
		{"ErrUTF8", "words\xff", "not UTF-8"},
		{"ErrTooLong", strings.Repeat("x", MaxNote+1), "64 MB"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, ValidateNote(tt.text), tt.says) })
	}
}

func TestParseMedium(t *testing.T) {
	for s, want := range map[string]Medium{"": "", "In person": MediumInPerson, "phone": MediumCall, "chat": MediumText, "E-Mail": MediumMail} {
		if got, err := ParseMedium(s); err != nil || got != want {
			t.Errorf("ParseMedium(%q) = %q, %v; want %q", s, got, err, want)
		}
	}
	for _, m := range Media() {
		if got, err := ParseMedium(string(m)); err != nil || got != m {
			t.Errorf("ParseMedium(%q) = %q, %v", m, got, err)
		}
	}
	_, err := ParseMedium("pigeon")
	wantInvalid(t, err, "pigeon")
}
