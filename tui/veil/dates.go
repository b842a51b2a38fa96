package veil

import (
	"regexp"
	"slices"
	"strings"

	"bothways/journal"
)

// withoutDates leaves the month or the weekday alone with which a row of the program's own begins: a
// month before a knot and a day, the day something is due between its sign and the rest of the row. It is
// no name there, whoever is called May or Sun. A name may begin a row, too, so nothing less will do.
func withoutDates(hidden []journal.Hidden, plain string) []journal.Hidden {
	if len(hidden) == 0 {
		return hidden
	}
	row := regexp.MustCompile(`^[ ❯│]*(?:(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +[●○] *[0-9]|[!~·✎]+ (Mon|Tue|Wed|Thu|Fri|Sat|Sun) {4,})`).FindStringSubmatchIndex(plain)
	if row == nil {
		return hidden
	}
	at := max(row[2], row[4])
	return slices.DeleteFunc(slices.Clone(hidden), func(h journal.Hidden) bool {
		return h.From == at && strings.Contains("JanFebMarAprMayJunJulAugSepOctNovDecMonTueWedThuFriSatSun", plain[h.From:h.To])
	})
}
