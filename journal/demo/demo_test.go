package demo_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"hash"
	"strings"
	"testing"
	"time"
	"unicode"

	"bothways/journal"
	"bothways/journal/demo"
)

// keeper keeps everything that is written.
type keeper struct {
	people        []journal.Person
	relationships []journal.Relationship
	conversations []demo.Conversation
	topics        []journal.Topic
	reflections   []journal.Reflection
	matches       []journal.Match
	agreements    []journal.Agreement
	goals         []journal.Goal
	reviews       []journal.Review
	advice        []journal.Advice
}

func (k *keeper) Person(p journal.Person) error { k.people = append(k.people, p); return nil }
func (k *keeper) Relationship(r journal.Relationship) error {
	k.relationships = append(k.relationships, r)
	return nil
}
func (k *keeper) Topic(t journal.Topic) error { k.topics = append(k.topics, t); return nil }
func (k *keeper) Reflection(r journal.Reflection) error {
	k.reflections = append(k.reflections, r)
	return nil
}
func (k *keeper) Match(m journal.Match) error { k.matches = append(k.matches, m); return nil }
func (k *keeper) Agreement(a journal.Agreement) error {
	k.agreements = append(k.agreements, a)
	return nil
}
func (k *keeper) Goal(g journal.Goal) error     { k.goals = append(k.goals, g); return nil }
func (k *keeper) Review(r journal.Review) error { k.reviews = append(k.reviews, r); return nil }
func (k *keeper) Advice(a journal.Advice) error { k.advice = append(k.advice, a); return nil }
func (k *keeper) Conversation(c demo.Conversation) error {
	c.Actions = append([]journal.Action(nil), c.Actions...)
	c.Exchanges = append([]journal.Exchange(nil), c.Exchanges...)
	c.Shifts = append([]journal.Shift(nil), c.Shifts...)
	k.conversations = append(k.conversations, c)
	return nil
}

// until is the last day of the tests' journals, a Saturday.
func until() time.Time { return time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC) }

func twoYears() demo.Plan { return demo.Plan{Seed: 7, Years: 2, Until: until()} }
func lifetime() demo.Plan { return demo.Plan{Seed: 7, Years: 60, Sessions: 20000, Until: until()} }
func written(t testing.TB, p demo.Plan) *keeper {
	t.Helper()
	k := &keeper{}
	if err := demo.Write(p, k); err != nil {
		t.Fatal(err)
	}
	return k
}

// hasher takes the hash of everything that is written, in its order.
type hasher struct{ hash.Hash }

func (h hasher) add(v any) error {
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(h, "%T %s\n", v, text)
	return err
}
func (h hasher) Person(p journal.Person) error             { return h.add(p) }
func (h hasher) Relationship(r journal.Relationship) error { return h.add(r) }
func (h hasher) Conversation(c demo.Conversation) error    { return h.add(c) }
func (h hasher) Topic(t journal.Topic) error               { return h.add(t) }
func (h hasher) Reflection(r journal.Reflection) error     { return h.add(r) }
func (h hasher) Match(m journal.Match) error               { return h.add(m) }
func (h hasher) Agreement(a journal.Agreement) error       { return h.add(a) }
func (h hasher) Goal(g journal.Goal) error                 { return h.add(g) }
func (h hasher) Review(r journal.Review) error             { return h.add(r) }
func (h hasher) Advice(a journal.Advice) error             { return h.add(a) }

