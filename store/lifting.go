package store

import (
	"cmp"
	"database/sql"
	"fmt"
	"slices"

	"bothways/journal"
)

// goneTold is how many lines that are no longer in the words are named one by one.
const goneTold = 4

// lifted is a thing an earlier save made, as matching needs it.
type lifted struct {
	journal.Anchor
	pos     int64
	text    string
	state   string // of an action or a topic
	deleted bool   // by hand, while its line stayed
}

// origin is the words that things lift from: a note, an answer, or a review.
type origin struct {
	column string // of what lifted, where its origin is
	words  string // what a person calls them
	kept   string // what a person calls the thing they are part of
}

func noteOrigin() origin   { return origin{"session_id", "note", "conversation"} }
func answerOrigin() origin { return origin{"reflection_id", "answer", "answer"} }
func reviewOrigin() origin { return origin{"review_id", "review", "review"} }

// deleteLifted hides what lifted from a note, an answer or a review, but for topics and actions that are
// closed: what was done with them stays.
func (t *tx) deleteLifted(from origin, id int64) error {
	for _, of := range []struct {
		table table
		and   string
	}{{tableExchange, ""}, {tableShift, ""}, {tableTopic, " AND state = 'waiting'"}, {tableAction, " AND state = 'open'"}} {
		if err := t.deleteAll(of.table, from.column+" = ?"+of.and, id); err != nil {
			return err
		}
	}
	return nil
}

// lifting is the lines of a note, an answer or a review while they become things of their own.
type lifting struct {
	*Store
	*tx
	from origin
	id   int64 // of the conversation, the answer or the review
	lift journal.LiftContext
	came journal.Came

	personID       int64 // whom what lifts concerns, 0 for nobody
	relationshipID int64 // the one it is part of, 0 for none
	over           bool  // nothing more is raised in it
	withinID       int64 // the one what was given and received is part of, ended or not; 0 for none
	heldAt         int64 // when the conversation, the answer or the review was, in milliseconds
}

// liftedKey tells things apart: ids are those of a table.
type liftedKey struct {
	kind journal.LiftKind
	id   int64
}

func alias(of, table string) string { return fmt.Sprintf(of, table) }

// tableOf is where things of a kind are, "" for what is not a thing of its own.
func tableOf(kind journal.LiftKind) table {
	switch kind {
	case journal.LiftAction:
		return tableAction
	case journal.LiftExchange:
		return tableExchange
	case journal.LiftShift:
		return tableShift
	case journal.LiftTopic:
		return tableTopic
	}
	return ""
}

// fresh makes everything that new words say.
func (k *lifting) fresh(text string) error {
	things, notices := journal.Lift(text, k.lift)
	k.came.Notices = append(k.came.Notices, notices...)
	pos := int64(0)
	for _, l := range things {
		if l.Kind == journal.LiftPrivate {
			continue
		}
		if err := k.make(l, pos); err != nil {
			return err
		}
		pos++
	}
	return nil
}

