-- The arc of a relationship, mended: it may end and begin again, advice has words of its own, and
-- what a review says lifts as it does from a note.

-- The day it went on again after a pause or an ending, so that silence is not counted as drifting.
ALTER TABLE relationship ADD COLUMN resumed_on TEXT;

-- An ending after which it began again. The last one, while it stands, is the relationship's own.
CREATE TABLE ending (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE,
  relationship_id INTEGER NOT NULL REFERENCES relationship(id) ON DELETE RESTRICT,
  ended_on        TEXT NOT NULL,
  again_on        TEXT NOT NULL,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  deleted_at      INTEGER,
  thanks          TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX ending_by_relationship ON ending(relationship_id, again_on, id) WHERE deleted_at IS NULL;

-- The words as they were received when it went on; the line they come from may change or go.
ALTER TABLE advice ADD COLUMN text TEXT NOT NULL DEFAULT '';
UPDATE advice SET text = (SELECT e.text FROM exchange e WHERE e.id = advice.exchange_id);

-- What became of advice is listed also where the line it comes from was deleted.
CREATE INDEX exchange_deleted ON exchange(relationship_id) WHERE deleted_at IS NOT NULL AND relationship_id IS NOT NULL;

ALTER TABLE action ADD COLUMN review_id INTEGER REFERENCES review(id) ON DELETE RESTRICT;
CREATE INDEX action_by_review ON action(review_id, pos, id) WHERE review_id IS NOT NULL;
ALTER TABLE topic ADD COLUMN review_id INTEGER REFERENCES review(id) ON DELETE RESTRICT;
CREATE INDEX topic_by_review ON topic(review_id, pos, id) WHERE review_id IS NOT NULL;
ALTER TABLE exchange ADD COLUMN review_id INTEGER REFERENCES review(id) ON DELETE RESTRICT;
CREATE INDEX exchange_by_review ON exchange(review_id, pos, id) WHERE review_id IS NOT NULL;
ALTER TABLE shift ADD COLUMN review_id INTEGER REFERENCES review(id) ON DELETE RESTRICT;
CREATE INDEX shift_by_review ON shift(review_id, pos, id) WHERE review_id IS NOT NULL;

-- A draft of a held review is an edit of it, which was not noted before.
UPDATE draft SET was = '{}' WHERE kind = 'review' AND was = ''
  AND review_id IN (SELECT id FROM review WHERE held_on IS NOT NULL);

CREATE TRIGGER review_held_at AFTER UPDATE OF held_at ON review WHEN new.held_at IS NOT NULL BEGIN
  UPDATE exchange SET held_at = new.held_at WHERE review_id = new.id;
END;

-- How the conversations of a relationship were split is added up in an index.
CREATE INDEX checkin_split ON checkin(relationship_id, listening, asking, advising)
  WHERE deleted_at IS NULL AND listening IS NOT NULL;
