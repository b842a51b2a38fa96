// Package material holds what is built in: the sets of questions and the cards of concepts, one
// text file each that can be edited without knowing how to program. A set of a person's own has
// the same form.
//
// A file is paragraphs with empty lines between them; a line with # at its very start is a note for
// whoever edits it. The first paragraph of a set says what the set is, every other one is a question:
//
//	set: Things I ask myself
//
//	What would my grandmother say?
//
//	time: 2 minutes
//	Whom have I not thanked?
//
// Under "set:" may stand an id, a sentence about it, its language, and for whom and when its
// questions are where they do not say so themselves (either, alone):
//
//	id: my-questions
//	about: For the train home.
//	language: en
//	role: mentor, mentee or either
//	moment: alone, choosing, before, after, review or ending
//
// Above the words of a question may stand its id, what it is from (separated by commas), its role,
// moment and time, and the version of its words, which grows with every change of them. A further
// "set:" begins another set.
package material

import (
	"embed"
	"io/fs"

	"bothways/journal"
)

// Embedding needs a variable; nothing ever sets it.

//go:embed sets/*.txt cards/*.txt
var files embed.FS

// Sets are the built-in sets of questions, in the order they are shown. An error is a mistake in
// the files, CodeInternal.
func Sets() ([]journal.PromptSet, error) {
	return load("sets", func(text string) (journal.PromptSet, []journal.Notice) {
		sets, notices, _ := ReadSets(text)
		if len(sets) != 1 {
			return journal.PromptSet{}, append(notices, journal.Notice{Line: -1, Text: "There is not one set in it."})
		}
		set := sets[0]
		if set.ID == "" {
			notices = append(notices, journal.Notice{Line: -1, Text: "The set has no id."})
		}
		for _, p := range set.Prompts {
			if p.ID == "" {
				notices = append(notices, journal.Notice{Line: -1, Text: "There is a question without an id."})
			}
		}
		return set, notices
	})
}

// Cards are the cards of the library, in the order they are shown. An error is a mistake in the
// files, CodeInternal.
func Cards() ([]journal.Card, error) { return load("cards", readCard) }

// load reads every file of a folder, in the order of their names.
func load[T any](folder string, read func(text string) (T, []journal.Notice)) ([]T, error) {
	entries, err := fs.ReadDir(files, folder)
	if err != nil {
		return nil, journal.Errorf(journal.CodeInternal, "The built-in %s are not there.", folder)
	}
	all := make([]T, 0, len(entries))
	for _, entry := range entries {
		name := folder + "/" + entry.Name()
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, journal.Errorf(journal.CodeInternal, "The built-in %s cannot be read.", name)
		}
		one, notices := read(string(text))
		if len(notices) > 0 {
			return nil, journal.Errorf(journal.CodeInternal, "The built-in %s has a mistake: %s", name, notices[0].Text)
		}
		all = append(all, one)
	}
	return all, nil
}
