package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"bothways/journal"
)

// purgedAtRandom is a journal that is edited at random, with every word that was ever written once.
type purgedAtRandom struct {
	*Store
	t     *testing.T
	r     *rand.Rand
	words []string
}

func (p *purgedAtRandom) word() string {
	p.words = append(p.words, fmt.Sprintf("word%dx", len(p.words)))
	return p.words[len(p.words)-1]
}

// reworded is a note with some of its lines rewritten, gone or new.
func (p *purgedAtRandom) reworded(lines []string) []string {
	if len(lines) == 0 || p.r.IntN(3) == 0 {
		marker := []string{"", "- [ ] ", "- [x] ", "got: ", "shift: ", "ask: "}[p.r.IntN(6)]
		return append(lines, marker+p.word()+" "+p.word())
	}
	i := p.r.IntN(len(lines))
	switch p.r.IntN(4) {
	case 0:
		return append(lines[:i:i], lines[i+1:]...)
	case 1:
		lines[i] += " 1 dec"
	default:
		lines[i] += " " + p.word()
	}
	return lines
}

func (p *purgedAtRandom) edit() {
	ctx := context.Background()
	sessions, _ := must2(p.Sessions(ctx, SessionQuery{}))(p.t)
	actions, _ := must2(p.Actions(ctx, ActionQuery{}))(p.t)
	switch n := p.r.IntN(10); {
	case n < 2 || len(sessions) == 0:
		must(p.KeepNote(ctx, journal.Note{PersonName: fmt.Sprint("Ada ", p.r.IntN(2)), Role: journal.RoleMentee, Text: p.word() + "\n- [ ] do " + p.word()}))(p.t)
	case n < 7:
		v := sessions[p.r.IntN(len(sessions))]
		lines := p.reworded(p.reworded(splitLines(v.Note)))
		text := p.word()
		if p.r.IntN(2) == 0 && len(lines) > 0 {
			text, lines = lines[0], lines[1:]
		}
		for _, l := range lines {
			text += "\n" + l
		}
		note := journal.Note{SessionID: v.ID, Text: text}
		if p.r.IntN(2) == 0 {
			d := must(p.SaveDraft(ctx, journal.Draft{UID: NewUID(), Writer: "w", Typed: 1, SessionID: v.ID, BaseRev: v.Rev, Text: text}))(p.t)
			note.DraftUID, note.DraftWriter, note.DraftTyped = d.UID, "w", 2
		}
		must(p.KeepNote(ctx, note))(p.t)
	case n < 8 && len(actions) > 0:
		ok(p.t, p.EditAction(ctx, actions[p.r.IntN(len(actions))].ID, "by hand "+p.word(), journal.OwnerMe, journal.Date{}))
	case n < 9:
		must2(p.Undo(ctx))(p.t)
	default:
		must2(p.Redo(ctx))(p.t)
	}
}

func splitLines(text string) (lines []string) {
	for l := range strings.SplitSeq(text, "\n") {
		if !journal.Blank(l) {
			lines = append(lines, l)
		}
	}
	return lines
}

// texts are all texts of what is there.
func (p *purgedAtRandom) texts() (all []journal.TextOf) {
	for tbl, kind := range map[table]journal.TextKind{tableSession: journal.TextNote, tableAction: journal.TextAction, tableTopic: journal.TextTopic} {
		for _, id := range must(list(context.Background(), p.wr, scanID, "SELECT id FROM "+string(tbl)+" WHERE deleted_at IS NULL"))(p.t) {
			all = append(all, journal.TextOf{Kind: kind, ID: id})
		}
	}
	return all
}

// destroy destroys one earlier version of a text, or all.
func (p *purgedAtRandom) destroy(of journal.TextOf, all bool) {
	ctx := context.Background()
	var earlier []Version
	for _, v := range must(p.Versions(ctx, of))(p.t) {
		_, err := p.PurgeableVersions(ctx, of, v)
		if v.Bytes == 0 || journal.ErrorCode(err) == journal.CodeConflict {
			continue
		}
		ok(p.t, err)
		earlier = append(earlier, v)
	}
	if len(earlier) == 0 {
		return
	}
	if !all {
		i := p.r.IntN(len(earlier))
		earlier = earlier[i : i+1]
	}
	said := must(p.PurgeableVersions(ctx, of, earlier...))(p.t)
	if done := must(p.PurgeVersions(ctx, of, earlier...))(p.t); done != said {
		p.t.Errorf("done %+v, said %+v", done, said)
	}
}

