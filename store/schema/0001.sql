-- The first shape of a journal. Rows are never removed: deleted_at hides them, so that every key
-- stays where it points to. Instants are milliseconds since 1970 in UTC with the zone they were
-- written in beside them; days are YYYY-MM-DD without a zone. Long texts come last in a row, where
-- reading the columns before them does not touch their pages.

CREATE TABLE person (
  id            INTEGER PRIMARY KEY,
  uid           TEXT NOT NULL UNIQUE,
  name          TEXT NOT NULL,
  name_key      TEXT NOT NULL, -- the name as it is compared, see journal.Fold
  how_known     TEXT NOT NULL DEFAULT '',
  common_ground TEXT NOT NULL DEFAULT '',
  core_values   TEXT NOT NULL DEFAULT '',
  contact       TEXT NOT NULL DEFAULT '',
  created_at    INTEGER NOT NULL,
  updated_at    INTEGER NOT NULL,
  deleted_at    INTEGER,
  notes         TEXT NOT NULL DEFAULT ''
) STRICT;
-- Names are not unique: two devices may each have met their own Sam.
CREATE INDEX person_by_name ON person(name_key, id) WHERE deleted_at IS NULL;

CREATE TABLE relationship (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE,
  person_id    INTEGER NOT NULL REFERENCES person(id) ON DELETE RESTRICT,
  role         TEXT NOT NULL,
  kind         TEXT NOT NULL DEFAULT '',
  setting      TEXT NOT NULL DEFAULT '',
  formality    TEXT NOT NULL DEFAULT '',
  state        TEXT NOT NULL,
  purpose      TEXT NOT NULL DEFAULT '',
  focus        TEXT NOT NULL DEFAULT '[]', -- JSON array of texts
  from_on      TEXT,
  until_on     TEXT,
  rhythm_every INTEGER NOT NULL DEFAULT 0,
  rhythm_unit  TEXT NOT NULL DEFAULT '',
  next_on      TEXT,
  created_at   INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL,
  deleted_at   INTEGER
) STRICT;
CREATE INDEX relationship_by_person ON relationship(person_id, id) WHERE deleted_at IS NULL;
CREATE INDEX relationship_open ON relationship(id)
  WHERE deleted_at IS NULL AND state NOT IN ('ended', 'declined');
CREATE INDEX relationship_coming ON relationship(next_on, id)
  WHERE deleted_at IS NULL AND state NOT IN ('ended', 'declined');

CREATE TABLE session (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE,
  relationship_id INTEGER NOT NULL REFERENCES relationship(id) ON DELETE RESTRICT,
  person_id       INTEGER NOT NULL REFERENCES person(id) ON DELETE RESTRICT, -- the relationship's
  held_at         INTEGER NOT NULL,
  held_zone       TEXT NOT NULL, -- an IANA name, or an offset such as +02:00
  held_on         TEXT NOT NULL, -- the day it was in that zone
  minutes         INTEGER,
  medium          TEXT NOT NULL DEFAULT '',
  role            TEXT NOT NULL,
  rev             INTEGER NOT NULL DEFAULT 1, -- grows with every change of the note, also by undo
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  deleted_at      INTEGER,
  private         TEXT NOT NULL DEFAULT '',
  note            TEXT NOT NULL
) STRICT;
CREATE INDEX session_held ON session(held_at, id) WHERE deleted_at IS NULL;
CREATE INDEX session_by_relationship ON session(relationship_id, held_at, id) WHERE deleted_at IS NULL;
CREATE INDEX session_by_person ON session(person_id, held_at, id) WHERE deleted_at IS NULL;
CREATE INDEX session_uid_end ON session(substr(uid, -4));

-- What lifted from a note remembers its line as source; source_gone is 1 once that line was
-- deleted from the note, and pos is its place among the lines that lift.
CREATE TABLE exchange (
  id          INTEGER PRIMARY KEY,
  uid         TEXT NOT NULL UNIQUE,
  session_id  INTEGER NOT NULL REFERENCES session(id) ON DELETE RESTRICT,
  direction   TEXT NOT NULL,
  text        TEXT NOT NULL,
  source      TEXT NOT NULL DEFAULT '',
  source_gone INTEGER NOT NULL DEFAULT 0,
  pos         INTEGER NOT NULL DEFAULT 0,
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL,
  deleted_at  INTEGER
) STRICT;
CREATE INDEX exchange_by_session ON exchange(session_id, pos, id);

CREATE TABLE shift (
  id          INTEGER PRIMARY KEY,
  uid         TEXT NOT NULL UNIQUE,
  session_id  INTEGER NOT NULL REFERENCES session(id) ON DELETE RESTRICT,
  text        TEXT NOT NULL,
  source      TEXT NOT NULL DEFAULT '',
  source_gone INTEGER NOT NULL DEFAULT 0,
  pos         INTEGER NOT NULL DEFAULT 0,
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL,
  deleted_at  INTEGER
) STRICT;
CREATE INDEX shift_by_session ON shift(session_id, pos, id);

CREATE TABLE topic (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE,
  relationship_id INTEGER NOT NULL REFERENCES relationship(id) ON DELETE RESTRICT,
  session_id      INTEGER REFERENCES session(id) ON DELETE RESTRICT,
  text            TEXT NOT NULL,
  hard            INTEGER NOT NULL DEFAULT 0,
  state           TEXT NOT NULL,
  raised_in       INTEGER REFERENCES session(id) ON DELETE RESTRICT,
  source          TEXT NOT NULL DEFAULT '',
  source_gone     INTEGER NOT NULL DEFAULT 0,
  pos             INTEGER NOT NULL DEFAULT 0,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  deleted_at      INTEGER
) STRICT;
CREATE INDEX topic_waiting ON topic(relationship_id, created_at, id)
  WHERE deleted_at IS NULL AND state = 'waiting';
