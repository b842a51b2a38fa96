package store

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"bothways/journal"
)

// benchEach measures do, which is told how often it ran before.
func benchEach(b *testing.B, name string, do func(n int) error) {
	b.Run(name, func(b *testing.B) {
		n := 0
		for b.Loop() {
			if err := do(n); err != nil {
				b.Fatal(err)
			}
			n++
		}
	})
}

// BenchmarkStore measures what pages and keys wait for, on an empty journal's first note and on
// journals of one, ten and sixty years.
func BenchmarkStore(b *testing.B) {
	ctx := context.Background()
	for _, journals := range []struct {
		name string
		open func(*testing.B) *Store
	}{
		{"new", func(b *testing.B) *Store {
			s := MustOpen(b)
			priya(b, s, panelNote)
			return s
		}},
		{"one year", func(b *testing.B) *Store { return asMuchAs(b, 1) }},
		{"ten years", func(b *testing.B) *Store { return asMuchAs(b, 10) }},
		{"sixty years", func(b *testing.B) *Store { return asMuchAs(b, 60) }},
	} {
		b.Run(journals.name, func(b *testing.B) {
			s := journals.open(b)
			rel := scalar(b, s, "SELECT relationship_id FROM session ORDER BY held_at DESC LIMIT 1")
			r := must(s.Relationship(ctx, rel))(b)
			today := journal.Date{Year: 2026, Month: 11, Day: 21}
			run := func(name string, do func(n int) error) { benchEach(b, name, do) }
			run("Today", func(int) error {
				_, err := s.Today(ctx, today, TodayLimits{FollowUp: 12, Coming: 5, People: 12, Drafts: 3})
				return err
			})
			run("Actions", func(int) error { _, _, err := s.Actions(ctx, ActionQuery{}); return err })
			run("Actions closed", func(int) error { _, _, err := s.Actions(ctx, ActionQuery{Closed: true}); return err })
			run("People", func(int) error { _, _, err := s.People(ctx, PeopleQuery{}); return err })
			run("Sessions of a person", func(int) error {
				_, _, err := s.Sessions(ctx, SessionQuery{PersonID: r.PersonID, Limit: 20, Preview: 200})
				return err
			})
			var all []int64
			var uids []string
			for id := scalar(b, s, "SELECT max(id) FROM relationship"); id > 0 && len(all) < 40; id-- {
				all, uids = append(all, id), append(uids, must(s.Relationship(ctx, id))(b).UID)
			}
			run("Standings of 40", func(int) error { _, err := s.Standings(ctx, all); return err })
			run("Balance", func(int) error { _, err := s.Balance(ctx, rel); return err })
			run("Load of a month", func(int) error {
				_, err := s.Load(ctx, r.LastSession.AddDate(0, -1, 0), r.LastSession)
				return err
			})
			run("Exchanges", func(int) error { _, _, err := s.Exchanges(ctx, ExchangeQuery{RelationshipID: rel}); return err })
			run("Hints of 40", func(int) error { _, err := s.Hints(ctx, uids); return err })
			run("Goals", func(int) error { _, err := s.Goals(ctx, rel); return err })
			run("Prepare", func(int) error { _, err := s.Prepare(ctx, rel, 20); return err })
			run("MatchNames", func(int) error { _, err := s.MatchNames(ctx, "a", 10); return err })
			run("Reachable", func(int) error { _, err := s.Reachable(ctx); return err })
			run("FindAction", func(int) error { _, _ = s.FindAction(ctx, "abcdef"); return nil })
			run("the file is looked at", func(int) error { return s.here() })
			draft := journal.Draft{UID: NewUID(), RelationshipID: rel, Text: panelNote}
			run("SaveDraft", func(n int) error {
				draft.Text = fmt.Sprint(panelNote, n)
				_, err := s.SaveDraft(ctx, draft)
				return err
			})
			run("KeepNote", func(int) error {
				_, err := s.KeepNote(ctx, journal.Note{RelationshipID: rel, Text: panelNote})
				return err
			})
			run("Questions", func(int) error { _, err := s.Questions(ctx); return err })
			questions := must(s.Questions(ctx))(b)
			asked := questions.Sets[0].Prompts[0].Asked()
			run("Reflections", func(int) error { _, _, err := s.Reflections(ctx, ReflectionQuery{}); return err })
			run("Reflections to a question", func(int) error {
				_, _, err := s.Reflections(ctx, ReflectionQuery{PromptID: asked.PromptID})
				return err
			})
			run("KeepAnswer", func(int) error {
				_, err := s.KeepAnswer(ctx, journal.Draft{UID: NewUID(), PersonID: r.PersonID, Asked: asked, Text: panelNote})
				return err
			})
			run("HidePrompt", func(n int) error { return s.HidePrompt(ctx, asked.PromptID, n%2 == 0) })
			run("StopAt", func(n int) error { return s.StopAt(ctx, asked.SetID, []string{"", asked.PromptID}[n%2]) })
			run("CloseAction and Undo", func(int) error {
				page, _, err := s.Actions(ctx, ActionQuery{Limit: 1})
				if err == nil {
					err = s.CloseAction(ctx, page[0].ID, journal.ActionDone, "well")
				}
				if err == nil {
					_, _, err = s.Undo(ctx)
				}
				return err
			})
		})
	}
}

// BenchmarkOpen is a read verb's way: open, read a page, close.
func BenchmarkOpen(b *testing.B) {
	s := asMuchAs(b, 60)
	path := s.Path()
	ok(b, s.Close())
	for b.Loop() {
		s, err := Open(context.Background(), Options{Path: path})
		if err != nil {
			b.Fatal(err)
		}
		if _, _, err := s.Actions(context.Background(), ActionQuery{}); err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpenNew is the first start of all: the file is made.
func BenchmarkOpenNew(b *testing.B) {
	dir := b.TempDir()
	n := 0
	for b.Loop() {
		n++
		s, err := Open(context.Background(), Options{Path: filepath.Join(dir, fmt.Sprint(n, ".db"))})
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBackup is a backup of sixty years, and a save while the first one of a day is made.
func BenchmarkBackup(b *testing.B) {
	ctx := context.Background()
	s := asMuchAs(b, 60)
	b.Run("made", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Backup(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
	rel := scalar(b, s, "SELECT relationship_id FROM session ORDER BY held_at DESC LIMIT 1")
	keep := func(b *testing.B) {
		if _, err := s.KeepNote(ctx, journal.Note{RelationshipID: rel, Text: panelNote}); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("KeepNote", func(b *testing.B) {
		for b.Loop() {
			keep(b)
		}
	})
	b.Run("KeepNote while one is made", func(b *testing.B) {
		end, ended := make(chan struct{}), make(chan error, 1)
		go func() {
			var err error
			for err == nil {
				select {
				case <-end:
					ended <- nil
					return
				default:
					_, err = s.Backup(ctx)
				}
			}
			ended <- err
		}()
		for b.Loop() {
			keep(b)
		}
		close(end)
		if err := <-ended; err != nil {
			b.Fatal(err)
		}
	})
	b.Run("BackupDue", func(b *testing.B) {
		for b.Loop() {
			_ = s.BackupDue()
		}
	})
}
