//go:build unix

package e2e

import (
	"bytes"
	"errors"
	"image/color"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// terminal is a window with a command running in it: what the command writes is drawn, and kept as
// it came; what it asks is answered, unless the window is one that answers nothing.
type terminal struct {
	t   testing.TB
	cmd *exec.Cmd

	master *os.File // the window's end of the line
	slave  *os.File // the command's end, held to look at its settings
	before *term.State
	screen *vt.SafeEmulator

	ended chan struct{} // closed once the command has ended
	quiet chan struct{} // closed once all it wrote has been read

	mu  sync.Mutex
	raw bytes.Buffer // every byte it wrote
}

// window is what a terminal is opened with.
type window struct {
	width, height int
	mute          bool // it answers no query
}

// openTerminal starts cmd in a window of its own, as the leader of its session.
func openTerminal(t testing.TB, cmd *exec.Cmd, w window) *terminal {
	t.Helper()
	master, slave := openLine(t)
	must(t, pty.Setsize(slave, &pty.Winsize{Rows: uint16(w.height), Cols: uint16(w.width)}))
	before, err := term.GetState(slave.Fd())
	must(t, err)
	x := &terminal{
		t: t, cmd: cmd, master: master, slave: slave, before: before,
		screen: vt.NewSafeEmulator(w.width, w.height),
		ended:  make(chan struct{}), quiet: make(chan struct{}),
	}
	x.screen.SetDefaultBackgroundColor(color.Black)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	must(t, cmd.Start())
	go x.read()
	go x.answer(w.mute)
	go func() {
		_ = cmd.Wait() // how it ended is read from its state
		close(x.ended)
	}()
	t.Cleanup(x.clear)
	return x
}

// openLine opens both ends of a line. The window's end can be closed while it is being read, as a
// person closes a window; the library opens it so that a reader would hold it open.
func openLine(t testing.TB) (master, slave *os.File) {
	t.Helper()
	m, slave, err := pty.Open()
	must(t, err)
	fd, err := syscall.Dup(int(m.Fd()))
	must(t, err)
	syscall.CloseOnExec(fd)
	must(t, syscall.SetNonblock(fd, true))
	must(t, m.Close())
	return os.NewFile(uintptr(fd), m.Name()), slave
}

// read takes in what the command writes until its end of the line is closed.
func (x *terminal) read() {
	defer close(x.quiet)
	b := make([]byte, 32<<10)
	for {
		n, err := x.master.Read(b)
		x.mu.Lock()
		x.raw.Write(b[:n])
		x.mu.Unlock()
		if n > 0 {
			if _, bad := x.screen.Write(b[:n]); bad != nil {
				return
			}
		}
		if err != nil {
			return
		}
	}
}

// answer sends back what the window has to say. It must be read even where nobody is to hear it,
// for the window waits until it is.
func (x *terminal) answer(mute bool) {
	var to io.Writer = x.master
	if mute {
		to = io.Discard
	}
	if _, err := io.Copy(to, x.screen); err != nil { // the line is closed
		_, _ = io.Copy(io.Discard, x.screen)
	}
}

// clear ends whatever is still running, and closes the window.
func (x *terminal) clear() {
	select {
	case <-x.ended:
	default:
		_ = x.cmd.Process.Kill()
		<-x.ended
	}
	x.closeSlave()
	x.closeMaster()
	<-x.quiet
	if c, ok := x.screen.InputPipe().(io.Closer); ok {
		_ = c.Close()
	}
}

func (x *terminal) closeMaster() {
	if err := x.master.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
		x.t.Error(err)
	}
}

func (x *terminal) closeSlave() {
	if err := x.slave.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
		x.t.Error(err)
	}
}

func (x *terminal) running() bool {
	select {
	case <-x.ended:
		return false
	default:
		return true
	}
}

// allRead reports whether all that was ever written has been read.
func (x *terminal) allRead() bool {
	select {
	case <-x.quiet:
		return true
	default:
		return false
	}
}

func (x *terminal) send(s string) error {
	_, err := io.WriteString(x.master, s)
	return err
}

func (x *terminal) resize(w, h int) error {
	x.screen.Resize(w, h)
	return pty.Setsize(x.slave, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)})
}

// text is what a person reads in the window, without the spaces at the ends of rows.
func (x *terminal) text() string {
	rows := strings.Split(ansi.Strip(x.screen.Render()), "\n")
	for i, r := range rows {
		rows[i] = strings.TrimRight(r, " \r")
	}
	return strings.Join(rows, "\n")
}

// written is every byte that was written so far.
func (x *terminal) written() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.raw.String()
}

// writtenLen is how many bytes were written so far.
func (x *terminal) writtenLen() int {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.raw.Len()
}
