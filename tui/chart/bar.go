package chart

import "strings"

// Part is one part of a bar, of some fill.
type Part struct {
	N    int
	Fill string
	As   Meaning
}

// Bar is parts one behind the other in at most room cells. most is the longest bar of the picture: a
// bar has a cell for each, or a share of the room where there are more than it has room for. What is
// there at all has a cell at least, as long as there is one.
func Bar(parts []Part, most, room int) []Cell {
	var cells []Cell
	used := 0
	for i, p := range parts {
		if p.N <= 0 {
			continue
		}
		n := p.N
		if most > room {
			n = max(1, (p.N*room+most/2)/most)
		}
		if i > 0 && used+n > room {
			n = room - used
		}
		if n = min(n, room-used); n <= 0 {
			break
		}
		used += n
		cells = append(cells, Cell{strings.Repeat(p.Fill, n), p.As})
	}
	return cells
}

// Share is parts of a whole that fills the room: each has the cells of its share, and what is left
// over by rounding goes to those that were cut the most.
func Share(parts []Part, room int) []Cell {
	sum := 0
	for _, p := range parts {
		sum += max(0, p.N)
	}
	if sum == 0 || room <= 0 {
		return nil
	}
	have := make([]int, len(parts))
	left := room
	for i, p := range parts {
		have[i] = max(0, p.N) * room / sum
		left -= have[i]
	}
	for ; left > 0; left-- {
		at := 0
		for i, p := range parts {
			if max(0, p.N)*room-have[i]*sum > max(0, parts[at].N)*room-have[at]*sum {
				at = i
			}
		}
		have[at]++
	}
	var cells []Cell
	for i, p := range parts {
		if have[i] > 0 {
			cells = append(cells, Cell{strings.Repeat(p.Fill, have[i]), p.As})
		}
	}
	return cells
}

// Point is where a value stands between low and high, on a line of cells cells, which is odd, so that
// its middle has a cell.
func Point(value, low, high float64, cells int) []Cell {
	if cells < 1 || high <= low {
		return nil
	}
	value = max(low, min(value, high))
	at := int((value-low)/(high-low)*float64(cells-1) + 0.5)
	line := []rune(strings.Repeat("·", cells))
	line[cells/2] = '│'
	return []Cell{{string(line[:at]), Aside}, {"●", Up}, {string(line[at+1:]), Aside}}
}
