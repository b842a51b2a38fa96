package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"bothways/journal"
)

// asked is a query as it reached the driver.
type asked struct {
	query string
	args  []any
}

// watching is a driver that remembers every query.
type watching struct {
	sqlite driver.Driver
	dsn    string

	mu   sync.Mutex
	seen []asked
}

func (w *watching) Connect(context.Context) (driver.Conn, error) {
	c, err := w.sqlite.Open(w.dsn)
	if err != nil {
		return nil, err
	}
	return &watchedConn{c.(fullConn), w}, nil
}

func (w *watching) Driver() driver.Driver { return w.sqlite }

type fullConn interface {
	driver.Conn
	driver.ConnBeginTx
	driver.QueryerContext
	driver.ExecerContext
}

type watchedConn struct {
	fullConn
	w *watching
}

func (c *watchedConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	a := asked{query: query}
	for _, v := range args {
		a.args = append(a.args, v.Value)
	}
	c.w.mu.Lock()
	c.w.seen = append(c.w.seen, a)
	c.w.mu.Unlock()
	return c.fullConn.QueryContext(ctx, query, args)
}

// watch makes both pools of a store remember their queries.
func watch(tb testing.TB, s *Store) *watching {
	tb.Helper()
	w := &watching{sqlite: s.rd.Driver()}
	for _, pool := range []struct {
		db **sql.DB
		a  access
	}{{&s.rd, toRead}, {&s.wr, toWrite}} {
		ok(tb, (*pool.db).Close())
		each := &watching{sqlite: w.sqlite, dsn: dsn(s.path, pool.a)}
		*pool.db = sql.OpenDB(each)
		(*pool.db).SetMaxOpenConns(1)
		tb.Cleanup(func() {
			w.seen = append(w.seen, each.seen...)
		})
	}
	return w
}

// TestPlans runs everything and asks SQLite how it goes about each query: none may walk a table
// that grows with the years, nor sort what an index has in order.
func TestPlans(t *testing.T) {
	s := MustOpen(t)
	var w *watching
	t.Run("ask", func(t *testing.T) {
		w = watch(t, s)
		askEverything(t, s)
	})
	if len(w.seen) < 100 {
		t.Fatalf("only %d queries were seen", len(w.seen))
	}
	walks := regexp.MustCompile(`^SCAN (\w+)( USING (COVERING )?INDEX (\w+))?`)
	checked := map[string]bool{}
	for _, a := range w.seen {
		if strings.HasPrefix(a.query, "PRAGMA") || checked[a.query] {
			continue
		}
		checked[a.query] = true
		plan := must(list(context.Background(), s.rd, func(r *sql.Rows) (line string, err error) {
			var id, parent, unused int
			return line, r.Scan(&id, &parent, &unused, &line)
		}, "EXPLAIN QUERY PLAN "+a.query, a.args...))(t)
		for _, line := range plan {
			bad := strings.Contains(line, "TEMP B-TREE") && !maySort(a.query) || strings.Contains(line, "AUTOMATIC")
			if m := walks.FindStringSubmatch(line); m != nil && !mayWalk(m[1], m[4], a.query) {
				bad = true
			}
			// An index to count by has no order, and more in it than any list wants; ids that are all
			// deleted want neither.
			if strings.Contains(line, "_tally") && !strings.HasPrefix(a.query, "SELECT count(") && !strings.HasPrefix(a.query, "SELECT id FROM action") {
				bad = true
			}
			// There is an index for who was named instead.
			if strings.Contains(a.query, "r.suggested_in = ?") && strings.HasPrefix(line, "SCAN r") {
				bad = true
			}
			if bad {
				t.Errorf("%s\n%s", a.query, strings.Join(plan, "\n"))
				break
			}
		}
	}
}

// maySort reports whether a query sorts only people or relationships, which a life has a few
// hundred of, the dozen goals of one, or what lifted from a few notes.
func maySort(query string) bool {
	return addsUp(query) || strings.Contains(query, "FROM person p") || strings.Contains(query, "FROM relationship r") || strings.Contains(query, "FROM goal g WHERE g.relationship_id = ?")
}

