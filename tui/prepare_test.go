package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"bothways/journal"
)

// busy is the page for somebody with much that is open, and with much to raise.
func busy(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t)
	var note strings.Builder
	note.WriteString("We talked about the summer, and about what comes after it.\n")
	for i := range 8 {
		fmt.Fprintf(&note, "- [ ] mine number %d\n- [ ] @them theirs number %d\nask: topic number %d\n", i, i, i)
	}
	kept, err := d.store().KeepNote(context.Background(), journal.Note{PersonName: "Priya N.", Role: journal.RoleMentor, At: d.now.AddDate(0, 0, -3), Text: note.String()})
	if err != nil {
		t.Fatal(err)
	}
	d.open(NewPrepare(d.root.env, kept.Session.RelationshipID))
	return d
}

func TestPrepareBusyGolden(t *testing.T) {
	busy(t).goldens()
}

func TestPrepareBusy(t *testing.T) {
	sizes := [][2]int{{40, 10}, {60, 20}, {80, 24}}
	t.Run("the last row says that more follows, and the question with its key", func(t *testing.T) {
		for _, size := range sizes {
			d := busy(t)
			d.size(size[0], size[1])
			d.sees("↓ more: to go in with · o", "o question")
			d.seesNot("TO GO IN WITH")
			d.keys("end")
			d.sees("TO GO IN WITH", beginning(d.offer(journal.MomentBefore, journal.RoleMentor).Prompt))
			d.seesNot("↓ more")
			d.keys("home")
			d.sees("I SAID I WOULD", "↓ more")
			d.isOn("mine number 0")
		}
		d := busy(t)
		d.size(120, 60)
		d.sees("TO GO IN WITH")
		d.seesNot("↓ more")
	})
	t.Run("row by row everything is seen and every key does something", func(t *testing.T) {
		for _, size := range sizes {
			d := busy(t)
			d.size(size[0], size[1])
			last := d.screen()
			for strings.Contains(last, "↓ more") {
				d.keys("j")
				if now := d.screen(); now != last {
					last = now
					continue
				}
				t.Fatalf("at %v nothing moved:\n%s", size, last)
			}
			d.sees("TO GO IN WITH")
			for range 60 {
				d.keys("k")
				d.screen()
			}
			d.sees("I SAID I WOULD")
			d.isOn("mine number 0")
		}
	})
	t.Run("page by page no row is left out, and the chosen one is in sight while there is one", func(t *testing.T) {
		for _, size := range sizes {
			for _, key := range []string{"space", "pgdown", "ctrl+d"} {
				d := busy(t)
				d.size(size[0], size[1])
				seen := d.screen()
				for range 20 {
					d.keys(key)
					s := d.screen()
					if strings.Contains(s, "number") && !strings.Contains(s, "❯") {
						t.Fatalf("at %v no row is chosen:\n%s", size, s)
					}
					seen += s
				}
				d.seesNot("↓ more")
				for i := range 8 {
					for _, of := range []string{"mine", "theirs", "topic"} {
						if row := fmt.Sprintf("%s number %d", of, i); !strings.Contains(seen, row) {
							t.Errorf("at %v %s left out %q", size, key, row)
						}
					}
				}
				for range 20 {
					d.keys("b")
					d.screen()
				}
				d.sees("I SAID I WOULD", "❯")
			}
		}
	})
	t.Run("what is done there leaves the page where it was", func(t *testing.T) {
		d := busy(t)
		d.size(60, 20)
		d.screen()
		d.keys("end")
		d.sees("TO GO IN WITH")
		d.send(changedMsg{})
		d.sees("TO GO IN WITH")
		d.keys("home")
		d.sees("mine number 0")
		d.keys("x", "enter")
		d.seesNot("mine number 0")
		d.isOn("mine number 1")
	})
	t.Run("the question is in the foot, unless there is none", func(t *testing.T) {
		d := busy(t)
		d.hideSets(true)
		d.sees("↓ more")
		d.seesNot("o question", "to go in with")
	})
}