CREATE INDEX topic_closed ON topic(relationship_id, created_at, id)
  WHERE deleted_at IS NULL AND state <> 'waiting';
CREATE INDEX topic_by_session ON topic(session_id, pos, id) WHERE session_id IS NOT NULL;

CREATE TABLE action (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE,
  person_id       INTEGER REFERENCES person(id) ON DELETE RESTRICT,
  relationship_id INTEGER REFERENCES relationship(id) ON DELETE RESTRICT,
  session_id      INTEGER REFERENCES session(id) ON DELETE RESTRICT,
  text            TEXT NOT NULL,
  owner           TEXT NOT NULL,
  due_on          TEXT,
  due_key         TEXT GENERATED ALWAYS AS (ifnull(due_on, '~')) VIRTUAL, -- undated ones come last
  state           TEXT NOT NULL,
  outcome         TEXT NOT NULL DEFAULT '',
  carried         INTEGER NOT NULL DEFAULT 0,
  closed_at       INTEGER,
  source          TEXT NOT NULL DEFAULT '',
  source_gone     INTEGER NOT NULL DEFAULT 0,
  pos             INTEGER NOT NULL DEFAULT 0,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  deleted_at      INTEGER
) STRICT;
CREATE INDEX action_open ON action(due_key, id)
  WHERE deleted_at IS NULL AND state = 'open';
CREATE INDEX action_open_by_person ON action(person_id, due_key, id)
  WHERE deleted_at IS NULL AND state = 'open';
CREATE INDEX action_open_by_relationship ON action(relationship_id, due_key, id, owner)
  WHERE deleted_at IS NULL AND state = 'open';
CREATE INDEX action_closed ON action(closed_at, id)
  WHERE deleted_at IS NULL AND state <> 'open';
CREATE INDEX action_closed_by_person ON action(person_id, closed_at, id)
  WHERE deleted_at IS NULL AND state <> 'open';
CREATE INDEX action_closed_by_relationship ON action(relationship_id, closed_at, id)
  WHERE deleted_at IS NULL AND state <> 'open';
CREATE INDEX action_by_session ON action(session_id, pos, id) WHERE session_id IS NOT NULL;
-- Not only of rows that are there: as the smallest partial index it would be taken for counting.
CREATE INDEX action_uid_end ON action(substr(uid, -4));

CREATE TABLE reflection (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  person_id  INTEGER REFERENCES person(id) ON DELETE RESTRICT,
  held_at    INTEGER NOT NULL,
  held_zone  TEXT NOT NULL,
  held_on    TEXT NOT NULL,
  seconds    INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  question   TEXT NOT NULL DEFAULT '', -- the exact wording it was asked in
  text       TEXT NOT NULL
) STRICT;
CREATE INDEX reflection_held ON reflection(held_at, id) WHERE deleted_at IS NULL;
CREATE INDEX reflection_by_person ON reflection(person_id, held_at, id)
  WHERE deleted_at IS NULL AND person_id IS NOT NULL;

CREATE TABLE draft (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE,
  of_uid          TEXT, -- the draft this one goes on from, where that was kept, or typed in by somebody else, meanwhile
  session_id      INTEGER REFERENCES session(id) ON DELETE RESTRICT,
  base_rev        INTEGER NOT NULL DEFAULT 0,
  relationship_id INTEGER REFERENCES relationship(id) ON DELETE RESTRICT,
  person_name     TEXT NOT NULL DEFAULT '',
  role            TEXT NOT NULL DEFAULT '',
  held_at         INTEGER,
  held_zone       TEXT NOT NULL DEFAULT '',
  minutes         INTEGER,
  medium          TEXT NOT NULL DEFAULT '',
  writer          TEXT NOT NULL DEFAULT '', -- a uid of whoever typed it last
  typed           INTEGER NOT NULL DEFAULT 0, -- counts the changes of that writer
  cursor          INTEGER NOT NULL DEFAULT 0, -- bytes
  details         INTEGER NOT NULL DEFAULT 0, -- 1 where time, length, medium or role were changed by hand
  raised          TEXT NOT NULL DEFAULT '[]', -- JSON array of topic ids
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  deleted_at      INTEGER,
  text            TEXT NOT NULL
) STRICT;
CREATE INDEX draft_waiting ON draft(updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX draft_goes_on ON draft(of_uid) WHERE of_uid IS NOT NULL;

-- A step is one thing a person did; history has what each row was before it. A step that was
-- undone can be done again until another step is made: then it is void, and its words are still
-- here.
CREATE TABLE step (
  id         INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,
  what       TEXT NOT NULL,
  name       TEXT NOT NULL DEFAULT '',
  text       TEXT NOT NULL DEFAULT '',
  state      TEXT NOT NULL DEFAULT 'done', -- done, undone, void
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX step_by_state ON step(state, id);

CREATE TABLE history (
  id      INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step(id) ON DELETE RESTRICT,
  tbl     TEXT NOT NULL,
  row_id  INTEGER NOT NULL,
  op      TEXT NOT NULL, -- insert, update, delete
  before  TEXT,          -- JSON of the changed columns as they were; NULL for an insert
  after   TEXT           -- the same as they were before the step was undone
) STRICT;
CREATE INDEX history_by_step ON history(step_id, id);
CREATE INDEX history_by_row ON history(tbl, row_id, id);
