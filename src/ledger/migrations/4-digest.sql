-- What a day that is over came to, so that a look at this week need not read ten years. Made by the app once a day; what
-- changes a day takes its line out again, so a line that is there is true.
CREATE TABLE digest (
    day TEXT PRIMARY KEY,
    day_starts TEXT NOT NULL,                 -- when days began then: desk time is counted by it
    taken INTEGER NOT NULL,
    natural INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    missed INTEGER NOT NULL,
    excused INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    desk_s INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER digest_new_row AFTER INSERT ON instance BEGIN
    DELETE FROM digest WHERE day = NEW.day;
END;

CREATE TRIGGER digest_changed_row AFTER UPDATE ON instance BEGIN
    DELETE FROM digest WHERE day IN (OLD.day, NEW.day);
END;

CREATE TRIGGER digest_lost_row AFTER DELETE ON instance BEGIN
    DELETE FROM digest WHERE day = OLD.day;
END;

-- A day's key can be a day off the date in UTC, and a point ends what began before it.
CREATE TRIGGER digest_new_span AFTER INSERT ON span BEGIN
    DELETE FROM digest WHERE day >= date(NEW.from_utc / 1000 - 172800, 'unixepoch');
END;

CREATE TRIGGER digest_lost_span AFTER DELETE ON span BEGIN
    DELETE FROM digest WHERE day >= date(OLD.from_utc / 1000 - 172800, 'unixepoch');
END;
