package e2e

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestNoCore crashes the program in the middle of a note, with every wish for a core expressed.
func TestNoCore(t *testing.T) {
	t.Parallel()
	h := newHome(t).With("GOTRACEBACK=crash")
	p := h.OpensShell()
	p.Types("ulimit -c unlimited; echo li\"\"mit $(ulimit -c)\n").Sees("limit ")
	if !strings.Contains(p.text(), "limit unlimited") {
		t.Log("this machine allows no core to anybody")
	}
	p.Types("exec \"$BIN\"\n").BeginsNote("Sam T.").Types("half a thought").Sees("half a thought")
	h.HoldsDraft("half a thought")
	limits, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", p.cmd.Process.Pid))
	must(t, err)
	for _, row := range strings.Split(string(limits), "\n") {
		if strings.HasPrefix(row, "Max core file size") && strings.Join(strings.Fields(row)[4:6], " ") != "0 0" {
			t.Errorf("the limit is %q", row)
		}
	}
	p.Signals(syscall.SIGQUIT)
	if !eventually(func() bool { return !p.running() }) {
		p.fail("it goes on")
	}
	if status, ok := p.cmd.ProcessState.Sys().(syscall.WaitStatus); !ok || status.CoreDump() {
		t.Errorf("it ended with %s", p.cmd.ProcessState)
	}
	if files := h.Files(); len(files) != 0 {
		t.Errorf("there are %q", files)
	}
	hasDraft(t, h, "half a thought")
}