// wantTied makes sure that nothing that is there is part of something that is not.
func (p *purgedAtRandom) wantTied() {
	p.t.Helper()
	wantSound(p.t, p.Store)
	for _, c := range ties() {
		if !c.required {
			continue
		}
		if n := scalar(p.t, p.Store, fmt.Sprintf("SELECT count(*) FROM %s c JOIN %s o ON o.id = c.%s WHERE c.deleted_at IS NULL AND o.deleted_at IS NOT NULL", c.child, c.parent, c.column)); n != 0 {
			p.t.Errorf("%d of %s are part of %s that is not there", n, c.child, c.parent)
		}
	}
}

// TestPurgeVersionRandom edits at random and destroys versions: undo goes on to the first step of all
// without an error, and what is there is sound at every step.
func TestPurgeVersionRandom(t *testing.T) {
	ctx := context.Background()
	open := func(t *testing.T, seed uint64) *purgedAtRandom {
		p := &purgedAtRandom{Store: MustOpen(t), t: t, r: rand.New(rand.NewPCG(seed, 11))}
		for range 25 {
			p.edit()
		}
		return p
	}
	for seed := range uint64(6) {
		t.Run(fmt.Sprintf("one destroyed, then all undone/%d", seed), func(t *testing.T) {
			p := open(t, seed)
			for range 1 + p.r.IntN(3) {
				before := scalar(t, p.Store, "SELECT count(*) FROM step WHERE state = 'done'")
				if of := p.texts(); len(of) > 0 {
					p.destroy(of[p.r.IntN(len(of))], false)
				}
				if after := scalar(t, p.Store, "SELECT count(*) FROM step WHERE state = 'done'"); after > before {
					t.Error("there are more steps than before")
				}
				for range p.r.IntN(4) {
					p.edit()
				}
			}
			p.wantTied()
			undone := 0
			for {
				_, did, err := p.Undo(ctx)
				if err != nil {
					t.Fatal(err)
				}
				if !did {
					break
				}
				undone++
				p.wantTied()
			}
			if n := scalar(t, p.Store, "SELECT count(*) FROM person WHERE deleted_at IS NULL") + scalar(t, p.Store, "SELECT count(*) FROM step WHERE state = 'done'"); n != 0 || undone == 0 {
				t.Errorf("%d people and steps are left after %d were undone", n, undone)
			}
			for did := true; did; {
				_, did = must2(p.Redo(ctx))(t)
				p.wantTied()
			}
			ok(t, p.Close())
			if c := must(Check(ctx, p.Path()))(t); !c.Well() {
				t.Errorf("it is not well: %q", c.Problems)
			}
		})
		t.Run(fmt.Sprintf("all destroyed leave no byte/%d", seed), func(t *testing.T) {
			p := open(t, seed)
			// What was undone and is in the trash goes first, with what it made.
			for _, d := range must(p.Drafts(ctx, 0))(t) {
				ok(t, p.SetDraftAside(ctx, d.ID))
			}
			if len(must(p.Trash(ctx))(t)) > 0 {
				purge(t, p.Store, PurgeQuery{All: true})
			}
			for _, of := range p.texts() {
				p.destroy(of, true)
			}
			p.wantTied()
			for _, w := range p.words {
				now := scalar(t, p.Store, fmt.Sprintf(`SELECT (SELECT count(*) FROM session WHERE instr(note, '%[1]s')) + (SELECT count(*) FROM action WHERE instr(text, '%[1]s'))
					+ (SELECT count(*) FROM topic WHERE instr(text, '%[1]s')) + (SELECT count(*) FROM exchange WHERE instr(text, '%[1]s')) + (SELECT count(*) FROM shift WHERE instr(text, '%[1]s'))`, w))
				if in := len(inFiles(t, p.Store, w)) > 0; in && now == 0 {
					t.Errorf("%s is still in the file", w)
				}
			}
		})
	}
}
