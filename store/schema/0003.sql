-- The arc of a relationship: how it was found, what was agreed, what it works toward, how it is
-- looked at, and how it ends.

ALTER TABLE relationship ADD COLUMN asked_on TEXT;
ALTER TABLE relationship ADD COLUMN asked_how TEXT NOT NULL DEFAULT '';
ALTER TABLE relationship ADD COLUMN trial_until TEXT;
ALTER TABLE relationship ADD COLUMN ended_on TEXT;
-- The relationship somebody declined, and named this person instead.
ALTER TABLE relationship ADD COLUMN suggested_in INTEGER REFERENCES relationship(id) ON DELETE RESTRICT;
ALTER TABLE relationship ADD COLUMN thanks TEXT NOT NULL DEFAULT '';
CREATE INDEX relationship_suggested ON relationship(suggested_in) WHERE suggested_in IS NOT NULL;

-- Its uid is that of the relationship: two devices that each fill it in mean the same.
CREATE TABLE pairing (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE,
  relationship_id INTEGER NOT NULL REFERENCES relationship(id) ON DELETE RESTRICT,
  checks          TEXT NOT NULL DEFAULT '[]', -- JSON array of {line, answer, word}
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  deleted_at      INTEGER,
  why             TEXT NOT NULL DEFAULT '',
  common          TEXT NOT NULL DEFAULT '',
  watch           TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX pairing_by_relationship ON pairing(relationship_id) WHERE deleted_at IS NULL;

-- Each row is the agreement as it stood from a day on.
CREATE TABLE agreement (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE,
  relationship_id INTEGER NOT NULL REFERENCES relationship(id) ON DELETE RESTRICT,
  agreed_on       TEXT NOT NULL,
  review_every    INTEGER NOT NULL DEFAULT 0,
  review_unit     TEXT NOT NULL DEFAULT '',
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  deleted_at      INTEGER,
  expect_mine     TEXT NOT NULL DEFAULT '',
  expect_theirs   TEXT NOT NULL DEFAULT '',
  confidence      TEXT NOT NULL DEFAULT '',
  boundaries      TEXT NOT NULL DEFAULT '',
  feedback        TEXT NOT NULL DEFAULT '',
  often           TEXT NOT NULL DEFAULT '',
  ending          TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX agreement_by_relationship ON agreement(relationship_id, agreed_on, id) WHERE deleted_at IS NULL;

CREATE TABLE goal (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE,
  relationship_id INTEGER NOT NULL REFERENCES relationship(id) ON DELETE RESTRICT,
  text            TEXT NOT NULL,
  kind            TEXT NOT NULL DEFAULT '',
  tag             TEXT NOT NULL DEFAULT '',
  state           TEXT NOT NULL,
  closed_at       INTEGER,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  deleted_at      INTEGER
) STRICT;
CREATE INDEX goal_by_relationship ON goal(relationship_id, state, id) WHERE deleted_at IS NULL;

CREATE TABLE goal_note (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  goal_id    INTEGER NOT NULL REFERENCES goal(id) ON DELETE RESTRICT,
  session_id INTEGER REFERENCES session(id) ON DELETE RESTRICT,
  noted_on   TEXT NOT NULL,
  text       TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX goal_note_by_goal ON goal_note(goal_id, noted_on, id) WHERE deleted_at IS NULL;
CREATE INDEX goal_note_by_session ON goal_note(session_id) WHERE session_id IS NOT NULL;

CREATE TABLE review (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE,
  relationship_id INTEGER NOT NULL REFERENCES relationship(id) ON DELETE RESTRICT,
  due_on          TEXT,
  held_at         INTEGER,
  held_zone       TEXT NOT NULL DEFAULT '',
  held_on         TEXT,
  decision        TEXT NOT NULL DEFAULT '',
  rev             INTEGER NOT NULL DEFAULT 1, -- grows with every change of the text, also by undo
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  deleted_at      INTEGER,
  text            TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX review_held ON review(relationship_id, held_at, id) WHERE deleted_at IS NULL AND held_on IS NOT NULL;
CREATE INDEX review_planned ON review(relationship_id, due_on, id) WHERE deleted_at IS NULL AND held_on IS NULL;

-- What was received and went on. It has words of its own, and stays where the conversation it came
-- from is deleted.
CREATE TABLE advice (
  id                 INTEGER PRIMARY KEY,
  uid                TEXT NOT NULL UNIQUE,
  exchange_id        INTEGER NOT NULL REFERENCES exchange(id) ON DELETE RESTRICT,
  kind               TEXT NOT NULL, -- tried, passed on
  to_relationship_id INTEGER REFERENCES relationship(id) ON DELETE RESTRICT,
  noted_on           TEXT NOT NULL,
  outcome            TEXT NOT NULL DEFAULT '',
  created_at         INTEGER NOT NULL,
  updated_at         INTEGER NOT NULL,
  deleted_at         INTEGER
) STRICT;
CREATE INDEX advice_by_exchange ON advice(exchange_id, noted_on, id) WHERE deleted_at IS NULL;
CREATE INDEX advice_by_relationship ON advice(to_relationship_id, noted_on, id)
  WHERE deleted_at IS NULL AND to_relationship_id IS NOT NULL;

-- What was said softly, and told no. The uid is the hint's key, so that two devices mean the same;
-- shown_on is no decision and has no history.
CREATE TABLE hint (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  shown_on   TEXT,
  no_at      INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX hint_shown ON hint(shown_on) WHERE shown_on IS NOT NULL;
CREATE INDEX hint_told ON hint(no_at) WHERE no_at IS NOT NULL;

ALTER TABLE draft ADD COLUMN review_id INTEGER REFERENCES review(id) ON DELETE RESTRICT;

-- How a relationship stands is read on the first page, for every one of them: energy and what went
-- each way lie in their order beside it, so that no conversation need be looked through. held_at is
-- that of the conversation or the answer, and follows it by itself: it has no history of its own.
ALTER TABLE checkin ADD COLUMN relationship_id INTEGER REFERENCES relationship(id) ON DELETE RESTRICT;
ALTER TABLE checkin ADD COLUMN held_at INTEGER NOT NULL DEFAULT 0;
UPDATE checkin SET (relationship_id, held_at) = (SELECT s.relationship_id, s.held_at FROM session s WHERE s.id = checkin.session_id);
CREATE INDEX checkin_energy ON checkin(relationship_id, held_at, session_id, energy)
  WHERE deleted_at IS NULL AND energy IS NOT NULL;

-- Of an answer it is the relationship with whom it is about; none where it is about nobody.
ALTER TABLE exchange ADD COLUMN relationship_id INTEGER REFERENCES relationship(id) ON DELETE RESTRICT;
ALTER TABLE exchange ADD COLUMN held_at INTEGER NOT NULL DEFAULT 0;
UPDATE exchange SET (relationship_id, held_at) = (SELECT s.relationship_id, s.held_at FROM session s WHERE s.id = exchange.session_id)
  WHERE session_id IS NOT NULL;
UPDATE exchange SET (relationship_id, held_at) = (SELECT
    (SELECT r.id FROM relationship r WHERE r.person_id = f.person_id AND r.deleted_at IS NULL
     ORDER BY r.state IN ('ended', 'declined'),
       (SELECT max(s.held_at) FROM session s WHERE s.relationship_id = r.id AND s.deleted_at IS NULL) DESC, r.id DESC LIMIT 1),
    f.held_at FROM reflection f WHERE f.id = exchange.reflection_id)
  WHERE reflection_id IS NOT NULL;
CREATE INDEX exchange_by_relationship ON exchange(relationship_id, held_at, id, direction)
  WHERE deleted_at IS NULL AND relationship_id IS NOT NULL;

-- What is counted of a whole relationship is counted in an index. There are few open actions, and
-- lists of closed ones have an index in their order.
CREATE INDEX session_tally ON session(relationship_id, role, minutes) WHERE deleted_at IS NULL;
CREATE INDEX action_tally ON action(relationship_id, owner, state, carried)
  WHERE deleted_at IS NULL AND state <> 'open';

CREATE TRIGGER session_held_at AFTER UPDATE OF held_at ON session BEGIN
  UPDATE checkin SET held_at = new.held_at WHERE uid = new.uid;
  UPDATE exchange SET held_at = new.held_at WHERE session_id = new.id;
END;
CREATE TRIGGER reflection_held_at AFTER UPDATE OF held_at ON reflection BEGIN
  UPDATE exchange SET held_at = new.held_at WHERE reflection_id = new.id;
END;