// mayWalk reports whether walking a table is no more work than what is asked for.
func mayWalk(alias, index, query string) bool {
	if addsUp(query) && alias == "said" { // a row for each relationship talked in
		return true
	}
	switch alias {
	case "p", "person", "r", "relationship", "d", "draft", "json_each", "j", "CONSTANT":
		return true
	case "a", "action":
		return strings.HasPrefix(index, "action_open") || index == "action_closed" && strings.Contains(query, "LIMIT")
	case "s":
		return index == "session_held" && strings.Contains(query, "LIMIT")
	case "prompt", "prompt_set", "prompt_place":
		return true // a person writes a few dozen
	case "x":
		if index == "shift_held" {
			return strings.Contains(query, "LIMIT")
		}
		// The newest of all; the newest of some may be far down.
		return index == "reflection_held" && strings.Contains(query, "LIMIT") && !strings.Contains(query, "x.prompt_id = ") && !strings.Contains(query, "x.person_id = ?")
	case "search", "search_due":
		return true // the words are asked, or it is empty but for what was written just now
	case "search_doc":
		return strings.HasSuffix(query, "LIMIT 1") // one end of it
	case "newest":
		return true // a part of a query that has a few rows itself
	case "session", "reflection":
		return strings.Contains(query, "SELECT EXISTS") // the first row answers it
	}
	return false
}

// askEverything calls every method, with every kind of question.
func askEverything(t *testing.T, s *Store) {
	ctx := context.Background()
	k := priya(t, s, panelNote)
	for range 3 {
		must(s.KeepNote(ctx, journal.Note{RelationshipID: k.Session.RelationshipID, Text: panelNote, DraftUID: NewUID()}))(t)
	}
	person, rel, action, topic := k.Session.PersonID, k.Session.RelationshipID, k.Actions[0], k.Topics[0]
	ok(t, s.CloseAction(ctx, action.ID, journal.ActionDone, ""))
	for _, of := range []ActionQuery{{}, {PersonID: person}, {RelationshipID: rel}} {
		for _, owner := range []journal.Owner{"", journal.OwnerThem} {
			for _, closed := range []bool{false, true} {
				q := of
				q.Owner, q.Closed, q.Limit = owner, closed, 1
				_, next := must2(s.Actions(ctx, q))(t)
				if q.After = next; next != "" {
					must2(s.Actions(ctx, q))(t)
				}
			}
			q := of
			q.Owner, q.OverdueOn = owner, journal.Date{Year: 2030, Month: 1, Day: 1}
			must2(s.Actions(ctx, q))(t)
		}
	}
	must(s.Reachable(ctx))(t)
	for _, q := range []SessionQuery{{Limit: 1}, {PersonID: person, Limit: 1}, {RelationshipID: rel, Limit: 1, Preview: 10}} {
		_, q.Before = must2(s.Sessions(ctx, q))(t)
		must2(s.Sessions(ctx, q))(t)
	}
	for _, closed := range []bool{false, true} {
		q := TopicQuery{RelationshipID: rel, Closed: closed, Limit: 1}
		_, q.After = must2(s.Topics(ctx, q))(t)
		if q.After != "" {
			must2(s.Topics(ctx, q))(t)
		}
		ok(t, s.SetTopicState(ctx, topic.ID, journal.TopicRaised, k.Session.ID))
	}
	must(s.AddPerson(ctx, journal.Person{Name: "Ada"}, &journal.Relationship{Role: journal.RoleMutual, State: journal.StateTrial}))(t)
	_, next := must2(s.People(ctx, PeopleQuery{Limit: 1}))(t)
	must2(s.People(ctx, PeopleQuery{Part: "a", After: next}))(t)
	must(s.Today(ctx, journal.Date{Year: 2026, Month: 11, Day: 21}, TodayLimits{5, 5, 5, 5}))(t)
	must(s.Prepare(ctx, rel, 5))(t)
	must(s.FindPerson(ctx, "priya"))(t)
	_, err := s.FindPerson(ctx, "019")
	wantCode(t, err, journal.CodeNotFound)
	must(s.MatchNames(ctx, "", 5))(t)
	must(s.OpenRelationships(ctx, "", 5))(t)
	must2(s.ChooseRelationship(ctx, person, ""))(t)
	must(s.FindSession(ctx, k.Session.UID[30:]))(t)
	must(s.FindAction(ctx, action.UID[30:]))(t)
	d := must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), RelationshipID: rel, Text: "x"}))(t)
	must(s.SaveDraft(ctx, journal.Draft{ID: d.ID, Text: "y"}))(t)
	ok(t, s.SetDraftAside(ctx, d.ID))
	must(s.SaveDraft(ctx, journal.Draft{UID: d.UID, Text: "y and z", UpdatedAt: s.now().Add(time.Minute)}))(t)
	reword(t, s, k.Session, "other words")
	ok(t, s.ReopenAction(ctx, action.ID))
	ok(t, s.DeleteSession(ctx, k.Session.ID))
	must2(s.Undo(ctx))(t)
	must2(s.Redo(ctx))(t)
	must(s.SessionTopics(ctx, k.Session.ID))(t)
	must(s.CountReflections(ctx, person))(t)
	askAnswers(t, s, person)
	askSearch(t, s)
	askArc(t, s, rel)
	askLookBack(t, s)
	askInsights(t, s, rel)
	ok(t, s.DeletePerson(ctx, person))
}

