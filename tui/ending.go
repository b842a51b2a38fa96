package tui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/fault"
)

// No page goes before the words typed on it are in the file. Where they cannot be put there the
// page stays, and where the program has to end all the same they go into a plain file that is named.

// wordsSafe follows the saves of pages that are to go.
type wordsSafe struct{ next func() tea.Cmd }

// once runs next when every word typed on pages is in the file; where that fails it says so and
// all stays as it is.
func (r *Root) once(pages []Screen, next func() tea.Cmd) tea.Cmd {
	owed, ctx := unsaved(pages), r.env.Ctx
	if len(owed) == 0 {
		return next()
	}
	return func() tea.Msg {
		for _, save := range owed {
			if err := save(ctx); err != nil {
				return stuck(err)
			}
		}
		return wordsSafe{next}
	}
}

// stuck says that words cannot be kept, and the one way out that is left.
func stuck(err error) tea.Msg {
	return sayMsg{text: journal.ErrorMessage(err) + " ctrl+c twice ends the program and leaves the words in a file that it names.", bad: true}
}

// backTo goes back to the page at i, past all that lie on it.
func (r *Root) backTo(i int) tea.Cmd {
	return r.once(r.pages[i+1:], func() tea.Cmd {
		r.pages = r.pages[:min(i+1, len(r.pages))]
		return r.top().Init()
	})
}

// standing is a page whose words are in the file, as far as it knows.
type standing interface {
	Standing() func(context.Context) error
}

// unsaved is every save that is still owed to pages, and a look at words that were saved.
func unsaved(pages []Screen) []func(context.Context) error {
	var owed []func(context.Context) error
	for _, p := range pages {
		if t, ok := p.(Typing); ok {
			if save := t.Unsaved(); save != nil {
				owed = append(owed, save)
				continue
			}
		}
		if s, ok := p.(standing); ok {
			if look := s.Standing(); look != nil {
				owed = append(owed, look)
			}
		}
	}
	return owed
}

// quit leaves the program, or the made-up journal where one is looked at. Where words cannot be
// kept it stays the first time and says so.
func (r *Root) quit() tea.Cmd {
	if r.own != nil {
		return r.leaveDemo() // nothing of the made-up journal is kept
	}
	if r.insisted {
		return tea.Quit
	}
	r.insisted = true
	return r.once(r.pages, func() tea.Cmd { return tea.Quit })
}

// suspend gives the terminal back for a while, after the words being typed are in the file.
func (r *Root) suspend() tea.Cmd {
	return r.once(r.pages, func() tea.Cmd {
		if r.answered {
			return tea.Suspend
		}
		// The terminal was asked for its colour a moment ago. Its answer would be typed into the shell.
		r.answered = true
		return tea.Tick(answerWithin, func(time.Time) tea.Msg { return tea.SuspendMsg{} })
	})
}

// answerWithin is how long a terminal that has not answered yet is given to do so.
const answerWithin = 250 * time.Millisecond

// gather brings every word to where it is owed: letters that waited for their turn, and what another
// editor still had. It answers what is to be done when all of them are in the file.
func (r *Root) gather() (afterwards []func() error) {
	for _, p := range r.pages {
		if l, ok := p.(Lender); ok {
			if done := l.Reclaim(); done != nil {
				afterwards = append(afterwards, done)
			}
		}
	}
	r.overtake()
	return afterwards
}

// Flush keeps every word that is typed and not yet in the file. It is called once the program has
// ended. Where the journal cannot take them, the error names the file they are in.
func (r *Root) Flush(ctx context.Context) error {
	afterwards := r.gather()
	boat := r.newLifeboat()
	late := fault.After(flushSoon, boat.launch, nil)
	err := r.save(ctx)
	late.Stop()
	if err != nil {
		return boat.save(err)
	}
	errs := []error{boat.sink()}
	for _, do := range afterwards {
		errs = append(errs, do())
	}
	return errors.Join(errs...)
}

// flushSoon is how long the last save may take before the words are put into a file beside it:
// whoever told the program to end may not wait.
const flushSoon = time.Second

func (r *Root) save(ctx context.Context) error {
	var errs []error
	for _, save := range unsaved(r.pages) {
		errs = append(errs, save(ctx))
	}
	return errors.Join(errs...)
}
