-- Two machines, one person. Of other machines each day is one value, as its machine told it last: what it holds is never
-- changed here. Without others, and without a folder that they share, all of these are empty.
CREATE TABLE machine (
    id TEXT PRIMARY KEY,                      -- 32 hexadecimal digits, made once at random
    name TEXT NOT NULL,
    revision INTEGER NOT NULL,                -- of the name
    made_on TEXT                              -- of this ledger's own: the host on which it was named; NULL of the others
) STRICT, WITHOUT ROWID;

-- An update or an empty file that becomes a ledger: this machine's own.
INSERT INTO machine VALUES (lower(hex(randomblob(16))), '', 0, '');

CREATE TABLE peer_day (
    machine TEXT NOT NULL,
    day TEXT NOT NULL,
    revision INTEGER NOT NULL,
    breaks INTEGER NOT NULL,                  -- how many are in it
    state TEXT NOT NULL,                      -- JSON
    PRIMARY KEY (machine, day)
) STRICT, WITHOUT ROWID;

CREATE INDEX peer_day_day ON peer_day (day);

-- Days of a machine that were deleted: what was told of them up to this revision is void, whenever it comes.
CREATE TABLE erased (
    id INTEGER PRIMARY KEY,
    machine TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    revision INTEGER NOT NULL
) STRICT;

-- A day's spans may reach into later ones, and its key can be a day off another machine's.
CREATE TRIGGER digest_new_peer_day AFTER INSERT ON peer_day BEGIN
    DELETE FROM digest WHERE day >= date(NEW.day, '-2 days');
END;

CREATE TRIGGER digest_changed_peer_day AFTER UPDATE ON peer_day BEGIN
    DELETE FROM digest WHERE day >= date(NEW.day, '-2 days');
END;

CREATE TRIGGER digest_lost_peer_day AFTER DELETE ON peer_day BEGIN
    DELETE FROM digest WHERE day >= date(OLD.day, '-2 days');
END;
