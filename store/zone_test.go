package store

import (
	"testing"
	"time"
)

func TestZones(t *testing.T) {
	samoa := must(time.LoadLocation("Pacific/Apia"))(t)
	newYork := must(time.LoadLocation("America/New_York"))(t)
	for _, c := range []struct {
		name string
		at   time.Time
		zone string
	}{
		{"utc", time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), "UTC"},
		{"named", time.Date(2026, 7, 1, 23, 59, 0, 0, berlin(t)), "Europe/Berlin"},
		{"skipped hour", time.Date(2026, 3, 29, 2, 30, 0, 0, berlin(t)), "Europe/Berlin"},
		{"first of a repeated hour", time.Date(2026, 11, 1, 1, 30, 0, 0, newYork), "America/New_York"},
		{"second of a repeated hour", time.Date(2026, 11, 1, 1, 30, 0, 0, newYork).Add(time.Hour), "America/New_York"},
		{"a day that is not there", time.Date(2011, 12, 30, 12, 0, 0, 0, samoa), "Pacific/Apia"},
		{"offset", time.Date(2026, 1, 1, 0, 0, 0, 0, time.FixedZone("", 7200)), "+02:00"},
		{"odd offset", time.Date(2026, 1, 1, 0, 0, 0, 0, time.FixedZone("", -(3600+23*60+4))), "-01:23:04"},
		{"a name of its own", time.Date(2026, 1, 1, 0, 0, 0, 0, time.FixedZone("home", 19800)), "+05:30"},
		{"a name that means another offset", time.Date(2026, 7, 1, 0, 0, 0, 0, time.FixedZone("Europe/Berlin", 3600)), "+01:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			z := newZones()
			name := z.name(c.at)
			if name != c.zone {
				t.Errorf("kept as %q, want %q", name, c.zone)
			}
			back := newZones().at(c.at.UnixMilli(), name)
			if !back.Equal(c.at) || back.Format("2006-01-02 15:04:05") != c.at.Format("2006-01-02 15:04:05") {
				t.Errorf("%s came back as %s", c.at, back)
			}
		})
	}
	t.Run("local", func(t *testing.T) {
		z := newZones()
		z.local = func() string { return "" }
		at := time.Now()
		if back := z.at(at.UnixMilli(), z.name(at)); back.Format(time.DateTime) != at.Format(time.DateTime) {
			t.Errorf("%s came back as %s", at, back)
		}
	})
	t.Run("unknown", func(t *testing.T) {
		if back := newZones().at(0, "Mars/Olympus"); back.Format(time.RFC3339) != "1970-01-01T00:00:00Z" {
			t.Errorf("back = %s", back)
		}
	})
}
