package tui

import (
	"path/filepath"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/wording"
)

// Keys of notices that are given once for each journal.
const (
	noticeFar    = "place:far"
	noticeSynced = "place:synced"
)

// noticed looks at where the journal lies and what lies beside it, and says what a person should
// know before they write. What is said once has its turn when there is nothing that matters more.
func (r *Root) noticed() tea.Cmd {
	env := r.env
	return func() tea.Msg {
		var said []string
		if left, ok := leftBehind(env.Private)().(sayMsg); ok {
			said = append(said, left.text)
		}
		if !env.MadeUp {
			newest, err := env.Store.Newest(env.Ctx)
			if err != nil {
				newest = time.Time{} // whatever is wrong shows where something is read
			}
			for _, text := range []string{copiesSaid(env.Store.Copies()), clockSaid(newest, env.Now(), env.Dates)} {
				if text != "" {
					said = append(said, text)
				}
			}
			if len(said) == 0 {
				said = append(said, placeSaid(env))
			}
		}
		if text := strings.Join(said, " "); text != "" {
			return sayMsg{text: text}
		}
		return nil
	}
}

// copiesSaid tells of copies beside the journal, "" for none.
func copiesSaid(copies []string) string {
	if len(copies) == 0 {
		return ""
	}
	names := make([]string, len(copies))
	for i, c := range copies {
		names[i] = filepath.Base(c)
	}
	lies := "lies "
	if len(names) > 1 {
		lies = "lie "
	}
	return "Beside your journal " + lies + strings.Join(names, ", ") + ", by the name a copy from when two machines wrote at once. It was not opened; look into it with --journal, and move it away when you need it no more."
}

// behind is how far a clock may be behind what it said before without a word about it.
const behind = time.Minute

// clockSaid tells of a clock that went back, "" where it did not.
func clockSaid(newest, now time.Time, dates wording.Dates) string {
	if newest.IsZero() || newest.Sub(now) <= behind {
		return ""
	}
	at := newest.In(now.Location())
	return "The clock is behind: your journal was last changed on " + dates.InFull(journal.DateOf(at), journal.Date{}) + at.Format(", 15:04") +
		", which is still to come. Nothing is harmed; set the clock, so that what you write now gets its own day."
}

// placeSaid tells once of a place that asks for some care.
func placeSaid(env *Env) string {
	s := env.Store
	if s.Far() && firstTime(env, s, noticeFar) {
		return "Your journal seems to be on another machine's disk. Saving is slower there, so that nothing is lost; have it open on one machine at a time."
	}
	if by := s.Synced(); by != "" && firstTime(env, s, noticeSynced) {
		return "Your journal is in a folder that " + by + " copies to other machines. That goes well as long as you close it on one before you open it on another."
	}
	return ""
}

// firstTime reports whether something was not told yet, and remembers that it is now.
func firstTime(env *Env, s *store.Store, key string) bool {
	told, err := s.Told(env.Ctx, key)
	return err == nil && !told && s.ShowHint(env.Ctx, key, env.Day()) == nil
}
