-- What a person has set for this journal, a row for each thing set. It is no step and has no history.
CREATE TABLE setting (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  value      TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- Where somebody is to be found stands last among the words about them now, apart from the rest.
INSERT OR IGNORE INTO search_due SELECT 'person', id FROM person WHERE deleted_at IS NULL;

-- Looking back: what was on this day in other years is found by its month and day.
CREATE INDEX session_on_day ON session(substr(held_on, 6), held_on, held_at) WHERE deleted_at IS NULL;
CREATE INDEX reflection_on_day ON reflection(substr(held_on, 6), held_on, held_at) WHERE deleted_at IS NULL;

-- The shifts of a life stand in one line, so each has the time of the conversation, the answer or the
-- review it came from, and follows it by itself: it has no history of its own.
ALTER TABLE shift ADD COLUMN held_at INTEGER NOT NULL DEFAULT 0;
UPDATE shift SET held_at = coalesce((SELECT held_at FROM session WHERE id = shift.session_id),
  (SELECT held_at FROM reflection WHERE id = shift.reflection_id), (SELECT held_at FROM review WHERE id = shift.review_id), created_at);
CREATE INDEX shift_held ON shift(held_at, id) WHERE deleted_at IS NULL;
CREATE TRIGGER shift_has_time AFTER INSERT ON shift BEGIN
  UPDATE shift SET held_at = coalesce((SELECT held_at FROM session WHERE id = new.session_id),
    (SELECT held_at FROM reflection WHERE id = new.reflection_id), (SELECT held_at FROM review WHERE id = new.review_id),
    nullif(new.held_at, 0), new.created_at) WHERE id = new.id;
END;
CREATE TRIGGER session_shift_time AFTER UPDATE OF held_at ON session BEGIN
  UPDATE shift SET held_at = new.held_at WHERE session_id = new.id;
END;
CREATE TRIGGER reflection_shift_time AFTER UPDATE OF held_at ON reflection BEGIN
  UPDATE shift SET held_at = new.held_at WHERE reflection_id = new.id;
END;
CREATE TRIGGER review_shift_time AFTER UPDATE OF held_at ON review WHEN new.held_at IS NOT NULL BEGIN
  UPDATE shift SET held_at = new.held_at WHERE review_id = new.id;
END;

-- What was reached, agreed and looked at in some days, whoever it was with.
CREATE INDEX goal_closed ON goal(closed_at, id) WHERE deleted_at IS NULL AND state <> 'open';
CREATE INDEX agreement_on ON agreement(agreed_on, id) WHERE deleted_at IS NULL;
CREATE INDEX review_by_time ON review(held_at, id) WHERE deleted_at IS NULL AND held_on IS NOT NULL;

-- What is added up of a stretch of days, for the pictures. Without these each picture would walk the
-- whole journal, however short the time that is looked at.
CREATE INDEX session_days ON session(held_on, role, minutes, relationship_id) WHERE deleted_at IS NULL;

-- What was given, received and promised counts on the day of the conversation, the answer or the review
-- it came from, as it was where that was. An action that came from none has the time it was noted, and no
-- such day. Both follow by themselves and have no history of their own.
ALTER TABLE exchange ADD COLUMN held_on TEXT;
UPDATE exchange SET held_on = coalesce((SELECT held_on FROM session WHERE id = exchange.session_id),
  (SELECT held_on FROM reflection WHERE id = exchange.reflection_id), (SELECT held_on FROM review WHERE id = exchange.review_id));
CREATE INDEX exchange_days ON exchange(held_at, id, direction, held_on) WHERE deleted_at IS NULL;
CREATE TRIGGER exchange_has_day AFTER INSERT ON exchange BEGIN
  UPDATE exchange SET held_on = coalesce((SELECT held_on FROM session WHERE id = new.session_id),
    (SELECT held_on FROM reflection WHERE id = new.reflection_id), (SELECT held_on FROM review WHERE id = new.review_id),
    new.held_on) WHERE id = new.id;
END;
ALTER TABLE action ADD COLUMN held_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE action ADD COLUMN held_on TEXT;
UPDATE action SET held_at = coalesce((SELECT held_at FROM session WHERE id = action.session_id),
    (SELECT held_at FROM reflection WHERE id = action.reflection_id), (SELECT held_at FROM review WHERE id = action.review_id), created_at),
  held_on = coalesce((SELECT held_on FROM session WHERE id = action.session_id),
    (SELECT held_on FROM reflection WHERE id = action.reflection_id), (SELECT held_on FROM review WHERE id = action.review_id));
CREATE INDEX action_days ON action(held_at, id, owner, state, carried, held_on) WHERE deleted_at IS NULL;
CREATE TRIGGER action_has_day AFTER INSERT ON action BEGIN
  UPDATE action SET held_at = coalesce((SELECT held_at FROM session WHERE id = new.session_id),
      (SELECT held_at FROM reflection WHERE id = new.reflection_id), (SELECT held_at FROM review WHERE id = new.review_id),
      nullif(new.held_at, 0), new.created_at),
    held_on = coalesce((SELECT held_on FROM session WHERE id = new.session_id),
      (SELECT held_on FROM reflection WHERE id = new.reflection_id), (SELECT held_on FROM review WHERE id = new.review_id), new.held_on)
    WHERE id = new.id;
END;
CREATE TRIGGER session_day AFTER UPDATE OF held_at, held_on ON session BEGIN
  UPDATE exchange SET held_on = new.held_on WHERE session_id = new.id;
  UPDATE action SET held_at = new.held_at, held_on = new.held_on WHERE session_id = new.id;
END;
CREATE TRIGGER reflection_day AFTER UPDATE OF held_at, held_on ON reflection BEGIN
  UPDATE exchange SET held_on = new.held_on WHERE reflection_id = new.id;
  UPDATE action SET held_at = new.held_at, held_on = new.held_on WHERE reflection_id = new.id;
END;
CREATE TRIGGER review_day AFTER UPDATE OF held_at, held_on ON review WHEN new.held_at IS NOT NULL BEGIN
  UPDATE exchange SET held_on = new.held_on WHERE review_id = new.id;
  UPDATE action SET held_at = new.held_at, held_on = new.held_on WHERE review_id = new.id;
END;
