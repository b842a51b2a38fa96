package journal

import (
	"encoding/json"
	"testing"
	"time"
)

func TestNewDate(t *testing.T) {
	tests := []struct {
		name             string
		year, month, day int
		ok               bool
	}{
		{"OK", 2026, 11, 21, true},
		{"leap day", 2028, 2, 29, true},
		{"no leap day", 2027, 2, 29, false},
		{"no leap day in a century", 2100, 2, 29, false},
		{"31 nov", 2026, 11, 31, false},
		{"day 0", 2026, 11, 0, false},
		{"month 0", 2026, 0, 1, false},
		{"month 13", 2026, 13, 1, false},
		{"first", 1, 1, 1, true},
		{"last", 9999, 12, 31, true},
		{"year 0", 0, 1, 1, false},
		{"year 10000", 10000, 1, 1, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d, ok := NewDate(tt.year, time.Month(tt.month), tt.day); ok != tt.ok {
				t.Errorf("NewDate = %v, %v; want %v", d, ok, tt.ok)
			}
		})
	}
}

func TestParseISODate(t *testing.T) {
	for _, s := range []string{"", "2026-11-21", "2028-02-29", "0001-01-01"} {
		if d, err := ParseISODate(s); err != nil || d.String() != s {
			t.Errorf("ParseISODate(%q) = %q, %v", s, d, err)
		}
	}
	for _, s := range []string{"2026-11-31", "2026-11-2", "21.11.2026", "2026-11-21T00:00", " "} {
		if d, err := ParseISODate(s); ErrorCode(err) != CodeInvalid || !d.IsZero() {
			t.Errorf("ParseISODate(%q) = %v, %v; want an invalid error", s, d, err)
		}
	}
}

func TestDateOrder(t *testing.T) {
	a, b := day(t, "2026-12-31"), day(t, "2027-01-01")
	if !a.Before(b) || b.Before(a) || a.Before(a) || !b.After(a) || a.After(b) || a.After(a) {
		t.Error("31 December and 1 January are not in order")
	}
	if b.DaysSince(a) != 1 || a.DaysSince(b) != -1 || a.DaysSince(a) != 0 || day(t, "2028-03-01").DaysSince(day(t, "2028-02-28")) != 2 {
		t.Error("DaysSince miscounts")
	}
	if a.AddDays(1) != b || b.AddDays(-1) != a || a.Weekday() != time.Thursday {
		t.Error("AddDays or Weekday is off")
	}
}

func TestDateAddMonths(t *testing.T) {
	tests := []struct {
		from string
		n    int
		want string
	}{
		{"2026-11-21", 1, "2026-12-21"},
		{"2026-11-21", 2, "2027-01-21"},
		{"2027-01-31", 1, "2027-02-28"},
		{"2028-01-31", 1, "2028-02-29"},
		{"2027-03-31", -1, "2027-02-28"},
		{"2026-11-30", 3, "2027-02-28"},
		{"2026-11-21", 0, "2026-11-21"},
	}
	for _, tt := range tests {
		if got := day(t, tt.from).AddMonths(tt.n); got.String() != tt.want {
			t.Errorf("%s and %d months is %s, want %s", tt.from, tt.n, got, tt.want)
		}
	}
}

func TestDateOf(t *testing.T) {
	// The day is the one in the moment's own zone.
	east := time.FixedZone("", 10*60*60)
	if got := DateOf(time.Date(2026, 11, 21, 1, 0, 0, 0, east)); got.String() != "2026-11-21" {
		t.Errorf("DateOf = %s", got)
	}
}

func TestDateJSON(t *testing.T) {
	got, err := json.Marshal([]Date{day(t, "2026-11-21"), {}})
	if err != nil || string(got) != `["2026-11-21",null]` {
		t.Errorf("Marshal = %s, %v", got, err)
	}
}
