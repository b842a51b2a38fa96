package store

import (
	"context"
	"testing"
	"time"

	"bothways/journal"
)

// TestDays keeps a note at odd hours of the world's clocks, and reads it on a journey: it belongs to
// the day it was written on, wherever it is read.
func TestDays(t *testing.T) {
	at := func(zone string, y int, mo time.Month, d, h, m int) time.Time {
		loc, err := time.LoadLocation(zone)
		ok(t, err)
		return time.Date(y, mo, d, h, m, 0, 0, loc)
	}
	for _, c := range []struct {
		name string
		at   time.Time
		day  string
	}{
		{"Berlin, the hour that is not there", at("Europe/Berlin", 2026, 3, 29, 2, 30), "2026-03-29"},
		{"Berlin, just before it", at("Europe/Berlin", 2026, 3, 29, 1, 59), "2026-03-29"},
		{"Berlin, the hour that comes twice", at("Europe/Berlin", 2026, 10, 25, 2, 30), "2026-10-25"},
		{"Berlin, the second time", at("Europe/Berlin", 2026, 10, 25, 2, 30).Add(time.Hour), "2026-10-25"},
		{"Berlin, just after midnight", at("Europe/Berlin", 2026, 7, 1, 0, 5), "2026-07-01"},
		{"New York, the hour that is not there", at("America/New_York", 2026, 3, 8, 2, 30), "2026-03-08"},
		{"New York, the hour that comes twice", at("America/New_York", 2026, 11, 1, 1, 30), "2026-11-01"},
		{"New York, late in the evening", at("America/New_York", 2026, 11, 20, 23, 50), "2026-11-20"},
		{"Samoa, the day before the lost one", at("Pacific/Apia", 2011, 12, 29, 23, 59), "2011-12-29"},
		{"Samoa, a minute later", at("Pacific/Apia", 2011, 12, 29, 23, 59).Add(time.Minute), "2011-12-31"},
		{"the line islands", at("Pacific/Kiritimati", 2026, 11, 22, 0, 30), "2026-11-22"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := MustOpen(t)
			kept := must(s.KeepNote(context.Background(), journal.Note{PersonName: "Ona", Role: journal.RoleMentor, Text: "words", At: c.at}))(t)
			for _, zone := range []string{"Pacific/Pago_Pago", "Asia/Tokyo", "Europe/Berlin"} {
				loc, err := time.LoadLocation(zone)
				ok(t, err)
				far := must(Open(context.Background(), Options{Path: s.path, Now: func() time.Time { return time.Date(2026, 11, 21, 14, 0, 0, 0, loc) }}))(t)
				v := must(far.Session(context.Background(), kept.Session.ID))(t)
				if got := journal.DateOf(v.At).String(); got != c.day || !v.At.Equal(c.at) {
					t.Errorf("read in %s it is of %s (%s), want %s", zone, got, v.At, c.day)
				}
				ok(t, far.Close())
			}
		})
	}
}

// TestClockBack writes while the clock goes back: the order is by when a conversation was, and of two
// at the same moment the one written last is the newest.
func TestClockBack(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	noon := time.Date(2026, 11, 20, 12, 0, 0, 0, berlin(t))
	var rel int64
	for i, at := range []time.Time{noon, noon.Add(-time.Hour), noon, noon.Add(-2 * time.Hour)} {
		s.now = func() time.Time { return noon.Add(-time.Duration(i) * 24 * time.Hour) }
		n := journal.Note{PersonName: "Ona", Role: journal.RoleMentor, Text: string(rune('a' + i)), At: at}
		if i > 0 {
			n.PersonName, n.RelationshipID = "", rel
		}
		rel = must(s.KeepNote(ctx, n))(t).Session.RelationshipID
	}
	got := ""
	page, _, err := s.Sessions(ctx, SessionQuery{RelationshipID: rel})
	ok(t, err)
	for _, v := range page {
		got += v.Note
	}
	if got != "cabd" {
		t.Errorf("the order is %s", got)
	}
}
