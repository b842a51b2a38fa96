-- Searching: an index over every word of the journal. It can be made anew from the rows at any time,
-- and has no history: what changes is put down by the triggers, whoever changed it, and taken into
-- the index after the change is kept.

-- The words as journal.Terms tells them, with spaces between, and what the thing belongs to as words
-- of its own. Neither is kept here: the rows have them.
CREATE VIRTUAL TABLE search USING fts5(text, tags, content='', contentless_delete=1, prefix='1 2 3',
  tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* S* Co Cn'");

-- Which row is which in the index. The ids are in the order of time, see searchID.
CREATE TABLE search_doc (
  id     INTEGER PRIMARY KEY,
  tbl    TEXT NOT NULL,
  row_id INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_doc_of ON search_doc(tbl, row_id);

-- What is not in the index yet, or not as it is now.
CREATE TABLE search_due (
  tbl    TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  PRIMARY KEY (tbl, row_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER person_is_new AFTER INSERT ON person BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('person', new.id);
END;
CREATE TRIGGER person_is_other AFTER UPDATE OF name, how_known, common_ground, core_values, contact, notes, deleted_at ON person BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('person', new.id);
END;
CREATE TRIGGER person_is_gone AFTER DELETE ON person BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('person', old.id);
END;
INSERT INTO search_due SELECT 'person', id FROM person WHERE deleted_at IS NULL;

CREATE TRIGGER relationship_is_new AFTER INSERT ON relationship BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('relationship', new.id);
END;
CREATE TRIGGER relationship_is_other AFTER UPDATE OF purpose, setting, focus, asked_how, thanks, person_id, from_on, deleted_at ON relationship BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('relationship', new.id);
END;
CREATE TRIGGER relationship_is_gone AFTER DELETE ON relationship BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('relationship', old.id);
END;
INSERT INTO search_due SELECT 'relationship', id FROM relationship WHERE deleted_at IS NULL;

CREATE TRIGGER session_is_new AFTER INSERT ON session BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('session', new.id);
END;
CREATE TRIGGER session_is_other AFTER UPDATE OF note, private, held_at, relationship_id, person_id, deleted_at ON session BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('session', new.id);
END;
CREATE TRIGGER session_is_gone AFTER DELETE ON session BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('session', old.id);
END;
INSERT INTO search_due SELECT 'session', id FROM session WHERE deleted_at IS NULL;

CREATE TRIGGER exchange_is_new AFTER INSERT ON exchange BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('exchange', new.id);
END;
CREATE TRIGGER exchange_is_other AFTER UPDATE OF text, relationship_id, held_at, deleted_at ON exchange BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('exchange', new.id);
END;
CREATE TRIGGER exchange_is_gone AFTER DELETE ON exchange BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('exchange', old.id);
END;
INSERT INTO search_due SELECT 'exchange', id FROM exchange WHERE deleted_at IS NULL;

CREATE TRIGGER shift_is_new AFTER INSERT ON shift BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('shift', new.id);
END;
CREATE TRIGGER shift_is_other AFTER UPDATE OF text, deleted_at ON shift BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('shift', new.id);
END;
CREATE TRIGGER shift_is_gone AFTER DELETE ON shift BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('shift', old.id);
END;
INSERT INTO search_due SELECT 'shift', id FROM shift WHERE deleted_at IS NULL;

CREATE TRIGGER topic_is_new AFTER INSERT ON topic BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('topic', new.id);
END;
CREATE TRIGGER topic_is_other AFTER UPDATE OF text, relationship_id, deleted_at ON topic BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('topic', new.id);
END;
CREATE TRIGGER topic_is_gone AFTER DELETE ON topic BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('topic', old.id);
END;
INSERT INTO search_due SELECT 'topic', id FROM topic WHERE deleted_at IS NULL;

CREATE TRIGGER action_is_new AFTER INSERT ON action BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('action', new.id);
END;
CREATE TRIGGER action_is_other AFTER UPDATE OF text, outcome, relationship_id, person_id, deleted_at ON action BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('action', new.id);
END;
CREATE TRIGGER action_is_gone AFTER DELETE ON action BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('action', old.id);
END;
INSERT INTO search_due SELECT 'action', id FROM action WHERE deleted_at IS NULL;

CREATE TRIGGER reflection_is_new AFTER INSERT ON reflection BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('reflection', new.id);
END;
CREATE TRIGGER reflection_is_other AFTER UPDATE OF question, text, held_at, person_id, deleted_at ON reflection BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('reflection', new.id);
END;
CREATE TRIGGER reflection_is_gone AFTER DELETE ON reflection BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('reflection', old.id);
END;
INSERT INTO search_due SELECT 'reflection', id FROM reflection WHERE deleted_at IS NULL;

CREATE TRIGGER pairing_is_new AFTER INSERT ON pairing BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('pairing', new.id);
END;
CREATE TRIGGER pairing_is_other AFTER UPDATE OF checks, why, common, watch, deleted_at ON pairing BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('pairing', new.id);
END;
CREATE TRIGGER pairing_is_gone AFTER DELETE ON pairing BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('pairing', old.id);
END;
INSERT INTO search_due SELECT 'pairing', id FROM pairing WHERE deleted_at IS NULL;

CREATE TRIGGER agreement_is_new AFTER INSERT ON agreement BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('agreement', new.id);
END;
CREATE TRIGGER agreement_is_other AFTER UPDATE OF agreed_on, expect_mine, expect_theirs, confidence, boundaries, feedback, often, ending, deleted_at ON agreement BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('agreement', new.id);
END;
CREATE TRIGGER agreement_is_gone AFTER DELETE ON agreement BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('agreement', old.id);
END;
INSERT INTO search_due SELECT 'agreement', id FROM agreement WHERE deleted_at IS NULL;

CREATE TRIGGER goal_is_new AFTER INSERT ON goal BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('goal', new.id);
END;
CREATE TRIGGER goal_is_other AFTER UPDATE OF text, tag, deleted_at ON goal BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('goal', new.id);
END;
CREATE TRIGGER goal_is_gone AFTER DELETE ON goal BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('goal', old.id);
END;
INSERT INTO search_due SELECT 'goal', id FROM goal WHERE deleted_at IS NULL;

CREATE TRIGGER goal_note_is_new AFTER INSERT ON goal_note BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('goal_note', new.id);
END;
CREATE TRIGGER goal_note_is_other AFTER UPDATE OF text, noted_on, deleted_at ON goal_note BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('goal_note', new.id);
END;
CREATE TRIGGER goal_note_is_gone AFTER DELETE ON goal_note BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('goal_note', old.id);
END;
INSERT INTO search_due SELECT 'goal_note', id FROM goal_note WHERE deleted_at IS NULL;

CREATE TRIGGER review_is_new AFTER INSERT ON review BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('review', new.id);
END;
CREATE TRIGGER review_is_other AFTER UPDATE OF text, decision, held_at, held_on, due_on, deleted_at ON review BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('review', new.id);
END;
CREATE TRIGGER review_is_gone AFTER DELETE ON review BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('review', old.id);
END;
INSERT INTO search_due SELECT 'review', id FROM review WHERE deleted_at IS NULL;

CREATE TRIGGER advice_is_new AFTER INSERT ON advice BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('advice', new.id);
END;
CREATE TRIGGER advice_is_other AFTER UPDATE OF text, outcome, noted_on, to_relationship_id, deleted_at ON advice BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('advice', new.id);
END;
CREATE TRIGGER advice_is_gone AFTER DELETE ON advice BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('advice', old.id);
END;
INSERT INTO search_due SELECT 'advice', id FROM advice WHERE deleted_at IS NULL;

CREATE TRIGGER ending_is_new AFTER INSERT ON ending BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('ending', new.id);
END;
CREATE TRIGGER ending_is_other AFTER UPDATE OF thanks, ended_on, deleted_at ON ending BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('ending', new.id);
END;
CREATE TRIGGER ending_is_gone AFTER DELETE ON ending BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('ending', old.id);
END;
INSERT INTO search_due SELECT 'ending', id FROM ending WHERE deleted_at IS NULL;

CREATE TRIGGER prompt_is_new AFTER INSERT ON prompt BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('prompt', new.id);
END;
CREATE TRIGGER prompt_is_other AFTER UPDATE OF text, deleted_at ON prompt BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('prompt', new.id);
END;
CREATE TRIGGER prompt_is_gone AFTER DELETE ON prompt BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('prompt', old.id);
END;
INSERT INTO search_due SELECT 'prompt', id FROM prompt WHERE deleted_at IS NULL;

CREATE TRIGGER prompt_set_is_new AFTER INSERT ON prompt_set BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('prompt_set', new.id);
END;
CREATE TRIGGER prompt_set_is_other AFTER UPDATE OF title, about, deleted_at ON prompt_set BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('prompt_set', new.id);
END;
CREATE TRIGGER prompt_set_is_gone AFTER DELETE ON prompt_set BEGIN
  INSERT OR IGNORE INTO search_due VALUES ('prompt_set', old.id);
END;
INSERT INTO search_due SELECT 'prompt_set', id FROM prompt_set WHERE deleted_at IS NULL;

-- What came from a conversation, an answer or a review stands beside it in time, and advice belongs to
-- whom the words it was came from.
CREATE TRIGGER session_is_moved AFTER UPDATE OF held_at ON session BEGIN
  INSERT OR IGNORE INTO search_due SELECT 'shift', id FROM shift WHERE session_id = new.id;
  INSERT OR IGNORE INTO search_due SELECT 'topic', id FROM topic WHERE session_id = new.id;
  INSERT OR IGNORE INTO search_due SELECT 'action', id FROM action WHERE session_id = new.id;
END;
CREATE TRIGGER reflection_is_moved AFTER UPDATE OF held_at ON reflection BEGIN
  INSERT OR IGNORE INTO search_due SELECT 'shift', id FROM shift WHERE reflection_id = new.id;
  INSERT OR IGNORE INTO search_due SELECT 'topic', id FROM topic WHERE reflection_id = new.id;
  INSERT OR IGNORE INTO search_due SELECT 'action', id FROM action WHERE reflection_id = new.id;
END;
CREATE TRIGGER review_is_moved AFTER UPDATE OF held_at ON review BEGIN
  INSERT OR IGNORE INTO search_due SELECT 'shift', id FROM shift WHERE review_id = new.id;
  INSERT OR IGNORE INTO search_due SELECT 'topic', id FROM topic WHERE review_id = new.id;
  INSERT OR IGNORE INTO search_due SELECT 'action', id FROM action WHERE review_id = new.id;
END;
CREATE TRIGGER exchange_is_moved AFTER UPDATE OF relationship_id ON exchange BEGIN
  INSERT OR IGNORE INTO search_due SELECT 'advice', id FROM advice WHERE exchange_id = new.id;
END;
