package verbs

import (
	"fmt"
	"slices"
	"strings"

	"bothways/journal"
	"bothways/tui/widget"
)

// choice is one of the things that can be meant by a few words: a set, a question or a card.
type choice struct {
	id     string
	title  string // "" for a question
	words  string // of a question, "" for what has a title
	in     string // the id of the choice this is a part of, "" for none
	hidden bool
}

// short is the id after its slash, "" where it has none.
func (c choice) short() string {
	_, short, _ := strings.Cut(c.id, "/")
	return short
}

// name is what the choice is called besides its id.
func (c choice) name() string { return c.title + c.words }

const (
	minEnding = 4  // characters of the end of an id that are enough to look for
	uidLength = 36 // characters of an id that was made and not given
)

// typeable is an id as lists show it: whole where somebody gave it, the end where it was made.
func typeable(id string) string {
	if len(id) == uidLength {
		return endOf(id)
	}
	return id
}

// folded is a text as it is compared with what was typed.
func folded(s string) string { return journal.Fold(strings.Join(strings.Fields(s), " ")) }

// pick finds what typed fits. The first of these ways by which anything fits decides: a whole id, a
// whole title or all words, a whole short name, the beginning of an id, that of a short name, the
// end of an id that was made, a part of a title, a part of the words. What is hidden is found where
// nothing else is, and a part only where the whole is not found by the same way.
func pick(all []choice, typed string) []choice {
	key := folded(typed)
	if key == "" {
		return nil
	}
	for _, fits := range []func(choice) bool{
		func(c choice) bool { return journal.Fold(c.id) == key },
		func(c choice) bool { return folded(c.name()) == key },
		func(c choice) bool { return journal.Fold(c.short()) == key },
		func(c choice) bool { return strings.HasPrefix(journal.Fold(c.id), key) },
		func(c choice) bool { return strings.HasPrefix(journal.Fold(c.short()), key) },
		func(c choice) bool {
			return len(c.id) == uidLength && len(key) >= minEnding && strings.HasSuffix(c.id, key)
		},
		func(c choice) bool { return strings.Contains(folded(c.title), key) },
		func(c choice) bool { return strings.Contains(folded(c.words), key) },
	} {
		var found []choice
		for _, c := range all {
			if fits(c) {
				found = append(found, c)
			}
		}
		found = slices.DeleteFunc(slices.Clone(found), func(c choice) bool {
			return slices.ContainsFunc(found, func(whole choice) bool { return c.in != "" && whole.id == c.in })
		})
		if seen := slices.DeleteFunc(slices.Clone(found), func(c choice) bool { return c.hidden }); len(seen) > 0 {
			found = seen
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// kind is what choices are called in a sentence, and where they are listed.
type kind struct{ one, several, list string }

// pickOne is pick where one thing must be meant. Of several it says which, of none which is nearest.
func pickOne(all []choice, typed string, of kind) (choice, error) {
	switch found := pick(all, typed); len(found) {
	case 1:
		return found[0], nil
	case 0:
		said := fmt.Sprintf("There is no %s that “%s” fits", of.one, clipped(typed))
		if c, ok := nearest(all, typed); ok {
			said += fmt.Sprintf("; the nearest is %s", c.told())
		}
		return choice{}, journal.Errorf(journal.CodeNotFound, "%s. `%s` shows them all.", said, of.list)
	default:
		return choice{}, journal.Errorf(journal.CodeAmbiguous, "“%s” fits several %s: %s. Say more of it, or give an id.",
			clipped(typed), of.several, tellChoices(found))
	}
}

// tellChoices lists choices in a sentence.
func tellChoices(found []choice) string {
	const most = 8
	var said []string
	for _, c := range found[:min(len(found), most)] {
		said = append(said, c.told())
	}
	if more := len(found) - len(said); more > 0 {
		said = append(said, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(said, ", ")
}

// told is a choice within a sentence: what to type, and what it is called.
func (c choice) told() string { return fmt.Sprintf("%s (%s)", typeable(c.id), clipped(c.name())) }

// clipped is a text short enough to stand within a sentence.
func clipped(s string) string { return widget.Cut(strings.Join(strings.Fields(s), " "), 48) }
