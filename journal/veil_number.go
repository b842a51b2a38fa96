package journal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dialled are digits in groups, as telephone numbers are written.
type dialled struct {
	plus   bool
	groups []string
	gaps   []string // what stands before each of them
	ends   []int    // the byte behind each of them
}

// telephone is how many bytes of a text, at a plus sign, a bracket or the first of some digits, belong
// together, and whether they are a telephone number. What is none may be a date, which is to be passed as a whole.
func telephone(text string, at int) (n int, hide bool) {
	s := text[at:]
	n = digitsLen(s, 1)
	d := dial(s)
	if len(d.groups) == 0 {
		return n, false
	}
	if d.date() {
		return d.ends[2], false
	}
	if !d.plus && behindWord(text[:at], d.groups[0][0] != '0') {
		return n, false
	}
	d.trim(s)
	if !d.plausible() {
		return n, false
	}
	n = d.ends[len(d.groups)-1]
	if whole := s[:n]; strings.Count(whole, "(") > strings.Count(whole, ")") && strings.HasPrefix(s[n:], ")") {
		n++
	}
	return n, true
}

// dial reads the groups of digits at the beginning of s.
func dial(s string) dialled {
	const most, mostDigits = 8, 17
	n := 0
	for n < len(s) && n < 2 && (s[n] == '+' || s[n] == '(') {
		n++
	}
	d := dialled{plus: strings.Contains(s[:n], "+")}
	gap, open, digits := 0, strings.Contains(s[:n], "("), 0
	for len(d.groups) < most {
		end := n + digitsLen(s[n:], 0)
		digits += end - n
		if end == n || digits > mostDigits {
			break
		}
		d.groups, d.gaps, d.ends = append(d.groups, s[n:end]), append(d.gaps, s[gap:n]), append(d.ends, end)
		if len(d.groups) == 1 && open && !strings.HasPrefix(s[end:], ")") {
			return dialled{} // the bracket is around more than the number
		}
		size, ok := dialGap(s[end:], &open)
		if !ok {
			break
		}
		gap, n = end, end+size
	}
	return d
}

// dialGap is how many bytes stand between two groups of digits. open is whether a bracket is.
func dialGap(s string, open *bool) (size int, ok bool) {
	plain := 0
	for n, r := range s {
		switch r {
		case ' ', '-', '/', '.', '\u00a0', '\u202f', '‑', '–':
			if plain++; plain > 1 {
				return 0, false
			}
		case '(', ')':
			if *open == (r == '(') {
				return 0, false
			}
			*open = !*open
		default:
			return n, n > 0
		}
	}
	return 0, false
}

// trim leaves the groups off that belong to something else: what goes on as a word, a time or a part of
// a hundred, and digits by themselves, of which there may be one.
func (d *dialled) trim(s string) {
	end := d.ends[len(d.groups)-1]
	next, size := utf8.DecodeRuneInString(s[end:])
	more := next == ':' && digitsLen(s[end+size:], 0) > 0
	if next == '%' || nameLetter(next) || next >= '0' && next <= '9' || more {
		d.cut(len(d.groups) - 1)
	}
	lone := 0
	for i, g := range d.groups {
		if len(g) > 1 || i == 0 && d.plus || g == "0" && strings.HasSuffix(d.gaps[i], "(") {
			continue
		}
		if lone++; lone > 1 || i == 0 {
			d.cut(i)
			break
		}
	}
	for last := len(d.groups) - 1; last > 0 && len(d.groups[last]) == 1; last-- {
		d.cut(last)
	}
}

func (d *dialled) cut(n int) { d.groups, d.gaps, d.ends = d.groups[:n], d.gaps[:n], d.ends[:n] }

