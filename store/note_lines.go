package store

import (
	"cmp"
	"database/sql"
	"fmt"
	"slices"

	"bothways/journal"
)

// goneTold is how many lines that are no longer in a note are named one by one.
const goneTold = 4

// lifted is a thing an earlier save made, as matching needs it.
type lifted struct {
	journal.Anchor
	pos     int64
	text    string
	state   string // of an action or a topic
	deleted bool   // by hand, while its line stayed
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

// anchors are the things earlier saves of the note made, in the order of the note. One that was
// deleted by hand is among them, or its line would make it anew; one whose making was undone is
// not.
func (k *keeping) anchors() ([]lifted, error) {
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
			FROM %s x WHERE x.session_id = ? AND x.source <> '' AND (x.deleted_at IS NULL OR EXISTS (
				SELECT 1 FROM history h JOIN step st ON st.id = h.step_id
				WHERE h.tbl = '%[2]s' AND h.row_id = x.id AND h.op = 'delete' AND st.state = 'done'))
			ORDER BY x.pos, x.id`, state, tableOf(kind)), k.id)
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

// rematch finds what lifted before in the lines there are now, and carries over what changed.
func (k *keeping) rematch(things []journal.Lifted) error {
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
	m := journal.Match(anchors, things, k.lift)
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

// make adds the thing a line says.
func (k *keeping) make(l journal.Lifted, pos int64) error {
	set := row{"session_id": k.id, "text": l.Text, "source": l.Source, "pos": pos}
	switch l.Kind {
	case journal.LiftAction:
		set["person_id"], set["relationship_id"] = k.rel.PersonID, k.rel.ID
		set["owner"], set["due_on"], set["state"] = string(l.Owner), dateOrNull(l.Due), string(journal.ActionOpen)
		if l.Done {
			set["state"], set["closed_at"] = string(journal.ActionDone), k.tx.now
		}
	case journal.LiftExchange:
		set["direction"] = string(l.Direction)
	case journal.LiftTopic:
		set["relationship_id"], set["hard"], set["state"] = k.rel.ID, flag(l.Hard), string(journal.TopicWaiting)
	}
	_, err := k.insert(tableOf(l.Kind), set)
	return err
}

// edit sets what the change of a line changed, and nothing else: the thing may have been carried
// over or closed since. One that was deleted by hand comes back where its line says something new.
func (k *keeping) edit(e journal.Edit, was lifted, pos int64) error {
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
		k.kept.Notices = append(k.kept.Notices, journal.Notice{Line: e.Now.Line,
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
func (k *keeping) back(p journal.Pair, was lifted, pos int64) error {
	set := row{"source_gone": int64(0), "pos": pos}
	if was.deleted {
		set["deleted_at"] = nil
	}
	text := fmt.Sprintf("“%s” is in the note again.", clip(was.text))
	if was.Closed && !was.deleted {
		text = fmt.Sprintf("“%s” is in the note again; it is closed already.", clip(was.text))
	}
	k.kept.Notices = append(k.kept.Notices, journal.Notice{Line: p.Now.Line, Text: text})
	return k.update(tableOf(p.Anchor.Kind), p.Anchor.ID, set)
}

// gone keeps the things whose lines were deleted, and says so.
func (k *keeping) gone(anchors []journal.Anchor, was map[liftedKey]lifted) error {
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
			k.say(fmt.Sprintf("%d more lines are no longer in the note; what they made stays.", len(told)-i))
			break
		}
		k.say(fmt.Sprintf("“%s” is no longer in the note; it stays %s.", clip(l.text), l.staysWhere()))
	}
	return nil
}

func (l lifted) staysWhere() string {
	switch l.Kind {
	case journal.LiftAction:
		return "among the actions"
	case journal.LiftTopic:
		if l.state == string(journal.TopicWaiting) {
			return "among what to raise"
		}
		return "among what was raised or dropped"
	case journal.LiftShift:
		return "as a shift of this conversation"
	}
	return "with what was given and received"
}
