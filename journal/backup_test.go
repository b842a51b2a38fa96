package journal

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// at reads days and minutes as a test writes them.
func at(t *testing.T, loc *time.Location, words string) (out []time.Time) {
	t.Helper()
	for _, w := range strings.Fields(words) {
		layout := "2006-01-02"
		if strings.Contains(w, "T") {
			layout = "2006-01-02T15:04"
		}
		v, err := time.ParseInLocation(layout, w, loc)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

func TestKeepBackups(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, times, now, gone string // a time that ends in u is of before an update
		loc                    *time.Location
	}{
		{"none", "", "2026-11-22", "", time.UTC},
		{"all of the newest day", "2026-11-22T09:00 2026-11-22T10:00 2026-11-22T11:00", "2026-11-22T12:00", "", time.UTC},
		{"all of an earlier day", "2026-11-21T09:00 2026-11-21T10:00 2026-11-21T23:59 2026-11-22T00:01", "2026-11-22T12:00", "", time.UTC},
		{
			"of the eighth day nothing, but for the last of its week",
			"2026-11-15T09:00 2026-11-15T10:00 2026-11-16T09:00 2026-11-16T10:00 2026-11-16T11:00 2026-11-17 2026-11-18 2026-11-19 2026-11-20 2026-11-21 2026-11-22 2026-11-23",
			"2026-11-23T12:00",
			// 15 November is a Sunday, and closes the week before.
			"2026-11-15T09:00 2026-11-16T09:00 2026-11-16T10:00 2026-11-16T11:00", time.UTC,
		},
		{"the day where the person is", "2026-11-14T23:30 2026-11-15T00:30 2026-11-16 2026-11-17 2026-11-18 2026-11-19 2026-11-20 2026-11-21", "2026-11-22T12:00", "2026-11-14T23:30", berlin},
		{"an hour that comes twice", "2026-10-19T02:30 2026-10-25T02:30 2026-10-25T03:30 2026-10-26 2026-10-27 2026-10-28 2026-10-29 2026-10-30 2026-10-31", "2026-11-01T12:00", "2026-10-19T02:30", berlin},
		{
			"seven days, then the last of a week, then of a month",
			"2026-08-01 2026-08-31 2026-09-15 2026-10-30 2026-10-31 2026-11-02 2026-11-08 2026-11-09 2026-11-10 2026-11-15 2026-11-16 2026-11-17 2026-11-18 2026-11-19 2026-11-20 2026-11-21 2026-11-22",
			"2026-11-22T12:00",
			// 15, 8 and 1 November's weeks are still there; 31 October closes a week and a month.
			"2026-08-01 2026-10-30 2026-11-02 2026-11-09 2026-11-10",
			time.UTC,
		},
		{
			"days that were left out count for nothing",
			"2020-01-01 2021-05-05 2022-01-01 2023-01-01 2024-01-01 2025-01-01 2026-01-01", "2026-11-22", "", time.UTC,
		},
		{
			"thirteen months",
			"2025-01-01 2025-02-01 2025-03-01 2025-04-01 2025-05-01 2025-06-01 2025-07-01 2025-08-01 2025-09-01 2025-10-01 2025-11-01 2025-12-01 2026-01-01",
			"2026-01-02", "2025-01-01", time.UTC,
		},
		{
			"the newest of before an update, however old",
			"2019-01-01u 2020-01-01u 2024-12-01 2025-01-01 2025-02-01 2025-03-01 2025-04-01 2025-05-01 2025-06-01 2025-07-01 2025-08-01 2025-09-01 2025-10-01 2025-11-01 2025-12-01",
			"2025-12-02", "2019-01-01u 2024-12-01", time.UTC,
		},
		{
			"one of before an update stays where another of its day goes",
			"2026-11-10T09:00u 2026-11-10T09:01 2026-11-15 2026-11-16 2026-11-17 2026-11-18 2026-11-19 2026-11-20 2026-11-21 2026-11-22",
			"2026-11-22T12:00", "2026-11-10T09:01", time.UTC,
		},
		{"a clock that went back takes nothing", "2026-11-01T09:00 2026-11-02T09:00 2026-11-21T09:00 2026-11-21T10:00 2026-11-22T09:00 2026-11-22T10:00", "1999-12-31", "", time.UTC},
		{"a clock that is far ahead neither", "2026-11-20 2026-11-21 2026-11-22 2099-01-01", "2099-01-01T12:00", "", time.UTC},
		{
			"what was made while it was ahead takes no place",
			"2026-11-09T09:00 2026-11-10T09:00 2026-11-16 2026-11-17 2026-11-18 2026-11-19 2026-11-20 2026-11-21 2026-11-22 2099-01-01 2099-01-02",
			"2026-11-22T12:00", "2026-11-09T09:00", time.UTC,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			words := strings.Fields(c.times)
			var made []BackupMade
			for i, at := range at(t, c.loc, strings.ReplaceAll(c.times, "u", "")) {
				made = append(made, BackupMade{At: at, BeforeUpdate: strings.HasSuffix(words[i], "u")})
			}
			now := at(t, c.loc, c.now)[0]
			var gone []string
			for i, keep := range KeepBackups(made, now) {
				if !keep {
					gone = append(gone, words[i])
				}
			}
			if got := strings.Join(gone, " "); got != c.gone {
				t.Errorf("it lets go %q, want %q", got, c.gone)
			}
		})
	}
}

