package journal

import (
	"strings"
	"testing"
	"time"
)

func TestReadMoment(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 21, 18, 46, 7, 8, berlin) // a Saturday
	tests := []struct{ name, words, want string }{
		{"date and time", "2026-11-20 14:00", "2026-11-20T14:00:00+01:00"},
		{"date and time with T", "2026-11-20T14:00", "2026-11-20T14:00:00+01:00"},
		{"date and time in summer", "2026-07-20 14:00", "2026-07-20T14:00:00+02:00"},
		{"date and seconds", "2026-11-20 14:00:59", "2026-11-20T14:00:59+01:00"},
		{"offset", "2026-11-20T14:00:00+05:30", "2026-11-20T14:00:00+05:30"},
		{"offset without seconds", "2026-11-20T14:00-08:00", "2026-11-20T14:00:00-08:00"},
		{"offset after a space", "2026-11-20 14:00+05:30", "2026-11-20T14:00:00+05:30"},
		{"utc", "2026-11-20T14:00:00Z", "2026-11-20T14:00:00Z"},
		{"utc in lower case", "2026-11-20t14:00z", "2026-11-20T14:00:00Z"},
		{"date", "2026-11-20", "2026-11-20T12:00:00+01:00"},
		{"date of today", "2026-11-21", "2026-11-21T18:46:07+01:00"},
		{"time", "14:00", "2026-11-21T14:00:00+01:00"},
		{"time of one figure", "9:30", "2026-11-21T09:30:00+01:00"},
		{"today", "today", "2026-11-21T18:46:07+01:00"},
		{"today and time", "today 9:30", "2026-11-21T09:30:00+01:00"},
		{"yesterday", "yesterday", "2026-11-20T12:00:00+01:00"},
		{"yesterday and time", "Yesterday  14:00", "2026-11-20T14:00:00+01:00"},
		{"weekday", "mon", "2026-11-16T12:00:00+01:00"},
		{"weekday and time", "fri 14:00", "2026-11-20T14:00:00+01:00"},
		{"weekday after today's", "sunday 14:00", "2026-11-15T14:00:00+01:00"},
		{"weekday of today", "sat", "2026-11-21T18:46:07+01:00"},
		{"weekday of today, earlier", "sat 14:00", "2026-11-21T14:00:00+01:00"},
		{"weekday of today, not yet", "sat 19:00", "2026-11-14T19:00:00+01:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ReadMoment(tt.words, now)
			if err != nil || got.Format(time.RFC3339) != tt.want {
				t.Errorf("ReadMoment(%q) = %s, %v; want %s", tt.words, got.Format(time.RFC3339), err, tt.want)
			}
		})
	}
}

func TestReadMomentErr(t *testing.T) {
	now := time.Date(2026, 11, 21, 18, 46, 0, 0, time.UTC)
	for _, words := range []string{
		"", "soon", "tomorrow", "tomorrow 9:00", "24:00", "9:60", "9:5", "9", "9am", "fri 25:00", "2026-13-01", "2026-11-31 14:00",
		"2026-11-20 14:00 extra", "0000-01-01", "0000-01-01 14:00", "0001-01-01T00:00:00+05:00", "14:00 fri",
		"2026-11-20T", "T14:00", "fri 14:00+01:00", "9:30:5", "\x1b[31m", strings.Repeat("x", 1000),
	} {
		got, err := ReadMoment(words, now)
		if ErrorCode(err) != CodeInvalid || !got.IsZero() {
			t.Errorf("ReadMoment(%.40q) = %v, %v; want an invalid error", words, got, err)
			continue
		}
		if msg := err.Error(); !strings.Contains(msg, "2026-11-20 14:00") || strings.ContainsAny(msg, "\x1b\n") || len(msg) > 300 {
			t.Errorf("ReadMoment(%.40q) says %q", words, msg)
		}
	}
}

func TestReadMomentToCome(t *testing.T) {
	now := time.Date(2026, 11, 21, 18, 46, 0, 0, time.UTC)
	for _, words := range []string{"2027-01-05 09:00", "23:00", "2026-11-22", "2026-11-21 20:00+01:00"} {
		got, err := ReadMoment(words, now)
		if wanted := words == "2026-11-21 20:00+01:00"; wanted != (err == nil) {
			t.Errorf("ReadMoment(%q) = %v, %v", words, got, err)
		}
		if err != nil && err.Error() != "“"+words+"” is still to come; a conversation is told once it was." {
			t.Errorf("ReadMoment(%q) says %q", words, err)
		}
		written, err := ReadWritten(words, now)
		if !written.Equal(got) || err != nil && err.Error() != "“"+words+"” is still to come; an answer is dated when it was written." {
			t.Errorf("ReadWritten(%q) = %v, %v", words, written, err)
		}
	}
}

func TestReadMomentClockChange(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 21, 18, 46, 0, 0, berlin)
	tests := []struct {
		name, words string
		want        time.Time
	}{
		{"skipped", "2026-03-29 02:30", time.Date(2026, 3, 29, 2, 30, 0, 0, berlin)},
		{"repeated", "2026-10-25 02:30", time.Date(2026, 10, 25, 2, 30, 0, 0, berlin)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for range 3 {
				got, err := ReadMoment(tt.words, now)
				if err != nil || !got.Equal(tt.want) || got.Location() != berlin {
					t.Errorf("ReadMoment(%q) = %v, %v; want %v", tt.words, got, err, tt.want)
				}
			}
		})
	}
}