// plausible reports whether somebody could be called by it.
func (d *dialled) plausible() bool {
	digits := strings.Join(d.groups, "")
	if len(digits) < 7 {
		return false
	}
	if d.plus {
		return true
	}
	dotted := slices.ContainsFunc(d.gaps[1:], func(gap string) bool { return strings.Contains(gap, ".") })
	if dotted && slices.ContainsFunc(d.gaps[1:], func(gap string) bool { return gap != "." }) {
		return false // times or days, from one to another
	}
	if d.times() || d.rising() {
		return false
	}
	if digits[0] == '0' {
		return !(dotted && len(d.groups) == 2 && len(d.groups[0]) < 3) && !(len(d.groups) == 1 && len(digits) == 8 && dayMonth(digits[:2], digits[2:4]) && year(digits[4:]))
	}
	return d.local(digits, dotted)
}

// local reports whether it is a telephone number without what shows that it is one: neither years nor
// amounts.
func (d *dialled) local(digits string, dotted bool) bool {
	ends := func(with string) bool {
		return !slices.ContainsFunc(d.groups, func(g string) bool { return !strings.HasSuffix(g, with) })
	}
	all := func(atLeast, atMost int) bool {
		return !slices.ContainsFunc(d.groups, func(g string) bool { return len(g) < atLeast || len(g) > atMost })
	}
	switch {
	case strings.HasSuffix(digits, "000") || ends("00") || year(digits[:4]) && (len(d.groups[0]) == 4 || dayMonth("01", digits[4:6])):
		return false
	case len(d.groups) == 1:
		return len(digits) >= 9 && len(digits) <= 15
	case dotted:
		return len(d.groups) == 3 && len(digits) == 10 && len(d.groups[0]) == 3 && len(d.groups[1]) == 3
	}
	return all(3, 9) || len(d.groups) == 4 && all(2, 2)
}

// date reports whether it begins with a day in figures, such as 05.11.2026.
func (d *dialled) date() bool {
	if d.plus || len(d.groups) < 3 || d.gaps[0] != "" || d.gaps[1] != d.gaps[2] || len(d.gaps) > 3 && d.gaps[3] == d.gaps[1] {
		return false
	}
	a, b, c := d.groups[0], d.groups[1], d.groups[2]
	switch {
	case len(b) != 2 || !strings.Contains("-/. ", d.gaps[1]):
		return false
	case len(a) == 4 && len(c) == 2:
		return dayMonth(b, c)
	case len(a) != 2:
		return false
	}
	return dayMonth(a, b) && (year(c) || len(c) == 2 && d.gaps[1] != " ")
}

// times reports whether it is a time of day up to another: 0830-0930.
func (d *dialled) times() bool {
	clock := func(s string) bool { return len(s) == 4 && s[:2] < "24" && s[2:] < "60" }
	return len(d.groups) == 2 && (d.gaps[1] == "-" || d.gaps[1] == "–") && clock(d.groups[0]) && clock(d.groups[1]) && d.groups[0] < d.groups[1]
}

// rising reports whether it is a row of numbers, such as the days of a week: 01 02 03 04.
func (d *dialled) rising() bool {
	for i, g := range d.groups {
		if len(g) != 2 || i > 0 && (g <= d.groups[i-1] || d.gaps[i] != " ") {
			return false
		}
	}
	return true
}

// dayMonth reports whether two groups of two digits are a day and a month, in either order.
func dayMonth(a, b string) bool {
	return a >= "01" && b >= "01" && a <= "31" && b <= "31" && min(a, b) <= "12"
}

func year(s string) bool { return len(s) == 4 && s >= "1800" && s < "2200" }

// behindWord reports whether what ends a text goes on with a number: a word or the whole part of one. In
// front of a number that could be any, signs of amounts, ranges and addresses count as well.
func behindWord(before string, anyNumber bool) bool {
	r, size := utf8.DecodeLastRuneInString(before)
	switch {
	case size == 0:
		return false
	case r == '.' || r == ',':
		before = before[:len(before)-size]
		return before != "" && before[len(before)-1] >= '0' && before[len(before)-1] <= '9'
	case unicode.IsLetter(r):
		return shortestJoined(r) == 0
	}
	return r >= '0' && r <= '9' || r == '_' || anyNumber && (strings.ContainsRune("-/:#", r) || unicode.Is(unicode.Sc, r))
}
