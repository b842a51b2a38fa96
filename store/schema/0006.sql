-- What a person has set for this journal, a row for each thing set. It is no step and has no history.
CREATE TABLE setting (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  value      TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
