package tui

import (
	"context"
	"testing"

	"bothways/journal"
	"bothways/store"
)

// oneTopic is a desk on the page to prepare from, which has this topic alone.
func oneTopic(t *testing.T, text string, hard bool) (*desk, journal.Topic) {
	t.Helper()
	d := newDesk(t)
	r := d.relationshipWith("Priya N.")
	topic, err := d.store().AddTopic(context.Background(), journal.Topic{RelationshipID: r.ID, Text: text, Hard: hard})
	if err != nil {
		t.Fatal(err)
	}
	d.open(NewPrepare(d.root.env, r.ID))
	return d, topic
}

// topic reads the one topic again, waiting or closed.
func (d *desk) topic(was journal.Topic) journal.Topic {
	d.t.Helper()
	for _, closed := range []bool{false, true} {
		page, _, err := d.store().Topics(context.Background(), store.TopicQuery{RelationshipID: was.RelationshipID, Closed: closed})
		if err != nil {
			d.t.Fatal(err)
		}
		if len(page) == 1 {
			return page[0].Topic
		}
	}
	d.t.Fatal("the topic is gone")
	return was
}

func TestEditTopic(t *testing.T) {
	for _, c := range []struct {
		text string
		hard bool
	}{{"! really?", false}, {"! really?", true}, {"!!", false}, {" a\tb ", true}, {"one\ntwo", false}} {
		t.Run("kept without a change/"+c.text, func(t *testing.T) {
			for _, keys := range [][]string{{"ctrl+s"}, {"enter", "enter"}} {
				d, was := oneTopic(t, c.text, c.hard)
				d.keys("e")
				d.sees("Change", "hard to ask")
				d.keys(keys...)
				if got := d.topic(was); got != was {
					t.Errorf("%v: it was\n%+v and is\n%+v", keys, was, got)
				}
				if got := d.lastStep(); got != journal.StepTopicAdded {
					t.Errorf("%v: something was written: %s", keys, got)
				}
			}
		})
	}
	t.Run("only whether it is hard", func(t *testing.T) {
		for _, hard := range []bool{false, true} {
			d, was := oneTopic(t, "! really?", hard)
			d.keys("e", "tab", "space", "ctrl+s")
			d.sees("Changed.")
			want := was
			want.Hard = !hard
			if got := d.topic(was); got != want {
				t.Errorf("it is %+v", got)
			}
		}
	})
	t.Run("only the words", func(t *testing.T) {
		d, was := oneTopic(t, "why", true)
		d.keys("e", "ctrl+u")
		d.types("! why not")
		d.keys("ctrl+s")
		want := was
		want.Text = "! why not"
		if got := d.topic(was); got != want {
			t.Errorf("it is %+v", got)
		}
	})
	t.Run("what was changed elsewhere meanwhile stays", func(t *testing.T) {
		ctx := context.Background()
		for _, keys := range [][]string{{"e", "tab", "space", "ctrl+s"}, {"!"}} {
			d, was := oneTopic(t, "why", false)
			if err := d.store().EditTopic(ctx, was.ID, "why not now", false); err != nil {
				t.Fatal(err)
			}
			if err := d.store().SetTopicState(ctx, was.ID, journal.TopicRaised, 0); err != nil {
				t.Fatal(err)
			}
			d.keys(keys...)
			want := was
			want.Text, want.Hard, want.State = "why not now", true, journal.TopicRaised
			if got := d.topic(was); got != want {
				t.Errorf("%v: it is %+v", keys, got)
			}
		}
	})
	t.Run("a topic that is gone", func(t *testing.T) {
		d, was := oneTopic(t, "why", false)
		d.keys("e")
		d.types(" not")
		if err := d.store().DeleteTopic(context.Background(), was.ID); err != nil {
			t.Fatal(err)
		}
		d.keys("ctrl+s")
		d.sees("why not", "That topic is not in the journal")
	})
	t.Run("no words", func(t *testing.T) {
		d, was := oneTopic(t, "why", false)
		d.keys("e", "ctrl+u", "ctrl+s")
		d.sees("A topic needs a few words.")
		if got := d.topic(was); got != was {
			t.Errorf("it is %+v", got)
		}
	})
}

// TestNextDay sets the day of the next conversation, and writes nothing where it stays.
func TestNextDay(t *testing.T) {
	d := newDesk(t)
	r := d.relationshipWith("Priya N.")
	d.settle(askNextDay(d.root.env, r))
	d.keys("enter")
	d.seesNot("The next conversation")
	if got := d.lastStep(); got != journal.StepPersonAdded {
		t.Errorf("something was written: %s", got)
	}
	d.settle(askNextDay(d.root.env, r))
	d.types("tue")
	d.keys("enter")
	now, err := d.store().Relationship(context.Background(), r.ID)
	if err != nil || now.NextSession.String() != "2026-11-24" {
		t.Errorf("it is %s %v", now.NextSession, err)
	}
}
