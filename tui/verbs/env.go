package verbs

import (
	"context"
	"io"
	"time"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/config"
)

// Env is the world the command line runs in.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	StdinTerminal  bool // a person types at Stdin
	StdoutTerminal bool // a person reads Stdout

	// Width is how many columns the terminal has that shows what is written to w, 0 where w is no
	// terminal. nil is no terminal anywhere.
	Width func(w io.Writer) int

	Getenv func(string) string
	Home   func() (string, error) // the person's own folder
	GOOS   string                 // as runtime.GOOS has it
	Now    func() time.Time       // the real time, in the zone of this machine

	// StartTUI runs the full-screen journal until it is left. The caller opens and closes the
	// store.
	StartTUI func(ctx context.Context, s *store.Store, start Start) error
}

// Screen is a page the full-screen journal can open on.
type Screen string

const (
	ScreenToday Screen = "today" // or the welcome page, where the journal is empty
	ScreenWrite Screen = "write"

	// ScreenReflect is the sets of questions; with SetID a set at the question where it was left,
	// with PromptID as well that question, and with Free an empty page for free words.
	ScreenReflect Screen = "reflect"
)

// Start says where the full-screen journal begins. With ScreenWrite, Person and Relationship are
// those the note is about; both are 0 where the name is new or none was given. With ScreenReflect,
// Person is whom the answer is about, 0 for nobody.
type Start struct {
	Screen       Screen
	Person       int64
	Relationship int64
	Name         string         // the name given, "" for none
	Role         journal.Role   // the role given, "" where it is still to be asked
	At           time.Time      // when the conversation was, zero where unsaid
	Minutes      int            // 0 where unsaid
	Medium       journal.Medium // "" where unsaid
	SetID        string         // the set to go on with, "" for none
	PromptID     string         // the question of that set, "" for where it was left
	Free         bool           // free words rather than an answer

	Now    func() time.Time // the clock, which may be set to another time than the real one
	MadeUp bool             // the journal is the made-up one and nothing is kept

	Discreet bool // begin with names and what was told in confidence hidden, however it was left

	Config config.Config // what the person chose
	Says   string        // what is wrong in their config file, "" for nothing

	// Private is where to make a folder that only this person can read, for texts lent to another
	// program. It stands beside the journal, so that what could not be taken back is found there,
	// and goes when the screens are left and nothing is in it.
	Private string
	// OpenDemo makes and opens a made-up journal to look around in; nil where this is one. What
	// it returns closes the journal and clears it away.
	OpenDemo func(context.Context) (s *store.Store, leave func() error, err error)
}

// Exit statuses.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)
