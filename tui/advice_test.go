package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/store"
)

func cellsOf(s string) int     { return ansi.StringWidth(s) }
func stripped(s string) string { return strings.TrimRight(ansi.Strip(s), " ") }

func TestAdviceGolden(t *testing.T) {
	t.Run("what became of it", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, nil)
		d.keys("down", "down", "t")
		d.types("it held for a week\n")
		d.keys("home", "f")
		d.types("Sam\n")
		d.types("she liked it\n")
		d.in(t).goldens()
	})
	t.Run("of what was deleted", func(t *testing.T) {
		d, c := onPart(t, "exchanges", ofPriya, nil)
		d.keys("end", "t")
		d.types("it held for a week\n")
		d.keys("home", "f")
		d.types("Sam\n")
		d.types("she liked it\n")
		if err := d.store().DeleteSession(context.Background(), d.sessionsOf(c.priya)[1].ID); err != nil {
			t.Fatal(err)
		}
		d.settle(send(changedMsg{}))
		d.keys("end")
		d.in(t).goldens()
	})
	t.Run("nothing yet", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofInes, nil)
		d.in(t).goldens()
	})
}

func TestAdvice(t *testing.T) {
	t.Run("newest first", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, nil)
		got := d.screen()
		at := strings.Index(got, "her view of remote panels")
		if at < 0 || at > strings.Index(got, "plan the energy, not the hours") {
			t.Errorf("the order is another one:\n%s", got)
		}
		d.sees("[exchanges 3]", "given     Fri", "received  7 Nov")
	})
	t.Run("tried, and what came of it", func(t *testing.T) {
		d, c := onPart(t, "exchanges", ofPriya, nil)
		d.keys("end", "t")
		d.sees("Tried: plan the energy")
		d.types("it worked with the team\n")
		d.sees("Noted. u takes it back.", "→ tried today: it worked with the team")
		page, _, err := d.store().Exchanges(context.Background(), store.ExchangeQuery{RelationshipID: c.priya})
		if err != nil {
			t.Fatal(err)
		}
		if a := page[2].Advice; len(a) != 1 || a[0].Kind != journal.AdviceTried || a[0].Outcome != "it worked with the team" {
			t.Errorf("the journal has %+v", a)
		}
		d.keys("u")
		d.seesNot("→ tried")
	})
	t.Run("passed on, seen over there, and back across", func(t *testing.T) {
		d, c := onPart(t, "exchanges", ofPriya, nil)
		d.keys("end", "f")
		d.sees("Passed on to whom?")
		d.types("Sam\n")
		d.sees("Passed on: plan the energy")
		d.types("in one line\n")
		d.sees("→ passed on to Sam today: in one line")
		d.keys("down", "enter")
		d.sees("Sam Tennant · mentors me")
		d.keys("esc", "esc")
		d.open(partsPage(d.root.env, c.sam))
		d.turnTo("exchanges")
		d.sees("came      today   from Priya: plan the energy, not the hours → in one line", "go to Priya")
		d.keys("enter")
		d.sees("Priya Nair · I mentor")
	})
	t.Run("not to whom it came from", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofAda, func(d *desk, c circle) {
			if _, err := d.store().KeepNote(context.Background(), journal.Note{RelationshipID: c.adaMentee, Text: "got: breathe first"}); err != nil {
				d.t.Fatal(err)
			}
		})
		d.keys("f")
		d.sees("Passed on to whom?", "Priya", "Sam")
		if _, below, _ := strings.Cut(d.screen(), "Passed on to whom?"); strings.Contains(below, "Ada") {
			t.Errorf("Ada is offered in a role of hers:\n%s", below)
		}
		d.types("Ada\n")
		d.sees("It came from Ada Whitlock; nothing is open with anybody else like that.")
		d.keys("esc")
		d.seesNot("→ passed on")
	})
	t.Run("where there is nobody else", func(t *testing.T) {
		d := newDesk(t)
		k, err := d.store().KeepNote(context.Background(), journal.Note{PersonName: "Sam", Role: journal.RoleMentee, Text: "got: breathe first"})
		if err != nil {
			t.Fatal(err)
		}
		d.open(partsPage(d.root.env, k.Session.RelationshipID))
		d.turnTo("exchanges")
		d.keys("f")
		d.sees("It came from Sam; nothing is open with anybody else.")
	})
	t.Run("the words that went on stay as they were", func(t *testing.T) {
		d, c := onPart(t, "exchanges", ofPriya, nil)
		d.keys("end", "f")
		d.types("Sam\n")
		d.types("so\n")
		s := d.sessionsOf(c.priya)[1]
		if _, err := d.store().KeepNote(context.Background(), journal.Note{SessionID: s.ID, RelationshipID: c.priya, At: s.At, Role: s.Role, BaseRev: s.Rev, Text: strings.Replace(s.Note, "the hours", "the week", 1)}); err != nil {
			t.Fatal(err)
		}
		d.settle(send(changedMsg{}))
		d.keys("end")
		d.sees("received  7 Nov   plan the energy, not the week", "→ passed on to Sam today: so · as it stood then: plan the energy, not the")
		d.keys("esc")
		d.open(partsPage(d.root.env, c.sam))
		d.turnTo("exchanges")
		d.sees("from Priya: plan the energy, not the hours → so")
	})
	t.Run("from a conversation that was deleted", func(t *testing.T) {
		d, c := onPart(t, "exchanges", ofPriya, nil)
		d.keys("end", "t")
		d.types("it held\n")
		d.keys("end", "up", "f")
		d.types("Sam\n")
		d.types("she liked it\n")
		if err := d.store().DeleteSession(context.Background(), d.sessionsOf(c.priya)[1].ID); err != nil {
			t.Fatal(err)
		}
		d.settle(send(changedMsg{}))
		d.sees("[exchanges 2]", "GIVEN AND RECEIVED", "FROM WHAT WAS DELETED SINCE",
			"tried     today   plan the energy, not the hours → it held", "passed on today   plan the energy, not the hours → to Sam: she liked it")
		d.keys("end")
		if strings.Contains(d.chosenRow(), "to Sam") {
			d.keys("up")
		}
		d.keys("enter")
		d.sees("What it came from was deleted.")
		d.keys("t")
		d.sees("Only what you received can be tried")
		d.keys("e", "end")
		d.types(" a while")
		d.keys("ctrl+s")
		d.sees("plan the energy, not the hours → it held a while")
		d.keys("D")
		d.sees("Deleted. u brings it back.", "to Sam: she liked it")
		d.seesNot("it held")
		d.keys("end", "enter")
		d.sees("Sam Tennant · mentors me")
	})
	t.Run("from an answer that is about the receiver now, or about nobody", func(t *testing.T) {
		d, c := onPart(t, "exchanges", ofSam, nil)
		ctx, st := context.Background(), d.store()
		sam, priya := d.relationship(c.sam), d.relationship(c.priya)
		keeps := func(draft journal.Draft) journal.KeptAnswer {
			t.Helper()
			draft.Kind, draft.Text = journal.DraftAnswer, "got: wait a day"
			if draft.ReflectionID == 0 {
				draft.UID = store.NewUID()
			}
			k, err := st.KeepAnswer(ctx, draft)
			if err != nil {
				t.Fatal(err)
			}
			return k
		}
		k := keeps(journal.Draft{PersonID: priya.PersonID})
		if _, err := st.NoteAdvice(ctx, journal.Advice{ExchangeID: k.Exchanges[0].ID, Kind: journal.AdvicePassed, ToID: c.sam, Outcome: "he nodded"}); err != nil {
			t.Fatal(err)
		}
		d.settle(send(changedMsg{}))
		d.sees("came      today   from Priya: wait a day → he nodded")
		keeps(journal.Draft{ReflectionID: k.Reflection.ID, Details: true, PersonID: sam.PersonID})
		d.settle(send(changedMsg{}))
		d.sees("received  today   wait a day", "→ talked over with Sam today: he nodded")
		d.seesNot("from Sam", "passed on", "came  ")
		d.keys("end", "enter")
		d.sees("about Sam Tennant", "received: wait a day")
		d.keys("esc")
		keeps(journal.Draft{ReflectionID: k.Reflection.ID, Details: true})
		d.settle(send(changedMsg{}))
		d.sees("came      today   from an answer of yours: wait a day → he nodded")
		d.keys("enter")
		d.sees("It came from an answer that is about nobody now.")
	})
	t.Run("what was given is not tried", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, nil)
		for range 3 {
			if strings.Contains(d.screen(), "❯ given") {
				break
			}
			d.keys("down")
		}
		d.sees("❯ given")
		d.keys("t")
		d.sees("Only what you received can be tried")
	})
	t.Run("a note is changed and deleted", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, nil)
		d.keys("end", "t")
		d.types("it helped\n")
		d.keys("end", "e")
		d.types(" a little")
		d.keys("tab", "ctrl+a", "delete")
		d.types("12 nov")
		d.keys("ctrl+s")
		d.sees("→ tried 12 Nov: it helped a little")
		d.keys("D")
		d.sees("Deleted. u brings it back.", "plan the energy, not the hours")
		d.seesNot("→ tried")
		d.keys("u")
		d.sees("→ tried 12 Nov: it helped a little")
	})
	t.Run("a note needs a day", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, nil)
		d.keys("end", "t", "enter", "end", "e", "tab", "ctrl+a", "delete")
		d.types("in 2 weeks")
		d.keys("ctrl+s")
		d.sees("A day that has been")
	})
	t.Run("the conversation it came from", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, nil)
		d.keys("end", "enter")
		d.sees("She showed me how she plans a week")
	})
	t.Run("older ones on demand", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, func(d *desk, c circle) {
			var b strings.Builder
			for i := range 2*adviceRead + 5 {
				fmt.Fprintf(&b, "got: thing %d\n", i)
			}
			if _, err := d.store().KeepNote(context.Background(), journal.Note{RelationshipID: c.priya, Role: journal.RoleMentor, At: d.now.AddDate(-1, 0, 0), Text: b.String()}); err != nil {
				d.t.Fatal(err)
			}
		})
		n := 2*adviceRead + 8
		d.sees(fmt.Sprintf("exchanges %d", n))
		part, ok := d.root.top().(*RelationshipScreen).part().(*advicePart)
		if !ok || len(part.all.rows) != adviceRead {
			t.Fatalf("%d are read at first", len(part.all.rows))
		}
		d.keys("end")
		if len(part.all.rows) != 2*adviceRead {
			t.Errorf("%d are read at the end of those", len(part.all.rows))
		}
		d.settle(send(changedMsg{}))
		if len(part.all.rows) != 2*adviceRead {
			t.Errorf("%d are read again", len(part.all.rows))
		}
		d.keys("end", "end")
		d.sees(fmt.Sprintf("exchanges %d", n), "❯ received", "thing 0")
		seen := map[string]bool{}
		for _, e := range part.all.rows {
			seen[e.UID] = true
		}
		if len(seen) != n || len(part.all.rows) != n || len(part.rows) != n {
			t.Errorf("%d rows of %d exchanges, want %d", len(part.rows), len(seen), n)
		}
	})
	t.Run("older ones that come when all was read again", func(t *testing.T) {
		p := newAdvicePart(newDesk(t).root.env)
		read := func(next store.Cursor, rows ...string) {
			p.all = paged[journal.ExchangeView]{next: next}
			for _, uid := range rows {
				p.all.rows = append(p.all.rows, journal.ExchangeView{Exchange: journal.Exchange{UID: uid}})
			}
			p.arrange()
		}
		d, c := onPart(t, "exchanges", ofPriya, nil)
		page, next, err := d.store().Exchanges(context.Background(), store.ExchangeQuery{RelationshipID: c.priya, Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		p.rel = d.relationship(c.priya)
		read(next, page[0].UID)
		take, err := p.more()(context.Background(), d.store())
		if err != nil {
			t.Fatal(err)
		}
		read("", "a", "b", "c")
		take()
		if len(p.rows) != 3 {
			t.Errorf("%d rows, want the three that were read again", len(p.rows))
		}
	})
	t.Run("fits every window", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, aYear)
		for _, size := range [][2]int{{40, 10}, {47, 13}, {60, 20}, {110, 35}, {200, 60}} {
			d.size(size[0], size[1])
			d.fits(size[0], size[1])
		}
	})
}

func TestPastDay(t *testing.T) {
	now := newDesk(t).now // Sat 21 Nov 2026
	for s, want := range map[string]string{
		"today": "2026-11-21", "yesterday": "2026-11-20", "fri": "2026-11-20", "12 nov": "2026-11-12", "nov 12": "2026-11-12", "1 dec": "2025-12-01",
		"21 nov": "2026-11-21", "2026-11-12": "2026-11-12", "12 nov 2024": "2024-11-12",
		"": "?", "none": "?", "tomorrow": "?", "in 2 weeks": "?", "+10d": "?", "next tue": "?", "1 dec 2026": "?", "2027-01-01": "?", "soon": "?",
	} {
		t.Run(s, func(t *testing.T) {
			day, ok := pastDay(s, now)
			got := day.String()
			if !ok {
				got = "?"
			}
			if got != want {
				t.Errorf("%q is read as %s, want %s", s, got, want)
			}
		})
	}
}