// askAnswers does the same for answers, questions and the check-in.
func askAnswers(t *testing.T, s *Store, person int64) {
	ctx := context.Background()
	set := must(s.AddSet(ctx, journal.PromptSet{Title: "Mine"}))(t)
	p := must(s.AddPrompt(ctx, journal.Prompt{SetID: set.ID, Text: "What?"}))(t)
	ok(t, s.ChangePrompt(ctx, journal.Prompt{ID: p.ID, Text: "What then?"}))
	must(s.TakeSets(ctx, journal.PromptSet{Title: "Mine", Prompts: []journal.Prompt{{Text: "And?"}}}))(t)
	ok(t, s.HidePrompt(ctx, p.ID, true))
	ok(t, s.HideSet(ctx, set.ID, true))
	ok(t, s.OrderSets(ctx, []string{set.ID}))
	ok(t, s.StopAt(ctx, set.ID, p.ID))
	var k journal.KeptAnswer
	for _, about := range []int64{person, 0, person} {
		d := must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), Kind: journal.DraftAnswer, Asked: p.Asked(), PersonID: about, Text: "x"}))(t)
		d.Text = panelNote
		k = must(s.KeepAnswer(ctx, d))(t)
	}
	must(s.KeepAnswer(ctx, journal.Draft{ReflectionID: k.Reflection.ID, Details: true, Text: "- [ ] other words"}))(t)
	for _, q := range []ReflectionQuery{{Limit: 1}, {PromptID: p.ID, Limit: 1}, {PersonID: person, Limit: 1}, {PromptID: p.ID, PersonID: person, Limit: 1}} {
		if _, q.Before = must2(s.Reflections(ctx, q))(t); q.Before != "" {
			must2(s.Reflections(ctx, q))(t)
		}
	}
	must(s.FindReflection(ctx, k.Reflection.UID[30:]))(t)
	must(s.Questions(ctx))(t)
	v, _ := must2(s.Sessions(ctx, SessionQuery{Limit: 1}))(t)
	ok(t, s.ChangeSession(ctx, v[0].ID, SessionChange{At: v[0].At, Role: v[0].Role, CheckIn: journal.CheckIn{Trust: 3}}))
	ok(t, s.DeleteReflection(ctx, k.Reflection.ID))
	must2(s.Undo(ctx))(t)
	must2(s.Redo(ctx))(t)
	ok(t, s.DeleteSet(ctx, set.ID))
}

