//go:build unix

package verbs_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// benchVerb is a verb and the query that is the least it asks.
type benchVerb struct {
	name, query string
	args        []string
}

// benchVerbs are those that are timed; year is one that a journal has much of.
func benchVerbs(year string) []benchVerb {
	begin, end := year+"-01-01", year+"-12-31"
	return []benchVerb{
		{"actions", openActions, []string{"actions"}},
		{"actions json", openActions, []string{"actions", "--json"}},
		{"all actions json", closedActions, []string{"actions", "--all", "--json"}},
		{"people", everyone, []string{"people"}},
		{"show", lastTwenty, []string{"show", "priya"}},
		{"prepare", waiting, []string{"prepare", "priya"}},
		{"search a word", found(`text : "panel" *`), []string{"search", "panel"}},
		{"search two words", found(`text : "panel" AND text : "list" *`), []string{"search", "panel list"}},
		{"search one letter", found(`text : "a" *`), []string{"search", "a"}},
		{"insights of a year", drawn(begin, end, "strftime('%Y %W', held_on)"), []string{"insights", "--from", year, "--to", year}},
		{"insights of all", drawn("1900-01-01", "2999-12-31", "substr(held_on, 1, 3)"), []string{"insights", "--period", "all"}},
		{"look back on a year", lookedBackOn(begin, end), []string{"look-back", year}},
	}
}

// BenchmarkVerbs times verbs as whole processes on journals of one, ten and sixty years, each beside a
// bare program that runs the same query and beside the shell of SQLite, in turns so that all meet
// the same machine. It reports the median of each, the ratio to the bare program, and the most
// memory. BOTHWAYS_BENCH_JOURNAL names a journal of sixty years that was made before; without it
// one is made. SQLITE3 names the shell, sqlite3 otherwise: one that is not there, or too old to
// read the index of the words (before 3.43), is left out.
func BenchmarkVerbs(b *testing.B) {
	folder := b.TempDir()
	program, bare := filepath.Join(folder, "bothways"), filepath.Join(folder, "bare")
	build(b, program, "../..")
	build(b, bare, "./testdata/bare")
	shell := os.Getenv("SQLITE3")
	if shell == "" {
		shell, _ = exec.LookPath("sqlite3")
	}
	for _, years := range []int{1, 10, 60} {
		file := ""
		if years == 60 {
			file = os.Getenv("BOTHWAYS_BENCH_JOURNAL")
		}
		if file == "" {
			const sessions = 20_000 / 60 // a year
			file = filepath.Join(folder, fmt.Sprintf("%d.db", years))
			process(b, program, "demo", "--years", fmt.Sprint(years), "--sessions", fmt.Sprint(years*sessions), "--to", file)
		}
		year, err := exec.Command(bare, file, fullestYear).Output()
		if err != nil {
			b.Fatal(err)
		}
		for _, c := range benchVerbs(strings.TrimSpace(string(year))) {
			b.Run(fmt.Sprintf("%d years/%s", years, c.name), func(b *testing.B) {
				ours := contender{program: program, args: append(c.args, "--journal", file)}
				theirs := contender{program: bare, args: []string{file, c.query}}
				with := contender{program: shell, args: []string{"-readonly", file, c.query}}
				asks := shell != "" && exec.Command(shell, with.args...).Run() == nil
				for b.Loop() {
					ours.run(b)
					theirs.run(b)
					if asks {
						with.run(b)
					}
				}
				b.ReportMetric(ours.median(), "ms")
				b.ReportMetric(theirs.median(), "bare-ms")
				b.ReportMetric(ours.median()/theirs.median(), "ratio")
				b.ReportMetric(float64(ours.most)/1e6, "MB")
				b.ReportMetric(float64(theirs.most)/1e6, "bare-MB")
				if asks {
					b.ReportMetric(with.median(), "shell-ms")
				}
			})
		}
	}
}

// contender is a program that is run again and again.
type contender struct {
	program string
	args    []string
	took    []time.Duration
	most    int64 // bytes of memory
}

func (c *contender) run(b *testing.B) {
	took, memory := process(b, c.program, c.args...)
	c.took, c.most = append(c.took, took), max(c.most, memory)
}

// median is in milliseconds.
func (c *contender) median() float64 {
	slices.Sort(c.took)
	return c.took[len(c.took)/2].Seconds() * 1000
}

func build(b *testing.B, to, what string) {
	b.Helper()
	if out, err := exec.Command("go", "build", "-o", to, what).CombinedOutput(); err != nil {
		b.Fatalf("building %s: %v\n%s", what, err, out)
	}
}

// counter counts what is written to it. What a process printed must not pile up here: the memory
// of a process is counted from that of the one that started it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// process runs a program to its end and returns how long that took and the most memory it had, in
// bytes.
func process(b *testing.B, program string, args ...string) (time.Duration, int64) {
	b.Helper()
	var out counter
	var errs bytes.Buffer
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	start := time.Now()
	err := cmd.Run()
	took := time.Since(start)
	if err != nil || out == 0 {
		b.Fatalf("%s %q: %v\n%s", program, args, err, errs.String())
	}
	memory := int64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
	if runtime.GOOS != "darwin" { // where it is in bytes already
		memory *= 1024
	}
	return took, memory
}
