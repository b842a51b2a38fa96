package wording

import "fmt"

// Hours is a stretch of minutes as one says it: "45 min", "5 h", "5 h 20", "13,658 h 25".
func Hours(minutes int) string {
	h, m := minutes/60, minutes%60
	switch {
	case h == 0:
		return fmt.Sprintf("%d min", m)
	case m == 0:
		return fmt.Sprintf("%s h", Count(h))
	}
	return fmt.Sprintf("%s h %02d", Count(h), m)
}