// askArc does the same for what a relationship has of its own.
func askArc(t *testing.T, s *Store, rel int64) {
	ctx := context.Background()
	on := journal.Date{Year: 2026, Month: 11, Day: 1}
	for _, why := range []string{"a", "b", ""} {
		ok(t, s.SetMatch(ctx, journal.Match{RelationshipID: rel, Why: why}))
	}
	must(s.Match(ctx, rel))(t)
	a := must(s.KeepAgreement(ctx, journal.Agreement{RelationshipID: rel, Often: "weekly"}))(t)
	a.On = on
	must(s.KeepAgreement(ctx, a))(t)
	must(s.Agreements(ctx, rel))(t)
	g := must(s.AddGoal(ctx, journal.Goal{RelationshipID: rel, Text: "words"}))(t)
	session := scalar(t, s, "SELECT max(id) FROM session WHERE deleted_at IS NULL")
	n := must(s.AddGoalNote(ctx, journal.GoalNote{GoalID: g.ID, Text: "so far", SessionID: session}))(t)
	n.Text = "further"
	ok(t, s.ChangeGoalNote(ctx, n))
	g.Kind = journal.GoalSkill
	ok(t, s.ChangeGoal(ctx, g))
	ok(t, s.SetGoalState(ctx, g.ID, journal.GoalReached))
	must(s.Goals(ctx, rel))(t)
	must(s.Goal(ctx, g.ID))(t)
	for range 2 {
		ok(t, s.PlanReview(ctx, rel, on))
	}
	planned := must(s.Reviews(ctx, rel))(t)[0]
	d := must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), Kind: journal.DraftReview, ReviewID: planned.ID, RelationshipID: rel, Text: "x"}))(t)
	d.Text, d.Next = panelNote, &on
	held := must(s.KeepReview(ctx, d, journal.DecisionPause))(t)
	must(s.KeepReview(ctx, journal.Draft{ReviewID: held.ID, Text: panelNote + "- [ ] x", Next: &journal.Date{}}, ""))(t)
	must(s.ReviewCame(ctx, held.ID))(t)
	must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "x"}, ""))(t)
	ok(t, s.PlanReview(ctx, rel, on))
	must(s.Reviews(ctx, rel))(t)
	ok(t, s.Ask(ctx, rel, on, "by mail"))
	ok(t, s.Trial(ctx, rel, on))
	must(s.Decline(ctx, rel, "Ada"))(t)
	next := must(s.Decline(ctx, rel, "Grace"))(t)
	ok(t, s.BeginAgain(ctx, rel))
	must(s.SuggestedBy(ctx, rel))(t)
	for range 2 {
		ok(t, s.EndRelationship(ctx, rel, journal.Ending{Actions: journal.DropActions}))
		ok(t, s.BeginAgain(ctx, rel))
	}
	must(s.Endings(ctx, rel))(t)
	ok(t, s.EndRelationship(ctx, rel, journal.Ending{}))
	must(s.Standings(ctx, []int64{rel, next.ID}))(t)
	must(s.Balance(ctx, rel))(t)
	must(s.Load(ctx, time.Unix(0, 0), s.now()))(t)
	must(s.CountExchanges(ctx, rel))(t)
	_, before := must2(s.Exchanges(ctx, ExchangeQuery{RelationshipID: rel, Limit: 1}))(t)
	page, _ := must2(s.Exchanges(ctx, ExchangeQuery{RelationshipID: rel, Before: before, Limit: 50}))(t)
	v := must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: theOne(t, page, "").ID, Kind: journal.AdvicePassed, ToID: next.ID}))(t)
	v.Outcome = "so"
	ok(t, s.ChangeAdvice(ctx, v))
	must(s.AdviceTo(ctx, next.ID))(t)
	must(s.AdviceLeft(ctx, rel))(t)
	must(s.AdviceFrom(ctx, rel))(t)
	for range 2 {
		ok(t, s.ShowHint(ctx, "key", on))
		ok(t, s.DismissHint(ctx, "key"))
	}
	must(s.Hints(ctx, []string{"a", "b"}))(t)
	ok(t, s.DeleteAgreement(ctx, a.ID))
	ok(t, s.DeleteReview(ctx, planned.ID))
	ok(t, s.DeleteGoalNote(ctx, n.ID))
	ok(t, s.DeleteGoal(ctx, g.ID))
}
