//go:build linux

package e2e

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// BenchmarkMemory goes through the pages of a journal of sixty years as somebody would who looks for
// something, and reports the most memory the program had.
func BenchmarkMemory(b *testing.B) {
	file, most := journals(b)["sixty years"], 0
	for b.Loop() {
		p := newHome(b).OpensIn(window{width: 120, height: 40}, "--journal", file)
		p.Sees("COMING UP")
		for _, walk := range memoryWalk() {
			p.Press(walk.key).Sees(walk.sees)
			if walk.types != "" {
				p.Types(walk.types).Sees(walk.types, "session")
			}
			p.Press("esc").Sees("COMING UP")
		}
		most = max(most, peak(b, p.cmd.Process.Pid))
		p.Press("q").Ends().Well()
	}
	b.ReportMetric(float64(most)/1e6, "MB")
}

// walkTo is a page, what is on it, and what is typed there.
type walkTo struct{ key, sees, types string }

func memoryWalk() []walkTo {
	return []walkTo{
		{"P", "f find", ""}, {"a", "overdue", ""}, {"R", "Reflect", ""}, {"L", "Library", ""}, {"T", "Trash", ""},
		{"I", "Insights", ""}, {"M", "Looking back", ""}, {"/", "with:", "a"}, {"/", "with:", "the"}, {"/", "with:", "what she said"},
	}
}

// peak is the most memory a process had up to now, in bytes.
func peak(b *testing.B, pid int) int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	must(b, err)
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			var kilobytes int
			_, err := fmt.Sscan(rest, &kilobytes)
			must(b, err)
			return kilobytes << 10
		}
	}
	b.Fatal("the system does not say how much memory a process had")
	return 0
}
