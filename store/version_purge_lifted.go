package store

import (
	"context"
	"fmt"
	"strings"
)

// liftedTraces is where a thing that lifted from a text has words of destroyed versions of it.
type liftedTraces struct {
	rowRef
	sources map[string]bool // lines of those versions it lifted from
	texts   map[string]bool // words it had from those lines, and has not now
	present bool            // its line of now is one of them: the text has it no more
	lines   []versionTrace
}

// liftedWords is what lifted from a text, with the lines and the words it has and had.
type liftedWords struct {
	rowRef
	source, text string
	sources      map[string]bool
	texts        map[string]bool
}

// findLifted finds the words of the versions in what lifted from the text. A line that another
// version has as well, or the text as it is, is still a line of it.
func (f versionTraces) findLifted(ctx context.Context, q querier, tbl table, column string, id int64, present string) (found []liftedTraces, err error) {
	if words, _ := revised(tbl); words != column {
		return nil, nil
	}
	var all []liftedWords
	for _, from := range origins() {
		if from.table != tbl {
			continue
		}
		if all, err = readLifted(ctx, q, from.column, id); err != nil {
			return nil, err
		}
	}
	gone, err := f.goneLines(ctx, q, tbl, column, id, present)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	for _, w := range all {
		l := w.lose(gone)
		err := eachSide(ctx, q, w.table, w.row, func(t versionTrace, before, after row) {
			if !l.in(before) && !l.in(after) {
				return
			}
			text, _ := before["text"].(string)
			t.undo = l.texts[text]
			l.lines = append(l.lines, t)
		})
		if err != nil {
			return nil, err
		}
		if l.present || len(l.lines) > 0 {
			found = append(found, l)
		}
	}
	return found, nil
}

// readLifted reads what lifted from a text, deleted or not.
func readLifted(ctx context.Context, q querier, column string, of int64) (all []liftedWords, err error) {
	for _, tbl := range []table{tableExchange, tableShift, tableTopic, tableAction} {
		rows, err := list(ctx, q, scanID, fmt.Sprintf("SELECT id FROM %s WHERE %s = ? ORDER BY id", tbl, column), of)
		if err != nil {
			return nil, err
		}
		for _, id := range rows {
			now, err := current(ctx, q, tbl, id, []string{"source", "text"})
			if err != nil {
				return nil, err
			}
			w := liftedWords{rowRef: rowRef{tbl, id}, sources: map[string]bool{}, texts: map[string]bool{}}
			w.source, _ = now["source"].(string)
			w.text, _ = now["text"].(string)
			w.sources[w.source] = true
			err = eachSide(ctx, q, tbl, id, func(_ versionTrace, before, after row) {
				for _, side := range []row{before, after} {
					if source, ok := side["source"].(string); ok {
						w.sources[source] = true
					}
					if text, ok := side["text"].(string); ok && text != w.text {
						w.texts[text] = true
					}
				}
			})
			if err != nil {
				return nil, err
			}
			all = append(all, w)
		}
	}
	return all, nil
}

// goneLines are the lines of the versions that neither another version nor the text as it is has.
func (f versionTraces) goneLines(ctx context.Context, q querier, tbl table, column string, id int64, present string) (map[string]bool, error) {
	gone := map[string]bool{}
	for _, text := range f.texts {
		for line := range strings.SplitSeq(text, "\n") {
			gone[strings.TrimRight(line, "\r\n")] = true // as a line is when it lifts
		}
	}
	stays := func(text string) {
		for line := range strings.SplitSeq(text, "\n") {
			delete(gone, strings.TrimRight(line, "\r\n"))
		}
	}
	stays(present)
	err := eachSide(ctx, q, tbl, id, func(_ versionTrace, before, after row) {
		for _, side := range []row{before, after} {
			if said, destroyed := f.in(side, column); said != "" && !destroyed {
				stays(said)
			}
		}
	})
	delete(gone, "")
	return gone, err
}

// lose is what goes with the lines: those it lifted from, and words of them that it has no more,
// but where they are in a line that stays or in its words of now.
func (w liftedWords) lose(gone map[string]bool) liftedTraces {
	l := liftedTraces{rowRef: w.rowRef, sources: map[string]bool{}, texts: map[string]bool{}, present: gone[w.source]}
	for source := range w.sources {
		if gone[source] {
			l.sources[source] = true
		}
	}
	for text := range w.texts {
		in, stays := false, strings.Contains(w.text, text)
		for source := range w.sources {
			in = in || gone[source] && strings.Contains(source, text)
			stays = stays || !gone[source] && strings.Contains(source, text)
		}
		if in && !stays && text != "" {
			l.texts[text] = true
		}
	}
	return l
}

func (l liftedTraces) in(side row) bool {
	source, _ := side["source"].(string)
	text, _ := side["text"].(string)
	return l.sources[source] || l.texts[text]
}

// forgetLifted takes the words out of a thing that lifted, which stays as it is, and out of its
// history. Undoing leaves it the line it has then.
func (p *purging) forgetLifted(l liftedTraces) error {
	for _, t := range l.lines {
		err := p.rewrite(func(r row) bool {
			if !l.in(r) {
				return false
			}
			if source, _ := r["source"].(string); l.sources[source] {
				delete(r, "source")
			}
			if text, _ := r["text"].(string); l.texts[text] {
				delete(r, "text")
			}
			return true
		}, "id = ?", t.id)
		if err != nil {
			return err
		}
	}
	for text := range l.texts {
		if err := p.forgetSaid(l.table, l.row, text); err != nil {
			return err
		}
	}
	if !l.present {
		return nil
	}
	return set(p.ctx, p.Tx, l.table, l.row, row{"source": "", "source_gone": int64(0)}, p.now)
}
