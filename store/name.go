package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"bothways/journal"
)

// namesTold is how many names an error tells before it counts the rest.
const namesTold = 8

// nameKey is a name, or a part of one, as names are compared.
func nameKey(name string) string { return journal.Fold(strings.Join(strings.Fields(name), " ")) }

func scanName(r *sql.Rows) (n journal.NameMatch, err error) { return n, r.Scan(&n.ID, &n.UID, &n.Name) }

// MatchNames finds people by any part of their name, those you talked to last first.
func (s *Store) MatchNames(ctx context.Context, part string, limit int) (names []journal.NameMatch, err error) {
	err = s.read(ctx, func(db querier) error {
		names, err = matchNames(ctx, db, nameKey(part), limitOr(limit))
		return err
	})
	return names, err
}

// matchNames is MatchNames for a part as nameKey has it; a limit of -1 is none.
func matchNames(ctx context.Context, db querier, part string, limit int) ([]journal.NameMatch, error) {
	return list(ctx, db, scanName, `SELECT p.id, p.uid, p.name FROM person p
		WHERE p.deleted_at IS NULL AND instr(p.name_key, ?) > 0
		ORDER BY (SELECT max(held_at) FROM session x WHERE x.person_id = p.id AND x.deleted_at IS NULL) DESC, p.name_key, p.id
		LIMIT ?`, part, limit)
}

// FindPerson finds the one person a name, a part of a name or the beginning of a uid fits. A whole
// name goes before the parts of others.
func (s *Store) FindPerson(ctx context.Context, name string) (p journal.PersonSummary, err error) {
	key := nameKey(name)
	if key == "" {
		return p, journal.Errorf(journal.CodeInvalid, "Say the name, or a part of the name, of the person you mean.")
	}
	err = s.read(ctx, func(db querier) error {
		names, err := matchNames(ctx, db, key, -1)
		if err != nil {
			return err
		}
		exact := slices.DeleteFunc(slices.Clone(names), func(n journal.NameMatch) bool { return nameKey(n.Name) != key })
		if len(exact) > 0 {
			names = exact
		}
		if len(names) == 0 {
			if names, err = list(ctx, db, scanName, "SELECT id, uid, name FROM person WHERE uid >= ? AND uid < ? AND deleted_at IS NULL LIMIT 9", key, key+"~"); err != nil {
				return err
			}
		}
		switch len(names) {
		case 0:
			return nobody(ctx, db, name)
		case 1:
			p, err = s.person(ctx, db, names[0].ID)
			return err
		}
		return journal.Errorf(journal.CodeAmbiguous, "“%s” fits several people: %s. Say more of the name.", clip(name), tell(names))
	})
	return p, err
}

// nobody says that a name fits nobody, and who has one like it.
func nobody(ctx context.Context, db querier, name string) error {
	said := fmt.Sprintf("Nobody here is called “%s”, so nothing was changed.", clip(name))
	all, err := matchNames(ctx, db, "", -1)
	if err != nil {
		return err
	}
	if like := namesLike(nameKey(name), all); len(like) > 0 {
		return journal.Errorf(journal.CodeNotFound, "%s There is %s.", said, tell(like))
	}
	said += " Any part of a name finds it, and `bothways people` has them all."
	return journal.Errorf(journal.CodeNotFound, "%s", said)
}

// tell lists names in a sentence.
func tell(names []journal.NameMatch) string {
	var said []string
	for _, n := range names[:min(len(names), namesTold)] {
		said = append(said, n.Name)
	}
	if more := len(names) - len(said); more > 0 {
		return strings.Join(said, ", ") + fmt.Sprintf(" and %d more", more)
	}
	if last := len(said) - 1; last > 0 {
		return strings.Join(said[:last], ", ") + " and " + said[last]
	}
	return said[0]
}

// namesLike are the names with a word that is a slip or two away from a word of key, nearest first.
func namesLike(key string, all []journal.NameMatch) []journal.NameMatch {
	type near struct {
		journal.NameMatch
		slips int
	}
	var found []near
	for _, n := range all {
		best := 3
		for _, word := range strings.Fields(nameKey(n.Name)) {
			for _, typed := range strings.Fields(clip(key)) {
				allowed := min(2, len([]rune(typed))/2)
				if d := slips(typed, word); d <= allowed {
					best = min(best, d)
				}
			}
		}
		if best < 3 {
			found = append(found, near{n, best})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return cmp.Compare(a.slips, b.slips) })
	var names []journal.NameMatch
	for _, f := range found[:min(len(found), 3)] {
		names = append(names, f.NameMatch)
	}
	return names
}

// slips is how many letters have to be put in, left out or changed to make b of a.
func slips(a, b string) int {
	x, y := []rune(a), []rune(b)
	line := make([]int, len(y)+1)
	for j := range line {
		line[j] = j
	}
	for i := range x {
		before := line[0]
		line[0] = i + 1
		for j := range y {
			cost := before
			if x[i] != y[j] {
				cost = 1 + min(before, line[j], line[j+1])
			}
			before, line[j+1] = line[j+1], cost
		}
	}
	return line[len(y)]
}

// shellWord is a name as it is typed in a shell: quoted where it is more than one plain word.
func shellWord(name string) string {
	plain := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
	if name != "" && strings.IndexFunc(name, func(r rune) bool { return !plain(r) }) < 0 {
		return name
	}
	return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
}

// clip shortens words that are repeated in a sentence.
func clip(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