// anchors are the things earlier saves of the words made, in their order. One that was
// deleted by hand is among them, or its line would make it anew; one whose making was undone is
// not.
func (k *lifting) anchors() ([]lifted, error) {
	var all []lifted
	for _, kind := range []journal.LiftKind{journal.LiftAction, journal.LiftExchange, journal.LiftShift, journal.LiftTopic} {
		state := "''"
		if kind == journal.LiftAction || kind == journal.LiftTopic {
			state = "x.state"
		}
		found, err := list(k.ctx, k.Tx, func(r *sql.Rows) (l lifted, err error) {
			l.Kind = kind
			err = r.Scan(&l.ID, &l.Source, &l.Gone, &l.pos, &l.text, &l.state, &l.deleted)
			l.Closed = l.closedElsewhere(k.lift)
			return l, err
		}, fmt.Sprintf(`SELECT x.id, x.source, x.source_gone, x.pos, x.text, %s, x.deleted_at IS NOT NULL
			FROM %s x WHERE x.%s = ? AND x.source <> '' AND (x.deleted_at IS NULL OR EXISTS (
				SELECT 1 FROM history h JOIN step st ON st.id = h.step_id
				WHERE h.tbl = '%[2]s' AND h.row_id = x.id AND h.op = 'delete' AND st.state = 'done'))
			ORDER BY x.pos, x.id`, state, tableOf(kind), k.from.column), k.id)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	slices.SortStableFunc(all, func(a, b lifted) int { return cmp.Compare(a.pos, b.pos) })
	return all, nil
}

// closedElsewhere reports whether an action was done or dropped, or a topic raised or dropped, while
// its line says nothing of that.
func (l lifted) closedElsewhere(ctx journal.LiftContext) bool {
	if l.Kind == journal.LiftAction {
		line, _, _ := journal.LiftLine(l.Source, ctx)
		return l.closed() && !line.Done
	}
	return l.closed()
}

// again finds what lifted before in the lines there are now, and carries over what changed.
func (k *lifting) again(text string) error {
	things, notices := journal.Lift(text, k.lift)
	k.came.Notices = append(k.came.Notices, notices...)
	before, err := k.anchors()
	if err != nil {
		return err
	}
	was := make(map[liftedKey]lifted, len(before))
	anchors := make([]journal.Anchor, len(before))
	for i, l := range before {
		was[liftedKey{l.Kind, l.ID}], anchors[i] = l, l.Anchor
	}
	pos := map[int]int64{} // by line
	for _, l := range things {
		if l.Kind != journal.LiftPrivate {
			pos[l.Line] = int64(len(pos))
		}
	}
	m := journal.MatchLines(anchors, things, k.lift)
	for _, p := range m.Same {
		if err := k.update(tableOf(p.Anchor.Kind), p.Anchor.ID, row{"pos": pos[p.Now.Line]}); err != nil {
			return err
		}
	}
	for _, e := range m.Edit {
		if err := k.edit(e, was[liftedKey{e.Anchor.Kind, e.Anchor.ID}], pos[e.Now.Line]); err != nil {
			return err
		}
	}
	for _, p := range m.Back {
		if err := k.back(p, was[liftedKey{p.Anchor.Kind, p.Anchor.ID}], pos[p.Now.Line]); err != nil {
			return err
		}
	}
	for _, l := range m.Make {
		if err := k.make(l, pos[l.Line]); err != nil {
			return err
		}
	}
	return k.gone(m.Gone, was)
}

// make adds the thing a line says. What is to be raised needs somebody to raise it with.
func (k *lifting) make(l journal.Lifted, pos int64) error {
	if l.Kind == journal.LiftTopic && (k.relationshipID == 0 || k.over) {
		k.came.Notices = append(k.came.Notices, journal.Notice{Line: l.Line, Text: k.nobodyToAsk(l.Text)})
		return nil
	}
	set := row{k.from.column: k.id, "text": l.Text, "source": l.Source, "pos": pos}
	switch l.Kind {
	case journal.LiftAction:
		set["person_id"], set["relationship_id"] = orNull(k.personID), orNull(k.relationshipID)
		set["owner"], set["due_on"], set["state"] = string(l.Owner), dateOrNull(l.Due), string(journal.ActionOpen)
		if l.Done { // it was so when these words were told, which may be long ago
			set["state"], set["closed_at"] = string(journal.ActionDone), min(k.heldAt, k.tx.now)
		}
	case journal.LiftExchange:
		set["direction"], set["relationship_id"], set["held_at"] = string(l.Direction), orNull(k.withinID), k.heldAt
	case journal.LiftTopic:
		set["relationship_id"], set["hard"], set["state"] = k.relationshipID, flag(l.Hard), string(journal.TopicWaiting)
	}
	_, err := k.insert(tableOf(l.Kind), set)
	return err
}

// nobodyToAsk says why something to raise stays a line of its words.
func (k *lifting) nobodyToAsk(text string) string {
	if k.personID == 0 {
		return fmt.Sprintf("“%s” is about nobody you could raise it with, so it stays in the words.", clip(text))
	}
	return fmt.Sprintf("There is no open relationship with %s to raise “%s” in, so it stays in the words.", k.lift.Person, clip(text))
}

// edit sets what the change of a line changed, and nothing else: the thing may have been carried
// over or closed since. One that was deleted by hand comes back where its line says something new.
func (k *lifting) edit(e journal.Edit, was lifted, pos int64) error {
	set := row{"source": e.Now.Source, "pos": pos, "source_gone": int64(0)}
	if was.deleted && e.Changed() {
		set["deleted_at"] = nil
	}
	if e.TextChanged() {
		set["text"] = e.Now.Text
	}
	switch e.Anchor.Kind {
	case journal.LiftAction:
		if e.OwnerChanged() {
			set["owner"] = string(e.Now.Owner)
		}
		if e.DueChanged() {
			set["due_on"] = dateOrNull(e.Now.Due)
		}
		switch {
		case !e.DoneChanged():
		case e.Now.Done && was.state != string(journal.ActionDone):
			set["state"], set["closed_at"] = string(journal.ActionDone), k.tx.now
		case !e.Now.Done && was.state != string(journal.ActionOpen):
			set["state"], set["closed_at"], set["outcome"] = string(journal.ActionOpen), nil, ""
		}
	case journal.LiftExchange:
		if e.DirectionChanged() {
			set["direction"] = string(e.Now.Direction)
		}
	case journal.LiftTopic:
		if e.HardChanged() {
			set["hard"] = flag(e.Now.Hard)
		}
	}
	if was.closed() && e.TextChanged() {
		state, _ := cmp.Or(set["state"], any(was.state)).(string)
		k.came.Notices = append(k.came.Notices, journal.Notice{Line: e.Now.Line,
			Text: fmt.Sprintf("“%s” %s and was changed with its line.", clip(e.Now.Text), stateSaid(state))})
	}
	return k.update(tableOf(e.Anchor.Kind), e.Anchor.ID, set)
}

// closed reports whether an action was done or dropped, or a topic raised or dropped.
func (l lifted) closed() bool {
	switch l.Kind {
	case journal.LiftAction:
		return l.state != string(journal.ActionOpen)
	case journal.LiftTopic:
		return l.state != string(journal.TopicWaiting)
	}
	return false
}

// stateSaid is what a notice says of a thing that was closed before its line was changed.
func stateSaid(state string) string {
	switch state {
	case string(journal.ActionDone):
		return "is done already"
	case string(journal.TopicRaised):
		return "was raised already"
	case string(journal.ActionDropped): // a topic's state is called the same
		return "was dropped already"
	}
	return "is open again"
}

// back ties a thing to its line again.
func (k *lifting) back(p journal.Pair, was lifted, pos int64) error {
	set := row{"source_gone": int64(0), "pos": pos}
	if was.deleted {
		set["deleted_at"] = nil
	}
	text := fmt.Sprintf("“%s” is in the %s again.", clip(was.text), k.from.words)
	if was.Closed && !was.deleted {
		text = fmt.Sprintf("“%s” is in the %s again; it is closed already.", clip(was.text), k.from.words)
	}
	k.came.Notices = append(k.came.Notices, journal.Notice{Line: p.Now.Line, Text: text})
	return k.update(tableOf(p.Anchor.Kind), p.Anchor.ID, set)
}

// gone keeps the things whose lines were deleted, and says so.
func (k *lifting) gone(anchors []journal.Anchor, was map[liftedKey]lifted) error {
	var told []lifted
	for _, a := range anchors {
		l := was[liftedKey{a.Kind, a.ID}]
		if err := k.update(tableOf(a.Kind), a.ID, row{"source_gone": int64(1)}); err != nil {
			return err
		}
		if !l.deleted {
			told = append(told, l)
		}
	}
	for i, l := range told {
		if i == goneTold && len(told) > goneTold+1 {
			k.say(fmt.Sprintf("%d more lines are no longer in the %s; what they made stays.", len(told)-i, k.from.words))
			break
		}
		k.say(fmt.Sprintf("“%s” is no longer in the %s; it stays %s.", clip(l.text), k.from.words, l.staysWhere(k.from)))
	}
	return nil
}

func (l lifted) staysWhere(from origin) string {
	switch l.Kind {
	case journal.LiftAction:
		return "among the actions"
	case journal.LiftTopic:
		if l.state == string(journal.TopicWaiting) {
			return "among what to raise"
		}
		return "among what was raised or dropped"
	case journal.LiftShift:
		return "as a shift of this " + from.kept
	}
	return "with what was given and received"
}

// say tells a person something that is about no line.
func (k *lifting) say(text string) {
	k.came.Notices = append(k.came.Notices, journal.Notice{Line: -1, Text: text})
}

// tell reads back what was made.
func (k *lifting) tell() (err error) {
	of := " WHERE " + k.from.column + " = ? AND source <> '' AND source_gone = 0 AND %s.deleted_at IS NULL ORDER BY pos, %[1]s.id"
	if k.came.Actions, err = list(k.ctx, k.Tx, k.scanAction, "SELECT "+actionColumns+" FROM action a"+alias(of, "a"), k.id); err != nil {
		return err
	}
	if k.came.Exchanges, err = list(k.ctx, k.Tx, k.scanExchange, "SELECT "+exchangeColumns+" FROM exchange"+alias(of, "exchange"), k.id); err != nil {
		return err
	}
	if k.came.Shifts, err = list(k.ctx, k.Tx, k.scanShift, "SELECT "+shiftColumns+" FROM shift"+alias(of, "shift"), k.id); err != nil {
		return err
	}
	topics, err := list(k.ctx, k.Tx, k.scanTopic, selectTopic+
		" WHERE t."+k.from.column+" = ? AND t.source <> '' AND t.source_gone = 0 AND t.deleted_at IS NULL ORDER BY t.pos, t.id", k.id)
	for _, v := range topics {
		k.came.Topics = append(k.came.Topics, v.Topic)
	}
	return err
}