func hashOf(t *testing.T, p demo.Plan) string {
	t.Helper()
	h := hasher{sha256.New()}
	if err := demo.Write(p, h); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

func TestWriteTwice(t *testing.T) {
	grown := demo.Plan{Seed: 7, Years: 6, Sessions: 900, Until: until()}
	for name, p := range map[string]demo.Plan{"told": twoYears(), "grown": grown} {
		t.Run(name, func(t *testing.T) {
			first, second := hashOf(t, p), hashOf(t, p)
			if first != second {
				t.Error("the same plan gave two different journals")
			}
		})
	}
	t.Run("another seed", func(t *testing.T) {
		other := grown
		other.Seed++
		if hashOf(t, grown) == hashOf(t, other) {
			t.Error("two seeds gave the same journal")
		}
	})
}

// The two years told by hand are the same whatever is put before them.
func TestToldIsTheSame(t *testing.T) {
	told := written(t, twoYears())
	grown := written(t, demo.Plan{Seed: 99, Years: 9, Until: until()})
	if a, b := asJSON(t, told.people), asJSON(t, grown.people[:len(told.people)]); a != b {
		t.Error("the people differ")
	}
	if a, b := asJSON(t, told.conversations), asJSON(t, grown.conversations[:len(told.conversations)]); a != b {
		t.Error("the conversations differ")
	}
	for i, things := range [][2]any{
		{told.matches, grown.matches[:len(told.matches)]}, {told.agreements, grown.agreements[:len(told.agreements)]},
		{told.goals, grown.goals[:len(told.goals)]}, {told.reviews, grown.reviews[:len(told.reviews)]}, {told.advice, grown.advice[:len(told.advice)]},
	} {
		if asJSON(t, things[0]) != asJSON(t, things[1]) {
			t.Errorf("things of kind %d differ", i)
		}
	}
	if a, b := asJSON(t, told.topics), asJSON(t, grown.topics[:len(told.topics)]); a != b {
		t.Error("the topics differ")
	}
	if a, b := asJSON(t, told.reflections), asJSON(t, grown.reflections[:len(told.reflections)]); a != b {
		t.Error("the reflections differ")
	}
	first := told.conversations[0].Session.At
	for _, c := range grown.conversations[len(told.conversations):] {
		if !c.Session.At.Before(first) {
			t.Fatalf("an older conversation is on %s, after the told story begins", journal.DateOf(c.Session.At))
		}
	}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTwoYears(t *testing.T) {
	k := written(t, twoYears())
	today := journal.DateOf(until())
	if n := len(k.conversations); n < 60 {
		t.Errorf("%d conversations, want at least 60", n)
	}
	if n := len(k.reflections); n < 20 {
		t.Errorf("%d reflections, want at least 20", n)
	}
	roles, states := map[journal.Role]int{}, map[journal.State]int{}
	soon := 0
	for _, r := range k.relationships {
		roles[r.Role]++
		states[r.State]++
		if !r.NextSession.IsZero() && r.NextSession.After(today) && r.NextSession.DaysSince(today) <= 7 {
			soon++
		}
	}
	if roles[journal.RoleMentor] < 3 || roles[journal.RoleMentee] < 3 || roles[journal.RoleMutual] != 1 {
		t.Errorf("roles %v", roles)
	}
	if states[journal.StateActive] < 4 || states[journal.StatePaused] != 1 || states[journal.StateEnded] != 1 || states[journal.StateTrial] != 1 {
		t.Errorf("states %v", states)
	}
	if soon == 0 {
		t.Error("nobody is met within a week")
	}
	open := map[string]int{}
	for _, c := range k.conversations {
		for _, a := range c.Actions {
			switch {
			case a.State != journal.ActionOpen:
				open[string(a.State)]++
			case a.Due.IsZero():
				open["waiting"]++
			case a.Overdue(today):
				open["overdue"]++
			default:
				open["to come"]++
			}
			if a.Carried > 0 {
				open["carried"]++
			}
			open[string(a.Owner)]++
		}
	}
	for _, kind := range []string{"waiting", "overdue", "to come", "done", "dropped", "carried", "me", "them"} {
		if open[kind] < 4 {
			t.Errorf("only %d actions are of the kind %q", open[kind], kind)
		}
	}
}

// Whatever day the journal ends on, the story still fits the calendar.
func TestAnyLastDay(t *testing.T) {
	for day := range 400 {
		p := twoYears()
		p.Until = until().AddDate(0, 0, day)
		agrees(t, written(t, p), p.Until)
	}
}

func TestLifetime(t *testing.T) {
	k := written(t, lifetime())
	actions, open, words := 0, 0, 0
	for _, c := range k.conversations {
		actions += len(c.Actions)
		for _, a := range c.Actions {
			if a.State == journal.ActionOpen {
				open++
			}
		}
		words += len(strings.Fields(c.Session.Note))
	}
	for _, r := range k.reflections {
		words += len(strings.Fields(r.Text))
	}
	openTo := 0
	for _, r := range k.relationships {
		if r.State.Open() {
			openTo++
		}
	}
	t.Logf("%d people, %d relationships open, %d conversations, %d actions, %d open, %d topics, %d reflections, %d words",
		len(k.people), openTo, len(k.conversations), actions, open, len(k.topics), len(k.reflections), words)
	if len(k.conversations) != 20000 || actions != 60000 || len(k.reflections) != 40000 {
		t.Errorf("%d conversations, %d actions, %d reflections; want 20000, 60000, 40000", len(k.conversations), actions, len(k.reflections))
	}
	if words < 9_500_000 || words > 10_500_000 {
		t.Errorf("%d words, want about ten million", words)
	}
	if len(k.people) < 250 || len(k.people) > 350 || openTo < 6 || openTo > 12 {
		t.Errorf("%d people, %d relationships open", len(k.people), openTo)
	}
	if open < 150 || open > 300 {
		t.Errorf("%d open actions", open)
	}
	agrees(t, k, until())
}

// Without a number of conversations the older years are as full as the told ones.
func TestYears(t *testing.T) {
	for _, years := range []int{3, 5, 20, 100} {
		t.Run(fmt.Sprint(years), func(t *testing.T) {
			k := written(t, demo.Plan{Years: years, Until: until()})
			told := len(written(t, twoYears()).conversations)
			if a := (len(k.conversations) - told) / (years - 2); a < 35 || a > 45 {
				t.Errorf("%d conversations a year", a)
			}
			agrees(t, k, until())
		})
	}
}

// A journal of one year has nothing from before it, whatever it ends on.
func TestOneYear(t *testing.T) {
	all := len(written(t, twoYears()).conversations)
	told := len(written(t, demo.Plan{Years: 1, Until: until()}).conversations)
	if told < 30 || told >= all {
		t.Fatalf("%d conversations of %d", told, all)
	}
	for _, sessions := range []int{0, told, told + 1, 60, 333, 850} {
		t.Run(fmt.Sprint(sessions), func(t *testing.T) {
			for day := range 14 {
				p := demo.Plan{Seed: 7, Years: 1, Sessions: sessions, Until: until().AddDate(0, 0, day)}
				k := written(t, p)
				if n := len(k.conversations); n != max(told, sessions) {
					t.Errorf("%d conversations", n)
				}
				agrees(t, k, p.Until)
				last := journal.DateOf(p.Until)
				if days := last.DaysSince(firstDay(k)) + 1; days < 340 || days > 365 {
					t.Errorf("the %d days until %s", days, last)
				}
			}
		})
	}
}

// firstDay is the first day of anything that was written.
func firstDay(k *keeper) (first journal.Date) {
	on := func(d journal.Date) {
		if !d.IsZero() && (first.IsZero() || d.Before(first)) {
			first = d
		}
	}
	for _, p := range k.people {
		on(journal.DateOf(p.CreatedAt))
	}
	for _, c := range k.conversations {
		on(journal.DateOf(c.Session.At))
	}
	for _, r := range k.reflections {
		on(journal.DateOf(r.At))
	}
	for _, a := range k.agreements {
		on(a.On)
	}
	for _, g := range k.goals {
		on(journal.DateOf(g.CreatedAt))
	}
	for _, v := range k.reviews {
		on(journal.DateOf(v.CreatedAt))
	}
	return first
}

// Every number of conversations is kept to, also ones that hardly leave anything to make up.
func TestSessions(t *testing.T) {
	told := len(written(t, twoYears()).conversations)
	for _, more := range []int{0, 1, 2, 7, 8, 9, 15, 16, 17, 63, 64, 65, 200} {
		t.Run(fmt.Sprint(more), func(t *testing.T) {
			k := written(t, demo.Plan{Years: 4, Sessions: told + more, Until: until()})
			if len(k.conversations) != told+more {
				t.Errorf("%d conversations, want %d", len(k.conversations), told+more)
			}
			agrees(t, k, until())
		})
	}
}

// agrees checks what has to hold in every journal.
func agrees(t *testing.T, k *keeper, until time.Time) {
	t.Helper()
	end := time.Date(until.Year(), until.Month(), until.Day()+1, 0, 0, 0, 0, until.Location())
	topics := map[int64][]journal.Topic{}
	for _, topic := range k.topics {
		topics[topic.SessionID] = append(topics[topic.SessionID], topic)
	}
	held := map[int64]time.Time{}
	met := map[int64]int{}
	relationships := map[int64]journal.Relationship{}
	for _, r := range k.relationships {
		relationships[r.ID] = r
	}
	for _, c := range k.conversations {
		held[c.Session.ID] = c.Session.At
		met[c.PersonID]++
	}
	needless := map[int64]bool{}
	for _, r := range k.relationships {
		switch r.State {
		case journal.StateConsidering, journal.StateAsked, journal.StateDeclined:
			needless[r.PersonID] = true
		}
	}
	for _, p := range k.people {
		if met[p.ID] == 0 && !needless[p.ID] {
			t.Errorf("there is no conversation with %s", p.Name)
		}
		clean(t, p.Name, p.HowKnown, p.CommonGround, p.CoreValues, p.Contact, p.Notes)
	}
	for _, r := range k.relationships {
		if err := r.Validate(); err != nil {
			t.Error(err)
		}
		clean(t, r.Purpose, r.Setting, strings.Join(r.Focus, ","))
	}
	uids := map[string]bool{}
	unique := func(id int64, uid string, at time.Time) {
		if id == 0 || uids[uid] || !isUUID7(uid, at) {
			t.Errorf("%d %q is no uid of %s of its own", id, uid, at)
		}
		uids[uid] = true
	}
	for _, p := range k.people {
		unique(p.ID, p.UID, p.CreatedAt)
	}
	for _, r := range k.relationships {
		unique(r.ID, r.UID, r.CreatedAt)
	}
	arcAgrees(t, k, end, unique)
	for _, c := range k.conversations {
		s := c.Session
		if err := s.Validate(); err != nil {
			t.Error(err)
		}
		if err := c.CheckIn.Validate(); err != nil {
			t.Errorf("conversation %d: %v", s.ID, err)
		}
		r, on := relationships[s.RelationshipID], journal.DateOf(s.At)
		if r.PersonID != c.PersonID || on.Before(r.From) || !r.Until.IsZero() && on.After(r.Until) {
			t.Errorf("conversation %d on %s is outside of its relationship, %s to %s", s.ID, on, r.From, r.Until)
		}
		if !s.At.Before(end) || s.At.Hour() < 6 {
			t.Errorf("conversation %d is at %s", s.ID, s.At)
		}
		unique(s.ID, s.UID, s.At)
		for _, a := range c.Actions {
			unique(a.ID, a.UID, a.CreatedAt)
			if err := a.Validate(); err != nil {
				t.Error(err)
			}
			if closed := a.State != journal.ActionOpen; closed && (a.ClosedAt.Before(a.CreatedAt) || a.ClosedAt.After(end)) || !closed && !a.ClosedAt.IsZero() {
				t.Errorf("action %d, %s of %s, is closed at %s", a.ID, a.State, a.CreatedAt, a.ClosedAt)
			}
			clean(t, a.Outcome)
		}
		for _, e := range c.Exchanges {
			unique(e.ID, e.UID, e.CreatedAt)
		}
		for _, sh := range c.Shifts {
			unique(sh.ID, sh.UID, sh.CreatedAt)
		}
		lifts(t, c, topics[s.ID])
		clean(t, s.Note, s.Private)
	}
	for _, topic := range k.topics {
		unique(topic.ID, topic.UID, topic.CreatedAt)
		if raised := topic.State == journal.TopicRaised; raised != (topic.RaisedIn != 0) || raised && !held[topic.SessionID].Before(held[topic.RaisedIn]) {
			t.Errorf("topic %d, %s, is from %d and raised in %d", topic.ID, topic.State, topic.SessionID, topic.RaisedIn)
		}
	}
	built := builtIn(t)
	for _, r := range k.reflections {
		if asked, ok := built[r.PromptID]; r.PromptID != "" && (!ok || r.Asked != asked.Asked()) || r.PromptID == "" && r.SetID != "" {
			t.Errorf("reflection %d answers %+v, which nobody asks", r.ID, r.Asked)
		}
		unique(r.ID, r.UID, r.At)
		if err := r.Validate(); err != nil || !r.At.Before(end) {
			t.Errorf("reflection %d at %s: %v", r.ID, r.At, err)
		}
		clean(t, r.Question, r.Text)
	}
}

// lifts checks that what came with a conversation is exactly what lifts from its note.
func lifts(t *testing.T, c demo.Conversation, topics []journal.Topic) {
	t.Helper()
	on := journal.DateOf(c.Session.At)
	things, notices := journal.Lift(c.Session.Note, journal.LiftContext{On: on, Person: c.PersonName})
	for _, n := range notices {
		t.Errorf("conversation %d: %s", c.Session.ID, n.Text)
	}
	var want, got []string
	for _, l := range things {
		switch l.Kind {
		case journal.LiftAction:
			want = append(want, fmt.Sprint("action|", l.Text, "|", l.Owner, "|", l.Due, "|", l.Source))
		case journal.LiftExchange:
			want = append(want, fmt.Sprint("exchange|", l.Text, "|", l.Direction, "|", l.Source))
		case journal.LiftShift:
			want = append(want, fmt.Sprint("shift|", l.Text, "|", l.Source))
		case journal.LiftTopic:
			want = append(want, fmt.Sprint("topic|", l.Text, "|", l.Hard, "|", l.Source))
		}
	}
	for _, a := range c.Actions {
		got = append(got, fmt.Sprint("action|", a.Text, "|", a.Owner, "|", a.Due, "|", a.Source))
	}
	for _, e := range c.Exchanges {
		got = append(got, fmt.Sprint("exchange|", e.Text, "|", e.Direction, "|", e.Source))
	}
	for _, s := range c.Shifts {
		got = append(got, fmt.Sprint("shift|", s.Text, "|", s.Source))
	}
	for _, topic := range topics {
		got = append(got, fmt.Sprint("topic|", topic.Text, "|", topic.Hard, "|", topic.Source))
	}
	count := map[string]int{}
	for i := range want {
		count[want[i]]++
	}
	for i := range got {
		count[got[i]]--
	}
	for line, n := range count {
		if n != 0 {
			t.Errorf("conversation %d: %q lifts %+d times more than it came", c.Session.ID, line, n)
		}
	}
}

// clean checks texts for what a person would not type: control characters, blanks not filled in,
// spaces at the end of a line.
func clean(t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if strings.IndexFunc(text, func(r rune) bool {
			return unicode.IsControl(r) && r != '\n' || r == '{' || r == '}' || r == unicode.ReplacementChar
		}) >= 0 {
			t.Errorf("a character that does not belong there in %q", text)
		}
		if strings.Contains(text, " \n") || strings.HasSuffix(text, " ") || strings.Contains(text, "  ") || strings.HasPrefix(text, "\n") || strings.HasSuffix(text, "\n") {
			t.Errorf("a space too many in %q", text)
		}
	}
}

// isUUID7 checks version, variant and the time of a uid.
func isUUID7(uid string, at time.Time) bool {
	var ms, last uint64
	var version, a, b uint16
	var high uint64
	if n, err := fmt.Sscanf(strings.ReplaceAll(uid, "-", " "), "%08x %04x %04x %04x %012x", &high, &a, &version, &b, &last); n != 5 || err != nil || len(uid) != 36 {
		return false
	}
	ms = high<<16 | uint64(a)
	return version>>12 == 7 && b>>14 == 2 && ms == uint64(max(at.UnixMilli(), 0))
}

func TestWriteErrors(t *testing.T) {
	for name, change := range map[string]func(*demo.Plan){
		"no last day":            func(p *demo.Plan) { p.Until = time.Time{} },
		"too few years":          func(p *demo.Plan) { p.Years = 0 },
		"too many years":         func(p *demo.Plan) { p.Years = 101 },
		"fewer than none":        func(p *demo.Plan) { p.Sessions = -1 },
		"fewer than the story":   func(p *demo.Plan) { p.Sessions = 10 },
		"more than a life holds": func(p *demo.Plan) { p.Sessions = 1_000_000 },
		"more than a year holds": func(p *demo.Plan) { p.Years, p.Sessions = 1, 2000 },
		"fewer than a year has":  func(p *demo.Plan) { p.Years, p.Sessions = 1, 10 },
	} {
		t.Run(name, func(t *testing.T) {
			p := twoYears()
			change(&p)
			k := &keeper{}
			if err := demo.Write(p, k); journal.ErrorCode(err) != journal.CodeInvalid {
				t.Errorf("error %v, want an invalid plan", err)
			}
			if len(k.people) > 0 {
				t.Error("something was written all the same")
			}
		})
	}
}

// full refuses everything after a few things.
type full struct{ left int }

func (f *full) take() error {
	if f.left--; f.left < 0 {
		return journal.Errorf(journal.CodeReadOnly, "It is full.")
	}
	return nil
}
func (f *full) Person(journal.Person) error             { return f.take() }
func (f *full) Relationship(journal.Relationship) error { return f.take() }
func (f *full) Conversation(demo.Conversation) error    { return f.take() }
func (f *full) Topic(journal.Topic) error               { return f.take() }
func (f *full) Reflection(journal.Reflection) error     { return f.take() }
func (f *full) Match(journal.Match) error               { return f.take() }
func (f *full) Agreement(journal.Agreement) error       { return f.take() }
func (f *full) Goal(journal.Goal) error                 { return f.take() }
func (f *full) Review(journal.Review) error             { return f.take() }
func (f *full) Advice(journal.Advice) error             { return f.take() }

func TestSinkErrors(t *testing.T) {
	p := demo.Plan{Years: 4, Until: until()}
	k := written(t, p)
	things := len(k.people) + len(k.relationships) + len(k.conversations) + len(k.topics) + len(k.reflections) +
		len(k.matches) + len(k.agreements) + len(k.goals) + len(k.reviews) + len(k.advice)
	for left := range things {
		if err := demo.Write(p, &full{left: left}); journal.ErrorCode(err) != journal.CodeReadOnly {
			t.Fatalf("after %d things: error %v, want that of the sink", left, err)
		}
	}
}

// The zone of the last day is the zone everything is written in.
func TestZone(t *testing.T) {
	p := demo.Plan{Years: 3, Until: time.Date(2026, 3, 29, 3, 0, 0, 0, time.FixedZone("", -9*3600))}
	k := written(t, p)
	agrees(t, k, p.Until)
	for _, c := range k.conversations {
		if _, offset := c.Session.At.Zone(); offset != -9*3600 {
			t.Fatalf("conversation %d is at %s", c.Session.ID, c.Session.At)
		}
	}
}

// nowhere takes everything and keeps nothing.
type nowhere struct{}

func (nowhere) Person(journal.Person) error             { return nil }
func (nowhere) Relationship(journal.Relationship) error { return nil }
func (nowhere) Conversation(demo.Conversation) error    { return nil }
func (nowhere) Topic(journal.Topic) error               { return nil }
func (nowhere) Reflection(journal.Reflection) error     { return nil }
func (nowhere) Match(journal.Match) error               { return nil }
func (nowhere) Agreement(journal.Agreement) error       { return nil }
func (nowhere) Goal(journal.Goal) error                 { return nil }
func (nowhere) Review(journal.Review) error             { return nil }
func (nowhere) Advice(journal.Advice) error             { return nil }

func BenchmarkWriteTwoYears(b *testing.B) {
	for b.Loop() {
		if err := demo.Write(twoYears(), nowhere{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWriteLifetime(b *testing.B) {
	for b.Loop() {
		if err := demo.Write(lifetime(), nowhere{}); err != nil {
			b.Fatal(err)
		}
	}
}
