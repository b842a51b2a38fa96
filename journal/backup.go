package journal

import (
	"slices"
	"time"
)

// How many days, weeks and months with a backup keep one. Nothing is counted by age, so that a clock
// that is wrong cannot make all of them too old.
const (
	dailyBackups   = 7
	weeklyBackups  = 4
	monthlyBackups = 12
)

// BackupMade is when a backup was made, and whether that was because the journal was about to get a
// newer form.
type BackupMade struct {
	At           time.Time
	BeforeUpdate bool
}

// KeepBackups says which of the backups are kept: all of each of the seven newest days, the last of
// each of the four newest weeks and of each of the twelve newest months, and the newest one from
// before an update, without which there is no way back to the version that wrote it. Only the first
// of a day is made unasked, so that those of seven days are no more than somebody wanted.
//
// Days, weeks (Monday to Sunday) and months are those of now's zone, counted among those that have
// one. A backup that is later than now was named by a clock that was wrong, then or now: it is kept,
// and takes nobody's place.
func KeepBackups(made []BackupMade, now time.Time) []bool {
	keep := make([]bool, len(made))
	var past []int // newest first
	for i, b := range made {
		if b.At.After(now) {
			keep[i] = true
		} else {
			past = append(past, i)
		}
	}
	slices.SortStableFunc(past, func(a, b int) int { return made[b].At.Compare(made[a].At) })

	// newest keeps those of the newest spans, most of them: all of each, or the last.
	newest := func(most int, all bool, span func(time.Time) [2]int) {
		seen := map[[2]int]bool{}
		for _, i := range past {
			s := span(made[i].At.In(now.Location()))
			fresh := !seen[s]
			if fresh && len(seen) == most {
				return // the rest are of earlier spans
			}
			seen[s] = true
			keep[i] = keep[i] || fresh || all
		}
	}
	newest(dailyBackups, true, func(t time.Time) [2]int { return [2]int{t.Year(), t.YearDay()} })
	newest(weeklyBackups, false, func(t time.Time) [2]int {
		year, week := t.ISOWeek()
		return [2]int{year, week}
	})
	newest(monthlyBackups, false, func(t time.Time) [2]int { return [2]int{t.Year(), int(t.Month())} })
	for _, i := range past {
		if made[i].BeforeUpdate {
			keep[i] = true
			break
		}
	}
	return keep
}
