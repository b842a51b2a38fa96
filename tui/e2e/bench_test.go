//go:build unix

package e2e

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// journals are an empty one and one of sixty years. BOTHWAYS_BENCH_JOURNAL names a lifetime that
// was made before; without it one is made.
func journals(b *testing.B) map[string]string {
	h := newHome(b)
	life := os.Getenv("BOTHWAYS_BENCH_JOURNAL")
	if life == "" {
		life = filepath.Join(h.dir, "life.db")
		if got := h.Runs("", "demo", "--years", "60", "--sessions", "20000", "--to", life); got.status != 0 {
			b.Fatal(got.err)
		}
	}
	return map[string]string{"empty": filepath.Join(h.dir, "empty.db"), "sixty years": life}
}

// BenchmarkFirstPaint is the time from starting the program to the first page standing in a
// terminal that answers no query, and the memory it took up to then.
func BenchmarkFirstPaint(b *testing.B) {
	for name, file := range journals(b) {
		b.Run(name, func(b *testing.B) {
			var took []time.Duration
			var most int64
			for b.Loop() {
				paint, memory := firstPaint(b, file)
				took, most = append(took, paint), max(most, memory)
			}
			slices.Sort(took)
			b.ReportMetric(took[len(took)/2].Seconds()*1000, "ms-median")
			b.ReportMetric(took[len(took)-1].Seconds()*1000, "ms-most")
			b.ReportMetric(float64(most)/1e6, "MB")
		})
	}
}

// firstPaint starts the program in a terminal that only listens, and stops it again.
func firstPaint(b *testing.B, file string) (took time.Duration, memory int64) {
	c := newHome(b).command("--journal", file)
	start := time.Now()
	tty, err := pty.StartWithSize(c, &pty.Winsize{Rows: 24, Cols: 80})
	must(b, err)
	var seen []byte
	buf := make([]byte, 64<<10)
	for !bytes.Contains(seen, []byte("PEOPLE")) && !bytes.Contains(seen, []byte("write about")) {
		n, err := tty.Read(buf)
		must(b, err)
		seen = append(seen, buf[:n]...)
	}
	took = time.Since(start)
	must(b, c.Process.Signal(syscall.SIGTERM))
	for err == nil {
		_, err = tty.Read(buf)
	}
	must(b, c.Wait())
	must(b, tty.Close())
	return took, c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10
}

// idleFor is how long one round of BenchmarkIdle leaves the program alone.
const idleFor = 5 * time.Second

// BenchmarkIdle is the share of a core the open program takes while nothing happens, in percent:
// what a run that stands idle takes more than one that is left at once.
func BenchmarkIdle(b *testing.B) {
	for name, file := range journals(b) {
		b.Run(name, func(b *testing.B) {
			var idle, spent time.Duration
			for b.Loop() {
				idle += cpuOf(b, file, idleFor) - cpuOf(b, file, 0)
				spent += idleFor
			}
			b.ReportMetric(100*idle.Seconds()/spent.Seconds(), "%core")
		})
	}
}

// cpuOf opens the program, leaves it alone for a while, and returns the time it spent computing.
func cpuOf(b *testing.B, file string, alone time.Duration) time.Duration {
	p := newHome(b).OpensIn(window{width: 80, height: 24}, "--journal", file)
	p.Sees("help")
	<-time.After(alone)
	p.Press("q").Ends().Well()
	return p.cmd.ProcessState.UserTime() + p.cmd.ProcessState.SystemTime()
}
