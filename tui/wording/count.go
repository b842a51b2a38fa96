package wording

import "strconv"

// Count is a number, none below nought, with commas between thousands: "20,000".
func Count(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Counted is n of something in words: "1 conversation", "1,099 conversations", "no conversations".
func Counted(n int, one, many string) string {
	switch n {
	case 0:
		return "no " + many
	case 1:
		return "1 " + one
	}
	return Count(n) + " " + many
}
