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

// found is what a search reads: the newest fifty of the index, and the words of each.
func found(match string) string {
	return `select d.tbl, d.row_id, coalesce(s.note, a.text || char(10) || a.outcome, f.question || char(10) || f.text, t.text, x.text, h.text, '')
		from (select rowid as id from search where search match '` + match + `' order by rowid desc limit 50) m
		join search_doc d on d.id = m.id
		left join session s on d.tbl = 'session' and s.id = d.row_id left join action a on d.tbl = 'action' and a.id = d.row_id
		left join reflection f on d.tbl = 'reflection' and f.id = d.row_id left join topic t on d.tbl = 'topic' and t.id = d.row_id
		left join exchange x on d.tbl = 'exchange' and x.id = d.row_id left join shift h on d.tbl = 'shift' and h.id = d.row_id
		order by m.id desc`
}

// benchVerb is a verb and the query that is the least it asks.
type benchVerb struct {
	name, query string
	args        []string
}

func benchVerbs() []benchVerb {
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
			const least = 2 // years that are made up; one is as much as one holds, in two
			process(b, program, "demo", "--years", fmt.Sprint(max(years, least)), "--sessions", fmt.Sprint(years*sessions), "--to", file)
		}
		for _, c := range benchVerbs() {
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
