package journal

import (
	"slices"
	"time"
)

// How many backups are kept of each sort, counted among the days, weeks and months that have one.
// Nothing is counted by age, so that a clock that is wrong cannot make all of them too old.
const (
	dailyBackups   = 7
	weeklyBackups  = 4
	monthlyBackups = 12
)

// KeepBackups says which of the backups made at times are kept: all of the newest day, the first of
// each of the seven newest days, and of those first ones the last of each of the four newest weeks
// and twelve newest months. Days are those of now's zone. One that is later than now was named by a
// clock that was wrong, then or now: it is kept, and takes nobody's place.
func KeepBackups(times []time.Time, now time.Time) []bool {
	keep := make([]bool, len(times))
	var past []int // newest first
	for i, t := range times {
		if t.After(now) {
			keep[i] = true
		} else {
			past = append(past, i)
		}
	}
	slices.SortStableFunc(past, func(a, b int) int { return times[b].Compare(times[a]) })

	day := func(i int) Date { return DateOf(times[i].In(now.Location())) }
	var firsts []int // of each day, newest day first
	for n, i := range past {
		if day(i) == day(past[0]) {
			keep[i] = true
		}
		if n+1 == len(past) || day(past[n+1]) != day(i) {
			firsts = append(firsts, i)
		}
	}
	newestOf := func(most int, span func(i int) [2]int) {
		seen := map[[2]int]bool{}
		for _, i := range firsts {
			if s := span(i); !seen[s] && len(seen) < most {
				seen[s], keep[i] = true, true
			}
		}
	}
	newestOf(dailyBackups, func(i int) [2]int {
		t := times[i].In(now.Location())
		return [2]int{t.Year(), t.YearDay()}
	})
	newestOf(weeklyBackups, func(i int) [2]int {
		year, week := times[i].In(now.Location()).ISOWeek()
		return [2]int{year, week}
	})
	newestOf(monthlyBackups, func(i int) [2]int {
		t := times[i].In(now.Location())
		return [2]int{t.Year(), int(t.Month())}
	})
	return keep
}
