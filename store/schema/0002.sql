-- Reflecting: answers that know the question they were given to, the person's own questions, and
-- the check-in of a conversation. What lifts may now come from an answer as well.

-- A long text comes last in a row, so that a list of answers need not read it: hence anew.
CREATE TABLE reflection_new (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE,
  person_id       INTEGER REFERENCES person(id) ON DELETE RESTRICT,
  held_at         INTEGER NOT NULL,
  held_zone       TEXT NOT NULL,
  held_on         TEXT NOT NULL,
  seconds         INTEGER,
  prompt_id       TEXT NOT NULL DEFAULT '', -- of the question, built in or the person's; '' for free words
  set_id          TEXT NOT NULL DEFAULT '', -- the set it was asked in
  prompt_language TEXT NOT NULL DEFAULT '', -- of the wording, as it was then
  prompt_version  INTEGER NOT NULL DEFAULT 0,
  rev             INTEGER NOT NULL DEFAULT 1, -- grows with every change of the text, also by undo
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  deleted_at      INTEGER,
  question        TEXT NOT NULL DEFAULT '', -- the exact wording it was asked in
  text            TEXT NOT NULL
) STRICT;
INSERT INTO reflection_new (id, uid, person_id, held_at, held_zone, held_on, seconds, created_at, updated_at, deleted_at, question, text)
  SELECT id, uid, person_id, held_at, held_zone, held_on, seconds, created_at, updated_at, deleted_at, question, text FROM reflection;
DROP TABLE reflection;
ALTER TABLE reflection_new RENAME TO reflection;
CREATE INDEX reflection_held ON reflection(held_at, id) WHERE deleted_at IS NULL;
CREATE INDEX reflection_by_person ON reflection(person_id, held_at, id)
  WHERE deleted_at IS NULL AND person_id IS NOT NULL;
CREATE INDEX reflection_by_prompt ON reflection(prompt_id, held_at, id)
  WHERE deleted_at IS NULL AND prompt_id <> '';
CREATE INDEX reflection_uid_end ON reflection(substr(uid, -4));

-- An exchange and a shift come from a conversation or from an answer.
CREATE TABLE exchange_new (
  id            INTEGER PRIMARY KEY,
  uid           TEXT NOT NULL UNIQUE,
  session_id    INTEGER REFERENCES session(id) ON DELETE RESTRICT,
  reflection_id INTEGER REFERENCES reflection(id) ON DELETE RESTRICT,
  direction     TEXT NOT NULL,
  text          TEXT NOT NULL,
  source        TEXT NOT NULL DEFAULT '',
  source_gone   INTEGER NOT NULL DEFAULT 0,
  pos           INTEGER NOT NULL DEFAULT 0,
  created_at    INTEGER NOT NULL,
  updated_at    INTEGER NOT NULL,
  deleted_at    INTEGER
) STRICT;
INSERT INTO exchange_new (id, uid, session_id, direction, text, source, source_gone, pos, created_at, updated_at, deleted_at)
  SELECT id, uid, session_id, direction, text, source, source_gone, pos, created_at, updated_at, deleted_at FROM exchange;
DROP TABLE exchange;
ALTER TABLE exchange_new RENAME TO exchange;
CREATE INDEX exchange_by_session ON exchange(session_id, pos, id) WHERE session_id IS NOT NULL;
CREATE INDEX exchange_by_reflection ON exchange(reflection_id, pos, id) WHERE reflection_id IS NOT NULL;

CREATE TABLE shift_new (
  id            INTEGER PRIMARY KEY,
  uid           TEXT NOT NULL UNIQUE,
  session_id    INTEGER REFERENCES session(id) ON DELETE RESTRICT,
  reflection_id INTEGER REFERENCES reflection(id) ON DELETE RESTRICT,
  text          TEXT NOT NULL,
  source        TEXT NOT NULL DEFAULT '',
  source_gone   INTEGER NOT NULL DEFAULT 0,
  pos           INTEGER NOT NULL DEFAULT 0,
  created_at    INTEGER NOT NULL,
  updated_at    INTEGER NOT NULL,
  deleted_at    INTEGER
) STRICT;
INSERT INTO shift_new (id, uid, session_id, text, source, source_gone, pos, created_at, updated_at, deleted_at)
  SELECT id, uid, session_id, text, source, source_gone, pos, created_at, updated_at, deleted_at FROM shift;
