package verbs

import (
	"bothways/journal"
	"bothways/store"
)

// showJSON writes what there is about a person, a list at a time as it is read.
func (a *app) showJSON(b *shownPerson, arc arcJSON) error {
	object := jsonObject{w: a.out}
	head := personShape(b.person)
	if err := object.Fields(named{"id", head.ID}, named{"name", head.Name}, named{"relationships", head.Relationships}); err != nil {
		return err
	}
	err := object.List("sessions", func(list *jsonArray) error {
		return pages(b.sessions, func(v journal.SessionView) error { return list.Add(sessionShape(v)) })
	})
	if err != nil {
		return err
	}
	err = object.List("topics", func(list *jsonArray) error {
		add := func(t journal.TopicView) error { return list.Add(topicViewShape(t)) }
		if err := b.topics(false, add); err != nil {
			return err
		}
		return b.topics(true, add)
	})
	if err != nil {
		return err
	}
	err = object.List("reflections", func(list *jsonArray) error {
		read := func(before store.Cursor) ([]journal.ReflectionView, store.Cursor, error) {
			rows, next, err := b.answers(before, shownReflections)
			if !b.all {
				next = ""
			}
			return rows, next, err
		}
		return pages(read, func(v journal.ReflectionView) error { return list.Add(reflectionShape(v)) })
	})
	if err != nil {
		return err
	}
	if err := object.Fields(arc.fields()...); err != nil {
		return err
	}
	return object.Close()
}
