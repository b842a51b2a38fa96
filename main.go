// Bothways is a terminal journal for mentoring in both directions: the people you mentor and the
// people who mentor you.
package main

import (
	"context"
	"io"
	"os"
	"runtime"
	"time"

	"github.com/charmbracelet/x/term"

	"bothways/store"
	"bothways/tui"
	"bothways/tui/fault"
	"bothways/tui/verbs"
)

func main() {
	fault.NoCores()
	os.Exit(verbs.Main(context.Background(), verbs.Env{
		Stdin:          os.Stdin,
		Stdout:         os.Stdout,
		Stderr:         os.Stderr,
		StdinTerminal:  term.IsTerminal(os.Stdin.Fd()),
		StdoutTerminal: term.IsTerminal(os.Stdout.Fd()),
		Width:          width,
		Getenv:         os.Getenv,
		Home:           os.UserHomeDir,
		GOOS:           runtime.GOOS,
		Now:            time.Now,
		StartTUI:       startTUI,
	}, os.Args[1:]))
}

// width is how many columns the terminal has that shows what is written to w, 0 where that is none.
func width(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(f.Fd()) {
		return 0
	}
	const usual = 80 // of a terminal that does not say
	if columns, _, err := term.GetSize(f.Fd()); err == nil && columns > 0 {
		return columns
	}
	return usual
}

// startTUI shows the journal on the whole terminal until it is left.
func startTUI(ctx context.Context, s *store.Store, start verbs.Start) error {
	return tui.Run(ctx, tui.Options{
		Store:    s,
		Now:      start.Now,
		Visual:   os.Getenv("VISUAL"),
		Editor:   os.Getenv("EDITOR"),
		Colours:  os.Getenv("COLORFGBG"),
		Private:  start.Private,
		MadeUp:   start.MadeUp,
		Discreet: start.Discreet,
		OpenDemo: start.OpenDemo,
		Config:   start.Config,
		Says:     start.Says,
		Start: tui.Start{
			Write:          start.Screen == verbs.ScreenWrite,
			RelationshipID: start.Relationship,
			Name:           start.Name,
			Role:           start.Role,
			At:             start.At,
			Minutes:        start.Minutes,
			Medium:         start.Medium,
			Reflect:        start.Screen == verbs.ScreenReflect,
			SetID:          start.SetID,
			PromptID:       start.PromptID,
			PersonID:       start.Person,
			Free:           start.Free,
		},
	})
}