DROP TABLE shift;
ALTER TABLE shift_new RENAME TO shift;
CREATE INDEX shift_by_session ON shift(session_id, pos, id) WHERE session_id IS NOT NULL;
CREATE INDEX shift_by_reflection ON shift(reflection_id, pos, id) WHERE reflection_id IS NOT NULL;

ALTER TABLE topic ADD COLUMN reflection_id INTEGER REFERENCES reflection(id) ON DELETE RESTRICT;
CREATE INDEX topic_by_reflection ON topic(reflection_id, pos, id) WHERE reflection_id IS NOT NULL;
ALTER TABLE action ADD COLUMN reflection_id INTEGER REFERENCES reflection(id) ON DELETE RESTRICT;
CREATE INDEX action_by_reflection ON action(reflection_id, pos, id) WHERE reflection_id IS NOT NULL;

-- Its uid is that of the conversation: two devices that each add one mean the same.
CREATE TABLE checkin (
  id            INTEGER PRIMARY KEY,
  uid           TEXT NOT NULL UNIQUE,
  session_id    INTEGER NOT NULL REFERENCES session(id) ON DELETE RESTRICT,
  energy        INTEGER, -- -2 to 2
  trust         INTEGER, -- 1 to 5
  listening     INTEGER, -- in tenths; all three or none
  asking        INTEGER,
  advising      INTEGER,
  needs         TEXT NOT NULL DEFAULT '[]', -- JSON arrays of words
  interventions TEXT NOT NULL DEFAULT '[]',
  moves         TEXT NOT NULL DEFAULT '[]',
  relations     TEXT NOT NULL DEFAULT '[]',
  created_at    INTEGER NOT NULL,
  updated_at    INTEGER NOT NULL,
  deleted_at    INTEGER
) STRICT;
CREATE INDEX checkin_by_session ON checkin(session_id) WHERE deleted_at IS NULL;

-- The person's own sets and questions. A question's set is built in or their own.
CREATE TABLE prompt_set (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  slug       TEXT NOT NULL DEFAULT '', -- the id it was given in a file; else the uid is its id
  title      TEXT NOT NULL,
  about      TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE TABLE prompt (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  slug       TEXT NOT NULL DEFAULT '', -- as of a set
  set_id     TEXT NOT NULL,
  role       TEXT NOT NULL,
  moment     TEXT NOT NULL,
  seconds    INTEGER,
  language   TEXT NOT NULL DEFAULT '',
  version    INTEGER NOT NULL DEFAULT 1, -- of the wording; it only grows, also by undo
  sources    TEXT NOT NULL DEFAULT '[]', -- JSON array of texts
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  text       TEXT NOT NULL
) STRICT;
CREATE INDEX prompt_by_set ON prompt(set_id, id) WHERE deleted_at IS NULL;

-- What the person decided of a set or a question, built in or their own. The uid is its id, so that
-- two devices mean the same. stopped_at is no decision and has no history.
CREATE TABLE prompt_place (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  hidden     INTEGER NOT NULL DEFAULT 0,
  pos        INTEGER, -- among its neighbours; NULL keeps the place it has by itself
  stopped_at TEXT NOT NULL DEFAULT '', -- of a set: the question somebody stopped at
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- What is typed may be an answer.
ALTER TABLE draft ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN reflection_id INTEGER REFERENCES reflection(id) ON DELETE RESTRICT;
ALTER TABLE draft ADD COLUMN person_id INTEGER REFERENCES person(id) ON DELETE RESTRICT;
ALTER TABLE draft ADD COLUMN prompt_id TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN set_id TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN question TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN prompt_language TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN prompt_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE draft ADD COLUMN seconds INTEGER;
ALTER TABLE draft ADD COLUMN checkin TEXT NOT NULL DEFAULT ''; -- JSON
ALTER TABLE draft ADD COLUMN was TEXT NOT NULL DEFAULT ''; -- of an edit: JSON of what was around the words when it began
