package widget

import "strings"

// Spark is the last n of values as a small picture in characters, oldest first: one cell each, of a
// height between low and high. What lies beyond them is drawn as if it lay on them. The lowest is
// not the bottom of the cell, so that it is seen to be there.
func Spark(values []int, low, high, n int) string {
	if n <= 0 || low >= high {
		return ""
	}
	heights := [...]string{"▂", "▃", "▄", "▅", "▆", "▇"}
	var b strings.Builder
	for _, v := range values[max(0, len(values)-n):] {
		at := (max(low, min(v, high)) - low) * (len(heights) - 1) / (high - low)
		if high-low < len(heights) { // few heights are one step apart
			at = max(low, min(v, high)) - low
		}
		b.WriteString(heights[at])
	}
	return b.String()
}