// backupYear is a journal's backups in a year in which things happen to them.
type backupYear struct {
	t    *testing.T
	rng  *rand.Rand
	have []BackupMade
	ever []BackupMade // also those that went
}

// makes makes one at now and takes away what is not kept.
func (y *backupYear) makes(now time.Time) {
	y.t.Helper()
	b := BackupMade{At: now.Truncate(time.Minute), BeforeUpdate: y.rng.IntN(40) == 0}
	had := append(slices.Clone(y.have), b)
	y.rng.Shuffle(len(had), func(i, j int) { had[i], had[j] = had[j], had[i] })
	y.ever = append(y.ever, b)
	y.have = nil
	for i, keep := range KeepBackups(had, now) {
		if keep {
			y.have = append(y.have, had[i])
		}
	}
	newest := slices.MaxFunc(had, func(a, b BackupMade) int { return a.At.Compare(b.At) })
	if !slices.Contains(y.have, b) || !slices.Contains(y.have, newest) {
		y.t.Fatalf("%v: the one just made or the newest one went", now)
	}
	for _, b := range had {
		if (b.At.After(now) || y.of("d", b.At) == y.of("d", now)) && !slices.Contains(y.have, b) {
			y.t.Fatalf("%v: that of %v went", now, b.At)
		}
	}
}

func (*backupYear) of(span string, t time.Time) string {
	switch span {
	case "d":
		return t.Format("2006-01-02")
	case "w":
		year, week := t.ISOWeek()
		return fmt.Sprintf("%d-%02d", year, week)
	}
	return t.Format("2006-01")
}

// spans are the newest days, weeks or months of some backups.
func (y *backupYear) spans(of []BackupMade, span string, most int) []string {
	var all []string
	for _, b := range of {
		all = append(all, y.of(span, b.At))
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return all[max(0, len(all)-most):]
}

// enough makes sure that, with the clock right, each of the newest days, weeks and months there ever
// was a backup of still has one, whatever the clock did before.
func (y *backupYear) enough(now time.Time) {
	y.t.Helper()
	for span, most := range map[string]int{"d": dailyBackups, "w": weeklyBackups, "m": monthlyBackups} {
		for _, s := range y.spans(y.ever, span, most) {
			if !slices.ContainsFunc(y.have, func(b BackupMade) bool { return y.of(span, b.At) == s }) {
				y.t.Fatalf("%v: nothing is left of %s", now, s)
			}
		}
	}
	var updates []BackupMade
	for _, b := range y.ever {
		if b.BeforeUpdate {
			updates = append(updates, b)
		}
	}
	if len(updates) > 0 {
		if b := slices.MaxFunc(updates, func(a, b BackupMade) int { return a.At.Compare(b.At) }); !slices.Contains(y.have, b) {
			y.t.Fatalf("%v: the newest of before an update went, of %v", now, b.At)
		}
	}
}

// TestKeepBackupsForAYear makes backups for more than a year, some days none and some days several,
// with a clock that is set back now and then, for minutes or for months.
func TestKeepBackupsForAYear(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(8) {
		y := &backupYear{t: t, rng: rand.New(rand.NewPCG(seed, 1))}
		day := time.Date(2025, 10, 1, 9, 0, 0, 0, berlin)
		most := 0
		for range 420 {
			day = day.AddDate(0, 0, 1)
			if y.rng.IntN(5) == 0 {
				continue // a day without words
			}
			if y.rng.IntN(25) == 0 {
				wrong := day.Add(-time.Duration(y.rng.Int64N(int64(120 * 24 * time.Hour))))
				for range 1 + y.rng.IntN(12) {
					y.makes(wrong)
					wrong = wrong.Add(time.Duration(y.rng.Int64N(int64(30 * time.Hour))))
					if wrong.After(day) {
						wrong = day
					}
				}
			}
			now := day
			for range 1 + y.rng.IntN(3) {
				y.makes(now)
				now = now.Add(time.Duration(1+y.rng.IntN(240)) * time.Minute)
			}
			y.enough(now)
			most = max(most, len(y.have))
		}
		if n := len(y.spans(y.have, "m", 99)); n < monthlyBackups {
			t.Errorf("seed %d: at last there are %d months", seed, n)
		}
		// Seven days of at most three, or twelve more where the clock was wrong, and what weeks, months
		// and an update add.
		if limit := 7*3 + 12 + weeklyBackups + monthlyBackups + 1; most > limit || len(y.have) > 7*3+weeklyBackups+monthlyBackups+1 {
			t.Errorf("seed %d: there were %d, and are %d at last", seed, most, len(y.have))
		}
	}
}

// TestKeepBackupsOneADay makes one backup a day, as the program does unasked: few are kept.
func TestKeepBackupsOneADay(t *testing.T) {
	y := &backupYear{t: t, rng: rand.New(rand.NewPCG(1, 1))}
	day := time.Date(2024, 1, 1, 9, 0, 0, 0, time.UTC)
	for range 3 * 365 {
		y.makes(day)
		y.enough(day)
		day = day.AddDate(0, 0, 1)
	}
	if days := y.spans(y.have, "d", 99); len(days) < 19 || len(days) > 24 || len(y.have) != len(days) {
		t.Errorf("%d are left, of %d days", len(y.have), len(days))
	}
	if n := len(y.spans(y.have, "m", 99)); n < monthlyBackups {
		t.Errorf("%d months are left", n)
	}
}
