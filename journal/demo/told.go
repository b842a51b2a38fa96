package demo

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"bothways/journal"
)

// toldSeed makes the uids of the told story. It is not the plan's, since the story is the same in
// every plan.
const toldSeed = 0x6d656e746f72

// told is the story laid onto the calendar, ready to be written.
type told struct {
	last          journal.Date
	days          int // how far back from there it goes, but for aWeek
	zone          *time.Location
	people        []journal.Person
	relationships []journal.Relationship
	conversations []Conversation
	topics        []journal.Topic
	reflections   []journal.Reflection
	matches       []journal.Match
	agreements    []journal.Agreement
	goals         []journal.Goal
	reviews       []journal.Review
	advice        []journal.Advice
	built         builtIn
	ids           ids
	uids          uids
	arcUIDs       uids // of what a relationship has besides its conversations
}

// spoken is a conversation on its way onto the calendar.
type spoken struct {
	relation int // index
	entry    int // index
	session  journal.Session
}

// tell lays the last days of the story onto the calendar that ends with the day of until.
func (s *story) tell(until time.Time, days int, built builtIn) (*told, error) {
	if days < toldYears*yearDays {
		s = s.lately(days)
	}
	t := &told{last: journal.DateOf(until), days: days, zone: until.Location(), built: built, uids: newUIDs(toldSeed, 0), arcUIDs: newUIDs(toldSeed, 1)}
	var all []spoken
	for i := range s.relations {
		r := &s.relations[i]
		if err := t.meet(r); err != nil {
			return nil, err
		}
		for k, e := range r.entries {
			session, err := t.session(r, e, t.relationships[i])
			if err != nil {
				return nil, err
			}
			all = append(all, spoken{i, k, session})
		}
	}
	slices.SortStableFunc(all, func(a, b spoken) int { return a.session.At.Compare(b.session.At) })
	numbers := map[[2]int]int64{}
	for n := range all {
		numbers[[2]int{all[n].relation, all[n].entry}] = int64(n + 1)
	}
	for n := range all {
		if err := t.conversation(s, all[n], numbers); err != nil {
			return nil, err
		}
	}
	for _, r := range s.reflections {
		if err := t.reflect(r); err != nil {
			return nil, err
		}
	}
	for i := range s.relations {
		if err := t.arc(s, i, numbers); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// day is the day so many days before the last, moved back to the relation's weekday.
func (t *told) day(r *relation, before int) journal.Date {
	d := t.last.AddDays(-before)
	for !r.anyDay && d.Weekday() != r.weekday {
		d = d.AddDays(-1)
	}
	return d
}

// clock is a time of day in the zone of the journal.
func (t *told) clock(d journal.Date, hour, minute int) time.Time {
	return time.Date(d.Year, d.Month, d.Day, hour, minute, 0, 0, t.zone)
}

// meet adds the person and the relationship of a file.
func (t *told) meet(r *relation) error {
	p, rel, uids := r.person, r.relationship, t.uids
	var created time.Time
	if len(r.entries) > 0 {
		first := r.entries[0]
		created = t.clock(t.day(r, first.days), first.hour, first.minute).Add(time.Duration(first.minutes) * time.Minute)
		rel.From = t.day(r, max(r.from, first.days))
	} else { // its beginning is still to come
		uids = t.arcUIDs
		created = t.clock(t.day(r, max(r.from, r.asked, 1)), 20, 10)
	}
	t.ids.person++
	t.ids.relationship++
	p.ID, p.UID, p.CreatedAt = t.ids.person, uids.at(created), created
	rel.ID, rel.UID, rel.PersonID, rel.CreatedAt = t.ids.relationship, uids.at(created), p.ID, created
	if err := t.foundAndEnded(r, &rel); err != nil {
		return err
	}
	if r.until > 0 {
		rel.Until = t.day(r, r.until)
	}
	if r.next > 0 {
		rel.NextSession = t.last.AddDays(r.next)
		for !r.anyDay && rel.NextSession.Weekday() != r.weekday {
			rel.NextSession = rel.NextSession.AddDays(1)
		}
	}
	t.people = append(t.people, p)
	t.relationships = append(t.relationships, rel)
	return nil
}

// session is the session of an entry, without an id.
func (t *told) session(r *relation, e entry, rel journal.Relationship) (journal.Session, error) {
	at := t.clock(t.day(r, e.days), e.hour, e.minute)
	note, err := t.written(e)
	if err != nil {
		return journal.Session{}, err
	}
	role := rel.Role
	if e.role != "" {
		role = e.role
	}
	kept := at.Add(time.Duration(e.minutes+10) * time.Minute)
	s := journal.Session{
		RelationshipID: rel.ID, At: at, Minutes: e.minutes, Medium: e.medium, Role: role,
		Note: note, Private: e.private, Rev: 1, CreatedAt: kept, UpdatedAt: kept,
	}
	if err := s.Validate(); err != nil {
		return s, e.errorf("%s", journal.ErrorMessage(err))
	}
	return s, nil
}

// written is an entry's note with its dates in braces written out.
func (t *told) written(e entry) (string, error) {
	var b strings.Builder
	rest := e.note
	for {
		before, after, found := strings.Cut(rest, "{")
		b.WriteString(before)
		if !found {
			return b.String(), nil
		}
		inside, after, closed := strings.Cut(after, "}")
		count, form, _ := strings.Cut(inside, " ")
		days, err := strconv.Atoi(count)
		if !closed || err != nil || form != "short" && form != "iso" {
			return "", e.errorf("a date in braces has the form {+4 short} or {+4 iso}.")
		}
		if d := t.last.AddDays(days); form == "iso" {
			b.WriteString(d.String())
		} else {
			b.WriteString(shortDate(d))
		}
		rest = after
	}
}

// shortDate is a date as people type it: "1 dec".
func shortDate(d journal.Date) string {
	return fmt.Sprintf("%d %s", d.Day, strings.ToLower(d.Month.String()[:3]))
}

// conversation adds a conversation, lifts its note and says what became of it all.
func (t *told) conversation(s *story, sp spoken, numbers map[[2]int]int64) error {
	r := &s.relations[sp.relation]
	e := r.entries[sp.entry]
	t.ids.session++
	sp.session.ID, sp.session.UID = t.ids.session, t.uids.at(sp.session.At)
	c := Conversation{Session: sp.session, CheckIn: e.checkIn, PersonID: t.people[sp.relation].ID, PersonName: r.person.Name}
	on := journal.DateOf(sp.session.At)
	things, notices := journal.Lift(c.Session.Note, journal.LiftContext{On: on, Person: r.person.Name})
	if len(notices) > 0 {
		return e.errorf("%s", notices[0].Text)
	}
	topics := c.lifted(things, &t.ids, t.uids, nil)
	if err := t.closeActions(e, on, c.Actions); err != nil {
		return err
	}
	if len(topics) != len(e.topics) {
		return e.errorf("the note raises %d topics, and what became of %d is told.", len(topics), len(e.topics))
	}
	for i, fate := range e.topics {
		topics[i].State = fate.state
		if fate.state == journal.TopicRaised {
			later, ok := numbers[[2]int{sp.relation, sp.entry + fate.later}]
			if !ok {
				return fate.errorf("there are not that many conversations after this one.")
			}
			topics[i].RaisedIn = later
		}
	}
	t.conversations = append(t.conversations, c)
	t.topics = append(t.topics, topics...)
	return nil
}

// closeActions says what became of the actions of a conversation on a day.
func (t *told) closeActions(e entry, on journal.Date, actions []journal.Action) error {
	told := 0
	for i := range actions {
		a := &actions[i]
		if a.State == journal.ActionDone {
			continue
		}
		if told == len(e.actions) {
			return e.errorf("the note has more actions than are told of afterwards.")
		}
		fate := e.actions[told]
		told++
		a.State, a.Carried, a.Outcome = fate.state, fate.carried, fate.outcome
		if fate.state == journal.ActionOpen {
			continue
		}
		day := on.AddDays(fate.after)
		if day.After(t.last) {
			return fate.errorf("%d days after is beyond the last day of the journal.", fate.after)
		}
		a.ClosedAt = t.clock(day, 19, 40)
		if early := a.CreatedAt.Add(90 * time.Minute); a.ClosedAt.Before(early) {
			a.ClosedAt = early
		}
	}
	if told != len(e.actions) {
		return e.errorf("the note has %d actions, and what became of %d is told.", told, len(e.actions))
	}
	return nil
}

// reflect adds a reflection.
func (t *told) reflect(r reflection) error {
	at := t.clock(t.last.AddDays(-r.days), r.hour, r.minute)
	asked := journal.Asked{Question: r.question}
	if r.prompt != "" {
		prompt, err := t.built.prompt(r.place, r.prompt)
		if err != nil {
			return err
		}
		asked = prompt.Asked()
	}
	t.ids.reflection++
	out := journal.Reflection{
		ID: t.ids.reflection, UID: t.uids.at(at), Asked: asked, Text: r.text,
		At: at, Seconds: r.minutes * 60, CreatedAt: at.Add(time.Duration(r.minutes) * time.Minute),
	}
	if r.about != "" {
		n := slices.IndexFunc(t.people, func(p journal.Person) bool { return p.Name == r.about })
		if n < 0 {
			return r.errorf("there is nobody called %s in the story.", r.about)
		}
		out.PersonID = t.people[n].ID
	}
	t.reflections = append(t.reflections, out)
	return nil
}

// actions is how many actions the story has.
func (t *told) actions() int { return int(t.ids.action) }

// write hands the story over.
func (t *told) write(to Sink) error {
	for i := range t.people {
		if err := to.Person(t.people[i]); err != nil {
			return err
		}
		if err := to.Relationship(t.relationships[i]); err != nil {
			return err
		}
	}
	err := handOver(nil, t.conversations, to.Conversation)
	err = handOver(err, t.topics, to.Topic)
	err = handOver(err, t.reflections, to.Reflection)
	err = handOver(err, t.matches, to.Match)
	err = handOver(err, t.agreements, to.Agreement)
	err = handOver(err, t.goals, to.Goal)
	err = handOver(err, t.reviews, to.Review)
	return handOver(err, t.advice, to.Advice)
}

// handOver hands things over one by one, until there is an error; nothing where there was one before.
func handOver[T any](before error, things []T, to func(T) error) error {
	for i := 0; before == nil && i < len(things); i++ {
		before = to(things[i])
	}
	return before
}
