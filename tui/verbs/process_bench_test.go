//go:build unix

package verbs_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"
)

const (
	openActions = `select a.uid, a.text, a.owner, p.name, a.due_on, a.state, a.outcome, a.carried, s.uid, a.created_at
		from action a left join person p on p.id = a.person_id left join session s on s.id = a.session_id
		where a.deleted_at is null and a.state = 'open' order by a.due_key, a.id`
	closedActions = `select a.uid, a.text, a.owner, p.name, a.due_on, a.state, a.outcome, a.carried, s.uid, a.created_at
		from action a left join person p on p.id = a.person_id left join session s on s.id = a.session_id
		where a.deleted_at is null order by a.state <> 'open', a.closed_at desc, a.id`
	everyone = `select p.uid, p.name, r.uid, r.role, r.state, r.purpose, r.next_on,
		(select max(held_at) from session s where s.relationship_id = r.id and s.deleted_at is null),
		(select count(*) from action a where a.relationship_id = r.id and a.owner = 'me' and a.state = 'open' and a.deleted_at is null),
		(select count(*) from action a where a.relationship_id = r.id and a.owner = 'them' and a.state = 'open' and a.deleted_at is null)
		from person p left join relationship r on r.person_id = p.id and r.deleted_at is null
		where p.deleted_at is null order by p.name_key, p.id`
	lastTwenty = `select s.uid, s.held_at, s.minutes, s.medium, s.role, s.note,
		(select group_concat(text, char(10)) from shift where session_id = s.id and deleted_at is null),
		(select group_concat(direction || ': ' || text, char(10)) from exchange where session_id = s.id and deleted_at is null)
		from session s join person p on p.id = s.person_id
		where p.name_key like '%priya%' and s.deleted_at is null order by s.held_at desc limit 20`
	waiting = `select a.uid, a.text, a.owner, a.due_on, a.carried from action a join person p on p.id = a.person_id
		where p.name_key like '%priya%' and a.deleted_at is null and a.state = 'open' order by a.due_key, a.id`
)

// BenchmarkVerbs times verbs as whole processes on a journal of sixty years, each beside a
// bare program that runs the same query, in turns so that both meet the same machine. It reports
// the median of each, their ratio, and the most memory either used. BOTHWAYS_BENCH_JOURNAL names a
// journal that was made before; without it one is made.
func BenchmarkVerbs(b *testing.B) {
	folder := b.TempDir()
	program, bare := filepath.Join(folder, "bothways"), filepath.Join(folder, "bare")
	build(b, program, "../..")
	build(b, bare, "./testdata/bare")
	file := os.Getenv("BOTHWAYS_BENCH_JOURNAL")
	if file == "" {
		file = filepath.Join(folder, "sixty.db")
		process(b, program, "demo", "--years", "60", "--sessions", "20000", "--to", file)
	}
	for _, c := range []struct {
		name, query string
		args        []string
	}{
		{"actions", openActions, []string{"actions"}},
		{"actions json", openActions, []string{"actions", "--json"}},
		{"all actions json", closedActions, []string{"actions", "--all", "--json"}},
		{"people", everyone, []string{"people"}},
		{"show", lastTwenty, []string{"show", "priya"}},
		{"prepare", waiting, []string{"prepare", "priya"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			var ours, theirs []time.Duration
			var most, bareMost int64
			for b.Loop() {
				took, memory := process(b, program, append(c.args, "--journal", file)...)
				ours, most = append(ours, took), max(most, memory)
				took, memory = process(b, bare, file, c.query)
				theirs, bareMost = append(theirs, took), max(bareMost, memory)
			}
			b.ReportMetric(median(ours).Seconds()*1000, "ms")
			b.ReportMetric(median(theirs).Seconds()*1000, "bare-ms")
			b.ReportMetric(float64(median(ours))/float64(median(theirs)), "ratio")
			b.ReportMetric(float64(most)/1e6, "MB")
			b.ReportMetric(float64(bareMost)/1e6, "bare-MB")
		})
	}
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

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}
