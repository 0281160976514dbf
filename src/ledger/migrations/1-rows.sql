-- Times are two columns: `_utc`, milliseconds since 1970 in UTC, and `_offset`, seconds east of UTC as the wall clock
-- stood then. Days are `YYYY-MM-DD`, fixed when written. Words are the ones that the program prints.

CREATE TABLE instance (
    id INTEGER PRIMARY KEY,
    reminder TEXT NOT NULL,
    due_utc INTEGER NOT NULL,
    due_offset INTEGER NOT NULL,
    zone TEXT,                                -- the IANA name, where one was known
    day TEXT NOT NULL,
    first_prompt_utc INTEGER,
    first_prompt_offset INTEGER,
    start_utc INTEGER,
    start_offset INTEGER,
    end_utc INTEGER,
    end_offset INTEGER,
    outcome TEXT CHECK (outcome IN ('taken', 'natural', 'skipped', 'missed', 'excused', 'cancelled')),
    evidence TEXT CHECK (evidence IN ('observed', 'guided', 'claimed')),
    away_s INTEGER NOT NULL,
    prompts INTEGER NOT NULL,
    snoozes INTEGER NOT NULL,
    snoozed_s INTEGER NOT NULL,
    response_s INTEGER,
    holds TEXT NOT NULL,                      -- JSON: {"call": 600}
    exercise TEXT,
    result TEXT CHECK (result IN ('completed', 'swapped', 'skipped', 'hurt')),
    delivery TEXT NOT NULL CHECK (delivery IN ('not-yet', 'shown', 'not-delivered')),
    short INTEGER NOT NULL,
    cancelled TEXT CHECK (cancelled IN ('not-running', 'hours-ended', 'not-delivered', 'removed')),
    edits INTEGER NOT NULL                    -- the person's own corrections of the outcome
) STRICT;

CREATE INDEX instance_day ON instance (day);

-- At most one open instance for each break.
CREATE UNIQUE INDEX instance_open ON instance (reminder) WHERE outcome IS NULL;

-- An outcome never changes, save by a correction, which is counted.
CREATE TRIGGER instance_outcome BEFORE UPDATE ON instance
WHEN OLD.outcome IS NOT NULL AND NEW.outcome IS NOT OLD.outcome AND NEW.edits <> OLD.edits + 1
BEGIN
    SELECT RAISE (ABORT, 'an outcome never changes');
END;

-- The day's shape: from each of these points on it is of this kind, until the next.
CREATE TABLE span (
    from_utc INTEGER PRIMARY KEY,
    from_offset INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('not-running', 'asleep', 'locked', 'idle', 'call', 'meeting', 'paused', 'active'))
) STRICT;

CREATE TABLE check_in (
    at_utc INTEGER PRIMARY KEY,
    at_offset INTEGER NOT NULL,
    day TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('loose', 'tight', 'sore'))
) STRICT;

CREATE INDEX check_in_day ON check_in (day);

CREATE TABLE nudge (
    at_utc INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    day TEXT NOT NULL,
    reminder TEXT NOT NULL,
    line TEXT NOT NULL,
    answer TEXT CHECK (answer IN ('shifted', 'fine')),
    PRIMARY KEY (at_utc, reminder)
) STRICT, WITHOUT ROWID;

CREATE INDEX nudge_day ON nudge (day);

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    at_utc INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('input', 'decision')),
    text TEXT NOT NULL,
    why TEXT NOT NULL
) STRICT;

CREATE INDEX journal_day ON journal (kind, day);

-- What the engine must know after a restart: one row.
CREATE TABLE memory (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    text TEXT NOT NULL
) STRICT;
